// Estimates of token counts, for where no provider has counted.
import type { ChatMessage, ChatPart, ChatRequest } from "./chat.ts";

/** Tokens that a message's own markup costs. */
const PER_MESSAGE = 4;
/** What an image of unknown size is taken for: about a square of 1,000 pixels at the usual 750 pixels a token. */
const PER_IMAGE = 1300;

/**
 * About how many tokens a text is: one per 4 ASCII characters, one per 2 other characters below U+2E80 (accented Latin,
 * Cyrillic, Arabic), one per character above it (CJK, emoji), rounded up. Within about a fifth for prose of European
 * languages; an estimate, and always called one.
 */
export function estimateTokens(text: string): number {
  let ascii = 0;
  let accented = 0;
  let wide = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) ascii += 1;
    else if (unit < 0x2e80) accented += 1;
    // The second half of a pair belongs to the first.
    else if (unit < 0xdc00 || unit > 0xdfff) wide += 1;
  }
  return Math.ceil(ascii / 4 + accented / 2 + wide);
}

function estimatePart(part: ChatPart): number {
  switch (part.type) {
    case "text":
    case "reasoning":
    case "refusal":
      return estimateTokens(part.text);
    case "image":
      return PER_IMAGE;
    case "file":
      // Base64 says nothing of the text inside; its size over 8 stands in for it.
      return Math.ceil((part.data?.length ?? 0) / 8);
    case "tool_call":
      return estimateTokens(part.name) + estimateTokens(part.arguments);
    case "tool_result":
      return part.parts.reduce((sum, inner) => sum + estimatePart(inner), 0);
  }
}

/** Estimated tokens of what a model wrote. */
export function estimateParts(parts: readonly ChatPart[]): number {
  return parts.reduce((sum, part) => sum + estimatePart(part), 0);
}

function estimateMessage(message: ChatMessage): number {
  return PER_MESSAGE + estimateParts(message.parts);
}

/** Estimated input tokens of a request: messages, tools and schema. */
export function estimateRequest(request: ChatRequest): number {
  const messages = request.messages.reduce((sum, message) => sum + estimateMessage(message), 0);
  const tools = request.tools === undefined ? 0 : estimateTokens(JSON.stringify(request.tools));
  const format = request.responseFormat?.type === "json_schema" ? request.responseFormat.schema : null;
  return messages + tools + (format === null ? 0 : estimateTokens(JSON.stringify(format)));
}
