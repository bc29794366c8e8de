import type { EvaluatePair, MetricName, QualityReport } from "../contract/quality.ts";
import type { z } from "../contract/zod.ts";
import { UNCASEClient } from "./client.ts";
import type { CallOptions, ClientOptions } from "./transport.ts";

type Pair = z.input<typeof EvaluatePair>;

/** The most pairs that one call evaluates. */
const BATCH = 100;

/** The nine metrics over conversations and their seeds. */
export class Evaluator {
  readonly client: UNCASEClient;
  readonly require: MetricName[];

  /** `require` names metrics that fail a conversation when they cannot be computed. */
  constructor(client: UNCASEClient | ClientOptions = {}, require: MetricName[] = []) {
    this.client = client instanceof UNCASEClient ? client : new UNCASEClient(client);
    this.require = require;
  }

  evaluate(conversation: Pair["conversation"], seed: Pair["seed"], options?: CallOptions): Promise<QualityReport> {
    return this.client.evaluations.run({ conversation, seed, require: this.require }, {}, options);
  }

  /** The reports of any number of pairs, in their order, 100 at a time as the loop asks for them. */
  async *evaluateMany(
    pairs: Iterable<Pair> | AsyncIterable<Pair>,
    options?: CallOptions,
  ): AsyncGenerator<QualityReport, void, undefined> {
    let batch: Pair[] = [];
    const flush = async () => {
      const answer = await this.client.evaluations.runMany({ pairs: batch, require: this.require }, options);
      batch = [];
      return answer.reports;
    };
    for await (const pair of pairs) {
      batch.push(pair);
      if (batch.length === BATCH) yield* await flush();
    }
    if (batch.length > 0) yield* await flush();
  }
}
