// What of a provider's connection follows from its type and its address alone.
import { ADAPTERS } from "./adapters.ts";
import type { ProviderType } from "../../contract/provider.ts";

/** The address that calls go to, without a slash at its end; null where the type has none of its own and none is given. */
export function baseUrlOf(type: ProviderType, apiBase: string | null): string | null {
  return apiBase ?? ADAPTERS[type].defaultBase;
}

/** What a sealed key is bound to: the provider's row, its column, and the origin that the key was registered for. */
export function keyPlace(providerId: string, origin: string): string {
  return `providers/${providerId}/api_key/${origin}`;
}

/** Label of the tenant's key that seals provider keys. */
export const KEY_LABEL = "provider-key";
