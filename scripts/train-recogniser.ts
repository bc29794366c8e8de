/**
 * Trains the name recogniser and writes `recogniser.bin` and `lexicon.bin`.
 *
 *   node scripts/train-recogniser.ts [--data ../shared/data] [--out workers/core/privacy/models] [--seed NAME]
 *                                    [--epochs N] [--row-bits N] [--renderings N]
 *
 * Reads the training parts of the corpora, the gazetteers and the templates under data/recogniser. The same data and
 * seed give the same bytes. One core, a few minutes.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { createRandom } from "../workers/core/generation/random.ts";
import { readLexicon, writeLexicon } from "../workers/core/privacy/lexicon.ts";
import { writeWeights } from "../workers/core/privacy/recogniser-model.ts";
import { createRecogniser } from "../workers/core/privacy/recogniser.ts";
import { calibrate } from "./recogniser/calibrate.ts";
import { forenameTest, isCasedCorpus, readCorpora, readDialogues } from "./recogniser/corpora.ts";
import { Encoder } from "./recogniser/encode.ts";
import { trainGate } from "./recogniser/gate.ts";
import { lexiconWords } from "./recogniser/lexicon-words.ts";
import { readNames } from "./recogniser/names.ts";
import { readOwnText } from "./recogniser/own-text.ts";
import { quantise } from "./recogniser/quantise.ts";
import { caseCopies } from "./recogniser/sample.ts";
import { markDialogues, markSamples, printScores, scoreTexts } from "./recogniser/score.ts";
import { createSlots } from "./recogniser/slots.ts";
import { readTemplates, renderAll } from "./recogniser/templates.ts";
import { trainWeights } from "./recogniser/trainer.ts";

const root = join(import.meta.dirname, "..");
const { values: args } = parseArgs({
  options: {
    data: { type: "string", default: join(root, "../shared/data") },
    out: { type: "string", default: join(root, "workers/core/privacy/models") },
    seed: { type: "string", default: "recogniser" },
    epochs: { type: "string", default: "6" },
    "row-bits": { type: "string", default: "18" },
    renderings: { type: "string", default: "34" },
    rate: { type: "string", default: "0.12" },
    decay: { type: "string", default: "0.0003" },
    negligible: { type: "string", default: "0.001" },
    "local-only": { type: "string", default: "0.25" },
    "minimum-count": { type: "string", default: "2" },
    prune: { type: "string", default: "8" },
    "gate-bits": { type: "string", default: "17" },
    "gate-lost": { type: "string", default: "0.006" },
  },
});
const started = performance.now();
const log = (message: string): void => {
  console.log(`${((performance.now() - started) / 1000).toFixed(1)} s  ${message}`);
};

const own = join(root, "data/recogniser");
const names = readNames(args.data, own);
const random = createRandom(args.seed);

const casedCorpora = readCorpora(args.data, "train", () => false, isCasedCorpus);
const isForename = forenameTest(names, casedCorpora);
const corpora = [...casedCorpora, ...readCorpora(args.data, "train", isForename, (name) => !isCasedCorpus(name))];
log(`${corpora.length} corpus texts`);

const slots = createSlots(names);
const rendered = renderAll(readTemplates(own), Number(args.renderings), slots, random);
log(`${rendered.length} rendered templates`);
const ownText = readOwnText(join(root, "seeds"), random.fork("seeds"));
log(`${ownText.length} texts of seeds and phrase banks`);

const lexiconFile = writeLexicon(lexiconWords(names, [...corpora, ...rendered, ...ownText]));
const encoder = new Encoder(readLexicon(lexiconFile));
const draws = random.fork("case");
for (const sample of corpora) {
  encoder.add(sample, draws);
  for (const copy of caseCopies(sample, draws)) encoder.add(copy, draws);
}
for (const sample of [...rendered, ...ownText]) encoder.add(sample, draws);
const encoded = encoder.finish();
log(`${encoded.words.length} tokens, ${encoded.localStarts.length / 5} words`);

const trained = trainWeights(encoded, {
  seed: args.seed,
  rowBits: Number(args["row-bits"]),
  epochs: Number(args.epochs),
  rate: Number(args.rate),
  decay: Number(args.decay),
  minimumCount: Number(args["minimum-count"]),
  negligible: Number(args.negligible),
  localOnly: Number(args["local-only"]),
  report: (epoch, likelihood) => log(`epoch ${epoch + 1}: log likelihood per token ${likelihood.toFixed(5)}`),
});
const gate = trainGate(encoded, { seed: args.seed, bits: Number(args["gate-bits"]), lost: Number(args["gate-lost"]) });
log(`gate threshold ${gate.threshold}`);
const weights = quantise(trained, gate, Number(args["row-bits"]), Number(args.prune));
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
