// A whole answer from the events of a stream.
import type { ChatAnswer, ChatChoice, ChatEvent, ChatPart, ChatRequest, ChatUsage } from "./chat.ts";
import { estimateParts, estimateRequest } from "./tokens.ts";
import type { DecodedAnswer } from "./wire/wire.ts";

interface GrowingChoice {
  /** Text, reasoning and refusals as pieces, joined once at the end. */
  texts: Map<"text" | "reasoning" | "refusal", string[]>;
  signature: string;
  calls: Map<number, { id: string; name: string; pieces: string[] }>;
  finishReason: ChatChoice["finishReason"];
}

/** Collects events and gives the answer they make. `error` events are the caller's to see; they are passed over here. */
export function createAssembler(): { push(event: ChatEvent): void; answer(): DecodedAnswer } {
  const choices = new Map<number, GrowingChoice>();
  let id: string | null = null;
  let model = "";
  let usage: ChatUsage | null = null;

  const choiceOf = (index: number): GrowingChoice => {
    let choice = choices.get(index);
    if (choice === undefined) {
      choice = { texts: new Map(), signature: "", calls: new Map(), finishReason: "stop" };
      choices.set(index, choice);
    }
    return choice;
  };

  const finished = ({ texts, signature, calls, finishReason }: GrowingChoice): ChatChoice => {
    const parts: ChatPart[] = [];
    const textOf = (type: "text" | "reasoning" | "refusal") => texts.get(type)?.join("") ?? "";
    const reasoning = textOf("reasoning");
    if (reasoning !== "" || signature !== "") {
      parts.push({ type: "reasoning", text: reasoning, ...(signature === "" ? {} : { signature }) });
    }
    if (textOf("text") !== "") parts.push({ type: "text", text: textOf("text") });
    if (textOf("refusal") !== "") parts.push({ type: "refusal", text: textOf("refusal") });
    for (const [, call] of [...calls].toSorted(([a], [b]) => a - b)) {
      parts.push({ type: "tool_call", id: call.id, name: call.name, arguments: call.pieces.join("") });
    }
    return { parts, finishReason };
  };

  return {
    push(event) {
      switch (event.type) {
        case "start":
          ({ id, model } = event);
          break;
        case "text":
        case "reasoning":
        case "refusal": {
          const choice = choiceOf(event.choice);
          const pieces = choice.texts.get(event.type) ?? [];
          pieces.push(event.text);
          choice.texts.set(event.type, pieces);
          choice.signature += event.signature ?? "";
          break;
        }
        case "tool_call": {
          const { calls } = choiceOf(event.choice);
          const call = calls.get(event.index) ?? { id: event.id ?? "", name: event.name ?? "", pieces: [] };
          call.pieces.push(event.arguments);
          calls.set(event.index, call);
          break;
        }
        case "finish":
          choiceOf(event.choice).finishReason = event.reason;
          break;
        case "usage":
          ({ usage } = event);
          break;
        case "error":
          break;
      }
    },
    answer: () => ({
      id,
      model,
      choices: [...choices].toSorted(([a], [b]) => a - b).map(([, choice]) => finished(choice)),
      usage,
    }),
  };
}

/** An answer with counts: the provider's, else ours, marked as estimated; the model asked for where none is named. */
export function completeAnswer(decoded: DecodedAnswer, request: ChatRequest): ChatAnswer {
  const usage = decoded.usage ?? {
    inputTokens: estimateRequest(request),
    outputTokens: decoded.choices.reduce((sum, { parts }) => sum + estimateParts(parts), 0),
    cachedInputTokens: 0,
    estimated: true,
  };
  return { ...decoded, model: decoded.model === "" ? request.model : decoded.model, usage };
}
