import type { SeedSchema } from "../../contract/seed.ts";
import type { PrivacyEngine } from "../privacy/engine.ts";

/** The fields of a seed that hold somebody's words; the rest are names, numbers and vocabulary. */
const TEXT_FIELDS = [
  "etiquetas",
  "descripcion_roles",
  "objetivo",
  "pasos_turnos",
  "parametros_factuales",
  "instrucciones_dominio",
  "restricciones_negativas",
  "ejemplo_conversacion",
] as const satisfies readonly (keyof SeedSchema)[];

/**
 * Where a seed holds personal data: the path of each text (`parametros_factuales.restricciones.2`) with the categories
 * found in it, never the values. A seed is refused for these rather than masked, as masking would change its meaning.
 */
export function findPersonalData(seed: SeedSchema, privacy: PrivacyEngine): { field: string; categories: string[] }[] {
  const problems: { field: string; categories: string[] }[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value === "string") {
      const findings = privacy.scan(value, { policy: "gateway" });
      const categories = [...new Set(findings.map((finding) => finding.category))];
      if (categories.length > 0) problems.push({ field: path, categories });
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => visit(item, `${path}.${index}`));
    } else if (typeof value === "object" && value !== null) {
      // Definitions of tools are code and prose about code; their names and schemas are checked elsewhere.
      for (const [name, item] of Object.entries(value)) {
        if (name !== "herramientas_definidas") visit(item, `${path}.${name}`);
      }
    }
  };
  for (const field of TEXT_FIELDS) visit(seed[field], field);
  return problems;
}
