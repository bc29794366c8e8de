import { Id } from "./ids.ts";
import { z } from "./zod.ts";

/**
 * Queue message: "this job may have work". Carries no payload: the consumer reads the truth from the job's ledger,
 * so a lost, late or repeated message changes nothing.
 */
export const WakeUp = z.strictObject({ v: z.literal(1), job: Id });
export type WakeUp = z.infer<typeof WakeUp>;
