import { AppError } from "../../contract/error.ts";
import {
  APIKeyCreate,
  APIKeyCreatedResponse,
  APIKeyResponse,
  OrganizationCreate,
  OrganizationResponse,
  OrganizationUpdate,
} from "../../contract/organization.ts";
import { z } from "../../contract/zod.ts";
import {
  createApiKey,
  createOrganization,
  getOrganization,
  listApiKeys,
  revokeApiKey,
  rotateApiKey,
  sameText,
  updateOrganization,
} from "../../services/organizations.ts";
import type { Api, ApiOptions } from "../context.ts";
import { body, declare, json, readCredential } from "../declare.ts";

const base = "/api/v1/organizations";
const tags = ["organizations"];
const OrgParams = z.object({ org_id: z.string().max(64) });
const KeyParams = OrgParams.extend({ key_id: z.string().max(64) });

const create = declare("public", ["forbidden", "conflict", "validation_failed"], {
  method: "post",
  path: base,
  operationId: "createOrganization",
  tags,
  summary: "Create an organisation and its first admin key",
  description:
    "Open in development and with UNCASE_OPEN_REGISTRATION. Otherwise the first organisation is created with the bootstrap token as the bearer.",
  request: { body: body(OrganizationCreate) },
  responses: {
    201: json(
      OrganizationResponse.extend({ admin_key: APIKeyCreatedResponse }).openapi("OrganizationCreatedResponse"),
      "Created; `admin_key.plain_key` is shown once",
    ),
  },
});

const read = declare("admin", ["not_found"], {
  method: "get",
  path: `${base}/{org_id}`,
  operationId: "getOrganization",
  tags,
  summary: "Read one's own organisation",
  request: { params: OrgParams },
  responses: { 200: json(OrganizationResponse, "The organisation") },
});

const update = declare("admin", ["not_found", "validation_failed"], {
  method: "put",
  path: `${base}/{org_id}`,
  operationId: "updateOrganization",
  tags,
  summary: "Change one's own organisation",
  request: { params: OrgParams, body: body(OrganizationUpdate) },
  responses: { 200: json(OrganizationResponse, "The changed organisation") },
});

const createKey = declare("admin", ["not_found", "validation_failed"], {
  method: "post",
  path: `${base}/{org_id}/api-keys`,
  operationId: "createApiKey",
  tags,
  summary: "Mint an API key with at most one's own scopes",
  request: { params: OrgParams, body: body(APIKeyCreate) },
  responses: { 201: json(APIKeyCreatedResponse, "Created; `plain_key` is shown once") },
});

const listKeys = declare("admin", ["not_found"], {
  method: "get",
  path: `${base}/{org_id}/api-keys`,
  operationId: "listApiKeys",
  tags,
  summary: "List API keys, revoked ones included, newest first",
  request: { params: OrgParams },
  responses: { 200: json(z.array(APIKeyResponse), "The keys") },
});

const revokeKey = declare("admin", ["not_found"], {
  method: "delete",
  path: `${base}/{org_id}/api-keys/{key_id}`,
  operationId: "revokeApiKey",
  tags,
  summary: "Revoke an API key",
  request: { params: KeyParams },
  responses: { 204: { description: "Revoked" } },
});

const rotateKey = declare("admin", ["not_found"], {
  method: "post",
  path: `${base}/{org_id}/api-keys/{key_id}/rotate`,
  operationId: "rotateApiKey",
  tags,
  summary: "Replace an API key by a new one of the same name and scopes",
  request: { params: KeyParams },
  responses: { 200: json(APIKeyCreatedResponse, "The new key; `plain_key` is shown once") },
});

export function registerOrganizations(api: Api, options: ApiOptions): void {
  api.openapi(create, async (c) => {
    const deps = c.get("deps");
    const given = readCredential(c.req.raw.headers);
    const bootstraps = options.bootstrapToken !== null && given !== null && sameText(given, options.bootstrapToken);
    if (!options.openRegistration && !(bootstraps && (await deps.organizations.count()) === 0)) {
      throw new AppError("forbidden", "Registration is closed on this installation (UNCASE_OPEN_REGISTRATION)");
    }
    return c.json(await createOrganization(deps, c.req.valid("json")), 201);
  });

  api.openapi(read, async (c) =>
    c.json(await getOrganization(c.get("deps"), c.get("principal"), c.req.valid("param").org_id), 200),
  );

  api.openapi(update, async (c) => {
    const { org_id } = c.req.valid("param");
    return c.json(await updateOrganization(c.get("deps"), c.get("principal"), org_id, c.req.valid("json")), 200);
  });

  api.openapi(createKey, async (c) => {
    const { org_id } = c.req.valid("param");
    return c.json(await createApiKey(c.get("deps"), c.get("principal"), org_id, c.req.valid("json")), 201);
  });

  api.openapi(listKeys, async (c) =>
    c.json(await listApiKeys(c.get("deps"), c.get("principal"), c.req.valid("param").org_id), 200),
  );

  api.openapi(revokeKey, async (c) => {
    const { org_id, key_id } = c.req.valid("param");
    await revokeApiKey(c.get("deps"), c.get("principal"), org_id, key_id);
    return c.body(null, 204);
  });

  api.openapi(rotateKey, async (c) => {
    const { org_id, key_id } = c.req.valid("param");
    return c.json(await rotateApiKey(c.get("deps"), c.get("principal"), org_id, key_id), 200);
  });
}
