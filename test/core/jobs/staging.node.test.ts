import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { openStaging, STAGING_MS, type StagingRecord } from "../../../workers/core/jobs/staging.ts";

function memoryStaging(): { staging: StagingRecord; dump: () => string } {
  const database = new DatabaseSync(":memory:");
  const exec = (statement: string, ...bindings: (string | number | null)[]) =>
    database.prepare(statement).all(...bindings) as never;
  return {
    staging: openStaging({ exec }),
    dump: () => JSON.stringify(database.prepare("SELECT * FROM staging").all()),
  };
}

describe("the staging record of a job", () => {
  it("holds the key until it is dropped, and then nowhere", () => {
    const { staging, dump } = memoryStaging();
    staging.open("staging/x/", "ab".repeat(32), 0);
    expect([staging.key(1), staging.toSweep(1), staging.nextLookAt()]).toEqual(["ab".repeat(32), null, STAGING_MS]);
    staging.dropKey(10);
    expect([staging.key(11), staging.toSweep(11)]).toEqual([null, "staging/x/"]);
    expect(dump()).not.toContain("abab");
  });

  it("gives no key out once a day is over, and says that it is to be dropped", () => {
    const { staging } = memoryStaging();
    staging.open("staging/x/", "ab", 0);
    expect([staging.key(STAGING_MS - 1), staging.expired(STAGING_MS - 1)]).toEqual(["ab", false]);
    expect([staging.key(STAGING_MS), staging.expired(STAGING_MS)]).toEqual([null, true]);
  });

  it("keeps its first key, whoever opens it again", () => {
    const { staging } = memoryStaging();
    staging.open("staging/x/", "first", 0);
    staging.open("staging/y/", "second", 5);
    expect(staging.key(6)).toBe("first");
  });

  it("sweeps until it succeeded, and once more later for a worker that wrote too late", () => {
    const { staging } = memoryStaging();
    staging.open("staging/x/", "ab", 0);
    staging.dropKey(0);
    staging.swept(false, 0);
    expect(staging.toSweep(1)).toBe(null);
    const again = staging.nextLookAt()!;
    expect(staging.toSweep(again)).toBe("staging/x/");
    staging.swept(true, again);
    const second = staging.nextLookAt()!;
    expect(second).toBeGreaterThan(again + 60_000);
    staging.swept(true, second);
    expect([staging.nextLookAt(), staging.toSweep(second * 2)]).toEqual([null, null]);
  });
});
