import { streamSSE } from "hono/streaming";
import { DeadLetter, JOB_STATUSES, JobResponse, PipelineStatusResponse, ReplayResponse } from "../../contract/job.ts";
import { PageQuery } from "../../contract/page.ts";
import { z } from "../../contract/zod.ts";
import { controlJob, getJob, listDeadLetters, listJobs, readProgress, replayJob } from "../../services/jobs.ts";
import type { Api } from "../context.ts";
import { declare, json } from "../declare.ts";

const base = "/api/v1/jobs";
const tags = ["jobs"];
const Params = z.object({ job_id: z.string().max(64) });
const TERMINAL = new Set(["completed", "failed", "cancelled"]);
/** How often the stream looks at the ledger. */
const POLL_MS = 300;
/** A stream longer than this ends with a comment; the client connects again and misses nothing, as events are states. */
const STREAM_MS = 10 * 60_000;

const list = declare("read", ["validation_failed"], {
  method: "get",
  path: base,
  operationId: "listJobs",
  tags,
  summary: "List jobs, newest first (a bare array; the total is in X-Total-Count)",
  request: {
    query: PageQuery.extend({ job_type: z.string().max(40).optional(), status: z.enum(JOB_STATUSES).optional() }),
  },
  responses: { 200: json(z.array(JobResponse), "One page") },
});

const read = declare("read", ["not_found"], {
  method: "get",
  path: `${base}/{job_id}`,
  operationId: "getJob",
  tags,
  summary: "Read a job",
  request: { params: Params },
  responses: { 200: json(JobResponse, "The job") },
});

const control = (action: "cancel" | "pause" | "resume", summary: string) =>
  declare("write", ["not_found", "conflict"], {
    method: "post",
    path: `${base}/{job_id}/${action}`,
    operationId: `${action}Job`,
    tags,
    summary,
    request: { params: Params },
    responses: { 200: json(JobResponse, "The job") },
  });

const deadLetters = declare("read", ["not_found", "validation_failed"], {
  method: "get",
  path: `${base}/{job_id}/dead-letters`,
  operationId: "listDeadLetters",
  tags,
  summary: "Items of a job that failed for good, by index",
  request: {
    params: Params,
    query: z.object({
      after: z.coerce.number().int().min(-1).default(-1).openapi({ description: "Index of the last item seen" }),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
  },
  responses: { 200: json(z.array(DeadLetter), "One page") },
});

const replay = declare("write", ["not_found", "conflict"], {
  method: "post",
  path: `${base}/{job_id}/replay`,
  operationId: "replayJob",
  tags,
  summary: "Try the items again that failed for good",
  description: "What is done stays done; the stages after the failed items run anew. Imports keep no input to replay.",
  request: { params: Params },
  responses: { 202: json(ReplayResponse, "They start again") },
});

const events = declare("read", ["not_found"], {
  method: "get",
  path: `${base}/{job_id}/events`,
  operationId: "streamJobEvents",
  tags,
  summary: "Follow a job: server-sent events `progress`, then one `done`",
  request: { params: Params },
  responses: { 200: { description: "Events", content: { "text/event-stream": { schema: z.string() } } } },
});

const pipelineStatus = declare("read", ["not_found"], {
  method: "get",
  path: "/api/v1/pipeline/{job_id}/status",
  operationId: "getPipelineStatus",
  tags,
  summary: "Status of a pipeline run",
  request: { params: Params },
  responses: { 200: json(PipelineStatusResponse, "The status") },
});

export function registerJobs(api: Api): void {
  api.openapi(list, async (c) => {
    const { page, page_size, job_type, status } = c.req.valid("query");
    const filter = { jobType: job_type, status };
    const found = await listJobs(c.get("deps"), c.get("principal"), filter, { page, page_size });
    c.header("X-Total-Count", String(found.total));
    if (page * page_size < found.total) {
      const url = new URL(c.req.url);
      url.searchParams.set("page", String(page + 1));
      c.header("Link", `<${url.pathname}${url.search}>; rel="next"`);
    }
    return c.json(found.items, 200);
  });

  api.openapi(read, async (c) =>
    c.json(await getJob(c.get("deps"), c.get("principal"), c.req.valid("param").job_id), 200),
  );

  for (const [action, summary] of [
    ["cancel", "Cancel a job: nothing new starts from now on"],
    ["pause", "Pause a job"],
    ["resume", "Resume a paused job"],
  ] as const) {
    api.openapi(control(action, summary), async (c) =>
      c.json(await controlJob(c.get("deps"), c.get("principal"), c.req.valid("param").job_id, action), 200),
    );
  }

  api.openapi(deadLetters, async (c) => {
    const { job_id } = c.req.valid("param");
    return c.json(await listDeadLetters(c.get("deps"), c.get("principal"), job_id, c.req.valid("query")), 200);
  });

  api.openapi(replay, async (c) =>
    c.json(await replayJob(c.get("deps"), c.get("principal"), c.req.valid("param").job_id), 202),
  );

  api.openapi(pipelineStatus, async (c) => {
    const job = await getJob(c.get("deps"), c.get("principal"), c.req.valid("param").job_id);
    const { id, status, progress, current_stage, status_message, result, error_message } = job;
    return c.json({ job_id: id, status, progress, current_stage, status_message, result, error_message }, 200);
  });

  api.openapi(events, async (c) => {
    const deps = c.get("deps");
    const principal = c.get("principal");
    const { job_id } = c.req.valid("param");
    await getJob(deps, principal, job_id);
    return streamSSE(c, async (stream) => {
      let last = "";
      for (let waited = 0; waited < STREAM_MS && !stream.aborted; waited += POLL_MS) {
        const progress = await readProgress(deps, principal, job_id);
        const data = JSON.stringify(progress);
        if (data !== last) await stream.writeSSE({ event: "progress", data });
        last = data;
        if (TERMINAL.has(progress.status)) {
          const job = await getJob(deps, principal, job_id);
          await stream.writeSSE({ event: "done", data: JSON.stringify(job) });
          return;
        }
        await stream.sleep(POLL_MS);
      }
    });
  });
}
