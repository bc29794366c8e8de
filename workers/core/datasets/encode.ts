import type { Conversation } from "../../contract/conversation.ts";
import type { ExportOptions } from "../../contract/job.ts";
import { familyOf } from "../templates/families.ts";
import { type ConversationOptions, renderConversation, toMessages } from "../templates/messages.ts";
import { type RenderOutput, TemplateError } from "../templates/model.ts";
import { parquetChunks } from "./parquet.ts";
import { type DatasetRecord, datasetRecord, type RecordFormat } from "./record.ts";
import { Sha256 } from "./sha256.ts";
import { gzipChunks, jsonlChunks, textChunks } from "./text-files.ts";

export type FileFormat = ExportOptions["format"];

export interface DatasetItem {
  conversation: Conversation;
  options: ConversationOptions;
}

/** What every file of a dataset has in common. */
export interface DatasetRecipe {
  family: string;
  format: FileFormat;
  record: RecordFormat;
  gzip: boolean;
}

/** What became of a file's conversations, filled in while it is written. */
export interface EncodeTally {
  records: number;
  /** Left out because the format refuses them, by its reason. */
  refused: Map<string, number>;
  warnings: Set<string>;
  /** Of the bytes before compression; null when nothing compresses them. */
  plain: { bytes: number; sha256: string } | null;
}

export function startTally(): EncodeTally {
  return { records: 0, refused: new Map(), warnings: new Set(), plain: null };
}

/** More reasons than this are summed up: a reason may name a tool or a role. */
const MAX_REASONS = 20;

/** The refusals in words, the commonest first. */
export function describeRefusals(refused: ReadonlyMap<string, number>): string[] {
  const ordered = [...refused].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const lines = ordered.slice(0, MAX_REASONS).map(([reason, count]) => `left out ${count}: ${reason}`);
  const rest = ordered.slice(MAX_REASONS).reduce((sum, [, count]) => sum + count, 0);
  return rest === 0 ? lines : [...lines, `left out ${rest} for other reasons`];
}

/** Why the parts of a recipe do not go together, by the name of the field; null when they do. */
export function recipeProblem({ family, format, record, gzip }: DatasetRecipe): [field: string, why: string] | null {
  if (gzip && format === "parquet") return ["gzip", "Parquet is compressed by itself"];
  if (record === "messages" && format === "text") return ["record", "messages are JSON lines or Parquet, not text"];
  if (record === "completion" && familyOf(family).isData === true)
    return ["record", `${family} is a record of its own and has no prompt to complete`];
  return null;
}

/** Name of a split's file. */
export function dataFileName(split: string, { format, gzip }: Pick<DatasetRecipe, "format" | "gzip">): string {
  return `${split}.${format === "text" ? "txt" : format}${gzip ? ".gz" : ""}`;
}

const ENCODERS: Record<
  FileFormat,
  (records: AsyncIterable<DatasetRecord>, format: RecordFormat) => AsyncIterable<Uint8Array>
> = { jsonl: jsonlChunks, text: textChunks, parquet: parquetChunks };

/** One conversation as a record. @throws TemplateError */
function encodeRecord({ conversation, options }: DatasetItem, recipe: DatasetRecipe, tally: EncodeTally) {
  if (recipe.record !== "messages") {
    const output = renderConversation(conversation, recipe.family, options);
    for (const warning of output.warnings) tally.warnings.add(warning);
    return { output, record: datasetRecord(output, [], null, recipe.record) };
  }
  const { messages, tools, warnings } = toMessages(conversation, options);
  for (const warning of warnings) tally.warnings.add(warning);
  const output: RenderOutput = { text: "", lossSpans: [], warnings };
  return { output, record: datasetRecord(output, messages, tools, "messages") };
}

/**
 * One file of a dataset, in chunks, in constant memory. `text` records are each conversation rendered in the recipe's
 * family; a family that is itself a record of data (`openai_api`, `sharegpt`) gives JSON lines as its makers take them,
 * the others `{"text", "loss_spans"}`, the spans in Unicode code points. `messages` need no family. A conversation that
 * the family refuses is left out and counted in the tally.
 */
export async function* encodeDataset(
  items: AsyncIterable<DatasetItem>,
  recipe: DatasetRecipe,
  tally: EncodeTally,
): AsyncGenerator<Uint8Array> {
  const encoded = encodePlain(items, recipe, tally);
  if (recipe.gzip) yield* gzipChunks(digested(encoded, tally));
  else yield* encoded;
}

async function* encodePlain(
  items: AsyncIterable<DatasetItem>,
  recipe: DatasetRecipe,
  tally: EncodeTally,
): AsyncGenerator<Uint8Array> {
  async function* accepted() {
    for await (const item of items) {
      try {
        yield encodeRecord(item, recipe, tally);
        tally.records += 1;
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error;
        tally.refused.set(error.message, (tally.refused.get(error.message) ?? 0) + 1);
      }
    }
  }
  if (recipe.record === "text" && recipe.format === "jsonl" && familyOf(recipe.family).isData === true) {
    const encoder = new TextEncoder();
    for await (const { output } of accepted()) yield encoder.encode(`${output.text.toWellFormed()}\n`);
    return;
  }
  async function* records() {
    for await (const { record } of accepted()) yield record;
  }
  yield* ENCODERS[recipe.format](records(), recipe.record);
}

/** Passes chunks on and notes their size and hash. */
async function* digested(chunks: AsyncIterable<Uint8Array>, tally: EncodeTally): AsyncGenerator<Uint8Array> {
  const digest = new Sha256();
  let bytes = 0;
  for await (const chunk of chunks) {
    digest.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  tally.plain = { bytes, sha256: digest.hex() };
}
