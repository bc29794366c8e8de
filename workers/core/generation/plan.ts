import type { ScenarioTemplate } from "../../contract/scenario.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import type { Random } from "./random.ts";

/** How the user's side of one conversation comes across; named in the prompt and recorded with the conversation. */
export type Persona = { register: string; expertise: string; mood: string };

/** What is drawn for one conversation before anything is written. Small, and free of text: it travels with the item. */
export type Draw = {
  seed_id: string;
  /** Place among the conversations of its seed, from 0. */
  index: number;
  /** Name of the scenario; null when there is nothing to draw from. */
  scenario: string | null;
  persona: Persona;
  /** Added to the run's base temperature, within plus or minus `TEMPERATURE_SPREAD`. */
  temperature_offset: number;
};

export const TEMPERATURE_SPREAD = 0.15;

const REGISTERS = ["formal", "neutral", "colloquial"];
const EXPERTISE = ["first time", "some experience", "well informed"];
const MOODS = ["calm", "in a hurry", "curious", "undecided", "worried"];
const PERSONAS: readonly Persona[] = REGISTERS.flatMap((register) =>
  EXPERTISE.flatMap((expertise) => MOODS.map((mood) => ({ register, expertise, mood }))),
);

export interface RunSeed {
  seed: SeedSchema;
  /** Scenarios that may be drawn for it; those that its tools cannot play are left out. */
  scenarios: readonly ScenarioTemplate[];
  /** Tag of the language that its conversations are written in. */
  language: string;
}

/**
 * Draws the `count` conversations of a run: the seeds take turns. Scenarios have quotas per language over the whole
 * run: each gets its share by weight (largest remainder), and at least one when there are as many conversations as
 * scenarios, so that rare skill levels and edge cases are covered and the realised mix cannot drift. Personas come from
 * a shuffled deck of all of them, so that none is missing or twice as frequent; temperatures are drawn independently.
 * The generator decides everything: one draw per job.
 */
export function drawRun(seeds: readonly RunSeed[], count: number, random: Random): Draw[] {
  if (seeds.length === 0) return [];
  const scenarios = drawScenarios(seeds, count, random.fork("scenarios"));
  const personas = deal(PERSONAS, count, random.fork("personas"));
  return Array.from({ length: count }, (_, place) => {
    const one = random.fork(`conversation:${place}`);
    return {
      seed_id: seeds[place % seeds.length]!.seed.seed_id,
      index: Math.floor(place / seeds.length),
      scenario: scenarios[place]!,
      persona: personas[place]!,
      temperature_offset: Math.round((one.next() * 2 - 1) * TEMPERATURE_SPREAD * 100) / 100,
    };
  });
}

/** The draw as a conversation's metadata records it. */
export function drawRecord(draw: Draw, scenario: ScenarioTemplate | null): Record<string, string> {
  return {
    generation_index: String(draw.index),
    ...(scenario === null
      ? {}
      : {
          scenario: scenario.name,
          scenario_skill_level: scenario.skill_level,
          edge_case: String(scenario.edge_case),
        }),
    persona: `${draw.persona.register}, ${draw.persona.expertise}, ${draw.persona.mood}`,
  };
}

/**
 * The scenarios that a conversation of the seed can play: those whose expected tools are among the seed's, and that
 * have room within its turns. A seed that lists no tools leaves the choice to its domain, and any tools fit it.
 */
export function fittingScenarios(seed: SeedSchema, scenarios: readonly ScenarioTemplate[]): ScenarioTemplate[] {
  const { herramientas, herramientas_definidas: defined } = seed.parametros_factuales;
  const known = new Set([...herramientas, ...(defined ?? []).map((tool) => tool.name)]);
  const { turnos_max: turns } = seed.pasos_turnos;
  return scenarios.filter(
    (each) =>
      leastTurns(each) <= turns && (known.size === 0 || each.expected_tool_sequence.every((name) => known.has(name))),
  );
}

/** Every step of the flow is a turn, and every tool adds two: its call and its result. */
function leastTurns({ flow_steps: steps, expected_tool_sequence: tools }: ScenarioTemplate): number {
  return steps.length + 2 * tools.length;
}

/** Each place's scenario, language by language: quotas for the language's places, then a place for every quota. */
function drawScenarios(seeds: readonly RunSeed[], count: number, random: Random): (string | null)[] {
  const drawn: (string | null)[] = Array.from({ length: count }, () => null);
  const fitting = seeds.map(({ seed, scenarios }) =>
    fittingScenarios(seed, scenarios).filter((each) => each.weight > 0),
  );
  const languages = new Set(seeds.map(({ language }) => language));
  for (const language of languages) {
    const places = drawn.flatMap((_, place) =>
      seeds[place % seeds.length]!.language === language && fitting[place % seeds.length]!.length > 0 ? [place] : [],
    );
    const left = quotas(
      places.map((place) => fitting[place % seeds.length]!),
      places.length,
    );
    // Places with the fewest choices first; among equals the order is drawn.
    const order = random
      .fork(language)
      .shuffle(places)
      .sort((a, b) => fitting[a % seeds.length]!.length - fitting[b % seeds.length]!.length);
    const pick = random.fork(`${language} picks`);
    for (const place of order) {
      const choices = fitting[place % seeds.length]!.map((each) => each.name);
      const open = choices.filter((name) => (left.get(name) ?? 0) > 0);
      // Where what fits is used up, the quota that is least overdrawn gives one more.
      const name =
        open.length > 0
          ? pick.weighted(open, (each) => left.get(each)!)
          : choices.reduce((best, each) => (left.get(each)! > left.get(best)! ? each : best));
      left.set(name, left.get(name)! - 1);
      drawn[place] = name;
    }
  }
  return drawn;
}

/**
 * How many of `count` places each scenario gets: the sum of its shares at the places where it fits, rounded by largest
 * remainder, and at least one where there are enough places.
 */
function quotas(choices: readonly (readonly ScenarioTemplate[])[], count: number): Map<string, number> {
  const exact = new Map<string, number>();
  for (const fitting of choices) {
    const total = fitting.reduce((sum, scenario) => sum + scenario.weight, 0);
    for (const { name, weight } of fitting) exact.set(name, (exact.get(name) ?? 0) + weight / total);
  }
  const least = count >= exact.size ? 1 : 0;
  const shares = [...exact].map(([name, share]) => {
    // Sums of shares carry rounding noise that must not cost a whole conversation.
    const clean = Math.round(share * 1e9) / 1e9;
    return { name, exact: clean, given: Math.max(least, Math.floor(clean)) };
  });
  let left = count - shares.reduce((sum, share) => sum + share.given, 0);
  // The minimum may have given too many: take back where the surplus over the exact share is largest.
  for (; left < 0; left++)
    mostBy(
      shares.filter((share) => share.given > least),
      (share) => share.given - share.exact,
    ).given--;
  for (; left > 0; left--) mostBy(shares, (share) => share.exact - share.given).given++;
  return new Map(shares.map(({ name, given }) => [name, given]));
}

/** `count` cards: shuffled decks of all values, one after the other. */
function deal<T>(values: readonly T[], count: number, random: Random): T[] {
  const cards: T[] = [];
  while (cards.length < count) cards.push(...random.shuffle(values));
  return cards.slice(0, count);
}

function mostBy<T>(items: readonly T[], value: (item: T) => number): T {
  return items.reduce((best, item) => (value(item) > value(best) ? item : best));
}
