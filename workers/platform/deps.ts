import { drizzle } from "drizzle-orm/d1";
import { createPrivacyEngine } from "../core/privacy/engine.ts";
import { createRecogniser } from "../core/privacy/recogniser.ts";
import lexicon from "../core/privacy/models/lexicon.bin";
import weights from "../core/privacy/models/recogniser.bin";
import shieldModel from "../core/shield/models/shield.bin";
import { createShield } from "../core/shield/shield.ts";
import type { Deps } from "../services/deps.ts";
import type { InterviewPort, LedgerPort } from "../services/ports/jobs.ts";
import type { BudgetPort, VaultPort } from "../services/gateway/ports.ts";
import { makeBlobStore } from "./blobs.ts";
import { makeCatalog } from "./catalog.ts";
import type { Settings } from "./config.ts";
import * as schema from "./db/schema.ts";
import { makeConversationStore, makeSourceFilterStore } from "./db/conversation-store.ts";
import { makeGatewayCaptureStore } from "./db/gateway-capture-store.ts";
import { makeGatewayLogStore, makeGatewayPolicyStore, makeGatewaySettingsStore } from "./db/gateway-stores.ts";
import { makeDatasetStore, makeTemplateConfigStore } from "./db/dataset-stores.ts";
import { makeKeptSourceStore } from "./db/kept-source-store.ts";
import { makeIdempotencyStore, makeJobStore } from "./db/job-stores.ts";
import { makeApiKeyStore, makeOrganizationStore } from "./db/organization-stores.ts";
import { makeProviderStore } from "./db/provider-store.ts";
import { makeReportStore } from "./db/report-store.ts";
import { makeReviewStore } from "./db/review-store.ts";
import { makeSeedStore } from "./db/seed-store.ts";
import { makeWorkersAiJudge, type TextModels } from "./judge.ts";
import { makeHub } from "./huggingface.ts";
import { makeNewId } from "./ids.ts";
import { makeLog } from "./log.ts";
import { makeModels } from "./models.ts";
import { makePresidio } from "./presidio.ts";
import { makeResolver } from "./resolver.ts";
import { makeSecrets } from "./secrets.ts";

/** The bindings of wrangler.toml that the Worker uses. */
export interface Bindings {
  DB: D1Database;
  BLOBS: R2Bucket;
  ASSETS: Fetcher;
  AI: TextModels;
  JOB_QUEUE: Queue;
  JOB_LEDGER: {
    idFromName(name: string): DurableObjectId;
    get(id: DurableObjectId): LedgerPort;
  };
  INTERVIEW_SESSION: {
    idFromName(name: string): DurableObjectId;
    get(id: DurableObjectId): InterviewPort;
  };
  GATEWAY_BUDGET: {
    idFromName(name: string): DurableObjectId;
    get(id: DurableObjectId): BudgetPort;
  };
  GATEWAY_VAULT: {
    idFromName(name: string): DurableObjectId;
    get(id: DurableObjectId): VaultPort;
  };
}

/** Builds the ports over the bindings. Everything here is cheap but the recogniser's tables (tens of milliseconds). */
export function makeDeps(env: Bindings, settings: Settings): Deps {
  const db = drizzle(env.DB, { schema });
  const log = makeLog(settings.logLevel);
  const secrets = makeSecrets(settings.secretKey, settings.sealingKeys);
  return {
    clock: { now: () => new Date() },
    newId: makeNewId(),
    config: settings,
    organizations: makeOrganizationStore(db),
    apiKeys: makeApiKeyStore(db),
    seeds: makeSeedStore(db, env.DB),
    conversations: makeConversationStore(db, env.DB),
    reports: makeReportStore(db, env.DB),
    reviews: makeReviewStore(db, env.DB),
    jobs: makeJobStore(db),
    datasets: makeDatasetStore(db),
    templateConfigs: makeTemplateConfigStore(db),
    idempotency: makeIdempotencyStore(db),
    sourceFilters: makeSourceFilterStore(db, env.DB),
    keptSources: makeKeptSourceStore(db),
    gatewayPolicies: makeGatewayPolicyStore(db, env.DB),
    gatewaySettings: makeGatewaySettingsStore(db),
    gatewayLog: makeGatewayLogStore(db, env.DB),
    gatewayCaptures: makeGatewayCaptureStore(db),
    budget: (name) => env.GATEWAY_BUDGET.get(env.GATEWAY_BUDGET.idFromName(name)),
    gatewayVault: (name) => env.GATEWAY_VAULT.get(env.GATEWAY_VAULT.idFromName(name)),
    blobs: makeBlobStore(env.BLOBS),
    ledger: (jobId) => reachAnew(() => env.JOB_LEDGER.get(env.JOB_LEDGER.idFromName(jobId))),
    interview: (name) => env.INTERVIEW_SESSION.get(env.INTERVIEW_SESSION.idFromName(name)),
    catalog: makeCatalog(env.ASSETS),
    privacy: createPrivacyEngine({ recogniser: createRecogniser(weights, lexicon) }),
    shield: createShield(shieldModel),
    judge: settings.judgeModel === null ? null : makeWorkersAiJudge(env.AI, settings.judgeModel),
    secondRecogniser: settings.presidio === null ? null : makePresidio(settings.presidio, log),
    secrets,
    providers: makeProviderStore(db),
    models: makeModels({
      secrets,
      ai: env.AI,
      allowedHosts: settings.allowedHosts,
      installationKeys: settings.installationKeys,
    }),
    resolver: makeResolver(),
    hub: makeHub(settings.hubUrl),
    log,
    database: {
      async ping() {
        try {
          await env.DB.prepare("SELECT 1").first();
          return true;
        } catch {
          return false;
        }
      },
    },
  };
}

/**
 * An object by a stub of its own for each call: a stub that a reset of the object broke stays broken, and workers hold
 * on to a port for minutes.
 */
function reachAnew<Port extends object>(stub: () => Port): Port {
  return new Proxy({} as Port, {
    // Without a `then` of its own it would pass for a promise wherever it is awaited.
    get: (_target, name) =>
      name === "then" ? undefined : (...args: unknown[]) => (stub()[name as keyof Port] as Function)(...args),
  });
}
