import { createParser } from "eventsource-parser";
import type { EventSourceMessage } from "eventsource-parser";
import type { JobProgress, JobResponse } from "../contract/job.ts";
import { UNCASEError } from "./error.ts";
import { backOffMs, sleep } from "./transport.ts";
import type { CallOptions, Transport } from "./transport.ts";

/** `progress` while the job runs, then one `done`, after which the iteration ends. */
export type JobEvent = { type: "progress"; progress: JobProgress } | { type: "done"; job: JobResponse };

/** A connection that says nothing for this long is taken for dead and opened again. */
const SILENCE_MS = 60_000;

/**
 * The progress of a job, live, until it ends. A connection that breaks, or ends before `done`, is opened again; after
 * `retries` attempts in a row that brought no event, the last failure is thrown. Leaving the loop closes the connection.
 */
export async function* jobEvents(
  transport: Transport,
  jobId: string,
  options: CallOptions & { silenceMs?: number } = {},
): AsyncGenerator<JobEvent, void, undefined> {
  let lastEventId: string | undefined;
  let fruitless = 0;
  for (;;) {
    let failure = new UNCASEError({ status: 0, code: "network_error", detail: "The event stream ended early" });
    try {
      for await (const message of connect(transport, jobId, lastEventId, options)) {
        fruitless = 0;
        lastEventId = message.id ?? lastEventId;
        const event = jobEvent(message);
        if (event !== null) yield event;
        if (event?.type === "done") return;
      }
    } catch (error) {
      if (!(error instanceof UNCASEError)) throw error;
      failure = error;
    }
    const wait = backOffMs(failure, fruitless);
    if (wait === null || fruitless >= transport.retries) throw failure;
    fruitless += 1;
    await sleep(wait, options.signal);
  }
}

/** The messages of one connection; its loss is an UNCASEError, an abort the signal's reason. */
async function* connect(
  transport: Transport,
  jobId: string,
  lastEventId: string | undefined,
  options: CallOptions & { silenceMs?: number },
): AsyncGenerator<EventSourceMessage, void, undefined> {
  const connection = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, connection.signal]) : connection.signal;
  const response = await transport.open(
    {
      method: "GET",
      path: `/api/v1/jobs/${encodeURIComponent(jobId)}/events`,
      repeat: "never",
      headers: { accept: "text/event-stream", ...(lastEventId !== undefined && { "last-event-id": lastEventId }) },
    },
    { ...options, signal },
  );
  if (response.body === null) return;

  const messages: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (message) => messages.push(message) });
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let silence: ReturnType<typeof setTimeout> | undefined;
  // Not every fetch ends a body that is being read when its signal is aborted.
  const stop = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  try {
    for (;;) {
      silence = setTimeout(() => connection.abort(), options.silenceMs ?? SILENCE_MS);
      const { done, value } = await reader.read();
      clearTimeout(silence);
      options.signal?.throwIfAborted();
      if (done) return;
      parser.feed(decoder.decode(value, { stream: true }));
      yield* messages.splice(0);
    }
  } catch (error) {
    options.signal?.throwIfAborted();
    throw new UNCASEError({ status: 0, code: "network_error", detail: "The event stream broke", cause: error });
  } finally {
    if (silence !== undefined) clearTimeout(silence);
    connection.abort();
  }
}

function jobEvent(message: EventSourceMessage): JobEvent | null {
  if (message.event === "progress") return { type: "progress", progress: payload<JobProgress>(message) };
  if (message.event === "done") return { type: "done", job: payload<JobResponse>(message) };
  return null;
}

function payload<T>(message: EventSourceMessage): T {
  try {
    return JSON.parse(message.data) as T;
  } catch (error) {
    const detail = `The event stream's ${message.event} event is not JSON`;
    throw new UNCASEError({ status: 0, code: "invalid_response", detail, cause: error });
  }
}
