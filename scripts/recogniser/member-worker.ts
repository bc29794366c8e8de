import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { createRandom } from "../../workers/core/generation/random.ts";
import { readLexicon, writeLexicon } from "../../workers/core/privacy/lexicon.ts";
import type { Gate } from "../../workers/core/privacy/recogniser-model.ts";
import { forenameTest, isCasedCorpus, readCorpora } from "./corpora.ts";
import { Encoder } from "./encode.ts";
import { trainGate } from "./gate.ts";
import { lexiconWords } from "./lexicon-words.ts";
import type { Member } from "./members.ts";
import { readNames } from "./names.ts";
import { readPhrases } from "./phrases.ts";
import { quantise } from "./quantise.ts";
import type { QuantisedRows } from "./quantise.ts";
import { caseCopies } from "./sample.ts";
import { createSlots } from "./slots.ts";
import { readTemplates, renderAll } from "./templates.ts";
import { trainWeights } from "./trainer.ts";
import { readVocabulary } from "./vocabulary.ts";

/** A thread that trains one member: takes an `Order`, posts lines of log and, at last, what it has trained. */

export interface Order {
  /** The directory with `ner` and `lists`, and the one with the templates. */
  data: string;
  own: string;
  member: Member;
}

export interface TrainedMember {
  weights: QuantisedRows;
  lexiconFile: ArrayBuffer;
  gate: Gate;
}

const ROW_BITS = 18;
const RATE = 0.12;
const DECAY = 0.0003;
const NEGLIGIBLE = 0.001;
const MINIMUM_COUNT = 2;
const PRUNE = 8;
const GATE_BITS = 17;
/** Share of the tokens of names, in training, that the gate may lose. */
const GATE_LOST = 0.006;

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
const log = (message: string): void => parentPort!.postMessage(message);

/** Draws a member's text and trains it. */
function trainMember({ data, member, own }: Order): TrainedMember {
  const names = readNames(data, own);
  const casedCorpora = readCorpora(data, "train", () => false, isCasedCorpus);
  const isForename = forenameTest(names, casedCorpora);
  const corpora = [...casedCorpora, ...readCorpora(data, "train", isForename, (name) => !isCasedCorpus(name))];
  const slots = createSlots(names);
  const templates = readTemplates(own);
  const { epochs, localOnly, renderings, seed, terms, without } = member;
  const random = createRandom(seed);
  const files = templates.filter((file) => without?.test(file.name) !== true);
  const rendered = renderAll(files, renderings, slots, random);
  const phrases = join(own, "phrases.txt");
  const ownText = [
    ...readPhrases(phrases, random.fork("phrases")),
    ...readVocabulary(join(own, "vocabulary.txt"), phrases, names, terms, random.fork("vocabulary")),
  ];
  log(`${rendered.length} rendered templates, ${ownText.length} phrases and terms`);

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

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
parentPort!.postMessage(trainMember(workerData as Order));
