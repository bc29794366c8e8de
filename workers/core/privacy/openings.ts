import type { Detector } from "./detector.ts";

/**
 * What a pattern's matches may begin with: read off the pattern itself, so that a row of the table is tried only where
 * the first characters allow a match. The answer may allow too much, never too little.
 */

/** How many characters of an opening are told. */
export const OPENING = 8;
/** ASCII characters by their code, then every other code unit, then the end of the text. */
export const CLASSES = 130;
const OTHER = 128;
const END = 129;

/** Bit k: k characters are read so far; the last bit stands for `OPENING` or more. */
const ALL_PLACES = (1 << (OPENING + 1)) - 1;
const BEYOND = 1 << OPENING;

/** Reads on from a set of places, notes the characters it may meet there, and gives the places where it may end. */
type Step = (places: number) => number;

/** Characters that one atom of a pattern may take: 1 for each of `OTHER + 1` classes. */
type Chars = Uint8Array;

const LITERAL = /^[^\\.[\](){}*+?|^$/]$/;
const ESCAPE = /\\(?:[pP]\{\w+\}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]+\}|[^\n])/y;
const CLASS = /\[(?:\\[^\n]|[^\]\\])*\]/y;
const QUANTIFIER = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y;
const GROUP = /\((?:\?(?:[:=!]|<[=!]|<\w+>))?/y;
/** What may take characters beyond ASCII. */
const WIDE = /[^\0-\x7f]|\\[pPsSDWux]|^\.|^\[\^/;

const atoms = new Map<string, Chars>();

function charsOf(atom: string, flags: string): Chars {
  const name = `${flags}:${atom}`;
  let chars = atoms.get(name);
  if (chars === undefined) {
    chars = new Uint8Array(OTHER + 1);
    const pattern = new RegExp(`^(?:${atom})$`, flags);
    for (let code = 0; code < OTHER; code++) if (pattern.test(String.fromCharCode(code))) chars[code] = 1;
    // Without regard to case, `k` and `s` have forms beyond ASCII.
    if (flags.includes("i") || WIDE.test(atom)) chars[OTHER] = 1;
    atoms.set(name, chars);
  }
  return chars;
}

function onward(places: number): number {
  return ((places << 1) & ALL_PLACES) | (places & BEYOND);
}

class Reader {
  readonly allowed = new Uint8Array(OPENING * CLASSES);
  private readonly source: string;
  private readonly flags: string;
  private at = 0;

  constructor(pattern: RegExp) {
    this.source = pattern.source;
    this.flags = pattern.flags.replace(/[gy]/g, "");
  }

  read(): Uint8Array {
    const whole = this.alternatives();
    if (this.at < this.source.length) throw new RangeError(`Unread pattern: ${this.source.slice(this.at)}`);
    const ends = whole(1);
    for (let place = 0; place < OPENING; place++) if ((ends & (1 << place)) !== 0) this.allowAll(place, CLASSES);
    return this.allowed;
  }

  private alternatives(): Step {
    const branches = [this.sequence()];
    while (this.source[this.at] === "|") {
      this.at++;
      branches.push(this.sequence());
    }
    if (branches.length === 1) return branches[0]!;
    return (places) => branches.reduce((reached, branch) => reached | branch(places), 0);
  }

  private sequence(): Step {
    const steps: Step[] = [];
    while (this.at < this.source.length && this.source[this.at] !== "|" && this.source[this.at] !== ")")
      steps.push(this.quantified(this.atom()));
    return (places) => {
      let reached = places;
      for (let i = 0; i < steps.length && reached !== BEYOND && reached !== 0; i++) reached = steps[i]!(reached);
      return reached;
    };
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    if (match !== null) this.at += match[0].length;
    return match;
  }

  private quantified(step: Step): Step {
    const match = this.take(QUANTIFIER);
    if (match === null) return step;
    const [sign] = match;
    let least = sign.startsWith("+") ? 1 : 0;
    let most = sign.startsWith("?") ? 1 : Infinity;
    if (match[1] !== undefined) {
      least = Number(match[1]);
      most = match[2] === "" ? least : match[3] === "" ? Infinity : Number(match[3]);
    }
    return (places) => {
      let reached = places;
      for (let i = 0; i < Math.min(least, OPENING + 1); i++) reached = step(reached);
      let ends = reached;
      for (let i = least; i < Math.min(most, least + OPENING + 1) && reached !== BEYOND; i++) {
        reached = step(reached);
        ends |= reached;
      }
      return ends;
    };
  }

  private atom(): Step {
    const char = this.source[this.at]!;
    if (char === "(") return this.group();
    if (char === "^" || char === "$") {
      this.at++;
      return (places) => places;
    }
    if (char === "\\") {
      const [escape] = this.take(ESCAPE)!;
      if (escape === "\\b" || escape === "\\B") return (places) => places;
      if (/^\\[1-9]$/.test(escape)) return (places) => this.anything(places);
      if (escape === "\\k") throw new RangeError("Named references are not read");
      return this.oneOf(escape);
    }
    if (char === "[") {
      const match = this.take(CLASS);
      if (match === null) throw new RangeError(`Unread class: ${this.source.slice(this.at)}`);
      return this.oneOf(match[0]);
    }
    this.at++;
    if (char !== "." && char !== "/" && !LITERAL.test(char)) throw new RangeError(`Unread character: ${char}`);
    return this.oneOf(char === "/" ? "\\/" : char);
  }

  private group(): Step {
    const [opening] = this.take(GROUP)!;
    const inside = this.alternatives();
    this.at++;
    // What is looked at takes no characters, and what it demands is left out.
    return /^\(\?<?[=!]/.test(opening) ? (places) => places : inside;
  }

  private oneOf(atom: string): Step {
    const chars = charsOf(atom, this.flags);
    const isWide = chars[OTHER] === 1 && this.flags.includes("u");
    return (places) => {
      for (let place = 0; place < OPENING; place++) {
        if ((places & (1 << place)) === 0) continue;
        const row = place * CLASSES;
        for (let index = 0; index <= OTHER; index++) this.allowed[row + index]! |= chars[index]!;
        // One character may be two code units.
        if (isWide && place + 1 < OPENING) this.allowed[row + CLASSES + OTHER] = 1;
      }
      const next = onward(places);
      return isWide ? next | onward(next) : next;
    };
  }

  /** A reference to what a group took, of any length. */
  private anything(places: number): number {
    let reached = 0;
    for (let place = 0; place <= OPENING; place++) {
      if ((places & (1 << place)) === 0 && reached === 0) continue;
      reached |= 1 << place;
    }
    for (let place = 0; place < OPENING; place++) {
      if ((reached & (1 << place)) === 0) continue;
      this.allowAll(place, END);
      break;
    }
    return reached;
  }

  private allowAll(from: number, classes: number): void {
    for (let place = from; place < OPENING; place++) this.allowed.fill(1, place * CLASSES, place * CLASSES + classes);
  }
}

const known = new WeakMap<RegExp, Uint8Array>();

/** `OPENING` times `CLASSES` flags: whether a match may have that character at that place. Throws on syntax that no row uses. */
export function openingsOf(pattern: RegExp): Uint8Array {
  let openings = known.get(pattern);
  if (openings === undefined) known.set(pattern, (openings = new Reader(pattern).read()));
  return openings;
}

/** The openings of a row of the table; null when a match may begin with anything. */
export function openingsOfRow({ match, opens, shape }: Detector): Uint8Array | null {
  const pattern = match instanceof RegExp ? match : shape;
  if (pattern === undefined && opens === undefined) return null;
  const openings =
    pattern === undefined ? new Uint8Array(OPENING * CLASSES).fill(1) : Uint8Array.from(openingsOf(pattern));
  if (opens !== undefined) {
    for (let char = 0; char < CLASSES; char++)
      if (char >= OTHER || !opens.includes(String.fromCharCode(char))) openings[char] = 0;
  }
  return openings;
}

function classAt(text: string, at: number): number {
  if (at >= text.length) return END;
  const code = text.charCodeAt(at);
  return code < OTHER ? code : OTHER;
}

/** Whether the openings allow what stands at `at`. */
export function mayOpen(openings: Uint8Array, text: string, at: number): boolean {
  for (let place = 0; place < OPENING; place++)
    if (openings[place * CLASSES + classAt(text, at + place)] === 0) return false;
  return true;
}

/** The end of the text counts as a space. */
function mayFollow(next: string, char: number): boolean {
  if (char === OTHER) return /[^\0-\x7f]/.test(next);
  return next.includes(char === END ? " " : String.fromCharCode(char));
}

/** Groups of this length and longer are told apart by nothing. */
const LONGEST_GROUP = 36;

/**
 * Tells which rows of a list may match at a group of digits, or of letters and digits: by its length, by the character
 * behind it and by their openings. Rows are bits, row k the bit k % 32 of word k / 32, so that all are asked at once.
 */
export class RowFilter {
  private readonly words: number;
  private readonly left: Int32Array;
  /** By length and word; by the class of the next character and word; by place, class and word. */
  private readonly lengths: Int32Array;
  private readonly followers: Int32Array;
  private readonly openings: Int32Array;

  constructor(rows: readonly Detector[]) {
    const words = (rows.length + 31) >> 5;
    this.words = words;
    this.left = new Int32Array(words);
    this.lengths = new Int32Array((LONGEST_GROUP + 1) * words);
    this.followers = new Int32Array(CLASSES * words);
    this.openings = new Int32Array(OPENING * CLASSES * words);
    rows.forEach((row, index) => {
      const word = index >> 5;
      const bit = 1 << (index & 31);
      const openings = openingsOfRow(row);
      for (let length = 1; length <= LONGEST_GROUP; length++)
        if (row.starts === undefined || row.starts.some((start) => Math.min(start, LONGEST_GROUP) === length))
          this.lengths[length * words + word]! |= bit;
      for (let char = 0; char < CLASSES; char++)
        if (row.next === undefined || mayFollow(row.next, char)) this.followers[char * words + word]! |= bit;
      for (let index = 0; index < this.openings.length / words; index++)
        if (openings === null || openings[index] === 1) this.openings[index * words + word]! |= bit;
    });
  }

  /** Finds the rows that may match at the group; true when there are any. */
  select(text: string, start: number, end: number): boolean {
    const { followers, left, lengths, openings, words } = this;
    let length = Math.min(end - start, LONGEST_GROUP) * words;
    let follower = classAt(text, end) * words;
    for (let word = 0; word < words; word++) left[word] = lengths[length++]! & followers[follower++]!;
    for (let place = 0; place < OPENING; place++) {
      let from = (place * CLASSES + classAt(text, start + place)) * words;
      let any = 0;
      for (let word = 0; word < words; word++) {
        const rest = left[word]! & openings[from++]!;
        left[word] = rest;
        any |= rest;
      }
      if (any === 0) return false;
    }
    return true;
  }

  /** The first row at or behind `from` that the last selection holds, or -1. */
  next(from: number): number {
    const { left, words } = this;
    let word = from >> 5;
    if (word >= words) return -1;
    let bits = left[word]! & (-1 << (from & 31));
    while (bits === 0) {
      if (++word === words) return -1;
      bits = left[word]!;
    }
    return word * 32 + 31 - Math.clz32(bits & -bits);
  }
}
