import { Id, Timestamp } from "./ids.ts";
import { z } from "./zod.ts";

/** Strictness rises from left to right; the strictest of policy, key and request applies. */
export const PrivacyMode = z.enum(["audit", "warn", "redact", "block"]);
export type PrivacyMode = z.infer<typeof PrivacyMode>;

export const CategoryAction = z.enum(["allow", "token", "pseudonym", "hash", "mask", "block"]);
export type CategoryAction = z.infer<typeof CategoryAction>;

const Category = z.string().regex(/^[A-Z][A-Z0-9_]{1,39}$/, "a category of personal data, as in EMAIL");
const Score = z.number().min(0).max(1);
const Verdict = z.enum(["pass", "rewrite", "block", "refuse", "invalid"]);
const Counts = z.record(z.string(), z.number().int().min(0));
const Media = z.enum(["pass", "refuse"]);
const ShieldMode = z.enum(["off", "audit", "warn", "block"]);
const ShieldCategoryName = z.enum(["injection", "jailbreak", "extraction", "toxic", "pii_solicitation"]);

const DirectionRules = z.strictObject({
  action: CategoryAction,
  categories: z.record(Category, CategoryAction),
  thresholds: z.record(Category, Score),
});

/** Everything of a policy but its name and version. */
const PolicyRules = z.strictObject({
  mode: PrivacyMode,
  operatingPoint: z.enum(["gateway", "gate"]),
  request: DirectionRules,
  response: DirectionRules,
  allowList: z.array(z.string().min(1).max(200)).max(1000),
  languages: z.array(z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)).max(20),
  media: z.strictObject({ image: Media, audio: Media, file: Media, tokens: Media }),
  toolValues: z.enum(["everywhere", "arguments", "never"]),
  barUntrusted: z.boolean(),
  shield: z.strictObject({
    user: ShieldMode,
    documents: ShieldMode,
    toolResults: ShieldMode,
    thresholds: z.partialRecord(ShieldCategoryName, Score),
  }),
});

export const GatewayPolicyRules = PolicyRules.openapi("GatewayPolicyRules");
export type GatewayPolicyRules = z.infer<typeof GatewayPolicyRules>;

/** Fields left out keep the default, and a misspelt one is refused: it would loosen in silence. `candidate` is tried in audit beside the live policy of the same scope. */
export const GatewayPolicyRequest = z
  .strictObject({
    name: z.string().min(1).max(100),
    rules: PolicyRules.partial().extend({
      request: DirectionRules.partial().optional(),
      response: DirectionRules.partial().optional(),
      media: PolicyRules.shape.media.partial().optional(),
      shield: PolicyRules.shape.shield.partial().optional(),
    }),
    candidate: z.boolean().default(false),
    /** Public id of a key: the policy then tightens the organisation's for that key alone. */
    key_id: z.string().min(1).max(64).nullable().default(null),
  })
  .openapi("GatewayPolicyRequest");
export type GatewayPolicyRequest = z.infer<typeof GatewayPolicyRequest>;

export const GatewayPolicyResponse = z
  .object({
    id: Id,
    name: z.string(),
    version: z.number().int().min(1),
    rules: PolicyRules,
    candidate: z.boolean(),
    key_id: z.string().nullable(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .openapi("GatewayPolicyResponse");
export type GatewayPolicyResponse = z.infer<typeof GatewayPolicyResponse>;

export const GatewayPolicyListResponse = z
  .object({ items: z.array(GatewayPolicyResponse), total: z.number().int() })
  .openapi("GatewayPolicyListResponse");
export type GatewayPolicyListResponse = z.infer<typeof GatewayPolicyListResponse>;

export const ChatMessage = z.object({ role: z.string(), content: z.string() }).openapi("ChatMessage");

export const ChatToolFunction = z
  .object({
    name: z.string(),
    description: z.string().default(""),
    parameters: z.record(z.string(), z.unknown()).default({}),
  })
  .openapi("ChatToolFunction");

export const ChatTool = z
  .object({ type: z.string().default("function"), function: ChatToolFunction })
  .openapi("ChatTool");

/** An absent `privacy_mode` means the policy's; one that is given can only tighten it. */
export const ChatRequest = z
  .object({
    messages: z.array(ChatMessage).min(1),
    provider_id: z.string().nullable().default(null),
    model: z.string().nullable().default(null),
    temperature: z.number().min(0).max(2).default(0.7),
    max_tokens: z.number().int().min(1).max(32768).default(1024),
    privacy_mode: PrivacyMode.optional(),
    bypass_words: z.array(z.string()).nullable().default(null),
    tools: z.array(ChatTool).nullable().default(null),
    tool_choice: z.string().nullable().default(null),
  })
  .openapi("ChatRequest");
export type ChatRequest = z.infer<typeof ChatRequest>;

const ToolCalls = z.array(z.record(z.string(), z.unknown())).nullable().default(null);

export const ChatChoice = z
  .object({
    index: z.number().int().default(0),
    message: ChatMessage,
    finish_reason: z.string().default("stop"),
    tool_calls: ToolCalls,
  })
  .openapi("ChatChoice");

/** One finding without its value. */
export const GatewayFinding = z
  .object({
    path: z.string(),
    role: z.enum(["system", "user", "assistant", "tool", "definition", "other"]),
    direction: z.enum(["request", "response"]),
    category: z.string(),
    score: Score,
    length: z.number().int().min(0),
    action: z.enum(["allow", "token", "pseudonym", "hash", "mask", "block", "report", "known"]),
  })
  .openapi("GatewayFinding");
export type GatewayFinding = z.infer<typeof GatewayFinding>;

export const PrivacyScanInfo = z
  .object({
    outbound_pii_found: z.number().int().default(0),
    inbound_pii_found: z.number().int().default(0),
    mode: PrivacyMode,
    any_blocked: z.boolean().default(false),
    /** In mode `warn`. */
    findings: z.array(GatewayFinding).optional(),
  })
  .openapi("PrivacyScanInfo");
export type PrivacyScanInfo = z.infer<typeof PrivacyScanInfo>;

export const ChatResponse = z
  .object({
    choices: z.array(ChatChoice),
    model: z.string(),
    provider_name: z.string(),
    privacy: PrivacyScanInfo,
    usage: z.object({ input_tokens: z.number().int(), output_tokens: z.number().int() }),
    /** For `POST /api/v1/gateway/feedback`. */
    request_id: z.string(),
  })
  .openapi("ChatResponse");
export type ChatResponse = z.infer<typeof ChatResponse>;

export const ChatStreamChunk = z
  .object({ delta: z.string().default(""), index: z.number().int().default(0), tool_calls: ToolCalls })
  .openapi("ChatStreamChunk");
export type ChatStreamChunk = z.infer<typeof ChatStreamChunk>;

export const ChatStreamComplete = z
  .object({
    full_response: z.string(),
    finish_reason: z.string().default("stop"),
    model: z.string(),
    provider_name: z.string(),
    privacy: PrivacyScanInfo,
    usage: z.record(z.string(), z.number().int()).default({}),
    request_id: z.string(),
  })
  .openapi("ChatStreamComplete");
export type ChatStreamComplete = z.infer<typeof ChatStreamComplete>;

export const GatewayDialectName = z.enum([
  "openai-chat",
  "openai-responses",
  "openai-embeddings",
  "anthropic-messages",
]);
export type GatewayDialectName = z.infer<typeof GatewayDialectName>;

/** A dry run: what would be sent for `body`, and why. Nothing is sent or kept. */
export const GatewayInspectRequest = z
  .object({
    dialect: GatewayDialectName.default("openai-chat"),
    body: z.record(z.string(), z.unknown()),
    privacy_mode: PrivacyMode.optional(),
    conversation: z.string().max(200).optional(),
  })
  .openapi("GatewayInspectRequest");
export type GatewayInspectRequest = z.infer<typeof GatewayInspectRequest>;

export const GatewayCandidateDiff = z
  .object({ action: Verdict, added: Counts, removed: Counts, changed: z.record(z.string(), z.string()) })
  .openapi("GatewayCandidateDiff");

export const GatewayInspectResponse = z
  .object({
    verdict: Verdict,
    /** What would be sent; null when nothing would. */
    body: z.record(z.string(), z.unknown()).nullable(),
    findings: z.array(GatewayFinding),
    counts: Counts,
    uninspected: z.array(
      z.object({ path: z.string(), kind: z.enum(["image", "audio", "file", "tokens"]), action: Media }),
    ),
    shield: z.object({
      action: z.enum(["pass", "record", "warn", "block"]),
      threats: z.array(
        z.object({
          path: z.string(),
          category: z.string(),
          confidence: Score,
          source: z.enum(["prompt", "document", "tool_result"]),
        }),
      ),
    }),
    candidate: GatewayCandidateDiff.nullable(),
  })
  .openapi("GatewayInspectResponse");
export type GatewayInspectResponse = z.infer<typeof GatewayInspectResponse>;

/** One row of the coverage table, generated from the walkers. */
export const GatewayPosition = z
  .object({
    dialect: GatewayDialectName,
    direction: z.enum(["request", "response"]),
    streamed: z.boolean(),
    path: z.string(),
    role: z.string(),
    treatment: z.string(),
  })
  .openapi("GatewayPosition");

export const GatewayCoverageResponse = z
  .object({ items: z.array(GatewayPosition), total: z.number().int() })
  .openapi("GatewayCoverageResponse");
export type GatewayCoverageResponse = z.infer<typeof GatewayCoverageResponse>;

/** The evidence of one request, without content. */
export const GatewayLogEntry = z
  .object({
    id: Id,
    created_at: Timestamp,
    api_key_id: z.string().nullable(),
    dialect: GatewayDialectName,
    provider_name: z.string().nullable(),
    model: z.string().nullable(),
    streamed: z.boolean(),
    status: z.number().int(),
    /** Code of the error that the caller got. */
    error: z.string().nullable(),
    /** What was done: nothing, tokens, or a refusal. */
    verdict: Verdict,
    response_verdict: Verdict.nullable(),
    mode: PrivacyMode,
    policy_name: z.string(),
    policy_version: z.number().int(),
    attempts: z.array(
      z.object({
        provider_name: z.string(),
        outcome: z.string(),
        status: z.number().int().nullable(),
        latency_ms: z.number().min(0),
      }),
    ),
    input_tokens: z.number().int().min(0),
    output_tokens: z.number().int().min(0),
    usage_estimated: z.boolean(),
    /** Null where no price of the model is known. */
    cost_microusd: z.number().int().min(0).nullable(),
    latency_ms: z.number().min(0),
    /** Until the head of the provider's answer. */
    upstream_ms: z.number().min(0).nullable(),
    scanned_chars: z.number().int().min(0),
    held_chars: z.number().int().min(0),
    request_counts: Counts,
    response_counts: Counts,
    /** Keyed hashes of the request's values by category, where `value_hashes` is set: the same value, the same hash. */
    value_hashes: z.record(z.string(), z.array(z.string())).optional(),
    shield_action: z.enum(["pass", "record", "warn", "block"]),
    candidate: GatewayCandidateDiff.nullable(),
    conversation: z.string(),
    cached: z.boolean(),
  })
  .openapi("GatewayLogEntry");
export type GatewayLogEntry = z.infer<typeof GatewayLogEntry>;

export const GatewayLogListResponse = z
  .object({ items: z.array(GatewayLogEntry), total: z.number().int() })
  .openapi("GatewayLogListResponse");
export type GatewayLogListResponse = z.infer<typeof GatewayLogListResponse>;

export const GatewayFeedbackRequest = z
  .object({
    request_id: Id,
    rating: z.number().int().min(-1).max(1),
    /** The answer as it should have been; anonymised before it rests. */
    correction: z.string().max(100_000).optional(),
    comment: z.string().max(2000).optional(),
  })
  .openapi("GatewayFeedbackRequest");
export type GatewayFeedbackRequest = z.infer<typeof GatewayFeedbackRequest>;
