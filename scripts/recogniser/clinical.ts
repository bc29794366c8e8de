import { join } from "node:path";
import { CLINICAL, readRows, utf16Offsets } from "./corpora.ts";
import type { Marked } from "./score.ts";
import { classOf } from "./score.ts";

/**
 * All protected health information of MEDDOCAN, in the classes of `score.ts`: names, places, organisations, days, ages,
 * telephones, e-mail and every kind of number. Sex, kin, profession and the like have no class here and stay open.
 */
const KINDS: Readonly<Record<string, string | null>> = {
  ...CLINICAL,
  FECHAS: "DATE",
  EDAD_SUJETO_ASISTENCIA: "AGE",
  NUMERO_TELEFONO: "PHONE",
  NUMERO_FAX: "PHONE",
  CORREO_ELECTRONICO: "EMAIL",
  ID_SUJETO_ASISTENCIA: "IDENTIFIER",
  ID_TITULACION_PERSONAL_SANITARIO: "IDENTIFIER",
  ID_ASEGURAMIENTO: "IDENTIFIER",
  ID_CONTACTO_ASISTENCIAL: "IDENTIFIER",
  ID_EMPLEO_PERSONAL_SANITARIO: "IDENTIFIER",
};

interface Row {
  text: string;
  entities: { start: number; end: number; label: string }[];
}

/** The development part of MEDDOCAN with all its kinds. */
export function readClinical(directory: string): Marked[] {
  return (readRows(join(directory, "ner", "meddocan-dev.jsonl.gz")) as Row[]).map(({ text, entities }) => {
    const offsets = utf16Offsets(text);
    return {
      text,
      source: "meddocan",
      language: "es",
      preceding: "",
      gold: entities.map(({ start, end, label }) => ({
        start: offsets[start]!,
        end: offsets[end]!,
        category: KINDS[label] ?? null,
      })),
    };
  });
}

interface Stretch {
  start: number;
  end: number;
  category: string;
}

/** What may stand between parts of one address, or of one stretch of protected text. */
const BETWEEN = /^[^\p{L}\p{N}\n]{0,6}$/u;

/** Neighbours with nothing but punctuation between them as one, where `joins` says so. */
export function joinNeighbours(
  text: string,
  spans: readonly Stretch[],
  joins: (first: Stretch, second: Stretch) => boolean,
): Stretch[] {
  const out: Stretch[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const before = out.at(-1);
    if (before !== undefined && joins(before, span) && BETWEEN.test(text.slice(before.end, span.start)))
      out[out.length - 1] = { ...before, end: Math.max(before.end, span.end) };
    else out.push(span);
  }
  return out;
}

/** How spans are compared: `strict` as marked, `addresses` with places joined on both sides, `merged` with all joined. */
export const COMPARISONS = [
  { name: "strict, class counts", joins: () => false, classless: false },
  {
    name: "parts of addresses joined, class counts",
    joins: (a: Stretch, b: Stretch) => a.category === "LOCATION" && b.category === "LOCATION",
    classless: false,
  },
  {
    name: "parts of addresses joined, any class",
    joins: (a: Stretch, b: Stretch) => a.category === "LOCATION" && b.category === "LOCATION",
    classless: true,
  },
  { name: "all neighbours joined, any class", joins: () => true, classless: true },
] as const;

/** Found, gold and exact counts over all kinds together. */
export function scoreClinical(
  find: (text: string) => readonly Stretch[],
  texts: readonly Marked[],
  { classless, joins }: (typeof COMPARISONS)[number],
): { found: number; gold: number; exact: number } {
  const count = { found: 0, gold: 0, exact: 0 };
  for (const { text, gold } of texts) {
    const open = gold.filter(({ category }) => category === null);
    const known = gold.flatMap((span) => (span.category === null ? [] : [{ ...span, category: span.category }]));
    const marked = joinNeighbours(text, known, joins);
    const found = joinNeighbours(
      text,
      find(text).map((span) => ({ start: span.start, end: span.end, category: classOf(span.category) })),
      joins,
    );
    const keyOf = ({ category, end, start }: Stretch): string => `${start} ${end} ${classless ? "" : category}`;
    const keys = new Set(marked.map(keyOf));
    count.gold += marked.length;
    for (const span of found) {
      const exact = keys.has(keyOf(span));
      if (!exact && open.some((mark) => mark.start < span.end && span.start < mark.end)) continue;
      count.found++;
      if (exact) count.exact++;
    }
  }
  return count;
}
