import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, freshTenant, type Isolate, said, startIsolate, streamAnswer } from "./gateway-isolate.ts";
import { bindings } from "./support.ts";

const PLANTED = { name: "Macarena Iturriaga", email: "mac.iturriaga@correo-privado.mx" };
const FIRST = `Buenos días, soy ${PLANTED.name}, mi correo es ${PLANTED.email} y quiero cambiar la fecha de mi revisión.`;
const user = (content: string) => ({ role: "user", content });
const assistant = (content: string) => ({ role: "assistant", content });
const body = (...messages: object[]) => ({ model: "gpt-4o-mini", messages });

let isolate: Isolate;

beforeAll(async () => {
  isolate = await startIsolate();
});

beforeEach(() => isolate.answer(() => "¿Para qué día la quiere?"));

/** Every object of the blob store as text. */
async function storedText(prefix: string): Promise<string> {
  const { objects } = await bindings.BLOBS.list({ prefix });
  const texts = await Promise.all(objects.map(async ({ key }) => (await bindings.BLOBS.get(key))!.text()));
  return texts.join("\n");
}

describe("without being asked for", () => {
  it("nothing of the content is kept, and the log has no hashes", async () => {
    const { client, tenant } = await freshTenant(isolate);
    await ask(isolate, tenant, body(user(FIRST)));
    expect(await client.gateway.captures.list()).toEqual({ items: [], total: 0 });
    const { items } = await client.gateway.logs();
    expect(items[0]!.value_hashes).toBeUndefined();
    expect(await storedText(`conversations/${tenant.id}`)).toBe("");
  });
});

describe("an anonymised capture", () => {
  const settings = { capture: { mode: "anonymised" as const } };

  it("is a conversation that holds neither the caller's values nor the model's, whole and streamed", async () => {
    const { client, tenant } = await freshTenant(isolate, settings);
    isolate.answer(() => `Hola ${PLANTED.name}, le escribe jose.lara@otro-correo.es. ¿Para qué día la quiere?`);
    await ask(isolate, tenant, body({ role: "system", content: "Eres la recepción." }, user(FIRST)));
    isolate.answer(() =>
      streamAnswer(["De acu", "erdo, queda para el ", "martes. Escriba a jose.lara@otro", "-correo.es"]),
    );
    await ask(isolate, tenant, { ...body(user(`Otra cosa: ${FIRST}`)), stream: true });
    const { items, total } = await client.gateway.captures.list();
    expect([total, items.map(({ kind, turns }) => [kind, turns])]).toEqual([
      2,
      [
        ["anonymised", 2],
        ["anonymised", 2],
      ],
    ]);
    const stored = await storedText(`conversations/${tenant.id}`);
    expect(stored).toContain("De acuerdo, queda para el martes");
    expect(stored).toContain("¿Para qué día la quiere?");
    for (const value of [...Object.values(PLANTED), "jose.lara", "Iturriaga"]) expect(stored).not.toContain(value);
    const shown = await client.conversations.get(items[0]!.conversation_id!);
    expect(shown.turnos.map(({ rol }) => rol)).toEqual(["usuario", "asistente"]);
    await expect(client.gateway.captures.read(items[0]!.request_id)).rejects.toMatchObject({ status: 404 });
  });

  it("of a conversation that grows is one conversation, the longest", async () => {
    const { client, tenant } = await freshTenant(isolate, settings);
    const history: object[] = [user(FIRST)];
    const requests: string[] = [];
    for (const next of ["Para el martes a las diez.", "Perfecto, muchas gracias."]) {
      const answer = await ask(isolate, tenant, body(...history));
      requests.push(answer.requestId);
      history.push(assistant(said(answer)), user(next));
    }
    requests.push((await ask(isolate, tenant, body(...history))).requestId);
    const { items } = await client.gateway.captures.list();
    expect(items.map(({ request_id, turns }) => [request_id, turns])).toEqual([
      [requests[2], 6],
      [requests[1], 4],
      [requests[0], 2],
    ]);
    expect(new Set(items.map(({ conversation_id }) => conversation_id)).size).toBe(1);
    const conversations = await client.conversations.list({});
    expect(conversations.items.map(({ num_turnos }) => num_turnos)).toEqual([6]);
  });

  it("reads tool calls and results, and the other wire formats", async () => {
    const { client, tenant } = await freshTenant(isolate, settings);
    const called = {
      role: "assistant",
      content: null,
      tool_calls: [{ id: "call_9", type: "function", function: { name: "find_slot", arguments: '{"day":"martes"}' } }],
    };
    await ask(isolate, tenant, body(user(FIRST), called, { role: "tool", tool_call_id: "call_9", content: "10:00" }));
    await ask(
      isolate,
      tenant,
      { model: "gpt-4o-mini", max_tokens: 50, messages: [user(`Por Anthropic: ${FIRST}`)] },
      { path: "/v1/messages" },
    );
    isolate.answer(() =>
      Response.json({
        id: "r",
        object: "response",
        status: "completed",
        output: [
          {
            type: "message",
            id: "m",
            role: "assistant",
            status: "completed",
            content: [{ type: "output_text", text: "Claro que sí.", annotations: [] }],
          },
        ],
      }),
    );
    await ask(isolate, tenant, { model: "gpt-4o-mini", input: `Por Responses: ${FIRST}` }, { path: "/v1/responses" });
    const { items } = await client.gateway.captures.list();
    expect(items.map(({ turns }) => turns)).toEqual([2, 2, 4]);
    const tools = await client.conversations.get(items[2]!.conversation_id!);
    expect(tools.turnos[1]!.tool_calls).toMatchObject([{ tool_name: "find_slot", arguments: { day: "martes" } }]);
    expect(tools.turnos[2]!.tool_results).toMatchObject([{ tool_name: "find_slot", result: "10:00" }]);
  });

  it("becomes a seed when its answer was rated well, with the correction in the answer's place, once", async () => {
    const { client, tenant } = await freshTenant(isolate, settings);
    const good = await ask(isolate, tenant, body(user(FIRST)));
    const bad = await ask(isolate, tenant, body(user("Quiero saber si abren los sábados por la tarde, por favor.")));
    await client.gateway.feedback({
      request_id: good.requestId,
      rating: 1,
      correction: `Con gusto, ${PLANTED.name}. ¿Qué día de la semana que viene le conviene?`,
    });
    await client.gateway.feedback({ request_id: bad.requestId, rating: -1 });
    const made = await client.gateway.captures.makeSeeds({ domain: "medical.consultation" });
    expect([made.seeds.length, made.errors]).toEqual([1, []]);
    expect(JSON.stringify(made)).not.toContain("Iturriaga");
    const { items } = await client.gateway.captures.list();
    expect(items.map(({ rating, corrected, seed_id }) => [rating, corrected, seed_id])).toEqual([
      [-1, false, null],
      [1, true, made.seeds[0]!.id],
    ]);
    const corrected = await client.conversations.get(items[1]!.conversation_id!);
    expect(corrected.turnos[1]!.contenido).toContain("le conviene?");
    expect([corrected.rating, JSON.stringify(corrected).includes("Iturriaga")]).toEqual([5, false]);
    expect((await client.gateway.captures.makeSeeds({ domain: "medical.consultation" })).seeds).toEqual([]);
  });

  it("is not made of what was blocked, of what failed, or of more than the share asked for", async () => {
    const { client, tenant } = await freshTenant(isolate, settings);
    await ask(isolate, tenant, body(user(FIRST)), { headers: { "x-uncase-privacy-mode": "block" } });
    isolate.answer(() => `Escriba a jose.lara@otro-correo.es`);
    await ask(isolate, tenant, body(user("hola")), { headers: { "x-uncase-privacy-mode": "block" } });
    isolate.answer(() => Response.json({ error: { message: "no" } }, { status: 400 }));
    await ask(isolate, tenant, body(user("hola")));
    isolate.answer(() => "hola");
    await client.gateway.putSettings({ capture: { mode: "anonymised", share: 0 } });
    await ask(isolate, tenant, body(user("hola otra vez")));
    expect((await client.gateway.captures.list()).total).toBe(0);
  });

  it("is deleted with its conversation", async () => {
    const { client, tenant } = await freshTenant(isolate, settings);
    const { requestId } = await ask(isolate, tenant, body(user(FIRST)));
    await client.gateway.captures.remove(requestId);
    expect((await client.gateway.captures.list()).total).toBe(0);
    expect((await client.conversations.list({})).items).toEqual([]);
    expect(await storedText(`conversations/${tenant.id}`)).toBe("");
  });
});

describe("an encrypted capture", () => {
  const settings = { capture: { mode: "encrypted" as const, retention_days: 7 } };

  it("is what was sent and answered as it was, sealed, for an admin of its organisation alone", async () => {
    const { client, tenant } = await freshTenant(isolate, settings);
    isolate.answer(({ body: redacted }) => `Anotado: ${/\[EMAIL_\w{6}\]/.exec(redacted)![0]}`);
    const asked = await ask(isolate, tenant, body(user(FIRST)));
    const { items } = await client.gateway.captures.list();
    expect(items).toMatchObject([{ request_id: asked.requestId, kind: "encrypted", conversation_id: null }]);
    const days = (Date.parse(items[0]!.expires_at!) - Date.parse(items[0]!.created_at)) / 86_400_000;
    expect(days).toBe(7);
    const bytes = await storedText(`captures/${tenant.id}/`);
    expect(bytes.length).toBeGreaterThan(100);
    for (const value of Object.values(PLANTED)) expect(bytes).not.toContain(value);
    const content = await client.gateway.captures.read(asked.requestId);
    expect(content.request).toEqual(body(user(FIRST)));
    expect(content.answer).toContain(`Anotado: ${PLANTED.email}`);
    expect(isolate.app.logs.filter((line) => line.includes("gateway_capture_read"))).toHaveLength(1);
    const { client: other } = await freshTenant(isolate);
    await expect(other.gateway.captures.read(asked.requestId)).rejects.toMatchObject({ status: 404 });
    await expect(isolate.app.client(tenant.read).gateway.captures.read(asked.requestId)).rejects.toMatchObject({
      status: 403,
    });
    await expect(other.gateway.captures.remove(asked.requestId)).rejects.toMatchObject({ status: 404 });
  });

  it("is gone, key and bytes, when its date has come or it is deleted", async () => {
    const { client, tenant } = await freshTenant(isolate, settings);
    const first = await ask(isolate, tenant, body(user(FIRST)));
    const second = await ask(isolate, tenant, body(user(`Y además ${FIRST}`)));
    await client.gateway.captures.remove(first.requestId);
    await expect(client.gateway.captures.read(first.requestId)).rejects.toMatchObject({ status: 404 });
    const { objects } = await bindings.BLOBS.list({ prefix: `captures/${tenant.id}/` });
    expect(objects.map(({ key }) => key.split("/")[2])).toEqual([second.requestId]);

    const later = await startIsolate({ clock: { now: () => new Date(Date.now() + 8 * 86_400_000) } });
    const client8 = later.app.client(tenant.admin);
    await expect(client8.gateway.captures.read(second.requestId)).rejects.toMatchObject({ status: 404 });
    expect((await client8.gateway.captures.list()).total).toBe(0);

    const box = bindings.JOB_LEDGER.get(bindings.JOB_LEDGER.idFromName(second.requestId));
    expect(await box.stagingKey()).not.toBeNull();
    await runInDurableObject(box as never, (_object: unknown, state: DurableObjectState) => {
      state.storage.sql.exec("UPDATE staging SET expires_at = ?", Date.now() - 1);
    });
    await runDurableObjectAlarm(box as never);
    expect(await box.stagingKey()).toBeNull();
    expect((await bindings.BLOBS.list({ prefix: `captures/${tenant.id}/` })).objects).toEqual([]);
  });
});

describe("hashes of values in the log", () => {
  it("are the same for the same value however it is written, and another tenant's are others", async () => {
    const settings = { value_hashes: true };
    const { client, tenant } = await freshTenant(isolate, settings);
    await ask(isolate, tenant, body(user(`Mi correo es ${PLANTED.email}`)));
    await ask(isolate, tenant, body(user(`Otra conversación con ${PLANTED.email.toUpperCase()}`)));
    await ask(isolate, tenant, body(user("Mi correo es otra.persona@correo-distinto.es")));
    const { items } = await client.gateway.logs();
    const [third, second, first] = items.map(({ value_hashes: hashes }) => hashes!["EMAIL"]!);
    expect(first).toHaveLength(1);
    expect(second).toEqual(first);
    expect(third).not.toEqual(first);
    expect((await client.gateway.logs({ value_hash: first![0]! })).total).toBe(2);
    expect(JSON.stringify(items)).not.toContain("iturriaga");
    const { client: otherClient, tenant: other } = await freshTenant(isolate, settings);
    await ask(isolate, other, body(user(`Mi correo es ${PLANTED.email}`)));
    const { items: theirs } = await otherClient.gateway.logs();
    expect(theirs[0]!.value_hashes!["EMAIL"]).not.toEqual(first);
  });
});
