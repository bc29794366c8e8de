import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { z } from "../contract/zod.ts";
import { InputError } from "./failure.ts";

/** Files that are read whole are refused above this size: they would not fit into memory as objects. */
const WHOLE_FILE_LIMIT = 512 * 1024 * 1024;
/** A line longer than this is no record. */
const LINE_LIMIT = 64 * 1024 * 1024;

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

/** The lines of a stream of UTF-8 bytes, without their ends, in groups as they arrive. Bytes that are not UTF-8 become U+FFFD. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[], void, undefined> {
  const decoder = new TextDecoder();
  // The pieces of a line that has not ended yet.
  let open: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const lines = decoder.decode(chunk, { stream: true }).split("\n");
    const last = lines.pop()!;
    if (lines.length > 0) {
      lines[0] = open.join("") + lines[0]!;
      yield lines.map(withoutCarriageReturn);
      open = [];
      length = 0;
    }
    open.push(last);
    length += last.length;
    if (length > LINE_LIMIT) throw new InputError(`A line is longer than ${LINE_LIMIT} characters`);
  }
  const rest = open.join("") + decoder.decode();
  if (rest !== "") yield [withoutCarriageReturn(rest)];
}

function withoutCarriageReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
