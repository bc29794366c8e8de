// Reading what a client sends, bounded in size and depth before any parser sees it.
import { AppError } from "../contract/error.ts";

/** Nesting depth of JSON text, counted up to `limit`: one pass, strings skipped. */
export function jsonDepth(text: string, limit: number): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length && deepest <= limit; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 92) index += 1;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 123 || code === 91) deepest = Math.max(deepest, (depth += 1));
    else if (code === 125 || code === 93) depth -= 1;
  }
  return deepest;
}

/** Reads a stream up to `maxBytes`; beyond that the rest is not read at all. @throws payload_too_large */
export async function readBounded(
  stream: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (stream !== null) {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > maxBytes) {
        throw new AppError("payload_too_large", `The body is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB`);
      }
      chunks.push(chunk);
    }
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
