import type { ImportFormat } from "../../contract/import.ts";
import { CsvParser } from "./csv.ts";
import type { DateSurvey } from "./dates.ts";
import { TextDecoding } from "./decoding.ts";
import { binaryKind, detectParser, parserFor } from "./detection.ts";
import type { ParserKind } from "./detection.ts";
import { JsonValueSplitter } from "./json-values.ts";
import { RecordParser } from "./jsonl.ts";
import { LineSplitter } from "./lines.ts";
import type { ParseSink, TextParser } from "./sink.ts";
import { TranscriptParser } from "./transcript.ts";
import { WhatsAppDateReader, WhatsAppParser } from "./whatsapp.ts";
import type { DateQuestion } from "./whatsapp.ts";

/** Bytes that are gathered before a step, so that tiny chunks cost no more than large ones. */
const BLOCK_BYTES = 65_536;

export interface DocumentOptions {
  format: ImportFormat;
  gapMinutes?: number;
  /** Given by whoever can read the file again, for its dates. */
  question?: DateQuestion;
}

type MakeParser = (sink: ParseSink, options: DocumentOptions) => TextParser;

const PARSERS: Record<ParserKind, MakeParser> = {
  whatsapp: (sink, options) => new LineSplitter(new WhatsAppParser(sink, options.gapMinutes, options.question), sink),
  csv: (sink) => new CsvParser(sink),
  records: (sink, options) => new LineSplitter(new RecordParser(sink, options.format), sink),
  values: (sink, options) => new JsonValueSplitter(new RecordParser(sink, options.format), sink),
  transcript: (sink) => new LineSplitter(new TranscriptParser(sink), sink),
};

/** Only chats have dates that can be read in two ways. */
const UNDATED: TextParser = { push: () => {}, end: () => {} };

/** A file of which only the dates are read, into `survey`. */
export function surveyDocument(sink: ParseSink, format: ImportFormat, survey: DateSurvey): DocumentParser {
  const read: MakeParser = () => new LineSplitter(new WhatsAppDateReader(survey), sink);
  const skip: MakeParser = () => UNDATED;
  const parsers = { whatsapp: read, csv: skip, records: skip, values: skip, transcript: skip };
  return new DocumentParser(sink, { format }, parsers);
}

/** One text file on its way from bytes to conversations. What it finds goes to the sink at each `push`. */
export class DocumentParser {
  readonly #sink: ParseSink;
  readonly #options: DocumentOptions;
  readonly #parsers: Record<ParserKind, MakeParser>;
  readonly #decoding = new TextDecoding();
  #gathered: Uint8Array[] = [];
  #gatheredBytes = 0;
  #seenBytes = 0;
  #head = "";
  #parser: TextParser | null = null;
  #refused = false;

  constructor(sink: ParseSink, options: DocumentOptions, parsers = PARSERS) {
    this.#sink = sink;
    this.#options = options;
    this.#parsers = parsers;
  }

  get encoding(): string {
    return this.#decoding.encoding;
  }

  push(chunk: Uint8Array): void {
    if (this.#refused) return;
    this.#gathered.push(chunk);
    this.#gatheredBytes += chunk.length;
    if (this.#gatheredBytes >= BLOCK_BYTES) this.#feed(this.#takeBytes());
  }

  end(): void {
    if (!this.#refused) this.#feed(this.#takeBytes());
    if (this.#refused) return;
    if (this.#seenBytes === 0) {
      this.#refuse("the file is empty");
      return;
    }
    this.#text(this.#decoding.end());
    if (this.#refused) return;
    this.#start(true);
    this.#parser?.end();
    if (this.#sink.conversations + this.#sink.errors === 0) this.#sink.warning("the file holds no conversation");
    if (this.#decoding.mixed) {
      this.#sink.warning(`${this.#decoding.fallbackLines} lines were not valid UTF-8 and were read as Windows-1252`);
    }
    if (this.#decoding.removedControls) this.#sink.warning("control characters (such as NUL) were removed");
  }

  #takeBytes(): Uint8Array {
    const [only] = this.#gathered;
    let bytes = only ?? new Uint8Array(0);
    if (this.#gathered.length > 1) {
      bytes = new Uint8Array(this.#gatheredBytes);
      let offset = 0;
      for (const piece of this.#gathered) {
        bytes.set(piece, offset);
        offset += piece.length;
      }
    }
    this.#gathered = [];
    this.#gatheredBytes = 0;
    return bytes;
  }

  #feed(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    const first = this.#seenBytes === 0;
    this.#seenBytes += bytes.length;
    const text = this.#decoding.push(bytes);
    if (first) {
      const binary = binaryKind(bytes, this.#decoding.encoding.startsWith("utf-16"));
      if (binary !== null) {
        this.#refuse(`the file is not text: it looks like ${binary}`);
        return;
      }
    }
    this.#text(text);
  }

  #text(text: string): void {
    if (this.#parser !== null) {
      this.#parser.push(text);
      if (this.#sink.hopeless) this.#giveUp();
      return;
    }
    this.#head += text;
    if (this.#head.length >= this.#sink.limits.sniffChars) this.#start(false);
  }

  #start(whole: boolean): void {
    if (this.#parser !== null || this.#refused) return;
    const head = this.#head;
    this.#head = "";
    if (whole && head.trim() === "") {
      this.#refuse("the file holds no text");
      return;
    }
    const { format } = this.#options;
    const kind = format === "auto" ? detectParser(head, whole) : parserFor(format, head, whole);
    if (kind === null) {
      this.#refuse(
        "the format was not recognised: neither WhatsApp, CSV with the required columns, JSON, JSONL, nor a transcript",
      );
      return;
    }
    if (kind === "whatsapp" || kind === "csv") this.#sink.sawFormat(kind);
    this.#parser = this.#parsers[kind](this.#sink, this.#options);
    this.#parser.push(head);
  }

  /** Finishes what is open; what comes later is not read. */
  #giveUp(): void {
    this.#parser?.end();
    this.#refused = true;
    this.#sink.warning(`gave up after ${this.#sink.limits.maxErrorsInARow} errors in a row; the rest was not read`);
  }

  #refuse(reason: string): void {
    this.#refused = true;
    this.#gathered = [];
    this.#sink.error(1, null, reason);
  }
}
