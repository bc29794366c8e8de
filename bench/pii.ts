/**
 * Speed of personal-data detection beside npm libraries: `node bench/pii.ts [--seconds 1] [--no-peers]`.
 * Short chat messages (about 84 bytes, one at a time: microseconds each) and one document of 1 MB (MB/s). All run in
 * one process on the same text, written for this benchmark, over which each is warmed up; the best of the rounds that
 * fit into the time counts, in CPU time of this process, so that a busy machine disturbs little. The libraries are
 * installed into bench/node_modules when missing (versions in bench/package.json). The last line of stdout is one JSON
 * object: {"rows": [{"name", "message_us", "document_mb_s"}], "message_bytes", "document_bytes"}.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { SPECIAL } from "../workers/core/privacy/detectors/special.ts";
import { DETECTORS } from "../workers/core/privacy/detectors/table.ts";
import { createPrivacyEngine } from "../workers/core/privacy/engine.ts";
import { createRecogniser } from "../workers/core/privacy/recogniser.ts";
import { createStructuredScanner } from "../workers/core/privacy/scanner.ts";

const BENCH = new URL(".", import.meta.url);
const MODELS = new URL("../workers/core/privacy/models/", BENCH);
const MEGABYTE = 1_000_000;
const REGIONS = ["MX", "ES", "US", "AR", "CO", "CL", "PE", "BR", "FR", "PT", "GB"];

/** One personal value in about 500 characters, as in support chats; the rest is what people write around it. */
const MESSAGES = [
  "hola buenas tardes, vi su anuncio y quería saber si todavía está disponible el departamento",
  "Buenas tardes, claro que sí. El contrato es por doce meses y se pide un mes de depósito.",
  "ok, y cuánto se paga de mantenimiento? es que mi presupuesto llega hasta doce mil al mes",
  "Son 1,200 pesos mensuales e incluye agua, vigilancia y un cajón de estacionamiento techado.",
  "perfecto, lo platico con mi esposo y le aviso, me puede mandar fotos a lupita.rm@correo.example",
  "Con gusto se las envío en un momento. ¿Le interesa agendar una visita para este fin de semana?",
  "I have been waiting for the technician since nine in the morning and nobody has called me back",
  "I'm sorry about that. The visit was moved to the afternoon because of the heavy rain last night.",
  "fine, but please tell him to ring the bell twice because the intercom has not worked for weeks",
  "You can reach the driver directly at +1 202-555-0143 once he leaves the depot, after lunch.",
  "thanks, one more thing: does the warranty cover the compressor or only the electronics board?",
  "It covers both for two years, as long as the maintenance was done by an authorised workshop.",
];
const LIBRARIES = ["redact-pii", "@redactpii/node", "openredaction", "compromise", "@cdssnc/sanitize-pii"];

interface Subject {
  name: string;
  run: (text: string) => unknown;
}

function arrayBufferOf(url: URL): ArrayBuffer {
  const bytes = readFileSync(url);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

function ours(): Subject[] {
  const rows = DETECTORS.filter((row) => !SPECIAL.includes(row));
  const structured = createStructuredScanner(rows, REGIONS);
  const withoutNames = createPrivacyEngine({ recogniser: null });
  const subjects: Subject[] = [
    { name: "uncase, structured detectors", run: (text) => structured(text) },
    { name: "uncase, engine without names", run: (text) => withoutNames.scan(text, { policy: "gateway" }) },
  ];
  const weights = new URL("recogniser.bin", MODELS);
  const lexicon = new URL("lexicon.bin", MODELS);
  if (existsSync(weights) && existsSync(lexicon)) {
    const everything = createPrivacyEngine({
      recogniser: createRecogniser(arrayBufferOf(weights), arrayBufferOf(lexicon)),
    });
    subjects.push({ name: "uncase, everything on", run: (text) => everything.scan(text, { policy: "gateway" }) });
  }
  return subjects;
}

interface NlpView {
  out(kind: string): unknown;
}
type Nlp = (text: string) => { people(): NlpView; places(): NlpView; organizations(): NlpView };

/** The libraries with their own defaults. `require` answers untyped modules: each row names what it uses of them. */
async function peers(): Promise<Subject[]> {
  const load = createRequire(new URL("package.json", BENCH));
  if (LIBRARIES.some((name) => !existsSync(new URL(`node_modules/${name}`, BENCH)))) {
    const installed = spawnSync(
      "npm",
      ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock"],
      { cwd: BENCH, stdio: ["ignore", "ignore", "inherit"] },
    );
    if (installed.status !== 0) throw new Error("the libraries to compare with could not be installed");
  }
  const redactPii = load("redact-pii") as { SyncRedactor: new () => { redact(text: string): string } };
  const redactpiiNode = load("@redactpii/node") as { Redactor: new () => { redact(text: string): string } };
  const openredaction = load("openredaction") as {
    OpenRedaction: new (options: object) => { detect(text: string): Promise<unknown> };
  };
  const compromise = (await import(load.resolve("compromise"))) as { default: Nlp };
  const sanitize = load("@cdssnc/sanitize-pii") as { sanitizePii: (text: string) => string };
  const first = new redactPii.SyncRedactor();
  const second = new redactpiiNode.Redactor();
  const third = new openredaction.OpenRedaction({ redactionMode: "placeholder" });
  return [
    { name: "redact-pii", run: (text) => first.redact(text) },
    { name: "@redactpii/node", run: (text) => second.redact(text) },
    { name: "openredaction", run: (text) => third.detect(text) },
    {
      name: "compromise",
      run: (text) => {
        const parsed = compromise.default(text);
        return [parsed.people().out("array"), parsed.places().out("array"), parsed.organizations().out("array")];
      },
    },
    { name: "@cdssnc/sanitize-pii", run: (text) => sanitize.sanitizePii(text) },
  ];
}

function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Least CPU time of one run, in milliseconds, among those that fit into `seconds` (one at least, after a warm-up). */
async function leastTime(seconds: number, run: () => unknown): Promise<number> {
  const begun = performance.now();
  let least = Infinity;
  for (let rounds = 0; rounds < 2 || performance.now() - begun < seconds * 1000; rounds++) {
    const start = cpuMilliseconds();
    await run();
    const taken = cpuMilliseconds() - start;
    if (rounds > 0) least = Math.min(least, taken);
    if (taken > seconds * 5000) return Math.min(least, taken);
  }
  return least;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { seconds: { type: "string", default: "1" }, "no-peers": { type: "boolean", default: false } },
  });
  const seconds = Number(values.seconds);
  const messageBytes = MESSAGES.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / MESSAGES.length;
  const once = MESSAGES.join("\n") + "\n";
  const document = once.repeat(Math.ceil(MEGABYTE / Buffer.byteLength(once)));
  const documentBytes = Buffer.byteLength(document);
  // The slow ones get a part of the document: their speed is the same, or worse, on all of it.
  const part = document.slice(0, 50_000);
  const partBytes = Buffer.byteLength(part);
  const repeats = 50;

  const rows: { name: string; message_us: number; document_mb_s: number }[] = [];
  for (const subject of [...ours(), ...(values["no-peers"] ? [] : await peers())]) {
    const messages = await leastTime(seconds, async () => {
      for (let i = 0; i < repeats; i++) {
        for (const message of MESSAGES) {
          const result = subject.run(message);
          if (result instanceof Promise) await result;
        }
      }
    });
    const isOurs = subject.name.startsWith("uncase");
    const whole = await leastTime(seconds, () => subject.run(isOurs ? document : part));
    rows.push({
      name: subject.name,
      message_us: Number(((messages * 1000) / (repeats * MESSAGES.length)).toFixed(2)),
      document_mb_s: Number(((isOurs ? documentBytes : partBytes) / whole / 1000).toFixed(3)),
    });
  }
  console.log(`${"".padEnd(32)}${"us/message".padStart(12)}${"MB/s".padStart(10)}`);
  for (const row of rows)
    console.log(
      `${row.name.padEnd(32)}${row.message_us.toFixed(2).padStart(12)}${row.document_mb_s.toFixed(2).padStart(10)}`,
    );
  console.log(JSON.stringify({ rows, message_bytes: Math.round(messageBytes), document_bytes: documentBytes }));
}

await main();
