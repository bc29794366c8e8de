// Jobs that ask a provider, over ports in memory: what they cost, what they give, and what happens when it fails.
import { describe, expect, it } from "vitest";
import { EstimateRequest, GenerateRequest, type JobResponse, PipelineRunRequest } from "../../workers/contract/job.ts";
import { UpstreamFailure } from "../../workers/core/models/failures.ts";
import { estimateRun } from "../../workers/services/estimate.ts";
import { generate } from "../../workers/services/generation.ts";
import { controlJob, getJob, listDeadLetters, readProgress, replayJob } from "../../workers/services/jobs.ts";
import { runPipeline, startGeneration } from "../../workers/services/pipeline.ts";
import { workOn } from "../../workers/services/work.ts";
import { memoryWorld, type MemoryWorld, MODEL, PRINCIPAL } from "../fakes/memory-deps.ts";

const DOMAIN = "automotive.sales";

const pipelineRequest = (fields: object = {}) =>
  PipelineRunRequest.parse({ domain: DOMAIN, count: 8, language: "es", max_attempts: 2, random_seed: 3, ...fields });

async function start(world: MemoryWorld, fields: object = {}): Promise<string> {
  return (await runPipeline(world.deps, PRINCIPAL, pipelineRequest(fields))).job_id;
}

/** Works on a job as the wake-ups of its object would have it. */
async function finish(world: MemoryWorld, id: string, lanes = 4): Promise<JobResponse> {
  for (let round = 0; round < 400; round += 1) {
    await workOn(world.deps, id, lanes);
    const job = await getJob(world.deps, PRINCIPAL, id);
    if (["completed", "failed", "cancelled"].includes(job.status)) return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the job did not end");
}

interface Result {
  conversations_generated: number;
  conversations_passed: number;
  dataset: { sha256: string } | null;
}
const resultOf = (job: JobResponse) => job.result as unknown as Result;

const down = (kind: "unavailable" | "bad_request" | "auth") =>
  new UpstreamFailure({ kind, provider: "mine", status: 500 });

describe("a run that asks a provider", () => {
  it("gives the same dataset for the same seed, configuration and answers, whatever the concurrency, and another for another seed", async () => {
    const hashes: string[] = [];
    for (const [lanes, seed] of [
      [1, 3],
      [8, 3],
      [4, 4],
    ] as const) {
      const world = memoryWorld();
      const job = await finish(world, await start(world, { random_seed: seed }), lanes);
      expect([job.status, job.error_message]).toEqual(["completed", null]);
      expect(resultOf(job).conversations_generated).toBe(8);
      hashes.push(resultOf(job).dataset!.sha256);
    }
    expect(hashes[1]).toBe(hashes[0]);
    expect(hashes[2]).not.toBe(hashes[0]);
  });

  it("accounts for every call and every micro-dollar, and keeps each conversation's cost with it", async () => {
    const world = memoryWorld();
    const id = await start(world);
    const job = await finish(world, id);
    const progress = await readProgress(world.deps, PRINCIPAL, id);
    expect(job.result!["cost_usd"]).toBe(world.provider.costMicroUsd / 1_000_000);
    expect(progress).toMatchObject({
      calls_started: world.provider.calls,
      calls_settled: world.provider.calls,
      calls_unconfirmed: 0,
      spend_micro_usd: world.provider.costMicroUsd,
    });
    const stored = world.conversations.reduce((sum, { metadata }) => sum + Number(metadata["cost_micro_usd"]), 0);
    expect(stored).toBeGreaterThan(0);
    expect(stored).toBeLessThanOrEqual(progress.spend_micro_usd);
    for (const { metadata } of world.conversations) expect(metadata["model"]).toBe(MODEL);
  });

  it("stops before the call that could exceed its budget, keeps and exports what is done, and says so", async () => {
    const world = memoryWorld();
    const budget = 0.012;
    const id = await start(world, { count: 60, budget_usd: budget });
    const job = await finish(world, id);
    const progress = await readProgress(world.deps, PRINCIPAL, id);
    expect(world.provider.costMicroUsd).toBeLessThanOrEqual(budget * 1_000_000);
    expect(progress.spend_micro_usd).toBe(world.provider.costMicroUsd);
    expect(job.status).toBe("completed");
    const { conversations_generated: generated, dataset } = resultOf(job);
    expect(generated).toBeGreaterThan(0);
    expect(generated).toBeLessThan(60);
    expect(progress.counts["skipped"]).toBe(60 - generated);
    expect(dataset).not.toBeNull();
  });

  it("refuses a budget for a model whose price nobody knows", async () => {
    const world = memoryWorld();
    await expect(start(world, { budget_usd: 1, model: "claude-unheard-of-9" })).rejects.toThrow("price");
  });

  it("goes on where it was paused, and does nothing meanwhile", async () => {
    const world = memoryWorld();
    const id = await start(world);
    await controlJob(world.deps, PRINCIPAL, id, "pause");
    await workOn(world.deps, id, 4);
    expect(world.provider.calls).toBe(0);
    await controlJob(world.deps, PRINCIPAL, id, "resume");
    expect((await finish(world, id)).status).toBe("completed");
  });

  it("is cancelled while calls are under way: nothing new begins, nothing is stored", async () => {
    const world = memoryWorld();
    const id = await start(world, { count: 40 });
    let atCancel = 0;
    world.trouble = (call) => {
      if (call !== 10) return;
      atCancel = call;
      void controlJob(world.deps, PRINCIPAL, id, "cancel");
    };
    const job = await finish(world, id);
    expect(job.status).toBe("cancelled");
    expect(world.provider.calls).toBeLessThanOrEqual(atCancel + 8);
    expect(world.conversations).toEqual([]);
  });
});

describe("dead letters", () => {
  it("are listed with their reason, and a replay does their work once and leaves the rest as it is", async () => {
    const world = memoryWorld();
    let broken = true;
    // One seed's prompts meet a provider that fails for good; the others are answered.
    const victims = new Set<string>();
    world.trouble = (_call, request) => {
      const text = JSON.stringify(request.messages);
      if (victims.size < 2) victims.add(text);
      if (broken && victims.has(text)) throw down("bad_request");
    };
    const id = await start(world, { max_attempts: 1 });
    const first = await finish(world, id);
    expect(first.status).toBe("completed");
    const letters = await listDeadLetters(world.deps, PRINCIPAL, id, { after: -1, limit: 100 });
    expect(letters).toHaveLength(8 - resultOf(first).conversations_generated);
    expect(letters.length).toBeGreaterThan(0);
    for (const letter of letters) {
      expect(letter).toMatchObject({ stage: "generate", conversation_id: null });
      expect(letter.seed_id).toMatch(/^lib-automotive-sales-/);
      expect(letter.error).not.toBe("");
    }
    const kept = world.conversations.map((record) => record.id);
    const callsBefore = world.provider.calls;

    broken = false;
    const { replayed } = await replayJob(world.deps, PRINCIPAL, id);
    expect(replayed).toBe(letters.length);
    const second = await finish(world, id);
    expect(second.status).toBe("completed");
    expect(resultOf(second).conversations_generated).toBe(8);
    expect(world.reports).toHaveLength(8);
    expect(new Set(world.reports.map((report) => report.id)).size).toBe(8);
    expect(world.conversations.slice(0, kept.length).map((record) => record.id)).toEqual(kept);
    expect([...world.seedRuns.values()].reduce((sum, runs) => sum + runs, 0)).toBe(8);
    // Only what had failed was asked for again.
    expect(world.provider.calls - callsBefore).toBeLessThanOrEqual(letters.length * 8);
    expect(await listDeadLetters(world.deps, PRINCIPAL, id, { after: -1, limit: 100 })).toEqual([]);
    await expect(replayJob(world.deps, PRINCIPAL, id)).rejects.toThrow("no items that failed");
  });

  it("follow at once, for all items, where the provider refuses the key", async () => {
    const world = memoryWorld();
    world.trouble = () => {
      throw down("auth");
    };
    const id = await start(world, { count: 30 });
    const job = await finish(world, id);
    expect(job.status).toBe("failed");
    expect(job.error_message).toContain("Nothing was generated");
    expect(world.provider.calls).toBeLessThanOrEqual(12);
    expect(await listDeadLetters(world.deps, PRINCIPAL, id, { after: 9, limit: 5 })).toHaveLength(5);
  });

  it("are another tenant's secret, and there are none to replay in a cancelled job", async () => {
    const world = memoryWorld();
    const id = await start(world);
    const stranger = { ...PRINCIPAL, organizationId: "2".repeat(32) };
    await expect(listDeadLetters(world.deps, stranger, id, { after: -1, limit: 1 })).rejects.toThrow("not found");
    await expect(replayJob(world.deps, stranger, id)).rejects.toThrow("not found");
    await controlJob(world.deps, PRINCIPAL, id, "cancel");
    await expect(replayJob(world.deps, PRINCIPAL, id)).rejects.toThrow("no items that failed");
  });
});

describe("an estimate", () => {
  const ask = (world: MemoryWorld, fields: object) =>
    estimateRun(
      world.deps,
      PRINCIPAL,
      EstimateRequest.parse({ language: "es", max_attempts: 2, random_seed: 3, ...fields }),
    );

  it("from the prompts alone asks nobody, and bounds what the run then costs", async () => {
    const world = memoryWorld();
    const estimate = await ask(world, { domain: DOMAIN, count: 8 });
    expect(world.provider.calls).toBe(0);
    expect(estimate).toMatchObject({ conversations: 8, model: MODEL, basis: "prompts", pilot: null, confidence: null });
    const id = await start(world);
    await finish(world, id);
    const { spend_micro_usd, calls_settled } = await readProgress(world.deps, PRINCIPAL, id);
    expect(spend_micro_usd / 1_000_000).toBeGreaterThanOrEqual(estimate.cost_usd!.low);
    expect(spend_micro_usd / 1_000_000).toBeLessThanOrEqual(estimate.cost_usd!.high);
    expect(calls_settled).toBeLessThanOrEqual(estimate.calls.high);
  });

  it("after a pilot says what the pilot cost, keeps nothing of it, and is near what the run costs", async () => {
    const world = memoryWorld();
    const estimate = await ask(world, { domain: DOMAIN, count: 8, pilot: 5 });
    expect(estimate).toMatchObject({ basis: "pilot", confidence: 0.9 });
    expect(estimate.calls.low).toBeGreaterThanOrEqual(8);
    expect(estimate.pilot).toMatchObject({ conversations: 5, failed: 0, calls: world.provider.calls });
    expect(estimate.pilot!.cost_usd * 1_000_000).toBeCloseTo(world.provider.costMicroUsd, 6);
    expect(world.conversations).toEqual([]);
    const before = world.provider.costMicroUsd;
    await finish(world, await start(world));
    const spent = (world.provider.costMicroUsd - before) / 1_000_000;
    expect(spent).toBeGreaterThanOrEqual(estimate.cost_usd!.low);
    expect(spent).toBeLessThanOrEqual(estimate.cost_usd!.high);
  });

  it("is for one seed, for seeds by id or for a library, and for nothing else", async () => {
    const world = memoryWorld();
    const [seed] = await world.deps.catalog.library(DOMAIN);
    expect((await ask(world, { seed, count: 3 })).conversations).toBe(3);
    await expect(ask(world, {})).rejects.toThrow("one of seed");
    await expect(ask(world, { seed, domain: DOMAIN })).rejects.toThrow("one of seed");
    await expect(ask(world, { seed_ids: ["none"] })).rejects.toThrow("not found");
  });

  it("of the builtin generator is nothing, and of a model without a known price has no cost", async () => {
    const world = memoryWorld();
    const free = await ask(world, { domain: DOMAIN, provider_id: "builtin" });
    expect([free.calls.high, free.cost_usd!.high]).toEqual([0, 0]);
    const unknown = await ask(world, { domain: DOMAIN, model: "claude-unheard-of-9" });
    expect(unknown.cost_usd).toBeNull();
    expect(unknown.calls.expected).toBeGreaterThan(0);
  });
});

describe("generation from one seed", () => {
  it("answers with its cost at once, and as a job when there is more of it", async () => {
    const world = memoryWorld();
    const [seed] = await world.deps.catalog.library(DOMAIN);
    const answer = await generate(world.deps, PRINCIPAL, GenerateRequest.parse({ seed, count: 2, random_seed: 3 }));
    expect(answer.generation_summary).toMatchObject({ total_generated: 2, model_used: MODEL });
    expect(answer.generation_summary.cost_usd * 1_000_000).toBeCloseTo(world.provider.costMicroUsd, 6);

    const { job_id } = await startGeneration(world.deps, PRINCIPAL, GenerateRequest.parse({ seed, count: 6 }));
    const job = await finish(world, job_id);
    expect(resultOf(job)).toMatchObject({ conversations_generated: 6, dataset: null });
    expect(world.reports).toHaveLength(6);
  });

  it("keeps what was written when one conversation fails, and stops within its budget", async () => {
    const world = memoryWorld();
    const [seed] = await world.deps.catalog.library(DOMAIN);
    let failed = false;
    world.trouble = () => {
      if (failed) return;
      failed = true;
      throw new Error("a defect of one call");
    };
    const answer = await generate(world.deps, PRINCIPAL, GenerateRequest.parse({ seed, count: 5 }));
    expect(answer.conversations).toHaveLength(4);
    const before = world.provider.costMicroUsd;
    const bounded = GenerateRequest.parse({ seed, count: 20, budget_usd: 0.006 });
    const partial = await generate(world.deps, PRINCIPAL, bounded);
    expect(partial.conversations.length).toBeLessThan(20);
    expect(world.provider.costMicroUsd - before).toBeLessThanOrEqual(6000);
  });
});

describe("a run grounded in a text", () => {
  const KNOWLEDGE = "El enganche mínimo es del 20 %. Dudas con Eulalia Ferrándiz Ochoa, eulalia.ferrandiz@correo.mx.";
  /** What the provider was sent as system text. */
  function listen(world: MemoryWorld): Set<string> {
    const heard = new Set<string>();
    world.trouble = (_call, { messages }) => {
      for (const { role, parts } of messages) {
        if (role === "system") for (const part of parts) if (part.type === "text") heard.add(part.text);
      }
    };
    return heard;
  }

  it("gives it to the model in every prompt, masked, and keeps no personal value of it", async () => {
    const world = memoryWorld();
    const heard = listen(world);
    const id = await start(world, { knowledge: KNOWLEDGE });
    const job = await finish(world, id);
    expect(resultOf(job).conversations_generated).toBe(8);
    const [seed] = await world.deps.catalog.library(DOMAIN);
    const grounded = GenerateRequest.parse({ seed, count: 1, knowledge: KNOWLEDGE });
    await generate(world.deps, PRINCIPAL, grounded);
    await estimateRun(
      world.deps,
      PRINCIPAL,
      EstimateRequest.parse({ domain: DOMAIN, count: 1, pilot: 1, knowledge: KNOWLEDGE }),
    );
    expect(heard.size).toBeGreaterThan(2);
    for (const text of heard) {
      expect(text).toContain("El enganche mínimo es del 20 %. Dudas con [PERSON], [EMAIL].");
      expect(text).not.toMatch(/eulalia|ferr[aá]ndiz/iu);
    }
    expect(JSON.stringify(job.config)).not.toMatch(/eulalia|ferr[aá]ndiz/iu);
  });

  it("is another run than one without it, and is refused where nobody reads it or it does not fit", async () => {
    const world = memoryWorld();
    const recipes = await Promise.all(
      [{}, { knowledge: "El enganche mínimo es del 20 %." }].map(async (fields) => {
        const job = await getJob(world.deps, PRINCIPAL, await start(world, fields));
        return job.config["recipe"];
      }),
    );
    expect(new Set(recipes).size).toBe(2);
    await expect(start(world, { knowledge: "Un texto.", provider_id: "builtin" })).rejects.toThrow();
    expect(() => pipelineRequest({ knowledge: "x".repeat(24_001) })).toThrow("knowledge");
    expect(() => pipelineRequest({ knowledge: "  " })).toThrow("knowledge");
  });
});

describe("what a judge refuses", () => {
  const judged = (grades: (nth: number) => number) => {
    const world = memoryWorld();
    const prompts: string[] = [];
    world.trouble = (_call, { messages }) => {
      prompts.push(
        messages.map(({ parts }) => parts.map((part) => ("text" in part ? part.text : "")).join("")).join("\n"),
      );
    };
    let asked = 0;
    world.deps.judge = {
      model: "test/judge",
      ask: async ({ user }) => {
        const quote = /^\[1\] [^:]+: (.+)$/mu.exec(user)![1]!;
        const grade = grades((asked += 1));
        const keys = ["factual_fidelity", "logical_coherence", "role_consistency", "naturalness"];
        return JSON.stringify({
          grades: Object.fromEntries(keys.map((key) => [key, { grade, turn: 1, quote }])),
          constraints: [],
        });
      },
    };
    return { world, prompts, asked: () => asked };
  };
  const request = async (world: MemoryWorld, fields: object) => {
    const [seed] = await world.deps.catalog.library(DOMAIN);
    return generate(world.deps, PRINCIPAL, GenerateRequest.parse({ seed, count: 1, random_seed: 3, ...fields }));
  };

  it("is written again, told what the judge graded low, and passes when the judge is content", async () => {
    const { world, prompts, asked } = judged((nth) => (nth === 1 ? 1 : 5));
    const { reports, conversations } = await request(world, { max_attempts: 5 });
    expect(asked()).toBe(2);
    expect(reports![0]).toMatchObject({ passed: true, metrics: { semantic_fidelity: 1 } });
    expect(Number(conversations[0]!.metadata["attempts"])).toBeGreaterThan(1);
    expect(prompts.at(-1)).toContain("naturalness");
  });

  it("stays refused when the attempts are spent, with the judge's reasons in the report", async () => {
    const { world } = judged(() => 1);
    const { reports, conversations } = await request(world, { max_attempts: 3 });
    expect(reports![0]).toMatchObject({ passed: false, metrics: { semantic_fidelity: 0 } });
    expect(conversations[0]!.metadata["attempts"]).toBe("3");
  });

  it("is not asked for where nothing is to be evaluated", async () => {
    const { world, asked } = judged(() => 1);
    await request(world, { evaluate_after: false });
    expect(asked()).toBe(0);
  });
});

it("each further attempt is warmer by the step that was asked for, within the provider's range", async () => {
  const world = memoryWorld();
  const [seed] = await world.deps.catalog.library(DOMAIN);
  const seen: number[] = [];
  world.trouble = (_call, { temperature }) => void seen.push(temperature!);
  // No answer of this model can be read, so that every attempt is used.
  const chat = world.deps.models.chat;
  world.deps.models.chat = async (...args) => {
    const answer = await chat(...args);
    return { ...answer, choices: [{ parts: [{ type: "text", text: "no" }], finishReason: "stop" }] };
  };
  const input = GenerateRequest.parse({ seed, count: 1, temperature: 0.6, temperature_step: 0.3, max_attempts: 4 });
  await expect(generate(world.deps, PRINCIPAL, input)).rejects.toThrow("no readable conversation in 4 attempts");
  // The draw moves the first one by its own offset; the provider takes 1 at most.
  const steps = seen.map((value) => Math.round((value - seen[0]!) * 100) / 100);
  expect(steps[1]).toBe(0.3);
  expect(Math.max(...seen)).toBe(1);
});
