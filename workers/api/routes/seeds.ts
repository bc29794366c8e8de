import { PageQuery } from "../../contract/page.ts";
import {
  SeedCreateRequest,
  SeedExtractRequest,
  SeedExtractResponse,
  SeedListResponse,
  SeedRatingRequest,
  SeedResponse,
  SeedUpdateRequest,
} from "../../contract/seed.ts";
import { z } from "../../contract/zod.ts";
import { normaliseSeedInput } from "../../core/seeds/normalise.ts";
import {
  createSeed,
  deleteSeed,
  extractSeeds,
  getSeed,
  listSeeds,
  rateSeed,
  updateSeed,
} from "../../services/seeds.ts";
import type { Api } from "../context.ts";
import { body, declare, json } from "../declare.ts";

const base = "/api/v1/seeds";
const tags = ["seeds"];
const SeedParams = z.object({ seed_id: z.string().max(128) });

const create = declare("write", ["conflict", "validation_failed", "pii_detected"], {
  method: "post",
  path: base,
  operationId: "createSeed",
  tags,
  summary: "Create a seed, in full or in short form",
  description:
    "Short form: `pasos_turnos` may be a plain list of steps, `parametros_factuales` may be absent or hold free keys; the answer is the full form.",
  request: { body: body(z.preprocess(normaliseSeedInput, SeedCreateRequest)) },
  responses: { 201: json(SeedResponse, "Created") },
});

const list = declare("read", ["validation_failed"], {
  method: "get",
  path: base,
  operationId: "listSeeds",
  tags,
  summary: "List seeds, newest first",
  request: {
    query: PageQuery.extend({
      domain: z.string().max(80).optional(),
      language: z.string().max(16).optional(),
      q: z.string().max(200).optional().openapi({ description: "Words of the objective" }),
    }),
  },
  responses: { 200: json(SeedListResponse, "One page") },
});

const extract = declare("write", ["validation_failed"], {
  method: "post",
  path: `${base}/from-conversations`,
  operationId: "extractSeeds",
  tags,
  summary: "Extract seeds from imported conversations",
  request: { body: body(SeedExtractRequest) },
  responses: { 200: json(SeedExtractResponse, "The seeds, and why a conversation gave none") },
});

const read = declare("read", ["not_found"], {
  method: "get",
  path: `${base}/{seed_id}`,
  operationId: "getSeed",
  tags,
  summary: "Read a seed",
  request: { params: SeedParams },
  responses: { 200: json(SeedResponse, "The seed") },
});

const update = declare("write", ["not_found", "conflict", "validation_failed", "pii_detected"], {
  method: "put",
  path: `${base}/{seed_id}`,
  operationId: "updateSeed",
  tags,
  summary: "Change fields of a seed; the whole is validated",
  request: { params: SeedParams, body: body(SeedUpdateRequest) },
  responses: { 200: json(SeedResponse, "The changed seed") },
});

const remove = declare("write", ["not_found"], {
  method: "delete",
  path: `${base}/{seed_id}`,
  operationId: "deleteSeed",
  tags,
  summary: "Delete a seed",
  request: { params: SeedParams },
  responses: { 204: { description: "Deleted" } },
});

const rate = declare("write", ["not_found", "validation_failed"], {
  method: "post",
  path: `${base}/{seed_id}/rate`,
  operationId: "rateSeed",
  tags,
  summary: "Rate a seed from 0 to 5",
  request: { params: SeedParams, body: body(SeedRatingRequest) },
  responses: { 200: json(SeedResponse, "The seed with its new mean rating") },
});

export function registerSeeds(api: Api): void {
  api.openapi(create, async (c) =>
    c.json(await createSeed(c.get("deps"), c.get("principal"), c.req.valid("json")), 201),
  );

  api.openapi(list, async (c) => {
    const { page, page_size, domain, language, q } = c.req.valid("query");
    const filter = { domain, language, search: q };
    return c.json(await listSeeds(c.get("deps"), c.get("principal"), filter, { page, page_size }), 200);
  });

  api.openapi(extract, async (c) =>
    c.json(await extractSeeds(c.get("deps"), c.get("principal"), c.req.valid("json")), 200),
  );

  api.openapi(read, async (c) =>
    c.json(await getSeed(c.get("deps"), c.get("principal"), c.req.valid("param").seed_id), 200),
  );

  api.openapi(update, async (c) => {
    const { seed_id } = c.req.valid("param");
    return c.json(await updateSeed(c.get("deps"), c.get("principal"), seed_id, c.req.valid("json")), 200);
  });

  api.openapi(remove, async (c) => {
    await deleteSeed(c.get("deps"), c.get("principal"), c.req.valid("param").seed_id);
    return c.body(null, 204);
  });

  api.openapi(rate, async (c) => {
    const { seed_id } = c.req.valid("param");
    return c.json(await rateSeed(c.get("deps"), c.get("principal"), seed_id, c.req.valid("json").rating), 200);
  });
}
