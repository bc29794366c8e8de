// Everything that a use case may ask of the world. Adapters are in platform/, fakes in test/fakes/.
import type { Finding, PrivacyEngine } from "../core/privacy/engine.ts";
import type { Shield } from "../core/shield/shield.ts";
import type {
  BudgetPort,
  GatewayCaptureStore,
  GatewayLogStore,
  GatewayPolicyStore,
  GatewaySettingsStore,
  VaultPort,
} from "./gateway/ports.ts";
import type { HubPort } from "./huggingface.ts";
import type { ApiKeyStore, IdempotencyStore, OrganizationStore, Secrets } from "./ports/accounts.ts";
import type { Config } from "./ports/config.ts";
import type { ConversationStore, KeptSourceStore, SourceFilterStore } from "./ports/conversations.ts";
import type { BlobStore, DatasetStore, TemplateConfigStore } from "./ports/datasets.ts";
import type { InterviewPort, JobStore, LedgerPort } from "./ports/jobs.ts";
import type { JudgePort, ModelPort, ProviderStore, Resolver } from "./ports/models.ts";
import type { ReportStore, ReviewStore } from "./ports/reports.ts";
import type { Catalog, SeedStore } from "./ports/seeds.ts";

export interface Clock {
  now(): Date;
}

/** A recogniser besides the engine's own, over the network. */
export interface SecondRecogniser {
  /**
   * Findings per text, in UTF-16 offsets, for the engine to merge (`others`). No findings when it failed and the
   * operator chose to go on without it. @throws unavailable otherwise
   */
  analyze(texts: readonly string[], language: string): Promise<Finding[][]>;
}

export interface Log {
  /** One JSON line. Values are ids, counts, codes and durations; never text of users. */
  write(
    level: "debug" | "info" | "warn" | "error",
    event: string,
    fields?: Record<string, string | number | boolean | null>,
  ): void;
}

export interface Deps {
  clock: Clock;
  newId(): string;
  config: Config;
  organizations: OrganizationStore;
  apiKeys: ApiKeyStore;
  seeds: SeedStore;
  conversations: ConversationStore;
  reports: ReportStore;
  reviews: ReviewStore;
  jobs: JobStore;
  datasets: DatasetStore;
  templateConfigs: TemplateConfigStore;
  idempotency: IdempotencyStore;
  sourceFilters: SourceFilterStore;
  keptSources: KeptSourceStore;
  blobs: BlobStore;
  ledger(jobId: string): LedgerPort;
  /** By the tenant and the session's id. */
  interview(name: string): InterviewPort;
  catalog: Catalog;
  privacy: PrivacyEngine;
  shield: Shield;
  secondRecogniser: SecondRecogniser | null;
  /** Null when none is configured: `semantic_fidelity` is then skipped. */
  judge: JudgePort | null;
  secrets: Secrets;
  providers: ProviderStore;
  models: ModelPort;
  gatewayPolicies: GatewayPolicyStore;
  gatewaySettings: GatewaySettingsStore;
  gatewayLog: GatewayLogStore;
  gatewayCaptures: GatewayCaptureStore;
  /** By the tenant, the key and the kind of period. */
  budget(name: string): BudgetPort;
  gatewayVault(name: string): VaultPort;
  resolver: Resolver;
  hub: HubPort;
  log: Log;
  database: { ping(): Promise<boolean> };
}

/** Who asks: every use case that touches a tenant's rows takes it, so none can be written without. */
export interface Principal {
  organizationId: string;
  scopes: ReadonlySet<string>;
  /** Public id of the key, or `local` for the development organisation. */
  keyId: string;
}
