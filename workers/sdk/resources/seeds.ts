import type {
  InterviewProgressResponse,
  InterviewStartRequest,
  InterviewStartResponse,
  InterviewTurnResponse,
} from "../../contract/interview.ts";
import type { Page } from "../../contract/page.ts";
import type {
  SeedCreateRequest,
  SeedExtractRequest,
  SeedExtractResponse,
  SeedImportResult,
  SeedResponse,
  SeedSchema,
  SeedUpdateRequest,
  SeedVersion,
  SeedVersionList,
} from "../../contract/seed.ts";
import type { z } from "../../contract/zod.ts";
import { iteratePages } from "../pages.ts";
import type { PageRange } from "../pages.ts";
import { segment } from "../path.ts";
import type { CallOptions, Transport } from "../transport.ts";
import type { Upload } from "./imports.ts";

export interface SeedQuery extends PageRange {
  domain?: string;
  language?: string;
  /** Words that all stand in the objective, the tags, the context or the steps. */
  q?: string;
  tag?: string;
  role?: string;
  /** Least mean rating, 0 to 5. */
  min_rating?: number;
}

export interface LibraryQuery extends PageRange {
  domain?: string;
  language?: string;
}

const root = "/api/v1/seeds";

/** Seeds: structural blueprints without personal data. */
export function seeds(http: Transport) {
  const list = (query: SeedQuery = {}, options?: CallOptions) =>
    http.json<Page<SeedResponse>>({ method: "GET", path: root, query: { ...query }, repeat: "safe" }, options);
  return {
    create: (body: z.input<typeof SeedCreateRequest>, options?: CallOptions) =>
      http.json<SeedResponse>({ method: "POST", path: root, json: body, repeat: "keyed" }, options),
    list,
    iterate: (query: SeedQuery = {}, options?: CallOptions) => iteratePages(list, query, options),
    get: (id: string, options?: CallOptions) =>
      http.json<SeedResponse>({ method: "GET", path: `${root}/${segment(id)}`, repeat: "safe" }, options),
    update: (id: string, body: z.input<typeof SeedUpdateRequest>, options?: CallOptions) =>
      http.json<SeedResponse>({ method: "PUT", path: `${root}/${segment(id)}`, json: body, repeat: "safe" }, options),
    remove: (id: string, options?: CallOptions) =>
      http.json<void>({ method: "DELETE", path: `${root}/${segment(id)}`, repeat: "never" }, options),
    /** Adds one rating from 0 to 5. */
    rate: (id: string, rating: number, options?: CallOptions) =>
      http.json<SeedResponse>(
        { method: "POST", path: `${root}/${segment(id)}/rate`, json: { rating }, repeat: "keyed" },
        options,
      ),
    /** Extracts a seed from each of up to 100 imported conversations. */
    fromConversations: (body: z.input<typeof SeedExtractRequest>, options?: CallOptions) =>
      http.json<SeedExtractResponse>(
        { method: "POST", path: `${root}/from-conversations`, json: body, repeat: "keyed" },
        options,
      ),
    /** A file of seeds, a JSON array or JSON lines; wrong ones are listed, the rest is stored. */
    importFile: (file: Upload, options?: CallOptions) => {
      const form = new FormData();
      form.set("file", typeof file === "string" ? new Blob([file]) : file, "seeds.jsonl");
      return http.json<SeedImportResult>({ method: "POST", path: `${root}/import`, form, repeat: "keyed" }, options);
    },
    /** JSON lines, as a stream. */
    exportFile: (query: Omit<SeedQuery, keyof PageRange> = {}, options?: CallOptions) =>
      http.open(
        {
          method: "GET",
          path: `${root}/export`,
          query: { ...query },
          headers: { accept: "application/x-ndjson" },
          repeat: "safe",
        },
        options,
      ),
    duplicate: (id: string, options?: CallOptions) =>
      http.json<SeedResponse>({ method: "POST", path: `${root}/${segment(id)}/duplicate`, repeat: "keyed" }, options),
    versions: (id: string, options?: CallOptions) =>
      http.json<SeedVersionList>({ method: "GET", path: `${root}/${segment(id)}/versions`, repeat: "safe" }, options),
    version: (id: string, revision: number, options?: CallOptions) =>
      http.json<SeedVersion>(
        { method: "GET", path: `${root}/${segment(id)}/versions/${revision}`, repeat: "safe" },
        options,
      ),
    /** The curated seeds. */
    library: (query: LibraryQuery = {}, options?: CallOptions) =>
      http.json<Page<SeedSchema>>(
        { method: "GET", path: `${root}/library`, query: { ...query }, repeat: "safe" },
        options,
      ),
    /** Copies a curated seed into the organisation's own. */
    adopt: (id: string, options?: CallOptions) =>
      http.json<SeedResponse>(
        { method: "POST", path: `${root}/library/${segment(id)}/adopt`, repeat: "keyed" },
        options,
      ),
    /** The interview that ends with a seed: `start`, then `turn` until `is_complete`. */
    interview: {
      start: (body: z.input<typeof InterviewStartRequest> = {}, options?: CallOptions) =>
        http.json<InterviewStartResponse>(
          { method: "POST", path: `${root}/extract/start`, json: body, repeat: "keyed" },
          options,
        ),
      turn: (sessionId: string, message: string, options?: CallOptions) =>
        http.json<InterviewTurnResponse>(
          {
            method: "POST",
            path: `${root}/extract/turn`,
            json: { session_id: sessionId, user_message: message },
            repeat: "keyed",
          },
          options,
        ),
      progress: (sessionId: string, options?: CallOptions) =>
        http.json<InterviewProgressResponse>(
          { method: "GET", path: `${root}/extract/${segment(sessionId)}/progress`, repeat: "safe" },
          options,
        ),
      /** Ends an interview without a seed. */
      remove: (sessionId: string, options?: CallOptions) =>
        http.json<void>({ method: "DELETE", path: `${root}/extract/${segment(sessionId)}`, repeat: "never" }, options),
    },
  };
}
