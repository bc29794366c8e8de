import type { ImportFormat } from "../../contract/import.ts";
import { sniffCsv } from "./csv.ts";
import { readLabel } from "./transcript.ts";
import { isWhatsAppLine } from "./whatsapp.ts";

/** Which parser reads a text. `records` and `values` both read JSON records, line by line or wherever they end. */
export type ParserKind = "whatsapp" | "csv" | "records" | "values" | "transcript";

/** How many lines with text are looked at. */
const SAMPLE_LINES = 60;

/** The first lines of the head that hold text; a last line that is cut off is left out unless it is the only one. */
function sampleLines(head: string, whole: boolean): string[] {
  const lines: string[] = [];
  let start = 0;
  while (start < head.length && lines.length < SAMPLE_LINES) {
    const found = head.indexOf("\n", start);
    const end = found === -1 ? head.length : found;
    if (found !== -1 || whole || lines.length === 0) {
      const line = head.slice(start, Math.min(end, start + 2_000));
      if (line.trim() !== "") lines.push(line);
    }
    start = end + 1;
  }
  return lines;
}

function looksLikeJson(head: string): boolean {
  const text = head.trimStart();
  if (text.startsWith("{")) return /^\{\s*(?:"|\})/.test(text);
  return text.startsWith("[") && /^\[\s*(?:\{|\[|\])/.test(text);
}

/**
 * Whether records stand one per line: the first line is a whole value (or is too long to be seen whole, which no
 * laid-out text is).
 */
function jsonKind(head: string, whole: boolean): "records" | "values" {
  const text = head.trimStart();
  const end = text.indexOf("\n");
  if (end === -1 && !whole) return text.startsWith("[") ? "values" : "records";
  const first = (end === -1 ? text : text.slice(0, end)).trim();
  const rest = end === -1 ? "" : text.slice(end + 1).trimStart();
  if (first.startsWith("[") && !rest.startsWith("[")) return "values";
  try {
    JSON.parse(first);
    return "records";
  } catch {
    return /^\s*[{[]/.test(rest) && first.endsWith("}")
      ? "records"
      : first === "{" || first === "[" || first.endsWith(",") || first.endsWith("[") || first.endsWith("{")
        ? "values"
        : "records";
  }
}

/**
 * Decides which parser reads the text, from its beginning. Returns null when it looks like none of them. `whole` says
 * that the head is all there is.
 */
export function detectParser(head: string, whole: boolean): ParserKind | null {
  if (looksLikeJson(head)) return jsonKind(head, whole);
  const lines = sampleLines(head, whole);
  const [first] = lines;
  if (first === undefined) return null;
  const count = (test: (line: string) => boolean): number => lines.filter(test).length;
  if (isWhatsAppLine(first) || count(isWhatsAppLine) > lines.length * 0.3) return "whatsapp";
  const table = sniffCsv(first);
  if (table.required >= 3 || table.pairs) return "csv";
  const labelled = count((line) => readLabel(line) !== null);
  if (labelled > lines.length * 0.3) return table.required >= 2 ? "csv" : "transcript";
  if (table.required >= 2) return "csv";
  return count((line) => looksLikeJson(line)) > lines.length * 0.3 ? "records" : null;
}

/** Parser for a format that was asked for. */
export function parserFor(format: Exclude<ImportFormat, "auto">, head: string, whole: boolean): ParserKind {
  if (format === "whatsapp" || format === "csv" || format === "transcript") return format;
  if (format === "numbered") return "transcript";
  return looksLikeJson(head) ? jsonKind(head, whole) : "records";
}

/** First bytes of files that are not text, and what to call them. */
const MAGIC: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ["a PDF document", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG image", [0xff, 0xd8, 0xff]],
  ["a GIF image", [0x47, 0x49, 0x46, 0x38]],
  ["a RAR archive", [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ["a 7z archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["an old Office document", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a SQLite database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20]],
  ["a Parquet file", [0x50, 0x41, 0x52, 0x31]],
  ["a program", [0x7f, 0x45, 0x4c, 0x46]],
  ["bzip2 data", [0x42, 0x5a, 0x68]],
  ["xz data", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ["Zstandard data", [0x28, 0xb5, 0x2f, 0xfd]],
];

/**
 * What a file that is not text is, or null when its first bytes may be text. `utf16` files have
 * zero bytes. Random bytes are a tenth control characters; a small text may well hold a few.
 */
export function binaryKind(head: Uint8Array, utf16: boolean): string | null {
  const known = MAGIC.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (known !== undefined) return known[0];
  if (utf16) return null;
  const sample = head.subarray(0, 4_096);
  let odd = 0;
  for (const byte of sample) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b) odd += 1;
  }
  const share = sample.length < 512 ? 0.3 : 0.08;
  return odd > sample.length * share ? "binary data" : null;
}

export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
