import { createPrivacyEngine } from "../core/privacy/engine.ts";
import type { PrivacyEngine } from "../core/privacy/engine.ts";
import { createRecogniser } from "../core/privacy/recogniser.ts";
import { loadRecogniserFiles } from "./model-files.ts";

/** The whole of Layer 0, with the recogniser's weights of the package. */
export function loadPrivacyEngine(): PrivacyEngine {
  const { weights, lexicon } = loadRecogniserFiles();
  return createPrivacyEngine({ recogniser: createRecogniser(weights, lexicon) });
}
