import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LeasedItem } from "../../../workers/core/jobs/exchange.ts";
import { backoffMs } from "../../../workers/core/jobs/item-table.ts";
import type { JobSpec } from "../../../workers/core/jobs/job-spec.ts";
import type { Ledger } from "../../../workers/core/jobs/ledger.ts";
import { memoryLedger } from "./memory-ledger.ts";

const SPEC: JobSpec = {
  id: "0".repeat(32),
  organizationId: "org",
  jobType: "pipeline_run",
  config: {},
  stages: [
    { name: "first", weight: 0.5 },
    { name: "second", weight: 0.5 },
  ],
  concurrency: 4,
  maxStarts: 3,
  leaseMs: 1000,
};

function leased(ledger: Ledger, count: number, now: number): LeasedItem[] {
  const answer = ledger.lease(count, now);
  return answer.kind === "items" ? answer.items : [];
}

const done = (value: unknown) => ({ body: JSON.stringify(value), tally: { generated: 1 } });

describe("job ledger", () => {
  it("leases each item to one worker at a time and never more than the concurrency allows", () => {
    const ledger = memoryLedger();
    ledger.create(
      SPEC,
      Array.from({ length: 10 }, (_, payload) => ({ payload })),
    );
    const first = leased(ledger, 3, 0);
    const second = leased(ledger, 3, 0);
    expect(first.map((item) => item.payload)).toEqual([0, 1, 2]);
    expect(second.map((item) => item.payload)).toEqual([3]);
    expect(ledger.lease(3, 0).kind).toBe("wait");
  });

  it("gives an item of a lost worker to another one and counts only the first result", () => {
    const ledger = memoryLedger();
    ledger.create(SPEC, [{ payload: "a" }]);
    const [lost] = leased(ledger, 1, 0);
    expect(leased(ledger, 1, 999)).toEqual([]);
    const [again] = leased(ledger, 1, 1000);
    expect(again).toMatchObject({ id: lost!.id, start: 2 });
    expect(ledger.complete(again!.id, done("second"))).toBe(true);
    expect(ledger.complete(lost!.id, done("first, late"))).toBe(false);
    expect(ledger.completed("first", -1, 10).map((item) => JSON.parse(item.body))).toEqual(["second"]);
    expect(ledger.progress(0)!.generated).toBe(1);
  });

  it("accepts a result whose lease ran out when nobody else has the item", () => {
    const ledger = memoryLedger();
    ledger.create(SPEC, [{ payload: "a" }]);
    const [item] = leased(ledger, 1, 0);
    ledger.plan(8, 5000);
    expect(ledger.complete(item!.id, done("late"))).toBe(true);
    expect(leased(ledger, 1, 5000)).toEqual([]);
  });

  it("backs off by the number of starts and parks an item after the last", () => {
    const ledger = memoryLedger();
    ledger.create(SPEC, [{ payload: "a" }]);
    let now = 0;
    for (let start = 1; start <= SPEC.maxStarts; start += 1) {
      const [item] = leased(ledger, 1, now);
      ledger.fail(item!.id, item!.leaseId, "boom", true, now);
      expect(leased(ledger, 1, now)).toEqual([]);
      now += backoffMs(start);
    }
    expect(ledger.lease(1, now)).toMatchObject({ kind: "advance", done: 0, failed: 1 });
    expect(ledger.failures()).toEqual([{ error: "boom", count: 1 }]);
  });

  it("moves to the next stage once, whoever asks and however often", () => {
    const ledger = memoryLedger();
    ledger.create(SPEC, [{ payload: "a" }]);
    ledger.advance("first", [{ payload: "too early" }]);
    const [item] = leased(ledger, 1, 0);
    ledger.complete(item!.id, done(1));
    expect(ledger.lease(1, 0)).toMatchObject({ kind: "advance", stage: "first" });
    ledger.advance("first", [{ payload: "x" }, { payload: "y" }]);
    ledger.advance("first", [{ payload: "z" }]);
    expect(leased(ledger, 9, 0).map((next) => next.payload)).toEqual(["x", "y"]);
  });

  it("stops leasing at once on cancel and drops results that arrive later", () => {
    const ledger = memoryLedger();
    ledger.create(SPEC, [{ payload: "a" }, { payload: "b" }]);
    const [item] = leased(ledger, 1, 0);
    expect(ledger.control("cancel", 1)).toBe(true);
    expect(ledger.lease(1, 1).kind).toBe("finished");
    expect(ledger.complete(item!.id, done("late"))).toBe(false);
    expect(ledger.control("cancel", 2)).toBe(false);
    expect(ledger.progress(2)).toMatchObject({ status: "cancelled", done: 0 });
    expect(ledger.plan(8, 2).nextLookAt).toBeNull();
  });

  it("leases nothing while paused and goes on after resume", () => {
    const ledger = memoryLedger();
    ledger.create(SPEC, [{ payload: "a" }]);
    expect(ledger.control("pause", 0)).toBe(true);
    expect(ledger.lease(1, 0).kind).toBe("wait");
    expect(ledger.control("resume", 1)).toBe(true);
    expect(leased(ledger, 1, 1)).toHaveLength(1);
  });

  it("is created once: a repeated create changes nothing", () => {
    const ledger = memoryLedger();
    ledger.create(SPEC, [{ payload: "a" }]);
    ledger.create({ ...SPEC, concurrency: 1 }, [{ payload: "b" }, { payload: "c" }]);
    expect(ledger.progress(0)!.total).toBe(1);
  });

  it("keeps everything when the object is opened anew over the same storage", () => {
    const database = new DatabaseSync(":memory:");
    const before = memoryLedger(database);
    before.create(SPEC, [{ payload: "a" }, { payload: "b" }]);
    before.complete(leased(before, 1, 0)[0]!.id, done("kept"));
    const after = memoryLedger(database);
    expect(after.completed("first", -1, 10)).toHaveLength(1);
    expect(leased(after, 5, 0)).toHaveLength(1);
  });

  it("takes back what a killed runtime had leased soon after it is opened anew, unless somebody renews it", () => {
    const database = new DatabaseSync(":memory:");
    const spec = { ...SPEC, leaseMs: 60_000 };
    const before = memoryLedger(database);
    before.create(spec, [{ payload: "lost" }, { payload: "alive" }]);
    const [, alive] = leased(before, 2, 0);
    const after = memoryLedger(database);
    expect(after.plan(2, 1000)).toMatchObject({ wakeUps: 0, nextLookAt: 3000 });
    after.renew([alive!.leaseId], 1500);
    expect(after.plan(2, 2999)).toMatchObject({ wakeUps: 0, nextLookAt: 3000 });
    expect(after.plan(2, 3000)).toMatchObject({ wakeUps: 1, nextLookAt: 6000 });
    expect(leased(after, 2, 3000).map((item) => item.payload)).toEqual(["lost"]);
    // Nothing that was leased or renewed since is taken back before its time.
    expect(after.progress(50_000)).toMatchObject({ leased: 2 });
    expect(leased(after, 2, 50_000)).toEqual([]);
  });

  it("keeps a lease as long as it is renewed, and writes no row for one that has time left", () => {
    const database = new DatabaseSync(":memory:");
    const ledger = memoryLedger(database);
    ledger.create(SPEC, [{ payload: "a" }]);
    const [item] = leased(ledger, 1, 0);
    const until = () => database.prepare("SELECT lease_until FROM items").get()!["lease_until"];
    ledger.renew([item!.leaseId], 400);
    expect(until()).toBe(1000);
    ledger.renew([item!.leaseId], 600);
    expect(until()).toBe(1600);
    expect(leased(ledger, 1, 1500)).toEqual([]);
    expect(leased(ledger, 1, 1600)).toHaveLength(1);
  });

  it("asks for wake-ups as long as there is work and room, whatever happened to earlier messages", () => {
    const ledger = memoryLedger();
    ledger.create(
      SPEC,
      Array.from({ length: 10 }, (_, payload) => ({ payload })),
    );
    expect(ledger.plan(2, 0)).toMatchObject({ wakeUps: 2 });
    leased(ledger, 4, 0);
    expect(ledger.plan(2, 0)).toMatchObject({ wakeUps: 0 });
    expect(ledger.plan(2, 1000)).toMatchObject({ wakeUps: 2 });
  });

  it("loses and doubles nothing under any order of lease, complete, fail, expiry, redelivery and restart", () => {
    const command = fc.oneof(
      fc.record({ kind: fc.constant("lease" as const), count: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ kind: fc.constant("complete" as const), pick: fc.nat() }),
      fc.record({ kind: fc.constant("fail" as const), pick: fc.nat(), retry: fc.boolean() }),
      fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 3000 }) }),
      fc.record({ kind: fc.constant("restart" as const) }),
      fc.record({ kind: fc.constant("pause" as const) }),
      fc.record({ kind: fc.constant("resume" as const) }),
      fc.record({ kind: fc.constant("plan" as const) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.array(command, { maxLength: 120 }), (size, commands) => {
        const database = new DatabaseSync(":memory:");
        let ledger = memoryLedger(database);
        ledger.create(
          SPEC,
          Array.from({ length: size }, (_, payload) => ({ payload })),
        );
        // Every lease ever given, as a worker that was thought dead may still answer.
        const given: LeasedItem[] = [];
        const accepted = new Map<number, string>();
        let now = 0;
        let progress = 0;
        for (const step of commands) {
          if (step.kind === "lease") {
            const fresh = leased(ledger, step.count, now);
            for (const item of fresh) expect(accepted.has(item.id)).toBe(false);
            given.push(...fresh);
          } else if (step.kind === "complete" && given.length > 0) {
            const item = given[step.pick % given.length]!;
            const taken = ledger.complete(item.id, done(item.leaseId));
            if (taken) {
              expect(accepted.has(item.id)).toBe(false);
              accepted.set(item.id, item.leaseId);
            }
          } else if (step.kind === "fail" && given.length > 0) {
            const item = given[step.pick % given.length]!;
            ledger.fail(item.id, item.leaseId, "x", step.retry, now);
          } else if (step.kind === "wait") now += step.ms;
          else if (step.kind === "restart") ledger = memoryLedger(database);
          else if (step.kind === "pause" || step.kind === "resume") ledger.control(step.kind, now);
          else if (step.kind === "plan") ledger.plan(2, now);
          const state = ledger.progress(now)!;
          expect(state.total).toBe(size);
          expect(state.done).toBe(accepted.size);
          expect(state.generated).toBe(accepted.size);
          expect(state.leased).toBeLessThanOrEqual(SPEC.concurrency);
          expect(state.progress).toBeGreaterThanOrEqual(progress);
          progress = state.progress;
        }
        expect(
          ledger
            .completed("first", -1, 100)
            .map((item) => JSON.parse(item.body) as string)
            .sort(),
        ).toEqual([...accepted.values()].sort());
      }),
      { numRuns: 200, seed: 20261121 },
    );
  });

  it("raises marks while an item is worked on, never lowers them, and says when the job is over", () => {
    const ledger = memoryLedger();
    ledger.create({ ...SPEC, stages: [{ name: "only", weight: 1 }] }, [{ payload: 0 }]);
    leased(ledger, 1, 0);
    expect(ledger.mark({ bytes_read: 40, "part:only": 400 })).toBe(true);
    ledger.mark({ bytes_read: 10, "part:only": 100 });
    expect(ledger.progress(1)).toMatchObject({ counts: { bytes_read: 40 }, progress: 0.4 });
    ledger.control("cancel", 2);
    expect(ledger.mark({ bytes_read: 50 })).toBe(false);
  });
});
