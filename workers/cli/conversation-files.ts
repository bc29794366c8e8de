import { Conversation } from "../contract/conversation.ts";
import type { SeedSchema } from "../contract/seed.ts";
import { decideAssistantRole } from "../core/seeds/assistant-role.ts";
import { readSeed } from "./domain-files.ts";
import { InputError } from "./failure.ts";
import { readAs, readRecords } from "./input.ts";

/** Conversations of a JSON or JSON lines file in the contract's own shape. */
export async function readConversations(path: string): Promise<Conversation[]> {
  const records = await readRecords(path);
  return records.flatMap(({ name, value }) => {
    // What `import --json` and `generate --json` print is read as well as their -o files.
    const inner =
      typeof value === "object" && value !== null ? (value as { conversations?: unknown }).conversations : undefined;
    if (!Array.isArray(inner)) return [readAs(Conversation, value, name)];
    return inner.map((each: unknown, index) => readAs(Conversation, each, `${name}.conversations[${index}]`));
  });
}

/** Seeds of a JSON or JSON lines file, short forms completed. */
export async function readSeeds(path: string): Promise<SeedSchema[]> {
  const records = await readRecords(path);
  const seeds = records.flatMap(({ name, value }) => {
    const inner = typeof value === "object" && value !== null ? (value as { seeds?: unknown }).seeds : undefined;
    if (!Array.isArray(inner)) return [readSeed(value, name)];
    return inner.map((each: unknown, index) => readSeed(each, `${name}.seeds[${index}]`));
  });
  if (seeds.length === 0) throw new InputError(`${path}: holds no seed`);
  return seeds;
}

/** Which role of a conversation is the assistant's: what it says itself, else what its roles' names tell. */
export function assistantRoleOf(conversation: Conversation): string {
  const stated = conversation.metadata.assistant_role;
  if (stated !== undefined) return stated;
  const implicit = new Set(["herramienta", "tool", "system", "sistema"]);
  return decideAssistantRole(
    [...new Set(conversation.turnos.map((turn) => turn.rol))].filter((role) => !implicit.has(role)),
  );
}

/** A JSON lines file when its name says so, else a JSON array. */
export function formatRecords(records: readonly unknown[], path: string | undefined): string {
  if (path?.endsWith(".jsonl")) return records.map((record) => `${JSON.stringify(record)}\n`).join("");
  return `${JSON.stringify(records, null, 2)}\n`;
}
