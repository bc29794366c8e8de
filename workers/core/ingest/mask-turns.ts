import type { ConversationTurn } from "../../contract/conversation.ts";
import type { Finding, PrivacyEngine } from "../privacy/engine.ts";
import type { MaskedTexts, Reader } from "./masking-plan.ts";
import { MaskingPlan, personWordsOf } from "./masking-plan.ts";

export interface MaskableConversation {
  turnos: ConversationTurn[];
  dominio: string;
  status: string | null;
  tags: string[] | null;
  notes: string | null;
  metadata: Record<string, string>;
  idioma: string;
  es_sintetica?: boolean;
}

export type MaskedConversation = Pick<
  MaskableConversation,
  "turnos" | "dominio" | "status" | "tags" | "notes" | "metadata"
>;

/**
 * Layer 0 for a conversation that a client sends in the contract's own shape: contents, roles, tool names, arguments
 * and results, tags, metadata and notes are anonymised in one go; the order stays. Ids of tool calls are replaced when
 * they hold personal data. Real conversations are masked at the gate point (recall first), those declared synthetic
 * under the policy for synthetic text.
 * In two steps, for a second recogniser: `texts` are what it is to read, and `mask` takes its findings, one list per
 * text.
 */
export function planMasking(
  input: MaskableConversation,
  privacy: PrivacyEngine,
  key: Uint8Array,
): { texts: readonly string[]; mask(others?: readonly Finding[][]): MaskedConversation } {
  const plan = new MaskingPlan();
  const callIds = new Map<string, Reader<string>>();
  const planCallId = (id: string): Reader<string> => {
    const known = callIds.get(id);
    if (known !== undefined) return known;
    const read = plan.name(id);
    const substitute = `call_${callIds.size + 1}`;
    const made: Reader<string> = (masked) => (read(masked) === id ? id : substitute);
    callIds.set(id, made);
    return made;
  };
  const turns = input.turnos.map((turn) => ({
    rol: plan.name(turn.rol),
    contenido: plan.text(turn.contenido),
    used: turn.herramientas_usadas.map((name) => plan.name(name)),
    calls: (turn.tool_calls ?? []).map((call) => ({
      id: planCallId(call.tool_call_id),
      name: plan.name(call.tool_name),
      arguments: plan.object(call.arguments),
    })),
    results: (turn.tool_results ?? []).map((result) => ({
      id: planCallId(result.tool_call_id),
      name: plan.name(result.tool_name),
      result: plan.value(result.result),
    })),
    metadata: plan.object(turn.metadata),
  }));
  const dominio = plan.name(input.dominio);
  const status = planLabel(plan, input.status ?? "");
  const tags = (input.tags ?? []).map((tag) => planLabel(plan, tag));
  const notes = plan.text(input.notes ?? "");
  const metadata = plan.object(input.metadata);
  const mask = (others?: readonly Finding[][]): MaskedConversation => {
    const found = privacy.anonymise(plan.texts, {
      policy: input.es_sintetica === true ? "synthetic" : "gate",
      method: "token",
      key,
      language: input.idioma,
      ...(others === undefined ? {} : { others }),
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
          herramientas_usadas: read.used.map((name) => name(masked)),
          tool_calls:
            turn.tool_calls?.map((call, at) => {
              const { id, name, arguments: args } = read.calls[at]!;
              return { ...call, tool_call_id: id(masked), tool_name: name(masked), arguments: args(masked) };
            }) ?? turn.tool_calls,
          tool_results:
            turn.tool_results?.map((result, at) => {
              const { id, name, result: value } = read.results[at]!;
              return {
                ...result,
                tool_call_id: id(masked),
                tool_name: name(masked),
                result: value(masked) as string | Record<string, unknown>,
              };
            }) ?? turn.tool_results,
          metadata: strings(read.metadata(masked)),
        };
      }),
      dominio: dominio(masked),
      status: input.status === null ? null : status(masked),
      tags: input.tags === null ? null : tags.map((tag) => tag(masked)),
      notes: input.notes === null ? null : notes(masked),
      metadata: strings(metadata(masked)),
    };
  };
  return { texts: plan.texts, mask };
}

/** A tag or a status: a lower-case word is vocabulary, as a program's name is; anything else is somebody's words. */
function planLabel(plan: MaskingPlan, label: string): Reader<string> {
  return label === label.toLowerCase() ? plan.name(label) : plan.text(label);
}
