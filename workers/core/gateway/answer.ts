import type { RestorePlace } from "./session.ts";
import type { Exchange } from "./session.ts";
import type { Position } from "./positions.ts";
import type { SlotFinding, SlotRole } from "./types.ts";

/** Keeps account of what is found in an answer, and decides what happens to it. */
export interface AnswerLog {
  /**
   * What stands in the place of a value, or null to leave it. Sets `blocked` for a value that must not leave at all.
   */
  treat(category: string, value: string, score: number, path: string, role: SlotRole): string | null;
  onToken(isRestored: boolean): void;
  readonly findings: SlotFinding[];
  counts(): Record<string, number>;
  readonly blocked: boolean;
  readonly restored: number;
  readonly withheld: number;
}

export function createAnswerLog(exchange: Exchange): AnswerLog {
  const { policy } = exchange;
  const findings: SlotFinding[] = [];
  const counts = new Map<string, number>();
  let blocked = false;
  let restored = 0;
  let withheld = 0;
  return {
    treat(category, value, score, path, role) {
      const action = policy.actionFor("response", category);
      if (action === "allow") return null;
      const isOwn = exchange.isOwn(category, value);
      const finding = { path, role, direction: "response" as const, category, score, length: value.length };
      findings.push({ ...finding, action: isOwn ? "known" : policy.enforces ? action : "report" });
      counts.set(category, (counts.get(category) ?? 0) + 1);
      if (isOwn || !policy.enforces) return null;
      if (action === "block") blocked = true;
      return exchange.replaceInResponse(category, value, action);
    },
    onToken(isRestored) {
      if (isRestored) restored++;
      else withheld++;
    },
    findings,
    counts: () => Object.fromEntries(counts),
    get blocked() {
      return blocked;
    },
    get restored() {
      return restored;
    },
    get withheld() {
      return withheld;
    },
  };
}

/** What may be put back at a position. */
export function placeOf(row: Position, role: SlotRole): RestorePlace {
  if (row.sealed === true) return "sealed";
  if (row.args === true) return "arguments";
  return role === "other" && row.path.startsWith("error") === false ? "echo" : "prose";
}
