import {
  EstimateRequest,
  EstimateResponse,
  GenerateRequest,
  GenerateResponse,
  PipelineRunRequest,
  PipelineRunResponse,
} from "../../contract/job.ts";
import { estimateRun } from "../../services/estimate.ts";
import { generate } from "../../services/generation.ts";
import { runPipeline, startGeneration } from "../../services/pipeline.ts";
import type { Api } from "../context.ts";
import { body, declare, json } from "../declare.ts";

const tags = ["generation"];
/** `/generate` answers in the request up to here; more is a job. */
const MAX_IN_REQUEST = 50;

const generateRoute = declare("write", ["not_found", "validation_failed", "pii_detected"], {
  method: "post",
  path: "/api/v1/generate",
  operationId: "generate",
  tags,
  summary: "Generate conversations from a seed",
  description: "With `async_mode`, or for a count over 50, a job is started and answered with 202.",
  request: { body: body(GenerateRequest) },
  responses: { 200: json(GenerateResponse, "The conversations"), 202: json(PipelineRunResponse, "The job") },
});

const estimate = declare("write", ["not_found", "validation_failed", "pii_detected", "upstream_error"], {
  method: "post",
  path: "/api/v1/generate/estimate",
  operationId: "estimateRun",
  tags,
  summary: "What a run would take: calls, tokens and cost, with an interval",
  description:
    "From the size of the prompts alone, or after a pilot of up to five conversations, which are written and paid for.",
  request: { body: body(EstimateRequest) },
  responses: { 200: json(EstimateResponse, "The estimate") },
});

const pipeline = declare("write", ["not_found", "validation_failed", "import_failed"], {
  method: "post",
  path: "/api/v1/pipeline/run",
  operationId: "runPipeline",
  tags,
  summary: "Run the whole pipeline: sources to seeds to certified conversations to an export",
  description:
    "Starts from `raw_conversations`, `conversation_ids` or `seed_ids` (then `count` is per seed), or from the domain's library (then `count` is the total). `async_mode: false` waits for the end.",
  request: { body: body(PipelineRunRequest) },
  responses: { 200: json(PipelineRunResponse, "Finished"), 202: json(PipelineRunResponse, "Started") },
});

export function registerGeneration(api: Api): void {
  api.openapi(generateRoute, async (c) => {
    const input = c.req.valid("json");
    if (input.async_mode || input.count > MAX_IN_REQUEST) {
      return c.json(await startGeneration(c.get("deps"), c.get("principal"), input), 202);
    }
    return c.json(await generate(c.get("deps"), c.get("principal"), input), 200);
  });

  api.openapi(estimate, async (c) =>
    c.json(await estimateRun(c.get("deps"), c.get("principal"), c.req.valid("json")), 200),
  );

  api.openapi(pipeline, async (c) => {
    const input = c.req.valid("json");
    const answer = await runPipeline(c.get("deps"), c.get("principal"), input);
    return input.async_mode ? c.json(answer, 202) : c.json(answer, 200);
  });
}
