// Routes that take one file: as a form or as the bare body, streamed, answered with the import or with its job.
import type { Context } from "hono";
import { AppError, invalidField } from "../contract/error.ts";
import { ImportAccepted } from "../contract/import.ts";
import { acceptUpload, MAX_UPLOAD_BYTES, type UploadOptions } from "../services/uploads.ts";
import type { ApiEnv } from "./context.ts";
import { json } from "./declare.ts";
import { boundaryOf, readFormFile } from "./multipart.ts";

/** Where bodies are neither buffered nor hashed before the handler reads them. */
export const STREAMED_PATHS: ReadonlySet<string> = new Set([
  "/api/v1/import/csv",
  "/api/v1/import/jsonl",
  "/api/v1/connectors/whatsapp",
  "/api/v1/connectors/file",
]);

/** Room for the frame of a form around the largest file. */
const FRAME_BYTES = 1024 * 1024;

/** For the documentation only: a body that a validator would read is not streamed any more. */
export const uploadBody = {
  required: true,
  description: "The file in the form field `file`, or as the whole body of any other content type",
  content: {
    "multipart/form-data": {
      schema: {
        type: "object" as const,
        required: ["file"],
        properties: { file: { type: "string" as const, format: "binary" } },
      },
    },
    "application/octet-stream": { schema: { type: "string" as const, format: "binary" } },
  },
};

export const acceptedResponse = {
  ...json(ImportAccepted, "The file is larger than 5 MB: the job that imports it"),
  headers: { Location: { description: "The job", schema: { type: "string" as const } } },
};

/** The bytes of the request's file. @throws validation_failed, payload_too_large */
function readUpload(c: Context<ApiEnv>): AsyncIterable<Uint8Array> {
  const { body } = c.req.raw;
  if (body === null) throw invalidField("body.file", "send the file in the form field `file`, or as the body");
  if (Number(c.req.header("content-length") ?? 0) > MAX_UPLOAD_BYTES + FRAME_BYTES) {
    throw new AppError("payload_too_large", `A file may have ${MAX_UPLOAD_BYTES / 1024 ** 3} GB`);
  }
  const type = c.req.header("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) return body;
  const boundary = boundaryOf(type);
  if (boundary === null) throw invalidField("header.content-type", "a form needs a boundary");
  return readFormFile(body, boundary, "file");
}

/** Imports the request's file, or accepts it for its job. */
export async function takeUpload(c: Context<ApiEnv>, options: UploadOptions) {
  const taken = await acceptUpload(c.get("deps"), c.get("principal"), readUpload(c), options);
  if ("accepted" in taken) c.header("Location", taken.accepted.status_url);
  return taken;
}
