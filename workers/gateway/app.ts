// The gateway: an HTTP application of its own that speaks OpenAI's and Anthropic's wire formats.
import { type Context, Hono } from "hono";
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
import { writeModel, writeModels } from "./models.ts";
import { toErrorAnswer, toResponse } from "./respond.ts";

type GatewayEnv = { Variables: { requestId: string; dialect: DialectName } };
export type Gateway = Hono<GatewayEnv>;

const PATHS: Readonly<Record<string, EndpointName>> = {
  "/v1/chat/completions": "chat",
  "/v1/responses": "responses",
  "/v1/embeddings": "embeddings",
  "/v1/messages": "messages",
  "/v1/messages/count_tokens": "count_tokens",
};

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

/** The gateway over the given deps. Built once per isolate. */
export function createGateway(deps: Deps, options: HostOptions): Gateway {
  const app: Gateway = new Hono<GatewayEnv>();
  const deferOf = (c: Context<GatewayEnv>): Defer => {
    const { executionCtx } = c;
    return (work) => executionCtx.waitUntil(work);
  };

  if (options.corsOrigins.length > 0) {
    app.use(
      cors({ origin: [...options.corsOrigins], credentials: true, exposeHeaders: ["X-Request-ID", "Retry-After"] }),
    );
  }
  for (const [path, name] of Object.entries(PATHS)) {
    app.post(path, async (c) => {
      const { raw } = c.req;
      const requestId = newRequestId(deps);
      c.set("requestId", requestId);
      c.set("dialect", ENDPOINTS[name].client);
      refuseForeignRequest(raw, options);
      const defer = deferOf(c);
      // The key comes first: whoever has none does not get as far as the parser.
      const access = await openAccess(deps, readCredential(raw.headers), "write", defer);
      const { body, text } = await readBody(raw);
      const outcome = await exchange(deps, access, {
        endpoint: name,
        text,
        body,
        mode: readMode(raw.headers),
        conversation: readConversation(raw.headers),
        provider: null,
        trailer: raw.headers.get("x-uncase-trailer") === "true",
        requestId,
        signal: raw.signal,
        defer,
      });
      return toResponse(outcome, requestId);
    });
  }

  app.get("/v1/models", async (c) => {
    c.set("dialect", dialectOf(c.req.raw.headers));
    refuseForeignRequest(c.req.raw, options);
    const access = await openAccess(deps, readCredential(c.req.raw.headers), "read", deferOf(c));
    return c.json(writeModels(c.get("dialect"), await listModels(deps, access)));
  });
  app.get("/v1/models/:model{.+}", async (c) => {
    c.set("dialect", dialectOf(c.req.raw.headers));
    refuseForeignRequest(c.req.raw, options);
    const access = await openAccess(deps, readCredential(c.req.raw.headers), "read", deferOf(c));
    return c.json(writeModel(c.get("dialect"), await findModel(deps, access, c.req.param("model"))));
  });

  app.onError((error, c) => {
    const requestId = c.get("requestId") ?? newRequestId(deps);
    if (toAppError(error) === null) {
      deps.log.write("error", "unhandled_error", { request_id: requestId, ...describeError(error) });
    }
    return toErrorAnswer(c.get("dialect") ?? dialectOf(c.req.raw.headers), error, requestId);
  });
  app.notFound((c) => {
    const error = new AppError("not_found", "This path is not served by the gateway");
    return toErrorAnswer(dialectOf(c.req.raw.headers), error, newRequestId(deps));
  });
  return app;
}
