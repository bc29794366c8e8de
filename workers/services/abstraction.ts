// Seeds worded by a model, where a client asks for it: only masked text leaves, and only what passes the tests comes in.
import type { Conversation } from "../contract/conversation.ts";
import { invalidField } from "../contract/error.ts";
import type { SeedExtractRequest, SeedSchema } from "../contract/seed.ts";
import { findPersonalData } from "../core/ingest/seed-privacy.ts";
import type { ChatRequest, ResponseFormat } from "../core/models/chat.ts";
import { UpstreamFailure } from "../core/models/failures.ts";
import {
  ABSTRACTION_SCHEMA,
  applyAbstraction,
  buildAbstractionPrompt,
  parseAbstraction,
} from "../core/seeds/abstraction.ts";
import type { Deps } from "./deps.ts";
import { chooseModel, type ModelChoice } from "./model-choice.ts";
import { createOutgoingGate } from "./outgoing.ts";

/** Enough for twenty steps and eight constraints. */
const MAX_ANSWER_TOKENS = 4000;
const TEMPERATURE = 0.2;

/** Words the seed of one conversation anew, or says why the deterministic seed stands. */
export type Abstracter = (
  seed: SeedSchema,
  conversation: Conversation,
) => Promise<{ seed: SeedSchema; model: string } | { kept: string }>;

/** @throws validation_failed when no provider but the builtin generator is there; as `chooseModel` does */
export async function makeAbstracter(
  deps: Deps,
  organizationId: string,
  request: Pick<SeedExtractRequest, "provider_id" | "model">,
): Promise<Abstracter> {
  const choice = await chooseModel(deps, organizationId, {
    provider_id: request.provider_id,
    model: request.model,
    temperature: TEMPERATURE,
    mode: "single_shot",
  });
  if (choice === null) throw invalidField("body.abstraction", "llm needs a provider: register one, or leave it out");
  const gate = createOutgoingGate(deps.privacy);

  return async (seed, conversation) => {
    const prompt = buildAbstractionPrompt(seed, conversation, `fence-${deps.newId()}`);
    const answer = await ask(deps, choice, gate(requestOf(choice, prompt)));
    if (answer === null) return { kept: "the provider gave no answer" };
    const abstraction = parseAbstraction(answer);
    if (abstraction === null) return { kept: "the model's answer does not have the asked form" };
    const applied = applyAbstraction(seed, abstraction, conversation);
    if ("refused" in applied) return { kept: `the model's wording was refused: ${applied.refused}` };
    const personal = findPersonalData(applied.seed, deps.privacy);
    if (personal.length > 0) return { kept: "the model's wording was refused: it holds personal data" };
    return { seed: applied.seed, model: choice.terms.model };
  };
}

function requestOf({ terms }: ModelChoice, { system, user }: { system: string; user: string }): ChatRequest {
  const [format] = terms.formats;
  const formats: Record<string, ResponseFormat> = {
    json_schema: { type: "json_schema", name: "abstraction", schema: { ...ABSTRACTION_SCHEMA }, strict: true },
    json_object: { type: "json_object" },
  };
  const responseFormat = format === undefined ? undefined : formats[format];
  return {
    model: terms.model,
    messages: [
      { role: "system", parts: [{ type: "text", text: system }] },
      { role: "user", parts: [{ type: "text", text: user }] },
    ],
    temperature: terms.temperature,
    maxTokens: Math.min(terms.maxTokens, MAX_ANSWER_TOKENS),
    ...(responseFormat === undefined ? {} : { responseFormat }),
  };
}

/** The model's text; null when the provider failed, which is no reason to be without a seed. */
async function ask(deps: Deps, { connection }: ModelChoice, request: ChatRequest): Promise<string | null> {
  try {
    const { choices } = await deps.models.chat(connection, request);
    return (choices[0]?.parts ?? []).map((part) => (part.type === "text" ? part.text : "")).join("");
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
    deps.log.write("warn", "abstraction_failed", { provider_type: connection.type, kind: error.kind });
    return null;
  }
}
