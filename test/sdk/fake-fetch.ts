/** What one request was, with its body read. */
export interface SeenRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Headers;
  body: string;
  form: FormData | null;
}

export type Answer = (request: SeenRequest, count: number) => Response | Promise<Response>;

/**
 * A `fetch` without a network. Routes are `METHOD /path`; `count` says how often that route was asked before. Honours
 * abort signals the way fetch does.
 */
export function createFakeFetch(routes: Record<string, Answer>): { fetch: typeof fetch; seen: SeenRequest[] } {
  const seen: SeenRequest[] = [];
  const fakeFetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    const route = `${request.method} ${url.pathname}`;
    const isForm = request.headers.get("content-type")?.startsWith("multipart/form-data") ?? false;
    const count = seen.filter((each) => `${each.method} ${each.path}` === route).length;
    const current: SeenRequest = {
      method: request.method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      body: isForm ? "" : await request.text(),
      form: isForm ? await request.formData() : null,
    };
    seen.push(current);
    const answer = routes[route];
    if (!answer) return problem(404, "not_found", "Not found");
    const aborted = new Promise<never>((_, reject) => {
      if (request.signal.aborted) reject(request.signal.reason as Error);
      request.signal.addEventListener("abort", () => reject(request.signal.reason as Error));
    });
    return Promise.race([answer(current, count), aborted]);
  };
  return { fetch: fakeFetch as typeof fetch, seen };
}

export function json(body: unknown, init?: ResponseInit): Response {
  return Response.json(body, init);
}

/** An answer of the server's error table. */
export function problem(status: number, code: string, detail: string, headers: Record<string, string> = {}): Response {
  return Response.json({ detail, code, request_id: "req-1" }, { status, headers });
}

/** An event stream that sends these parts, then ends, breaks, or stays open. */
export function eventStream(parts: string[], end: "close" | "break" | "hang" = "close"): Response {
  const encoder = new TextEncoder();
  let next = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (next < parts.length) controller.enqueue(encoder.encode(parts[next++]));
      else if (end === "close") controller.close();
      else if (end === "break") controller.error(new TypeError("terminated"));
      else return new Promise(() => {});
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}
