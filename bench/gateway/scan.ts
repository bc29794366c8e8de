// The scan by itself: its CPU time in workerd per turn of a growing conversation, and what a stream holds back.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspectRequest } from "../../workers/core/gateway/inspect-request.ts";
import { compilePolicy, DEFAULT_GATEWAY_POLICY } from "../../workers/core/gateway/policy.ts";
import { createStreamTransform } from "../../workers/core/gateway/stream-transform.ts";
import { createPrivacyEngine } from "../../workers/core/privacy/engine.ts";
import { createRecogniser } from "../../workers/core/privacy/recogniser.ts";
import { ROOT } from "../../scripts/runtime/local-worker.ts";
import { bundleWorker, cpuSeconds, startWorkerd } from "../workerd.ts";
import { nextText } from "./texts.ts";

const CORE = new URL("../../workers/core/", import.meta.url);

function readBytes(path: string): ArrayBuffer {
  const bytes = readFileSync(new URL(path, CORE));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

export interface TurnCost {
  turn: number;
  /** Microseconds of the process for one request, the mean over rounds. */
  cpuUs: number;
  /** Characters of it that no memory answered for. */
  fresh: number;
}

/** Growing side by side: the clock of CPU time ticks too coarsely for a few. */
const CONVERSATIONS = 400;
const LOOKED = [1, 2, 10, 25, 50, 75, 100];

/** What the scan of a request costs in workerd at some turns of conversations that grow to 100 turns of 450 characters. */
export async function measureTurns(rounds: number): Promise<TurnCost[]> {
  const dir = mkdtempSync(join(tmpdir(), "uncase-bench-"));
  const modules = bundleWorker(dir, ["--config", join(ROOT, "bench/gateway/wrangler.toml")]);
  const { pid, port, stop } = await startWorkerd({ modules, modulesRoot: dir, compatibilityDate: "2026-10-20" });
  const ask = async (step: string): Promise<number> =>
    (await (await fetch(`http://127.0.0.1:${port}/${step}`)).json()) as number;
  const costs = new Map<number, { cpu: number[]; fresh: number }>(LOOKED.map((turn) => [turn, { cpu: [], fresh: 0 }]));
  try {
    // The first round warms the code up.
    for (let round = 0; round <= rounds; round += 1) {
      await ask(`begin?count=${round === 0 ? CONVERSATIONS / 10 : CONVERSATIONS}`);
      for (let turn = 1; turn <= 100; turn += 1) {
        await ask("write");
        const before = cpuSeconds(pid);
        const fresh = await ask("scan");
        const cost = costs.get(turn);
        if (cost === undefined || round === 0) continue;
        cost.cpu.push(((cpuSeconds(pid) - before) * 1e6) / CONVERSATIONS);
        cost.fresh = Math.round(fresh / CONVERSATIONS);
      }
    }
  } finally {
    await stop();
    rmSync(dir, { recursive: true, force: true });
  }
  return LOOKED.map((turn) => {
    const { cpu, fresh } = costs.get(turn)!;
    return { turn, cpuUs: cpu.reduce((sum, each) => sum + each, 0) / cpu.length, fresh };
  });
}

/** Characters held back after each piece of streamed answers: the median of the streams' medians, and the most of all. */
export function measureHeld(): { p50: number; max: number } {
  const engine = createPrivacyEngine({
    recogniser: createRecogniser(readBytes("privacy/models/recogniser.bin"), readBytes("privacy/models/lexicon.bin")),
  });
  const policy = compilePolicy(DEFAULT_GATEWAY_POLICY);
  const tenantKey = new Uint8Array(16).fill(7);
  const medians: number[] = [];
  let max = 0;
  for (let stream = 0; stream < 100; stream += 1) {
    const body = JSON.stringify({ model: "bench", messages: [{ role: "user", content: "Where is my order?" }] });
    const { session } = inspectRequest({ body, dialect: "openai-chat", policy, engine, tenantKey });
    const transform = createStreamTransform(session, "openai-chat");
    for (const content of nextText().split(/(?<= )/)) {
      const choices = [{ index: 0, delta: { content }, finish_reason: null }];
      transform.push(`data: ${JSON.stringify({ id: "chatcmpl-bench", object: "chat.completion.chunk", choices })}\n\n`);
    }
    transform.push("data: [DONE]\n\n");
    const { heldMax, heldMedian } = transform.report();
    medians.push(heldMedian);
    max = Math.max(max, heldMax);
  }
  return { p50: medians.toSorted((a, b) => a - b)[50]!, max };
}
