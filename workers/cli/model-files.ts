import { readFileSync } from "node:fs";

function readBytes(name: string): ArrayBuffer {
  const bytes = readFileSync(new URL(`../core/privacy/models/${name}`, import.meta.url));
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}

/** Reads the recogniser's two model files from disk, for the command line, scripts and tests. */
export function loadRecogniserFiles(): { weights: ArrayBuffer; lexicon: ArrayBuffer } {
  return { weights: readBytes("recogniser.bin"), lexicon: readBytes("lexicon.bin") };
}
