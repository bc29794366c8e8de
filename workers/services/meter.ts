// The account of calls to a provider, as those who make them see it.
import type { CallReport } from "../core/jobs/meter.ts";

/** What a call to a provider came to. Costs are 0 where the price is not known. */
export type CallOutcome = Omit<CallReport, "leaseId" | "number" | "admitted">;

/** Keeps the account of the calls for one conversation. */
export interface Meter {
  /** Before a call. @throws BudgetSpent when the budget has no room for it */
  begin(): Promise<void>;
  /** The provider has let the call in: its answer begins. */
  admit(): void;
  /** After it, whatever came of it. */
  settle(outcome: CallOutcome): void;
}

/** The run's budget has no room for another call. */
export class BudgetSpent extends Error {
  constructor() {
    super("the budget of the run is spent");
    this.name = "BudgetSpent";
  }
}

/**
 * A meter for calls that no ledger keeps: it stops before the call that could exceed `budgetMicroUsd`, with every call
 * under way, and every one whose end was never known, taken at its highest.
 */
export function localMeter(budgetMicroUsd: number | null, reserveMicroUsd: number): Meter & { spent(): number } {
  let spent = 0;
  let setAside = 0;
  return {
    begin() {
      const most = spent + setAside + reserveMicroUsd;
      if (budgetMicroUsd !== null && most > budgetMicroUsd) return Promise.reject(new BudgetSpent());
      setAside += reserveMicroUsd;
      return Promise.resolve();
    },
    admit: () => undefined,
    settle({ signal, costMicroUsd }) {
      if (signal !== "unknown") setAside -= reserveMicroUsd;
      spent += costMicroUsd;
    },
    spent: () => spent,
  };
}
