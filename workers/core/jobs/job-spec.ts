// What a job is made of when it is created.
import type { MeterSpec } from "./meter.ts";

export interface StageSpec {
  name: string;
  /** Share of the whole job's progress; the shares of a job's stages add up to 1. */
  weight: number;
}

export interface JobSpec {
  id: string;
  organizationId: string;
  jobType: string;
  /** What the stages need to know; never text of a conversation. */
  config: Record<string, unknown>;
  stages: StageSpec[];
  /** How many items may be leased at a time; where they call a provider, how many calls may be under way. */
  concurrency: number;
  /** Starts of one item before it is parked as failed. */
  maxStarts: number;
  leaseMs: number;
  /** The stage that calls a provider; null when none does. */
  meter?: MeterSpec | null;
}

export interface NewItem {
  payload: unknown;
}
