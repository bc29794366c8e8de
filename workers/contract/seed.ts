import { Domain } from "./domain.ts";
import { ExternalId, StringMap, Timestamp } from "./ids.ts";
import { ScenarioTemplate } from "./scenario.ts";
import { ToolDefinition } from "./tool.ts";
import { z } from "./zod.ts";

export const PasosTurnos = z
  .strictObject({
    turnos_min: z.number().int().min(1),
    turnos_max: z.number().int().min(1),
    flujo_esperado: z.array(z.string().min(1)).min(1),
    flujo_con_roles: z.array(z.string()).default([]),
  })
  .refine((steps) => steps.turnos_min < steps.turnos_max, {
    path: ["turnos_max"],
    message: "turnos_max must be greater than turnos_min",
  })
  .openapi("PasosTurnos");
export type PasosTurnos = z.infer<typeof PasosTurnos>;

export const ParametrosFactuales = z
  .strictObject({
    contexto: z.string(),
    restricciones: z.array(z.string()).default([]),
    herramientas: z.array(z.string()).default([]),
    herramientas_definidas: z.array(ToolDefinition).nullable().default(null),
    metadata: StringMap.default({}),
  })
  .openapi("ParametrosFactuales");
export type ParametrosFactuales = z.infer<typeof ParametrosFactuales>;

export const Privacidad = z
  .strictObject({
    pii_eliminado: z.boolean().default(true),
    metodo_anonimizacion: z.string().default("presidio"),
    nivel_confianza: z.number().min(0).max(1).default(0.85),
    campos_sensibles_detectados: z.array(z.string()).default([]),
  })
  .refine((privacy) => privacy.campos_sensibles_detectados.length === 0 || privacy.pii_eliminado, {
    path: ["pii_eliminado"],
    message: "must be true when campos_sensibles_detectados is not empty",
  })
  .openapi("Privacidad");

export const MetricasCalidad = z
  .strictObject({
    rouge_l_min: z.number().min(0).max(1).default(0.65),
    fidelidad_min: z.number().min(0).max(1).default(0.9),
    diversidad_lexica_min: z.number().min(0).max(1).default(0.55),
    coherencia_dialogica_min: z.number().min(0).max(1).default(0.85),
  })
  .openapi("MetricasCalidad");

/** What a client may say of a seed; ids, owner and timestamps are the server's. */
const seedFields = {
  version: z.literal("1.0").default("1.0"),
  dominio: Domain,
  idioma: z.string().min(2).max(16).default("es"),
  etiquetas: z.array(z.string()).default([]),
  roles: z.array(z.string().min(1).max(80)).min(2).max(8),
  rol_asistente: z.string().min(1).max(80).nullable().default(null),
  descripcion_roles: StringMap.default({}),
  objetivo: z.string().min(1),
  tono: z.string().min(1).default("profesional"),
  pasos_turnos: PasosTurnos,
  parametros_factuales: ParametrosFactuales,
  privacidad: Privacidad.prefault({}),
  metricas_calidad: MetricasCalidad.prefault({}),
  instrucciones_dominio: z.array(z.string()).default([]),
  restricciones_negativas: z.array(z.string()).default([]),
  ejemplo_conversacion: z.array(StringMap).nullable().default(null),
  scenarios: z.array(ScenarioTemplate).nullable().default(null),
};

const assistantIsARole = (seed: { roles: string[]; rol_asistente: string | null }) =>
  seed.rol_asistente === null || seed.roles.includes(seed.rol_asistente);
const assistantMessage = { path: ["rol_asistente"], message: "must be one of roles" };

/** A seed in full form, as files, `/generate`, `/evaluations` and exports carry it (SeedSchema v1). */
export const SeedSchema = z
  .strictObject({
    seed_id: ExternalId,
    ...seedFields,
    organization_id: z.string().nullable().default(null),
    created_at: Timestamp.optional(),
    updated_at: Timestamp.optional(),
  })
  .refine(assistantIsARole, assistantMessage)
  .openapi("SeedSchema");
export type SeedSchema = z.infer<typeof SeedSchema>;

export const SeedCreateRequest = z
  .strictObject({ seed_id: ExternalId.optional(), ...seedFields })
  .refine(assistantIsARole, assistantMessage)
  .openapi("SeedCreateRequest");
export type SeedCreateRequest = z.infer<typeof SeedCreateRequest>;

/** Partial update: the merged seed is validated as a whole before it is stored. */
export const SeedUpdateRequest = z
  .strictObject({
    version: z.literal("1.0"),
    dominio: Domain,
    idioma: z.string().min(2).max(16),
    etiquetas: z.array(z.string()),
    roles: z.array(z.string().min(1).max(80)).min(2).max(8),
    rol_asistente: z.string().min(1).max(80),
    descripcion_roles: StringMap,
    objetivo: z.string().min(1),
    tono: z.string().min(1),
    pasos_turnos: PasosTurnos,
    parametros_factuales: ParametrosFactuales,
    privacidad: Privacidad,
    metricas_calidad: MetricasCalidad,
    instrucciones_dominio: z.array(z.string()),
    restricciones_negativas: z.array(z.string()),
    ejemplo_conversacion: z.array(StringMap).nullable(),
    scenarios: z.array(ScenarioTemplate).nullable(),
  })
  .partial()
  .openapi("SeedUpdateRequest");
export type SeedUpdateRequest = z.infer<typeof SeedUpdateRequest>;

export const SeedRatingRequest = z.strictObject({ rating: z.number().min(0).max(5) }).openapi("SeedRatingRequest");

export const SeedResponse = z
  .object({
    id: z.string(),
    ...seedFields,
    rating: z.number().nullable(),
    rating_count: z.number().int(),
    run_count: z.number().int(),
    avg_quality_score: z.number().nullable(),
    revision: z.number().int(),
    organization_id: z.string().nullable(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .openapi("SeedResponse");
export type SeedResponse = z.infer<typeof SeedResponse>;

export const SeedListResponse = z
  .object({
    items: z.array(SeedResponse),
    total: z.number().int(),
    page: z.number().int(),
    page_size: z.number().int(),
  })
  .openapi("SeedListResponse");

/** A revision that a later update replaced, or the current one. */
export const SeedVersion = z
  .object({ revision: z.number().int(), updated_at: Timestamp, seed: SeedSchema })
  .openapi("SeedVersion");
export type SeedVersion = z.infer<typeof SeedVersion>;

export const SeedVersionList = z
  .object({
    items: z.array(z.object({ revision: z.number().int(), updated_at: Timestamp })),
    total: z.number().int(),
  })
  .openapi("SeedVersionList");
export type SeedVersionList = z.infer<typeof SeedVersionList>;

export const SeedImportResult = z
  .object({
    seeds_imported: z.number().int(),
    duplicates: z.number().int().openapi({ description: "Seeds that were there already, with the same content" }),
    seed_ids: z.array(z.string()).openapi({ description: "Of every valid seed of the file, new or not" }),
    errors: z.array(z.object({ line: z.number().int(), error: z.string() })),
  })
  .openapi("SeedImportResult");
export type SeedImportResult = z.infer<typeof SeedImportResult>;

export const SeedLibraryResponse = z
  .object({
    items: z.array(SeedSchema),
    total: z.number().int(),
    page: z.number().int(),
    page_size: z.number().int(),
  })
  .openapi("SeedLibraryResponse");

export const SeedExtractRequest = z
  .strictObject({
    conversation_ids: z.array(ExternalId).min(1).max(100),
    domain: Domain,
    /** `llm`: a provider's model words the seeds anew, from masked text; one that fails a test is kept as extracted. */
    abstraction: z.enum(["none", "llm"]).default("none"),
    /** For `llm`: the tenant's default provider when null. */
    provider_id: z.string().max(255).nullable().default(null),
    model: z.string().max(200).nullable().default(null),
  })
  .openapi("SeedExtractRequest");
export type SeedExtractRequest = z.infer<typeof SeedExtractRequest>;

export const SeedExtractResponse = z
  .object({
    seeds: z.array(SeedResponse),
    errors: z.array(z.object({ conversation_id: z.string(), error: z.string() })),
    /** What became of each seed that `abstraction: "llm"` was asked for: the model, or why the extracted one stands. */
    abstractions: z
      .array(z.object({ seed_id: z.string(), model: z.string().nullable(), kept: z.string().nullable() }))
      .optional(),
  })
  .openapi("SeedExtractResponse");
export type SeedExtractResponse = z.infer<typeof SeedExtractResponse>;
