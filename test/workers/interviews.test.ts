import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import type { InterviewStartResponse, InterviewTurnResponse } from "../../workers/contract/interview.ts";
import { SeedSchema } from "../../workers/contract/seed.ts";
import { workOn } from "../../workers/services/work.ts";
import { bindings, makeTenant, sendJson, startApp, type Tenant, type TestApp } from "./support.ts";

const base = "/api/v1/seeds/extract";
/** Answers to the automotive interview's eight questions, in its order. */
const ANSWERS = ["particular", "primera vez", "explorando", "familia", "WhatsApp", "cotización", "simple", "formal"];

let app: TestApp;
let tenant: Tenant;
let other: Tenant;

beforeAll(async () => {
  app = await startApp();
  tenant = await makeTenant(app);
  other = await makeTenant(app);
});

async function begin(body: object = {}, key = tenant.write): Promise<InterviewStartResponse> {
  const response = await app.fetch(`${base}/start`, sendJson(key, { locale: "es", ...body }));
  expect(response.status).toBe(201);
  return response.json();
}

const send = (session_id: string, user_message: string, key = tenant.write) =>
  app.fetch(`${base}/turn`, sendJson(key, { session_id, user_message }));

async function say(sessionId: string, message: string): Promise<InterviewTurnResponse> {
  const response = await send(sessionId, message);
  expect(response.status).toBe(200);
  return response.json();
}

async function sayAll(sessionId: string, messages: readonly string[]): Promise<InterviewTurnResponse> {
  let last: InterviewTurnResponse | null = null;
  for (const message of messages) last = await say(sessionId, message);
  return last!;
}

const progressOf = (sessionId: string, key = tenant.read) =>
  app.fetch(`${base}/${sessionId}/progress`, { headers: { "X-API-Key": key } });

const objectOf = (sessionId: string) =>
  bindings.INTERVIEW_SESSION.get(bindings.INTERVIEW_SESSION.idFromName(`${tenant.id}/${sessionId}`)) as never;

/** Everything that the session's object keeps. */
const storageOf = (sessionId: string): Promise<string> =>
  runInDurableObject(objectOf(sessionId), (_object: unknown, state: DurableObjectState) =>
    JSON.stringify([...state.storage.kv.list()]),
  );

const expire = (sessionId: string): Promise<void> =>
  runInDurableObject(objectOf(sessionId), (_object: unknown, state: DurableObjectState) => {
    const session = state.storage.kv.get<object>("session");
    state.storage.kv.put("session", { ...session, expiresAt: Date.now() - 1 });
  });

describe("an interview over HTTP", () => {
  it("asks, understands and ends with a seed that is stored, valid and good for a run", async () => {
    const { session_id, message } = await begin();
    expect(session_id).toMatch(/^[A-Za-z0-9_-]{43}$/u);
    expect(message.type).toBe("question");
    expect(message.progress).toMatchObject({ turn: 0, max_turns: 15, required_total: 8, required_filled: 0 });

    const last = await sayAll(session_id, ANSWERS);
    expect(last).toMatchObject({ session_id, is_complete: true, message: { type: "summary" } });
    expect(last.message.progress.required_filled).toBe(8);
    const seed = SeedSchema.parse(last.message.seed);
    expect(seed).toMatchObject({ dominio: "automotive.sales", idioma: "es", organization_id: tenant.id });

    const stored = await app.client(tenant.read).seeds.get(seed.seed_id);
    expect(stored).toMatchObject({ objetivo: seed.objetivo, rol_asistente: seed.rol_asistente, revision: 1 });
    expect((await progressOf(session_id)).status).toBe(404);
    expect(await storageOf(session_id)).toBe("[]");

    const run = { domain: "automotive.sales", seed_ids: [seed.seed_id], count: 2, random_seed: 1 };
    const started = await app.fetch("/api/v1/pipeline/run", sendJson(tenant.write, run));
    const { job_id } = await started.json<{ job_id: string }>();
    for (let round = 0; round < 60; round += 1) {
      await workOn(app.deps, job_id, 4);
      const { status } = await app.client(tenant.read).jobs.get(job_id);
      if (status === "completed") return;
      expect(["failed", "cancelled"]).not.toContain(status);
    }
    throw new Error("the run did not end");
  });

  it.each([
    ["medical", "medical.consultation"],
    ["legal.advisory", "legal.advisory"],
    ["finance", "finance.advisory"],
    ["industrial.support", "industrial.support"],
    ["education", "education.tutoring"],
  ])("is held for %s in English too, and ends early with what was said", async (industry, domain) => {
    const { session_id, message } = await begin({ industry, locale: "en", store: false });
    expect(message.content).toContain("Let us prepare");
    const last = await say(session_id, "that's all");
    expect(last.is_complete).toBe(true);
    expect(SeedSchema.parse(last.message.seed)).toMatchObject({ dominio: domain, idioma: "en", organization_id: null });
    const list = await app.client(tenant.read).seeds.list({ domain });
    expect(list.items.map((seed) => seed.id)).not.toContain(last.message.seed!.seed_id);
  });

  it("refuses an industry and a language that it has no questions for, with the list", async () => {
    for (const [field, value, listed] of [
      ["industry", "astrology", "education.tutoring"],
      ["industry", "__proto__", "medical"],
      ["locale", "fr", "es, en"],
    ] as const) {
      const response = await app.fetch(`${base}/start`, sendJson(tenant.write, { [field]: value }));
      const body = await response.json<{ code: string; errors: { field: string; message: string }[] }>();
      expect([response.status, body.code, body.errors[0]!.field]).toEqual([422, "validation_failed", `body.${field}`]);
      expect(body.errors[0]!.message).toContain(listed);
    }
    for (const max_turns of [2, 51]) {
      expect((await app.fetch(`${base}/start`, sendJson(tenant.write, { max_turns }))).status).toBe(422);
    }
  });

  it("goes on where it was after its object was evicted", async () => {
    const { session_id } = await begin();
    await sayAll(session_id, ANSWERS.slice(0, 3));
    await evictDurableObject(objectOf(session_id));
    expect(await (await progressOf(session_id)).json()).toMatchObject({ turn: 3, required_filled: 3 });
    const last = await sayAll(session_id, ANSWERS.slice(3));
    expect(last.message.progress).toMatchObject({ turn: 8, required_filled: 8, is_complete: true });
  });

  it("is nobody else's: another tenant gets the answer of a session that does not exist", async () => {
    const { session_id } = await begin();
    const strip = async (response: Response) => {
      const { request_id: _id, ...rest } = await response.json<Record<string, unknown>>();
      return [response.status, rest];
    };
    const never = "A".repeat(43);
    expect(await strip(await send(session_id, "particular", other.write))).toEqual(
      await strip(await send(never, "particular", other.write)),
    );
    expect((await progressOf(session_id, other.read)).status).toBe(404);
    const ended = await app.fetch(`${base}/${session_id}`, {
      method: "DELETE",
      headers: { "X-API-Key": other.write },
    });
    expect(ended.status).toBe(404);
    expect(await (await progressOf(session_id)).json()).toMatchObject({ turn: 0 });
  });

  it("needs a key that may write, and one that may read for the progress", async () => {
    expect((await app.fetch(`${base}/start`, sendJson(tenant.read, {}))).status).toBe(403);
    const { session_id } = await begin();
    expect((await send(session_id, "particular", tenant.read)).status).toBe(403);
    expect((await app.fetch(`${base}/${session_id}/progress`)).status).toBe(401);
  });

  it("is deleted on request, once", async () => {
    const { session_id } = await begin();
    const remove = () =>
      app.fetch(`${base}/${session_id}`, { method: "DELETE", headers: { "X-API-Key": tenant.write } });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
    expect((await send(session_id, "particular")).status).toBe(404);
  });

  it("expires an hour after its last use, and its alarm deletes all of it", async () => {
    const { session_id } = await begin();
    await say(session_id, "particular");
    expect(await runDurableObjectAlarm(objectOf(session_id))).toBe(true);
    // An alarm before the time only sets the next one.
    expect(await (await progressOf(session_id)).json()).toMatchObject({ turn: 1 });
    await expire(session_id);
    expect((await send(session_id, "primera vez")).status).toBe(404);
    expect((await progressOf(session_id)).status).toBe(404);
    expect(await runDurableObjectAlarm(objectOf(session_id))).toBe(true);
    expect(await storageOf(session_id)).toBe("[]");
    expect(await runDurableObjectAlarm(objectOf(session_id))).toBe(false);
  });

  it("slides: every use puts the end off by an hour", async () => {
    const { session_id } = await begin();
    const endOf = () =>
      runInDurableObject(objectOf(session_id), (_object: unknown, state: DurableObjectState) => {
        const kept = state.storage.kv.get<{ expiresAt: number }>("session")!;
        state.storage.kv.put("session", { ...kept, expiresAt: kept.expiresAt - 1_800_000 });
        return kept.expiresAt - Date.now();
      });
    await endOf();
    await say(session_id, "particular");
    expect(await endOf()).toBeGreaterThan(3_590_000);
    await progressOf(session_id);
    expect(await endOf()).toBeGreaterThan(3_590_000);
  });

  it("keeps no personal value of the answers, in the session, the seed, the tables or the log", async () => {
    const { session_id } = await begin({ industry: "medical", max_turns: 20 });
    const planted = ["Ximena Villaseñor Ortuño", "ximena.vo@correo-privado.mx", "55 4821 9035", "VIOX850412MDFLRM07"];
    const messages = [
      `adulto, se llama ${planted[0]}`,
      `su correo es ${planted[1]} y su teléfono ${planted[2]}`,
      `CURP ${planted[3]}, le duele la cabeza`,
      `la doctora conoce a ${planted[0]}`,
    ];
    for (const message of messages) await say(session_id, message);
    const during = await storageOf(session_id);
    const last = await say(session_id, "terminar");
    expect(last.is_complete).toBe(true);
    const tables = await bindings.DB.prepare("SELECT * FROM seeds WHERE organization_id = ?").bind(tenant.id).all();
    const everything = [during, JSON.stringify(last), JSON.stringify(tables.results), ...app.logs].join("\n");
    for (const value of planted) expect(everything.toLowerCase()).not.toContain(value.toLowerCase());
    expect(everything.toLowerCase()).not.toContain("villaseñor");
    expect(during).toContain("[");
    expect(last.message.seed!.privacidad.pii_eliminado).toBe(true);
  });
});
