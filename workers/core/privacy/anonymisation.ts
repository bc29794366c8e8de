import { detectSeedLanguage } from "../seeds/languages.ts";
import { createDocumentMemory } from "./document.ts";
import type { DocumentMemory } from "./document.ts";
import type { ScanOptions } from "./engine.ts";
import { createEntityRegistry } from "./entities.ts";
import type { EntityRegistry } from "./entities.ts";
import { placeholder, tokenName } from "./placeholders.ts";
import { applyPolicy, policyOf } from "./policies.ts";
import type { Policy, PolicyName } from "./policies.ts";
import { resolveFindings } from "./resolution.ts";
import { createSipHash, sipHex } from "./siphash.ts";
import type { SipHash } from "./siphash.ts";
import { createPseudonyms } from "./surrogates.ts";
import type { Pseudonyms } from "./surrogates.ts";
import type { Finding } from "./types.ts";

/**
 * - `token`: `[PERSON]`
 * - `numbered`: `[PERSON_1]`, by order of appearance in the document
 * - `pseudonym`: a value of the same kind that belongs to nobody
 * - `mask`: every letter and digit becomes `*`
 * - `hash`: `[PERSON:4f0c...]`, a keyed digest, the same in every document of one key
 * - `vault`: `[PERSON_4F0C22A1B9]`, keyed like `hash`, with the mapping back to the values in the result
 */
export type AnonymiseMethod = "token" | "numbered" | "pseudonym" | "mask" | "hash" | "vault";

export interface AnonymiseOptions {
  policy?: PolicyName | Policy;
  threshold?: number;
  method?: AnonymiseMethod;
  /** 16 bytes; chooses pseudonyms and digests. All zeros when absent: then digests protect nobody from guessing. */
  key?: Uint8Array;
  /** Personal names known from elsewhere (senders of a chat): masked wherever they occur, in any case and in part. */
  names?: readonly string[];
  bypassWords?: readonly string[];
  /** BCP 47 tag of the texts, for pseudonyms; guessed from the words when absent (`es` in streams). */
  language?: string;
  /** Findings of another recogniser, one list per text. */
  others?: readonly (readonly Finding[])[];
}

export interface Anonymised {
  texts: string[];
  /** Per text, in offsets of the text given, sorted. */
  findings: Finding[][];
  /** Findings per category. */
  counts: Record<string, number>;
  /** The surrogate values that were written, each once; evaluation may allow them. Empty unless `pseudonym`. */
  surrogates: string[];
  /** The raw values found, each once: for fingerprinting only, never to be stored. */
  values: { category: string; value: string }[];
  /** `vault` only: what each token stands for (the first way of writing). To be encrypted or forgotten by the caller. */
  vault: { token: string; category: string; value: string }[];
}

/** What a replacement may use. `entity` and `pseudonyms` are worked out where a method asks for them. */
interface Replacement {
  category: string;
  value: string;
  entity: () => { id: string; number: number };
  hash: SipHash;
  pseudonyms: () => Pseudonyms;
}

function keyedToken(hash: SipHash, category: string, id: string): string {
  return `[${tokenName(category)}_${sipHex(hash, id).slice(0, 10).toUpperCase()}]`;
}

const METHODS: Readonly<Record<AnonymiseMethod, (input: Replacement) => string>> = {
  token: ({ category }) => placeholder(category),
  numbered: ({ category, entity }) => `[${tokenName(category)}_${entity().number}]`,
  pseudonym: ({ category, value, entity, pseudonyms }) => pseudonyms().surrogate(category, value, entity().id),
  mask: ({ value }) => value.replace(/[\p{L}\p{N}]/gu, "*"),
  hash: ({ category, entity, hash }) => `[${tokenName(category)}:${sipHex(hash, entity().id)}]`,
  vault: ({ category, entity, hash }) => keyedToken(hash, category, entity().id),
};

/** A name accepted with this score is looked for everywhere in the document. */
const REMEMBER_FROM = 0.6;
/** How many texts back the question of an answer may stand. */
const EARLIER_TEXTS = 2;
/** How much earlier text can hold the question that a text answers. */
export const PRECEDING_CHARS = 160;

type Scan = (text: string, options: ScanOptions) => Finding[];

/** Writes replacements that are consistent within one document, and keeps account of them. */
export interface Replacer {
  replace(category: string, value: string): string;
  /** Registers a name without writing it, so that its parts are known as one person. */
  know(name: string): void;
  surrogates(): string[];
  vault(): { token: string; category: string; value: string }[];
}

const NOTHING: readonly Finding[] = [];

/** For what is written without a key. */
const UNKEYED = createSipHash(new Uint8Array(16));

/** Throws RangeError for a key of a wrong length. */
export function createReplacer(options: Pick<AnonymiseOptions, "method" | "key" | "language">): Replacer {
  const hash = options.key === undefined ? UNKEYED : createSipHash(options.key);
  const kind = options.method ?? "token";
  const method = METHODS[kind];
  // Most texts have nothing to replace, and `token` needs neither: both are made when they are asked for.
  let registry: EntityRegistry | null = null;
  let pseudonyms: Pseudonyms | null = null;
  const entities = (): EntityRegistry => (registry ??= createEntityRegistry());
  const surrogates = new Set<string>();
  const vault = new Map<string, { token: string; category: string; value: string }>();
  return {
    replace(category, value) {
      const written = method({
        category,
        value,
        hash,
        entity: () => entities().entityOf(category, value),
        pseudonyms: () => (pseudonyms ??= createPseudonyms(hash, options.language)),
      });
      if (kind === "pseudonym") surrogates.add(written);
      if (kind === "vault" && !vault.has(written)) vault.set(written, { token: written, category, value });
      return written;
    },
    know: (name) => void entities().entityOf("PERSON", name),
    surrogates: () => [...surrogates],
    vault: () => [...vault.values()],
  };
}

/** The memory of what was accepted, or null when there is nothing to remember. */
function rememberFrom(
  texts: readonly string[],
  accepted: readonly (readonly Finding[])[],
  names: readonly string[],
): DocumentMemory | null {
  let memory: DocumentMemory | null = null;
  for (const name of names) (memory ??= createDocumentMemory()).learn("PERSON", name);
  accepted.forEach((findings, index) => {
    for (const { category, end, score, start } of findings) {
      if (score >= REMEMBER_FROM) (memory ??= createDocumentMemory()).learn(category, texts[index]!.slice(start, end));
    }
  });
  return memory;
}

/** The end of the few texts before one, a line each: as much as a scan reads, or a little more. */
function endOfEarlier(texts: readonly string[], index: number): string {
  let end = "";
  for (let i = index - 1; i >= Math.max(0, index - EARLIER_TEXTS) && end.length < PRECEDING_CHARS; i--)
    end = i === index - 1 ? texts[i]!.slice(-PRECEDING_CHARS) : `${texts[i]!.slice(-PRECEDING_CHARS)}\n${end}`;
  return end;
}

/** Scans, remembers, resolves and rewrites the texts of one document. Throws RangeError for a key of a wrong length. */
export function anonymiseTexts(scan: Scan, texts: readonly string[], options: AnonymiseOptions): Anonymised {
  const { bypassWords, names = [], threshold } = options;
  const policy = policyOf(options.policy);
  // Names read well in the language of the text: what is not said is guessed from its words.
  const language = options.language ?? (options.method === "pseudonym" ? detectSeedLanguage(texts, "es") : undefined);
  const replacer = createReplacer({ ...options, ...(language === undefined ? {} : { language }) });
  const first = texts.map((text, index) => {
    const preceding = endOfEarlier(texts, index);
    return scan(text, { policy, threshold, bypassWords, preceding, others: options.others?.[index] });
  });
  const memory = rememberFrom(texts, first, names);
  for (const name of names) replacer.know(name);

  if (memory === null && first.every((findings) => findings.length === 0))
    return { texts: [...texts], findings: first, counts: {}, surrogates: [], values: [], vault: [] };
  const result: Anonymised = { texts: [], findings: [], counts: {}, surrogates: [], values: [], vault: [] };
  const bypass = new Set((bypassWords ?? []).map((word) => word.toLowerCase()));
  const counts = new Map<string, number>();
  const seenValues = new Set<string>();
  texts.forEach((text, index) => {
    const own = first[index]!;
    // What was found in its own right keeps its score and its source.
    let at = 0;
    const remembered = (memory?.find(text) ?? NOTHING).filter(({ category, start, end }) => {
      while (at < own.length && own[at]!.end <= start) at++;
      const over = own[at];
      return over === undefined || over.category !== category || start < over.start || end > over.end;
    });
    const findings =
      remembered.length === 0
        ? own
        : resolveFindings(text, [...own, ...applyPolicy(text, remembered, policy, threshold, bypass)]);
    let out = "";
    let written = 0;
    for (const { category, start, end } of findings) {
      const value = text.slice(start, end);
      out += text.slice(written, start) + replacer.replace(category, value);
      written = end;
      counts.set(category, (counts.get(category) ?? 0) + 1);
      const key = `${category}\n${value}`;
      if (!seenValues.has(key)) {
        seenValues.add(key);
        result.values.push({ category, value });
      }
    }
    result.texts.push(out + text.slice(written));
    result.findings.push(findings);
  });
  result.counts = Object.fromEntries(counts);
  result.surrogates = replacer.surrogates();
  result.vault = replacer.vault();
  return result;
}
