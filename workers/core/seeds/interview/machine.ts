import type { SeedSchema } from "../../../contract/seed.ts";
import { splitMasks } from "../slots.ts";
import { coerceValue, readAnswer } from "./answers.ts";
import type { FieldAnswer, FieldValue } from "./answers.ts";
import { AUTOMOTIVE } from "./automotive.ts";
import { EDUCATION } from "./education.ts";
import { FINANCE } from "./finance.ts";
import { INDUSTRIAL } from "./industrial.ts";
import { buildInterviewSeed } from "./interview-seed.ts";
import { LEGAL } from "./legal.ts";
import { MEDICAL } from "./medical.ts";
import type { Industry, InterviewField, InterviewLocale, InterviewSchema } from "./schema.ts";

export type FieldStatus = "empty" | "extracted" | "confirmed" | "ambiguous";

/** What is known of a field. */
export interface FieldState {
  value: FieldValue;
  confidence: number;
  status: FieldStatus;
}

/** An interview between two messages: plain JSON, so that it can be stored anywhere. Only fields with a value are in it. */
export interface InterviewState {
  version: 1;
  industry: Industry;
  locale: InterviewLocale;
  maxTurns: number;
  turn: number;
  fields: Record<string, FieldState>;
  /** Path of the field that the last question asked for. */
  asking: string | null;
  complete: boolean;
  /** Categories of personal data that stood masked in the answers. */
  maskedCategories: string[];
  privacy: InterviewPrivacy;
}

/** What is fixed when an interview starts. */
export interface InterviewTerms {
  locale: InterviewLocale;
  /** Id of the seed that the interview ends with: a repeated last turn stores no second one. */
  seedId: string;
  store: boolean;
}

/** How the answers were masked before they came here: it is stated in the seed. */
export interface InterviewPrivacy {
  method: string;
  confidence: number;
}

export interface InterviewProgress {
  turn: number;
  max_turns: number;
  total_fields: number;
  filled_fields: number;
  required_total: number;
  required_filled: number;
  is_complete: boolean;
  fields: Record<string, { status: FieldStatus; confidence: number; is_required: boolean }>;
}

export interface InterviewMessage {
  type: "question" | "summary";
  content: string;
  progress: InterviewProgress;
}

export interface InterviewReply {
  state: InterviewState;
  message: InterviewMessage;
  complete: boolean;
  seed?: SeedSchema;
}

const SCHEMAS: Readonly<Record<Industry, InterviewSchema>> = {
  automotive: AUTOMOTIVE,
  medical: MEDICAL,
  finance: FINANCE,
  legal: LEGAL,
  industrial: INDUSTRIAL,
  education: EDUCATION,
};

/** Bounds of `maxTurns`, and what it is when nobody says. */
export const MAX_TURNS = { least: 3, most: 50, usual: 15 };

const CONFIRMED = 0.9;
const EXTRACTED = 0.7;
const REQUIRED_CONFIDENCE = 0.8;
/** With this many turns left and fields still missing, the interview sums up. */
const LAST_TURNS = 2;

/** Answers that end an interview, compared whole. */
export const STOP_WORDS: ReadonlySet<string> = new Set([
  "terminar",
  "finalizar",
  "listo",
  "eso es todo",
  "no más",
  "stop",
  "done",
  "finish",
  "that's all",
  "end",
  "salir",
  "exit",
]);

const PHRASES = {
  es: {
    greeting: "Vamos a preparar una semilla de conversación; no incluya datos personales.",
    clarify: "Hubo más de una respuesta posible.",
    again: "No entendí la respuesta.",
    summary: "Gracias. Con esto queda lista la semilla.",
    partial: "Gracias. La semilla queda lista con lo que se dijo; faltó:",
  },
  en: {
    greeting: "Let us prepare a conversation seed; please leave personal data out.",
    clarify: "More than one answer was possible.",
    again: "I did not understand the answer.",
    summary: "Thank you. The seed is ready.",
    partial: "Thank you. The seed is ready with what was said; still missing:",
  },
} as const;

/** The schema of an industry, as data. */
export function interviewSchema(industry: Industry): InterviewSchema {
  return SCHEMAS[industry];
}

/** A new interview and its first question. `maxTurns` is brought into its bounds. */
export function startInterview(options: {
  industry: Industry;
  locale: InterviewLocale;
  maxTurns?: number;
  privacy?: InterviewPrivacy;
}): InterviewReply {
  const wanted = Math.trunc(options.maxTurns ?? MAX_TURNS.usual);
  const state: InterviewState = {
    version: 1,
    industry: options.industry,
    locale: options.locale,
    maxTurns: Math.min(MAX_TURNS.most, Math.max(MAX_TURNS.least, Number.isNaN(wanted) ? MAX_TURNS.usual : wanted)),
    turn: 0,
    fields: {},
    asking: null,
    complete: false,
    maskedCategories: [],
    privacy: options.privacy ?? { method: "uncase-layer0-token", confidence: 0.85 },
  };
  const first = nextField(SCHEMAS[state.industry], state)!;
  state.asking = first.path;
  const content = `${PHRASES[state.locale].greeting} ${first.question![state.locale]}`;
  return { state, message: { type: "question", content, progress: interviewProgress(state) }, complete: false };
}

/**
 * One turn. `userMessage` must have gone through Layer 0, as parts of it stand in the seed. `extraction` is what a model
 * read from the whole conversation, if one did; its values are validated like any other, and the deterministic reading
 * of the message fills what it leaves open. The state given is not changed. `seedId` is the id of the seed that a
 * finished interview answers with. A finished interview only repeats its summary.
 */
export function answer(
  state: InterviewState,
  userMessage: string,
  options: { seedId: string; extraction?: readonly FieldAnswer[] },
): InterviewReply {
  const schema = SCHEMAS[state.industry];
  const next = structuredCopy(state);
  if (next.complete) return summarise(schema, next, options.seedId);
  next.turn += 1;
  const stops = STOP_WORDS.has(userMessage.trim().toLowerCase());
  const asked = schema.fields.find((field) => field.path === next.asking) ?? null;
  if (!stops) {
    const { categories } = splitMasks(userMessage);
    next.maskedCategories = [...new Set([...next.maskedCategories, ...categories])].toSorted();
    const extracted = new Set((options.extraction ?? []).map(({ field }) => field));
    apply(schema, next, options.extraction ?? []);
    apply(
      schema,
      next,
      readAnswer(schema, asked, userMessage).filter(({ field }) => !extracted.has(field)),
    );
  }
  const field = nextField(schema, next);
  const left = next.maxTurns - next.turn;
  if (stops || field === null || left <= LAST_TURNS) {
    next.complete = true;
    next.asking = null;
    return summarise(schema, next, options.seedId);
  }
  const repeats = field.path === next.asking;
  const unclear = Object.hasOwn(next.fields, field.path);
  next.asking = field.path;
  const lead = unclear ? `${PHRASES[next.locale].clarify} ` : repeats ? `${PHRASES[next.locale].again} ` : "";
  const content = `${lead}${field.question![next.locale]}`;
  return { state: next, message: { type: "question", content, progress: interviewProgress(next) }, complete: false };
}

function structuredCopy(state: InterviewState): InterviewState {
  return {
    ...state,
    maskedCategories: [...state.maskedCategories],
    privacy: { ...state.privacy },
    fields: Object.fromEntries(Object.entries(state.fields).map(([path, field]) => [path, { ...field }])),
  };
}

/** Takes in answers: unknown fields and values that do not fit are skipped, a confirmed value yields to no weaker one. */
function apply(schema: InterviewSchema, state: InterviewState, answers: readonly FieldAnswer[]): void {
  for (const { field: path, value, confidence } of answers) {
    const field = schema.fields.find((each) => each.path === path);
    const fitting = field === undefined ? null : coerceValue(field, value);
    if (fitting === null || !(confidence > 0) || confidence > 1) continue;
    const known = Object.hasOwn(state.fields, path) ? state.fields[path] : undefined;
    if (known !== undefined && known.confidence >= CONFIRMED && confidence < known.confidence) continue;
    const status = confidence >= CONFIRMED ? "confirmed" : confidence >= EXTRACTED ? "extracted" : "ambiguous";
    state.fields[path] = { value: fitting, confidence, status };
  }
}

const isFilled = (state: InterviewState, path: string): boolean =>
  Object.hasOwn(state.fields, path) && state.fields[path]!.confidence >= REQUIRED_CONFIDENCE;

/** The field to ask for next: an ambiguous one first, then a missing one; null when every required field is known. */
function nextField(schema: InterviewSchema, state: InterviewState): InterviewField | null {
  const open = schema.fields.filter((field) => field.required && !isFilled(state, field.path));
  return open.find((field) => Object.hasOwn(state.fields, field.path)) ?? open[0] ?? null;
}

/** How far an interview is, in the words of the wire contract. */
export function interviewProgress(state: InterviewState): InterviewProgress {
  const { fields } = SCHEMAS[state.industry];
  const required = fields.filter((field) => field.required);
  return {
    turn: state.turn,
    max_turns: state.maxTurns,
    total_fields: fields.length,
    filled_fields: Object.keys(state.fields).length,
    required_total: required.length,
    required_filled: required.filter((field) => isFilled(state, field.path)).length,
    is_complete: state.complete,
    fields: Object.fromEntries(
      fields.map((field) => {
        const known = Object.hasOwn(state.fields, field.path) ? state.fields[field.path] : undefined;
        return [
          field.path,
          { status: known?.status ?? "empty", confidence: known?.confidence ?? 0, is_required: field.required },
        ];
      }),
    ),
  };
}

function summarise(schema: InterviewSchema, state: InterviewState, seedId: string): InterviewReply {
  const missing = schema.fields.filter((field) => field.required && !isFilled(state, field.path));
  const names = missing.map((field) => field.label[state.locale]).join(", ");
  const phrases = PHRASES[state.locale];
  const content = missing.length === 0 ? phrases.summary : `${phrases.partial} ${names}.`;
  return {
    state,
    message: { type: "summary", content, progress: interviewProgress(state) },
    complete: true,
    seed: buildInterviewSeed(schema, state, seedId),
  };
}
