// The dataset card: the README.md of a dataset, with the front matter that the Hugging Face Hub reads.
import type { DatasetFile, DatasetManifest } from "./manifest.ts";
import type { SplitName } from "./split.ts";

/** Sizes as the Hub names them, by the number of records below which they hold. */
const SIZE_CATEGORIES: readonly (readonly [number, string])[] = [
  [1e3, "n<1K"],
  [1e4, "1K<n<10K"],
  [1e5, "10K<n<100K"],
  [1e6, "100K<n<1M"],
  [Number.POSITIVE_INFINITY, "1M<n<10M"],
];

const RECORD_FIELDS = {
  text: "`text` is the whole conversation in the chat format; `loss_spans` are `[start, end)` pairs in Unicode code points (Python slices) of what the assistant says and the token that ends it.",
  messages:
    "`messages` have the shape of OpenAI's chat API, arguments as JSON text; `tools` are the definitions of the tools (JSON text in Parquet).",
  completion:
    "`completion` is the assistant's last answer with the token that ends it; `prompt` is everything before it.",
} as const;

/** Quotes a YAML scalar: JSON strings are YAML. */
function yaml(value: string): string {
  return JSON.stringify(value);
}

/** Text in a table cell: no pipes, no line breaks. */
function cell(value: string | number | null): string {
  return value === null ? "-" : String(value).replaceAll("|", "\\|").replace(/\s+/g, " ");
}

function table(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const line = (cells: readonly (string | number | null)[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${" --- |".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

function filesBySplit(files: readonly DatasetFile[]): Map<SplitName, DatasetFile[]> {
  const bySplit = new Map<SplitName, DatasetFile[]>();
  for (const file of files) bySplit.set(file.split, [...(bySplit.get(file.split) ?? []), file]);
  return bySplit;
}

function frontMatter(manifest: DatasetManifest, records: number): string {
  const size = SIZE_CATEGORIES.find(([limit]) => records < limit)?.[1] ?? "1M<n<10M";
  const lines = ["---", `pretty_name: ${yaml(manifest.name)}`, `license: ${yaml(manifest.licence)}`];
  if (manifest.languages.length > 0)
    lines.push("language:", ...manifest.languages.map((language) => `  - ${yaml(language)}`));
  lines.push(
    "task_categories:",
    "  - text-generation",
    "tags:",
    "  - synthetic",
    "  - conversations",
    ...manifest.domains.map((domain) => `  - ${yaml(domain)}`),
  );
  lines.push("size_categories:", `  - ${size}`, "configs:", "  - config_name: default", "    data_files:");
  for (const [split, files] of filesBySplit(manifest.files))
    lines.push(`      - split: ${split}`, "        path:", ...files.map((file) => `          - ${yaml(file.path)}`));
  return [...lines, "---"].join("\n");
}

/** Where the conversations come from, in sentences. */
function lineage({ generator, rejected, comparedWith, selection }: DatasetManifest): string {
  const written = `Written by ${generator.models.join(", ") || "an unrecorded model"}${generator.randomSeed === null ? "" : `, random seed ${generator.randomSeed}`}.`;
  const chosen = Object.entries(selection).flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]));
  const run =
    rejected === null
      ? []
      : [
          `The run rejected ${Object.values(rejected).reduce((sum, count) => sum + count, 0)} more${Object.entries(
            rejected,
          )
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([reason, count], index) => `${index === 0 ? ": " : ", "}${reason} ${count}`)
            .join("")}.`,
        ];
  return [
    written,
    ...(chosen.length === 0 ? [] : [`Chosen by ${chosen.join(", ")}.`]),
    "Seeds hold no text of their sources.",
    ...run,
    ...(comparedWith === null || comparedWith.length === 0
      ? []
      : [`Its conversations were compared with the earlier runs ${comparedWith.join(", ")}.`]),
  ].join(" ");
}

/** The card of a dataset in Markdown. */
export function datasetCard(manifest: DatasetManifest): string {
  const records = manifest.files.reduce((sum, file) => sum + file.records, 0);
  const { template } = manifest;
  const sections = [
    frontMatter(manifest, records),
    `# ${manifest.name.replace(/\s+/g, " ")}`,
    manifest.certified
      ? `${records} synthetic conversations, every one of which passed the gates below.`
      : `${records} conversations. **Uncertified:** conversations that failed a gate are among them.`,
    "## Records",
    `${RECORD_FIELDS[manifest.record]} Tool mode: ${manifest.toolMode}.${template === null ? "" : ` Chat format: ${template.name} (${template.revision}).`}`,
    table(
      ["file", "split", "records", "bytes", "SHA-256 of the uncompressed bytes"],
      manifest.files.map((file) => [file.path, file.split, file.records, file.bytes, file.sha256]),
    ),
    "Splits are grouped by seed and source: no seed and no source is in two of them.",
    "## Lineage",
    lineage(manifest),
    table(
      ["seed", "source", "conversations"],
      manifest.seeds.map((seed) => [seed.seedId, seed.sourceId, seed.conversations]),
    ),
    "## Gates",
    table(
      ["gate", "threshold", "passed", "failed", "not measured", "methods"],
      manifest.gates.map((gate) => [
        gate.name,
        gate.threshold,
        gate.passed,
        gate.failed,
        gate.skipped,
        gate.methods.join(", "),
      ]),
    ),
    "`certificate.json` states these figures and the hash of every file under a signature (`uncase dataset verify`).",
    "## Licences",
    `The dataset: ${manifest.licence}.`,
    manifest.sourceLicences.length === 0
      ? "No source with a licence of its own."
      : table(
          ["source", "licence"],
          manifest.sourceLicences.map(({ source, licence }) => [source, licence]),
        ),
  ];
  if (manifest.warnings.length > 0)
    sections.push("## Warnings", manifest.warnings.map((warning) => `- ${cell(warning)}`).join("\n"));
  return `${sections.join("\n\n")}\n`;
}
