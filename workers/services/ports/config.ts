// What the operator configured, as the use cases see it.
import type { ProviderType } from "../../contract/provider.ts";
import type { AllowedHost } from "../../core/limits/address-guard.ts";

export interface Config {
  environment: "development" | "staging" | "production";
  version: string;
  llmConfigured: boolean;
  /** Least score of a finding of `scan-pii`, in place of the policy's; null for the policy's. */
  piiThreshold: number | null;
  /** What the guard on addresses lets through besides public ones. */
  allowedHosts: readonly AllowedHost[];
  /** Providers that the environment configures; their keys stay in platform/. */
  installationProviders: readonly InstallationProvider[];
  /** Which organisations may use them: their ids, or all. */
  installationProvidersFor: readonly string[] | "all";
  /** A tenant's own provider as its judge; null where Workers AI or nobody judges. */
  providerJudge: ProviderJudge | null;
  /** Where vectors for `embedding_drift` come from; null for the local method. */
  embeddings: EmbeddingsChoice | null;
}

/** Workers AI of the installation, or a tenant's provider by id or name, its default where null. */
export interface EmbeddingsChoice {
  source: "workers_ai" | "provider";
  provider: string | null;
  model: string | null;
}

/** Which provider and model of a tenant judge: by id or name, and its default model, where null. */
export interface ProviderJudge {
  provider: string | null;
  model: string | null;
}

/** A provider of the whole installation, read-only for its tenants. */
export interface InstallationProvider {
  id: string;
  name: string;
  type: ProviderType;
  apiBase: string | null;
  defaultModel: string;
}
