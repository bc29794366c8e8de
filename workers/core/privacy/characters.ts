/** What the scanner needs to know about a UTF-16 code unit. Bits, so that one lookup answers several questions. */
export const LETTER = 1;
export const DIGIT = 2;
export const UPPER = 4;

const TABLE_SIZE = 0x300;
const CLASS = new Uint8Array(TABLE_SIZE);
const FOLD = new Uint16Array(TABLE_SIZE);

for (let code = 0; code < TABLE_SIZE; code++) {
  const char = String.fromCharCode(code);
  const lower = char.toLowerCase();
  const upper = char.toUpperCase();
  FOLD[code] = lower.length === 1 ? lower.normalize("NFD").charCodeAt(0) : code;
  if (char >= "0" && char <= "9") CLASS[code] = DIGIT;
  else if (lower !== upper || char === "ª" || char === "º") CLASS[code] = LETTER | (char !== lower ? UPPER : 0);
}
// The ordinals stand for words ("3º"), but "nº 5" must end its word before them to be found as a cue.
CLASS["ª".charCodeAt(0)] = 0;
CLASS["º".charCodeAt(0)] = 0;

/** Beyond the table everything is a letter but punctuation, symbols and surrogates: first and last code units. */
const NO_LETTERS: readonly (readonly [number, number])[] = [
  [0x2000, 0x2bff],
  [0x3000, 0x303f],
  [0xd800, 0xdfff],
  [0xfe00, 0xfe6f],
  [0xfeff, 0xfeff],
  [0xff00, 0xff20],
  [0xfffd, 0xfffd],
];

/** Class bits of one code unit: letters of every script count as letters, punctuation and symbols as nothing. */
export function charClass(code: number): number {
  if (code < TABLE_SIZE) return CLASS[code]!;
  for (const [first, last] of NO_LETTERS) if (code >= first && code <= last) return 0;
  return LETTER;
}

/** Lower case without accent, one code unit for one code unit, so that offsets survive. */
export function foldCode(code: number): number {
  return code < TABLE_SIZE ? FOLD[code]! : code;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a digit stands in a stretch of text, which need not lie inside of it. */
export function hasDigit(text: string, from: number, to: number): boolean {
  const end = Math.min(to, text.length);
  for (let i = Math.max(0, from); i < end; i++) if (isDigit(text.charCodeAt(i))) return true;
  return false;
}

/** White space as patterns understand it (`\s`). */
export function isSpace(code: number): boolean {
  if (code < 0xa0) return code === 32 || (code > 8 && code < 14);
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

export function isWordChar(code: number): boolean {
  return charClass(code) !== 0;
}

/** `Pérez` and `PEREZ` become `perez`: the form in which words are compared. Same length as the input. */
export function foldText(text: string): string {
  let plain = 0;
  while (plain < text.length && foldCode(text.charCodeAt(plain)) === text.charCodeAt(plain)) plain++;
  if (plain === text.length) return text;
  let out = text.slice(0, plain);
  for (let i = plain; i < text.length; i++) out += String.fromCharCode(foldCode(text.charCodeAt(i)));
  return out;
}

/** The hash by which the scanner recognises words while it walks over them: FNV-like over folded code units. */
export function hashStep(hash: number, foldedCode: number): number {
  return Math.imul(hash ^ foldedCode, HASH_STEP);
}

export const HASH_START = 0x811c9dc5 | 0;
export const HASH_STEP = 0x01000193;

export function hashWord(word: string): number {
  let hash = HASH_START;
  for (let i = 0; i < word.length; i++) hash = hashStep(hash, foldCode(word.charCodeAt(i)));
  return hash;
}

/** Joins two word hashes into the hash of a phrase of both. */
export function hashPair(first: number, second: number): number {
  return Math.imul(first ^ 0x9e3779b1, 0x85ebca6b) ^ second;
}

/** Class bits and, above `FOLD_SHIFT`, the folded code unit of every code unit: one look for what the scanner asks of each. */
export const CHARACTERS = new Int32Array(0x10000);
export const FOLD_SHIFT = 3;
export const CLASS_BITS = (1 << FOLD_SHIFT) - 1;

for (let code = 0; code < TABLE_SIZE; code++) CHARACTERS[code] = (FOLD[code]! << FOLD_SHIFT) | CLASS[code]!;
// Range by range: asking `charClass` of each would take longer than everything else in this file.
for (let code = TABLE_SIZE; code < CHARACTERS.length; code++) CHARACTERS[code] = (code << FOLD_SHIFT) | LETTER;
for (const [first, last] of NO_LETTERS)
  for (let code = first; code <= last; code++) CHARACTERS[code] = code << FOLD_SHIFT;
