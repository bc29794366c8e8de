import { charClass, foldCode } from "./characters.ts";
import { createSipHash } from "./siphash.ts";
import type { SipHash } from "./siphash.ts";

/**
 * Source-leak fingerprints. Of a source are kept keyed hashes of word n-grams (content words only, winnowed) and of
 * every personal value found, in one Bloom filter. Without the key the filter says nothing; with it, one lookup takes
 * constant time.
 *
 * - n-grams of 5 content words, winnowed over windows of 2: any run of 6 content words of the source is noticed.
 * - 24 bits per entry, 16 probes: a false positive once in about 100,000 lookups of n-grams that are not in the source.
 */
export const GRAM_WORDS = 5;
export const WINNOW_WINDOW = 2;
export const BITS_PER_ENTRY = 24;
export const PROBES = 16;
/** Expected share of lookups that hit by chance: (1 - e^(-probes/bits))^probes. */
export const FALSE_POSITIVE_RATE = (1 - Math.exp(-PROBES / BITS_PER_ENTRY)) ** PROBES;

/** A stretch of a checked text that the source holds too. Offsets are UTF-16 code units. */
export interface LeakedRun {
  text: number;
  start: number;
  end: number;
  /** Content words in the run, at least `GRAM_WORDS`. */
  words: number;
  filter: number;
}

export interface LeakedEntity {
  text: number;
  start: number;
  end: number;
  filter: number;
}

export interface LeakReport {
  runs: LeakedRun[];
  entities: LeakedEntity[];
  /** Content words looked at, and how many of them lie in runs. */
  words: number;
  coveredWords: number;
}

export interface Fingerprinter {
  /** The filter of one source: its texts, and the personal values found in them. */
  source(texts: readonly string[], values: readonly string[]): Uint8Array;
  /** What of the texts is also in the sources. Throws RangeError for bytes that are no filter. */
  check(texts: readonly string[], filters: readonly Uint8Array[]): LeakReport;
}

const MAGIC = [0x55, 0x46, 0x50, 0x01];
const HEADER = 8;
/** Personal values of fewer letters and digits repeat by chance. */
const MIN_VALUE = 6;
/** Words that a value may span in the checked text. */
const MAX_VALUE_WORDS = 8;

/** Words without content of their own, es/en/pt/fr: dropped, so that small changes do not hide a copied run. */
const STOP_WORDS = new Set(
  (
    "a al algo ante con como cual cuando de del desde donde e el ella ellas ellos en entre era es esa ese eso esta este esto ha han hasta hay la las le les lo los mas me mi mis muy ni no nos o os otra para pero por porque que se ser si sin sobre son su sus tambien te ti tu tus un una uno unos y ya yo " +
    "about an and are as at be been but by can did do does for from had has have he her his how i if in into is it its just not of on or our she so than that the their them then there they this to us was we were what when which who will with would you your " +
    "ao aos as com da das dos ela ele em essa esse eu foi isso isto mais na nas nao nem nos num o ou pela pelo por qual quem sao seu sua um uma voce " +
    "au aux avec ce ces dans des du elle est et il ils je leur leurs lui ma mais mes mon ne notre on par pas plus pour qu sa sont sur ta ton un une vous"
  ).split(" "),
);

interface Words {
  starts: number[];
  ends: number[];
  /** Keyed 64-bit hashes of the words, in halves. */
  low: number[];
  high: number[];
  folded: string[];
}

/** Keyed word hashes of a text. */
function wordsOf(text: string, hash: SipHash, bytes: Uint8Array, keep: (word: string) => boolean): Words {
  const words: Words = { starts: [], ends: [], low: [], high: [], folded: [] };
  for (let i = 0; i < text.length;) {
    if (charClass(text.charCodeAt(i)) === 0) {
      i++;
      continue;
    }
    const start = i;
    let length = 0;
    let folded = "";
    while (i < text.length && charClass(text.charCodeAt(i)) !== 0) {
      const code = foldCode(text.charCodeAt(i++));
      if (length + 2 > bytes.length) continue;
      bytes[length++] = code & 0xff;
      bytes[length++] = code >> 8;
      folded += String.fromCharCode(code);
    }
    if (!keep(folded)) continue;
    hash.hash(bytes, 0, length);
    words.starts.push(start);
    words.ends.push(i);
    words.low.push(hash.low);
    words.high.push(hash.high);
    words.folded.push(folded);
  }
  return words;
}

function isContent(word: string): boolean {
  return !STOP_WORDS.has(word);
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Joins keyed word hashes `[from, from + count)` into one 64-bit hash, its halves in `out`. */
function joinHashes(words: Words, from: number, count: number, salt: number, out: Uint32Array): void {
  let a = salt | 0;
  let b = ~salt | 0;
  for (let i = from; i < from + count; i++) {
    a = mix(Math.imul(a, 0x01000193) ^ words.low[i]!);
    b = mix(Math.imul(b, 0x85ebca6b) ^ words.high[i]!);
  }
  out[0] = a;
  out[1] = b | 1;
}

const GRAM_SALT = 0x67;

/** A value is hashed as the run of its letters and digits, whatever separates them. */
function valueHash(compactValue: string, hash: SipHash, bytes: Uint8Array, out: Uint32Array): void {
  let length = 0;
  bytes[length++] = 0x76;
  for (let i = 0; i < compactValue.length && length + 2 <= bytes.length; i++) {
    const code = compactValue.charCodeAt(i);
    bytes[length++] = code & 0xff;
    bytes[length++] = code >> 8;
  }
  hash.hash(bytes, 0, length);
  out[0] = hash.low;
  out[1] = hash.high | 1;
}

/** Long enough, and either with digits or of two words at least: a first name alone is in every conversation. */
function isTelling(compactValue: string, wordCount: number): boolean {
  return compactValue.length >= MIN_VALUE && (wordCount > 1 || /\d/.test(compactValue));
}

function contains(filter: Uint8Array, bits: number, h: Uint32Array): boolean {
  let at = h[0]!;
  for (let probe = 0; probe < PROBES; probe++) {
    const bit = at % bits;
    if ((filter[HEADER + (bit >>> 3)]! & (1 << (bit & 7))) === 0) return false;
    at = (at + h[1]! + probe) >>> 0;
  }
  return true;
}

function insert(filter: Uint8Array, bits: number, low: number, high: number): void {
  let at = low;
  for (let probe = 0; probe < PROBES; probe++) {
    const bit = at % bits;
    filter[HEADER + (bit >>> 3)]! |= 1 << (bit & 7);
    at = (at + high + probe) >>> 0;
  }
}

function bitsOf(filter: Uint8Array): number {
  if (filter.length < HEADER + 1 || MAGIC.some((byte, i) => filter[i] !== byte))
    throw new RangeError("not a fingerprint filter");
  return (filter.length - HEADER) * 8;
}

/** `key` has 16 bytes and belongs to one tenant. Throws RangeError for another length. */
export function createFingerprinter(key: Uint8Array): Fingerprinter {
  const hash = createSipHash(key);
  const bytes = new Uint8Array(512);
  const joined = new Uint32Array(2);

  const source = (texts: readonly string[], values: readonly string[]): Uint8Array => {
    const entries: number[] = [];
    const seen = new Set<string>();
    const add = (): void => {
      const id = `${joined[0]}:${joined[1]}`;
      if (seen.has(id)) return;
      seen.add(id);
      entries.push(joined[0]!, joined[1]!);
    };
    for (const text of texts) {
      const words = wordsOf(text, hash, bytes, isContent);
      const grams = words.low.length - GRAM_WORDS + 1;
      const lows: number[] = [];
      for (let i = 0; i < grams; i++) {
        joinHashes(words, i, GRAM_WORDS, GRAM_SALT, joined);
        lows.push(joined[0]!);
      }
      // Winnowing: of every window the n-gram with the least hash is kept, and the last one, so that ends are covered.
      let last = -1;
      for (let i = 0; i < grams; i++) {
        let least = i;
        for (let k = i + 1; k < Math.min(i + WINNOW_WINDOW, grams); k++) if (lows[k]! <= lows[least]!) least = k;
        if (least === last) continue;
        last = least;
        joinHashes(words, least, GRAM_WORDS, GRAM_SALT, joined);
        add();
      }
    }
    for (const value of values) {
      const words = wordsOf(value, hash, bytes, () => true);
      const whole = words.folded.join("");
      if (!isTelling(whole, words.folded.length)) continue;
      valueHash(whole, hash, bytes, joined);
      add();
    }
    const size = Math.max(8, Math.ceil(((entries.length / 2) * BITS_PER_ENTRY) / 8));
    const filter = new Uint8Array(HEADER + size);
    filter.set(MAGIC);
    new DataView(filter.buffer).setUint32(4, entries.length / 2, true);
    for (let i = 0; i < entries.length; i += 2) insert(filter, size * 8, entries[i]!, entries[i + 1]!);
    return filter;
  };

  const check = (texts: readonly string[], filters: readonly Uint8Array[]): LeakReport => {
    const sizes = filters.map(bitsOf);
    const report: LeakReport = { runs: [], entities: [], words: 0, coveredWords: 0 };
    texts.forEach((text, textIndex) => {
      const words = wordsOf(text, hash, bytes, isContent);
      report.words += words.low.length;
      const covered = new Uint8Array(words.low.length);
      filters.forEach((filter, filterIndex) => {
        let run: { from: number; to: number } | null = null;
        const close = (): void => {
          if (run === null) return;
          report.runs.push({
            text: textIndex,
            start: words.starts[run.from]!,
            end: words.ends[run.to - 1]!,
            words: run.to - run.from,
            filter: filterIndex,
          });
          run = null;
        };
        for (let i = 0; i + GRAM_WORDS <= words.low.length; i++) {
          joinHashes(words, i, GRAM_WORDS, GRAM_SALT, joined);
          if (!contains(filter, sizes[filterIndex]!, joined)) continue;
          covered.fill(1, i, i + GRAM_WORDS);
          // Kept n-grams of one copied run lie at most a window apart.
          if (run !== null && i > (run as { to: number }).to + WINNOW_WINDOW) close();
          run = { from: run === null ? i : (run as { from: number }).from, to: i + GRAM_WORDS };
        }
        close();
      });
      report.coveredWords += covered.reduce((sum, bit) => sum + bit, 0);

      const all = wordsOf(text, hash, bytes, () => true);
      for (let i = 0; i < all.folded.length; i++) {
        let value = "";
        for (let next = i; next < Math.min(i + MAX_VALUE_WORDS, all.folded.length); next++) {
          value += all.folded[next]!;
          if (value.length > 64) break;
          if (!isTelling(value, next - i + 1)) continue;
          valueHash(value, hash, bytes, joined);
          filters.forEach((filter, filterIndex) => {
            if (contains(filter, sizes[filterIndex]!, joined))
              report.entities.push({
                text: textIndex,
                start: all.starts[i]!,
                end: all.ends[next]!,
                filter: filterIndex,
              });
          });
        }
      }
    });
    return report;
  };

  return { source, check };
}
