// How the fake provider fails: a table of faults, chosen by a rate with a seeded generator or asked for by name.
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { createRandom } from "../../../workers/core/generation/random.ts";

/** What a fault does with an answer: `head` comes in place of one, `body` spoils one that is on its way. */
export type Fault =
  | { stage: "head"; act(response: ServerResponse): void }
  /** `parts` are the pieces of the answer as they would be sent. */
  | { stage: "body"; act(response: ServerResponse, parts: string[], contentType: string): Promise<void> };

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function error(
  status: number,
  headers: Record<string, string> = {},
  type = "server_error",
  code: string | null = null,
) {
  return {
    stage: "head" as const,
    act(response: ServerResponse) {
      response.writeHead(status, { "content-type": "application/json", ...headers });
      // As providers do, the message repeats something of the request: it must not come out at the other end.
      const message = `fake fault ${status}: your prompt was "the planted text of the fake provider"`;
      response.end(JSON.stringify({ type: "error", error: { message, type, code } }));
    },
  };
}

/** Sends a part of the answer; `change` says what becomes of the rest. */
function spoil(change: (response: ServerResponse, parts: string[]) => void | Promise<void>): Fault {
  return {
    stage: "body",
    async act(response, parts, contentType) {
      response.writeHead(200, { "content-type": contentType });
      await change(response, parts);
    },
  };
}

export const FAULTS: Readonly<Record<string, Fault>> = {
  "429": error(429, { "retry-after": "1" }, "rate_limit_error", "rate_limit_exceeded"),
  "429-date": {
    stage: "head",
    act(response) {
      const date = new Date(Date.now() + 2000).toUTCString();
      error(429, { "retry-after": date }, "rate_limit_error").act(response);
    },
  },
  "429-bare": error(429, {}, "rate_limit_error"),
  quota: error(429, {}, "insufficient_quota", "insufficient_quota"),
  "400": error(400, {}, "invalid_request_error"),
  "401": error(401, {}, "authentication_error", "invalid_api_key"),
  "404": error(404, {}, "not_found_error", "model_not_found"),
  "500": error(500),
  "502": error(502),
  "503": error(503, { "retry-after": "1" }),
  "529": error(529, {}, "overloaded_error"),
  html: {
    stage: "head",
    act(response) {
      response.writeHead(200, { "content-type": "text/html" });
      response.end("<html><body><h1>Sign in</h1></body></html>");
    },
  },
  redirect: {
    stage: "head",
    act(response) {
      response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data/" });
      response.end();
    },
  },
  empty: {
    stage: "head",
    act(response) {
      response.writeHead(200, { "content-type": "application/json" });
      response.end();
    },
  },
  /** Never answers; the caller has to give up. */
  hang: { stage: "head", act: () => undefined },
  "wrong-type": {
    stage: "body",
    async act(response, parts) {
      response.writeHead(200, { "content-type": "text/plain" });
      response.end(parts.join(""));
    },
  },
  /** JSON, or a stream, that ends in the middle although the connection ends well. */
  truncated: spoil((response, parts) => {
    const text = parts.join("");
    response.end(text.slice(0, Math.floor(text.length / 2)));
  }),
  /** The connection breaks in the middle. */
  reset: spoil(async (response, parts) => {
    const text = parts.join("");
    response.write(text.slice(0, Math.floor(text.length / 2)));
    await pause(5);
    response.destroy();
  }),
  "malformed-sse": spoil((response, parts) => {
    response.end(`${parts[0] ?? ""}data: {"choices": [{"delta": \n\n${parts.slice(1).join("")}`);
  }),
  "error-event": spoil((response, parts) => {
    response.end(
      `${parts[0] ?? ""}event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"x"}}\n\n`,
    );
  }),
  /** One byte every tenth of a second. */
  "slow-loris": spoil(async (response, parts) => {
    for (const byte of parts.join("")) {
      if (response.destroyed) return;
      response.write(byte);
      await pause(100);
    }
    response.end();
  }),
  /** Says the beginning, then nothing more. */
  stall: spoil((response, parts) => {
    response.write(parts[0] ?? "");
  }),
  huge: spoil(async (response) => {
    const block = `: ${"x".repeat(1024 * 1024)}\n`;
    const closed = new Promise<void>((resolve) => response.once("close", () => resolve()));
    for (let size = 0; size < 50 && !response.destroyed; size += 1) {
      if (!response.write(block)) await Promise.race([once(response, "drain"), closed]);
    }
    response.end();
  }),
};

/** What a rate draws from unless it is told otherwise: faults that another attempt heals and that need no waiting. */
export const HEALING = ["429", "500", "529", "html", "wrong-type", "truncated", "reset", "malformed-sse"];

/** The fault that a model's name or header asks for: `fault-429`, `fault-hang`. */
export function namedFault(...names: (string | null)[]): string | null {
  for (const name of names) {
    const found = /^(?:fake\/)?(?:fault-)([a-z0-9-]+?)(?:-x\d+)?$/.exec(name ?? "")?.[1];
    if (found !== undefined && Object.hasOwn(FAULTS, found)) return found;
  }
  return null;
}

/** How often a named fault strikes before the model answers: `fault-500-x2`; for ever without a number. */
export function strikes(model: string): number {
  return Number(/^(?:fake\/)?fault-[a-z0-9-]+-x(\d+)$/.exec(model)?.[1] ?? Number.POSITIVE_INFINITY);
}

/** Draws a fault, or none, for each request in turn: the same seed gives the same row of faults. */
export function createFaultDraw(seed: number): (rate: number, kinds: readonly string[]) => string | null {
  const random = createRandom(`faults/${seed}`);
  return (rate, kinds) => (rate > 0 && random.next() < rate ? random.pick(kinds) : null);
}
