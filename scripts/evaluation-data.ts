import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Conversation, ConversationTurn } from "../workers/contract/conversation.ts";

/** A dialogue of the development data, in the contract's form. */
export interface Dialogue {
  conversation: Conversation;
  /** Kind of task (STAR) or domain (Spanish). */
  task: string;
}

interface RawTurn {
  role: "user" | "assistant" | "tool";
  content?: unknown;
  tool_call?: { name: string; arguments: Record<string, unknown> };
}

/** Lines of a JSONL file, gzip or not. */
export function readJsonLines(path: string): unknown[] {
  const bytes = readFileSync(path);
  const text = path.endsWith(".gz") ? gunzipSync(bytes).toString("utf8") : bytes.toString("utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as unknown);
}

/** STAR: human-human task dialogues in English, with tool calls. */
export function readStar(dataDirectory: string): Dialogue[] {
  const rows = readJsonLines(join(dataDirectory, "dialogues/star.jsonl.gz")) as {
    id: string;
    tasks: string[];
    turns: RawTurn[];
  }[];
  return rows.map((row) => ({
    task: row.tasks.join("+"),
    conversation: toConversation(row.id, "en", row.turns),
  }));
}

/** The Spanish dialogues written for this project; their calls carry typed arguments. */
export function readSpanish(dataDirectory: string): Dialogue[] {
  const rows = readJsonLines(join(dataDirectory, "dialogues/es.jsonl")) as {
    id: string;
    domain: string;
    turns: RawTurn[];
  }[];
  return rows.map((row) => ({
    task: row.domain,
    conversation: { ...toConversation(row.id, "es", row.turns), dominio: row.domain },
  }));
}

/** Our own dialogues: one a block, `# id language domain`, then `U:` and `A:` lines, and `T: tool {arguments} => {result}`. */
export function readOwn(path: string): Dialogue[] {
  const blocks = readFileSync(path, "utf8").split(/^# /m).slice(1);
  return blocks.map((block) => {
    const [head, ...lines] = block.trim().split("\n");
    const [id, language, domain] = head!.split(" ");
    const turns = lines.flatMap((line): RawTurn[] => {
      const text = line.slice(3).trim();
      if (line.startsWith("U:")) return [{ role: "user", content: text }];
      if (line.startsWith("A:")) return [{ role: "assistant", content: text }];
      const call = /^(\w+) (\{.*?\}) => (\{.*\})$/.exec(text);
      if (!line.startsWith("T:") || call === null) throw new Error(`${id}: cannot read "${line}"`);
      const args = JSON.parse(call[2]!) as Record<string, unknown>;
      return [
        { role: "assistant", tool_call: { name: call[1]!, arguments: args } },
        { role: "tool", content: JSON.parse(call[3]!) as unknown },
      ];
    });
    return { task: domain!, conversation: { ...toConversation(id!, language!, turns), dominio: domain! } };
  });
}

function toConversation(id: string, language: string, turns: readonly RawTurn[]): Conversation {
  const result: ConversationTurn[] = [];
  let pending: { tool_call_id: string; tool_name: string } | null = null;
  for (const turn of turns) {
    const base = {
      turno: result.length + 1,
      herramientas_usadas: [],
      tool_calls: null,
      tool_results: null,
      metadata: {},
    };
    if (turn.tool_call !== undefined) {
      pending = { tool_call_id: `call-${result.length + 1}`, tool_name: turn.tool_call.name };
      const args = Object.fromEntries(
        Object.entries(turn.tool_call.arguments).map(([key, value]) => [key, cleanArgument(value)]),
      );
      result.push({
        ...base,
        rol: "assistant",
        contenido: "…",
        herramientas_usadas: [turn.tool_call.name],
        tool_calls: [{ ...pending, arguments: args }],
      });
    } else if (turn.role === "tool") {
      const value = typeof turn.content === "string" ? parse(turn.content) : turn.content;
      const answer = value !== null && typeof value === "object" ? (value as Record<string, unknown>) : String(value);
      result.push({
        ...base,
        rol: "herramienta",
        contenido: typeof turn.content === "string" ? turn.content : JSON.stringify(turn.content),
        tool_results: pending === null ? null : [{ ...pending, result: answer, status: "success", duration_ms: null }],
      });
      pending = null;
    } else {
      const text = String(turn.content ?? "").trim();
      if (text !== "") result.push({ ...base, rol: turn.role, contenido: text });
    }
  }
  return {
    conversation_id: id,
    seed_id: "meta",
    dominio: "finance.advisory",
    idioma: language,
    turnos: result.map((turn, i) => ({ ...turn, turno: i + 1 })),
    es_sintetica: false,
    metadata: {},
  };
}

/** STAR writes arguments as source text: `"San Francisco"`, `api.is_equal_to("Yes")`. */
function cleanArgument(value: unknown): unknown {
  if (typeof value !== "string") return value;
  return /^(?:api\.\w+\()?"([^"]*)"\)?$/.exec(value)?.[1]?.trim() ?? value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
