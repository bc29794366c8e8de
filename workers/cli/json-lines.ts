import { openInput, parseJson, readLines } from "./input.ts";
import { openOutput, say } from "./output.ts";

type ParsedLine = ReturnType<typeof parseJson>;

/** Written when this much has gathered, so that a line costs no system call. */
const BUFFER_CHARACTERS = 1 << 16;

/**
 * Answers every line of JSON with one line of JSON, in order, as fast as they come: a line that cannot be answered gives
 * `{"error": reason}`. Blank lines are skipped. `parse` stands in for `JSON.parse` where its numbers or key order matter.
 * Returns how many lines failed.
 */
export async function answerLines(
  path: string | undefined,
  output: string | undefined,
  answer: (value: unknown) => unknown,
  parse: (line: string) => ParsedLine = parseJson,
): Promise<number> {
  const target = await openOutput(output);
  let buffer = "";
  let failed = 0;
  try {
    for await (const lines of readLines(await openInput(path))) {
      for (const line of lines) {
        if (line.trim() === "") continue;
        const result = answerLine(line, answer, parse);
        if (result.failed) failed += 1;
        buffer += `${result.text}\n`;
        if (buffer.length >= BUFFER_CHARACTERS) {
          await target.write(buffer);
          buffer = "";
        }
      }
      // A reader that waits for each answer before it asks again gets it at once.
      if (buffer !== "") await target.write(buffer);
      buffer = "";
    }
    await target.finish();
  } catch (error) {
    await target.discard();
    throw error;
  }
  if (failed > 0) say(`${failed} line${failed === 1 ? "" : "s"} could not be answered; see "error" in the output`);
  return failed;
}

/** A line's own fault: shown as its answer. */
export class LineError extends Error {
  override readonly name = "LineError";
}

function answerLine(
  line: string,
  answer: (value: unknown) => unknown,
  parse: (line: string) => ParsedLine,
): { text: string; failed: boolean } {
  const parsed = parse(line);
  if (!parsed.ok) return { text: JSON.stringify({ error: `not JSON: ${parsed.reason}` }), failed: true };
  try {
    return { text: JSON.stringify(answer(parsed.value)), failed: false };
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    return { text: JSON.stringify({ error: error.message }), failed: true };
  }
}

/** The `language` of a line's object, when it has one. */
export function languageOf(value: unknown): string | undefined {
  const language: unknown = (value as { language?: unknown }).language;
  return typeof language === "string" ? language : undefined;
}

/** The `text` of a line's object. */
export function textOf(value: unknown): string {
  const text: unknown = typeof value === "object" && value !== null ? (value as { text?: unknown }).text : undefined;
  if (typeof text !== "string") throw new LineError('expected an object with "text" (a string)');
  return text;
}
