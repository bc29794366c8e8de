import { compileCues, matchCues } from "../seeds/cues.ts";
import { featuresOf, windowsOf, wordsOfView } from "./features.ts";
import type { Word } from "./features.ts";
import { hiddenTexts } from "./hidden.ts";
import { createScorer, decodeShieldModel, SHIELD_HEADS } from "./model.ts";
import type { Scorer, ShieldCategory } from "./model.ts";
import { SHIELD_RULES } from "./rules.ts";
import { viewOf } from "./view.ts";
import type { ShieldView } from "./view.ts";

/** One attack found: `start` and `end` are UTF-16 code units; `rule` is a rule's id, or `classifier`. */
export interface ShieldThreat {
  readonly category: ShieldCategory;
  readonly confidence: number;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
}

export type ShieldSource = "prompt" | "document" | "tool_result";

export interface ShieldOptions {
  /** What the text is; documents and tool results have no business giving orders, so injections count from lower on. */
  readonly source?: ShieldSource;
  /** Least confidence per category; the model's own where none is given. 0 reports everything that was scored. */
  readonly thresholds?: Partial<Record<ShieldCategory, number>>;
}

export interface Shield {
  inspect(text: string, options?: ShieldOptions): { threats: ShieldThreat[] };
}

/** Least confidence of a rule where no model sets another. */
const RULE_THRESHOLD = 0.7;
/** What is left of the threshold for injections in text that is not the user's own. */
const INDIRECT_SHARE = 0.8;
/** What a form of attack is worth inside a quotation that is talked about. */
const MENTION_SHARE = 0.4;
/** The same for the classifier, which has seen quotations in training. */
const DISCUSSED_SHARE = 0.85;
/** Words on either side of a match that show it is talked about. */
const MENTION_REACH = 120;

const MENTIONED =
  /\b(?:phrase|sentence|logs?|prompts like|messages? (?:like|such as|saying|appear)|prompt injection|jailbreaks?|example|attack(?:s|ers?)?|exploit|article|paper|author|talk|slide|chapter|playbook|blocked|refused?|quote[sd]?|cite[sd]?|mentions?|classify|label|proofread|what does|frase|registros?|bitacora|frases como|mensajes? (?:como|de|que dice)|inyeccion|ejemplo|ataques?|atacantes?|articulo|autor|ponencia|charla|lamina|capitulo|bloqueo|se nego|citamos|cita|cito|menciona|clasifica|etiqueta)\b/u;
const QUOTES = /["'‘’“”«»`]/u;

/** The name that the classifier's threats go by. */
const CLASSIFIER = "classifier";

const anchors = compileCues(SHIELD_RULES.map((rule) => rule.anchors));

interface Candidate {
  category: ShieldCategory;
  confidence: number;
  start: number;
  end: number;
  rule: string;
}

/** Whether the match stands in quotation marks, in a text that talks about it. */
function isMentioned(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - MENTION_REACH), start);
  const after = text.slice(end, end + MENTION_REACH);
  return QUOTES.test(before) && QUOTES.test(after) && MENTIONED.test(before + after);
}

const QUOTATION = /["“«'‘`][^"”»'’`]{8,300}["”»'’`]/gu;

/** Whether a window holds a quotation and talks about it in the words outside. */
function isDiscussed(text: string): boolean {
  const outside = text.replace(QUOTATION, " ");
  return outside.length < text.length && MENTIONED.test(outside);
}

function matchRules(view: ShieldView, words: readonly Word[]): Candidate[] {
  const tried = matchCues(
    anchors,
    words.map(({ text }) => text),
  );
  const found: Candidate[] = [];
  for (const row of tried.keys()) {
    const rule = SHIELD_RULES[row]!;
    for (const match of view.text.matchAll(rule.pattern)) {
      const end = match.index + match[0].length;
      const share = rule.mention && isMentioned(view.text, match.index, end) ? MENTION_SHARE : 1;
      found.push({
        category: rule.category,
        confidence: rule.confidence * share,
        start: match.index,
        end,
        rule: rule.id,
      });
    }
  }
  return found;
}

/** What a candidate needs at least to count. */
type Least = (category: ShieldCategory, rule: string) => number;

const ATTACK = SHIELD_HEADS.indexOf("any");

/** Candidates of the classifier that may count, by their windows. */
function classify(score: Scorer, view: ShieldView, words: readonly Word[], least: Least): Candidate[] {
  const found: Candidate[] = [];
  const floors = SHIELD_HEADS.map((name) => (name === "any" ? Infinity : least(name, CLASSIFIER)));
  for (const window of windowsOf(view, words)) {
    const confidences = score(featuresOf(window));
    const attack = confidences[ATTACK]!;
    let likeliest = -1;
    for (let head = 0; head < confidences.length; head += 1) {
      if (head !== ATTACK && (likeliest < 0 || confidences[head]! > confidences[likeliest]!)) likeliest = head;
    }
    const [start, end] = [window.words[0]!.start, window.words.at(-1)!.end];
    let share = 0;
    for (let head = 0; head < confidences.length; head += 1) {
      const name = SHIELD_HEADS[head]!;
      if (name === "any") continue;
      // That it is an attack at all may be plainer than of which kind: the likeliest kind gets that confidence.
      const raised = head === likeliest ? Math.max(confidences[head]!, attack) : confidences[head]!;
      if (raised < floors[head]!) continue;
      if (share === 0) share = isDiscussed(view.text.slice(Math.max(0, start - 1), end + 1)) ? DISCUSSED_SHARE : 1;
      found.push({ category: name, confidence: raised * share, start, end, rule: CLASSIFIER });
    }
  }
  return found;
}

/** Of those that overlap within a category, only the strongest; in the order of their place. */
function strongest(candidates: readonly Candidate[]): Candidate[] {
  const last = new Map<ShieldCategory, number>();
  const kept: Candidate[] = [];
  for (const candidate of candidates.toSorted((a, b) => a.start - b.start || b.confidence - a.confidence)) {
    const at = last.get(candidate.category);
    const other = at === undefined ? undefined : kept[at]!;
    if (at === undefined || other === undefined || other.end <= candidate.start) {
      last.set(candidate.category, kept.push(candidate) - 1);
    } else if (candidate.confidence > other.confidence) kept[at] = candidate;
  }
  return kept;
}

/**
 * A shield over rules alone, or over rules and a classifier when given a model's bytes (throws if they are no model).
 * `inspect` reads a text once, in time linear in it, and never throws: attacks in base64 are found as well, at the
 * place of the base64. At most 100 threats are reported, the strongest.
 */
export function createShield(model?: ArrayBuffer): Shield {
  const decoded = model === undefined ? null : decodeShieldModel(model);
  const score = decoded === null ? null : createScorer(decoded);
  const thresholds = new Map((decoded?.heads ?? []).map((head) => [head.name, head.threshold]));

  const scan = (text: string, least: Least): Candidate[] => {
    const view = viewOf(text);
    const words = wordsOfView(view);
    if (words.length === 0) return [];
    const found = [...matchRules(view, words), ...(score === null ? [] : classify(score, view, words, least))];
    return found.map((candidate) => ({
      ...candidate,
      start: view.starts[candidate.start]!,
      end: view.ends[candidate.end - 1]!,
    }));
  };

  return {
    inspect(text, options = {}) {
      const isIndirect = (options.source ?? "prompt") !== "prompt";
      const least: Least = (category, rule) => {
        const own = rule === CLASSIFIER ? (thresholds.get(category) ?? 1) : RULE_THRESHOLD;
        const wanted = options.thresholds?.[category] ?? own;
        return isIndirect && category === "injection" ? wanted * INDIRECT_SHARE : wanted;
      };
      const found = scan(text, least);
      for (const hidden of hiddenTexts(text)) {
        for (const candidate of scan(hidden.text, least))
          found.push({ ...candidate, start: hidden.start, end: hidden.end });
      }
      const threats = strongest(found.filter(({ category, confidence, rule }) => confidence >= least(category, rule)));
      return {
        threats:
          threats.length <= 100 ? threats : threats.toSorted((a, b) => b.confidence - a.confidence).slice(0, 100),
      };
    },
  };
}

export type ShieldMode = "audit" | "warn" | "block";

/** What to do with a text: pass it, pass it and say so, or refuse it. */
export type ShieldDecision = { action: "pass" | "record" | "warn" | "block"; categories: ShieldCategory[] };

/**
 * The decision for a text's threats: `audit` only records them, `warn` tells the caller, `block` refuses. A category may
 * have a mode of its own; the severest applies.
 */
export function decideShield(
  threats: readonly ShieldThreat[],
  mode: ShieldMode,
  modes: Partial<Record<ShieldCategory, ShieldMode>> = {},
): ShieldDecision {
  const categories = [...new Set(threats.map((threat) => threat.category))];
  const wanted = categories.map((category) => modes[category] ?? mode);
  if (wanted.length === 0) return { action: "pass", categories };
  const action = wanted.includes("block") ? "block" : wanted.includes("warn") ? "warn" : "record";
  return { action, categories };
}
