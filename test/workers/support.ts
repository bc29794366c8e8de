import { applyD1Migrations, env as testEnv, runInDurableObject } from "cloudflare:test";
import type { Api } from "../../workers/api/context.ts";
import { createApi } from "../../workers/api/app.ts";
import { DEFAULT_SECRET_KEY, type Settings } from "../../workers/platform/config.ts";
import { type Bindings, makeDeps } from "../../workers/platform/deps.ts";
import { UNCASEClient } from "../../workers/sdk/client.ts";
import type { Deps } from "../../workers/services/deps.ts";

interface TestBindings extends Bindings {
  TEST_MIGRATIONS: Parameters<typeof applyD1Migrations>[1];
}

export const bindings = testEnv as unknown as TestBindings;

const SETTINGS: Settings = {
  environment: "production",
  version: "test",
  llmConfigured: false,
  piiThreshold: null,
  logLevel: "error",
  secretKey: `${DEFAULT_SECRET_KEY}-tests`,
  corsOrigins: [],
  openRegistration: true,
  presidio: null,
  bootstrapToken: null,
  hubUrl: "http://hub.invalid",
  judgeModel: null,
  providerJudge: null,
  embeddings: null,
  allowedHosts: [],
  installationProviders: [],
  installationProvidersFor: [],
  sealingKeys: [],
  installationKeys: new Map(),
};

export interface TestApp {
  api: Api;
  deps: Deps;
  logs: string[];
  fetch(path: string, init?: RequestInit): Promise<Response>;
  client(apiKey?: string): UNCASEClient;
}

/** The API over the real bindings of the test runtime, with settings of the test's own. */
export async function startApp(settings: Partial<Settings> = {}, overrides: Partial<Deps> = {}): Promise<TestApp> {
  await applyD1Migrations(bindings.DB, bindings.TEST_MIGRATIONS);
  const merged = { ...SETTINGS, ...settings };
  const logs: string[] = [];
  const deps: Deps = {
    ...makeDeps(bindings, merged),
    log: { write: (level, event, fields) => void logs.push(JSON.stringify({ level, event, ...fields })) },
    ...overrides,
  };
  const api = createApi(deps, merged);
  const send = (input: RequestInfo | URL, init?: RequestInit) => Promise.resolve(api.fetch(new Request(input, init)));
  return {
    api,
    deps,
    logs,
    fetch: (path, init) => send(`http://localhost${path}`, init),
    client: (apiKey) =>
      new UNCASEClient({
        baseUrl: "http://localhost",
        retries: 0,
        fetch: send as typeof fetch,
        ...(apiKey === undefined ? {} : { apiKey }),
      }),
  };
}

let organizations = 0;

/** A new organisation and the plain keys of each scope. */
export async function makeTenant(app: TestApp) {
  organizations += 1;
  const response = await app.fetch("/api/v1/organizations", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name: `Tenant ${organizations} ${crypto.randomUUID()}` }),
  });
  if (response.status !== 201) throw new Error(`no tenant: ${response.status} ${await response.text()}`);
  const created = (await response.json()) as { id: string; admin_key: { plain_key: string; key_id: string } };
  const admin = created.admin_key.plain_key;
  const mint = async (scopes: string) => {
    const answer = await app.fetch(`/api/v1/organizations/${created.id}/api-keys`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-API-Key": admin },
      body: JSON.stringify({ name: scopes, scopes }),
    });
    return ((await answer.json()) as { plain_key: string }).plain_key;
  };
  return {
    id: created.id,
    adminKeyId: created.admin_key.key_id,
    admin,
    write: await mint("write"),
    read: await mint("read"),
  };
}

export type Tenant = Awaited<ReturnType<typeof makeTenant>>;

/** A seed of the short form that the reference's documentation promises. */
export const SHORT_SEED = {
  dominio: "automotive.sales",
  idioma: "es",
  roles: ["cliente", "asesora"],
  objetivo: "Comparar dos vehículos familiares y agendar una prueba de manejo",
  pasos_turnos: [
    "El cliente pregunta por vehículos familiares",
    "La asesora consulta el inventario y presenta opciones",
    "El cliente pregunta por el financiamiento",
    "La asesora confirma la cita para la prueba de manejo",
  ],
} as const;

export const sendJson = (key: string, body: unknown, method = "POST"): RequestInit => ({
  method,
  headers: { "Content-Type": "application/json", "X-API-Key": key },
  body: JSON.stringify(body),
});

export function uploadForm(content: string | Uint8Array<ArrayBuffer>, name = "file.csv"): FormData {
  const form = new FormData();
  form.set("file", new File([content], name));
  return form;
}

/** Uploads a file as a form; the body as text and, where it is JSON, parsed. */
export async function upload<T = unknown>(
  app: TestApp,
  key: string,
  path: string,
  content: string | Uint8Array<ArrayBuffer>,
  name?: string,
): Promise<{ status: number; text: string; body: T }> {
  const init = { method: "POST", headers: { "X-API-Key": key }, body: uploadForm(content, name) };
  const response = await app.fetch(path, init);
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as T };
}

const OWN_TABLES =
  "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'";

/** Keys of all objects in the bucket that begin with `prefix`. */
export async function listObjects(prefix = ""): Promise<string[]> {
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await bindings.BLOBS.list(cursor === undefined ? { prefix } : { prefix, cursor });
    keys.push(...page.objects.map((object) => object.key));
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor !== undefined);
  return keys;
}

/** Everything in the storage of one job's object. */
export function dumpLedger(jobId: string): Promise<string> {
  const stub = bindings.JOB_LEDGER.get(bindings.JOB_LEDGER.idFromName(jobId));
  return runInDurableObject(stub as never, (_object: unknown, state: DurableObjectState) =>
    state.storage.sql
      .exec<{ name: string }>(OWN_TABLES)
      .toArray()
      .map(
        ({ name }) => `ledger ${name} ${JSON.stringify(state.storage.sql.exec(`SELECT * FROM "${name}"`).toArray())}`,
      )
      .join("\n"),
  );
}

/** Every value of every table, every byte of every object, and everything in the storage of these jobs' objects. */
export async function dumpEverything(jobIds: readonly string[] = []): Promise<string> {
  const parts: string[] = [];
  for (const { name } of (await bindings.DB.prepare(OWN_TABLES).all<{ name: string }>()).results) {
    parts.push(`table ${name}`, JSON.stringify((await bindings.DB.prepare(`SELECT * FROM "${name}"`).all()).results));
  }
  for (const key of await listObjects()) parts.push(key, await (await bindings.BLOBS.get(key))!.text());
  for (const id of jobIds) parts.push(await dumpLedger(id));
  return parts.join("\n");
}
