import type { Conversation } from "../contract/conversation.ts";
import type { SeedSchema } from "../contract/seed.ts";
import { METRIC_RULES } from "../core/evaluation/composite.ts";
import { conversationFields } from "../core/evaluation/privacy-score.ts";
import {
  buildJudgePrompt,
  JUDGE_PROMPT_VERSION,
  JUDGE_SCHEMA,
  type JudgeAnswer,
  type JudgeOutcome,
  needsSecondSample,
  parseJudgeAnswer,
} from "../core/evaluation/semantic-fidelity.ts";
import type { Deps, JudgePort } from "./deps.ts";
import { describeError } from "./failure.ts";

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
  conversation: Conversation,
  seed: SeedSchema,
): Promise<JudgeOutcome | null> {
  const { judge } = deps;
  if (judge === null) return null;
  const failed = (reason: string): JudgeOutcome => ({ status: "failed", model: judge.model, reason });
  const personal = conversationFields(conversation).some(
    ({ text }) => deps.privacy.scan(text, { policy: "gateway" }).length > 0,
  );
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
