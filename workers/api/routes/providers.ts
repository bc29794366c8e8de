import {
  ProviderCreateRequest,
  ProviderListResponse,
  ProviderResealResponse,
  ProviderResponse,
  ProviderTestResponse,
  ProviderUpdateRequest,
} from "../../contract/provider.ts";
import { z } from "../../contract/zod.ts";
import {
  createProvider,
  deleteProvider,
  getProvider,
  listProviders,
  resealKeys,
  testProvider,
  updateProvider,
} from "../../services/providers.ts";
import type { Api } from "../context.ts";
import { body, declare, json } from "../declare.ts";

const base = "/api/v1/providers";
const tags = ["providers"];
const Params = z.object({
  provider_id: z.string().min(1).max(255).openapi({ description: "The provider's id or its name" }),
});
const ListQuery = z.object({ active_only: z.enum(["true", "false"]).default("true") });

const create = declare("admin", ["conflict", "validation_failed", "unavailable"], {
  method: "post",
  path: base,
  operationId: "createProvider",
  tags,
  summary: "Register a model provider",
  description:
    "`api_base` is required for ollama, vllm and custom, `api_key` for anthropic, openai, google and groq. The key is sealed, never returned, and sent only to the host of `api_base`.",
  request: { body: body(ProviderCreateRequest) },
  responses: { 201: json(ProviderResponse, "The provider") },
});

const list = declare("read", ["validation_failed"], {
  method: "get",
  path: base,
  operationId: "listProviders",
  tags,
  summary: "List the model providers",
  request: { query: ListQuery },
  responses: { 200: json(ProviderListResponse, "The providers, the default first") },
});

const read = declare("read", ["not_found"], {
  method: "get",
  path: `${base}/{provider_id}`,
  operationId: "getProvider",
  tags,
  summary: "Read a model provider",
  request: { params: Params },
  responses: { 200: json(ProviderResponse, "The provider, without its key") },
});

const update = declare("admin", ["not_found", "conflict", "validation_failed", "unavailable"], {
  method: "put",
  path: `${base}/{provider_id}`,
  operationId: "updateProvider",
  tags,
  summary: "Change a model provider",
  description:
    "Fields that are absent or null stay as they are; an empty `api_key` or `api_base` clears it. An `api_base` on another host needs the key again.",
  request: { params: Params, body: body(ProviderUpdateRequest) },
  responses: { 200: json(ProviderResponse, "The changed provider") },
});

const remove = declare("admin", ["not_found", "conflict"], {
  method: "delete",
  path: `${base}/{provider_id}`,
  operationId: "deleteProvider",
  tags,
  summary: "Delete a model provider and its key",
  request: { params: Params },
  responses: { 204: { description: "Deleted" } },
});

const test = declare("write", ["not_found"], {
  method: "post",
  path: `${base}/{provider_id}/test`,
  operationId: "testProvider",
  tags,
  summary: "Ask a model provider for five tokens",
  description: "Waits 15 seconds at most. Always 200: `status` says whether it worked.",
  request: { params: Params },
  responses: { 200: json(ProviderTestResponse, "What came of it") },
});

const reseal = declare("admin", [], {
  method: "post",
  path: `${base}/reseal`,
  operationId: "resealProviderKeys",
  tags,
  summary: "Seal the providers' keys under the newest sealing key",
  description: "Happens by itself when an organisation's gateway is used; repeating it changes nothing.",
  responses: { 200: json(ProviderResealResponse, "How many were sealed anew, are current, and do not open") },
});

export function registerProviders(api: Api): void {
  api.openapi(create, async (c) =>
    c.json(await createProvider(c.get("deps"), c.get("principal"), c.req.valid("json")), 201),
  );

  api.openapi(list, async (c) => {
    const activeOnly = c.req.valid("query").active_only === "true";
    return c.json(await listProviders(c.get("deps"), c.get("principal"), activeOnly), 200);
  });

  api.openapi(read, async (c) =>
    c.json(await getProvider(c.get("deps"), c.get("principal"), c.req.valid("param").provider_id), 200),
  );

  api.openapi(update, async (c) => {
    const { provider_id } = c.req.valid("param");
    return c.json(await updateProvider(c.get("deps"), c.get("principal"), provider_id, c.req.valid("json")), 200);
  });

  api.openapi(remove, async (c) => {
    await deleteProvider(c.get("deps"), c.get("principal"), c.req.valid("param").provider_id);
    return c.body(null, 204);
  });

  api.openapi(reseal, async (c) => c.json(await resealKeys(c.get("deps"), c.get("principal").organizationId), 200));

  api.openapi(test, async (c) =>
    c.json(await testProvider(c.get("deps"), c.get("principal"), c.req.valid("param").provider_id), 200),
  );
}
