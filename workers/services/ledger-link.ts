// One consumer's line to a job's ledger: what its items have to tell and to ask is gathered and sent in one call.
import { AppError } from "../contract/error.ts";
import type {
  Exchange,
  ExchangeAnswer,
  ItemFailure,
  ItemResult,
  LeaseAnswer,
  LeasedItem,
  WrittenResult,
} from "../core/jobs/exchange.ts";
import type { JobSpec } from "../core/jobs/job-spec.ts";
import type { LedgerPort } from "./ports/jobs.ts";
import { BudgetSpent, type CallOutcome, type Meter } from "./meter.ts";

/** By this a worker keeps its leases, is known to be alive when the ledger was opened anew, and hears of a cancel. */
const HEARTBEAT_MS = 500;
/** What happens within this time goes to the ledger together, and what happens while a message is on its way. */
const GATHER_MS = 2;
/** News that nobody waits for to begin a call go along with others, at the latest after this time. */
const NEWS_MS = 25;
/** A call for which there is no place asks again when another one is over, and after this time. */
const BEGIN_AGAIN_MS = 250;
/** Waits before a message that did not get through is sent again: everything in it may be repeated. */
const RESEND_MS = [100, 400, 1600];

interface Waiting {
  resolve(answer: ExchangeAnswer): void;
  reject(error: unknown): void;
}

export interface LedgerLink {
  lease(count: number): Promise<LeaseAnswer>;
  done(item: LeasedItem, result: WrittenResult): Promise<void>;
  failed(failure: ItemFailure): Promise<void>;
  /** The account of an item's calls; `close` gives back a call that was never made. */
  openMeter(item: LeasedItem): Meter & { close(): void };
  /** Resolves when there may be room for another item: a call is over, or the provider lets more in. */
  roomMade(): Promise<void>;
  /** What the job is; null before the first lease. */
  job(): JobSpec | null;
  /** Aborts when the job is over: what is under way is for nothing. */
  over: AbortSignal;
  /** Sends what is left and stops the heartbeat. */
  close(): Promise<void>;
}

/** Rows of an object's storage hold 2 MB; some of it is for the rest of the row. */
const MAX_RESULT_BYTES = 1_900_000;

/**
 * A result as the ledger keeps it, written by the worker: the ledger's thread is the one that all of a job's workers
 * share.
 * @throws payload_too_large for one that no row can hold: it would take along what others have to tell
 */
export function writeResult({ body, tally }: ItemResult): WrittenResult {
  const text = JSON.stringify(body ?? null);
  // A UTF-16 unit takes three bytes at most.
  if (text.length * 3 > MAX_RESULT_BYTES && new TextEncoder().encode(text).byteLength > MAX_RESULT_BYTES) {
    throw new AppError("payload_too_large", "The result of an item is larger than 1.9 MB");
  }
  return { body: text, tally };
}

const emptyMessage = (): Exchange => ({
  calls: [],
  done: [],
  failed: [],
  begin: [],
  renew: [],
  lease: 0,
  admitted: 0,
  introduce: false,
});

export function openLink(ledger: LedgerPort): LedgerLink {
  const held = new Set<string>();
  const over = new AbortController();
  let message = emptyMessage();
  let waiting: Waiting[] = [];
  let timer: { id: ReturnType<typeof setTimeout>; isNews: boolean } | null = null;
  let sending: Promise<void> | null = null;
  let room = Promise.withResolvers<void>();
  let job: JobSpec | null = null;
  /** The ledger wants to hear at once of calls that are let in. */
  let rising = true;

  const noteRoom = (): void => {
    room.resolve();
    room = Promise.withResolvers();
  };

  const transmit = async (whole: Exchange): Promise<ExchangeAnswer> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await ledger.exchange(whole);
      } catch (error) {
        const delayMs = RESEND_MS[attempt];
        if (delayMs === undefined) throw error;
        await new Promise((resolve) => setTimeout(resolve, delayMs));
      }
    }
  };

  const send = async (): Promise<void> => {
    const [whole, waiters] = [message, waiting];
    message = emptyMessage();
    waiting = [];
    try {
      const answer = await transmit(whole);
      if (answer.over) over.abort();
      job = answer.job ?? job;
      rising = answer.rising;
      // The limit has risen by as many.
      if (whole.admitted > 0) noteRoom();
      for (const waiter of waiters) waiter.resolve(answer);
    } catch (error) {
      // The leases run out and others take them; calls that could not be settled stay unconfirmed.
      for (const waiter of waiters) waiter.reject(error);
    }
  };

  const flush = (): void => {
    timer = null;
    if (sending !== null) return;
    sending = send().finally(() => {
      sending = null;
      if (waiting.length > 0) schedule();
    });
  };

  const schedule = (isNews = false): void => {
    if (timer !== null && (isNews || !timer.isNews)) return;
    if (timer !== null) clearTimeout(timer.id);
    timer = { id: setTimeout(flush, isNews ? NEWS_MS : GATHER_MS), isNews };
  };

  /** For a consumer that has nothing under way: there is nothing to gather. */
  const hurry = (): void => {
    if (timer !== null) clearTimeout(timer.id);
    flush();
  };

  /** Puts something into the next message and answers what came back for the whole of it. */
  const tell = (put: (next: Exchange) => void, isNews = false): Promise<ExchangeAnswer> => {
    put(message);
    schedule(isNews);
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  };

  const heartbeat = setInterval(() => {
    tell((next) => void (next.renew = [...held])).catch(() => {});
  }, HEARTBEAT_MS);

  return {
    over: over.signal,
    roomMade: () => room.promise,
    job: () => job,

    async lease(count) {
      const told = tell((next) => {
        next.lease += count;
        next.introduce = job === null;
      });
      if (held.size === 0) hurry();
      const answer = await told;
      const lease = answer.lease ?? { kind: "wait" as const };
      if (lease.kind === "items") for (const item of lease.items) held.add(item.leaseId);
      return lease;
    },

    async done(item, result) {
      held.delete(item.leaseId);
      await tell((next) => void next.done.push({ itemId: item.id, result }), true);
    },

    async failed(failure) {
      held.delete(failure.leaseId);
      await tell((next) => void next.failed.push(failure));
    },

    openMeter({ leaseId }) {
      // The lease itself begins the first call.
      let begun = 1;
      let settled = 0;
      let admitted = false;
      const settle = (outcome: CallOutcome): void => {
        const number = settled + 1;
        message.calls.push({ leaseId, number, ...outcome, admitted });
        admitted = false;
        // A call that was never made gives its number back.
        if (outcome.signal === "unused") begun -= 1;
        else settled += 1;
        noteRoom();
      };
      return {
        async begin() {
          if (begun > settled) return;
          const number = begun + 1;
          for (;;) {
            let place = 0;
            const answer = await tell((next) => {
              place = next.begin.length;
              next.begin.push({ leaseId, number });
            });
            if (answer.begun[place] === "begun") break;
            if (answer.begun[place] === "refused") throw new BudgetSpent();
            await Promise.race([room.promise, new Promise((resolve) => setTimeout(resolve, BEGIN_AGAIN_MS))]);
          }
          begun = number;
        },
        admit() {
          if (!rising || admitted) return;
          admitted = true;
          tell((next) => void (next.admitted += 1)).catch(() => {});
        },
        settle(outcome) {
          settle(outcome);
          // The limit on concurrent calls should hear of it before the next items are leased.
          if (outcome.signal === "overloaded") tell(() => {}).catch(() => {});
        },
        close() {
          if (begun > settled) {
            settle({ signal: "unused", inputTokens: 0, outputTokens: 0, costMicroUsd: 0, pauseMs: 0 });
          }
        },
      };
    },

    async close() {
      clearInterval(heartbeat);
      // oxlint-disable-next-line no-unmodified-loop-condition -- the sender, running beside, clears them
      while (timer !== null || sending !== null || waiting.length > 0) {
        await (sending ?? new Promise((resolve) => setTimeout(resolve, GATHER_MS)));
      }
    },
  };
}
