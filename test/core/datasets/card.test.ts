import { describe, expect, it } from "vitest";
import { datasetCard } from "../../../workers/core/datasets/card.ts";
import { type DatasetManifest, manifestText } from "../../../workers/core/datasets/manifest.ts";

const manifest: DatasetManifest = {
  name: "Ventas: prueba",
  schema: 1,
  certified: true,
  selection: { domain: null, language: "es", jobId: "j1", seedId: null },
  counts: { exported: 5, leftOut: 0 },
  domains: ["automotive.sales"],
  languages: ["es", "en"],
  template: { name: "qwen3", revision: "Qwen/Qwen3-0.6B" },
  record: "text",
  toolMode: "native",
  lossSpanUnit: "code points",
  generator: { models: ["builtin-1"], randomSeed: 7 },
  seeds: [
    { seedId: "b", sourceId: null, conversations: 3 },
    { seedId: "a", sourceId: "w|1", conversations: 2 },
  ],
  rejected: { rouge_l: 2, near_duplicate: 1 },
  comparedWith: ["e1", "e2"],
  gates: [{ name: "privacy_score", threshold: "= 0", methods: ["detectors-1"], passed: 5, failed: 0, skipped: 2 }],
  licence: "cc-by-4.0",
  sourceLicences: [],
  warnings: ["text beside a call\nis lost"],
  files: [
    {
      path: "test.jsonl",
      split: "test",
      format: "jsonl",
      compression: null,
      records: 1,
      bytes: 10,
      sha256: "00",
      storedBytes: 10,
      storedSha256: "00",
    },
    {
      path: "data/train.jsonl",
      split: "train",
      format: "jsonl",
      compression: "gzip",
      records: 4,
      bytes: 40,
      sha256: "ff",
      storedBytes: 20,
      storedSha256: "fe",
    },
  ],
};

describe("datasetCard", () => {
  const card = datasetCard(manifest);

  it("opens with front matter that names every file under its split", () => {
    const front = card.split("---\n")[1] ?? "";
    expect(front).toContain('license: "cc-by-4.0"');
    expect(front).toContain('      - split: train\n        path:\n          - "data/train.jsonl"');
    expect(front).toContain("  - n<1K");
  });

  it("states lineage, gates, hashes and the unit of the loss spans", () => {
    for (const part of [
      "random seed 7",
      "| privacy_score | = 0 | 5 | 0 | 2 | detectors-1 |",
      "| a | w\\|1 | 2 |",
      "code points",
      "rejected 3 more: near_duplicate 1, rouge_l 2",
      "compared with the earlier runs e1, e2",
      "language es, jobId j1",
    ])
      expect(card).toContain(part);
  });

  it("says loudly that an export with failed conversations is uncertified", () => {
    expect(card).not.toContain("Uncertified");
    expect(datasetCard({ ...manifest, certified: false })).toContain("**Uncertified:**");
  });

  it("keeps hostile names inside their cell and their scalar", () => {
    const hostile = datasetCard({ ...manifest, name: 'x"\n---\nlicense: none', warnings: ["a\n\n# b"] });
    expect(hostile.split("\n").filter((line) => line === "---")).toHaveLength(2);
    expect(hostile).toContain("- a # b");
  });
});

describe("manifestText", () => {
  it("does not depend on the order in which seeds and files were collected", () => {
    const shuffled = { ...manifest, seeds: manifest.seeds.toReversed(), files: manifest.files.toReversed() };
    expect(manifestText(shuffled)).toBe(manifestText(manifest));
    expect((JSON.parse(manifestText(manifest)) as DatasetManifest).files[0]?.path).toBe("data/train.jsonl");
  });
});
