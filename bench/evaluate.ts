/**
 * Speed of evaluation: conversations a second and CPU a conversation for 6, 20 and 60 turns, and how it grows.
 *
 *   node bench/evaluate.ts [--data ../shared/data] [--seconds 2]
 *
 * The eight metrics that need no judge, local backends, Layer 0 with its recogniser, fingerprints of 200 sources.
 * Goal: under 5 ms for 20 turns. The last line of stdout is JSON.
 */
import { existsSync, readFileSync } from "node:fs";
import type { Conversation } from "../workers/contract/conversation.ts";
import { SeedSchema } from "../workers/contract/seed.ts";
import { evaluateConversation } from "../workers/core/evaluation/evaluate.ts";
import { readHashKey } from "../workers/core/evaluation/keyed-hash.ts";
import { createSourceIndex, fingerprintSource } from "../workers/core/evaluation/memorisation.ts";
import { createPrivacyEngine } from "../workers/core/privacy/engine.ts";
import { createRecogniser } from "../workers/core/privacy/recogniser.ts";
import { isReserved } from "../workers/core/privacy/reserved.ts";
import { readOwn, readStar } from "../scripts/evaluation-data.ts";
import { readOptions } from "../scripts/runtime/options.ts";

const GOAL_MS = 5;
const LENGTHS = [6, 20, 60];

const options = readOptions(import.meta.filename, {
  data: { type: "string", default: "../shared/data" },
  seconds: { type: "string", default: "2" },
});

const seed = SeedSchema.parse({
  seed_id: "bench",
  dominio: "automotive.sales",
  idioma: "es",
  roles: ["user", "assistant"],
  rol_asistente: "assistant",
  objetivo: "Vender un auto familiar con financiamiento y agendar una prueba de manejo",
  pasos_turnos: {
    turnos_min: 6,
    turnos_max: 60,
    flujo_esperado: [
      "saludo",
      "consulta de necesidades",
      "presentación de opciones",
      "financiamiento",
      "prueba de manejo",
      "cierre",
    ],
  },
  parametros_factuales: {
    contexto: "Agencia con modelos familiares y crédito propio. La tasa anual es de 13.5 %.",
    restricciones: [
      "Enganche mínimo del 20 %",
      "Plazo máximo de 60 meses",
      "Precios en pesos mexicanos",
      "No prometer la aprobación del crédito",
    ],
  },
});

/** A conversation of exactly that many turns, cut from or joined of real ones. */
function ofLength(dialogues: readonly Conversation[], turns: number, start: number): Conversation {
  const joined: Conversation["turnos"] = [];
  for (let i = start; joined.length < turns; i++) joined.push(...dialogues[i % dialogues.length]!.turnos);
  return {
    ...dialogues[start % dialogues.length]!,
    turnos: joined.slice(0, turns).map((turn, i) => ({ ...turn, turno: i + 1 })),
  };
}

function main(): void {
  const own = readOwn("data/evaluation/dialogues.txt");
  const dialogues = (existsSync(options.data) ? [...readStar(options.data), ...own] : own).map(
    (dialogue) => dialogue.conversation,
  );
  const read = (name: string) => new Uint8Array(readFileSync(`workers/core/privacy/models/${name}.bin`)).buffer;
  const privacy = createPrivacyEngine({ recogniser: createRecogniser(read("recogniser"), read("lexicon")) });
  const key = readHashKey(new Uint8Array(16).fill(1));
  const sources = createSourceIndex(
    key,
    dialogues.slice(0, 200).map((source) =>
      fingerprintSource(
        key,
        source.conversation_id,
        source.turnos.map((turn) => ({ text: turn.contenido, spans: [] })),
        [],
      ),
    ),
  );
  // A scanner of its own for each: the sample comes round again, and what was scanned before would cost nothing.
  const evaluateFresh = (conversation: Conversation) => {
    const scanner = { scan: (text: string, options: { policy: "synthetic" }) => privacy.scan(text, options) };
    evaluateConversation(conversation, seed, { tools: [], privacy: scanner, isReserved, sources });
  };
  const rows = LENGTHS.map((turns) => {
    const sample = Array.from({ length: 100 }, (_, i) => ofLength(dialogues, turns, i * 3));
    for (const conversation of sample.slice(0, 50)) evaluateFresh(conversation);
    const heapBefore = process.memoryUsage().heapUsed;
    const cpu = process.cpuUsage();
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < Number(options.seconds) * 1000) {
      evaluateFresh(sample[count % sample.length]!);
      count += 1;
    }
    const used = process.cpuUsage(cpu);
    const cpuMs = (used.user + used.system) / 1000 / count;
    return {
      turns,
      per_second: Math.round((1000 * count) / (performance.now() - start)),
      cpu_ms: Math.round(cpuMs * 1000) / 1000,
      cpu_us_per_turn: Math.round((1000 * cpuMs) / turns),
      heap_growth_mb: Math.round((process.memoryUsage().heapUsed - heapBefore) / 1e5) / 10,
    };
  });
  console.log("turns  conversations/s  CPU ms  CPU us/turn  heap growth MB");
  for (const row of rows) {
    console.log(
      `${String(row.turns).padStart(5)}${String(row.per_second).padStart(17)}${row.cpu_ms.toFixed(3).padStart(8)}${String(row.cpu_us_per_turn).padStart(13)}${row.heap_growth_mb.toFixed(1).padStart(16)}`,
    );
  }
  // Exponent of CPU over turns between the shortest and the longest: 1 is linear.
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const growth = Math.log(last.cpu_ms / first.cpu_ms) / Math.log(last.turns / first.turns);
  const twenty = rows.find((row) => row.turns === 20)!;
  console.log(
    JSON.stringify({
      rows,
      growth_exponent: Math.round(growth * 100) / 100,
      goal_ms: GOAL_MS,
      goal_met: twenty.cpu_ms < GOAL_MS,
    }),
  );
}

main();
