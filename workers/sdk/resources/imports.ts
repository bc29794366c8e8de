import type { HFUploadRequest, HFUploadResponse } from "../../contract/huggingface.ts";
import type {
  ConnectorImportResponse,
  ConnectorInfo,
  ImportAccepted,
  ImportFormat,
  ImportJobResult,
  ImportResult,
  KeptSource,
} from "../../contract/import.ts";
import type { PIIScanResponse } from "../../contract/privacy.ts";
import type { z } from "../../contract/zod.ts";
import type { Page } from "../../contract/page.ts";
import type { PageRange } from "../pages.ts";
import { segment } from "../path.ts";
import { UNCASEError } from "../error.ts";
import type { CallOptions, Query, Transport } from "../transport.ts";
import { jobs } from "./jobs.ts";

export interface ImportQuery {
  /** Overrides what the file says. */
  domain?: string;
  /** Overrides what the file says, and what its words tell. */
  language?: string;
  /** Refuse the whole file when any of it is wrong. */
  strict?: boolean;
  /** Keep the file itself, sealed, until this instant (ISO-8601). Needs a key with the scope admin. */
  keep_source_until?: string;
}

/** A file to upload. In Node, `await openAsBlob(path)` of `node:fs` uploads without reading it into memory. */
export type Upload = Blob | string;

/** The API answers a large file (over 5 MB) with the job that imports it; `imports.wait` awaits its result. */
export type OrJob<T> = T | ImportAccepted;

/** The slowest upload that is waited for, in bytes a millisecond: 2 Mbit/s. */
const SLOWEST_UPLOAD = 250;
const ANSWER_MS = 120_000;

/** Imports of real conversations; every one is anonymised before it is stored. */
export function imports(http: Transport) {
  const sources = "/api/v1/import/sources";
  const upload = <T>(path: string, file: Upload, filename: string, query: Query, options?: CallOptions) => {
    const form = new FormData();
    const blob = typeof file === "string" ? new Blob([file]) : file;
    form.set("file", blob, filename);
    const timeoutMs = ANSWER_MS + Math.ceil(blob.size / SLOWEST_UPLOAD);
    return http.json<T>({ method: "POST", path, form, query, repeat: "keyed" }, { timeoutMs, ...options });
  };
  return {
    /** Sources kept by `keep_source_until`: the only raw data that is kept at all. */
    sources: {
      list: (query: PageRange = {}, options?: CallOptions) =>
        http.json<Page<KeptSource>>({ method: "GET", path: sources, query: { ...query }, repeat: "safe" }, options),
      /** The file as it was uploaded; read its `body`. */
      read: (id: string, options?: CallOptions) =>
        http.open({ method: "GET", path: `${sources}/${segment(id)}/content`, repeat: "safe" }, options),
      remove: (id: string, options?: CallOptions) =>
        http.json<void>({ method: "DELETE", path: `${sources}/${segment(id)}`, repeat: "safe" }, options),
    },
    /**
     * The result of an import that became a job, once it is over.
     * @throws UNCASEError `import_failed` when the job did not complete
     */
    wait: async (accepted: ImportAccepted, options?: CallOptions): Promise<ImportJobResult> => {
      const job = await jobs(http).wait(accepted.job_id, options);
      if (job.status === "completed") return job.result as unknown as ImportJobResult;
      throw new UNCASEError({
        status: 0,
        code: "import_failed",
        detail: job.error_message ?? `The job is ${job.status}`,
      });
    },
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
