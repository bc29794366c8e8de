/** A stretch of base64 and the text in it. */
export interface HiddenText {
  start: number;
  end: number;
  text: string;
}

/** Shorter runs hold less than twelve characters, and are words more often than base64. */
const LEAST_RUN = 16;
/** MIME breaks lines at 76 characters; shorter lines are not read as parts of one run. */
const LEAST_LINE = 60;
const LONGEST_RUN = 1_048_576;

/** Value of a base64 or base64url digit by code unit; 64 for everything else. */
const DIGIT = new Uint8Array(128).fill(64);
for (const [index, char] of [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].entries())
  DIGIT[char.charCodeAt(0)] = index;
DIGIT[45] = 62;
DIGIT[95] = 63;

function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? DIGIT[code]! : 64;
}

/** End of the run that `at` stands in, over the line breaks of a long one. */
function endOfRun(text: string, start: number, at: number): number {
  let end = at;
  let line = start;
  for (;;) {
    while (end < text.length && digitAt(text, end) < 64) end++;
    const next = text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : text[end] === "\n" ? end + 1 : end;
    if (next === end || end - line < LEAST_LINE || digitAt(text, next) === 64) return end;
    line = end = next;
  }
}

const UTF_8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Bytes of a run as text, or null when they are not UTF-8 of printable characters: nearly every long word that is looked
 * at fails at one of its first bytes.
 */
function decode(text: string, start: number, end: number): string | null {
  const bytes = new Uint8Array(Math.ceil(((end - start) * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  /** Bytes that the character still lacks, and what the next of them lies between. */
  let missing = 0;
  let least = 0x80;
  let most = 0xbf;
  for (let i = start; i < end; i++) {
    const value = digitAt(text, i);
    if (value === 64) continue;
    held = (held << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const byte = (held >> bits) & 255;
    held &= (1 << bits) - 1;
    if (missing > 0) {
      if (byte < least || byte > most) return null;
      least = 0x80;
      most = 0xbf;
      missing--;
    } else if (byte < 128) {
      if ((byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 127) return null;
    } else if (byte < 0xc2 || byte > 0xf4) return null;
    else {
      missing = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
      // No longer form than is needed, no half of a pair, nothing beyond the last character.
      if (byte === 0xe0) least = 0xa0;
      else if (byte === 0xed) most = 0x9f;
      else if (byte === 0xf0) least = 0x90;
      else if (byte === 0xf4) most = 0x8f;
    }
    bytes[length++] = byte;
  }
  // Six bits too many are no byte: the run is no base64. Leftover bits are padding, and zero.
  if (missing !== 0 || bits === 6 || held !== 0) return null;
  const decoded = UTF_8.decode(bytes.subarray(0, length));
  return /[\u0080-\u009f\ufffd]/u.test(decoded) ? null : decoded;
}

/** Words and identifiers of one case, or without a digit or a capital, are not the base64 of a text. */
function isMixed(text: string, start: number, end: number): boolean {
  let lower = false;
  let upper = false;
  for (let i = start; i < end && i < start + 64; i++) {
    const value = digitAt(text, i);
    if (value < 26) upper = true;
    else if (value < 52) lower = true;
    if (lower && upper) return true;
  }
  return false;
}

const NOTHING: readonly HiddenText[] = [];

/**
 * The texts that stand in base64 (also base64url, also broken into lines) inside a text. Linear: a window of 16 is read
 * from its end, and the next one begins behind the first place that is no digit, so most of a text is never looked at.
 */
export function hiddenTexts(text: string): readonly HiddenText[] {
  let found: HiddenText[] | null = null;
  for (let start = 0; start + LEAST_RUN <= text.length;) {
    let at = start + LEAST_RUN - 1;
    while (at >= start && digitAt(text, at) < 64) at--;
    if (at >= start) {
      start = at + 1;
      continue;
    }
    const begin = start;
    const end = endOfRun(text, begin, begin + LEAST_RUN);
    start = end;
    if (end - begin > LONGEST_RUN || !isMixed(text, begin, end)) continue;
    const decoded = decode(text, begin, end);
    if (decoded === null) continue;
    let padded = end;
    while (padded < end + 2 && text[padded] === "=") padded++;
    (found ??= []).push({ start: begin, end: padded, text: decoded });
  }
  return found ?? NOTHING;
}
