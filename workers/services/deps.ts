// The ports: everything that a use case may ask of the world. Adapters are in platform/, fakes in test/fakes/.
import type { Domain } from "../contract/domain.ts";
import type { KeptSource } from "../contract/import.ts";
import type { JobResponse, JobStatus } from "../contract/job.ts";
import type { OrganizationResponse } from "../contract/organization.ts";
import type { Page, PageQuery } from "../contract/page.ts";
import type { ProviderResponse, ProviderType } from "../contract/provider.ts";
import type { QualityReport } from "../contract/quality.ts";
import type { ReviewStatus, ReviewVerdict } from "../contract/review.ts";
import type { AutomaticVerdict, ReviewedItem } from "../core/evaluation/review.ts";
import type { SeedSchema } from "../contract/seed.ts";
import type { DatasetFileInfo, DatasetResponse } from "../contract/template.ts";
import type { DomainData } from "../core/domains/data.ts";
import type {
  CompletedItem,
  Exchange,
  ExchangeAnswer,
  LeaseAnswer,
  LedgerProgress,
  ParkedItem,
} from "../core/jobs/exchange.ts";
import type { JobSpec, NewItem } from "../core/jobs/job-spec.ts";
import type { AllowedHost } from "../core/limits/address-guard.ts";
import type { ChatAnswer, ChatEvent, ChatRequest } from "../core/models/chat.ts";
import type { UpstreamFailure } from "../core/models/failures.ts";
import type { Finding, PrivacyEngine } from "../core/privacy/engine.ts";
import type {
  InterviewProgress,
  InterviewReply,
  InterviewState,
  InterviewTerms,
} from "../core/seeds/interview/machine.ts";
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

export interface Clock {
  now(): Date;
}

export interface Config {
  environment: "development" | "staging" | "production";
  version: string;
  llmConfigured: boolean;
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

export interface ApiKeyRecord {
  id: string;
  organization_id: string;
  key_id: string;
  key_prefix: string;
  name: string;
  scopes: string;
  secret_hash: string;
  is_active: boolean;
  expires_at: string | null;
  last_used_at: string | null;
  created_at: string;
}

export interface OrganizationStore {
  create(organization: OrganizationResponse): Promise<"created" | "slug_taken">;
  get(organizationId: string): Promise<OrganizationResponse | null>;
  update(organization: OrganizationResponse): Promise<void>;
  count(): Promise<number>;
}

export interface ApiKeyStore {
  create(key: ApiKeyRecord): Promise<void>;
  /** The only look-up that does not name a tenant: the key is what tells which tenant it is. */
  findByKeyId(keyId: string): Promise<ApiKeyRecord | null>;
  list(organizationId: string): Promise<ApiKeyRecord[]>;
  /** False when the organisation has no such key. */
  deactivate(organizationId: string, keyId: string): Promise<boolean>;
  /** Deactivates the old key and adds the new one in one transaction. */
  replace(organizationId: string, oldKeyId: string, key: ApiKeyRecord): Promise<void>;
  touch(organizationId: string, keyId: string, lastUsedAt: string): Promise<void>;
}

export interface SeedRecord {
  seed: SeedSchema;
  source_conversation_id: string | null;
  revision: number;
  rating_sum: number;
  rating_count: number;
  run_count: number;
  quality_sum: number;
  quality_count: number;
  created_at: string;
  updated_at: string;
}

export interface SeedRun {
  seed_id: string;
  runs: number;
  quality_sum: number;
  quality_count: number;
}

export interface SeedFilter {
  domain?: string | undefined;
  language?: string | undefined;
  /** Words that all stand in the objective, the tags, the context or the steps. */
  search?: string | undefined;
  tag?: string | undefined;
  role?: string | undefined;
  /** Least mean rating; unrated seeds have none. */
  minRating?: number | undefined;
}

/** A revision of a seed that an update replaced. */
export interface SeedRevision {
  revision: number;
  updated_at: string;
  /** But for the id, the owner and the instants. */
  body: Omit<SeedSchema, "seed_id" | "organization_id" | "created_at" | "updated_at">;
}

export interface SeedStore {
  /** False when the id exists already. */
  create(organizationId: string, record: SeedRecord): Promise<boolean>;
  /** Inserts those whose id is free; returns their ids. */
  createMany(organizationId: string, records: readonly SeedRecord[]): Promise<Set<string>>;
  get(organizationId: string, seedId: string): Promise<SeedRecord | null>;
  getMany(organizationId: string, seedIds: readonly string[]): Promise<SeedRecord[]>;
  /** Keeps the old revision and writes, only when it is still `expectedRevision`; false otherwise. */
  update(organizationId: string, record: SeedRecord, expectedRevision: number): Promise<boolean>;
  delete(organizationId: string, seedId: string): Promise<boolean>;
  list(organizationId: string, filter: SeedFilter, page: PageQuery): Promise<Page<SeedRecord>>;
  /** In the order of their ids, from the one behind `after` on. */
  listAfter(organizationId: string, filter: SeedFilter, after: string, limit: number): Promise<SeedRecord[]>;
  /** Replaced revisions, newest first, or the one asked for. */
  versions(organizationId: string, seedId: string, revision?: number): Promise<SeedRevision[]>;
  rate(organizationId: string, seedId: string, rating: number, updatedAt: string): Promise<boolean>;
  /** Notes what a job made of its seeds; repeating it changes nothing. */
  recordRuns(organizationId: string, jobId: string, runs: SeedRun[]): Promise<void>;
}

/** Where one JSON line stands in an object of the blob store. */
export interface SegmentRef {
  key: string;
  offset: number;
  length: number;
}

export interface ConversationRecord {
  id: string;
  seed_id: string | null;
  job_id: string | null;
  import_id: string | null;
  dominio: string;
  idioma: string;
  es_sintetica: boolean;
  num_turnos: number;
  status: string | null;
  rating: number | null;
  tags: string[] | null;
  notes: string | null;
  metadata: Record<string, string>;
  segment: SegmentRef;
  ordinal: number;
  created_at: string;
  updated_at: string;
}

export interface ConversationFilter {
  domain?: string | undefined;
  language?: string | undefined;
  status?: string | undefined;
  seedId?: string | undefined;
  jobId?: string | undefined;
  importId?: string | undefined;
  synthetic?: boolean | undefined;
}

export interface ConversationStore {
  /** Inserts what is new, in order; returns the ids that existed already. */
  insert(organizationId: string, records: ConversationRecord[]): Promise<Set<string>>;
  get(organizationId: string, id: string): Promise<ConversationRecord | null>;
  getMany(organizationId: string, ids: readonly string[]): Promise<ConversationRecord[]>;
  update(organizationId: string, record: ConversationRecord): Promise<void>;
  delete(organizationId: string, id: string): Promise<void>;
  list(organizationId: string, filter: ConversationFilter, page: PageQuery): Promise<Page<ConversationRecord>>;
}

export interface StoredReport {
  id: string;
  job_id: string | null;
  dominio: string | null;
  report: QualityReport;
  created_at: string;
}

export interface ReportFilter {
  jobId?: string | undefined;
  domain?: string | undefined;
  passed?: boolean | undefined;
  seedId?: string | undefined;
}

export interface ReportStore {
  insert(organizationId: string, reports: StoredReport[]): Promise<void>;
  getMany(organizationId: string, ids: readonly string[]): Promise<StoredReport[]>;
  /** The report of each conversation that has one: its run's own, else the latest. */
  ofConversations(organizationId: string, conversationIds: readonly string[]): Promise<Map<string, QualityReport>>;
  list(organizationId: string, filter: ReportFilter, page: PageQuery): Promise<Page<StoredReport>>;
}

/** An item of the review queue. */
export interface ReviewRecord {
  id: string;
  report_id: string;
  conversation_id: string;
  seed_id: string | null;
  reasons: string[];
  /** Distance from the nearest threshold: the least comes first. */
  urgency: number;
  automatic: AutomaticVerdict;
  /** Reviewers that it waits for, and verdicts filed. */
  reviewers: number;
  decided: number;
  /** Public id of the API key that it is kept for, and until when. */
  claimed_by: string | null;
  claimed_until: string | null;
  created_at: string;
}

export interface ReviewDecision {
  reviewer: string;
  verdict: ReviewVerdict;
  grade: number | null;
  notes: string | null;
  decided_at: string;
}

export interface ReviewStore {
  /** Inserts those whose report is not queued yet; answers how many. */
  insert(organizationId: string, records: ReviewRecord[]): Promise<number>;
  get(organizationId: string, id: string): Promise<ReviewRecord | null>;
  list(
    organizationId: string,
    filter: { status?: ReviewStatus | undefined },
    page: PageQuery,
    now: string,
  ): Promise<Page<ReviewRecord>>;
  /** Keeps the next item for a reviewer, in one step; the one that it holds already comes first. */
  claim(organizationId: string, reviewer: string, now: string, until: string): Promise<ReviewRecord | null>;
  /** Files a verdict on an item that the reviewer holds; false, and nothing filed, when it does not. */
  decide(organizationId: string, id: string, decision: ReviewDecision): Promise<boolean>;
  /** Items of the latest `limit` decisions. */
  reviewed(organizationId: string, limit: number): Promise<ReviewedItem[]>;
}

export interface JobRecord extends Omit<JobResponse, "organization_id"> {
  organization_id: string;
}

export interface JobStore {
  insert(job: JobRecord): Promise<void>;
  get(organizationId: string, id: string): Promise<JobRecord | null>;
  list(
    organizationId: string,
    filter: { jobType?: string | undefined; status?: string | undefined },
    page: PageQuery,
  ): Promise<Page<JobRecord>>;
  /** Marks a finished job as running again. */
  reopen(organizationId: string, id: string): Promise<void>;
  /** Mirrors the ledger's state; never moves a finished job back. */
  mirror(organizationId: string, id: string, state: JobMirror): Promise<void>;
}

export interface JobMirror {
  status: JobStatus;
  progress: number;
  current_stage: string | null;
  status_message: string | null;
  result: Record<string, unknown> | null;
  error_message: string | null;
  started_at: string | null;
  completed_at: string | null;
}

/** A dataset's files stand in the blob store under `datasets/<organisation>/<id>/<name>`. */
export interface DatasetRecord extends Omit<DatasetResponse, "download_url"> {
  /** The main file first. */
  files: Omit<DatasetFileInfo, "url">[];
}

export interface DatasetStore {
  /** Replaces a row of the same id: a repeated export step writes the same row again. */
  put(organizationId: string, dataset: DatasetRecord): Promise<void>;
  get(organizationId: string, id: string): Promise<DatasetRecord | null>;
  delete(organizationId: string, id: string): Promise<void>;
  list(organizationId: string, page: PageQuery): Promise<Page<DatasetRecord>>;
}

export interface TemplateConfig {
  id: string;
  default_template: string;
  default_tool_call_mode: string;
  default_system_prompt: string | null;
  preferred_templates: string[];
  export_format: string;
  created_at: string;
  updated_at: string;
}

export interface TemplateConfigStore {
  get(organizationId: string): Promise<TemplateConfig | null>;
  put(organizationId: string, config: TemplateConfig): Promise<void>;
}

export interface BlobStore {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Streams chunks into one object; nothing is visible under `key` until the last chunk is in. */
  putStream(key: string, chunks: AsyncIterable<Uint8Array>): Promise<{ sizeBytes: number; sha256: string }>;
  get(key: string): Promise<Uint8Array | null>;
  getRange(key: string, offset: number, length: number): Promise<Uint8Array | null>;
  stream(key: string, range?: { offset: number; length: number }): Promise<ReadableStream<Uint8Array> | null>;
  delete(key: string): Promise<void>;
  /** Deletes every object whose key begins with `prefix`. */
  deletePrefix(prefix: string): Promise<void>;
}

/** The ledger object of one job, by remote call. */
export interface LedgerPort {
  /**
   * Draws the key that seals the job's upload under `prefix`; only the object keeps it, for a day or until `expiresAt`
   * (ms since the epoch). Before `create`.
   */
  openStaging(prefix: string, expiresAt?: number): Promise<Uint8Array>;
  /** Null when there is no upload, or when it was deleted: at the job's end, or after a day. */
  stagingKey(): Promise<Uint8Array | null>;
  /** Deletes an upload that no job will read. */
  dropStaging(): Promise<void>;
  /** Raises counters while an item is worked on; false when the job is over. */
  mark(amounts: Record<string, number>): Promise<boolean>;
  create(spec: JobSpec, items: NewItem[]): Promise<void>;
  lease(count: number): Promise<LeaseAnswer>;
  renew(leaseIds: string[]): Promise<void>;
  fail(itemId: number, leaseId: string, error: string, retry: boolean): Promise<void>;
  /** All that a worker has to tell and to ask, in one call. Everything in it but the leasing may be repeated. */
  exchange(message: Exchange): Promise<ExchangeAnswer>;
  /** Items that failed for good, from index `after` (exclusive) on. */
  parked(after: number, limit: number): Promise<ParkedItem[]>;
  /** Has them tried again; answers how many. */
  replay(): Promise<number>;
  /** Moves on from `fromStage` once; later calls for the same stage do nothing. */
  advance(fromStage: string, items: NewItem[]): Promise<void>;
  finish(status: "completed" | "failed", result: Record<string, unknown> | null, error: string | null): Promise<void>;
  control(action: "cancel" | "pause" | "resume"): Promise<boolean>;
  /** Null when no such job was ever created. */
  progress(): Promise<LedgerProgress | null>;
  failures(): Promise<{ error: string; count: number }[]>;
  /** Finished items of a stage from index `after` (exclusive), in index order. */
  completed(stage: string, after: number, limit: number): Promise<CompletedItem[]>;
  /** Drops the bulky results once they stand in the blob store. */
  forgetResults(stage: string): Promise<void>;
}

/** The session object of one interview, by remote call. Every answer is null where there is no such interview. */
export interface InterviewPort {
  open(terms: InterviewTerms, state: InterviewState): Promise<void>;
  terms(): Promise<InterviewTerms | null>;
  /** Takes one masked answer. A finished interview repeats its summary until it is ended. */
  answer(maskedMessage: string): Promise<InterviewReply | null>;
  progress(): Promise<InterviewProgress | null>;
  /** False when there was none. */
  end(): Promise<boolean>;
}

export interface Catalog {
  domain(domain: Domain): Promise<DomainData>;
  library(domain: Domain): Promise<SeedSchema[]>;
}

export interface Secrets {
  /** Key bytes for one purpose of one tenant, derived from the root secret by HKDF. */
  tenantKey(organizationId: string, label: string, bytes: number): Promise<Uint8Array>;
  /** Keyed hash of an API key's secret part, hexadecimal. */
  hashApiKey(secret: string): Promise<string>;
  /**
   * AES-256-GCM under a key of the tenant and the label. `place` is bound to the text without being in it: what was
   * sealed for one row and column opens for no other.
   */
  seal(organizationId: string, label: string, text: string, place?: string): Promise<string>;
  /** Rejects what was sealed for another tenant, label or place, was changed, or is of a version not known here. */
  open(organizationId: string, label: string, sealed: string, place?: string): Promise<string>;
  /** Whether it was sealed under the newest sealing key. */
  isCurrent(sealed: string): boolean;
  /** The installation's Ed25519 key for certificates: 32 bytes of the public half. */
  publicKey(): Promise<Uint8Array>;
  /** An Ed25519 signature with that key, 64 bytes. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

export interface IdempotencyStore {
  /** Claims the key; answers the earlier claim when there is one. */
  claim(
    organizationId: string,
    key: string,
    requestHash: string,
    now: string,
    staleBefore: string,
  ): Promise<"claimed" | { requestHash: string; status: number | null; reply: string | null }>;
  settle(organizationId: string, key: string, status: number, reply: string): Promise<void>;
  release(organizationId: string, key: string): Promise<void>;
}

export interface SourceFilterStore {
  insert(
    organizationId: string,
    filters: { conversation_id: string; segment: SegmentRef }[],
    now: string,
  ): Promise<void>;
  /** Every source's filter, newest first, at most `limit`. */
  list(organizationId: string, limit: number): Promise<{ conversation_id: string; segment: SegmentRef }[]>;
  delete(organizationId: string, conversationId: string): Promise<void>;
}

/** Sources that tenants keep; those whose time is over are not there any more. */
export interface KeptSourceStore {
  insert(organizationId: string, source: KeptSource): Promise<void>;
  get(organizationId: string, id: string, now: string): Promise<KeptSource | null>;
  list(organizationId: string, page: PageQuery, now: string): Promise<Page<KeptSource>>;
  delete(organizationId: string, id: string): Promise<void>;
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

/** A language model that grades conversations. */
export interface JudgePort {
  model: string;
  /** The model's answer as text, asked for in the shape of the JSON Schema. Rejects on an outage. */
  ask(prompt: { system: string; user: string }, schema: object): Promise<string>;
}

/** A provider's row. `sealed_key` opens for this provider at this host only. */
export interface ProviderRecord extends Omit<ProviderResponse, "organization_id" | "has_api_key"> {
  sealed_key: string | null;
}

export interface ProviderStore {
  /** Inserts, and takes `is_default` from the tenant's others in the same transaction when it is set. */
  create(organizationId: string, record: ProviderRecord): Promise<"created" | "name_taken">;
  /** Writes, and takes `is_default` from the tenant's others in the same transaction when it is set. */
  update(organizationId: string, record: ProviderRecord): Promise<"updated" | "name_taken">;
  /** Puts one sealed form of the same key in the place of another; false when it was changed meanwhile. */
  reseal(organizationId: string, id: string, before: string, after: string): Promise<boolean>;
  get(organizationId: string, id: string): Promise<ProviderRecord | null>;
  findByName(organizationId: string, name: string): Promise<ProviderRecord | null>;
  /** The default first, then the newest. */
  list(organizationId: string): Promise<ProviderRecord[]>;
  delete(organizationId: string, id: string): Promise<boolean>;
}

/** How a provider is reached: what `services/providers.ts` makes of a row, and all that the model port needs. */
export interface ProviderConnection {
  id: string;
  name: string;
  /** Whose it is; the key opens with this tenant's sealing key alone. */
  organizationId: string;
  type: ProviderType;
  /** Without a slash at its end; null: the type's own address. */
  apiBase: string | null;
  sealedKey: string | null;
  defaultModel: string;
  maxTokens: number;
  temperature: number;
}

/** All in milliseconds. */
export interface ModelTimeouts {
  /** Until the head of the answer: connecting included. */
  firstByteMs: number;
  /** Between two pieces of the answer. */
  idleMs: number;
  /** The whole attempt. */
  totalMs: number;
}

/** What became of one attempt; `failure` is null when it succeeded. */
export interface ModelAttempt {
  number: number;
  durationMs: number;
  failure: UpstreamFailure | null;
}

export interface ModelCallOptions {
  /** Ends the call; the failure is then `aborted`. */
  signal?: AbortSignal;
  timeouts?: Partial<ModelTimeouts>;
  /** The provider let the call in: the head of a good answer is here. */
  onAdmitted?: () => void;
  /** Most attempts, the first included; 3 by default. A stream is tried again only before its first event. */
  attempts?: number;
  onAttempt?: (attempt: ModelAttempt) => void;
}

/** Endpoints that a client's own body can be passed on to. */
export type ModelEndpoint = "chat" | "responses" | "embeddings" | "models" | "messages" | "count_tokens";

/**
 * Models over the network. Every method throws `UpstreamFailure` and nothing else; `builtin` is not reachable here and
 * fails as `unsupported`: its callers use the generator of core/generation.
 */
export interface ModelPort {
  /** Asks with `stream: true` where the provider can, and puts the answer together. */
  chat(connection: ProviderConnection, request: ChatRequest, options?: ModelCallOptions): Promise<ChatAnswer>;
  /** Never yields an `error` event: a stream that breaks throws. Leaving the loop ends the call. */
  stream(connection: ProviderConnection, request: ChatRequest, options?: ModelCallOptions): AsyncIterable<ChatEvent>;
  /** One vector per text, in order. */
  embed(
    connection: ProviderConnection,
    model: string,
    texts: readonly string[],
    options?: ModelCallOptions,
  ): Promise<number[][]>;
  /** Names of the models that the provider offers. */
  models(connection: ProviderConnection, options?: ModelCallOptions): Promise<string[]>;
  /**
   * Passes a body on as it is, to an endpoint that the provider's type has. Answers with success only; its body ends
   * with an `UpstreamFailure` when it breaks, idles too long or grows over 32 MiB.
   */
  send(
    connection: ProviderConnection,
    endpoint: ModelEndpoint,
    body: string | null,
    options?: ModelCallOptions,
  ): Promise<Response>;
}

/** Addresses of a host by DNS. */
export interface Resolver {
  /** IPv4 and IPv6 addresses in text form; empty where the name has none; null where no resolver can be reached. */
  addresses(host: string): Promise<string[] | null>;
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
