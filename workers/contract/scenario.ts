import { z } from "./zod.ts";

export const SkillLevel = z.enum(["basic", "intermediate", "advanced"]);

export const ScenarioTemplate = z
  .object({
    name: z.string().min(1),
    description: z.string().min(1),
    domain: z.string().min(1),
    intent: z.string().min(1),
    skill_level: SkillLevel.default("intermediate"),
    expected_tool_sequence: z.array(z.string()).default([]),
    flow_steps: z.array(z.string()).default([]),
    edge_case: z.boolean().default(false),
    weight: z.number().positive().default(1),
    tags: z.array(z.string()).default([]),
  })
  .openapi("ScenarioTemplate");
export type ScenarioTemplate = z.infer<typeof ScenarioTemplate>;

export const ScenarioPack = z
  .object({
    id: z.string().min(1),
    name: z.string().min(1),
    description: z.string().min(1),
    domain: z.string().min(1),
    version: z.string().default("1.0.0"),
    scenarios: z.array(ScenarioTemplate).min(1),
  })
  .openapi("ScenarioPack");
export type ScenarioPack = z.infer<typeof ScenarioPack>;

export const ScenarioPackSummary = ScenarioPack.omit({ scenarios: true })
  .extend({
    scenario_count: z.number().int(),
    edge_case_count: z.number().int(),
    skill_levels: z.array(z.string()),
    tags: z.array(z.string()),
  })
  .openapi("ScenarioPackSummary");
export type ScenarioPackSummary = z.infer<typeof ScenarioPackSummary>;

export const ScenarioPackListResponse = z
  .object({ packs: z.array(ScenarioPackSummary), total: z.number().int() })
  .openapi("ScenarioPackListResponse");

export const ScenarioPackDetailResponse = ScenarioPackSummary.extend({ scenarios: z.array(ScenarioTemplate) }).openapi(
  "ScenarioPackDetailResponse",
);

export const ScenarioListResponse = z
  .object({
    domain: z.string(),
    scenarios: z.array(ScenarioTemplate),
    total: z.number().int(),
    filters_applied: z.record(z.string(), z.string()),
  })
  .openapi("ScenarioListResponse");
