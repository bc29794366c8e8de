import type { Context } from "hono";
import {
  ChatRequest,
  ChatResponse,
  ChatStreamChunk,
  GatewayCoverageResponse,
  GatewayFeedbackRequest,
  GatewayInspectRequest,
  GatewayInspectResponse,
  GatewayLogListResponse,
  GatewayPolicyListResponse,
  GatewayPolicyRequest,
  GatewayPolicyResponse,
} from "../../contract/gateway.ts";
import {
  GatewayCaptureContent,
  GatewayCaptureListResponse,
  GatewayFlywheelRequest,
  GatewayFlywheelResponse,
} from "../../contract/gateway-capture.ts";
import { GatewaySettings, GatewaySettingsResponse } from "../../contract/gateway-settings.ts";
import { Id } from "../../contract/ids.ts";
import { PageQuery } from "../../contract/page.ts";
import { z } from "../../contract/zod.ts";
import { deleteCapture, listCaptures, readCapture, turnFlywheel } from "../../services/gateway/capture.ts";
import {
  coverage,
  getSettings,
  giveFeedback,
  inspect,
  listLog,
  putSettings,
} from "../../services/gateway/inspection.ts";
import { listPolicies, promotePolicy, withdrawPolicy, writePolicy } from "../../services/gateway/policies.ts";
import { chat, type ChatCallOptions, chatStream, type ChatStreamEvent } from "../../services/gateway/reference-chat.ts";
import { toAppError } from "../../services/gateway/failures.ts";
import type { Api, ApiEnv } from "../context.ts";
import { body, declare, json } from "../declare.ts";

const base = "/api/v1/gateway";
const tags = ["gateway"];

const UPSTREAM_ERRORS = [
  "bad_request",
  "not_found",
  "validation_failed",
  "pii_detected",
  "prompt_refused",
  "rate_limited",
  "upstream_error",
  "provider_auth_failed",
  "unavailable",
  "upstream_timeout",
] as const;

const ConversationHeader = z.object({
  "x-uncase-conversation": z.string().max(200).optional().openapi({ description: "Names the conversation" }),
});

const chatRoute = declare("write", UPSTREAM_ERRORS, {
  method: "post",
  path: `${base}/chat`,
  operationId: "gatewayChat",
  tags,
  summary: "Chat with a model behind the privacy policy",
  request: { body: body(ChatRequest), headers: ConversationHeader },
  responses: { 200: json(ChatResponse, "The answer") },
});

const streamRoute = declare("write", UPSTREAM_ERRORS, {
  method: "post",
  path: `${base}/chat/stream`,
  operationId: "gatewayChatStream",
  tags,
  summary: "The same as a stream: pieces, then an event `done` with the whole, or an event `error`",
  request: { body: body(ChatRequest), headers: ConversationHeader },
  responses: {
    200: { description: "Server-sent events", content: { "text/event-stream": { schema: ChatStreamChunk } } },
  },
});

const policies = declare("read", [], {
  method: "get",
  path: `${base}/policies`,
  operationId: "listGatewayPolicies",
  tags,
  summary: "The policies in force",
  responses: { 200: json(GatewayPolicyListResponse, "The organisation's, those of keys, and candidates") },
});

const write = declare("admin", ["validation_failed", "conflict"], {
  method: "post",
  path: `${base}/policies`,
  operationId: "writeGatewayPolicy",
  tags,
  summary: "Write the next version of a policy",
  request: { body: body(GatewayPolicyRequest) },
  responses: { 201: json(GatewayPolicyResponse, "The policy") },
});

const PolicyParam = z.object({ policy_id: Id });

const promote = declare("admin", ["not_found", "conflict", "validation_failed"], {
  method: "post",
  path: `${base}/policies/{policy_id}/promote`,
  operationId: "promoteGatewayPolicy",
  tags,
  summary: "Make a candidate the next version of the live policy, and end its trial",
  request: { params: PolicyParam },
  responses: { 200: json(GatewayPolicyResponse, "The live policy") },
});

const withdraw = declare("admin", ["not_found", "conflict", "validation_failed"], {
  method: "delete",
  path: `${base}/policies/{policy_id}`,
  operationId: "withdrawGatewayPolicy",
  tags,
  summary: "End the trial of a candidate; a live policy is never without a version",
  request: { params: PolicyParam },
  responses: { 204: { description: "Withdrawn" } },
});

const readSettings = declare("read", [], {
  method: "get",
  path: `${base}/settings`,
  operationId: "getGatewaySettings",
  tags,
  summary: "Aliases, fallback chains, budgets and cache",
  responses: { 200: json(GatewaySettingsResponse, "The settings") },
});

const writeSettings = declare("admin", ["validation_failed"], {
  method: "put",
  path: `${base}/settings`,
  operationId: "putGatewaySettings",
  tags,
  summary: "Replace the settings",
  request: { body: body(GatewaySettings) },
  responses: { 200: json(GatewaySettingsResponse, "The settings") },
});

const LogQuery = PageQuery.extend({
  key_id: z.string().max(64).optional(),
  model: z.string().max(255).optional(),
  provider: z.string().max(255).optional(),
  verdict: z.enum(["pass", "rewrite", "block", "refuse", "invalid"]).optional(),
  value_hash: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional()
    .openapi({ description: "A hash of `value_hashes`: requests that held the same value" }),
});

const logs = declare("read", ["validation_failed"], {
  method: "get",
  path: `${base}/logs`,
  operationId: "listGatewayLogs",
  tags,
  summary: "What requests left behind: never text",
  request: { query: LogQuery },
  responses: { 200: json(GatewayLogListResponse, "The newest first") },
});

const inspectRoute = declare("read", ["validation_failed"], {
  method: "post",
  path: `${base}/inspect`,
  operationId: "inspectGatewayRequest",
  tags,
  summary: "Show what would be sent for a body; nothing is sent",
  request: { body: body(GatewayInspectRequest) },
  responses: { 200: json(GatewayInspectResponse, "What would leave, and why") },
});

const feedback = declare("write", ["not_found", "validation_failed"], {
  method: "post",
  path: `${base}/feedback`,
  operationId: "giveGatewayFeedback",
  tags,
  summary: "Rate or correct an answer by the id of its request",
  request: { body: body(GatewayFeedbackRequest) },
  responses: { 204: { description: "Kept, anonymised" } },
});

const RequestParam = z.object({ request_id: Id });

const captures = declare("read", ["validation_failed"], {
  method: "get",
  path: `${base}/captures`,
  operationId: "listGatewayCaptures",
  tags,
  summary: "Requests whose content was kept, without it",
  request: { query: PageQuery },
  responses: { 200: json(GatewayCaptureListResponse, "The newest first") },
});

const captureContent = declare("admin", ["not_found", "validation_failed"], {
  method: "get",
  path: `${base}/captures/{request_id}/content`,
  operationId: "readGatewayCapture",
  tags,
  summary: "What was sent and answered, of a request that was kept encrypted; the log says who read it",
  request: { params: RequestParam },
  responses: { 200: json(GatewayCaptureContent, "The request and the answer as they were") },
});

const captureRemoval = declare("admin", ["not_found", "validation_failed"], {
  method: "delete",
  path: `${base}/captures/{request_id}`,
  operationId: "deleteGatewayCapture",
  tags,
  summary: "Delete what was kept of a request: its key and bytes, or its anonymised conversation",
  request: { params: RequestParam },
  responses: { 204: { description: "Deleted" } },
});

const flywheel = declare("write", ["validation_failed"], {
  method: "post",
  path: `${base}/captures/seeds`,
  operationId: "makeSeedsOfGatewayCaptures",
  tags,
  summary: "Make seeds of captured conversations whose answers were rated well",
  request: { body: body(GatewayFlywheelRequest) },
  responses: { 200: json(GatewayFlywheelResponse, "The seeds, each conversation once") },
});

const coverageRoute = declare("public", [], {
  method: "get",
  path: `${base}/coverage`,
  operationId: "getGatewayCoverage",
  tags,
  summary: "Every position of every wire format, and what is done there",
  responses: { 200: json(GatewayCoverageResponse, "The table, generated from the walkers") },
});

function callOptions(c: Context<ApiEnv>): ChatCallOptions {
  const { executionCtx } = c;
  return {
    signal: c.req.raw.signal,
    defer: (work) => executionCtx.waitUntil(work),
    conversation: c.req.header("x-uncase-conversation") ?? null,
  };
}

const toFrame = ({ event, data }: ChatStreamEvent): string =>
  `${event === null ? "" : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`;

/** A provider's failure as the error that the API's table has for it. */
async function translated<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw toAppError(error) ?? error;
  });
}

export function registerGateway(api: Api): void {
  api.openapi(chatRoute, async (c) =>
    c.json(await translated(chat(c.get("deps"), c.get("principal"), c.req.valid("json"), callOptions(c))), 200),
  );

  api.openapi(streamRoute, async (c) => {
    const stream = await translated(chatStream(c.get("deps"), c.get("principal"), c.req.valid("json"), callOptions(c)));
    const encoder = new TextEncoder();
    const bytes = new ReadableStream<Uint8Array>({
      async pull(controller) {
        for (;;) {
          const events = await stream.next();
          if (events === null) return controller.close();
          if (events.length > 0) return controller.enqueue(encoder.encode(events.map(toFrame).join("")));
        }
      },
      cancel: () => stream.cancel(),
    });
    return c.body(bytes, 200, {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-cache",
      "X-Accel-Buffering": "no",
    });
  });

  api.openapi(policies, async (c) => c.json(await listPolicies(c.get("deps"), c.get("principal")), 200));
  api.openapi(write, async (c) =>
    c.json(await writePolicy(c.get("deps"), c.get("principal"), c.req.valid("json")), 201),
  );
  api.openapi(promote, async (c) =>
    c.json(await promotePolicy(c.get("deps"), c.get("principal"), c.req.valid("param").policy_id), 200),
  );
  api.openapi(withdraw, async (c) => {
    await withdrawPolicy(c.get("deps"), c.get("principal"), c.req.valid("param").policy_id);
    return c.body(null, 204);
  });
  api.openapi(readSettings, async (c) => c.json(await getSettings(c.get("deps"), c.get("principal")), 200));
  api.openapi(writeSettings, async (c) =>
    c.json(await putSettings(c.get("deps"), c.get("principal"), c.req.valid("json")), 200),
  );

  api.openapi(logs, async (c) => {
    const { key_id: keyId, value_hash: valueHash, model, provider, verdict, ...page } = c.req.valid("query");
    const filter = { keyId, model, provider, verdict, valueHash };
    return c.json(await listLog(c.get("deps"), c.get("principal"), filter, page), 200);
  });

  api.openapi(inspectRoute, async (c) => {
    const { defer } = callOptions(c);
    return c.json(await inspect(c.get("deps"), c.get("principal"), c.req.valid("json"), defer), 200);
  });

  api.openapi(feedback, async (c) => {
    await giveFeedback(c.get("deps"), c.get("principal"), c.req.valid("json"));
    return c.body(null, 204);
  });

  api.openapi(captures, async (c) =>
    c.json(await listCaptures(c.get("deps"), c.get("principal"), c.req.valid("query")), 200),
  );
  api.openapi(captureContent, async (c) =>
    c.json(await readCapture(c.get("deps"), c.get("principal"), c.req.valid("param").request_id), 200),
  );
  api.openapi(captureRemoval, async (c) => {
    await deleteCapture(c.get("deps"), c.get("principal"), c.req.valid("param").request_id);
    return c.body(null, 204);
  });
  api.openapi(flywheel, async (c) =>
    c.json(await turnFlywheel(c.get("deps"), c.get("principal"), c.req.valid("json")), 200),
  );

  api.openapi(coverageRoute, (c) => c.json(coverage(), 200));
}
