import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parseAll } from "../../../workers/core/parsing/parse.ts";
import { WRITERS } from "../../fixtures/import/writers.ts";
import type { Dialogue, WrittenTurn } from "../../fixtures/import/writers.ts";
import { expectedTurns, plainTurns } from "./equivalence.ts";
import { chunked } from "./support.ts";

const FILE = new URL("../../../../shared/data/dialogues/star.jsonl.gz", import.meta.url);

interface StarTurn {
  role: "user" | "assistant" | "tool";
  content?: string | Record<string, unknown>;
  tool_call?: { name: string; arguments: Record<string, unknown> };
}

/** Dialogues of the file; tool results answer the call before them. */
function starDialogues(): Dialogue[] {
  const lines = gunzipSync(readFileSync(FILE)).toString("utf8").trim().split("\n");
  return lines.map((line) => {
    let calls = 0;
    let name = "unknown";
    return (JSON.parse(line) as { turns: StarTurn[] }).turns.map((turn): WrittenTurn => {
      if (turn.tool_call !== undefined) {
        calls += 1;
        name = turn.tool_call.name;
        return {
          side: "assistant",
          text: "",
          call: { id: `call_${calls}`, name, arguments: turn.tool_call.arguments },
        };
      }
      if (turn.role === "tool") {
        return { side: "tool", text: "", result: { id: `call_${calls}`, name, result: turn.content ?? "" } };
      }
      return { side: turn.role, text: String(turn.content) };
    });
  });
}

describe("549 real dialogues in many formats", () => {
  if (!existsSync(FILE)) {
    it.skip("needs ../shared/data/dialogues/star.jsonl.gz, which is not here", () => {});
    return;
  }
  const dialogues = starDialogues();
  it.each(WRITERS.map((writer) => [writer.name, writer] as const))(
    "imports %s turn for turn",
    async (_name, writer) => {
      const { conversations, errors } = await parseAll(chunked(writer.write(dialogues), 65_536));
      expect(errors).toEqual([]);
      expect(conversations).toHaveLength(dialogues.length);
      const got = conversations.map((conversation) => JSON.stringify(plainTurns(conversation)));
      const expected = dialogues.map((dialogue) => JSON.stringify(expectedTurns(dialogue, writer.tools)));
      expect(got.filter((text, index) => text !== expected[index])).toEqual([]);
    },
  );
});
