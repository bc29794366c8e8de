// The request log: rows wait in the isolate and are written together, after the answers.
import type { Deps } from "../deps.ts";
import { describeError } from "../failure.ts";
import type { Defer } from "./access.ts";
import type { LogRow } from "./ports.ts";

/** A row waits at most this long: what an isolate that dies takes with it. */
const FLUSH_MS = 1_000;
/** As many rows are written at once, without waiting. */
const FLUSH_ROWS = 200;

/** A flush that has not run after this long belonged to a request that was cut off. */
const ABANDONED_MS = 5_000;

interface Buffer {
  rows: LogRow[];
  /** When the flush that is due was asked for; null when none is. */
  dueSinceMs: number | null;
}

const buffers = new WeakMap<Deps, Buffer>();

async function flush(deps: Deps, buffer: Buffer): Promise<void> {
  const rows = buffer.rows.splice(0);
  if (rows.length === 0) return;
  try {
    await deps.gatewayLog.append(rows);
  } catch (error) {
    deps.log.write("error", "gateway_log_lost", { rows: rows.length, ...describeError(error) });
  }
}

/**
 * Notes one request. The row is in the store within about a second; at most the rows of that second, and never more
 * than 200, are lost when the isolate dies.
 */
export function noteRequest(deps: Deps, row: LogRow, defer: Defer): void {
  let buffer = buffers.get(deps);
  if (buffer === undefined) buffers.set(deps, (buffer = { rows: [], dueSinceMs: null }));
  buffer.rows.push(row);
  if (buffer.rows.length >= FLUSH_ROWS) {
    defer(flush(deps, buffer));
    return;
  }
  const nowMs = deps.clock.now().getTime();
  if (buffer.dueSinceMs !== null && nowMs - buffer.dueSinceMs < ABANDONED_MS) return;
  buffer.dueSinceMs = nowMs;
  const waiting = buffer;
  defer(
    new Promise((resolve) => setTimeout(resolve, FLUSH_MS)).then(() => {
      waiting.dueSinceMs = null;
      return flush(deps, waiting);
    }),
  );
}
