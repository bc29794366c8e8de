// Measures the shield, rules and classifier together.
//   node scripts/eval-shield.ts [--data DIR] [--misses]
// Attacks: data/shield/test.jsonl, which nothing was trained on but whose misses have been looked at, and unseen.jsonl,
// whose misses have not (its families one by one). False alarms: their hard benign texts, the development files of the
// recogniser and the turns of the real dialogues. For figures on writers held out
// of training, run scripts/train-shield.ts --by-writer. One JSON object on the last line; exits 1 when hard benign texts are flagged above 3 %, or
// ordinary ones above 1 %.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { SHIELD_CATEGORIES } from "../workers/core/shield/model.ts";
import { createShield } from "../workers/core/shield/shield.ts";
import { readNatural, readTests } from "./shield-dataset.ts";
import type { ShieldExample } from "./shield-dataset.ts";
import { readOptions } from "./runtime/options.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const HARD_LIMIT = 0.03;
const ORDINARY_LIMIT = 0.01;
const EVERYTHING = Object.fromEntries(SHIELD_CATEGORIES.map((category) => [category, 0]));

function readDialogues(data: string): ShieldExample[] {
  const folder = join(data, "dialogues");
  if (!existsSync(folder)) return [];
  const star = gunzipSync(readFileSync(join(folder, "star.jsonl.gz"))).toString("utf8");
  const spanish = readFileSync(join(folder, "es.jsonl"), "utf8");
  return [
    { lines: star, language: "en" },
    { lines: spanish, language: "es" },
  ].flatMap(({ lines, language }) =>
    lines
      .trim()
      .split("\n")
      .flatMap((line) => (JSON.parse(line) as { turns: { content?: unknown }[] }).turns)
      .flatMap(({ content }) => (typeof content === "string" && content.trim() !== "" ? [content] : []))
      .map((text) => ({ text, category: null, family: "dialogues", line: text, language, origin: "natural" as const })),
  );
}

const options = readOptions(import.meta.filename, { data: { type: "string" }, misses: { type: "boolean" } });
const data = options.data ?? join(ROOT, "..", "shared", "data");
const bytes = readFileSync(join(ROOT, "workers", "core", "shield", "models", "shield.bin"));
const shield = createShield(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
const tests = readTests(join(ROOT, "data", "shield", "test.jsonl"));
const ordinary = [...readDialogues(data), ...readNatural(data, "dev", 7)];

const flagged = ({ text }: ShieldExample): boolean => shield.inspect(text).threats.length > 0;
const top = ({ text }: ShieldExample): number =>
  Math.max(0, ...shield.inspect(text, { thresholds: EVERYTHING }).threats.map(({ confidence }) => confidence));
const share = (rows: readonly ShieldExample[], test: (row: ShieldExample) => boolean): number =>
  rows.length === 0 ? 0 : Math.round((1000 * rows.filter(test).length) / rows.length) / 1000;

const unseen = readTests(join(ROOT, "data", "shield", "unseen.jsonl"));
const families = [...new Set(unseen.map(({ family }) => family))];
const attacks = tests.filter(({ category }) => category !== null);
const hard = tests.filter(({ category }) => category === null);
const recall = Object.fromEntries(
  SHIELD_CATEGORIES.flatMap((category) =>
    ["en", "es"].map((language) => [
      `${category}/${language}`,
      share(
        attacks.filter((row) => row.category === category && row.language === language),
        flagged,
      ),
    ]),
  ),
);
const ranked = ordinary.map(top).toSorted((a, b) => b - a);
const atOnePercent = ranked[Math.floor(ranked.length * ORDINARY_LIMIT)] ?? 1;
const started = performance.now();
for (const row of ordinary) shield.inspect(row.text);
const elapsed = performance.now() - started;
const figures = {
  attacks: attacks.length,
  recall: share(attacks, flagged),
  recall_at_one_percent: share(attacks, (row) => top(row) > atOnePercent),
  hard_benign: hard.length,
  hard_flagged: share(hard, flagged),
  unseen: Object.fromEntries(
    families.map((family) => {
      const own = unseen.filter((row) => row.family === family);
      const found = own.filter(({ category }) => category !== null);
      const benign = own.filter(({ category }) => category === null);
      return [
        family,
        {
          attacks: found.length,
          recall: share(found, flagged),
          recall_at_one_percent: share(found, (row) => top(row) > atOnePercent),
          hard_benign: benign.length,
          hard_flagged: share(benign, flagged),
        },
      ];
    }),
  ),
  ordinary: ordinary.length,
  ordinary_flagged: share(ordinary, flagged),
  model_bytes: bytes.byteLength,
  microseconds_per_text: Math.round((1000 * elapsed) / Math.max(1, ordinary.length)),
};
console.log(recall);
if (options.misses) {
  for (const row of attacks) if (!flagged(row)) console.log("missed", row.category, top(row).toFixed(3), row.text);
  for (const row of [...hard, ...ordinary]) {
    for (const { category, confidence, rule } of shield.inspect(row.text).threats) {
      console.log("flagged", category, confidence.toFixed(3), rule, row.text.slice(0, 160));
    }
  }
}
console.log(JSON.stringify(figures));
process.exitCode = figures.hard_flagged > HARD_LIMIT || figures.ordinary_flagged > ORDINARY_LIMIT ? 1 : 0;
