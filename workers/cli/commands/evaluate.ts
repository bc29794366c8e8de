import { Option } from "commander";
import type { Command } from "commander";
import type { Conversation } from "../../contract/conversation.ts";
import { METRICS } from "../../contract/quality.ts";
import type { MetricName, QualityReport } from "../../contract/quality.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import { EXIT, InputError } from "../failure.ts";
import { formatTable, openOutput, print, printJson, say } from "../output.ts";
import { createClient, type RemoteOptions, serverOf } from "../remote.ts";
import { addRemoteOptions, examples, jsonOption, outputOption } from "./options.ts";

/** `uncase evaluate`: the nine metrics. */
export function addEvaluateCommand(program: Command): void {
  const evaluate = program.command("evaluate").description("score conversations against their seeds");

  addRemoteOptions(evaluate.command("run <conversations> <seeds>"))
    .description(
      "evaluate every conversation against the seed that it names; a single seed is used for all. Exit code 1 when any fails",
    )
    .option(
      "--sources <file>",
      "imported conversations that nothing may be copied from; without it memorisation is skipped",
    )
    .addOption(
      new Option("--require <metrics...>", "metrics that fail a conversation when they cannot be computed").choices([
        ...METRICS,
      ]),
    )
    .addOption(outputOption("where to put the reports (JSON)"))
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples(
        "uncase evaluate run synthetic.jsonl seeds.json",
        "uncase evaluate run synthetic.jsonl seeds.json --sources conversations.jsonl --json",
        "uncase evaluate run synthetic.jsonl seeds.json --server http://localhost:8000 --json",
      ),
    )
    .action(run);

  evaluate
    .command("thresholds")
    .description("the thresholds of the metrics and the formula of the composite")
    .addOption(jsonOption())
    .action(async (options: { json?: boolean }) => {
      const { METRIC_RULES } = await import("../../core/evaluation/composite.ts");
      if (options.json) {
        const named = METRICS.map((metric): [string, number] => [
          THRESHOLD_NAMES[metric],
          METRIC_RULES[metric].threshold,
        ]);
        return printJson({ ...Object.fromEntries(named), formula: FORMULA });
      }
      const rows = METRICS.map((metric) => {
        const rule = METRIC_RULES[metric];
        return [metric, COMPARISONS[rule.comparison], rule.threshold, rule.weight, rule.gate ? "gate" : ""];
      });
      await print(formatTable(["metric", "must be", "threshold", "weight", ""], rows));
      await print(`\n${FORMULA}`);
    });
}

const FORMULA = "Q = min(computed metrics that are not gates) when both gates hold, else 0";
const COMPARISONS = { at_least: "at least", below: "below", equal: "exactly" };

/** The API's names. */
const THRESHOLD_NAMES: Record<MetricName, string> = {
  rouge_l: "rouge_l_min",
  fidelidad_factual: "fidelidad_min",
  diversidad_lexica: "diversidad_lexica_min",
  coherencia_dialogica: "coherencia_dialogica_min",
  tool_call_validity: "tool_call_validity_min",
  privacy_score: "privacy_score_max",
  memorizacion: "memorizacion_max",
  semantic_fidelity: "semantic_fidelity_min",
  embedding_drift: "embedding_drift_min",
};

interface RunOptions extends RemoteOptions {
  sources?: string;
  require?: MetricName[];
  output?: string;
  json?: boolean;
}

async function run(conversationsFile: string, seedsFile: string, options: RunOptions): Promise<void> {
  const [{ readConversations, readSeeds }, { summariseBatch }] = await Promise.all([
    import("../conversation-files.ts"),
    import("../../core/evaluation/evaluate.ts"),
  ]);
  const [conversations, seeds] = [await readConversations(conversationsFile), await readSeeds(seedsFile)];
  if (conversations.length === 0) throw new InputError(`${conversationsFile}: holds no conversation`);
  const bySeed = new Map(seeds.map((seed) => [seed.seed_id, seed]));
  const pairs = conversations.map((conversation): Pair => ({
    conversation,
    seed: seeds.length === 1 ? seeds[0]! : seedOf(conversation, bySeed, seedsFile),
  }));
  const reports = await (serverOf(options) === null ? evaluateHere(pairs, options) : evaluateThere(pairs, options));
  const summary = summariseBatch(reports);
  if (summary.failed > 0) process.exitCode = EXIT.checkFailed;
  const result = { ...summary, reports };
  if (options.output !== undefined) {
    const target = await openOutput(options.output);
    await target.write(`${JSON.stringify(result, null, 2)}\n`);
    await target.finish();
  }
  if (options.json) return printJson(result);
  await print(reportTable(reports));
  await print(
    `\n${formatTable(["evaluated", "passed", "failed", "pass rate", "mean Q"], [[summary.total, summary.passed, summary.failed, `${summary.pass_rate} %`, summary.avg_composite_score]])}`,
  );
  for (const report of reports) if (!report.passed) say(`${report.conversation_id}: ${report.failures.join(", ")}`);
}

interface Pair {
  conversation: Conversation;
  seed: SeedSchema;
}

/** The same reports as the API's, but for what only a server knows: its sources, its judge, its embeddings. */
async function evaluateHere(pairs: readonly Pair[], options: RunOptions): Promise<QualityReport[]> {
  const [{ createEvaluator }, { loadPrivacyEngine }, { maskEvidence }] = await Promise.all([
    import("../local-evaluator.ts"),
    import("../local-privacy.ts"),
    import("../../core/ingest/mask-evidence.ts"),
  ]);
  const privacy = loadPrivacyEngine();
  const sources = options.sources === undefined ? undefined : await readSources(options.sources);
  const evaluators = new Map<SeedSchema, Awaited<ReturnType<typeof createEvaluator>>>();
  const reports: QualityReport[] = [];
  for (const { conversation, seed } of pairs) {
    const evaluator = evaluators.get(seed) ?? (await createEvaluator(seed, privacy, sources));
    evaluators.set(seed, evaluator);
    reports.push(maskEvidence(evaluator(conversation, { require: options.require }), conversation, privacy));
  }
  return reports;
}

async function evaluateThere(pairs: readonly Pair[], options: RunOptions): Promise<QualityReport[]> {
  if (options.sources !== undefined) throw new InputError("--sources: a server compares with its own imports");
  const { Evaluator } = await import("../../sdk/evaluator.ts");
  const reports: QualityReport[] = [];
  const evaluator = new Evaluator(createClient(options), options.require);
  for await (const report of evaluator.evaluateMany(pairs)) reports.push(report);
  return reports;
}

function seedOf(
  conversation: { conversation_id: string; seed_id: string },
  seeds: ReadonlyMap<string, SeedSchema>,
  file: string,
): SeedSchema {
  const seed = seeds.get(conversation.seed_id);
  if (seed !== undefined) return seed;
  throw new InputError(
    `${file}: has no seed ${conversation.seed_id || "(none named)"}, which conversation ${conversation.conversation_id} was made from`,
  );
}

/** Fingerprints of imported conversations. What Layer 0 found in them is gone by then, so only their wording counts. */
async function readSources(file: string) {
  const [{ readConversations }, { fingerprintConversation }, { createSourceIndex }, { readHashKey }, { localKey }] =
    await Promise.all([
      import("../conversation-files.ts"),
      import("../../core/ingest/source-fingerprints.ts"),
      import("../../core/evaluation/memorisation.ts"),
      import("../../core/evaluation/keyed-hash.ts"),
      import("../local-key.ts"),
    ]);
  const key = readHashKey(localKey("source-fingerprints"));
  const conversations = await readConversations(file);
  return createSourceIndex(
    key,
    conversations.map((conversation) => fingerprintConversation(key, conversation, [])),
  );
}

const SHORT_NAMES: Record<MetricName, string> = {
  rouge_l: "rouge",
  fidelidad_factual: "facts",
  diversidad_lexica: "diversity",
  coherencia_dialogica: "coherence",
  tool_call_validity: "tools",
  privacy_score: "privacy",
  memorizacion: "memory",
  semantic_fidelity: "semantic",
  embedding_drift: "drift",
};

/** One line per conversation; `-` stands for a metric that was not computed. */
export function reportTable(reports: readonly QualityReport[]): string {
  const rows = reports.map((report) => [
    report.conversation_id,
    report.passed ? "passed" : "FAILED",
    report.composite_score.toFixed(2),
    ...METRICS.map((metric) => report.metrics[metric]?.toFixed(2) ?? "-"),
  ]);
  return formatTable(["conversation", "verdict", "Q", ...METRICS.map((metric) => SHORT_NAMES[metric])], rows);
}
