import { ExternalId, Id, Timestamp } from "./ids.ts";
import { z } from "./zod.ts";

/** Which reports people should look at: those of a job, or those named. */
export const ReviewEnqueueRequest = z
  .strictObject({
    job_id: Id.optional(),
    report_ids: z.array(ExternalId).min(1).max(1000).optional(),
    /** How near to its threshold a score has to be to count as borderline. */
    margin: z.number().min(0).max(0.5).default(0.05),
    /** Share of the other reports, 0 to 1, that are queued all the same: agreement on borderline cases alone misleads. */
    sample: z.number().min(0).max(1).default(0),
    /** Reviewers that each item waits for. */
    reviewers: z.number().int().min(1).max(5).default(1),
  })
  .refine((request) => (request.job_id === undefined) !== (request.report_ids === undefined), {
    message: "either job_id or report_ids",
    path: ["job_id"],
  })
  .openapi("ReviewEnqueueRequest");
export type ReviewEnqueueRequest = z.infer<typeof ReviewEnqueueRequest>;

export const ReviewEnqueueResponse = z
  .object({
    queued: z.number().int(),
    /** Not borderline, and not drawn for the sample. */
    clear: z.number().int(),
    /** Queued before, or without a stored conversation that one could read. */
    skipped: z.number().int(),
  })
  .openapi("ReviewEnqueueResponse");
export type ReviewEnqueueResponse = z.infer<typeof ReviewEnqueueResponse>;

export const REVIEW_STATUSES = ["open", "claimed", "decided"] as const;
export const ReviewStatus = z.enum(REVIEW_STATUSES);
export type ReviewStatus = z.infer<typeof ReviewStatus>;

export const ReviewVerdict = z.enum(["pass", "fail"]);
export type ReviewVerdict = z.infer<typeof ReviewVerdict>;

export const ReviewItem = z
  .object({
    id: z.string(),
    report_id: z.string(),
    conversation_id: z.string(),
    seed_id: z.string().nullable(),
    status: ReviewStatus,
    /** Why it is here: `rouge_l near threshold`, `judge against metrics`, `sample`. Empty while it is under review. */
    reasons: z.array(z.string()),
    reviewers: z.number().int(),
    decided: z.number().int(),
    claimed_until: Timestamp.nullable(),
    created_at: Timestamp,
  })
  .openapi("ReviewItem");
export type ReviewItem = z.infer<typeof ReviewItem>;

export const ReviewItemList = z
  .object({ items: z.array(ReviewItem), total: z.number().int(), page: z.number().int(), page_size: z.number().int() })
  .openapi("ReviewItemList");

/** A claimed item. It shows neither scores nor verdicts: who reads them first agrees with them. */
export const ReviewClaim = z.object({ item: ReviewItem.nullable() }).openapi("ReviewClaim");
export type ReviewClaim = z.infer<typeof ReviewClaim>;

export const ReviewDecisionRequest = z
  .strictObject({
    verdict: ReviewVerdict,
    grade: z.number().int().min(1).max(5).nullable().default(null),
    notes: z.string().max(2000).nullable().default(null),
  })
  .openapi("ReviewDecisionRequest");
export type ReviewDecisionRequest = z.infer<typeof ReviewDecisionRequest>;

/** Agreement of two raters over the items that both judged. `kappa` is null where chance alone explains everything. */
export const Agreement = z
  .object({ items: z.number().int(), agreed: z.number().min(0).max(1).nullable(), kappa: z.number().nullable() })
  .openapi("Agreement");
export type Agreement = z.infer<typeof Agreement>;

/** Correlation (Pearson) of the judge's error with something that should not matter; null under three items. */
const Bias = z.object({ items: z.number().int(), correlation: z.number().nullable() });

export const ReviewReport = z
  .object({
    items: z.number().int(),
    decisions: z.number().int(),
    reviewers: z.number().int(),
    /** The composite's verdict against the reviewers' majority. */
    metrics: Agreement,
    /** The judge's alone, over the items that a judge saw. */
    judge: Agreement,
    /** Reviewers with one another, over all pairs on an item. */
    between_reviewers: Agreement,
    calibration: z.object({
      items: z.number().int(),
      /** Mean squared difference of the judge's score and the share of reviewers who pass the item. */
      brier: z.number().nullable(),
      bins: z.array(
        z.object({
          from: z.number(),
          to: z.number(),
          items: z.number().int(),
          mean_score: z.number(),
          passed: z.number(),
        }),
      ),
    }),
    bias: z.object({
      /** Longer conversations get higher scores than reviewers would give: above 0. */
      length: Bias,
      /** The judge errs upwards where its quotes stand late: above 0. `mean_place` 0.5 is even-handed. */
      position: Bias.extend({ mean_place: z.number().nullable() }),
    }),
  })
  .openapi("ReviewReport");
export type ReviewReport = z.infer<typeof ReviewReport>;
