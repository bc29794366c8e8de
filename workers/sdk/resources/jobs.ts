import type {
  DeadLetter,
  EstimateRequest,
  EstimateResponse,
  GenerateRequest,
  GenerateResponse,
  JobResponse,
  JobStatus,
  PipelineRunRequest,
  PipelineRunResponse,
  PipelineStatusResponse,
  ReplayResponse,
} from "../../contract/job.ts";
import type { Page } from "../../contract/page.ts";
import type { z } from "../../contract/zod.ts";
import { UNCASEError } from "../error.ts";
import { jobEvents } from "../events.ts";
import { iteratePages } from "../pages.ts";
import type { PageRange } from "../pages.ts";
import { segment } from "../path.ts";
import type { CallOptions, Transport } from "../transport.ts";

export interface JobQuery extends PageRange {
  job_type?: string;
  status?: JobStatus;
}

/** Long-running work: its state, its progress, and how to steer it. */
export function jobs(http: Transport) {
  const root = "/api/v1/jobs";
  const list = async (query: JobQuery = {}, options?: CallOptions): Promise<Page<JobResponse>> => {
    const response = await http.open({ method: "GET", path: root, query: { ...query }, repeat: "safe" }, options);
    const items = (await response.json()) as JobResponse[];
    const { page = 1, page_size = 20 } = query;
    return { items, total: Number(response.headers.get("x-total-count") ?? items.length), page, page_size };
  };
  const steer = (action: string) => (id: string, options?: CallOptions) =>
    http.json<JobResponse>({ method: "POST", path: `${root}/${segment(id)}/${action}`, repeat: "keyed" }, options);
  return {
    list,
    iterate: (query: JobQuery = {}, options?: CallOptions) => iteratePages(list, query, options),
    get: (id: string, options?: CallOptions) =>
      http.json<JobResponse>({ method: "GET", path: `${root}/${segment(id)}`, repeat: "safe" }, options),
    cancel: steer("cancel"),
    pause: steer("pause"),
    resume: steer("resume"),
    /** Items that failed for good, from index `after` (exclusive) on. */
    deadLetters: (id: string, query: { after?: number; limit?: number } = {}, options?: CallOptions) =>
      http.json<DeadLetter[]>(
        { method: "GET", path: `${root}/${segment(id)}/dead-letters`, query: { ...query }, repeat: "safe" },
        options,
      ),
    /** Has them tried again; what is done stays done. */
    replay: (id: string, options?: CallOptions) =>
      http.json<ReplayResponse>({ method: "POST", path: `${root}/${segment(id)}/replay`, repeat: "keyed" }, options),
    /** Live progress until the job ends; survives lost connections. */
    events: (id: string, options?: CallOptions) => jobEvents(http, id, options),
    /** Waits for the end of a job and returns it, whatever its status. */
    wait: async (id: string, options?: CallOptions): Promise<JobResponse> => {
      for await (const event of jobEvents(http, id, options)) if (event.type === "done") return event.job;
      throw new UNCASEError({ status: 0, code: "invalid_response", detail: `Job ${id} ended without a result` });
    },
  };
}

/** Runs of the whole pipeline: import to export as one job. */
export function pipeline(http: Transport) {
  return {
    /** Starts a run; with `async_mode: false` it answers when the run has ended. */
    run: (body: z.input<typeof PipelineRunRequest>, options?: CallOptions) =>
      http.json<PipelineRunResponse>(
        { method: "POST", path: "/api/v1/pipeline/run", json: body, repeat: "keyed" },
        options,
      ),
    status: (id: string, options?: CallOptions) =>
      http.json<z.infer<typeof PipelineStatusResponse>>(
        { method: "GET", path: `/api/v1/pipeline/${segment(id)}/status`, repeat: "safe" },
        options,
      ),
  };
}

/** Synthetic conversations from one seed. */
export function generation(http: Transport) {
  const post = <T>(json: z.input<typeof GenerateRequest>, options?: CallOptions) =>
    http.json<T>({ method: "POST", path: "/api/v1/generate", json, repeat: "keyed" }, options);
  return {
    /** What a run would take; with a `pilot` some of its conversations are written, and paid for. */
    estimate: (body: z.input<typeof EstimateRequest>, options?: CallOptions) =>
      http.json<EstimateResponse>(
        { method: "POST", path: "/api/v1/generate/estimate", json: body, repeat: "keyed" },
        options,
      ),
    /** Generates up to 50 conversations and answers with them. */
    run: (body: Omit<z.input<typeof GenerateRequest>, "async_mode">, options?: CallOptions) =>
      post<GenerateResponse>({ ...body, async_mode: false }, options),
    /** Generates any number as a job. */
    start: (body: Omit<z.input<typeof GenerateRequest>, "async_mode">, options?: CallOptions) =>
      post<PipelineRunResponse>({ ...body, async_mode: true }, options),
  };
}
