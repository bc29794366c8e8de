/**
 * Trains the name recogniser and writes `recogniser.bin` and `lexicon.bin`.
 *
 *   node scripts/train-recogniser.ts [--data ../shared/data] [--out workers/core/privacy/models]
 *
 * Reads the training parts of the corpora, the gazetteers and the templates under data/recogniser; trains the members of
 * `recogniser/members.ts` one after the other, and takes the mean of their weights. The same data give the same bytes.
 * One core; three to four minutes a member on an idle one.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { createRandom } from "../workers/core/generation/random.ts";
import { readLexicon, writeLexicon } from "../workers/core/privacy/lexicon.ts";
import { writeWeights } from "../workers/core/privacy/recogniser-model.ts";
import { createRecogniser } from "../workers/core/privacy/recogniser.ts";
import type { Gate } from "../workers/core/privacy/recogniser-model.ts";
import { calibrate } from "./recogniser/calibrate.ts";
import { forenameTest, isCasedCorpus, readCorpora, readDialogues } from "./recogniser/corpora.ts";
import { Encoder } from "./recogniser/encode.ts";
import { trainGate } from "./recogniser/gate.ts";
import { lexiconWords } from "./recogniser/lexicon-words.ts";
import { MEMBERS } from "./recogniser/members.ts";
import type { Member } from "./recogniser/members.ts";
import { readNames } from "./recogniser/names.ts";
import { readOwnText } from "./recogniser/own-text.ts";
import { meanOf, quantise } from "./recogniser/quantise.ts";
import { caseCopies } from "./recogniser/sample.ts";
import { markDialogues, markSamples, printScores, scoreTexts } from "./recogniser/score.ts";
import { createSlots } from "./recogniser/slots.ts";
import { readTemplates, renderAll } from "./recogniser/templates.ts";
import { trainWeights } from "./recogniser/trainer.ts";
import type { QuantisedRows } from "./recogniser/quantise.ts";

const root = join(import.meta.dirname, "..");
const { values: args } = parseArgs({
  options: {
    data: { type: "string", default: join(root, "../shared/data") },
    out: { type: "string", default: join(root, "workers/core/privacy/models") },
  },
});

const ROW_BITS = 18;
const RATE = 0.12;
const DECAY = 0.0003;
const NEGLIGIBLE = 0.001;
const MINIMUM_COUNT = 2;
const PRUNE = 8;
const GATE_BITS = 17;
/** Share of the tokens of names, in training, that the gate may lose. */
const GATE_LOST = 0.006;

const started = performance.now();
const log = (message: string): void => {
  console.log(`${((performance.now() - started) / 1000).toFixed(1)} s  ${message}`);
};

const own = join(root, "data/recogniser");
const names = readNames(args.data, own);
const casedCorpora = readCorpora(args.data, "train", () => false, isCasedCorpus);
const isForename = forenameTest(names, casedCorpora);
const corpora = [...casedCorpora, ...readCorpora(args.data, "train", isForename, (name) => !isCasedCorpus(name))];
log(`${corpora.length} corpus texts`);

const slots = createSlots(names);
const templates = readTemplates(own);

/** Draws a member's text and trains it. */
function trainMember(member: Member): { weights: QuantisedRows; lexiconFile: ArrayBuffer; gate: Gate } {
  const { epochs, localOnly, renderings, seed, without } = member;
  const random = createRandom(seed);
  const files = templates.filter((file) => without?.test(file.name) !== true);
  const rendered = renderAll(files, renderings, slots, random);
  const ownText = readOwnText(join(root, "seeds"), random.fork("seeds"));
  log(`${rendered.length} rendered templates, ${ownText.length} texts of seeds and phrase banks`);

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
    seed,
    rowBits: ROW_BITS,
    epochs,
    rate: RATE,
    decay: DECAY,
    minimumCount: MINIMUM_COUNT,
    negligible: NEGLIGIBLE,
    localOnly,
    report: (epoch, likelihood) => log(`epoch ${epoch + 1}: log likelihood per token ${likelihood.toFixed(5)}`),
  });
  const gate = trainGate(encoded, { seed, bits: GATE_BITS, lost: GATE_LOST });
  log(`gate threshold ${gate.threshold}`);
  return { weights: quantise(trained, ROW_BITS, PRUNE), lexiconFile, gate };
}

const trainedMembers = MEMBERS.map(trainMember);
// The texts differ little: the lexicon and the gate of the last member serve the mean as well.
const { gate, lexiconFile } = trainedMembers.at(-1)!;
const weights = { ...meanOf(trainedMembers.map((member) => member.weights)), gate, temperature: 1 };
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
