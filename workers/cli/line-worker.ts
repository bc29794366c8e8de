import { parentPort, workerData } from "node:worker_threads";
import { answerPortion } from "./json-lines.ts";
import { loadLineTask } from "./line-task.ts";
import type { LineTask } from "./line-task.ts";

/** One thread of `line-pool.ts`: takes lines joined by line ends, answers with `AnsweredLines`. */
const port = parentPort!;
const answer = await loadLineTask(workerData as LineTask);
port.on("message", (lines: string) => port.postMessage(answerPortion(lines.split("\n"), answer)));
port.postMessage("ready");
