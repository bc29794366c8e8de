/**
 * Measures the builtin provider: per domain and language distinct-2, near-duplicates, tool calls, schema validity, turn
 * range, and the pass rate through the gates as for any model (one attempt each, no judge, no retries).
 *
 *   node scripts/eval-builtin.ts [--count 1000] [--gates 200] [--domain automotive.sales] [--source library|interview|all]
 *     [--seeds FILE] [--verbose]
 *
 * Seeds are those of seeds/library, and those that interviews end with: one that says nothing, one that stops half way,
 * and ten that answer every question. `pass_rate_privacy_aside` counts what fails by the privacy gate alone as passed, as
 * the builtin writes no personal data: the difference is the recogniser's false alarms. The last line of stdout is JSON.
 * `--seeds` takes a file of seeds in place of both.
 */
import { readFileSync } from "node:fs";
import { loadPrivacyEngine } from "../workers/cli/local-privacy.ts";
import type { Conversation } from "../workers/contract/conversation.ts";
import { DOMAINS } from "../workers/contract/domain.ts";
import type { ScenarioTemplate } from "../workers/contract/scenario.ts";
import { SeedSchema } from "../workers/contract/seed.ts";
import type { DomainData } from "../workers/core/domains/data.ts";
import { localizeScenario, packScenarios, parseDomainData } from "../workers/core/domains/data.ts";
import { evaluateConversation } from "../workers/core/evaluation/evaluate.ts";
import { createSiblingIndex, sketchSimilarity, sketchWords, type Sketch } from "../workers/core/evaluation/siblings.ts";
import { foldText, wordsOf } from "../workers/core/evaluation/text.ts";
import { generateBuiltin } from "../workers/core/generation/builtin.ts";
import { fittingScenarios } from "../workers/core/generation/plan.ts";
import { createRandom } from "../workers/core/generation/random.ts";
import { isReserved } from "../workers/core/privacy/reserved.ts";
import { argumentErrors, schemaErrors } from "../workers/core/tools/validation.ts";
import { industryOf, interviewSeeds } from "./interview-seeds.ts";
import { readOptions } from "./runtime/options.ts";

const options = readOptions(import.meta.filename, {
  count: { type: "string", default: "1000" },
  gates: { type: "string", default: "200" },
  domain: { type: "string" },
  source: { type: "string", default: "all" },
  seeds: { type: "string" },
  random: { type: "string", default: "eval-builtin" },
  verbose: { type: "boolean", default: false },
});
const TODAY = "2026-01-15";
/** Jaccard similarity of word 3-shingles from which on two conversations count as the same. */
const NEAR_DUPLICATE = 0.85;
const INTERVIEWS = 12;
const privacy = loadPrivacyEngine();

type Row = {
  source: string;
  domain: string;
  language: string;
  conversations: number;
  seeds: number;
  distinct2: number;
  near_duplicate_rate: number;
  with_tool_calls: number;
  tool_schema_valid: number;
  turns_in_range: number;
  gated: number;
  pass_rate: number;
  pass_rate_privacy_aside: number;
  failures: Record<string, number>;
  metric_means: Record<string, number>;
};

function foldedWords(text: string): string[] {
  return wordsOf(foldText(text));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
}

const common = readJson("../seeds/domains/common.json");
const rows: Row[] = [];
for (const domain of DOMAINS.filter((name) => options.domain === undefined || name === options.domain)) {
  const data = parseDomainData(readJson(`../seeds/domains/${domain}.json`), common);
  for (const [source, all] of seedsOf(domain)) {
    for (const language of ["es", "en"] as const) {
      const seeds = all.filter((seed) => seed.idioma === language);
      if (seeds.length > 0) rows.push(measure(source, data, seeds, language));
    }
  }
}

/** Seeds by where they come from. */
function seedsOf(domain: string): [source: string, seeds: SeedSchema[]][] {
  const read = (value: unknown) =>
    (value as unknown[]).map((seed) => SeedSchema.parse(seed)).filter((seed) => seed.dominio === domain);
  if (options.seeds !== undefined) return [["file", read(JSON.parse(readFileSync(options.seeds, "utf8")))]];
  const random = createRandom("eval-builtin/interviews");
  const interviews = () =>
    (["es", "en"] as const).flatMap((language) => interviewSeeds(industryOf(domain), language, INTERVIEWS, random));
  return [
    ...(options.source === "interview"
      ? []
      : [["library", read(readJson(`../seeds/library/${domain}.json`))] as const]),
    ...(options.source === "library" ? [] : [["interview", interviews()] as const]),
  ].map(([source, seeds]) => [source, seeds]);
}

console.table(
  rows.map(({ failures, metric_means: _means, ...row }) => ({
    ...row,
    failures: Object.entries(failures)
      .map(([name, n]) => `${name} ${n}`)
      .join(", "),
  })),
);
console.log(JSON.stringify({ generator: "builtin", today: TODAY, near_duplicate: NEAR_DUPLICATE, rows }));

function measure(source: string, data: DomainData, seeds: SeedSchema[], language: "es" | "en"): Row {
  const count = Number(options.count);
  const gates = Math.min(count, Number(options.gates));
  const scenarios = packScenarios(data);
  const bigrams = new Set<string>();
  const sketches: Sketch[] = [];
  const siblings = new Map(seeds.map((seed) => [seed.seed_id, createSiblingIndex()]));
  const totals = { bigrams: 0, duplicates: 0, withTools: 0, calls: 0, validCalls: 0, inRange: 0, passed: 0, aside: 0 };
  const failures: Record<string, number> = {};
  const sums: Record<string, number> = {};
  for (let i = 0; i < count; i++) {
    const seed = seeds[i % seeds.length]!;
    const random = createRandom(`${options.random}/${seed.seed_id}/${i}`);
    // Half of them without a scenario, as when a seed is run alone.
    const fitting = i % 2 === 0 ? [] : fittingScenarios(seed, scenarios);
    const drawn: ScenarioTemplate | null =
      fitting.length === 0
        ? null
        : localizeScenario(
            data,
            random.weighted(fitting, (each) => each.weight),
            language,
          );
    const written = generateBuiltin({ seed, domain: data, scenario: drawn, language, random, index: i, today: TODAY });
    const conversation: Conversation = {
      conversation_id: `eval-${i}`,
      seed_id: seed.seed_id,
      dominio: data.domain,
      idioma: language,
      turnos: written.turnos,
      es_sintetica: true,
      metadata: written.metadata,
    };
    const spoken = foldedWords(
      written.turnos
        .filter((turn) => turn.tool_results === null)
        .map((turn) => turn.contenido)
        .join(" "),
    );
    for (let w = 0; w + 1 < spoken.length; w++) bigrams.add(`${spoken[w]} ${spoken[w + 1]}`);
    totals.bigrams += Math.max(0, spoken.length - 1);
    const sketch = sketchWords(spoken);
    if (sketches.some((other) => sketchSimilarity(sketch, other) >= NEAR_DUPLICATE)) totals.duplicates++;
    sketches.push(sketch);
    const calls = written.turnos.flatMap((turn) => turn.tool_calls ?? []);
    if (calls.length > 0) totals.withTools++;
    totals.calls += calls.length;
    totals.validCalls += calls.filter((call) => callIsValid(data, conversation, call.tool_call_id)).length;
    const { turnos_min: min, turnos_max: max } = seed.pasos_turnos;
    if (written.turnos.length >= min && written.turnos.length <= max) totals.inRange++;
    if (i < gates) {
      const report = evaluateConversation(conversation, seed, {
        tools: data.tools,
        privacy,
        isReserved,
        siblings: siblings.get(seed.seed_id)!,
        ...(drawn && { expectedToolSequence: drawn.expected_tool_sequence, flowSteps: drawn.flow_steps }),
      });
      if (report.failures.every((failure) => failure.startsWith("privacy_score="))) totals.aside++;
      if (report.passed) {
        totals.passed++;
        siblings.get(seed.seed_id)!.add(foldedWords(written.turnos.map((turn) => turn.contenido).join(" ")));
      }
      for (const failure of report.failures) {
        const name = failure.slice(0, failure.indexOf("="));
        failures[name] = (failures[name] ?? 0) + 1;
        if (options.verbose) {
          console.log(
            `\n--- ${seed.seed_id} ${drawn?.name ?? "-"} ${failure}\n${JSON.stringify(report.details[name]?.evidence).slice(0, 1500)}`,
          );
          for (const turn of written.turnos)
            console.log(`  ${turn.turno} ${turn.rol}: ${turn.contenido.slice(0, 260)}`);
        }
      }
      for (const [name, score] of Object.entries(report.metrics))
        if (score !== null) sums[name] = (sums[name] ?? 0) + score;
    }
  }
  const share = (value: number, of: number) => Math.round((value / Math.max(1, of)) * 10_000) / 10_000;
  return {
    source,
    domain: data.domain,
    language,
    conversations: count,
    seeds: seeds.length,
    distinct2: share(bigrams.size, totals.bigrams),
    near_duplicate_rate: share(totals.duplicates, count),
    with_tool_calls: share(totals.withTools, count),
    tool_schema_valid: share(totals.validCalls, totals.calls),
    turns_in_range: share(totals.inRange, count),
    gated: gates,
    pass_rate: share(totals.passed, gates),
    pass_rate_privacy_aside: share(totals.aside, gates),
    failures,
    metric_means: Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, share(sum, gates)])),
  };
}

/** Arguments and result of a call against the tool's own schemas. */
function callIsValid(data: DomainData, conversation: Conversation, id: string): boolean {
  const call = conversation.turnos.flatMap((turn) => turn.tool_calls ?? []).find((each) => each.tool_call_id === id)!;
  const result = conversation.turnos
    .flatMap((turn) => turn.tool_results ?? [])
    .find((each) => each.tool_call_id === id);
  const tool = data.tools.find((each) => each.name === call.tool_name);
  if (!tool || !result || argumentErrors(call.arguments, tool.input_schema).length > 0) return false;
  return result.status !== "success" || schemaErrors(result.result, tool.output_schema).length === 0;
}
