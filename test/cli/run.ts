import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../../", import.meta.url));
const main = join(repository, "workers/cli/main.ts");

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A folder of its own, also for the machine's key. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "uncase-cli-"));
}

/** Runs the real command line. No server is known to it unless the arguments or `env` name one. */
export function uncase(
  args: string[],
  options: { stdin?: string | Uint8Array; env?: Record<string, string>; file?: string } = {},
): Promise<Outcome> {
  const { UNCASE_URL: _url, UNCASE_API_KEY: _key, ...inherited } = process.env;
  const child = spawn(process.execPath, [options.file ?? main, ...args], {
    cwd: repository,
    env: { ...inherited, UNCASE_KEY: "00112233445566778899aabbccddeeff", NO_COLOR: "1", ...options.env },
  });
  const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  child.stdout.on("data", (chunk: Buffer) => chunks.stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.stderr.push(chunk));
  // A command that fails early does not read its input.
  child.stdin.on("error", () => {});
  child.stdin.end(options.stdin ?? "");
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({
        code,
        stdout: Buffer.concat(chunks.stdout).toString(),
        stderr: Buffer.concat(chunks.stderr).toString(),
      }),
    );
  });
}

/** The one JSON value that a command printed; fails the test when there is anything else. */
export function jsonOf<T>(outcome: Outcome): T {
  try {
    return JSON.parse(outcome.stdout) as T;
  } catch (error) {
    throw new Error(`exit code ${outcome.code}, no JSON: ${outcome.stderr}`, { cause: error });
  }
}
