// npm libraries that find personal data, with their own defaults; installed into bench/node_modules when missing.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import type { Run } from "./subjects.ts";

const BENCH = new URL("../", import.meta.url);

interface NlpView {
  out(kind: string): unknown;
}
type Nlp = (text: string) => { people(): NlpView; places(): NlpView; organizations(): NlpView };

const load = createRequire(new URL("package.json", BENCH));

/** The libraries are untyped: each row names what it uses of them. */
export const PEERS: ReadonlyMap<string, () => Run | Promise<Run>> = new Map<string, () => Run | Promise<Run>>([
  [
    "redact-pii",
    () => {
      const { SyncRedactor } = load("redact-pii") as { SyncRedactor: new () => { redact(text: string): string } };
      const redactor = new SyncRedactor();
      return (text) => redactor.redact(text);
    },
  ],
  [
    "@redactpii/node",
    () => {
      const { Redactor } = load("@redactpii/node") as { Redactor: new () => { redact(text: string): string } };
      const redactor = new Redactor();
      return (text) => redactor.redact(text);
    },
  ],
  [
    "openredaction",
    () => {
      const { OpenRedaction } = load("openredaction") as {
        OpenRedaction: new (options: object) => { detect(text: string): Promise<unknown> };
      };
      const redaction = new OpenRedaction({ redactionMode: "placeholder" });
      return (text) => redaction.detect(text);
    },
  ],
  [
    "compromise",
    async () => {
      const { default: nlp } = (await import(load.resolve("compromise"))) as { default: Nlp };
      return (text) => {
        const parsed = nlp(text);
        return [parsed.people().out("array"), parsed.places().out("array"), parsed.organizations().out("array")];
      };
    },
  ],
  [
    "@cdssnc/sanitize-pii",
    () => {
      const { sanitizePii } = load("@cdssnc/sanitize-pii") as { sanitizePii: (text: string) => string };
      return sanitizePii;
    },
  ],
]);

/** Throws when npm cannot install what is missing. */
export function installPeers(): void {
  if ([...PEERS.keys()].every((name) => existsSync(new URL(`node_modules/${name}`, BENCH)))) return;
  const installed = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock"], {
    cwd: BENCH,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (installed.status !== 0) throw new Error("the libraries to compare with could not be installed");
}
