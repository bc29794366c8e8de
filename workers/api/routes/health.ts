import { HealthDbResponse, HealthResponse, HealthSetupResponse } from "../../contract/health.ts";
import type { Api } from "../context.ts";
import { declare, json } from "../declare.ts";

const health = declare("public", [], {
  method: "get",
  path: "/health",
  operationId: "getHealth",
  tags: ["system"],
  summary: "Is the Worker up",
  responses: { 200: json(HealthResponse, "Up") },
});

const database = declare("public", [], {
  method: "get",
  path: "/health/db",
  operationId: "getDatabaseHealth",
  tags: ["system"],
  summary: "Is the database reachable",
  responses: { 200: json(HealthDbResponse, "Reachable"), 503: json(HealthDbResponse, "Not reachable") },
});

const setup = declare("public", [], {
  method: "get",
  path: "/health/setup",
  operationId: "getSetupState",
  tags: ["system"],
  summary: "Has anybody set this installation up",
  responses: { 200: json(HealthSetupResponse, "The state") },
});

export function registerHealth(api: Api): void {
  api.get("/", (c) => c.redirect((c.req.header("accept") ?? "").includes("text/html") ? "/docs" : "/health", 307));

  api.openapi(health, (c) => {
    const { config } = c.get("deps");
    return c.json({ status: "ok", version: config.version, llm_configured: config.llmConfigured }, 200);
  });

  api.openapi(database, async (c) => {
    const { config, database } = c.get("deps");
    const basis = { version: config.version, llm_configured: config.llmConfigured };
    return (await database.ping())
      ? c.json({ status: "ok", ...basis, database: "connected" as const }, 200)
      : c.json({ status: "error", ...basis, database: "disconnected" as const }, 503);
  });

  api.openapi(setup, async (c) => {
    const organizations = await c.get("deps").organizations.count();
    const has = organizations > 0;
    return c.json({ has_users: false, has_organizations: has, setup_complete: has }, 200);
  });
}
