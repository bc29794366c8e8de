import { array, assert, asyncProperty, constantFrom, json, oneof, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { IMPORT_FORMATS } from "../../../workers/contract/import.ts";
import { checkImport } from "./invariants.ts";
import { mutate, seedFiles, seeded } from "./mutations.ts";
import { parseText, utf8 } from "./support.ts";

const SEED = 20261121;
const RUNS_PER_FORMAT = 2_000;

describe("20,000 generated files", () => {
  const files = seedFiles();
  it.each(IMPORT_FORMATS.map((format) => [format] as const))(
    "end well as %s: 1,600 damaged files of all formats, 400 made-up texts",
    async (format) => {
      const pick = seeded(SEED + IMPORT_FORMATS.indexOf(format));
      for (let run = 0; run < RUNS_PER_FORMAT * 0.8; run += 1) {
        await checkImport(mutate(files, pick), format, run % 50 === 0 ? 1 + pick(40) : undefined);
      }
      const texts = oneof(
        string({ unit: "binary", maxLength: 300 }),
        json({ maxDepth: 4 }),
        array(
          string({
            unit: constantFrom('"', ",", "\n", "\r", ":", " ", "[", "{", "1", "/", "-", "a", "Á"),
            maxLength: 40,
          }),
        ).map((parts) => parts.join("\n")),
      );
      await assert(
        asyncProperty(texts, async (text) => {
          await checkImport(utf8(text), format);
        }),
        { seed: SEED, numRuns: RUNS_PER_FORMAT * 0.2 },
      );
    },
    60_000,
  );
});

describe("good rows among bad ones", () => {
  const garbage = array(
    oneof(
      string({
        unit: constantFrom("{", "[", "}", "]", ",", ":", "a", "1", "\\", " ", "\0", "\u202e", "\ud800"),
        minLength: 1,
        maxLength: 30,
      }),
      constantFrom("x", "a,b", "{}", "[]", "null", '{"messages":[', "c,1,,", "c,x,y,z", ",,,", "\u200e"),
    ),
    { maxLength: 8 },
  );

  it("are all imported from JSONL", async () => {
    const good = (index: number): string =>
      JSON.stringify({ id: `g${index}`, messages: [{ role: "user", content: `t${index}` }] });
    await assert(
      asyncProperty(garbage, async (bad) => {
        const lines = [good(0), ...bad.flatMap((line, index) => [line, good(index + 1)])];
        const { conversations } = await parseText(lines.join("\n"), { format: "openai" });
        const found = conversations.map((conversation) => conversation.key).filter((key) => key.startsWith("g"));
        expect(found).toEqual(bad.map((_, index) => `g${index}`).concat(`g${bad.length}`));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it("are all imported from CSV", async () => {
    await assert(
      asyncProperty(garbage, async (bad) => {
        const lines = [
          "conversation_id,turn_number,role,content",
          "g,0,x,t0",
          ...bad.flatMap((line, index) => [line, `g,${index + 1},x,t${index + 1}`]),
        ];
        const { conversations } = await parseText(lines.join("\n"), { format: "csv" });
        const texts = conversations.find((conversation) => conversation.key === "g")!.turns.map((turn) => turn.text);
        expect(texts).toEqual(bad.map((_, index) => `t${index}`).concat(`t${bad.length}`));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
