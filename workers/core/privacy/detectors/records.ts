import { dea, imei, luhn, npi } from "../checksums.ts";
import type { Detector, Match } from "../detector.ts";
import { range } from "../detector.ts";
import { labelled, NO_PREFIX } from "../labels.ts";

/** A reference of an institution: letters and digits in groups. The lookahead asks for a digit near the start. */
const REFERENCE = `(?!(?:${[...NO_PREFIX].join("|").toUpperCase()})\\s)(?=[A-Za-z]{0,8}[-/ ]?\\d)(?:[A-Z]{1,8}[-/ ]|[a-z]{1,4}[-/]|[A-Za-z]{0,8})\\d[0-9A-Za-z]*(?:[-/.][0-9A-Za-z]{1,20}){0,5}`;

function referenceAfter(filler: string): RegExp {
  return new RegExp(`(?:(?:${filler})[\\s:.#ºo°]{1,3}){0,3}(${REFERENCE})`, "y");
}

/** At least four letters or digits, three of them digits, and not just a year or an amount. */
function isReference(value: string): boolean {
  const digits = value.replace(/\D/g, "").length;
  return (
    digits >= 3 && value.replace(/[^0-9A-Za-z]/g, "").length >= 4 && !/^(?:(?:19|20)\d\d|\d{1,3}\/\d{1,3})$/.test(value)
  );
}

function hasFiveDigits(value: string): boolean {
  return value.replace(/\D/g, "").length >= 5;
}

const FILLER =
  "[nN][uú]mero|[nN]umber|[nN][uú]m|[nN][oO]|n|N|es|is|de|del|the|la|el|id|cl[ií]nic[oa]|m[eé]dic[oa]|electr[oó]nico|nuevo|seguro|gr[uú]a|aclaraci[oó]n|sigue|siendo|mi|your";

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

/** Numbers of health care, insurance, files, vehicles and devices. */
export const RECORDS: readonly Detector[] = [
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
    name: "medical-licence-short",
    category: "MEDICAL_LICENSE",
    trigger: "word",
    words: "lic|reg",
    match: labelled({ digits: 4 }),
    cues: ["medicalLicense", "clinical"],
    weak: true,
    scores: [0, 0.87, 0, 0.93],
  },
  {
    // "matrícula del médico MP 44.188", "IL license 036-148820" behind an NPI: a licence where a doctor is spoken of.
    name: "medical-licence-prescriber",
    category: "MEDICAL_LICENSE",
    trigger: "word",
    words:
      "mp|mn|col|mat|matr|matricula|lic|license|licence|license no|license number|state license|colegiado|colegiada|reg",
    match: labelled({ digits: 5 }),
    cues: ["prescriber"],
    against: ["unit", "driver"],
    weak: true,
    scores: [0, 0.88, 0, 0.945],
  },
  {
    // "isapre, contrato 4418820-7": what a health insurer calls a contract or a policy is the plan of its member.
    name: "health-plan-of-insurer",
    category: "HEALTH_PLAN",
    trigger: "word",
    words:
      "contrato|certificado|contract|certificate|contrat|numero contrato|plan|carnet|beneficiario|beneficiaria|membership",
    match: labelled({ digits: 5, spaced: true }),
    cues: ["healthInsurer"],
    against: ["unit"],
    weak: true,
    scores: [0, 0.88, 0, 0.96],
  },
  {
    // Receipts of the immigration service of the United States.
    name: "immigration-receipt",
    category: "FILE_NUMBER",
    trigger: "code",
    starts: [13],
    opens: "IWELSMNY",
    match: /(?:IOE|IOC|WAC|EAC|LIN|SRC|MSC|NBC|YSC)\d{10}/y,
    scores: [0.9, 0.9, 0, 0],
  },
  {
    name: "alien-number",
    category: "ID_NUMBER",
    trigger: "code",
    starts: [4, 9, 10],
    opens: "A",
    match: /A(?:\d{2,3}[ -]\d{3}[ -]\d{3}|\d{8,9})(?![ -]?\d)/y,
    cues: ["immigration"],
    scores: [0, 0.88, 0, 0],
  },
  {
    // "contrat 7 204 418 P" beside a car: its policy.
    name: "policy-of-vehicle",
    category: "POLICY_NUMBER",
    trigger: "word",
    words:
      "insurance|contrato|contrat|contract|seguro|certificado|certificate|insurer|aseguradora|assureur|cobertura|seguradora|numero contrato",
    match: labelled({ digits: 5, spaced: true }),
    cues: ["vehicle"],
    against: ["unit"],
    weak: true,
    scores: [0, 0.88, 0, 0.955],
  },
  {
    name: "student-file",
    category: "STUDENT_ID",
    trigger: "word",
    words: "expediente|ficha|credencial|folio",
    match: labelled({ digits: 5 }),
    cues: ["school"],
    against: ["unit"],
    weak: true,
    scores: [0, 0.86, 0, 0.952],
  },
  {
    // "legajo 48.221" of a police officer, a worker, a prisoner.
    name: "file-of-staff",
    category: "ID_NUMBER",
    trigger: "word",
    words: "legajo|ficha|credencial|matricula|badge|gafete",
    match: labelled({ digits: 5 }),
    cues: ["staff"],
    against: ["unit"],
    weak: true,
    scores: [0, 0.86, 0, 0.953],
  },
  {
    name: "policy-of-insurance",
    category: "POLICY_NUMBER",
    trigger: "word",
    words: "contrato|contrat|contract|certificado|certificate|numero contrato|bono|bond|supplement",
    match: labelled({ digits: 5, spaced: true }),
    cues: ["insured"],
    against: ["unit"],
    weak: true,
    scores: [0, 0.86, 0, 0.948],
  },
  {
    name: "licence-of-lawyer",
    category: "ID_NUMBER",
    trigger: "word",
    words: "t p|tp|tarjeta profesional|matricula|matricula profesional|registro|colegiado|carne",
    match: labelled({ digits: 4 }),
    cues: ["lawyer"],
    weak: true,
    scores: [0, 0.86, 0, 0.955],
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
    // Of a Spanish card of identity or of stay.
    name: "number-of-support",
    category: "ID_NUMBER",
    trigger: "word",
    words: "soporte|numero soporte|num soporte|idesp",
    match: /[A-Z]{1,3}\d{6,8}(?![\dA-Za-z-])/y,
    scores: [0, 0.93, 0, 0],
  },
  {
    // A permit of stay of Colombia; the abbreviation is of passports as well, which have letters.
    name: "permit-colombia",
    category: "ID_NUMBER",
    trigger: "word",
    words: "ppt|pep|permiso proteccion temporal",
    match: /\d{6,8}(?![\dA-Za-z-])/y,
    scores: [0, 0.97, 0, 0],
  },
  {
    name: "student-code",
    category: "STUDENT_ID",
    trigger: "word",
    words: "codigo|code|id|numero|clave",
    match: labelled({ digits: 6 }),
    cues: ["student"],
    against: ["unit"],
    weak: true,
    scores: [0, 0.84, 0, 0.9],
  },
  {
    name: "device-name",
    category: "DEVICE_ID",
    trigger: "word",
    words: "desktop|laptop|win",
    side: "here",
    match: /(?:DESKTOP|LAPTOP|WIN)-(?=[A-Z]{0,10}\d)[A-Z0-9]{6,12}/y,
    scores: [0, 0.93, 0, 0],
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
    name: "medical-record-file",
    category: "MEDICAL_RECORD",
    trigger: "word",
    words: "exp|expediente|proc|processo|ficha|carpeta",
    match: labelled({ digits: 4 }),
    cues: ["clinical"],
    against: ["unit"],
    weak: true,
    scores: [0, 0, 0, 0.97],
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
  {
    name: "policy",
    category: "POLICY_NUMBER",
    trigger: "word",
    words:
      "poliza|polizas|policy|policy number|policy no|apolice|police assurance|numero poliza|poliza numero|poliza salud|poliza auto|poliza vida|poliza seguro",
    match: referenceAfter(FILLER),
    check: isReference,
    against: ["unit"],
    weak: true,
    scores: [0, 0, 0, 0.88],
  },
  {
    name: "policy-letters",
    category: "POLICY_NUMBER",
    trigger: "word",
    words: "policy number|policy no|policy|poliza",
    match:
      /(?:(?:number|no|is|n[uú]mero|es)[\s:.#]{1,2}){0,2}([A-Za-z]{2,4} \d{3,14}(?: \d{2,8}){0,2}(?<=\d.{0,3}\d.{0,3}\d.{0,3}\d.{0,3}\d))/y,
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "file-number",
    category: "FILE_NUMBER",
    trigger: "word",
    words:
      "expediente|expediente numero|folio|radicado|radicacion|siniestro|claim|claim number|claim no|claim id|case number|case no|case id|file number|docket|causa|rit|protocolo|escritura|carpeta investigacion|incidencia|incidente|reclamo|reclamacion|telegrama|numero expediente|processo|dossier|expediente id|radicado id|numero tramite|contrato|contract number|acta|averiguacion|registrada como|registrado como|cita id|numero cita|appointment id|appointment number",
    match: referenceAfter(FILLER),
    check: isReference,
    against: ["unit"],
    weak: true,
    scores: [0, 0, 0, 0.72],
  },
  {
    name: "file-number-spaced",
    category: "FILE_NUMBER",
    trigger: "word",
    words: "claim number|claim no|claim",
    match: /(?:(?:number|no|is)[\s:.#]{1,2}){0,2}([A-Za-z]{3} \d{3,4})(?![.,]?\d)/y,
    scores: [0, 0.72, 0, 0],
  },
  {
    name: "telegram",
    category: "FILE_NUMBER",
    trigger: "code",
    starts: [2],
    match: /C[DA] \d{9}(?!\d)/y,
    cues: ["file"],
    scores: [0.4, 0.85, 0, 0],
  },
  {
    name: "file-number-mexico",
    category: "FILE_NUMBER",
    trigger: "word",
    words: "carpeta investigacion|carpeta|ci|investigacion",
    match: /[A-Z]{2}-[A-Z]{2,8}(?:\/[A-Z0-9-]{1,10}){1,5}(?: [A-Z]\/[A-Z])?\/[A-Z0-9/-]{0,12}\d{3,6}\/\d{1,2}-\d{4}/y,
    scores: [0, 0.9, 0, 0],
  },
  {
    // Files of the courts of Brazil and Colombia.
    name: "file-number-court",
    category: "FILE_NUMBER",
    trigger: "number",
    starts: [5, 7],
    next: "-",
    minDigits: 20,
    match: /(?:\d{7}-\d{2}\.\d{4}\.\d\.\d{2}\.\d{4}|\d{5}-\d{2}-\d{2}-\d{3}-\d{4}-\d{5}-\d{2})(?![-.]?\d)/y,
    scores: [0.95, 0.97, 0, 0],
  },
  {
    // Federal courts of the United States: "3:24-cr-00417".
    name: "file-number-federal",
    category: "FILE_NUMBER",
    trigger: "number",
    starts: [1],
    next: ":",
    match: /\d:\d{2}-(?:cr|cv|mc|bk|mj|po|md|ap)-\d{3,6}(?:-[A-Z]{2,4}){0,3}(?![-\d])/y,
    scores: [0.95, 0.97, 0, 0],
  },
  {
    // Argentina: "EX-2023-48120937- -APN-DNM#MI".
    name: "file-number-argentina",
    category: "FILE_NUMBER",
    trigger: "code",
    starts: [2],
    match:
      /(?:EX|IF|NO|RE|RESOL|DI|DISPO)-\d{4}-\d{4,10}-\s?-\s?[A-Z]{2,10}(?:-[A-Z]{2,10})?(?:#[A-Z]{2,10})?(?![\p{L}\d])/uy,
    scores: [0.95, 0.97, 0, 0],
  },
  {
    name: "file-number-ref",
    category: "FILE_NUMBER",
    trigger: "word",
    words: "ref|reference|referencia|our ref|your ref|s ref|n ref|nuestra ref|notre ref|vos ref|nos ref",
    // Numbers alone are of a catalogue, unless the last is a year.
    match:
      /(?=[0-9/]{0,24}[A-Z]|\d{2,8}\/(?:20)?\d\d(?![\d/]))[A-Z0-9]{2,8}(?:\/[A-Z0-9]{2,8}){1,3}(?<=\d{3}[A-Z0-9/]{0,12})(?![-/\d\p{L}]|\.[\p{L}\d])/uy,
    against: ["product"],
    scores: [0, 0.82, 0, 0],
  },
  {
    // "DS-160 confirmation AA00C4K7QP" of a visa, "notice 0448219931007" of a fine.
    name: "file-reference",
    category: "FILE_NUMBER",
    trigger: "word",
    words:
      "ref|reference|referencia|reference number|referencia numero|confirmation|confirmation number|confirmacion|" +
      "notice|receipt|folio|reference no|our ref",
    match: labelled({ digits: 5, byYear: true }),
    cues: ["authority"],
    against: ["product", "unit"],
    weak: true,
    scores: [0, 0.7, 0, 0.86],
  },
  {
    name: "protocol",
    category: "FILE_NUMBER",
    trigger: "word",
    words: "protocolo|rit|rol",
    side: "here",
    match:
      /(?:protocolo[ :]{1,2}(?:n[uú]mero |n[oº.]{1,2} )?\d{1,3}(?:[.,]?\d{3}){0,2} (?:de|\/) ?(?:19|20)\d{2}|(?:rit|rol)[ :]{1,2}([A-Z]-\d{1,6}-(?:19|20)\d{2}))(?!\d)/iy,
    scores: [0, 0.75, 0, 0],
  },
  {
    name: "deed",
    category: "FILE_NUMBER",
    trigger: "word",
    words: "escritura",
    side: "here",
    match:
      /escritura[ :]{1,2}(?:p[uú]blica )?(?:n[uú]mero |n[oº.]{1,2} )?\d{1,3}(?:[.,]?\d{3}){0,2}(?: (?:del )?(?:volumen|tomo|libro) \d{1,5})?/iy,
    scores: [0, 0.7, 0, 0],
  },
  {
    name: "order-number",
    category: "FILE_NUMBER",
    trigger: "word",
    words:
      "orden|order|order number|ticket|ticket number|booking|booking number|reservation|reserva|reservacion|confirmation|confirmation number|reference number|localizador|pnr|reporte|clave rastreo|rastreo|tracking|tracking number|guia",
    match: referenceAfter(FILLER),
    check: isReference,
    weak: true,
    scores: [0, 0, 0, 0.38],
  },
  {
    name: "customer-number",
    category: "ACCOUNT_NUMBER",
    trigger: "word",
    words:
      "cliente id|numero cliente|customer id|customer number|customer no|client id|cupo|suministro|abonado|loyalty number|numero socio|membership number|cuenta contrato",
    match: referenceAfter(FILLER),
    check: isReference,
    against: ["unit"],
    weak: true,
    scores: [0, 0, 0, 0.7],
  },
  {
    // "Acct 7100-338-2914 ... water bill": a customer's account, and none of a bank.
    name: "customer-account-of-bill",
    category: "ACCOUNT_NUMBER",
    trigger: "word",
    words: "account|acct|cuenta|cta|account number|account no|acct no|numero cuenta|conta|compte",
    match: labelled({ digits: 5, spaced: true }),
    cues: ["utility", "clinical", "prescriber"],
    against: ["unit"],
    weak: true,
    scores: [0, 0.9, 0, 0.97],
  },
  {
    name: "member-of-club",
    category: "ACCOUNT_NUMBER",
    trigger: "word",
    words: "member|member id|member no|member number|membership|socio|numero socio|socia|abono|numero abono|carnet",
    match: labelled({ digits: 3, spaced: true }),
    cues: ["club"],
    against: ["unit"],
    weak: true,
    scores: [0, 0.88, 0, 0.95],
  },
  {
    name: "member-of-insurance",
    category: "HEALTH_PLAN",
    trigger: "word",
    words: "numero socio|socio|socio numero|nro socio|numero socia",
    match: labelled({ digits: 5, spaced: true }),
    cues: ["insurance", "clinical"],
    against: ["unit"],
    weak: true,
    scores: [0, 0.85, 0, 0.93],
  },
  {
    name: "steam-account",
    category: "ACCOUNT_NUMBER",
    trigger: "number",
    starts: [17],
    opens: "7",
    match: /7656119\d{10}/y,
    scores: [0.9, 0.95, 0, 0],
  },
  {
    name: "student-ine-france",
    category: "STUDENT_ID",
    trigger: "word",
    words: "ine|numero ine|ine etudiant",
    match: /\d{9}[A-Z]{2}(?![A-Za-z\d])|\d{10}[A-Z](?![A-Za-z\d])/y,
    scores: [0, 0.93, 0, 0],
  },
  {
    name: "student-number",
    category: "STUDENT_ID",
    trigger: "word",
    words:
      "student id|student number|matricula|numero control|boleta|legajo|codigo estudiante|matricula alumno|matricula alumna|alumno id|numero alumno|numero matricula",
    match: referenceAfter(FILLER),
    check: hasFiveDigits,
    against: ["unit"],
    weak: true,
    scores: [0, 0, 0, 0.75],
  },
  {
    name: "student-cued",
    category: "STUDENT_ID",
    trigger: "number",
    starts: range(7, 10),
    match: /\d{7,10}(?![.-]?\d)/y,
    cues: ["student"],
    scores: [0, 0.6, 0, 0],
  },
  {
    name: "cadastral-reference",
    category: "CADASTRAL_REF",
    trigger: "code",
    starts: [20],
    match: /\d{7}[A-Z]{2}\d{4}[A-Z]\d{4}[A-Z]{2}/y,
    cues: ["cadastral"],
    scores: [0.9, 0.98, 0, 0],
  },
  {
    name: "cups-spain",
    category: "ACCOUNT_NUMBER",
    trigger: "code",
    starts: [20, 22],
    match: /ES\d{16}[A-Z]{2}(?:\d[A-Z])?/y,
    scores: [0.9, 0, 0, 0],
  },
  {
    name: "imei",
    category: "DEVICE_ID",
    trigger: "number",
    starts: [2, 15],
    minDigits: 15,
    match: /(?:\d{15}|\d{2}[ -]\d{6}[ -]\d{6}[ -]\d)(?![.-]?\d)/y,
    check: imei,
    cues: ["device"],
    scores: [0, 0.85, 0.45, 0.99],
  },
  {
    name: "imei-alone",
    category: "DEVICE_ID",
    trigger: "number",
    starts: [15],
    opens: "389",
    match: /(?:35|86|99)\d{13}(?![.-]?\d)/y,
    check: imei,
    weak: true,
    against: ["product", "order", "money"],
    scores: [0, 0, 0.6, 0.6],
  },
  {
    name: "iccid",
    category: "DEVICE_ID",
    trigger: "number",
    starts: [19, 20],
    match: /89\d{17,18}(?!\d)/y,
    check: luhn,
    cues: ["device", "phone"],
    scores: [0, 0.8, 0.6, 0.97],
  },
  {
    // "s/n" is "sin número" before a postal code and its town.
    name: "device-labelled",
    category: "DEVICE_ID",
    trigger: "word",
    words:
      "imei|imsi|s n|serial|serial number|serial no|numero serie|device id|device identifier|udi|anydesk|teamviewer|iccid|android id",
    match:
      /(?:(?:number|n[uú]mero|no|es|is|id|del|de|the)[\s:.#º°]{1,3}){0,3}((?!\d{5}\.? \p{Lu}[\p{Ll}'’])(?!(?:DEMO|TEST|SAMPLE)-)(?=[A-Z0-9]{0,8}-?\d)[A-Z0-9]{4,20}(?:[ -]\d{2,6}){0,3}(?<=\d[A-Z]{0,6}))/uy,
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "device-serial",
    category: "DEVICE_ID",
    trigger: "word",
    words: "serie|serial|s n",
    match: /(?=[A-Z0-9]{0,11}\d)(?=[A-Z0-9]{0,11}[A-Z])[A-Z0-9]{9,14}(?![-/.]?[A-Za-z0-9])/y,
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "uuid",
    category: "DEVICE_ID",
    trigger: "code",
    starts: [8],
    match: /[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}/y,
    cues: ["device"],
    scores: [0.2, 0.85, 0, 0],
  },
  // Long numbers and codes that nothing explains: the gate masks them, live traffic does not.
  {
    name: "long-number",
    category: "ID_NUMBER",
    trigger: "number",
    starts: range(9, 24),
    match: /\d{9,24}(?![.,]?\d)/y,
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
