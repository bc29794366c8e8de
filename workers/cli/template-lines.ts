import { renderFamily } from "../core/templates/families.ts";
import { isList, member, parseJson } from "../core/templates/json.ts";
import { TemplateError } from "../core/templates/model.ts";
import type { ChatMessage, Json } from "../core/templates/model.ts";
import { InputError } from "./failure.ts";
import { LineError } from "./line-task.ts";

/** Parses a line so that `1.0`, large integers and the order of keys reach the text as they were written. */
export function parseRenderLine(line: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: parseJson(line) };
  } catch (error) {
    return { ok: false, reason: (error as Error).message };
  }
}

/** Under which name a pasted template finds the line's time. */
const CLOCK = "uncase_strftime_now";

interface RenderLine {
  line: Json;
  messages: readonly Json[];
  tools: readonly Json[] | null;
  addGenerationPrompt: boolean;
  now: string;
}

/** The parts that every line has; the formats that print a date get the local time where a line has none. */
function readRenderLine(value: unknown): RenderLine {
  const line = value as Json;
  const messages = member(line, "messages");
  const tools = member(line, "tools") ?? null;
  const now = member(line, "now") ?? null;
  if (!isList(messages)) throw new LineError('expected "messages" (a list)');
  if (tools !== null && !isList(tools)) throw new LineError('expected "tools" to be a list');
  if (now !== null && typeof now !== "string") throw new LineError('expected "now" to be a string');
  const addGenerationPrompt = member(line, "add_generation_prompt") === true;
  return { line, messages, tools, addGenerationPrompt, now: now ?? localTime(new Date()) };
}

/** Local date and time, ISO 8601 without a zone. */
export function localTime(date: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** Answers one line of `template render --batch`. */
export function renderLine(value: unknown): { text: string; loss_spans: [number, number][]; warnings: string[] } {
  const { line, messages, tools, addGenerationPrompt, now } = readRenderLine(value);
  const family = member(line, "family");
  if (typeof family !== "string") throw new LineError('expected "family" (a string)');
  try {
    const rendered = renderFamily(family, {
      messages: messages as unknown as ChatMessage[],
      tools: tools as object[] | null,
      addGenerationPrompt,
      now,
    });
    return { text: rendered.text, loss_spans: rendered.lossSpans, warnings: rendered.warnings };
  } catch (error) {
    if (error instanceof TemplateError) throw new LineError(error.message);
    throw error;
  }
}

/** Answers the lines of `template render --jinja`: a family is not needed, spans cannot be told. */
export async function makeJinjaRenderer(
  path: string,
): Promise<(value: unknown) => { text: string; loss_spans: null; warnings: string[] }> {
  const [{ Template, parse, tokenize }, { source, variables }] = await Promise.all([
    import("@huggingface/jinja"),
    readJinja(path),
  ]);
  const template = new Template("");
  try {
    const tokens = tokenize(source, { lstrip_blocks: true, trim_blocks: true });
    // The interpreter's own clock cannot be replaced, so the template calls ours by another name.
    template.parsed = parse(
      tokens.map((token) =>
        token.type === "Identifier" && token.value === "strftime_now" ? { ...token, value: CLOCK } : token,
      ),
    );
  } catch (error) {
    throw new InputError(`${path}: is no Jinja template: ${(error as Error).message}`);
  }
  return (value) => {
    const { line, messages, tools, addGenerationPrompt, now } = readRenderLine(value);
    const { family: _family, now: _now, ...extra } = toPlain(line) as Record<string, unknown>;
    try {
      const text = template.render({
        ...variables,
        ...extra,
        messages: toPlain(messages),
        tools: toPlain(tools),
        add_generation_prompt: addGenerationPrompt,
        [CLOCK]: (format: string) => formatTime(now, format),
      });
      return { text, loss_spans: null, warnings: [] };
    } catch (error) {
      throw new LineError((error as Error).message);
    }
  };
}

/** A template's text, or the `chat_template` and the special tokens of a `tokenizer_config.json`. */
async function readJinja(path: string): Promise<{ source: string; variables: Record<string, string> }> {
  const { readFile } = await import("node:fs/promises");
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`${path}: cannot be read (${error.code})`);
  });
  if (!path.endsWith(".json")) return { source: text, variables: {} };
  let config: Record<string, unknown>;
  try {
    config = JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new InputError(`${path}: is not JSON`);
  }
  const listed = config["chat_template"];
  const named = Array.isArray(listed)
    ? (listed as { name?: unknown; template?: unknown }[]).find((each) => each.name === "default")?.template
    : listed;
  if (typeof named !== "string") throw new InputError(`${path}: has no "chat_template"`);
  const tokens = Object.entries(config).flatMap(([name, value]): [string, string][] => {
    const content = typeof value === "object" && value !== null ? (value as { content?: unknown }).content : value;
    return name.endsWith("_token") && typeof content === "string" ? [[name, content]] : [];
  });
  return { source: named, variables: Object.fromEntries(tokens) };
}

/** Parsed JSON as plain values: what the interpreter takes for numbers, objects and lists. */
function toPlain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, each: unknown) =>
      each instanceof Map ? Object.fromEntries(each) : typeof each === "bigint" ? Number(each) : each,
    ),
  ) as unknown;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** The directives of `strftime` that chat templates use. */
function formatTime(now: string, format: string): string {
  const [year = "", month = "", day = "", hour = "00", minute = "00", second = "00"] = now.split(/[-T:.Z+]/);
  const name = MONTHS[Number(month) - 1] ?? "";
  const values: Record<string, string> = {
    Y: year,
    m: month,
    d: day,
    B: name,
    b: name.slice(0, 3),
    H: hour,
    M: minute,
    S: second,
    "%": "%",
  };
  return format.replace(/%(.)/g, (whole, directive: string) => values[directive] ?? whole);
}
