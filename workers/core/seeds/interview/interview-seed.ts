import { SeedSchema } from "../../../contract/seed.ts";
import type { FieldValue } from "./answers.ts";
import type { InterviewState } from "./machine.ts";
import type { InterviewField, InterviewLocale, InterviewSchema } from "./schema.ts";
import { VALUE_NAMES } from "./vocabulary.ts";

const UNKNOWN = { es: "lo que plantee", en: "whatever comes up" };
const YES_NO = { es: ["sí", "no"], en: ["yes", "no"] } as const;
const NO_REAL_DATA = {
  es: "No usar nombres, teléfonos, direcciones ni identificadores reales",
  en: "Use no real names, phone numbers, addresses or identifiers",
};
/** Tones that the seed's own vocabulary calls otherwise. */
const TONES: ReadonlyMap<string, string> = new Map([
  ["casual", "informal"],
  ["tecnico", "técnico"],
  ["empatico", "empático"],
]);
const DEFAULT_TONE = "profesional";

const capitalise = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** A value as a sentence says it; free text as it was given. */
function sayValue(field: InterviewField, value: FieldValue, locale: InterviewLocale): string {
  if (typeof value === "boolean") return YES_NO[locale][value ? 0 : 1];
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "number" || field.kind !== "enum") return String(value);
  return VALUE_NAMES.get(value)?.[locale] ?? value.replace(/_/gu, " ");
}

/**
 * The seed of an interview, always valid: what nobody said is left out or stands in general words. Enums, yes or no and
 * numbers go to `metadata` as text, rules become constraints, the rest the context; the flags choose the flow.
 */
export function buildInterviewSeed(schema: InterviewSchema, state: InterviewState, seedId: string): SeedSchema {
  const { locale } = state;
  const known = (path: string): FieldValue | undefined =>
    Object.hasOwn(state.fields, path) ? state.fields[path]!.value : undefined;
  const filled = schema.fields.flatMap((field) => {
    const value = known(field.path);
    return value === undefined ? [] : [{ field, value, said: sayValue(field, value, locale) }];
  });
  const sayOf = (path: string): string => filled.find(({ field }) => field.path === path)?.said ?? UNKNOWN[locale];
  const flagOf = (path: string): boolean => {
    const value = known(path);
    return typeof value === "boolean" ? value : (schema.fields.find((field) => field.path === path)?.fallback ?? false);
  };

  const [a, b] = schema.objectiveFields;
  const objective = schema.objective[locale]
    .split(/(\{a\}|\{b\})/u)
    .map((part) => (part === "{a}" ? sayOf(a) : part === "{b}" ? sayOf(b) : part))
    .join("");
  const steps = schema.flow.filter((step) => step.flag === null || flagOf(step.flag));
  const roleOf = { client: schema.clientRole, professional: schema.assistantRole };
  const complexity = known(schema.complexityField);
  const [turnsMin, turnsMax] = schema.turns[typeof complexity === "string" ? complexity : ""] ?? schema.turns[""]!;
  const constraints = filled.flatMap(({ field, value, said }) => {
    if (field.kind === "rule") return [`${capitalise(field.label[locale])}: ${said}`];
    if (field.kind === "rules" && Array.isArray(value))
      return value.map((item) => `${capitalise(field.label[locale])}: ${item}`);
    return [];
  });
  const facts = filled.filter(({ field }) => field.kind !== "rule" && field.kind !== "rules" && field.kind !== "flag");
  const context = [objective, ...facts.map(({ field, said }) => `${field.label[locale]} ${said}`)].join("; ");
  const metadata = facts
    .filter(({ field, value }) => field.kind === "enum" || typeof value !== "string")
    .filter(({ value }) => !Array.isArray(value))
    .map(({ field, value }) => [field.path, String(value)] as const);
  const tone = known(schema.toneField);
  return SeedSchema.parse({
    seed_id: seedId,
    dominio: schema.domain,
    idioma: locale,
    etiquetas: ["ai-extracted", schema.domain, ...(typeof complexity === "string" ? [`complexity:${complexity}`] : [])],
    roles: [schema.clientRole, schema.assistantRole],
    rol_asistente: schema.assistantRole,
    descripcion_roles: {
      [schema.clientRole]: schema.roleDescriptions.client[locale],
      [schema.assistantRole]: schema.roleDescriptions.professional[locale],
    },
    objetivo: objective,
    tono: typeof tone === "string" ? (TONES.get(tone) ?? tone) : DEFAULT_TONE,
    pasos_turnos: {
      turnos_min: turnsMin,
      turnos_max: turnsMax,
      flujo_esperado: steps.map((step) => step.text[locale]),
      flujo_con_roles: steps.map((step) => `${roleOf[step.actor]}: ${step.text[locale]}`),
    },
    parametros_factuales: {
      contexto: `${context}.`,
      restricciones: constraints,
      metadata: Object.fromEntries(metadata),
    },
    privacidad: {
      pii_eliminado: true,
      metodo_anonimizacion: state.privacy.method,
      nivel_confianza: state.privacy.confidence,
      campos_sensibles_detectados: state.maskedCategories,
    },
    instrucciones_dominio: [schema.instructions[locale]],
    restricciones_negativas: [NO_REAL_DATA[locale]],
  });
}
