// Tokens such as `[PERSON_k7q2mx]`: minted from a keyed digest, and recognised in whatever form a model repeats them.
import { tokenName } from "../privacy/placeholders.ts";
import { sipHex } from "../privacy/siphash.ts";
import type { SipHash } from "../privacy/siphash.ts";

/** Without i, l, o and u, so that a digest spells nothing and survives being retyped. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const DIGEST_CHARS = 6;
/** Behind them and another `_`, in the tokens of further spellings of the same entity. */
const SPELLING_CHARS = 2;
/** Characters that may stand between the words of a token, and around it inside the brackets. */
const MAX_SEPARATORS = 3;

/** What a text was replaced by when it looked like a token before it was sent. */
export const LITERAL = "LITERAL";

/** The digest begins with a letter, so that no detector takes it for a number. */
function digestOf(hash: SipHash, text: string): string {
  const hex = sipHex(hash, text);
  let bits = parseInt(hex.slice(0, 8), 16);
  let out = ALPHABET[10 + (parseInt(hex.slice(8, 12), 16) % 22)]!;
  for (let i = 1; i < DIGEST_CHARS; i++) {
    out += ALPHABET[bits & 31]!;
    bits >>>= 5;
  }
  return out;
}

const FORM = new RegExp(`^\\[(.+)_([${ALPHABET}]{${DIGEST_CHARS}})(?:_([${ALPHABET}]{${SPELLING_CHARS}}))?\\]$`);

/** The parts of a token in its canonical form; `spelling` is empty for the first one of an entity. */
function partsOf(token: string): { name: string; digest: string; spelling: string } {
  const [, name = "", digest = "", spelling = ""] = FORM.exec(token) ?? [];
  return { name, digest, spelling };
}

/**
 * Mints the tokens of one conversation. The same entity always gets the same one, and each further spelling of it the
 * same with two characters more; two entities never share one.
 */
export interface Minter {
  /** `entity` is the key of the entity within its category. */
  mint(category: string, entity: string): string;
  /** For another spelling of the entity that has `token`: two more characters tell them apart. */
  mintSpelling(token: string, spelling: string): string;
  /** Takes note of a token minted earlier, for this spelling. */
  know(token: string, category: string, entity: string, value: string): void;
}

export function createMinter(hash: SipHash): Minter {
  const owners = new Map<string, string>();
  const minted = new Map<string, string>();
  return {
    mint(category, entity) {
      const owner = `${category}\n${entity}`;
      const known = minted.get(owner);
      if (known !== undefined) return known;
      for (let attempt = 0; ; attempt++) {
        const digest = digestOf(hash, attempt === 0 ? owner : `${owner}\n${attempt}`);
        // One digest has one owner whatever its category: then a token is known by its digest alone.
        if (owners.has(digest)) continue;
        owners.set(digest, owner);
        const token = `[${tokenName(category)}_${digest}]`;
        minted.set(owner, token);
        return token;
      }
    },
    mintSpelling(token, spelling) {
      const owner = `${token}\n${spelling}`;
      const known = minted.get(owner);
      if (known !== undefined) return known;
      for (let attempt = 0; ; attempt++) {
        const longer = `${token.slice(0, -1)}_${digestOf(hash, `${owner}\n${attempt}`).slice(-SPELLING_CHARS)}]`;
        if (owners.has(longer)) continue;
        owners.set(longer, owner);
        minted.set(owner, longer);
        return longer;
      }
    },
    know(token, category, entity, value) {
      const { digest, spelling } = partsOf(token);
      const key = spelling === "" ? digest : token;
      if (owners.has(key)) return;
      const owner = spelling === "" ? `${category}\n${entity}` : `${token.slice(0, -SPELLING_CHARS - 2)}]\n${value}`;
      owners.set(key, owner);
      minted.set(owner, token);
    },
  };
}

/** `PERSON_k7q2mx`: the form for places that take identifiers only. */
export function bareToken(token: string): string {
  return token.slice(1, -1);
}

/** A token found in a text. `token` is its canonical form, or null while the text ends inside what may become one. */
export interface TokenSpan {
  start: number;
  end: number;
  token: string | null;
}

const ASCII_FOLD = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code).toLowerCase();
  if (/[a-z0-9]/.test(char)) ASCII_FOLD[code] = char.charCodeAt(0);
}

/** Lower case of an ASCII letter or digit, else 0. */
function foldAscii(code: number): number {
  return code < 128 ? ASCII_FOLD[code]! : 0;
}

function isInvisible(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff;
}

/** What models put between the words of a token: `_`, `-`, a space, a backslash before them, hyphens of all kinds. */
function isSeparator(code: number): boolean {
  return (
    code === 95 ||
    code === 45 ||
    code === 32 ||
    code === 92 ||
    code === 0xa0 ||
    (code >= 0x2010 && code <= 0x2015) ||
    isInvisible(code)
  );
}

/** The digest's character for one that models or people confuse it with. */
function digestChar(folded: number): number {
  if (folded === 111) return 48;
  if (folded === 105 || folded === 108) return 49;
  return folded;
}

function digestKey(digest: string): string {
  let key = "";
  for (let i = 0; i < digest.length; i++) key += String.fromCharCode(digestChar(foldAscii(digest.charCodeAt(i))));
  return key;
}

/** Finds the tokens of a vocabulary in a text. */
export interface TokenReader {
  /**
   * All tokens, in order. With `isOpen` more text may follow: the last span may then be one without a token, which
   * begins where text must be held back. `afterWord`: a letter or digit stands before the text.
   */
  find(text: string, isOpen: boolean, afterWord?: boolean): TokenSpan[];
  readonly isEmpty: boolean;
}

interface Known {
  /** The name, folded, without separators. */
  name: string;
  /** Null where only further spellings are of the vocabulary. */
  token: string | null;
  /** The tokens of further spellings by what they have more. */
  spellings: Map<string, string> | null;
}

/**
 * A reader of the given tokens (canonical forms). It takes them in any case, with or without brackets, with other
 * separators, with markdown escapes and percent-encoded brackets. Linear in the text.
 */
export function createTokenReader(tokens: Iterable<string>): TokenReader {
  const byDigest = new Map<string, Known>();
  const names = new Set<string>();
  for (const token of tokens) {
    const { digest, name: written, spelling } = partsOf(token);
    const name = written.toLowerCase().replaceAll("_", "");
    const key = digestKey(digest);
    let known = byDigest.get(key);
    if (known === undefined) byDigest.set(key, (known = { name, token: null, spellings: null }));
    if (spelling === "") known.token = token;
    else (known.spellings ??= new Map<string, string>()).set(digestKey(spelling), token);
    names.add(name);
  }
  const nameList = [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  /** One bit for each letter that a name begins with. */
  let initials = 0;
  for (const name of nameList) initials |= 1 << (name.charCodeAt(0) - 97);
  const isInitial = (folded: number): boolean => folded >= 97 && ((initials >>> (folded - 97)) & 1) === 1;

  /** Behind at most `MAX_SEPARATORS` separators; `text.length` when the text ends among them. */
  const passSeparators = (text: string, at: number): number => {
    let end = at;
    while (end < text.length && end - at < MAX_SEPARATORS && isSeparator(text.charCodeAt(end))) end++;
    if (text.charCodeAt(end) !== 37) return end;
    if (text.startsWith("%5F", end)) return end + 3;
    return text.length - end < 3 ? text.length : end;
  };

  /** Where the digest may begin behind the name at `at`; -1 when it is not that name, -2 when the text ends before. */
  const passName = (text: string, at: number, name: string): number => {
    let i = at;
    for (let k = 0; k < name.length; k++) {
      if (k > 0) i = passSeparators(text, i);
      if (i >= text.length) return -2;
      if (foldAscii(text.charCodeAt(i)) !== name.charCodeAt(k)) return -1;
      i++;
    }
    const digest = passSeparators(text, i);
    if (digest >= text.length) return -2;
    return digest === i ? -1 : digest;
  };

  /** What tells the spelling behind a digest that ends at `at`: null when nothing does, "open" when the text ends first. */
  const readSpelling = (
    text: string,
    at: number,
    spellings: ReadonlyMap<string, string>,
  ): { end: number; token: string } | "open" | null => {
    const start = passSeparators(text, at);
    if (start === at) return null;
    const end = start + SPELLING_CHARS;
    const key = digestKey(text.slice(start, end));
    if (/[^0-9a-z]/.test(key)) return null;
    if (end >= text.length) return "open";
    const token = foldAscii(text.charCodeAt(end)) === 0 ? spellings.get(key) : undefined;
    return token === undefined ? null : { end, token };
  };

  /** A token whose name begins at `at`: its end and form, null when there is none, "open" when the text ends first. */
  const readCore = (text: string, at: number): { end: number; token: string } | "open" | null => {
    let isOpen = false;
    for (const name of nameList) {
      let i = passName(text, at, name);
      if (i === -2) isOpen = true;
      if (i < 0) continue;
      let key = "";
      const start = i;
      while (key.length < DIGEST_CHARS && i < text.length) {
        const code = text.charCodeAt(i);
        const folded = foldAscii(code);
        if (folded === 0 && !(isInvisible(code) && key !== "" && i - start < 2 * DIGEST_CHARS)) break;
        if (folded !== 0) key += String.fromCharCode(digestChar(folded));
        i++;
      }
      if (key.length < DIGEST_CHARS) {
        if (i >= text.length) isOpen = true;
        continue;
      }
      const known = byDigest.get(key);
      if (known === undefined || known.name !== name) continue;
      if (i >= text.length) isOpen = true;
      else if (foldAscii(text.charCodeAt(i)) !== 0) continue;
      if (isOpen && i >= text.length) return "open";
      const longer = known.spellings === null ? null : readSpelling(text, i, known.spellings);
      if (longer !== null) return longer;
      if (known.token !== null) return { end: i, token: known.token };
    }
    return isOpen ? "open" : null;
  };

  /** Behind an opening bracket and what may stand inside it; `at` when there is none. */
  const passOpening = (text: string, at: number): number => {
    let i = at;
    if (text.charCodeAt(i) === 92) i++;
    const code = text.charCodeAt(i);
    if (code === 91 || code === 0xff3b) i++;
    else if (code === 37 && /^%5b/i.test(text.slice(i, i + 3))) i += 3;
    else return at;
    while (i < text.length && i - at < 6 && isSeparator(text.charCodeAt(i))) i++;
    return i;
  };

  /** Behind a closing bracket with what may stand before it; -1 when the text ends before that is known. */
  const passClosing = (text: string, at: number): number => {
    let i = at;
    while (i < text.length && i - at < 2 && (isSeparator(text.charCodeAt(i)) || isInvisible(text.charCodeAt(i)))) i++;
    if (i >= text.length) return -1;
    if (text.charCodeAt(i) === 92) i++;
    if (i >= text.length) return -1;
    const code = text.charCodeAt(i);
    if (code === 93 || code === 0xff3d) return i + 1;
    if (code === 37) {
      if (text.length - i < 3) return -1;
      if (/^%5d/i.test(text.slice(i, i + 3))) return i + 3;
    }
    return at;
  };

  /** A backslash before the bracket belongs to the token only where others in it are escaped as well. */
  const startOf = (text: string, at: number, end: number): number =>
    text.charCodeAt(at) === 92 && text.lastIndexOf("\\", end - 1) === at ? at + 1 : at;

  const find = (text: string, isOpen: boolean, afterWord = false): TokenSpan[] => {
    const found: TokenSpan[] = [];
    if (byDigest.size === 0) return found;
    let isBoundary = !afterWord;
    for (let at = 0; at < text.length;) {
      const code = text.charCodeAt(at);
      const folded = foldAscii(code);
      const isStart =
        folded !== 0 ? isBoundary && isInitial(folded) : code === 91 || code === 92 || code === 37 || code === 0xff3b;
      isBoundary = folded === 0;
      if (!isStart) {
        at++;
        continue;
      }
      const inner = folded !== 0 ? at : passOpening(text, at);
      const isBracketed = inner > at;
      if (folded === 0 && !isBracketed) {
        // A lone backslash or percent sign at the very end may still become a bracket.
        if (isOpen && text.length - at < (code === 92 ? 4 : 3)) {
          found.push({ start: at, end: text.length, token: null });
          return found;
        }
        at++;
        continue;
      }
      const core = inner >= text.length ? "open" : readCore(text, inner);
      let end = -1;
      if (core !== null && core !== "open") end = isBracketed ? passClosing(text, core.end) : core.end;
      if (core === "open" || (core !== null && end === -1)) {
        if (isOpen) {
          found.push({ start: at, end: text.length, token: null });
          return found;
        }
        // The text ends here: what is missing will not come.
        const last = readCore(`${text}.`, inner);
        if (last !== null && last !== "open") {
          const close = isBracketed ? passClosing(`${text}  `, last.end) : last.end;
          end = Math.min(text.length, close === -1 ? last.end : close);
          found.push({ start: startOf(text, at, end), end, token: last.token });
          at = end;
          continue;
        }
        at++;
        continue;
      }
      if (core === null) {
        at++;
        continue;
      }
      found.push({ start: startOf(text, at, end), end, token: core.token });
      at = end;
      isBoundary = true;
    }
    return found;
  };

  return { find, isEmpty: byDigest.size === 0 };
}

const TOKEN_LIKE = new RegExp(
  `\\[[A-Z][A-Z0-9_]{1,40}_[${ALPHABET}]{${DIGEST_CHARS}}(?:_[${ALPHABET}]{${SPELLING_CHARS}})?\\]`,
  "gi",
);

/** True for a character that may not stand right before a token without brackets. */
export function isTokenWordChar(code: number): boolean {
  return foldAscii(code) !== 0;
}

/** Stretches of a text that look like a token, whoever wrote them. */
export function findTokenLike(text: string): { start: number; end: number; text: string }[] {
  if (!text.includes("[")) return [];
  return [...text.matchAll(TOKEN_LIKE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}
