import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Deps, Principal } from "../services/deps.ts";

/** What middleware puts at the disposal of handlers. */
export interface ApiVariables {
  deps: Deps;
  /** Set by the route's permission; a public route has none. */
  principal: Principal;
  requestId: string;
}

export type ApiEnv = { Variables: ApiVariables };
export type Api = OpenAPIHono<ApiEnv>;

export interface ApiOptions {
  environment: "development" | "staging" | "production";
  corsOrigins: string[];
  /** Whether anybody may create an organisation. */
  openRegistration: boolean;
  /** Lets its holder create the first organisation of a closed installation. */
  bootstrapToken: string | null;
}
