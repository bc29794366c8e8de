import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FAMILIES, renderFamily } from "../../../workers/core/templates/families.ts";
import { parseJson } from "../../../workers/core/templates/json.ts";
import { type RenderInput, type RenderOutput, TemplateError } from "../../../workers/core/templates/model.ts";

type Outcome = Partial<RenderOutput> & { error?: string };

/** Renders a line of JSON as the batch command does; a refusal is an error, anything else thrown is a crash. */
function render(line: string, now: string | null = null): Outcome {
  const request = parseJson(line) as unknown as {
    family: string;
    now?: string;
    add_generation_prompt?: boolean;
  } & RenderInput;
  try {
    return renderFamily(request.family, {
      ...request,
      addGenerationPrompt: request.add_generation_prompt === true,
      now: request.now ?? now,
    });
  } catch (error) {
    if (error instanceof TemplateError) return { error: error.message };
    throw error;
  }
}

describe("renderFamily on parsed JSON", () => {
  it("gives text, spans and warnings", () => {
    expect(
      render(
        '{"family":"chatml","messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}],"tools":[{}]}',
      ),
    ).toEqual({
      text: "<|im_start|>user\na<|im_end|>\n<|im_start|>assistant\nb",
      lossSpans: [[51, 52]],
      warnings: ["the last answer is left without its end token", "tool definitions are not rendered"],
    });
  });

  it("keeps numbers as they are written and keys in their order", () => {
    const call =
      '{"id":"a","type":"function","function":{"name":"f","arguments":{"b":1.0,"2026":12345678901234567890,"1":1e16,"c":-0.5}}}';
    const { text } = render(
      `{"family":"qwen2.5","messages":[{"role":"assistant","content":"","tool_calls":[${call}]}]}`,
    );
    expect(text).toContain('"arguments": {"b": 1.0, "2026": 12345678901234567890, "1": 1e+16, "c": -0.5}}');
  });

  it("keeps them also in arguments that come as JSON text", () => {
    const call = '{"function":{"name":"f","arguments":"{\\"b\\":1.0}"}}';
    expect(
      render(`{"family":"llama","messages":[{"role":"assistant","content":null,"tool_calls":[${call}]}]}`).text,
    ).toContain('"parameters": {"b": 1.0}}');
  });

  it("prints the line's own date, else the caller's, and refuses without one", () => {
    const line = '{"family":"harmony","messages":[{"role":"user","content":"a"}]';
    expect(render(`${line}}`).error).toContain("now");
    expect(render(`${line},"now":"2026-02-03T01:02:03"}`).text).toContain("Current date: 2026-02-03");
    expect(render(`${line}}`, "2027-01-01T00:00:00").text).toContain("Current date: 2027-01-01");
  });

  it.each([
    '{"family":"nope","messages":[]}',
    '{"family":"chatml","messages":[]}',
    '{"family":"__proto__","messages":[{"role":"user","content":"x"}]}',
    '{"family":"chatml","messages":[null]}',
    '{"family":"chatml","messages":[{"role":5}]}',
    '{"family":"chatml","messages":[{"role":"user","content":"x","tool_calls":{}}]}',
    '{"family":"chatml","messages":[{"role":"user","content":"x","tool_calls":[{"function":{}}]}]}',
  ])("refuses %s", (line) => {
    expect(render(line).error).toMatch(/\S/);
  });

  it("renders or refuses, and never crashes, whatever JSON the messages hold", () => {
    const names = [...FAMILIES.keys()];
    const value = fc.jsonValue({ maxDepth: 3 });
    const message = fc.record(
      {
        role: fc.constantFrom("user", "assistant", "tool", "system", "developer", "x"),
        content: fc.oneof(fc.string(), fc.constant(null), value),
        tool_calls: fc.oneof(
          fc.array(fc.record({ id: fc.string(), function: fc.record({ name: fc.string(), arguments: value }) }), {
            maxLength: 2,
          }),
          value,
        ),
        tool_call_id: fc.oneof(fc.string(), value),
        reasoning_content: fc.oneof(fc.string(), value),
        thinking: fc.oneof(fc.string(), value),
      },
      { requiredKeys: ["role"] },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(message, { maxLength: 5 }),
        fc.option(
          fc.array(
            fc.oneof(
              value,
              fc.record({ function: fc.record({ name: fc.string(), description: fc.string(), parameters: value }) }),
            ),
            { maxLength: 2 },
          ),
        ),
        fc.boolean(),
        (family, messages, tools, add_generation_prompt) => {
          const result = render(
            JSON.stringify({ family, messages, tools, add_generation_prompt, now: "2026-01-15T12:00:00" }),
          );
          if (result.lossSpans === undefined) return;
          let end = 0;
          for (const [from, to] of result.lossSpans) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            end = to;
          }
          expect(end).toBeLessThanOrEqual(result.text?.length ?? 0);
        },
      ),
      { seed: 3, numRuns: 3000 },
    );
  });
});
