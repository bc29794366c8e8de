import type {
  APIKeyCreate,
  APIKeyCreatedResponse,
  APIKeyResponse,
  OrganizationCreate,
  OrganizationResponse,
  OrganizationUpdate,
} from "../../contract/organization.ts";
import type { z } from "../../contract/zod.ts";
import { segment } from "../path.ts";
import type { CallOptions, Transport } from "../transport.ts";

const root = "/api/v1/organizations";

/** Organisations and their API keys. A key's secret is in the answer to `createKey` and `rotateKey` only. */
export function organizations(http: Transport) {
  const keys = (id: string) => `${root}/${segment(id)}/api-keys`;
  return {
    create: (body: z.input<typeof OrganizationCreate>, options?: CallOptions) =>
      http.json<OrganizationResponse>({ method: "POST", path: root, json: body, repeat: "keyed" }, options),
    get: (id: string, options?: CallOptions) =>
      http.json<OrganizationResponse>({ method: "GET", path: `${root}/${segment(id)}`, repeat: "safe" }, options),
    update: (id: string, body: OrganizationUpdate, options?: CallOptions) =>
      http.json<OrganizationResponse>(
        { method: "PUT", path: `${root}/${segment(id)}`, json: body, repeat: "safe" },
        options,
      ),
    /** Never repeated by itself: the server does not replay a secret. */
    createKey: (id: string, body: z.input<typeof APIKeyCreate>, options?: CallOptions) =>
      http.json<APIKeyCreatedResponse>({ method: "POST", path: keys(id), json: body, repeat: "never" }, options),
    listKeys: (id: string, options?: CallOptions) =>
      http.json<APIKeyResponse[]>({ method: "GET", path: keys(id), repeat: "safe" }, options),
    revokeKey: (id: string, keyId: string, options?: CallOptions) =>
      http.json<void>({ method: "DELETE", path: `${keys(id)}/${segment(keyId)}`, repeat: "never" }, options),
    /** Never repeated by itself: the server does not replay a secret. */
    rotateKey: (id: string, keyId: string, options?: CallOptions) =>
      http.json<APIKeyCreatedResponse>(
        { method: "POST", path: `${keys(id)}/${segment(keyId)}/rotate`, repeat: "never" },
        options,
      ),
  };
}
