import { AppError } from "../contract/error.ts";

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

export interface HostOptions {
  environment: "development" | "staging" | "production";
  corsOrigins: readonly string[];
}

/**
 * A development server trusts whoever reaches it, so it must not be reachable through a browser's other tabs.
 * @throws misdirected_request, forbidden
 */
export function refuseForeignRequest(request: Request, options: HostOptions): void {
  if (options.environment !== "development") return;
  const host = request.headers.get("host") ?? new URL(request.url).host;
  if (!LOOPBACK.test(host)) {
    throw new AppError("misdirected_request", "A development server answers to localhost only");
  }
  const origin = request.headers.get("origin");
  const known =
    origin === null || options.corsOrigins.includes(origin) || LOOPBACK.test(origin.replace(/^https?:\/\//, ""));
  if (!known) throw new AppError("forbidden", "Requests from other origins are refused in development");
}
