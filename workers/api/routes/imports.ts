import { Id, Timestamp } from "../../contract/ids.ts";
import { IMPORT_FORMATS, ImportResult, KeptSource } from "../../contract/import.ts";
import { z } from "../../contract/zod.ts";
import { PageQuery } from "../../contract/page.ts";
import { deleteKeptSource, listKeptSources, readKeptSource } from "../../services/kept-sources.ts";
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
  keep_source_until: Timestamp.optional().openapi({
    description: "Keep the file itself, sealed, until this instant (scope admin); without it no raw text is kept",
  }),
});

/** The query's parameters as the services take them. */
export function uploadOptions({ strict, keep_source_until, ...rest }: z.infer<typeof ImportQuery>) {
  return { ...rest, strict: strict === "true", keepSourceUntil: keep_source_until };
}

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

const KeptSourceParams = z.object({ id: Id });
const sourceTags = ["kept sources"];

const listSources = declare("read", ["validation_failed"], {
  method: "get",
  path: "/api/v1/import/sources",
  operationId: "listKeptSources",
  tags: sourceTags,
  summary: "List the sources that are kept",
  request: { query: PageQuery },
  responses: {
    200: json(
      z.object({
        items: z.array(KeptSource),
        total: z.number().int(),
        page: z.number().int(),
        page_size: z.number().int(),
      }),
      "Newest first",
    ),
  },
});

const readSource = declare("admin", ["not_found"], {
  method: "get",
  path: "/api/v1/import/sources/{id}/content",
  operationId: "readKeptSource",
  tags: sourceTags,
  summary: "The bytes of a kept source, as they were uploaded",
  request: { params: KeptSourceParams },
  responses: {
    200: {
      description: "The file",
      content: { "application/octet-stream": { schema: { type: "string" as const, format: "binary" } } },
    },
  },
});

const deleteSource = declare("admin", ["not_found"], {
  method: "delete",
  path: "/api/v1/import/sources/{id}",
  operationId: "deleteKeptSource",
  tags: sourceTags,
  summary: "Delete a kept source before its time",
  request: { params: KeptSourceParams },
  responses: { 204: { description: "Deleted, its key included" } },
});

function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const step = await chunks.next();
      if (step.done === true) controller.close();
      else controller.enqueue(step.value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

export function registerImports(api: Api): void {
  api.openapi(listSources, async (c) =>
    c.json(await listKeptSources(c.get("deps"), c.get("principal"), c.req.valid("query")), 200),
  );

  api.openapi(readSource, async (c) => {
    const chunks = await readKeptSource(c.get("deps"), c.get("principal"), c.req.valid("param").id);
    return c.body(streamOf(chunks), 200, { "Content-Type": "application/octet-stream" });
  });

  api.openapi(deleteSource, async (c) => {
    await deleteKeptSource(c.get("deps"), c.get("principal"), c.req.valid("param").id);
    return c.body(null, 204);
  });

  api.openapi(csv, async (c) => {
    const taken = await takeUpload(c, { ...uploadOptions(c.req.valid("query")), format: "csv" });
    return "accepted" in taken ? c.json(taken.accepted, 202) : c.json(taken.imported, 200);
  });

  api.openapi(jsonl, async (c) => {
    const { source_format, ...query } = c.req.valid("query");
    const taken = await takeUpload(c, { ...uploadOptions(query), format: source_format });
    return "accepted" in taken ? c.json(taken.accepted, 202) : c.json(taken.imported, 200);
  });
}
