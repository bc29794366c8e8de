import type { Conversation } from "../../contract/conversation.ts";
import type { HashKey } from "../evaluation/keyed-hash.ts";
import { fingerprintSource } from "../evaluation/memorisation.ts";
import type { MaskedText, SourceFingerprints } from "../evaluation/memorisation.ts";

const PLACEHOLDER = /\[[A-Z][A-Z0-9_]*\]/gu;

/**
 * Keyed fingerprints of an imported conversation: of its word runs, with whatever Layer 0 masked as one slot, and of the
 * personal values that it found there. They are all that is kept of the source for the memorisation check.
 */
export function fingerprintConversation(
  key: HashKey,
  conversation: Conversation,
  values: readonly { value: string }[],
): SourceFingerprints {
  const texts = conversation.turnos.map((turn) => withPlaceholderSpans(turn.contenido));
  return fingerprintSource(
    key,
    conversation.conversation_id,
    texts,
    values.map(({ value }) => value),
  );
}

function withPlaceholderSpans(text: string): MaskedText {
  const spans = [...text.matchAll(PLACEHOLDER)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return { text, spans };
}
