// Extracts a seed from every real dialogue and measures what it gives away and how much it tells.
//   node scripts/eval-seeds.ts [--data DIR] [--show N]
// Prints a table per file and one JSON object on the last line; exits 1 when a seed holds a personal value of its
// dialogue or six words of it in a row.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { Conversation } from "../workers/contract/conversation.ts";
import type { Domain } from "../workers/contract/domain.ts";
import type { SeedSchema } from "../workers/contract/seed.ts";
import { createPrivacyEngine } from "../workers/core/privacy/engine.ts";
import { createRecogniser } from "../workers/core/privacy/recogniser.ts";
import { extractSeed } from "../workers/core/seeds/extract.ts";
import { foldText, isContentWord, wordsOf } from "../workers/core/seeds/languages.ts";
import { findVerbatimRuns, seedTexts } from "../workers/core/seeds/leak.ts";
import { readOptions } from "./runtime/options.ts";

interface Dialogue {
  id: string;
  domain: Domain;
  kind: string;
  language: string;
  turns: { role: string; content: string; tool: string | null }[];
  personalValues: string[];
}

interface Outcome {
  dialogue: Dialogue;
  seed: SeedSchema | null;
  refused: string | null;
  valuesFound: string[];
  runsFound: string[][];
}

/** STAR's tasks have no domain of ours but two; the rest is read as the domain whose conversations it resembles. */
const STAR_DOMAINS: readonly (readonly [prefix: string, domain: Domain])[] = [
  ["bank", "finance.advisory"],
  ["doctor", "medical.consultation"],
  ["trivia", "education.tutoring"],
];

const RUN_WORDS = 6;
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? "");
}

function readStar(path: string): Dialogue[] {
  return gunzipSync(readFileSync(path))
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const row = JSON.parse(line) as {
        id: string;
        tasks: string[];
        turns: Record<string, unknown>[];
        personal_values: string[];
      };
      const task = row.tasks[0] ?? "";
      return {
        id: row.id,
        kind: task,
        domain: STAR_DOMAINS.find(([prefix]) => task.startsWith(prefix))?.[1] ?? "automotive.sales",
        language: "en",
        turns: row.turns.map(readTurn),
        personalValues: row.personal_values,
      };
    });
}

function readSpanish(path: string): Dialogue[] {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const row = JSON.parse(line) as {
        id: string;
        domain: Domain;
        turns: Record<string, unknown>[];
        personal_values: { text: string }[];
      };
      return {
        id: row.id,
        kind: row.domain,
        domain: row.domain,
        language: "es",
        turns: row.turns.map(readTurn),
        personalValues: row.personal_values.map(({ text }) => text),
      };
    });
}

function readTurn(turn: Record<string, unknown>): Dialogue["turns"][number] {
  const call = turn["tool_call"] as { name: string } | undefined;
  return {
    role: String(turn["role"]),
    content: call === undefined ? textOf(turn["content"]) : "…",
    tool: call?.name ?? null,
  };
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");

function readModel(name: string): ArrayBuffer {
  const bytes = readFileSync(join(ROOT, "workers", "core", "privacy", "models", `${name}.bin`));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

const engine = createPrivacyEngine({ recogniser: createRecogniser(readModel("recogniser"), readModel("lexicon")) });
const KEY = new Uint8Array(16).fill(7);

/** The turns as import stores them: Layer 0 at its gate point, every finding a token. */
function maskTurns(dialogue: Dialogue): string[] {
  const texts = dialogue.turns.map(({ content }) => content);
  return engine.anonymise(texts, { policy: "gate", method: "token", key: KEY, language: dialogue.language }).texts;
}

function toConversation(dialogue: Dialogue, masked: boolean): Conversation {
  const texts = masked ? maskTurns(dialogue) : dialogue.turns.map(({ content }) => content);
  const roles: Record<string, string> = { user: "cliente", assistant: "asesor", tool: "herramienta" };
  return {
    conversation_id: dialogue.id,
    seed_id: "",
    dominio: dialogue.domain,
    idioma: dialogue.language,
    es_sintetica: false,
    metadata: {},
    turnos: dialogue.turns.map(({ role, tool }, index) => ({
      turno: index + 1,
      rol: roles[role] ?? "cliente",
      contenido: texts[index]! || "…",
      herramientas_usadas: tool === null ? [] : [tool],
      tool_calls: null,
      tool_results: null,
      metadata: {},
    })),
  };
}

function wordRuns(text: string, language: string): string[][] {
  const content = wordsOf(text).filter((word) => isContentWord(word, language));
  return content.slice(RUN_WORDS - 1).map((_, index) => content.slice(index, index + RUN_WORDS));
}

function judge(dialogue: Dialogue, masked: boolean): Outcome {
  const extraction = extractSeed({
    conversation: toConversation(dialogue, masked),
    domain: dialogue.domain,
    assistantRole: "asesor",
    seedId: `eval-${dialogue.id}`,
    tools: [],
  });
  if ("refused" in extraction)
    return { dialogue, seed: null, refused: extraction.refused, valuesFound: [], runsFound: [] };
  const { seed } = extraction;
  const written = foldText(
    seedTexts(seed)
      .map(({ text }) => text)
      .join("\n"),
  );
  const valuesFound = dialogue.personalValues.filter((value) => {
    const folded = foldText(value.trim());
    return folded.length > 1 && new RegExp(`(?<![\\p{L}\\p{N}])${escape(folded)}(?![\\p{L}\\p{N}])`, "u").test(written);
  });
  const source = new Set(
    dialogue.turns.flatMap(({ content }) => wordRuns(content, seed.idioma).map((run) => run.join(" "))),
  );
  const runsFound = seedTexts(seed).flatMap(({ text }) =>
    wordRuns(text, seed.idioma).filter((run) => source.has(run.join(" "))),
  );
  const own = findVerbatimRuns(
    seed,
    dialogue.turns.map(({ content }) => content),
    seed.idioma,
  ).map(({ run }) => run);
  return { dialogue, seed, refused: null, valuesFound, runsFound: [...runsFound, ...own] };
}

function shingles(seed: SeedSchema): Set<string> {
  const steps = seed.pasos_turnos.flujo_esperado;
  const factual = seed.parametros_factuales;
  const words = wordsOf([seed.objetivo, factual.contexto, ...factual.restricciones, ...steps].join(" . "));
  return new Set(words.slice(2).map((_, index) => words.slice(index, index + 3).join(" ")));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const item of a) if (b.has(item)) shared += 1;
  return a.size + b.size === 0 ? 1 : shared / (a.size + b.size - shared);
}

/** Similarity of the seeds by word 3-shingles: over all pairs, and over pairs of one kind of dialogue. */
function similarity(outcomes: readonly Outcome[]) {
  const seeds = outcomes.flatMap(({ seed, dialogue }) =>
    seed === null ? [] : [{ kind: dialogue.kind, set: shingles(seed) }],
  );
  const sums = { all: 0, pairs: 0, kin: 0, kinPairs: 0, near: 0 };
  seeds.forEach((a, index) => {
    for (const b of seeds.slice(index + 1)) {
      const value = jaccard(a.set, b.set);
      sums.all += value;
      sums.pairs += 1;
      if (value >= 0.9) sums.near += 1;
      if (a.kind === b.kind) {
        sums.kin += value;
        sums.kinPairs += 1;
      }
    }
  });
  return {
    mean_similarity: round(sums.all / Math.max(1, sums.pairs)),
    mean_similarity_same_kind: round(sums.kin / Math.max(1, sums.kinPairs)),
    near_duplicate_pairs: sums.near,
    pairs: sums.pairs,
  };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
const mean = (values: readonly number[]): number =>
  round(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));

function report(name: string, dialogues: readonly Dialogue[], masked: boolean) {
  const outcomes = dialogues.map((dialogue) => judge(dialogue, masked));
  const seeds = outcomes.flatMap(({ seed }) => (seed === null ? [] : [seed]));
  return {
    outcomes,
    figures: {
      file: name,
      masking: masked ? "Layer 0, gate" : "none",
      dialogues: dialogues.length,
      seeds: seeds.length,
      refused: outcomes.filter(({ refused }) => refused !== null).length,
      seeds_with_personal_values: outcomes.filter(({ valuesFound }) => valuesFound.length > 0).length,
      seeds_with_source_runs: outcomes.filter(({ runsFound }) => runsFound.length > 0).length,
      mean_steps: mean(seeds.map((seed) => seed.pasos_turnos.flujo_esperado.length)),
      mean_constraints: mean(seeds.map((seed) => seed.parametros_factuales.restricciones.length)),
      mean_topics: mean(seeds.map((seed) => seed.etiquetas.length - 2)),
      ...similarity(outcomes),
    },
  };
}

const options = readOptions(import.meta.filename, { data: { type: "string" }, show: { type: "string" } });
const data = options.data ?? join(ROOT, "..", "shared", "data");
const star = join(data, "dialogues", "star.jsonl.gz");
const spanish = join(data, "dialogues", "es.jsonl");
if (!existsSync(star) || !existsSync(spanish)) {
  console.error(`no dialogues under ${data}; pass --data DIR`);
  process.exit(2);
}
// Without any mask the seeds must be clean too: nothing of a source is ever copied.
const reports = [
  report("star", readStar(star), true),
  report("star", readStar(star), false),
  report("es", readSpanish(spanish), true),
  report("es", readSpanish(spanish), false),
];
const shown = Number(options.show ?? 0);
for (const { outcomes } of reports.filter((_, index) => index % 2 === 0)) {
  const step = Math.max(1, Math.floor(outcomes.length / Math.max(1, shown)));
  for (let index = 0; index < shown; index += 1) console.log(JSON.stringify(outcomes[index * step]?.seed, null, 1));
}
for (const { outcomes, figures } of reports) {
  console.log(figures);
  for (const { dialogue, valuesFound, runsFound, refused } of outcomes) {
    if (valuesFound.length > 0 || runsFound.length > 0)
      console.log(
        dialogue.id,
        valuesFound,
        runsFound.map((run) => run.join(" ")),
      );
    if (refused !== null) console.log(dialogue.id, "refused:", refused);
  }
}
const leaks = reports.reduce(
  (sum, { figures }) => sum + figures.seeds_with_personal_values + figures.seeds_with_source_runs,
  0,
);
console.log(JSON.stringify({ leaks, files: reports.map(({ figures }) => figures) }));
process.exitCode = leaks > 0 ? 1 : 0;
