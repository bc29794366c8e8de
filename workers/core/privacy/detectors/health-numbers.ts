// Numbers of patients, and of members of health plans.
import { range } from "../detector.ts";
import type { Detector } from "../detector.ts";
import { FILLER, hasFiveDigits, isReference, referenceAfter } from "./references.ts";

export const HEALTH_NUMBERS: readonly Detector[] = [
  {
    name: "medical-record",
    category: "MEDICAL_RECORD",
    trigger: "word",
    words:
      "mrn|medical record|medical record number|record number|patient id|patient number|chart number|nhc|h c|hc|historia|historia clinica|numero historia|historial|episodio|prontuario|expediente clinico|expediente medico|numero paciente|id paciente|paciente id|dossier patient|ipp",
    match: referenceAfter(`${FILLER}|es la|hc|nhc|mrn|nhc-|record|chart`),
    check: isReference,
    against: ["unit"],
    weak: true,
    scores: [0, 0, 0, 0.92],
  },
  {
    name: "medical-record-prefix",
    category: "MEDICAL_RECORD",
    trigger: "word",
    words: "mrn|nhc|hc",
    side: "here",
    match: /(?:MRN|NHC|HC)[-#]\d[\d-]{3,14}(?:\/\d{2,8})?/y,
    scores: [0, 0.96, 0, 0],
  },
  {
    name: "health-plan",
    category: "HEALTH_PLAN",
    trigger: "word",
    words:
      "member id|member number|member|subscriber id|health plan|health plan number|insurance id|group number|medicare|medicare number|medicaid|mbi|afiliado|afiliada|numero afiliado|nro afiliado|numero asegurado|obra social|carteirinha|cartao sus|cns|mutuelle|osde|credencial|nro socio",
    match:
      /(?:(?:n[uú]mero|number|num|no|nro|es|is|id|plan|beneficiary|the|210|310|410)[\s:.#º°]{1,3}){0,3}((?![A-Z]{3,} )(?=[A-Z0-9]{0,4}[ -]?\d)[A-Z0-9]{2,15}(?:[ /-][A-Z0-9]{1,8}){0,4}(?<=\d[A-Z]{0,3}))/y,
    check: hasFiveDigits,
    weak: true,
    scores: [0, 0, 0, 0.85],
  },
  {
    name: "health-plan-cued",
    category: "HEALTH_PLAN",
    trigger: "number",
    starts: [2, ...range(8, 15)],
    minDigits: 8,
    match: /(?:\d{2} \d{6} \d \d{2}|\d{8,15})(?![.-]?\d)/y,
    cues: ["healthPlan"],
    scores: [0, 0.65, 0, 0],
  },
  {
    name: "health-card-cued",
    category: "HEALTH_PLAN",
    trigger: "code",
    starts: range(8, 18),
    match: /[A-Z]{1,4}\d{5,14}[A-Z]?(?![-.]?[\dA-Za-z])/y,
    cues: ["insurance"],
    against: ["vin", "device", "policy", "product", "passport", "driver"],
    scores: [0, 0.78, 0, 0],
  },
  {
    name: "medicare-id",
    category: "HEALTH_PLAN",
    trigger: "code",
    starts: [4, 11],
    match:
      /[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}/y,
    cues: ["healthPlan"],
    scores: [0.7, 0.97, 0, 0],
  },
];
