import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Conversation } from "../workers/contract/conversation.ts";
import type { PrivacyScanner } from "../workers/core/evaluation/privacy-score.ts";
import { createPrivacyEngine, type PrivacyEngine } from "../workers/core/privacy/engine.ts";
import { createRecogniser } from "../workers/core/privacy/recogniser.ts";
import { type Dialogue, readSpanish, readStar } from "./evaluation-data.ts";

/** A dialogue after Layer 0, and the surrogates that it minted. */
export interface Masked {
  dialogue: Dialogue;
  surrogates: string[];
}

/** The dialogues of a data directory after Layer 0, with what Layer 0 finds in any text of theirs. */
export interface MaskedData {
  star: Masked[];
  spanish: Masked[];
  scanner: PrivacyScanner;
  /** Keeps what was scanned since, for the next run. */
  save(): void;
}

const KEY = new Uint8Array(16).fill(7);
const PRIVACY = "workers/core/privacy";

type Findings = ReturnType<PrivacyScanner["scan"]>;
interface Cache {
  star: Masked[];
  spanish: Masked[];
  scans: [string, Findings][];
}

/**
 * Masks every dialogue with pseudonyms, or reads the result of an earlier run from `.cache/`: the masking takes most of
 * a run's time and changes only with Layer 0, the data or this file, which name the cache's file.
 */
export function readMasked(data: string): MaskedData {
  const directory = ".cache/eval-meta";
  const path = join(directory, `${versionOf(data)}.json`);
  const engine = once(loadEngine);
  const cached = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Cache) : null;
  const star = cached?.star ?? readStar(data).map((dialogue) => mask(dialogue, engine()));
  const spanish = cached?.spanish ?? readSpanish(data).map((dialogue) => mask(dialogue, engine()));
  const scans = new Map<string, Findings>(cached?.scans);
  const before = scans.size;
  const scanner: PrivacyScanner = {
    scan(text, options) {
      let found = scans.get(text);
      if (found === undefined) {
        found = engine()
          .scan(text, options)
          .map(({ category, start, end, score }) => ({ category, start, end, score }));
        scans.set(text, found);
      }
      return found;
    },
  };
  const save = () => {
    if (cached !== null && scans.size === before) return;
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    writeFileSync(path, JSON.stringify({ star, spanish, scans: [...scans] } satisfies Cache));
  };
  return { star, spanish, scanner, save };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Digest of everything that masking depends on. */
function versionOf(data: string): string {
  const hash = createHash("sha256");
  const files = readdirSync(PRIVACY, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of [
    ...files,
    join(data, "dialogues/star.jsonl.gz"),
    join(data, "dialogues/es.jsonl"),
    "scripts/evaluation-data.ts",
    "scripts/evaluation-masking.ts",
  ]) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 24);
}

export function loadEngine(): PrivacyEngine {
  return createPrivacyEngine({ recogniser: createRecogniser(readModel("recogniser"), readModel("lexicon")) });
}

function readModel(name: string): ArrayBuffer {
  const bytes = readFileSync(`${PRIVACY}/models/${name}.bin`);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

/** Layer 0 with pseudonyms over contents, arguments and results at once. */
function mask(dialogue: Dialogue, engine: PrivacyEngine): Masked {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === "string") texts.push(value);
    else if (value !== null && typeof value === "object") Object.values(value).forEach(collect);
  };
  for (const turn of dialogue.conversation.turnos) {
    if (turn.tool_results === null) collect(turn.contenido);
    turn.tool_calls?.forEach((call) => collect(call.arguments));
    turn.tool_results?.forEach((result) => collect(result.result));
  }
  const found = engine.anonymise(texts, {
    policy: "gate",
    method: "pseudonym",
    key: KEY,
    language: dialogue.conversation.idioma,
  });
  let next = 0;
  const replace = (value: unknown): unknown => {
    if (typeof value === "string") return found.texts[next++]!;
    if (Array.isArray(value)) return value.map(replace);
    if (value !== null && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replace(item)]));
    return value;
  };
  const turnos = dialogue.conversation.turnos.map((turn) => {
    const contenido = turn.tool_results === null ? (replace(turn.contenido) as string) : "";
    const calls =
      turn.tool_calls?.map((call) => ({ ...call, arguments: replace(call.arguments) as Record<string, unknown> })) ??
      null;
    const results =
      turn.tool_results?.map((result) => ({ ...result, result: replace(result.result) as Record<string, unknown> })) ??
      null;
    return {
      ...turn,
      contenido: results === null ? contenido || "…" : JSON.stringify(results[0]!.result),
      tool_calls: calls,
      tool_results: results,
    };
  });
  const conversation: Conversation = { ...dialogue.conversation, turnos };
  return { dialogue: { ...dialogue, conversation }, surrogates: found.surrogates };
}
