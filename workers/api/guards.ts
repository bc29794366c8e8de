// Middleware in front of every route: identity of the request, who may talk to a development server, sizes, headers.
import { createMiddleware } from "hono/factory";
import { AppError } from "../contract/error.ts";
import { jsonDepth, readBounded } from "../services/bodies.ts";
import { personalCategories } from "../services/privacy.ts";
import type { ApiEnv, ApiOptions } from "./context.ts";
import { STREAMED_PATHS } from "./uploads.ts";

/** Bodies of everything but file uploads. */
const MAX_JSON_BYTES = 8 * 1024 * 1024;
/** Files in forms that are read as a whole; those of `STREAMED_PATHS` have a bound of their own. */
const MAX_FORM_FILE_BYTES = 5 * 1024 * 1024;
/** Deeper JSON than any schema of ours holds only serves to exhaust the validator's stack. */
const MAX_JSON_DEPTH = 64;

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** Gives each request an id, answers it back and leaves one log line without a word of content. */
export const identify = createMiddleware<ApiEnv>(async (c, next) => {
  const deps = c.get("deps");
  const given = c.req.header("x-request-id");
  // The id goes into logs: one that holds personal data (a telephone number, a name) is replaced.
  const isKept =
    given !== undefined && /^[A-Za-z0-9._-]{8,64}$/.test(given) && personalCategories(deps, given).length === 0;
  const requestId = isKept ? given : deps.newId();
  c.set("requestId", requestId);
  const started = deps.clock.now().getTime();
  await next();
  c.res.headers.set("X-Request-ID", requestId);
  deps.log.write("info", "request", {
    request_id: requestId,
    method: c.req.method,
    route: c.req.routePath,
    status: c.res.status,
    duration_ms: deps.clock.now().getTime() - started,
  });
});

/** A development server trusts whoever reaches it, so it must not be reachable through a browser's other tabs. */
export function refuseForeignHosts(options: ApiOptions) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    if (options.environment === "development") {
      const host = c.req.header("host") ?? new URL(c.req.url).host;
      if (!LOOPBACK.test(host)) {
        throw new AppError("misdirected_request", "A development server answers to localhost only");
      }
      const origin = c.req.header("origin");
      const known =
        origin === undefined ||
        options.corsOrigins.includes(origin) ||
        LOOPBACK.test(origin.replace(/^https?:\/\//, ""));
      if (!known) throw new AppError("forbidden", "Requests from other origins are refused in development");
    }
    await next();
  });
}

/** Security headers on every answer, errors included. */
export const secure = createMiddleware<ApiEnv>(async (c, next) => {
  await next();
  const { headers } = c.res;
  headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("X-Frame-Options", "DENY");
  headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
  headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  if (!headers.has("Content-Security-Policy")) {
    headers.set("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
  }
  if (c.req.path.startsWith("/api/") && !headers.has("Cache-Control")) {
    headers.set("Cache-Control", "no-store, no-cache, must-revalidate, private");
    headers.set("Pragma", "no-cache");
  }
});

/**
 * Reads the body once, bounded, and refuses JSON that is nested too deeply, before any parser sees it. The local
 * runtime enforces neither. Handlers read the buffered copy.
 */
export const bound = createMiddleware<ApiEnv>(async (c, next) => {
  const { raw } = c.req;
  if (raw.body !== null && !STREAMED_PATHS.has(c.req.path)) {
    const type = c.req.header("content-type") ?? "";
    const upload = type.startsWith("multipart/form-data");
    // A megabyte of room for the multipart frame around a file of the largest size.
    const limit = upload ? MAX_FORM_FILE_BYTES + 1024 * 1024 : MAX_JSON_BYTES;
    if (Number(c.req.header("content-length") ?? 0) > limit) {
      throw new AppError("payload_too_large", `The body is larger than ${Math.floor(limit / 1024 / 1024)} MB`);
    }
    const bytes = await readBounded(raw.body, limit);
    if (type.includes("json") && jsonDepth(new TextDecoder().decode(bytes), MAX_JSON_DEPTH) > MAX_JSON_DEPTH) {
      throw new AppError("bad_request", `The JSON is nested more than ${MAX_JSON_DEPTH} levels deep`);
    }
    c.req.raw = new Request(raw, { method: raw.method, body: bytes });
  }
  await next();
});
