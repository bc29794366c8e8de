import type {
  ProviderCreateRequest,
  ProviderListResponse,
  ProviderResponse,
  ProviderResealResponse,
  ProviderTestResponse,
  ProviderUpdateRequest,
} from "../../contract/provider.ts";
import type { z } from "../../contract/zod.ts";
import { segment } from "../path.ts";
import type { CallOptions, Transport } from "../transport.ts";

/** Model providers. Each is named by its id or its name; a key goes in and never comes out. */
export function providers(http: Transport) {
  const root = "/api/v1/providers";
  const one = (reference: string) => `${root}/${segment(reference)}`;
  return {
    list: (query: { active_only?: boolean } = {}, options?: CallOptions) =>
      http.json<z.infer<typeof ProviderListResponse>>(
        { method: "GET", path: root, query: { ...query }, repeat: "safe" },
        options,
      ),
    create: (body: z.input<typeof ProviderCreateRequest>, options?: CallOptions) =>
      http.json<ProviderResponse>({ method: "POST", path: root, json: body, repeat: "keyed" }, options),
    get: (reference: string, options?: CallOptions) =>
      http.json<ProviderResponse>({ method: "GET", path: one(reference), repeat: "safe" }, options),
    update: (reference: string, body: ProviderUpdateRequest, options?: CallOptions) =>
      http.json<ProviderResponse>({ method: "PUT", path: one(reference), json: body, repeat: "safe" }, options),
    remove: (reference: string, options?: CallOptions) =>
      http.json<void>({ method: "DELETE", path: one(reference), repeat: "never" }, options),
    /** Seals the keys under the operator's newest sealing key; it also happens by itself when the gateway is used. */
    reseal: (options?: CallOptions) =>
      http.json<ProviderResealResponse>({ method: "POST", path: `${root}/reseal`, repeat: "safe" }, options),
    /** Asks the provider for five tokens; what came of it is in `status`. */
    test: (reference: string, options?: CallOptions) =>
      http.json<ProviderTestResponse>({ method: "POST", path: `${one(reference)}/test`, repeat: "safe" }, options),
  };
}
