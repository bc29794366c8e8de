import { setImmediate } from "node:timers/promises";
import { openInput, parseJson, readLines } from "./input.ts";
import { startLinePool } from "./line-pool.ts";
import type { LinePool } from "./line-pool.ts";
import { LineError, loadLineTask } from "./line-task.ts";
import type { LineAnswer, LineTask } from "./line-task.ts";
import { openOutput, say } from "./output.ts";

type ParsedLine = ReturnType<typeof parseJson>;

/** Lines are answered, and written, in portions of about this size: a line costs no system call and no message. */
const PORTION_CHARACTERS = 1 << 16;
/** Input beyond this is shared among threads: they take about as long to start and to warm up as this takes one. */
const PARALLEL_FROM = 1 << 22;

/** Answers to some lines, each with its line end. */
export interface AnsweredLines {
  text: string;
  /** Lines that could not be answered. */
  failed: number;
  found: number;
}

type Answer = (lines: readonly string[]) => AnsweredLines;

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
  const count = (value: unknown): LineAnswer => ({ value: answer(value), found: 0 });
  const { failed } = await run(path, output, (lines) => answerPortion(lines, count, parse));
  return failed;
}

/** The same for a task that other threads can share: long input is answered by as many as there are processors. */
export async function answerTask(
  path: string | undefined,
  output: string | undefined,
  task: LineTask,
): Promise<{ failed: number; found: number }> {
  const answer = await loadLineTask(task);
  return run(path, output, (lines) => answerPortion(lines, answer), task);
}

/** Answers some lines in this thread. */
export function answerPortion(
  lines: readonly string[],
  answer: (value: unknown) => LineAnswer,
  parse: (line: string) => ParsedLine = parseJson,
): AnsweredLines {
  const done: AnsweredLines = { text: "", failed: 0, found: 0 };
  for (const line of lines) {
    if (line.trim() === "") continue;
    const parsed = parse(line);
    let value: unknown;
    try {
      if (!parsed.ok) throw new LineError(`not JSON: ${parsed.reason}`);
      const answered = answer(parsed.value);
      ({ value } = answered);
      done.found += answered.found;
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      value = { error: error.message };
      done.failed += 1;
    }
    done.text += `${JSON.stringify(value)}\n`;
  }
  return done;
}

async function run(
  path: string | undefined,
  output: string | undefined,
  answer: Answer,
  task?: LineTask,
): Promise<{ failed: number; found: number }> {
  const target = await openOutput(output);
  const totals = { failed: 0, found: 0 };
  /** Writes what is done in order, while other threads and the input go on. */
  const write = async (done: AnsweredLines): Promise<void> => {
    totals.failed += done.failed;
    totals.found += done.found;
    if (done.text !== "") await target.write(done.text);
  };
  let pool = null as LinePool | null;
  let characters = 0;
  let written = Promise.resolve();
  try {
    for await (const lines of readLines(await openInput(path))) {
      for (const portion of portionsOf(lines)) {
        // A thread that has become ready in the meantime can only say so now.
        if (pool?.isReady() === false) await setImmediate();
        if (pool?.isReady() === true) {
          const pending = pool.answer(portion);
          written = written.then(async () => write(await pending));
          // The failure is seen where `written` is awaited.
          written.catch(() => {});
          await pool.untilFree();
        } else {
          await written;
          await write(answer(portion));
        }
      }
      characters += lines.reduce((sum, line) => sum + line.length, 0);
      if (task !== undefined && pool === null && characters > PARALLEL_FROM) pool = startLinePool(task);
    }
    await written;
    await target.finish();
  } catch (error) {
    await target.discard();
    throw error;
  } finally {
    await pool?.end();
  }
  const { failed } = totals;
  if (failed > 0) say(`${failed} line${failed === 1 ? "" : "s"} could not be answered; see "error" in the output`);
  return totals;
}

/** Groups of whole lines. */
function* portionsOf(lines: readonly string[]): Generator<readonly string[], void, undefined> {
  let from = 0;
  let size = 0;
  for (let i = 0; i < lines.length; i++) {
    size += lines[i]!.length;
    if (size < PORTION_CHARACTERS && i < lines.length - 1) continue;
    yield lines.slice(from, i + 1);
    from = i + 1;
    size = 0;
  }
}
