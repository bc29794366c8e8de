// The files of a dataset in the blob store: where they stand, and what is written beside the data.
import { datasetCard } from "../core/datasets/card.ts";
import { certificateStatement, keyFingerprint, sealCertificate, toBase64 } from "../core/datasets/certificate.ts";
import { type DatasetManifest, manifestText } from "../core/datasets/manifest.ts";
import { Sha256 } from "../core/datasets/sha256.ts";
import type { DatasetPlan } from "./dataset-selection.ts";
import type { Deps } from "./deps.ts";
import type { DatasetRecord } from "./ports/datasets.ts";

const MEDIA_TYPES = {
  jsonl: "application/jsonl",
  text: "text/plain; charset=utf-8",
  parquet: "application/vnd.apache.parquet",
};
const CARD = "README.md";
const MANIFEST = "manifest.json";
const CERTIFICATE = "certificate.json";

type StoredFile = DatasetRecord["files"][number];

/** Where a file of a dataset stands in the blob store. */
export function datasetKey(organizationId: string, id: string, name: string): string {
  return `datasets/${organizationId}/${id}/${name}`;
}

/** Writes card, manifest and certificate, and lists all files, the data first. */
export async function describeFiles(
  deps: Deps,
  organizationId: string,
  plan: DatasetPlan,
  manifest: DatasetManifest,
): Promise<StoredFile[]> {
  const data = manifest.files.map((file): StoredFile => ({
    name: file.path,
    kind: "data",
    split: file.split,
    records: file.records,
    media_type: plan.gzip ? "application/gzip" : MEDIA_TYPES[plan.format],
    size_bytes: file.storedBytes,
    sha256: file.storedSha256,
  }));
  const write = async (
    name: string,
    kind: StoredFile["kind"],
    media_type: string,
    text: string,
  ): Promise<StoredFile> => {
    const bytes = new TextEncoder().encode(text);
    await deps.blobs.put(datasetKey(organizationId, plan.id, name), bytes);
    const sha256 = new Sha256().update(bytes).hex();
    return { name, kind, split: null, records: null, media_type, size_bytes: bytes.length, sha256 };
  };
  const card = await write(CARD, "card", "text/markdown; charset=utf-8", datasetCard(manifest));
  const index = await write(MANIFEST, "manifest", "application/json", manifestText(manifest));
  const publicKey = await deps.secrets.publicKey();
  const statement = certificateStatement([...data, card, index], {
    dataset_id: plan.id,
    name: plan.name,
    issued_at: plan.createdAt,
    certified: manifest.certified,
    counts: {
      exported: manifest.counts.exported,
      left_out: manifest.counts.leftOut,
      splits: Object.fromEntries(manifest.files.map((file) => [file.split, file.records])),
    },
    template: manifest.template?.name ?? null,
    record: manifest.record,
    tool_mode: manifest.toolMode,
    gates: manifest.gates,
    public_key: toBase64(publicKey),
  });
  const sealed = await sealCertificate(statement, await keyFingerprint(publicKey), (bytes) => deps.secrets.sign(bytes));
  const certificate = await write(CERTIFICATE, "certificate", "application/json", sealed);
  return [...data, card, index, certificate];
}

/** Deletes the files that stand beside the data. */
export async function discardDescription(deps: Deps, organizationId: string, id: string): Promise<void> {
  for (const name of [CARD, MANIFEST, CERTIFICATE]) await deps.blobs.delete(datasetKey(organizationId, id, name));
}
