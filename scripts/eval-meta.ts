/**
 * Evaluates the metrics themselves: real human dialogues and their corruptions, English (STAR) and Spanish.
 *
 *   node scripts/eval-meta.ts [--data ../shared/data] [--limit N] [--calibrate]
 *
 * Half of the dialogues calibrate (`--calibrate` prints what they say), the other half is reported. Dialogues are first
 * anonymised by Layer 0 with pseudonyms. An English dialogue is judged against a seed that other dialogues of its task
 * agree on, with that task's tools; the fingerprints are those of these others. A Spanish dialogue is of its own kind:
 * its seed is extracted from itself, so rouge_l, fidelity and drift say nothing of its pass rate there.
 * The last line of stdout is JSON.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Conversation } from "../workers/contract/conversation.ts";
import { METRICS, type MetricName } from "../workers/contract/quality.ts";
import { SeedSchema } from "../workers/contract/seed.ts";
import type { ToolDefinition } from "../workers/contract/tool.ts";
import { meetsThreshold, METRIC_RULES } from "../workers/core/evaluation/composite.ts";
import { CORRUPTIONS, type CorruptionInput } from "../workers/core/evaluation/controls.ts";
import { sparseCosine, inverseFrequencies, localFeatures, weigh } from "../workers/core/evaluation/embeddings.ts";
import { evaluateConversation } from "../workers/core/evaluation/evaluate.ts";
import { readHashKey } from "../workers/core/evaluation/keyed-hash.ts";
import {
  createSourceIndex,
  fingerprintSource,
  type SourceFingerprints,
} from "../workers/core/evaluation/memorisation.ts";
import { createStemmer, foldText, wordsOf } from "../workers/core/evaluation/text.ts";
import { createRandom } from "../workers/core/generation/random.ts";
import { createPrivacyEngine, type PrivacyEngine } from "../workers/core/privacy/engine.ts";
import { createRecogniser } from "../workers/core/privacy/recogniser.ts";
import { isReserved } from "../workers/core/privacy/reserved.ts";
import { extractSeed } from "../workers/core/seeds/extract.ts";
import { type Dialogue, readSpanish, readStar } from "./evaluation-data.ts";

const KEY = new Uint8Array(16).fill(7);
const HASH_KEY = readHashKey(KEY);
/** Other dialogues of a task that its seed is built from. */
const WITNESSES = 12;
/** Share of the witnesses that a step or a constraint must occur in. */
const AGREEMENT = 0.5;

/** The corruptions that a metric is there to see; in the goals its AUC on them is at least 0.95 (0.85 foreign turns). */
const OWN: Readonly<Record<MetricName, readonly string[]>> = {
  rouge_l: ["shuffled_turns", "steps_dropped"],
  fidelidad_factual: ["constraint_contradicted"],
  diversidad_lexica: ["repeated_turns"],
  coherencia_dialogica: [
    "shuffled_turns",
    "shuffled_within_roles",
    "adjacent_swap",
    "foreign_turns",
    "word_salad",
    "seed_word_salad",
    "repeated_turns",
    "role_flip",
  ],
  tool_call_validity: ["tool_call_broken"],
  privacy_score: ["personal_data"],
  memorizacion: ["source_copied"],
  semantic_fidelity: [],
  embedding_drift: ["derailed"],
};
/** Metrics whose own seed makes a pass rate on Spanish dialogues circular. */
const CIRCULAR: readonly MetricName[] = ["rouge_l", "fidelidad_factual", "embedding_drift"];

interface Case {
  dialogue: Dialogue;
  seed: SeedSchema;
  tools: ToolDefinition[];
  sources: SourceFingerprints[];
  sourceConversations: Conversation[];
}

interface Masked {
  dialogue: Dialogue;
  surrogates: string[];
  fingerprints: SourceFingerprints;
}

const { values: options } = parseArgs({
  options: {
    data: { type: "string", default: "../shared/data" },
    limit: { type: "string" },
    calibrate: { type: "boolean", default: false },
  },
});

function main(): void {
  const engine = createPrivacyEngine({ recogniser: createRecogniser(readModel("recogniser"), readModel("lexicon")) });
  const limit = Number(options.limit ?? 1000);
  const star = readStar(options.data).map((dialogue) => mask(dialogue, engine));
  const spanish = readSpanish(options.data).map((dialogue) => mask(dialogue, engine));
  const summary: Record<string, unknown> = {};
  for (const [language, all] of [
    ["en", star],
    ["es", spanish],
  ] as const) {
    const half = all.filter((_, i) => (i % 2 === 0) === options.calibrate).slice(0, limit);
    const cases = half.flatMap((masked) => (language === "en" ? englishCase(masked, all) : spanishCase(masked, all)));
    // Foreign turns bring surrogates of their own dialogues: the run minted them all, and none is a leak.
    const surrogates = new Set(all.flatMap((masked) => masked.surrogates));
    const foreignPool = half.map((masked) => masked.dialogue);
    summary[language] = report(language, cases, foreignPool, surrogates, engine);
  }
  console.log(JSON.stringify({ half: options.calibrate ? "calibration" : "report", ...summary }));
}

function readModel(name: string): ArrayBuffer {
  const bytes = readFileSync(`workers/core/privacy/models/${name}.bin`);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

/** Layer 0 with pseudonyms over contents, arguments and results at once. */
function mask(dialogue: Dialogue, engine: PrivacyEngine): Masked {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === "string") texts.push(value);
    else if (value !== null && typeof value === "object") Object.values(value).forEach(collect);
  };
  for (const turn of dialogue.conversation.turnos) {
    if (turn.tool_results === null) collect(turn.contenido);
    turn.tool_calls?.forEach((call) => collect(call.arguments));
    turn.tool_results?.forEach((result) => collect(result.result));
  }
  const found = engine.anonymise(texts, {
    policy: "gate",
    method: "pseudonym",
    key: KEY,
    language: dialogue.conversation.idioma,
  });
  let next = 0;
  const replace = (value: unknown): unknown => {
    if (typeof value === "string") return found.texts[next++]!;
    if (Array.isArray(value)) return value.map(replace);
    if (value !== null && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replace(item)]));
    return value;
  };
  const turnos = dialogue.conversation.turnos.map((turn) => {
    const contenido = turn.tool_results === null ? (replace(turn.contenido) as string) : "";
    const calls =
      turn.tool_calls?.map((call) => ({ ...call, arguments: replace(call.arguments) as Record<string, unknown> })) ??
      null;
    const results =
      turn.tool_results?.map((result) => ({ ...result, result: replace(result.result) as Record<string, unknown> })) ??
      null;
    return {
      ...turn,
      contenido: results === null ? contenido || "…" : JSON.stringify(results[0]!.result),
      tool_calls: calls,
      tool_results: results,
    };
  });
  const conversation = { ...dialogue.conversation, turnos };
  return {
    dialogue: { ...dialogue, conversation },
    surrogates: found.surrogates,
    // The sources are the anonymised dialogues: what could be copied from the data that training sees.
    fingerprints: fingerprintsOf(conversation, engine),
  };
}

function fingerprintsOf(conversation: Conversation, engine: PrivacyEngine): SourceFingerprints {
  const texts = conversation.turnos
    .filter((turn) => turn.tool_results === null)
    .map((turn) => ({ text: turn.contenido, spans: engine.scan(turn.contenido, { policy: "gateway" }) }));
  return fingerprintSource(HASH_KEY, conversation.conversation_id, texts, []);
}

/** The calls of other dialogues, as a definition: keys seen everywhere are required, few values make an enumeration. */
function inferTools(conversations: readonly Conversation[]): ToolDefinition[] {
  const calls = conversations.flatMap((conversation) => conversation.turnos.flatMap((turn) => turn.tool_calls ?? []));
  return [...Map.groupBy(calls, (call) => call.tool_name)].map(([name, group]) => {
    const keys = new Set(group.flatMap((call) => Object.keys(call.arguments)));
    const properties = Object.fromEntries([...keys].map((key) => [key, { type: ["string", "number", "boolean"] }]));
    const required = [...keys].filter(
      (key) => group.filter((call) => key in call.arguments).length >= 0.98 * group.length,
    );
    return {
      name: name.replace(/[^a-z0-9_]/g, "_"),
      description: `Looks up or changes ${name.replaceAll("_", " ")}.`,
      input_schema: { type: "object", properties, required },
      output_schema: {},
      domains: [],
      category: "",
      requires_auth: false,
      execution_mode: "simulated" as const,
      version: "1.0",
      metadata: {},
    };
  });
}

function englishCase(masked: Masked, all: readonly Masked[]): Case[] {
  const { task, conversation } = masked.dialogue;
  const others = all.filter((other) => other.dialogue.task === task && other !== masked);
  if (others.length < 4) return [];
  const random = createRandom(`witnesses ${conversation.conversation_id}`);
  const witnesses = random.shuffle(others).slice(0, WITNESSES);
  const tools = inferTools(others.map((other) => other.dialogue.conversation));
  const seeds = witnesses.flatMap((witness) => seedOf(witness.dialogue.conversation, task, tools));
  if (seeds.length === 0) return [];
  return [
    {
      dialogue: masked.dialogue,
      seed: agreedSeed(seeds, tools),
      tools,
      sources: others.map((other) => other.fingerprints),
      sourceConversations: others.map((other) => other.dialogue.conversation),
    },
  ];
}

function spanishCase(masked: Masked, all: readonly Masked[]): Case[] {
  const { conversation, task } = masked.dialogue;
  const tools = inferTools([conversation]);
  const [seed] = seedOf(conversation, task, tools);
  if (seed === undefined) return [];
  const others = all.filter((other) => other.dialogue.task === task && other !== masked);
  return [
    {
      dialogue: masked.dialogue,
      seed,
      tools,
      sources: others.map((other) => other.fingerprints),
      sourceConversations: others.map((other) => other.dialogue.conversation),
    },
  ];
}

const DOMAINS_OF_TASKS: readonly (readonly [RegExp, SeedSchema["dominio"]])[] = [
  [/doctor/, "medical.consultation"],
  [/^automotive|^medical|^legal|^finance|^industrial|^education/, "finance.advisory"],
];

function seedOf(conversation: Conversation, task: string, tools: ToolDefinition[]): SeedSchema[] {
  const known = SeedSchema.shape.dominio.safeParse(task);
  const domain = known.success
    ? known.data
    : (DOMAINS_OF_TASKS.find(([pattern]) => pattern.test(task))?.[1] ?? "finance.advisory");
  const extracted = extractSeed({ conversation, domain, assistantRole: "assistant", seedId: "meta", tools });
  return "seed" in extracted ? [extracted.seed] : [];
}

/** The witness whose flow the others share most, without the steps and constraints that fewer than half of them have. */
function agreedSeed(seeds: readonly SeedSchema[], tools: readonly ToolDefinition[]): SeedSchema {
  const stemmer = createStemmer("en");
  const same = (a: string, b: string) => a === b || stepSimilarity(a, b, stemmer) >= 0.6;
  const holds = (list: readonly string[], item: string) => list.some((other) => same(item, other));
  const support = (seed: SeedSchema) =>
    seed.pasos_turnos.flujo_esperado.reduce(
      (sum, step) =>
        sum + seeds.filter((other) => holds(other.pasos_turnos.flujo_esperado, step)).length / seeds.length,
      0,
    ) / seed.pasos_turnos.flujo_esperado.length;
  const medoid = seeds.reduce((best, seed) => (support(seed) > support(best) ? seed : best));
  const steps = medoid.pasos_turnos.flujo_esperado.filter(
    (step) =>
      seeds.filter((other) => holds(other.pasos_turnos.flujo_esperado, step)).length >= AGREEMENT * seeds.length,
  );
  const constraints = [...new Set(seeds.flatMap((seed) => seed.parametros_factuales.restricciones))].filter(
    (rule) =>
      seeds.filter((other) => other.parametros_factuales.restricciones.includes(rule)).length >=
      AGREEMENT * seeds.length,
  );
  return {
    ...medoid,
    pasos_turnos: {
      ...medoid.pasos_turnos,
      flujo_esperado: steps.length >= 2 ? steps : medoid.pasos_turnos.flujo_esperado,
    },
    parametros_factuales: {
      ...medoid.parametros_factuales,
      restricciones: constraints,
      herramientas: tools.map((tool) => tool.name),
      herramientas_definidas: null,
    },
  };
}

function stepSimilarity(a: string, b: string, stemmer: ReturnType<typeof createStemmer>): number {
  const features = [a, b].map((text) => localFeatures(wordsOf(foldText(text)), stemmer));
  const idf = inverseFrequencies([]);
  return sparseCosine(weigh(features[0]!, idf), weigh(features[1]!, idf));
}

type Scores = Record<MetricName, number | null>;

function report(
  language: string,
  cases: readonly Case[],
  pool: readonly Dialogue[],
  surrogates: ReadonlySet<string>,
  engine: PrivacyEngine,
): Record<string, unknown> {
  const score = (entry: Case, conversation: Conversation): { metrics: Scores; passed: boolean; failures: string[] } => {
    return evaluateConversation(conversation, entry.seed, {
      tools: entry.tools,
      privacy: engine,
      isReserved,
      allowedSurrogates: surrogates,
      sources: createSourceIndex(HASH_KEY, entry.sources),
    });
  };
  const good = cases.map((entry) => score(entry, entry.dialogue.conversation));
  const computed = METRICS.filter((metric) => good.some((report) => report.metrics[metric] !== null));
  const passes = (report: { metrics: Scores }, metrics: readonly MetricName[]) =>
    metrics.every(
      (metric) =>
        report.metrics[metric] === null ||
        meetsThreshold(metric, report.metrics[metric], METRIC_RULES[metric].threshold),
    );
  const judged = language === "es" ? computed.filter((metric) => !CIRCULAR.includes(metric)) : computed;
  const result: Record<string, unknown> = {
    dialogues: cases.length,
    good_passed: share(good, (report) => passes(report, judged)),
    rejected_alone: Object.fromEntries(
      computed.map((metric) => [metric, share(good, (report) => !passes(report, [metric]))]),
    ),
  };
  console.log(
    `\n${language}: ${cases.length} dialogues; good passed ${percent(result.good_passed as number)}${language === "es" ? " (without rouge_l, fidelity and drift: their seed is the dialogue's own)" : ""}`,
  );
  console.log(
    `good rejected by each metric alone: ${computed.map((metric) => `${metric} ${percent((result.rejected_alone as Record<string, number>)[metric]!)}`).join("  ")}`,
  );
  console.log(
    `\nAUC                      ${computed.map((metric) => metric.slice(0, 12).padStart(13)).join("")}   rejected    n`,
  );
  const matrix: Record<string, unknown> = {};
  for (const corruption of CORRUPTIONS) {
    const spoiled = cases.flatMap((entry) => {
      const random = createRandom(`${corruption.name} ${entry.dialogue.conversation.conversation_id}`);
      const foreign = pool.filter((other) => other.task !== entry.dialogue.task).map((other) => other.conversation);
      const input: CorruptionInput = {
        conversation: entry.dialogue.conversation,
        seed: entry.seed,
        foreign,
        sources: entry.sourceConversations,
        random,
      };
      const conversation = corruption.apply(input);
      return conversation === null ? [] : [score(entry, conversation)];
    });
    if (spoiled.length === 0) continue;
    const aucs = Object.fromEntries(computed.map((metric) => [metric, auc(good, spoiled, metric)]));
    const rejected = share(spoiled, (report) => !passes(report, computed));
    matrix[corruption.name] = { n: spoiled.length, rejected, auc: aucs };
    const cells = computed.map((metric) =>
      `${aucs[metric]!.toFixed(3)}${OWN[metric].includes(corruption.name) ? "*" : " "}`.padStart(13),
    );
    console.log(
      `${corruption.name.padEnd(25)}${cells.join("")}   ${percent(rejected).padStart(7)}${String(spoiled.length).padStart(6)}`,
    );
  }
  return { ...result, corruptions: matrix };
}

/** Chance that the metric puts a good dialogue before a corrupted one; maxima are turned round. */
function auc(good: readonly { metrics: Scores }[], bad: readonly { metrics: Scores }[], metric: MetricName): number {
  const sign = METRIC_RULES[metric].gate ? -1 : 1;
  const values = (reports: readonly { metrics: Scores }[]) =>
    reports.map((report) => sign * (report.metrics[metric] ?? 0));
  const goodValues = values(good);
  const badValues = values(bad);
  let wins = 0;
  for (const g of goodValues) for (const b of badValues) wins += g > b ? 1 : g === b ? 0.5 : 0;
  return Math.round((wins / (goodValues.length * badValues.length)) * 1000) / 1000;
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 0 : Math.round((items.filter(holds).length / items.length) * 1000) / 1000;
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

main();
