// Presidio's anonymizer and deanonymizer: operators applied to the stretches that a client names.
import { AppError, invalidField } from "../../contract/error.ts";
import type {
  PresidioAnonymizeResponse,
  PresidioFinding,
  PresidioOperator,
  PresidioReverseOperator,
} from "../../contract/presidio.ts";
import { resolvePresidioConflicts } from "../../core/privacy/presidio-conflicts.ts";
import { decryptValue, encryptValue } from "./cipher.ts";
import { codePointOffsets, utf16Offsets } from "./code-points.ts";

/** The answers to `/anonymizers` and `/deanonymizers`. */
export const ANONYMIZERS: readonly PresidioOperator["type"][] = [
  "encrypt",
  "hash",
  "keep",
  "mask",
  "redact",
  "replace",
];
export const DEANONYMIZERS: readonly PresidioReverseOperator["type"][] = ["decrypt", "deanonymize_keep"];

/** Bytes of the salt that is drawn for a value when the client sends none. */
const SALT_BYTES = 32;

type Place = Pick<PresidioFinding, "entity_type" | "start" | "end">;

function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function hash(value: string, { hash_type, salt }: PresidioOperator & { type: "hash" }): Promise<string> {
  const encoder = new TextEncoder();
  const text = encoder.encode(value);
  const tail = typeof salt === "string" ? encoder.encode(salt) : crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const bytes = new Uint8Array(text.length + tail.length);
  bytes.set(text);
  bytes.set(tail, text.length);
  return hex(await crypto.subtle.digest(hash_type === "sha512" ? "SHA-512" : "SHA-256", bytes));
}

function mask(value: string, operator: PresidioOperator & { type: "mask" }): string {
  const points = [...value];
  const count = Math.max(0, Math.min(operator.chars_to_mask ?? points.length, points.length));
  const masked = (operator.masking_char ?? "*").repeat(count);
  return operator.from_end === true
    ? points.slice(0, points.length - count).join("") + masked
    : masked + points.slice(count).join("");
}

async function operate(value: string, type: string, operator: PresidioOperator): Promise<string> {
  switch (operator.type) {
    case "replace":
      return operator.new_value || `<${type}>`;
    case "redact":
      return "";
    case "mask":
      return mask(value, operator);
    case "hash":
      return hash(value, operator);
    case "encrypt":
      return encryptValue(operator.key, value);
    case "keep":
      return value;
  }
}

/**
 * The places in UTF-16 offsets.
 * @throws validation_failed for one that lies outside of the text or holds nothing: to pass over it would leave the
 * value that it means in the text.
 */
function placed<T extends Place>(text: string, places: readonly T[], field: string): T[] {
  const offsets = utf16Offsets(text);
  return places.map((place, index) => {
    const from = offsets[place.start];
    const to = offsets[place.end];
    if (from === undefined || to === undefined || from >= to)
      throw invalidField(
        `${field}.${index}`,
        `start and end must hold something of the text, which has ${offsets.length - 1} code points`,
      );
    return { ...place, start: from, end: to };
  });
}

/** Rewrites the places, which are sorted and do not overlap; items count code points of the new text. */
async function rewrite<Operator extends { type: string }>(
  text: string,
  places: readonly Place[],
  operatorOf: (place: Place) => Operator,
  apply: (value: string, place: Place, operator: Operator) => Promise<string>,
): Promise<PresidioAnonymizeResponse> {
  const offsets = codePointOffsets(text);
  const parts: string[] = [];
  const items: PresidioAnonymizeResponse["items"] = [];
  let length = 0;
  let position = 0;
  for (const place of places) {
    const { start, end, entity_type } = place;
    const operator = operatorOf(place);
    const value = await apply(text.slice(start, end), place, operator);
    parts.push(text.slice(position, start), value);
    length += offsets[start]! - offsets[position]!;
    const size = codePointOffsets(value)[value.length]!;
    items.push({ start: length, end: length + size, entity_type, text: value, operator: operator.type });
    length += size;
    position = end;
  }
  parts.push(text.slice(position));
  return { text: parts.join(""), items: items.reverse() };
}

/**
 * `/anonymize`: applies an operator per entity type (`DEFAULT` for the rest, replacing by `<TYPE>` when nothing is said).
 * Each operator sees what it replaces: of findings that overlap in part the earlier ends where the later begins.
 * @throws validation_failed for a finding outside of the text.
 */
export async function anonymizeText(
  text: string,
  findings: readonly PresidioFinding[],
  operators: Readonly<Record<string, PresidioOperator>>,
): Promise<PresidioAnonymizeResponse> {
  const byType = new Map(Object.entries(operators));
  const usual = byType.get("DEFAULT") ?? { type: "replace" as const };
  const places = resolvePresidioConflicts(text, placed(text, findings, "analyzer_results"));
  return rewrite(
    text,
    places,
    ({ entity_type }) => byType.get(entity_type) ?? usual,
    (value, { entity_type }, operator) => operate(value, entity_type, operator),
  );
}

/**
 * `/deanonymize`: takes back what `encrypt` wrote.
 * @throws validation_failed for places outside of the text or over each other, types without an operator, and values
 * that the key does not open.
 */
export async function deanonymizeText(
  text: string,
  results: readonly Place[],
  operators: Readonly<Record<string, PresidioReverseOperator>>,
): Promise<PresidioAnonymizeResponse> {
  const byType = new Map(Object.entries(operators));
  const places = placed(text, results, "anonymizer_results").sort((a, b) => a.start - b.start);
  if (places.some(({ start }, index) => index > 0 && start < places[index - 1]!.end))
    throw invalidField("anonymizer_results", "the places must not overlap");
  return rewrite(
    text,
    places,
    ({ entity_type }) => {
      const operator = byType.get(entity_type) ?? byType.get("DEFAULT");
      if (operator === undefined) throw invalidField("deanonymizers", "a type of anonymizer_results has no operator");
      return operator;
    },
    async (value, _place, operator) => {
      if (operator.type === "deanonymize_keep") return value;
      const opened = await decryptValue(operator.key, value);
      if (opened === null) throw new AppError("validation_failed", "deanonymizers: the key does not open a value");
      return opened;
    },
  );
}
