// Admission of addresses that a tenant configures: providers and webhooks.
import { AppError, invalidField } from "../contract/error.ts";
import { isAllowedHost, isPublicAddress, refuseAddress } from "../core/limits/address-guard.ts";
import type { Deps } from "./deps.ts";

/**
 * The address in its normal form, without a slash at its end, when the Worker may be sent there. Public names are
 * resolved and every address of theirs must be public; a name can be pointed elsewhere later, which is why the runtime's
 * own network policy stays the second line. Where no resolver can be reached, development goes on with a line in the log.
 * @throws validation_failed that names the field; unavailable where names cannot be resolved outside development
 */
export async function admitAddress(
  deps: Pick<Deps, "config" | "resolver" | "log">,
  field: string,
  text: string,
): Promise<string> {
  if (!URL.canParse(text)) throw invalidField(field, "must be an http or https URL");
  const url = new URL(text);
  const { allowedHosts, environment } = deps.config;
  const refusal = refuseAddress(url, allowedHosts);
  if (refusal !== null) throw invalidField(field, refusal);
  if (url.search !== "" || url.hash !== "") throw invalidField(field, "must have no query and no fragment");
  const admitted = `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
  // Literal addresses were judged above; the operator's own hosts may resolve to whatever they like.
  if (isAllowedHost(url, allowedHosts) || isPublicAddress(url.hostname.replace(/^\[|\]$/g, ""))) return admitted;
  const addresses = await deps.resolver.addresses(url.hostname);
  if (addresses === null) {
    if (environment !== "development") {
      throw new AppError("unavailable", `${field}: the name cannot be resolved at present; try again`, {
        headers: { "Retry-After": "5" },
      });
    }
    deps.log.write("warn", "address_not_resolved", { field });
    return admitted;
  }
  if (addresses.length === 0) throw invalidField(field, "the name does not resolve to any address");
  if (!addresses.every(isPublicAddress))
    throw invalidField(field, "the name resolves to an address that is not public");
  return admitted;
}
