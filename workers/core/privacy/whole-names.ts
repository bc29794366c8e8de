import { hasDigit, isWordChar } from "./characters.ts";
import { CITY, FORENAME, FORENAME_RARE, FUNCTION_WORD, REGION, SURNAME, SURNAME_MID, SURNAME_RARE } from "./lexicon.ts";
import type { Lexicon } from "./lexicon.ts";
import { hashWord } from "./tokens.ts";
import type { RecognisedSpan } from "./types.ts";

/** From this score on a span is what the model says; below it, what stands beside it may make it part of a name. */
const LIKELY = 0.5;
/** A doubtful given name belongs to the name behind it when it is this likely: over a link, and next to it. */
const LINKED = 0.2;
const TOUCHING = 0.3;
/** Given names that a name may gain on its left, and the characters in which they stand. */
const GAINED = 3;
const REACH = 64;

const GAP = "[ \\t\\u00a0]{1,2}";
const WORD = "(?<![\\p{L}\\p{M}\\p{N}'’@._/\\\\-])(\\p{L}[\\p{L}\\p{M}]{1,24})";
/** What links the parts of a name. */
const LINK = `(?:del?|d[aio]s?|du|van|von)(?:${GAP}(?:las?|los|l?el?|de[rn]))?`;
/** What follows a given name and a link in given names of two words: "María del Carmen", "José de Jesús". */
const DEVOTION =
  "(?:[aá]ngeles|amparo|aparecida|asunci[oó]n|auxilio|bel[eé]n|candelaria|caridad|carm[eo]n?|concei[cç][aã]o|concepci[oó]n|" +
  "consuelo|coral|cruz|dios|dolores|dores|encarnaci[oó]n|esperanza|f[aá]tima|gra[cç]as?|gracia|guadalupe|jes[uú]s|lourdes|" +
  "luz|mar|mercedes|milagros?|mon[st]serrat|nieves|ni[nñ]o|paz|pilar|piedad|prado|refugio|remedios|reyes|roc[ií]o|" +
  "rosario|sagrario|salud|socorro|soledad|valle)(?![\\p{L}\\p{M}\\p{N}])";
const OPENS_LINKED = new RegExp(`^(?:${LINK}|las?|los|le)${GAP}`, "iu");
const OPENS_DEVOTED = new RegExp(`^${LINK}${GAP}${DEVOTION}`, "iu");
const OPENS_DEVOTION = new RegExp(`^${DEVOTION}`, "iu");
/** Such a name with a surname behind it. */
const IS_DEVOTED = new RegExp(`^${WORD}(?:${GAP}\\p{L}+)?${GAP}${LINK}${GAP}${DEVOTION}${GAP}\\p{L}`, "iu");
const GIVEN_BEFORE = new RegExp(`${WORD}(${GAP}${LINK})?${GAP}$`, "iu");
const DEVOTED_BEFORE = new RegExp(`${WORD}${GAP}${LINK}${GAP}${DEVOTION}(${GAP}${LINK})?${GAP}$`, "iu");

function isBlank(code: number): boolean {
  return code === 32 || code === 160 || code === 9;
}

function isCapital(text: string): boolean {
  return text !== text.toLowerCase();
}

function hasFlags(lexicon: Lexicon, word: string, flags: number): boolean {
  return (lexicon.flags(hashWord(word)) & flags) !== 0;
}

/** `O'` before a name, with the sign that the tokeniser takes for an apostrophe or for a quotation mark. */
const IRISH = /(?<![\p{L}\p{M}\p{N}'’])[Oo]['’‘`´]$/u;

const COMMA = 44;
const FIRST_WORD = /^\p{Lu}[\p{L}\p{M}]+/u;
/** Where a field begins and ends that holds nothing but a name. */
const FIELD_BEFORE = /(?:^|[\n\f\r\u0085\u2028\u2029:;|\t"])[ \t]*$/;
const FIELD_BEHIND = /^(?:\.?[ \t]*(?:$|[\n\f\r\u0085\u2028\u2029;|\t("])|\.\s)/;
const GAP_CHARS = 4;

class Joiner {
  private readonly text: string;
  private readonly lexicon: Lexicon;
  /** In order, without overlaps: what was taken so far. */
  private readonly taken: RecognisedSpan[] = [];

  constructor(text: string, lexicon: Lexicon) {
    this.text = text;
    this.lexicon = lexicon;
  }

  join(spans: readonly RecognisedSpan[]): RecognisedSpan[] {
    for (const span of spans) this.take(span);
    return this.taken;
  }

  private take(span: RecognisedSpan): void {
    const { taken, text } = this;
    let whole = this.isDevoted(span) ? { ...span, category: "PERSON" as const } : span;
    for (let gained = 0; gained < GAINED; gained++) {
      const start = this.startOf(whole);
      if (start === whole.start) break;
      let { score } = span;
      while (taken.length > 0 && taken.at(-1)!.start >= start) score = Math.max(score, taken.pop()!.score);
      const last = taken.at(-1);
      if (last !== undefined && last.end > start) last.end = endOfWords(text, last.start, start);
      whole = { category: "PERSON", start, end: span.end, score };
    }
    const last = taken.at(-1);
    if (last !== undefined && this.isInverted(last, whole)) {
      last.end = whole.end;
      last.score = Math.min(last.score, whole.score);
    } else taken.push(whole);
  }

  /** Whether what was taken for a place is a person's whole name: "JOSÉ MARÍA DEL VALLE ARCE". */
  private isDevoted({ category, end, start }: RecognisedSpan): boolean {
    if (category !== "LOCATION") return false;
    const name = IS_DEVOTED.exec(this.text.slice(start, end));
    return (
      name !== null && hasFlags(this.lexicon, name[1]!, FORENAME) && !hasFlags(this.lexicon, name[1]!, FUNCTION_WORD)
    );
  }

  /** Whether two names are one, surname first: "GARCÍA LÓPEZ, MARÍA" on a line or in a field of its own. */
  private isInverted(surname: RecognisedSpan, given: RecognisedSpan): boolean {
    const { lexicon, text } = this;
    if (text.charCodeAt(surname.end) !== COMMA || given.start - surname.end > 2) return false;
    for (const { category, score } of [surname, given]) if (category !== "PERSON" || score < LIKELY) return false;
    const [first] = FIRST_WORD.exec(text.slice(surname.start, surname.end)) ?? [""];
    const [name] = FIRST_WORD.exec(text.slice(given.start, given.end)) ?? [""];
    return (
      FIELD_BEFORE.test(text.slice(Math.max(0, surname.start - GAP_CHARS), surname.start)) &&
      FIELD_BEHIND.test(text.slice(given.end, given.end + GAP_CHARS)) &&
      hasFlags(lexicon, first, SURNAME) &&
      !hasFlags(lexicon, first, FORENAME) &&
      hasFlags(lexicon, name, FORENAME)
    );
  }

  /** Where the name begins whose first words the model parted from it; its own start when it did not. */
  private startOf(span: RecognisedSpan): number {
    const { text } = this;
    const { start } = span;
    const isPerson = span.category === "PERSON" && span.score >= LIKELY;
    if (isPerson && start > 1 && IRISH.test(text.slice(Math.max(0, start - 3), start))) return start - 2;
    if (span.score < LINKED || start === 0 || !isBlank(text.charCodeAt(start - 1))) return start;
    const before = text.slice(Math.max(0, start - REACH), start);
    const own = text.slice(start, span.end + REACH);
    const capital = isCapital(text.slice(start, span.end));
    const isGiven = (found: RegExpExecArray): boolean =>
      (!capital || isCapital(found[1]!)) && hasFlags(this.lexicon, found[1]!, FORENAME);
    const devoted = DEVOTED_BEFORE.exec(before);
    if (devoted !== null && (isPerson || devoted[2] !== undefined) && isGiven(devoted))
      return start - before.length + devoted.index;
    const given = GIVEN_BEFORE.exec(before);
    if (given === null || !isGiven(given)) return start;
    const at = start - before.length + given.index;
    if ((given[2] === undefined ? OPENS_DEVOTED : OPENS_DEVOTION).test(own)) return at;
    const linked = given[2] !== undefined || OPENS_LINKED.test(own);
    const over = this.taken.findLast((other) => other.start <= at && other.end > at);
    if (!isPerson || over === undefined || over.start < at || over.category !== "PERSON") return start;
    return over.score >= (linked ? LINKED : TOUCHING) && (linked || over.score < LIKELY) ? at : start;
  }
}

/** The end of the last word before `to`. */
function endOfWords(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && !isWordChar(text.charCodeAt(end - 1))) end--;
  return end;
}

const LETTERS = /\p{L}[\p{L}\p{M}]/u;
/** Words of a span that may be known: two letters are by chance. */
const WORDS = /\p{L}[\p{L}\p{M}]{2,}/gu;
/** Words of forms have it, names have not: "né(e)", "Estimado(a)". */
const INFLECTION = /^\((?:n?e|a|o|e?s|as|os)\)/iu;
const INFLECTION_CHARS = 4;
/** A number with its unit, a port and a room: "120 Hz", "puerto 5432", "room B-204". */
const MEASURE = /^(?:[\d.,]+\s?\p{L}{1,3}|(?:puerto|porta?|sala|aula|room|salle)\s(?:\p{L}-?)?\d+)$/iu;
const KNOWN = FORENAME | SURNAME | SURNAME_MID | CITY | REGION;

function isRunPart(code: number): boolean {
  return code === 45 || code === 95 || isWordChar(code);
}

/** Where the run of letters, digits and hyphens around a place begins or ends, `REACH` characters away at most. */
function runStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < REACH && isRunPart(text.charCodeAt(start - 1))) start--;
  return start;
}

function runEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < REACH && isRunPart(text.charCodeAt(end))) end++;
  return end;
}

/**
 * Whether a span can be a name at all: it has a word or is made of initials, and is no piece of a slug or of a reference
 * ("room B-204", "/tpmbqv-jeock-20922"), unless the words of it are known.
 */
function isNameLike(text: string, { category, end, start }: RecognisedSpan, lexicon: Lexicon): boolean {
  const own = text.slice(start, Math.min(end, start + REACH));
  if (!LETTERS.test(own)) return (category === "PERSON" || isCapital(own)) && !hasDigit(own, 0, own.length);
  if (INFLECTION.test(text.slice(end, end + INFLECTION_CHARS))) return false;
  if (category === "LOCATION" && MEASURE.test(own)) return false;
  const from = runStart(text, start);
  const to = runEnd(text, start);
  if (to < end || !hasDigit(text, from, to) || (from === start && to === end && !/[-_]/.test(own))) return true;
  const known = category === "PERSON" ? KNOWN | FORENAME_RARE | SURNAME_RARE : KNOWN;
  for (const [word] of own.matchAll(WORDS)) if (hasFlags(lexicon, word, known)) return true;
  return false;
}

/**
 * The spans of one text with names whole: given names that the model parted from what follows over a link ("MARÍA | DEL
 * CARMEN GARCÍA", "JEAN DE | LA FONTAINE") or doubted, the "O'" of Irish names and what stands behind the comma of
 * "García López, María" are of the name. Without what can be no name.
 */
export function wholeNames(text: string, spans: readonly RecognisedSpan[], lexicon: Lexicon): RecognisedSpan[] {
  return new Joiner(text, lexicon).join(spans.filter((span) => isNameLike(text, span, lexicon)));
}
