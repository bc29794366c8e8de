// A thread that answers JSON lines for `uncase scan --jsonl` and `uncase shield --jsonl`.
import { enableCompileCache } from "node:module";
import "./strip-types.mjs";

enableCompileCache();
await import("../workers/cli/line-worker.ts");
