import type { PipelineRunResponse } from "../../contract/job.ts";
import type { Page } from "../../contract/page.ts";
import type {
  BatchEvaluationResponse,
  EvaluateBatchRequest,
  EvaluatePair,
  EvaluateRequest,
  EvaluationReportResponse,
  MetricName,
  QualityReport,
  QualityThresholdsResponse,
} from "../../contract/quality.ts";
import type { z } from "../../contract/zod.ts";
import { iteratePages } from "../pages.ts";
import type { PageRange } from "../pages.ts";
import type { CallOptions, Transport } from "../transport.ts";

export interface ReportQuery extends PageRange {
  domain?: string;
  passed?: boolean;
  seed_id?: string;
  job_id?: string;
}

const root = "/api/v1/evaluations";

/** The nine metrics, and the reports kept of them. */
export function evaluations(http: Transport) {
  const reports = (query: ReportQuery = {}, options?: CallOptions) =>
    http.json<Page<EvaluationReportResponse>>(
      { method: "GET", path: `${root}/reports`, query: { ...query }, repeat: "safe" },
      options,
    );
  return {
    /** Evaluates one conversation against its seed; with `strict`, failing the thresholds is an error. */
    run: (body: z.input<typeof EvaluateRequest>, query: { strict?: boolean } = {}, options?: CallOptions) =>
      http.json<QualityReport>({ method: "POST", path: root, json: body, query, repeat: "keyed" }, options),
    /** Evaluates up to 100 pairs and waits. */
    runMany: (body: { pairs: z.input<typeof EvaluatePair>[]; require?: MetricName[] }, options?: CallOptions) =>
      http.json<BatchEvaluationResponse>(
        { method: "POST", path: `${root}/batch`, json: body, repeat: "keyed" },
        options,
      ),
    /**
     * Starts a job over up to 2,000 pairs, or 10,000 stored conversations. Its result is a `BatchEvaluationResult`; its
     * reports are listed with `job_id`.
     */
    start: (body: z.input<typeof EvaluateBatchRequest>, options?: CallOptions) =>
      http.json<PipelineRunResponse>(
        { method: "POST", path: `${root}/batch`, json: { ...body, async_mode: true }, repeat: "keyed" },
        options,
      ),
    reports,
    iterateReports: (query: ReportQuery = {}, options?: CallOptions) => iteratePages(reports, query, options),
    thresholds: (options?: CallOptions) =>
      http.json<z.infer<typeof QualityThresholdsResponse>>(
        { method: "GET", path: `${root}/thresholds`, repeat: "safe" },
        options,
      ),
  };
}
