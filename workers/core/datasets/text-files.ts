// The line formats of a dataset as streams of bytes: the same records give the same bytes.
import { Gzip } from "fflate";
import type { DatasetRecord } from "./record.ts";

export type ByteStream = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

const CHUNK_CHARACTERS = 1 << 16;

/** One JSON object a line, UTF-8, in chunks of about 64 KiB. */
export async function* jsonlChunks(
  records: Iterable<DatasetRecord> | AsyncIterable<DatasetRecord>,
): AsyncGenerator<Uint8Array> {
  yield* encodeLines(records, (record) => `${JSON.stringify(record)}\n`);
}

/** Rendered texts one after another, with a blank line between two. Records without a text are written as JSON. */
export async function* textChunks(
  records: Iterable<DatasetRecord> | AsyncIterable<DatasetRecord>,
): AsyncGenerator<Uint8Array> {
  let separator = "";
  yield* encodeLines(records, (record) => {
    const text =
      "text" in record ? record.text : "prompt" in record ? record.prompt + record.completion : JSON.stringify(record);
    const written = `${separator}${text}\n`;
    separator = "\n";
    return written;
  });
}

async function* encodeLines(
  records: Iterable<DatasetRecord> | AsyncIterable<DatasetRecord>,
  lineOf: (record: DatasetRecord) => string,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let pending = "";
  for await (const record of records) {
    pending += lineOf(record);
    if (pending.length < CHUNK_CHARACTERS) continue;
    yield encoder.encode(pending);
    pending = "";
  }
  if (pending !== "") yield encoder.encode(pending);
}

/** Gzips a stream with a fixed time in its header, so that the same bytes compress to the same bytes. */
export async function* gzipChunks(chunks: ByteStream, level: 1 | 6 | 9 = 6): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const gzip = new Gzip({ level, mtime: 0 }, (chunk) => ready.push(chunk));
  for await (const chunk of chunks) {
    // The compressor keeps what it is given, and the caller may reuse its buffer.
    gzip.push(chunk.slice());
    yield* ready;
    ready = [];
  }
  gzip.push(new Uint8Array(0), true);
  yield* ready;
}
