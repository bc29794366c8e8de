import { setImmediate } from "node:timers/promises";
import { checkFile, linesOf, openInput, parseJson, readPortions } from "./input.ts";
import { startLinePool } from "./line-pool.ts";
import type { LinePool } from "./line-pool.ts";
import { LineError, loadLineTask } from "./line-task.ts";
import type { LineAnswer, LineTask } from "./line-task.ts";
import { openOutput, say } from "./output.ts";

type ParsedLine = ReturnType<typeof parseJson>;

/** Lines are answered, and written, in portions of about this size: a line costs no system call and no message. */
const PORTION_BYTES = 1 << 16;
/** Input of this size is shared among threads: they take about as long to start and to warm up as this takes one. */
const PARALLEL_FROM = 1 << 22;

/** Answers to some lines, each with its line end. */
export interface AnsweredLines {
  data: Uint8Array<ArrayBuffer>;
  /** Lines that could not be answered. */
  failed: number;
  found: number;
}

type Answer = (portion: Uint8Array) => AnsweredLines;

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
  const { failed } = await run(path, output, (portion) => answerPortion(portion, count, parse));
  return failed;
}

/** The same for a task that other threads can share: long input is answered by as many as there are processors. */
export async function answerTask(
  path: string | undefined,
  output: string | undefined,
  task: LineTask,
): Promise<{ failed: number; found: number }> {
  const answer = await loadLineTask(task);
  return run(path, output, (portion) => answerPortion(portion, answer), task);
}

const encoder = new TextEncoder();

/** Answers the lines of a portion in this thread. */
export function answerPortion(
  portion: Uint8Array,
  answer: (value: unknown) => LineAnswer,
  parse: (line: string) => ParsedLine = parseJson,
): AnsweredLines {
  let text = "";
  let failed = 0;
  let found = 0;
  for (const line of linesOf(portion)) {
    if (line.trim() === "") continue;
    const parsed = parse(line);
    let value: unknown;
    try {
      if (!parsed.ok) throw new LineError(`not JSON: ${parsed.reason}`);
      const answered = answer(parsed.value);
      ({ value } = answered);
      found += answered.found;
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      value = { error: error.message };
      failed += 1;
    }
    text += `${JSON.stringify(value)}\n`;
  }
  return { data: encoder.encode(text), failed, found };
}

async function run(
  path: string | undefined,
  output: string | undefined,
  answer: Answer,
  task?: LineTask,
): Promise<{ failed: number; found: number }> {
  const chunks = await openInput(path);
  const size = path === undefined || path === "-" ? null : await checkFile(path);
  const target = await openOutput(output);
  const totals = { failed: 0, found: 0 };
  const write = async (done: AnsweredLines): Promise<void> => {
    totals.failed += done.failed;
    totals.found += done.found;
    if (done.data.length > 0) await target.write(done.data);
  };
  const start = (): LinePool | null => (task === undefined ? null : startLinePool(task));
  let isShared = size !== null && size >= PARALLEL_FROM;
  let pool = isShared ? start() : null;
  let bytes = 0;
  /** What is written in order while threads and input go on, oldest first; only so many portions are under way. */
  const writing: Promise<void>[] = [];
  let written = Promise.resolve();
  try {
    for await (const portion of readPortions(chunks, PORTION_BYTES)) {
      bytes += portion.length;
      // A thread that has become ready in the meantime can only say so now.
      if (pool?.isReady() === false) await setImmediate();
      if (pool?.isReady() === true) {
        const pending = pool.answer(portion);
        written = written.then(async () => write(await pending));
        // The failure is seen where the promise is awaited.
        written.catch(() => {});
        writing.push(written);
        if (writing.length >= pool.capacity) await writing.shift();
      } else {
        await written;
        await write(answer(portion));
      }
      if (!isShared && bytes >= PARALLEL_FROM) {
        isShared = true;
        pool = start();
      }
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
