import {
  ConversationBulkCreateRequest,
  ConversationBulkCreateResponse,
  ConversationCreateRequest,
  ConversationListResponse,
  ConversationResponse,
  ConversationUpdateRequest,
} from "../../contract/conversation.ts";
import { PageQuery } from "../../contract/page.ts";
import { z } from "../../contract/zod.ts";
import {
  createConversation,
  createConversations,
  deleteConversation,
  getConversation,
  listConversations,
  updateConversation,
} from "../../services/conversations.ts";
import type { Api } from "../context.ts";
import { body, declare, json } from "../declare.ts";

const base = "/api/v1/conversations";
const tags = ["conversations"];
const Params = z.object({ conversation_id: z.string().max(128) });

const create = declare("write", ["conflict", "validation_failed"], {
  method: "post",
  path: base,
  operationId: "createConversation",
  tags,
  summary: "Store a conversation, anonymised first",
  request: { body: body(ConversationCreateRequest) },
  responses: { 201: json(ConversationResponse, "Stored") },
});

const bulk = declare("write", ["validation_failed"], {
  method: "post",
  path: `${base}/bulk`,
  operationId: "createConversations",
  tags,
  summary: "Store up to 100 conversations; those that exist already are skipped",
  request: { body: body(ConversationBulkCreateRequest) },
  responses: { 201: json(ConversationBulkCreateResponse, "What was stored") },
});

const list = declare("read", ["validation_failed"], {
  method: "get",
  path: base,
  operationId: "listConversations",
  tags,
  summary: "List conversations, newest first",
  request: {
    query: PageQuery.extend({
      domain: z.string().max(80).optional(),
      language: z.string().max(16).optional(),
      status: z.string().max(40).optional(),
      seed_id: z.string().max(128).optional(),
      job_id: z.string().max(64).optional(),
      import_id: z.string().max(64).optional(),
      synthetic: z.enum(["true", "false"]).optional(),
    }),
  },
  responses: { 200: json(ConversationListResponse, "One page") },
});

const read = declare("read", ["not_found"], {
  method: "get",
  path: `${base}/{conversation_id}`,
  operationId: "getConversation",
  tags,
  summary: "Read a conversation",
  request: { params: Params },
  responses: { 200: json(ConversationResponse, "The conversation") },
});

const update = declare("write", ["not_found", "validation_failed"], {
  method: "patch",
  path: `${base}/{conversation_id}`,
  operationId: "updateConversation",
  tags,
  summary: "Change status, rating, tags, notes or metadata",
  request: { params: Params, body: body(ConversationUpdateRequest) },
  responses: { 200: json(ConversationResponse, "The changed conversation") },
});

const remove = declare("write", ["not_found"], {
  method: "delete",
  path: `${base}/{conversation_id}`,
  operationId: "deleteConversation",
  tags,
  summary: "Delete a conversation and its text for good",
  request: { params: Params },
  responses: { 204: { description: "Deleted" } },
});

export function registerConversations(api: Api): void {
  api.openapi(create, async (c) =>
    c.json(await createConversation(c.get("deps"), c.get("principal"), c.req.valid("json")), 201),
  );

  api.openapi(bulk, async (c) =>
    c.json(await createConversations(c.get("deps"), c.get("principal"), c.req.valid("json").conversations), 201),
  );

  api.openapi(list, async (c) => {
    const { page, page_size, seed_id, job_id, import_id, synthetic, ...rest } = c.req.valid("query");
    const filter = {
      ...rest,
      seedId: seed_id,
      jobId: job_id,
      importId: import_id,
      synthetic: synthetic === undefined ? undefined : synthetic === "true",
    };
    return c.json(await listConversations(c.get("deps"), c.get("principal"), filter, { page, page_size }), 200);
  });

  api.openapi(read, async (c) =>
    c.json(await getConversation(c.get("deps"), c.get("principal"), c.req.valid("param").conversation_id), 200),
  );

  api.openapi(update, async (c) => {
    const { conversation_id } = c.req.valid("param");
    const changed = await updateConversation(c.get("deps"), c.get("principal"), conversation_id, c.req.valid("json"));
    return c.json(changed, 200);
  });

  api.openapi(remove, async (c) => {
    await deleteConversation(c.get("deps"), c.get("principal"), c.req.valid("param").conversation_id);
    return c.body(null, 204);
  });
}
