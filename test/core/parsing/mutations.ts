import type { Dialogue } from "../../fixtures/import/writers.ts";
import { DIALOGUES } from "../../fixtures/import/dialogues.ts";
import { WRITERS } from "../../fixtures/import/writers.ts";

/** A seeded generator of whole numbers below `bound` (mulberry32), so that a failing run can be repeated. */
export function seeded(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % bound;
  };
}

/** Pieces that matter to some parser, thrown into files at random. */
const PIECES: readonly string[] = [
  '"',
  '""',
  "\\",
  "\n",
  "\r",
  "\r\n",
  "\0",
  ",",
  ";",
  "\t",
  "|",
  ":",
  ": ",
  "[",
  "]",
  "{",
  "}",
  "\ufeff",
  "\u200e",
  "\u202f",
  "null",
  "__proto__",
  "1e309",
  "\\ud800",
  "\\u0000",
  "=cmd|' /C calc'!A0",
  "99/99/9999, 99:99 - x: y",
  "25/02/2026, 10:30 - ",
  "[25/02/2026, 10:30:00 a. m.] ",
  "-".repeat(300),
  " ".repeat(300),
  "[".repeat(200),
  "Ana: ",
  "1. ",
  "---\n",
  "\u{1f600}",
  "é",
  "\ud83d",
];

const encoder = new TextEncoder();

/** Files of every format to start from. */
export function seedFiles(dialogues: readonly Dialogue[] = DIALOGUES): Uint8Array[] {
  return WRITERS.map((writer) => writer.write(dialogues));
}

/** A damaged copy: bytes flipped, pieces thrown in, parts cut out, doubled or moved, another file spliced on. */
export function mutate(files: readonly Uint8Array[], pick: (bound: number) => number): Uint8Array {
  let bytes: Uint8Array = files[pick(files.length)]!.slice();
  for (let times = 1 + pick(4); times > 0; times -= 1) {
    const at = pick(bytes.length + 1);
    const length = pick(Math.min(200, bytes.length + 1));
    const before = bytes.subarray(0, at);
    switch (pick(6)) {
      case 0:
        for (let i = 0; i < 1 + pick(8) && bytes.length > 0; i += 1) bytes[pick(bytes.length)] = pick(256);
        break;
      case 1:
        bytes = joined(before, encoder.encode(PIECES[pick(PIECES.length)]!), bytes.subarray(at));
        break;
      case 2:
        bytes = joined(before, bytes.subarray(Math.min(bytes.length, at + length)));
        break;
      case 3:
        bytes = joined(before, bytes.subarray(at, at + length), bytes.subarray(at));
        break;
      case 4:
        bytes = bytes.slice(0, at);
        break;
      default:
        bytes = joined(before, files[pick(files.length)]!.subarray(0, 400));
    }
  }
  return bytes;
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
