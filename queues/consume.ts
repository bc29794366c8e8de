import { WakeUp } from "../workers/contract/message.ts";
import type { Deps } from "../workers/services/deps.ts";
import { describeError } from "../workers/services/failure.ts";
import { workOn } from "../workers/services/work.ts";

/** As much of a queue's message as is used here. */
export interface QueueMessage {
  readonly body: unknown;
  ack(): void;
  retry(options?: { delaySeconds?: number }): void;
}

/**
 * Works through wake-ups. A message that is not one is acknowledged and logged: trying it again cannot mend it. An
 * error of the infrastructure gives the message back; whatever happens, the job's own alarm keeps it going.
 */
export async function consume(messages: readonly QueueMessage[], deps: Deps, lanes: number): Promise<void> {
  for (const message of messages) {
    const wakeUp = WakeUp.safeParse(message.body);
    if (!wakeUp.success) {
      deps.log.write("error", "message_refused", { reason: wakeUp.error.issues[0]?.message ?? "unknown" });
      message.ack();
      continue;
    }
    try {
      await workOn(deps, wakeUp.data.job, lanes);
      message.ack();
    } catch (error) {
      deps.log.write("error", "wake_up_failed", { job_id: wakeUp.data.job, ...describeError(error) });
      message.retry({ delaySeconds: 2 });
    }
  }
}
