/**
 * Measures the privacy engine on the development data: precision, recall, F1 and F2 of exact spans per category and
 * language at both operating points, clean messages wrongly flagged, recall of person words at the gate, size, speed.
 *
 *   node scripts/eval-pii.ts [--data ../shared/data]
 *
 * The last line is one JSON object. The corpora mark names of people, places and organisations (meddocan also dates,
 * ages, telephones, e-mail); the Spanish dialogues mark everything, and so do the sentences of test/fixtures/recogniser
 * ("fresh" and "fresh-2", whose slots are filled from the gazetteers, and "fresh-3", whose names are written out;
 * "fresh-4", another writer's, marks names only).
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { loadRecogniserFiles } from "../workers/cli/model-files.ts";
import { createPrivacyEngine } from "../workers/core/privacy/engine.ts";
import { createRecogniser } from "../workers/core/privacy/recogniser.ts";
import { POLICIES, SPECIAL_CATEGORY_NAMES } from "../workers/core/privacy/policies.ts";
import { createRandom } from "../workers/core/generation/random.ts";
import { forenameTest, isCasedCorpus, readCorpora, readDialogues } from "./recogniser/corpora.ts";
import { COMPARISONS, readClinical, scoreClinical } from "./recogniser/clinical.ts";
import { freshSentences } from "./recogniser/fresh.ts";
import { readNames } from "./recogniser/names.ts";
import { joinPlaces, markDialogues, markSamples, printScores, ratios, scoreTexts } from "./recogniser/score.ts";
import type { Scores } from "./recogniser/score.ts";
import { readStatements, scoreStatements, STATEMENT_FILES } from "./recogniser/special.ts";
import { readOptions } from "./runtime/options.ts";

const args = readOptions(import.meta.filename, {
  data: { type: "string", default: join(import.meta.dirname, "../../shared/data") },
});
if (!existsSync(args.data)) {
  console.log(`eval:pii skipped: no data at ${args.data}`);
  process.exit(0);
}

const METHOD = "CRF over hashed features and a lexicon (int8), structured detectors, resolution; no network, one core";
const ALL = new Set(["PERSON", "LOCATION", "ORGANIZATION", "DATE", "AGE", "PHONE", "EMAIL", "IDENTIFIER"]);
const WHOLLY_MARKED = new Set(["es-dialogues", "fresh", "fresh-2", "fresh-3"]);
const NAMES_ONLY = new Set(["PERSON", "LOCATION", "ORGANIZATION"]);

const files = loadRecogniserFiles();
const before = performance.now();
const recogniser = createRecogniser(files.weights, files.lexicon);
const initMs = performance.now() - before;
const engine = createPrivacyEngine({ recogniser });

const names = readNames(args.data, join(import.meta.dirname, "../data/recogniser"));
const marked = [
  ...markDialogues(readDialogues(args.data)),
  ...markSamples(
    readCorpora(
      args.data,
      "dev",
      forenameTest(
        names,
        readCorpora(args.data, "train", () => false, isCasedCorpus),
      ),
    ),
  ),
  ...freshSentences(join(import.meta.dirname, "../test/fixtures/recogniser"), names, createRandom("fresh")),
];
const measured = new Map<"gateway" | "gate", Scores>();
for (const policy of ["gateway", "gate"] as const) {
  const find = (text: string, preceding: string) => engine.scan(text, { policy, preceding });
  const scores = scoreTexts(find, marked, (source) => (WHOLLY_MARKED.has(source) ? ALL : NAMES_ONLY));
  measured.set(policy, scores);
  console.log(`\n${policy}`);
  printScores(scores);
}

/** Places with parts of addresses joined on both sides: corpora part street, postal code and town differently. */
const PLACES_ONLY = new Set(["LOCATION"]);
const joined = scoreTexts(
  (text, preceding) => joinPlaces(text, engine.scan(text, { policy: "gateway", preceding })),
  marked.map((sample) => ({ ...sample, gold: joinPlaces(sample.text, sample.gold) })),
  () => PLACES_ONLY,
);
console.log("\ngateway, places with their parts joined on both sides");
printScores({ ...joined, clean: [], personWords: [] });

/** All kinds of protected health information together, over the clinical cases. */
const clinical = readClinical(args.data);
const health = COMPARISONS.flatMap((comparison) =>
  (["gateway", "gate"] as const).map((policy) => {
    const counts = scoreClinical((text) => engine.scan(text, { policy }), clinical, comparison);
    return { comparison: comparison.name, policy, ...counts, ...ratios(counts) };
  }),
);
console.log("\nclinical cases (meddocan), all kinds of protected information");
for (const { comparison, exact, f1, found, gold, policy, precision, recall } of health) {
  const figures = [precision, recall, f1].map((value) => value.toFixed(3)).join(" ");
  console.log(`${policy.padEnd(8)} P R F1 ${figures}  (${exact} of ${gold}, found ${found})  ${comparison}`);
}

/** Statements of GDPR Articles 9 and 10, under a policy that names all their categories. */
const naming = {
  ...POLICIES.gate,
  categories: {
    ...POLICIES.gate.categories,
    ...Object.fromEntries(SPECIAL_CATEGORY_NAMES.map((category) => [category, 0.5])),
  },
};
const special = Object.fromEntries(
  STATEMENT_FILES.map((name) => [
    name,
    scoreStatements(
      (text) => engine.scan(text, { policy: naming }),
      readStatements(join(import.meta.dirname, `../test/fixtures/${name}.tsv`)),
    ),
  ]),
);
console.log("\nspecial categories: statements found, look-alikes flagged");
for (const [name, rows] of Object.entries(special)) {
  console.log(name);
  for (const { alike, category, flagged, found, statements } of rows)
    console.log(`  ${category.padEnd(24)} ${found} of ${statements}, ${flagged} of ${alike}`);
}

/** The name classes need a policy that reports organisations, which the gateway does not. */
const named = scoreTexts(
  (text) => recogniser.recognise(text).filter((span) => span.score >= 0.5),
  marked,
  () => NAMES_ONLY,
);
console.log("\nrecogniser alone at 0.5");
printScores(named);

const size = (file: ArrayBuffer) => ({
  bytes: file.byteLength,
  gzip: gzipSync(new Uint8Array(file), { level: 9 }).length,
});
const weights = size(files.weights);
const lexicon = size(files.lexicon);
const document = marked
  .map(({ text }) => text)
  .join("\n")
  .slice(0, 2_000_000);
const messages = marked.filter(({ source }) => source === "es-dialogues").map(({ text }) => text);

function megabytesPerSecond(run: () => void, characters: number): number {
  let best = Infinity;
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return characters / best / 1000;
}

const speed = {
  recogniser_document: megabytesPerSecond(() => recogniser.recognise(document), document.length),
  recogniser_messages: megabytesPerSecond(
    () => messages.forEach((text) => recogniser.recognise(text)),
    messages.join("").length,
  ),
  engine_document: megabytesPerSecond(() => engine.scan(document, { policy: "gateway" }), document.length),
  engine_messages: megabytesPerSecond(
    () => messages.forEach((text) => engine.scan(text, { policy: "gateway" })),
    messages.join("").length,
  ),
};

const summary = {
  method: METHOD,
  recogniser: {
    weights,
    lexicon,
    gzip_total: weights.gzip + lexicon.gzip,
    init_ms: Math.round(initMs * 10) / 10,
  },
  mb_per_s: Object.fromEntries(Object.entries(speed).map(([name, value]) => [name, Math.round(value * 100) / 100])),
  health,
  special,
  ...Object.fromEntries(
    [...measured, ["recogniser_alone", named] as const].map(([name, scores]) => [
      name,
      {
        spans: scores.tallies.map((tally) => ({
          language: tally.language,
          source: tally.source,
          category: tally.category,
          gold: tally.gold,
          ...Object.fromEntries(
            Object.entries(ratios(tally)).map(([key, value]) => [key, Math.round(value * 1000) / 1000]),
          ),
        })),
        clean_flagged_per_1000: Object.fromEntries(
          scores.clean.map(({ source, texts, flagged }) => [source, Math.round((10000 * flagged) / texts) / 10]),
        ),
        person_word_recall: Object.fromEntries(
          scores.personWords.map(({ source, words, covered }) => [
            source,
            Math.round((10000 * covered) / words) / 10000,
          ]),
        ),
      },
    ]),
  ),
};
console.log(`\nmethod: ${METHOD}`);
console.log(
  `size ${weights.bytes + lexicon.bytes} bytes, gzip ${summary.recogniser.gzip_total}; init ${summary.recogniser.init_ms} ms`,
);
console.log(`MB/s ${JSON.stringify(summary.mb_per_s)}`);
console.log(JSON.stringify(summary));
