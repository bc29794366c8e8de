// Exports conversations in constant memory: render, record, JSONL and Parquet, hashed and written to a scratch file.
// node bench/export.ts [--count 100000] [--template qwen]
import { createHash } from "node:crypto";
import { mkdtempSync, openSync, rmSync, writeSync, closeSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Conversation, ConversationTurn } from "../workers/contract/conversation.ts";
import type { ToolDefinition } from "../workers/contract/tool.ts";
import { parquetChunks } from "../workers/core/datasets/parquet.ts";
import { type DatasetRecord, datasetRecord } from "../workers/core/datasets/record.ts";
import { jsonlChunks } from "../workers/core/datasets/text-files.ts";
import { renderConversation } from "../workers/core/templates/messages.ts";
import { readOptions } from "../scripts/runtime/options.ts";

const tool: ToolDefinition = {
  name: "buscar_vehiculo",
  description: "Busca vehículos en el inventario por marca y precio.",
  input_schema: {
    type: "object",
    properties: { marca: { type: "string" }, precio_max: { type: "number" } },
    required: ["marca"],
  },
  output_schema: {},
  domains: ["automotive.sales"],
  category: "automotive.sales",
  requires_auth: false,
  execution_mode: "simulated",
  version: "1.0",
  metadata: {},
};

const SENTENCES = [
  "Buenas tardes, busco un coche para la familia y no quiero gastar de más.",
  "Con gusto le ayudo. ¿Prefiere un sedán o una camioneta?",
  "Una camioneta, de preferencia híbrida, con cámara de reversa.",
  "Permítame revisar qué tenemos disponible en el inventario.",
  "¿Qué garantía tiene y cuánto tardan en entregarla?",
  "Tres años o sesenta mil kilómetros; la entrega tarda de cinco a ocho días.",
  "¿Y puedo dejar mi coche a cuenta?",
  "Sí, lo valuamos sin compromiso y le descontamos el importe del enganche. 🚗",
];

/** The n-th conversation: 12 turns, every second one the assistant's, one of them with a call and its result. */
function conversationOf(n: number): Conversation {
  const turnos = Array.from({ length: 12 }, (_, index): ConversationTurn => {
    const assistant = index % 2 === 1;
    const calls = index === 3;
    const id = `k${n}`;
    return {
      turno: index + 1,
      rol: assistant ? "asesor" : "cliente",
      contenido: `${SENTENCES[(n + index) % SENTENCES.length]} (${n}-${index})`,
      herramientas_usadas: [],
      tool_calls: calls
        ? [{ tool_call_id: id, tool_name: tool.name, arguments: { marca: "Toyota", precio_max: 350_000 + n } }]
        : null,
      tool_results: calls
        ? [
            {
              tool_call_id: id,
              tool_name: tool.name,
              result: { resultados: [{ modelo: "RAV4", precio: 340_000 + n }] },
              status: "success",
              duration_ms: null,
            },
          ]
        : null,
      metadata: {},
    };
  });
  return {
    conversation_id: `c${n}`,
    seed_id: `s${n % 300}`,
    dominio: "automotive.sales",
    idioma: "es",
    turnos,
    es_sintetica: true,
    metadata: {},
  };
}

function* recordsOf(count: number, template: string): Generator<DatasetRecord> {
  const options = {
    assistantRole: "asesor",
    toolMode: "native",
    systemPrompt: "Eres un asesor de ventas.",
    tools: [tool],
  } as const;
  for (let n = 0; n < count; n++) {
    const conversation = conversationOf(n);
    const rendered = renderConversation(conversation, template, { ...options, now: "2026-01-15T12:00:00" });
    yield datasetRecord(rendered, [], null, "text");
  }
}

/** Peak resident memory of this process so far, in MiB, as Linux counts it. */
function peakMemoryMiB(): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

interface Measured {
  format: string;
  conversations: number;
  bytes: number;
  seconds: number;
  /** Megabytes of the file a second. */
  mb_per_s: number;
  /** Millions of characters of rendered text a second. */
  text_mb_per_s: number;
  rss_at_tenth_mib: number;
  rss_peak_mib: number;
  sha256: string;
}

async function measure(format: "jsonl" | "parquet", count: number, template: string, file: string): Promise<Measured> {
  const handle = openSync(file, "w");
  const digest = createHash("sha256");
  const started = performance.now();
  let bytes = 0;
  let seen = 0;
  let characters = 0;
  let atTenth = 0;
  let peak = 0;
  function* counted(): Generator<DatasetRecord> {
    for (const record of recordsOf(count, template)) {
      seen++;
      if ("text" in record) characters += record.text.length;
      if (seen % Math.max(1, Math.floor(count / 100)) === 0) {
        const resident = process.memoryUsage.rss() / 2 ** 20;
        if (seen <= count / 10) atTenth = Math.max(atTenth, resident);
        peak = Math.max(peak, resident);
      }
      yield record;
    }
  }
  for await (const chunk of format === "jsonl" ? jsonlChunks(counted()) : parquetChunks(counted(), "text")) {
    digest.update(chunk);
    bytes += writeSync(handle, chunk);
  }
  closeSync(handle);
  const seconds = (performance.now() - started) / 1000;
  return {
    format,
    conversations: seen,
    bytes,
    seconds: Number(seconds.toFixed(2)),
    mb_per_s: Number((bytes / 1e6 / seconds).toFixed(1)),
    text_mb_per_s: Number((characters / 1e6 / seconds).toFixed(1)),
    rss_at_tenth_mib: Math.round(atTenth),
    rss_peak_mib: Math.round(peak),
    sha256: digest.digest("hex"),
  };
}

async function main(): Promise<void> {
  const values = readOptions(import.meta.filename, {
    count: { type: "string", default: "100000" },
    template: { type: "string", default: "qwen" },
  });
  const count = Number(values.count);
  const folder = mkdtempSync(join(tmpdir(), "uncase-export-"));
  try {
    const results: Measured[] = [];
    for (const format of ["jsonl", "parquet"] as const) {
      const result = await measure(format, count, values.template, join(folder, format));
      results.push(result);
      console.log(
        `${format.padEnd(8)} ${result.conversations} conversations, ${(result.bytes / 1e6).toFixed(1)} MB in ${result.seconds} s: ` +
          `${result.mb_per_s} MB/s (${result.text_mb_per_s} MB/s of text), RSS ${result.rss_at_tenth_mib} MiB after a tenth, ${result.rss_peak_mib} MiB at most`,
      );
    }
    console.log(JSON.stringify({ template: values.template, peak_mib: Math.round(peakMemoryMiB()), results }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
