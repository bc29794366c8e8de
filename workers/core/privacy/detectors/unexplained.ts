// Long numbers and codes that nothing explains: the gate masks them, live traffic does not.
import { range } from "../detector.ts";
import type { Detector } from "../detector.ts";

export const UNEXPLAINED: readonly Detector[] = [
  {
    name: "long-number",
    category: "ID_NUMBER",
    trigger: "number",
    starts: range(9, 24),
    // Its check digits may stand apart, and belong to it.
    match: /\d{9,24}(?:[-/]\d{1,2}(?![\d/-]))?(?!\.?\d)/y,
    against: ["money", "product", "measure", "version"],
    scores: [0.32, 0, 0, 0],
  },
  {
    name: "long-code",
    category: "ID_NUMBER",
    trigger: "code",
    starts: range(12, 30),
    match: /(?=[A-Z]{0,8}\d{6})[A-Z0-9]{12,30}/y,
    against: ["product", "version"],
    scores: [0.32, 0, 0, 0],
  },
];
