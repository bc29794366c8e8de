import { parentPort, workerData } from "node:worker_threads";
import { answerPortion } from "./json-lines.ts";
import { loadLineTask } from "./line-task.ts";
import type { LineTask } from "./line-task.ts";

/** One thread of `line-pool.ts`: takes portions of whole lines, answers with `AnsweredLines`. Bytes are handed over, not copied. */
const port = parentPort!;
const answer = await loadLineTask(workerData as LineTask);
port.on("message", (portion: Uint8Array) => {
  const answered = answerPortion(portion, answer);
  port.postMessage(answered, [answered.data.buffer]);
});
port.postMessage("ready");
