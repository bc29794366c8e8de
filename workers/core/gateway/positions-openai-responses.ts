// OpenAI's Responses API: where text stands.
import { COMMON_REQUEST } from "./positions-openai-chat.ts";
import { rows, under } from "./positions.ts";
import type { Position, PositionTable } from "./positions.ts";

/** One item of a conversation, in requests and answers: messages, calls, results, reasoning. */
const ITEM: readonly Position[] = [
  ...rows("role", "role"),
  ...rows("enum", "type status phase"),
  ...rows("id", "id call_id approval_request_id"),
  ...rows("tool", "name server_label"),
  ...rows("text", "content[] content[].text content[].refusal", { joined: true }),
  ...rows("text", "content summary[].text"),
  ...rows("enum", "content[].type content[].detail summary[].type content[].annotations[].type output[].type"),
  ...rows("id", "content[].annotations[].file_id content[].annotations[].container_id"),
  ...rows("text", "content[].annotations[].url content[].annotations[].title content[].annotations[].filename"),
  ...rows("number", "content[].annotations[].start_index content[].annotations[].end_index"),
  ...rows("number", "content[].annotations[].index"),
  ...rows("image", "content[].image_url content[].image_url.url output[].image_url"),
  ...rows("audio", "content[].input_audio.data content[].data"),
  ...rows("enum", "content[].input_audio.format"),
  ...rows("file", "content[].file_data content[].file_url content[].file_id", { untrusted: true }),
  ...rows("file", "output[].file_data output[].file_url output[].file_id", { untrusted: true }),
  ...rows("text", "content[].filename"),
  ...rows("text", "content[].transcript"),
  ...rows("json", "arguments", { role: "assistant", args: true }),
  ...rows("text", "input code action.** queries", { role: "assistant", args: true }),
  ...rows("enum", "action.type"),
  ...rows("text", "output", { role: "tool", untrusted: true }),
  ...rows("text", "output[] output[].text outputs.** results.**", { role: "tool", untrusted: true, joined: true }),
  ...rows("enum", "outputs.**.type"),
  ...rows("image", "result output.image_url"),
  ...rows("opaque", "encrypted_content"),
  ...rows("logprob", "content[].logprobs[].token content[].logprobs[].top_logprobs[].token"),
  ...rows("bytes", "content[].logprobs[].bytes content[].logprobs[].top_logprobs[].bytes"),
  ...rows("number", "content[].logprobs[].logprob content[].logprobs[].top_logprobs[].logprob"),
];

/** Settings that requests carry and answers repeat. */
const SETTINGS: readonly Position[] = [
  ...COMMON_REQUEST,
  ...rows("text", "instructions", { role: "system" }),
  ...rows("enum", "tools[].type tool_choice tool_choice.type text.format.type text.verbosity include"),
  ...rows("enum", "reasoning.effort reasoning.summary reasoning.generate_summary"),
  ...rows("tool", "tools[].name tool_choice.name text.format.name tools[].server_label tool_choice.server_label"),
  ...rows("text", "tools[].description tools[].parameters.** tools[].format.** text.format.description", {
    role: "definition",
  }),
  ...rows("text", "text.format.schema.**", { role: "definition" }),
  ...rows("enum", "tools[].parameters.**.type text.format.schema.**.type", { role: "definition" }),
  ...rows("id", "previous_response_id conversation conversation.id prompt.id tools[].vector_store_ids"),
  ...rows("text", "prompt.variables.**", { role: "user" }),
  ...rows("number", "max_tool_calls temperature top_p"),
];

export const RESPONSES_REQUEST: PositionTable = {
  contexts: [{ path: "input[]", turn: true }],
  positions: [...SETTINGS, ...rows("text", "input", { role: "user" }), ...under("input[]", ITEM)],
};

const RESPONSE_CONTEXTS = [{ path: "output[]", role: "assistant", turn: true }] as const;

const RESPONSE: readonly Position[] = [
  ...SETTINGS,
  ...rows("id", "id"),
  ...rows("enum", "object status incomplete_details.reason error.code error.type error.param"),
  ...rows("text", "error.message", { role: "other" }),
  ...rows("number", "created_at completed_at usage.**"),
  ...rows("role", "instructions[].role"),
  ...rows("text", "instructions[].**", { role: "system" }),
  ...under("output[]", ITEM),
];

export const RESPONSES_RESPONSE: PositionTable = { contexts: RESPONSE_CONTEXTS, positions: RESPONSE };

export const RESPONSES_STREAM: PositionTable = {
  contexts: [
    { path: "", role: "assistant", turn: true },
    { path: "item", role: "assistant", turn: true },
    ...RESPONSE_CONTEXTS.map((context) => ({ ...context, path: `response.${context.path}` })),
  ],
  positions: [
    ...rows("enum", "type code param"),
    ...rows("id", "item_id response_id"),
    ...rows("number", "sequence_number output_index content_index summary_index annotation_index"),
    ...rows("text", "delta", { channel: true }),
    ...rows("text", "text refusal transcript message"),
    ...rows("text", "code input", { args: true }),
    ...rows("json", "arguments", { args: true }),
    ...rows("tool", "name"),
    ...rows("padding", "obfuscation"),
    ...rows("image", "partial_image_b64"),
    ...rows("enum", "part.type annotation.type"),
    ...rows("text", "part.text part.refusal annotation.url annotation.title annotation.filename"),
    ...rows("id", "annotation.file_id annotation.container_id"),
    ...rows("number", "annotation.start_index annotation.end_index annotation.index"),
    ...rows("logprob", "logprobs[].token logprobs[].top_logprobs[].token"),
    ...rows("bytes", "logprobs[].bytes logprobs[].top_logprobs[].bytes"),
    ...rows("number", "logprobs[].logprob logprobs[].top_logprobs[].logprob"),
    ...rows("text", "error.message"),
    ...rows("enum", "error.type error.code error.param"),
    ...under("item", ITEM),
    ...under("response", RESPONSE),
  ],
};
