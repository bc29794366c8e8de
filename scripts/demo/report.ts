// What the demo shows a person: a progress bar while it runs, tables afterwards.
import type { Conversation } from "../../workers/contract/conversation.ts";
import type { JobProgress } from "../../workers/contract/job.ts";
import type { SeedSchema } from "../../workers/contract/seed.ts";

const BAR_WIDTH = 30;

export interface DemoSummary {
  imported: number;
  pii: Record<string, number>;
  seeds: number;
  generated: number;
  certified: number;
  rejected: Record<string, number>;
  export: { path: string; format: string; sha256: string };
  duration_ms: number;
}

export interface Control {
  name: string;
  rejected: boolean;
  failures: string[];
}

/** A line that is drawn over itself on a terminal, and written once a stage elsewhere. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;
  #last = "";

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  show(label: string, progress: JobProgress): void {
    const filled = Math.round(progress.progress * BAR_WIDTH);
    const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
    const percent = `${Math.floor(progress.progress * 100)}`.padStart(3);
    const counts = `${progress.generated} generated, ${progress.certified} certified`;
    const eta = progress.eta_seconds === null ? "" : `, ${progress.eta_seconds} s left`;
    if (this.#stream.isTTY) {
      this.#stream.write(
        `\r\u001B[K${label} ${bar} ${percent} % ${progress.stage ?? progress.status}: ${counts}${eta}`,
      );
      return;
    }
    const line = `${label}: ${progress.stage ?? progress.status}`;
    if (line !== this.#last) this.#stream.write(`${line} (${counts})\n`);
    this.#last = line;
  }

  end(): void {
    if (this.#stream.isTTY) this.#stream.write("\n");
  }
}

const counts = (record: Record<string, number>): string =>
  Object.entries(record)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([name, count]) => `${name} ${count}`)
    .join(", ") || "none";

export function summaryTable(summary: DemoSummary): string {
  const rows: [string, string][] = [
    ["conversations imported", String(summary.imported)],
    ["personal data found", counts(summary.pii)],
    ["seeds", String(summary.seeds)],
    ["generated", String(summary.generated)],
    ["certified", String(summary.certified)],
    ["rejected", counts(summary.rejected)],
    ["export", summary.export.path],
    ["format", summary.export.format],
    ["sha256", summary.export.sha256],
    ["time", `${(summary.duration_ms / 1000).toFixed(1)} s`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join("\n");
}

export function controlsTable(controls: Control[]): string {
  return controls
    .map(({ name, rejected, failures }) => `  ${name}: ${rejected ? "rejected" : "PASSED"}  ${failures.join(", ")}`)
    .join("\n");
}

/** Breaks text into lines of at most `width` characters, at spaces where there are any. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  const words = text.split(/\s+/).flatMap((word) => word.match(new RegExp(`.{1,${width}}`, "gu")) ?? []);
  for (const word of words) {
    if (line !== "" && line.length + word.length + 1 > width) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

/** The seed on the left, the conversation on the right. */
export function sideBySide(seed: SeedSchema, conversation: Conversation, columns: number): string {
  const left = Math.max(30, Math.floor(columns * 0.38) - 3);
  const right = Math.max(40, columns - left - 5);
  const seedLines = [
    "SEED",
    ...wrap(seed.objetivo, left),
    "",
    "roles",
    ...seed.roles.map((role) => `- ${role}${role === seed.rol_asistente ? " (assistant)" : ""}`),
    "",
    "expected flow",
    ...seed.pasos_turnos.flujo_esperado.flatMap((step, index) => wrap(`${index + 1}. ${step}`, left)),
    "",
    "constraints",
    ...seed.parametros_factuales.restricciones.flatMap((constraint) => wrap(`- ${constraint}`, left)),
  ];
  const turnLines = [
    "CERTIFIED CONVERSATION",
    ...conversation.turnos.flatMap((turn) => [
      ...wrap(`${turn.rol}: ${turn.contenido}`, right),
      ...(turn.tool_calls ?? []).flatMap((call) =>
        wrap(`  -> ${call.tool_name}(${JSON.stringify(call.arguments)})`, right),
      ),
    ]),
  ];
  const height = Math.max(seedLines.length, turnLines.length);
  return Array.from({ length: height }, (_, row) =>
    `  ${(seedLines[row] ?? "").padEnd(left)} │ ${turnLines[row] ?? ""}`.trimEnd(),
  ).join("\n");
}
