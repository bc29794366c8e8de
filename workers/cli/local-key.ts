import { hkdfSync, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { InputError } from "./failure.ts";
import { say } from "./output.ts";

const KEY_TEXT = /^[0-9a-f]{32}$/u;

/**
 * A 16-byte key for one purpose, derived from this machine's own: `UNCASE_KEY` (32 hexadecimal characters), else a file
 * of the user's configuration that is made at the first use. With the same key the same input gives the same ids.
 */
export function localKey(purpose: string): Uint8Array {
  root ??= readRootKey();
  return new Uint8Array(hkdfSync("sha256", root, new Uint8Array(0), `uncase/${purpose}`, 16));
}

let root: Uint8Array | undefined;

function readRootKey(): Uint8Array {
  const given = process.env.UNCASE_KEY;
  if (given) {
    if (!KEY_TEXT.test(given)) throw new InputError("UNCASE_KEY: expected 32 lowercase hexadecimal characters");
    return Buffer.from(given, "hex");
  }
  const path = localKeyPath();
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // Fails where it exists already, also when two commands start at once.
    writeFileSync(path, `${randomBytes(16).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
      say(`uncase: no key can be kept in ${path}; the ids of this run are its own (set UNCASE_KEY to choose a key)`);
      return randomBytes(16);
    }
  }
  const text = readFileSync(path, "utf8").trim();
  if (!KEY_TEXT.test(text))
    throw new InputError(`${path}: is not a key of 32 hexadecimal characters; delete it to get a new one`);
  return Buffer.from(text, "hex");
}

/** Where the machine's own key lies. */
export function localKeyPath(): string {
  return join(process.env.XDG_CONFIG_HOME || join(homedir(), ".config"), "uncase", "key");
}
