// oxlint-disable-next-line typescript/triple-slash-reference -- declarations of the bundler's modules, which Node's types lack
/// <reference path="../../workers/modules.d.ts" />
// The scan by itself as a Worker: conversations that grow side by side, one step a request, so that the CPU time of each
// step can be taken from outside. `/write` adds a message to each and writes its request, `/scan` scans the requests.
import { inspectRequest } from "../../workers/core/gateway/inspect-request.ts";
import { createSegmentMemory } from "../../workers/core/gateway/memory.ts";
import { compilePolicy, DEFAULT_GATEWAY_POLICY } from "../../workers/core/gateway/policy.ts";
import { createTurnMemory } from "../../workers/core/gateway/turn-memory.ts";
import type { RequestInput } from "../../workers/core/gateway/types.ts";
import { createPrivacyEngine } from "../../workers/core/privacy/engine.ts";
import lexicon from "../../workers/core/privacy/models/lexicon.bin";
import weights from "../../workers/core/privacy/models/recogniser.bin";
import { createRecogniser } from "../../workers/core/privacy/recogniser.ts";
import shieldModel from "../../workers/core/shield/models/shield.bin";
import { createShield } from "../../workers/core/shield/shield.ts";
import { nextText } from "./texts.ts";

const engine = createPrivacyEngine({ recogniser: createRecogniser(weights, lexicon) });
const shield = createShield(shieldModel);
const policy = compilePolicy(DEFAULT_GATEWAY_POLICY);
const tenantKey = new Uint8Array(16).fill(7);
const encoder = new TextEncoder();
const decoder = new TextDecoder();

interface Conversation {
  messages: object[];
  body: string;
}

let conversations: Conversation[] = [];
let memory = createSegmentMemory(0);
let turns = createTurnMemory(0);

function begin(count: number): void {
  const system = { role: "system", content: "You answer customers of a furniture shop." };
  conversations = Array.from({ length: count }, () => ({ messages: [system], body: "" }));
  // Room for all of them, as the isolates of a busy gateway share their conversations out.
  memory = createSegmentMemory(400 * count);
  turns = createTurnMemory(1000 * count);
}

function write(): void {
  for (const one of conversations) {
    one.messages.push({ role: one.messages.length % 2 === 1 ? "user" : "assistant", content: nextText() });
    // As a body arrives: bytes.
    one.body = decoder.decode(encoder.encode(JSON.stringify({ model: "bench", messages: one.messages })));
  }
}

function scan(): number {
  let fresh = 0;
  for (const { body } of conversations) {
    const input: RequestInput = { body, dialect: "openai-chat", policy, engine, tenantKey, memory, turns, shield };
    const { rememberedChars, scannedChars } = inspectRequest(input);
    fresh += scannedChars - rememberedChars;
  }
  return fresh;
}

const STEPS: Readonly<Record<string, (count: number) => unknown>> = { "/begin": begin, "/write": write, "/scan": scan };

export default {
  fetch(request: Request): Response {
    const { pathname, searchParams } = new URL(request.url);
    return Response.json(STEPS[pathname]?.(Number(searchParams.get("count"))) ?? null);
  },
};
