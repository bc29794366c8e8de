import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { UNCASEClient } from "../../workers/sdk/client.ts";
import { createFakeFetch } from "./fake-fetch.ts";

interface Operation {
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, unknown> };
}

const document = JSON.parse(readFileSync(new URL("../../openapi.json", import.meta.url), "utf8")) as {
  paths: Record<string, Record<string, Operation>>;
};
const operations = new Map(
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  ),
);

const seed = {
  seed_id: "s1",
  dominio: "automotive.sales" as const,
  roles: ["cliente", "asesor"],
  objetivo: "x",
  pasos_turnos: { turnos_min: 2, turnos_max: 3, flujo_esperado: ["x"] },
  parametros_factuales: { contexto: "x" },
};
const conversation = { conversation_id: "c1", seed_id: "s1", dominio: "x", turnos: [] };
const render = { conversations: [conversation], template_name: "chatml" };
const file = { domain: "x", language: "es", strict: true, keep_source_until: "2030-01-01T00:00:00Z" };
const seedFilter = { domain: "x", language: "es", q: "x", tag: "x", role: "x", min_rating: 4 };
const page = { page: 1, page_size: 5 };
const chat = { messages: [{ role: "user" as const, content: "x" }] };

/** One call of each method, with every query parameter it takes. */
const calls: Record<string, (client: UNCASEClient) => unknown> = {
  "GET /health": (client) => client.health.get(),
  "GET /health/db": (client) => client.health.database(),
  "GET /health/setup": (client) => client.health.setup(),
  "POST /api/v1/organizations": (client) => client.organizations.create({ name: "x" }),
  "GET /api/v1/organizations/{}": (client) => client.organizations.get("o"),
  "PUT /api/v1/organizations/{}": (client) => client.organizations.update("o", { name: "y" }),
  "POST /api/v1/organizations/{}/api-keys": (client) => client.organizations.createKey("o", { name: "x" }),
  "GET /api/v1/organizations/{}/api-keys": (client) => client.organizations.listKeys("o"),
  "DELETE /api/v1/organizations/{}/api-keys/{}": (client) => client.organizations.revokeKey("o", "k"),
  "POST /api/v1/organizations/{}/api-keys/{}/rotate": (client) => client.organizations.rotateKey("o", "k"),
  "POST /api/v1/seeds": (client) => client.seeds.create(seed),
  "GET /api/v1/seeds": (client) => client.seeds.list({ ...page, ...seedFilter }),
  "POST /api/v1/seeds/from-conversations": (client) =>
    client.seeds.fromConversations({ conversation_ids: ["c"], domain: "automotive.sales" }),
  "GET /api/v1/seeds/{}": (client) => client.seeds.get("s"),
  "PUT /api/v1/seeds/{}": (client) => client.seeds.update("s", { tono: "formal" }),
  "DELETE /api/v1/seeds/{}": (client) => client.seeds.remove("s"),
  "POST /api/v1/seeds/{}/rate": (client) => client.seeds.rate("s", 5),
  "POST /api/v1/seeds/import": (client) => client.seeds.importFile("x"),
  "GET /api/v1/seeds/export": (client) => client.seeds.exportFile(seedFilter),
  "GET /api/v1/seeds/library": (client) => client.seeds.library({ ...page, domain: "x", language: "es" }),
  "POST /api/v1/seeds/library/{}/adopt": (client) => client.seeds.adopt("s"),
  "GET /api/v1/seeds/{}/versions": (client) => client.seeds.versions("s"),
  "GET /api/v1/seeds/{}/versions/{}": (client) => client.seeds.version("s", 1),
  "POST /api/v1/seeds/{}/duplicate": (client) => client.seeds.duplicate("s"),
  "POST /api/v1/seeds/extract/start": (client) => client.seeds.interview.start({ industry: "medical" }),
  "POST /api/v1/seeds/extract/turn": (client) => client.seeds.interview.turn("s", "x"),
  "GET /api/v1/seeds/extract/{}/progress": (client) => client.seeds.interview.progress("s"),
  "DELETE /api/v1/seeds/extract/{}": (client) => client.seeds.interview.remove("s"),
  "POST /api/v1/import/csv": (client) => client.imports.csv("x", file),
  "POST /api/v1/import/jsonl": (client) => client.imports.jsonl("x", { ...file, source_format: "openai" }),
  "GET /api/v1/import/sources": (client) => client.imports.sources.list(page),
  "GET /api/v1/import/sources/{}/content": (client) => client.imports.sources.read("s"),
  "DELETE /api/v1/import/sources/{}": (client) => client.imports.sources.remove("s"),
  "GET /api/v1/connectors": (client) => client.connectors.list(),
  "POST /api/v1/connectors/whatsapp": (client) => client.imports.whatsapp("x", file),
  "POST /api/v1/connectors/file": (client) => client.imports.file("x", { ...file, format: "csv" }),
  "POST /api/v1/connectors/scan-pii": (client) => client.connectors.scanPii("x"),
  "POST /api/v1/connectors/huggingface/upload": (client) =>
    client.connectors.uploadToHuggingFace({ dataset_id: "d", repo_id: "a/b", token: "hf_x" }),
  "POST /analyze": (client) => client.presidio.analyze({ text: "x" }),
  "POST /anonymize": (client) => client.presidio.anonymize({ text: "x", analyzer_results: [] }),
  "POST /deanonymize": (client) =>
    client.presidio.deanonymize({ text: "x", anonymizer_results: [], deanonymizers: {} }),
  "GET /supportedentities": (client) => client.presidio.supportedEntities("es"),
  "GET /recognizers": (client) => client.presidio.recognizers("es"),
  "GET /anonymizers": (client) => client.presidio.anonymizers(),
  "GET /deanonymizers": (client) => client.presidio.deanonymizers(),
  "POST /api/v1/conversations": (client) => client.conversations.create({ ...conversation }),
  "GET /api/v1/conversations": (client) =>
    client.conversations.list({
      ...page,
      domain: "x",
      language: "es",
      status: "x",
      seed_id: "s",
      job_id: "j",
      import_id: "i",
      synthetic: true,
    }),
  "POST /api/v1/conversations/bulk": (client) => client.conversations.createMany([]),
  "GET /api/v1/conversations/{}": (client) => client.conversations.get("c"),
  "PATCH /api/v1/conversations/{}": (client) => client.conversations.update("c", { rating: 1 }),
  "DELETE /api/v1/conversations/{}": (client) => client.conversations.remove("c"),
  "POST /api/v1/generate/estimate": (client) => client.generation.estimate({ seed }),
  "GET /api/v1/jobs/{}/dead-letters": (client) => client.jobs.deadLetters("id", { after: 3, limit: 10 }),
  "POST /api/v1/jobs/{}/replay": (client) => client.jobs.replay("id"),
  "POST /api/v1/generate": (client) => client.generation.run({ seed }),
  "POST /api/v1/pipeline/run": (client) => client.pipeline.run({ domain: "automotive.sales" }),
  "GET /api/v1/pipeline/{}/status": (client) => client.pipeline.status("j"),
  "GET /api/v1/jobs": (client) => client.jobs.list({ ...page, job_type: "x", status: "running" }),
  "GET /api/v1/jobs/{}": (client) => client.jobs.get("j"),
  "POST /api/v1/jobs/{}/cancel": (client) => client.jobs.cancel("j"),
  "POST /api/v1/jobs/{}/pause": (client) => client.jobs.pause("j"),
  "POST /api/v1/jobs/{}/resume": (client) => client.jobs.resume("j"),
  "GET /api/v1/jobs/{}/events": (client) => client.jobs.events("j").next(),
  "POST /api/v1/evaluations": (client) => client.evaluations.run({ conversation, seed }, { strict: true }),
  "POST /api/v1/evaluations/batch": (client) => client.evaluations.runMany({ pairs: [] }),
  "GET /api/v1/evaluations/reports": (client) =>
    client.evaluations.reports({ ...page, domain: "x", passed: true, seed_id: "s", job_id: "j" }),
  "GET /api/v1/evaluations/thresholds": (client) => client.evaluations.thresholds(),
  "POST /api/v1/reviews": (client) => client.reviews.enqueue({ job_id: "j" }),
  "GET /api/v1/reviews": (client) => client.reviews.list({ ...page, status: "open" }),
  "POST /api/v1/reviews/claim": (client) => client.reviews.claim(),
  "GET /api/v1/reviews/agreement": (client) => client.reviews.agreement(),
  "POST /api/v1/reviews/{}/decision": (client) => client.reviews.decide("r", { verdict: "pass" }),
  "GET /api/v1/templates": (client) => client.templates.list(),
  "POST /api/v1/templates/render": (client) => client.templates.render(render),
  "POST /api/v1/templates/export": (client) => client.templates.export(render),
  "GET /api/v1/templates/config": (client) => client.templates.config(),
  "PUT /api/v1/templates/config": (client) => client.templates.updateConfig({}),
  "POST /api/v1/datasets": (client) => client.datasets.create({ name: "x" }),
  "GET /api/v1/datasets": (client) => client.datasets.list(page),
  "GET /api/v1/datasets/{}": (client) => client.datasets.get("d"),
  "DELETE /api/v1/datasets/{}": (client) => client.datasets.remove("d"),
  "GET /api/v1/datasets/{}/download": (client) => client.datasets.download("d"),
  "GET /api/v1/datasets/{}/files": (client) => client.datasets.files("d"),
  "GET /api/v1/datasets/{}/files/{}": (client) => client.datasets.downloadFile("d", "README.md"),
  "GET /api/v1/datasets/public-key": (client) => client.datasets.publicKey(),
  "GET /api/v1/scenarios/packs": (client) => client.scenarios.packs(),
  "GET /api/v1/scenarios/packs/{}": (client) => client.scenarios.pack("x"),
  "GET /api/v1/scenarios/packs/{}/scenarios": (client) =>
    client.scenarios.list("x", { skill_level: "basic", edge_case: true, tag: "x" }),
  "GET /api/v1/tools": (client) => client.tools.list({ domain: "x", category: "x" }),
  "GET /api/v1/tools/{}": (client) => client.tools.get("t"),
  "POST /api/v1/tools/{}/simulate": (client) => client.tools.simulate("t", {}),
  "GET /api/v1/plugins": (client) => client.plugins.list({ domain: "x", tag: "x", source: "official" }),
  "GET /api/v1/plugins/{}": (client) => client.plugins.get("p"),
  "GET /api/v1/providers": (client) => client.providers.list({ active_only: false }),
  "POST /api/v1/providers": (client) =>
    client.providers.create({ name: "x", provider_type: "openai", api_key: "k", default_model: "m" }),
  "GET /api/v1/providers/{}": (client) => client.providers.get("p"),
  "PUT /api/v1/providers/{}": (client) => client.providers.update("p", { is_default: true }),
  "DELETE /api/v1/providers/{}": (client) => client.providers.remove("p"),
  "POST /api/v1/providers/reseal": (client) => client.providers.reseal(),
  "POST /api/v1/providers/{}/test": (client) => client.providers.test("p"),
  "POST /api/v1/gateway/chat": (client) => client.gateway.chat(chat),
  "POST /api/v1/gateway/chat/stream": (client) => client.gateway.chatStream(chat).next(),
  "GET /api/v1/gateway/policies": (client) => client.gateway.policies(),
  "POST /api/v1/gateway/policies": (client) => client.gateway.writePolicy({ name: "x", rules: { mode: "block" } }),
  "POST /api/v1/gateway/policies/{}/promote": (client) => client.gateway.promotePolicy("p"),
  "DELETE /api/v1/gateway/policies/{}": (client) => client.gateway.withdrawPolicy("p"),
  "GET /api/v1/gateway/settings": (client) => client.gateway.settings(),
  "PUT /api/v1/gateway/settings": (client) => client.gateway.putSettings({}),
  "GET /api/v1/gateway/logs": (client) =>
    client.gateway.logs({ ...page, key_id: "k", model: "m", provider: "p", verdict: "pass", value_hash: "h" }),
  "POST /api/v1/gateway/inspect": (client) => client.gateway.inspect({ dialect: "openai-chat", body: {} }),
  "POST /api/v1/gateway/feedback": (client) => client.gateway.feedback({ request_id: "r", rating: 1 }),
  "GET /api/v1/gateway/captures": (client) => client.gateway.captures.list(page),
  "GET /api/v1/gateway/captures/{}/content": (client) => client.gateway.captures.read("r"),
  "DELETE /api/v1/gateway/captures/{}": (client) => client.gateway.captures.remove("r"),
  "POST /api/v1/gateway/captures/seeds": (client) => client.gateway.captures.makeSeeds({ domain: "automotive.sales" }),
  "GET /api/v1/gateway/coverage": (client) => client.gateway.coverage(),
};

const nameless = (route: string) => route.replace(/\{[^}]*\}/gu, "{}");

describe("the client", () => {
  it("has a method for every operation of the API's document", () => {
    expect(Object.keys(calls).sort()).toEqual([...operations.keys()].map(nameless).sort());
  });

  it.each([...operations])(
    "asks %s with its path, its query parameters and its kind of body",
    async (route, operation) => {
      const { fetch, seen } = createFakeFetch({});
      await Promise.resolve(calls[nameless(route)]!(new UNCASEClient({ fetch, retries: 0 }))).catch(() => undefined);
      const [request] = seen;
      const pattern = new RegExp(`^${nameless(route).replaceAll("{}", "[^/]+")}$`, "u");
      expect(`${request!.method} ${request!.path}`).toMatch(pattern);

      const documented = (operation.parameters ?? []).filter((each) => each.in === "query").map((each) => each.name);
      // `scan-pii` also takes its text as a query parameter, for the reference's clients.
      const asked = documented.filter((name) => !(route.endsWith("/scan-pii") && name === "text"));
      expect(Object.keys(request!.query).sort()).toEqual(asked.sort());

      const sent = request!.headers.get("content-type")?.split(";")[0];
      const accepted = Object.keys(operation.requestBody?.content ?? {});
      if (accepted.length === 0) expect(request!.body).toBe("");
      else expect(accepted).toContain(sent);
    },
  );
});
