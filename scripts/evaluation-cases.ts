import type { Conversation } from "../workers/contract/conversation.ts";
import { SeedSchema } from "../workers/contract/seed.ts";
import type { ToolDefinition } from "../workers/contract/tool.ts";
import { inverseFrequencies, localFeatures, sparseCosine, weigh } from "../workers/core/evaluation/embeddings.ts";
import { readHashKey } from "../workers/core/evaluation/keyed-hash.ts";
import {
  createSourceIndex,
  fingerprintSource,
  type SourceFingerprints,
  type SourceIndex,
} from "../workers/core/evaluation/memorisation.ts";
import type { PrivacyScanner } from "../workers/core/evaluation/privacy-score.ts";
import { createStemmer, foldText, wordsOf } from "../workers/core/evaluation/text.ts";
import { createRandom } from "../workers/core/generation/random.ts";
import { extractSeed } from "../workers/core/seeds/extract.ts";
import type { Dialogue } from "./evaluation-data.ts";
import type { Masked } from "./evaluation-masking.ts";

const HASH_KEY = readHashKey(new Uint8Array(16).fill(7));
/** Other dialogues of a task that its seed is built from. */
const WITNESSES = 12;
/** Share of the witnesses that a step or a constraint must occur in. */
const AGREEMENT = 0.5;

/** A dialogue, and what it is judged against. */
export interface Case {
  dialogue: Dialogue;
  seed: SeedSchema;
  tools: ToolDefinition[];
  sources: SourceIndex;
  sourceConversations: Conversation[];
}

/** A masked dialogue with its fingerprints: the sources are what training sees, the anonymised dialogues. */
interface Source extends Masked {
  fingerprints: SourceFingerprints;
}

/** The cases of one half of a language's dialogues; each is judged by others of its task, from both halves. */
export function makeCases(
  language: "en" | "es",
  all: readonly Masked[],
  inHalf: (index: number) => boolean,
  scanner: PrivacyScanner,
): Case[] {
  const sources = all.map((masked): Source => ({
    ...masked,
    fingerprints: fingerprintsOf(masked.dialogue.conversation, scanner),
  }));
  const make = language === "en" ? englishCase : spanishCase;
  return sources.filter((_, i) => inHalf(i)).flatMap((source) => make(source, sources));
}

function fingerprintsOf(conversation: Conversation, scanner: PrivacyScanner): SourceFingerprints {
  const texts = conversation.turnos
    .filter((turn) => turn.tool_results === null)
    .map((turn) => ({ text: turn.contenido, spans: scanner.scan(turn.contenido, { policy: "gateway" }) }));
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

function englishCase(masked: Source, all: readonly Source[]): Case[] {
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
      sources: createSourceIndex(
        HASH_KEY,
        others.map((other) => other.fingerprints),
      ),
      sourceConversations: others.map((other) => other.dialogue.conversation),
    },
  ];
}

function spanishCase(masked: Source, all: readonly Source[]): Case[] {
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
      sources: createSourceIndex(
        HASH_KEY,
        others.map((other) => other.fingerprints),
      ),
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
