import type { ExportOptions } from "../../contract/job.ts";
import { dumpJson } from "../templates/json.ts";
import { type ChatMessage, type Json, type RenderOutput, TemplateError } from "../templates/model.ts";

export type RecordFormat = ExportOptions["record"];

export interface TextRecord {
  text: string;
  /** `[start, end)` in Unicode code points, so that `text[start:end]` of Python is the span. */
  loss_spans: [number, number][];
}

export interface MessageRecord {
  messages: RecordMessage[];
  tools: object[];
}

/** A message whose fields have one type in all records: arguments are JSON text, absent fields are null. */
export interface RecordMessage {
  role: string;
  content: string;
  name: string | null;
  tool_call_id: string | null;
  tool_calls: { id: string; type: "function"; function: { name: string; arguments: string } }[] | null;
}

export interface CompletionRecord {
  prompt: string;
  completion: string;
}

export type DatasetRecord = TextRecord | MessageRecord | CompletionRecord;

/**
 * One record of a dataset; half surrogate pairs, which no UTF-8 file can hold, become U+FFFD. Throws TemplateError when the format needs an answer of the assistant's and the text has none.
 */
export function datasetRecord(
  rendered: RenderOutput,
  messages: readonly ChatMessage[],
  tools: readonly object[] | null,
  format: RecordFormat,
): DatasetRecord {
  return BUILDERS[format]({ ...rendered, text: rendered.text.toWellFormed() }, messages, tools);
}

type Builder = (
  rendered: RenderOutput,
  messages: readonly ChatMessage[],
  tools: readonly object[] | null,
) => DatasetRecord;

const BUILDERS: Record<RecordFormat, Builder> = {
  text: ({ text, lossSpans }) => ({ text, loss_spans: toCodePoints(text, lossSpans) }),
  messages: (_, messages, tools) => ({ messages: messages.map(recordMessage), tools: [...(tools ?? [])] }),
  completion: ({ text, lossSpans }) => {
    const last = lossSpans.at(-1);
    if (last === undefined) throw new TemplateError("the text has no answer of the assistant's to complete");
    return { prompt: text.slice(0, last[0]), completion: text.slice(...last) };
  },
};

function recordMessage(message: ChatMessage): RecordMessage {
  const calls = message.tool_calls?.map(({ id, function: { name, arguments: given } }) => ({
    id: id ?? "",
    type: "function" as const,
    function: { name, arguments: (typeof given === "string" ? given : dumpJson(given as Json)).toWellFormed() },
  }));
  return {
    role: message.role,
    content: contentOf(message).toWellFormed(),
    name: message.name ?? null,
    tool_call_id: message.tool_call_id ?? null,
    tool_calls: calls ?? null,
  };
}

function contentOf({ content }: ChatMessage): string {
  if (typeof content === "string") return content;
  return (content ?? []).map((part) => String(part["text"] ?? "")).join("");
}

/** Spans in UTF-16 code units, ascending and disjoint, turned into code points in one pass. */
export function toCodePoints(text: string, spans: readonly (readonly [number, number])[]): [number, number][] {
  let units = 0;
  let points = 0;
  const advance = (target: number): number => {
    while (units < target) {
      units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
      points++;
    }
    return points;
  };
  return spans.map(([start, end]) => [advance(start), advance(end)]);
}
