// Makes a fresh clone ready and then runs something with the project's own Node. Plain JavaScript for any Node from 20
// on, because it runs before anything is installed:
//   node scripts/setup.mjs [--quiet] [FILE ARGUMENT...]
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const own = (...parts) => join(root, ...parts);
const stampFile = own("node_modules", ".uncase-setup");

const args = process.argv.slice(2);
const quiet = args[0] === "--quiet";
if (quiet) args.shift();

/** Installs exactly what the lock file says, once per version of the lock file. */
function installPackages() {
  const lock = createHash("sha256")
    .update(readFileSync(own("package-lock.json")))
    .digest("hex");
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, "utf8") : "";
  if (stamp === lock && existsSync(nodeBinary())) return;
  process.stderr.write("Installing packages (once; about a minute) ...\n");
  const npm = spawnSync("npm", ["ci", "--loglevel=error", "--no-fund", "--no-audit"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (npm.status !== 0) {
    process.stderr.write("npm ci failed; see the messages above.\n");
    process.exit(1);
  }
  writeFileSync(stampFile, lock);
}

function nodeBinary() {
  return own("node_modules", "node", "bin", "node");
}

/** Replaces a file that differs, in one step: several commands may get ready at the same time. */
function copyChanged(from, to) {
  if (existsSync(to) && readFileSync(to).equals(readFileSync(from))) return;
  mkdirSync(dirname(to), { recursive: true });
  const fresh = `${to}.${process.pid}`;
  copyFileSync(from, fresh);
  renameSync(fresh, to);
}

/** Static assets of the Worker: curated data and the page of the API reference. */
function copyAssets() {
  const target = own("dist", "assets");
  for (const entry of readdirSync(own("seeds"), { recursive: true, withFileTypes: true })) {
    const from = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile()) copyChanged(from, join(target, relative(root, from)));
  }
  const reference = own("node_modules", "@scalar", "api-reference", "dist", "browser", "standalone.js");
  copyChanged(reference, join(target, "docs-assets", "scalar.js"));
}

installPackages();
copyAssets();
if (args.length === 0) {
  if (!quiet) process.stderr.write("Ready.\n");
} else {
  const path = `${own("node_modules", ".bin")}:${process.env.PATH ?? ""}`;
  // The callee may be a script of ours or a package's; both are given relative to the root, its own files are not.
  const [file, ...rest] = args;
  const child = spawn(nodeBinary(), ["--disable-warning=ExperimentalWarning", own(file), ...rest], {
    stdio: "inherit",
    env: { ...process.env, PATH: path },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal === null ? code : 1));
}
