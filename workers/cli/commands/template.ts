import { Option } from "commander";
import type { Command } from "commander";
import type { Conversation } from "../../contract/conversation.ts";
import { TOOL_CALL_MODES } from "../../contract/template.ts";
import type { ToolCallMode } from "../../contract/template.ts";
import { EXIT, InputError } from "../failure.ts";
import { formatTable, openOutput, print, printJson, say, shorten } from "../output.ts";
import { examples, jsonOption, outputOption } from "./options.ts";

interface ExportCommandOptions {
  toolMode: ToolCallMode;
  system?: string;
  assistantRole?: string;
  format: "text" | "jsonl";
  now?: string;
  output?: string;
  json?: boolean;
}

/** `uncase template`: the chat formats of the model families. */
export function addTemplateCommand(program: Command): void {
  const template = program.command("template").description("write conversations in the format of a model family");

  template
    .command("list")
    .description("the formats")
    .addOption(jsonOption())
    .action(async (options: { json?: boolean }) => {
      const { listTemplates } = await import("../../core/templates/families.ts");
      const templates = listTemplates();
      if (options.json) return printJson(templates);
      const rows = templates.map((each) => [
        each.name,
        each.display_name,
        each.supports_tool_calls ? "yes" : "no",
        shorten(each.special_tokens.join(" "), 60),
      ]);
      await print(formatTable(["name", "format", "tools", "special tokens"], rows));
    });

  withExportOptions(template.command("export <input> <template>"))
    .description("write every conversation of a file in one format")
    .addOption(
      new Option("--format <format>", "text, or JSON lines with the loss spans")
        .choices(["text", "jsonl"])
        .default("text"),
    )
    .addOption(outputOption("where to put it; the standard output by default"))
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples(
        "uncase template export conversations.jsonl llama -o dataset.txt",
        "uncase template export conversations.jsonl qwen --format jsonl -o dataset.jsonl",
      ),
    )
    .action(exportConversations);

  withExportOptions(template.command("preview <input> <template>"))
    .description("show the first conversation of a file in one format, what the model learns in bold")
    .action(async (input: string, name: string, options: ExportCommandOptions) => {
      const { readConversations } = await import("../conversation-files.ts");
      const conversation = (await readConversations(input))[0];
      if (conversation === undefined) throw new InputError(`${input}: holds no conversation`);
      const { text, lossSpans, warnings } = await renderOne(conversation, name, options);
      await print(process.stdout.isTTY ? highlight(text, lossSpans) : text);
      for (const warning of warnings) say(`warning: ${warning}`);
    });

  template
    .command("render")
    .description(
      "answer each line {family, messages, tools?, add_generation_prompt?, now?} with {text, loss_spans, warnings} or {error}",
    )
    .requiredOption("--batch <file>", "JSON lines to answer; - is the standard input")
    .option("--jinja <file>", "render this template instead of a family: a Jinja file or a tokenizer_config.json")
    .addOption(outputOption("where to put the answers; the standard output by default"))
    .action(async (options: { batch: string; jinja?: string; output?: string }) => {
      const [{ makeJinjaRenderer, parseRenderLine, renderLine }, { answerLines }] = await Promise.all([
        import("../template-lines.ts"),
        import("../json-lines.ts"),
      ]);
      const answer = options.jinja === undefined ? renderLine : await makeJinjaRenderer(options.jinja);
      await answerLines(options.batch, options.output, answer, parseRenderLine);
    });
}

function withExportOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--tool-mode <mode>", "how tool calls are written").choices([...TOOL_CALL_MODES]).default("native"),
    )
    .option("--system <text>", "system prompt to put first")
    .option("--assistant-role <role>", "the role to learn; each conversation says it itself unless it is old")
    .option("--now <time>", "local date and time for the formats that print one (2026-01-15T12:00)");
}

async function exportConversations(input: string, name: string, options: ExportCommandOptions): Promise<void> {
  const { readConversations } = await import("../conversation-files.ts");
  const conversations = await readConversations(input);
  const warnings = new Set<string>();
  const rendered: { text: string; loss_spans: [number, number][] }[] = [];
  for (const conversation of conversations) {
    const { text, lossSpans, warnings: own } = await renderOne(conversation, name, options);
    rendered.push({ text, loss_spans: lossSpans });
    for (const warning of own) warnings.add(warning);
  }
  const file =
    options.format === "jsonl"
      ? rendered.map((record) => `${JSON.stringify(record)}\n`).join("")
      : rendered.map((record) => `${record.text}\n`).join("");
  const output = options.output === "-" ? undefined : options.output;
  if (output !== undefined || !options.json) {
    const target = await openOutput(output);
    await target.write(file);
    await target.finish();
  }
  if (options.json) {
    await printJson({
      template_name: name,
      count: rendered.length,
      warnings: [...warnings],
      ...(output === undefined ? { rendered: rendered.map((record) => record.text) } : { output }),
    });
  }
  for (const warning of warnings) say(`warning: ${warning}`);
  say(
    `${rendered.length} conversation${rendered.length === 1 ? "" : "s"} as ${name}${output === undefined ? "" : ` in ${output}`}`,
  );
  if (rendered.length === 0) process.exitCode = EXIT.checkFailed;
}

async function renderOne(conversation: Conversation, name: string, options: ExportCommandOptions) {
  const [{ renderConversation }, { TemplateError }, { assistantRoleOf }, { toolsOf }] = await Promise.all([
    import("../../core/templates/messages.ts"),
    import("../../core/templates/model.ts"),
    import("../conversation-files.ts"),
    import("../conversation-tools.ts"),
  ]);
  try {
    return renderConversation(conversation, name, {
      assistantRole: options.assistantRole ?? assistantRoleOf(conversation),
      toolMode: options.toolMode,
      systemPrompt: options.system ?? null,
      tools: await toolsOf(conversation, []),
      now: options.now ?? null,
    });
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new InputError(`${conversation.conversation_id} as ${name}: ${error.message}`);
  }
}

function highlight(text: string, spans: readonly (readonly [number, number])[]): string {
  let marked = "";
  let at = 0;
  for (const [start, end] of spans) {
    marked += `${text.slice(at, start)}\u001B[1m${text.slice(start, end)}\u001B[22m`;
    at = end;
  }
  return marked + text.slice(at);
}
