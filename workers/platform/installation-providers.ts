// Providers of the whole installation, from the variables that the reference and the vendors' own tools know.
import type { ProviderType } from "../contract/provider.ts";
import { ADAPTERS } from "../core/models/adapters.ts";
import { baseUrlOf } from "../core/models/connection.ts";
import type { AllowedHost } from "../core/limits/address-guard.ts";
import type { InstallationProvider } from "../services/ports/config.ts";

interface Source {
  /** Beginning of its variables' names; also the provider's name, in lower case. */
  prefix: string;
  type: ProviderType;
  /** Further names for the key, tried in order. */
  keyAliases: readonly string[];
}

/** In the order in which they are the default. */
const SOURCES: readonly Source[] = [
  { prefix: "LITELLM", type: "custom", keyAliases: [] },
  { prefix: "ANTHROPIC", type: "anthropic", keyAliases: [] },
  { prefix: "OPENAI", type: "openai", keyAliases: [] },
  { prefix: "GEMINI", type: "google", keyAliases: ["GOOGLE_API_KEY"] },
];

export interface Installation {
  providers: InstallationProvider[];
  keys: Map<string, { origin: string; key: string }>;
  /** Hosts of addresses that the operator set: the guard lets them through. */
  hosts: AllowedHost[];
}

/**
 * Reads `<PREFIX>_API_KEY`, `<PREFIX>_API_BASE` and `<PREFIX>_MODEL`.
 * @throws Error that names the variable which is missing
 */
export function readInstallationProviders(variables: Readonly<Record<string, unknown>>): Installation {
  const read = (name: string): string | null => (typeof variables[name] === "string" ? variables[name] : null);
  const found: Installation = { providers: [], keys: new Map(), hosts: [] };
  for (const { prefix, type, keyAliases } of SOURCES) {
    const key = [`${prefix}_API_KEY`, ...keyAliases].map(read).find((value) => value !== null);
    if (key === undefined) continue;
    const apiBase = read(`${prefix}_API_BASE`);
    const base = baseUrlOf(type, apiBase);
    const model = read(`${prefix}_MODEL`) ?? ADAPTERS[type].defaultModel;
    if (base === null) throw new Error(`configuration: ${prefix}_API_BASE: must be set with ${prefix}_API_KEY`);
    if (model === null) throw new Error(`configuration: ${prefix}_MODEL: must be set with ${prefix}_API_KEY`);
    const id = `env-${prefix.toLowerCase()}`;
    const { origin, protocol, hostname, port } = new URL(base);
    found.providers.push({ id, name: prefix.toLowerCase(), type, apiBase, defaultModel: model });
    found.keys.set(id, { origin, key });
    if (apiBase !== null) {
      found.hosts.push({ host: hostname, port: port === "" ? (protocol === "https:" ? "443" : "80") : port });
    }
  }
  return found;
}
