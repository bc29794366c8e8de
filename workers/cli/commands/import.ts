import { Option } from "commander";
import type { Command } from "commander";
import { IMPORT_FORMATS } from "../../contract/import.ts";
import type { ImportFormat } from "../../contract/import.ts";
import type { BuiltConversation } from "../../core/ingest/conversation.ts";
import { EXIT, InputError } from "../failure.ts";
import type { LocalImportSummary } from "../local-import.ts";
import { formatTable, openOutput, printJson, say } from "../output.ts";
import type { OutputFile } from "../output.ts";
import { serverOf } from "../remote.ts";
import { addRemoteOptions, examples, jsonOption, outputOption } from "./options.ts";
import type { CommonOptions } from "./options.ts";

export interface ImportCommandOptions extends CommonOptions {
  format: ImportFormat;
  domain?: string;
  language?: string;
  strict?: boolean;
  keepSourceUntil?: string;
  output?: string;
}

/** `uncase import`: real conversations in, anonymised ones out. */
export function addImportCommand(program: Command): void {
  const command = withImportOptions(program.command("import [file]"))
    .description("read real conversations of any supported format and anonymise them")
    // The formats' own commands have the same options, and must see those that follow their names.
    .enablePositionalOptions()
    .addOption(
      new Option("-f, --format <format>", "override the detection").choices([...IMPORT_FORMATS]).default("auto"),
    )
    .addHelpText(
      "after",
      `\nPrints a JSON array of conversations, or writes it to the file of -o (JSON lines when that ends in .jsonl).\nExit code 0 when anything was imported, 1 with --strict when any of it is wrong, 2 when nothing could be read.\n${examples(
        "uncase import chat.txt -o conversations.jsonl",
        "uncase import export.zip --domain automotive.sales --json",
        "uncase import csv transcripts.csv --strict -o conversations.json",
        "uncase import chat.txt --server http://localhost:8000",
      )}`,
    )
    .action((file: string | undefined, options: ImportCommandOptions) => runImport(file, options));

  withImportOptions(command.command("csv <file>"))
    .description("the same for a CSV transcript")
    .action((file: string, options: ImportCommandOptions) => runImport(file, { ...options, format: "csv" }));

  withImportOptions(command.command("jsonl <file>"))
    .description("the same for JSON lines")
    .addOption(new Option("-f, --format <format>", "which shape").choices([...IMPORT_FORMATS]).default("auto"))
    .action((file: string, options: ImportCommandOptions) => runImport(file, options));
}

function withImportOptions(command: Command): Command {
  return addRemoteOptions(command)
    .option("-d, --domain <domain>", "domain of the conversations, in place of what the file says")
    .option("--language <tag>", "language of the conversations, in place of what the file says")
    .option("--strict", "import nothing when any of the file is wrong")
    .option("--keep-source-until <date>", "on a server: keep the file itself, sealed, until then (needs an admin key)")
    .addOption(outputOption("where to put the conversations; the standard output by default"))
    .addOption(jsonOption());
}

async function runImport(file: string | undefined, options: ImportCommandOptions): Promise<void> {
  if (serverOf(options) !== null) {
    const { importRemotely } = await import("../remote-import.ts");
    return importRemotely(file, options);
  }
  if (options.keepSourceUntil !== undefined) throw new InputError("--keep-source-until needs --server");
  const [{ describeError, importFile, refuseNothing }, { loadPrivacyEngine }] = await Promise.all([
    import("../local-import.ts"),
    import("../local-privacy.ts"),
  ]);
  const output = options.output === "-" ? undefined : options.output;
  const target = await openOutput(output);
  const list = createListWriter(target, {
    lines: output?.endsWith(".jsonl") ?? false,
    wrapped: options.json === true && output === undefined,
  });
  const conversations = importFile(
    file,
    {
      format: options.format,
      domain: options.domain ?? null,
      language: options.language ?? null,
      strict: options.strict === true,
    },
    loadPrivacyEngine(),
  );
  try {
    for (;;) {
      const step = await conversations.next();
      if (step.done !== true) {
        await list.add(step.value);
        continue;
      }
      const summary = step.value;
      const refused = options.strict === true && summary.conversations_failed > 0;
      if (!refused && options.json !== true) refuseNothing(file, summary);
      await list.end(summary);
      if (refused || summary.conversations_imported === 0) await target.discard();
      else await target.finish();
      if (options.json === true && output !== undefined) await printJson({ ...summary, output });
      if (refused) process.exitCode = EXIT.checkFailed;
      else if (summary.conversations_imported === 0) process.exitCode = EXIT.badInput;
      for (const error of summary.errors.slice(0, 10)) say(describeError(error));
      if (summary.conversations_failed > 10) say(`… and ${summary.conversations_failed - 10} more errors`);
      for (const warning of summary.warnings) say(`warning: ${warning}`);
      if (refused) say("--strict: nothing was imported");
      else say(describeSummary(summary, output));
      return;
    }
  } catch (error) {
    await target.discard();
    throw error;
  }
}

/** Writes conversations as they come: JSON lines, an array, or the `conversations` of one object with the summary. */
function createListWriter(target: OutputFile, shape: { lines: boolean; wrapped: boolean }) {
  let count = 0;
  const open = shape.wrapped ? '{"conversations":[' : "[";
  return {
    add: async ({ conversation }: BuiltConversation) => {
      const separator = shape.lines ? "" : `${count === 0 ? open : ","}\n`;
      count += 1;
      await target.write(`${separator}${JSON.stringify(conversation)}${shape.lines ? "\n" : ""}`);
    },
    end: async (summary: LocalImportSummary) => {
      if (shape.lines) return;
      const close = shape.wrapped ? `],${JSON.stringify(summary).slice(1)}\n` : "]\n";
      await target.write(`${count === 0 ? open : "\n"}${close}`);
    },
  };
}

function describeSummary(summary: LocalImportSummary, output: string | undefined): string {
  const rows: [string, string | number][] = [
    ["format", summary.format],
    ["conversations", summary.conversations_imported],
    ["duplicates", summary.duplicates],
    ["errors", summary.conversations_failed],
    ...Object.entries(summary.pii)
      .sort(([, a], [, b]) => b - a)
      .map(([category, count]): [string, number] => [`personal data: ${category}`, count]),
  ];
  if (output !== undefined) rows.push(["written to", output]);
  return formatTable(["import", ""], rows);
}
