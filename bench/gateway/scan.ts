// The scan by itself, on this thread: its CPU time per turn of a growing conversation, and what a stream holds back.
import { readFileSync } from "node:fs";
import { inspectRequest } from "../../workers/core/gateway/inspect-request.ts";
import { createSegmentMemory } from "../../workers/core/gateway/memory.ts";
import { compilePolicy, DEFAULT_GATEWAY_POLICY } from "../../workers/core/gateway/policy.ts";
import { createStreamTransform } from "../../workers/core/gateway/stream-transform.ts";
import type { RequestInspection } from "../../workers/core/gateway/types.ts";
import { createPrivacyEngine } from "../../workers/core/privacy/engine.ts";
import { createRecogniser } from "../../workers/core/privacy/recogniser.ts";
import { createShield } from "../../workers/core/shield/shield.ts";

const CORE = new URL("../../workers/core/", import.meta.url);
const CONVERSATIONS = 21;

function readBytes(path: string): ArrayBuffer {
  const bytes = readFileSync(new URL(path, CORE));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

const engine = createPrivacyEngine({
  recogniser: createRecogniser(readBytes("privacy/models/recogniser.bin"), readBytes("privacy/models/lexicon.bin")),
});
const shield = createShield(readBytes("shield/models/shield.bin"));
const policy = compilePolicy(DEFAULT_GATEWAY_POLICY);
const tenantKey = new Uint8Array(16).fill(7);

const bodyOf = (messages: readonly object[]): string => JSON.stringify({ model: "bench", messages });

function inspect(body: string, memory: ReturnType<typeof createSegmentMemory>): RequestInspection {
  return inspectRequest({ body, dialect: "openai-chat", policy, engine, tenantKey, memory, shield });
}

export interface TurnCost {
  turn: number;
  /** Microseconds of CPU for the whole request, the median over conversations. */
  cpuUs: number;
  /** Characters that no memory answered for. */
  fresh: number;
}

/** What the request costs at some turns of conversations that grow to 100 turns of about 450 characters. */
export function measureTurns(nextText: () => string): TurnCost[] {
  const looked = [1, 2, 10, 25, 50, 75, 100];
  const costs = new Map<number, { cpu: number[]; fresh: number }>(looked.map((turn) => [turn, { cpu: [], fresh: 0 }]));
  for (let conversation = -2; conversation < CONVERSATIONS; conversation += 1) {
    const memory = createSegmentMemory(20_000);
    const messages: object[] = [{ role: "system", content: "You answer customers of a furniture shop." }];
    for (let turn = 1; turn <= 100; turn += 1) {
      messages.push({ role: turn % 2 === 1 ? "user" : "assistant", content: nextText() });
      const body = bodyOf(messages);
      // Nothing is awaited, so time is CPU time, and CPU clocks tick too coarsely for one call.
      const before = performance.now();
      const { rememberedChars, scannedChars } = inspect(body, memory);
      const spent = (performance.now() - before) * 1000;
      const cost = costs.get(turn);
      // The first conversations warm the code up.
      if (cost === undefined || conversation < 0) continue;
      cost.cpu.push(spent);
      cost.fresh = scannedChars - rememberedChars;
    }
  }
  return looked.map((turn) => {
    const { cpu, fresh } = costs.get(turn)!;
    return { turn, cpuUs: cpu.toSorted((a, b) => a - b)[Math.floor(cpu.length / 2)]!, fresh };
  });
}

/** Characters held back after each piece of streamed answers: the median of the streams' medians, and the most of all. */
export function measureHeld(nextText: () => string): { p50: number; max: number } {
  const medians: number[] = [];
  let max = 0;
  for (let stream = 0; stream < 100; stream += 1) {
    const { session } = inspect(bodyOf([{ role: "user", content: "Where is my order?" }]), createSegmentMemory(10));
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
