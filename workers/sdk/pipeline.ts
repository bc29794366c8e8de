import type { GenerateResponse, JobProgress, JobResponse, PipelineRunRequest } from "../contract/job.ts";
import type { SeedResponse, SeedSchema } from "../contract/seed.ts";
import type { z } from "../contract/zod.ts";
import { UNCASEClient } from "./client.ts";
import type { CallOptions, ClientOptions } from "./transport.ts";

/** Real conversations in, certified synthetic ones out, in one call. */
export class Pipeline {
  readonly client: UNCASEClient;

  constructor(client: UNCASEClient | ClientOptions = {}) {
    this.client = client instanceof UNCASEClient ? client : new UNCASEClient(client);
  }

  /** Runs the pipeline as a job and waits for its end. Aborting the signal stops the waiting, not the job. */
  async run(
    request: Omit<z.input<typeof PipelineRunRequest>, "async_mode">,
    options: CallOptions & { onProgress?: (progress: JobProgress) => void } = {},
  ): Promise<JobResponse> {
    const { onProgress, ...callOptions } = options;
    const started = await this.client.pipeline.run({ ...request, async_mode: true }, callOptions);
    for await (const event of this.client.jobs.events(started.job_id, callOptions)) {
      if (event.type === "done") return event.job;
      onProgress?.(event.progress);
    }
    return this.client.jobs.get(started.job_id, callOptions);
  }

  /** Generates up to 50 conversations from one seed. */
  generate(
    seed: z.input<typeof SeedSchema>,
    options: { count?: number; temperature?: number; model?: string; evaluate?: boolean } & CallOptions = {},
  ): Promise<GenerateResponse> {
    const { count, temperature, model, evaluate, ...callOptions } = options;
    return this.client.generation.run({ seed, count, temperature, model, evaluate_after: evaluate }, callOptions);
  }

  getJob(id: string, options?: CallOptions): Promise<JobResponse> {
    return this.client.jobs.get(id, options);
  }

  /** Every seed of a domain. */
  listSeeds(domain: string, options?: CallOptions): AsyncGenerator<SeedResponse, void, undefined> {
    return this.client.seeds.iterate({ domain }, options);
  }
}
