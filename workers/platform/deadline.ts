import type { ModelTimeouts } from "../services/deps.ts";

/** One attempt's time limits and its caller's signal, as one signal that says why it ended. */
export interface Deadline {
  signal: AbortSignal;
  /** Why it ended, or null while it has not. */
  cause(): "timeout" | "aborted" | null;
  /** Rejects when it ends: for waits that take no signal. */
  ended: Promise<never>;
  /** The head of the answer is here: from now on pieces are waited for. */
  headArrived(): void;
  /** A piece is here. */
  touch(): void;
  /** Nothing is waited for any more; timers stop. Ending it twice does nothing. */
  clear(): void;
}

export function startDeadline(timeouts: ModelTimeouts, outer: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let cause: "timeout" | "aborted" | null = null;
  let rejectEnded: (reason: Error) => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    rejectEnded = reject;
  });
  // Whoever races against it sees the rejection; when nobody does, it is no error.
  ended.catch(() => undefined);

  const end = (why: "timeout" | "aborted"): void => {
    if (cause !== null) return;
    cause = why;
    clear();
    controller.abort();
    rejectEnded(new Error(why));
  };
  const onAbort = (): void => end("aborted");
  const total = setTimeout(() => end("timeout"), timeouts.totalMs);
  let step = setTimeout(() => end("timeout"), timeouts.firstByteMs);
  let lastPieceMs = 0;
  const clear = (): void => {
    clearTimeout(total);
    clearTimeout(step);
    outer?.removeEventListener("abort", onAbort);
  };
  /** Looks once per period whether a piece came, instead of setting a timer for each. */
  const watchIdle = (waitMs: number): void => {
    step = setTimeout(() => {
      const leftMs = lastPieceMs + timeouts.idleMs - Date.now();
      if (leftMs <= 0) end("timeout");
      else watchIdle(leftMs);
    }, waitMs);
  };
  if (outer?.aborted) end("aborted");
  else outer?.addEventListener("abort", onAbort, { once: true });

  return {
    signal: controller.signal,
    cause: () => cause,
    ended,
    headArrived() {
      clearTimeout(step);
      lastPieceMs = Date.now();
      if (cause === null) watchIdle(timeouts.idleMs);
    },
    touch() {
      lastPieceMs = Date.now();
    },
    clear,
  };
}
