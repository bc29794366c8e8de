// Numbers of doctors, nurses and prescribers.
import { dea, npi } from "../checksums.ts";
import type { Detector, Match } from "../detector.ts";

const DOCTORS_NUMBER = /(?:(?:n[uú]m(?:ero)?|no|nro|n[º°])\.?\s)?(\d{6,8})(?![.,-]?\d)/iy;
const DOCTOR =
  /(?<!\p{L})(?:m[eé]dic[oa]s?|doctora?|dra?|mtra?\.? en|psic[oó]log[oa]|odont[oó]log[oa]|dentista|enfermer[oa]|cirujan[oa]|especialista|pediatra|ginec[oó]log[oa]|cardi[oó]log[oa]|perito|tratante|receta|prescri\p{L}{2,8}|nutri[oó]log[oa]|fisioterapeuta|veterinari[oa]|arquitect[oa]|notari[oa]|contador p[uú]blico)(?!\p{L})/iu;
const DOCTOR_CHARS = 48;

/** The number behind "cédula" where a doctor is spoken of: a licence, and not a number of identity. */
function matchDoctorsNumber(text: string, at: number): Match | null {
  DOCTORS_NUMBER.lastIndex = at;
  const match = DOCTORS_NUMBER.exec(text);
  if (match === null) return null;
  const end = at + match[0].length;
  const around = text.slice(Math.max(0, at - DOCTOR_CHARS), at) + text.slice(end, end + DOCTOR_CHARS / 2);
  return DOCTOR.test(around) ? { start: end - match[1]!.length, end } : null;
}

export const MEDICAL_LICENCES: readonly Detector[] = [
  {
    name: "npi",
    category: "MEDICAL_LICENSE",
    trigger: "number",
    starts: [10],
    match: /[12]\d{9}(?![.-]?\d)/y,
    check: npi,
    cues: ["medicalLicense"],
    scores: [0, 0.6, 0, 0.97],
  },
  {
    name: "dea",
    category: "MEDICAL_LICENSE",
    trigger: "code",
    starts: [9],
    match: /[ABCDEFGHJKLMPRSTUX][A-Z9]\d{7}/y,
    check: dea,
    weak: true,
    cues: ["medicalLicense", "prescriber"],
    scores: [0, 0.7, 0.55, 0.98],
  },
  {
    name: "medical-licence",
    category: "MEDICAL_LICENSE",
    trigger: "word",
    words:
      "cedula profesional|ced prof|cedprof|cedula especialidad|num colegiado|n col|ncol|numero colegiado|colegiado|colegiada|colegiatura|cmp|matricula nacional|matricula provincial|mn|mp|crm|coren|npi|dea|rpps|gmc|medical license|license number|registro medico|reg med|cedula",
    match:
      /(?:(?:profesional|n[uú]mero|number|no|num|es|la|de|especialidad)[\s:.#ºo°]{1,3}){0,3}((?:(?!(?:SP|RJ|MG|RS|PR|BA|DF|SC|CE|PE|GO|ES)[ -])[A-Z]{2}[ -]?)?\d{2}(?:[ /]\d{2})?[ /]?\d{3,8}(?:-\d)?)(?![.,]?\d)/y,
    against: ["cedula"],
    scores: [0, 0.74, 0, 0],
  },
  {
    // "NºCol: 28 28": the number of a college's member in two parts, the province's first, or cut short.
    name: "medical-licence-province",
    category: "MEDICAL_LICENSE",
    trigger: "word",
    words: "col|colegiado|colegiada|ncol",
    match:
      /(?<=(?:n[º°o.]{1,2}\s?|n[uú]m(?:ero)?\.?\s(?:de\s)?)?col(?:egiad[oa])?[\s.:]{1,4})\d{2} \d{2}(?: \d{3,6})?(?![.,/-]?\d)/iy,
    scores: [0, 0.74, 0, 0],
  },
  {
    name: "medical-licence-cued",
    category: "MEDICAL_LICENSE",
    trigger: "number",
    starts: [7, 8],
    match: /\d{7,8}(?![.,-]?\d)/y,
    cues: ["professionalLicence"],
    scores: [0, 0.82, 0, 0],
  },
  {
    // "médico tratante: cédula 9365072", "receta de ced. 9920148": whose number it is tells what it is.
    name: "medical-licence-of-doctor",
    category: "MEDICAL_LICENSE",
    trigger: "word",
    words: "cedula|ced|cedula numero|cedula no",
    match: matchDoctorsNumber,
    scores: [0, 0.96, 0, 0],
  },
  {
    name: "medical-licence-of-state",
    category: "MEDICAL_LICENSE",
    trigger: "word",
    words: "licensed|lic|license|licence",
    match:
      /(?:in\s|by\s)(?:the\s)?(?:state\sof\s)?(?:[A-Z]{2}|[A-Z][a-z]{3,12})[,:]?\s(?:(?:no|#|lic)\.?\s?)?([A-Z]{0,3}-?\d{5,8})(?![\d-])/y,
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "nurse-pin",
    category: "MEDICAL_LICENSE",
    trigger: "code",
    starts: [8],
    opens: "0123456789",
    match: /\d{2}[A-I]\d{4}[A-Z]/y,
    cues: ["medicalLicense"],
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "medical-licence-last-digits",
    category: "MEDICAL_LICENSE",
    trigger: "word",
    words: "cedula termina|especialidad termina|colegiado termina",
    match: /(?:en\s)?(\d{3,4})(?![.,]?\d)/y,
    scores: [0, 0.85, 0, 0],
  },
];
