import type { SeedSchema } from "../../contract/seed.ts";
import type { PrivacyEngine } from "../privacy/engine.ts";

/** The fields of a seed that hold words of whoever wrote it; the rest are enumerations, numbers and times. */
const TEXT_FIELDS = [
  "seed_id",
  "idioma",
  "etiquetas",
  "roles",
  "descripcion_roles",
  "objetivo",
  "tono",
  "pasos_turnos",
  "parametros_factuales",
  "instrucciones_dominio",
  "restricciones_negativas",
  "ejemplo_conversacion",
  "privacidad",
  "scenarios",
] as const satisfies readonly (keyof SeedSchema)[];

/**
 * Where a seed holds personal data: the path of each text (`parametros_factuales.restricciones.2`) with the categories
 * found in it, never the values; a key that holds personal data is shown as `*`. A seed is refused for these rather than masked, as masking would change its meaning.
 */
export function findPersonalData(seed: SeedSchema, privacy: PrivacyEngine): { field: string; categories: string[] }[] {
  const problems: { field: string; categories: string[] }[] = [];
  const isPersonal = (text: string, path: string): boolean => {
    const findings = privacy.scan(text, { policy: "gateway" });
    const categories = [...new Set(findings.map((finding) => finding.category))];
    if (categories.length > 0) problems.push({ field: path, categories });
    return categories.length > 0;
  };
  const visit = (value: unknown, path: string): void => {
    if (typeof value === "string") isPersonal(value, path);
    else if (Array.isArray(value)) {
      value.forEach((item, index) => visit(item, `${path}.${index}`));
    } else if (typeof value === "object" && value !== null) {
      for (const [name, item] of Object.entries(value)) {
        visit(item, isPersonal(name, `${path}.*`) ? `${path}.*` : `${path}.${name}`);
      }
    }
  };
  for (const field of TEXT_FIELDS) visit(seed[field], field);
  return problems;
}
