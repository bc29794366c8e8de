import type { Context } from "hono";
import { AppError } from "../../contract/error.ts";
import { PageQuery } from "../../contract/page.ts";
import {
  DatasetCreateRequest,
  DatasetFilesResponse,
  DatasetListResponse,
  DatasetPublicKeyResponse,
  DatasetResponse,
} from "../../contract/template.ts";
import { z } from "../../contract/zod.ts";
import {
  createDataset,
  deleteDataset,
  findDatasetFile,
  getDataset,
  listDatasetFiles,
  listDatasets,
  openDatasetFile,
  readPublicKey,
} from "../../services/datasets.ts";
import type { Api, ApiEnv } from "../context.ts";
import { body, declare, json } from "../declare.ts";

const base = "/api/v1/datasets";
const tags = ["datasets"];
const Params = z.object({ dataset_id: z.string().max(64) });

const create = declare("write", ["not_found", "validation_failed", "forbidden"], {
  method: "post",
  path: base,
  operationId: "createDataset",
  tags,
  summary: "Build a dataset from certified conversations",
  request: { body: body(DatasetCreateRequest) },
  responses: { 201: json(DatasetResponse, "The dataset") },
});

const list = declare("read", ["validation_failed"], {
  method: "get",
  path: base,
  operationId: "listDatasets",
  tags,
  summary: "List datasets, newest first",
  request: { query: PageQuery },
  responses: { 200: json(DatasetListResponse, "One page") },
});

const read = declare("read", ["not_found"], {
  method: "get",
  path: `${base}/{dataset_id}`,
  operationId: "getDataset",
  tags,
  summary: "Read a dataset's record",
  request: { params: Params },
  responses: { 200: json(DatasetResponse, "The record") },
});

const publicKey = declare("public", [], {
  method: "get",
  path: `${base}/public-key`,
  operationId: "getDatasetPublicKey",
  tags,
  summary: "The key that signs this installation's dataset certificates",
  responses: { 200: json(DatasetPublicKeyResponse, "Ed25519, Base64 of 32 bytes") },
});

const files = declare("read", ["not_found"], {
  method: "get",
  path: `${base}/{dataset_id}/files`,
  operationId: "listDatasetFiles",
  tags,
  summary: "List a dataset's files with their hashes, the main one first",
  request: { params: Params },
  responses: { 200: json(DatasetFilesResponse, "Data, card, manifest and certificate") },
});

const FILE_ANSWERS = {
  200: { description: "The file", content: { "application/octet-stream": { schema: z.string() } } },
  206: { description: "A range of it", content: { "application/octet-stream": { schema: z.string() } } },
};

const file = declare("read", ["not_found", "bad_request"], {
  method: "get",
  path: `${base}/{dataset_id}/files/{file_name}`,
  operationId: "downloadDatasetFile",
  tags,
  summary: "Download one of a dataset's files; ranges are honoured",
  request: { params: Params.extend({ file_name: z.string().max(64) }) },
  responses: FILE_ANSWERS,
});

const download = declare("read", ["not_found", "bad_request"], {
  method: "get",
  path: `${base}/{dataset_id}/download`,
  operationId: "downloadDataset",
  tags,
  summary: "Download a dataset's main file (the first of train, validation and test); ranges are honoured",
  request: { params: Params },
  responses: FILE_ANSWERS,
});

const remove = declare("write", ["not_found"], {
  method: "delete",
  path: `${base}/{dataset_id}`,
  operationId: "deleteDataset",
  tags,
  summary: "Delete a dataset and its files",
  request: { params: Params },
  responses: { 204: { description: "Deleted" } },
});

/** One range of `bytes=first-last`, clamped to the size; null when the header asks for something else. */
function parseRange(header: string, sizeBytes: number): { offset: number; length: number } | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header);
  if (match === null || (match[1] === "" && match[2] === "")) return null;
  const [first, last] = [match[1]!, match[2]!];
  const offset = first === "" ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const end = first === "" || last === "" ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  return offset <= end ? { offset, length: end - offset + 1 } : null;
}

/** A file or the range of it that was asked for; without a name the main file, under the dataset's id. */
async function sendFile(c: Context<ApiEnv>, id: string, name: string | null) {
  const deps = c.get("deps");
  const found = await findDatasetFile(deps, c.get("principal"), id, name);
  const asked = c.req.header("range");
  const range = asked === undefined ? undefined : parseRange(asked, found.size_bytes);
  if (range === null) throw new AppError("bad_request", "Range: one range of bytes inside the file");
  const stream = await openDatasetFile(deps, c.get("principal"), id, found.name, range);
  const filename = name ?? `${id}${found.name.slice(found.name.indexOf("."))}`;
  const headers: Record<string, string> = {
    "Content-Type": found.media_type,
    "Content-Disposition": `attachment; filename="${filename}"`,
    "Accept-Ranges": "bytes",
    "Content-Length": String(range?.length ?? found.size_bytes),
    ETag: `"${found.sha256}"`,
  };
  if (range === undefined) return c.body(stream, 200, headers);
  headers["Content-Range"] = `bytes ${range.offset}-${range.offset + range.length - 1}/${found.size_bytes}`;
  return c.body(stream, 206, headers);
}

export function registerDatasets(api: Api): void {
  // Before the routes with an id in its place.
  api.openapi(publicKey, async (c) => c.json(await readPublicKey(c.get("deps")), 200));

  api.openapi(create, async (c) =>
    c.json(await createDataset(c.get("deps"), c.get("principal"), c.req.valid("json")), 201),
  );

  api.openapi(list, async (c) =>
    c.json(await listDatasets(c.get("deps"), c.get("principal"), c.req.valid("query")), 200),
  );

  api.openapi(read, async (c) =>
    c.json(await getDataset(c.get("deps"), c.get("principal"), c.req.valid("param").dataset_id), 200),
  );

  api.openapi(remove, async (c) => {
    await deleteDataset(c.get("deps"), c.get("principal"), c.req.valid("param").dataset_id);
    return c.body(null, 204);
  });

  api.openapi(files, async (c) => {
    const items = await listDatasetFiles(c.get("deps"), c.get("principal"), c.req.valid("param").dataset_id);
    return c.json({ items }, 200);
  });

  api.openapi(file, (c) => {
    const { dataset_id, file_name } = c.req.valid("param");
    return sendFile(c, dataset_id, file_name);
  });

  api.openapi(download, (c) => sendFile(c, c.req.valid("param").dataset_id, null));
}
