import { AppError } from "../../contract/error.ts";
import type { ImportErrorDetail } from "../../contract/import.ts";
import type { RawConversation } from "../../core/parsing/model.ts";
import { parseStream } from "../../core/parsing/parse.ts";
import { refusalOf } from "../imports.ts";
import {
  importConfig,
  importResult,
  type ParsedFile,
  type ParsedPart,
  partName,
  stagingOf,
  UPLOAD_NAME,
} from "./import-run.ts";
import { firstFailure, onlyResult, type Shift, type Stage } from "./stage.ts";
import type { Staging } from "../staging.ts";

/** Conversations are sealed in parts of about this size: a second or so of anonymisation each. */
const PART_CHARS = 512 * 1024;
/** Parts that are being written while the file is read on. */
const WRITES_AT_A_TIME = 4;
const MARK_EVERY_BYTES = 4 * 1024 * 1024;

const encoder = new TextEncoder();

/**
 * One item: reads the sealed upload from its beginning to its end and cuts its conversations into sealed parts. The
 * events depend on the file's bytes alone, so a start that was killed is repeated and writes the same parts again.
 * Nothing is stored before the whole file was read: `strict` refuses all of it.
 */
export const parseStage: Stage = {
  async work(shift) {
    const body = await parseUpload(shift);
    return { body, tally: { conversations_read: body.conversations, bad_rows: body.errorCount } };
  },

  async next({ ledger, job }) {
    const parsed = await onlyResult<ParsedFile>(ledger, "parse");
    if (parsed === undefined) {
      const why = (await firstFailure(ledger)) ?? "the file could not be read";
      return { finish: "failed", result: null, error: why };
    }
    const refused = refusalOf(
      importConfig(job).strict,
      { conversations: parsed.conversations, errors: parsed.errorCount },
      parsed.errors,
    );
    if (refused === null && parsed.parts.length > 0) return { items: parsed.parts.map((payload) => ({ payload })) };
    const result = { ...importResult(job, parsed, { conversations_imported: 0, duplicates: 0, pii: {} }) };
    return { finish: refused === null ? "completed" : "failed", result, error: refused };
  },
};

async function parseUpload(shift: Shift): Promise<ParsedFile> {
  const { sizeBytes, format } = importConfig(shift.job);
  const staging = await stagingOf(shift);
  const upload = () => staging.read(UPLOAD_NAME, sizeBytes);
  const errors: ImportErrorDetail[] = [];
  const parts = new PartWriter(staging);
  const events = parseStream(metered(shift, upload(), sizeBytes), { format, again: upload });
  for (;;) {
    const step = await events.next();
    if (step.done === true) {
      const { conversations, errors: errorCount, warnings, format: found } = step.value;
      return { format: found, conversations, errorCount, errors, warnings, parts: await parts.end() };
    }
    if (step.value.type === "conversation") await parts.add(step.value.conversation);
    else if (step.value.type === "error") errors.push(step.value.error);
  }
}

/** Reports how much has been read, and stops when the job is over. */
async function* metered(
  { ledger }: Shift,
  chunks: AsyncIterable<Uint8Array>,
  sizeBytes: number,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  let marked = -MARK_EVERY_BYTES;
  for await (const chunk of chunks) {
    if (read - marked >= MARK_EVERY_BYTES) {
      marked = read;
      const share = Math.floor((read / sizeBytes) * 1000);
      const goOn = await ledger.mark({ bytes_total: sizeBytes, bytes_read: read, "part:parse": share });
      if (!goOn) throw new AppError("conflict", "The job is over");
    }
    yield chunk;
    read += chunk.length;
  }
  await ledger.mark({ bytes_read: read, "part:parse": 1000 });
}

/** Gathers conversations into sealed parts, a few of which are written at a time. */
class PartWriter {
  readonly #staging: Staging;
  readonly #parts: ParsedPart[] = [];
  readonly #writing = new Set<Promise<void>>();
  #lines: string[] = [];
  #chars = 0;
  #ordinal = 0;

  constructor(staging: Staging) {
    this.#staging = staging;
  }

  async add(conversation: RawConversation): Promise<void> {
    const line = `${JSON.stringify(conversation)}\n`;
    this.#lines.push(line);
    this.#chars += line.length;
    if (this.#chars >= PART_CHARS) await this.#flush();
  }

  async end(): Promise<ParsedPart[]> {
    if (this.#lines.length > 0) await this.#flush();
    await Promise.all(this.#writing);
    return this.#parts;
  }

  async #flush(): Promise<void> {
    const bytes = encoder.encode(this.#lines.join(""));
    const part = this.#parts.length;
    const conversations = this.#lines.length;
    this.#parts.push({ part, plainBytes: bytes.length, firstOrdinal: this.#ordinal, conversations });
    this.#ordinal += conversations;
    this.#lines = [];
    this.#chars = 0;
    const write = this.#staging.write(partName(part), once(bytes)).finally(() => this.#writing.delete(write));
    this.#writing.add(write);
    if (this.#writing.size >= WRITES_AT_A_TIME) await Promise.race(this.#writing);
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
