import { describe, expect, it } from "vitest";
import { inspectResponse } from "../../../workers/core/gateway/inspect-response.ts";
import { createSegmentMemory } from "../../../workers/core/gateway/memory.ts";
import { createTurnMemory } from "../../../workers/core/gateway/turn-memory.ts";
import { inspect, policyWith, tokenOf, userSays } from "./support.ts";

const DAY = "3 de diciembre";

/** The contents of the messages that would be sent. */
function sent(body: string): string[] {
  return JSON.parse(body).messages.map(({ content }: { content: string }) => content);
}

describe("a date with nobody near it", () => {
  it("is masked where a user names it", () => {
    const result = inspect(userSays(`Quiero una cita para el ${DAY}`));
    expect(result.counts).toEqual({ DATE: 1 });
    expect(sent(result.body)).toEqual([`Quiero una cita para el ${tokenOf(result, DAY)}`]);
  });

  it("is left in the text of the app, of tools and of the model, and in definitions", () => {
    const body = {
      model: "gpt-4o-mini",
      messages: [
        { role: "system", content: "La campaña es del 1/12/2026 al 15/12/2026." },
        { role: "user", content: "¿Cuándo llega mi pedido?" },
        {
          role: "assistant",
          content: `Llega el ${DAY}.`,
          tool_calls: [{ id: "call_1a", type: "function", function: { name: "f", arguments: '{"day":"2026-12-03"}' } }],
        },
        { role: "tool", tool_call_id: "call_1a", content: '{"delivery":"2026-12-03","due":"12/04/2026"}' },
      ],
      tools: [{ type: "function", function: { name: "f", description: "Orders since 2024-02-03" } }],
      metadata: { day: "2026-12-03" },
    };
    expect(inspect(body)).toMatchObject({ verdict: "pass", counts: {} });
    expect(inspect(body, { policy: policyWith({ mode: "block" }) })).toMatchObject({ verdict: "pass" });
  });

  it("is masked in later turns as well once a user has named it, however much of it is remembered", () => {
    const messages = [
      { role: "user", content: `Me operaron el ${DAY}` },
      { role: "assistant", content: `¿Cómo se siente desde el ${DAY}?` },
      { role: "tool", tool_call_id: "call_1a", content: JSON.stringify({ day: DAY, other: "4 de diciembre" }) },
    ];
    const memory = createSegmentMemory(100_000);
    for (let round = 0; round < 2; round++) {
      const result = inspect({ model: "m", messages }, { memory });
      const token = tokenOf(result, DAY);
      expect(sent(result.body)).toEqual([
        `Me operaron el ${token}`,
        `¿Cómo se siente desde el ${token}?`,
        JSON.stringify({ day: token, other: "4 de diciembre" }),
      ]);
    }
  });

  it("is masked as well where the turn that named it is taken as inspected", () => {
    const said = `Me operaron el ${DAY}`;
    const replies = Array.from({ length: 8 }, (_, i) => ({
      role: i % 2 === 0 ? "assistant" : "user",
      content: `ok ${i}`,
    }));
    const first = [{ role: "user", content: said }, ...replies];
    const memories = { memory: createSegmentMemory(100_000), turns: createTurnMemory(10_000) };
    inspect({ model: "m", messages: first }, memories);
    expect(memories.turns.size).toBe(1);
    const grown = {
      model: "m",
      messages: [...first, { role: "assistant", content: `Fue el ${DAY}, no el 4 de mayo.` }],
    };
    const result = inspect(grown, memories);
    expect(result.body).toBe(inspect(grown).body);
    expect(sent(result.body).at(-1)).toBe(`Fue el ${tokenOf(result, DAY)}, no el 4 de mayo.`);
  });

  it("is judged by who says it, though the same text was seen from somebody else", () => {
    const memory = createSegmentMemory(100_000);
    const content = `La próxima reunión es el ${DAY}`;
    const from = (role: string) => inspect({ model: "m", messages: [{ role, content }] }, { memory });
    for (let round = 0; round < 2; round++) {
      expect(from("system").verdict).toBe("pass");
      expect(from("user").verdict).toBe("rewrite");
      expect(from("assistant").verdict).toBe("pass");
    }
  });

  it("is left in an answer", () => {
    const { session } = inspect(userSays("¿Cuándo hay citas?"));
    const answer = JSON.stringify({ choices: [{ message: { role: "assistant", content: `Hay una el ${DAY}.` } }] });
    expect(inspectResponse(session, answer, "openai-chat")).toMatchObject({ verdict: "pass", body: answer });
  });

  it("comes back to the user who named it", () => {
    const result = inspect(userSays(`Me operaron el ${DAY}`));
    const content = `Fue el ${tokenOf(result, DAY)}.`;
    const answer = JSON.stringify({ choices: [{ message: { role: "assistant", content } }] });
    expect(JSON.parse(inspectResponse(result.session, answer, "openai-chat").body).choices[0].message.content).toBe(
      `Fue el ${DAY}.`,
    );
  });

  it("is masked everywhere under a policy that gives dates a threshold, and at the gate", () => {
    const messages = [{ role: "system", content: "Today is 2026-11-22." }];
    const thresholds = { DATE: 0.5 };
    const strict = policyWith({ request: { action: "token", categories: {}, thresholds } });
    for (const policy of [strict, policyWith({ operatingPoint: "gate" })])
      expect(inspect({ model: "m", messages }, { policy }).counts).toEqual({ DATE: 1 });
  });
});

describe("today's date", () => {
  const block = { policy: policyWith({ mode: "block" }) };

  it.each(["system", "developer", "user"])("passes in block mode, said by %s", (role) => {
    for (const content of [
      "Today is 2026-11-22.",
      "Current date: November 22",
      "Hoy es 22 de noviembre de 2026.",
      "Fecha actual: 22/11/2026",
    ])
      expect(inspect({ model: "m", messages: [{ role, content }] }, block).verdict).toBe("pass");
  });

  it("does not let the user's own day pass in block mode", () => {
    const messages = [
      { role: "system", content: "Today is 2026-11-22." },
      { role: "user", content: `Quiero una cita para el ${DAY}` },
    ];
    expect(inspect({ model: "m", messages }, block).verdict).toBe("block");
  });
});
