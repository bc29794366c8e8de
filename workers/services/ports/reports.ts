// Ports of quality reports and of the review queue.
import type { Page, PageQuery } from "../../contract/page.ts";
import type { QualityReport } from "../../contract/quality.ts";
import type { ReviewStatus, ReviewVerdict } from "../../contract/review.ts";
import type { AutomaticVerdict, ReviewedItem } from "../../core/evaluation/review.ts";

export interface StoredReport {
  id: string;
  job_id: string | null;
  dominio: string | null;
  report: QualityReport;
  created_at: string;
}

export interface ReportFilter {
  jobId?: string | undefined;
  domain?: string | undefined;
  passed?: boolean | undefined;
  seedId?: string | undefined;
}

export interface ReportStore {
  insert(organizationId: string, reports: StoredReport[]): Promise<void>;
  getMany(organizationId: string, ids: readonly string[]): Promise<StoredReport[]>;
  /** The report of each conversation that has one: its run's own, else the latest. */
  ofConversations(organizationId: string, conversationIds: readonly string[]): Promise<Map<string, QualityReport>>;
  list(organizationId: string, filter: ReportFilter, page: PageQuery): Promise<Page<StoredReport>>;
}

/** An item of the review queue. */
export interface ReviewRecord {
  id: string;
  report_id: string;
  conversation_id: string;
  seed_id: string | null;
  reasons: string[];
  /** Distance from the nearest threshold: the least comes first. */
  urgency: number;
  automatic: AutomaticVerdict;
  /** Reviewers that it waits for, and verdicts filed. */
  reviewers: number;
  decided: number;
  /** Public id of the API key that it is kept for, and until when. */
  claimed_by: string | null;
  claimed_until: string | null;
  created_at: string;
}

export interface ReviewDecision {
  reviewer: string;
  verdict: ReviewVerdict;
  grade: number | null;
  notes: string | null;
  decided_at: string;
}

export interface ReviewStore {
  /** Inserts those whose report is not queued yet; answers how many. */
  insert(organizationId: string, records: ReviewRecord[]): Promise<number>;
  get(organizationId: string, id: string): Promise<ReviewRecord | null>;
  list(
    organizationId: string,
    filter: { status?: ReviewStatus | undefined },
    page: PageQuery,
    now: string,
  ): Promise<Page<ReviewRecord>>;
  /** Keeps the next item for a reviewer, in one step; the one that it holds already comes first. */
  claim(organizationId: string, reviewer: string, now: string, until: string): Promise<ReviewRecord | null>;
  /** Files a verdict on an item that the reviewer holds; false, and nothing filed, when it does not. */
  decide(organizationId: string, id: string, decision: ReviewDecision): Promise<boolean>;
  /** Items of the latest `limit` decisions. */
  reviewed(organizationId: string, limit: number): Promise<ReviewedItem[]>;
}
