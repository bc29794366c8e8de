import { AppError } from "../../contract/error.ts";
import { PageQuery } from "../../contract/page.ts";
import { DatasetCreateRequest, DatasetListResponse, DatasetResponse } from "../../contract/template.ts";
import { z } from "../../contract/zod.ts";
import { createDataset, deleteDataset, getDataset, listDatasets, openDataset } from "../../services/datasets.ts";
import type { Api } from "../context.ts";
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

const download = declare("read", ["not_found", "bad_request"], {
  method: "get",
  path: `${base}/{dataset_id}/download`,
  operationId: "downloadDataset",
  tags,
  summary: "Download a dataset's file; ranges are honoured",
  request: { params: Params },
  responses: {
    200: { description: "The file", content: { "application/octet-stream": { schema: z.string() } } },
    206: { description: "A range of it", content: { "application/octet-stream": { schema: z.string() } } },
  },
});

const remove = declare("write", ["not_found"], {
  method: "delete",
  path: `${base}/{dataset_id}`,
  operationId: "deleteDataset",
  tags,
  summary: "Delete a dataset and its file",
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

const TYPES = {
  jsonl: "application/jsonl",
  text: "text/plain; charset=utf-8",
  parquet: "application/vnd.apache.parquet",
};
const EXTENSIONS = { jsonl: "jsonl", text: "txt", parquet: "parquet" };

export function registerDatasets(api: Api): void {
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

  api.openapi(download, async (c) => {
    const deps = c.get("deps");
    const dataset = await getDataset(deps, c.get("principal"), c.req.valid("param").dataset_id);
    const asked = c.req.header("range");
    const range = asked === undefined ? undefined : parseRange(asked, dataset.size_bytes);
    if (range === null) throw new AppError("bad_request", "Range: one range of bytes inside the file");
    const stream = await openDataset(deps, c.get("principal"), dataset.id, range);
    const headers: Record<string, string> = {
      "Content-Type": TYPES[dataset.format],
      "Content-Disposition": `attachment; filename="${dataset.id}.${EXTENSIONS[dataset.format]}"`,
      "Accept-Ranges": "bytes",
      "Content-Length": String(range?.length ?? dataset.size_bytes),
      ETag: `"${dataset.sha256}"`,
    };
    if (range === undefined) return c.body(stream, 200, headers);
    headers["Content-Range"] = `bytes ${range.offset}-${range.offset + range.length - 1}/${dataset.size_bytes}`;
    return c.body(stream, 206, headers);
  });
}
