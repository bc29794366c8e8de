// Which table reads which body.
import { MESSAGES_REQUEST, MESSAGES_RESPONSE, MESSAGES_STREAM } from "./positions-anthropic.ts";
import {
  CHAT_REQUEST,
  CHAT_RESPONSE,
  CHAT_STREAM,
  EMBEDDINGS_REQUEST,
  EMBEDDINGS_RESPONSE,
} from "./positions-openai-chat.ts";
import { RESPONSES_REQUEST, RESPONSES_RESPONSE, RESPONSES_STREAM } from "./positions-openai-responses.ts";
import { compilePositions } from "./positions.ts";
import type { PositionNode, PositionTable } from "./positions.ts";
import type { GatewayDialect } from "./types.ts";

/** One dialect's tables; embeddings have no streams. */
export interface DialectTables {
  request: PositionTable;
  response: PositionTable;
  stream: PositionTable | null;
}

export const TABLES: Readonly<Record<GatewayDialect, DialectTables>> = {
  "openai-chat": { request: CHAT_REQUEST, response: CHAT_RESPONSE, stream: CHAT_STREAM },
  "openai-responses": { request: RESPONSES_REQUEST, response: RESPONSES_RESPONSE, stream: RESPONSES_STREAM },
  "openai-embeddings": { request: EMBEDDINGS_REQUEST, response: EMBEDDINGS_RESPONSE, stream: null },
  "anthropic-messages": { request: MESSAGES_REQUEST, response: MESSAGES_RESPONSE, stream: MESSAGES_STREAM },
};

const compiled = new Map<PositionTable, PositionNode>();

/** The compiled form of a table, built when first asked for. */
export function treeOf(table: PositionTable): PositionNode {
  let tree = compiled.get(table);
  if (tree === undefined) {
    tree = compilePositions(table);
    compiled.set(table, tree);
  }
  return tree;
}
