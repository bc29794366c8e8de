/** A JSON value as the templates see it: objects keep the order of their keys, floats and big integers keep their kind. */
export type Json =
  | null
  | boolean
  | number
  | bigint
  | string
  | JsonFloat
  | readonly Json[]
  | JsonObject
  | ReadonlyMap<string, Json>;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** A number written with a fraction or an exponent whose value JavaScript would print as an integer (`1.0`). */
export class JsonFloat {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
  toJSON(): number {
    return this.value;
  }
}

export interface ChatToolCall {
  id?: string;
  type?: string;
  function: { name: string; arguments: string | object };
}

export type ContentPart = { type: "text"; text: string } | { type: string; [key: string]: unknown };

/** One message in the shape of OpenAI's chat API, with the two names under which reasoning travels. */
export interface ChatMessage {
  role: "system" | "developer" | "user" | "assistant" | "tool";
  content: string | null | ContentPart[];
  name?: string;
  tool_calls?: ChatToolCall[];
  tool_call_id?: string;
  reasoning_content?: string;
  thinking?: string;
}

export interface RenderInput {
  messages: readonly ChatMessage[];
  /** OpenAI tool definitions; absent and null mean that the template is called without tools, `[]` that it gets an empty list. */
  tools?: readonly object[] | null;
  addGenerationPrompt?: boolean;
  /** Local date and time, ISO 8601; the families that print a date refuse to render without it. */
  now?: string | null;
}

export interface RenderOutput {
  text: string;
  /** `[start, end)` in UTF-16 code units: what the assistant says (text, reasoning, calls) and the token that ends it. */
  lossSpans: [number, number][];
  /** What the official template loses without a word. */
  warnings: string[];
}

/** Raised where the official template raises, and for input that no template can render. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
}

export interface TemplateCall {
  readonly id: Json | undefined;
  readonly type: Json | undefined;
  readonly name: string;
  readonly arguments: Json | undefined;
}

/** A message ready to render: arguments parsed where the family wants objects, null text beside a call read as empty. */
export interface TemplateMessage {
  readonly role: string;
  readonly content: Json | undefined;
  /** undefined: the key is absent, which some templates tell from an empty list. */
  readonly calls: readonly TemplateCall[] | undefined;
  readonly fields: Readonly<Record<string, Json | undefined>>;
}

export interface TemplateInput {
  readonly messages: readonly [TemplateMessage, ...TemplateMessage[]];
  readonly tools: readonly Json[] | null;
  readonly addGenerationPrompt: boolean;
  readonly now: string | null;
}

/** One chat format: a row of the table in families.ts. */
export interface TemplateFamily {
  readonly displayName: string;
  /** Where the official text is published, and what it is the template of. */
  readonly revision: string;
  readonly specialTokens: readonly string[];
  /** A record of data rather than a prompt: it carries calls and tools as fields. */
  readonly isData?: boolean;
  /** The grammar of the family's own calls: several in a message, one at a time, or none at all. */
  readonly calls: "parallel" | "single" | "none";
  /** Whether tool definitions reach the text. */
  readonly declaresTools: boolean;
  /** Whether reasoning reaches the text at all; where it does, the renderer warns of what it drops. */
  readonly rendersReasoning?: boolean;
  /** Whether user and assistant must take turns strictly. */
  readonly alternates?: boolean;
  /** A message holds either text or calls: the template refuses both, or loses the calls. */
  readonly callsWithoutText?: boolean;
  /** Whether the template has no system role: the system text then opens the first user's message. */
  readonly refusesSystem?: boolean;
  /** Whether the template refuses to be called without a list of tools, be it empty. */
  readonly needsTools?: boolean;
  /** Exact length of a tool call id, where the template insists on one. */
  readonly callIdLength?: number;
  /** Arguments given as JSON text: parsed first (default), or left as text because the template has its own branch for text. */
  readonly textArguments?: "parsed" | "kept" | "required";
  readonly render: (input: TemplateInput, out: TemplateWriter) => void;
}

/** Collects the text, the spans that count for the loss, and the warnings. */
export class TemplateWriter {
  #text = "";
  #open = -1;
  readonly #spans: [number, number][] = [];
  readonly #warnings = new Set<string>();

  put(text: string): this {
    this.#text += text;
    return this;
  }

  /** Starts a span where the text stands now, unless one is open or `wanted` is false. */
  begin(wanted = true): this {
    if (wanted && this.#open < 0) this.#open = this.#text.length;
    return this;
  }

  /** Ends the open span, if there is one. */
  end(): this {
    if (this.#open >= 0 && this.#text.length > this.#open) this.#spans.push([this.#open, this.#text.length]);
    this.#open = -1;
    return this;
  }

  /** Writes text that counts for the loss when `wanted`. */
  say(text: string, wanted = true): this {
    return this.begin(wanted).put(text).end();
  }

  warn(message: string): void {
    this.#warnings.add(message);
  }

  finish(): RenderOutput {
    this.end();
    return { text: this.#text, lossSpans: this.#spans, warnings: [...this.#warnings] };
  }
}
