import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { z } from "../contract/zod.ts";
import { InputError } from "./failure.ts";

/** Files that are read whole are refused above this size: they would not fit into memory as objects. */
const WHOLE_FILE_LIMIT = 512 * 1024 * 1024;
/** A line longer than this is no record. */
const LINE_LIMIT = 64 * 1024 * 1024;
const LINE_END = 10;

/** The bytes of a file, or of the standard input for `-` or nothing. */
export async function openInput(path: string | undefined): Promise<AsyncIterable<Uint8Array>> {
  if (path === undefined || path === "-") return process.stdin;
  await checkFile(path);
  return createReadStream(path, { highWaterMark: 1 << 20 });
}

/** A whole text file, or the standard input. */
export async function readText(path: string | undefined): Promise<string> {
  if (path === undefined || path === "-") {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
    return decode(Buffer.concat(chunks), "the standard input");
  }
  const size = await checkFile(path);
  if (size > WHOLE_FILE_LIMIT) throw new InputError(`${path}: larger than ${WHOLE_FILE_LIMIT} bytes; split it`);
  return decode(await readFile(path), path);
}

/** The size of a file that exists and is one. */
export async function checkFile(path: string): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === "ENOENT" ? "there is no such file" : `cannot be read (${error.code})`;
    throw new InputError(`${path}: ${reason}`);
  });
  if (found.isDirectory()) throw new InputError(`${path}: is a directory, not a file`);
  return found.size;
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${name}: is not UTF-8 text`);
  }
}

/**
 * The records of a JSON file: the elements of an array, one object, or one object per line (JSON lines). Each comes with
 * its name for error messages.
 */
export async function readRecords(path: string): Promise<{ name: string; value: unknown }[]> {
  const text = await readText(path);
  if (text.trim() === "") throw new InputError(`${path}: is empty`);
  const whole = parseJson(text);
  if (whole.ok) {
    if (!Array.isArray(whole.value)) return [{ name: path, value: whole.value }];
    return whole.value.map((value: unknown, index) => ({ name: `${path}[${index}]`, value }));
  }
  const records: { name: string; value: unknown }[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const parsed = parseJson(line);
    // With a single line, or a first one that is no record, the file was meant as one JSON value.
    if (!parsed.ok)
      throw new InputError(
        `${path}: ${records.length === 0 ? `not JSON: ${whole.reason}` : `line ${index + 1} is not JSON: ${parsed.reason}`}`,
      );
    records.push({ name: `${path}:${index + 1}`, value: parsed.value });
  }
  return records;
}

/** A JSON value, or why it is none; the reason never quotes the text. */
export function parseJson(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const { message } = error as Error;
    const position = /position (\d+)/u.exec(message)?.[1];
    if (/end of JSON|[Uu]nterminated/u.test(message)) return { ok: false, reason: "it ends too early" };
    return {
      ok: false,
      reason: position === undefined ? "it does not begin like JSON" : `see character ${Number(position) + 1}`,
    };
  }
}

/** Reads a value by its schema; the error names the record and every wrong field. */
export function readAs<S extends z.ZodType>(schema: S, value: unknown, name: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new InputError(`${name}: ${describeIssues(result.error.issues)}`);
}

/** What is wrong with a value, field by field, at most five of them. */
export function describeIssues(issues: readonly { path: readonly PropertyKey[]; message: string }[]): string {
  const shown = issues.slice(0, 5).map((issue) => `${issue.path.map(String).join(".") || "value"}: ${issue.message}`);
  return issues.length > shown.length
    ? `${shown.join("; ")}; and ${issues.length - shown.length} more`
    : shown.join("; ");
}

/**
 * A stream of UTF-8 bytes in portions of whole lines as they arrive, each about `size` bytes or one line long and in a
 * buffer of its own, so that it can be handed to another thread. A byte order mark at the start is left out.
 */
export async function* readPortions(
  chunks: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  // The pieces of a line that has not ended yet.
  let open: Uint8Array[] = [];
  let length = 0;
  let isFirst = true;
  const portionOf = (pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
    const portion = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      portion.set(piece, at);
      at += piece.length;
    }
    const hasMark = isFirst && portion[0] === 0xef && portion[1] === 0xbb && portion[2] === 0xbf;
    isFirst = false;
    return hasMark ? portion.slice(3) : portion;
  };
  for await (const chunk of chunks) {
    let from = 0;
    while (from < chunk.length) {
      let end = Math.min(chunk.length, from + size);
      if (end < chunk.length || chunk[end - 1] !== LINE_END) {
        const last = chunk.lastIndexOf(LINE_END, end - 1);
        const next = last < from ? chunk.indexOf(LINE_END, end) : last;
        if (next < 0) break;
        end = next + 1;
      }
      yield portionOf([...open, chunk.subarray(from, end)]);
      open = [];
      length = 0;
      from = end;
    }
    // What is left is a copy: a stream may use its buffer again.
    if (from < chunk.length) open.push(new Uint8Array(chunk.subarray(from)));
    length += chunk.length - from;
    if (length > LINE_LIMIT) throw new InputError(`A line is longer than ${LINE_LIMIT} bytes`);
  }
  if (length > 0) yield portionOf(open);
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The lines of a portion, without their ends. Bytes that are not UTF-8 become U+FFFD. */
export function linesOf(portion: Uint8Array): string[] {
  const lines = decoder.decode(portion).split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
}
