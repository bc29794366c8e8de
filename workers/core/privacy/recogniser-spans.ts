import { CATEGORIES } from "./recogniser-model.ts";
import type { RecognisedSpan } from "./types.ts";

/** Spans below this probability are not reported. */
export const LOWEST_SCORE = 0.03;
/** Tokens at least this likely to be part of a name form spans of their own, apart from less likely neighbours. */
const LIKELY = 0.5;
/** Inside such a span a token may be a little less likely, most so in addresses and names of organisations. */
const PERSON_GOES_ON = 0.35;
const OTHERS_GO_ON = 0.25;
/**
 * A person's name begins right after another's only when the model is this sure: people put something between. The
 * same goes for what follows street, number and comma in an address.
 */
const SURELY_BEGINS = 0.9;
/** A number before a likely place is its house number when it is at least this likely to belong to a name. */
const HOUSE_NUMBER = 0.2;
/** Words before a likely organisation or place are its kind (`juzgado quinto`) when they are at least this likely. */
const KIND = 0.2;
const KIND_TOKENS = 3;
/** Two likely spans become one across this many less likely tokens (`de`, `de la`). */
const BRIDGE_TOKENS = 2;

interface OpenSpan {
  start: number;
  end: number;
  likely: boolean;
  /** Whether a token begins with a digit: an address, then. */
  numbered: boolean;
  tokens: number;
  /** Summed probability of being a name, and of each category. */
  sum: number;
  mass: [number, number, number];
}

/**
 * Turns label marginals, token by token, into spans. Neighbouring tokens join when they are on the same side of
 * `LIKELY`, so that a threshold above it gives tight spans and a low one adds what surrounds them. A span's score is the
 * mean probability that its tokens belong to a name.
 */
export class SpanBuilder {
  private spans: RecognisedSpan[] = [];
  private text: string;
  /** Touching spans that may still become one: a likely one and the less likely one after it, or the open one alone. */
  private held: OpenSpan[] = [];
  private open: OpenSpan | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Begins anew with another text. */
  begin(text: string): void {
    this.text = text;
  }

  /** `marginals` by label, as `recogniser-model.ts` numbers them. */
  take(marginals: Float64Array, start: number, end: number): void {
    const person = marginals[1]! + marginals[2]!;
    const location = marginals[3]! + marginals[4]!;
    const organization = marginals[5]! + marginals[6]!;
    const named = person + location + organization;
    if (named < LOWEST_SCORE) {
      if (this.open !== undefined) this.settle();
      return;
    }
    if (this.open !== undefined && person > named / 2 && start > this.open.end && endsSentence(this.text, this.open))
      this.settle();
    const before = this.open;
    const goesOn = person > named / 2 ? PERSON_GOES_ON : OTHERS_GO_ON;
    const likely = named >= (before?.likely === true ? goesOn : LIKELY);
    if (before !== undefined && likely && before.likely) {
      const begins = (marginals[1]! + marginals[3]! + marginals[5]!) / named;
      const last = this.text[before.end - 1]!;
      const glue =
        person > named / 2
          ? isLetterOrDigit(this.text, before.end - 1)
          : before.numbered && last === "," && location > named / 2;
      if (begins > (glue ? SURELY_BEGINS : LIKELY)) this.settle();
    }
    if (this.open !== undefined && likely !== this.open.likely) this.hold();
    let span = this.open;
    if (span === undefined) {
      span = { start, end, likely, numbered: false, tokens: 0, sum: 0, mass: [0, 0, 0] };
      this.open = span;
    }
    span.end = end;
    span.numbered ||= isDigit(this.text, start);
    span.tokens++;
    span.sum += named;
    span.mass[0] += person;
    span.mass[1] += location;
    span.mass[2] += organization;
  }

  /** A token that is nothing, or the end of a line: no span goes across it. */
  gap(): void {
    if (this.open !== undefined) this.settle();
  }

  finish(): RecognisedSpan[] {
    this.settle();
    const { spans } = this;
    this.spans = [];
    this.text = "";
    return spans;
  }

  /** Puts the open span aside: what follows touches it. */
  private hold(): void {
    this.held.push(this.open!);
    this.open = undefined;
  }

  /** Nothing touches the open span any more: joins what belongs together and hands it out. */
  private settle(): void {
    if (this.open !== undefined) this.hold();
    const { held } = this;
    if (held.length === 0) return;
    this.held = [];
    for (let index = 0; index < held.length; index++) {
      let span = held[index]!;
      if (index + 1 < held.length && this.isHouseNumber(span, held[index + 1]!)) {
        span = sumOf(span, held[index + 1]!);
        index++;
      }
      while (index + 2 < held.length && this.joins(span, held[index + 1]!, held[index + 2]!)) {
        span = sumOf(sumOf(span, held[index + 1]!), held[index + 2]!);
        index += 2;
      }
      if (index + 1 < held.length && this.isPartOf(span, held[index + 1]!)) {
        index++;
        const { start } = span;
        span = { ...held[index]!, start };
        while (index + 2 < held.length && this.joins(span, held[index + 1]!, held[index + 2]!)) {
          span = sumOf(sumOf(span, held[index + 1]!), held[index + 2]!);
          index += 2;
        }
      }
      this.hand(span);
    }
  }

  private joins(first: OpenSpan, gap: OpenSpan, last: OpenSpan): boolean {
    if (!first.likely || gap.likely || gap.tokens > BRIDGE_TOKENS || categoryOf(first) !== categoryOf(last))
      return false;
    const between = this.text.slice(first.end, last.start);
    if (categoryOf(first) !== ORGANIZATION && CONJUNCTION.test(between)) return false;
    return WORDS.test(between) || (first.numbered && categoryOf(first) === LOCATION && COMMA.test(between));
  }

  /** Whether a doubtful number stands right before a place: `09 indra nagar`. */
  private isHouseNumber(number: OpenSpan, place: OpenSpan): boolean {
    if (number.likely || number.tokens !== 1 || number.sum < HOUSE_NUMBER || !place.likely) return false;
    return categoryOf(place) === LOCATION && NUMBER.test(this.text.slice(number.start, number.end));
  }

  /**
   * Whether doubtful words say what kind of organisation or place the likely name behind them is, or are the forename
   * and initial of a likely person.
   */
  private isPartOf(words: OpenSpan, name: OpenSpan): boolean {
    const category = categoryOf(words);
    if (words.likely || words.tokens > KIND_TOKENS || !name.likely || categoryOf(name) !== category) return false;
    if (category === PERSON) return GIVEN_NAME.test(this.text.slice(words.start, name.start + 1));
    return words.sum >= KIND * words.tokens && WORDS.test(this.text.slice(words.start, name.start));
  }

  /**
   * Where an organisation that begins with a preposition does begin: at the noun before it, when that is what such
   * bodies are called or has a capital, and behind the preposition otherwise.
   */
  private headOf({ start, end }: { start: number; end: number }): number {
    const opening = PREPOSITION.exec(this.text.slice(start, Math.min(end, start + PREPOSITION_CHARS)));
    if (opening === null) return start;
    const head = HEAD.exec(this.text.slice(Math.max(0, start - HEAD_CHARS), start));
    if (head !== null && (/^\p{Lu}/u.test(head[1]!) || BODIES.test(head[1]!))) {
      const from = start - head[0].length;
      const before = this.spans.at(-1);
      if (before === undefined || before.end <= from) return from;
      // The noun was a doubtful name of its own.
      if (before.start === from && before.score < LIKELY) {
        this.spans.pop();
        return from;
      }
    }
    return start + opening[0].length;
  }

  private hand(span: OpenSpan): void {
    const category = CATEGORIES[categoryOf(span)]!;
    const trimmed = trim(this.text, span.start, span.end, ABBREVIATION_CHARS[category]);
    const { end } = trimmed;
    const start = categoryOf(span) === ORGANIZATION && span.likely ? this.headOf(trimmed) : trimmed.start;
    if (end > start) this.spans.push({ category, start, end, score: Math.min(1, span.sum / span.tokens) });
  }
}

/** Whether the span ends with the full stop of a sentence, not of an initial or a shortened name. */
function endsSentence(text: string, { end, start }: OpenSpan): boolean {
  const last = text[end - 1]!;
  if (last === "!" || last === "?") return true;
  if (last !== "." || end - start < SENTENCE_WORD) return false;
  const word = /\p{L}+$/u.exec(text.slice(Math.max(start, end - LONGEST_WORD), end - 1))?.[0] ?? "";
  return word.length >= SENTENCE_WORD && !SHORTENED.has(word.toLowerCase());
}

function categoryOf(span: OpenSpan): number {
  const [person, location, organization] = span.mass;
  if (person >= location && person >= organization) return 0;
  return location >= organization ? 1 : 2;
}

/** Two neighbours as one likely span. */
function sumOf(first: OpenSpan, last: OpenSpan): OpenSpan {
  return {
    start: first.start,
    end: last.end,
    likely: true,
    numbered: first.numbered || last.numbered,
    tokens: first.tokens + last.tokens,
    sum: first.sum + last.sum,
    mass: [first.mass[0] + last.mass[0], first.mass[1] + last.mass[1], first.mass[2] + last.mass[2]],
  };
}

/** What a bridge may consist of: a list's comma parts two names. */
const WORDS = /^[\p{L}\p{M}\s]+$/u;
/** The parts of an address are one place: a street and number, then a comma, then the district or the city. */
const COMMA = /^\s*,\s*$/u;
/** What stands between two people or two places, not inside one name. */
const CONJUNCTION = /^\s+(?:y|e|o|and|or|et|ou|&)\s+$/u;
/** `Ana R.` or `Ana R` before what begins with the full stop or with the surname. */
const GIVEN_NAME = /^\p{L}+\s+\p{L}(?:\.|\.\s*\p{L})$/u;
const NUMBER = /^\d{1,5}$/u;
/** How an organisation that lacks its noun begins, and the word before it. */
const PREPOSITION = /^(?:de|del|do|da|of)\s{1,2}(?:(?:la|las|los|el|lo|the)\s{1,2})?(?=\p{L})/iu;
const PREPOSITION_CHARS = 12;
const HEAD = /(?<![\p{L}\p{N}])(\p{L}[\p{L}'’-]*)\s$/u;
const HEAD_CHARS = 28;
const BODIES =
  /^(?:hospital|cl[ií]nica|centro|instituto|universidad|facultad|colegio|escuela|primaria|secundaria|preparatoria|jard[ií]n|liceo|academia|banco|caja|registro|juzgado|tribunal|junta|fiscal[ií]a|defensor[ií]a|notar[ií]a|secretar[ií]a|ministerio|direcci[oó]n|departamento|c[aá]mara|consejo|ayuntamiento|gobierno|polic[ií]a|cruz|asociaci[oó]n|fundaci[oó]n|sindicato|cooperativa|sociedad|federaci[oó]n|grupo|casa|servicios|unidad|laboratorio|sanatorio|forjas|aceros|university|college|school|bank|ministry|department|court|house|chamber|institute|church|board|h[oô]pital|universidade|escola|tribunal|minist[eé]rio)s?$/iu;
/** A word with a full stop is shortened when it is this short, or one of these. */
const SENTENCE_WORD = 3;
const LONGEST_WORD = 24;
const SHORTENED = new Set("fco fca gpe sta sto dra dña sra srta mtra mtro prof capt sgto".split(" "));
const DIGIT = /\p{Nd}/u;
const PERSON = 0;
const LOCATION = 1;
const ORGANIZATION = 2;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** How long an abbreviation at a name's end may be, and still keep its full stop: `Ana G.`, `Acme Ltd.` */
const ABBREVIATION_CHARS = { PERSON: 1, LOCATION: 0, ORGANIZATION: 4 } as const;

/**
 * Takes white space and punctuation off both ends, with two exceptions: a full stop after an initial (or after a short
 * word that ends the name of an organisation) belongs to the name, and so does an initial before a full stop.
 */
function trim(text: string, from: number, to: number, abbreviation: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && !isLetterOrDigit(text, start) && !isSurrogate(text, start)) start++;
  while (end > start && !isLetterOrDigit(text, end - 1) && !isSurrogate(text, end - 1)) end--;
  if (start > from) start = withInitial(text, start, from);
  if (text[end] === "." && end > start) {
    const word = lastWord(text, start, end, abbreviation);
    if (word > 0 && (end < to || word === 1)) end++;
  }
  return { start, end };
}

/** The pattern is asked for what is not ASCII only: this is asked of every token of a name. */
function isLetterOrDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 127) return LETTER_OR_DIGIT.test(text[at]!);
  const lower = code | 32;
  return (lower > 96 && lower < 123) || (code > 47 && code < 58);
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 127 ? DIGIT.test(text[at]!) : code > 47 && code < 58;
}

function isSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xf800) === 0xd800;
}

/** Moves the start back over `A. ` or `A.` when the span began at its full stop. */
function withInitial(text: string, start: number, from: number): number {
  if (text[from] !== "." || from === 0 || !/\p{Lu}/u.test(text[from - 1]!)) return start;
  return from >= 2 && isLetterOrDigit(text, from - 2) ? start : from - 1;
}

/** Length of the word of letters that ends at `end`, or 0 when it is longer than `longest`. */
function lastWord(text: string, start: number, end: number, longest: number): number {
  let length = 0;
  while (length <= longest && end - length > start && /\p{L}/u.test(text[end - length - 1]!)) length++;
  return length > longest ? 0 : length;
}
