import type { Conversation } from "../../contract/conversation.ts";
import type { QualityReport } from "../../contract/quality.ts";
import type { ScenarioTemplate } from "../../contract/scenario.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import { Sha256 } from "../datasets/sha256.ts";
import type { DomainData } from "../domains/data.ts";
import { localizeScenario, packScenarios, resolveTools } from "../domains/data.ts";
import { feedbackInstructions } from "../evaluation/feedback.ts";
import { generateBuiltin } from "../generation/builtin.ts";
import { seedCurrency } from "../generation/constraint.ts";
import { type Draw, drawRecord, drawRun, type RunSeed } from "../generation/plan.ts";
import type { WritingMode } from "../generation/prompt.ts";
import { createRandom } from "../generation/random.ts";
import type { Random } from "../generation/random.ts";
import { writeDraft } from "../generation/writer.ts";
import { type Attempts, attemptTemperature, type ModelTerms, nextAttempt, type Reply } from "../generation/writing.ts";
import type { ChatRequest } from "../models/chat.ts";
import { decideAssistantRole } from "../seeds/assistant-role.ts";

/** What stays the same over a conversation's attempts. */
export interface SynthesisPlan {
  draw: Draw;
  /** In the conversation's language; null when none fits the seed. */
  scenario: ScenarioTemplate | null;
  /** Language that the conversation is written in. */
  language: string;
}

/** The part of a report that decides about another attempt. */
type Verdict = Pick<QualityReport, "passed" | "failures" | "composite_score" | "details">;

/** A language model that writes in the builtin generator's place. */
export interface ModelWriter {
  terms: ModelTerms;
  mode: WritingMode;
  providerType: string;
  /** Text that conversations must agree with. */
  knowledge?: string;
}

export interface SynthesisInput<Report extends Verdict> {
  seed: SeedSchema;
  domainData: DomainData;
  draw: Draw;
  randomSeed: number;
  /** Language tag; the builtin generator writes English for `en` and Spanish for everything else. */
  language: string;
  /** 1 or more. */
  maxAttempts: number;
  /** YYYY-MM-DD, the day on which the conversation takes place. */
  today: string;
  /** Null: the builtin generator writes. */
  model: ModelWriter | null;
  /** Where an earlier synthesis of this conversation ended whose result was refused after all. */
  after?: Pick<SynthesisResult<Report>, "attempts" | "rejected"> & { feedback: string[] };
  evaluate: (conversation: Conversation, plan: SynthesisPlan) => Report;
}

export interface SynthesisResult<Report extends Verdict> {
  /** The first attempt that passed, else the one with the highest composite; never without its report. */
  conversation: Conversation;
  report: Report;
  plan: SynthesisPlan;
  attempts: number;
  /** Why attempts failed, one list per attempt that did: names of metrics, or `unreadable`. */
  rejected: string[][];
}

/** Share of tool calls that fail on purpose, so that conversations show how a professional deals with it. */
const TOOL_ERROR_RATE = 0.04;

/**
 * The draws of a whole run: one generator, made of the run's number, decides all of them. A seed's own scenarios go
 * before its domain's; `language` takes the place of the seeds'.
 */
export function drawSynthesis(
  seeds: readonly SeedSchema[],
  count: number,
  randomSeed: number,
  domains: readonly DomainData[],
  language: string | null,
): Draw[] {
  const packs = new Map(domains.map((data) => [data.domain as string, packScenarios(data)]));
  const runSeeds = seeds.map((seed): RunSeed => ({
    seed,
    scenarios: seed.scenarios ?? packs.get(seed.dominio) ?? [],
    language: language ?? seed.idioma,
  }));
  return drawRun(runSeeds, count, createRandom(`run/${randomSeed}`));
}

/**
 * Writes one conversation: generate, evaluate, and again with the failures as feedback until one passes or the attempts
 * run out. Yields every request to a model and is given what came of it; the builtin generator needs none. The draw, the
 * random seed and the answers decide everything. Null when a model gave nothing that could be read.
 */
export function* synthesise<Report extends Verdict>(
  input: SynthesisInput<Report>,
): Generator<ChatRequest, SynthesisResult<Report> | { conversation: null; rejected: string[][] }, Reply> {
  const { seed, draw } = input;
  const random = createRandom(`${seed.seed_id}/${input.randomSeed}/${draw.index}`);
  const plan = readPlan(input);
  const conversationId = drawId(random.fork("id"));
  const attempts: Attempts = {
    number: (input.after?.attempts ?? 0) + 1,
    most: input.maxAttempts,
    rung: 0,
    rejected: [...(input.after?.rejected ?? [])],
  };
  const currency = seedCurrency(seed, plan.language.startsWith("en") ? "en" : "es");

  let feedback = input.after?.feedback ?? [];
  let best: { conversation: Conversation; report: Report } | null = null;
  for (;;) {
    const own = random.fork(`attempt ${attempts.number}`);
    const written =
      input.model === null
        ? writeBuiltin(input, plan, own, feedback)
        : yield* writeWithModel(input.model, input, plan, own, currency, attempts, feedback);
    if (written === null) break;
    const conversation: Conversation = {
      conversation_id: conversationId,
      seed_id: seed.seed_id,
      dominio: seed.dominio,
      idioma: plan.language,
      turnos: written.turns,
      es_sintetica: true,
      metadata: {
        ...written.record,
        attempt: String(attempts.number),
        assistant_role: seed.rol_asistente ?? decideAssistantRole(seed.roles),
      },
    };
    const report = input.evaluate(conversation, plan);
    if (report.passed) return { conversation, report, plan, attempts: attempts.number, rejected: attempts.rejected };
    feedback = feedbackOn(report, plan);
    if (best === null || report.composite_score > best.report.composite_score) best = { conversation, report };
    if (!nextAttempt(attempts, failedMetrics(report))) break;
  }
  if (best === null) return { conversation: null, rejected: attempts.rejected };
  return { ...best, plan, attempts: attempts.number, rejected: attempts.rejected };
}

/** Runs a synthesis that asks no model. */
export function synthesiseBuiltin<Report extends Verdict>(
  input: Omit<SynthesisInput<Report>, "model">,
): SynthesisResult<Report> {
  const step = synthesise({ ...input, model: null }).next({ refused: "content" });
  if (!step.done || step.value.conversation === null) throw new Error("the builtin generator asked a model");
  return step.value;
}

interface Written {
  turns: Conversation["turnos"];
  record: Record<string, string>;
}

function writeBuiltin(
  input: Pick<SynthesisInput<Verdict>, "seed" | "domainData" | "draw" | "today">,
  plan: SynthesisPlan,
  random: Random,
  feedback: readonly string[],
): Written {
  const { turnos, metadata } = generateBuiltin({
    seed: input.seed,
    domain: input.domainData,
    scenario: plan.scenario,
    language: plan.language === "en" ? "en" : "es",
    random,
    index: input.draw.index,
    today: input.today,
    feedback,
  });
  return { turns: turnos, record: metadata };
}

function* writeWithModel(
  model: ModelWriter,
  input: Pick<SynthesisInput<Verdict>, "seed" | "domainData" | "draw" | "today">,
  plan: SynthesisPlan,
  random: Random,
  currency: string,
  attempts: Attempts,
  feedback: readonly string[],
): Generator<ChatRequest, Written | null, Reply> {
  const { seed, draw } = input;
  const terms: ModelTerms = { ...model.terms, temperature: model.terms.temperature + draw.temperature_offset };
  const draft = yield* writeDraft(
    {
      seed,
      scenario: plan.scenario,
      persona: draw.persona,
      language: plan.language,
      tools: seedTools(seed, input.domainData, plan.scenario),
      ...(model.knowledge === undefined ? {} : { knowledge: model.knowledge }),
      mode: model.mode,
      model: terms,
      random,
      today: input.today,
      currency,
      toolErrorRate: TOOL_ERROR_RATE,
    },
    attempts,
    feedback,
  );
  if (draft === null) return null;
  return {
    turns: draft.turns,
    record: {
      generator: "model",
      provider_type: model.providerType,
      // In lower case, as the privacy gate knows names of models.
      model: terms.model.toLowerCase(),
      mode: model.mode,
      prompt_version: draft.prompt.version,
      prompt_hash: promptHash(draft.prompt.hashInput),
      temperature: String(attemptTemperature(terms, attempts.number)),
      language: plan.language,
      ...draft.record,
      ...drawRecord(draw, plan.scenario),
    },
  };
}

/** Definitions of the tools that the seed lists or defines; without any, of those that its scenario expects. */
function seedTools(seed: SeedSchema, domainData: DomainData, scenario: ScenarioTemplate | null) {
  const known = resolveTools(domainData, seed.parametros_factuales.herramientas_definidas);
  const own = [
    ...seed.parametros_factuales.herramientas,
    ...(seed.parametros_factuales.herramientas_definidas ?? []).map((tool) => tool.name),
  ];
  const names = own.length > 0 ? own : (scenario?.expected_tool_sequence ?? []);
  return [...new Set(names)].flatMap((name) => known.get(name) ?? []);
}

function readPlan(
  input: Pick<SynthesisInput<Verdict>, "seed" | "domainData" | "draw" | "language" | "model">,
): SynthesisPlan {
  const { seed, domainData, draw } = input;
  const builtinLanguage = input.language.toLowerCase().startsWith("en") ? "en" : "es";
  const language = input.model === null ? builtinLanguage : input.language;
  const scenario = (seed.scenarios ?? packScenarios(domainData)).find((each) => each.name === draw.scenario);
  return {
    draw,
    scenario: scenario === undefined ? null : localizeScenario(domainData, scenario, language),
    language,
  };
}

/** What the next attempt is told, in the conversation's language. */
export function feedbackOn(report: Verdict, plan: SynthesisPlan): string[] {
  return feedbackInstructions(report, plan.language.startsWith("en") ? "en" : "es");
}

/** Failures read `metric=score (...)`. */
export function failedMetrics(report: Verdict): string[] {
  return report.failures.map((failure) => /^[a-z_]+/u.exec(failure)?.[0] ?? failure);
}

function drawId(random: Random): string {
  return Array.from({ length: 4 }, () => random.int(0, 0xffffffff).toString(16).padStart(8, "0")).join("");
}

/** The first 64 bits of the SHA-256 of a prompt's text. */
function promptHash(text: string): string {
  return new Sha256().update(new TextEncoder().encode(text)).hex().slice(0, 16);
}
