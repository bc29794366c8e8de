import { joinAddresses } from "./addresses.ts";
import { anonymiseTexts, createReplacer, PRECEDING_CHARS } from "./anonymisation.ts";
import type { Anonymised, AnonymiseOptions } from "./anonymisation.ts";
import { isPieceOfCode } from "./code-runs.ts";
import { DETECTORS } from "./detectors/table.ts";
import { applyPolicy, NAMED_SCORE, nameFloorsOf, namesSpecial, policyOf } from "./policies.ts";
import type { NameFloors, Policy, PolicyName } from "./policies.ts";
import { withoutEponyms } from "./eponyms.ts";
import { hiddenTexts } from "./hidden.ts";
import { splitInstitutions } from "./institutions.ts";
import { withoutLabels } from "./label-words.ts";
import { resolveFindings } from "./resolution.ts";
import { createStructuredScanner } from "./scanner.ts";
import { createSpecialScanner } from "./special/scan.ts";
import type { SpecialScanner } from "./special/scan.ts";
import { createStreamScanner } from "./stream.ts";
import type { StreamScanner } from "./stream.ts";
import type { Finding, NameRecogniser } from "./types.ts";
import { originalSpan, viewOf } from "./view.ts";

export type { Finding, NameRecogniser, RecognisedSpan } from "./types.ts";
export type { Policy, PolicyName } from "./policies.ts";
export type { StreamScanner } from "./stream.ts";
export type { Anonymised, AnonymiseMethod, AnonymiseOptions } from "./anonymisation.ts";

export interface ScanOptions {
  policy?: PolicyName | Policy;
  /** Replaces the policy's thresholds, 0..1; validated identifiers stay. */
  threshold?: number;
  /** Texts to leave alone, compared whole and without case; an identifier with a check digit is found all the same. */
  bypassWords?: readonly string[];
  /** Earlier text of the same conversation: only its last words are read, for the question that this text answers. */
  preceding?: string;
  /** Findings of another recogniser over the same text (a Presidio server): merged by the same rules. */
  others?: readonly Finding[];
}

export interface PrivacyEngine {
  /** Personal data in one text, sorted, without overlaps. Never throws; linear time. */
  scan(text: string, options?: ScanOptions): Finding[];
  /** The turns of one conversation at once: a name accepted in one turn is masked in all of them. */
  anonymise(texts: readonly string[], options?: AnonymiseOptions): Anonymised;
  /**
   * Anonymises a text that arrives in pieces: the output does not depend on the pieces. `onFinding` is told of every
   * finding, in offsets of the whole.
   */
  stream(options?: StreamOptions): StreamScanner;
}

export type StreamOptions = Omit<AnonymiseOptions, "others" | "names"> & { onFinding?: (finding: Finding) => void };

/** Base64 is read inside base64, but no further. */
const HIDDEN_DEPTH = 2;
function isPlace(category: string): boolean {
  return category === "LOCATION" || category === "ORGANIZATION";
}

/**
 * The rest of an address behind a space that is escaped in it, which the view takes for its end; another address does not
 * belong to it.
 */
const URL_REST = /%20[^\s<>"'`{}|\\^[\]:]{0,2000}/y;
const CLOSING = ".,;!?)'*_";

/** Where the address that was found up to `end` really ends. */
function urlEnd(text: string, end: number): number {
  URL_REST.lastIndex = end;
  if (!URL_REST.test(text)) return end;
  let last = URL_REST.lastIndex;
  while (last > end && CLOSING.includes(text[last - 1]!)) last--;
  return last;
}

/** Countries whose telephone numbers are known without `+`. */
const DEFAULT_REGIONS = ["MX", "ES", "US", "AR", "CO", "CL", "PE", "BR", "FR", "PT", "GB"];

/**
 * Builds the engine. Without a recogniser it finds structured data only. `regions` (ISO 3166 codes) are those whose
 * local telephone numbers are recognised.
 */
export function createPrivacyEngine(options: {
  recogniser: NameRecogniser | null;
  regions?: readonly string[];
}): PrivacyEngine {
  const { recogniser } = options;
  const regions = options.regions ?? DEFAULT_REGIONS;
  const structured = createStructuredScanner(DETECTORS, regions);
  // Built when a policy first names a special category: the others need not pay for its words.
  let special: SpecialScanner | null = null;

  /** Everything that anything found, with its score, unresolved, in offsets of the original; names from `floors` on. */
  const detect = (text: string, preceding: string, policy: Policy, floors: NameFloors, depth = 0): Finding[] => {
    const view = viewOf(text);
    const findings = structured(
      view.text,
      preceding.length > PRECEDING_CHARS ? preceding.slice(-PRECEDING_CHARS) : preceding,
    );
    if (recogniser !== null) {
      for (const { category, end, score, start } of recogniser.recognise(view.text)) {
        if (score < (category === "PERSON" ? floors.person : isPlace(category) ? floors.place : 0)) continue;
        if (isPieceOfCode(view.text, start, end)) continue;
        findings.push({ category, start, end, score, source: "recogniser", validated: false });
      }
    }
    if (namesSpecial(policy)) {
      const people = findings.filter(({ category, score }) => category === "PERSON" && score >= NAMED_SCORE);
      findings.push(...(special ??= createSpecialScanner())(view.text, people));
    }
    if (depth < HIDDEN_DEPTH) {
      for (const hidden of hiddenTexts(view.text)) {
        const inside = applyPolicy(hidden.text, detect(hidden.text, "", policy, floors, depth + 1), policy);
        if (inside.length === 0) continue;
        const strongest = inside.reduce((best, finding) => (finding.score > best.score ? finding : best));
        findings.push({ ...strongest, start: hidden.start, end: hidden.end });
      }
    }
    if (view.breaks !== null) {
      for (const finding of findings) {
        Object.assign(finding, originalSpan(view, finding.start, finding.end));
        if (finding.category === "URL") finding.end = urlEnd(text, finding.end);
      }
    }
    return findings;
  };

  const scan = (text: string, scanOptions: ScanOptions = {}): Finding[] => {
    const { bypassWords, others, preceding, threshold } = scanOptions;
    const policy = policyOf(scanOptions.policy);
    const bypass =
      bypassWords === undefined || bypassWords.length === 0
        ? undefined
        : new Set(bypassWords.map((word) => word.toLowerCase()));
    const found = detect(text, preceding ?? "", policy, nameFloorsOf(policy, threshold));
    if (others !== undefined) found.push(...others);
    if (found.length === 0) return found;
    const named = splitInstitutions(text, withoutLabels(text, withoutEponyms(text, found)));
    const counted = applyPolicy(text, named, policy, threshold, bypass);
    return counted.length === 0 ? counted : resolveFindings(text, joinAddresses(text, counted));
  };

  return {
    scan,
    anonymise: (texts, anonymiseOptions = {}) => anonymiseTexts(scan, texts, anonymiseOptions),
    stream: (streamOptions = {}) => {
      const { bypassWords, onFinding, policy, threshold } = streamOptions;
      const replacer = createReplacer(streamOptions);
      return createStreamScanner({
        scan: (window) => scan(window, { policy, threshold, bypassWords }),
        replace: (finding, value) => replacer.replace(finding.category, value),
        onFinding,
      });
    },
  };
}
