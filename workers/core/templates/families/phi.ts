import { splitSystem } from "../input.ts";
import { dumpJson, printPython } from "../json.ts";
import type { TemplateFamily, TemplateInput, TemplateWriter } from "../model.ts";
import { contentText, printed, truthy } from "../text.ts";

const DEFAULT_SYSTEM =
  "You are Phi, a language model trained by Microsoft to help users. Your role as an assistant involves thoroughly exploring questions through a systematic thinking process before providing the final precise and accurate solutions. This requires engaging in a comprehensive cycle of analysis, summarizing, exploration, reassessment, reflection, backtracing, and iteration to develop well-considered thinking process. Please structure your response into two main sections: Thought and Solution using the specified format: <think> {Thought section} </think> {Solution section}. In the Thought section, detail your reasoning process in steps. Each step should include detailed considerations such as analysing questions, summarizing relevant findings, brainstorming new ideas, verifying the accuracy of the current steps, refining any errors, and revisiting previous steps. In the Solution section, based on various attempts, explorations, and reflections from the Thought section, systematically present the final solution that you deem correct. The Solution section should be logical, accurate, and concise and detail necessary steps needed to reach the conclusion. Now, try to solve the following question through the above guidelines:";

function renderPhi4(input: TemplateInput, out: TemplateWriter): void {
  const [system, messages] = splitSystem(input.messages);
  out.put(`<|im_start|>system<|im_sep|>${system === undefined ? DEFAULT_SYSTEM : printed(system.content)}<|im_end|>`);
  for (const message of messages) {
    const { role } = message;
    if (role === "user" || role === "assistant") {
      out.put(`<|im_start|>${role}<|im_sep|>`).say(`${contentText(message)}<|im_end|>`, role === "assistant");
    } else {
      out.warn(`${role} messages are not rendered${role === "system" ? " after the first" : ""}`);
    }
  }
  if (input.addGenerationPrompt) out.put("<|im_start|>assistant<|im_sep|>");
}

const TOOL_INSTRUCTION = [
  "In addition to plain text responses, you can chose to call one or more of the provided functions.",
  "",
  "Use the following rule to decide when to call a function:",
  '  * if the response can be generated from your internal knowledge (e.g., as in the case of queries like "What is the capital of Poland?"), do so',
  "  * if you need external information that can be obtained by calling one or more of the provided functions, generate a function calls",
  "",
  "If you decide to call functions:",
  "  * prefix function calls with functools marker (no closing marker required)",
  '  * all function calls should be generated in a single JSON list formatted as functools[{"name": [function name], "arguments": [function arguments as JSON]}, ...]',
  "  * follow the provided JSON schema. Do not hallucinate arguments or values. Do to blindly copy values from the provided samples",
  "  * respect the argument type formatting. E.g., if the type if number and format is float, write value 7 as 7.0",
  "  * make sure you pick the right functions that match the user intent",
].join("\n");

function renderPhi4Mini(input: TemplateInput, out: TemplateWriter): void {
  const tools = input.tools ?? [];
  if (tools.length > 0)
    out.put(`<|system|>${TOOL_INSTRUCTION}${tools.map((tool) => `${dumpJson(tool, 4)}\n\n`).join("")}<|end|>`);
  for (const message of input.messages) {
    const { role } = message;
    if (role === "system") {
      out.warn("the system text is not rendered");
      continue;
    }
    const calls = message.calls ?? [];
    out.put(`<|${role}|>`).begin(role === "assistant");
    if (truthy(message.content)) {
      out.put(role === "tools" ? `{"result": ${printed(message.content)}}` : printed(message.content));
      if (calls.length > 0) out.warn("tool calls beside text are not rendered");
    } else {
      out.put(
        calls
          .map(
            (call) =>
              `{"name": "${call.name}", "arguments": ${call.arguments === undefined ? "" : printPython(call.arguments)}}`,
          )
          .join(","),
      );
    }
    out.put("<|end|>").end();
  }
  out.put("<|assistant|>");
}

export const phi4: TemplateFamily = {
  displayName: "Phi 4",
  revision: "microsoft/Phi-4-reasoning (axolotl phi_4.jinja)",
  specialTokens: ["<|im_start|>", "<|im_sep|>", "<|im_end|>"],
  calls: "none",
  declaresTools: false,
  render: renderPhi4,
};

export const phi4Mini: TemplateFamily = {
  displayName: "Phi 4 mini",
  revision: "microsoft/Phi-4-mini-instruct (vLLM tool_chat_template_phi4_mini.jinja)",
  specialTokens: ["<|system|>", "<|user|>", "<|assistant|>", "<|tool|>", "<|end|>"],
  calls: "parallel",
  declaresTools: true,
  callsWithoutText: true,
  textArguments: "kept",
  render: renderPhi4Mini,
};
