// The gateway: an HTTP application of its own that speaks OpenAI's and Anthropic's wire formats.
import { Hono } from "hono";
import { cors } from "hono/cors";
import { AppError } from "../contract/error.ts";
import { PrivacyMode } from "../contract/gateway.ts";
import type { DialectName } from "../core/gateway/dialects/errors.ts";
import type { Deps } from "../services/deps.ts";
import { describeError } from "../services/failure.ts";
import { type Defer, openAccess } from "../services/gateway/access.ts";
import { ENDPOINTS, type EndpointName } from "../services/gateway/endpoints.ts";
import { exchange } from "../services/gateway/exchange.ts";
import { toAppError } from "../services/gateway/failures.ts";
import { findModel, listModels } from "../services/gateway/models.ts";
import { newRequestId } from "../services/gateway/request-id.ts";
import { type HostOptions, refuseForeignRequest } from "../services/hosts.ts";
import { readBody } from "./body.ts";
import { readClientHeaders } from "./client-headers.ts";
import { writeModel, writeModels } from "./models.ts";
import { toErrorAnswer, toResponse } from "./respond.ts";

type GatewayEnv = { Variables: { dialect: DialectName } };
type Context = Pick<ExecutionContext, "waitUntil">;

export interface Gateway {
  fetch(request: Request, env: object, context: ExecutionContext): Response | Promise<Response>;
}

const PATHS: ReadonlyMap<string, EndpointName> = new Map([
  ["/v1/chat/completions", "chat"],
  ["/v1/responses", "responses"],
  ["/v1/embeddings", "embeddings"],
  ["/v1/messages", "messages"],
  ["/v1/messages/count_tokens", "count_tokens"],
]);

/** The key a request carries, in whichever of the headers that the SDKs use. */
function readCredential(headers: Headers): string | null {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.get("authorization") ?? "");
  return headers.get("x-api-key") ?? bearer?.[1] ?? null;
}

function readMode(headers: Headers): PrivacyMode | null {
  const given = headers.get("x-uncase-privacy-mode");
  if (given === null) return null;
  const parsed = PrivacyMode.safeParse(given);
  if (!parsed.success) {
    throw new AppError("bad_request", `x-uncase-privacy-mode: must be one of ${PrivacyMode.options.join(", ")}`);
  }
  return parsed.data;
}

function readConversation(headers: Headers): string | null {
  const given = headers.get("x-uncase-conversation");
  if (given !== null && given.length > 200) {
    throw new AppError("bad_request", "x-uncase-conversation: at most 200 characters");
  }
  return given;
}

/** Whose wire format errors of paths that both vendors have are written in. */
function dialectOf(headers: Headers): DialectName {
  return headers.has("anthropic-version") ? "anthropic-messages" : "openai-chat";
}

/** The path of an absolute URL. */
function pathOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  const query = url.indexOf("?", start);
  return url.slice(start, query < 0 ? undefined : query);
}

/** The gateway over the given deps. Built once per isolate. */
export function createGateway(deps: Deps, options: HostOptions): Gateway {
  const app = new Hono<GatewayEnv>();
  const deferOf = (context: Context): Defer => {
    return (work) => context.waitUntil(work);
  };
  const toError = (dialect: DialectName, error: unknown, requestId: string): Response => {
    if (toAppError(error) === null) {
      deps.log.write("error", "unhandled_error", { request_id: requestId, ...describeError(error) });
    }
    return toErrorAnswer(dialect, error, requestId);
  };

  /** One request to an endpoint that carries a conversation. */
  const carry = async (raw: Request, endpoint: EndpointName, context: Context): Promise<Response> => {
    const requestId = newRequestId(deps);
    try {
      refuseForeignRequest(raw, options);
      const { headers, signal } = raw;
      const defer = deferOf(context);
      // The key comes first: whoever has none does not get as far as the parser.
      const access = await openAccess(deps, readCredential(headers), "write", defer);
      const { head, text } = await readBody(raw);
      const outcome = await exchange(deps, access, {
        endpoint,
        text,
        head,
        mode: readMode(headers),
        conversation: readConversation(headers),
        clientHeaders: readClientHeaders(headers),
        provider: null,
        trailer: headers.get("x-uncase-trailer") === "true",
        requestId,
        signal,
        defer,
      });
      return toResponse(outcome, requestId);
    } catch (error) {
      return toError(ENDPOINTS[endpoint].client, error, requestId);
    }
  };

  if (options.corsOrigins.length > 0) {
    app.use(
      cors({ origin: [...options.corsOrigins], credentials: true, exposeHeaders: ["X-Request-ID", "Retry-After"] }),
    );
  }
  for (const [path, name] of PATHS) app.post(path, (c) => carry(c.req.raw, name, c.executionCtx));

  app.get("/v1/models", async (c) => {
    c.set("dialect", dialectOf(c.req.raw.headers));
    refuseForeignRequest(c.req.raw, options);
    const access = await openAccess(deps, readCredential(c.req.raw.headers), "read", deferOf(c.executionCtx));
    return c.json(writeModels(c.get("dialect"), await listModels(deps, access)));
  });
  app.get("/v1/models/:model{.+}", async (c) => {
    c.set("dialect", dialectOf(c.req.raw.headers));
    refuseForeignRequest(c.req.raw, options);
    const access = await openAccess(deps, readCredential(c.req.raw.headers), "read", deferOf(c.executionCtx));
    return c.json(writeModel(c.get("dialect"), await findModel(deps, access, c.req.param("model"))));
  });

  app.onError((error, c) => toError(c.get("dialect") ?? dialectOf(c.req.raw.headers), error, newRequestId(deps)));
  app.notFound((c) => {
    const error = new AppError("not_found", "This path is not served by the gateway");
    return toErrorAnswer(dialectOf(c.req.raw.headers), error, newRequestId(deps));
  });
  if (options.corsOrigins.length > 0) return app;
  return {
    // What carries the load needs nothing of the router.
    fetch(request, env, context) {
      const endpoint = request.method === "POST" ? PATHS.get(pathOf(request.url)) : undefined;
      return endpoint === undefined ? app.fetch(request, env, context) : carry(request, endpoint, context);
    },
  };
}
