import type { Command } from "commander";
import type { GenerateResponse } from "../../contract/job.ts";
import { EXIT, InputError } from "../failure.ts";
import { createProgressBar, formatTable, openOutput, printJson, say } from "../output.ts";
import { createClient, serverOf } from "../remote.ts";
import {
  addRemoteOptions,
  addWriterOptions,
  examples,
  integer,
  jsonOption,
  outputOption,
  refuseWriterOptions,
  writerFields,
} from "./options.ts";
import type { CommonOptions, WriterOptions } from "./options.ts";

/** What the server answers at once; more is a job. */
const MAX_IN_REQUEST = 50;

export interface GenerateCommandOptions extends CommonOptions, WriterOptions {
  count: number;
  randomSeed: number;
  maxAttempts: number;
  language?: string;
  output?: string;
}

/** `uncase generate`: synthetic conversations from seeds. */
export function addGenerateCommand(program: Command): void {
  addWriterOptions(addRemoteOptions(program.command("generate <seeds>")))
    .description("write conversations from each seed of a file, and keep those that pass the gates")
    .option("-n, --count <count>", "conversations per seed", integer(1, 10_000), 1)
    .option(
      "--random-seed <number>",
      "another number gives other conversations, the same number the same ones",
      integer(0, 0xffffffff),
      0,
    )
    .option("--max-attempts <count>", "attempts at each conversation", integer(1, 10), 3)
    .option("--language <tag>", "language in place of the seed's")
    .addOption(
      outputOption(
        "where to put the conversations (JSON, or JSON lines when it ends in .jsonl); the standard output by default",
      ),
    )
    .addOption(jsonOption())
    .addHelpText(
      "after",
      `\nWithout --server the builtin generator writes them on this machine: for trying out, tests and load.\nExit code 1 when none passed.\n${examples(
        "uncase generate seeds.json -n 20 -o synthetic.jsonl",
        "uncase generate seeds.json --random-seed 7 --json",
      )}`,
    )
    .action(generate);
}

async function generate(seedsFile: string, options: GenerateCommandOptions): Promise<void> {
  const { readSeeds, formatRecords } = await import("../conversation-files.ts");
  const seeds = await readSeeds(seedsFile);
  const bar = createProgressBar("generating", options.json === true);
  const started = performance.now();
  let answer: GenerateResponse;
  try {
    answer = await (serverOf(options) === null ? generateHere() : generateThere());
  } finally {
    bar.end();
  }
  const passed = answer.reports!.filter((report) => report.passed);
  const kept = new Set(passed.map((report) => report.conversation_id));
  const certified = answer.conversations.filter((conversation) => kept.has(conversation.conversation_id));
  if (certified.length === 0) process.exitCode = EXIT.checkFailed;
  if (options.output !== undefined || !options.json) {
    const target = await openOutput(options.output);
    await target.write(formatRecords(certified, options.output));
    await target.finish();
  }
  if (options.json) {
    await printJson({
      ...answer,
      conversations: certified,
      ...(options.output !== undefined && { output: options.output }),
    });
    return;
  }
  const { describeRejected } = await import("../local-synthesis.ts");
  const { rejectionReason } = await import("../../core/synthesis/finalise.ts");
  const rejected: Record<string, number> = {};
  for (const report of answer.reports!) {
    if (!report.passed) rejected[rejectionReason(report)] = (rejected[rejectionReason(report)] ?? 0) + 1;
  }
  const summary = answer.generation_summary;
  say(
    `\n${formatTable(
      ["generated", "certified", "mean Q", "seconds", "rejected"],
      [
        [
          summary.total_generated,
          certified.length,
          summary.avg_composite_score?.toFixed(3) ?? "-",
          summary.duration_seconds.toFixed(1),
          describeRejected(rejected),
        ],
      ],
    )}`,
  );

  async function generateHere(): Promise<GenerateResponse> {
    refuseWriterOptions(options);
    const [{ synthesiseLocally }, { loadPrivacyEngine }, { BUILTIN_GENERATOR }] = await Promise.all([
      import("../local-synthesis.ts"),
      import("../local-privacy.ts"),
      import("../../core/generation/builtin.ts"),
    ]);
    const total = seeds.length * options.count;
    const { certified, reports } = await synthesiseLocally(seeds, loadPrivacyEngine(), {
      total,
      randomSeed: options.randomSeed,
      maxAttempts: options.maxAttempts,
      language: options.language ?? null,
      onProgress: (done, passing) => bar.update(done, total, `${passing} certified`),
    });
    return {
      conversations: certified,
      reports,
      generation_summary: {
        total_generated: reports.length,
        total_passed: certified.length,
        avg_composite_score: mean(reports.map((report) => report.composite_score)),
        model_used: BUILTIN_GENERATOR,
        temperature: 0,
        cost_usd: 0,
        duration_seconds: (performance.now() - started) / 1000,
      },
    };
  }

  async function generateThere(): Promise<GenerateResponse> {
    if (options.count > MAX_IN_REQUEST) {
      throw new InputError(
        `--count ${options.count}: at most ${MAX_IN_REQUEST} a seed come back at once; uncase pipeline run makes more`,
      );
    }
    const client = createClient(options);
    const writer = await writerFields(options);
    const whole: GenerateResponse[] = [];
    for (const [index, seed] of seeds.entries()) {
      whole.push(
        await client.generation.run({
          seed,
          count: options.count,
          random_seed: options.randomSeed,
          max_attempts: options.maxAttempts,
          language_override: options.language,
          ...writer,
        }),
      );
      bar.update(index + 1, seeds.length, "seeds");
    }
    const reports = whole.flatMap((each) => each.reports ?? []);
    return {
      conversations: whole.flatMap((each) => each.conversations),
      reports,
      generation_summary: {
        ...whole[0]!.generation_summary,
        total_generated: whole.reduce((sum, each) => sum + each.generation_summary.total_generated, 0),
        total_passed: reports.filter((report) => report.passed).length,
        avg_composite_score: mean(reports.map((report) => report.composite_score)),
        cost_usd: whole.reduce((sum, each) => sum + each.generation_summary.cost_usd, 0),
        duration_seconds: (performance.now() - started) / 1000,
      },
    };
  }
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
