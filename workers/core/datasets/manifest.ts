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
}

export interface DatasetGate {
  name: string;
  /** The threshold that a conversation had to reach, as the gate prints it. */
  threshold: string;
  passed: number;
  rejected: number;
}

export interface DatasetSeed {
  seedId: string;
  sourceId: string | null;
  conversations: number;
}

export interface DatasetManifest {
  name: string;
  createdAt: string;
  /** Version of this shape. */
  schema: 1;
  /** All conversations passed the gates; an export with failed ones is uncertified. */
  certified: boolean;
  domains: string[];
  languages: string[];
  /** Chat format with the revision it matches. */
  template: { name: string; revision: string } | null;
  record: "text" | "messages" | "completion";
  toolMode: string;
  lossSpanUnit: "code points";
  generator: { providers: string[]; models: string[]; randomSeed: number | null; jobId: string | null };
  seeds: DatasetSeed[];
  /** Near-duplicates that were left out, and the datasets they were compared with. */
  duplicates: { dropped: number; comparedWith: string[] };
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
