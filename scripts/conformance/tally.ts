/** One thing that was not as it must be; never the planted value itself, which is known anyway. */
export interface Failure {
  suite: string;
  position: string;
  check: string;
}

export interface Tally {
  /** Counts a check, and keeps it when it failed. */
  check(suite: string, position: string, name: string, holds: boolean): void;
  readonly failures: Failure[];
  print(mostFailures: number): void;
  summary(): Record<string, unknown>;
}

export function createTally(): Tally {
  const suites = new Map<string, { positions: Set<string>; checks: number; failed: number }>();
  const failures: Failure[] = [];
  return {
    failures,
    check(suite, position, name, holds) {
      const row = suites.get(suite) ?? { positions: new Set<string>(), checks: 0, failed: 0 };
      suites.set(suite, row);
      row.positions.add(position);
      row.checks++;
      if (holds) return;
      row.failed++;
      failures.push({ suite, position, check: name });
    },
    print(mostFailures) {
      const width = Math.max(...[...suites.keys()].map((name) => name.length), 5);
      console.log(`${"suite".padEnd(width)}  positions  checks  failed`);
      for (const [name, { checks, failed, positions }] of suites) {
        const cells = [String(positions.size).padStart(9), String(checks).padStart(6), String(failed).padStart(6)];
        console.log(`${name.padEnd(width)}  ${cells.join("  ")}`);
      }
      for (const { check, position, suite } of failures.slice(0, mostFailures))
        console.log(`FAILED  ${suite}  ${position}  ${check}`);
      if (failures.length > mostFailures) console.log(`... and ${failures.length - mostFailures} more (--verbose)`);
    },
    summary() {
      const rows = [...suites.values()];
      const sum = (value: (row: (typeof rows)[number]) => number): number =>
        rows.reduce((total, row) => total + value(row), 0);
      return {
        suites: rows.length,
        positions: sum(({ positions }) => positions.size),
        checks: sum(({ checks }) => checks),
        leaks: failures.filter(({ check }) => check.startsWith("leak")).length,
        failed: failures.length,
      };
    },
  };
}
