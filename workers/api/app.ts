import { OpenAPIHono } from "@hono/zod-openapi";
import { cors } from "hono/cors";
import { AppError } from "../contract/error.ts";
import type { Deps } from "../services/deps.ts";
import type { Api, ApiEnv, ApiOptions } from "./context.ts";
import { PERMISSION_FIELD } from "./declare.ts";
import { toErrorResponse, toFieldErrors } from "./errors.ts";
import { bound, identify, refuseForeignHosts, secure } from "./guards.ts";
import { honourIdempotency } from "./idempotency.ts";
import { registerConnectors } from "./routes/connectors.ts";
import { registerConversations } from "./routes/conversations.ts";
import { registerDatasets } from "./routes/datasets.ts";
import { registerDocs } from "./routes/docs.ts";
import { registerDomains } from "./routes/domains.ts";
import { registerEvaluations } from "./routes/evaluations.ts";
import { registerGateway } from "./routes/gateway.ts";
import { registerGeneration } from "./routes/generation.ts";
import { registerHealth } from "./routes/health.ts";
import { registerHuggingFace } from "./routes/huggingface.ts";
import { registerImports } from "./routes/imports.ts";
import { registerInterviews } from "./routes/interviews.ts";
import { registerJobs } from "./routes/jobs.ts";
import { registerOrganizations } from "./routes/organizations.ts";
import { registerPresidio } from "./routes/presidio.ts";
import { registerProviders } from "./routes/providers.ts";
import { registerReviews } from "./routes/reviews.ts";
import { registerSeeds } from "./routes/seeds.ts";
import { registerTemplates } from "./routes/templates.ts";

const RESOURCES: readonly ((api: Api, options: ApiOptions) => void)[] = [
  registerHealth,
  registerOrganizations,
  registerInterviews,
  registerSeeds,
  registerImports,
  registerConnectors,
  registerHuggingFace,
  registerPresidio,
  registerConversations,
  registerGeneration,
  registerJobs,
  registerEvaluations,
  registerReviews,
  registerTemplates,
  registerDatasets,
  registerDomains,
  registerProviders,
  registerGateway,
  registerDocs,
];

/** Paths outside the OpenAPI document, each with the reason why it may be. */
const UNDECLARED: ReadonlySet<string> = new Set(["/", "/docs", "/redoc", "/openapi.json"]);

/**
 * The REST application over the given deps. Built once per isolate.
 * @throws Error when a route was registered without a declared permission: such an app must not start.
 */
export function createApi(deps: Deps, options: ApiOptions): Api {
  const api: Api = new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (!result.success) {
        throw new AppError("validation_failed", undefined, {
          errors: toFieldErrors(result.target, result.error.issues),
        });
      }
    },
  });
  api.use(async (c, next) => {
    c.set("deps", deps);
    await next();
  });
  api.use(secure, identify, refuseForeignHosts(options));
  if (options.corsOrigins.length > 0) {
    api.use(
      cors({
        origin: options.corsOrigins,
        credentials: true,
        allowHeaders: ["Authorization", "Content-Type", "X-API-Key", "X-Request-ID", "Idempotency-Key", "Accept"],
        exposeHeaders: ["X-Request-ID", "X-Total-Count", "Link", "Retry-After"],
      }),
    );
  }
  api.use(bound, honourIdempotency);
  for (const register of RESOURCES) register(api, options);
  api.onError(toErrorResponse);
  api.notFound((c) => toErrorResponse(new AppError("not_found"), c));
  refuseUndeclaredRoutes(api);
  return api;
}

function refuseUndeclaredRoutes(api: Api): void {
  const declared = new Set<string>();
  for (const definition of api.openAPIRegistry.definitions) {
    if (definition.type !== "route") continue;
    const { method, path } = definition.route;
    if (!(PERMISSION_FIELD in definition.route)) throw new Error(`route without a permission: ${method} ${path}`);
    declared.add(`${method.toUpperCase()} ${path.replace(/\{([^}]+)\}/g, ":$1")}`);
  }
  for (const { method, path } of api.routes) {
    const isMiddleware = method === "ALL";
    if (!isMiddleware && !declared.has(`${method} ${path}`) && !UNDECLARED.has(path)) {
      throw new Error(`route without a permission: ${method} ${path}`);
    }
  }
}
