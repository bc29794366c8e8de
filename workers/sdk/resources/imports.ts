import type { HFUploadRequest, HFUploadResponse } from "../../contract/huggingface.ts";
import type { ConnectorImportResponse, ConnectorInfo, ImportFormat, ImportResult } from "../../contract/import.ts";
import type { PipelineRunResponse } from "../../contract/job.ts";
import type { PIIScanResponse } from "../../contract/privacy.ts";
import type { z } from "../../contract/zod.ts";
import type { CallOptions, Query, Transport } from "../transport.ts";

export interface ImportQuery {
  /** Overrides what the file says. */
  domain?: string;
  /** Overrides what the file says, and what its words tell. */
  language?: string;
  /** Refuse the whole file when any of it is wrong. */
  strict?: boolean;
}

/** A file to upload. In Node, `await openAsBlob(path)` of `node:fs` uploads without reading it into memory. */
export type Upload = Blob | string;

/** The API answers a large file with the job that imports it. */
export type OrJob<T> = T | PipelineRunResponse;

/** Imports of real conversations; every one is anonymised before it is stored. */
export function imports(http: Transport) {
  const upload = <T>(path: string, file: Upload, filename: string, query: Query, options?: CallOptions) => {
    const form = new FormData();
    form.set("file", typeof file === "string" ? new Blob([file]) : file, filename);
    return http.json<T>({ method: "POST", path, form, query, repeat: "keyed" }, options);
  };
  return {
    csv: (file: Upload, query: ImportQuery = {}, options?: CallOptions) =>
      upload<OrJob<ImportResult>>("/api/v1/import/csv", file, "conversations.csv", { ...query }, options),
    /** JSON or JSON lines; the shape is found out unless `source_format` says it. */
    jsonl: (file: Upload, query: ImportQuery & { source_format?: ImportFormat } = {}, options?: CallOptions) =>
      upload<OrJob<ImportResult>>("/api/v1/import/jsonl", file, "conversations.jsonl", { ...query }, options),
    /** A WhatsApp export, `.txt` or `.zip`. */
    whatsapp: (file: Upload, query: ImportQuery & { filename?: string } = {}, options?: CallOptions) => {
      const { filename = "chat.txt", ...rest } = query;
      return upload<OrJob<ConnectorImportResponse>>("/api/v1/connectors/whatsapp", file, filename, rest, options);
    },
    /** A file of any supported format, which is found out unless `format` says it. */
    file: (
      file: Upload,
      query: ImportQuery & { format?: ImportFormat; filename?: string } = {},
      options?: CallOptions,
    ) => {
      const { filename = "conversations.txt", ...rest } = query;
      return upload<OrJob<ConnectorImportResponse>>("/api/v1/connectors/file", file, filename, rest, options);
    },
  };
}

/** Sources that conversations can come from, and the scanner of Layer 0. */
export function connectors(http: Transport) {
  return {
    list: (options?: CallOptions) =>
      http.json<z.infer<typeof ConnectorInfo>[]>(
        { method: "GET", path: "/api/v1/connectors", repeat: "safe" },
        options,
      ),
    /** Finds personal data in a text; offsets are UTF-16 code units. Nothing is kept. */
    scanPii: (text: string, options?: CallOptions) =>
      http.json<PIIScanResponse>(
        { method: "POST", path: "/api/v1/connectors/scan-pii", json: { text }, repeat: "safe" },
        options,
      ),
    /** Pushes a dataset to the Hugging Face Hub, private unless `private` is false. */
    uploadToHuggingFace: (body: z.input<typeof HFUploadRequest>, options?: CallOptions) =>
      http.json<HFUploadResponse>(
        { method: "POST", path: "/api/v1/connectors/huggingface/upload", json: body, repeat: "never" },
        options,
      ),
  };
}
