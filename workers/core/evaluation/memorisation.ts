import { type HashKey, keyedHash, keyedHashText } from "./keyed-hash.ts";
import { computed, type MetricOutcome } from "./outcome.ts";
import { normaliseValue } from "./privacy-score.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { foldText, roundScore, type Word } from "./text.ts";

/** Length in tokens of the shortest run that counts as reproduced. */
export const RUN_LENGTH = 15;
/** A run that stands in this many sources is a stock phrase: reported, not counted. */
export const STOCK_SOURCES = 3;
/** Length in tokens of the phrases by which stock is known. */
export const PHRASE_LENGTH = 4;
/** Tokens outside stock phrases that a run needs to count as reproduced; chosen on the calibration half of eval:meta. */
const RARE_TOKENS = 12;
/**
 * A run of this length is a copy whatever it consists of: stock phrases in just the order of one source. On the
 * calibration half 70 rejects no good dialogue more; the rest is margin.
 */
const LONG_RUN = 100;
/** Longest name or identifier looked for, in tokens. */
const IDENTIFIER_TOKENS = 4;
const IDENTIFIER_LENGTH = 4;
const SLOT = "\u0000";

/** A text with the stretches that Layer 0 found in it (UTF-16 code units, half open). */
export interface MaskedText {
  text: string;
  spans: readonly { start: number; end: number }[];
}

/** What is kept of one source: fingerprints only, sorted. They are 53-bit integers; the key is not among them. */
export interface SourceFingerprints {
  source_id: string;
  /** Of its runs of 15 tokens and of its phrases of four. */
  runs: Float64Array;
  identifiers: Float64Array;
}

/** Keyed fingerprints of a tenant's sources. Every lookup takes constant time. */
export interface SourceIndex {
  /** Nothing is held: nothing can be a copy. */
  isEmpty(): boolean;
  /** How many sources hold the run or phrase of this fingerprint. */
  sourcesWithRun(fingerprint: number): number;
  /** Whether a source holds this name or identifier, however it is spaced or cased. */
  hasIdentifier(value: string): boolean;
  /** The same of a value in the form of `normaliseValue`. */
  hasIdentifierForm(form: string): boolean;
  /** Fingerprint of every run of `RUN_LENGTH` tokens, in order. */
  fingerprintRuns(tokens: readonly string[]): Float64Array;
  /** Fingerprint of every phrase of `PHRASE_LENGTH` tokens, in order. */
  fingerprintPhrases(tokens: readonly string[]): Float64Array;
}

/**
 * Tokens for memorisation: folded words in order; a stretch found by Layer 0 is one slot, and so is a word with a
 * digit, so that a copy in which only names and numbers were exchanged is still a copy. `start` and `end` are offsets in
 * the original text.
 */
export function maskedTokens({ text, spans }: MaskedText): Word[] {
  const tokens: Word[] = [];
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}_]+/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    while (next < sorted.length && sorted[next]!.end <= start) next += 1;
    const span = sorted[next];
    const masked = span !== undefined && span.start < end;
    const value = masked ? SLOT : tokenOf(match[0]);
    const last = tokens.at(-1);
    if (value === SLOT && last?.text === SLOT) last.end = end;
    else tokens.push({ text: value, start, end });
  }
  return tokens;
}

/** A word as a token: folded, or a slot where it has a digit. Short words are remembered, since they come again. */
function tokenOf(word: string): string {
  const known = tokens.get(word);
  if (known !== undefined) return known;
  const token = /\p{N}/u.test(word) ? SLOT : foldText(word);
  remember(tokens, word, token);
  return token;
}

/** Keeps what was worked out for a word; bounded, and without slices that hold on to a whole text. */
function remember<T>(cache: Map<string, T>, word: string, value: T): void {
  if (word.length > 12) return;
  if (cache.size >= 20_000) cache.clear();
  cache.set(word, value);
}

const tokens = new Map<string, string>();
const forms = new Map<string, string>();

/** `normaliseValue` of one word. */
function formOf(word: string): string {
  const known = forms.get(word);
  if (known !== undefined) return known;
  const form = normaliseValue(word);
  remember(forms, word, form);
  return form;
}

/** Fingerprints of a tenant under its key. Two tenants' fingerprints have nothing in common. */
export function createFingerprinter(key: HashKey) {
  const tokenHashes = new Map<string, number>();
  const tokenHash = (token: string): number => {
    let hash = tokenHashes.get(token);
    if (hash === undefined) {
      hash = keyedHashText(key, token);
      // Bounded: an adversary's vocabulary must not fill the memory.
      if (tokenHashes.size < 50_000) tokenHashes.set(token, hash);
    }
    return hash;
  };
  const grams = (tokens: readonly string[], length: number): Float64Array => {
    const dropA = power(MULTIPLIER_A, length);
    const dropB = power(MULTIPLIER_B, length);
    const count = Math.max(0, tokens.length - length + 1);
    const fingerprints = new Float64Array(count);
    const low = new Int32Array(tokens.length);
    const high = new Int32Array(tokens.length);
    for (let i = 0; i < tokens.length; i++) {
      const hash = tokenHash(tokens[i]!);
      low[i] = (hash % 0x100000000) | 0;
      high[i] = Math.floor(hash / 0x100000000);
    }
    const words = new Int32Array(2);
    // Two rolling polynomials over the secret token hashes; the keyed hash on top hides what neighbours share.
    let a = 0;
    let b = 0;
    for (let i = 0; i < tokens.length; i++) {
      a = (Math.imul(a, MULTIPLIER_A) + low[i]!) | 0;
      b = (Math.imul(b, MULTIPLIER_B) + high[i]!) | 0;
      if (i >= length) {
        a = (a - Math.imul(dropA, low[i - length]!)) | 0;
        b = (b - Math.imul(dropB, high[i - length]!)) | 0;
      }
      if (i >= length - 1) {
        words[0] = a;
        words[1] = b;
        fingerprints[i - length + 1] = keyedHash(key, words);
      }
    }
    return fingerprints;
  };
  const identifierForm = (form: string): number => keyedHashText(key, `id:${form}`);
  const identifier = (value: string): number => identifierForm(normaliseValue(value));
  return {
    runs: (tokens: readonly string[]) => grams(tokens, RUN_LENGTH),
    phrases: (tokens: readonly string[]) => grams(tokens, PHRASE_LENGTH),
    identifier,
    identifierForm,
  };
}

const MULTIPLIER_A = 0x01000193;
const MULTIPLIER_B = 0x5bd1e995;

function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result = Math.imul(result, base);
  return result;
}

/**
 * Fingerprints of one source, to be taken before its raw text goes. `identifiers` are its unique identifiers and full
 * names as Layer 0 found them. Runs do not cross turns' texts only where the caller separates them: pass one text per
 * turn, they are joined as they follow each other.
 */
export function fingerprintSource(
  key: HashKey,
  sourceId: string,
  texts: readonly MaskedText[],
  identifiers: readonly string[],
): SourceFingerprints {
  const fingerprinter = createFingerprinter(key);
  const tokens = texts.flatMap((text) => maskedTokens(text)).map((token) => token.text);
  return {
    source_id: sourceId,
    runs: sortedUnique([...fingerprinter.runs(tokens), ...fingerprinter.phrases(tokens)]),
    identifiers: sortedUnique(identifiers.filter(isIdentifying).map((value) => fingerprinter.identifier(value))),
  };
}

/** A forename alone or a short number identifies nobody: two words, or four characters with a digit or an at sign. */
function isIdentifying(value: string): boolean {
  const form = normaliseValue(value);
  return form.length >= IDENTIFIER_LENGTH && (/[\p{N}@]/u.test(form) || /\p{L}\P{L}+\p{L}/u.test(value.trim()));
}

function sortedUnique(values: Iterable<number>): Float64Array {
  return Float64Array.from(new Set(values)).sort();
}

/** The tenant's sources in memory. `remove` forgets a source as if it had never been added. */
export function createSourceIndex(
  key: HashKey,
  sources: Iterable<SourceFingerprints> = [],
): SourceIndex & { add(source: SourceFingerprints): void; remove(sourceId: string): void } {
  const fingerprinter = createFingerprinter(key);
  const held = new Map<string, SourceFingerprints>();
  const runs = new Map<number, number>();
  const maybeRuns = createSieve();
  const identifiers = new Map<number, number>();
  const count = (map: Map<number, number>, values: Float64Array, step: 1 | -1) => {
    for (const value of values) {
      const total = (map.get(value) ?? 0) + step;
      if (total === 0) map.delete(value);
      else map.set(value, total);
    }
  };
  const remove = (sourceId: string) => {
    const source = held.get(sourceId);
    if (source === undefined) return;
    count(runs, source.runs, -1);
    count(identifiers, source.identifiers, -1);
    held.delete(sourceId);
  };
  const add = (source: SourceFingerprints) => {
    remove(source.source_id);
    held.set(source.source_id, source);
    count(runs, source.runs, 1);
    for (const run of source.runs) maybeRuns.add(run);
    count(identifiers, source.identifiers, 1);
  };
  for (const source of sources) add(source);
  return {
    add,
    remove,
    isEmpty: () => held.size === 0,
    sourcesWithRun: (fingerprint) => (maybeRuns.has(fingerprint) ? (runs.get(fingerprint) ?? 0) : 0),
    hasIdentifier: (value) => identifiers.size > 0 && identifiers.has(fingerprinter.identifier(value)),
    hasIdentifierForm: (form) => identifiers.size > 0 && identifiers.has(fingerprinter.identifierForm(form)),
    fingerprintRuns: (tokens) => fingerprinter.runs(tokens),
    fingerprintPhrases: (tokens) => fingerprinter.phrases(tokens),
  };
}

const SIEVE_BITS = 20;

/**
 * A bit for each value of the low bits of a fingerprint: most runs stand in no source, and this says so without a look
 * into the large map. Values that were removed stay, which costs a look.
 */
function createSieve(): { add(fingerprint: number): void; has(fingerprint: number): boolean } {
  const bits = new Uint32Array(1 << (SIEVE_BITS - 5));
  const low = (fingerprint: number) => fingerprint % (1 << SIEVE_BITS);
  return {
    add: (fingerprint) => {
      const at = low(fingerprint);
      bits[at >>> 5]! |= 1 << (at & 31);
    },
    has: (fingerprint) => {
      const at = low(fingerprint);
      return (bits[at >>> 5]! & (1 << (at & 31))) !== 0;
    },
  };
}

/** Bytes of one source's fingerprints: two counts, then the values, all little endian doubles. */
export function encodeFingerprints({ runs, identifiers }: SourceFingerprints): Uint8Array {
  const values = [runs.length, identifiers.length, ...runs, ...identifiers];
  const view = new DataView(new ArrayBuffer(values.length * 8));
  values.forEach((value, i) => view.setFloat64(i * 8, value, true));
  return new Uint8Array(view.buffer);
}

/** The inverse of `encodeFingerprints`. Throws RangeError when the bytes are no fingerprints. */
export function decodeFingerprints(sourceId: string, bytes: Uint8Array): SourceFingerprints {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 16 || bytes.byteLength % 8 !== 0) throw new RangeError("not fingerprints");
  const runs = view.getFloat64(0, true);
  const identifiers = view.getFloat64(8, true);
  if (!(runs >= 0) || !(identifiers >= 0) || (runs + identifiers + 2) * 8 !== bytes.byteLength) {
    throw new RangeError("not fingerprints");
  }
  const read = (from: number, length: number) =>
    Float64Array.from({ length }, (_, i) => view.getFloat64((2 + from + i) * 8, true));
  return { source_id: sourceId, runs: read(0, runs), identifiers: read(runs, identifiers) };
}

/**
 * Share of the conversation's tokens inside runs of 15 or more that stand in one or two sources, text mandated by the
 * seed left out. Tokens inside phrases of four that three sources or more share are stock (what professionals say to
 * everyone) and do not count, nor does a run with fewer than twelve others, unless it is very long. A name or identifier of a source counts at least 0.01, which is the gate.
 */
export function scoreMemorisation(
  texts: readonly MaskedText[],
  mandated: readonly string[],
  index: SourceIndex,
  findings: readonly string[],
): MetricOutcome {
  const tokens: string[] = [];
  const words: string[] = [];
  for (const text of texts) {
    for (const token of maskedTokens(text)) {
      tokens.push(token.text);
      words.push(text.text.slice(token.start, token.end));
    }
  }
  if (index.isEmpty()) return computed(0, "keyed-15-grams/2", [{ tokens: tokens.length, sources: 0 }]);
  const exempt = mandatedPositions(tokens, mandated);
  const copied = new Uint8Array(tokens.length);
  const stock = new Uint8Array(tokens.length);
  index.fingerprintRuns(tokens).forEach((fingerprint, i) => {
    const sources = index.sourcesWithRun(fingerprint);
    if (sources > 0) (sources < STOCK_SOURCES ? copied : stock).fill(1, i, i + RUN_LENGTH);
  });
  if (copied.includes(1)) {
    index.fingerprintPhrases(tokens).forEach((fingerprint, i) => {
      if (index.sourcesWithRun(fingerprint) >= STOCK_SOURCES) stock.fill(1, i, i + PHRASE_LENGTH);
    });
  }
  const total = tokens.length;
  const counted = countCopied(copied, stock, exempt);
  const identifiers =
    findings.filter((value) => isIdentifying(value) && index.hasIdentifier(value)).length +
    identifierWindows(words, index);
  const share = total === 0 ? 0 : counted / total;
  const score = Math.max(share, 0.01 * identifiers);
  const evidence = [
    {
      tokens: total,
      copied_tokens: counted,
      stock_tokens: stock.reduce((sum, flag) => sum + flag, 0),
      exempt_tokens: exempt.reduce((sum, flag) => sum + flag, 0),
      source_identifiers: identifiers,
    },
  ];
  // Rounding must not lift a score over the gate or drop a real copy under it.
  return computed(score > 0 ? Math.max(roundScore(score), 0.0001) : 0, "keyed-15-grams/2", evidence);
}

/**
 * Tokens of copied runs that are neither stock nor mandated, over the runs that have enough of them, and all that are
 * not mandated over runs that are very long.
 */
function countCopied(copied: Uint8Array, stock: Uint8Array, exempt: Uint8Array): number {
  let total = 0;
  let rare = 0;
  let own = 0;
  for (let i = 0; i <= copied.length; i++) {
    if (copied[i] === 1) {
      if (exempt[i] === 1) continue;
      own += 1;
      if (stock[i] === 0) rare += 1;
      continue;
    }
    if (own >= LONG_RUN) total += own;
    else if (rare >= RARE_TOKENS) total += rare;
    rare = 0;
    own = 0;
  }
  return total;
}

const FUNCTION_WORDS = new Set(Object.values(STOP_WORDS).flatMap((words) => [...words]));

/** Windows of two to four words, and single words with digits, that a source holds as a name or an identifier. */
function identifierWindows(words: readonly string[], index: SourceIndex): number {
  // No name begins or ends with a function word, which spares most of the lookups.
  const isEdge = words.map((word) => !FUNCTION_WORDS.has(word.toLowerCase()));
  const wordForms = words.map(formOf);
  let hits = 0;
  let i = 0;
  while (i < words.length) {
    let matched = 0;
    for (let length = IDENTIFIER_TOKENS; isEdge[i]! && length >= 1 && matched === 0; length--) {
      if (i + length > words.length || !isEdge[i + length - 1]!) continue;
      if (length === 1 && !/\d/.test(words[i]!)) continue;
      let form = wordForms[i]!;
      for (let k = 1; k < length; k++) form += wordForms[i + k]!;
      if (form.length < IDENTIFIER_LENGTH || !index.hasIdentifierForm(form)) continue;
      if (isIdentifying(words.slice(i, i + length).join(" "))) matched = length;
    }
    hits += matched > 0 ? 1 : 0;
    i += Math.max(1, matched);
  }
  return hits;
}

function mandatedPositions(tokens: readonly string[], mandated: readonly string[]): Uint8Array {
  const exempt = new Uint8Array(tokens.length);
  for (const text of mandated) {
    const run = maskedTokens({ text, spans: [] }).map((token) => token.text);
    if (run.length === 0) continue;
    for (let i = 0; i + run.length <= tokens.length; i++) {
      if (tokens[i] === run[0] && run.every((token, k) => tokens[i + k] === token)) exempt.fill(1, i, i + run.length);
    }
  }
  return exempt;
}
