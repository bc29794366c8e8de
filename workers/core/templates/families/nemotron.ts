import { argumentsOf, splitSystem } from "../input.ts";
import { dumpJson, isList, member } from "../json.ts";
import {
  type Json,
  TemplateError,
  type TemplateCall,
  type TemplateFamily,
  type TemplateInput,
  type TemplateMessage,
  type TemplateWriter,
} from "../model.ts";
import { afterLast, contentText, joinable, printed, strip, stripStart, truthy } from "../text.ts";

function declareJson(tools: readonly Json[]): string {
  return `<AVAILABLE_TOOLS>[${tools.map((tool) => dumpJson(member(tool, "function") ?? tool)).join(", ")}]</AVAILABLE_TOOLS>\n\n`;
}

const CALL_FORMAT =
  "If you decide to call any tool(s), use the following format:\n" +
  '<TOOLCALL>[{{"name": "tool_name1", "arguments": "tool_args1"}}, {{"name": "tool_name2", "arguments": "tool_args2"}}]</TOOLCALL>\n\n';

function callList(calls: readonly TemplateCall[]): string {
  const items = calls.map((call) => {
    const given = argumentsOf(call.arguments);
    return `{"name": "${call.name}", "arguments": ${typeof given === "string" ? given : dumpJson(given)}}`;
  });
  return `<TOOLCALL>[${items.join(", ")}]</TOOLCALL>`;
}

/** One result of a run that stands in one list. */
function putResponse(
  out: TemplateWriter,
  text: string,
  previous: TemplateMessage | undefined,
  next: TemplateMessage | undefined,
  open: string,
  close: string,
): void {
  if (previous?.role !== "tool") out.put(`${open}<TOOL_RESPONSE>[`);
  out.put(text).put(next?.role === "tool" ? ", " : `]</TOOL_RESPONSE>${close}`);
}

function renderSuper(input: TemplateInput, out: TemplateWriter): void {
  const open = (role: string): string => `<|start_header_id|>${role}<|end_header_id|>\n\n`;
  const { messages, tools } = input;
  let thinks = true;
  out.put(`<|begin_of_text|>${open("system")}`);
  const [first] = messages;
  if (first.role === "system" && first.content !== "") {
    let system = contentText(first);
    if (system.includes("/no_think")) {
      system = strip(system.replaceAll("/no_think", ""));
      thinks = false;
    } else if (system.includes("/think")) {
      system = strip(system.replaceAll("/think", ""));
    }
    out.put(`${system}\n\n`);
  }
  if (tools !== null && tools.length > 0) {
    out.put(`You can use the following tools to assist the user if required:\n${declareJson(tools)}${CALL_FORMAT}`);
    out.put(
      'Response from tool(s) will be returned in this format:\n<TOOL_RESPONSE>[{{"response": "tool_response1"}}, {{"response": "tool_response2"}}]</TOOL_RESPONSE>\n\n',
    );
    out.put(
      "Based on the results returned by the tool(s), you can call additional tools if needed, correct tool calls if any errors are found, or just respond with the answer to the user.",
    );
  }
  out.put("<|eot_id|>");
  for (const [index, message] of messages.entries()) {
    if (message.role === "user") {
      out.put(`${open("user")}${printed(message.content)}<|eot_id|>`);
    } else if (message.role === "assistant") {
      const text = isList(message.content) ? printed(message.content) : contentText(message);
      const content =
        !isList(message.content) && text.includes("</think>") ? stripStart(afterLast(text, "</think>")) : text;
      if (content !== text) out.warn("reasoning is not rendered");
      out
        .put(open("assistant"))
        .say(`${content}${truthy(message.calls?.length) ? callList(message.calls ?? []) : ""}<|eot_id|>`);
    } else if (message.role === "tool") {
      putResponse(out, printed(message.content), messages[index - 1], messages[index + 1], open("tool"), "<|eot_id|>");
    } else if (index > 0 || message.role !== "system") {
      out.warn(`${message.role} messages after the first are not rendered`);
    }
  }
  if (input.addGenerationPrompt) out.put(`${open("assistant")}${thinks ? "" : "<think>\n\n</think>\n\n"}`);
}

/** The user's or system's text without the switches for reasoning. */
function withoutSwitches(text: string): string {
  return strip(text.replaceAll("/think", "").replaceAll("/no_think", ""));
}

function renderNanoV2(input: TemplateInput, out: TemplateWriter): void {
  const { tools } = input;
  let thinks = true;
  for (const { role, content } of input.messages) {
    if (role !== "user" && role !== "system") continue;
    const text =
      typeof content === "string"
        ? content
        : isList(content) || content === undefined
          ? ""
          : joinable(content, "content");
    if (text.includes("/think")) thinks = true;
    else if (text.includes("/no_think")) thinks = false;
  }
  const textOf = (message: TemplateMessage): string => (truthy(message.content) ? contentText(message) : "");
  const [first, rest] = splitSystem(input.messages);
  const system = first === undefined ? "" : withoutSwitches(textOf(first));
  out.put(`<SPECIAL_10>System\n${system}`);
  if (tools !== null && tools.length > 0) {
    out.put(
      `${system === "" ? "" : "\n\n"}You can use the following tools to assist the user if required:\n${declareJson(tools)}${CALL_FORMAT}`,
    );
    out.put(
      'The user will execute tool-calls and return responses from tool(s) in this format:\n<TOOL_RESPONSE>[{{"tool_response1"}}, {{"tool_response2"}}]</TOOL_RESPONSE>\n\n',
    );
    out.put(
      "Based on the tool responses, you can call additional tools if needed, correct tool calls if any errors are found, or just respond to the user.",
    );
  }
  out.put("\n\n");
  const last = rest.at(-1);
  if (last === undefined) throw new TemplateError("there is no message after the system's");
  const closing = last.role === "assistant" ? last : undefined;
  const messages = closing === undefined ? rest : rest.slice(0, -1);
  for (const [index, message] of messages.entries()) {
    if (message.role === "user") {
      out.put(`<SPECIAL_11>User\n${withoutSwitches(textOf(message))}\n`);
    } else if (message.role === "tool") {
      putResponse(out, printed(message.content), messages[index - 1], messages[index + 1], "<SPECIAL_11>User\n", "");
    } else if (message.role === "assistant") {
      const parts = textOf(message).split("</think>");
      const content = strip(parts.length > 1 ? (parts[1] ?? "") : (parts[0] ?? ""));
      if (parts.length > 1) out.warn("reasoning before the last message is not rendered");
      const calls = message.calls ?? [];
      const called = calls.length > 0 ? `${content === "" ? "" : "\n"}${callList(calls)}` : "";
      out.put("<SPECIAL_11>Assistant\n").say(`${content}${called}\n<SPECIAL_12>`).put("\n");
    } else {
      out.warn(`${message.role} messages after the first are not rendered`);
    }
  }
  const content = closing === undefined ? "" : strip(textOf(closing));
  const calls = closing?.calls ?? [];
  const opening = `<SPECIAL_11>Assistant\n${thinks ? "<think>\n" : "<think></think>"}`;
  if (input.addGenerationPrompt) {
    if (calls.length > 0) out.warn("tool calls of the last message are not rendered before a generation prompt");
    out.put(opening).say(content);
    return;
  }
  if (content !== "") out.put(opening).say(`${content}\n<SPECIAL_12>`).put("\n");
  if (calls.length > 0)
    out
      .put("<SPECIAL_11>Assistant\n")
      .say(`${callList(calls)}<SPECIAL_12>`)
      .put("\n\n");
}

export const nemotronSuper: TemplateFamily = {
  displayName: "Nemotron Super 49B v1.5",
  revision: "nvidia/Llama-3_3-Nemotron-Super-49B-v1_5",
  specialTokens: ["<|begin_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"],
  calls: "parallel",
  declaresTools: true,
  textArguments: "kept",
  render: renderSuper,
};

export const nemotronNanoV2: TemplateFamily = {
  displayName: "Nemotron Nano v2",
  revision: "nvidia/NVIDIA-Nemotron-Nano-9B-v2",
  specialTokens: ["<SPECIAL_10>", "<SPECIAL_11>", "<SPECIAL_12>"],
  calls: "parallel",
  declaresTools: true,
  textArguments: "kept",
  render: renderNanoV2,
};
