const BASE64 = /[A-Za-z0-9+/]{24,4000}={0,2}/gu;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const LEAST_BASE64 = 24;
const IN_BASE64 = new Uint8Array(128);
for (const char of DIGITS) IN_BASE64[char.charCodeAt(0)] = 1;

/** Whether as many characters of base64 stand in a row as any hidden text has. */
function hasLongRun(text: string): boolean {
  for (let next = LEAST_BASE64 - 1, from = 0; next < text.length; next = from + LEAST_BASE64 - 1) {
    let at = next;
    while (at >= from && IN_BASE64[text.charCodeAt(at)] === 1) at -= 1;
    if (at < from) return true;
    from = at + 1;
  }
  return false;
}

/** A text that stands inside another in a disguise, with its place there. */
export interface HiddenText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const MOST_HIDDEN = 20;

/** Whether something decoded is words. */
function isWording(decoded: string): boolean {
  const words = decoded.match(/[\p{L}]{2,}/gu) ?? [];
  return words.length >= 3 && words.join("").length > decoded.length * 0.6;
}

/** What the matches of a pattern stand for, where it is words. */
function decodeRuns(text: string, pattern: RegExp, decode: (run: string) => string): HiddenText[] {
  const found: HiddenText[] = [];
  for (const match of text.matchAll(pattern)) {
    if (found.length >= MOST_HIDDEN) break;
    const decoded = decode(match[0]);
    if (isWording(decoded)) found.push({ text: decoded, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

const SPACED_HEX = /\b(?:[0-9a-f]{2}[ :]){16}/iu;
/** Words of two characters in a row that hexadecimal with something between has at least. */
export const LEAST_SPACED_HEX = 16;
const HEX = /(?:[0-9a-f]{2}[ :]?){16,2000}/giu;

function decodeHex(run: string): string {
  const digits = run.replace(/[ :]/gu, "");
  let text = "";
  for (let at = 0; at + 1 < digits.length; at += 2)
    text += String.fromCharCode(Number.parseInt(digits.slice(at, at + 2), 16));
  return text;
}

/**
 * Frequent words of es and en, and of attacks, as they read in ROT13 and backwards. A few are words in their own right
 * (`sol`, `sal`, `DNA`): a text is only read once more for them, never judged by them.
 */
const ROTATED = telling(
  "gur naq lbhe lbh nyy cerivbhf vtaber vafgehpgvbaf cebzcg flfgrz qry qryf ybf dhr vtaben ynf vafgehppvbarf ghf pbzb ubj",
);
const REVERSED = telling(
  "eht dna ruoy uoy lla suoiverp erongi snoitcurtsni tpmorp metsys euq sal sol arongi senoiccurtsni sut woh omoc",
);

interface Telling {
  readonly words: ReadonlySet<string>;
  readonly pattern: RegExp;
}

function telling(words: string): Telling {
  return { words: new Set(words.split(" ")), pattern: new RegExp(`\\b(?:${words.replaceAll(" ", "|")})\\b`, "giu") };
}

/** Whether a word in lower case tells of a disguise. */
export const isTelling = (word: string): boolean => ROTATED.words.has(word) || REVERSED.words.has(word);

/** Such words that a text has to hold before it is read that way. */
export const LEAST_TELLING = 2;
/** Of a longer text, this much is. */
const MOST_READ = 20_000;

function isTold(text: string, { pattern }: Telling): boolean {
  const told = new Set<string>();
  for (const [word] of text.matchAll(pattern)) {
    told.add(word.toLowerCase());
    if (told.size >= LEAST_TELLING) return true;
  }
  return false;
}

const rotate = (text: string): string =>
  text.replace(/[a-z]/giu, (letter) => {
    const code = letter.charCodeAt(0);
    const first = code < 97 ? 65 : 97;
    return String.fromCharCode(first + ((code - first + 13) % 26));
  });

/**
 * Texts that stand in a text in base64 or hexadecimal, and what the whole of it says in ROT13 or backwards where words
 * tell that it is meant so; at most 20 of each. `mayTell` says whether it holds such words at all, `mayBeHex` whether it
 * holds hexadecimal with something between.
 */
export function hiddenTexts(
  text: string,
  { mayBeHex, mayTell }: { mayBeHex: boolean; mayTell: boolean },
): HiddenText[] {
  const found: HiddenText[] = [];
  if (hasLongRun(text)) found.push(...decodeRuns(text, BASE64, decodeBase64), ...decodeRuns(text, HEX, decodeHex));
  else if (mayBeHex && SPACED_HEX.test(text)) found.push(...decodeRuns(text, HEX, decodeHex));
  if (!mayTell) return found;
  const start = text.slice(0, MOST_READ);
  const whole = { start: 0, end: start.length };
  if (isTold(start, ROTATED)) found.push({ text: rotate(start), ...whole });
  if (isTold(start, REVERSED)) found.push({ text: [...start].toReversed().join(""), ...whole });
  return found;
}

function decodeBase64(text: string): string {
  const bytes = new Uint8Array(Math.floor((text.replace(/=+$/u, "").length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const character of text) {
    const value = DIGITS.indexOf(character);
    if (value < 0) break;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      if (at < bytes.length) bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return new TextDecoder().decode(bytes.subarray(0, at));
}
