// The account of calls against a model of a provider that counts its own, and of workers that die at any moment.
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_ADAPTIVE } from "../../../workers/core/jobs/adaptive-limit.ts";
import type { Exchange, LeasedItem } from "../../../workers/core/jobs/exchange.ts";
import type { JobSpec } from "../../../workers/core/jobs/job-spec.ts";
import type { Ledger } from "../../../workers/core/jobs/ledger.ts";
import type { CallReport } from "../../../workers/core/jobs/meter.ts";
import { memoryLedger } from "./memory-ledger.ts";

const RESERVE = 100;

const specWith = (budgetMicroUsd: number | null): JobSpec => ({
  id: "0".repeat(32),
  organizationId: "org",
  jobType: "generation",
  config: {},
  stages: [
    { name: "generate", weight: 0.9 },
    { name: "finalise", weight: 0.1 },
  ],
  concurrency: 6,
  maxStarts: 3,
  leaseMs: 8000,
  meter: { stage: "generate", budgetMicroUsd, reserveMicroUsd: RESERVE, limit: { ...DEFAULT_ADAPTIVE, start: 4 } },
});

/** A worker's side of one lease. */
interface Held {
  item: LeasedItem;
  begun: number;
  settled: number;
  /** The open call has reached the provider. */
  made: boolean;
  /** The ledger was told that the provider let it in. */
  admitted: boolean;
}

const nothing: Exchange = {
  calls: [],
  done: [],
  failed: [],
  begin: [],
  renew: [],
  lease: 0,
  admitted: 0,
  introduce: false,
};

const pick = fc.nat();
const command = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("lease" as const), count: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("call" as const), pick }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("settle" as const),
      pick,
      signal: fc.constantFrom(
        "ok" as const,
        "ok" as const,
        "overloaded" as const,
        "failed" as const,
        "unknown" as const,
      ),
      cost: fc.integer({ min: 0, max: RESERVE }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("admit" as const), pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("begin" as const), pick }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("complete" as const), pick }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("fail" as const), pick, retry: fc.boolean(), halt: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 9000 }) }) },
  { weight: 2, arbitrary: fc.constant({ kind: "resend" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "die" as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("fault" as const), statement: fc.integer({ min: 0, max: 14 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "restart" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "plan" as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("steer" as const),
      how: fc.constantFrom("pause" as const, "resume" as const, "replay" as const),
    }),
  },
);

type Step = typeof command extends fc.Arbitrary<infer Each> ? Each : never;

/** One run of the commands; checks the account after each and answers the ledger as it is then. */
function play(size: number, budget: number | null, commands: readonly Step[]) {
  const database = new DatabaseSync(":memory:");
  /** Before which statement of the next message the storage fails. */
  let fault: number | null = null;
  let statementsLeft: number | null = null;
  const open = (): Ledger =>
    memoryLedger(database, () => {
      if (statementsLeft === 0) throw new Error("the storage failed");
      if (statementsLeft !== null) statementsLeft -= 1;
    });
  let ledger = open();
  ledger.create(
    specWith(budget),
    Array.from({ length: size }, (_, payload) => ({ payload })),
  );
  let now = 1000;
  /** Calls that reached the provider, and those of which a worker told the end. */
  let counted = 0;
  let reported = 0;
  let held: Held[] = [];
  let last: Exchange = nothing;
  const accepted = new Set<unknown>();

  const send = (message: Partial<Exchange>) => {
    last = { ...nothing, ...message };
    if (fault !== null) {
      const before = ledger.progress(now);
      statementsLeft = fault;
      fault = null;
      try {
        return ledger.exchange(last, now);
      } catch {
        statementsLeft = null;
        expect(ledger.progress(now)).toEqual(before);
      } finally {
        statementsLeft = null;
      }
    }
    return ledger.exchange(last, now);
  };
  const check = (): void => {
    const state = ledger.progress(now)!;
    expect(state.calls_settled).toBe(reported);
    expect(reported).toBeLessThanOrEqual(counted);
    expect(state.calls_unconfirmed).toBeGreaterThanOrEqual(0);
    expect(state.calls_settled + state.calls_unconfirmed).toBeLessThanOrEqual(state.calls_started);
    expect(counted).toBeLessThanOrEqual(state.calls_started);
    expect(state.leased).toBeLessThanOrEqual(8);
    expect(state.calls_started - state.calls_settled - state.calls_unconfirmed).toBeLessThanOrEqual(6);
    expect(state.done).toBe(accepted.size);
    if (budget !== null) expect(state.spend_micro_usd).toBeLessThanOrEqual(budget);
  };
  const settle = (each: Held, signal: CallReport["signal"], costMicroUsd: number): void => {
    const report: CallReport = {
      leaseId: each.item.leaseId,
      number: each.settled + 1,
      signal: each.made ? signal : "unused",
      inputTokens: 1,
      outputTokens: 1,
      costMicroUsd: each.made && signal === "ok" ? costMicroUsd : 0,
      pauseMs: 0,
      admitted: each.admitted,
    };
    each.admitted = false;
    if (each.made && signal !== "unknown") reported += 1;
    if (each.made) each.settled += 1;
    else each.begun -= 1;
    each.made = false;
    send({ calls: [report] });
  };
  const end = (each: Held, how: Partial<Exchange>): void => {
    if (each.begun > each.settled) settle(each, "unknown", 0);
    held = held.filter((other) => other !== each);
    send(how);
  };
  const complete = (each: Held): void => {
    const before = ledger.progress(now)!.done;
    end(each, { done: [{ itemId: each.item.id, result: { body: JSON.stringify(each.item.payload), tally: {} } }] });
    if (ledger.progress(now)!.done > before) {
      expect(accepted.has(each.item.payload)).toBe(false);
      accepted.add(each.item.payload);
    }
  };

  const run = (step: Step): void => {
    const chosen = held.length === 0 ? null : held[("pick" in step ? step.pick : 0) % held.length]!;
    switch (step.kind) {
      case "lease": {
        const { lease } = send({ lease: step.count });
        // A message that leases is not sent twice: the answer that was lost is a worker that died.
        last = nothing;
        if (lease?.kind === "items") {
          for (const item of lease.items) held.push({ item, begun: 1, settled: 0, made: false, admitted: false });
        }
        break;
      }
      case "call":
        if (chosen !== null && chosen.begun > chosen.settled && !chosen.made) {
          chosen.made = true;
          counted += 1;
        }
        break;
      case "admit":
        if (chosen !== null && chosen.made && !chosen.admitted) {
          chosen.admitted = true;
          send({ admitted: 1 });
        }
        break;
      case "settle":
        if (chosen !== null && chosen.begun > chosen.settled) settle(chosen, step.signal, step.cost);
        break;
      case "begin":
        if (chosen !== null && chosen.begun === chosen.settled) {
          const { leaseId } = chosen.item;
          if (send({ begin: [{ leaseId, number: chosen.begun + 1 }] }).begun[0] === "begun") chosen.begun += 1;
        }
        break;
      case "complete":
        if (chosen !== null) complete(chosen);
        break;
      case "fail":
        if (chosen !== null) {
          const { id: itemId, leaseId } = chosen.item;
          end(chosen, { failed: [{ itemId, leaseId, error: "x", retry: step.retry, halt: step.halt }] });
        }
        break;
      case "wait":
        now += step.ms;
        break;
      case "resend":
        ledger.exchange({ ...last, lease: 0 }, now);
        break;
      case "die":
        held = [];
        last = nothing;
        break;
      case "restart":
        ledger = open();
        break;
      case "fault":
        fault = step.statement;
        break;
      case "plan":
        ledger.plan(4, now);
        break;
      case "steer":
        if (step.how === "replay") ledger.replay(now);
        else ledger.control(step.how, now);
        break;
    }
    check();
  };
  for (const step of commands) run(step);
  return { ledger: () => ledger, run, accepted, counted: () => counted, now: () => now };
}

const commandsOf = fc.array(command, { maxLength: 150 });
const sizes = fc.integer({ min: 1, max: 10 });

describe("the account of a job's calls", () => {
  it("goes on with what an earlier version wrote: a limit and terms that know fewer fields", () => {
    const database = new DatabaseSync(":memory:");
    const before = memoryLedger(database);
    const { pauseShare: _unknown, ...limit } = { ...DEFAULT_ADAPTIVE, start: 4 };
    const spec = specWith(null);
    before.create({ ...spec, meter: { ...spec.meter!, limit: limit as typeof DEFAULT_ADAPTIVE } }, [{ payload: 0 }]);
    before.exchange({ ...nothing, lease: 1 }, 1000);
    database.exec("UPDATE meter SET adaptive = json_remove(adaptive, '$.refusals')");
    const after = memoryLedger(database);
    const report = { number: 1, inputTokens: 0, outputTokens: 0, costMicroUsd: 0, admitted: false };
    for (const leaseId of ["1.1", "1.2"]) {
      after.exchange({ ...nothing, calls: [{ ...report, leaseId, signal: "overloaded", pauseMs: 5000 }] }, 1000);
      after.fail(1, leaseId, "refused", true, 1000);
      after.exchange({ ...nothing, lease: 1 }, 2000);
    }
    expect(after.progress(2000)).toMatchObject({ concurrency: 0 });
    expect(after.progress(6000)!.concurrency).toBeGreaterThan(0);
  });

  it("holds settled <= the provider's own count <= begun, and the budget, in any order of events and storage faults", () => {
    const budgets = fc.option(fc.integer({ min: 0, max: 2500 }));
    fc.assert(
      fc.property(sizes, budgets, commandsOf, (size, budget, commands) => {
        play(size, budget, commands);
      }),
      { numRuns: 300, seed: 20261121 },
    );
  });

  it("ends with every item done or dead, whatever happened before: a living worker suffices", () => {
    fc.assert(
      fc.property(sizes, commandsOf, (size, commands) => {
        const game = play(size, null, commands);
        game.run({ kind: "die" });
        game.run({ kind: "steer", how: "resume" });
        for (let round = 0; round < 6 * size; round += 1) {
          game.run({ kind: "wait", ms: 61_000 });
          game.run({ kind: "lease", count: 1 });
          game.run({ kind: "call", pick: 0 });
          game.run({ kind: "settle", pick: 0, signal: "ok", cost: 1 });
          game.run({ kind: "complete", pick: 0 });
        }
        const state = game.ledger().progress(game.now())!;
        expect(state.done + state.failed).toBe(size);
        expect(game.ledger().lease(1, game.now()).kind).toBe("advance");
        const kept = game
          .ledger()
          .completed("generate", -1, 100)
          .map((item): unknown => JSON.parse(item.body));
        expect(new Set(kept)).toEqual(game.accepted);
        expect(kept).toHaveLength(game.accepted.size);
      }),
      { numRuns: 40, seed: 20261122 },
    );
  });

  it("leases and begins nothing after a cancel, and counts what was under way as unconfirmed", () => {
    fc.assert(
      fc.property(sizes, commandsOf, (size, commands) => {
        const game = play(size, null, commands);
        const ledger = game.ledger();
        if (!ledger.control("cancel", game.now())) return;
        const state = ledger.progress(game.now())!;
        expect(ledger.lease(5, game.now()).kind).toBe("finished");
        expect(state.leased).toBe(0);
        expect(state.calls_started - state.calls_settled).toBe(state.calls_unconfirmed);
        expect(ledger.plan(4, game.now()).wakeUps).toBe(0);
      }),
      { numRuns: 100, seed: 20261123 },
    );
  });
});
