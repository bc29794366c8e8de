import { z } from "zod";
import type { Config } from "../services/deps.ts";
import type { PresidioSettings } from "./presidio.ts";

/** The value shipped in `.dev.vars.example`: good enough for one's own machine, refused anywhere else. */
export const DEFAULT_SECRET_KEY = "development-only-secret-change-me";
export const VERSION = "0.1.0";

const flag = z.enum(["true", "false"]).transform((value) => value === "true");

/** Every variable of the environment that is read, with its default. Names are the reference's where it has one. */
const Environment = z.object({
  UNCASE_ENV: z.enum(["development", "staging", "production"]).default("production"),
  UNCASE_LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  API_SECRET_KEY: z.string().min(16, "needs at least 16 characters").default(DEFAULT_SECRET_KEY),
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
  UNCASE_HF_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .default("https://huggingface.co")
    .transform((url) => url.replace(/\/+$/, "")),
  UNCASE_OPEN_REGISTRATION: flag.default(false),
  UNCASE_BOOTSTRAP_TOKEN: z.string().min(16, "needs at least 16 characters").optional(),
  UNCASE_JUDGE: z.enum(["none", "workers_ai"]).default("none"),
  UNCASE_JUDGE_MODEL: z.string().min(1).default("@cf/qwen/qwen3-30b-a3b-fp8"),
  LITELLM_API_KEY: z.string().optional(),
  ANTHROPIC_API_KEY: z.string().optional(),
  OPENAI_API_KEY: z.string().optional(),
  GEMINI_API_KEY: z.string().optional(),
  GOOGLE_API_KEY: z.string().optional(),
});

export interface Settings extends Config {
  logLevel: "debug" | "info" | "warn" | "error";
  secretKey: string;
  corsOrigins: string[];
  openRegistration: boolean;
  /** The second recogniser, when there is one. */
  presidio: PresidioSettings | null;
  bootstrapToken: string | null;
  /** Base URL of the Hugging Face Hub, without a slash at its end. */
  hubUrl: string;
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
  return {
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
    corsOrigins: value.API_CORS_ORIGINS,
    judgeModel: value.UNCASE_JUDGE === "none" ? null : value.UNCASE_JUDGE_MODEL,
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
