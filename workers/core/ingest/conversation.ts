import type { Conversation, ConversationTurn } from "../../contract/conversation.ts";
import type { ToolResult } from "../../contract/tool.ts";
import type { RawConversation, RawTurn } from "../parsing/model.ts";
import { assignRoles } from "../parsing/roles.ts";
import type { Finding, PrivacyEngine } from "../privacy/engine.ts";
import { detectSeedLanguage } from "../seeds/languages.ts";
import { MaskingPlan, personWordsOf } from "./masking-plan.ts";
import type { MaskedTexts, Reader } from "./masking-plan.ts";

/** What a turn says when it only calls a tool: the contract wants some text. */
export const NO_WORDS = "…";

/** Domain of conversations that name none, as in the reference. */
export const NO_DOMAIN = "general";
const DOMAIN_NAME = /^[a-z][a-z0-9_-]{0,38}(?:\.[a-z][a-z0-9_-]{0,38})?$/u;
const LANGUAGE_TAG = /^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?$/u;
const EXTERNAL_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/u;
const MAX_TOOL_NAME = 128;

export interface BuildOptions {
  privacy: PrivacyEngine;
  /** Key of the anonymisation, per tenant; 16 bytes. */
  key: Uint8Array;
  conversationId: string;
  /** Overrides what the file says; `null` leaves it to the file. */
  domain: string | null;
  /** Language tag that overrides what the file says; `null` leaves it to the file, then to the words. */
  language: string | null;
  /** ISO-8601 instant for `created_at`. */
  now: string;
}

export interface BuiltConversation {
  /** Anonymised: the only part that may be stored. */
  conversation: Conversation;
  /** Which of its roles is the assistant's, or null when no side is. Also in `metadata.assistant_role`. */
  assistantRole: string | null;
  /** Findings per category over every text and every distinct speaker. */
  counts: Record<string, number>;
  /** The personal values found, raw, for the source's keyed fingerprints. Never to be stored. */
  values: { category: string; value: string }[];
}

/**
 * Layer 0 for one conversation: every text that the file brought (contents, tool names, arguments and results at any
 * depth, metadata, the keys of those objects, the domain and the seed's id) is anonymised in one go, so that a name
 * said once is found everywhere. Speakers become functional roles; tool call ids are renumbered, and times are
 * dropped, as both may identify.
 */
export function buildConversation(raw: RawConversation, options: BuildOptions): BuiltConversation {
  return planConversation(raw, options).build();
}

/**
 * The same in two steps, for a second recogniser: `texts` are what it is to read, and `build` takes its findings, one
 * list per text.
 */
export function planConversation(
  raw: RawConversation,
  options: BuildOptions,
): { texts: readonly string[]; language: string; build(others?: readonly Finding[][]): BuiltConversation } {
  const { roles, assistantRole, names } = assignRoles(raw);
  const contents = raw.turns.map((turn) => turn.text);
  const stated = options.language ?? (LANGUAGE_TAG.test(raw.language ?? "") ? raw.language : null);
  const language = stated ?? detectSeedLanguage(contents, "es");

  const plan = new MaskingPlan();
  const callIds = new Map<string, string>();
  const turns = raw.turns.map((turn) => planTurn(plan, turn, callIds));
  const metadata = plan.object(raw.metadata);
  const domain = plan.name(raw.domain ?? "");
  const seedId = plan.name(raw.seedId ?? "");
  for (const speaker of new Set(raw.turns.map((turn) => turn.speaker))) plan.text(speaker);

  const build = (others?: readonly Finding[][]): BuiltConversation => {
    const found = options.privacy.anonymise(plan.texts, {
      policy: "gate",
      method: "token",
      key: options.key,
      names,
      language,
      ...(others === undefined ? {} : { others }),
    });
    const people = found.values.filter((value) => value.category === "PERSON").map((value) => value.value);
    const masked: MaskedTexts = { texts: found.texts, personWords: personWordsOf([...names, ...people]) };

    const kept = Object.fromEntries(Object.entries(metadata(masked)).map(([key, value]) => [key, String(value)]));
    if (assistantRole !== null) kept.assistant_role = assistantRole;
    const conversation: Conversation = {
      conversation_id: options.conversationId,
      seed_id: unchanged(raw.seedId, seedId(masked), EXTERNAL_ID) ?? "",
      dominio: options.domain ?? unchanged(raw.domain, domain(masked), DOMAIN_NAME) ?? NO_DOMAIN,
      idioma: language,
      turnos: turns.map((read, index) => ({
        turno: index + 1,
        rol: roles.get(raw.turns[index]!.speaker)!,
        ...read(masked),
      })),
      es_sintetica: false,
      created_at: options.now,
      metadata: kept,
    };
    return { conversation, assistantRole, counts: found.counts, values: found.values };
  };
  return { texts: plan.texts, language, build };
}

/** Everything of a turn but its number and its role. */
function planTurn(
  plan: MaskingPlan,
  turn: RawTurn,
  callIds: Map<string, string>,
): Reader<Omit<ConversationTurn, "turno" | "rol">> {
  const callId = (id: string): string => {
    const known = callIds.get(id) ?? `call_${callIds.size + 1}`;
    callIds.set(id, known);
    return known;
  };
  const text = plan.text(turn.text);
  const calls = turn.toolCalls.map((call) => ({
    id: callId(call.tool_call_id),
    name: plan.name(call.tool_name),
    arguments: plan.object(call.arguments),
  }));
  const results = turn.toolResults.map((result) => ({
    id: callId(result.tool_call_id),
    name: plan.name(result.tool_name),
    result: plan.value(result.result),
    status: result.status,
    duration_ms: result.duration_ms,
  }));

  return (masked) => {
    const toolCalls = calls.map((call) => ({
      tool_call_id: call.id,
      tool_name: call.name(masked).slice(0, MAX_TOOL_NAME),
      arguments: call.arguments(masked),
    }));
    const toolResults = results.map((result) => ({
      tool_call_id: result.id,
      tool_name: result.name(masked).slice(0, MAX_TOOL_NAME),
      result: result.result(masked) as string | Record<string, unknown>,
      status: result.status,
      duration_ms: result.duration_ms,
    }));
    return {
      contenido: text(masked) || toolResults.map(resultText).join("\n") || NO_WORDS,
      herramientas_usadas: [...new Set(toolCalls.map((call) => call.tool_name))],
      tool_calls: toolCalls.length > 0 ? toolCalls : null,
      tool_results: toolResults.length > 0 ? toolResults : null,
      metadata: {},
    };
  };
}

function resultText({ result }: ToolResult): string {
  return typeof result === "string" ? result : JSON.stringify(result);
}

/** A name of the file that anonymisation left as it was and that has the shape the contract asks for. */
function unchanged(raw: string | null, masked: string, shape: RegExp): string | null {
  return raw !== null && raw === masked && shape.test(raw) ? raw : null;
}
