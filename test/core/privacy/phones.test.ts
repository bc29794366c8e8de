import { describe, expect, it } from "vitest";
import { createPrivacyEngine } from "../../../workers/core/privacy/engine.ts";

const engine = createPrivacyEngine({ recogniser: null });

const phonesIn = (text: string): string[] =>
  engine
    .scan(text, { policy: "gateway" })
    .filter(({ category }) => category === "PHONE")
    .map(({ end, start }) => text.slice(start, end));

describe("a telephone number", () => {
  it.each([
    "415-682-2671x4410",
    "+1-415-682-2671x441",
    "415.682.2671x44",
    "001-415-682-2671x4410",
    "(415) 682-2671 ext. 441",
    "415-682-2671 x4410",
  ])("takes the extension with it that touches it or stands behind it: %s", (phone) => {
    expect(phonesIn(`call ${phone} now`)).toEqual([phone]);
  });

  it.each(["a screen of 1280-1920x1080", "415-682-2671xylophone", "boxes of 120-400-3000x"])(
    "is none where other letters touch the digits, or nothing is a number: %s",
    (text) => {
      expect(phonesIn(text)).toEqual([]);
    },
  );
});
