// Composition root: parses the configuration, builds the deps, mounts the API, consumes the queues.
import { GatewayBudgetObject } from "../durable-objects/gateway-budget.ts";
import { GatewayVaultObject } from "../durable-objects/gateway-vault.ts";
import { InterviewSessionObject } from "../durable-objects/interview-session.ts";
import { JobLedgerObject, LANES } from "../durable-objects/job-ledger.ts";
import { consume } from "../queues/consume.ts";
import { createApi } from "./api/app.ts";
import type { Api } from "./api/context.ts";
import { createGateway, type Gateway } from "./gateway/app.ts";
import { makeBlobStore } from "./platform/blobs.ts";
import { parseSettings } from "./platform/config.ts";
import { type Bindings, makeDeps } from "./platform/deps.ts";
import type { Deps } from "./services/deps.ts";

interface Assembly {
  deps: Deps;
  api: Api;
  gateway: Gateway;
}

let assembled: Assembly | null = null;

/** Built at the first event of the isolate and kept: the configuration cannot change while it lives. */
function assemble(env: Bindings): Assembly {
  if (assembled === null) {
    const settings = parseSettings(env as unknown as Record<string, unknown>);
    const deps = makeDeps(env, settings);
    assembled = { deps, api: createApi(deps, settings), gateway: createGateway(deps, settings) };
  }
  return assembled;
}

/** `/v1/...`: the wire formats of OpenAI and Anthropic. */
function isGatewayPath(url: string): boolean {
  return url.startsWith("/v1/", url.indexOf("/", url.indexOf("//") + 2));
}

/** A Worker that is configured wrongly says so, by the name of the variable, to every request. */
function refuseToStart(error: unknown): Response {
  const detail = error instanceof Error ? error.message : "unknown";
  // oxlint-disable-next-line no-console -- nothing else can log before the configuration is read
  console.log(JSON.stringify({ level: "error", event: "refused_to_start", detail }));
  const body = { detail: `The Worker refuses to start: ${detail}`, code: "unavailable", request_id: "none" };
  return Response.json(body, { status: 503 });
}

export class JobLedger extends JobLedgerObject<Bindings> {
  protected override async sendWakeUps(jobId: string, count: number): Promise<void> {
    await this.env.JOB_QUEUE.sendBatch(Array.from({ length: count }, () => ({ body: { v: 1, job: jobId } })));
  }

  protected override deleteObjects(prefix: string): Promise<void> {
    return makeBlobStore(this.env.BLOBS).deletePrefix(prefix);
  }
}

export class InterviewSession extends InterviewSessionObject<Bindings> {}

export class GatewayBudget extends GatewayBudgetObject<Bindings> {}

export class GatewayVault extends GatewayVaultObject<Bindings> {}

export default {
  fetch(request, env, context) {
    let assembly: Assembly;
    try {
      assembly = assemble(env);
    } catch (error) {
      return refuseToStart(error);
    }
    const app = isGatewayPath(request.url) ? assembly.gateway : assembly.api;
    return app.fetch(request, env, context);
  },

  async queue(batch, env) {
    const { deps } = assemble(env);
    if (batch.queue.endsWith("dead-letter")) {
      for (const message of batch.messages) {
        deps.log.write("error", "dead_letter", { queue: batch.queue, message_id: message.id });
        message.ack();
      }
      return;
    }
    await consume(batch.messages, deps, LANES);
  },
} satisfies ExportedHandler<Bindings>;
