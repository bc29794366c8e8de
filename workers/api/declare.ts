import { createRoute, type RouteConfig } from "@hono/zod-openapi";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { AppError, ERRORS, type ErrorCode, ErrorResponse } from "../contract/error.ts";
import type { Scope } from "../contract/organization.ts";
import type { z } from "../contract/zod.ts";
import { authenticate, ensureLocalOrganization } from "../services/organizations.ts";
import type { Principal } from "../services/deps.ts";
import type { ApiEnv } from "./context.ts";

/** What a caller must hold: a scope of the organisation's key, or nothing. */
export type Permission = Scope | "public";

/** The OpenAPI extension that carries a route's permission; the start-up check refuses a route without it. */
export const PERMISSION_FIELD = "x-uncase-permission";

/** The key a request carries, in whichever of the three headers. */
export function readCredential(headers: Headers): string | null {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.get("authorization") ?? "");
  return headers.get("x-api-key") ?? bearer?.[1] ?? null;
}

/**
 * Who asks: the holder of the key, or the local organisation when a development server gets no key.
 * @throws unauthorized
 */
export async function readCaller(c: Context<ApiEnv>): Promise<Principal> {
  const deps = c.get("deps");
  const credential = readCredential(c.req.raw.headers);
  if (credential !== null) return authenticate(deps, credential);
  if (deps.config.environment === "development") return ensureLocalOrganization(deps);
  throw new AppError("unauthorized", "Send an API key in X-API-Key or Authorization: Bearer");
}

/** Authenticates and checks the scope before the handler runs. */
function require(permission: Permission) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    if (permission !== "public") {
      const principal = await readCaller(c);
      if (!principal.scopes.has(permission)) {
        throw new AppError("forbidden", `The key lacks the scope "${permission}"`);
      }
      c.set("principal", principal);
    }
    await next();
  });
}

/** Error answers that every route of this permission can give, for its documentation. */
function errorResponses(permission: Permission, extra: readonly ErrorCode[]) {
  const codes: ErrorCode[] = [
    ...(permission === "public" ? [] : (["unauthorized", "forbidden"] as const)),
    ...extra,
    "internal_error",
  ];
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const { status, detail } = ERRORS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${code}\`: ${detail}`]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, lines]) => [
      status,
      { description: lines.join("\n\n"), content: { "application/json": { schema: ErrorResponse } } },
    ]),
  );
}

/**
 * Declares one operation with the permission it needs and the errors it can answer. The only way to make a route:
 * the permission is a required argument and is enforced by the middleware added here.
 */
export function declare<const R extends RouteConfig>(permission: Permission, errors: readonly ErrorCode[], config: R) {
  return createRoute({
    ...config,
    [PERMISSION_FIELD]: permission,
    security: (permission === "public" ? [] : [{ apiKey: [] }, { bearer: [] }]) as Record<string, string[]>[],
    middleware: [require(permission)] as const,
    responses: { ...errorResponses(permission, errors), ...config.responses } as R["responses"],
  });
}

/** A JSON answer of a route. */
export function json<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { "application/json": { schema } } };
}

/** A required JSON body of a route. */
export function body<S extends z.ZodType>(schema: S) {
  return { required: true, content: { "application/json": { schema } } };
}
