import { IMPORT_FORMATS, ImportResult } from "../../contract/import.ts";
import { z } from "../../contract/zod.ts";
import { importFile } from "../../services/imports.ts";
import type { Api } from "../context.ts";
import { declare, json } from "../declare.ts";

const tags = ["import"];

/** The multipart form of every upload. */
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
  "Every text is anonymised before anything is stored. Bad rows are listed in `errors` with line and column, the rest is imported; a file imported twice adds nothing.";

const csv = declare("write", ["payload_too_large", "validation_failed", "import_failed"], {
  method: "post",
  path: "/api/v1/import/csv",
  operationId: "importCsv",
  tags,
  summary: "Import conversations from CSV",
  description,
  request: { query: ImportQuery, body: { required: true, content: { "multipart/form-data": { schema: UploadForm } } } },
  responses: { 200: json(ImportResult, "What was imported") },
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
    body: { required: true, content: { "multipart/form-data": { schema: UploadForm } } },
  },
  responses: { 200: json(ImportResult, "What was imported") },
});

export function registerImports(api: Api): void {
  api.openapi(csv, async (c) => {
    const { strict, ...query } = c.req.valid("query");
    const { file } = c.req.valid("form");
    const options = { ...query, format: "csv" as const, strict: strict === "true" };
    return c.json(await importFile(c.get("deps"), c.get("principal"), file.stream(), options), 200);
  });

  api.openapi(jsonl, async (c) => {
    const { strict, source_format, ...query } = c.req.valid("query");
    const { file } = c.req.valid("form");
    const options = { ...query, format: source_format, strict: strict === "true" };
    return c.json(await importFile(c.get("deps"), c.get("principal"), file.stream(), options), 200);
  });
}
