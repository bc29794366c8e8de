import type { Random } from "../../workers/core/generation/random.ts";
import type { Lexicon } from "../../workers/core/privacy/lexicon.ts";
import {
  EDGE,
  JOINT_ROWS,
  jointRows,
  LineTracker,
  LOCAL_ROWS_MAX,
  localRows,
  REACH,
  WINDOW_INTS,
  WINDOW_STEP,
  wordClass,
  writeWindow,
} from "../../workers/core/privacy/recogniser-features.ts";
import type { WordFacts } from "../../workers/core/privacy/recogniser-features.ts";
import { CATEGORIES, OTHER_NAME } from "../../workers/core/privacy/recogniser-model.ts";
import { BREAK, foldWord, NUMBER, TokenScanner, WORD } from "../../workers/core/privacy/tokens.ts";
import type { Sample } from "./sample.ts";

/** Share of samples with made-unknown words, and share of their words. */
const FORGETFUL_SAMPLES = 0.45;
const FORGOTTEN_WORDS = 0.14;
/** Every label is possible. */
export const ANY = 0xff;

/**
 * Lines of tokens ready for training. A token's rows are the local rows of the words at distance -2..2 and its joint
 * rows; `allowed` has a bit for each label the annotation leaves possible.
 */
export interface Encoded {
  /** Index of the first token of each line, and the total at the end. */
  lineStarts: Int32Array;
  /** Word of each token; 0 is the edge of a line. */
  words: Int32Array;
  allowed: Uint8Array;
  /** `JOINT_ROWS` 32-bit feature hashes per token. */
  joint: Int32Array;
  /** Where the local hashes of word w at distance d begin: `localStarts[w * 5 + d + 2]`, up to the next entry. */
  localStarts: Int32Array;
  local: Int32Array;
}

/** Collects samples; `finish` gives the arrays. Hashes are 32 bits wide: training cuts them to rows. */
export class Encoder {
  private readonly lexicon: Lexicon;
  private readonly wordIds = new Map<string, number>();
  private readonly facts: WordFacts[] = [EDGE];
  private readonly lineStarts: number[] = [];
  private readonly words: number[] = [];
  private readonly allowed: number[] = [];
  private readonly joint: number[] = [];

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * Takes a sample in. With `random`, some words of some samples are made unknown: no flags and a hash of their own, so
   * that words which no list and no training text has are met in training as often as in use.
   */
  add(sample: Sample, random?: Random): void {
    const forgetful = random !== undefined && random.next() < FORGETFUL_SAMPLES;
    const scanner = new TokenScanner(sample.text);
    const labels = new Labeller(sample);
    let line: number[] = [];
    let masks: number[] = [];
    let glued: boolean[] = [];
    const flush = (): void => {
      if (line.length > 0) this.addLine(line, masks, glued);
      line = [];
      masks = [];
      glued = [];
    };
    while (scanner.next()) {
      if (scanner.kind === BREAK) {
        flush();
        labels.breakLine();
        continue;
      }
      const forget = forgetful && scanner.kind === WORD && random.next() < FORGOTTEN_WORDS;
      line.push(this.wordId(scanner, sample.text, forget ? random.int(1, 0x7fffffff) : 0));
      masks.push(labels.next(scanner.start, scanner.end));
      glued.push(scanner.glued);
    }
    flush();
  }

  finish(): Encoded {
    const localStarts: number[] = [];
    const local: number[] = [];
    const rows = new Int32Array(LOCAL_ROWS_MAX);
    for (const word of this.facts) {
      for (let distance = -REACH; distance <= REACH; distance++) {
        localStarts.push(local.length);
        const count = localRows(word, distance, 0, rows, 0);
        for (let index = 0; index < count; index++) local.push(rows[index]!);
      }
    }
    localStarts.push(local.length);
    return {
      lineStarts: Int32Array.from([...this.lineStarts, this.words.length]),
      words: Int32Array.from(this.words),
      allowed: Uint8Array.from(this.allowed),
      joint: Int32Array.from(this.joint),
      localStarts: Int32Array.from(localStarts),
      local: Int32Array.from(local),
    };
  }

  private wordId(scanner: TokenScanner, text: string, forgottenHash: number): number {
    const raw = text.slice(scanner.start, scanner.end);
    const name = `${scanner.kind}:${forgottenHash}:${scanner.kind === NUMBER ? Math.min(raw.length, 24) : raw}`;
    const known = this.wordIds.get(name);
    if (known !== undefined) return known;
    const isWord = scanner.kind === WORD;
    const hash = forgottenHash === 0 ? scanner.hash : forgottenHash;
    const flags = isWord && forgottenHash === 0 ? this.lexicon.flags(hash) : 0;
    const id = this.facts.length;
    this.facts.push({
      kind: scanner.kind,
      hash,
      case: scanner.case,
      flags,
      class: wordClass(scanner.kind, scanner.case, flags, scanner.hash),
      folded: isWord ? foldWord(raw) : "",
    });
    this.wordIds.set(name, id);
    return id;
  }

  private addLine(line: number[], masks: number[], glued: boolean[]): void {
    const tracker = new LineTracker();
    const window = new Int32Array(WINDOW_INTS);
    const rows = new Int32Array(JOINT_ROWS);
    this.lineStarts.push(this.words.length);
    line.forEach((word, at) => {
      for (let distance = -REACH; distance <= REACH; distance++) {
        const other = this.facts[line[at + distance] ?? 0]!;
        writeWindow(other.hash, other.class, window, (distance + REACH) * WINDOW_STEP);
      }
      const here = this.facts[word]!;
      const remaining = Math.min(line.length - 1 - at, REACH);
      const glue = (glued[at]! ? 2 : 0) + (glued[at + 1] === true ? 1 : 0);
      jointRows(window, tracker.position, tracker.label, tracker.style, remaining, glue, 0, rows, 0);
      tracker.take(here.kind, here.hash, here.case);
      this.words.push(word);
      this.allowed.push(masks[at]!);
      for (const row of rows) this.joint.push(row);
    });
  }
}

/** Gives the labels that a sample's spans allow for one token after the other. */
class Labeller {
  private readonly sample: Sample;
  private index = 0;
  private current = -1;

  constructor(sample: Sample) {
    this.sample = sample;
  }

  breakLine(): void {
    this.current = -1;
  }

  next(start: number, end: number): number {
    const { spans, othersMarked } = this.sample;
    while (this.index < spans.length && spans[this.index]!.end <= start) this.index++;
    const span = spans[this.index];
    if (span === undefined || span.start >= end) {
      this.current = -1;
      return othersMarked ? 1 : 1 | (1 << OTHER_NAME);
    }
    const begins = this.current !== this.index;
    this.current = this.index;
    if (span.category === null) return ANY;
    if (span.category === "OTHER") return 1 << OTHER_NAME;
    const begin = 1 + 2 * CATEGORIES.indexOf(span.category);
    return 1 << (begins ? begin : begin + 1);
  }
}
