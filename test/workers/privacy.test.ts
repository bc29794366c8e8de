import { beforeEach, describe, expect, it } from "vitest";
import planted from "../../samples/chats-es.planted.json";
import chats from "../../samples/chats-es.txt?raw";
import type { ConnectorImportResponse, ImportResult } from "../../workers/contract/import.ts";
import { WakeUp } from "../../workers/contract/message.ts";
import { workOn } from "../../workers/services/work.ts";
import { FULL_SEED, PLANTED, PLANTED_TEXTS, toTurns } from "./planted.ts";
import {
  dumpEverything,
  makeTenant,
  sendJson,
  SHORT_SEED,
  startApp,
  type Tenant,
  type TestApp,
  upload,
} from "./support.ts";

let app: TestApp;
let tenant: Tenant;

beforeEach(async () => {
  app = await startApp();
  tenant = await makeTenant(app);
});

const jobIds: string[] = [];

const found = (text: string, values: readonly string[] = PLANTED) => {
  const folded = text.toLowerCase();
  return values.filter((value) => folded.includes(value.toLowerCase()));
};

/** Nothing planted is in any table, object, job object or log line, nor in the replies given. */
async function expectNoLeak(...replies: string[]): Promise<void> {
  expect(found(await dumpEverything(jobIds))).toEqual([]);
  expect(found(app.logs.join("\n"))).toEqual([]);
  for (const reply of replies) expect(found(reply)).toEqual([]);
}

async function send(path: string, body: unknown, method = "POST", headers: Record<string, string> = {}) {
  const init = sendJson(tenant.write, body, method);
  const response = await app.fetch(path, { ...init, headers: { ...(init.headers as object), ...headers } });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

const uploadChat = (path: string, content: string) => upload(app, tenant.write, path, content, "chat.txt");

async function finish(id: string): Promise<string> {
  jobIds.push(id);
  for (let round = 0; round < 200; round += 1) {
    await workOn(app.deps, id, 4);
    const job = await (await app.fetch(`/api/v1/jobs/${id}`, { headers: { "X-API-Key": tenant.read } })).text();
    if (/"status":"(?:completed|failed|cancelled)"/.test(job)) return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the job did not end");
}

const line = (value: unknown) => `${JSON.stringify(value)}\n`;
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const TOOL_ARGUMENTS = {
  telefono: PLANTED_TEXTS.phone,
  cliente: { nombre: PLANTED_TEXTS.fullName, correo: PLANTED_TEXTS.email },
};

/** The same dialogue in every format that an import reads. */
const turns = toTurns();
const FILES: [name: string, path: string, content: string][] = [
  [
    "CSV",
    "/api/v1/import/csv",
    `conversation_id,turn_number,role,content,metadata\n${turns
      .map(
        (turn, index) =>
          `${PLANTED_TEXTS.curp},${index + 1},${turn.role},${quoted(turn.content)},${quoted(JSON.stringify({ correo: PLANTED_TEXTS.email }))}\n`,
      )
      .join("")}c9,x,${PLANTED_TEXTS.fullName},${quoted(PLANTED_TEXTS.email)}\n${PLANTED_TEXTS.email},1\n`,
  ],
  [
    "OpenAI messages with tool calls",
    "/api/v1/import/jsonl",
    line({
      id: PLANTED_TEXTS.phone,
      messages: [
        { role: "system", content: `Atiendes a ${PLANTED_TEXTS.fullName}` },
        ...turns.map(({ side, content }) => ({ role: side, content })),
        {
          role: "assistant",
          content: null,
          tool_calls: [
            {
              id: "call_1",
              type: "function",
              function: { name: "consultar_cliente", arguments: JSON.stringify(TOOL_ARGUMENTS) },
            },
          ],
        },
        {
          role: "tool",
          tool_call_id: "call_1",
          content: JSON.stringify({ ...TOOL_ARGUMENTS, curp: PLANTED_TEXTS.curp }),
        },
        { role: "assistant", content: `Listo, ${PLANTED_TEXTS.fullName}` },
      ],
      metadata: { telefono: PLANTED_TEXTS.phone, [PLANTED_TEXTS.email]: "si" },
    }) + `{"messages": [{"role": "user", "content": "${PLANTED_TEXTS.email}"\n`,
  ],
  [
    "ShareGPT",
    "/api/v1/import/jsonl",
    line({
      id: "sg-1",
      conversations: turns.map(({ side, content }) => ({ from: side === "user" ? "human" : "gpt", value: content })),
    }),
  ],
  [
    "Alpaca",
    "/api/v1/import/jsonl",
    line({
      instruction: turns.map((turn) => turn.content).join(" "),
      input: PLANTED_TEXTS.email,
      output: `Gracias, ${PLANTED_TEXTS.fullName}`,
    }),
  ],
  [
    "prompt and completion",
    "/api/v1/import/jsonl",
    line({ prompt: turns.map((turn) => turn.content).join(" "), completion: `Gracias, ${PLANTED_TEXTS.fullName}` }),
  ],
  [
    "UNCASE's own",
    "/api/v1/import/jsonl",
    line({
      conversation_id: "own-1",
      seed_id: PLANTED_TEXTS.curp,
      dominio: PLANTED_TEXTS.email,
      idioma: "es",
      turnos: turns.map(({ role, content }, index) => ({
        turno: index + 1,
        rol: role,
        contenido: content,
        tool_calls: [{ tool_call_id: PLANTED_TEXTS.phone, tool_name: "buscar", arguments: TOOL_ARGUMENTS }],
        metadata: { nota: PLANTED_TEXTS.email },
      })),
      metadata: { origen: `Expediente de ${PLANTED_TEXTS.fullName}` },
    }),
  ],
  [
    "WhatsApp",
    "/api/v1/connectors/whatsapp",
    turns
      .map(
        ({ side, content }, index) =>
          `[12/03/24, 10:${String(10 + index)}:00] ${side === "user" ? PLANTED_TEXTS.fullName : "Agencia"}: ${content}\n`,
      )
      .join(""),
  ],
  [
    "a plain transcript",
    "/api/v1/connectors/file",
    turns.map(({ side, content }) => `${side === "user" ? PLANTED_TEXTS.fullName : "Asesor"}: ${content}\n`).join(""),
  ],
];

describe("an import", () => {
  it.each(FILES)("of %s stores, logs and answers nothing personal", async (_name, path, content) => {
    const { status, text } = await uploadChat(path, content);
    expect(status).toBe(200);
    const body = JSON.parse(text) as Partial<ImportResult & ConnectorImportResponse>;
    expect(body.conversations_imported ?? body.total_imported).toBe(1);
    expect(Object.keys(body.pii!)).toEqual(expect.arrayContaining(["EMAIL", "PHONE", "PERSON"]));
    await expectNoLeak(text);
    const strict = await uploadChat(`${path}?strict=true`, content.replace("Hola", "Buenas"));
    await expectNoLeak(strict.text);
  });

  it("of the sample leaves none of its planted values anywhere", async () => {
    const { status, text } = await uploadChat("/api/v1/connectors/whatsapp", chats);
    expect(status).toBe(200);
    const body = JSON.parse(text) as ConnectorImportResponse;
    expect(body.total_imported).toBeGreaterThanOrEqual(8);
    expect(body.total_pii_anonymized).toBeGreaterThan(20);
    const values = planted.values.map((value) => value.text);
    expect(values.length).toBeGreaterThan(20);
    expect(found(`${await dumpEverything(jobIds)}\n${app.logs.join("\n")}\n${text}`, values)).toEqual([]);
  });

  it("takes no domain or language that could hold somebody's words", async () => {
    for (const query of [`domain=${encodeURIComponent(PLANTED_TEXTS.email)}`, "language=Eulalia"]) {
      const { status, text } = await uploadChat(`/api/v1/import/csv?${query}`, FILES[0]![2]);
      expect(status).toBe(422);
      await expectNoLeak(text);
    }
  });
});

/** A conversation with planted values in every field that takes text. */
function conversation(id: string) {
  return {
    conversation_id: id,
    dominio: PLANTED_TEXTS.email,
    turnos: turns.map(({ role, content }, index) => ({
      turno: index + 1,
      rol: index === 0 ? PLANTED_TEXTS.fullName : role,
      contenido: content,
      herramientas_usadas: [`Buscar a ${PLANTED_TEXTS.fullName}`],
      tool_calls: [
        {
          tool_call_id: `tel:${PLANTED_TEXTS.phone}`,
          tool_name: `Buscar a ${PLANTED_TEXTS.fullName}`,
          arguments: TOOL_ARGUMENTS,
        },
      ],
      tool_results: [
        { tool_call_id: `tel:${PLANTED_TEXTS.phone}`, tool_name: "buscar", result: `Correo ${PLANTED_TEXTS.email}` },
      ],
      metadata: { [PLANTED_TEXTS.email]: PLANTED_TEXTS.phone },
    })),
    metadata: { titular: PLANTED_TEXTS.fullName },
    status: PLANTED_TEXTS.email,
    tags: [PLANTED_TEXTS.fullName, "vip", PLANTED_TEXTS.phone],
    notes: `Llamar a ${PLANTED_TEXTS.fullName} al ${PLANTED_TEXTS.phone}`,
  };
}

describe("a conversation that is sent", () => {
  it("alone is masked in every field, and its calls still match their results", async () => {
    const { status, text } = await send("/api/v1/conversations", conversation("posted-1"));
    expect(status).toBe(201);
    const body = JSON.parse(text) as {
      turnos: { tool_calls: { tool_call_id: string }[]; tool_results: { tool_call_id: string }[] }[];
      tags: string[];
    };
    expect(body.turnos[0]!.tool_calls[0]!.tool_call_id).toBe(body.turnos[0]!.tool_results[0]!.tool_call_id);
    expect(body.tags).toContain("vip");
    await expectNoLeak(text);
    const again = await send("/api/v1/conversations", conversation("posted-1"));
    expect(again.status).toBe(409);
    await expectNoLeak(again.text);
  });

  it("in bulk is masked in every field", async () => {
    const { status, text } = await send("/api/v1/conversations/bulk", {
      conversations: [conversation("bulk-1"), conversation("bulk-2"), conversation("bulk-1")],
    });
    expect([status, JSON.parse(text)]).toMatchObject([201, { created: 2 }]);
    await expectNoLeak(text);
  });

  it("whose id is somebody's number is refused by field, and nothing is stored", async () => {
    const id = PLANTED_TEXTS.curp;
    const one = await send("/api/v1/conversations", conversation(id));
    expect([one.status, one.text]).toEqual([422, expect.stringContaining("body.conversation_id")]);
    const many = await send("/api/v1/conversations/bulk", { conversations: [conversation("fine"), conversation(id)] });
    expect([many.status, many.text]).toEqual([422, expect.stringContaining("body.conversations.1.conversation_id")]);
    const ofSeed = await send("/api/v1/conversations", { ...conversation("fine"), seed_id: id });
    expect([ofSeed.status, ofSeed.text]).toEqual([422, expect.stringContaining("body.seed_id")]);
    await expectNoLeak(one.text, many.text, ofSeed.text);
  });

  it("is masked when its notes, tags, status or metadata change", async () => {
    await send("/api/v1/conversations", { ...conversation("patched"), notes: null });
    const { notes, tags, status, metadata } = conversation("patched");
    for (const change of [{ notes }, { tags }, { status }, { metadata }, { notes, tags, status, metadata }]) {
      const answer = await send("/api/v1/conversations/patched", change, "PATCH");
      expect(answer.status).toBe(200);
      await expectNoLeak(answer.text);
    }
  });
});

/** Every way in which a seed can carry a personal value, with the field that is to be named. */
const SEEDS_WITH_PII: [string, object][] = [
  ["objetivo", { objetivo: `Llamar a ${PLANTED_TEXTS.fullName} por su crédito` }],
  ["objetivo", { objetivo: `Verificar la CURP ${PLANTED_TEXTS.curp} del cliente` }],
  ["tono", { tono: `como ${PLANTED_TEXTS.fullName}` }],
  ["roles", { roles: ["cliente", PLANTED_TEXTS.email] }],
  ["etiquetas", { etiquetas: ["venta", PLANTED_TEXTS.phone] }],
  ["descripcion_roles", { descripcion_roles: { cliente: `Se llama ${PLANTED_TEXTS.fullName}` } }],
  ["descripcion_roles", { descripcion_roles: { [PLANTED_TEXTS.email]: "quien compra" } }],
  ["pasos_turnos", { pasos_turnos: ["Saludar", `Confirmar el domicilio ${PLANTED_TEXTS.address}`, "Despedirse"] }],
  [
    "parametros_factuales",
    { parametros_factuales: { contexto: "x", restricciones: [`Cargar a la tarjeta ${PLANTED_TEXTS.card}`] } },
  ],
  ["parametros_factuales", { parametros_factuales: { cuenta: PLANTED_TEXTS.iban } }],
  ["instrucciones_dominio", { instrucciones_dominio: [`Escribir a ${PLANTED_TEXTS.email}`] }],
  ["restricciones_negativas", { restricciones_negativas: [`No mencionar a ${PLANTED_TEXTS.fullName}`] }],
  ["ejemplo_conversacion", { ejemplo_conversacion: [{ rol: "cliente", contenido: turns[0]!.content }] }],
  ["seed_id", { seed_id: PLANTED_TEXTS.curp }],
];

describe("a seed", () => {
  it.each(SEEDS_WITH_PII)(
    "with a personal value in %s (%j) is refused by field; nothing is echoed or stored",
    async (field, part) => {
      const created = await send("/api/v1/seeds", { ...SHORT_SEED, ...part });
      expect([created.status, created.text]).toEqual([422, expect.stringContaining(`"body.${field}`)]);
      const own = await send("/api/v1/seeds", SHORT_SEED);
      const { id } = JSON.parse(own.text) as { id: string };
      const updated = await send(`/api/v1/seeds/${id}`, part, "PUT");
      expect(updated.status).toBe(422);
      await expectNoLeak(created.text, updated.text);
    },
  );

  it("from an imported conversation holds none of its values", async () => {
    const imported = JSON.parse((await uploadChat(FILES[6]![1], FILES[6]![2])).text) as ConnectorImportResponse;
    const { status, text } = await send("/api/v1/seeds/from-conversations", {
      conversation_ids: imported.conversation_ids,
      domain: "automotive.sales",
    });
    expect(status).toBeLessThan(300);
    await expectNoLeak(text);
  });

  it("given inline to /generate is refused too, in the request and as a job", async () => {
    for (const async_mode of [false, true]) {
      const seed = { ...FULL_SEED, objetivo: `Atender a ${PLANTED_TEXTS.fullName}, ${PLANTED_TEXTS.email}` };
      const { status, text } = await send("/api/v1/generate", { seed, count: 1, async_mode });
      expect([status, text]).toEqual([422, expect.stringContaining("body.objetivo")]);
      await expectNoLeak(text);
    }
  });
});

describe("a run of the pipeline", () => {
  it("over raw conversations carries nothing personal into rows, jobs, messages, results or exports", async () => {
    const raw = [FILES[6]![2], FILES[7]![2]];
    const started = await send("/api/v1/pipeline/run", {
      raw_conversations: raw,
      domain: "automotive.sales",
      count: 1,
    });
    expect(started.status).toBe(202);
    const id = (JSON.parse(started.text) as { job_id: string }).job_id;
    const job = await finish(id);
    expect(job).toMatch(/"status":"(?:completed|failed)"/);
    expect(Object.keys(WakeUp.shape).sort()).toEqual(["job", "v"]);
    const reports = await app.fetch("/api/v1/evaluations/reports", { headers: { "X-API-Key": tenant.read } });
    await expectNoLeak(started.text, job, await reports.text());
  });

  it("refuses a system prompt, a language or a name that holds personal data", async () => {
    const system_prompt = `Eres el asistente de ${PLANTED_TEXTS.fullName}, ${PLANTED_TEXTS.email}`;
    const answers = [
      await send("/api/v1/pipeline/run", { domain: "automotive.sales", export: { system_prompt } }),
      await send("/api/v1/datasets", { name: "ventas", system_prompt }),
      await send("/api/v1/datasets", { name: `Casos de ${PLANTED_TEXTS.fullName}` }),
      await send("/api/v1/templates/config", { default_system_prompt: system_prompt }, "PUT"),
    ];
    for (const { status, text } of answers) {
      expect([status, text]).toEqual([422, expect.stringContaining("pii_detected")]);
      await expectNoLeak(text);
    }
  });
});

describe("an evaluation", () => {
  const evaluated = {
    ...conversation("evaluated"),
    seed_id: "any",
    idioma: "es",
  };
  const { status: _status, tags: _tags, notes: _notes, ...pair } = evaluated;

  it("reports on a conversation full of personal data without one of its values, in the answer and in the store", async () => {
    const { status, text } = await send("/api/v1/evaluations", { conversation: pair, seed: FULL_SEED });
    expect(status).toBe(200);
    const report = JSON.parse(text) as {
      passed: boolean;
      metrics: { privacy_score: number };
      details: Record<string, { evidence: unknown[] }>;
    };
    expect(report.passed).toBe(false);
    expect(report.metrics.privacy_score).toBeGreaterThan(0);
    for (const [metric, { evidence }] of Object.entries(report.details)) {
      expect([metric, found(JSON.stringify(evidence))]).toEqual([metric, []]);
    }
    const list = await app.fetch("/api/v1/evaluations/reports", { headers: { "X-API-Key": tenant.read } });
    await expectNoLeak(text, await list.text());
  });

  it("of a batch does the same", async () => {
    const { status, text } = await send("/api/v1/evaluations/batch", {
      pairs: [
        { conversation: pair, seed: FULL_SEED },
        { conversation: { ...pair, conversation_id: "second" }, seed: FULL_SEED },
      ],
    });
    expect(status).toBe(200);
    await expectNoLeak(text);
  });

  it("refuses an id that is somebody's number", async () => {
    const { status, text } = await send("/api/v1/evaluations", {
      conversation: { ...pair, conversation_id: PLANTED_TEXTS.curp },
      seed: FULL_SEED,
    });
    expect([status, text]).toEqual([422, expect.stringContaining("body.conversation.conversation_id")]);
    await expectNoLeak(text);
  });
});

describe("what only answers", () => {
  it("stores and logs nothing of a text that is scanned, analysed or anonymised", async () => {
    const text = turns.map((turn) => turn.content).join("\n");
    const scan = await send("/api/v1/connectors/scan-pii", { text });
    expect(scan.status).toBe(200);
    expect(found((JSON.parse(scan.text) as { anonymized_preview: string }).anonymized_preview)).toEqual([]);
    const headers = { "X-API-Key": tenant.read };
    const inQuery = `/api/v1/connectors/scan-pii?text=${encodeURIComponent(text)}`;
    const query = await app.fetch(inQuery, { method: "POST", headers });
    expect(query.status).toBe(200);
    const analysed = await send("/analyze", { text, language: "es" });
    expect(analysed.status).toBe(200);
    const anonymised = await send("/anonymize", { text, analyzer_results: JSON.parse(analysed.text) });
    expect(anonymised.status).toBe(200);
    await expectNoLeak(scan.text, await query.text(), analysed.text);
  });

  it("gives a rendered conversation back as it came and keeps nothing of it", async () => {
    const body = {
      conversations: [
        {
          conversation_id: "rendered",
          seed_id: "",
          dominio: "automotive.sales",
          turnos: turns.map(({ role, content }, index) => ({ turno: index + 1, rol: role, contenido: content })),
        },
      ],
      template_name: "chatml",
    };
    for (const path of ["/api/v1/templates/render", "/api/v1/templates/export"]) {
      const { status, text } = await send(path, body);
      expect([status, found(text).length > 5]).toEqual([200, true]);
    }
    await expectNoLeak();
  });
});

describe("what goes with every request", () => {
  it("keeps replies sealed and idempotency keys hashed", async () => {
    const key = PLANTED_TEXTS.email;
    const text = turns[0]!.content;
    const first = await send("/api/v1/connectors/scan-pii", { text }, "POST", { "Idempotency-Key": key });
    const again = await send("/api/v1/connectors/scan-pii", { text }, "POST", { "Idempotency-Key": key });
    expect(again.headers.get("Idempotency-Replayed")).toBe("true");
    expect(again.text).toBe(first.text);
    const render = { conversations: [{ ...conversation("kept"), seed_id: "" }], template_name: "chatml" };
    await send("/api/v1/templates/render", render, "POST", { "Idempotency-Key": `${key}/2` });
    await expectNoLeak();
  });

  it("answers malformed requests without a word of them", async () => {
    const personal = `${PLANTED_TEXTS.fullName} ${PLANTED_TEXTS.email}`;
    const answers = [
      await send("/api/v1/seeds", { ...SHORT_SEED, [personal]: 1 }),
      await send("/api/v1/seeds", { ...SHORT_SEED, descripcion_roles: { [personal]: 7 } }),
      await send("/api/v1/seeds", { ...SHORT_SEED, dominio: personal }),
      await send("/api/v1/conversations", { ...conversation("bad"), rating: personal }),
      await send("/api/v1/conversations", { ...conversation("bad"), conversation_id: personal }),
      await send("/api/v1/generate", { seed: FULL_SEED, provider_id: personal }),
      await send("/api/v1/generate", { seed: FULL_SEED, model: personal }),
      await send("/api/v1/pipeline/run", { domain: personal }),
      await send("/api/v1/pipeline/run", { domain: "automotive.sales", seed_ids: [PLANTED_TEXTS.curp] }),
      await send("/api/v1/templates/render", { conversations: [], template_name: personal }),
      await send("/api/v1/templates/config", { default_template: personal }, "PUT"),
      await send(`/api/v1/conversations/${encodeURIComponent(PLANTED_TEXTS.email)}`, { notes: "x" }, "PATCH"),
      await send("/api/v1/import/csv", { file: personal }),
    ];
    for (const { status, text } of answers) {
      expect([status >= 400 && status < 500, text]).toEqual([true, expect.any(String)]);
      await expectNoLeak(text);
    }
    const broken = await app.fetch("/api/v1/seeds", {
      method: "POST",
      headers: { "X-API-Key": tenant.write, "Content-Type": "application/json" },
      body: `{"objetivo": "${personal}`,
    });
    expect(broken.status).toBe(400);
    await expectNoLeak(await broken.text());
  });

  it("logs no request id that holds personal data", async () => {
    const answer = await send("/api/v1/connectors/scan-pii", { text: "hola" }, "POST", {
      "X-Request-ID": PLANTED_TEXTS.curp,
    });
    expect(answer.headers.get("X-Request-ID")).not.toBe(PLANTED_TEXTS.curp);
    const kept = await send("/api/v1/connectors/scan-pii", { text: "hola" }, "POST", {
      "X-Request-ID": "req-0f8fad5b",
    });
    expect(kept.headers.get("X-Request-ID")).toBe("req-0f8fad5b");
    await expectNoLeak();
  });

  it("logs an unexpected error without what it failed on", async () => {
    const failing = await startApp(
      {},
      {
        seeds: { ...app.deps.seeds, create: () => Promise.reject(new Error(`cannot write ${PLANTED_TEXTS.email}`)) },
      },
    );
    const answer = await failing.fetch("/api/v1/seeds", sendJson(tenant.write, SHORT_SEED));
    expect(answer.status).toBe(500);
    expect(found(`${await answer.text()}\n${failing.logs.join("\n")}`)).toEqual([]);
  });
});
