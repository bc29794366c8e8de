import type { JsonObject } from "../../contract/ids.ts";
import type { Page } from "../../contract/page.ts";
import type {
  DatasetCreateRequest,
  DatasetFileInfo,
  DatasetPublicKeyResponse,
  DatasetResponse,
  RenderRequest,
  RenderResponse,
  TemplateInfo,
} from "../../contract/template.ts";
import type { z } from "../../contract/zod.ts";
import { iteratePages } from "../pages.ts";
import type { PageRange } from "../pages.ts";
import { segment } from "../path.ts";
import type { CallOptions, Transport } from "../transport.ts";

/** The chat formats of the model families. */
export function templates(http: Transport) {
  const root = "/api/v1/templates";
  return {
    list: (options?: CallOptions) => http.json<TemplateInfo[]>({ method: "GET", path: root, repeat: "safe" }, options),
    render: (body: z.input<typeof RenderRequest>, options?: CallOptions) =>
      http.json<z.infer<typeof RenderResponse>>(
        { method: "POST", path: `${root}/render`, json: body, repeat: "safe" },
        options,
      ),
    /** The rendered conversations as one file. */
    export: async (body: z.input<typeof RenderRequest>, options?: CallOptions): Promise<string> => {
      const headers = { accept: "text/plain, application/jsonl, */*" };
      const response = await http.open(
        { method: "POST", path: `${root}/export`, json: body, headers, repeat: "safe" },
        options,
      );
      return response.text();
    },
    /** The organisation's preferences. */
    config: (options?: CallOptions) =>
      http.json<JsonObject>({ method: "GET", path: `${root}/config`, repeat: "safe" }, options),
    updateConfig: (body: JsonObject, options?: CallOptions) =>
      http.json<JsonObject>({ method: "PUT", path: `${root}/config`, json: body, repeat: "safe" }, options),
  };
}

export interface ByteRange {
  start?: number;
  end?: number;
}

/** Exported data sets. */
export function datasets(http: Transport) {
  const root = "/api/v1/datasets";
  const list = (query: PageRange = {}, options?: CallOptions) =>
    http.json<Page<DatasetResponse>>({ method: "GET", path: root, query: { ...query }, repeat: "safe" }, options);
  const open = (path: string, range: ByteRange, options?: CallOptions): Promise<Response> => {
    const partial = range.start !== undefined || range.end !== undefined;
    const headers = { accept: "*/*", ...(partial && { range: `bytes=${range.start ?? 0}-${range.end ?? ""}` }) };
    return http.open({ method: "GET", path: `${root}/${path}`, headers, repeat: "safe" }, options);
  };
  return {
    create: (body: z.input<typeof DatasetCreateRequest>, options?: CallOptions) =>
      http.json<DatasetResponse>({ method: "POST", path: root, json: body, repeat: "keyed" }, options),
    list,
    iterate: (query: PageRange = {}, options?: CallOptions) => iteratePages(list, query, options),
    get: (id: string, options?: CallOptions) =>
      http.json<DatasetResponse>({ method: "GET", path: `${root}/${segment(id)}`, repeat: "safe" }, options),
    remove: (id: string, options?: CallOptions) =>
      http.json<void>({ method: "DELETE", path: `${root}/${segment(id)}`, repeat: "never" }, options),
    /** The main file's bytes from `start` on, or from `start` to `end` inclusive, to be read from the answer's body. */
    download: (id: string, range: ByteRange = {}, options?: CallOptions) =>
      open(`${segment(id)}/download`, range, options),
    /** Every file with its hash: data, card, manifest, certificate. */
    files: async (id: string, options?: CallOptions): Promise<DatasetFileInfo[]> => {
      const request = { method: "GET", path: `${root}/${segment(id)}/files`, repeat: "safe" } as const;
      return (await http.json<{ items: DatasetFileInfo[] }>(request, options)).items;
    },
    downloadFile: (id: string, name: string, range: ByteRange = {}, options?: CallOptions) =>
      open(`${segment(id)}/files/${segment(name)}`, range, options),
    /** The key that signs the certificates of this installation. */
    publicKey: (options?: CallOptions) =>
      http.json<DatasetPublicKeyResponse>({ method: "GET", path: `${root}/public-key`, repeat: "safe" }, options),
  };
}
