import type { ConversationTurn } from "../../contract/conversation.ts";
import type { PrivacyEngine } from "../privacy/engine.ts";
import type { MaskedTexts } from "./masking-plan.ts";
import { MaskingPlan, personWordsOf } from "./masking-plan.ts";

export interface MaskableConversation {
  turnos: ConversationTurn[];
  notes: string | null;
  metadata: Record<string, string>;
  idioma: string;
  es_sintetica?: boolean;
}

/**
 * Layer 0 for a conversation that a client sends in the contract's own shape: contents, roles, tool arguments and
 * results, metadata and notes are anonymised in one go; ids, names of tools and the order stay. Real conversations are
 * masked at the gate point (recall first), those declared synthetic at the gateway point.
 */
export function maskTurns(
  input: MaskableConversation,
  privacy: PrivacyEngine,
  key: Uint8Array,
): { turnos: ConversationTurn[]; notes: string | null; metadata: Record<string, string> } {
  const plan = new MaskingPlan();
  const turns = input.turnos.map((turn) => ({
    rol: plan.name(turn.rol),
    contenido: plan.text(turn.contenido),
    calls: (turn.tool_calls ?? []).map((call) => plan.object(call.arguments)),
    results: (turn.tool_results ?? []).map((result) => plan.value(result.result)),
    metadata: plan.object(turn.metadata),
  }));
  const notes = plan.text(input.notes ?? "");
  const metadata = plan.object(input.metadata);
  const found = privacy.anonymise(plan.texts, {
    policy: input.es_sintetica === true ? "gateway" : "gate",
    method: "token",
    key,
    language: input.idioma,
  });
  const people = found.values.filter((value) => value.category === "PERSON").map((value) => value.value);
  const masked: MaskedTexts = { texts: found.texts, personWords: personWordsOf(people) };
  const strings = (map: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(map).map(([name, value]) => [name, String(value)]));
  return {
    turnos: input.turnos.map((turn, index) => {
      const read = turns[index]!;
      return {
        ...turn,
        rol: read.rol(masked),
        contenido: read.contenido(masked),
        tool_calls:
          turn.tool_calls?.map((call, at) => ({ ...call, arguments: read.calls[at]!(masked) })) ?? turn.tool_calls,
        tool_results:
          turn.tool_results?.map((result, at) => ({
            ...result,
            result: read.results[at]!(masked) as string | Record<string, unknown>,
          })) ?? turn.tool_results,
        metadata: strings(read.metadata(masked)),
      };
    }),
    notes: input.notes === null ? null : notes(masked),
    metadata: strings(metadata(masked)),
  };
}
