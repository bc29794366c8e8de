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

/** Classes are bits of this many integers. */
const INTS = (CLASSES + 31) >> 5;

/** Characters that one atom of a pattern may take. */
type Chars = Int32Array;

/** Every character, and the end of the text. */
const EVERY = Int32Array.from({ length: INTS }, (_, index) => (index < CLASSES >> 5 ? -1 : (1 << (CLASSES & 31)) - 1));

function add(chars: Chars, char: number): void {
  chars[char >> 5]! |= 1 << (char & 31);
}

function has(chars: Chars, char: number): boolean {
  return ((chars[char >> 5]! >>> (char & 31)) & 1) !== 0;
}

const LITERAL = /^[^\\.[\](){}*+?|^$/]$/;
const ESCAPE = /\\(?:[pP]\{\w+\}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]+\}|[^\n])/y;
const CLASS = /\[(?:\\[^\n]|[^\]\\])*\]/y;
const QUANTIFIER = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y;
const GROUP = /\((?:\?(?:[:=!]|<[=!]|<\w+>))?/y;
const atoms = new Map<string, Chars>();

/** ASCII characters of the escapes that stand for several; those named in `WIDE` take others too. */
const SETS: Readonly<Record<string, string>> = {
  "\\d": "0-9",
  "\\w": "0-9A-Z_-_a-z",
  "\\s": "\t-\r - ",
  "\\p{L}": "A-Za-z",
  "\\p{Lu}": "A-Z",
  "\\p{Ll}": "a-z",
  "\\p{N}": "0-9",
  "\\p{Nd}": "0-9",
  "\\p{M}": "",
};
const WIDE = /^\\[sp]/;
const CONTROLS: Readonly<Record<string, string>> = { t: "\t", n: "\n", v: "\v", f: "\f", r: "\r", 0: "\0" };
const ITEM = /\\[pP]\{\w+\}|\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\u\{[0-9a-fA-F]+\}|\\?[^]/gy;

/** The code of one character as it is written in a pattern. */
function codeOf(item: string): number {
  if (!item.startsWith("\\")) return item.charCodeAt(0);
  if (/^\\[xu]./.test(item)) return parseInt(item.slice(2).replace(/[{}]/g, ""), 16);
  const char = item[1]!;
  if (/[A-Zac-z1-9]/.test(char) && !Object.hasOwn(CONTROLS, char)) throw new RangeError(`Unread escape: ${item}`);
  return (CONTROLS[char] ?? char).charCodeAt(0);
}

function addRange(chars: Chars, from: number, to: number): void {
  if (to >= OTHER) add(chars, OTHER);
  for (let code = from; code <= Math.min(to, OTHER - 1); code++) add(chars, code);
}

/** Adds what a set of `SETS`, its opposite or a character takes. */
function addItem(chars: Chars, item: string): void {
  if (!/^\\[dwspDWSP]/.test(item)) {
    addRange(chars, codeOf(item), codeOf(item));
    return;
  }
  const set = `\\${item[1]!.toLowerCase()}${item.slice(2)}`;
  if (!Object.hasOwn(SETS, set)) throw new RangeError(`Unread set: ${item}`);
  const own = new Int32Array(INTS);
  const ranges = SETS[set]!;
  for (let i = 0; i < ranges.length; i += 3) addRange(own, ranges.charCodeAt(i), ranges.charCodeAt(i + 2));
  const isOpposite = set !== item;
  for (let index = 0; index < OTHER >> 5; index++) chars[index]! |= isOpposite ? ~own[index]! : own[index]!;
  if (isOpposite || WIDE.test(item)) add(chars, OTHER);
}

function addClass(chars: Chars, inside: string): void {
  const items = inside.match(ITEM) ?? [];
  for (let i = 0; i < items.length; i++) {
    if (items[i + 1] === "-" && i + 2 < items.length) {
      addRange(chars, codeOf(items[i]!), codeOf(items[i + 2]!));
      i += 2;
    } else addItem(chars, items[i]!);
  }
}

/** Letters of both cases are the same bits of the integers for 64 to 95 and for 96 to 127. */
function addCases(chars: Chars): void {
  const letters = (chars[2]! | chars[3]!) & 0x07fffffe;
  chars[2]! |= letters;
  chars[3]! |= letters;
}

function charsOf(atom: string, flags: string): Chars {
  const name = `${flags}:${atom}`;
  const known = atoms.get(name);
  if (known !== undefined) return known;
  const chars = new Int32Array(INTS);
  const isClass = atom.length > 1 && atom.startsWith("[");
  const isNegated = isClass && atom[1] === "^";
  if (atom === ".") addRange(chars, 0, OTHER);
  else if (isClass) addClass(chars, atom.slice(isNegated ? 2 : 1, -1));
  else addItem(chars, atom);
  if (flags.includes("i")) addCases(chars);
  if (isNegated) for (let index = 0; index < OTHER >> 5; index++) chars[index] = ~chars[index]!;
  // Without regard to case, `k` and `s` have forms beyond ASCII.
  if (isNegated || flags.includes("i")) add(chars, OTHER);
  atoms.set(name, chars);
  return chars;
}

function onward(places: number): number {
  return ((places << 1) & ALL_PLACES) | (places & BEYOND);
}

/** A step that is taken once from the same places: it would note the same again. */
function once(step: Step): Step {
  const taken = new Map<number, number>();
  return (places) => {
    let reached = taken.get(places);
    if (reached === undefined) taken.set(places, (reached = step(places)));
    return reached;
  };
}

class Reader {
  readonly allowed = new Int32Array(OPENING * INTS);
  private readonly source: string;
  private readonly flags: string;
  private at = 0;

  constructor(pattern: RegExp) {
    this.source = pattern.source;
    this.flags = pattern.flags.replace(/[gy]/g, "");
  }

  read(): Int32Array {
    const whole = this.alternatives();
    if (this.at < this.source.length) throw new RangeError(`Unread pattern: ${this.source.slice(this.at)}`);
    const ends = whole(1);
    for (let place = 0; place < OPENING; place++) if ((ends & (1 << place)) !== 0) this.allowAll(place, true);
    return this.allowed;
  }

  private alternatives(): Step {
    const branches = [this.sequence()];
    while (this.source[this.at] === "|") {
      this.at++;
      branches.push(this.sequence());
    }
    if (branches.length === 1) return branches[0]!;
    return once((places) => branches.reduce((reached, branch) => reached | branch(places), 0));
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
      for (let i = 0; i < least && reached !== BEYOND && i <= OPENING; i++) reached = step(reached);
      let ends = reached;
      for (let i = least; i < most; i++) {
        reached = step(reached);
        // Places that were reached before lead nowhere else.
        if ((reached & ~ends) === 0) break;
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
    const isWide = has(chars, OTHER) && this.flags.includes("u");
    const { allowed } = this;
    /** Places at which the characters are noted already: most steps are taken many times. */
    let noted = 0;
    return (places) => {
      const fresh = places & ~noted;
      noted |= places;
      for (let place = 0; fresh >>> place !== 0 && place < OPENING; place++) {
        if ((fresh & (1 << place)) === 0) continue;
        const from = place * INTS;
        for (let index = 0; index < INTS; index++) allowed[from + index]! |= chars[index]!;
        // One character may be two code units.
        if (isWide && place + 1 < OPENING) allowed[from + INTS + (OTHER >> 5)]! |= 1 << (OTHER & 31);
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
      this.allowAll(place, false);
      break;
    }
    return reached;
  }

  /** Every character at all places from `from` on, and where `orEnd` says so the end of the text. */
  private allowAll(from: number, orEnd: boolean): void {
    for (let place = from; place < OPENING; place++) {
      for (let index = 0; index < INTS; index++) this.allowed[place * INTS + index]! |= EVERY[index]!;
      if (!orEnd) this.allowed[place * INTS + (END >> 5)]! &= ~(1 << (END & 31));
    }
  }
}

const known = new WeakMap<RegExp, Int32Array>();

/** `OPENING` sets of characters: those a match may have at that place. Throws on syntax that no row uses. */
export function openingsOf(pattern: RegExp): Int32Array {
  let openings = known.get(pattern);
  if (openings === undefined) known.set(pattern, (openings = new Reader(pattern).read()));
  return openings;
}

/** The openings of a row of the table; null when a match may begin with anything. */
export function openingsOfRow({ match, opens, shape }: Detector): Int32Array | null {
  const pattern = match instanceof RegExp ? match : shape;
  if (pattern === undefined && opens === undefined) return null;
  const openings =
    pattern === undefined
      ? Int32Array.from({ length: OPENING * INTS }, (_, index) => EVERY[index % INTS]!)
      : Int32Array.from(openingsOf(pattern));
  if (opens !== undefined) {
    const first = new Int32Array(INTS);
    for (const char of opens) add(first, char.charCodeAt(0));
    for (let index = 0; index < INTS; index++) openings[index]! &= first[index]!;
  }
  return openings;
}

function classAt(text: string, at: number): number {
  if (at >= text.length) return END;
  const code = text.charCodeAt(at);
  return code < OTHER ? code : OTHER;
}

/** Whether the openings allow what stands at `at`. */
export function mayOpen(openings: Int32Array, text: string, at: number): boolean {
  for (let place = 0; place < OPENING; place++) {
    const char = classAt(text, at + place);
    if (((openings[place * INTS + (char >> 5)]! >>> (char & 31)) & 1) === 0) return false;
  }
  return true;
}

/** The characters that may stand beside a group; the ends of the text count as spaces. */
function neighbours(allowed: string | undefined): Chars {
  if (allowed === undefined) return EVERY;
  const chars = new Int32Array(INTS);
  for (const char of allowed) {
    add(chars, Math.min(char.charCodeAt(0), OTHER));
    if (char === " ") add(chars, END);
  }
  return chars;
}

/** The places behind and before the group, after those of the opening. */
const BEHIND = OPENING;
const BEFORE = OPENING + 1;
/** Classes of one place, and one more for what goes for all. */
const PLACE_CLASSES = CLASSES + 1;
/** Groups of this length and longer are told apart by nothing. */
const LONGEST_GROUP = 36;

/**
 * Tells which rows of a list may match at a group of digits, or of letters and digits: by its length, by the characters
 * around it and by their openings. Rows are bits, row k the bit k % 32 of word k / 32, so that all are asked at once.
 */
export class RowFilter {
  private readonly words: number;
  private readonly left: Int32Array;
  private readonly lengths: Int32Array;
  /** By place, class and word: the places of an opening, then the characters behind and before the group. */
  private readonly places: Int32Array;

  constructor(rows: readonly Detector[]) {
    const words = (rows.length + 31) >> 5;
    this.words = words;
    this.left = new Int32Array(words);
    this.lengths = new Int32Array((LONGEST_GROUP + 1) * words);
    this.places = new Int32Array((OPENING + 2) * PLACE_CLASSES * words);
    const anyLength = Array.from({ length: LONGEST_GROUP }, (_, index) => index + 1);
    rows.forEach((row, index) => {
      const word = index >> 5;
      const bit = 1 << (index & 31);
      const openings = openingsOfRow(row);
      for (const length of row.starts ?? anyLength)
        this.lengths[Math.min(length, LONGEST_GROUP) * words + word]! |= bit;
      for (let place = 0; place < OPENING; place++)
        this.allow(place, openings === null ? EVERY : openings.subarray(place * INTS, (place + 1) * INTS), word, bit);
      this.allow(BEHIND, neighbours(row.next), word, bit);
      this.allow(BEFORE, neighbours(row.follows), word, bit);
    });
    for (let place = 0; place < OPENING + 2; place++) {
      const from = place * PLACE_CLASSES * words;
      for (let index = 0; index < CLASSES * words; index++)
        this.places[from + index]! |= this.places[from + CLASSES * words + (index % words)]!;
    }
  }

  /** What allows every class is noted once, behind the classes. */
  private allow(place: number, chars: Chars, word: number, bit: number): void {
    const { words } = this;
    const from = place * PLACE_CLASSES * words + word;
    let isEvery = true;
    for (let index = 0; index < INTS; index++) if (chars[index] !== EVERY[index]) isEvery = false;
    if (isEvery) {
      this.places[from + CLASSES * words]! |= bit;
      return;
    }
    for (let index = 0; index < INTS; index++) {
      for (let bits = chars[index]!; bits !== 0; bits &= bits - 1)
        this.places[from + (index * 32 + 31 - Math.clz32(bits & -bits)) * words]! |= bit;
    }
  }

  /** Finds the rows that may match at the group; true when there are any. */
  select(text: string, start: number, end: number): boolean {
    const { left, lengths, places, words } = this;
    let length = Math.min(end - start, LONGEST_GROUP) * words;
    let behind = (BEHIND * PLACE_CLASSES + classAt(text, end)) * words;
    let before = (BEFORE * PLACE_CLASSES + (start === 0 ? END : classAt(text, start - 1))) * words;
    for (let word = 0; word < words; word++) left[word] = lengths[length++]! & places[behind++]! & places[before++]!;
    for (let place = 0; place < OPENING; place++) {
      let from = (place * PLACE_CLASSES + classAt(text, start + place)) * words;
      let any = 0;
      for (let word = 0; word < words; word++) {
        const rest = left[word]! & places[from++]!;
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
