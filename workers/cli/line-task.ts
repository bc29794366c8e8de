import type { AnonymiseMethod, Finding, PolicyName } from "../core/privacy/engine.ts";
import type { ShieldSource } from "../core/shield/shield.ts";

/** What a command does with every line of its input: plain data, so that other threads can be told. */
export type LineTask =
  | {
      command: "scan";
      settings: {
        policy: PolicyName;
        method: AnonymiseMethod;
        threshold?: number;
        key?: Uint8Array;
        language?: string;
      };
    }
  | { command: "shield"; source: ShieldSource; thresholds: Readonly<Record<string, number>> };

/** The answer to one line, and how many findings or threats are in it. */
export interface LineAnswer {
  value: unknown;
  found: number;
}

/** Loads what the task needs. The answer throws `LineError` for a line of the wrong form. */
export function loadLineTask(task: LineTask): Promise<(line: unknown) => LineAnswer> {
  return task.command === "scan" ? loadScan(task) : loadShieldTask(task);
}

async function loadScan({ settings }: LineTask & { command: "scan" }): Promise<(line: unknown) => LineAnswer> {
  const { loadPrivacyEngine } = await import("./local-privacy.ts");
  const engine = loadPrivacyEngine();
  return (line) => {
    const text = textOf(line);
    const result = engine.anonymise([text], { ...settings, language: languageOf(line) ?? settings.language });
    const entities = result.findings[0]!.map(toEntity);
    return { value: { entities, anonymized: result.texts[0]! }, found: entities.length };
  };
}

async function loadShieldTask(task: LineTask & { command: "shield" }): Promise<(line: unknown) => LineAnswer> {
  const { loadShield } = await import("./local-shield.ts");
  const shield = loadShield();
  const { source, thresholds } = task;
  return (line) => {
    const { threats } = shield.inspect(textOf(line), { source, thresholds });
    return { value: { threats: threats.map(toThreat) }, found: threats.length };
  };
}

/** A line's own fault: shown as its answer. */
export class LineError extends Error {
  override readonly name = "LineError";
}

/** A finding as it is printed. */
export function toEntity({ category, start, end, score, source }: Finding) {
  return { category, start, end, score: Math.round(score * 10_000) / 10_000, source };
}

/** A threat as it is printed. */
export function toThreat<T extends { confidence: number }>(threat: T): T {
  return { ...threat, confidence: Math.round(threat.confidence * 10_000) / 10_000 };
}

/** The `language` of a line's object, when it has one. */
function languageOf(value: unknown): string | undefined {
  const language: unknown = (value as { language?: unknown }).language;
  return typeof language === "string" ? language : undefined;
}

/** The `text` of a line's object. */
function textOf(value: unknown): string {
  const text: unknown = typeof value === "object" && value !== null ? (value as { text?: unknown }).text : undefined;
  if (typeof text !== "string") throw new LineError('expected an object with "text" (a string)');
  return text;
}
