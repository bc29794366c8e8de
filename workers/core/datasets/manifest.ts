import type { SplitName } from "./split.ts";

export interface DatasetFile {
  path: string;
  split: SplitName;
  format: "jsonl" | "parquet" | "text";
  compression: "gzip" | null;
  records: number;
  /** Size and SHA-256 of the uncompressed bytes: compressors differ, the data does not. */
  bytes: number;
  sha256: string;
  /** Size and SHA-256 of the file as it is downloaded. */
  storedBytes: number;
  storedSha256: string;
}

/** How the exported conversations did in one metric. */
export interface DatasetGate {
  name: string;
  /** The threshold that a conversation had to reach, as the gate prints it; several when seeds ask for their own. */
  threshold: string;
  /** The methods that measured, with their versions. */
  methods: string[];
  passed: number;
  failed: number;
  /** The metric had nothing to measure (no tool calls, no sources). */
  skipped: number;
}

export interface DatasetSeed {
  seedId: string;
  sourceId: string | null;
  conversations: number;
}

/** No build time and no id in it: the same conversations in the same recipe give the same bytes. */
export interface DatasetManifest {
  name: string;
  /** Version of this shape. */
  schema: 1;
  /** All conversations passed the gates; an export with failed ones is uncertified. */
  certified: boolean;
  /** What was asked for; null where nothing was. */
  selection: { domain: string | null; language: string | null; jobId: string | null; seedId: string | null };
  counts: { exported: number; leftOut: number };
  domains: string[];
  languages: string[];
  /** Chat format with the revision it matches. */
  template: { name: string; revision: string } | null;
  record: "text" | "messages" | "completion";
  toolMode: string;
  lossSpanUnit: "code points";
  generator: { models: string[]; randomSeed: number | null };
  seeds: DatasetSeed[];
  /** What the run that wrote the conversations rejected, by the first gate that failed; null without a run. */
  rejected: Record<string, number> | null;
  /** Earlier runs that the run's conversations were compared with: near duplicates of theirs are left out. */
  comparedWith: string[] | null;
  gates: DatasetGate[];
  licence: string;
  /** Licences of what the data derives from, by source. */
  sourceLicences: { source: string; licence: string }[];
  warnings: string[];
  files: DatasetFile[];
}

/** The manifest as it is stored: keys in the order of the shape, so that the same dataset has the same bytes. */
export function manifestText(manifest: DatasetManifest): string {
  const { seeds, files, ...rest } = manifest;
  const ordered = {
    ...rest,
    seeds: seeds.toSorted((a, b) => (a.seedId < b.seedId ? -1 : a.seedId > b.seedId ? 1 : 0)),
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}
