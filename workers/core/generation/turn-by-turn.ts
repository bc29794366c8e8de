// Turn by turn: one request a turn, tools called natively and answered before the next word is written.
import type { ConversationTurn } from "../../contract/conversation.ts";
import type { ToolCall } from "../../contract/tool.ts";
import type { ChatMessage, ChatPart } from "../models/chat.ts";
import { decideAssistantRole } from "../seeds/assistant-role.ts";
import { buildPrompt, turnPrompt } from "./prompt.ts";
import { createToolbox } from "./toolbox.ts";
import type { Attempts, WriterInput, Writing } from "./writing.ts";
import { answerText, message, nextAttempt, numbered, requestTerms } from "./writing.ts";

/** What a professional says who calls a tool without a word; the turn's metadata tells that we put it there. */
const WAITING: Readonly<Record<string, readonly string[]>> = {
  es: ["Permítame un momento, lo reviso.", "Déjeme consultarlo, un momento por favor.", "Un momento, lo verifico."],
  en: ["One moment, let me check that.", "Let me look that up for you.", "Give me a second to check."],
  pt: ["Um momento, vou verificar.", "Deixe-me consultar isso."],
  fr: ["Un instant, je vérifie.", "Laissez-moi vérifier cela."],
};

/**
 * The other side and the professional take turns, the seed's first role first; the number of turns is drawn from the
 * seed's range and told to the model, so that the conversation comes to its end. An empty turn, or a call that its tool
 * cannot take, is asked for again and costs an attempt.
 */
export function* writeTurnByTurn(input: WriterInput, attempts: Attempts, feedback: readonly string[]): Writing {
  const { seed } = input;
  const prompt = buildPrompt({ ...input, feedback });
  const turns: ConversationTurn[] = [];
  const toolbox = createToolbox(input, turns);
  const random = input.random.fork("turns");
  const assistantRole = seed.rol_asistente ?? decideAssistantRole(seed.roles);
  const others = seed.roles.filter((role) => role !== assistantRole);
  const { turnos_min: least, turnos_max: most } = seed.pasos_turnos;
  const total = random.int(Math.max(least, Math.ceil((least + most) / 2)), most);
  const tools = input.tools.map((tool) => ({
    name: tool.name,
    description: tool.description,
    parameters: tool.input_schema,
  }));

  let messages: ChatMessage[] = [message("system", prompt.system), message("user", prompt.user)];
  let professional = seed.roles[0] === assistantRole;
  let toolsAnswered = false;
  while (turns.length < total) {
    const role = professional ? assistantRole : speaker(others, turns, random.next());
    // A call needs its answer and a turn that uses it.
    const mayCall = professional && tools.length > 0 && turns.length + 3 <= total;
    const asked = turnPrompt({
      role,
      number: turns.length + 1,
      of: total,
      toolsAnswered,
      isLast: turns.length + 1 === total,
    });
    const asking = [...messages, message("user", asked)];
    const reply = yield {
      ...requestTerms(input.model, attempts),
      messages: asking,
      // Histories with calls in them need the tools declared, whoever speaks.
      ...(tools.length === 0 ? {} : { tools, toolChoice: mayCall ? ("auto" as const) : ("none" as const) }),
    };
    const read = "answer" in reply ? answerText(reply.answer) : { text: "", error: "the model declined to answer" };
    const parts = "answer" in reply ? (reply.answer.choices[0]?.parts ?? []) : [];
    const calls = mayCall ? readCalls(parts, input) : { calls: [], errors: [] };
    const turn: ConversationTurn = {
      turno: turns.length + 1,
      rol: role,
      contenido: read.text.trim(),
      herramientas_usadas: [...new Set(calls.calls.map((call) => call.tool_name))],
      tool_calls: calls.calls.length === 0 ? null : calls.calls,
      tool_results: null,
      metadata: {},
    };
    if (turn.contenido === "" && calls.calls.length > 0) {
      const words = WAITING[input.language.slice(0, 2).toLowerCase()] ?? WAITING["en"]!;
      turn.contenido = random.pick(words);
      turn.metadata = { words: "builtin" };
    }
    const errors = [...calls.errors, ...toolbox.check([turn])];
    if (read.error !== null || errors.length > 0 || turn.contenido === "") {
      if (!nextAttempt(attempts, ["unreadable"])) return null;
      continue;
    }
    turns.push(turn);
    toolsAnswered = calls.calls.length > 0;
    const results = toolbox.run(calls.calls);
    messages = [...asking, { role: "assistant", parts: spokenParts(turn) }];
    if (toolsAnswered) {
      for (const result of results) {
        const content = typeof result.result === "string" ? result.result : JSON.stringify(result.result);
        messages.push({
          role: "tool",
          parts: [
            {
              type: "tool_result",
              callId: result.tool_call_id,
              parts: [{ type: "text", text: content }],
              isError: result.status !== "success",
            },
          ],
        });
      }
    } else professional = !professional;
  }
  return { turns: numbered(turns), prompt, record: {} };
}

/** Further roles of the other side speak now and then; the first one opens. */
function speaker(others: readonly string[], turns: readonly ConversationTurn[], luck: number): string {
  if (others.length === 1 || turns.length < 2 || luck >= 0.3) return others[0]!;
  return others[1 + Math.floor((luck / 0.3) * (others.length - 1))]!;
}

function spokenParts(turn: ConversationTurn): ChatPart[] {
  return [
    { type: "text", text: turn.contenido },
    ...(turn.tool_calls ?? []).map((call): ChatPart => ({
      type: "tool_call",
      id: call.tool_call_id,
      name: call.tool_name,
      arguments: JSON.stringify(call.arguments),
    })),
  ];
}

function readCalls(parts: readonly ChatPart[], input: WriterInput): { calls: ToolCall[]; errors: string[] } {
  const known = new Set(input.tools.map((tool) => tool.name));
  const calls: ToolCall[] = [];
  const errors: string[] = [];
  for (const part of parts) {
    if (part.type !== "tool_call") continue;
    const args = readObject(part.arguments);
    if (!known.has(part.name) || args === null) errors.push(`call ${calls.length + 1} cannot be read`);
    else
      calls.push({
        tool_call_id: part.id.slice(0, 128) || `call-${calls.length}`,
        tool_name: part.name,
        arguments: args,
      });
  }
  return { calls, errors };
}

function readObject(text: string): ToolCall["arguments"] | null {
  try {
    const value: unknown = JSON.parse(text.trim() === "" ? "{}" : text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as ToolCall["arguments"])
      : null;
  } catch {
    return null;
  }
}
