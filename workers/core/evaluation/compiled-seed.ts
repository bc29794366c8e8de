import type { SeedSchema } from "../../contract/seed.ts";
import { decideAssistantRole } from "../seeds/assistant-role.ts";
import type { Assertion } from "./assertions.ts";
import { localFeatures } from "./embeddings.ts";
import { seedRules } from "./factual-fidelity.ts";
import { compileStep, specUnits, type Step } from "./steps.ts";
import { createStemmer, foldText, wordsOf } from "./text.ts";
import { mandatedTexts } from "./transcript.ts";

/** What every conversation of a seed is measured against, worked out once. */
export interface CompiledSeed {
  assistantRole: string;
  steps: readonly Step[];
  rules: readonly Assertion[];
  mandated: readonly string[];
  /** Units of meaning for drift, and their local features without the roles' names. */
  units: readonly string[];
  unitFeatures: readonly ReadonlyMap<number, number>[];
}

const STEPS_MAX = 64;

/**
 * Compiles a seed for conversations of a language and a list of steps, or answers what was compiled of the same words
 * before: for as long as the seed object lives, and of the seeds of late also where each conversation comes with a copy
 * of its own, as items of a job do. Seeds must not be changed in place.
 */
export function compileSeed(seed: SeedSchema, steps: readonly string[], language: string): CompiledSeed {
  const key = `${language}\n${steps.join("\n")}`;
  const held = byObject.get(seed);
  if (held?.key === key) return held.value;
  const content = JSON.stringify([key, COMPILED_FIELDS.map((field) => seed[field])]);
  let value = byContent.get(content);
  if (value === undefined) {
    value = compile(seed, steps, language);
    if (content.length <= CONTENT_MAX) {
      if (byContent.size >= CONTENTS_MAX) byContent.clear();
      byContent.set(content, value);
    }
  }
  byObject.set(seed, { key, value });
  return value;
}

/** Everything of a seed that is compiled. */
const COMPILED_FIELDS = [
  "rol_asistente",
  "roles",
  "objetivo",
  "parametros_factuales",
  "instrucciones_dominio",
  "restricciones_negativas",
] as const satisfies readonly (keyof SeedSchema)[];
/** Seeds of late that are kept, and the longest of them in characters: some megabytes at the most. */
const CONTENTS_MAX = 64;
const CONTENT_MAX = 20_000;

const byObject = new WeakMap<SeedSchema, { key: string; value: CompiledSeed }>();
const byContent = new Map<string, CompiledSeed>();

function compile(seed: SeedSchema, steps: readonly string[], language: string): CompiledSeed {
  const stemmer = createStemmer(language);
  const assistantRole = seed.rol_asistente ?? decideAssistantRole(seed.roles);
  const roleWords = new Set(seed.roles.flatMap((role) => wordsOf(foldText(role))));
  const units = specUnits(seed, steps);
  return {
    assistantRole,
    steps: steps.slice(0, STEPS_MAX).map((step) => compileStep(step, seed.roles, assistantRole, stemmer)),
    rules: seedRules(seed, stemmer),
    mandated: mandatedTexts(seed),
    units,
    unitFeatures: units.map((unit) =>
      localFeatures(
        wordsOf(foldText(unit)).filter((word) => !roleWords.has(word)),
        stemmer,
      ),
    ),
  };
}
