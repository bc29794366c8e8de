import { cleanText } from "./text.ts";

/** Windows-1252 for 0x80..0x9f; the five unassigned bytes stay C1 controls, as browsers read them. */
const WINDOWS_1252 =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/** Longest stretch without a line feed that is held as bytes. */
const MAX_CARRY_BYTES = 262_144;

const LF = 0x0a;
const CR = 0x0d;

function decodeWindows1252(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += 8_192) {
    const units: number[] = [];
    for (const byte of bytes.subarray(start, start + 8_192)) {
      units.push(byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte);
    }
    text += String.fromCharCode(...units);
  }
  return text;
}

/** Where the last UTF-8 character that is complete ends. */
function utf8Boundary(bytes: Uint8Array): number {
  let lead = bytes.length - 1;
  while (lead >= 0 && lead > bytes.length - 4 && (bytes[lead]! & 0xc0) === 0x80) lead -= 1;
  if (lead < 0) return bytes.length;
  const byte = bytes[lead]!;
  const width = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
  return lead + width > bytes.length ? lead : bytes.length;
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

/** UTF-16 without a byte-order mark: text of the Western world has a zero in every second byte. */
function sniffUtf16(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = head.subarray(0, 512);
  if (sample.length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i += 1) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = sample.length / 2;
  if (odd > half * 0.6 && even < half * 0.1) return "utf-16le";
  if (even > half * 0.6 && odd < half * 0.1) return "utf-16be";
  return null;
}

/**
 * Bytes to clean text, in constant memory: UTF-8 with or without a byte-order mark, UTF-16 in either order, and
 * Windows-1252 (of which Latin-1 is the printable part) line by line where a line is not valid UTF-8, so that one
 * badly encoded line in a good file harms nothing but itself. Line breaks become `\n`.
 */
export class TextDecoding {
  readonly #utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  #kind: "unknown" | "utf-8" | "utf-16le" | "utf-16be" = "unknown";
  #carry: Uint8Array = new Uint8Array(0);
  #heldReturn = false;
  #heldSurrogate = "";
  #hasBom = false;
  #multibyte = false;
  /** Lines that were not UTF-8 and were read as Windows-1252. */
  fallbackLines = 0;
  /** True when a control character such as NUL was removed. */
  removedControls = false;

  /** Name for the report. */
  get encoding(): string {
    if (this.#kind === "utf-16le" || this.#kind === "utf-16be") return this.#kind;
    if (this.fallbackLines > 0 && !this.#multibyte) return "windows-1252";
    return this.#hasBom ? "utf-8-bom" : "utf-8";
  }

  /** True when good UTF-8 and other lines were both found. */
  get mixed(): boolean {
    return this.fallbackLines > 0 && this.#multibyte;
  }

  push(chunk: Uint8Array): string {
    const bytes = concat(this.#carry, chunk);
    if (this.#kind === "unknown") {
      if (bytes.length < 4) {
        this.#carry = bytes;
        return "";
      }
      return this.#feed(this.#start(bytes), false);
    }
    return this.#feed(bytes, false);
  }

  end(): string {
    const bytes = this.#kind === "unknown" ? this.#start(this.#carry) : this.#carry;
    this.#carry = new Uint8Array(0);
    return this.#feed(bytes, true);
  }

  #start(bytes: Uint8Array): Uint8Array {
    const [first, second, third] = bytes;
    this.#kind = "utf-8";
    if (first === 0xef && second === 0xbb && third === 0xbf) {
      this.#hasBom = true;
      return bytes.subarray(3);
    }
    if (first === 0xff && second === 0xfe) {
      this.#kind = "utf-16le";
      return bytes.subarray(2);
    }
    if (first === 0xfe && second === 0xff) {
      this.#kind = "utf-16be";
      return bytes.subarray(2);
    }
    this.#kind = sniffUtf16(bytes) ?? "utf-8";
    return bytes;
  }

  #feed(bytes: Uint8Array, final: boolean): string {
    if (this.#kind !== "utf-8") return this.#finish(this.#decodeUtf16(bytes, final), final);
    let cut = bytes.length;
    if (!final) {
      const lineEnd = bytes.lastIndexOf(LF) + 1;
      if (lineEnd > 0) cut = lineEnd;
      else if (bytes.length < MAX_CARRY_BYTES) {
        const returnEnd = bytes.lastIndexOf(CR) + 1;
        cut = returnEnd;
      } else cut = utf8Boundary(bytes);
    }
    this.#carry = bytes.slice(cut);
    return this.#finish(this.#decodeUtf8(bytes.subarray(0, cut)), final);
  }

  #decodeUtf8(bytes: Uint8Array): string {
    if (bytes.length === 0) return "";
    try {
      const text = this.#utf8.decode(bytes);
      if (text.length !== bytes.length) this.#multibyte = true;
      return text;
    } catch {
      return this.#decodeLines(bytes);
    }
  }

  #decodeLines(bytes: Uint8Array): string {
    const parts: string[] = [];
    const lineBreak = bytes.includes(LF) ? LF : CR;
    for (let start = 0; start < bytes.length;) {
      let end = bytes.indexOf(lineBreak, start) + 1;
      if (end === 0) end = bytes.length;
      const line = bytes.subarray(start, end);
      start = end;
      try {
        const text = this.#utf8.decode(line);
        if (text.length !== line.length) this.#multibyte = true;
        parts.push(text);
      } catch {
        this.fallbackLines += 1;
        parts.push(decodeWindows1252(line));
      }
    }
    return parts.join("");
  }

  #decodeUtf16(bytes: Uint8Array, final: boolean): string {
    const even = bytes.length - (bytes.length % 2);
    this.#carry = final ? new Uint8Array(0) : bytes.slice(even);
    const high = this.#kind === "utf-16be" ? 0 : 1;
    const parts: string[] = [];
    for (let start = 0; start < even; start += 16_384) {
      const units: number[] = [];
      const end = Math.min(even, start + 16_384);
      for (let i = start; i < end; i += 2) units.push((bytes[i + high]! << 8) | bytes[i + 1 - high]!);
      parts.push(String.fromCharCode(...units));
    }
    return parts.join("");
  }

  #finish(decoded: string, final: boolean): string {
    let text = this.#heldSurrogate + decoded;
    this.#heldSurrogate = "";
    if (this.#heldReturn) text = `\r${text}`;
    this.#heldReturn = false;
    if (!final) {
      const last = text.charCodeAt(text.length - 1);
      if (last === CR) {
        this.#heldReturn = true;
        text = text.slice(0, -1);
      } else if (last >= 0xd800 && last <= 0xdbff) {
        this.#heldSurrogate = text.slice(-1);
        text = text.slice(0, -1);
      }
    }
    if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
    const clean = cleanText(text);
    if (clean.length !== text.length) this.removedControls = true;
    return clean;
  }
}
