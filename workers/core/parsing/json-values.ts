import { LineSplitter } from "./lines.ts";
import type { ParseSink, TextParser } from "./sink.ts";

/** Receives the values of a JSON text one by one, as text, with the line where each starts. */
export interface JsonValueHandler {
  value(json: string, line: number): void;
  end(): void;
}

function opens(code: number): boolean {
  return code === 0x7b || code === 0x5b;
}

/** What may stand between two values: commas, closing brackets of the outer array, white space, a stray BOM. */
function separates(code: number): boolean {
  return code === 0x2c || code === 0x5d || code === 0x20 || code === 0x09 || code === 0xfeff || code === 0xa0;
}

/**
 * Cuts a JSON text into the values it holds without parsing it: the elements of an array at the top, or values that
 * follow each other however they are laid out. Holds one value at a time. When a value does not end, what follows it
 * is read line by line, so that whole objects on lines of their own are still found in linear time.
 */
export class JsonValueSplitter implements TextParser {
  readonly #handler: JsonValueHandler;
  readonly #sink: ParseSink;
  #carry = "";
  /** Where scanning of the carry goes on. */
  #scan = 0;
  /** Where the value at hand starts, or -1 between values. */
  #start = -1;
  #startLine = 1;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #line = 1;
  #inTopArray: boolean | null = null;
  #reportedJunk = false;
  #rest: LineSplitter | null = null;

  constructor(handler: JsonValueHandler, sink: ParseSink) {
    this.#handler = handler;
    this.#sink = sink;
  }

  push(block: string): void {
    if (this.#rest !== null) {
      this.#rest.push(block);
      return;
    }
    this.#carry += block;
    while (this.#scan < this.#carry.length) {
      if (this.#start === -1) this.#seek();
      else this.#skim();
    }
    const keep = this.#start === -1 ? this.#scan : this.#start;
    this.#carry = this.#carry.slice(keep);
    this.#scan -= keep;
    if (this.#start !== -1) this.#start = 0;
    const limit = this.#sink.limits.maxRecordChars;
    if (this.#carry.length > limit) {
      this.#giveUp(`value is longer than ${limit} characters; write one conversation per line (JSONL)`);
    }
  }

  end(): void {
    if (this.#start !== -1) this.#giveUp("the file ends inside a value");
    this.#rest?.end();
    this.#handler.end();
  }

  /** Looks for the beginning of the next value. */
  #seek(): void {
    const code = this.#carry.charCodeAt(this.#scan);
    if (code === 0x5b && this.#inTopArray === null) this.#inTopArray = true;
    else if (opens(code)) {
      this.#inTopArray ??= false;
      this.#start = this.#scan;
      this.#startLine = this.#line;
      this.#depth = 1;
    } else if (code === 0x0a) {
      this.#line += 1;
      this.#reportedJunk = false;
    } else if (!separates(code) && !this.#reportedJunk) {
      this.#reportedJunk = true;
      this.#sink.error(this.#line, null, "invalid JSON: text between values");
    }
    this.#scan += 1;
  }

  /** Goes over the value at hand to its end. */
  #skim(): void {
    const text = this.#carry;
    for (let at = this.#scan; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 0x0a) this.#line += 1;
      if (this.#escaped) this.#escaped = false;
      else if (this.#inString) {
        if (code === 0x5c) this.#escaped = true;
        else if (code === 0x22) this.#inString = false;
      } else if (code === 0x22) this.#inString = true;
      else if (opens(code)) this.#depth += 1;
      else if (code === 0x7d || code === 0x5d) {
        this.#depth -= 1;
        if (this.#depth > 0) continue;
        this.#scan = at + 1;
        const json = text.slice(this.#start, at + 1);
        this.#start = -1;
        this.#handler.value(json, this.#startLine);
        return;
      }
    }
    this.#scan = text.length;
  }

  /** Reports the value at hand and reads what follows its first line as lines. */
  #giveUp(reason: string): void {
    this.#sink.error(this.#startLine, null, reason);
    const lineEnd = this.#carry.indexOf("\n", this.#start);
    const handler = this.#handler;
    const parser = {
      line(text: string, number: number): void {
        const json = text.trim().replace(/,$/, "");
        if (json.startsWith("{") && json.endsWith("}")) handler.value(json, number);
      },
      end(): void {},
    };
    this.#rest = new LineSplitter(parser, this.#sink, this.#startLine, true);
    if (lineEnd !== -1) this.#rest.push(this.#carry.slice(lineEnd));
    this.#carry = "";
    this.#start = -1;
  }
}
