// The body of a request to the gateway: decoded, bounded in size and depth.
import { AppError } from "../contract/error.ts";
import type { JsonObject } from "../contract/ids.ts";
import { readHead } from "../core/gateway/body-head.ts";
import { readBounded } from "../services/bodies.ts";

/** Prompts with images and files in base64 are large. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;
/** Bodies that say that they are this short are read in one go. */
const SMALL_BYTES = 1024 * 1024;
const MAX_DEPTH = 64;

type Bytes = ReadableStream<Uint8Array>;

const tooLarge = (): AppError =>
  new AppError("payload_too_large", `The body is larger than ${MAX_BODY_BYTES / 1024 / 1024} MB`);

const inflate =
  (format: "gzip" | "deflate") =>
  (stream: Bytes): Bytes =>
    stream.pipeThrough(
      new DecompressionStream(format) as unknown as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>,
    );

/** What has no stream of the platform's is decoded at once, within the bound. */
const decodeAtOnce =
  (name: "brotliDecompressSync" | "zstdDecompressSync") =>
  async (stream: Bytes): Promise<Bytes> => {
    const { [name]: decode } = await import("node:zlib");
    const encoded = await readBounded(stream, MAX_BODY_BYTES);
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = decode(encoded, { maxOutputLength: MAX_BODY_BYTES });
    } catch (error) {
      // The runtime has no code for it.
      if (error instanceof Error && error.message.startsWith("Memory limit")) throw tooLarge();
      throw error;
    }
    return new Blob([bytes]).stream();
  };

/** How each `Content-Encoding` is undone; any other is refused. */
const DECODERS = new Map<string, (stream: Bytes) => Bytes | Promise<Bytes>>([
  ["gzip", inflate("gzip")],
  ["x-gzip", inflate("gzip")],
  ["deflate", inflate("deflate")],
  ["br", decodeAtOnce("brotliDecompressSync")],
  ["zstd", decodeAtOnce("zstdDecompressSync")],
]);

/** The encodings of a body in the order in which they were applied. */
function encodingsOf(request: Request): string[] {
  const given = request.headers.get("content-encoding");
  if (given === null) return [];
  return given
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
}

/** The text of the body. What is compressed is read as what it decodes to, or not at all. */
async function readText(request: Request): Promise<string> {
  const declared = Number(request.headers.get("content-length") ?? Number.NaN);
  if (declared > MAX_BODY_BYTES) throw tooLarge();
  const encodings = encodingsOf(request);
  if (encodings.length === 0 && declared <= SMALL_BYTES) return request.text();
  if (encodings.length > 2) throw new AppError("unsupported_media_type", "Content-Encoding: at most two encodings");
  const decoders = encodings.map((name) => DECODERS.get(name));
  if (decoders.includes(undefined)) {
    throw new AppError("unsupported_media_type", "Content-Encoding: send gzip, deflate, br, zstd or no encoding");
  }
  try {
    let stream = request.body as Bytes | null;
    // The last one named was applied last.
    for (const decode of decoders.toReversed()) if (stream !== null) stream = await decode!(stream);
    return new TextDecoder().decode(await readBounded(stream, MAX_BODY_BYTES));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("bad_request", "The body is not what its Content-Encoding says");
  }
}

export interface GatewayBody {
  text: string;
  /** Its members that steer; whether the rest is JSON is for the scan to say. */
  head: JsonObject;
}

/** @throws AppError bad_request, payload_too_large, unsupported_media_type */
export async function readBody(request: Request): Promise<GatewayBody> {
  const text = await readText(request);
  const head = readHead(text, MAX_DEPTH);
  if (head === "too_deep") {
    throw new AppError("bad_request", `The JSON is nested more than ${MAX_DEPTH} levels deep`);
  }
  if (head === null) throw new AppError("bad_request", "The body is not a JSON object");
  return { text, head };
}
