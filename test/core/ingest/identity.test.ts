import { describe, expect, it } from "vitest";
import { conversationFingerprint } from "../../../workers/core/ingest/identity.ts";
import type { RawConversation } from "../../../workers/core/parsing/model.ts";

const key = Uint8Array.from({ length: 16 }, (_, i) => i);

function raw(change: (conversation: RawConversation) => void = () => {}): RawConversation {
  const conversation: RawConversation = {
    key: "c1",
    turns: [
      { speaker: "Ana", text: "hola\nbuenas", time: "2025-02-03T09:02:11", line: 1, toolCalls: [], toolResults: [] },
      {
        speaker: "Luis",
        text: "",
        time: null,
        line: 3,
        toolCalls: [{ tool_call_id: "x", tool_name: "buscar", arguments: { b: 1, a: "sí" } }],
        toolResults: [],
      },
    ],
    line: 1,
    domain: null,
    language: null,
    seedId: null,
    metadata: {},
    native: false,
  };
  change(conversation);
  return conversation;
}

const id = (change?: (conversation: RawConversation) => void) => conversationFingerprint(raw(change), key);

describe("conversationFingerprint", () => {
  it("is 32 lowercase hexadecimal characters, the same for the same conversation", () => {
    expect(id()).toMatch(/^[0-9a-f]{32}$/u);
    expect(id()).toBe(id());
  });

  it("stays the same over white space, Unicode composition, seconds, line numbers and the order of JSON keys", () => {
    const changes: ((conversation: RawConversation) => void)[] = [
      (each) => (each.turns[0]!.text = " hola  buenas "),
      (each) => (each.turns[1]!.toolCalls[0]!.arguments = { a: "si\u0301", b: 1 }),
      (each) => (each.turns[0]!.time = "2025-02-03T09:02:59"),
      (each) => (each.turns[0]!.line = each.line = 77),
      (each) => (each.turns[1]!.toolCalls[0]!.tool_call_id = "y"),
    ];
    for (const change of changes) expect(id(change)).toBe(id());
  });

  it("changes with anything that was said, by whom, when, and with the file's own id", () => {
    const changes: ((conversation: RawConversation) => void)[] = [
      (each) => (each.key = "c2"),
      (each) => (each.turns[0]!.text = "hola buenos"),
      (each) => (each.turns[0]!.speaker = "Eva"),
      (each) => (each.turns[0]!.role = "user"),
      (each) => (each.turns[0]!.time = "2025-02-03T09:03:11"),
      (each) => (each.turns[1]!.toolCalls[0]!.arguments = { a: "sí", b: 2 }),
      (each) => (each.turns[1]!.toolCalls[0]!.tool_name = "vender"),
      (each) => each.turns.reverse(),
      (each) => each.turns.pop(),
    ];
    const ids = changes.map((change) => id(change));
    expect(new Set([...ids, id()]).size).toBe(changes.length + 1);
  });

  it("is another under another key, in both halves", () => {
    const other = conversationFingerprint(
      raw(),
      key.map((byte) => byte ^ 1),
    );
    expect(other.slice(0, 16)).not.toBe(id().slice(0, 16));
    expect(other.slice(16)).not.toBe(id().slice(16));
  });
});
