import type { Conversation } from "../contract/conversation.ts";
import type { JsonObject } from "../contract/ids.ts";
import type { SeedSchema } from "../contract/seed.ts";
import { METRIC_RULES } from "../core/evaluation/composite.ts";
import { conversationFields, scanText } from "../core/evaluation/privacy-score.ts";
import {
  buildJudgePrompt,
  JUDGE_PROMPT_VERSION,
  JUDGE_SCHEMA,
  type JudgeAnswer,
  type JudgeOutcome,
  needsSecondSample,
  parseJudgeAnswer,
} from "../core/evaluation/semantic-fidelity.ts";
import type { Deps } from "./deps.ts";
import type { JudgePort, ProviderConnection } from "./ports/models.ts";
import { describeError } from "./failure.ts";
import { listConnections } from "./providers.ts";

const MAX_TOKENS = 2000;
const TIMEOUT_MS = 60_000;

/** A judge on a provider's model: temperature 0, output constrained by the schema, an outage is an error. */
function providerJudge(deps: Deps, connection: ProviderConnection, model: string): JudgePort {
  return {
    model: `${connection.type}/${model}`,
    async ask({ system, user }, schema) {
      const answer = await deps.models.chat(
        connection,
        {
          model,
          messages: [
            { role: "system", parts: [{ type: "text", text: system }] },
            { role: "user", parts: [{ type: "text", text: user }] },
          ],
          temperature: 0,
          maxTokens: MAX_TOKENS,
          responseFormat: { type: "json_schema", name: "grades", schema: schema as JsonObject, strict: true },
        },
        { timeouts: { totalMs: TIMEOUT_MS }, waitsForRest: true },
      );
      return (answer.choices[0]?.parts ?? []).map((part) => (part.type === "text" ? part.text : "")).join("");
    },
  };
}

/** The installation's judge, else the tenant's own provider where that is to judge; null where there is none. */
async function judgeOf(deps: Deps, organizationId: string): Promise<JudgePort | null> {
  const wanted = deps.config.providerJudge;
  if (deps.judge !== null || wanted === null) return deps.judge;
  const connections = await listConnections(deps, organizationId);
  const connection =
    wanted.provider === null
      ? connections[0]
      : connections.find(({ id, name }) => id === wanted.provider || name === wanted.provider);
  return connection === undefined ? null : providerJudge(deps, connection, wanted.model ?? connection.defaultModel);
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function sample(judge: JudgePort, prompt: { system: string; user: string }): Promise<JudgeAnswer> {
  const answer = parseJudgeAnswer(await judge.ask(prompt, JUDGE_SCHEMA));
  if (answer === null) throw new Error("the judge's answer does not have the asked form");
  return answer;
}

/**
 * Asks the judge about a conversation, a second time when the first sample is near the threshold. A conversation in
 * which Layer 0 finds anything is not sent to any model. An outage, or an answer that is none, is `failed`, never a
 * score. Null when no judge is configured.
 */
export async function judgeConversation(
  deps: Deps,
  organizationId: string,
  conversation: Conversation,
  seed: SeedSchema,
): Promise<JudgeOutcome | null> {
  const judge = await judgeOf(deps, organizationId);
  if (judge === null) return null;
  const failed = (reason: string): JudgeOutcome => ({ status: "failed", model: judge.model, reason });
  const personal = conversationFields(conversation).some(({ text }) => scanText(text, deps.privacy).length > 0);
  if (personal) return failed("the conversation holds personal data and was not sent to the judge");
  // The fence must be unguessable for whoever wrote the conversation, and need not be the same again.
  const fence = `fence-${deps.newId()}`;
  try {
    const prompt = buildJudgePrompt(conversation, seed, fence);
    const first = await sample(judge, prompt);
    const samples = needsSecondSample(first, METRIC_RULES.semantic_fidelity.threshold)
      ? [first, await sample(judge, prompt)]
      : [first];
    const version = `${JUDGE_PROMPT_VERSION}\n${prompt.system}\n${prompt.user.replaceAll(fence, "")}`;
    return { status: "computed", model: judge.model, prompt_hash: await hashOf(version), samples };
  } catch (error) {
    const { name, where } = describeError(error);
    deps.log.write("warn", "judge_failed", { model: judge.model, name, where });
    return failed("the judge gave no usable answer");
  }
}
