import { describe, expect, it } from "vitest";
import { makeNewId } from "../../workers/platform/ids.ts";

describe("ids", () => {
  it("are 32 hexadecimal characters, no two the same, with every character in every place", () => {
    const newId = makeNewId();
    const ids = Array.from({ length: 5000 }, newId);
    expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    for (let place = 0; place < 32; place += 1) expect(new Set(ids.map((id) => id[place])).size).toBe(16);
  });
});
