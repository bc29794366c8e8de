import type { SeedSchema } from "../../contract/seed.ts";
import type { PrivacyEngine } from "../privacy/engine.ts";
import { VALUE_NAMES } from "../seeds/interview/vocabulary.ts";
import { isRandomId } from "./masking-plan.ts";

/** Sentences; names of things (roles, tags, ids); definitions of tools. */
type Kind = "prose" | "label" | "code";

/**
 * What a guess of the recogniser must look like to count: a word without a sentence around it may be anything, and in
 * descriptions of fields so may a capitalised one. What the patterns find counts everywhere.
 */
const GUESS: Readonly<Record<Kind, RegExp>> = {
  prose: /(?:)/u,
  label: /\p{Lu}\p{Ll}/u,
  code: /\p{Lu}\p{Ll}.*\s\p{Lu}/u,
};

/** The fields of a seed that its writer fills freely; the rest are enumerations, numbers and times. */
const TEXT_FIELDS: readonly { field: keyof SeedSchema; kind: Kind }[] = [
  { field: "seed_id", kind: "label" },
  { field: "idioma", kind: "label" },
  { field: "etiquetas", kind: "label" },
  { field: "roles", kind: "label" },
  { field: "descripcion_roles", kind: "prose" },
  { field: "objetivo", kind: "prose" },
  { field: "tono", kind: "label" },
  { field: "pasos_turnos", kind: "prose" },
  { field: "parametros_factuales", kind: "prose" },
  { field: "privacidad", kind: "label" },
  { field: "instrucciones_dominio", kind: "prose" },
  { field: "restricciones_negativas", kind: "prose" },
  { field: "ejemplo_conversacion", kind: "prose" },
  { field: "scenarios", kind: "prose" },
];
const TOOL_DEFINITIONS = "herramientas_definidas";
const METADATA = "parametros_factuales.metadata.";

/**
 * Where a seed holds personal data: the path of each text (`parametros_factuales.restricciones.2`) with the categories
 * found in it, never the values; a key that holds personal data is shown as `*`. A seed is refused for these rather
 * than masked, as masking would change its meaning.
 */
export function findPersonalData(seed: SeedSchema, privacy: PrivacyEngine): { field: string; categories: string[] }[] {
  const problems: { field: string; categories: string[] }[] = [];
  const isPersonal = (text: string, path: string, kind: Kind): boolean => {
    if (isRandomId(text)) return false;
    const findings = privacy
      .scan(text, { policy: "synthetic" })
      .filter(({ source, start, end }) => source !== "recogniser" || GUESS[kind].test(text.slice(start, end)));
    const categories = [...new Set(findings.map((finding) => finding.category))];
    if (categories.length > 0) problems.push({ field: path, categories });
    return categories.length > 0;
  };
  const visit = (value: unknown, path: string, kind: Kind): void => {
    if (typeof value === "string") {
      // A lone `frustrado` or `sedan` looks like a name; as a value of the interview's enumerations it is none.
      if (!path.startsWith(METADATA) || !VALUE_NAMES.has(value)) isPersonal(value, path, kind);
    } else if (Array.isArray(value)) value.forEach((item, index) => visit(item, `${path}.${index}`, kind));
    else if (typeof value === "object" && value !== null) {
      for (const [name, item] of Object.entries(value)) {
        const place = isPersonal(name, `${path}.*`, "label") ? `${path}.*` : `${path}.${name}`;
        visit(item, place, name === TOOL_DEFINITIONS ? "code" : kind);
      }
    }
  };
  for (const { field, kind } of TEXT_FIELDS) visit(seed[field], field, kind);
  return problems;
}
