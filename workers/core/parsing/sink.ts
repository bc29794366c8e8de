import type { ParseLimits } from "./limits.ts";
import type { ParseEvent, RawConversation } from "./model.ts";

/** Where the parsers put what they find. The driver drains `events` after every block, so it stays short. */
export class ParseSink {
  readonly limits: ParseLimits;
  events: ParseEvent[] = [];
  conversations = 0;
  errors = 0;
  readonly warnings: string[] = [];
  /** Set by the JSON and date-reading parsers for the report. */
  format: string | null = null;
  dateOrder: string | null = null;
  /** Put before each error and warning, as in "file 2 of the archive: ". */
  prefix = "";
  readonly #seen = new Set<string>();
  #errorsInARow = 0;

  constructor(limits: ParseLimits) {
    this.limits = limits;
  }

  conversation(conversation: RawConversation): void {
    if (conversation.turns.length === 0) return;
    this.conversations += 1;
    this.#errorsInARow = 0;
    this.events.push({ type: "conversation", conversation });
  }

  /** `error` must not quote the file: error lists are stored and logged. */
  error(line: number, column: string | null, error: string): void {
    this.errors += 1;
    this.#errorsInARow += 1;
    if (this.errors <= this.limits.maxErrors) {
      this.events.push({ type: "error", error: { line, column, error: this.prefix + error } });
    } else if (this.errors === this.limits.maxErrors + 1) {
      this.warning(`more than ${this.limits.maxErrors} errors; the rest is only counted`);
    }
  }

  /** Tells that a row was good whose conversation is not finished yet. */
  progress(): void {
    this.#errorsInARow = 0;
  }

  /** True when reading on makes no sense: this is no file of the format it was taken for. */
  get hopeless(): boolean {
    return this.#errorsInARow >= this.limits.maxErrorsInARow;
  }

  /** The same message is kept once. */
  warning(message: string): void {
    const text = this.prefix + message;
    if (this.#seen.has(text) || this.warnings.length >= this.limits.maxWarnings) return;
    this.#seen.add(text);
    this.warnings.push(text);
    this.events.push({ type: "warning", message: text });
  }

  /** Remembers which format a record had; a second kind makes the file `mixed`. */
  sawFormat(format: string): void {
    if (this.format === null) this.format = format;
    else if (this.format !== format) this.format = "mixed";
  }
}

/** A consumer of clean text: blocks arrive in order, line breaks are `\n`. */
export interface TextParser {
  push(block: string): void;
  end(): void;
}
