// Retries, circuit breaker and concurrency of calls to one provider, per isolate.
import {
  admit,
  type BreakerState,
  CLOSED,
  countsAgainst,
  recordFailure,
  recordSuccess,
} from "../core/models/breaker.ts";
import { UpstreamFailure } from "../core/models/failures.ts";
import { DEFAULT_RETRY, nextDelayMs } from "../core/models/retry.ts";
import type { ModelCallOptions } from "../services/ports/models.ts";

/** Calls of one provider that are under way at once in this isolate; more wait their turn. */
const MAX_IN_FLIGHT = 256;
/** Providers whose state is kept; the one longest unused goes first. */
const MAX_PROVIDERS = 2000;

interface ProviderState {
  breaker: BreakerState;
  inFlight: number;
  waiting: (() => void)[];
}

export interface ControlledCall {
  /** Whose breaker and queue it is. */
  key: string;
  /** Name of the provider, for failures. */
  provider: string;
  totalMs: number;
  options: ModelCallOptions;
}

export interface CallControl {
  /**
   * Runs attempts until one succeeds, or one fails that should not be repeated, or `totalMs` are over: attempts and
   * pauses together. Each attempt is told how much of that is left. @throws UpstreamFailure
   */
  run<T>(call: ControlledCall, attempt: (leftMs: number) => Promise<T>): Promise<T>;
  /** Counts a failure that came after an attempt had been taken for a success: a stream that broke. */
  noteFailure(key: string, failure: UpstreamFailure): void;
  /** Waits for a free place, at most until `ended` rejects; the place is given back by calling the result. */
  enter(key: string, ended: Promise<never>): Promise<() => void>;
}

export function createCallControl(): CallControl {
  const states = new Map<string, ProviderState>();

  const stateOf = (key: string): ProviderState => {
    const state = states.get(key) ?? { breaker: CLOSED, inFlight: 0, waiting: [] };
    states.delete(key);
    states.set(key, state);
    if (states.size > MAX_PROVIDERS) {
      const idle = [...states].find(([, each]) => each.inFlight === 0);
      if (idle !== undefined) states.delete(idle[0]);
    }
    return state;
  };

  const note = (state: ProviderState, failure: UpstreamFailure | null): void => {
    if (failure === null) state.breaker = recordSuccess();
    else if (countsAgainst(failure.kind)) state.breaker = recordFailure(state.breaker, Date.now(), state.inFlight);
    // Whatever else comes of the trial call, the provider is there; what the caller gave up says nothing.
    else if (failure.kind !== "aborted") state.breaker = recordSuccess();
  };

  return {
    async run({ key, options, provider, totalMs }, attempt) {
      const { attempts, maxRetryAfterMs } = DEFAULT_RETRY;
      const policy = {
        ...DEFAULT_RETRY,
        attempts: options.attempts ?? attempts,
        maxRetryAfterMs: options.maxRetryAfterMs ?? maxRetryAfterMs,
      };
      const untilMs = Date.now() + totalMs;
      for (let number = 1; ; number += 1) {
        const state = stateOf(key);
        const admission = admit(state.breaker, Date.now());
        state.breaker = admission.state;
        const startedMs = Date.now();
        let failure: UpstreamFailure;
        if (admission.admitted) {
          try {
            const result = await attempt(untilMs - startedMs);
            note(state, null);
            options.onAttempt?.({ number, durationMs: Date.now() - startedMs, failure: null });
            return result;
          } catch (error) {
            // Anything else is an error of our own, which no repetition heals.
            if (!(error instanceof UpstreamFailure)) throw error;
            failure = error;
            note(state, failure);
          }
        } else {
          failure = new UpstreamFailure({
            kind: "unavailable",
            provider,
            retryAfterMs: admission.waitMs,
            reason: "failed several times in a row and is given a rest",
          });
        }
        options.onAttempt?.({ number, durationMs: Date.now() - startedMs, failure });
        if (!admission.admitted && options.waitsForRest !== true) throw failure;
        const delayMs = nextDelayMs(failure, number, policy, Math.random());
        if (delayMs === null || Date.now() + delayMs >= untilMs) throw failure;
        await pause(delayMs, options.signal, provider);
      }
    },

    noteFailure(key, failure) {
      note(stateOf(key), failure);
    },

    async enter(key, ended) {
      const state = stateOf(key);
      if (state.inFlight < MAX_IN_FLIGHT) state.inFlight += 1;
      else {
        // Who leaves hands the place over; who stops waiting is taken from the queue.
        await new Promise<void>((resolve, reject) => {
          state.waiting.push(resolve);
          ended.catch((error: unknown) => {
            state.waiting = state.waiting.filter((each) => each !== resolve);
            reject(error);
          });
        });
      }
      let left = false;
      return () => {
        if (left) return;
        left = true;
        const next = state.waiting.shift();
        if (next === undefined) state.inFlight -= 1;
        else next();
      };
    },
  };
}

function pause(delayMs: number, signal: AbortSignal | undefined, provider: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(new UpstreamFailure({ kind: "aborted", provider }));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, delayMs);
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
}
