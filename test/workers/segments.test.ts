import { expect, it } from "vitest";
import { makeBlobStore } from "../../workers/platform/blobs.ts";
import { eraseLine, readLine, writeLines } from "../../workers/services/segments.ts";
import { bindings } from "./support.ts";

it("lines of one segment that are erased at the same time are all gone, and their neighbours stay", async () => {
  const blobs = makeBlobStore(bindings.BLOBS);
  const refs = await writeLines(
    blobs,
    "segments-test",
    Array.from({ length: 12 }, (_, line) => ({ said: `line ${line}` })),
  );
  await Promise.all(refs.slice(2).map((ref) => eraseLine(blobs, ref)));
  const text = new TextDecoder().decode((await blobs.get(refs[0]!.key))!);
  expect(text.match(/line \d+/g)).toEqual(["line 0", "line 1"]);
  expect(await readLine(blobs, refs[1]!)).toEqual({ said: "line 1" });
  await Promise.all(refs.slice(0, 2).map((ref) => eraseLine(blobs, ref)));
  expect(await blobs.get(refs[0]!.key)).toBeNull();
});
