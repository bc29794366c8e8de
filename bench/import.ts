/**
 * Import speed and memory, before detection and with it:
 * `node bench/import.ts [--mb 100] [--detect-mb 10] [--format whatsapp|csv|jsonl|all]`.
 * The input is generated on the fly, so that only the parser's own memory counts. Each format runs in a process of its
 * own (its peak resident memory is that process's), and the time of a run without a parser is taken off as the
 * generator's. The last line of stdout is one JSON object.
 */
import { spawnSync } from "node:child_process";
import { loadPrivacyEngine } from "../workers/cli/local-privacy.ts";
import { buildConversation } from "../workers/core/ingest/conversation.ts";
import { conversationFingerprint } from "../workers/core/ingest/identity.ts";
import { parseStream } from "../workers/core/parsing/parse.ts";
import { readOptions } from "../scripts/runtime/options.ts";

const CHUNK_BYTES = 262_144;
const GOAL_MB_PER_SECOND = 20;
const FORMATS = ["whatsapp", "csv", "jsonl"] as const;
type Format = (typeof FORMATS)[number];

const TEXTS = [
  "hola buenas tardes, vi su anuncio y quiero saber si todavía está disponible",
  "¡Buenas tardes! Sí, sigue disponible: modelo 2021, 38,500 km, en $298,000. ¿Con quién tengo el gusto?",
  "cuanto seria de enganche a 48 meses??",
  "El enganche mínimo es del 20 %, y el plazo va de 12 a 60 meses. Necesito:\n- identificación\n- comprobante\n- un correo",
  "ok, se los mando en la noche, gracias",
  'El precio "de lista" no incluye seguro; se lo cotizo aparte, sin compromiso.',
];
const DAY_MINUTES = 1_440;

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** Conversation `index` of the generated file, of 12 messages, one conversation a day. */
function conversationText(format: Format, index: number): string {
  const lines: string[] = [];
  const messages: { role: string; content: string }[] = [];
  const day = (index % 28) + 1;
  const month = (Math.floor(index / 28) % 12) + 1;
  const year = 2000 + (Math.floor((index * 1_440) / DAY_MINUTES / 336) % 99);
  for (let turn = 0; turn < 12; turn += 1) {
    const text = TEXTS[(index + turn) % TEXTS.length]!;
    const role = turn % 2 === 0 ? "cliente" : "asesor";
    if (format === "whatsapp") {
      const speaker = turn % 2 === 0 ? `Cliente Prueba ${index % 97}` : "Autos de Prueba";
      lines.push(
        `${two(day)}/${two(month)}/${year}, ${9 + Math.floor(turn / 6)}:${two((turn * 5) % 60)} a. m. - ${speaker}: ${text}`,
      );
    } else if (format === "csv")
      lines.push(`c-${index},${turn + 1},${role},"${text.replaceAll('"', '""')}",automotive.sales,es`);
    else messages.push({ role: turn % 2 === 0 ? "user" : "assistant", content: text });
  }
  if (format === "jsonl") lines.push(JSON.stringify({ id: `c-${index}`, messages }));
  return `${lines.join("\n")}\n`;
}

/** A megabyte or so of conversations, encoded once; later blocks differ in their numbers only where ids must. */
async function* generated(format: Format, totalBytes: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  if (format === "csv") yield encoder.encode("conversation_id,turn_number,role,content,domain,language\n");
  let sent = 0;
  for (let index = 0; sent < totalBytes;) {
    let block = "";
    while (block.length < CHUNK_BYTES) {
      block += conversationText(format, index);
      index += 1;
    }
    const bytes = encoder.encode(block);
    sent += bytes.length;
    yield bytes;
  }
}

/** `detect`: every conversation goes through Layer 0 as well, as an import's does. */
async function measure(format: Format, megabytes: number, detect: boolean): Promise<Record<string, unknown>> {
  const privacy = detect ? loadPrivacyEngine() : null;
  const key = new Uint8Array(16);
  const totalBytes = megabytes * 1_000_000;
  let bytes = 0;
  const generatorStart = process.cpuUsage();
  for await (const chunk of generated(format, totalBytes)) bytes += chunk.length;
  const generator = process.cpuUsage(generatorStart);
  const parserStart = process.cpuUsage();
  const events = parseStream(generated(format, totalBytes));
  let conversations = 0;
  let turns = 0;
  for (;;) {
    const next = await events.next();
    if (next.done === true) {
      const used = process.cpuUsage(parserStart);
      const seconds = (used.user + used.system - generator.user - generator.system) / 1e6;
      return {
        format,
        detection: detect,
        megabytes: Math.round(bytes / 1e6),
        conversations,
        turns,
        errors: next.value.errors,
        cpu_seconds: Number(seconds.toFixed(2)),
        mb_per_second: Number((bytes / 1e6 / seconds).toFixed(1)),
        peak_rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
        ...(detect ? {} : { meets_goal: bytes / 1e6 / seconds >= GOAL_MB_PER_SECOND }),
      };
    }
    if (next.value.type === "conversation") {
      conversations += 1;
      turns += next.value.conversation.turns.length;
      if (privacy !== null) {
        const conversationId = conversationFingerprint(next.value.conversation, key);
        const options = { privacy, key, conversationId, domain: null, language: null, now: "2026-01-01T00:00:00.000Z" };
        buildConversation(next.value.conversation, options);
      }
    }
  }
}

const values = readOptions(import.meta.filename, {
  mb: { type: "string", default: "100" },
  "detect-mb": { type: "string", default: "10" },
  format: { type: "string", default: "all" },
  child: { type: "boolean", default: false },
  detect: { type: "boolean", default: false },
});
const megabytes = Number(values.mb);
const detectMegabytes = Number(values["detect-mb"]);
if (!(megabytes > 0 && detectMegabytes >= 0)) throw new Error("--mb and --detect-mb take numbers of megabytes");
const chosen = FORMATS.filter((format) => values.format === "all" || values.format === format);
if (chosen.length === 0) throw new Error(`--format takes one of ${FORMATS.join(", ")}, all`);

if (values.child) console.log(JSON.stringify(await measure(chosen[0]!, megabytes, values.detect)));
else {
  const runs = chosen.flatMap((format) => [
    { format, size: megabytes, detect: false },
    ...(detectMegabytes > 0 ? [{ format, size: detectMegabytes, detect: true }] : []),
  ]);
  const results = runs.map(({ format, size, detect }) => {
    const options = ["--child", "--mb", String(size), "--format", format, ...(detect ? ["--detect"] : [])];
    const run = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, ...options], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (run.status !== 0) throw new Error(`the run for ${format} failed`);
    const result = JSON.parse(run.stdout) as Record<string, unknown>;
    console.log(
      `${format.padEnd(10)} ${detect ? "with" : "before"} detection: ${result.mb_per_second} MB/s of CPU, peak RSS ${result.peak_rss_mb} MB, ${result.turns} turns of ${result.megabytes} MB`,
    );
    return result;
  });
  console.log(JSON.stringify({ benchmark: "import", goal_mb_per_second: GOAL_MB_PER_SECOND, results }));
}
