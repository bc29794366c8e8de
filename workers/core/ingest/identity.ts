import type { RawConversation, RawTurn } from "../parsing/model.ts";
import { createSipHash, sipHex } from "../privacy/siphash.ts";

const KEY_BYTES = 16;
/** Turns the key into a second one, so that two 64-bit hashes are as good as one of 128. */
const SECOND_KEY_MASK = 0x5c;

/**
 * The id of an imported conversation: a keyed 128-bit hash of its raw content, as 32 lowercase hexadecimal characters.
 * The same conversation read twice, from whatever file, gets the same id, so that importing a file again adds nothing;
 * the hash says nothing about the content without the key (16 bytes or more, of which the first 16 count). Counted in: the id that the file
 * gives, and for each turn its speaker, side, time to the minute, text and tool use. White space and Unicode
 * composition do not count; neither do line numbers.
 */
export function conversationFingerprint(raw: RawConversation, key: Uint8Array): string {
  const content = [normalise(raw.key), ...raw.turns.map(turnContent)];
  const text = JSON.stringify(content);
  const first = key.slice(0, KEY_BYTES);
  return sipHex(createSipHash(first), text) + sipHex(createSipHash(first.map((byte) => byte ^ SECOND_KEY_MASK)), text);
}

function turnContent(turn: RawTurn): unknown[] {
  return [
    normalise(turn.speaker),
    turn.role ?? null,
    turn.time?.slice(0, 16) ?? null,
    normalise(turn.text),
    turn.toolCalls.map((call) => [call.tool_name, canonical(call.arguments)]),
    turn.toolResults.map((result) => [result.tool_name, canonical(result.result)]),
  ];
}

function normalise(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}

/** The same JSON value with the keys of its objects in order, as pairs. */
function canonical(value: unknown): unknown {
  if (typeof value === "string") return normalise(value);
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .map(([name, item]): [string, unknown] => [name, canonical(item)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
