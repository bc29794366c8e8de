import { Option } from "commander";
import type { Command } from "commander";
import type { Domain } from "../../contract/domain.ts";
import { EXPORT_FORMATS } from "../../contract/job.ts";
import { TOOL_CALL_MODES } from "../../contract/template.ts";
import type { ToolCallMode } from "../../contract/template.ts";
import { EXIT, InputError } from "../failure.ts";
import { formatTable, print, printJson, say } from "../output.ts";
import type { LocalRunResult } from "../local-pipeline.ts";
import { createClient, serverOf } from "../remote.ts";
import { showJob } from "./job.ts";
import {
  addRemoteOptions,
  addWriterOptions,
  collect,
  examples,
  integer,
  jsonOption,
  refuseWriterOptions,
  writerFields,
} from "./options.ts";
import type { CommonOptions, WriterOptions } from "./options.ts";

export interface PipelineCommandOptions extends CommonOptions, WriterOptions {
  domain: string;
  input: string[];
  count: number;
  randomSeed: number;
  maxAttempts: number;
  language?: string;
  template: string;
  format: (typeof EXPORT_FORMATS)[number];
  toolMode: ToolCallMode;
  system?: string;
  output: string;
}

/** `uncase pipeline`: everything, from real conversations to a certified data set. */
export function addPipelineCommand(program: Command): void {
  const pipeline = program.command("pipeline").description("run the whole pipeline");

  addWriterOptions(addRemoteOptions(pipeline.command("run")))
    .description(
      "import, anonymise, extract seeds, generate, evaluate, export; exit code 1 when nothing passed the gates",
    )
    .requiredOption("-d, --domain <domain>", "domain of the conversations")
    .option(
      "-i, --input <file>",
      "a file of real conversations; may be given several times (default: the seeds of the library)",
      collect,
      [],
    )
    .option(
      "-n, --count <count>",
      "conversations per source, or in all when they come from the library",
      integer(1, 10_000),
      10,
    )
    .option(
      "--random-seed <number>",
      "another number gives other conversations, the same number the same ones",
      integer(0, 0xffffffff),
      0,
    )
    .option("--max-attempts <count>", "attempts at each conversation", integer(1, 10), 3)
    .option("--language <tag>", "language of the conversations in place of the seeds'")
    .option("--template <name>", "chat format of the data set", "chatml")
    .addOption(
      new Option("--format <format>", "file format of the data set").choices([...EXPORT_FORMATS]).default("jsonl"),
    )
    .addOption(
      new Option("--tool-mode <mode>", "how tool calls are written").choices([...TOOL_CALL_MODES]).default("native"),
    )
    .option("--system <text>", "system prompt to put first")
    .option("-o, --output <dir>", "folder for the results", "outputs/pipeline")
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples(
        "uncase pipeline run -d automotive.sales -i chat.txt -n 20 -o out",
        "uncase pipeline run -d medical.consultation -n 100 --template llama --json",
        "uncase pipeline run -d automotive.sales -i chat.txt --server http://localhost:8000",
      ),
    )
    .action(run);

  addWriterOptions(addRemoteOptions(pipeline.command("estimate")))
    .description("what a run would take on a server: calls, tokens and cost, with an interval")
    .requiredOption("-d, --domain <domain>", "domain of the conversations")
    .option(
      "-n, --count <count>",
      "conversations in all from the library, per seed or source otherwise",
      integer(1, 10_000),
      10,
    )
    .option("--conversation-id <id>", "an imported conversation as the source; may be given several times", collect)
    .option("--seed-id <id>", "a seed of the server in the library's place; may be given several times", collect)
    .option("--pilot <count>", "conversations to write first, and to pay for", integer(0, 5), 0)
    .option("--max-attempts <count>", "attempts at each conversation", integer(1, 10), 3)
    .option("--language <tag>", "language of the conversations")
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples("uncase pipeline estimate -d finance.advisory -n 1000 --provider claude --pilot 5 --budget 1"),
    )
    .action(estimate);

  addRemoteOptions(pipeline.command("status <job>"))
    .description("the state of a run on a server")
    .addOption(jsonOption())
    .action(async (id: string, options: CommonOptions) => showJob(await createClient(options).jobs.get(id), options));
}

interface EstimateOptions extends CommonOptions, WriterOptions {
  domain: string;
  count: number;
  seedId?: string[];
  conversationId?: string[];
  pilot: number;
  maxAttempts: number;
  language?: string;
}

async function estimate(options: EstimateOptions): Promise<void> {
  const { readDomain } = await import("../domain-files.ts");
  const answer = await createClient(options).generation.estimate({
    domain: readDomain(options.domain, "--domain"),
    ...(options.seedId !== undefined && { seed_ids: options.seedId }),
    ...(options.conversationId !== undefined && { conversation_ids: options.conversationId }),
    count: options.count,
    pilot: options.pilot,
    max_attempts: options.maxAttempts,
    language: options.language,
    ...(await writerFields(options)),
  });
  if (options.json) return printJson(answer);
  const row = (name: string, range: { low: number; expected: number; high: number } | null, digits = 0) => [
    name,
    ...(range === null
      ? ["not known", "", ""]
      : [range.expected, range.low, range.high].map((value) => value.toFixed(digits))),
  ];
  await print(
    formatTable(
      [`${answer.conversations} conversations, ${answer.model}`, "expected", "from", "to"],
      [
        row("calls", answer.calls),
        row("input tokens", answer.input_tokens),
        row("output tokens", answer.output_tokens),
        row("USD", answer.cost_usd, 4),
      ],
    ),
  );
  const { pilot, confidence } = answer;
  if (pilot === null) say("\nFrom the prompts alone; --pilot 5 writes five conversations and measures.");
  else {
    const interval = confidence === null ? "" : `; the interval holds in ${Math.round(confidence * 100)} % of cases`;
    say(
      `\nPilot: ${pilot.conversations} written, ${pilot.passed} passed, ${pilot.failed} failed, ${pilot.cost_usd} USD${interval}`,
    );
  }
}

async function run(options: PipelineCommandOptions): Promise<void> {
  const { readDomain } = await import("../domain-files.ts");
  const { FAMILIES } = await import("../../core/templates/families.ts");
  const domain: Domain = readDomain(options.domain, "--domain");
  if (!FAMILIES.has(options.template)) {
    throw new InputError(
      `--template ${options.template}: unknown format; expected one of ${[...FAMILIES.keys()].join(", ")}`,
    );
  }
  let result: LocalRunResult;
  if (serverOf(options) !== null) {
    const { runRemotely } = await import("../remote-pipeline.ts");
    result = await runRemotely(domain, options);
  } else {
    refuseWriterOptions(options);
    const { runLocally } = await import("../local-pipeline.ts");
    result = await runLocally(domain, options);
  }
  if (result.certified === 0) process.exitCode = EXIT.checkFailed;
  if (options.json) return printJson(result);
  await print(resultTable(result));
  if (result.certified === 0) say("\nNo conversation passed the gates; nothing was exported.");
}

function resultTable(result: LocalRunResult): string {
  const rows: [string, string | number][] = [
    ["conversations imported", result.imported],
    ...Object.entries(result.pii)
      .sort(([, a], [, b]) => b - a)
      .map(([category, count]): [string, number] => [`  personal data: ${category}`, count]),
    ["seeds", result.seeds],
    ["generated", result.generated],
    ["certified", result.certified],
    ...Object.entries(result.rejected)
      .sort(([, a], [, b]) => b - a)
      .map(([reason, count]): [string, number] => [`  rejected: ${reason}`, count]),
  ];
  if (result.export !== null) rows.push(["export", result.export.path], ["sha256", result.export.sha256]);
  rows.push(["seconds", (result.duration_ms / 1000).toFixed(1)]);
  return formatTable(
    ["run", ""],
    rows.map(([name, value]) => [name, String(value)]),
  );
}
