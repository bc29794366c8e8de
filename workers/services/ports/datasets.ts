// Ports of datasets, their files and the templates they are written with.
import type { Page, PageQuery } from "../../contract/page.ts";
import type { DatasetFileInfo, DatasetResponse } from "../../contract/template.ts";

/** A dataset's files stand in the blob store under `datasets/<organisation>/<id>/<name>`. */
export interface DatasetRecord extends Omit<DatasetResponse, "download_url"> {
  /** The main file first. */
  files: Omit<DatasetFileInfo, "url">[];
}

export interface DatasetStore {
  /** Replaces a row of the same id: a repeated export step writes the same row again. */
  put(organizationId: string, dataset: DatasetRecord): Promise<void>;
  get(organizationId: string, id: string): Promise<DatasetRecord | null>;
  delete(organizationId: string, id: string): Promise<void>;
  list(organizationId: string, page: PageQuery): Promise<Page<DatasetRecord>>;
}

export interface TemplateConfig {
  id: string;
  default_template: string;
  default_tool_call_mode: string;
  default_system_prompt: string | null;
  preferred_templates: string[];
  export_format: string;
  created_at: string;
  updated_at: string;
}

export interface TemplateConfigStore {
  get(organizationId: string): Promise<TemplateConfig | null>;
  put(organizationId: string, config: TemplateConfig): Promise<void>;
}

export interface BlobStore {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Streams chunks into one object; nothing is visible under `key` until the last chunk is in. */
  putStream(key: string, chunks: AsyncIterable<Uint8Array>): Promise<{ sizeBytes: number; sha256: string }>;
  get(key: string): Promise<Uint8Array | null>;
  getRange(key: string, offset: number, length: number): Promise<Uint8Array | null>;
  stream(key: string, range?: { offset: number; length: number }): Promise<ReadableStream<Uint8Array> | null>;
  /**
   * Writes what `change` makes of an object in its place, deletes it where that is null, and does nothing where there is
   * none. Changes made at the same time each happen: one that was overtaken is made anew.
   */
  rewrite(key: string, change: (bytes: Uint8Array) => Uint8Array | null): Promise<void>;
  delete(key: string): Promise<void>;
  /** Deletes every object whose key begins with `prefix`. */
  deletePrefix(prefix: string): Promise<void>;
}
