import { array, assert, asyncProperty, constantFrom, json, oneof, string } from "fast-check";
import { describe, it } from "vitest";
import { IMPORT_FORMATS } from "../../../workers/contract/import.ts";
import { checkImport } from "./invariants.ts";
import { mutate, seedFiles, seeded } from "./mutations.ts";
import { utf8 } from "./support.ts";

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
