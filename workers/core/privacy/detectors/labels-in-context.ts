// Labels that many kinds of number share ("contract", "file", "licence", "member"): who or what is spoken of nearby tells
// which kind it is. One table of labels and the cues that decide, and one builder.
import type { CueName } from "../cues.ts";
import type { Detector } from "../detector.ts";
import { labelled } from "../labels.ts";
import type { Label } from "./label.ts";

interface ContextLabel extends Omit<Label, "score"> {
  /** Of what must be spoken of. */
  cues: readonly CueName[];
  /** Groups that speak against the label; units when absent. */
  against?: readonly CueName[];
  /** With words between the label and its value, and right behind it. */
  scores: readonly [number, number];
}

const LABELS: readonly ContextLabel[] = [
  {
    name: "medical-licence-short",
    category: "MEDICAL_LICENSE",
    words: "lic|reg",
    digits: 4,
    cues: ["medicalLicense", "clinical"],
    against: [],
    scores: [0.87, 0.93],
  },
  {
    // "matrícula del médico MP 44.188", "IL license 036-148820" behind an NPI: a licence where a doctor is spoken of.
    name: "medical-licence-prescriber",
    category: "MEDICAL_LICENSE",
    words:
      "mp|mn|col|mat|matr|matricula|lic|license|licence|license no|license number|state license|colegiado|colegiada|reg",
    digits: 5,
    cues: ["prescriber"],
    against: ["unit", "driver"],
    scores: [0.88, 0.945],
  },
  {
    // "isapre, contrato 4418820-7": what a health insurer calls a contract or a policy is the plan of its member.
    name: "health-plan-of-insurer",
    category: "HEALTH_PLAN",
    words:
      "contrato|certificado|contract|certificate|contrat|numero contrato|plan|carnet|beneficiario|beneficiaria|membership",
    digits: 5,
    spaced: true,
    cues: ["healthInsurer"],
    scores: [0.88, 0.96],
  },
  {
    // "contrat 7 204 418 P" beside a car: its policy.
    name: "policy-of-vehicle",
    category: "POLICY_NUMBER",
    words:
      "insurance|contrato|contrat|contract|seguro|certificado|certificate|insurer|aseguradora|assureur|cobertura|seguradora|numero contrato",
    digits: 5,
    spaced: true,
    cues: ["vehicle"],
    scores: [0.88, 0.955],
  },
  {
    name: "student-file",
    category: "STUDENT_ID",
    words: "expediente|ficha|credencial|folio",
    digits: 5,
    cues: ["school"],
    scores: [0.86, 0.952],
  },
  {
    // "legajo 48.221" of a police officer, a worker, a prisoner.
    name: "file-of-staff",
    category: "ID_NUMBER",
    words: "legajo|ficha|credencial|matricula|badge|gafete",
    digits: 5,
    cues: ["staff"],
    scores: [0.86, 0.953],
  },
  {
    name: "policy-of-insurance",
    category: "POLICY_NUMBER",
    words: "contrato|contrat|contract|certificado|certificate|numero contrato|bono|bond|supplement",
    digits: 5,
    spaced: true,
    cues: ["insured"],
    scores: [0.86, 0.948],
  },
  {
    name: "licence-of-lawyer",
    category: "ID_NUMBER",
    words: "t p|tp|tarjeta profesional|matricula|matricula profesional|registro|colegiado|carne",
    digits: 4,
    cues: ["lawyer"],
    against: [],
    scores: [0.86, 0.955],
  },
  {
    name: "student-code",
    category: "STUDENT_ID",
    words: "codigo|code|id|numero|clave",
    digits: 6,
    cues: ["student"],
    scores: [0.84, 0.9],
  },
  {
    name: "medical-record-file",
    category: "MEDICAL_RECORD",
    words: "exp|expediente|proc|processo|ficha|carpeta",
    digits: 4,
    cues: ["clinical"],
    scores: [0, 0.97],
  },
  {
    // "DS-160 confirmation AA00C4K7QP" of a visa, "notice 0448219931007" of a fine.
    name: "file-reference",
    category: "FILE_NUMBER",
    words:
      "ref|reference|referencia|reference number|referencia numero|confirmation|confirmation number|confirmacion|" +
      "notice|receipt|folio|reference no|our ref",
    digits: 5,
    byYear: true,
    cues: ["authority"],
    against: ["product", "unit"],
    scores: [0.7, 0.86],
  },
  {
    // "Acct 7100-338-2914 ... water bill": a customer's account, and none of a bank.
    name: "customer-account-of-bill",
    category: "ACCOUNT_NUMBER",
    words: "account|acct|cuenta|cta|account number|account no|acct no|numero cuenta|conta|compte",
    digits: 5,
    spaced: true,
    cues: ["utility", "clinical", "prescriber"],
    scores: [0.9, 0.97],
  },
  {
    name: "member-of-club",
    category: "ACCOUNT_NUMBER",
    words: "member|member id|member no|member number|membership|socio|numero socio|socia|abono|numero abono|carnet",
    digits: 3,
    spaced: true,
    cues: ["club"],
    scores: [0.88, 0.95],
  },
  {
    name: "member-of-insurance",
    category: "HEALTH_PLAN",
    words: "numero socio|socio|socio numero|nro socio|numero socia",
    digits: 5,
    spaced: true,
    cues: ["insurance", "clinical"],
    scores: [0.85, 0.93],
  },
  {
    // "El conductor exhibe registro 27.904.118": whose card it is.
    name: "driver-licence-of-driver",
    category: "DRIVER_LICENSE",
    words: "registro|carnet|carne|permiso|licencia|licence|license|lic|habilitacao|carta",
    digits: 6,
    spaced: true,
    cues: ["driver"],
    scores: [0.88, 0.955],
  },
];

export const LABELS_IN_CONTEXT: readonly Detector[] = LABELS.map(
  ({ against = ["unit"], category, cues, name, scores: [farther, behind], words, ...shape }) => ({
    name,
    category,
    trigger: "word",
    words,
    match: labelled(shape),
    cues,
    against,
    weak: true,
    scores: [0, farther, 0, behind],
  }),
);
