import type { ParseSink, TextParser } from "./sink.ts";

/** What a line-based format implements; lines come without their break, numbered from 1. */
export interface LineParser {
  line(text: string, number: number): void;
  end(): void;
}

/** Cuts text into lines. A line over the cap becomes one error and is skipped without being held. */
export class LineSplitter implements TextParser {
  readonly #parser: LineParser;
  readonly #sink: ParseSink;
  #carry = "";
  #skipping: boolean;
  #number: number;

  /** `firstLine` is the number of the line where the text begins; `skipFirst` when that line was dealt with already. */
  constructor(parser: LineParser, sink: ParseSink, firstLine = 1, skipFirst = false) {
    this.#parser = parser;
    this.#sink = sink;
    this.#number = firstLine;
    this.#skipping = skipFirst;
  }

  push(block: string): void {
    let start = 0;
    for (;;) {
      const end = block.indexOf("\n", start);
      if (end === -1) break;
      this.#take(block.slice(start, end));
      this.#number += 1;
      start = end + 1;
    }
    if (this.#skipping) return;
    if (start < block.length) this.#carry += block.slice(start);
    if (this.#carry.length > this.#sink.limits.maxLineChars) this.#refuse();
  }

  end(): void {
    if (this.#carry !== "") this.#take("");
    this.#parser.end();
  }

  #take(piece: string): void {
    if (this.#skipping) {
      this.#skipping = false;
      return;
    }
    const line = this.#carry === "" ? piece : this.#carry + piece;
    this.#carry = "";
    if (line.length > this.#sink.limits.maxLineChars) {
      this.#refuse();
      this.#skipping = false;
    } else this.#parser.line(line, this.#number);
  }

  #refuse(): void {
    this.#sink.error(this.#number, null, `line is longer than ${this.#sink.limits.maxLineChars} characters`);
    this.#carry = "";
    this.#skipping = true;
  }
}
