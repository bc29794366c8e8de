import type { ConversationTurn } from "../../contract/conversation.ts";
import type { JsonObject } from "../../contract/ids.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import type { ChatMessage, ResponseFormat } from "../models/chat.ts";
import { decideAssistantRole } from "../seeds/assistant-role.ts";
import { parseConversation, type ParseResult } from "./parse.ts";
import { buildPrompt, continuationPrompt, correctionPrompt } from "./prompt.ts";
import { createToolbox } from "./toolbox.ts";
import {
  answerText,
  type Attempts,
  message,
  nextAttempt,
  numbered,
  type Reply,
  requestTerms,
  type WriterInput,
  type Writing,
} from "./writing.ts";

/** More rounds of tools than any conversation needs; a model that goes on is stopped. */
const MAX_ROUNDS = 12;

/**
 * The model writes turns up to the first tool call, the simulator answers it, and the model goes on from there, until
 * it ends without a call: as many requests as rounds of tools, plus one, and every text that speaks of a result was
 * written after the result. Turns that the model wrote behind a call all the same are thrown away. An answer that
 * cannot be read costs an attempt but not the turns before it.
 */
export function* writeSingleShot(input: WriterInput, attempts: Attempts, feedback: readonly string[]): Writing {
  const { seed, tools } = input;
  const prompt = buildPrompt({ ...input, feedback });
  const opening: ChatMessage[] = [message("system", prompt.system), message("user", prompt.user)];
  let asked = opening;
  let messages = opening;
  const turns: ConversationTurn[] = [];
  const toolbox = createToolbox(input, turns);
  const assistantRole = seed.rol_asistente ?? decideAssistantRole(seed.roles);
  let dropped = 0;

  for (let round = 0; ;) {
    const format = input.model.formats[Math.min(attempts.rung, input.model.formats.length - 1)]!;
    const reply = yield {
      ...requestTerms(input.model, attempts),
      messages,
      ...(format === "none" ? {} : { responseFormat: responseFormat(format, input) }),
    };
    const { text, parsed } = readReply(reply, {
      roles: seed.roles,
      assistantRole,
      tools: tools.map((tool) => tool.name),
      random: toolbox.random,
      untilCall: true,
    });
    const errors = parsed.ok ? [...ownTurnsOnly(parsed.turns, seed), ...toolbox.check(parsed.turns)] : parsed.errors;
    if (!parsed.ok || errors.length > 0) {
      if (!nextAttempt(attempts, ["unreadable"])) return null;
      // The next format may be one that the model can keep to.
      if (!parsed.ok) attempts.rung = Math.min(attempts.rung + 1, input.model.formats.length - 1);
      if (text !== "") messages = [...asked, message("assistant", text), message("user", correctionPrompt(errors))];
      continue;
    }
    dropped += parsed.dropped;
    turns.push(...parsed.turns);
    const calls = turns.at(-1)!.tool_calls ?? [];
    if (calls.length === 0) break;
    const results = toolbox.run(calls);
    round += 1;
    if (round >= MAX_ROUNDS) break;
    asked = [
      ...asked,
      message("assistant", JSON.stringify({ turnos: parsed.turns.map(shownTurn) })),
      message("user", continuationPrompt(JSON.stringify(results), turns.length + 1, seed.pasos_turnos.turnos_max)),
    ];
    messages = asked;
  }
  return {
    turns: numbered(turns),
    prompt,
    record: {
      output_format: input.model.formats[attempts.rung]!,
      ...(dropped === 0 ? {} : { turns_dropped: String(dropped) }),
    },
  };
}

function readReply(reply: Reply, as: Parameters<typeof parseConversation>[1]): { text: string; parsed: ParseResult } {
  if ("refused" in reply) {
    const why = reply.refused === "format" ? "the provider does not take this format" : "the model declined to answer";
    return { text: "", parsed: { ok: false, errors: [why] } };
  }
  const { text, error } = answerText(reply.answer);
  return { text, parsed: error === null ? parseConversation(text, as) : { ok: false, errors: [error] } };
}

/** Turns of a tool's or the system's role: only we write what tools answer. */
function ownTurnsOnly(turns: readonly ConversationTurn[], seed: SeedSchema): string[] {
  const foreign = turns.filter((turn) => !seed.roles.includes(turn.rol));
  return foreign.map((turn) => `a turn of ${turn.rol}: only ${seed.roles.join(", ")} speak`).slice(0, 3);
}

function shownTurn(turn: ConversationTurn): JsonObject {
  const calls = turn.tool_calls?.map((call) => ({ tool_name: call.tool_name, arguments: call.arguments }));
  return { rol: turn.rol, contenido: turn.contenido, ...(calls === undefined ? {} : { tool_calls: calls }) };
}

/** The shape of an answer. Strict schemas know no free objects, so arguments travel as JSON text. */
function responseFormat(format: "json_schema" | "json_object", input: WriterInput): ResponseFormat {
  if (format === "json_object") return { type: "json_object" };
  const text = { type: "string" };
  const strict = (properties: JsonObject): JsonObject => ({
    type: "object",
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  });
  const call = strict({
    tool_name: { type: "string", enum: input.tools.map((tool) => tool.name) },
    arguments: { type: "string", description: "A JSON object as text." },
  });
  const turn = strict({
    rol: { type: "string", enum: [...input.seed.roles] },
    contenido: text,
    ...(input.tools.length === 0 ? {} : { tool_calls: { anyOf: [{ type: "array", items: call }, { type: "null" }] } }),
  });
  return {
    type: "json_schema",
    name: "conversation",
    schema: strict({ turnos: { type: "array", items: turn } }),
    strict: true,
  };
}
