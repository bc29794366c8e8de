import type { ToolCall, ToolResult } from "../../contract/tool.ts";

/** Functional side of a turn as the source's own vocabulary states it (`user`, `gpt`, `observation`, ...). */
export type TurnRole = "user" | "assistant" | "system" | "tool";

/** One message as read from the file, before any anonymisation. Never stored. */
export interface RawTurn {
  /** The speaker as written in the file: a name, a phone number or a role word. May be a personal value. */
  speaker: string;
  /** May be `""` only when the turn carries tool calls or tool results. Line breaks are `\n`. */
  text: string;
  /** `YYYY-MM-DDTHH:MM:SS` in the file's own (unknown) time zone, or the file's text for it, or null. */
  time: string | null;
  /** 1-based line of the input where the turn starts. */
  line: number;
  toolCalls: ToolCall[];
  toolResults: ToolResult[];
  /** Set when the source's vocabulary states the side, as `user`/`assistant` do. */
  role?: TurnRole;
}

/** One conversation as read from the file, before any anonymisation. Never stored. */
export interface RawConversation {
  /** The id given by the file, or `""`. Untrusted text. */
  key: string;
  turns: RawTurn[];
  /** 1-based line of the input where the conversation starts. */
  line: number;
  domain: string | null;
  language: string | null;
  seedId: string | null;
  /** Strings only; keys that name object prototypes are dropped. */
  metadata: Record<string, string>;
  /** True when the record was in UNCASE's own shape, whose roles are functional already. */
  native: boolean;
}

/** A part of the file that could not be imported. `error` never quotes the file's content. */
export interface ParseError {
  /** 1-based line; for a record that spans lines, the line where it starts. */
  line: number;
  /** Column or field name when one is to blame. */
  column: string | null;
  error: string;
}

export type ParseEvent =
  | { type: "conversation"; conversation: RawConversation }
  | { type: "error"; error: ParseError }
  | { type: "warning"; message: string };
