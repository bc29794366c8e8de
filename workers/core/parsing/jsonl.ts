import type { JsonObject } from "../../contract/ids.ts";
import type { JsonValueHandler } from "./json-values.ts";
import type { LineParser } from "./lines.ts";
import { isMessage, readMessages } from "./messages.ts";
import type { RecordContext } from "./messages.ts";
import { shapeOf, unwrapRecord } from "./records.ts";
import { RowGrouper } from "./rows.ts";
import { conversationOf } from "./segments.ts";
import type { ParseSink } from "./sink.ts";
import { readTranscriptText } from "./transcript.ts";
import { RefusedValue, isObject, parseJson, stringMap } from "./values.ts";
import { fieldOf } from "./vocabulary.ts";
import type { Field } from "./vocabulary.ts";

/** Names under which whole datasets are wrapped in one object. */
const LISTS = ["data", "rows", "records", "dialogues", "examples"] as const;

/**
 * Reads JSON records of any known shape, each record by itself, so that a file may mix them. Serves both JSONL (as a
 * line parser) and JSON texts (as a handler of values).
 */
export class RecordParser implements LineParser, JsonValueHandler {
  readonly #sink: ParseSink;
  readonly #format: string;
  readonly #rows: RowGrouper;
  /** Messages that stand by themselves, one per line or element, make up one conversation. */
  #loose: unknown[] = [];
  #looseLine = 0;
  #looseOverflow = false;

  constructor(sink: ParseSink, format: string) {
    this.#sink = sink;
    this.#format = format;
    this.#rows = new RowGrouper(sink);
  }

  line(text: string, number: number): void {
    if (text.trim() !== "") this.value(text, number);
  }

  value(json: string, line: number): void {
    this.#guarded(line, () => {
      const { maxJsonDepth, maxRecordChars } = this.#sink.limits;
      if (json.length > maxRecordChars) throw new RefusedValue(`record is longer than ${maxRecordChars} characters`);
      if (!/^\s*[{[]/.test(json)) throw new RefusedValue("invalid JSON: expected a JSON object");
      this.#record(parseJson(json, maxJsonDepth), line);
    });
  }

  end(): void {
    this.#guarded(this.#looseLine, () => {
      if (this.#loose.length === 0) return;
      const turns = readMessages(this.#loose, "messages", this.#context(this.#looseLine));
      this.#sink.conversation(conversationOf(turns));
    });
    this.#rows.end();
  }

  #guarded(line: number, read: () => void): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof RefusedValue)) throw error;
      this.#sink.error(line, error.column, error.message);
    }
  }

  #context(line: number): RecordContext {
    return {
      limits: this.#sink.limits,
      line,
      refuse: (error) => this.#sink.error(line, error.column, error.message),
    };
  }

  #record(value: unknown, line: number): void {
    if (Array.isArray(value)) {
      this.#list(value, line);
      return;
    }
    if (!isObject(value)) throw new RefusedValue("expected a JSON object");
    const record = unwrapRecord(value);
    const shape = shapeOf(record, this.#format);
    if (shape !== undefined) {
      this.#sink.sawFormat(shape.format);
      for (const conversation of shape.read(record, this.#context(line))) this.#sink.conversation(conversation);
      return;
    }
    const inner = LISTS.map((name) => record[name]).find((list) => Array.isArray(list));
    if (Array.isArray(inner)) this.#list(inner, line);
    else if (this.#format === "auto" && isMessage(record)) this.#message(record, line);
    else if (this.#format === "auto" && typeof record.text === "string") this.#transcript(record.text, line);
    else if (this.#format === "auto") throw new RefusedValue("Cannot detect the record's format from its keys");
    else throw new RefusedValue(`record is not in the ${this.#format} format`);
  }

  /** An array is one conversation when it holds messages, and a list of records otherwise. */
  #list(values: unknown[], line: number): void {
    const [first] = values;
    const messages = isObject(first) && isMessage(first) && rowKey(first) === null;
    if (messages && shapeOf(first, this.#format) === undefined) {
      this.#sink.sawFormat("openai");
      this.#sink.conversation(conversationOf(readMessages(values, "messages", this.#context(line))));
      return;
    }
    values.forEach((value, index) => {
      try {
        if (Array.isArray(value)) throw new RefusedValue("expected a JSON object");
        this.#record(value, line);
      } catch (error) {
        if (!(error instanceof RefusedValue)) throw error;
        this.#sink.error(line, error.column === null ? `[${index}]` : `[${index}].${error.column}`, error.message);
      }
    });
  }

  #message(record: JsonObject, line: number): void {
    const key = rowKey(record);
    if (key !== null) {
      this.#sink.sawFormat("rows");
      this.#row(record, key, line);
      return;
    }
    this.#sink.sawFormat("openai");
    if (this.#loose.length === 0) this.#looseLine = line;
    if (this.#loose.length < this.#sink.limits.maxTurns) {
      if (readMessages([record], "message", this.#context(line)).length > 0) this.#loose.push(record);
    } else if (!this.#looseOverflow) {
      this.#looseOverflow = true;
      this.#sink.error(
        line,
        null,
        `conversation has more than ${this.#sink.limits.maxTurns} turns; the rest was left out`,
      );
    }
  }

  #row(record: JsonObject, key: string, line: number): void {
    const [turn] = readMessages([record], "row", this.#context(line));
    if (turn === undefined) return;
    const number = Number(fieldValue(record, "turnNumber") ?? Number.NaN);
    const word = (field: Field): string | null => {
      const value = fieldValue(record, field);
      return typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, 128) : null;
    };
    this.#rows.add({
      key,
      turnNumber: Number.isFinite(number) ? number : null,
      turn,
      domain: word("domain"),
      language: word("language"),
      seedId: word("seedId"),
      metadata: stringMap(record.metadata),
    });
  }

  #transcript(text: string, line: number): void {
    const turns = readTranscriptText(text, line, this.#sink.limits);
    if (turns.length === 0) throw new RefusedValue("text is not a transcript with speakers", "text");
    this.#sink.sawFormat("transcript");
    this.#sink.conversation(conversationOf(turns));
  }
}

function fieldValue(record: JsonObject, field: Field): unknown {
  const name = Object.keys(record).find((key) => fieldOf(key) === field);
  return name === undefined ? undefined : record[name];
}

/** The conversation's id that a message carries, or null. */
function rowKey(record: JsonObject): string | null {
  const value = fieldValue(record, "key");
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, 512) : null;
}
