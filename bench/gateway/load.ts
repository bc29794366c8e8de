// A load generator that costs little beside what it measures: raw sockets, kept open, one request at a time on each.
import { connect, type Socket } from "node:net";

export interface LoadTarget {
  port: number;
  path: string;
  headers: Readonly<Record<string, string>>;
}

export interface LoadResult {
  requests: number;
  failures: number;
  seconds: number;
  /** Microseconds, sorted. */
  latencies: number[];
  firstBytes: number[];
}

function toRequest(target: LoadTarget, body: string): Buffer {
  const headers = Object.entries({
    Host: `127.0.0.1:${target.port}`,
    "Content-Type": "application/json",
    "Content-Length": String(Buffer.byteLength(body)),
    ...target.headers,
  }).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`POST ${target.path} HTTP/1.1\r\n${headers.join("\r\n")}\r\n\r\n${body}`);
}

interface Answered {
  ok: boolean;
  firstByteUs: number;
  totalUs: number;
}

/** One request on an open socket; the answer has a length or ends with the last chunk. */
function ask(socket: Socket, request: Buffer): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const begun = process.hrtime.bigint();
    let received: Buffer = Buffer.alloc(0);
    let bodyAt = -1;
    let length = -1;
    let firstByteUs = -1;
    const since = (): number => Number(process.hrtime.bigint() - begun) / 1000;
    const finish = (): void => {
      socket.off("data", onData);
      socket.off("error", reject);
      socket.off("close", onClose);
      const ok = received.subarray(9, 12).toString("latin1") === "200";
      resolve({ ok, firstByteUs, totalUs: since() });
    };
    const onClose = (): void => reject(new Error("the connection was closed"));
    const onData = (chunk: Buffer): void => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      if (bodyAt === -1) {
        const end = received.indexOf("\r\n\r\n");
        if (end === -1) return;
        bodyAt = end + 4;
        const head = received.subarray(0, end).toString("latin1").toLowerCase();
        const declared = /\r\ncontent-length: (\d+)/.exec(head);
        length = declared === null ? -1 : Number(declared[1]);
      }
      if (firstByteUs === -1 && received.length > bodyAt) firstByteUs = since();
      const complete =
        length === -1
          ? received.length > bodyAt && received.subarray(-5).toString("latin1") === "0\r\n\r\n"
          : received.length >= bodyAt + length;
      if (complete) finish();
    };
    socket.on("data", onData);
    socket.once("error", reject);
    socket.once("close", onClose);
    socket.write(request);
  });
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.off("error", reject);
      resolve(socket);
    });
    socket.setNoDelay(true);
    socket.once("error", reject);
  });
}

/** Keeps `concurrency` requests under way for some seconds. */
export async function load(
  target: LoadTarget,
  concurrency: number,
  seconds: number,
  nextBody: () => string,
): Promise<LoadResult> {
  const latencies: number[] = [];
  const firstBytes: number[] = [];
  let failures = 0;
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const lane = async (): Promise<void> => {
    let socket = await open(target.port);
    while (performance.now() < until) {
      try {
        const { ok, totalUs, firstByteUs } = await ask(socket, toRequest(target, nextBody()));
        if (!ok) failures += 1;
        latencies.push(totalUs);
        firstBytes.push(firstByteUs);
      } catch {
        failures += 1;
        socket.destroy();
        socket = await open(target.port);
      }
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  const byValue = (a: number, b: number): number => a - b;
  return {
    requests: latencies.length,
    failures,
    seconds: (performance.now() - begun) / 1000,
    latencies: latencies.sort(byValue),
    firstBytes: firstBytes.sort(byValue),
  };
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
