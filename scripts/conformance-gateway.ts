// Plants personal data at every position of the gateway's coverage table, in every mode, whole and streamed, openly and
// hidden, and looks for it where it must not arrive. First over the pure core, then over HTTP: the local Worker between
// a client and a provider that records what it gets and answers what it is told.
// node scripts/conformance-gateway.ts [--core-only] [--step N] [--verbose]
import { loadPrivacyEngine } from "../workers/cli/local-privacy.ts";
import { runCore } from "./conformance/core-positions.ts";
import { printHoldBack, runHoldBack } from "./conformance/hold-back.ts";
import { runHttp } from "./conformance/http-positions.ts";
import { createTally } from "./conformance/tally.ts";
import { readOptions } from "./runtime/options.ts";

const values = readOptions(import.meta.filename, {
  "core-only": { type: "boolean", default: false },
  // Over HTTP only every N-th case, for a look in between.
  step: { type: "string", default: "1" },
  verbose: { type: "boolean", default: false },
});

const tally = createTally();
const engine = loadPrivacyEngine();
runCore(tally, engine);
const holdBack = runHoldBack(tally, engine);
if (!values["core-only"]) await runHttp(tally, Number(values.step));
const { failures } = tally;
tally.print(values.verbose ? failures.length : 20);
printHoldBack(holdBack);
console.log(JSON.stringify({ ...tally.summary(), holdBack }));
process.exitCode = failures.length > 0 ? 1 : 0;
