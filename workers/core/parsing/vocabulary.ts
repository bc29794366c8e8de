import type { TurnRole } from "./model.ts";
import { foldLabel } from "./text.ts";

/** Role words of chat formats, by the side they state. Words of people's professions are not here. */
const FORMAT_ROLES: Record<TurnRole, readonly string[]> = {
  user: ["user", "human", "usuario", "usuaria", "prompter", "usuário", "utilisateur", "humano"],
  assistant: [
    "assistant",
    "gpt",
    "bot",
    "model",
    "asistente",
    "chatgpt",
    "ai",
    "chatbot",
    "assistente",
    "function call",
  ],
  system: ["system", "sistema", "developer", "système"],
  tool: [
    "tool",
    "function",
    "observation",
    "herramienta",
    "ipython",
    "tool response",
    "function response",
    "tool result",
    "outil",
    "ferramenta",
  ],
};

const ROLE_BY_WORD = new Map(
  Object.entries(FORMAT_ROLES).flatMap(([role, words]) => words.map((word) => [foldLabel(word), role as TurnRole])),
);

/** The side that a format's own role word states, or undefined for names and professions. */
export function formatRole(word: string): TurnRole | undefined {
  return word.length > 20 ? undefined : ROLE_BY_WORD.get(foldLabel(word));
}

/** Names that the fields of a message or row have in the wild, by the name used here. Compared folded. */
export const FIELD_ALIASES = {
  key: [
    "conversation_id",
    "conversacion_id",
    "id_conversacion",
    "chat_id",
    "session_id",
    "thread_id",
    "ticket_id",
    "dialogue_id",
    "conversation",
  ],
  turnNumber: ["turn_number", "turno", "turn", "numero_turno", "turn_id", "message_number", "orden", "order"],
  role: ["role", "rol", "speaker", "from", "author", "sender", "hablante", "participante", "participant"],
  content: ["content", "contenido", "text", "texto", "message", "mensaje", "value", "body", "utterance"],
  time: ["timestamp", "time", "fecha", "date", "created_at", "sent_at", "hora"],
  toolCalls: ["tool_calls"],
  toolResults: ["tool_results"],
  seedId: ["seed_id"],
  domain: ["domain", "dominio"],
  language: ["language", "idioma", "lang"],
  metadata: ["metadata"],
} as const satisfies Record<string, readonly string[]>;

export type Field = keyof typeof FIELD_ALIASES;

const FIELD_BY_NAME = new Map(
  Object.entries(FIELD_ALIASES).flatMap(([field, names]) => names.map((name) => [foldLabel(name), field as Field])),
);

/** Which field a column header names, or undefined. */
export function fieldOf(header: string): Field | undefined {
  return header.length > 60 ? undefined : FIELD_BY_NAME.get(foldLabel(header));
}
