import { describe, expect, it } from "vitest";
import { DIALOGUES } from "../../fixtures/import/dialogues.ts";
import { WRITERS } from "../../fixtures/import/writers.ts";
import { expectedTurns, plainTurns } from "./equivalence.ts";
import { parseBytes } from "./support.ts";

describe("one dialogue in many formats", () => {
  it.each(WRITERS.map((writer) => [writer.name, writer] as const))(
    "imports %s turn for turn",
    async (_name, writer) => {
      const { conversations, errors, report } = await parseBytes(writer.write(DIALOGUES));
      expect(errors).toEqual([]);
      expect(report.format).toBe(writer.format);
      expect(conversations.map(plainTurns)).toEqual(DIALOGUES.map((dialogue) => expectedTurns(dialogue, writer.tools)));
    },
  );
});
