// 48 drawn conversations through the official templates (Jinja, the environment of Hugging Face's tokenizers): the first
// 16 hexadecimal digits of the SHA-256 of each output, or "raises". Arguments given as JSON text were parsed first for the
// families that would encode them twice.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Sha256 } from "../../../workers/core/datasets/sha256.ts";
import { renderFamily } from "../../../workers/core/templates/families.ts";
import { parseJson } from "../../../workers/core/templates/json.ts";
import { type ChatMessage, TemplateError } from "../../../workers/core/templates/model.ts";

interface Fixture {
  conversations: { messages: ChatMessage[]; tools: object[] | null; add_generation_prompt: boolean }[];
  digests: Record<string, string[]>;
}

const file = join(import.meta.dirname, "../../fixtures/templates/differential.json");
const fixture = parseJson(readFileSync(file, "utf8")) as unknown as Fixture;

function outcome(family: string, { messages, tools, add_generation_prompt }: Fixture["conversations"][number]): string {
  try {
    const { text } = renderFamily(family, {
      messages,
      tools,
      addGenerationPrompt: add_generation_prompt,
      now: "2026-01-15T12:00:00",
    });
    return new Sha256().update(new TextEncoder().encode(text)).hex().slice(0, 16);
  } catch (error) {
    if (error instanceof TemplateError) return "raises";
    throw error;
  }
}

describe("drawn conversations", () => {
  it.each(Object.entries(fixture.digests))(
    "%s renders what the official template renders and raises where it raises",
    (family, digests) => {
      expect(digests).toHaveLength(fixture.conversations.length);
      expect(fixture.conversations.map((conversation) => outcome(family, conversation))).toEqual(digests);
    },
  );
});
