import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { AnsweredLines } from "./json-lines.ts";
import type { LineTask } from "./line-task.ts";

/** Each thread has the models in memory: some 60 MB. */
const MAX_THREADS = 8;
/** Portions that wait at a thread beside the one it works on. */
const WAITING_PER_THREAD = 2;

/** Threads that answer portions of lines. */
export interface LinePool {
  /** True once every thread has loaded its models. Throws when one failed to. */
  isReady(): boolean;
  /** Portions that keep all threads busy; more would only wait. */
  readonly capacity: number;
  /** Takes the portion's buffer away. Rejects when the thread that has the portion fails. */
  answer(portion: Uint8Array<ArrayBuffer>): Promise<AnsweredLines>;
  end(): Promise<void>;
}

interface Job {
  resolve: (answered: AnsweredLines) => void;
  reject: (error: unknown) => void;
}

interface Thread {
  worker: Worker;
  isReady: boolean;
  /** Oldest first: a thread answers in order. */
  jobs: Job[];
}

/** Starts as many threads as there are processors. Null where a second one would only take time from the first. */
export function startLinePool(task: LineTask): LinePool | null {
  const count = Math.min(availableParallelism(), MAX_THREADS);
  if (count < 2) return null;
  let failure: Error | null = null;
  const threads = Array.from({ length: count }, (): Thread => {
    const worker = new Worker(new URL("../../bin/line-worker.mjs", import.meta.url), { workerData: task });
    const thread: Thread = { worker, isReady: false, jobs: [] };
    worker.on("message", (answered: AnsweredLines | "ready") => {
      if (answered === "ready") thread.isReady = true;
      else thread.jobs.shift()!.resolve(answered);
    });
    worker.on("error", (error) => {
      failure = error as Error;
      for (const job of thread.jobs.splice(0)) job.reject(error);
    });
    return thread;
  });
  const leastBusy = (): Thread =>
    threads.reduce((best, thread) => (thread.jobs.length < best.jobs.length ? thread : best));
  return {
    capacity: count * (1 + WAITING_PER_THREAD),
    isReady() {
      if (failure !== null) throw failure;
      return threads.every((thread) => thread.isReady);
    },
    answer(portion) {
      if (failure !== null) return Promise.reject(failure);
      const thread = leastBusy();
      return new Promise((resolve, reject) => {
        thread.jobs.push({ resolve, reject });
        thread.worker.postMessage(portion, [portion.buffer]);
      });
    },
    async end() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
