import { ProviderListResponse } from "../../contract/provider.ts";
import { builtinProvider } from "../../services/generation.ts";
import type { Api } from "../context.ts";
import { declare, json } from "../declare.ts";

const list = declare("read", [], {
  method: "get",
  path: "/api/v1/providers",
  operationId: "listProviders",
  tags: ["providers"],
  summary: "List the model providers",
  responses: { 200: json(ProviderListResponse, "The providers, the default first") },
});

export function registerProviders(api: Api): void {
  api.openapi(list, (c) => c.json({ items: [builtinProvider()], total: 1 }, 200));
}
