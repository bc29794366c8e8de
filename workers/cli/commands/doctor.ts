import type { Command } from "commander";
import { EXIT } from "../failure.ts";
import { formatTable, print, printJson } from "../output.ts";
import { serverOf } from "../remote.ts";
import { addRemoteOptions, jsonOption } from "./options.ts";
import type { CommonOptions } from "./options.ts";

/** What one check found. `note` failures do not fail the command. */
interface Check {
  name: string;
  state: "ok" | "failed" | "note";
  detail: string;
}

/** `uncase doctor`: whether everything that the commands need is there and works. */
export function addDoctorCommand(program: Command): void {
  addRemoteOptions(program.command("doctor"))
    .description(
      "check the runtime, the models, the data files and the server; exit code 1 when something needed is wrong",
    )
    .addOption(jsonOption())
    .action(async (options: CommonOptions) => {
      const checks = [
        ...(await checkRuntime()),
        await attempt("recogniser", checkRecogniser),
        ...(await checkDomains()),
        await attempt("local key", checkKey),
        await checkServer(options),
      ];
      const ok = checks.every((check) => check.state !== "failed");
      if (!ok) process.exitCode = EXIT.checkFailed;
      if (options.json) return printJson({ ok, checks });
      await print(
        formatTable(
          ["check", "state", ""],
          checks.map((check) => [check.name, check.state, check.detail]),
        ),
      );
    });
}

async function attempt(name: string, run: () => Promise<string> | string): Promise<Check> {
  try {
    return { name, state: "ok", detail: await run() };
  } catch (error) {
    return { name, state: "failed", detail: error instanceof Error ? error.message : String(error) };
  }
}

async function checkRuntime(): Promise<Check[]> {
  const { readPackageJson } = await import("../package-files.ts");
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const recent = major > 22 || (major === 22 && minor >= 18);
  return [
    await attempt("uncase", async () => (await readPackageJson<{ version: string }>("package.json")).version),
    {
      name: "node",
      state: recent ? "ok" : "failed",
      detail: recent ? process.versions.node : `${process.versions.node}; 22.18 or newer is needed`,
    },
  ];
}

async function checkRecogniser(): Promise<string> {
  const [{ loadPrivacyEngine }, { loadRecogniserFiles }] = await Promise.all([
    import("../local-privacy.ts"),
    import("../model-files.ts"),
  ]);
  const { weights, lexicon } = loadRecogniserFiles();
  const started = performance.now();
  const engine = loadPrivacyEngine();
  const loadMs = performance.now() - started;
  const found = engine.scan("Me llamo María Fernández García y mi correo es maria.fernandez@correo.mx", {
    policy: "gate",
  });
  const categories = new Set(found.map((each) => each.category));
  for (const category of ["PERSON", "EMAIL"]) {
    if (!categories.has(category)) throw new Error(`finds no ${category} in a sentence that holds one`);
  }
  const kilobytes = Math.round((weights.byteLength + lexicon.byteLength) / 1024);
  return `${kilobytes} KB, loaded in ${loadMs.toFixed(0)} ms`;
}

async function checkDomains(): Promise<Check[]> {
  const [{ DOMAINS }, { listDomains, loadDomain, loadLibrary }] = await Promise.all([
    import("../../contract/domain.ts"),
    import("../domain-files.ts"),
  ]);
  const present = await listDomains();
  return Promise.all(
    DOMAINS.map((domain): Check | Promise<Check> => {
      if (!present.includes(domain)) return { name: domain, state: "note", detail: "not part of this version" };
      return attempt(domain, async () => {
        const [data, library] = await Promise.all([loadDomain(domain), loadLibrary(domain)]);
        return `${data.tools.length} tools, ${data.pack.scenarios.length} scenarios, ${library.length} seeds`;
      });
    }),
  );
}

async function checkKey(): Promise<string> {
  const { localKey, localKeyPath } = await import("../local-key.ts");
  localKey("doctor");
  return process.env.UNCASE_KEY ? "from UNCASE_KEY" : localKeyPath();
}

/** A server that was named must answer; the default one may be off. */
async function checkServer(options: CommonOptions): Promise<Check> {
  const { UNCASEClient } = await import("../../sdk/client.ts");
  const named = serverOf(options);
  const baseUrl = named ?? "http://localhost:8000";
  try {
    const health = await new UNCASEClient({ baseUrl, retries: 0, timeoutMs: 3_000 }).health.get();
    return { name: "server", state: "ok", detail: `${baseUrl} answers, version ${health.version}` };
  } catch (error) {
    const detail = `${baseUrl}: ${error instanceof Error ? error.message : String(error)}`;
    return { name: "server", state: named === null ? "note" : "failed", detail };
  }
}
