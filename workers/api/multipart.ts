// multipart/form-data (RFC 7578) read as a stream: one file, however large, without holding it.
import { invalidField } from "../contract/error.ts";

/** Longest head of a part, and longest preamble before the first. */
const MAX_HEAD_BYTES = 16 * 1024;
/** What other fields beside the file may have together. */
const MAX_OTHER_BYTES = 1024 * 1024;

const CR = 0x0d;
const encoder = new TextEncoder();

/** The boundary of a multipart content type, or null. */
export function boundaryOf(contentType: string): string | null {
  const match = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  return match?.[1] ?? match?.[2] ?? null;
}

/** Where `needle`, which begins with CR, stands in `bytes` from `from` on; -1 when it does not. */
function indexOfDelimiter(bytes: Uint8Array, needle: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(CR, from); at !== -1; at = bytes.indexOf(CR, at + 1)) {
    let matched = 1;
    while (matched < needle.length && bytes[at + matched] === needle[matched]) matched += 1;
    if (matched === needle.length) return at;
  }
  return -1;
}

function indexOfHeadEnd(bytes: Uint8Array): number {
  return indexOfDelimiter(bytes, HEAD_END, 0);
}

const HEAD_END = encoder.encode("\r\n\r\n");

/** Bytes read ahead of a stream. */
class Reader {
  held: Uint8Array = new Uint8Array(0);
  readonly #chunks: AsyncIterator<Uint8Array>;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Reads one more chunk behind what is held; false at the end. */
  async more(): Promise<boolean> {
    const step = await this.#chunks.next();
    if (step.done === true) return false;
    const joined = new Uint8Array(this.held.length + step.value.length);
    joined.set(this.held);
    joined.set(step.value, this.held.length);
    this.held = joined;
    return true;
  }

  take(length: number): Uint8Array {
    const taken = this.held.subarray(0, length);
    this.held = this.held.subarray(length);
    return taken;
  }
}

/** The name of the form field that a part's head gives. */
function fieldOf(head: string): string | null {
  const disposition = /^content-disposition:\s*form-data\b(.*)$/im.exec(head)?.[1] ?? "";
  const match = /;\s*name=(?:"([^"]*)"|([^\s;"]+))/i.exec(disposition);
  return match?.[1] ?? match?.[2] ?? null;
}

/**
 * The content of the form field `field`, as it arrives; what stands behind it is not read.
 * @throws validation_failed when there is no such field, or the body is not the form that it says it is
 */
export async function* readFormFile(
  chunks: AsyncIterable<Uint8Array>,
  boundary: string,
  field: string,
): AsyncGenerator<Uint8Array> {
  const reader = new Reader(chunks);
  // The first delimiter has no line break before it, unless there is a preamble.
  reader.held = encoder.encode("\r\n");
  const delimiter = encoder.encode(`\r\n--${boundary}`);
  let skipped = 0;
  for (;;) {
    for await (const bytes of untilDelimiter(reader, delimiter)) {
      skipped += bytes.length;
      if (skipped > MAX_OTHER_BYTES) throw invalidField("body", `the form has too much before its field ${field}`);
    }
    while (reader.held.length < 2 && (await reader.more()));
    if (reader.held[0] !== CR) throw invalidField(`body.${field}`, `send the file in the form field \`${field}\``);
    let end = indexOfHeadEnd(reader.held);
    while (end === -1) {
      if (reader.held.length > MAX_HEAD_BYTES || !(await reader.more()))
        throw invalidField("body", "a part has no head");
      end = indexOfHeadEnd(reader.held);
    }
    const head = new TextDecoder().decode(reader.take(end + HEAD_END.length));
    if (fieldOf(head) !== field) continue;
    yield* untilDelimiter(reader, delimiter);
    return;
  }
}

/** What stands before the next delimiter, which is taken too. @throws validation_failed when there is none */
async function* untilDelimiter(reader: Reader, delimiter: Uint8Array): AsyncGenerator<Uint8Array> {
  for (;;) {
    const at = indexOfDelimiter(reader.held, delimiter, 0);
    if (at !== -1) {
      if (at > 0) yield reader.take(at);
      reader.take(delimiter.length);
      return;
    }
    // A delimiter may have begun in the last bytes.
    const safe = reader.held.length - delimiter.length + 1;
    if (safe > 0) yield reader.take(safe);
    if (!(await reader.more())) throw invalidField("body", "the form ends before its last delimiter");
  }
}
