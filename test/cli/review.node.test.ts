import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { jsonOf, uncase } from "./run.ts";

const item = {
  id: "11111111111111111111111111111111",
  report_id: "r1",
  conversation_id: "c1",
  seed_id: "s1",
  status: "claimed",
  reasons: [] as string[],
  reviewers: 2,
  decided: 0,
  claimed_until: "2026-02-01T09:30:00.000Z",
  created_at: "2026-02-01T08:00:00.000Z",
};
const decided = { ...item, id: "2".repeat(32), status: "decided", reasons: ["rouge_l near threshold"], decided: 2 };
const conversation = {
  conversation_id: "c1",
  turnos: [
    {
      turno: 1,
      rol: "cliente",
      contenido: "¿Cuánto dura\u001b[31m la garantía?",
      tool_calls: null,
      tool_results: null,
    },
    {
      turno: 2,
      rol: "asesora",
      contenido: "Tres años.",
      tool_calls: [{ tool_call_id: "k", tool_name: "consultar", arguments: { tema: "garantía" } }],
      tool_results: [{ tool_call_id: "k", tool_name: "consultar", result: { meses: 36 }, status: "success" }],
    },
  ],
};
const agreement = {
  items: 4,
  decisions: 8,
  reviewers: 2,
  metrics: { items: 4, agreed: 0.75, kappa: 0.5 },
  judge: { items: 0, agreed: null, kappa: null },
  between_reviewers: { items: 4, agreed: 1, kappa: 1 },
  calibration: { items: 0, brier: null, bins: [] },
  bias: { length: { items: 0, correlation: null }, position: { items: 0, correlation: null, mean_place: null } },
};

let server: Server;
let url: string;
let next: typeof item | null = item;
const seen: { method: string; path: string; body: unknown }[] = [];

const read = async (request: IncomingMessage) => {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text === "" ? null : (JSON.parse(text) as { verdict?: string });
};

beforeAll(async () => {
  server = createServer((request, response) => {
    void (async () => {
      const body = await read(request);
      const path = request.url ?? "";
      seen.push({ method: request.method ?? "", path, body });
      const send = (status: number, value: unknown) =>
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
      if (path.startsWith("/api/v1/reviews?"))
        return send(200, { items: [decided, item], total: 2, page: 1, page_size: 100 });
      if (path === "/api/v1/reviews") return send(200, { queued: 3, clear: 5, skipped: 1 });
      if (path.endsWith("/claim")) return send(200, { item: next });
      if (path.endsWith("/agreement")) return send(200, agreement);
      if (path === `/api/v1/reviews/${item.id}/decision`) return send(200, { ...item, decided: 1 });
      if (path.endsWith("/decision")) {
        const problem = { code: "conflict", message: "Claim the item first" };
        return send(409, { error: problem, detail: problem.message, ...problem });
      }
      return path === "/api/v1/conversations/c1"
        ? send(200, conversation)
        : send(404, { code: "not_found", message: path });
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());
beforeEach(() => {
  seen.length = 0;
  next = item;
});

const review = (...args: string[]) => uncase(["review", ...args], { env: { UNCASE_URL: url, UNCASE_API_KEY: "k" } });

describe("uncase review", () => {
  it("queues a job's borderline reports, and asks for either a job or reports", async () => {
    const queued = await review("queue", "--job", "j1", "--sample", "0.25", "--reviewers", "2", "--json");
    expect(jsonOf(queued)).toEqual({ queued: 3, clear: 5, skipped: 1 });
    expect(seen[0]).toMatchObject({ body: { job_id: "j1", margin: 0.05, sample: 0.25, reviewers: 2 } });
    expect((await review("queue", "r1", "r2")).code).toBe(0);
    expect(seen[1]).toMatchObject({ body: { report_ids: ["r1", "r2"] } });
    for (const args of [["queue"], ["queue", "r1", "--job", "j1"], ["queue", "r1", "--margin", "0.9"]]) {
      expect((await review(...args)).code).toBe(2);
    }
    expect(seen).toHaveLength(2);
  });

  it("lists the queue, as a table and as JSON", async () => {
    const table = await review("list", "--status", "decided");
    expect([table.code, table.stdout]).toEqual([0, expect.stringContaining("rouge_l near threshold")]);
    expect(seen[0]!.path).toContain("status=decided");
    expect(jsonOf<unknown[]>(await review("list", "--json"))).toEqual([decided, item]);
    expect((await review("list", "--status", "lost")).code).toBe(2);
  });

  it("takes the next item and shows its conversation, and says so when none is left", async () => {
    const taken = await review("next");
    expect(taken.code).toBe(0);
    expect(taken.stdout).toContain("2. asesora: Tres años.");
    expect(taken.stdout).toContain('> consultar {"tema":"garantía"}');
    expect(taken.stdout).toContain('< consultar success {"meses":36}');
    expect(taken.stdout).not.toContain("\u001b");
    expect(jsonOf<{ item: unknown }>(await review("next", "--json")).item).toEqual(item);
    next = null;
    expect(jsonOf(await review("next", "--json"))).toEqual({ item: null });
    expect((await review("next")).stderr).toContain("nothing is left");
  });

  it("shows an item of the queue, and ends with 2 for one that is not there", async () => {
    expect(jsonOf(await review("show", item.id, "--json"))).toEqual({ item, conversation });
    expect((await review("show", decided.id)).stderr).toContain("queued for: rouge_l near threshold");
    const missing = await review("show", "3".repeat(32));
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining("no such item")]);
  });

  it("files a verdict with grade and notes, and passes the server's refusal on", async () => {
    const filed = await review("grade", item.id, "fail", "--grade", "2", "--notes", "el precio cambia", "--json");
    expect(jsonOf<{ decided: number }>(filed).decided).toBe(1);
    expect(seen[0]!.body).toEqual({ verdict: "fail", grade: 2, notes: "el precio cambia" });
    expect((await review("grade", item.id, "pass")).stderr).toContain("1 of 2 verdicts");
    const refused = await review("grade", decided.id, "pass");
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("Claim the item first")]);
    expect((await review("grade", item.id, "perhaps")).code).toBe(2);
    expect((await review("grade", item.id, "pass", "--grade", "6")).code).toBe(2);
  });

  it("prints the agreement", async () => {
    const printed = await review("agreement");
    expect(printed.stdout).toMatch(/metrics\s+4\s+0\.75\s+0\.5/);
    expect(printed.stdout).toContain("8 verdicts of 2 reviewers on 4 items");
    expect(jsonOf(await review("agreement", "--json"))).toEqual(agreement);
  });
});
