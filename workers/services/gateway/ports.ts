// What the gateway asks of the world besides the ports that others use too.
import type { GatewayLogEntry, GatewayPolicyRequest } from "../../contract/gateway.ts";
import type { GatewaySettings } from "../../contract/gateway-settings.ts";
import type { Page, PageQuery } from "../../contract/page.ts";

/** One version of a policy as it was given: `rules` are what differs from the layer below it. */
export interface PolicyRecord {
  id: string;
  /** Null: the organisation's own. */
  key_id: string | null;
  candidate: boolean;
  version: number;
  name: string;
  rules: GatewayPolicyRequest["rules"];
  created_by: string;
  /** Of the first version. */
  created_at: string;
  updated_at: string;
}

export interface GatewayPolicyStore {
  /** The newest version of each policy: at most one live and one candidate for the organisation and each key. */
  current(organizationId: string): Promise<PolicyRecord[]>;
  /** False when that version exists already: somebody else was faster. */
  add(organizationId: string, record: PolicyRecord): Promise<boolean>;
  /** Deletes every version of the candidate of the organisation (null) or of a key. */
  dropCandidate(organizationId: string, keyId: string | null): Promise<void>;
}

export interface SettingsRecord {
  version: number;
  settings: GatewaySettings;
  updated_at: string;
}

export interface GatewaySettingsStore {
  get(organizationId: string): Promise<SettingsRecord | null>;
  put(organizationId: string, record: SettingsRecord): Promise<void>;
}

export interface LogRow {
  organization_id: string;
  key_id: string;
  entry: GatewayLogEntry;
}

export interface LogFilter {
  keyId?: string | undefined;
  model?: string | undefined;
  provider?: string | undefined;
  verdict?: string | undefined;
  /** A keyed hash: requests that held its value. */
  valueHash?: string | undefined;
}

export interface FeedbackRecord {
  request_id: string;
  rating: number;
  comment: string | null;
  correction: string | null;
  updated_at: string;
}

export interface GatewayLogStore {
  /** Any number of rows of any organisations in one statement; a row that is there already is left alone. */
  append(rows: readonly LogRow[]): Promise<void>;
  /** Newest first. */
  list(organizationId: string, filter: LogFilter, page: PageQuery): Promise<Page<GatewayLogEntry>>;
  has(organizationId: string, id: string): Promise<boolean>;
  putFeedback(organizationId: string, record: FeedbackRecord): Promise<void>;
}

export interface CaptureRecord {
  request_id: string;
  key_id: string;
  kind: "anonymised" | "encrypted";
  conversation_id: string | null;
  /** Turns up to the request's answer, which is the last of them. */
  turns: number;
  size_bytes: number;
  seed_id: string | null;
  created_at: string;
  expires_at: string | null;
}

export interface GatewayCaptureStore {
  /** A row that is there already is left alone. */
  put(organizationId: string, record: CaptureRecord): Promise<void>;
  /** Null for what is missing or over. */
  get(organizationId: string, requestId: string, now: string): Promise<CaptureRecord | null>;
  /** Newest first; rows that are over are deleted. */
  list(
    organizationId: string,
    page: PageQuery,
    now: string,
  ): Promise<Page<CaptureRecord & { rating: number | null; corrected: boolean }>>;
  /** Points requests of one conversation to the longer one that took its place; false when there are none. */
  supersede(organizationId: string, conversationId: string, successor: string): Promise<boolean>;
  /** Conversations without a seed that have an answer of at least this rating, the oldest first; null takes all. */
  unseeded(organizationId: string, minRating: number | null, limit: number): Promise<string[]>;
  markSeeded(organizationId: string, conversationId: string, seedId: string): Promise<void>;
  delete(organizationId: string, requestId: string): Promise<void>;
}

/** A conversation's object, by remote call: sealed batches of what its tokens stand for. */
export interface VaultPort {
  read(): Promise<string[]>;
  /** Adds a batch, if there is one, and lets everything live for `ttlMs` from now on. */
  add(sealed: string | null, ttlMs: number): Promise<void>;
}

/** A budget's object, by remote call. Amounts are millionths of a US dollar. */
export interface BudgetPort {
  /** Grants at most `want` of what is left in the period; 0 when nothing is. The grant lapses after a minute. */
  lease(period: string, limit: number, want: number): Promise<{ id: string; granted: number; left: number }>;
  /** What was spent of a grant since the last report; `done` gives the rest of it back. */
  report(period: string, id: string, spent: number, done: boolean): Promise<void>;
}
