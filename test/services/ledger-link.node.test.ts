// A worker's line to the ledger of its job.
import { describe, expect, it } from "vitest";
import type { Exchange, ExchangeAnswer } from "../../workers/core/jobs/exchange.ts";
import type { LedgerPort } from "../../workers/services/ports/jobs.ts";
import { openLink, writeResult } from "../../workers/services/ledger-link.ts";

const ANSWER: ExchangeAnswer = { begun: [], lease: { kind: "wait" }, job: null, over: false, rising: false };

function port(exchange: (message: Exchange) => Promise<ExchangeAnswer>): LedgerPort {
  return { exchange } as Partial<LedgerPort> as LedgerPort;
}

const outcome = { signal: "ok" as const, inputTokens: 1, outputTokens: 1, costMicroUsd: 0, pauseMs: 0 };
const item = { id: 1, leaseId: "1.1", stage: "generate", index: 0, payload: null, start: 1 };

describe("a worker's line to the ledger", () => {
  it("sends a message again that did not get through, the same", async () => {
    const seen: Exchange[] = [];
    const link = openLink(
      port((message) => {
        seen.push(message);
        return seen.length === 1 ? Promise.reject(new Error("the object was reset")) : Promise.resolve(ANSWER);
      }),
    );
    await link.done(item, writeResult({ body: "kept", tally: {} }));
    await link.close();
    expect(seen).toHaveLength(2);
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[0]!.done).toEqual([{ itemId: 1, result: { body: '"kept"', tally: {} } }]);
  });

  it("tells of calls that are let in at once while the limit rises, each once, and later not at all", async () => {
    const seen: Exchange[] = [];
    let rising = true;
    const link = openLink(
      port((message) => {
        seen.push(message);
        return Promise.resolve({ ...ANSWER, rising });
      }),
    );
    const first = link.openMeter(item);
    const roomMade = link.roomMade();
    first.admit();
    first.admit();
    await roomMade;
    first.settle(outcome);
    rising = false;
    await link.lease(1);
    const second = link.openMeter({ ...item, leaseId: "2.1" });
    second.admit();
    second.settle(outcome);
    await link.lease(1);
    await link.close();
    expect(seen.reduce((sum, message) => sum + message.admitted, 0)).toBe(1);
    const calls = seen.flatMap((message) => message.calls);
    expect(calls.map(({ leaseId, admitted }) => [leaseId, admitted])).toEqual([
      ["1.1", true],
      ["2.1", false],
    ]);
  });

  it("takes no result that a row of the ledger cannot hold", () => {
    expect(() => writeResult({ body: "x".repeat(2_000_000), tally: {} })).toThrow("larger than 1.9 MB");
    expect(() => writeResult({ body: "ñ".repeat(1_000_000), tally: {} })).toThrow("larger than 1.9 MB");
    expect(writeResult({ body: "x".repeat(1_000_000), tally: {} }).body).toHaveLength(1_000_002);
  });
});
