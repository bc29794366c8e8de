// npm start: the API on this machine, with its state kept under .wrangler/ between runs.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isFree, migrateLocal, ROOT, startLocalWorker } from "./runtime/local-worker.ts";
import { workerVariables } from "./runtime/variables.ts";

const HELP = `Runs the UNCASE API on this machine.

  npm start                       http://localhost:8000, state under .wrangler/state
  npm start -- --port 9000        another port (or API_PORT)
  UNCASE_STATE_DIR=DIR npm start  another place for the state

Every variable of .env.example is passed on to the Worker, from the environment or from a file .env beside it.`;

async function main(wantedPort: string | undefined): Promise<void> {
  const envFile = join(ROOT, ".env");
  // What the environment sets already wins over the file.
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  const port = Number(wantedPort ?? process.env["API_PORT"] ?? 8000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    console.error(`${wantedPort === undefined ? "API_PORT" : "--port"}: must be a port number from 1 to 65535`);
    process.exitCode = 2;
    return;
  }
  if (!(await isFree(port))) throw new Error(`port ${port} is in use; choose another one with --port`);
  const stateDir = process.env["UNCASE_STATE_DIR"] ?? join(ROOT, ".wrangler", "state");
  const variables: Record<string, string> = { UNCASE_ENV: process.env["UNCASE_ENV"] ?? "development" };
  for (const name of workerVariables()) {
    if (process.env[name] !== undefined) variables[name] = process.env[name];
  }
  migrateLocal(stateDir);
  const logFile = join(stateDir, "worker.log");
  const worker = await startLocalWorker({ port, stateDir, logFile, variables });
  console.log(`UNCASE is running at ${worker.url}

  docs   ${worker.url}/docs
  state  ${stateDir}
  log    ${logFile}

Try it:

  curl -s ${worker.url}/api/v1/connectors/scan-pii -H 'content-type: application/json' \\
    -d '{"text": "Soy Ana Torres, mi correo es ana.torres@correo.mx"}'

Ctrl-C ends it.`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void worker.stop());
  const code = await worker.exited;
  process.exitCode = code === null || code === 0 ? 0 : 1;
}

try {
  const { values } = parseArgs({ options: { help: { type: "boolean" }, port: { type: "string" } } });
  if (values.help) console.log(HELP);
  else await main(values.port);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
