import { scenarios, plugins, tools } from "./resources/catalogue.ts";
import { conversations } from "./resources/conversations.ts";
import { datasets, templates } from "./resources/datasets.ts";
import { evaluations } from "./resources/evaluations.ts";
import { gateway } from "./resources/gateway.ts";
import { connectors, imports } from "./resources/imports.ts";
import { generation, jobs, pipeline } from "./resources/jobs.ts";
import { organizations } from "./resources/organizations.ts";
import { providers } from "./resources/providers.ts";
import { reviews } from "./resources/reviews.ts";
import { seeds } from "./resources/seeds.ts";
import { health, presidio } from "./resources/system.ts";
import { createTransport } from "./transport.ts";
import type { ClientOptions } from "./transport.ts";

/**
 * Typed client of the API. Runs wherever there is a global `fetch`: Node 20 and newer, browsers, Workers.
 *
 * Calls that may be repeated (reads, and writes under an Idempotency-Key, which is sent by itself) are tried again
 * after 429, 502, 503, 504 and network errors, with jitter, as late as `Retry-After` says. Every failure is an
 * `UNCASEError`; an abort rejects with the signal's reason.
 */
export class UNCASEClient {
  readonly health: ReturnType<typeof health>;
  readonly organizations: ReturnType<typeof organizations>;
  readonly seeds: ReturnType<typeof seeds>;
  readonly imports: ReturnType<typeof imports>;
  readonly connectors: ReturnType<typeof connectors>;
  readonly conversations: ReturnType<typeof conversations>;
  readonly generation: ReturnType<typeof generation>;
  readonly pipeline: ReturnType<typeof pipeline>;
  readonly jobs: ReturnType<typeof jobs>;
  readonly evaluations: ReturnType<typeof evaluations>;
  readonly reviews: ReturnType<typeof reviews>;
  readonly templates: ReturnType<typeof templates>;
  readonly datasets: ReturnType<typeof datasets>;
  readonly scenarios: ReturnType<typeof scenarios>;
  readonly tools: ReturnType<typeof tools>;
  readonly plugins: ReturnType<typeof plugins>;
  readonly providers: ReturnType<typeof providers>;
  readonly gateway: ReturnType<typeof gateway>;
  readonly presidio: ReturnType<typeof presidio>;

  constructor(options: ClientOptions = {}) {
    const http = createTransport(options);
    this.health = health(http);
    this.organizations = organizations(http);
    this.seeds = seeds(http);
    this.imports = imports(http);
    this.connectors = connectors(http);
    this.conversations = conversations(http);
    this.generation = generation(http);
    this.pipeline = pipeline(http);
    this.jobs = jobs(http);
    this.evaluations = evaluations(http);
    this.reviews = reviews(http);
    this.templates = templates(http);
    this.datasets = datasets(http);
    this.scenarios = scenarios(http);
    this.tools = tools(http);
    this.plugins = plugins(http);
    this.providers = providers(http);
    this.gateway = gateway(http);
    this.presidio = presidio(http);
  }
}
