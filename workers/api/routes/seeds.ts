import { Domain } from "../../contract/domain.ts";
import { PageQuery } from "../../contract/page.ts";
import {
  SeedCreateRequest,
  SeedExtractRequest,
  SeedExtractResponse,
  SeedImportResult,
  SeedLibraryResponse,
  SeedListResponse,
  SeedRatingRequest,
  SeedResponse,
  SeedUpdateRequest,
  SeedVersion,
  SeedVersionList,
} from "../../contract/seed.ts";
import { z } from "../../contract/zod.ts";
import { normaliseSeedInput } from "../../core/seeds/normalise.ts";
import { exportSeeds, importSeeds } from "../../services/seed-files.ts";
import {
  adoptSeed,
  createSeed,
  deleteSeed,
  duplicateSeed,
  extractSeeds,
  getSeed,
  getVersion,
  listLibrary,
  listSeeds,
  listVersions,
  rateSeed,
  updateSeed,
} from "../../services/seeds.ts";
import type { SeedFilter } from "../../services/ports/seeds.ts";
import type { Api } from "../context.ts";
import { body, declare, json } from "../declare.ts";
import { UploadForm } from "./imports.ts";

const base = "/api/v1/seeds";
const tags = ["seeds"];
const SeedQuery = z.object({
  domain: z.string().max(80).optional(),
  language: z.string().max(16).optional(),
  q: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: "Words that all stand in the objective, the tags, the context or the steps" }),
  tag: z.string().max(200).optional(),
  role: z.string().max(80).optional(),
  min_rating: z.coerce.number().min(0).max(5).optional(),
});
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
  request: { query: PageQuery.extend(SeedQuery.shape) },
  responses: { 200: json(SeedListResponse, "One page") },
});

const extract = declare("write", ["validation_failed", "not_found"], {
  method: "post",
  path: `${base}/from-conversations`,
  operationId: "extractSeeds",
  tags,
  summary: "Extract seeds from imported conversations",
  description:
    "Deterministic: no sentence of a seed is the source's. With `abstraction: \"llm\"` a provider's model, which sees masked text alone, words them anew; what repeats the source or holds personal data is refused, and the extracted seed stands.",
  request: { body: body(SeedExtractRequest) },
  responses: { 200: json(SeedExtractResponse, "The seeds, and why a conversation gave none") },
});

const importFile = declare("write", ["payload_too_large", "validation_failed", "import_failed"], {
  method: "post",
  path: `${base}/import`,
  operationId: "importSeeds",
  tags,
  summary: "Import a file of seeds, a JSON array or JSONL",
  description:
    "At most 1,000 seeds, in full or in short form. Wrong ones are listed in `errors`, the rest is stored; seeds that are there already with the same content count as `duplicates`.",
  request: { body: { required: true, content: { "multipart/form-data": { schema: UploadForm } } } },
  responses: { 200: json(SeedImportResult, "What was imported") },
});

const exportFile = declare("read", ["validation_failed"], {
  method: "get",
  path: `${base}/export`,
  operationId: "exportSeeds",
  tags,
  summary: "Export seeds as JSONL, ordered by id",
  description: "One seed a line, in full, without owner and instants; `import` takes it back as it is.",
  request: { query: SeedQuery },
  responses: { 200: { description: "The file", content: { "application/x-ndjson": { schema: z.string() } } } },
});

const library = declare("read", ["validation_failed"], {
  method: "get",
  path: `${base}/library`,
  operationId: "listSeedLibrary",
  tags,
  summary: "List the curated seeds",
  request: { query: PageQuery.extend({ domain: Domain.optional(), language: z.string().max(16).optional() }) },
  responses: { 200: json(SeedLibraryResponse, "One page") },
});

const adopt = declare("write", ["not_found"], {
  method: "post",
  path: `${base}/library/{seed_id}/adopt`,
  operationId: "adoptSeed",
  tags,
  summary: "Copy a curated seed into the organisation's own",
  description: "Under its own id; adopting it again changes nothing.",
  request: { params: SeedParams },
  responses: { 201: json(SeedResponse, "The organisation's seed") },
});

const versions = declare("read", ["not_found"], {
  method: "get",
  path: `${base}/{seed_id}/versions`,
  operationId: "listSeedVersions",
  tags,
  summary: "List the revisions of a seed, newest first",
  request: { params: SeedParams },
  responses: { 200: json(SeedVersionList, "The revisions") },
});

const version = declare("read", ["not_found", "validation_failed"], {
  method: "get",
  path: `${base}/{seed_id}/versions/{revision}`,
  operationId: "getSeedVersion",
  tags,
  summary: "Read a seed as it was at a revision",
  request: { params: SeedParams.extend({ revision: z.coerce.number().int().min(1) }) },
  responses: { 200: json(SeedVersion, "The revision") },
});

const duplicate = declare("write", ["not_found"], {
  method: "post",
  path: `${base}/{seed_id}/duplicate`,
  operationId: "duplicateSeed",
  tags,
  summary: "Copy a seed under a new id",
  request: { params: SeedParams },
  responses: { 201: json(SeedResponse, "The copy, unrated") },
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

function filterOf({ q, min_rating, ...rest }: z.infer<typeof SeedQuery>): SeedFilter {
  return { ...rest, search: q, minRating: min_rating };
}

export function registerSeeds(api: Api): void {
  api.openapi(create, async (c) =>
    c.json(await createSeed(c.get("deps"), c.get("principal"), c.req.valid("json")), 201),
  );

  api.openapi(list, async (c) => {
    const { page, page_size, ...query } = c.req.valid("query");
    return c.json(await listSeeds(c.get("deps"), c.get("principal"), filterOf(query), { page, page_size }), 200);
  });

  // Before the routes with an id in the place of the word.
  api.openapi(importFile, async (c) => {
    const bytes = new Uint8Array(await c.req.valid("form").file.arrayBuffer());
    return c.json(await importSeeds(c.get("deps"), c.get("principal"), bytes), 200);
  });

  api.openapi(exportFile, async (c) => {
    const stream = exportSeeds(c.get("deps"), c.get("principal"), filterOf(c.req.valid("query")));
    c.header("Content-Type", "application/x-ndjson");
    c.header("Content-Disposition", 'attachment; filename="seeds.jsonl"');
    // The typings take "ndjson" for one JSON value.
    return c.newResponse(stream, 200) as never;
  });

  api.openapi(library, async (c) => {
    const { page, page_size, ...filter } = c.req.valid("query");
    return c.json(await listLibrary(c.get("deps"), filter, { page, page_size }), 200);
  });

  api.openapi(adopt, async (c) =>
    c.json(await adoptSeed(c.get("deps"), c.get("principal"), c.req.valid("param").seed_id), 201),
  );

  api.openapi(versions, async (c) =>
    c.json(await listVersions(c.get("deps"), c.get("principal"), c.req.valid("param").seed_id), 200),
  );

  api.openapi(version, async (c) => {
    const { seed_id, revision } = c.req.valid("param");
    return c.json(await getVersion(c.get("deps"), c.get("principal"), seed_id, revision), 200);
  });

  api.openapi(duplicate, async (c) =>
    c.json(await duplicateSeed(c.get("deps"), c.get("principal"), c.req.valid("param").seed_id), 201),
  );

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
