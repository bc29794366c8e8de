import type { Topic } from "../domains/data.ts";
import type { Language } from "../tools/simulation.ts";
import { fold } from "../tools/simulation.ts";
import type { Step } from "./step.ts";

/** Topics with a fixed place; every bank has them. */
export const GREETING = "greeting";
export const CLOSING = "closing";

function foldedStep(step: Step): string {
  return ` ${(fold(step.text).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")}`;
}

/** Whether a step is the professional's answer to the greeting. */
export function greetsBack(step: Step | undefined, greeting: Topic, language: Language): boolean {
  return step?.actor === "assistant" && keyScore(foldedStep(step), greeting, language) > 0;
}

/** Whether a step goes on with the topic of the one before it, so that one exchange realises both. */
export function continues(step: Step, own: Topic | null, topic: Topic, language: Language): boolean {
  if (topic.name === GREETING || topic.name === CLOSING) return false;
  return own === topic || (own === null && keyScore(foldedStep(step), topic, language) > 0);
}

/** The topic of a following step that this one, which has none of its own, leads to. */
export function leadTopic(
  steps: readonly Step[],
  assigned: readonly (Topic | null)[],
  i: number,
  language: Language,
): Topic | null {
  const next = assigned.slice(i + 1, i + 3).find((topic) => topic !== null);
  if (!next || next.name === GREETING || next.name === CLOSING) return null;
  return keyScore(foldedStep(steps[i]!), next, language) > 0 ? next : null;
}

/** How much of a step a topic's keys say: the letters of the keys that begin words of the step. */
function keyScore(words: string, topic: Topic, language: Language): number {
  return topic.keys[language].reduce((sum, key) => (words.includes(` ${key}`) ? sum + key.length : sum), 0);
}

/**
 * The topic of each step, none used twice: the best pair of step and topic first. Keys of tools that the conversation
 * runs count more when the professional acts. A greeting can only open and a farewell only close.
 */
export function assignTopics(
  steps: readonly Step[],
  topics: readonly Topic[],
  language: Language,
  tools: ReadonlySet<string>,
): (Topic | null)[] {
  const pairs: { step: number; topic: Topic; score: number }[] = [];
  steps.forEach((step, i) => {
    const words = foldedStep(step);
    for (const topic of topics) {
      if ((topic.name === GREETING && i > 0) || (topic.name === CLOSING && i < steps.length - 1)) continue;
      const base = keyScore(words, topic, language);
      if (base === 0) continue;
      const opens = topic.name === GREETING ? 100 : 0;
      const runs = topic.tool !== undefined && tools.has(topic.tool) && step.actor !== "user" ? 1.3 : 1;
      pairs.push({ step: i, topic, score: base * runs + opens });
    }
  });
  pairs.sort((a, b) => b.score - a.score || a.step - b.step);
  const assigned: (Topic | null)[] = steps.map(() => null);
  const used = new Set<Topic>();
  for (const { step, topic } of pairs) {
    if (assigned[step] !== null || used.has(topic)) continue;
    assigned[step] = topic;
    used.add(topic);
  }
  return assigned;
}

/** The topic that a first step brings up, among those that only the other side opens and no tool answers. */
export function raisedTopic(step: Step, topics: readonly Topic[], language: Language): Topic | null {
  const raisable = topics.filter((topic) => {
    const text = topic.text[language];
    return text.ui !== undefined && text.ai === undefined && topic.tool === undefined;
  });
  return assignTopics([step], raisable, language, new Set())[0]!;
}
