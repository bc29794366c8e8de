// Ports of conversations and of the sources they came from.
import type { KeptSource } from "../../contract/import.ts";
import type { Page, PageQuery } from "../../contract/page.ts";

/** Where one JSON line stands in an object of the blob store. */
export interface SegmentRef {
  key: string;
  offset: number;
  length: number;
}

export interface ConversationRecord {
  id: string;
  seed_id: string | null;
  job_id: string | null;
  import_id: string | null;
  dominio: string;
  idioma: string;
  es_sintetica: boolean;
  num_turnos: number;
  status: string | null;
  rating: number | null;
  tags: string[] | null;
  notes: string | null;
  metadata: Record<string, string>;
  segment: SegmentRef;
  ordinal: number;
  created_at: string;
  updated_at: string;
}

export interface ConversationFilter {
  domain?: string | undefined;
  language?: string | undefined;
  status?: string | undefined;
  seedId?: string | undefined;
  jobId?: string | undefined;
  importId?: string | undefined;
  synthetic?: boolean | undefined;
}

export interface ConversationStore {
  /** Inserts what is new, in order; returns the ids that existed already. */
  insert(organizationId: string, records: ConversationRecord[]): Promise<Set<string>>;
  get(organizationId: string, id: string): Promise<ConversationRecord | null>;
  getMany(organizationId: string, ids: readonly string[]): Promise<ConversationRecord[]>;
  update(organizationId: string, record: ConversationRecord): Promise<void>;
  delete(organizationId: string, id: string): Promise<void>;
  list(organizationId: string, filter: ConversationFilter, page: PageQuery): Promise<Page<ConversationRecord>>;
}

export interface SourceFilterStore {
  insert(
    organizationId: string,
    filters: { conversation_id: string; segment: SegmentRef }[],
    now: string,
  ): Promise<void>;
  /** Every source's filter, newest first, at most `limit`. */
  list(organizationId: string, limit: number): Promise<{ conversation_id: string; segment: SegmentRef }[]>;
  find(organizationId: string, conversationId: string): Promise<SegmentRef | null>;
  /** Changes with every filter that comes or goes. */
  version(organizationId: string): Promise<string>;
  delete(organizationId: string, conversationId: string): Promise<void>;
}

/** Sources that tenants keep; those whose time is over are not there any more. */
export interface KeptSourceStore {
  insert(organizationId: string, source: KeptSource): Promise<void>;
  get(organizationId: string, id: string, now: string): Promise<KeptSource | null>;
  list(organizationId: string, page: PageQuery, now: string): Promise<Page<KeptSource>>;
  delete(organizationId: string, id: string): Promise<void>;
}
