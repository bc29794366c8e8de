// From what a caller gives (OpenAI messages, parsed by JSON.parse or by parseJson) to what the templates read.
import { entriesOf, isList, isMapping, member, parseJson } from "./json.ts";
import {
  type Json,
  type RenderInput,
  TemplateError,
  type TemplateCall,
  type TemplateFamily,
  type TemplateInput,
  type TemplateMessage,
} from "./model.ts";

/** Reads a caller's input for one family. Throws TemplateError when it is not a conversation. */
export function readInput(input: RenderInput, family: TemplateFamily): TemplateInput {
  const textArguments = family.textArguments ?? "parsed";
  const [first, ...rest] = input.messages.map((message) => readMessage(message as unknown as Json, textArguments));
  if (first === undefined) throw new TemplateError("there are no messages");
  return {
    messages: [first, ...rest],
    tools: (input.tools ?? null) as readonly Json[] | null,
    addGenerationPrompt: input.addGenerationPrompt ?? false,
    now: input.now ?? null,
  };
}

function readMessage(message: Json, textArguments: "parsed" | "kept" | "required"): TemplateMessage {
  const role = member(message, "role");
  if (typeof role !== "string" || !isMapping(message)) throw new TemplateError("every message needs a role");
  const given = member(message, "tool_calls") ?? undefined;
  if (given !== undefined && !isList(given)) throw new TemplateError("tool_calls must be a list");
  const calls = given?.map((call) => readCall(call, textArguments));
  const content = member(message, "content");
  // OpenAI writes null beside a call that has no text; Python would print or refuse the word None.
  const silent = calls !== undefined && calls.length > 0 && (content === null || content === undefined);
  const fields: Record<string, Json | undefined> = Object.create(null);
  for (const [key, value] of entriesOf(message)) fields[key] = value;
  return { role, content: silent ? "" : content, calls, fields };
}

function readCall(call: Json, textArguments: "parsed" | "kept" | "required"): TemplateCall {
  const described = member(call, "function") ?? call;
  const name = member(described, "name");
  if (typeof name !== "string") throw new TemplateError("every tool call needs the name of its function");
  const given = member(described, "arguments");
  return { id: member(call, "id"), type: member(call, "type"), name, arguments: readArguments(given, textArguments) };
}

/** JSON text of an object becomes the object, so that a template does not encode it twice; other text stays text. */
function readArguments(given: Json | undefined, textArguments: "parsed" | "kept" | "required"): Json | undefined {
  if (typeof given !== "string" || textArguments !== "parsed") return given;
  try {
    const parsed = parseJson(given);
    return isMapping(parsed) ? parsed : given;
  } catch {
    return given;
  }
}

/** Splits off the first message when it is a system message. */
export function splitSystem(
  messages: readonly TemplateMessage[],
): [TemplateMessage | undefined, readonly TemplateMessage[]] {
  return messages[0]?.role === "system" ? [messages[0], messages.slice(1)] : [undefined, messages];
}

/** The arguments where the template writes them as JSON: none given raises. */
export function argumentsOf(value: Json | undefined): Json {
  if (value === undefined) throw new TemplateError("a tool call has no arguments");
  return value;
}
