// The process that holds the local runtime: `node serve.ts PORT STATE_DIR NAME=VALUE...`. It bundles the Worker once
// and does not watch the sources: what runs is what was there at the start.
import { join } from "node:path";
import { unstable_startWorker } from "wrangler";
import { ROOT } from "./local-worker.ts";

const [port = "8000", stateDir = "", ...variables] = process.argv.slice(2);

const bindings = Object.fromEntries(
  variables.map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return [name, { type: "secret_text" as const, value: value.join("=") }];
  }),
);

const worker = await unstable_startWorker({
  config: join(ROOT, "wrangler.toml"),
  bindings,
  dev: {
    persist: stateDir,
    remote: false,
    watch: false,
    liveReload: false,
    inspector: false,
    logLevel: "log",
    server: { hostname: "127.0.0.1", port: Number(port), secure: false },
  },
});
await worker.ready;

let ending = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (ending) return;
    ending = true;
    void worker.dispose().then(() => process.exit(0));
  });
}
