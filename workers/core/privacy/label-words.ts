import { CUES } from "./cues.ts";
import { DETECTORS } from "./detectors/table.ts";
import { foldWord } from "./tokens.ts";
import type { Finding } from "./types.ts";

/** A value from this score on explains what stands before it; below it nothing explains a plate. */
const EXPLAINED = 0.5;
/** A label is written with so many characters at most, and has so many words or letters with points. */
const LABEL_CHARS = 24;
const LABEL_PARTS = 5;
/** What stands between a label and its value. */
const SIGNS = /[\s.:;#=º°()"'-]{1,6}$/u;
const LAST_PART = /\p{L}[\p{L}\p{M}]*[\s./]*$/u;
const NOT_LETTER = /[^\p{L}]+/gu;

/**
 * The words that announce values of a category, without the spaces and points between them. What announces an address is
 * part of it.
 */
const LABELS: ReadonlyMap<string, ReadonlySet<string>> = labelsByCategory();

function labelsByCategory(): Map<string, Set<string>> {
  const labels = new Map<string, Set<string>>();
  for (const { category, cues = [], words = "" } of DETECTORS) {
    if (category === "ADDRESS") continue;
    const own = labels.get(category) ?? new Set();
    labels.set(category, own);
    for (const list of [words, ...cues.map((cue) => CUES[cue])]) {
      for (const phrase of list.split("|")) own.add(phrase.replace(NOT_LETTER, ""));
    }
  }
  return labels;
}

/** Where the label of a value begins, be it written with points ("R.U.T.: "); null when none stands before it. */
function labelStart(text: string, { category, start }: Finding): number | null {
  const labels = LABELS.get(category);
  const from = Math.max(0, start - LABEL_CHARS);
  const before = text.slice(from, start);
  let at = before.length - (SIGNS.exec(before)?.[0].length ?? 0);
  if (labels === undefined || at === before.length) return null;
  let letters = "";
  let label: number | null = null;
  for (let parts = 0; parts < LABEL_PARTS; parts++) {
    const part = LAST_PART.exec(before.slice(0, at));
    if (part === null) break;
    letters = foldWord(part[0]).replace(NOT_LETTER, "") + letters;
    at = part.index;
    if (letters.length > 1 && labels.has(letters)) label = from + at;
  }
  return label;
}

/**
 * Without names that are labels of the value behind them ("R.U.T.: 9029347-8", "ABA: 026556855"), and without plates
 * that nothing explains and whose letters are such a label ("SSN 212").
 */
export function withoutLabels(text: string, findings: Finding[]): Finding[] {
  const mayBeLabel = ({ category, score, source }: Finding): boolean =>
    source === "recogniser" || (category === "LICENSE_PLATE" && score < EXPLAINED);
  if (!findings.some(mayBeLabel)) return findings;
  /** For each place in a label, where its value ends. */
  const ends = new Map<number, number>();
  for (const finding of findings) {
    if (finding.source !== "pattern" || finding.score < EXPLAINED) continue;
    for (let at = labelStart(text, finding) ?? finding.start; at < finding.start; at++)
      ends.set(at, Math.max(ends.get(at) ?? 0, finding.end));
  }
  if (ends.size === 0) return findings;
  return findings.filter((finding) => !mayBeLabel(finding) || finding.end > (ends.get(finding.start) ?? 0));
}
