import type { SegmentRef } from "./ports/conversations.ts";
import type { BlobStore } from "./ports/datasets.ts";

/** Target size of one object of JSON lines: few enough reads for an export, small enough to rewrite on a deletion. */
const SEGMENT_BYTES = 4 * 1024 * 1024;

const encoder = new TextEncoder();

/**
 * Writes one JSON line per value into objects `<prefix>-<n>.jsonl` and tells where each line stands.
 * The same values under the same prefix give the same objects, so a repeated step overwrites itself.
 */
export async function writeLines(blobs: BlobStore, prefix: string, values: readonly unknown[]): Promise<SegmentRef[]> {
  const refs: SegmentRef[] = [];
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 0;

  const flush = async () => {
    if (parts.length === 0) return;
    const bytes = new Uint8Array(size);
    let offset = 0;
    for (const part of parts) {
      bytes.set(part, offset);
      offset += part.length;
    }
    await blobs.put(segmentKey(prefix, number), bytes);
    number += 1;
    parts = [];
    size = 0;
  };

  for (const value of values) {
    const line = encoder.encode(`${JSON.stringify(value)}\n`);
    if (size > 0 && size + line.length > SEGMENT_BYTES) await flush();
    refs.push({ key: segmentKey(prefix, number), offset: size, length: line.length });
    parts.push(line);
    size += line.length;
  }
  await flush();
  return refs;
}

function segmentKey(prefix: string, number: number): string {
  return `${prefix}-${String(number).padStart(5, "0")}.jsonl`;
}

/** Reads one line back. */
export async function readLine<T>(blobs: BlobStore, ref: SegmentRef): Promise<T | null> {
  const bytes = await blobs.getRange(ref.key, ref.offset, ref.length);
  return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as T);
}

/** Reads many lines, in the order asked for, opening each object once. */
export async function* readLines<T>(
  blobs: BlobStore,
  refs: readonly SegmentRef[],
): AsyncGenerator<T | null, undefined> {
  let key: string | null = null;
  let bytes: Uint8Array | null = null;
  for (const ref of refs) {
    if (ref.key !== key) {
      key = ref.key;
      bytes = await blobs.get(ref.key);
    }
    const line = bytes?.subarray(ref.offset, ref.offset + ref.length);
    yield line === undefined ? null : (JSON.parse(new TextDecoder().decode(line)) as T);
  }
}

/** Overwrites a line with spaces: its text is gone for good, its neighbours keep their offsets. */
export function eraseLine(blobs: BlobStore, ref: SegmentRef): Promise<void> {
  return blobs.rewrite(ref.key, (bytes) => {
    const copy = bytes.slice();
    copy.fill(0x20, ref.offset, ref.offset + ref.length - 1);
    return copy.every((byte) => byte === 0x20 || byte === 0x0a) ? null : copy;
  });
}
