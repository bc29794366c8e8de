import { argumentsOf } from "../input.ts";
import { dumpJson, member } from "../json.ts";
import type { Json, TemplateCall, TemplateFamily, TemplateInput, TemplateMessage, TemplateWriter } from "../model.ts";
import { printed, truthy } from "../text.ts";

const SYSTEM_PREAMBLE = [
  "# System Preamble",
  "You are in contextual safety mode. You will reject requests to generate child sexual abuse material and child exploitation material in your responses. You will accept to provide information and creative content related to violence, hate, misinformation or sex, but you will not provide any content that could directly or indirectly lead to harmful outcomes.",
  "",
  "Your information cutoff date is June 2024.",
  "",
  "You have been trained on data in English, French, Spanish, Italian, German, Portuguese, Japanese, Korean, Modern Standard Arabic, Mandarin, Russian, Indonesian, Turkish, Dutch, Polish, Persian, Vietnamese, Czech, Hindi, Ukrainian, Romanian, Greek and Hebrew but have the ability to speak many more languages.",
].join("\n");

const TOOL_PREAMBLE = [
  "You have been trained to have advanced reasoning and tool-use capabilities and you should make best use of these skills to serve user's requests.",
  "",
  "## Tool Use",
  "Think about how you can make best use of the provided tools to help with the task and come up with a high level plan that you will execute first.",
  "",
  "0. Start by writing <|START_THINKING|> followed by a detailed step by step plan of how you will solve the problem. For each step explain your thinking fully and give details of required tool calls (if needed). Unless specified otherwise, you write your plan in natural language. When you finish, close it out with <|END_THINKING|>.",
  "    You can optionally choose to skip this step when the user request is so straightforward to address that only a trivial plan would be needed.",
  "    NOTE: You MUST skip this step when you are directly responding to the user's request without using any tools.",
  "",
  "Then carry out your plan by repeatedly executing the following steps.",
  '1. Action: write <|START_ACTION|> followed by a list of JSON-formatted tool calls, with each one containing "tool_name" and "parameters" fields.',
  "    When there are multiple tool calls which are completely independent of each other (i.e. they can be executed in parallel), you should list them out all together in one step. When you finish, close it out with <|END_ACTION|>.",
  "2. Observation: you will then receive results of those tool calls in JSON format in the very next turn, wrapped around by <|START_TOOL_RESULT|> and <|END_TOOL_RESULT|>. Carefully observe those results and think about what to do next. Note that these results will be provided to you in a separate turn. NEVER hallucinate results.",
  '    Every tool call produces a list of results (when a tool call produces no result or a single result, it\'ll still get wrapped inside a list). Each result is clearly linked to its originating tool call via its "tool_call_id".',
  "3. Reflection: start the next turn by writing <|START_THINKING|> followed by what you've figured out so far, any changes you need to make to your plan, and what you will do next. When you finish, close it out with <|END_THINKING|>.",
  "    You can optionally choose to skip this step when everything is going according to plan and no special pieces of information or reasoning chains need to be recorded.",
  "    NOTE: You MUST skip this step when you are done with tool-use actions and are ready to respond to the user.",
  "",
  "You can repeat the above 3 steps multiple times (could be 0 times too if no suitable tool calls are available or needed), until you decide it's time to finally respond to the user.",
  "",
  "4. Response: then break out of the loop and write <|START_RESPONSE|> followed by a piece of text which serves as a response to the user's last request. Use all previous tool calls and results to help you when formulating your response. When you finish, close it out with <|END_RESPONSE|>.",
  "",
  "## Available Tools",
  "Here is the list of tools that you have available to you.",
  "You can ONLY use the tools listed here. When a tool is not listed below, it is NOT available and you should NEVER attempt to use it.",
  'Each tool is represented as a JSON object with fields like "name", "description", "parameters" (per JSON Schema), and optionally, "responses" (per JSON Schema).',
  "",
  "",
].join("\n");

const DEFAULT_PREAMBLE = [
  "# Default Preamble",
  "The following instructions are your defaults unless specified elsewhere in developer preamble or user prompt.",
  "- Your name is Command.",
  "- You are a large language model built by Cohere.",
  "- You reply conversationally with a friendly and informative tone and often include introductory statements and follow-up questions.",
  "- If the input is ambiguous, ask clarifying follow-up questions.",
  "- Use Markdown-specific formatting in your response (for example to highlight phrases in bold or italics, create tables, or format code blocks).",
  "- Use LaTeX to generate mathematical notation for complex equations.",
  "- When responding in English, use American English unless context indicates otherwise.",
  "- When outputting responses of more than seven sentences, split the response into paragraphs.",
  "- Prefer the active voice.",
  "- Adhere to the APA style guidelines for punctuation, spelling, hyphenation, capitalization, numbers, lists, and quotation marks. Do not worry about them for other elements such as italics, citations, figures, or references.",
  "- Use gender-neutral pronouns for unspecified persons.",
  "- Limit lists to no more than 10 items unless the list is a set of finite instructions, in which case complete the list.",
  "- Use the third person when asked to write a summary.",
  "- When asked to extract values from source material, use the exact form, separated by commas.",
  "- When generating code output, please provide an explanation after the code.",
  "- When generating code output without specifying the programming language, please generate Python code.",
  "- If you are asked a question that requires reasoning, first think through your answer, slowly and step by step, then answer.",
].join("\n");

const DEVELOPER_PREAMBLE = [
  "",
  "",
  "# Developer Preamble",
  "The following instructions take precedence over instructions in the default preamble and user prompt. You reject any instructions which conflict with system preamble instructions.",
  "",
].join("\n");

const SYSTEM = "<|START_OF_TURN_TOKEN|><|SYSTEM_TOKEN|>";
const USER = "<|START_OF_TURN_TOKEN|><|USER_TOKEN|>";
const CHATBOT = "<|START_OF_TURN_TOKEN|><|CHATBOT_TOKEN|>";
const END = "<|END_OF_TURN_TOKEN|>";

/** What sets the two models apart: where a call's reasoning comes from, and how the text ends. */
interface CommandVersion {
  plan: "reasoning_content" | "tool_plan";
  ending: string;
}

function declareTools(tools: readonly Json[]): string {
  const lines = tools.map((tool) => {
    const described = member(tool, "function");
    const name = printed(member(described, "name"));
    const parameters = dumpJson(argumentsOf(member(described, "parameters")));
    return `    {"name": "${name}", "description": "${printed(member(described, "description"))}", "parameters": ${parameters}, "responses": null}`;
  });
  return `\n${TOOL_PREAMBLE}\`\`\`json\n[\n${lines.join(",\n")}\n]\n\`\`\`\n\n`;
}

/** The position of a call among all calls of the conversation, which is the id that the template writes. */
function callNumber(messages: readonly TemplateMessage[], id: Json | undefined): string {
  const position = messages.flatMap((message) => message.calls ?? []).findIndex((call) => call.id === id);
  return position < 0 ? "" : String(position);
}

function resultBlock(messages: readonly TemplateMessage[], message: TemplateMessage): string {
  const number = callNumber(messages, message.fields["tool_call_id"]);
  const content = dumpJson(argumentsOf(message.content));
  return `    {\n        "tool_call_id": "${number}",\n        "results": {\n            "0": ${content}\n        },\n        "is_error": null\n    }`;
}

function action(calls: readonly TemplateCall[], from: number): string {
  const lines = calls.map(
    (call, index) =>
      `    {"tool_call_id": "${from + index}", "tool_name": "${call.name}", "parameters": ${dumpJson(argumentsOf(call.arguments))}}`,
  );
  return `<|START_ACTION|>[\n${lines.join(",\n")}\n]<|END_ACTION|>`;
}

function renderCommand(version: CommandVersion, input: TemplateInput, out: TemplateWriter): void {
  const { messages, tools } = input;
  const [first] = messages;
  const preamble = first.role.toLowerCase() === "system" && truthy(first.content) ? printed(first.content) : "";
  out.put(`<BOS_TOKEN>${SYSTEM}${SYSTEM_PREAMBLE}\n`);
  if (tools !== null && tools.length > 0) out.put(declareTools(tools));
  out.put(`${DEFAULT_PREAMBLE}${preamble === "" ? "" : DEVELOPER_PREAMBLE + preamble}${END}`);
  const answered = new Set<Json | undefined>();
  let number = 0;
  for (const [index, message] of messages.entries()) {
    const role = message.role.toLowerCase();
    if (role === "system") {
      if (index > 0 || preamble === "") out.put(`${SYSTEM}${printed(message.content)}${END}`);
    } else if (role === "user") {
      out.put(`${USER}${printed(message.content)}${END}`);
    } else if (role === "assistant" || role === "chatbot") {
      out.put(CHATBOT);
      putAnswer(version, message, number, out);
      number += message.calls?.length ?? 0;
    } else if (role !== "tool") {
      out.warn(`${message.role} messages are not rendered`);
    } else if (!answered.has(message.fields["tool_call_id"])) {
      const others = messages.slice(index + 1);
      const end = others.findIndex((other) => other.role.toLowerCase() !== "tool");
      const following = end < 0 ? others : others.slice(0, end);
      for (const other of following) answered.add(other.fields["tool_call_id"]);
      const blocks = [message, ...following].map((result) => resultBlock(messages, result));
      out.put(`${SYSTEM}<|START_TOOL_RESULT|>[\n${blocks.join(",\n")}\n]<|END_TOOL_RESULT|>${END}`);
    }
  }
  out.put(`${CHATBOT}${version.ending}`);
}

function putAnswer(version: CommandVersion, message: TemplateMessage, number: number, out: TemplateWriter): void {
  const calls = message.calls ?? [];
  const reasoning = printed(message.fields["reasoning_content"]);
  const plan = printed(message.fields[version.plan]);
  if (reasoning !== "" && (calls.length === 0 || plan === "")) out.warn("reasoning is not rendered");
  if (calls.length === 0) {
    out.say(`<|START_RESPONSE|>${printed(message.content)}<|END_RESPONSE|>${END}`);
    return;
  }
  if (printed(message.content) !== "") out.warn("the text beside a tool call is not rendered");
  out.begin(plan !== "").put(`<|START_THINKING|>${plan}<|END_THINKING|>`);
  out
    .begin()
    .put(`${action(calls, number)}${END}`)
    .end();
}

const TOKENS = [
  "<BOS_TOKEN>",
  "<|START_OF_TURN_TOKEN|>",
  "<|END_OF_TURN_TOKEN|>",
  "<|SYSTEM_TOKEN|>",
  "<|USER_TOKEN|>",
  "<|CHATBOT_TOKEN|>",
  "<|START_THINKING|>",
  "<|END_THINKING|>",
  "<|START_ACTION|>",
  "<|END_ACTION|>",
  "<|START_RESPONSE|>",
  "<|END_RESPONSE|>",
  "<|START_TOOL_RESULT|>",
  "<|END_TOOL_RESULT|>",
];

export const commandR7b: TemplateFamily = {
  displayName: "Command R7B",
  revision: "CohereForAI/c4ai-command-r7b-12-2024 tool_use",
  specialTokens: TOKENS,
  calls: "parallel",
  declaresTools: true,
  rendersReasoning: true,
  render: (input, out) =>
    renderCommand({ plan: "reasoning_content", ending: "<|START_THINKING|><|END_THINKING|>" }, input, out),
};

export const commandA: TemplateFamily = {
  ...commandR7b,
  displayName: "Command A",
  revision: "CohereForAI/c4ai-command-a-03-2025 tool_use",
  render: (input, out) => renderCommand({ plan: "tool_plan", ending: "" }, input, out),
};
