import type { JsonObject } from "../../contract/ids.ts";
import type { RawTurn } from "./model.ts";
import { tableShapeOf } from "./records.ts";
import type { RecordShape } from "./records.ts";
import { RowGrouper } from "./rows.ts";
import type { ParseSink, TextParser } from "./sink.ts";
import { SpeakerReader } from "./speakers.ts";
import { foldLabel, isFormula } from "./text.ts";
import { RefusedValue, parseJson, readToolCalls, readToolResults, stringMap } from "./values.ts";
import { fieldOf } from "./vocabulary.ts";
import type { Field } from "./vocabulary.ts";

/** The columns that a table of conversations must have, by the reference's names. */
const REQUIRED: readonly (readonly [Field, string])[] = [
  ["key", "conversation_id"],
  ["turnNumber", "turn_number"],
  ["role", "role"],
  ["content", "content"],
];
const DELIMITERS = [",", ";", "\t", "|"] as const;
const LANGUAGE = /^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2}$/i;
const QUOTE = 0x22;
const LF = 0x0a;
const SPACE = 0x20;

/** Splits one header line; headers hold no quoted delimiters worth caring about. */
function headerCells(line: string, delimiter: string): string[] {
  return line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
}

/** The names that tables of prompts and completions are compared by: lower case, `_` for spaces and hyphens. */
function columnNames(cells: readonly string[]): string[] {
  return cells.map((cell) => foldLabel(cell).replaceAll(" ", "_"));
}

/**
 * How many of the required columns the line names, under its best delimiter; `pairs` when the line is the header of a
 * table of prompts and completions instead.
 */
export function sniffCsv(line: string): { delimiter: string; required: number; pairs: boolean } {
  let best = { delimiter: ",", required: 0, pairs: false };
  if (line.length > 8_192) return best;
  for (const delimiter of DELIMITERS) {
    const cells = headerCells(line, delimiter);
    const named = new Set(cells.map(fieldOf));
    const required = REQUIRED.filter(([field]) => named.has(field)).length;
    const pairs = required < REQUIRED.length && cells.length > 1 && tableShapeOf(columnNames(cells)) !== null;
    if (required > best.required || (pairs && !best.pairs)) best = { delimiter, required, pairs };
  }
  return best;
}

/** What `readRecord` found: the cells, the position after the record, and how many line breaks it holds. */
interface RecordRead {
  cells: string[];
  next: number;
  breaks: number;
}

/**
 * Reads one record from `start`. Returns null when the text ends inside it, and `"open"` when it ends inside quotes.
 * A quote counts only at the beginning of a cell (spaces aside), so stray quotes in text harm nothing; what stands between a closing
 * quote and the delimiter is kept.
 */
function readRecord(text: string, start: number, delimiter: string, final: boolean): RecordRead | "open" | null {
  const mark = delimiter.charCodeAt(0);
  const cells: string[] = [];
  let position = start;
  let breaks = 0;
  for (;;) {
    let cell = "";
    let from = position;
    while (text.charCodeAt(from) === SPACE) from += 1;
    if (text.charCodeAt(from) === QUOTE) {
      from += 1;
      for (;;) {
        const close = text.indexOf('"', from);
        if (close === -1 || (close + 1 === text.length && !final)) return "open";
        cell += text.slice(from, close);
        from = close + 1;
        if (text.charCodeAt(from) !== QUOTE) break;
        cell += '"';
        from += 1;
      }
      for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) breaks += 1;
    }
    let end = from;
    while (end < text.length && text.charCodeAt(end) !== mark && text.charCodeAt(end) !== LF) end += 1;
    if (end === text.length && !final) return null;
    cells.push(cell === "" ? text.slice(from, end) : cell + text.slice(from, end).trimEnd());
    if (end < text.length && text.charCodeAt(end) === mark) {
      position = end + 1;
      continue;
    }
    return { cells, next: end < text.length ? end + 1 : end, breaks: breaks + (end < text.length ? 1 : 0) };
  }
}

/** A table of which each row is a conversation: a prompt and its completion. */
interface PairTable {
  shape: RecordShape;
  names: readonly string[];
  /** The columns that must not be blank, with the names that the file gives them. */
  required: readonly { name: string; written: string }[];
}

/**
 * Reads tables with the columns conversation_id, turn_number, role, content and the optional tool_calls,
 * tool_results, seed_id, domain, language, metadata, timestamp, in any order; and tables of prompts and completions,
 * one conversation a row. Bad rows are errors, the rest counts.
 */
export class CsvParser implements TextParser {
  readonly #sink: ParseSink;
  readonly #grouper: RowGrouper;
  readonly #speakers = new SpeakerReader();
  #carry = "";
  #retryAt = 0;
  #line = 1;
  #delimiter = ",";
  #columns: (Field | undefined)[] | null = null;
  #names: string[] = [];
  #pairs: PairTable | null = null;
  #broken = false;
  #skipping = false;
  #formulas = 0;

  constructor(sink: ParseSink) {
    this.#sink = sink;
    this.#grouper = new RowGrouper(sink);
  }

  push(block: string): void {
    if (this.#broken) return;
    let text = block;
    if (this.#skipping) {
      const end = block.indexOf("\n");
      if (end === -1) return;
      this.#skipping = false;
      this.#line += 1;
      text = block.slice(end + 1);
    }
    this.#carry = this.#carry === "" ? text : this.#carry + text;
    if (this.#carry.length >= this.#retryAt) this.#read(false);
  }

  end(): void {
    if (!this.#broken && this.#carry !== "") this.#read(true);
    this.#grouper.end();
    if (this.#columns === null && !this.#broken) this.#sink.error(1, null, "CSV is empty or has no header");
    if (this.#formulas > 0)
      this.#sink.warning(`${this.#formulas} cells look like spreadsheet formulas; they were kept as text`);
  }

  /** Reads all complete records of the carry. A record that does not end is tried again when twice as much is there. */
  #read(final: boolean): void {
    const text = this.#carry;
    let position = 0;
    while (position < text.length && !this.#broken) {
      const record = readRecord(text, position, this.#delimiter, final);
      if (record === null || record === "open") {
        const length = text.length - position;
        if (!final && length <= this.#sink.limits.maxRecordChars) break;
        position = this.#recover(text, position, record === "open");
        continue;
      }
      const line = this.#line;
      this.#line += record.breaks;
      if (record.next - position > this.#sink.limits.maxRecordChars) {
        this.#sink.error(line, null, `record is longer than ${this.#sink.limits.maxRecordChars} characters`);
      } else if (this.#columns === null) this.#header(record.cells, text.slice(position, record.next), line);
      else this.#row(record.cells, line);
      position = record.next;
    }
    this.#carry = this.#skipping ? "" : text.slice(position);
    this.#retryAt = this.#carry.length < 262_144 ? 0 : this.#carry.length * 2;
  }

  /** Reports a record that cannot be ended and goes on with the line after the one where it starts. */
  #recover(text: string, position: number, open: boolean): number {
    const reason = open
      ? "a quote is never closed"
      : `record is longer than ${this.#sink.limits.maxRecordChars} characters`;
    this.#sink.error(this.#line, null, reason);
    const end = text.indexOf("\n", position);
    if (end === -1) {
      this.#skipping = true;
      return text.length;
    }
    this.#line += 1;
    return end + 1;
  }

  #header(cells: string[], source: string, line: number): void {
    if (cells.every((cell) => cell.trim() === "")) return;
    const header = source.trimEnd();
    this.#delimiter = sniffCsv(header).delimiter;
    this.#names = headerCells(header, this.#delimiter);
    const columns = this.#names.map(fieldOf);
    const missing = REQUIRED.filter(([field]) => !columns.includes(field)).map(([, name]) => name);
    const repeated = columns.find((field, index) => field !== undefined && columns.indexOf(field) !== index);
    const names = columnNames(this.#names);
    const table = missing.length > 0 ? tableShapeOf(names) : null;
    if (table !== null) {
      const required = table.required.map((name) => ({ name, written: this.#names[names.indexOf(name)]! }));
      this.#pairs = { shape: table.shape, names, required };
    } else if (missing.length > 0) {
      this.#sink.error(line, null, `CSV is missing required columns: ${missing.join(", ")}`);
      this.#broken = true;
    }
    if (repeated !== undefined && !this.#broken) {
      this.#sink.error(line, repeated, "CSV names the same column twice");
      this.#broken = true;
    }
    this.#columns = columns;
  }

  #row(cells: string[], line: number): void {
    if (cells.length === 1 && cells[0]!.trim() === "") return;
    const columns = this.#columns ?? [];
    if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== "")) {
      this.#sink.error(line, null, `row has ${cells.length} cells, the header has ${columns.length}`);
      return;
    }
    if (this.#pairs !== null) {
      this.#guarded(line, () => this.#pair(this.#pairs!, cells, line));
      return;
    }
    const cell: Partial<Record<Field, string>> = {};
    for (let i = 0; i < columns.length; i += 1) {
      const field = columns[i];
      const value = cells[i];
      if (field !== undefined && value !== undefined) cell[field] = value.trim();
    }
    this.#guarded(line, () => this.#turn(cell, line));
  }

  #guarded(line: number, read: () => void): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof RefusedValue)) throw error;
      this.#sink.error(line, error.column, error.message);
    }
  }

  /** A row of prompts and completions, read as the JSON record of the same fields would be. */
  #pair(table: PairTable, cells: string[], line: number): void {
    // Without a prototype: a column may have any name.
    const record: JsonObject = Object.create(null) as JsonObject;
    table.names.forEach((name, index) => {
      const value = (cells[index] ?? "").trim();
      if (isFormula(value)) this.#formulas += 1;
      if (value !== "" && name !== "metadata") record[name] = value;
    });
    for (const { name, written } of table.required) {
      if (record[name] === undefined) throw new RefusedValue("cell is blank", written);
    }
    const metadata = table.names.indexOf("metadata");
    if (metadata !== -1) record.metadata = this.#json({ metadata: cells[metadata]?.trim() ?? "" }, "metadata");
    const context = {
      limits: this.#sink.limits,
      line,
      refuse: (error: RefusedValue) => this.#sink.error(line, error.column, error.message),
    };
    for (const conversation of table.shape.read(record, context)) this.#sink.conversation(conversation);
  }

  #turn(cell: Partial<Record<Field, string>>, line: number): void {
    const { limits } = this.#sink;
    const number = this.#required(cell, "turnNumber");
    if (!/^-?\d{1,9}(?:\.0+)?$/.test(number))
      throw new RefusedValue("turn number is not a whole number", this.#nameOf("turnNumber"));
    const speaker = this.#speakers.read(this.#required(cell, "role"));
    if (speaker.name === "" || speaker.name.length > limits.maxSpeakerChars) {
      throw new RefusedValue("role is empty or too long", this.#nameOf("role"));
    }
    const key = this.#required(cell, "key").slice(0, 512);
    const callId = `call_${number}`;
    const toolCalls = readToolCalls(this.#json(cell, "toolCalls"), () => callId, limits.maxJsonDepth);
    const toolResults = readToolResults(this.#json(cell, "toolResults"), () => undefined, limits.maxJsonDepth);
    const text = cell.content ?? "";
    if (text === "" && toolCalls.length + toolResults.length === 0) this.#required(cell, "content");
    if (text.length > limits.maxTurnChars)
      throw new RefusedValue(`text is longer than ${limits.maxTurnChars} characters`, this.#nameOf("content"));
    if (isFormula(text)) this.#formulas += 1;
    const turn: RawTurn = { speaker: speaker.name, text, time: cell.time || null, line, toolCalls, toolResults };
    if (speaker.role !== undefined) turn.role = speaker.role;
    this.#grouper.add({
      key,
      turnNumber: Number(number),
      turn,
      domain: cell.domain || null,
      language: cell.language !== undefined && LANGUAGE.test(cell.language) ? cell.language.toLowerCase() : null,
      seedId: cell.seedId || null,
      metadata: stringMap(this.#json(cell, "metadata")),
    });
  }

  #required(cell: Partial<Record<Field, string>>, field: Field): string {
    const value = cell[field];
    if (value === undefined || value === "") throw new RefusedValue("cell is blank", this.#nameOf(field));
    return value;
  }

  #json(cell: Partial<Record<Field, string>>, field: Field): unknown {
    const value = cell[field];
    if (value === undefined || value === "") return undefined;
    try {
      return parseJson(value, this.#sink.limits.maxJsonDepth);
    } catch (error) {
      if (error instanceof RefusedValue)
        throw new RefusedValue(`Invalid JSON in column '${this.#nameOf(field)}'`, this.#nameOf(field));
      throw error;
    }
  }

  /** The column's name as the file writes it; header names are the file's structure, not its content. */
  #nameOf(field: Field): string {
    const index = this.#columns?.indexOf(field) ?? -1;
    return this.#names[index] ?? field;
  }
}
