// Plants personal data at every position of the gateway's coverage table, in every mode, whole and streamed, openly and
// hidden, and looks for it where it must not arrive: `node scripts/conformance-gateway.ts [--verbose]`.
import { parseArgs } from "node:util";
import { loadPrivacyEngine } from "../workers/cli/local-privacy.ts";
import { runCore } from "./conformance/core-positions.ts";
import { createTally } from "./conformance/tally.ts";

const { values } = parseArgs({ options: { verbose: { type: "boolean", default: false } } });

const tally = createTally();
runCore(tally, loadPrivacyEngine());
const { failures } = tally;
tally.print(values.verbose ? failures.length : 20);
console.log(JSON.stringify(tally.summary()));
process.exitCode = failures.length > 0 ? 1 : 0;
