#!/usr/bin/env node
// The package's command. The sources are TypeScript and run as they are: from Node 22.18 on by itself, and in a folder
// called node_modules, where Node refuses to, by a hook. An older Node hands over to the one that the package's
// own install brought along.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const main = new URL("../workers/cli/main.ts", import.meta.url);
const [major, minor] = process.versions.node.split(".").map(Number);

if (major > 22 || (major === 22 && minor >= 18)) {
  await import("./strip-types.mjs");
  await import(main.href);
} else {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const bundled = fileURLToPath(new URL(`../node_modules/node/bin/${name}`, import.meta.url));
  if (!existsSync(bundled)) {
    process.stderr.write(`uncase needs Node 22.18 or newer; this is ${process.versions.node} (${process.execPath})\n`);
    process.exit(2);
  }
  const child = spawnSync(bundled, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  if (child.error) throw child.error;
  if (child.signal) process.kill(process.pid, child.signal);
  process.exit(child.status ?? 1);
}
