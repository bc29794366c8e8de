import { AppError } from "../../contract/error.ts";
import { PipelineRunResponse } from "../../contract/job.ts";
import { PageQuery } from "../../contract/page.ts";
import {
  BatchEvaluationResponse,
  EvaluateBatchRequest,
  EvaluateRequest,
  EvaluationReportListResponse,
  MAX_PAIRS_IN_REQUEST,
  QualityReport,
  QualityThresholdsResponse,
} from "../../contract/quality.ts";
import { z } from "../../contract/zod.ts";
import { startEvaluation } from "../../services/evaluation-batches.ts";
import { evaluate, evaluateBatch, listReports, systemThresholds } from "../../services/evaluations.ts";
import type { Api } from "../context.ts";
import { body, declare, json } from "../declare.ts";

const base = "/api/v1/evaluations";
const tags = ["evaluations"];

const one = declare("write", ["validation_failed", "quality_failed"], {
  method: "post",
  path: base,
  operationId: "evaluate",
  tags,
  summary: "Evaluate a conversation against its seed",
  request: {
    query: z.object({ strict: z.enum(["true", "false"]).default("false") }),
    body: body(EvaluateRequest),
  },
  responses: { 200: json(QualityReport, "The report") },
});

const batch = declare("write", ["validation_failed"], {
  method: "post",
  path: `${base}/batch`,
  operationId: "evaluateBatch",
  tags,
  summary: "Evaluate many conversations",
  description:
    "Up to 100 `pairs` are evaluated at once. More of them, `conversation_ids` of stored conversations, or `async_mode` start a job, whose result is a `BatchEvaluationResult`; its reports are listed with `job_id`.",
  request: { body: body(EvaluateBatchRequest) },
  responses: {
    200: json(BatchEvaluationResponse, "Reports and summary; `pass_rate` is 0 to 100"),
    202: json(PipelineRunResponse, "The job"),
  },
});

const reports = declare("read", ["validation_failed"], {
  method: "get",
  path: `${base}/reports`,
  operationId: "listEvaluationReports",
  tags,
  summary: "List evaluation reports, newest first",
  request: {
    query: PageQuery.extend({
      domain: z.string().max(80).optional(),
      passed: z.enum(["true", "false"]).optional(),
      seed_id: z.string().max(128).optional(),
      job_id: z.string().max(32).optional(),
    }),
  },
  responses: { 200: json(EvaluationReportListResponse, "One page") },
});

const thresholds = declare("public", [], {
  method: "get",
  path: `${base}/thresholds`,
  operationId: "getThresholds",
  tags,
  summary: "The thresholds in force",
  responses: { 200: json(QualityThresholdsResponse, "The thresholds") },
});

export function registerEvaluations(api: Api): void {
  api.openapi(one, async (c) => {
    const report = await evaluate(c.get("deps"), c.get("principal"), c.req.valid("json"));
    if (c.req.valid("query").strict === "true" && !report.passed) {
      throw new AppError("quality_failed", `Quality thresholds not met: ${report.failures.join(", ")}`);
    }
    return c.json(report, 200);
  });

  api.openapi(batch, async (c) => {
    const input = c.req.valid("json");
    const { pairs, require, async_mode } = input;
    if (pairs === undefined || async_mode || pairs.length > MAX_PAIRS_IN_REQUEST) {
      return c.json(await startEvaluation(c.get("deps"), c.get("principal"), input), 202);
    }
    return c.json(await evaluateBatch(c.get("deps"), c.get("principal"), pairs, require), 200);
  });

  api.openapi(reports, async (c) => {
    const { page, page_size, domain, passed, seed_id, job_id } = c.req.valid("query");
    const filter = {
      domain,
      seedId: seed_id,
      jobId: job_id,
      passed: passed === undefined ? undefined : passed === "true",
    };
    return c.json(await listReports(c.get("deps"), c.get("principal"), filter, { page, page_size }), 200);
  });

  api.openapi(thresholds, (c) => c.json(systemThresholds(), 200));
}
