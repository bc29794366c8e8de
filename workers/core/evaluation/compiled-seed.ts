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
 * Compiles a seed for conversations of a language and a list of steps. The result is kept for as long as the seed
 * object lives, since a batch evaluates many conversations against one; seeds must not be changed in place.
 */
export function compileSeed(seed: SeedSchema, steps: readonly string[], language: string): CompiledSeed {
  const key = `${language}\n${steps.join("\n")}`;
  const kept = compiled.get(seed);
  if (kept?.key === key) return kept.value;
  const stemmer = createStemmer(language);
  const assistantRole = seed.rol_asistente ?? decideAssistantRole(seed.roles);
  const roleWords = new Set(seed.roles.flatMap((role) => wordsOf(foldText(role))));
  const units = specUnits(seed, steps);
  const value: CompiledSeed = {
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
  compiled.set(seed, { key, value });
  return value;
}

const compiled = new WeakMap<SeedSchema, { key: string; value: CompiledSeed }>();
