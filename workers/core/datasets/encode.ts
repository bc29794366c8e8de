import type { Conversation } from "../../contract/conversation.ts";
import { familyOf } from "../templates/families.ts";
import { type ConversationOptions, renderConversation } from "../templates/messages.ts";
import { parquetChunks } from "./parquet.ts";
import { datasetRecord, type TextRecord } from "./record.ts";
import { jsonlChunks, textChunks } from "./text-files.ts";

export type FileFormat = "jsonl" | "text" | "parquet";

export interface DatasetItem {
  conversation: Conversation;
  options: ConversationOptions;
}

const ENCODERS: Record<FileFormat, (records: AsyncIterable<TextRecord>) => AsyncIterable<Uint8Array>> = {
  jsonl: jsonlChunks,
  text: textChunks,
  parquet: (records) => parquetChunks(records, "text"),
};

/**
 * The file of a dataset, in chunks, in constant memory: each conversation rendered in `family` as one record. A family
 * that is itself a record of data (`openai_api`, `sharegpt`) gives JSON lines as its makers take them; the others give
 * `{"text", "loss_spans"}`, the spans in Unicode code points. Warnings of the renderer go to `warn`.
 * @throws TemplateError for a conversation that the family refuses
 */
export async function* encodeDataset(
  items: AsyncIterable<DatasetItem>,
  family: string,
  format: FileFormat,
  warn: (warning: string) => void,
): AsyncGenerator<Uint8Array> {
  async function* rendered() {
    for await (const { conversation, options } of items) {
      const output = renderConversation(conversation, family, options);
      for (const warning of output.warnings) warn(warning);
      yield output;
    }
  }
  if (familyOf(family).isData === true && format === "jsonl") {
    const encoder = new TextEncoder();
    for await (const { text } of rendered()) yield encoder.encode(`${text.toWellFormed()}\n`);
    return;
  }
  async function* records() {
    for await (const output of rendered()) yield datasetRecord(output, [], null, "text") as TextRecord;
  }
  yield* ENCODERS[format](records());
}
