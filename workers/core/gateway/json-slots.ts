import { KEY_SHAPE, SHAPES, UNKNOWN } from "./positions.ts";
import type { Context, Position, PositionNode, ShapeName } from "./positions.ts";
import type { SlotRole } from "./types.ts";

/** Deeper bodies are refused: no dialect needs them, and the walk must not overflow its stack. */
const MAX_DEPTH = 200;
/** Whole numbers from this many digits on may be telephone numbers, cards or accounts. */
const MIN_DIGITS = 7;

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

/** One string (or long number, or free key) of a JSON text. Offsets are those of the raw text. */
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

/**
 * Walks JSON once and returns every string that the table does not exempt, long numbers and free keys among them, with
 * their places in the raw text: nothing is parsed into objects, so nothing is lost, and duplicate keys are all seen.
 * Null when the text is no JSON. `root` is the node for the whole text.
 */
export function collectSlots(json: string, root: PositionNode): Slots | null {
  const slots: Slot[] = [];
  const tokens: Slot[] = [];
  let at = 0;
  let escaped = false;

  const skipSpace = (): void => {
    for (;;) {
      const code = json.charCodeAt(at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      at++;
    }
  };

  /** Reads a string whose opening quote was passed; leaves `at` behind the closing one. */
  const readString = (): void => {
    escaped = false;
    for (;;) {
      const code = json.charCodeAt(at);
      if (code === 34) break;
      if (code === 92) {
        escaped = true;
        at += 2;
        continue;
      }
      if (!(code >= 32)) throw new JsonError();
      at++;
    }
    at++;
  };

  const readNumber = (): number => {
    const start = at;
    if (json.charCodeAt(at) === 45) at++;
    const whole = at;
    const readDigits = (): void => {
      const first = at;
      while (json.charCodeAt(at) >= 48 && json.charCodeAt(at) <= 57) at++;
      if (at === first) throw new JsonError();
    };
    readDigits();
    if (at - whole > 1 && json.charCodeAt(whole) === 48) throw new JsonError();
    const digits = at - whole;
    if (json.charCodeAt(at) === 46) {
      at++;
      readDigits();
    }
    if ((json.charCodeAt(at) | 32) === 101) {
      at++;
      if (json.charCodeAt(at) === 43 || json.charCodeAt(at) === 45) at++;
      readDigits();
    }
    return at === start ? 0 : digits;
  };

  const slotAt = (
    start: number,
    end: number,
    row: Position,
    speaker: Speaker | null,
    frame: Frame | null,
    label: string | number,
    name: string | number,
    key: string,
  ): Slot => ({
    start,
    end,
    isNumber: false,
    isKey: false,
    isEscaped: escaped,
    row,
    speaker,
    frame,
    label,
    name,
    key,
    bytes: null,
  });

  const readValue = (
    node: PositionNode,
    outer: Speaker | null,
    parent: Frame | null,
    label: string | number,
    name: string | number,
    key: string,
    depth: number,
  ): void => {
    skipSpace();
    const code = json.charCodeAt(at);
    const row = node.row ?? UNKNOWN.row!;
    if (code === 34) {
      const start = ++at;
      readString();
      const end = at - 1;
      if (row.kind === "role" && !escaped) {
        const role = ROLES.get(json.slice(start, end));
        if (role !== undefined) {
          // A second, different role: what the provider takes is unknown, so the value is trusted least.
          if (outer !== null) outer.role = outer.role === null || outer.role === role ? role : "system";
          return;
        }
      }
      if (start === end) return;
      if (!escaped && Object.hasOwn(SHAPES, row.kind) && hasShape(row.kind, json.slice(start, end))) return;
      slots.push(slotAt(start, end, row, outer, parent, label, name, key));
      return;
    }
    if (code === 123 || code === 91) {
      if (depth > MAX_DEPTH) throw new JsonError();
      const speaker = node.context === null ? outer : { context: node.context, role: null };
      const frame: Frame = { parent, label, name };
      at++;
      if (code === 123) readMembers(node, speaker, frame, depth + 1);
      else readElements(node, speaker, frame, key, depth + 1);
      return;
    }
    if (code === 45 || (code >= 48 && code <= 57)) {
      const start = at;
      const digits = readNumber();
      escaped = false;
      if (row.kind === "tokens") {
        if (tokens.length === 0 || tokens[tokens.length - 1]!.frame !== parent)
          tokens.push(slotAt(start, at, row, outer, parent, label, name, key));
      } else if (digits >= MIN_DIGITS && !SILENT_NUMBERS.has(row.kind)) {
        slots.push({ ...slotAt(start, at, row, outer, parent, label, name, key), isNumber: true });
      }
      return;
    }
    const word = code === 116 ? "true" : code === 102 ? "false" : code === 110 ? "null" : "";
    if (word === "" || !json.startsWith(word, at)) throw new JsonError();
    at += word.length;
  };

  const readMembers = (node: PositionNode, speaker: Speaker | null, frame: Frame, depth: number): void => {
    let logprob = -1;
    let bytes: { start: number; end: number } | null = null;
    skipSpace();
    if (json.charCodeAt(at) === 125) {
      at++;
      return;
    }
    for (;;) {
      skipSpace();
      if (json.charCodeAt(at) !== 34) throw new JsonError();
      const start = ++at;
      readString();
      const key = json.slice(start, at - 1);
      const known = escaped ? undefined : node.members.get(key);
      const isFree = known === undefined && (escaped || !KEY_SHAPE.test(key));
      if (isFree && key !== "")
        slots.push({
          ...slotAt(start, at - 1, (node.others ?? UNKNOWN).row ?? UNKNOWN.row!, speaker, frame, "*", "", ""),
          isKey: true,
        });
      skipSpace();
      if (json.charCodeAt(at) !== 58) throw new JsonError();
      at++;
      skipSpace();
      const next = known ?? node.others ?? UNKNOWN;
      const first = at;
      const before = slots.length;
      readValue(next, speaker, frame, known === undefined ? "*" : key, key, isFree ? "" : key, depth);
      if (next.row?.kind === "logprob" && slots.length > before) logprob = before;
      else if (next.row?.kind === "bytes") bytes = { start: first, end: at };
      skipSpace();
      const code = json.charCodeAt(at++);
      if (code === 125) break;
      if (code !== 44) throw new JsonError();
    }
    if (logprob >= 0) slots[logprob]!.bytes = bytes;
  };

  const readElements = (
    node: PositionNode,
    speaker: Speaker | null,
    frame: Frame,
    key: string,
    depth: number,
  ): void => {
    const element = node.elements ?? (node.row === null ? UNKNOWN : node);
    skipSpace();
    if (json.charCodeAt(at) === 93) {
      at++;
      return;
    }
    for (let index = 0; ; index++) {
      readValue(element, speaker, frame, index, index, key, depth);
      skipSpace();
      const code = json.charCodeAt(at++);
      if (code === 93) return;
      if (code !== 44) throw new JsonError();
    }
  };

  try {
    readValue(root, null, null, "", "", "", 0);
    skipSpace();
    if (at !== json.length) return null;
  } catch (error) {
    if (error instanceof JsonError) return null;
    throw error;
  }
  return { slots, tokens };
}

/** What a slot says; null when its escapes are none of JSON's. */
export function readSlot(json: string, slot: Slot): string | null {
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
  for (const { end, raw, start } of splices.toSorted((a, b) => a.start - b.start)) {
    out += json.slice(at, start) + raw;
    at = end;
  }
  return out + json.slice(at);
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
