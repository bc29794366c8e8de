import { readFileSync } from "node:fs";
import { createShield } from "../core/shield/shield.ts";
import type { Shield } from "../core/shield/shield.ts";
import { packageRoot } from "./package-files.ts";

/** PromptShield with the classifier of the package. */
export function loadShield(): Shield {
  const file = readFileSync(`${packageRoot}workers/core/shield/models/shield.bin`);
  return createShield(new Uint8Array(file).buffer);
}
