import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { realpath, rename, stat, unlink } from "node:fs/promises";
import type { Writable } from "node:stream";
import { InputError } from "./failure.ts";

const color = process.stderr.isTTY && !process.env.NO_COLOR;

/** Everything for people; the standard output is left to the result. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

export const bold = (text: string): string => (color ? `\u001B[1m${text}\u001B[22m` : text);
export const dim = (text: string): string => (color ? `\u001B[2m${text}\u001B[22m` : text);

/** The one value that a command with `--json` prints. */
export function printJson(value: unknown): Promise<void> {
  return write(process.stdout, `${JSON.stringify(value, null, 2)}\n`);
}

/** Prints a result that is not JSON. */
export function print(text: string): Promise<void> {
  return write(process.stdout, `${text}\n`);
}

/** Writes, and waits while the reader is slower than we are. */
export async function write(stream: Writable, data: string | Uint8Array): Promise<void> {
  if (!stream.write(data)) await once(stream, "drain");
}

/** A table with columns as wide as their longest cell; numbers stand to the right. */
export function formatTable(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [header, ...rows].map((row) => row.map((cell) => printable(String(cell))));
  const widths = header.map((_, column) => Math.max(...cells.map((row) => textWidth(row[column] ?? ""))));
  const rightAligned = header.map(
    (_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === "number"),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const padding = " ".repeat(widths[column]! - textWidth(cell));
        return rightAligned[column] ? padding + cell : cell + padding;
      })
      .join("  ")
      .trimEnd();
  return [line(cells[0]!), widths.map((width) => "─".repeat(width)).join("  "), ...cells.slice(1).map(line)].join("\n");
}

/** The first part of a text, with an ellipsis where something was cut off. */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
}

/** Text that cannot steer the terminal: control characters and line breaks become visible or blank. */
export function printable(text: string): string {
  return text
    .replace(/[\r\n\t]+/gu, " ")
    .replace(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "�");
}

function textWidth(text: string): number {
  return [...text.normalize("NFC")].length;
}

/** A line of progress on a terminal, redrawn in place; silent where nobody is watching. */
export interface ProgressBar {
  update(done: number, total: number, note?: string): void;
  end(): void;
}

/** `quiet` draws nothing whatever the terminal is. */
export function createProgressBar(label: string, quiet: boolean): ProgressBar {
  const live = process.stderr.isTTY && !quiet;
  const width = 28;
  let last = "";
  return {
    update(done, total, note = "") {
      if (!live) return;
      const filled = total > 0 ? Math.round((width * Math.min(done, total)) / total) : 0;
      const text = `${label} ${"█".repeat(filled)}${"░".repeat(width - filled)} ${done}/${total} ${printable(note)}`;
      if (text === last) return;
      last = text;
      process.stderr.write(`\r\u001B[2K${text}`);
    },
    end() {
      if (live && last !== "") process.stderr.write("\r\u001B[2K");
    },
  };
}

/**
 * Where a command's records go: a file, which appears under its name only once it is whole, or the standard output.
 */
export interface OutputFile {
  write(data: string | Uint8Array): Promise<void>;
  /** Makes the file appear. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** Opens an output; `-` or nothing is the standard output. Devices and pipes are written to, never replaced. */
export async function openOutput(path: string | undefined): Promise<OutputFile> {
  if (path === undefined || path === "-") {
    return { write: (data) => write(process.stdout, data), finish: async () => {}, discard: async () => {} };
  }
  // A link stays a link: what it points to is written.
  const target = await realpath(path).catch(() => path);
  const existing = await stat(target).catch(() => null);
  if (existing?.isDirectory()) throw new InputError(`${path}: is a directory, not a file`);
  const replaces = existing === null || existing.isFile();
  const written = replaces ? `${target}.partial-${process.pid}` : target;
  const stream = createWriteStream(written, { flags: replaces ? "wx" : "w" });
  await once(stream, "open").catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`${path}: cannot be written (${error.code})`);
  });
  const close = async () => {
    stream.end();
    await once(stream, "close");
  };
  return {
    write: (data) => write(stream, data),
    finish: async () => {
      await close();
      if (replaces) await rename(written, target);
    },
    discard: async () => {
      await close();
      if (replaces) await unlink(written).catch(() => undefined);
    },
  };
}
