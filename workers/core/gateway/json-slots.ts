import { hasControls } from "./control-characters.ts";
import { isCued, KEY_SHAPE, SHAPES, UNKNOWN } from "./positions.ts";
import type { Context, Position, PositionNode, ShapeName } from "./positions.ts";
import type { SlotRole } from "./types.ts";

/** Deeper bodies are refused: no dialect needs them, and the walk must not overflow its stack. */
const MAX_DEPTH = 200;
/** Whole numbers from this many digits on may be telephone numbers, cards or accounts. */
const MIN_DIGITS = 7;
/** The two halves of a place on the map in a list of their own, which may end with its height. */
const PLACE =
  /\s*(?=-?\d{2}|[^,\]]*,\s*-?\d{2})-?\d{1,3}\.\d{4,17}\s*,\s*-?\d{1,3}\.\d{4,17}\s*(?:,\s*-?\d{1,5}(?:\.\d{1,17})?\s*)?\]/y;
/** The key that says what either half is. */
const HALF_OF_PLACE = "longitude";

/** A place on the way to a leaf. */
export interface Frame {
  parent: Frame | null;
  /** Index, known key, or `*` for a key that the table does not name. */
  label: string | number;
  /** Index, or the key as it is written. */
  name: string | number;
}

/** An occurrence of a context: one message, one item. */
export interface Speaker {
  context: Context;
  role: SlotRole | null;
}

/** One string (or number, or free key) of a JSON text. Offsets are those of the raw text. */
export interface Slot {
  /** Inside the quotes; around the digits of a number. */
  start: number;
  end: number;
  isNumber: boolean;
  isKey: boolean;
  isEscaped: boolean;
  row: Position;
  speaker: Speaker | null;
  /** The container. */
  frame: Frame | null;
  label: string | number;
  name: string | number;
  /** The nearest key above, as written: what it says is a cue for what stands there. */
  key: string;
  /** Of `logprob`: where the raw value of the `bytes` beside it lies. */
  bytes: { start: number; end: number } | null;
}

export interface Slots {
  slots: Slot[];
  /** Media and token arrays that were met as numbers. */
  tokens: Slot[];
}

const ROLES: ReadonlyMap<string, SlotRole> = new Map([
  ["system", "system"],
  ["developer", "system"],
  ["user", "user"],
  ["assistant", "assistant"],
  ["tool", "tool"],
  ["function", "tool"],
]);

/** Positions where numbers are never text. */
const SILENT_NUMBERS = new Set(["number", "bytes"]);

class JsonError extends Error {}

/** `messages[3].content[0].text`: safe to log, since unknown keys are `*`. */
export function pathOf(slot: Pick<Slot, "frame" | "label" | "isKey">): string {
  const labels: (string | number)[] = [slot.isKey ? "*" : slot.label];
  for (let { frame } = slot; frame !== null && frame.parent !== null; frame = frame.parent) labels.push(frame.label);
  let path = "";
  for (const label of labels.reverse()) {
    if (typeof label === "number") path += `[${label}]`;
    else path += path === "" ? label : `.${label}`;
  }
  return path;
}

/** Whether a string may stay unscanned where the table expects this shape. */
export function hasShape(kind: string, value: string): boolean {
  return Object.hasOwn(SHAPES, kind) && SHAPES[kind as ShapeName].test(value);
}

/** Strings up to this long are read unit by unit, longer ones are searched for their end. */
const NEAR = 16;
/** How far a text is looked through for control characters at once. */
const STRETCH = 16 * 1024;

/** Turns at the beginning of their list that need no walk: how many, and where the last one ends. */
export interface Skip {
  count: number;
  end: number;
}

/** Asked once, where the list of turns begins: which of them are passed over. The text up to there was walked before. */
export type AskSkip = (start: number) => Skip | null;

/** One walk over a JSON text. */
class Walk {
  readonly slots: Slot[] = [];
  readonly tokens: Slot[] = [];
  at = 0;
  private readonly json: string;
  private askSkip: AskSkip | null;
  /** Up to here no control character stands, not even a line break. */
  private clean = 0;
  /** None was met yet; else each string is looked through by itself. */
  private isClean = true;
  /** Whether the string that was read last has escapes. */
  private escaped = false;
  /** A place before which no backslash stands, from `at` on; a backslash stands there unless the text ends. */
  private slash = -1;

  constructor(json: string, askSkip: AskSkip | null) {
    this.json = json;
    this.askSkip = askSkip;
  }

  /** Whether a control character stands in a string. */
  private isControlled(start: number, end: number): boolean {
    if (end <= this.clean) return false;
    if (this.isClean) {
      const next = Math.max(end, this.clean + STRETCH);
      this.isClean = !hasControls(this.json.slice(this.clean, next));
      if (this.isClean) {
        this.clean = next;
        return false;
      }
    }
    return hasControls(this.json.slice(start, end));
  }

  skipSpace(): void {
    const { json } = this;
    let { at } = this;
    for (;;) {
      const code = json.charCodeAt(at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) break;
      at++;
    }
    this.at = at;
  }

  /** The next backslash at or behind `at`, or the end. */
  private slashFrom(at: number): number {
    if (this.slash < at) {
      this.slash = this.json.indexOf("\\", at);
      if (this.slash < 0) this.slash = this.json.length;
    }
    return this.slash;
  }

  /** Reads a string whose opening quote was passed; leaves `at` behind the closing one. */
  private readString(): void {
    const { json } = this;
    const start = this.at;
    this.escaped = false;
    for (let at = start; at < start + NEAR; at++) {
      const code = json.charCodeAt(at);
      if (code === 34) {
        this.at = at + 1;
        return;
      }
      if (code === 92) break;
      if (!(code >= 32)) throw new JsonError();
    }
    let quote = json.indexOf('"', start);
    for (let slash = this.slashFrom(start); slash < quote;) {
      this.escaped = true;
      if (slash + 1 === quote) quote = json.indexOf('"', slash + 2);
      slash = this.slashFrom(slash + 2);
    }
    if (quote < 0 || this.isControlled(start, quote)) throw new JsonError();
    this.at = quote + 1;
  }

  /** Passes digits, of which there must be some. */
  private readDigits(): number {
    const { json } = this;
    const first = this.at;
    let at = first;
    for (let code = json.charCodeAt(at); code >= 48 && code <= 57; code = json.charCodeAt(at)) at++;
    if (at === first) throw new JsonError();
    this.at = at;
    return at - first;
  }

  /** Reads a number and returns how many digits its whole part has. */
  private readNumber(): number {
    const { json } = this;
    if (json.charCodeAt(this.at) === 45) this.at++;
    const whole = this.at;
    const digits = this.readDigits();
    if (digits > 1 && json.charCodeAt(whole) === 48) throw new JsonError();
    if (json.charCodeAt(this.at) === 46) {
      this.at++;
      this.readDigits();
    }
    if ((json.charCodeAt(this.at) | 32) === 101) {
      this.at++;
      const sign = json.charCodeAt(this.at);
      if (sign === 43 || sign === 45) this.at++;
      this.readDigits();
    }
    return digits;
  }

  private slotAt(
    start: number,
    end: number,
    row: Position,
    speaker: Speaker | null,
    frame: Frame | null,
    label: string | number,
    name: string | number,
    key: string,
    isNumber: boolean,
    isKey: boolean,
  ): Slot {
    const isEscaped = this.escaped && !isNumber;
    return { start, end, isNumber, isKey, isEscaped, row, speaker, frame, label, name, key, bytes: null };
  }

  readValue(
    node: PositionNode,
    outer: Speaker | null,
    parent: Frame | null,
    label: string | number,
    name: string | number,
    key: string,
    depth: number,
  ): void {
    this.skipSpace();
    const { json } = this;
    const start = this.at;
    const code = json.charCodeAt(start);
    const row = node.row ?? UNKNOWN.row!;
    if (code === 34) {
      this.at++;
      this.readString();
      this.addText(start + 1, this.at - 1, row, outer, parent, label, name, key);
      return;
    }
    if (code === 123 || code === 91) {
      if (depth > MAX_DEPTH) throw new JsonError();
      const speaker = node.context === null ? outer : { context: node.context, role: null };
      const frame: Frame = { parent, label, name };
      this.at++;
      if (code === 123) this.readMembers(node, speaker, frame, depth + 1);
      else this.readElements(node, speaker, frame, key, depth + 1);
      return;
    }
    if (code === 45 || (code >= 48 && code <= 57)) {
      const digits = this.readNumber();
      if (row.kind === "tokens") {
        if (this.tokens.length === 0 || this.tokens[this.tokens.length - 1]!.frame !== parent)
          this.tokens.push(this.slotAt(start, this.at, row, outer, parent, label, name, key, false, false));
      } else if (!SILENT_NUMBERS.has(row.kind) && (digits >= MIN_DIGITS || (key !== "" && isCued(row)))) {
        this.slots.push(this.slotAt(start, this.at, row, outer, parent, label, name, key, true, false));
      }
      return;
    }
    const word = code === 116 ? "true" : code === 102 ? "false" : code === 110 ? "null" : "";
    if (word === "" || !json.startsWith(word, start)) throw new JsonError();
    this.at += word.length;
  }

  /** Takes a string, unless it says who speaks or is a protocol value in its shape. */
  private addText(
    start: number,
    end: number,
    row: Position,
    outer: Speaker | null,
    parent: Frame | null,
    label: string | number,
    name: string | number,
    key: string,
  ): void {
    if (start === end) return;
    if (!this.escaped) {
      if (row.kind === "role") {
        const role = ROLES.get(this.json.slice(start, end));
        if (role !== undefined) {
          // A second, different role: what the provider takes is unknown, so the value is trusted least.
          if (outer !== null) outer.role = outer.role === null || outer.role === role ? role : "system";
          return;
        }
      } else if (Object.hasOwn(SHAPES, row.kind) && hasShape(row.kind, this.json.slice(start, end))) return;
    }
    this.slots.push(this.slotAt(start, end, row, outer, parent, label, name, key, false, false));
  }

  private readMembers(node: PositionNode, speaker: Speaker | null, frame: Frame, depth: number): void {
    const { json, slots } = this;
    let logprob = -1;
    let bytes: { start: number; end: number } | null = null;
    this.skipSpace();
    if (json.charCodeAt(this.at) === 125) {
      this.at++;
      return;
    }
    for (;;) {
      this.skipSpace();
      if (json.charCodeAt(this.at) !== 34) throw new JsonError();
      const start = ++this.at;
      this.readString();
      const end = this.at - 1;
      const key = json.slice(start, end);
      const { escaped } = this;
      const known = escaped ? undefined : node.members.get(key);
      const isFree = known === undefined && (escaped || !KEY_SHAPE.test(key));
      if (isFree && key !== "") {
        const row = (node.others ?? UNKNOWN).row ?? UNKNOWN.row!;
        slots.push(this.slotAt(start, end, row, speaker, frame, "*", "", "", false, true));
      }
      this.skipSpace();
      if (json.charCodeAt(this.at) !== 58) throw new JsonError();
      this.at++;
      this.skipSpace();
      const next = known ?? node.others ?? UNKNOWN;
      const first = this.at;
      const before = slots.length;
      this.readValue(next, speaker, frame, known === undefined ? "*" : key, key, isFree ? "" : key, depth);
      if (next.row?.kind === "logprob" && slots.length > before) logprob = before;
      else if (next.row?.kind === "bytes") bytes = { start: first, end: this.at };
      this.skipSpace();
      const code = json.charCodeAt(this.at++);
      if (code === 125) break;
      if (code !== 44) throw new JsonError();
    }
    if (logprob >= 0) slots[logprob]!.bytes = bytes;
  }

  private readElements(node: PositionNode, speaker: Speaker | null, frame: Frame, key: string, depth: number): void {
    const element = node.elements ?? (node.row === null ? UNKNOWN : node);
    this.skipSpace();
    if (this.json.charCodeAt(this.at) === 93) {
      this.at++;
      return;
    }
    PLACE.lastIndex = this.at;
    const cue = PLACE.test(this.json) ? HALF_OF_PLACE : key;
    let index = 0;
    if (this.askSkip !== null && element.context?.turn === true) {
      const skip = this.askSkip(this.at);
      this.askSkip = null;
      if (skip !== null) {
        this.at = skip.end;
        this.clean = Math.max(this.clean, skip.end);
        index = skip.count;
        if (this.endsList()) return;
      }
    }
    for (; ; index++) {
      this.readValue(element, speaker, frame, index, index, cue, depth);
      if (this.endsList()) return;
    }
  }

  /** Passes what stands behind an element, and says whether it was the last one. */
  private endsList(): boolean {
    this.skipSpace();
    const code = this.json.charCodeAt(this.at++);
    if (code !== 93 && code !== 44) throw new JsonError();
    return code === 93;
  }
}

/**
 * Walks JSON once and returns every string that the table does not exempt, numbers and free keys among them, with
 * their places in the raw text: nothing is parsed into objects, so nothing is lost, and duplicate keys are all seen.
 * Null when the text is no JSON. `root` is the node for the whole text.
 */
export function collectSlots(json: string, root: PositionNode, askSkip: AskSkip | null = null): Slots | null {
  const walk = new Walk(json, askSkip);
  try {
    walk.readValue(root, null, null, "", "", "", 0);
    walk.skipSpace();
    if (walk.at !== json.length) return null;
  } catch (error) {
    if (error instanceof JsonError) return null;
    throw error;
  }
  const { slots, tokens } = walk;
  return { slots, tokens };
}

/** What a slot says; null when its escapes are none of JSON's. */
export function readSlot(json: string, slot: Pick<Slot, "start" | "end" | "isEscaped">): string | null {
  const raw = json.slice(slot.start, slot.end);
  if (!slot.isEscaped) return raw;
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    return null;
  }
}

/** What is to stand in the place of raw text. */
export interface Splice {
  start: number;
  end: number;
  raw: string;
}

/** The raw text with its splices, which do not overlap, put in; everything else stays byte for byte. */
export function splice(json: string, splices: readonly Splice[]): string {
  if (splices.length === 0) return json;
  let out = "";
  let at = 0;
  const isInOrder = splices.every(({ start }, index) => index === 0 || splices[index - 1]!.start <= start);
  for (const { end, raw, start } of isInOrder ? splices : splices.toSorted((a, b) => a.start - b.start)) {
    out += json.slice(at, start) + raw;
    at = end;
  }
  return out + json.slice(at);
}

/** Where units of an escaped string, which rise, stand in the raw text. */
export function rawPlaces(json: string, slot: Slot, units: readonly number[]): number[] {
  let at = slot.start;
  let unit = 0;
  return units.map((wanted) => {
    for (; unit < wanted; unit++) at += json.charCodeAt(at) !== 92 ? 1 : json.charCodeAt(at + 1) === 117 ? 6 : 2;
    return at;
  });
}

/** The splice that writes `text` into a slot. A number becomes a string. */
export function writeSlot(slot: Slot, text: string): Splice {
  const quoted = JSON.stringify(text);
  return { start: slot.start, end: slot.end, raw: slot.isNumber ? quoted : quoted.slice(1, -1) };
}

/** Who speaks in a slot. */
export function roleOf(slot: Slot): SlotRole {
  return slot.row.role ?? slot.speaker?.role ?? slot.speaker?.context.role ?? "other";
}
