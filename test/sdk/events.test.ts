import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { UNCASEClient } from "../../workers/sdk/client.ts";
import type { JobEvent } from "../../workers/sdk/events.ts";
import { createFakeFetch, eventStream, problem } from "./fake-fetch.ts";

const route = "GET /api/v1/jobs/j1/events";
const progress = (done: number, id = String(done)) =>
  `id: ${id}\nevent: progress\ndata: ${JSON.stringify({ job_id: "j1", status: "running", done })}\n\n`;
const done = `event: done\ndata: ${JSON.stringify({ id: "j1", status: "completed", result: { certified: 3 } })}\n\n`;

async function collect(events: AsyncIterable<JobEvent>): Promise<(number | string)[]> {
  const seen: (number | string)[] = [];
  for await (const event of events) seen.push(event.type === "progress" ? event.progress.done : event.job.status);
  return seen;
}

beforeEach(() => void vi.spyOn(Math, "random").mockReturnValue(0));
afterEach(() => void vi.restoreAllMocks());

describe("job events", () => {
  it("come one by one and end with the job", async () => {
    const { fetch } = createFakeFetch({ [route]: () => eventStream([progress(1), progress(2), done]) });
    expect(await collect(new UNCASEClient({ fetch }).jobs.events("j1"))).toEqual([1, 2, "completed"]);
  });

  it("are the same however the bytes are cut", async () => {
    const whole = `: hello\n\n${progress(1)}${progress(2)}${done}`;
    for (const size of [1, 7, 64]) {
      const parts = whole.match(new RegExp(`[\\s\\S]{1,${size}}`, "gu"))!;
      const { fetch } = createFakeFetch({ [route]: () => eventStream(parts) });
      expect(await collect(new UNCASEClient({ fetch }).jobs.events("j1"))).toEqual([1, 2, "completed"]);
    }
  });

  it.each(["close", "break"] as const)("go on after the connection's %s, from the last event", async (end) => {
    const { fetch, seen } = createFakeFetch({
      [route]: (_, count) => (count === 0 ? eventStream([progress(1, "e7")], end) : eventStream([progress(2), done])),
    });
    expect(await collect(new UNCASEClient({ fetch }).jobs.events("j1"))).toEqual([1, 2, "completed"]);
    expect(seen.map((request) => request.headers.get("last-event-id"))).toEqual([null, "e7"]);
  });

  it("open a connection again that has gone silent", async () => {
    const { fetch } = createFakeFetch({
      [route]: (_, count) => (count === 0 ? eventStream([progress(1)], "hang") : eventStream([done])),
    });
    const { jobEvents } = await import("../../workers/sdk/events.ts");
    const { createTransport } = await import("../../workers/sdk/transport.ts");
    const events = jobEvents(createTransport({ fetch }), "j1", { silenceMs: 20 });
    expect(await collect(events)).toEqual([1, "completed"]);
  });

  it("give up after the retries when no event comes", async () => {
    const { fetch, seen } = createFakeFetch({ [route]: () => eventStream([]) });
    await expect(collect(new UNCASEClient({ fetch, retries: 2 }).jobs.events("j1"))).rejects.toMatchObject({
      code: "network_error",
    });
    expect(seen).toHaveLength(3);
  });

  it("do not insist on a job that is not there", async () => {
    const { fetch, seen } = createFakeFetch({ [route]: () => problem(404, "not_found", "Not found") });
    await expect(collect(new UNCASEClient({ fetch }).jobs.events("j1"))).rejects.toMatchObject({ status: 404 });
    expect(seen).toHaveLength(1);
  });

  it("end with the signal's reason when the caller aborts while the stream is open", async () => {
    const { fetch } = createFakeFetch({ [route]: () => eventStream([progress(1)], "hang") });
    const controller = new AbortController();
    const reason = new Error("enough");
    const watching = (async () => {
      for await (const _ of new UNCASEClient({ fetch }).jobs.events("j1", { signal: controller.signal })) {
        controller.abort(reason);
      }
    })();
    await expect(watching).rejects.toBe(reason);
  });

  it("close the connection when the loop is left", async () => {
    let cancelled = false;
    const { fetch } = createFakeFetch({
      [route]: () => {
        const body = new ReadableStream<Uint8Array>({
          start: (controller) => controller.enqueue(new TextEncoder().encode(progress(1))),
          cancel: () => void (cancelled = true),
        });
        return new Response(body);
      },
    });
    for await (const event of new UNCASEClient({ fetch }).jobs.events("j1")) if (event.type === "progress") break;
    expect(cancelled).toBe(true);
  });

  it("say so when an event is not JSON", async () => {
    const { fetch } = createFakeFetch({ [route]: () => eventStream(["event: progress\ndata: {\n\n"]) });
    await expect(collect(new UNCASEClient({ fetch }).jobs.events("j1"))).rejects.toMatchObject({
      code: "invalid_response",
    });
  });
});
