// Our own ways to run Layer 0, from the parts up; the same code runs in Node and in workerd.
import { DETECTORS } from "../../workers/core/privacy/detectors/table.ts";
import { createPrivacyEngine } from "../../workers/core/privacy/engine.ts";
import type { PrivacyEngine } from "../../workers/core/privacy/engine.ts";
import { createRecogniser } from "../../workers/core/privacy/recogniser.ts";
import { createStructuredScanner } from "../../workers/core/privacy/scanner.ts";

const REGIONS = ["MX", "ES", "US", "AR", "CO", "CL", "PE", "BR", "FR", "PT", "GB"];

export type Run = (text: string) => unknown;

/** By name; each is built when it is asked for, so that its set-up can be timed. */
export function createSubjects(models: () => { weights: ArrayBuffer; lexicon: ArrayBuffer }): Map<string, () => Run> {
  const everything = (): PrivacyEngine => {
    const { weights, lexicon } = models();
    return createPrivacyEngine({ recogniser: createRecogniser(weights, lexicon) });
  };
  return new Map<string, () => Run>([
    [
      "structured detectors",
      () => {
        const scan = createStructuredScanner(DETECTORS, REGIONS);
        return (text) => scan(text);
      },
    ],
    [
      "names only",
      () => {
        const { weights, lexicon } = models();
        const recogniser = createRecogniser(weights, lexicon);
        return (text) => recogniser.recognise(text);
      },
    ],
    [
      "everything on, gateway",
      () => {
        const engine = everything();
        return (text) => engine.scan(text, { policy: "gateway" });
      },
    ],
    [
      "everything on, gate",
      () => {
        const engine = everything();
        return (text) => engine.scan(text, { policy: "gate" });
      },
    ],
    [
      "anonymised, gate",
      () => {
        const engine = everything();
        return (text) => engine.anonymise([text], { policy: "gate" });
      },
    ],
  ]);
}
