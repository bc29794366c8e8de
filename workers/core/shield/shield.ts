import { STRIDE, WINDOW_WORDS } from "./features.ts";
import { hiddenTexts, LEAST_SPACED_HEX, LEAST_TELLING } from "./hidden.ts";
import { createScorer, decodeShieldModel, SHIELD_HEADS } from "./model.ts";
import type { Scorer, ShieldCategory } from "./model.ts";
import { Reading } from "./reading.ts";
import { SHIELD_RULES } from "./rules.ts";
import { viewOf } from "./view.ts";

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

function matchRules({ rules, view }: Reading): Candidate[] {
  const found: Candidate[] = [];
  for (const row of rules) {
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
function classify({ score }: Scorer, reading: Reading, least: Least): Candidate[] {
  const found: Candidate[] = [];
  const { count, ends, starts, view } = reading;
  const floors = SHIELD_HEADS.map((name) => (name === "any" ? Infinity : least(name, CLASSIFIER)));
  const lowest = Math.min(...floors);
  const heads = SHIELD_HEADS.length;
  const confidences = score(reading);
  for (let row = 0; row < confidences.length; row += heads) {
    const attack = confidences[row + ATTACK]!;
    if (attack < lowest) continue;
    let likeliest = -1;
    for (let head = 0; head < heads; head += 1) {
      if (head === ATTACK) continue;
      if (likeliest < 0 || confidences[row + head]! > confidences[row + likeliest]!) likeliest = head;
    }
    const from = (row / heads) * STRIDE;
    const [start, end] = [starts[from]!, ends[Math.min(count, from + WINDOW_WORDS) - 1]!];
    let share = 0;
    for (let head = 0; head < heads; head += 1) {
      const name = SHIELD_HEADS[head]!;
      if (name === "any") continue;
      const own = confidences[row + head]!;
      // The likeliest kind is as sure as that it is an attack at all, and no other kind is surer.
      const raised = head === likeliest ? attack : Math.min(own, attack);
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
  const scorer = decoded === null ? null : createScorer(decoded);
  const thresholds = new Map((decoded?.heads ?? []).map((head) => [head.name, head.threshold]));

  const reading = new Reading(scorer?.weigh);
  const scan = (text: string, least: Least): Candidate[] => {
    const { view } = reading.read(viewOf(text));
    if (reading.count === 0) return [];
    const found = matchRules(reading);
    if (scorer !== null) found.push(...classify(scorer, reading, least));
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
      const disguised = !reading.view.isPlain;
      const hiddens = hiddenTexts(text, {
        mayTell: disguised || reading.telling >= LEAST_TELLING,
        mayBeHex: disguised || reading.pairs >= LEAST_SPACED_HEX,
      });
      for (const hidden of hiddens) {
        for (const candidate of scan(hidden.text, least))
          found.push({ ...candidate, start: hidden.start, end: hidden.end });
      }
      if (found.length === 0) return { threats: [] };
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
