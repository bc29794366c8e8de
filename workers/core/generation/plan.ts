import type { ScenarioTemplate } from "../../contract/scenario.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import type { Random } from "./random.ts";

/** How the user's side of one conversation comes across; named in the prompt and recorded with the conversation. */
export type Persona = { register: string; expertise: string; mood: string };

/** What is drawn for one conversation before any model is asked. */
export type PlannedConversation = {
  index: number;
  /** Null when there is nothing to draw from. */
  scenario: ScenarioTemplate | null;
  persona: Persona;
  /** Added to the run's base temperature, within plus or minus `TEMPERATURE_SPREAD`. */
  temperatureOffset: number;
  /** The draw as the conversation's metadata records it. */
  record: Record<string, string>;
};

export const TEMPERATURE_SPREAD = 0.15;

const REGISTERS = ["formal", "neutral", "colloquial"];
const EXPERTISE = ["first time", "some experience", "well informed"];
const MOODS = ["calm", "in a hurry", "curious", "undecided", "worried"];

/**
 * Draws `count` conversations of a seed. Scenarios get their share of the run by weight (largest remainder), and each
 * gets at least one when there are as many conversations as scenarios, so that rare ones are covered and the realised
 * mix cannot drift; which conversation gets which is shuffled. Personas and temperatures are drawn independently.
 */
export function drawPlan(input: {
  seed: SeedSchema;
  scenarios: readonly ScenarioTemplate[];
  count: number;
  random: Random;
}): PlannedConversation[] {
  const fitting = fittingScenarios(input.seed, input.scenarios);
  const scenarios = input.random.fork("scenarios").shuffle(apportion(fitting, input.count));
  return Array.from({ length: input.count }, (_, index) => {
    const random = input.random.fork(`conversation:${index}`);
    const scenario = scenarios[index] ?? null;
    const persona = { register: random.pick(REGISTERS), expertise: random.pick(EXPERTISE), mood: random.pick(MOODS) };
    const temperatureOffset = Math.round((random.next() * 2 - 1) * TEMPERATURE_SPREAD * 100) / 100;
    return {
      index,
      scenario,
      persona,
      temperatureOffset,
      record: {
        seed_id: input.seed.seed_id,
        generation_index: String(index),
        ...(scenario
          ? {
              scenario: scenario.name,
              scenario_skill_level: scenario.skill_level,
              edge_case: String(scenario.edge_case),
            }
          : {}),
        persona: `${persona.register}, ${persona.expertise}, ${persona.mood}`,
        temperature_offset: String(temperatureOffset),
      },
    };
  });
}

/**
 * The scenarios that a conversation of the seed can play: all whose expected tools are among the seed's. A seed that
 * lists no tools leaves the choice to its domain, and every scenario fits it.
 */
export function fittingScenarios(seed: SeedSchema, scenarios: readonly ScenarioTemplate[]): ScenarioTemplate[] {
  const { herramientas, herramientas_definidas: defined } = seed.parametros_factuales;
  const known = new Set([...herramientas, ...(defined ?? []).map((tool) => tool.name)]);
  return scenarios.filter((each) => known.size === 0 || each.expected_tool_sequence.every((name) => known.has(name)));
}

/** `count` scenarios by weight: everyone's minimum first, then largest remainders. */
function apportion(scenarios: readonly ScenarioTemplate[], count: number): ScenarioTemplate[] {
  if (scenarios.length === 0 || count <= 0) return [];
  const least = count >= scenarios.length ? 1 : 0;
  const total = scenarios.reduce((sum, scenario) => sum + scenario.weight, 0);
  const shares = scenarios.map((scenario) => {
    const exact = (count * scenario.weight) / total;
    return { scenario, exact, given: Math.max(least, Math.floor(exact)) };
  });
  let left = count - shares.reduce((sum, share) => sum + share.given, 0);
  // The minimum may have given too many: take back where the surplus over the exact share is largest.
  for (; left < 0; left++)
    mostBy(
      shares.filter((share) => share.given > least),
      (share) => share.given - share.exact,
    ).given--;
  for (; left > 0; left--) mostBy(shares, (share) => share.exact - share.given).given++;
  return shares.flatMap(({ scenario, given }) => Array.from({ length: given }, () => scenario));
}

function mostBy<T>(items: readonly T[], value: (item: T) => number): T {
  return items.reduce((best, item) => (value(item) > value(best) ? item : best));
}
