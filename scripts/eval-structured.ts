/**
 * Measures the structured detectors on lines that are written with slots ("mi DNI es {dni}"), filled with drawn values,
 * checksums included, and with values as their writer put them ("pasaporte {=PASSPORT C01X00T47}"): precision, recall and F1 of exact spans per category, false alarms on lines that hold
 * nothing personal, and the four scores at the end.
 *
 *   node scripts/eval-structured.ts [--seed 1] [--draws 4] [--lines NAME] [--dir DIR] [--show 40] [--without-names]
 *
 * `scripts/structured/lines/*.txt` are the lines, `clean-*.txt` those that hold nothing; `--lines round-2` takes one
 * file, `--dir` another folder. Lines run as live traffic does, but for dates and ages in lines with values, which live traffic masks beside a person
 * only. Exit status 1 when precision falls under 0.99 or recall under 0.98. The last line is one JSON object.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadRecogniserFiles } from "../workers/cli/model-files.ts";
import { createPrivacyEngine } from "../workers/core/privacy/engine.ts";
import { POLICIES } from "../workers/core/privacy/policies.ts";
import { createRecogniser } from "../workers/core/privacy/recogniser.ts";
import { createRandom, KINDS } from "./structured/values.ts";
import type { Random } from "./structured/values.ts";

const PRECISION_GOAL = 0.99;
const RECALL_GOAL = 0.98;
/** What the recogniser finds is measured by eval:pii. */
const NAMES = new Set(["PERSON", "LOCATION", "ORGANIZATION"]);

const { values: args } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    draws: { type: "string", default: "4" },
    lines: { type: "string" },
    dir: { type: "string", default: join(import.meta.dirname, "structured/lines") },
    show: { type: "string", default: "40" },
    "without-names": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (args.help) {
  console.log(
    "node scripts/eval-structured.ts [--seed 1] [--draws 4] [--lines NAME] [--dir DIR] [--show 40] [--without-names]\n\n" +
      "  --seed N         draws other values\n  --draws N        values per line\n" +
      "  --lines NAME     one file of scripts/structured/lines, without .txt\n" +
      "  --dir DIR        lines of another folder\n" +
      "  --show N         errors to print\n  --without-names  structured detectors alone",
  );
  process.exit(0);
}

interface Span {
  category: string;
  start: number;
  end: number;
}

/** A drawn value, or one that the line itself brings with its category. */
const SLOT = /\{(?:(-?[a-z][a-z0-9-]*)|=([A-Z_0-9]+) ([^{}]+))\}/g;

/** A line with its slots filled, and where the values stand. */
function fill(line: string, random: Random): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  let text = "";
  let from = 0;
  for (const slot of line.matchAll(SLOT)) {
    const [, name, written, literal] = slot;
    const kind = name === undefined ? { category: written!, make: () => literal! } : KINDS.get(name);
    if (kind === undefined) throw new Error(`no kind "${name!}" in: ${line}`);
    text += line.slice(from, slot.index);
    const value = kind.make(random).trim();
    if (kind.category !== "")
      spans.push({ category: kind.category, start: text.length, end: text.length + value.length });
    text += value;
    from = slot.index + slot[0].length;
  }
  return { text: text + line.slice(from), spans };
}

interface Tally {
  gold: number;
  right: number;
  wrong: number;
}

const files = loadRecogniserFiles();
const engine = createPrivacyEngine({
  recogniser: args["without-names"] ? null : createRecogniser(files.weights, files.lexicon),
});
const policy = {
  ...POLICIES.gateway,
  name: "structured",
  alone: {},
  countriesAlone: true,
  categories: { ...POLICIES.gateway.categories, DATE: 0.5 },
};

const random = createRandom(Number(args.seed));
const tallies = new Map<string, Tally>();
const tallyOf = (category: string): Tally => {
  let tally = tallies.get(category);
  if (tally === undefined) tallies.set(category, (tally = { gold: 0, right: 0, wrong: 0 }));
  return tally;
};
const errors: string[] = [];
let cleanTexts = 0;
let cleanFlagged = 0;
let covered = 0;

const names = readdirSync(args.dir)
  .filter((name) => name.endsWith(".txt") && (args.lines === undefined || name === `${args.lines}.txt`))
  .sort();
for (const name of names) {
  const lines = readFileSync(join(args.dir, name), "utf8")
    .split("\n")
    .filter((line) => line !== "");
  for (const line of lines) {
    for (let draw = 0; draw < Number(args.draws); draw++) {
      const { text, spans } = fill(line, random);
      const found = engine
        .scan(text, { policy: spans.length === 0 ? "gateway" : policy })
        .filter(({ category }) => !NAMES.has(category));
      const isRight = (span: Span): boolean =>
        spans.some((gold) => gold.category === span.category && gold.start === span.start && gold.end === span.end);
      for (const gold of spans) {
        const tally = tallyOf(gold.category);
        tally.gold++;
        if (found.some((each) => each.start <= gold.start && each.end >= gold.end)) covered++;
        if (found.some((each) => each.category === gold.category && each.start === gold.start && each.end === gold.end))
          tally.right++;
        else
          errors.push(
            `missed ${gold.category} "${text.slice(gold.start, gold.end)}" in: ${text}  => ${found.map((each) => `${each.category}:${text.slice(each.start, each.end)}`).join(" | ")}`,
          );
      }
      for (const each of found) {
        if (isRight(each)) continue;
        tallyOf(each.category).wrong++;
        if (spans.length === 0 || !spans.some((gold) => each.start < gold.end && gold.start < each.end))
          errors.push(`wrong  ${each.category} "${text.slice(each.start, each.end)}" in: ${text}`);
      }
      if (spans.length === 0) {
        cleanTexts++;
        if (found.length > 0) cleanFlagged++;
      }
    }
  }
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : Math.round((10000 * part) / whole) / 10000);
let gold = 0;
let right = 0;
let wrong = 0;
console.log(
  `${"".padEnd(24)}${"values".padStart(8)}${"precision".padStart(11)}${"recall".padStart(9)}${"F1".padStart(9)}`,
);
for (const [category, tally] of [...tallies].sort()) {
  gold += tally.gold;
  right += tally.right;
  wrong += tally.wrong;
  console.log(
    `${category.padEnd(24)}${String(tally.gold).padStart(8)}${ratio(tally.right, tally.right + tally.wrong)
      .toFixed(3)
      .padStart(11)}${ratio(tally.right, tally.gold).toFixed(3).padStart(9)}${ratio(
      2 * tally.right,
      tally.right + tally.wrong + tally.gold,
    )
      .toFixed(3)
      .padStart(9)}`,
  );
}
for (const error of errors.slice(0, Number(args.show))) console.log(error);
const summary = {
  lines: names,
  seed: Number(args.seed),
  values: gold,
  precision: ratio(right, right + wrong),
  recall: ratio(right, gold),
  covered: ratio(covered, gold),
  clean_texts: cleanTexts,
  clean_flagged_per_1000: cleanTexts === 0 ? 0 : Math.round((10000 * cleanFlagged) / cleanTexts) / 10,
};
console.log(JSON.stringify(summary));
process.exitCode = summary.precision >= PRECISION_GOAL && summary.recall >= RECALL_GOAL ? 0 : 1;
