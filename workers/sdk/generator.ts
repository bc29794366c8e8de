import type { Conversation } from "../contract/conversation.ts";
import type { GenerateRequest, GenerateResponse } from "../contract/job.ts";
import type { SeedSchema } from "../contract/seed.ts";
import type { z } from "../contract/zod.ts";
import { UNCASEClient } from "./client.ts";
import type { CallOptions, ClientOptions } from "./transport.ts";

/** The most conversations that one synchronous call generates. */
const BATCH = 50;

/** Synthetic conversations from seeds. */
export class Generator {
  readonly client: UNCASEClient;
  readonly defaults: { model?: string; provider_id?: string };

  constructor(client: UNCASEClient | ClientOptions = {}, defaults: { model?: string; provider_id?: string } = {}) {
    this.client = client instanceof UNCASEClient ? client : new UNCASEClient(client);
    this.defaults = defaults;
  }

  /** Up to 50 conversations with their reports. */
  generate(
    seed: z.input<typeof SeedSchema>,
    request: Omit<z.input<typeof GenerateRequest>, "seed" | "async_mode"> = {},
    options?: CallOptions,
  ): Promise<GenerateResponse> {
    return this.client.generation.run({ ...this.defaults, ...request, seed }, options);
  }

  /**
   * Any number of conversations, 50 at a time as the loop asks for them. Each batch has a random seed of its own,
   * counted up from the one given, so that the whole can be repeated.
   */
  async *stream(
    seed: z.input<typeof SeedSchema>,
    request: Omit<z.input<typeof GenerateRequest>, "seed" | "async_mode"> & { count: number },
    options?: CallOptions,
  ): AsyncGenerator<Conversation, void, undefined> {
    for (let done = 0, batch = 0; done < request.count; done += BATCH, batch += 1) {
      const count = Math.min(BATCH, request.count - done);
      const random_seed = ((request.random_seed ?? 0) + batch) % 2 ** 32;
      const answer = await this.generate(seed, { ...request, count, random_seed }, options);
      yield* answer.conversations;
    }
  }
}
