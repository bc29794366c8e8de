import type { SchemaElement } from "hyparquet";
import { ByteWriter } from "hyparquet-writer/src/bytewriter.js";
import { ParquetWriter } from "hyparquet-writer/src/parquet-writer.js";
import type { DatasetRecord, RecordFormat } from "./record.ts";

const ROW_GROUP_ROWS = 2000;

function text(name: string, repetition_type: "REQUIRED" | "OPTIONAL" = "REQUIRED"): SchemaElement {
  return { name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type };
}

/** A list column: its own three levels around one element. */
function list(name: string, repetition_type: "REQUIRED" | "OPTIONAL", ...element: SchemaElement[]): SchemaElement[] {
  return [
    { name, repetition_type, converted_type: "LIST", num_children: 1 },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    ...element,
  ];
}

interface Columns {
  schema: SchemaElement[];
  names: readonly string[];
  /** The value of a column in a record, where it differs from the record's own field. */
  convert?: Readonly<Record<string, (value: unknown) => unknown>>;
}

const COLUMNS: Record<RecordFormat, Columns> = {
  text: {
    names: ["text", "loss_spans"],
    schema: [
      text("text"),
      ...list(
        "loss_spans",
        "REQUIRED",
        ...list("element", "REQUIRED", { name: "element", type: "INT32", repetition_type: "REQUIRED" }),
      ),
    ],
  },
  messages: {
    names: ["messages", "tools"],
    schema: [
      ...list("messages", "REQUIRED", { name: "element", repetition_type: "REQUIRED", num_children: 5 }),
      text("role"),
      text("content"),
      text("name", "OPTIONAL"),
      text("tool_call_id", "OPTIONAL"),
      ...list("tool_calls", "OPTIONAL", { name: "element", repetition_type: "REQUIRED", num_children: 3 }),
      text("id"),
      text("type"),
      { name: "function", repetition_type: "REQUIRED", num_children: 2 },
      text("name"),
      text("arguments"),
      text("tools"),
    ],
    // Tools differ in shape from one to the next, which a column cannot: they are JSON text.
    convert: { tools: (value) => JSON.stringify(value) },
  },
  completion: { names: ["prompt", "completion"], schema: [text("prompt"), text("completion")] },
};

/**
 * The records as one Parquet file, in chunks of one row group each (2,000 rows, Snappy): memory holds one row group and
 * the footer's index. Lists are `list<list<int32>>` for the spans; `tools` is JSON text.
 */
export async function* parquetChunks(
  records: Iterable<DatasetRecord> | AsyncIterable<DatasetRecord>,
  format: RecordFormat,
  rowGroupRows = ROW_GROUP_ROWS,
): AsyncGenerator<Uint8Array> {
  const columns = COLUMNS[format];
  const bytes = new ByteWriter();
  const file = new ParquetWriter({
    writer: bytes,
    schema: [{ name: "root", num_children: columns.names.length }, ...columns.schema],
    createdBy: "uncase",
  });
  let rows: DatasetRecord[] = [];
  for await (const record of records) {
    rows.push(record);
    if (rows.length < rowGroupRows) continue;
    writeRowGroup(file, columns, rows);
    rows = [];
    yield drain(bytes);
  }
  if (rows.length > 0) writeRowGroup(file, columns, rows);
  file.finish();
  yield drain(bytes);
}

function writeRowGroup(file: ParquetWriter, columns: Columns, rows: readonly DatasetRecord[]): void {
  file.write({
    rowGroupSize: rows.length,
    columnData: columns.names.map((name) => {
      const convert = columns.convert?.[name] ?? ((value: unknown) => value);
      return { name, data: rows.map((row) => convert(row[name as keyof DatasetRecord])) };
    }),
  });
}

/** Takes the bytes written so far and lets the writer start its buffer anew; its file offset goes on. */
function drain(writer: ByteWriter): Uint8Array {
  const taken = writer.getBytes().slice();
  writer.index = 0;
  return taken;
}
