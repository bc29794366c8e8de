import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Conversation } from "../workers/contract/conversation.ts";
import { DOMAINS } from "../workers/contract/domain.ts";
import { SeedSchema } from "../workers/contract/seed.ts";
import { localizeScenario, packScenarios, parseDomainData } from "../workers/core/domains/data.ts";
import type { CoherenceWeights } from "../workers/core/evaluation/coherence-model.ts";
import { createStemmer, foldText, wordsOf } from "../workers/core/evaluation/text.ts";
import { TOPIC_SCALE } from "../workers/core/evaluation/topics.ts";
import { generateBuiltin } from "../workers/core/generation/builtin.ts";
import { fittingScenarios } from "../workers/core/generation/plan.ts";
import { createRandom } from "../workers/core/generation/random.ts";
import { type Dialogue, readJsonLines } from "./evaluation-data.ts";

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

/** The curated seeds of the library. */
export function readLibrary(): SeedSchema[] {
  return DOMAINS.flatMap((domain) =>
    (readJson(`seeds/library/${domain}.json`) as unknown[]).map((seed) => SeedSchema.parse(seed)),
  );
}

/** One dialogue of the builtin generator for every `every`-th seed of the library, roles named `user` and `assistant`. */
export function generateDialogues(every: number): Dialogue[] {
  const common = readJson("seeds/domains/common.json");
  const data = new Map(
    DOMAINS.map((domain) => [domain, parseDomainData(readJson(`seeds/domains/${domain}.json`), common)]),
  );
  return readLibrary()
    .filter((_, i) => i % every === 0)
    .map((seed, i): Dialogue => {
      const domain = data.get(seed.dominio)!;
      const language = seed.idioma === "en" ? "en" : "es";
      const random = createRandom(`coherence ${seed.seed_id}`);
      const scenarios = fittingScenarios(seed, packScenarios(domain));
      const scenario = scenarios.length === 0 ? null : localizeScenario(domain, random.pick(scenarios), language);
      const written = generateBuiltin({ seed, domain, scenario, language, random, index: i, today: "2026-01-15" });
      const assistant = seed.rol_asistente ?? seed.roles[1]!;
      const roleOf = (role: string) =>
        role === assistant ? "assistant" : seed.roles.includes(role) ? "user" : "herramienta";
      const conversation: Conversation = {
        conversation_id: `generated-${seed.seed_id}`,
        seed_id: seed.seed_id,
        dominio: seed.dominio,
        idioma: language,
        turnos: written.turnos.map((turn) => ({ ...turn, rol: roleOf(turn.rol) })),
        es_sintetica: true,
        metadata: {},
      };
      return { task: seed.dominio, conversation };
    });
}

export interface Document {
  language: "es" | "en";
  topic: string;
  words: string[];
  /** How much one word of it counts; a word of a list stands for many that people say. */
  weight: number;
}

const MULTIDOGO = ["airline", "insurance", "software", "media", "fastfood"];
/** Our own lists of words by subject: what one is listed under is no matter of counting. */
const SUBJECTS = "data/evaluation/subjects.txt";
const LISTED_WEIGHT = 6;
/** Written Spanish of two subjects: there is little spoken. */
const WRITTEN_SPANISH: readonly (readonly [file: string, topic: string])[] = [
  ["meddocan-train", "medical.consultation"],
  ["tab-es-train", "legal.advisory"],
];
const WRITTEN_MAX = 120;
/** A stem has to occur in this many documents, or in one of the lists. */
const DOCUMENTS_MIN = 3;
const STEMS_MAX = 3600;
/** Occurrences of a stem's overall share that are added to every subject. */
const PRIOR = 400;
const LIMIT_NATS = 3.9;

function documentOf(language: string, topic: string, text: string, weight = 1): Document[] {
  return language === "es" || language === "en" ? [{ language, topic, words: wordsOf(foldText(text)), weight }] : [];
}

/** What subjects are learnt from besides dialogues: the seeds' library, texts of the training data, our own lists. */
export function readDocuments(data: string): Document[] {
  const found: Document[] = [];
  const add = (...of: Parameters<typeof documentOf>) => void found.push(...documentOf(...of));
  for (const seed of readLibrary()) {
    const facts = seed.parametros_factuales;
    const parts = [seed.objetivo, facts.contexto, ...facts.restricciones, ...seed.pasos_turnos.flujo_esperado];
    add(seed.idioma, seed.dominio, [...parts, ...seed.etiquetas].join(" "));
  }
  for (const name of MULTIDOGO) {
    const rows = readJsonLines(join(data, "ner", `multidogo-${name}-train.jsonl.gz`)) as {
      t: string[];
      conversation: string;
    }[];
    const conversations = [...Map.groupBy(rows, (row) => row.conversation).values()].slice(0, 300);
    for (const lines of conversations) add("en", `multidogo ${name}`, lines.flatMap((row) => row.t).join(" "));
  }
  for (const [file, topic] of WRITTEN_SPANISH) {
    const rows = readJsonLines(join(data, "ner", `${file}.jsonl.gz`)) as { t?: string[]; text?: string }[];
    for (const row of rows.slice(0, WRITTEN_MAX)) add("es", topic, row.text ?? row.t!.join(" "));
  }
  for (const block of readFileSync(SUBJECTS, "utf8").split(/^# /m).slice(1)) {
    const [head, ...lines] = block.split("\n");
    const [language, topic] = head!.trim().split(" ");
    add(language!, topic!, lines.join(" "), LISTED_WEIGHT);
  }
  return found;
}

/** A dialogue's spoken text; none where it is of several tasks. */
function dialogueDocument({ conversation, task }: Dialogue): Document[] {
  const [topic, ...others] = new Set(task.split("+").map((name) => name.split("_")[0]!));
  const spoken = conversation.turnos.filter((turn) => turn.tool_calls === null && turn.tool_results === null);
  return others.length > 0
    ? []
    : documentOf(conversation.idioma, topic!, spoken.map((turn) => turn.contenido).join(" "));
}

/** Subject tables: for each language the stems that tell subjects apart, with their log likelihood ratios. */
export function trainTopics(
  documents: readonly Document[],
  dialogues: readonly Dialogue[],
): CoherenceWeights["topics"] {
  const all = [...documents, ...dialogues.flatMap(dialogueDocument)];
  const tables: Record<string, { stems: string; topics: number; table: string }> = {};
  for (const language of ["es", "en"] as const) {
    const stemmer = createStemmer(language);
    const own = all.filter((document) => document.language === language);
    const topics = [...new Set(own.map((document) => document.topic))].sort();
    const counts = new Map<string, { perTopic: Float64Array; documents: number }>();
    const totals = new Float64Array(topics.length);
    for (const document of own) {
      const topic = topics.indexOf(document.topic);
      // The root of the count: a word said ten times in one dialogue says little more than one said three times.
      for (const [stem, group] of Map.groupBy(stemmer.contentStems(document.words), (each) => each)) {
        if (/\d/.test(stem)) continue;
        const entry = counts.get(stem) ?? { perTopic: new Float64Array(topics.length), documents: 0 };
        counts.set(stem, entry);
        const value = Math.sqrt(group.length) * document.weight;
        entry.perTopic[topic]! += value;
        totals[topic]! += value;
        entry.documents += document.weight === 1 ? 1 : DOCUMENTS_MIN;
      }
    }
    const rows = [...counts]
      .filter(([, entry]) => entry.documents >= DOCUMENTS_MIN)
      .map(([stem, { perTopic, documents: held }]) => {
        const overall = perTopic.reduce((sum, count, k) => sum + count / totals[k]!, 0) / topics.length;
        const ratios = Array.from(perTopic, (count, k) =>
          Math.log((count + PRIOR * overall) / (totals[k]! + PRIOR) / overall),
        );
        const spread = Math.sqrt(ratios.reduce((sum, ratio) => sum + ratio * ratio, 0) / ratios.length);
        return { stem, ratios, weight: spread * Math.log(1 + held) };
      })
      .sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1))
      .slice(0, STEMS_MAX);
    const table = Int8Array.from(
      rows.flatMap((row) => row.ratios),
      (ratio) => Math.round(Math.max(-LIMIT_NATS, Math.min(LIMIT_NATS, ratio)) / TOPIC_SCALE),
    );
    tables[language] = {
      stems: rows.map((row) => row.stem).join(" "),
      topics: topics.length,
      table: Buffer.from(table.buffer).toString("base64"),
    };
  }
  return tables;
}
