// What leaves for a model provider passes Layer 0 first.
import type { ChatMessage, ChatPart, ChatRequest } from "../core/models/chat.ts";
import type { PrivacyEngine } from "../core/privacy/engine.ts";
import { isReserved } from "../core/privacy/reserved.ts";
import { placeholder } from "../core/privacy/placeholders.ts";
import type { Finding } from "../core/privacy/types.ts";

/** Lines remembered with what they look like masked: prompts of one run share nearly all of theirs. */
const REMEMBERED = 4000;

/**
 * Masks personal data in requests: each finding of the policy for synthetic text gives way to its reserved token (`[PERSON]`), so
 * that no raw value leaves. Provably reserved values (documented test numbers) stay. What a prompt's system text is made
 * of passed Layer 0 when it was admitted: a seed, tools and scenarios field by field, knowledge as a whole (`maskKnowledge`).
 * There the recogniser, which takes our own labels for names (`Tone:`), is not heard again, and everything else is.
 */
export function createOutgoingGate(privacy: PrivacyEngine): (request: ChatRequest) => ChatRequest {
  const makeMasker = (hears: (finding: Finding) => boolean): ((text: string) => string) => {
    const known = new Map<string, string>();
    const maskLine = (line: string): string => {
      if (line.trim() === "") return line;
      const seen = known.get(line);
      if (seen !== undefined) return seen;
      let masked = "";
      let end = 0;
      for (const finding of privacy.scan(line, { policy: "synthetic" })) {
        if (finding.start < end || !hears(finding)) continue;
        if (isReserved(finding.category, line.slice(finding.start, finding.end))) continue;
        masked += `${line.slice(end, finding.start)}${placeholder(finding.category)}`;
        end = finding.end;
      }
      masked += line.slice(end);
      if (known.size >= REMEMBERED) known.clear();
      known.set(line, masked);
      return masked;
    };
    return (text) => text.split("\n").map(maskLine).join("\n");
  };
  const maskText = makeMasker(() => true);
  const maskSystem = makeMasker((finding) => finding.source !== "recogniser");

  const maskPart = (part: ChatPart): ChatPart => {
    if (part.type === "text") return { ...part, text: maskText(part.text) };
    if (part.type === "tool_call") return { ...part, arguments: maskText(part.arguments) };
    if (part.type === "tool_result") return { ...part, parts: part.parts.map(maskPart) };
    return part;
  };
  const maskSystemPart = (part: ChatPart): ChatPart =>
    part.type === "text" ? { ...part, text: maskSystem(part.text) } : part;
  const maskMessage = (message: ChatMessage): ChatMessage => ({
    ...message,
    parts: message.parts.map(message.role === "system" ? maskSystemPart : maskPart),
  });

  return (request) => ({ ...request, messages: request.messages.map(maskMessage) });
}
