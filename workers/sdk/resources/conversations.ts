import type {
  ConversationBulkCreateResponse,
  ConversationCreateRequest,
  ConversationResponse,
  ConversationUpdateRequest,
} from "../../contract/conversation.ts";
import type { Page } from "../../contract/page.ts";
import type { z } from "../../contract/zod.ts";
import { iteratePages } from "../pages.ts";
import type { PageRange } from "../pages.ts";
import { segment } from "../path.ts";
import type { CallOptions, Transport } from "../transport.ts";

export interface ConversationQuery extends PageRange {
  domain?: string;
  language?: string;
  status?: string;
  seed_id?: string;
  job_id?: string;
  import_id?: string;
  synthetic?: boolean;
}

const root = "/api/v1/conversations";

/** Stored conversations, imported and synthetic. */
export function conversations(http: Transport) {
  const list = (query: ConversationQuery = {}, options?: CallOptions) =>
    http.json<Page<ConversationResponse>>({ method: "GET", path: root, query: { ...query }, repeat: "safe" }, options);
  return {
    create: (body: z.input<typeof ConversationCreateRequest>, options?: CallOptions) =>
      http.json<ConversationResponse>({ method: "POST", path: root, json: body, repeat: "keyed" }, options),
    /** Stores up to 100 at a time; those that exist already are skipped. */
    createMany: (conversations: z.input<typeof ConversationCreateRequest>[], options?: CallOptions) =>
      http.json<z.infer<typeof ConversationBulkCreateResponse>>(
        { method: "POST", path: `${root}/bulk`, json: { conversations }, repeat: "keyed" },
        options,
      ),
    list,
    iterate: (query: ConversationQuery = {}, options?: CallOptions) => iteratePages(list, query, options),
    get: (id: string, options?: CallOptions) =>
      http.json<ConversationResponse>({ method: "GET", path: `${root}/${segment(id)}`, repeat: "safe" }, options),
    update: (id: string, body: ConversationUpdateRequest, options?: CallOptions) =>
      http.json<ConversationResponse>(
        { method: "PATCH", path: `${root}/${segment(id)}`, json: body, repeat: "never" },
        options,
      ),
    remove: (id: string, options?: CallOptions) =>
      http.json<void>({ method: "DELETE", path: `${root}/${segment(id)}`, repeat: "never" }, options),
  };
}
