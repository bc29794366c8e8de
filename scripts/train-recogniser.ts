/**
 * Trains the name recogniser and writes `recogniser.bin` and `lexicon.bin`.
 *
 *   node scripts/train-recogniser.ts [--data ../shared/data] [--out workers/core/privacy/models] [--threads 1]
 *     [--only N] [--keep DIR]
 *   node scripts/train-recogniser.ts --phrases
 *
 * Reads the training parts of the corpora, the gazetteers and the templates under data/recogniser; trains the members of
 * `recogniser/members.ts`, and takes the mean of their weights. The same data give the same bytes, whatever the number
 * of threads. Three to four minutes a member on an idle core. `--only` trains one member, to try something out; `--keep`
 * names a directory where trained members stay, and from which those that are there are taken: empty it after any change.
 * `--phrases` takes the texts of seeds/ into data/recogniser/phrases.txt afresh, and trains nothing.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { Worker } from "node:worker_threads";
import { gzipSync } from "node:zlib";
import { writeWeights } from "../workers/core/privacy/recogniser-model.ts";
import { createRecogniser } from "../workers/core/privacy/recogniser.ts";
import { calibrate } from "./recogniser/calibrate.ts";
import { forenameTest, isCasedCorpus, readCorpora, readDialogues } from "./recogniser/corpora.ts";
import type { Order, TrainedMember } from "./recogniser/member-worker.ts";
import { MEMBERS } from "./recogniser/members.ts";
import { readNames } from "./recogniser/names.ts";
import { collectPhrases } from "./recogniser/phrases.ts";
import { meanOf } from "./recogniser/quantise.ts";
import { markDialogues, markSamples, printScores, scoreTexts } from "./recogniser/score.ts";
import { readOptions } from "./runtime/options.ts";

const root = join(import.meta.dirname, "..");
const own = join(root, "data/recogniser");
const args = readOptions(import.meta.filename, {
  data: { type: "string", default: join(root, "../shared/data") },
  out: { type: "string", default: join(root, "workers/core/privacy/models") },
  threads: { type: "string", default: "1" },
  only: { type: "string" },
  keep: { type: "string" },
  phrases: { type: "boolean", default: false },
});
if (args.phrases) {
  writeFileSync(join(own, "phrases.txt"), collectPhrases(join(root, "seeds")));
  process.exit(0);
}

const started = performance.now();
const log = (message: string): void => {
  console.log(`${((performance.now() - started) / 1000).toFixed(1)} s  ${message}`);
};

/** Trains a member in a thread of its own. */
function trainInThread(name: string, order: Order): Promise<TrainedMember> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("recogniser/member-worker.ts", import.meta.url), { workerData: order });
    worker.on("message", (message: string | TrainedMember) => {
      if (typeof message === "string") log(`${name}: ${message}`);
      else resolve(message);
    });
    worker.on("error", reject);
  });
}

/** Trains a member, or takes it from where trained members are kept. */
async function obtainMember(number: number): Promise<TrainedMember> {
  const file = args.keep === undefined ? undefined : join(args.keep, `member-${number}.bin`);
  if (file !== undefined && existsSync(file)) return deserialize(readFileSync(file)) as TrainedMember;
  const trained = await trainInThread(`member ${number}`, { data: args.data, own, member: MEMBERS[number]! });
  if (file !== undefined) writeFileSync(file, serialize(trained));
  return trained;
}

if (args.keep !== undefined) mkdirSync(args.keep, { recursive: true });
const trainedMembers: TrainedMember[] = [];
const numbers = args.only === undefined ? [...MEMBERS.keys()] : [Number(args.only)];
const waiting = [...numbers.entries()];
await Promise.all(
  Array.from({ length: Number(args.threads) }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [place, number] = next;
      trainedMembers[place] = await obtainMember(number);
    }
  }),
);

/** What the largest byte of a row of the mean must be: as small as the size allows, 1.7 MB gzip with the lexicon. */
const LEAST_BYTE = 6;

// The lexicon and the gate are those of the last member, which has read most.
const { gate, lexiconFile } = trainedMembers.at(-1)!;
const weights = {
  ...meanOf(
    trainedMembers.map((member) => member.weights),
    LEAST_BYTE,
  ),
  gate,
  temperature: 1,
};
const isForename = forenameTest(
  readNames(args.data, own),
  readCorpora(args.data, "train", () => false, isCasedCorpus),
);
const marked = [...markSamples(readCorpora(args.data, "dev", isForename)), ...markDialogues(readDialogues(args.data))];
const { temperature, error } = calibrate(weights, lexiconFile, marked);
log(`temperature ${temperature}, calibration error ${error.toFixed(4)}`);
const weightsFile = writeWeights({ ...weights, temperature });
mkdirSync(args.out, { recursive: true });
writeFileSync(join(args.out, "recogniser.bin"), new Uint8Array(weightsFile));
writeFileSync(join(args.out, "lexicon.bin"), new Uint8Array(lexiconFile));
const size = (file: ArrayBuffer): string =>
  `${(file.byteLength / 1024).toFixed(0)} KB, ${(gzipSync(new Uint8Array(file), { level: 9 }).length / 1024).toFixed(0)} KB gzip`;
log(`weights ${size(weightsFile)}; lexicon ${size(lexiconFile)}`);

const recogniser = createRecogniser(weightsFile, lexiconFile);
const NAME_CLASSES: ReadonlySet<string> = new Set(["PERSON", "LOCATION", "ORGANIZATION"]);
for (const threshold of [0.5, 0.05]) {
  console.log(`threshold ${threshold}`);
  const find = (text: string) => recogniser.recognise(text).filter((span) => span.score >= threshold);
  printScores(scoreTexts(find, marked, () => NAME_CLASSES));
}
log("done");
