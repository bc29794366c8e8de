import { IMPORT_FORMATS, ImportResult } from "../../contract/import.ts";
import { z } from "../../contract/zod.ts";
import type { Api } from "../context.ts";
import { declare, json } from "../declare.ts";
import { acceptedResponse, takeUpload, uploadBody } from "../uploads.ts";

const tags = ["import"];

/** The multipart form of an upload that is read as a whole. */
export const UploadForm = z.object({
  file: z
    .custom<File>((value) => value instanceof File, "send the file in the form field `file`")
    .openapi({ type: "string", format: "binary" }),
});

export const ImportQuery = z.object({
  domain: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,38}(?:\.[a-z][a-z0-9_-]{0,38})?$/, "a name such as automotive.sales")
    .optional()
    .openapi({ description: "Domain of every conversation of the file" }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?$/, "a language tag such as es or es-MX")
    .optional(),
  strict: z
    .enum(["true", "false"])
    .default("false")
    .openapi({ description: "Refuse the whole file when any row is bad" }),
});

const description =
  "Every text is anonymised before anything is stored. Bad rows are listed in `errors` with line and column, the rest is imported; a file imported twice adds nothing. A file over 5 MB is sealed while it is uploaded and imported by a job (202).";

const csv = declare("write", ["payload_too_large", "validation_failed", "import_failed"], {
  method: "post",
  path: "/api/v1/import/csv",
  operationId: "importCsv",
  tags,
  summary: "Import conversations from CSV",
  description,
  request: { query: ImportQuery, body: uploadBody },
  responses: { 200: json(ImportResult, "What was imported"), 202: acceptedResponse },
});

const jsonl = declare("write", ["payload_too_large", "validation_failed", "import_failed"], {
  method: "post",
  path: "/api/v1/import/jsonl",
  operationId: "importJsonl",
  tags,
  summary: "Import conversations from JSON or JSONL",
  description,
  request: {
    query: ImportQuery.extend({ source_format: z.enum(IMPORT_FORMATS).default("auto") }),
    body: uploadBody,
  },
  responses: { 200: json(ImportResult, "What was imported"), 202: acceptedResponse },
});

export function registerImports(api: Api): void {
  api.openapi(csv, async (c) => {
    const { strict, ...query } = c.req.valid("query");
    const taken = await takeUpload(c, { ...query, format: "csv", strict: strict === "true" });
    return "accepted" in taken ? c.json(taken.accepted, 202) : c.json(taken.imported, 200);
  });

  api.openapi(jsonl, async (c) => {
    const { strict, source_format, ...query } = c.req.valid("query");
    const taken = await takeUpload(c, { ...query, format: source_format, strict: strict === "true" });
    return "accepted" in taken ? c.json(taken.accepted, 202) : c.json(taken.imported, 200);
  });
}
