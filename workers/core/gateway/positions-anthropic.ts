// Anthropic's Messages API: where text stands.
import { rows, under } from "./positions.ts";
import type { Position, PositionTable } from "./positions.ts";

/** Where an image or a document comes from. */
const SOURCE: readonly Position[] = [
  ...rows("enum", "type media_type"),
  ...rows("file", "data url file_id", { untrusted: true }),
  ...rows("text", "content content[].text", { untrusted: true }),
  ...rows("enum", "content[].type content[].source.type content[].source.media_type"),
  ...rows("image", "content[].source.data content[].source.url"),
];

/** One block of content, in requests and answers. */
const BLOCK: readonly Position[] = [
  ...rows("enum", "type cache_control.type cache_control.ttl error_code"),
  ...rows("id", "id tool_use_id"),
  ...rows("tool", "name server_name"),
  ...rows("text", "text", { joined: true }),
  ...rows("text", "thinking", { role: "assistant", sealed: true }),
  ...rows("opaque", "signature data encrypted_content"),
  ...rows("text", "input.**", { role: "assistant", args: true }),
  ...rows("text", "title context", { untrusted: true }),
  ...under("source", SOURCE),
  // Results of tools, and of searches the provider ran.
  ...rows("text", "content content[] content[].text", { role: "tool", untrusted: true, joined: true }),
  ...rows("text", "content.** content[].**", { role: "tool", untrusted: true }),
  ...rows("enum", "content[].type content.type content[].cache_control.type"),
  ...rows("enum", "content[].source.type content[].source.media_type"),
  ...rows("file", "content[].source.data content[].source.url content[].source.file_id", { untrusted: true }),
  ...rows("opaque", "content[].encrypted_content content[].encrypted_stdout content.encrypted_content"),
  ...rows("enum", "citations[].type"),
  ...rows("opaque", "citations[].encrypted_index"),
  ...rows("text", "citations[].cited_text citations[].document_title citations[].title citations[].url"),
  ...rows("number", "citations[].start_char_index citations[].end_char_index"),
];

export const MESSAGES_REQUEST: PositionTable = {
  contexts: [{ path: "messages[]", turn: true }],
  positions: [
    ...rows("model", "model"),
    ...rows("text", "system", { role: "system" }),
    ...rows("text", "system[].text", { role: "system", joined: true }),
    ...rows("enum", "system[].type system[].cache_control.type system[].cache_control.ttl"),
    ...rows("role", "messages[].role"),
    ...rows("text", "messages[].content"),
    ...under("messages[].content[]", BLOCK),
    ...rows("tool", "tools[].name tool_choice.name"),
    ...rows("text", "tools[].description tools[].input_schema.**", { role: "definition" }),
    ...rows("enum", "tools[].input_schema.**.type tools[].type tool_choice.type tools[].cache_control.type"),
    ...rows("text", "metadata.*", { role: "other" }),
    ...rows("text", "stop_sequences", { role: "other" }),
    ...rows("enum", "service_tier thinking.type inference_geo"),
    ...rows("number", "max_tokens thinking.budget_tokens top_k"),
    ...rows("tool", "mcp_servers[].name"),
    ...rows("enum", "mcp_servers[].type"),
    ...rows("id", "container"),
  ],
};

const MESSAGE: readonly Position[] = [
  ...rows("id", "id"),
  ...rows("enum", "type stop_reason"),
  ...rows("role", "role"),
  ...rows("model", "model"),
  ...rows("text", "stop_sequence"),
  ...rows("number", "usage.**"),
  ...rows("enum", "usage.**.service_tier usage.**.inference_geo"),
  ...under("content[]", BLOCK),
];

const ERROR: readonly Position[] = [
  ...rows("enum", "error.type", { role: "other" }),
  ...rows("text", "error.message", { role: "other" }),
];

export const MESSAGES_RESPONSE: PositionTable = {
  contexts: [{ path: "", role: "assistant", turn: true }],
  positions: [...MESSAGE, ...ERROR, ...rows("id", "request_id"), ...rows("number", "input_tokens")],
};

export const MESSAGES_STREAM: PositionTable = {
  contexts: [{ path: "", role: "assistant", turn: true }],
  positions: [
    ...rows("enum", "type"),
    ...rows("number", "index usage.**"),
    ...rows("enum", "usage.**.service_tier"),
    ...under("message", MESSAGE),
    ...under("content_block", BLOCK),
    // What a block begins with, where it does not begin empty.
    ...rows("text", "content_block.text", { channel: true }),
    ...rows("text", "content_block.thinking", { channel: true, sealed: true }),
    ...rows("enum", "delta.type delta.stop_reason delta.citation.type"),
    ...rows("text", "delta.**", { channel: true }),
    ...rows("text", "delta.stop_sequence"),
    ...rows("text", "delta.text", { channel: true }),
    ...rows("text", "delta.thinking", { channel: true, sealed: true }),
    ...rows("json", "delta.partial_json", { channel: true, args: true }),
    ...rows("opaque", "delta.signature delta.citation.encrypted_index"),
    ...rows("text", "delta.citation.cited_text delta.citation.document_title delta.citation.title delta.citation.url"),
    ...rows("number", "delta.citation.start_char_index delta.citation.end_char_index"),
    ...ERROR,
    ...rows("id", "request_id"),
  ],
};
