/**
 * Trains the coherence discriminator and writes workers/core/evaluation/models/coherence.ts.
 *
 *   node scripts/train-coherence.ts [--data ../shared/data] [--out FILE]
 *
 * Same data, same bytes: every draw comes from one seeded generator; `npx oxfmt` on the file gives the committed ones.
 * Two minutes on one core.
 */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Conversation } from "../workers/contract/conversation.ts";
import type { SeedSchema } from "../workers/contract/seed.ts";
import {
  FEATURE_BITS,
  type LinkFeatures,
  listFeatures,
  readLinks,
} from "../workers/core/evaluation/coherence-features.ts";
import {
  type CoherenceModel,
  type CoherenceReading,
  type CoherenceWeights,
  DIALOGUE_FEATURES,
  dialogueTopics,
  loadCoherenceModel,
  readTopicTable,
} from "../workers/core/evaluation/coherence-model.ts";
import { CORRUPTIONS } from "../workers/core/evaluation/controls.ts";
import { FLUENCY_SCALE } from "../workers/core/evaluation/fluency.ts";
import { STOP_WORDS } from "../workers/core/evaluation/stop-words.ts";
import { foldText, sentencesOf, wordsOf } from "../workers/core/evaluation/text.ts";
import { readTranscript } from "../workers/core/evaluation/transcript.ts";
import type { TopicTable } from "../workers/core/evaluation/topics.ts";
import { createRandom, type Random } from "../workers/core/generation/random.ts";
import { generateDialogues, readDocuments, trainTopics } from "./coherence-data.ts";
import { type Dialogue, readJsonLines, readOwn, readSpanish, readStar } from "./evaluation-data.ts";
import { readOptions } from "./runtime/options.ts";

const FOLDS = 3;
const EPOCHS = 6;
const L2 = 0.001;
const ROUNDS = 2;
/** How much more a link of our own few dialogues counts than one of STAR's many. */
const OWN_WEIGHT = 4;
/** Every how many seeds of the library the builtin generator writes a dialogue for training. */
const GENERATED_EVERY = 2;
/** Keeps the dialogue's weights spread over features that say the same, which carries over better to other styles. */
const DIALOGUE_L2 = 0.1;
/** Corruptions whose links the discriminator learns, and how often each is drawn for one dialogue. */
const LINK_CORRUPTIONS: Readonly<Record<string, number>> = {
  shuffled_turns: 1,
  shuffled_within_roles: 2,
  adjacent_swap: 2,
  foreign_turns: 2,
  derailed: 1,
  repeated_turns: 1,
  role_flip: 1,
};
/** Corruptions that the dialogue's logit tells from good dialogues, with their weights. */
const DIALOGUE_CORRUPTIONS: Readonly<Record<string, number>> = {
  shuffled_turns: 1,
  shuffled_within_roles: 1,
  adjacent_swap: 0.3,
  foreign_turns: 1,
  derailed: 0.5,
  word_salad: 3,
  seed_word_salad: 2,
  repeated_turns: 2,
  role_flip: 1,
};

interface Example {
  ids: Int32Array;
  values: Float32Array;
  good: boolean;
  weight: number;
}

const options = readOptions(import.meta.filename, {
  data: { type: "string", default: "../shared/data" },
  out: { type: "string", default: "workers/core/evaluation/models/coherence.ts" },
});

/** Half of the dialogues that training may see, by the parity of their place in the file. */
export function isTrainingHalf(index: number): boolean {
  return index % 2 === 0;
}

const seed = {
  roles: ["user", "assistant"],
  rol_asistente: "assistant",
  idioma: "en",
  objetivo: "",
  pasos_turnos: { flujo_esperado: [] },
  parametros_factuales: { contexto: "", restricciones: [] },
} as unknown as SeedSchema;

function main(): void {
  const star = readStar(options.data).filter((_, i) => isTrainingHalf(i));
  const own = existsSync("data/evaluation/dialogues.txt") ? readOwn("data/evaluation/dialogues.txt") : [];
  const random = createRandom("train-coherence");
  const fluency = trainFluency(options.data, [...star, ...own]);
  const generated = generateDialogues(GENERATED_EVERY);
  const documents = readDocuments(options.data);
  const dialogues = [...star, ...own, ...generated];
  const folds = dialogues.map((_, i) => i % FOLDS);
  const topics = trainTopics(documents, dialogues);
  // No dialogue is read with subjects that were learnt from itself: they would fit it too well.
  const foldTopics = Array.from({ length: FOLDS }, (_, fold) =>
    trainTopics(
      documents,
      dialogues.filter((__, i) => folds[i] !== fold),
    ),
  );
  foldTopics.forEach((table, fold) => {
    const subjects = new Map(Object.entries(table).map(([language, each]) => [language, readTopicTable(each)]));
    dialogues.forEach((dialogue, i) => {
      if (folds[i] === fold) subjectsOf.set(dialogue, subjects);
    });
  });
  const good: number[][] = [];
  const goodGroups: string[] = [];
  /** Whether a good dialogue is one of ours retyped as chat: it trains, and calibrates nothing. */
  const goodChats: boolean[] = [];
  const bad: Spoiled[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const training = dialogues.filter((_, i) => folds[i] !== fold);
    const held = dialogues.filter((_, i) => folds[i] === fold);
    const link = trainLinks(training, random.fork(`fold ${fold}`));
    const model = loadCoherenceModel({ ...EMPTY, ...link, fluency, topics: foldTopics[fold]! });
    const read = (conversation: Conversation) => readDialogue(model, conversation).features;
    const chats = held
      .filter((dialogue) => sourceOf(dialogue) === "own")
      .map((dialogue) => ({
        ...dialogue,
        conversation: asChat(dialogue.conversation, random.fork(`chat ${dialogue.conversation.conversation_id}`)),
      }));
    for (const dialogue of [...held, ...chats]) {
      good.push(read(dialogue.conversation));
      goodGroups.push(groupOf(dialogue));
      goodChats.push(chats.includes(dialogue));
      for (const name of Object.keys(DIALOGUE_CORRUPTIONS)) {
        const spoiled = corrupt(
          name,
          dialogue,
          held,
          random.fork(`dialogue ${dialogue.conversation.conversation_id} ${chats.includes(dialogue)} ${name}`),
        );
        if (spoiled !== null) bad.push({ name, group: groupOf(dialogue), features: read(spoiled) });
      }
    }
  }
  // What the builtin generator writes is too regular to weigh the features of what people say.
  const isSpoken = (group: string) => !group.endsWith("generated");
  const dialogue = trainDialogue(
    good.filter((_, i) => isSpoken(goodGroups[i]!)),
    bad.filter((entry) => isSpoken(entry.group)),
    goodGroups.filter(isSpoken),
  );
  const logits = good.map((features) => logitOf(dialogue, features));
  const link = trainLinks(dialogues, random.fork("all"));
  const uncalibrated: CoherenceWeights = {
    ...EMPTY,
    ...link,
    dialogue: dialogue.weights,
    dialogueBias: dialogue.bias,
    fluency,
    topics,
  };
  // The cut is chosen on held-out dialogues: cross-fitted ones, and for Spanish those of the half that may be used.
  const chosen = readSpanish(options.data).filter((_, i) => isTrainingHalf(i));
  const reader = loadCoherenceModel(uncalibrated);
  const calibration = calibrate(
    [...logits.filter((_, i) => !goodChats[i]), ...chosen.map((each) => readDialogue(reader, each.conversation).logit)],
    [...goodGroups.filter((_, i) => !goodChats[i]), ...chosen.map(() => "es own")],
  );
  const weights: CoherenceWeights = {
    ...uncalibrated,
    version: "3",
    calibration,
  };
  const text = `import type { CoherenceWeights } from "../coherence-model.ts";\n\n/** Written by scripts/train-coherence.ts; see coherence.md for data and licences. */\nexport const COHERENCE_WEIGHTS: CoherenceWeights = ${JSON.stringify(weights, null, 2)};\n`;
  writeFileSync(options.out, text);
  const passedBy = Object.fromEntries(
    [...Map.groupBy(logits, (_, i) => goodGroups[i]!)].map(([group, list]) => [
      group,
      list.filter((logit) => logit >= cutOf(calibration[group.slice(0, 2)]!)).length / list.length,
    ]),
  );
  const summary: Record<string, unknown> = {
    dialogues: dialogues.length,
    bytes: text.length,
    cuts: Object.fromEntries(Object.entries(calibration).map(([language, curve]) => [language, cutOf(curve)])),
    passed: passedBy,
    weights: Object.fromEntries(DIALOGUE_FEATURES.map((name, i) => [name, dialogue.weights[i]])),
  };
  for (const name of Object.keys(DIALOGUE_CORRUPTIONS)) {
    for (const language of ["es", "en"]) {
      const ofLanguage = (group: string) => group.startsWith(language);
      const scores = bad
        .filter((entry) => entry.name === name && ofLanguage(entry.group))
        .map((entry) => logitOf(dialogue, entry.features));
      summary[`${name} ${language}`] = {
        auc: auc(
          logits.filter((_, i) => ofLanguage(goodGroups[i]!)),
          scores,
        ),
        rejected: round6(scores.filter((score) => score < cutOf(calibration[language]!)).length / scores.length),
      };
    }
  }
  console.log(JSON.stringify(summary));
  console.log(JSON.stringify(reportSpanish(weights, cutOf(calibration.es!), random)));
}

/** The same figures on the half of the Spanish dialogues that the cut is chosen on; eval:meta reports on the other. */
function reportSpanish(weights: CoherenceWeights, cut: number, random: Random): Record<string, unknown> {
  const spanish = readSpanish(options.data).filter((_, i) => isTrainingHalf(i));
  const model = loadCoherenceModel(weights);
  const read = (conversation: Conversation) => readDialogue(model, conversation).logit;
  const good = spanish.map((dialogue) => read(dialogue.conversation));
  const report: Record<string, unknown> = {
    dialogues: good.length,
    passed: good.filter((logit) => logit >= cut).length / good.length,
  };
  for (const name of Object.keys(DIALOGUE_CORRUPTIONS)) {
    const spoiled = spanish.flatMap(
      (dialogue) =>
        corrupt(name, dialogue, spanish, random.fork(`es ${dialogue.conversation.conversation_id} ${name}`)) ?? [],
    );
    const logits = spoiled.map(read);
    report[name] = { auc: auc(good, logits), rejected: logits.filter((logit) => logit < cut).length / logits.length };
  }
  return report;
}

function readDialogue(model: CoherenceModel, conversation: Conversation): CoherenceReading {
  const transcript = readTranscript(conversation, seed);
  return model.score(transcript, model.topics(transcript));
}

/** The tables of subjects that each training dialogue is read with. */
const subjectsOf = new Map<Dialogue, ReadonlyMap<string, TopicTable>>();

const NEGATIVE_FEATURES: ReadonlySet<string> = new Set([
  "duplicates",
  "negative_links",
  "lost_places",
  "widest_topic_gaps",
]);

const EMPTY: CoherenceWeights = {
  version: "training",
  link: "",
  linkScale: 1,
  linkBias: 0,
  dialogue: DIALOGUE_FEATURES.map(() => 0),
  dialogueBias: 0,
  calibration: {},
  fluency: {},
  topics: {},
};

function corrupt(name: string, dialogue: Dialogue, others: readonly Dialogue[], random: Random): Conversation | null {
  const foreign = others
    .filter((other) => other.task !== dialogue.task && other.conversation.idioma === dialogue.conversation.idioma)
    .map((other) => other.conversation);
  const { apply } = CORRUPTIONS.find((corruption) => corruption.name === name)!;
  return apply({
    conversation: dialogue.conversation,
    seed: { ...seed, idioma: dialogue.conversation.idioma, objetivo: dialogue.task.replaceAll(/[_.+]/g, " ") },
    foreign,
    sources: [],
    random,
  });
}

/** Messages cut at sentence ends into several of the same speaker, as people send them in chats. */
function asBursts(conversation: Conversation, random: Random): Conversation {
  const turnos = conversation.turnos.flatMap((turn) => {
    if (turn.tool_calls !== null || turn.tool_results !== null || random.next() < 0.4) return [turn];
    const pieces = turn.contenido.split(/(?<=[.!?])\s+/).filter((piece) => piece !== "");
    return pieces.length < 2 ? [turn] : pieces.map((contenido) => ({ ...turn, contenido }));
  });
  return { ...conversation, turnos: turnos.map((turn, i) => ({ ...turn, turno: i + 1 })) };
}

function exampleOf({ ids, values }: LinkFeatures, good: boolean, weight: number): Example {
  return { ids: Int32Array.from(ids), values: Float32Array.from(values), good, weight };
}

const CHAT_FORMS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  es: [
    [/\bque\b/g, "q"],
    [/\bporque\b/g, "xq"],
    [/\bpor\b/g, "x"],
    [/\bpara\b/g, "pa"],
    [/\btambien\b/g, "tmb"],
  ],
  en: [
    [/\byou\b/g, "u"],
    [/\bplease\b/g, "pls"],
    [/\bthanks\b/g, "thx"],
  ],
};

/** The client's turns typed as people type on a telephone: no capitals, accents or marks, short forms, in pieces. */
function asChat(conversation: Conversation, random: Random): Conversation {
  const forms = CHAT_FORMS[conversation.idioma.slice(0, 2)] ?? [];
  const bursts = asBursts(conversation, random);
  const turnos = bursts.turnos.map((turn) => {
    if (turn.rol !== "user") return turn;
    let text = foldText(turn.contenido).replace(/[¿¡.!,]/g, "");
    if (random.next() < 0.5) text = text.replaceAll("?", "");
    for (const [pattern, form] of forms) if (random.next() < 0.4) text = text.replace(pattern, form);
    return { ...turn, contenido: text };
  });
  return { ...conversation, turnos };
}

/** Links of a corrupted dialogue that its original has count as good, the others as bad. */
function linkExamples(dialogue: Dialogue, others: readonly Dialogue[], random: Random): Example[] {
  const variants = [dialogue.conversation, asChat(dialogue.conversation, random)];
  const examples: Example[] = [];
  const subjects = subjectsOf.get(dialogue)!;
  const weight = sourceOf(dialogue) === "own" ? OWN_WEIGHT : 1;
  for (const original of variants) {
    const pairs = new Map<string, number>();
    const push = (conversation: Conversation, known: boolean) => {
      const transcript = readTranscript(conversation, seed);
      const topics = dialogueTopics(transcript, subjects.get(conversation.idioma) ?? null);
      const features = readLinks(transcript, topics, listFeatures, known ? undefined : 0);
      const seen = new Map<string, number>();
      features.forEach(({ actual, alternatives }, i) => {
        const a = conversation.turnos[i]!;
        const b = conversation.turnos[i + 1]!;
        const key = `${a.rol}\n${a.contenido}\n${b.rol}\n${b.contenido}`;
        const count = (seen.get(key) ?? 0) + 1;
        seen.set(key, count);
        if (known) pairs.set(key, count);
        const isGood = known || count <= (pairs.get(key) ?? 0);
        // Links that a corruption left alone are seen often enough in the original.
        if (known || !isGood) examples.push(exampleOf(actual, isGood, weight * (known ? 3 : 1)));
        if (known) for (const other of alternatives) examples.push(exampleOf(other, false, weight));
      });
    };
    push(original, true);
    for (const [name, times] of Object.entries(LINK_CORRUPTIONS)) {
      for (let k = 0; k < times; k++) {
        const spoiled = corrupt(name, { ...dialogue, conversation: original }, others, random.fork(`${name} ${k}`));
        if (spoiled !== null) push(spoiled, false);
      }
    }
  }
  return examples;
}

/** Logistic regression with AdaGrad over hashed features, rounded to int8. */
function trainLinks(
  dialogues: readonly Dialogue[],
  random: Random,
): Pick<CoherenceWeights, "link" | "linkScale" | "linkBias"> {
  const size = 1 << FEATURE_BITS;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const examples = dialogues.flatMap((dialogue, i) =>
      linkExamples(dialogue, dialogues, random.fork(`round ${round} ${i}`)),
    );
    const positives = examples.reduce((sum, example) => sum + (example.good ? example.weight : 0), 0);
    const negatives = examples.reduce((sum, example) => sum + (example.good ? 0 : example.weight), 0);
    for (let epoch = 0; epoch < EPOCHS / ROUNDS; epoch++) {
      for (const example of random.shuffle(examples)) {
        let logit = bias;
        for (let k = 0; k < example.ids.length; k++) logit += weights[example.ids[k]!]! * example.values[k]!;
        const target = example.good ? 1 : 0;
        const balance = example.good
          ? (positives + negatives) / (2 * positives)
          : (positives + negatives) / (2 * negatives);
        const gradient = (1 / (1 + Math.exp(-logit)) - target) * example.weight * balance;
        bias -= 0.01 * gradient;
        for (let k = 0; k < example.ids.length; k++) {
          const id = example.ids[k]!;
          const g = gradient * example.values[k]! + L2 * weights[id]!;
          squares[id]! += g * g;
          weights[id]! -= (0.08 * g) / Math.sqrt(squares[id]!);
        }
      }
    }
  }
  const limit = weights.reduce((top, value) => Math.max(top, Math.abs(value)), 0) || 1;
  const scale = limit / 127;
  const bytes = Int8Array.from(weights, (value) => Math.round(value / scale));
  return { link: Buffer.from(bytes.buffer).toString("base64"), linkScale: round6(scale), linkBias: round6(bias) };
}

interface Spoiled {
  name: string;
  /** Language and source of the dialogue. */
  group: string;
  features: number[];
}

const TOTAL_WEIGHT = Object.values(DIALOGUE_CORRUPTIONS).reduce((sum, weight) => sum + weight, 0);

interface DialogueWeights {
  weights: number[];
  bias: number;
}

/** Balanced logistic regression on standardised features by full gradient descent; signs follow the meaning. */
function trainDialogue(good: readonly number[][], bad: readonly Spoiled[], groups: readonly string[]): DialogueWeights {
  // Every language counts the same, and so does every source of its dialogues.
  const keyOf = ({ name, group }: Spoiled) => `${name} ${group}`;
  const counts = new Map<string, number>();
  for (const entry of bad) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1);
  const shareOf = (group: string) => {
    const language = group.split(" ")[0]!;
    const all = [...new Set(groups)];
    return (
      1 / new Set(all.map((each) => each.split(" ")[0])).size / all.filter((each) => each.startsWith(language)).length
    );
  };
  const sizes = new Map([...Map.groupBy(groups, (group) => group)].map(([group, list]) => [group, list.length]));
  const rows = [
    ...good.map((features, i) => ({ features, target: 1, weight: shareOf(groups[i]!) / sizes.get(groups[i]!)! })),
    ...bad.map((entry) => ({
      features: entry.features,
      target: 0,
      weight: (DIALOGUE_CORRUPTIONS[entry.name]! * shareOf(entry.group)) / counts.get(keyOf(entry))! / TOTAL_WEIGHT,
    })),
  ];
  const width = DIALOGUE_FEATURES.length;
  const means = Array.from(
    { length: width },
    (_, k) => rows.reduce((sum, row) => sum + row.features[k]!, 0) / rows.length,
  );
  const deviations = means.map(
    (mean, k) => Math.sqrt(rows.reduce((sum, row) => sum + (row.features[k]! - mean) ** 2, 0) / rows.length) || 1,
  );
  const scaled = rows.map((row) => ({
    ...row,
    features: row.features.map((value, k) => (value - means[k]!) / deviations[k]!),
  }));
  const weights = Array<number>(width).fill(0);
  // Repetition and negative links can only lower the score, every other feature only raise it.
  const signs = DIALOGUE_FEATURES.map((name) => (NEGATIVE_FEATURES.has(name) ? -1 : 1));
  let bias = 0;
  for (let step = 0; step < 3000; step++) {
    const gradient = Array<number>(width).fill(0);
    let biasGradient = 0;
    for (const row of scaled) {
      const logit = row.features.reduce((sum, value, k) => sum + value * weights[k]!, bias);
      const error = (1 / (1 + Math.exp(-logit)) - row.target) * row.weight;
      for (let k = 0; k < width; k++) gradient[k]! += error * row.features[k]!;
      biasGradient += error;
    }
    for (let k = 0; k < width; k++) {
      const moved = weights[k]! - 0.5 * (gradient[k]! + DIALOGUE_L2 * weights[k]!);
      weights[k] = moved * signs[k]! < 0 ? 0 : moved;
    }
    bias -= 0.5 * biasGradient;
  }
  const raw = weights.map((weight, k) => round6(weight / deviations[k]!));
  return {
    weights: raw,
    bias: round6(bias - weights.reduce((sum, weight, k) => sum + (weight * means[k]!) / deviations[k]!, 0)),
  };
}

function logitOf({ weights, bias }: DialogueWeights, features: readonly number[]): number {
  return features.reduce((sum, value, k) => sum + value * weights[k]!, bias);
}

/**
 * By language: 0.85 at the 2nd percentile of the good dialogues that people wrote, 0.97 at their median. `other`, for languages without enough dialogues, has the lowest of the cuts.
 */
function calibrate(logits: readonly number[], groups: readonly string[]): CoherenceWeights["calibration"] {
  const curves = new Map<string, [number, number][]>();
  for (const language of ["es", "en"]) {
    const own = logits.flatMap((logit, i) => {
      const [spoken, source] = groups[i]!.split(" ");
      return spoken === language && source !== "generated" ? [logit] : [];
    });
    own.sort((a, b) => a - b);
    const cut = quantile(own, 0.02);
    const median = quantile(own, 0.5);
    const width = median - cut;
    const points = [
      [cut - 3 * width, 0],
      [cut - width, 0.4],
      [cut, 0.85],
      [median, 0.97],
      [median + width, 1],
    ];
    curves.set(
      language,
      points.map(([x, y]) => [round6(x!), y!]),
    );
  }
  const lowest = [...curves.values()].reduce((a, b) => (cutOf(b) < cutOf(a) ? b : a));
  return { ...Object.fromEntries(curves), other: lowest };
}

function sourceOf(dialogue: Dialogue): string {
  const id = dialogue.conversation.conversation_id;
  return id.startsWith("star") ? "star" : id.startsWith("generated") ? "generated" : "own";
}

const groupOf = (dialogue: Dialogue) => `${dialogue.conversation.idioma} ${sourceOf(dialogue)}`;

function cutOf(curve: readonly (readonly [number, number])[]): number {
  return curve.find(([, score]) => score === 0.85)![0];
}

/** Value at a share of a sorted list, between neighbours by a straight line. */
function quantile(sorted: readonly number[], q: number): number {
  const at = q * (sorted.length - 1);
  const low = Math.floor(at);
  return sorted[low]! + (at - low) * (sorted[Math.min(low + 1, sorted.length - 1)]! - sorted[low]!);
}

/** Class tables of the languages that there is text for. */
function trainFluency(data: string, dialogues: readonly Dialogue[]): CoherenceWeights["fluency"] {
  const sources: Readonly<Record<string, readonly string[]>> = {
    es: ["meddocan-train", "tab-es-train"],
    en: [
      "multidogo-airline-train",
      "multidogo-insurance-train",
      "multidogo-software-train",
      "multidogo-media-train",
      "wnut-train",
      "sec-train",
    ],
    pt: ["lener-train"],
    fr: ["tab-fr-train"],
  };
  const tables: Record<string, { classes: string; table: string; mean: number }> = {};
  for (const [language, files] of Object.entries(sources)) {
    const spoken = dialogues
      .filter((dialogue) => dialogue.conversation.idioma === language)
      .flatMap((dialogue) =>
        dialogue.conversation.turnos.filter((turn) => turn.tool_calls === null && turn.tool_results === null),
      )
      .flatMap((turn) => sentencesOf(turn.contenido).map((sentence) => wordsOf(foldText(sentence.text))));
    const written = files.flatMap((file) => readSentences(join(data, "ner", `${file}.jsonl.gz`)));
    tables[language] = fluencyTable(language, written, spoken);
  }
  return tables;
}

function readSentences(path: string): string[][] {
  return (readJsonLines(path) as { t?: string[]; text?: string }[]).flatMap((row) => {
    const text = row.text ?? row.t!.join(" ");
    return sentencesOf(text).map((sentence) => wordsOf(foldText(sentence.text)));
  });
}

const CLASS_WORDS = 72;
const CLASS_ENDINGS = 36;

function fluencyTable(language: string, written: readonly string[][], spoken: readonly string[][]) {
  const stop = STOP_WORDS[language as keyof typeof STOP_WORDS];
  const counts = new Map<string, number>();
  const endings = new Map<string, number>();
  // Spoken text is scarce and is what will be scored, so it counts several times.
  const repeat = spoken.length > 0 ? Math.max(1, Math.min(20, Math.round(written.length / spoken.length / 2))) : 1;
  const weighted = [
    ...written.map((words) => ({ words, weight: 1 })),
    ...spoken.map((words) => ({ words, weight: repeat })),
  ];
  for (const { words, weight } of weighted) {
    for (const word of words) {
      if (stop.has(word) || word === "no" || word === "not") counts.set(word, (counts.get(word) ?? 0) + weight);
      else if (!/\d/.test(word)) endings.set(`~${word.slice(-2)}`, (endings.get(`~${word.slice(-2)}`) ?? 0) + weight);
    }
  }
  const classes = [...top(counts, CLASS_WORDS), "#", ...top(endings, CLASS_ENDINGS)];
  const ids = new Map(classes.map((name, i) => [name, i + 2]));
  const size = classes.length + 2;
  const classOf = (word: string) =>
    ids.get(word) ?? (/\d/.test(word) ? ids.get("#")! : (ids.get(`~${word.slice(-2)}`) ?? 0));
  const pairs = new Float64Array(size * size).fill(0);
  const left = new Float64Array(size);
  const right = new Float64Array(size);
  let total = 0;
  for (const { words, weight } of weighted) {
    if (words.length < 3) continue;
    const sequence = [1, ...words.map(classOf), 1];
    for (let i = 0; i + 1 < sequence.length; i++) {
      pairs[sequence[i]! * size + sequence[i + 1]!]! += weight;
      left[sequence[i]!]! += weight;
      right[sequence[i + 1]!]! += weight;
      total += weight;
    }
  }
  const prior = 8;
  const table = Int8Array.from(pairs, (count, k) => {
    const expected = (left[Math.floor(k / size)]! * right[k % size]!) / total;
    const information = Math.log((count + prior * 0.5) / (expected + prior * 0.5));
    return Math.max(-127, Math.min(127, Math.round(information / FLUENCY_SCALE)));
  });
  let sum = 0;
  let n = 0;
  for (const words of spoken.length > 0 ? spoken : written) {
    if (words.length < 4) continue;
    const sequence = [1, ...words.map(classOf), 1];
    for (let i = 0; i + 1 < sequence.length; i++) {
      sum += table[sequence[i]! * size + sequence[i + 1]!]! * FLUENCY_SCALE;
      n += 1;
    }
  }
  return { classes: classes.join(" "), table: Buffer.from(table.buffer).toString("base64"), mean: round6(sum / n) };
}

function top(counts: ReadonlyMap<string, number>, limit: number): string[] {
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, limit)
    .map(([name]) => name);
}

function auc(good: readonly number[], bad: readonly number[]): number {
  let wins = 0;
  for (const g of good) for (const b of bad) wins += g > b ? 1 : g === b ? 0.5 : 0;
  return Math.round((wins / (good.length * bad.length)) * 1000) / 1000;
}

function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

main();
