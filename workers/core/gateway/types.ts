// The vocabulary of the privacy gateway: what the HTTP side hands in and gets back. Nothing here knows HTTP.
import type { PrivacyEngine } from "../privacy/engine.ts";
import type { Shield, ShieldMode } from "../shield/shield.ts";
import type { ShieldCategory } from "../shield/model.ts";
import type { CompiledPolicy } from "./policy.ts";
import type { SegmentMemory } from "./memory.ts";
import type { TurnMemory } from "./turn-memory.ts";

/**
 * A wire format. `anthropic-messages` serves `/v1/messages/count_tokens` too; the reference's own chat body is to be
 * written as `openai-chat` first.
 */
export type GatewayDialect = "openai-chat" | "openai-responses" | "openai-embeddings" | "anthropic-messages";

export type Direction = "request" | "response";

/**
 * Who speaks in a slot. `definition` is the app's own text beside the turns (tools, schemas), `other` whatever else the
 * body carries (metadata, user ids, fields nobody has named yet).
 */
export type SlotRole = "system" | "user" | "assistant" | "tool" | "definition" | "other";

/** Strictness rises from left to right. */
export type PrivacyMode = "audit" | "warn" | "redact" | "block";

/**
 * What happens to a value of a category in mode `redact`; strictness rises from left to right.
 * - `allow`: it stays and is not reported
 * - `token`: a token that can be restored (on the way back, where nothing can restore it, the same as `mask`)
 * - `pseudonym`: a value of the same kind that belongs to nobody
 * - `hash`: `[PERSON:4f0c...]`, keyed by conversation
 * - `mask`: `[PERSON]`
 * - `block`: the request or the answer is refused
 */
export type CategoryAction = "allow" | "token" | "pseudonym" | "hash" | "mask" | "block";

/** One finding, without its value: safe to log. `path` names unknown keys `*`, since a key may be personal itself. */
export interface SlotFinding {
  path: string;
  role: SlotRole;
  direction: Direction;
  category: string;
  score: number;
  /** UTF-16 code units of the value. */
  length: number;
  /** What the policy does about it; `known` means that the answer repeats a value of the caller's own. */
  action: CategoryAction | "report" | "known";
}

/** A part that holds no text the gateway can read. */
export interface Uninspected {
  path: string;
  kind: MediaKind;
  /** Passed on unread, or the reason for a refusal. */
  action: "pass" | "refuse";
}

/** `tokens` are arrays of token numbers in the place of text. */
export type MediaKind = "image" | "audio" | "file" | "tokens";

export interface ShieldReport {
  action: "pass" | "record" | "warn" | "block";
  /** Threats without their text. */
  threats: {
    path: string;
    category: ShieldCategory;
    confidence: number;
    source: "prompt" | "document" | "tool_result";
  }[];
}

/** What a candidate policy would have done, beside what the live one did. */
export interface CandidateDiff {
  action: Verdict;
  /** Findings per category that only the candidate has, and only the live policy has. */
  added: Record<string, number>;
  removed: Record<string, number>;
  /** Categories that both find and treat differently, as `live>candidate`. */
  changed: Record<string, string>;
}

/**
 * - `pass`: forward `body`, which is the text given, untouched
 * - `rewrite`: forward `body`
 * - `block`: refuse because of personal data, or of an attack where `shield.action` is `block`
 * - `refuse`: the body holds media or token arrays that the policy does not let through (`uninspected` says where)
 * - `invalid`: the body is no JSON object (or too deep): answer 400; `body` is empty
 */
export type Verdict = "pass" | "rewrite" | "block" | "refuse" | "invalid";

export interface RequestInput {
  /** The body as received, decoded to text. */
  body: string;
  dialect: GatewayDialect;
  policy: CompiledPolicy;
  engine: PrivacyEngine;
  /** 16 bytes, one per tenant; every digest and token is keyed by it. */
  tenantKey: Uint8Array;
  /** The caller's conversation header; without it the first user message names the conversation. */
  conversation?: string | null;
  /** Verdicts of segments seen before; one per isolate may serve all tenants. */
  memory?: SegmentMemory | null;
  /** What was found in the turns that conversations begin with; of use beside `memory` alone. */
  turns?: TurnMemory | null;
  /** What `Session.vault()` gave for earlier requests of this conversation, where the tenant keeps it. */
  vault?: readonly VaultEntry[];
  shield?: Shield | null;
  /** A policy on trial: scanned beside the live one, never applied. */
  candidate?: CompiledPolicy | null;
}

export interface RequestInspection {
  verdict: Verdict;
  body: string;
  /** Every finding of the live policy, allowed ones left out, in document order. */
  findings: SlotFinding[];
  /** Whether anything was found in a member of the body itself, by the member's name. */
  finds(member: string): boolean;
  /** Findings per category. */
  counts: Record<string, number>;
  uninspected: Uninspected[];
  shield: ShieldReport;
  candidate: CandidateDiff | null;
  /** Hexadecimal digest that names the conversation within the tenant: the address of its vault. */
  conversation: string;
  /** UTF-16 code units that were scanned, and of those the ones a memory answered for. */
  scannedChars: number;
  rememberedChars: number;
  /** To be handed to `inspectResponse` and `createStreamTransform`. */
  session: Session;
}

/**
 * Where a value came from: bits, because a value may come from several. USER may be restored to the user, TOOL into
 * tool arguments by policy, SYSTEM never, OTHER only where the provider echoes the field.
 */
export const PROVENANCE = { USER: 1, TOOL: 2, SYSTEM: 4, ASSISTANT: 8, OTHER: 16 } as const;

/** What a token stands for. Holds a value: to be encrypted by whoever stores it. */
export interface VaultEntry {
  token: string;
  category: string;
  value: string;
  provenance: number;
  /** Key of the entity: the spellings of one value share it. Personal as the value is. */
  entity: string;
}

/** What one exchange knows: tokens, provenance, trusted hosts. Lives as long as the request. */
export interface Session {
  readonly policy: CompiledPolicy;
  /** Tokens with their values, those of earlier requests included. */
  vault(): VaultEntry[];
  /**
   * Keyed hashes (16 hexadecimal digits) of the request's values by category: the same value has the same hash in every
   * conversation of the tenant, and in no other tenant's. At most `limit` of a category.
   */
  valueHashes(limit: number): Record<string, string[]>;
}

export interface ResponseInspection {
  verdict: Exclude<Verdict, "refuse">;
  /** What to send to the caller; for `block` already the refusal in the dialect, usage kept. */
  body: string;
  findings: SlotFinding[];
  counts: Record<string, number>;
  /** Tokens put back, and tokens that were held back by provenance or because a link or call was not trusted. */
  restored: number;
  withheld: number;
  scannedChars: number;
}

/** Usage as the stream told it; zeros where it did not. */
export interface StreamUsage {
  inputTokens: number;
  outputTokens: number;
  cachedInputTokens: number;
  /** The counts of the whole answer came, not only those of its beginning. */
  seen: boolean;
}

export interface StreamReport {
  findings: SlotFinding[];
  counts: Record<string, number>;
  blocked: boolean;
  restored: number;
  withheld: number;
  scannedChars: number;
  /** Most characters held at once in one channel, and the median over deltas. */
  heldMax: number;
  heldMedian: number;
  /** Frames dropped because they were no JSON. */
  malformed: number;
  /** The dialect's last event was seen. */
  finished: boolean;
  usage: StreamUsage;
  /** Characters of text in the answer, for an estimate of usage where the provider gives none. */
  answerChars: number;
}

/**
 * Turns the SSE text of a provider (already in the caller's dialect) into what the caller may see. Constant memory but
 * for the events of the Responses API that repeat the whole text.
 */
export interface StreamTransform {
  /** Takes any piece of the stream, cut anywhere; returns whole SSE frames, or "". */
  push(chunk: string): string;
  /** The upstream ended: releases what is held, and ends the stream in the dialect if the upstream did not. */
  end(): string;
  /** True once the stream was blocked: the caller may stop reading the upstream (usage is then incomplete). */
  readonly blocked: boolean;
  report(): StreamReport;
}

/** `off`: the shield does not read that kind of text. */
export type ShieldPolicyMode = ShieldMode | "off";

/** `inspectRequest` of `inspect-request.ts`. Never throws on hostile bodies; linear time. */
export type InspectRequest = (input: RequestInput) => RequestInspection;

/** `inspectResponse` of `inspect-response.ts`, for bodies that are no streams, error bodies of the upstream included. */
export type InspectResponse = (session: Session, body: string, dialect: GatewayDialect) => ResponseInspection;

/**
 * `createStreamTransform` of `stream-transform.ts`. `estimate` gives what a blocked stream tells in the place of counts
 * that have not come.
 */
export type CreateStreamTransform = (
  session: Session,
  dialect: GatewayDialect,
  estimate?: () => Omit<StreamUsage, "seen">,
) => StreamTransform;
