import type { Conversation } from "../../contract/conversation.ts";
import type { QualityReport } from "../../contract/quality.ts";
import type { ScenarioTemplate } from "../../contract/scenario.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import { localizeScenario } from "../domains/data.ts";
import type { DomainData } from "../domains/data.ts";
import { generateBuiltin } from "../generation/builtin.ts";
import { fittingScenarios } from "../generation/plan.ts";
import { createRandom } from "../generation/random.ts";
import type { Random } from "../generation/random.ts";
import { decideAssistantRole } from "../seeds/assistant-role.ts";

/** What is drawn once for a conversation and stays the same over its attempts. */
export interface SynthesisPlan {
  /** In the conversation's language; null when none fits the seed. */
  scenario: ScenarioTemplate | null;
  /** Language that the conversation is written in. */
  language: "es" | "en";
}

/** The part of a report that decides about another attempt. */
type Verdict = Pick<QualityReport, "passed" | "failures" | "composite_score">;

export interface SynthesisInput<Report extends Verdict> {
  seed: SeedSchema;
  domainData: DomainData;
  /** One of those that the seed's tools can play is drawn by weight. */
  scenarios: readonly ScenarioTemplate[];
  /** Place of the conversation among those of its seed, from 0. */
  index: number;
  randomSeed: number;
  /** Language tag; the builtin generator writes English for `en` and Spanish for everything else. */
  language: string;
  /** 1 or more. */
  maxAttempts: number;
  /** YYYY-MM-DD, the day on which the conversation takes place. */
  today: string;
  evaluate: (conversation: Conversation, plan: SynthesisPlan) => Report;
}

export interface SynthesisResult<Report extends Verdict> {
  /** The first attempt that passed, else the one with the highest composite; never without its report. */
  conversation: Conversation;
  report: Report;
  plan: SynthesisPlan;
  attempts: number;
  /** Names of the metrics that failed, one list per attempt that did. */
  rejected: string[][];
}

/**
 * Writes one conversation with the builtin generator: draw the plan, generate, evaluate, and again with the failures as
 * feedback until one passes or the attempts run out. Deterministic: seed, random seed and index decide everything.
 */
export function synthesise<Report extends Verdict>(input: SynthesisInput<Report>): SynthesisResult<Report> {
  const { seed, domainData, index } = input;
  const random = createRandom(`${seed.seed_id}/${input.randomSeed}/${index}`);
  const plan = drawPlan(input, random.fork("plan"));
  const conversationId = drawId(random.fork("id"));

  const rejected: string[][] = [];
  let feedback: string[] = [];
  let best: { conversation: Conversation; report: Report } | null = null;
  for (let attempt = 1; ; attempt += 1) {
    const written = generateBuiltin({
      seed,
      domain: domainData,
      scenario: plan.scenario,
      language: plan.language,
      random: random.fork(`attempt ${attempt}`),
      index,
      today: input.today,
      feedback,
    });
    const conversation: Conversation = {
      conversation_id: conversationId,
      seed_id: seed.seed_id,
      dominio: seed.dominio,
      idioma: plan.language,
      turnos: written.turnos,
      es_sintetica: true,
      metadata: { ...written.metadata, assistant_role: seed.rol_asistente ?? decideAssistantRole(seed.roles) },
    };
    const report = input.evaluate(conversation, plan);
    if (report.passed) return { conversation, report, plan, attempts: attempt, rejected };
    rejected.push(failedMetrics(report));
    feedback = report.failures;
    if (best === null || report.composite_score > best.report.composite_score) best = { conversation, report };
    if (attempt >= input.maxAttempts) return { ...best, plan, attempts: attempt, rejected };
  }
}

function drawPlan(input: SynthesisInput<Verdict>, random: Random): SynthesisPlan {
  const language = input.language.toLowerCase().startsWith("en") ? "en" : "es";
  const scenarios = fittingScenarios(input.seed, input.scenarios);
  if (scenarios.length === 0) return { scenario: null, language };
  const scenario = random.weighted(scenarios, (each) => each.weight);
  return { scenario: localizeScenario(input.domainData, scenario, language), language };
}

/** Failures read `metric=score (...)`. */
function failedMetrics(report: Verdict): string[] {
  return report.failures.map((failure) => /^[a-z_]+/u.exec(failure)?.[0] ?? failure);
}

function drawId(random: Random): string {
  return Array.from({ length: 4 }, () => random.int(0, 0xffffffff).toString(16).padStart(8, "0")).join("");
}
