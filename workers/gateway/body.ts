// The body of a request to the gateway: decoded, bounded in size and depth, parsed.
import { AppError } from "../contract/error.ts";
import type { JsonObject } from "../contract/ids.ts";
import { jsonDepth, readBounded } from "../services/bodies.ts";

/** Prompts with images and files in base64 are large. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;
/** Bodies that say that they are this short are read in one go. */
const SMALL_BYTES = 1024 * 1024;
const MAX_DEPTH = 64;

/** Names of `Content-Encoding` and what the runtime calls them; what it does not know is refused. */
const ENCODINGS: ReadonlyMap<string, string> = new Map([
  ["gzip", "gzip"],
  ["x-gzip", "gzip"],
  ["deflate", "deflate"],
  ["br", "brotli"],
  ["zstd", "zstd"],
]);

function decoderOf(encoding: string): DecompressionStream {
  try {
    return new DecompressionStream((ENCODINGS.get(encoding) ?? encoding) as "gzip");
  } catch {
    throw new AppError("unsupported_media_type", "Content-Encoding: send gzip, deflate or no encoding");
  }
}

/** The text of the body. What is compressed is read as what it decodes to, or not at all. */
async function readText(request: Request): Promise<string> {
  const declared = Number(request.headers.get("content-length") ?? Number.NaN);
  if (declared > MAX_BODY_BYTES) {
    throw new AppError("payload_too_large", `The body is larger than ${MAX_BODY_BYTES / 1024 / 1024} MB`);
  }
  const encodings = (request.headers.get("content-encoding") ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (encodings.length === 0 && declared <= SMALL_BYTES) return request.text();
  if (encodings.length > 2) throw new AppError("unsupported_media_type", "Content-Encoding: at most two encodings");
  // The last one named was applied last.
  const decoders = encodings.toReversed().map(decoderOf);
  let stream = request.body as ReadableStream<Uint8Array> | null;
  for (const decoder of decoders) {
    stream = stream?.pipeThrough(decoder as unknown as ReadableWritablePair<Uint8Array, Uint8Array>) ?? null;
  }
  try {
    return new TextDecoder().decode(await readBounded(stream, MAX_BODY_BYTES));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("bad_request", "The body is not what its Content-Encoding says");
  }
}

export interface GatewayBody {
  text: string;
  body: JsonObject;
}

/** @throws AppError bad_request, payload_too_large, unsupported_media_type */
export async function readBody(request: Request): Promise<GatewayBody> {
  const text = await readText(request);
  if (jsonDepth(text, MAX_DEPTH) > MAX_DEPTH) {
    throw new AppError("bad_request", `The JSON is nested more than ${MAX_DEPTH} levels deep`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AppError("bad_request", "The body is not valid JSON");
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new AppError("bad_request", "The body must be a JSON object");
  }
  return { text, body: json as JsonObject };
}
