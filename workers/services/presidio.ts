// Presidio's REST contract over our engine, so that an existing Presidio client can point here.
import type { PrivacyEngine } from "../core/privacy/engine.ts";
import { POLICIES } from "../core/privacy/policies.ts";
import type { Policy } from "../core/privacy/policies.ts";
import { toPresidio } from "../core/privacy/presidio.ts";

/**
 * What the analyzer reports: everything that is likely enough, beside someone or alone, as Presidio does; its client
 * chooses by entity and by score.
 */
const ANALYZER: Policy = {
  ...POLICIES.gateway,
  name: "analyzer",
  categories: { ...POLICIES.gateway.categories, ORGANIZATION: 0.5, AGE: 0.5, DATE: 0.5 },
  alone: {},
  countriesAlone: true,
};

export interface PresidioFinding {
  entity_type: string;
  start: number;
  end: number;
  score: number;
}

export interface PresidioOperator {
  type: "replace" | "redact" | "mask" | "hash" | "keep";
  new_value?: string | undefined;
  masking_char?: string | undefined;
  chars_to_mask?: number | undefined;
  from_end?: boolean | undefined;
}

/** Presidio counts code points: position in them of every UTF-16 offset. */
function codePointOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    offsets[index] = count;
    const code = text.charCodeAt(index);
    const isPairHead = code >= 0xd800 && code <= 0xdbff && index + 1 < text.length;
    if (isPairHead && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00) {
      index += 1;
      offsets[index] = count;
    }
    count += 1;
  }
  offsets[text.length] = count;
  return offsets;
}

/** `/analyze`: findings under Presidio's names, with offsets in code points. */
export function analyzeText(
  privacy: PrivacyEngine,
  text: string,
  options: { entities?: string[] | null | undefined; score_threshold?: number | null | undefined },
): PresidioFinding[] {
  const offsets = codePointOffsets(text);
  const wanted = options.entities === null || options.entities === undefined ? null : new Set(options.entities);
  return privacy
    .scan(text, { policy: ANALYZER })
    .map(({ category, start, end, score }) => ({
      entity_type: toPresidio(category),
      start: offsets[start]!,
      end: offsets[end]!,
      score,
    }))
    .filter((finding) => wanted === null || wanted.has(finding.entity_type))
    .filter((finding) => finding.score >= (options.score_threshold ?? 0));
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function mask(value: string, operator: PresidioOperator): string {
  const points = [...value];
  const count = Math.min(operator.chars_to_mask ?? points.length, points.length);
  const masked = (operator.masking_char ?? "*").repeat(count);
  return operator.from_end === true
    ? points.slice(0, points.length - count).join("") + masked
    : masked + points.slice(count).join("");
}

async function apply(value: string, category: string, operator: PresidioOperator): Promise<string> {
  switch (operator.type) {
    case "replace":
      return operator.new_value ?? `<${category}>`;
    case "redact":
      return "";
    case "mask":
      return mask(value, operator);
    case "hash":
      return sha256(value);
    case "keep":
      return value;
  }
}

/**
 * `/anonymize`: applies an operator per entity type (`DEFAULT` for the rest, replacing by `<TYPE>` when nothing is said).
 * Overlapping findings are resolved first, by score and then by length, so that no replacement cuts another.
 */
export async function anonymizeText(
  text: string,
  findings: PresidioFinding[],
  operators: Record<string, PresidioOperator>,
): Promise<{
  text: string;
  items: { start: number; end: number; entity_type: string; text: string; operator: string }[];
}> {
  const points = [...text];
  const chosen: PresidioFinding[] = [];
  const byWorth = [...findings]
    .filter(({ start, end }) => start < end && end <= points.length)
    .sort((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const finding of byWorth) {
    if (chosen.every((other) => finding.end <= other.start || finding.start >= other.end)) chosen.push(finding);
  }
  chosen.sort((a, b) => a.start - b.start);
  let output = "";
  let length = 0;
  let position = 0;
  const items = [];
  for (const { start, end, entity_type } of chosen) {
    const operator = operators[entity_type] ?? operators["DEFAULT"] ?? { type: "replace" as const };
    const value = await apply(points.slice(start, end).join(""), entity_type, operator);
    output += points.slice(position, start).join("") + value;
    length += start - position;
    const size = [...value].length;
    items.push({ start: length, end: length + size, entity_type, text: value, operator: operator.type });
    length += size;
    position = end;
  }
  output += points.slice(position).join("");
  return { text: output, items: items.reverse() };
}
