import type { Conversation } from "../workers/contract/conversation.ts";
import { SeedSchema } from "../workers/contract/seed.ts";
import type { ToolDefinition } from "../workers/contract/tool.ts";
import { localFeatures, sparseCosine, type SparseVector, weigh } from "../workers/core/evaluation/embeddings.ts";
import { readHashKey } from "../workers/core/evaluation/keyed-hash.ts";
import {
  createSourceIndex,
  fingerprintSource,
  type SourceFingerprints,
  type SourceIndex,
} from "../workers/core/evaluation/memorisation.ts";
import type { PrivacyScanner } from "../workers/core/evaluation/privacy-score.ts";
import { createStemmer, foldText, type Stemmer, wordsOf } from "../workers/core/evaluation/text.ts";
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

/** Whether two dialogues have a task in common: STAR's are of one kind or of several. */
export function sharesTask(a: Dialogue, b: Dialogue): boolean {
  const tasks = new Set(a.task.split("+"));
  return b.task.split("+").some((task) => tasks.has(task));
}

/**
 * The cases of one half of a language's dialogues. Each is judged by others of exactly its tasks, from both halves, and
 * against the fingerprints of every other dialogue that shares a task with it.
 */
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
  const byTask = new Map<string, Pick<Case, "sources" | "sourceConversations">>();
  const sourcesOf = (dialogue: Dialogue) => {
    const known = byTask.get(dialogue.task);
    if (known !== undefined) return known;
    const related = sources.filter((source) => sharesTask(source.dialogue, dialogue));
    const made = {
      sources: createSourceIndex(
        HASH_KEY,
        related.map((source) => source.fingerprints),
      ),
      sourceConversations: related.map((source) => source.dialogue.conversation),
    };
    byTask.set(dialogue.task, made);
    return made;
  };
  const make = language === "en" ? englishCase : spanishCase;
  return sources
    .filter((_, i) => inHalf(i))
    .flatMap((source) => {
      const { sources: index, sourceConversations } = sourcesOf(source.dialogue);
      return make(source, sources).map((made) => ({
        ...made,
        sources: without(index, source.fingerprints),
        sourceConversations: sourceConversations.filter((other) => other !== source.dialogue.conversation),
      }));
    });
}

/** An index that does not know one of its sources. Identifiers are not taken here, so they need no look. */
function without(index: SourceIndex, own: SourceFingerprints): SourceIndex {
  const runs = new Set(own.runs);
  return { ...index, sourcesWithRun: (run) => index.sourcesWithRun(run) - (runs.has(run) ? 1 : 0) };
}

function fingerprintsOf(conversation: Conversation, scanner: PrivacyScanner): SourceFingerprints {
  const texts = conversation.turnos
    .filter((turn) => turn.tool_results === null)
    .map((turn) => ({ text: turn.contenido, spans: scanner.scan(turn.contenido, { policy: "synthetic" }) }));
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

function englishCase(masked: Source, all: readonly Source[]): Omit<Case, "sources" | "sourceConversations">[] {
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
    },
  ];
}

function spanishCase(masked: Source): Omit<Case, "sources" | "sourceConversations">[] {
  const { conversation, task } = masked.dialogue;
  const tools = inferTools([conversation]);
  const [seed] = seedOf(conversation, task, tools);
  if (seed === undefined) return [];
  return [
    {
      dialogue: masked.dialogue,
      seed,
      tools,
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

/**
 * The witness whose flow the others share most, without the steps that fewer than half of them do in that order, and the
 * constraints that half of them have.
 */
function agreedSeed(seeds: readonly SeedSchema[], tools: readonly ToolDefinition[]): SeedSchema {
  const stemmer = createStemmer("en");
  const same = (a: string, b: string) => a === b || stepSimilarity(a, b, stemmer) >= 0.6;
  const flowOf = (seed: SeedSchema) => seed.pasos_turnos.flujo_esperado;
  const supportOf = (seed: SeedSchema): number[] => {
    const flow = flowOf(seed);
    const support = flow.map(() => 0);
    for (const other of seeds) for (const step of commonSteps(flow, flowOf(other), same)) support[step]! += 1;
    return support.map((count) => count / seeds.length);
  };
  const meanSupport = (seed: SeedSchema) =>
    supportOf(seed).reduce((sum, value) => sum + value, 0) / flowOf(seed).length;
  const medoid = seeds.reduce((best, seed) => (meanSupport(seed) > meanSupport(best) ? seed : best));
  const support = supportOf(medoid);
  const steps = flowOf(medoid).filter((_, i) => support[i]! >= AGREEMENT);
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

/** Positions in `a` of a longest common subsequence of two flows. */
function commonSteps(a: readonly string[], b: readonly string[], same: (x: string, y: string) => boolean): number[] {
  const length = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [below, right] = [length[i + 1]![j]!, length[i]![j + 1]!];
      length[i]![j] = same(a[i]!, b[j]!) ? 1 + length[i + 1]![j + 1]! : Math.max(below, right);
    }
  }
  const positions: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (same(a[i]!, b[j]!)) {
      positions.push(i++);
      j++;
    } else if (length[i + 1]![j]! >= length[i]![j + 1]!) i++;
    else j++;
  }
  return positions;
}

const stepVectors = new Map<string, SparseVector>();

function stepSimilarity(a: string, b: string, stemmer: Stemmer): number {
  const vectorOf = (text: string) => {
    let vector = stepVectors.get(text);
    if (vector === undefined) {
      vector = weigh(localFeatures(wordsOf(foldText(text)), stemmer), new Map());
      stepVectors.set(text, vector);
    }
    return vector;
  };
  return sparseCosine(vectorOf(a), vectorOf(b));
}
