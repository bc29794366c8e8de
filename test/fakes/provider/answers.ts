// What the fake model answers, whatever the wire format.
import { createHash } from "node:crypto";
import { asksForConversation, quoteResults, type WrittenTurn, writeConversation } from "./conversation.ts";

/** A request as far as an answer depends on it. */
export interface FakeRequest {
  model: string;
  /** `x-fake-mode`, where it is given. */
  mode: string | null;
  messages: { role: string; text: string }[];
  /** Declared tools that may be called. */
  tools: { name: string; parameters: Record<string, unknown> }[];
  /** Part of what a conversation depends on, so that attempts differ. */
  temperature: number | null;
  wantsJson: boolean;
  body: string;
}

export interface FakeAnswer {
  text: string;
  reasoning: string;
  calls: { id: string; name: string; arguments: string }[];
  finish: "stop" | "length" | "tool_calls" | "content_filter";
}

const said = (text: string): FakeAnswer => ({ text, reasoning: "", calls: [], finish: "stop" });

function lastOf(request: FakeRequest, role: string): string {
  return request.messages.findLast((message) => message.role === role)?.text ?? "";
}

/** An argument for every required field of a tool, strings from the last user text. */
function exampleArguments(schema: Record<string, unknown>, text: string): Record<string, unknown> {
  const properties = (schema["properties"] ?? {}) as Record<string, { type?: string; enum?: unknown[] }>;
  const required = (schema["required"] as string[] | undefined) ?? Object.keys(properties);
  const examples: Record<string, unknown> = {
    string: text,
    number: 1,
    integer: 1,
    boolean: true,
    array: [],
    object: {},
  };
  return Object.fromEntries(
    required.map((name) => [name, properties[name]?.enum?.[0] ?? examples[properties[name]?.type ?? "string"]]),
  );
}

/** Modes that a model's name or the header asks for; the text behind the colon is the mode's argument. */
const MODES: Readonly<Record<string, (request: FakeRequest, argument: string) => FakeAnswer>> = {
  /** What the user said last. */
  echo: (request) => said(lastOf(request, "user")),
  /** Everything that the model was given, message by message. */
  "echo-all": (request) => said(request.messages.map(({ role, text }) => `${role}: ${text}`).join("\n")),
  /** The body as it came, to the byte. */
  "echo-body": (request) => said(request.body),
  /** A text of one's own; `%XX` is decoded, so that it can stand in a header. */
  script: (_request, argument) => said(decodeURIComponent(argument)),
  /** Thinks aloud what the user said, then says it. */
  reasoning: (request) => ({
    ...said(lastOf(request, "user")),
    reasoning: `The user said: ${lastOf(request, "user")}`,
  }),
  "tool-call": (request) => {
    const [tool] = request.tools;
    if (tool === undefined || request.messages.at(-1)?.role === "tool")
      return said(lastOf(request, "tool") || "no tools");
    const args = JSON.stringify(exampleArguments(tool.parameters, lastOf(request, "user")));
    const id = `call_${createHash("sha256").update(request.body).digest("hex").slice(0, 12)}`;
    return { text: "", reasoning: "", calls: [{ id, name: tool.name, arguments: args }], finish: "tool_calls" };
  },
  /** As many words as the argument says. */
  words: (_request, argument) => said(Array.from({ length: Number(argument) || 1 }, (_, i) => `word${i}`).join(" ")),
  refuse: () => ({ ...said(""), finish: "content_filter" }),
  "cut-off": (request) => ({ ...said(lastOf(request, "user").slice(0, 20)), finish: "length" }),
};

function modeOf(request: FakeRequest): { name: string; argument: string } | null {
  for (const text of [request.mode ?? "", request.model]) {
    const found = /^(?:fake\/)?([a-z-]+)(?::([\s\S]*))?$/.exec(text);
    if (found !== null && Object.hasOwn(MODES, found[1]!)) return { name: found[1]!, argument: found[2] ?? "" };
  }
  return null;
}

/** The grades of a generous judge, with a quote from the transcript so that it can be verified. */
function judge(request: FakeRequest): FakeAnswer {
  const turn = /^\[(\d+)\] [^:\n]+: (.+)$/m.exec(lastOf(request, "user"));
  const quote = (turn?.[2] ?? "").slice(0, 120);
  const grade = { grade: 5, turn: Number(turn?.[1] ?? 1), quote };
  const keys = ["factual_fidelity", "logical_coherence", "role_consistency", "naturalness"];
  return said(JSON.stringify({ grades: Object.fromEntries(keys.map((key) => [key, grade])), constraints: [] }));
}

/**
 * Single shot: turns up to the next tool call, after those that the transcript of the request has already. Where tools
 * answered, the turns that speak of it quote what they really answered.
 */
function continueConversation(request: FakeRequest, written: readonly WrittenTurn[]): FakeAnswer {
  let done = 0;
  const imagined: unknown[] = [];
  const real: unknown[] = [];
  for (const [index, { text }] of request.messages.entries()) {
    // Answers that were not taken (another one was asked for) are followed by something else.
    if (!text.startsWith("The tools answered:")) continue;
    const taken = JSON.parse(request.messages[index - 1]?.text ?? "") as { turnos: unknown[] };
    done += taken.turnos.length;
    imagined.push(...(written[done - 1]?.results ?? []).map((result) => result.result));
    const results = JSON.parse(text.split("\n")[1] ?? "[]") as { result: unknown }[];
    real.push(...results.map((result) => result.result));
  }
  const rest = written.slice(done);
  const call = rest.findIndex((turn) => turn.calls.length > 0);
  const turns = (call === -1 ? rest : rest.slice(0, call + 1)).map((turn) => ({
    rol: turn.role,
    contenido: quoteResults(turn.text, imagined, real),
    ...(turn.calls.length === 0
      ? {}
      : { tool_calls: turn.calls.map((each) => ({ tool_name: each.name, arguments: each.arguments })) }),
  }));
  const json = JSON.stringify({ turnos: turns });
  return said(request.wantsJson ? json : `Here it is:\n\n\`\`\`json\n${json}\n\`\`\`\n`);
}

/** Turn by turn: the turn of that number, with its tool call as the protocol has them. */
function sayTurn(request: FakeRequest, number: number, role: string, written: readonly WrittenTurn[]): FakeAnswer {
  const real = request.messages
    .filter((message) => message.role === "tool")
    .map(({ text }) => (/^[[{]/.test(text) ? (JSON.parse(text) as unknown) : text));
  const imagined = written.flatMap((turn) => turn.results.map((result) => result.result)).slice(0, real.length);
  const own = written.filter((turn) => turn.role === role);
  const turn = own.find((each) => each.number >= number) ?? own.at(-1);
  const declared = new Set(request.tools.map((tool) => tool.name));
  const calls = (turn?.calls ?? [])
    .filter((call) => declared.has(call.name))
    .map((call, index) => ({
      id: `call_${number}_${index}`,
      name: call.name,
      arguments: JSON.stringify(call.arguments),
    }));
  const text = quoteResults(turn?.text ?? "...", imagined, real);
  return { text, reasoning: "", calls, finish: calls.length > 0 ? "tool_calls" : "stop" };
}

/** The answer to a request: the same request always gets the same one. */
export function answerOf(request: FakeRequest): FakeAnswer {
  const mode = modeOf(request);
  if (mode !== null) return MODES[mode.name]!(request, mode.argument);
  const system = lastOf(request, "system");
  if (system.startsWith("You grade synthetic conversations")) return judge(request);
  if (asksForConversation(system)) {
    const opening = request.messages.find((message) => message.role === "user")?.text ?? "";
    const asked = /^Turn (\d+) of (\d+): (.+?) speaks\./.exec(lastOf(request, "user"));
    const salt = String(request.temperature);
    const written = writeConversation(system, opening, salt, asked === null ? null : Number(asked[2]));
    if (written === null) return said("I cannot read this prompt.");
    return asked === null
      ? continueConversation(request, written)
      : sayTurn(request, Number(asked[1]), asked[3]!, written);
  }
  return said(request.wantsJson ? '{"answer":"pong"}' : "pong");
}

/** A unit vector of hashed words: texts that share words are near each other. */
export function embed(text: string, dimensions: number): number[] {
  const vector = Array.from({ length: dimensions }, () => 0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["empty"]) {
    const digest = createHash("sha256").update(word).digest();
    const place = digest.readUInt32BE(0) % dimensions;
    vector[place] = vector[place]! + (digest[4]! < 128 ? 1 : -1);
  }
  const norm = Math.hypot(...vector) || 1;
  return vector.map((value) => Math.round((value / norm) * 1e6) / 1e6);
}
