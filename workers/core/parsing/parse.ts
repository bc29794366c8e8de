import type { ImportFormat } from "../../contract/import.ts";
import { RefusedArchive, gunzip, unzipText } from "./archive.ts";
import { isGzip, isZip } from "./detection.ts";
import { DateSurvey } from "./dates.ts";
import type { DateDecision } from "./dates.ts";
import { DocumentParser, surveyDocument } from "./document.ts";
import { PARSE_LIMITS } from "./limits.ts";
import type { ParseLimits } from "./limits.ts";
import type { ParseError, ParseEvent, RawConversation } from "./model.ts";
import { ParseSink } from "./sink.ts";
import type { DateQuestion } from "./whatsapp.ts";

export interface ParseOptions {
  /** Overrides detection; `auto` by default. */
  format?: ImportFormat;
  /** Pause that ends a WhatsApp conversation, in minutes; six hours by default. */
  gapMinutes?: number;
  limits?: Partial<ParseLimits>;
  /**
   * The same bytes from the beginning, where they can be read again: a chat of which a long first part proves no order
   * of day and month is then decided over the whole file.
   */
  again?: () => AsyncIterable<Uint8Array>;
}

/** What a finished import says about the file. */
export interface ParseReport {
  /** Name of the format, `mixed` when records of several were found, `unknown` when none was recognised. */
  format: string;
  /** `utf-8`, `utf-8-bom`, `utf-16le`, `utf-16be` or `windows-1252`. */
  encoding: string;
  /** `dmy`, `mdy` or `ymd` for WhatsApp exports, else null. */
  dateOrder: string | null;
  conversations: number;
  /** All errors, those past `maxErrors` included. */
  errors: number;
  warnings: string[];
}

/** Bytes between two hand-overs of events, so that a huge chunk is not parsed in one go. */
const STEP_BYTES = 65_536;

/** Yields the chunks again with the first `count` bytes (or all, if fewer) in hand. */
async function withHead(
  chunks: AsyncIterable<Uint8Array>,
  count: number,
): Promise<{ head: Uint8Array; all: AsyncGenerator<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let size = 0;
  while (size < count) {
    const next = await iterator.next();
    if (next.done === true) break;
    taken.push(next.value);
    size += next.value.length;
  }
  const head = new Uint8Array(Math.min(size, count));
  let offset = 0;
  for (const piece of taken) {
    head.set(piece.subarray(0, head.length - offset), offset);
    offset = Math.min(head.length, offset + piece.length);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* taken;
      for (;;) {
        const next = await iterator.next();
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { head, all: all() };
}

/** A part of a text file; `file` counts from 1 inside an archive, and `last` ends one. */
interface Piece {
  file: number;
  bytes: Uint8Array;
  last: boolean;
}

/** The text files in the chunks: one, or those of a zip archive. @throws RefusedArchive */
async function textPieces(
  chunks: AsyncIterable<Uint8Array>,
  limits: ParseLimits,
): Promise<{ archive: boolean; pieces: AsyncGenerator<Piece> }> {
  const { head, all } = await withHead(chunks, 4);
  async function* single(): AsyncGenerator<Piece> {
    for await (const bytes of isGzip(head) ? gunzip(all, limits) : all) yield { file: 1, bytes, last: false };
  }
  return { archive: isZip(head), pieces: isZip(head) ? unzipText(all, limits) : single() };
}

function* steps(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += STEP_BYTES) yield bytes.subarray(start, start + STEP_BYTES);
}

/** Whether the text in a file has at most `maxBytes`, packed or not; no more than that is unpacked to find out. */
export async function unpacksTo(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<boolean> {
  let size = 0;
  try {
    for await (const { bytes } of (await textPieces(chunks, PARSE_LIMITS)).pieces) {
      size += bytes.length;
      if (size > maxBytes) return false;
    }
  } catch (error) {
    // What is damaged or a bomb ends here for whoever reads it, too.
    if (!(error instanceof RefusedArchive)) throw error;
  }
  return true;
}

/** How the dates of text file `file` are to be read, from all of them, or from the first that proves an order. */
async function surveyDates(
  chunks: AsyncIterable<Uint8Array>,
  file: number,
  format: ImportFormat,
  limits: ParseLimits,
): Promise<DateDecision> {
  const survey = new DateSurvey();
  const document = surveyDocument(new ParseSink(limits), format, survey);
  try {
    for await (const piece of (await textPieces(chunks, limits)).pieces) {
      if (piece.file > file) break;
      if (piece.file < file) continue;
      for (const bytes of steps(piece.bytes)) document.push(bytes);
      if (survey.proven !== null || piece.last) break;
    }
  } catch (error) {
    // The archive's damage is reported by whoever reads its conversations.
    if (!(error instanceof RefusedArchive)) throw error;
  }
  document.end();
  return survey.decide();
}

/**
 * Reads conversations from a file of any supported format, encoding or container, in constant memory. Events come in
 * the file's order and depend on its bytes only, never on how they are chunked: an interrupted import can start again
 * and skip the events it has dealt with. Bad input never throws; it ends in error events. Errors of `chunks` itself
 * pass through.
 */
export async function* parseStream(
  chunks: AsyncIterable<Uint8Array>,
  options: ParseOptions = {},
): AsyncGenerator<ParseEvent, ParseReport> {
  const { again, gapMinutes, format = "auto" } = options;
  const sink = new ParseSink({ ...PARSE_LIMITS, ...options.limits });
  const question: DateQuestion = { asked: null };
  const documentOptions = { format, gapMinutes, ...(again === undefined ? {} : { question }) };
  const drain = (): ParseEvent[] => sink.events.splice(0);
  const { archive, pieces } = await textPieces(chunks, sink.limits);
  let document = new DocumentParser(sink, documentOptions);
  let files = 0;
  let open = !archive;
  try {
    for await (const piece of pieces) {
      if (piece.file > files) {
        files = piece.file;
        if (files > 1) {
          document = new DocumentParser(sink, documentOptions);
          sink.progress();
          sink.prefix = `file ${files} of the archive: `;
        }
      }
      open = true;
      for (const bytes of steps(piece.bytes)) {
        document.push(bytes);
        const answer = question.asked;
        if (answer !== null) {
          question.asked = null;
          answer(await surveyDates(again!(), files, format, sink.limits));
        }
        yield* drain();
      }
      if (piece.last) {
        document.end();
        question.asked = null;
        open = false;
        yield* drain();
      }
    }
  } catch (error) {
    if (!(error instanceof RefusedArchive)) throw error;
    sink.error(1, null, error.message);
    open = open && files > 0;
  }
  if (open) document.end();
  else if (files === 0 && sink.errors === 0) sink.error(1, null, "archive holds no text file");
  yield* drain();
  return {
    format: sink.format ?? "unknown",
    encoding: document.encoding,
    dateOrder: sink.dateOrder,
    conversations: sink.conversations,
    errors: sink.errors,
    warnings: sink.warnings,
  };
}

/** Everything that `parseStream` yields, for inputs that are small enough to hold. */
export async function parseAll(
  chunks: AsyncIterable<Uint8Array>,
  options: ParseOptions = {},
): Promise<{ conversations: RawConversation[]; errors: ParseError[]; report: ParseReport }> {
  const conversations: RawConversation[] = [];
  const errors: ParseError[] = [];
  const events = parseStream(chunks, options);
  for (;;) {
    const next = await events.next();
    if (next.done === true) return { conversations, errors, report: next.value };
    if (next.value.type === "conversation") conversations.push(next.value.conversation);
    else if (next.value.type === "error") errors.push(next.value.error);
  }
}
