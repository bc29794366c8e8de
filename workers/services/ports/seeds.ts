// Ports of seeds and of the catalog.
import type { Domain } from "../../contract/domain.ts";
import type { Page, PageQuery } from "../../contract/page.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import type { DomainData } from "../../core/domains/data.ts";

export interface SeedRecord {
  seed: SeedSchema;
  source_conversation_id: string | null;
  revision: number;
  rating_sum: number;
  rating_count: number;
  run_count: number;
  quality_sum: number;
  quality_count: number;
  created_at: string;
  updated_at: string;
}

export interface SeedRun {
  seed_id: string;
  runs: number;
  quality_sum: number;
  quality_count: number;
}

export interface SeedFilter {
  domain?: string | undefined;
  language?: string | undefined;
  /** Words that all stand in the objective, the tags, the context or the steps. */
  search?: string | undefined;
  tag?: string | undefined;
  role?: string | undefined;
  /** Least mean rating; unrated seeds have none. */
  minRating?: number | undefined;
}

/** A revision of a seed that an update replaced. */
export interface SeedRevision {
  revision: number;
  updated_at: string;
  /** But for the id, the owner and the instants. */
  body: Omit<SeedSchema, "seed_id" | "organization_id" | "created_at" | "updated_at">;
}

export interface SeedStore {
  /** False when the id exists already. */
  create(organizationId: string, record: SeedRecord): Promise<boolean>;
  /** Inserts those whose id is free; returns their ids. */
  createMany(organizationId: string, records: readonly SeedRecord[]): Promise<Set<string>>;
  get(organizationId: string, seedId: string): Promise<SeedRecord | null>;
  getMany(organizationId: string, seedIds: readonly string[]): Promise<SeedRecord[]>;
  /** Keeps the old revision and writes, only when it is still `expectedRevision`; false otherwise. */
  update(organizationId: string, record: SeedRecord, expectedRevision: number): Promise<boolean>;
  delete(organizationId: string, seedId: string): Promise<boolean>;
  list(organizationId: string, filter: SeedFilter, page: PageQuery): Promise<Page<SeedRecord>>;
  /** In the order of their ids, from the one behind `after` on. */
  listAfter(organizationId: string, filter: SeedFilter, after: string, limit: number): Promise<SeedRecord[]>;
  /** Replaced revisions, newest first, or the one asked for. */
  versions(organizationId: string, seedId: string, revision?: number): Promise<SeedRevision[]>;
  rate(organizationId: string, seedId: string, rating: number, updatedAt: string): Promise<boolean>;
  /** Notes what a job made of its seeds; repeating it changes nothing. */
  recordRuns(organizationId: string, jobId: string, runs: SeedRun[]): Promise<void>;
}

export interface Catalog {
  domain(domain: Domain): Promise<DomainData>;
  library(domain: Domain): Promise<SeedSchema[]>;
}
