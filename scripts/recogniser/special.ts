import { readFileSync } from "node:fs";
import type { Found } from "./score.ts";

/** Sets of statements in `test/fixtures` that the phrases were written with. */
export const LEARNT_FILES = ["special", "special-written", "special-written-2"] as const;
/** All sets: nobody has looked at the lines of the last one. */
export const STATEMENT_FILES = [...LEARNT_FILES, "special-unseen"] as const;

/** One statement of a set, or a look-alike (`span` is null). */
export interface Statement {
  category: string;
  text: string;
  span: { start: number; end: number } | null;
}

/** Reads the statements; throws `SyntaxError` on a line that marks nothing where it should. */
export function readStatements(file: string): Statement[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [sign, category, marked] = line.split("\t") as [string, string, string];
      if (sign === "-") return { category, text: marked, span: null };
      const match = /^(.*?)\[\[(.+?)\]\](.*)$/u.exec(marked);
      if (match === null) throw new SyntaxError(`nothing marked: ${line}`);
      const [, before, value, after] = match as unknown as [string, string, string, string];
      return {
        category,
        text: before + value + after,
        span: { start: before.length, end: before.length + value.length },
      };
    });
}

/** By category: statements, those touched by a finding of the category, look-alikes and those that are flagged. */
export function scoreStatements(find: (text: string) => readonly Found[], statements: readonly Statement[]) {
  const rows = new Map<
    string,
    { category: string; statements: number; found: number; alike: number; flagged: number }
  >();
  for (const { category, span, text } of statements) {
    let row = rows.get(category);
    if (row === undefined) rows.set(category, (row = { category, statements: 0, found: 0, alike: 0, flagged: 0 }));
    const own = find(text).filter((finding) => finding.category === category);
    if (span === null) {
      row.alike++;
      if (own.length > 0) row.flagged++;
    } else {
      row.statements++;
      if (own.some((finding) => finding.start < span.end && span.start < finding.end)) row.found++;
    }
  }
  return [...rows.values()];
}
