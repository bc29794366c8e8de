import type { Page } from "../../contract/page.ts";
import type {
  ReviewClaim,
  ReviewDecisionRequest,
  ReviewEnqueueRequest,
  ReviewEnqueueResponse,
  ReviewItem,
  ReviewReport,
  ReviewStatus,
} from "../../contract/review.ts";
import type { z } from "../../contract/zod.ts";
import { iteratePages } from "../pages.ts";
import type { PageRange } from "../pages.ts";
import { segment } from "../path.ts";
import type { CallOptions, Transport } from "../transport.ts";

export interface ReviewQuery extends PageRange {
  status?: ReviewStatus;
}

const root = "/api/v1/reviews";

/** Borderline cases for people, and what their verdicts say of judge and metrics. */
export function reviews(http: Transport) {
  const list = (query: ReviewQuery = {}, options?: CallOptions) =>
    http.json<Page<ReviewItem>>({ method: "GET", path: root, query: { ...query }, repeat: "safe" }, options);
  return {
    /** Queues the borderline reports of a job, or of those named. */
    enqueue: (body: z.input<typeof ReviewEnqueueRequest>, options?: CallOptions) =>
      http.json<ReviewEnqueueResponse>({ method: "POST", path: root, json: body, repeat: "keyed" }, options),
    list,
    iterate: (query: ReviewQuery = {}, options?: CallOptions) => iteratePages(list, query, options),
    /** Takes the next item; claiming again gives the same one until it is decided. */
    claim: (options?: CallOptions) =>
      http.json<ReviewClaim>({ method: "POST", path: `${root}/claim`, repeat: "safe" }, options),
    decide: (id: string, body: z.input<typeof ReviewDecisionRequest>, options?: CallOptions) =>
      http.json<ReviewItem>(
        { method: "POST", path: `${root}/${segment(id)}/decision`, json: body, repeat: "keyed" },
        options,
      ),
    agreement: (options?: CallOptions) =>
      http.json<ReviewReport>({ method: "GET", path: `${root}/agreement`, repeat: "safe" }, options),
  };
}
