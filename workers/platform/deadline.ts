import type { ModelTimeouts } from "../services/ports/models.ts";

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
  const totalAtMs = Date.now() + timeouts.totalMs;
  let stepAtMs = Date.now() + timeouts.firstByteMs;
  let timer: ReturnType<typeof setTimeout>;
  let wakesAtMs = 0;
  /** One timer for all limits: it looks when it wakes whether one is over, instead of being set anew for each piece. */
  const watch = (): void => {
    wakesAtMs = Math.min(stepAtMs, totalAtMs);
    timer = setTimeout(
      () => {
        if (Math.min(stepAtMs, totalAtMs) <= Date.now()) end("timeout");
        else watch();
      },
      Math.max(0, wakesAtMs - Date.now()),
    );
  };
  watch();
  const clear = (): void => {
    clearTimeout(timer);
    outer?.removeEventListener("abort", onAbort);
  };
  if (outer?.aborted) end("aborted");
  else outer?.addEventListener("abort", onAbort, { once: true });

  return {
    signal: controller.signal,
    cause: () => cause,
    ended,
    headArrived() {
      stepAtMs = Date.now() + timeouts.idleMs;
      if (cause !== null || stepAtMs >= wakesAtMs) return;
      clearTimeout(timer);
      watch();
    },
    touch() {
      stepAtMs = Date.now() + timeouts.idleMs;
    },
    clear,
  };
}
