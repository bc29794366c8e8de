// npm run types: one TypeScript program per runtime, so that core/ cannot see Node, the DOM or a binding.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./runtime/local-worker.ts";

const PROGRAMS = ["tsconfig.core.json", "tsconfig.json", "tsconfig.node.json"];
let failed = 0;
for (const program of PROGRAMS) {
  const tsc = join(ROOT, "node_modules", ".bin", "tsc");
  if (spawnSync(tsc, ["-p", program], { cwd: ROOT, stdio: "inherit" }).status !== 0) failed += 1;
}
console.log(failed === 0 ? `types: ${PROGRAMS.length} programs, no errors` : `types: ${failed} programs with errors`);
process.exitCode = failed === 0 ? 0 : 1;
