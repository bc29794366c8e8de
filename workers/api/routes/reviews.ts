import { Id } from "../../contract/ids.ts";
import { PageQuery } from "../../contract/page.ts";
import {
  ReviewClaim,
  ReviewDecisionRequest,
  ReviewEnqueueRequest,
  ReviewEnqueueResponse,
  ReviewItem,
  ReviewItemList,
  ReviewReport,
  ReviewStatus,
} from "../../contract/review.ts";
import { z } from "../../contract/zod.ts";
import { claimReview, decideReview, enqueueReviews, listReviews, readAgreement } from "../../services/reviews.ts";
import type { Api } from "../context.ts";
import { body, declare, json } from "../declare.ts";

const base = "/api/v1/reviews";
const tags = ["reviews"];

const enqueue = declare("write", ["not_found", "validation_failed"], {
  method: "post",
  path: base,
  operationId: "enqueueReviews",
  tags,
  summary: "Queue borderline reports for people",
  description:
    "Reports of stored conversations with a score near its threshold, a metric that failed, or a judge against the other metrics; and a sample of the rest.",
  request: { body: body(ReviewEnqueueRequest) },
  responses: { 200: json(ReviewEnqueueResponse, "How many were queued") },
});

const list = declare("read", ["validation_failed"], {
  method: "get",
  path: base,
  operationId: "listReviews",
  tags,
  summary: "List review items, newest first",
  request: { query: PageQuery.extend({ status: ReviewStatus.optional() }) },
  responses: { 200: json(ReviewItemList, "One page") },
});

const claim = declare("write", [], {
  method: "post",
  path: `${base}/claim`,
  operationId: "claimReview",
  tags,
  summary: "Take the next item",
  description: "The most urgent item that this key has not judged, kept for it for half an hour.",
  responses: { 200: json(ReviewClaim, "The item, or null when none is left") },
});

const agreement = declare("read", [], {
  method: "get",
  path: `${base}/agreement`,
  operationId: "getReviewAgreement",
  tags,
  summary: "Agreement of reviewers, judge and metrics; calibration and bias of the judge",
  responses: { 200: json(ReviewReport, "The report") },
});

const decide = declare("write", ["not_found", "conflict", "validation_failed", "pii_detected"], {
  method: "post",
  path: `${base}/{id}/decision`,
  operationId: "decideReview",
  tags,
  summary: "File a verdict on a claimed item",
  request: { params: z.object({ id: Id }), body: body(ReviewDecisionRequest) },
  responses: { 200: json(ReviewItem, "The item") },
});

export function registerReviews(api: Api): void {
  api.openapi(enqueue, async (c) =>
    c.json(await enqueueReviews(c.get("deps"), c.get("principal"), c.req.valid("json")), 200),
  );
  api.openapi(list, async (c) => {
    const { status, ...page } = c.req.valid("query");
    return c.json(await listReviews(c.get("deps"), c.get("principal"), { status }, page), 200);
  });
  api.openapi(claim, async (c) => c.json(await claimReview(c.get("deps"), c.get("principal")), 200));
  api.openapi(agreement, async (c) => c.json(await readAgreement(c.get("deps"), c.get("principal")), 200));
  api.openapi(decide, async (c) => {
    const { id } = c.req.valid("param");
    return c.json(await decideReview(c.get("deps"), c.get("principal"), id, c.req.valid("json")), 200);
  });
}
