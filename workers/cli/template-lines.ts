import { renderFamily } from "../core/templates/families.ts";
import { isList, member, parseJson } from "../core/templates/json.ts";
import { TemplateError } from "../core/templates/model.ts";
import type { ChatMessage, Json } from "../core/templates/model.ts";
import { LineError } from "./json-lines.ts";

/** Parses a line so that `1.0`, large integers and the order of keys reach the text as they were written. */
export function parseRenderLine(line: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: parseJson(line) };
  } catch (error) {
    return { ok: false, reason: (error as Error).message };
  }
}

/** Answers one line of `template render --batch`. */
export function renderLine(value: unknown): { text: string; loss_spans: [number, number][]; warnings: string[] } {
  const line = value as Json;
  const family = member(line, "family");
  const messages = member(line, "messages");
  const tools = member(line, "tools") ?? null;
  const now = member(line, "now") ?? null;
  if (typeof family !== "string") throw new LineError('expected "family" (a string)');
  if (!isList(messages)) throw new LineError('expected "messages" (a list)');
  if (tools !== null && !isList(tools)) throw new LineError('expected "tools" to be a list');
  if (now !== null && typeof now !== "string") throw new LineError('expected "now" to be a string');
  try {
    const rendered = renderFamily(family, {
      messages: messages as unknown as ChatMessage[],
      tools: tools as object[] | null,
      addGenerationPrompt: member(line, "add_generation_prompt") === true,
      now,
    });
    return { text: rendered.text, loss_spans: rendered.lossSpans, warnings: rendered.warnings };
  } catch (error) {
    if (error instanceof TemplateError) throw new LineError(error.message);
    throw error;
  }
}
