import type { Conversation } from "../../contract/conversation.ts";
import { computed, type MetricOutcome } from "./outcome.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { foldText, roundScore } from "./text.ts";
import { jsonLeaves } from "./transcript.ts";

/** The part of the privacy engine that evaluation needs. Offsets are UTF-16 code units, half open. */
export interface PrivacyScanner {
  scan(
    text: string,
    options: { policy: "synthetic" },
  ): { category: string; start: number; end: number; score: number }[];
}

/** One string of a conversation and the place where it stands. */
export interface ConversationField {
  /** JSON pointer of the field. */
  path: string;
  text: string;
  /** Index of the turn whose content this is; null for every other field. */
  turn: number | null;
}

export interface FieldFinding {
  field: ConversationField;
  category: string;
  value: string;
  start: number;
  end: number;
}

/**
 * What generation records of itself: names of models (`claude-...`, `vllm`) look like names of people to a recogniser.
 * Only values without a space, in lower case, are taken for one; anything else under these keys is read as all text is.
 */
const MACHINE_KEYS: ReadonlySet<string> = new Set(["generator", "provider_type", "model", "prompt_hash"]);
const MACHINE_VALUE = /^[a-z0-9@][a-z0-9@._:/-]{0,99}$/;

/** Every string a conversation carries: contents, roles, tool names, arguments, results, metadata. */
export function conversationFields(conversation: Conversation): ConversationField[] {
  const fields: ConversationField[] = [];
  const roles = new Set<string>();
  const addMap = (path: string, map: Readonly<Record<string, string>>) => {
    for (const [key, text] of Object.entries(map)) {
      if (path === "/metadata" && MACHINE_KEYS.has(key) && MACHINE_VALUE.test(text)) continue;
      fields.push({ path: `${path}/${key}`, text, turn: null });
    }
  };
  const addJson = (path: string, value: unknown) => {
    for (const leaf of jsonLeaves(value)) fields.push({ path: `${path}${leaf.path}`, text: leaf.text, turn: null });
  };
  conversation.turnos.forEach((turn, i) => {
    const path = `/turnos/${i}`;
    fields.push({ path: `${path}/contenido`, text: turn.contenido, turn: i });
    if (!roles.has(turn.rol)) fields.push({ path: `${path}/rol`, text: turn.rol, turn: null });
    roles.add(turn.rol);
    turn.tool_calls?.forEach((call, k) => addJson(`${path}/tool_calls/${k}/arguments`, call.arguments));
    turn.tool_results?.forEach((result, k) => addJson(`${path}/tool_results/${k}/result`, result.result));
    addMap(`${path}/metadata`, turn.metadata);
  });
  addMap("/metadata", conversation.metadata);
  return fields;
}

/** Characters of texts that are remembered for one scanner: a few dozen conversations'. */
const REMEMBERED_MAX = 60_000;
const remembered = new WeakMap<PrivacyScanner, { texts: Map<string, readonly Hit[]>; size: number }>();

/**
 * What the scanner finds in a text under the policy for synthetic text. Texts of late are remembered: a conversation is looked at
 * before a judge or a model of embeddings sees it and again with their answers, and phrases come back in its siblings.
 */
export function scanText(text: string, scanner: PrivacyScanner): readonly Hit[] {
  let memory = remembered.get(scanner);
  if (memory === undefined) remembered.set(scanner, (memory = { texts: new Map(), size: 0 }));
  const known = memory.texts.get(text);
  if (known !== undefined) return known;
  const found = scanner.scan(text, { policy: "synthetic" });
  if (text.length > REMEMBERED_MAX / 10) return found;
  if (memory.size + text.length > REMEMBERED_MAX) {
    memory.texts.clear();
    memory.size = 0;
  }
  memory.texts.set(text, found);
  memory.size += text.length;
  return found;
}

/** What the scanner finds in every field, in document order. Equal texts are scanned once. */
export function scanFields(fields: readonly ConversationField[], scanner: PrivacyScanner): FieldFinding[] {
  const found = new Map<string, readonly Hit[]>();
  const scan = (text: string) => {
    const hits = found.get(text) ?? scanText(text, scanner);
    found.set(text, hits);
    return hits;
  };
  return fields.flatMap((field) => {
    const hits = scan(field.text);
    const keys = hits.length > 0 && looksLikeJson(field.text) ? keySpans(field.text) : [];
    const isFieldName = (hit: Hit) => {
      const key = spanBefore(keys, hit.start);
      if (key === undefined || hit.end > key.end) return false;
      const name = field.text.slice(key.start, key.end);
      return FIELD_NAME.test(name) || scan(name).length === 0;
    };
    const kept = keys.length === 0 ? hits : hits.filter((hit) => !isFieldName(hit));
    return kept.map((hit) => ({
      field,
      category: hit.category,
      value: field.text.slice(hit.start, hit.end),
      start: hit.start,
      end: hit.end,
    }));
  });
}

type Hit = ReturnType<PrivacyScanner["scan"]>[number];

/** One word without digits: what a field is called, even where people are called so too (`"Price": 23`). */
const FIELD_NAME = /^[\p{L}_$-]{1,40}$/u;

function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

/**
 * Where the keys of a JSON text stand, without their quotes. What a tool returned is scanned as it is written, so that
 * a key tells what its value is (`"account": "..."`); the key itself is no sentence: it counts when it is more than one
 * word, or holds digits, and is personal data on its own.
 */
function keySpans(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '"') continue;
    const start = i + 1;
    i = start;
    while (i < text.length && text[i] !== '"') i += text[i] === "\\" ? 2 : 1;
    const end = Math.min(i, text.length);
    let next = end + 1;
    while (text[next] === " ") next += 1;
    if (text[next] === ":") spans.push({ start, end });
  }
  return spans;
}

/** The last of the spans, in order and apart, that does not start behind `at`. */
function spanBefore<T extends { start: number }>(spans: readonly T[], at: number): T | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle]!.start <= at) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}

export interface PrivacyAllowances {
  /** Values that the run minted as surrogates. */
  surrogates: ReadonlySet<string>;
  isReserved: (category: string, value: string) => boolean;
  /** Whether the tenant's sources hold this value; such a hit counts whatever else is allowed. */
  isFromSource: (value: string) => boolean;
}

/**
 * `min(1, 0.1 * findings)` over every field. Surrogates of the run, what is made of their words,
 * and provably reserved values are no findings, unless a source of the tenant holds them.
 */
export function scorePrivacy(findings: readonly FieldFinding[], allow: PrivacyAllowances): MetricOutcome {
  const isSurrogate = surrogateTest(allow.surrogates);
  const counted: unknown[] = [];
  const allowed = new Map<string, number>();
  for (const finding of findings) {
    const fromSource = allow.isFromSource(finding.value);
    const pardon = isSurrogate(finding.value)
      ? "surrogate"
      : allow.isReserved(finding.category, finding.value)
        ? "reserved"
        : null;
    if (pardon !== null && !fromSource) {
      allowed.set(pardon, (allowed.get(pardon) ?? 0) + 1);
      continue;
    }
    // The value itself stays out of the report: reports outlive the conversations they reject.
    counted.push({
      path: finding.field.path,
      category: finding.category,
      start: finding.start,
      end: finding.end,
      from_source: fromSource,
    });
  }
  const evidence = allowed.size === 0 ? counted : [...counted, { allowed: Object.fromEntries(allowed) }];
  return computed(roundScore(0.1 * counted.length), "layer0-synthetic/2", evidence);
}

/** Words that join names and places (`Maplewick to Ashgrove`): function words, but for those that are names too. */
const JOINING: ReadonlySet<string> = new Set(
  Object.values(STOP_WORDS).flatMap((words) => [...words].filter((word) => word !== "will" && word !== "may")),
);

/**
 * Whether a value is a surrogate, or is made of nothing but words of surrogates and function words: two surrogates side by
 * side, or a forename of a minted full name. Single digits and letters of a longer surrogate do not make a value.
 */
function surrogateTest(surrogates: ReadonlySet<string>): (value: string) => boolean {
  const whole = new Set<string>();
  const words = new Set<string>();
  for (const surrogate of surrogates) {
    whole.add(normaliseValue(surrogate));
    for (const word of foldText(surrogate).match(WORD) ?? []) if (word.length > 1) words.add(word);
  }
  return (value) => {
    if (whole.has(normaliseValue(value))) return true;
    const parts = (foldText(value).match(WORD) ?? []).filter((part) => !JOINING.has(part));
    return parts.length > 0 && parts.every((part) => words.has(part));
  };
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Letters and digits of a value, folded: `55-1234` and `55 1234` are one. */
export function normaliseValue(value: string): string {
  return foldText(value).replace(/[^\p{L}\p{N}@]+/gu, "");
}
