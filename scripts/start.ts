// npm start: the API on this machine, with its state kept under .wrangler/ between runs.
import { join } from "node:path";
import { migrateLocal, ROOT, startLocalWorker } from "./runtime/local-worker.ts";

const HELP = `Runs the UNCASE API on this machine.

  npm start                       http://localhost:8000, state under .wrangler/state
  API_PORT=9000 npm start         another port
  UNCASE_STATE_DIR=DIR npm start  another place for the state

Every variable of .env.example is passed on to the Worker.`;

/** Variables that the Worker reads, passed on when they are set. */
const PASSED_ON = [
  "UNCASE_LOG_LEVEL",
  "API_SECRET_KEY",
  "API_CORS_ORIGINS",
  "UNCASE_OPEN_REGISTRATION",
  "UNCASE_BOOTSTRAP_TOKEN",
  "UNCASE_HF_ENDPOINT",
  "UNCASE_JUDGE",
  "UNCASE_JUDGE_MODEL",
  "UNCASE_JUDGE_PROVIDER",
  "UNCASE_ALLOWED_PRIVATE_HOSTS",
  "UNCASE_INSTALLATION_PROVIDERS_FOR",
  ...["LITELLM", "ANTHROPIC", "OPENAI", "GEMINI"].flatMap((name) => [
    `${name}_API_KEY`,
    `${name}_API_BASE`,
    `${name}_MODEL`,
  ]),
  "GOOGLE_API_KEY",
];

async function main(): Promise<void> {
  const port = Number(process.env["API_PORT"] ?? 8000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    console.error("API_PORT: must be a port number from 1 to 65535");
    process.exitCode = 2;
    return;
  }
  const stateDir = process.env["UNCASE_STATE_DIR"] ?? join(ROOT, ".wrangler", "state");
  const variables: Record<string, string> = { UNCASE_ENV: process.env["UNCASE_ENV"] ?? "development" };
  for (const name of PASSED_ON) if (process.env[name] !== undefined) variables[name] = process.env[name];
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

if (process.argv.includes("--help")) console.log(HELP);
else {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
