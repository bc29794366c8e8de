import { charClass, foldText, hashWord, UPPER } from "../characters.ts";
import { misspellings, readItem, readItems } from "./phrases.ts";
import type { Slot } from "./phrases.ts";

/** How a word of a phrase must be written. */
export const CAPITAL = 0x51ed270b;
export const CAPITALS = 0x2545f491;
/** Words that `~` passes over at most. */
const SKIPPED = 3;
/** Size of the table that tells most words with which nothing begins. A power of two. */
const FIRST_BITS = 1 << 20;
/** Words of one match at most. */
const LONGEST = 24;

interface Node {
  words: Map<number, Node[]>;
  classes: Map<number, Node[]>;
  any: Node[];
  skip: Node[];
  mark: Node[];
  /** Index of the list whose phrase ends here, or -1. */
  end: number;
}

function createNode(end = -1): Node {
  return { words: new Map(), classes: new Map(), any: [], skip: [], mark: [], end };
}

function append(map: Map<number, Node[]>, key: number, node: Node): void {
  const nodes = map.get(key);
  if (nodes === undefined) map.set(key, [node]);
  else nodes.push(node);
}

/** The hash of a word, apart for words that must be written with a capital or in capitals. */
export function keyOf(word: string): number {
  const hash = hashWord(word);
  if (!/^\p{Lu}/u.test(word)) return hash;
  return hash ^ (/\p{Ll}/u.test(word) ? CAPITAL : CAPITALS);
}

/** Nodes that are tried together; what follows them is put together when a text first asks for it. */
class State {
  readonly ends: readonly number[];
  readonly classes: readonly (readonly [bit: number, nodes: Node[]])[];
  private readonly words: Map<number, Node[] | State>;
  private readonly classStates: (State | null)[];
  private readonly others: readonly [any: Node[], skip: Node[], mark: Node[]];
  private readonly otherStates: (State | null)[] = [null, null, null];

  constructor(nodes: readonly Node[]) {
    const words = new Map<number, Node[]>();
    const classes = new Map<number, Node[]>();
    const others: [Node[], Node[], Node[]] = [[], [], []];
    for (const node of nodes) {
      for (const [key, next] of node.words) for (const each of next) append(words, key, each);
      for (const [bit, next] of node.classes) for (const each of next) append(classes, bit, each);
      others[0].push(...node.any);
      others[1].push(...node.skip);
      others[2].push(...node.mark);
    }
    this.ends = [...new Set(nodes.map((node) => node.end).filter((end) => end >= 0))];
    this.words = words;
    this.classes = [...classes];
    this.classStates = this.classes.map(() => null);
    this.others = others;
  }

  word(key: number): State | null {
    const next = this.words.get(key);
    if (next === undefined) return null;
    if (next instanceof State) return next;
    const state = new State(next);
    this.words.set(key, state);
    return state;
  }

  ofClass(index: number): State {
    return (this.classStates[index] ??= new State(this.classes[index]![1]));
  }

  /** 0: behind any word, 1: behind up to three words, 2: behind the mark. */
  other(kind: 0 | 1 | 2): State | null {
    if (this.others[kind].length === 0) return null;
    return (this.otherStates[kind] ??= new State(this.others[kind]));
  }
}

/** The words of a sentence, as the automaton asks for them. */
export interface Words {
  count: number;
  hashes: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
  /** 1 where something stands before the word over which no phrase reaches. */
  breaks: Uint8Array;
  text: string;
  classesOf(index: number): number;
}

export interface PhraseMatch {
  /** Index of the list. */
  list: number;
  /** First word of the finding, and the word behind its last. */
  first: number;
  end: number;
}

/** Lists of phrases made ready to be found in one pass. */
export interface Automaton {
  /** False when no phrase begins with the hash, whatever the case. */
  mayBegin(hash: number): boolean;
  /** Every list of which a phrase begins at the word, with its longest match. */
  matchAt(words: Words, at: number): PhraseMatch[];
}

export interface PhraseList {
  phrases: string;
  /** Also as words are written wrong: by sound, or by sound and by a slip. */
  misspelt?: "sound" | "slip";
}

/** A phrase and, once a text holds a word with which it begins, what it was made into. */
interface Phrase {
  item: string;
  list: number;
  misspelt: PhraseList["misspelt"];
  node: Node | null;
}

/** The words with which a phrase may begin. */
function firstWords(item: string): string[] {
  const words: string[] = [];
  for (const slot of readItem(item, (read) => read.every((sequence) => sequence.length > 0))) {
    for (const [word] of slot) if (word !== undefined) words.push(word);
    if (slot.every((sequence) => sequence.length > 0)) break;
  }
  return words;
}

function misspeltOf(word: string, misspelt: PhraseList["misspelt"]): number[] {
  return misspelt === undefined || /\p{Lu}/u.test(word) ? [] : misspellings(foldText(word), misspelt === "slip");
}

/** The hashes of texts whose word a key may stand for. */
function hashesOf(key: number): number[] {
  return [key, key ^ CAPITAL, key ^ CAPITALS];
}

/**
 * A phrase is read when a text first holds a word with which it begins; until then only these words are known.
 * `membersOf` gives the hashes of the words of a class. `classBit` gives the bit of a class by name; a name that is none throws `RangeError`. */
export function createAutomaton(
  lists: readonly PhraseList[],
  classBit: (name: string) => number,
  membersOf: (bit: number) => Iterable<number>,
): Automaton {
  const phrases: Phrase[] = [];
  /** Phrases by the words and the classes with which they begin. */
  const byWord = new Map<number, number | number[] | State>();
  const byClass = new Map<number, number[]>();
  const firsts = new Int32Array(FIRST_BITS >>> 5);
  const note = (hash: number): void => {
    const bit = hash & (FIRST_BITS - 1);
    firsts[bit >>> 5]! |= 1 << (bit & 31);
  };
  const addWord = (hash: number, key: number, phrase: number): void => {
    note(hash);
    const known = byWord.get(key);
    if (known === undefined) byWord.set(key, phrase);
    else if (typeof known === "number") {
      if (known !== phrase) byWord.set(key, [known, phrase]);
    } else if (!(known instanceof State) && known.at(-1) !== phrase) known.push(phrase);
  };
  lists.forEach(({ misspelt, phrases: items }, list) => {
    for (const item of readItems(items)) {
      const phrase = phrases.push({ item, list, misspelt, node: null }) - 1;
      for (const word of firstWords(item)) {
        if (word === "_" || word === "~" || word === ">") throw new SyntaxError(`Begins with any word: ${item}`);
        const bit = bitOf(word);
        if (bit !== 0) {
          const same = byClass.get(bit);
          if (same === undefined) byClass.set(bit, [phrase]);
          else if (same.at(-1) !== phrase) same.push(phrase);
          continue;
        }
        addWord(hashWord(word), keyOf(word), phrase);
        for (const hash of misspeltOf(word, misspelt)) addWord(hash, hash, phrase);
      }
    }
  });
  for (const bit of byClass.keys()) for (const key of membersOf(bit)) for (const hash of hashesOf(key)) note(hash);

  const nodeOf = (index: number): Node => {
    const phrase = phrases[index]!;
    return (phrase.node ??= compile(readItem(phrase.item), phrase.list, phrase.misspelt));
  };
  const beginWord = (key: number): State | null => {
    const known = byWord.get(key);
    if (known === undefined) return null;
    if (known instanceof State) return known;
    const state = new State([known].flat().flatMap((index) => nodeOf(index).words.get(key) ?? []));
    byWord.set(key, state);
    return state;
  };
  const classBits = [...byClass.keys()];
  const classStates: (State | null)[] = classBits.map(() => null);
  const beginClass = (index: number): State => {
    const bit = classBits[index]!;
    return (classStates[index] ??= new State(
      byClass.get(bit)!.flatMap((phrase) => nodeOf(phrase).classes.get(bit) ?? []),
    ));
  };

  function bitOf(word: string): number {
    if (word === "#") return classBit("number");
    return word.startsWith("<") ? classBit(word.slice(1, -1)) : 0;
  }

  function compile(slots: readonly Slot[], list: number, misspelt: PhraseList["misspelt"]): Node {
    let rest = createNode(list);
    for (const slot of slots.toReversed()) {
      const node = createNode();
      for (const words of slot) {
        if (words.length === 0) {
          merge(node, rest);
          continue;
        }
        let from = node;
        words.forEach((word, index) => {
          const to = index === words.length - 1 ? rest : createNode();
          link(from, word, to, misspelt);
          from = to;
        });
      }
      rest = node;
    }
    return rest;
  }

  function link(from: Node, word: string, to: Node, misspelt: PhraseList["misspelt"]): void {
    if (word === "_") from.any.push(to);
    else if (word === "~") from.skip.push(to);
    else if (word === ">") from.mark.push(to);
    else if (bitOf(word) !== 0) append(from.classes, bitOf(word), to);
    else {
      append(from.words, keyOf(word), to);
      for (const hash of misspeltOf(word, misspelt)) append(from.words, hash, to);
    }
  }

  function merge(into: Node, from: Node): void {
    for (const [key, nodes] of from.words) for (const node of nodes) append(into.words, key, node);
    for (const [bit, nodes] of from.classes) for (const node of nodes) append(into.classes, bit, node);
    into.any.push(...from.any);
    into.skip.push(...from.skip);
    into.mark.push(...from.mark);
    if (from.end >= 0) into.end = from.end;
  }

  let found: PhraseMatch[] = [];
  let began = 0;

  const accept = (state: State, first: number, end: number): void => {
    if (end === first) return;
    for (const list of state.ends) {
      const same = found.find((match) => match.list === list);
      if (same === undefined) found.push({ list, first, end });
      else if (end > same.end) Object.assign(same, { first, end });
    }
  };

  const walk = (words: Words, state: State, at: number, first: number): void => {
    if (state.ends.length > 0) accept(state, first, at);
    const marked = state.other(2);
    if (marked !== null) walk(words, marked, at, at);
    if (at >= words.count || at - began >= LONGEST || (at > began && words.breaks[at] === 1)) return;
    const hash = words.hashes[at]!;
    const next = state.word(hash);
    if (next !== null) walk(words, next, at + 1, first);
    const start = words.starts[at]!;
    if ((charClass(words.text.charCodeAt(start)) & UPPER) !== 0) {
      const capital = state.word(hash ^ CAPITAL);
      if (capital !== null) walk(words, capital, at + 1, first);
      if (words.ends[at]! - start > 1 && (charClass(words.text.charCodeAt(start + 1)) & UPPER) !== 0) {
        const capitals = state.word(hash ^ CAPITALS);
        if (capitals !== null) walk(words, capitals, at + 1, first);
      }
    }
    if (state.classes.length > 0) {
      const bits = words.classesOf(at);
      for (let index = 0; index < state.classes.length; index++)
        if ((bits & state.classes[index]![0]) !== 0) walk(words, state.ofClass(index), at + 1, first);
    }
    const any = state.other(0);
    if (any !== null) walk(words, any, at + 1, first);
    const skipped = state.other(1);
    if (skipped === null) return;
    for (let count = 0; count <= SKIPPED && at + count < words.count; count++) {
      if (count > 0 && words.breaks[at + count - 1] === 1 && at + count - 1 > began) break;
      walk(words, skipped, at + count, first);
    }
  };

  return {
    mayBegin: (hash) => ((firsts[(hash & (FIRST_BITS - 1)) >>> 5]! >>> (hash & 31)) & 1) !== 0,
    matchAt(words, at) {
      found = [];
      began = at;
      const hash = words.hashes[at]!;
      const begun = beginWord(hash);
      if (begun !== null) walk(words, begun, at + 1, at);
      const start = words.starts[at]!;
      if ((charClass(words.text.charCodeAt(start)) & UPPER) !== 0) {
        const capital = beginWord(hash ^ CAPITAL);
        if (capital !== null) walk(words, capital, at + 1, at);
        if (words.ends[at]! - start > 1 && (charClass(words.text.charCodeAt(start + 1)) & UPPER) !== 0) {
          const capitals = beginWord(hash ^ CAPITALS);
          if (capitals !== null) walk(words, capitals, at + 1, at);
        }
      }
      if (classBits.length > 0) {
        const bits = words.classesOf(at);
        for (let index = 0; index < classBits.length; index++)
          if ((bits & classBits[index]!) !== 0) walk(words, beginClass(index), at + 1, at);
      }
      return found;
    },
  };
}
