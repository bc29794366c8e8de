import { argumentsOf } from "../input.ts";
import { dumpJson, entriesOf, isList, isMapping, member, printPython } from "../json.ts";
import {
  type Json,
  TemplateError,
  type TemplateFamily,
  type TemplateInput,
  type TemplateMessage,
  type TemplateWriter,
} from "../model.ts";
import { codePoints, contentText, dateOf, joinable, printed, truthy } from "../text.ts";

const PLAIN_TYPES = new Map([
  ["string", "string"],
  ["number", "number"],
  ["integer", "number"],
  ["boolean", "boolean"],
]);

function isRequired(name: string, required: Json | undefined): boolean {
  return isList(required) && required.includes(name);
}

function arrayType(schema: Json): string {
  const items = member(schema, "items");
  const nullable = truthy(member(schema, "nullable")) ? " | null" : "";
  if (!truthy(items)) return `any[]${nullable}`;
  const type = member(items, "type");
  const plain = typeof type === "string" ? PLAIN_TYPES.get(type) : undefined;
  const inner = plain ?? typescriptType(items ?? null);
  return `${plain === undefined && (inner === "object | object" || codePoints(inner) > 50) ? "any" : inner}[]${nullable}`;
}

function variantsType(variants: readonly Json[]): string {
  return variants
    .map((variant, index) => {
      const description = member(variant, "description");
      const fallback = member(variant, "default");
      let text = typescriptType(variant);
      if (truthy(description)) text += `// ${joinable(description, "a description")}`;
      if (fallback !== undefined) text += `                    // default: ${dumpJson(fallback)}`;
      return index < variants.length - 1 ? `${text} | \n` : text;
    })
    .join("");
}

/** A JSON Schema as the TypeScript that the template writes, the line breaks inside nested objects included. */
function typescriptType(schema: Json): string {
  const type = member(schema, "type");
  const variants = member(schema, "oneOf");
  if (type === "array") return arrayType(schema);
  if (isList(type) && type.length > 0) return type.map(printPython).join(" | ");
  if (truthy(variants) && isList(variants)) return variantsType(variants);
  if (type === "string") {
    const choices = member(schema, "enum");
    if (isList(choices) && choices.length > 0) return `"${choices.map(printPython).join('" | "')}"`;
    return truthy(member(schema, "nullable")) ? "string | null" : "string";
  }
  if (type === "object") {
    const properties = member(schema, "properties");
    if (!isMapping(properties) || !truthy(properties)) return "object";
    const required = member(schema, "required");
    const fields = entriesOf(properties).map(
      ([name, field]) => `${name}${isRequired(name, required) ? "" : "?"}: \n                ${typescriptType(field)}`,
    );
    return `{\n${fields.join(", ")}}`;
  }
  return (typeof type === "string" ? PLAIN_TYPES.get(type) : undefined) ?? "any";
}

function defaultComment(schema: Json): string {
  const fallback = member(schema, "default");
  if (fallback === undefined) return "";
  if (truthy(member(schema, "enum"))) return `, // default: ${joinable(fallback, "the default of an enum")}`;
  if (truthy(member(schema, "oneOf"))) return `// default: ${joinable(fallback, "the default of a union")}`;
  return `, // default: ${dumpJson(fallback)}`;
}

function declareTool(given: Json): string {
  const tool = member(given, "function");
  const parameters = member(tool, "parameters");
  const properties = member(parameters, "properties");
  const name = joinable(member(tool, "name"), "the name of a tool");
  const head = `// ${joinable(member(tool, "description"), "the description of a tool")}\ntype ${name} = `;
  if (!isMapping(properties) || !truthy(properties)) return `${head}() => any;\n\n`;
  const required = member(parameters, "required");
  const fields = entriesOf(properties).map(([field, schema]) => {
    const about = member(schema, "description");
    const comment = truthy(about) ? `// ${joinable(about, "a description")}\n` : "";
    return `${comment}${field}${isRequired(field, required) ? "" : "?"}: ${typescriptType(schema)}${defaultComment(schema)},\n`;
  });
  return `${head}(_: {\n${fields.join("")}}) => any;\n\n`;
}

function refuseChannels(text: string, field: string): void {
  if (text.includes("<|channel|>analysis<|message|>") || text.includes("<|channel|>final<|message|>"))
    throw new TemplateError(
      `a message must not carry <|channel|> tags in its ${field}: reasoning goes into thinking, the answer into content`,
    );
}

function putAnswer(
  message: TemplateMessage,
  later: readonly TemplateMessage[],
  closes: boolean,
  out: TemplateWriter,
): void {
  const given = message.fields["thinking"];
  const thinking = given === undefined ? undefined : joinable(given, "thinking");
  if (message.content !== undefined) refuseChannels(contentText(message), "content");
  if (thinking !== undefined) refuseChannels(thinking, "thinking");
  const say = (text: string): TemplateWriter => out.put("<|start|>assistant").say(text);
  if (message.calls === undefined) {
    if (closes && thinking !== undefined) say(`<|channel|>analysis<|message|>${thinking}<|end|>`);
    else if (truthy(thinking)) out.warn("reasoning before the last message is not rendered");
    say(`<|channel|>final<|message|>${contentText(message)}${closes ? "<|return|>" : "<|end|>"}`);
    return;
  }
  const call = message.calls[0];
  if (call === undefined) throw new TemplateError("a list of tool calls must not be empty");
  const content = printed(message.content);
  if (content !== "" && truthy(thinking))
    throw new TemplateError(
      "Cannot pass both content and thinking in an assistant message with tool calls! Put the analysis message in one or the other, but not both.",
    );
  const analysis = content === "" ? (thinking ?? "") : content;
  const answered = later.some((other) => other.role === "assistant" && other.calls === undefined);
  if (analysis !== "" && answered)
    out.warn("the text or reasoning beside a tool call is not rendered once an answer follows");
  else if (analysis !== "") say(`<|channel|>analysis<|message|>${analysis}<|end|>`);
  if (message.calls.length > 1) out.warn("only the first of parallel tool calls is rendered");
  say(
    ` to=functions.${call.name}<|channel|>commentary json<|message|>${dumpJson(argumentsOf(call.arguments))}<|call|>`,
  );
}

function renderHarmony(input: TemplateInput, out: TemplateWriter): void {
  const tools = input.tools ?? [];
  out.put(
    "<|start|>system<|message|>You are ChatGPT, a large language model trained by OpenAI.\nKnowledge cutoff: 2024-06\n",
  );
  out.put(`Current date: ${dateOf(input.now).iso}\n\nReasoning: medium\n\n`);
  out.put("# Valid channels: analysis, commentary, final. Channel must be included for every message.");
  if (tools.length > 0) out.put("\nCalls to these tools must go to the commentary channel: 'functions'.");
  out.put("<|end|>");
  const [first] = input.messages;
  const developer = first.role === "developer" || first.role === "system" ? first : undefined;
  const messages = developer === undefined ? input.messages : input.messages.slice(1);
  const instructions = truthy(developer?.content) ? `# Instructions\n\n${printed(developer?.content)}\n\n` : "";
  if (instructions !== "" || tools.length > 0) {
    out.put(`<|start|>developer<|message|>${instructions}`);
    if (tools.length > 0)
      out.put(
        `# Tools\n\n## functions\n\nnamespace functions {\n\n${tools.map(declareTool).join("")}} // namespace functions`,
      );
    out.put("<|end|>");
  }
  let called: string | null = null;
  for (const [index, message] of messages.entries()) {
    if (message.role === "assistant") {
      const closes = index === messages.length - 1 && !input.addGenerationPrompt;
      putAnswer(message, messages.slice(index + 1), closes, out);
      called = message.calls?.[0]?.name ?? null;
    } else if (message.role === "tool") {
      if (called === null)
        throw new TemplateError("Message has tool role, but there was no previous assistant message with a tool call!");
      out.put(
        `<|start|>functions.${called} to=assistant<|channel|>commentary<|message|>${dumpJson(argumentsOf(message.content))}<|end|>`,
      );
    } else if (message.role === "user") {
      out.put(`<|start|>user<|message|>${contentText(message)}<|end|>`);
    } else {
      out.warn(`${message.role} messages after the first are not rendered`);
    }
  }
  if (input.addGenerationPrompt) out.put("<|start|>assistant");
}

export const harmony: TemplateFamily = {
  displayName: "Harmony (OpenAI gpt-oss)",
  revision: "openai/gpt-oss-120b",
  specialTokens: ["<|start|>", "<|end|>", "<|message|>", "<|channel|>", "<|call|>", "<|return|>"],
  calls: "single",
  declaresTools: true,
  rendersReasoning: true,
  render: renderHarmony,
};
