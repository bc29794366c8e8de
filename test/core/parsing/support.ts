import { parseAll } from "../../../workers/core/parsing/parse.ts";
import type { ParseOptions } from "../../../workers/core/parsing/parse.ts";
import type { RawConversation } from "../../../workers/core/parsing/model.ts";

/** Chunks of a fixed size, or the whole at once. */
export async function* chunked(bytes: Uint8Array, size = Math.max(1, bytes.length)): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** UTF-16 with a byte-order mark unless `bom` is false. */
export function utf16(text: string, order: "le" | "be", bom = true): Uint8Array {
  const source = bom ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(source.length * 2);
  for (let i = 0; i < source.length; i += 1) {
    const unit = source.charCodeAt(i);
    bytes[i * 2 + (order === "le" ? 0 : 1)] = unit & 0xff;
    bytes[i * 2 + (order === "le" ? 1 : 0)] = unit >> 8;
  }
  return bytes;
}

export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export function parseText(text: string, options: ParseOptions = {}): ReturnType<typeof parseAll> {
  return parseAll(chunked(utf8(text)), options);
}

export function parseBytes(bytes: Uint8Array, options: ParseOptions = {}, size?: number): ReturnType<typeof parseAll> {
  return parseAll(chunked(bytes, size), options);
}

/** Speaker and text of every turn, per conversation. */
export function dialogue(conversations: readonly RawConversation[]): string[][] {
  return conversations.map((conversation) => conversation.turns.map((turn) => `${turn.speaker}: ${turn.text}`));
}
