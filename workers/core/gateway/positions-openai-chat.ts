// OpenAI's chat completions and embeddings: where text stands.
import { channels, rows, under } from "./positions.ts";
import type { Position, PositionTable } from "./positions.ts";

/** Names for one call of a tool, in requests, answers and pieces of answers. */
const TOOL_CALL: readonly Position[] = [
  ...rows("id", "id"),
  ...rows("enum", "type"),
  ...rows("number", "index"),
  ...rows("tool", "function.name custom.name"),
  ...rows("json", "function.arguments", { role: "assistant", args: true }),
  ...rows("text", "custom.input", { role: "assistant", args: true }),
];

/** What a model may say in a message. */
const SPOKEN: readonly Position[] = [
  ...rows("role", "role"),
  ...rows("text", "content refusal reasoning_content reasoning"),
  ...rows("tool", "function_call.name"),
  ...rows("json", "function_call.arguments", { role: "assistant", args: true }),
  ...under("tool_calls[]", TOOL_CALL),
  ...rows("enum", "annotations[].type"),
  ...rows("number", "annotations[].url_citation.start_index annotations[].url_citation.end_index"),
  ...rows("text", "annotations[].url_citation.url annotations[].url_citation.title"),
  ...rows("id", "audio.id"),
  ...rows("audio", "audio.data"),
  ...rows("text", "audio.transcript"),
  ...rows("number", "audio.expires_at"),
];

const LOGPROBS: readonly Position[] = [
  ...rows("logprob", "logprobs.content[].token logprobs.refusal[].token logprobs.tokens[]"),
  ...rows("logprob", "logprobs.content[].top_logprobs[].token logprobs.refusal[].top_logprobs[].token"),
  ...rows("bytes", "logprobs.content[].bytes logprobs.refusal[].bytes"),
  ...rows("bytes", "logprobs.content[].top_logprobs[].bytes logprobs.refusal[].top_logprobs[].bytes"),
  ...rows("number", "logprobs.content[].logprob logprobs.refusal[].logprob logprobs.token_logprobs"),
];

/** Fields that every kind of OpenAI request has. */
export const COMMON_REQUEST: readonly Position[] = [
  ...rows("model", "model"),
  ...rows("text", "user safety_identifier prompt_cache_key metadata.*", { role: "other" }),
  ...rows("enum", "service_tier reasoning_effort verbosity truncation prompt_cache_retention"),
  ...rows("number", "seed max_tokens max_completion_tokens max_output_tokens n top_logprobs"),
];

export const CHAT_REQUEST: PositionTable = {
  contexts: [{ path: "messages[]", turn: true }],
  positions: [
    ...COMMON_REQUEST,
    ...under("messages[]", SPOKEN),
    ...rows("name", "messages[].name"),
    ...rows("id", "messages[].tool_call_id"),
    ...rows("enum", "messages[].content[].type messages[].content[].image_url.detail"),
    ...rows("enum", "messages[].content[].cache_control.type messages[].cache_control.type"),
    ...rows("text", "messages[].content[] messages[].content[].text messages[].content[].refusal", { joined: true }),
    ...rows("image", "messages[].content[].image_url messages[].content[].image_url.url"),
    ...rows("audio", "messages[].content[].input_audio.data"),
    ...rows("enum", "messages[].content[].input_audio.format"),
    ...rows("file", "messages[].content[].file.file_data messages[].content[].file.file_id", { untrusted: true }),
    ...rows("file", "messages[].content[].video_url.url", { untrusted: true }),
    ...rows("text", "messages[].content[].file.filename"),
    ...rows("enum", "tools[].type tool_choice tool_choice.type"),
    ...rows("tool", "tools[].function.name tools[].custom.name functions[].name function_call.name"),
    ...rows("tool", "tool_choice.function.name tool_choice.custom.name response_format.json_schema.name"),
    ...rows("enum", "function_call response_format.type modalities audio.voice audio.format"),
    ...rows("text", "tools[].function.description tools[].custom.description", { role: "definition" }),
    ...rows("text", "tools[].function.parameters.** functions[].parameters.** functions[].description", {
      role: "definition",
    }),
    ...rows("enum", "tools[].function.parameters.**.type functions[].parameters.**.type", { role: "definition" }),
    ...rows("text", "tools[].custom.format.** response_format.json_schema.description", { role: "definition" }),
    ...rows("text", "response_format.json_schema.schema.**", { role: "definition" }),
    ...rows("enum", "response_format.json_schema.schema.**.type prediction.type", { role: "definition" }),
    ...rows("text", "prediction.content prediction.content[].text", { role: "assistant" }),
    ...rows("enum", "prediction.content[].type"),
    ...rows("text", "stop", { role: "other" }),
    ...rows("tokens", "prompt suffix", { role: "user" }),
  ],
};

const CHAT_ENVELOPE: readonly Position[] = [
  ...rows("id", "id system_fingerprint"),
  ...rows("enum", "object service_tier choices[].finish_reason"),
  ...rows("model", "model provider"),
  ...rows("number", "created choices[].index usage.**"),
  ...rows("text", "error.message", { role: "other" }),
  ...rows("enum", "error.type error.code error.param", { role: "other" }),
  ...under("choices[]", LOGPROBS),
];

export const CHAT_RESPONSE: PositionTable = {
  contexts: [{ path: "choices[]", role: "assistant", turn: true }],
  positions: [
    ...CHAT_ENVELOPE,
    ...under("choices[].message", SPOKEN),
    ...rows("text", "choices[].message.content[].text", { joined: true }),
    ...rows("enum", "choices[].message.content[].type"),
    ...rows("text", "choices[].text"),
  ],
};

export const CHAT_STREAM: PositionTable = {
  contexts: [{ path: "choices[]", role: "assistant", turn: true }],
  positions: [
    ...CHAT_ENVELOPE,
    ...rows("text", "choices[].delta.**", { channel: true }),
    ...channels(under("choices[].delta", SPOKEN)),
    ...rows("text", "choices[].text", { channel: true }),
    ...rows("padding", "obfuscation choices[].obfuscation"),
  ],
};

export const EMBEDDINGS_REQUEST: PositionTable = {
  contexts: [],
  positions: [
    ...COMMON_REQUEST,
    ...rows("tokens", "input", { role: "user" }),
    ...rows("enum", "encoding_format input_type task"),
    ...rows("number", "dimensions"),
  ],
};

export const EMBEDDINGS_RESPONSE: PositionTable = {
  contexts: [],
  positions: [
    ...rows("id", "id"),
    ...rows("enum", "object data[].object"),
    ...rows("model", "model"),
    ...rows("number", "data[].index usage.**"),
    ...rows("opaque", "data[].embedding"),
    ...rows("number", "data[].embedding[]"),
    ...rows("text", "error.message", { role: "other" }),
    ...rows("enum", "error.type error.code error.param", { role: "other" }),
  ],
};
