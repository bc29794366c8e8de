import { z } from "zod";
import { parseAllowedHost } from "../core/limits/address-guard.ts";
import type { Config } from "../services/ports/config.ts";
import { readInstallationProviders } from "./installation-providers.ts";
import type { PresidioSettings } from "./presidio.ts";
import type { SealingKey } from "./secrets.ts";

/** The value shipped in `.dev.vars.example`: good enough for one's own machine, refused anywhere else. */
export const DEFAULT_SECRET_KEY = "development-only-secret-change-me";
export const VERSION = "0.1.0";

const WORKERS_AI_JUDGE = "@cf/qwen/qwen3-30b-a3b-fp8";

const flag = z.enum(["true", "false"]).transform((value) => value === "true");

const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);
const hosts = list.transform((entries, context) =>
  entries.flatMap((entry) => {
    const host = parseAllowedHost(entry);
    if (host !== null) return [host];
    context.addIssue({ code: "custom", message: "must be hosts or host:port, separated by commas" });
    return [];
  }),
);
const SEALING_KEY = /^([a-z0-9-]{1,32}):(.{16,})$/;
/** `ID:SECRET`, the newest first. */
const sealingKeys = list.transform((entries, context) => {
  const keys = entries.map((entry) => SEALING_KEY.exec(entry));
  const ids = new Set(keys.map((key) => key?.[1]));
  if (keys.includes(null) || ids.size < keys.length) {
    const message = "must be ID:SECRET pairs separated by commas, each id once, secrets of at least 16 characters";
    context.addIssue({ code: "custom", message });
  }
  return keys.flatMap((key) => (key === null ? [] : [{ id: key[1]!, secret: key[2]! }]));
});
const base = z
  .url({ protocol: /^https?$/, error: "must be an http or https URL" })
  .transform((url) => url.replace(/\/+$/, ""));

/** What a machine of one's own may be asked for without saying so. */
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"].map((host) => ({ host, port: null }));

/** Every variable of the environment that is read, with its default. Names are the reference's where it has one. */
const Environment = z.object({
  UNCASE_ENV: z.enum(["development", "staging", "production"]).default("production"),
  UNCASE_LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  API_SECRET_KEY: z.string().min(16, "needs at least 16 characters").default(DEFAULT_SECRET_KEY),
  UNCASE_SEALING_KEYS: sealingKeys.default([]),
  API_CORS_ORIGINS: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((origin) => origin.trim())
        .filter((origin) => origin !== ""),
    ),
  PRESIDIO_URL: z.url({ protocol: /^https?$/, error: "must be an http or https URL" }).optional(),
  PRESIDIO_FAIL: z.enum(["closed", "open"]).default("closed"),
  PRESIDIO_TIMEOUT_MS: z.coerce.number().int().min(50).max(30_000).default(2000),
  UNCASE_PII_CONFIDENCE_THRESHOLD: z.coerce.number().min(0).max(1).optional(),
  UNCASE_HF_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .default("https://huggingface.co")
    .transform((url) => url.replace(/\/+$/, "")),
  UNCASE_OPEN_REGISTRATION: flag.default(false),
  UNCASE_BOOTSTRAP_TOKEN: z.string().min(16, "needs at least 16 characters").optional(),
  UNCASE_JUDGE: z.enum(["none", "workers_ai", "provider"]).default("none"),
  UNCASE_JUDGE_MODEL: z.string().min(1).optional(),
  UNCASE_JUDGE_PROVIDER: z.string().min(1).optional(),
  UNCASE_EMBEDDINGS: z.enum(["none", "workers_ai", "provider"]).default("none"),
  UNCASE_EMBEDDINGS_MODEL: z.string().min(1).optional(),
  UNCASE_EMBEDDINGS_PROVIDER: z.string().min(1).optional(),
  UNCASE_ALLOWED_PRIVATE_HOSTS: hosts.optional(),
  UNCASE_INSTALLATION_PROVIDERS_FOR: list.optional(),
  LITELLM_API_KEY: z.string().optional(),
  LITELLM_API_BASE: base.optional(),
  LITELLM_MODEL: z.string().optional(),
  ANTHROPIC_API_KEY: z.string().optional(),
  ANTHROPIC_API_BASE: base.optional(),
  ANTHROPIC_MODEL: z.string().optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_API_BASE: base.optional(),
  OPENAI_MODEL: z.string().optional(),
  GEMINI_API_KEY: z.string().optional(),
  GOOGLE_API_KEY: z.string().optional(),
  GEMINI_API_BASE: base.optional(),
  GEMINI_MODEL: z.string().optional(),
});

/** Names of all variables that are read. */
export const VARIABLES: readonly string[] = Object.keys(Environment.shape);

export interface Settings extends Config {
  logLevel: "debug" | "info" | "warn" | "error";
  secretKey: string;
  /** Root secrets for sealing, the newest first; with none, `secretKey` seals. */
  sealingKeys: readonly SealingKey[];
  corsOrigins: string[];
  openRegistration: boolean;
  /** The second recogniser, when there is one. */
  presidio: PresidioSettings | null;
  bootstrapToken: string | null;
  /** Base URL of the Hugging Face Hub, without a slash at its end. */
  hubUrl: string;
  /** Keys of the installation's providers, by the provider's id. */
  installationKeys: ReadonlyMap<string, { origin: string; key: string }>;
  /** Model of Workers AI that judges `semantic_fidelity`; null for none. */
  judgeModel: string | null;
}

/**
 * Parses the environment once.
 * @throws Error that names the variable and what is wrong with it, never its value.
 */
export function parseSettings(env: Record<string, unknown>): Settings {
  const strings = Object.fromEntries(
    Object.entries(env).filter(([, value]) => typeof value === "string" && value !== ""),
  );
  const parsed = Environment.safeParse(strings);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`configuration: ${problems.join("; ")}`);
  }
  const value = parsed.data;
  if (value.UNCASE_ENV !== "development" && value.API_SECRET_KEY === DEFAULT_SECRET_KEY) {
    throw new Error("configuration: API_SECRET_KEY: set a secret of your own outside development");
  }
  const isDevelopment = value.UNCASE_ENV === "development";
  const installation = readInstallationProviders(value);
  return {
    allowedHosts: [...(value.UNCASE_ALLOWED_PRIVATE_HOSTS ?? (isDevelopment ? LOOPBACK : [])), ...installation.hosts],
    installationProviders: installation.providers,
    installationKeys: installation.keys,
    installationProvidersFor: allOrListed(value.UNCASE_INSTALLATION_PROVIDERS_FOR ?? (isDevelopment ? ["*"] : [])),
    environment: value.UNCASE_ENV,
    version: VERSION,
    llmConfigured: [
      value.LITELLM_API_KEY,
      value.ANTHROPIC_API_KEY,
      value.OPENAI_API_KEY,
      value.GEMINI_API_KEY,
      value.GOOGLE_API_KEY,
    ].some((key) => key !== undefined),
    logLevel: value.UNCASE_LOG_LEVEL,
    secretKey: value.API_SECRET_KEY,
    sealingKeys: value.UNCASE_SEALING_KEYS,
    corsOrigins: value.API_CORS_ORIGINS,
    judgeModel: value.UNCASE_JUDGE === "workers_ai" ? (value.UNCASE_JUDGE_MODEL ?? WORKERS_AI_JUDGE) : null,
    providerJudge:
      value.UNCASE_JUDGE === "provider"
        ? { provider: value.UNCASE_JUDGE_PROVIDER ?? null, model: value.UNCASE_JUDGE_MODEL ?? null }
        : null,
    embeddings:
      value.UNCASE_EMBEDDINGS === "none"
        ? null
        : {
            source: value.UNCASE_EMBEDDINGS,
            provider: value.UNCASE_EMBEDDINGS_PROVIDER ?? null,
            model: value.UNCASE_EMBEDDINGS_MODEL ?? null,
          },
    piiThreshold: value.UNCASE_PII_CONFIDENCE_THRESHOLD ?? null,
    bootstrapToken: value.UNCASE_BOOTSTRAP_TOKEN ?? null,
    presidio:
      value.PRESIDIO_URL === undefined
        ? null
        : {
            url: value.PRESIDIO_URL,
            failOpen: value.PRESIDIO_FAIL === "open",
            timeoutMs: value.PRESIDIO_TIMEOUT_MS,
          },
    hubUrl: value.UNCASE_HF_ENDPOINT,
    openRegistration: value.UNCASE_ENV === "development" || value.UNCASE_OPEN_REGISTRATION,
  };
}

function allOrListed(ids: readonly string[]): readonly string[] | "all" {
  return ids.includes("*") ? "all" : ids;
}
