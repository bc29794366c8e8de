// Runs where Python with `datasets` and `tokenizers` is at hand (PYTHON names it); elsewhere it skips with a line.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parquetChunks } from "../../../workers/core/datasets/parquet.ts";
import { type DatasetRecord, datasetRecord } from "../../../workers/core/datasets/record.ts";
import { jsonlChunks } from "../../../workers/core/datasets/text-files.ts";
import { renderFamily } from "../../../workers/core/templates/families.ts";
import type { ChatMessage } from "../../../workers/core/templates/model.ts";

const python = process.env["PYTHON"] ?? "python3";
const ready = spawnSync(python, ["-c", "import datasets, tokenizers"]).status === 0;
if (!ready) console.warn(`skipped: ${python} has no datasets and tokenizers (set PYTHON to one that has)`);

const conversations: ChatMessage[][] = Array.from({ length: 12 }, (_, index) => [
  { role: "user", content: `Hola 🚗 número ${index}` },
  {
    role: "assistant",
    content: "",
    tool_calls: [
      {
        id: `call${index}`,
        type: "function",
        function: { name: "buscar", arguments: index % 2 === 0 ? { marca: "ñ" } : { precio: index } },
      },
    ],
  },
  { role: "tool", tool_call_id: `call${index}`, name: "buscar", content: `{"n": ${index}}` },
  { role: "assistant", content: `Encontré ${index} 👋🏽.` },
  { role: "user", content: "Gracias" },
  { role: "assistant", content: "¡De nada!" },
]);
const tools = [
  {
    type: "function",
    function: { name: "buscar", description: "Busca.", parameters: { type: "object", properties: {} } },
  },
];

async function write(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  writeFileSync(path, Buffer.concat(parts));
}

describe.skipIf(!ready)("the real Python datasets library", () => {
  it.each([
    ["qwen3", ["<|im_start|>", "<|im_end|>"]],
    ["llama3.1", ["<|begin_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"]],
  ])(
    "loads both formats of %s to the same records, and a tokenizer sees exactly the assistant's text and end token",
    async (family, special_tokens) => {
      const folder = mkdtempSync(join(tmpdir(), "uncase-datasets-"));
      try {
        const rendered = conversations.map((messages) => renderFamily(family, { messages, tools }));
        const texts: DatasetRecord[] = rendered.map((output) => datasetRecord(output, [], null, "text"));
        const messages: DatasetRecord[] = rendered.map((output, index) =>
          datasetRecord(output, conversations[index] ?? [], tools, "messages"),
        );
        await write(join(folder, "text.jsonl"), jsonlChunks(texts));
        await write(join(folder, "text.parquet"), parquetChunks(texts, "text", 5));
        await write(join(folder, "messages.jsonl"), jsonlChunks(messages));
        await write(join(folder, "messages.parquet"), parquetChunks(messages, "messages", 5));
        const spoken = rendered.map(({ text, lossSpans }) =>
          lossSpans.map(([start, end]) => text.slice(start, end)).join(""),
        );
        writeFileSync(join(folder, "expected.json"), JSON.stringify({ special_tokens, spoken }));
        const run = spawnSync(python, [join(import.meta.dirname, "check_dataset.py"), folder], {
          encoding: "utf8",
          env: { ...process.env, HF_HUB_OFFLINE: "1" },
        });
        expect(run.status, run.stderr).toBe(0);
        expect(JSON.parse(run.stdout.trim().split("\n").at(-1) ?? "")).toMatchObject({
          records: 12,
          same_text: true,
          same_messages: true,
          straddling_tokens: 0,
          mismatches: 0,
        });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );
});
