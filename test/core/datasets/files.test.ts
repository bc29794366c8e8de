import * as fc from "fast-check";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { gunzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { parquetChunks } from "../../../workers/core/datasets/parquet.ts";
import type {
  CompletionRecord,
  DatasetRecord,
  MessageRecord,
  RecordFormat,
  TextRecord,
} from "../../../workers/core/datasets/record.ts";
import { Sha256 } from "../../../workers/core/datasets/sha256.ts";
import { gzipChunks, jsonlChunks, textChunks } from "../../../workers/core/datasets/text-files.ts";

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk.slice());
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

async function readParquet(bytes: Uint8Array<ArrayBuffer>): Promise<Record<string, unknown>[]> {
  return parquetReadObjects({ file: bytes.buffer });
}

const texts: TextRecord[] = Array.from({ length: 25 }, (_, index) => ({
  text: `línea ${index} 🚗\n`,
  loss_spans: Array.from({ length: index % 3 }, (_, at) => [at, at + 1]),
}));

const dialogues: MessageRecord[] = [
  {
    messages: [
      { role: "user", content: "Hola", name: null, tool_call_id: null, tool_calls: null },
      {
        role: "assistant",
        content: "",
        name: null,
        tool_call_id: null,
        tool_calls: [{ id: "a", type: "function", function: { name: "f", arguments: "{}" } }],
      },
      { role: "tool", content: "ok", name: "f", tool_call_id: "a", tool_calls: null },
    ],
    tools: [{ type: "function", function: { name: "f", parameters: { type: "object" } } }],
  },
  { messages: [{ role: "assistant", content: "solo", name: null, tool_call_id: null, tool_calls: null }], tools: [] },
];

describe("jsonlChunks", () => {
  it("writes one parseable object a line, whatever the text holds", async () => {
    const hostile: DatasetRecord[] = [{ prompt: 'a\nb\u2028"\\', completion: "\u0000\ud83d" }];
    const lines = new TextDecoder().decode(await collect(jsonlChunks([...hostile, ...texts]))).split("\n");
    expect(lines.pop()).toBe("");
    expect(lines.map((line) => JSON.parse(line) as DatasetRecord)).toEqual([...hostile, ...texts]);
  });

  it("gives the same bytes for the same records and its chunks do not depend on who reads them", async () => {
    expect(await collect(jsonlChunks(texts))).toEqual(await collect(jsonlChunks(texts)));
  });

  it("keeps no more than a chunk: a large dataset comes out in pieces", async () => {
    const big = { prompt: "x".repeat(40_000), completion: "y" };
    let pieces = 0;
    for await (const chunk of jsonlChunks(Array.from({ length: 20 }, () => big))) {
      pieces++;
      expect(chunk.length).toBeLessThan(200_000);
    }
    expect(pieces).toBe(10);
  });
});

describe("textChunks", () => {
  it("separates texts by a blank line", async () => {
    const bytes = await collect(
      textChunks([
        { prompt: "a", completion: "b" },
        { text: "c", loss_spans: [] },
      ]),
    );
    expect(new TextDecoder().decode(bytes)).toBe("ab\n\nc\n");
  });
});

describe("gzipChunks", () => {
  it("decompresses to the same bytes and is the same every time", async () => {
    const plain = await collect(jsonlChunks(texts));
    const packed = await collect(gzipChunks(jsonlChunks(texts)));
    expect(gunzipSync(packed)).toEqual(plain);
    expect(await collect(gzipChunks(jsonlChunks(texts)))).toEqual(packed);
  });
});

describe("parquetChunks", () => {
  it("reads back to the same texts and spans over several row groups", async () => {
    const bytes = await collect(parquetChunks(texts, "text", 10));
    expect(parquetMetadata(bytes.buffer).row_groups).toHaveLength(3);
    expect(await readParquet(bytes)).toEqual(texts);
  });

  it("keeps messages as columns, absent fields as nulls and tools as JSON text", async () => {
    const rows = await readParquet(await collect(parquetChunks(dialogues, "messages")));
    // The reader gives undefined for an absent list.
    const read = rows.map((row) => ({
      ...row,
      messages: (row["messages"] as MessageRecord["messages"]).map((message) => ({
        ...message,
        tool_calls: message.tool_calls ?? null,
      })),
    }));
    expect(read).toEqual(dialogues.map((dialogue) => ({ ...dialogue, tools: JSON.stringify(dialogue.tools) })));
  });

  it("reads back prompt and completion", async () => {
    const records: CompletionRecord[] = [{ prompt: "p", completion: "c" }];
    expect(await readParquet(await collect(parquetChunks(records, "completion")))).toEqual(records);
  });

  it.each<RecordFormat>(["text", "messages", "completion"])(
    "writes a readable file of no rows for %s",
    async (format) => {
      expect(await readParquet(await collect(parquetChunks([], format)))).toEqual([]);
    },
  );

  it("gives the same bytes for the same records", async () => {
    expect(await collect(parquetChunks(texts, "text", 10))).toEqual(await collect(parquetChunks(texts, "text", 10)));
  });
});

describe("Sha256", () => {
  it("gives the digests of the standard's examples", () => {
    const digest = (text: string): string => new Sha256().update(new TextEncoder().encode(text)).hex();
    expect(digest("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(digest("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it("agrees with the platform's digest however the input is cut", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), async (pieces) => {
        const digest = new Sha256();
        for (const piece of pieces) digest.update(piece);
        const whole = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
        const expected = new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
        expect(digest.hex()).toBe([...expected].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
