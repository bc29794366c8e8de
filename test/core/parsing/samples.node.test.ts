import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseAll } from "../../../workers/core/parsing/parse.ts";
import { assignRoles } from "../../../workers/core/parsing/roles.ts";
import { chunked } from "./support.ts";

interface Planted {
  file: string;
  conversations: number;
  turns_per_conversation: number[];
  values: { text: string; category: string }[];
  name_parts: string[];
}

const SAMPLES = new URL("../../../samples/", import.meta.url);
const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();

describe("the sample files", () => {
  it.each(["chats-es.planted.json", "chats-en.planted.json"])(
    "%s says what is planted, and import keeps it all",
    async (name) => {
      const planted = JSON.parse(readFileSync(new URL(name, SAMPLES), "utf8")) as Planted;
      const { conversations, errors } = await parseAll(chunked(readFileSync(new URL(planted.file, SAMPLES))));
      expect(errors).toEqual([]);
      expect(conversations.map((conversation) => conversation.turns.length)).toEqual(planted.turns_per_conversation);
      const said = conversations
        .flatMap((conversation) => conversation.turns.map((turn) => `${turn.speaker}: ${turn.text}`))
        .join("\n");
      expect(planted.values.filter((value) => !said.includes(value.text))).toEqual([]);
      expect(planted.name_parts.filter((part) => !fold(said).includes(fold(part)))).toEqual([]);
    },
  );

  it.each(["chats-es.txt", "chats-en.csv"])(
    "%s gives roles that hold no name, and an assistant in each conversation",
    async (file) => {
      const { conversations } = await parseAll(chunked(readFileSync(new URL(file, SAMPLES))));
      for (const conversation of conversations) {
        const { roles, assistantRole } = assignRoles(conversation);
        expect(["asesor", "advisor", "receptionist"]).toContain(assistantRole);
        for (const role of roles.values())
          expect(["cliente", "asesor", "customer", "advisor", "patient", "receptionist"]).toContain(role);
      }
    },
  );
});
