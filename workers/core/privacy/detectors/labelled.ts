import type { Detector } from "../detector.ts";
import { labelled } from "../labels.ts";
import type { LabelledShape } from "../labels.ts";

/** A kind of number and the words that announce it, in es, en, pt and fr; keys of files and forms are among them. */
interface Label extends LabelledShape {
  name: string;
  category: string;
  words: string;
  /** Of a value right behind its label, where another label of the same words would win. */
  score?: number;
}

const LABELS: readonly Label[] = [
  {
    name: "record-number",
    category: "MEDICAL_RECORD",
    digits: 4,
    spaced: true,
    words:
      "mrn|nhc|medical record no|medical record number|hospital number|hospital no|hosp no|hosp number|hospital id|unit number|chart number|chart no|patient no|patient number|patient ref|patient reference|paciente numero|numero paciente|registro hospitalario|registro clinico|numero registro clinico|historia clinica|hist clin|hist clinica|h clinica|hcl|hcu|exp clinico|expediente clinico|ficha clinica|numero ficha|ficha paciente|prontuario|processo clinico|proc clinico|dossier medical|dossier patient|numero patient|ipp|nip patient|pulsera|brazalete|wristband|bracelet|pulseira|accession number|specimen id|sample id",
  },
  {
    name: "record-number-loose",
    category: "MEDICAL_RECORD",
    digits: 4,
    loose: true,
    words: "hc|h c|ficha|chart",
  },
  {
    name: "plan-number",
    category: "HEALTH_PLAN",
    digits: 5,
    spaced: true,
    words:
      "member id|member no|member number|membership id|subscriber id|subscriber no|subscriber number|subscriber|enrollee id|insurance id|insurance no|insurance number|insurance member|policyholder id|medicaid id|medicaid no|medicaid number|medicare id|medicare no|medicare number|medicare beneficiary|beneficiary id|beneficiary number|plan id|health card|health insurance id|health insurance number|group no|bluecross id|blue cross id|bcbs id|aetna id|cigna id|humana id|kaiser id|numero afiliado|afiliado numero|afiliado no|numero afiliada|numero asegurado|asegurado numero|asegurado no|numero asegurada|id afiliado|id asegurado|numero beneficiario|numero beneficiaria|numero socio|nro socio|socio numero|numero credencial|credencial numero|credencial afiliado|carnet afiliado|cip|cipa|sip|tsi|tis|naf sanitario|cartilla|numero cartilla|cartilla salud|tarjeta sanitaria|numero tarjeta sanitaria|obra social|prepaga|osde|swiss medical|galeno|medife|convenio|numero convenio|carteirinha|numero carteirinha|carteira convenio|numero utente|utente|sns|cartao sus|cartao nacional|cartao nacional saude|nacional saude|cns|plano saude|cartao saude|numero beneficiaire|adherent|numero adherent|mutuelle|numero mutuelle|contrat mutuelle|cmu|css",
  },
  {
    name: "plan-number-loose",
    category: "HEALTH_PLAN",
    digits: 5,
    spaced: true,
    loose: true,
    words: "medicare|medicaid|afiliado|afiliada|asegurado|asegurada|member|isapre|fonasa|pcn|insured",
  },
  {
    name: "policy-number",
    category: "POLICY_NUMBER",
    digits: 4,
    spaced: true,
    words:
      "soat|insured under|insured with|policy number|policy no|policy nr|policy id|policy ref|poliza|polizas|poliza numero|numero poliza|pol no|pol num|apolice|numero apolice|numero police|police assurance|contrat assurance|contrato seguro|certificate insurance|insurance certificate|insurance policy|renewal|breakdown membership|seguro auto|seguro coche",
  },
  {
    name: "policy-number-loose",
    category: "POLICY_NUMBER",
    digits: 5,
    spaced: true,
    loose: true,
    words: "policy|seguro|assurance|membership",
  },
  {
    name: "case-number",
    category: "FILE_NUMBER",
    digits: 4,
    byYear: true,
    words:
      "case number|case no|case ref|case reference|case id|cause no|cause number|cause id|docket no|docket number|docket|court ref|court reference|court number|court file|claim ref|claim reference|claim number|claim no|crime ref|crime reference|crime number|crime no|incident number|incident no|incident ref|report number|report no|police report|police ref|insurer ref|insurer reference|insurers ref|our ref|file no|file number|file ref|ccj reference|ccj number|numero expediente|expediente|expediente numero|expte|expte numero|exp administrativo|exp judicial|expediente administrativo|expediente judicial|autos numero|numero autos|causa numero|causa penal|numero causa|carpeta investigacion|carpeta judicial|numero carpeta|nuc|cui denuncia|averiguacion previa|numero averiguacion|juicio|numero juicio|toca|amparo|amparo directo|folio reporte|numero reporte|reporte numero|folio siniestro|numero siniestro|siniestro|siniestro numero|numero denuncia|denuncia|denuncia numero|atestado|atestado numero|diligencias|diligencias previas|procedimiento abreviado|nig|radicado|numero radicado|spoa|noticia criminal|numero tramite|numero proceso|proceso numero|rit|ruc causa|rol causa|processo|numero processo|processo numero|protocolo|numero protocolo|boletim ocorrencia|inquerito|numero inquerito|dossier|numero dossier|numero rg|rg tribunal|numero parquet|numero sinistre|sinistre|plainte|numero plainte",
  },
  {
    name: "case-number-spaced",
    category: "FILE_NUMBER",
    digits: 6,
    spaced: true,
    words: "va file|va claim|claim number|docket number|file ref|notre reference|votre reference",
  },
  {
    name: "case-number-loose",
    category: "FILE_NUMBER",
    digits: 4,
    loose: true,
    byYear: true,
    words: "exp|carpeta|case|cause|claim|oficio|acta|rol|reclamo|reclamacion|proc",
  },
  {
    name: "client-number",
    category: "ACCOUNT_NUMBER",
    digits: 4,
    words:
      "partida|numero partida|customer number|customer no|customer nr|customer id|customer code|customer ref|customer reference|client number|client no|client id|client code|client ref|client reference|account ref|account reference|account id|account code|membership number|membership no|loyalty number|loyalty no|frequent flyer|skymiles|aadvantage|loan number|loan no|loan id|mortgage number|contract number|contract no|contract id|meter number|meter no|mpan|mprn|broker|brokerage|numero cliente|cliente numero|cliente no|cliente id|cliente unico|id cliente|codigo cliente|cod cliente|clave cliente|numero contrato|contrato numero|contrato no|id contrato|numero credito|credito numero|credito hipotecario|credito infonavit|numero prestamo|prestamo numero|numero suministro|suministro|predial|numero abonado|abonado|numero servicio|numero medidor|medidor numero|nic|cups|viajero frecuente|numero viajero|iberia plus|codigo socio|contrato emprestimo|instalacao|unidade consumidora|matricula imovel|kundennummer|numero client|client numero|reference client|ref client|allocataire|numero allocataire|numero contrat|contrat numero|numero abonne|abonne|point livraison|pdl",
  },
  {
    name: "client-account",
    category: "ACCOUNT_NUMBER",
    digits: 4,
    score: 0.97,
    words:
      "patient account|patient acct|pt acct|pt account|guarantor account|billing account|utility account|company account|customer account|client account|loan account|mortgage account|brokerage account|trading account|predial cuenta|cuenta predial|cuenta contrato",
  },
  {
    name: "client-account-letters",
    category: "ACCOUNT_NUMBER",
    digits: 4,
    loose: true,
    letters: "some",
    score: 0.96,
    words: "acct|account|cuenta|cta|conta|compte",
  },
  {
    name: "client-number-loose",
    category: "ACCOUNT_NUMBER",
    digits: 4,
    loose: true,
    words: "credito|prestamo|loan|mortgage|emprestimo|socio",
  },
  {
    name: "student-id",
    category: "STUDENT_ID",
    digits: 5,
    words:
      "roll no|roll number|registration no|cadet no|cadet number|carnet universitario|carne universitario|exam number|candidate number|enrolment no|student id|student no|student number|student ref|school id|school number|university id|uni id|campus id|college id|pupil number|pupil id|upn|banner id|enrollment number|enrolment number|matricula alumno|matricula alumna|matricula estudiante|numero matricula|numero control|boleta|legajo|numero legajo|codigo estudiante|codigo alumno|codigo universitario|carnet estudiante|carne estudiantil|expediente academico|numero alumno|numero aluno|numero mecanografico|numero estudante|matricula aluno|matricule|numero etudiant|carte etudiant|ine etudiant",
  },
  {
    name: "passport-number",
    category: "PASSPORT",
    digits: 3,
    length: 7,
    words:
      "passport|passports|passport no|passport number|passport nr|passport id|ppt no|pasaporte|pasaportes|numero pasaporte|pasaporte numero|pasaporte no|passaporte|numero passaporte|passeport|numero passeport|reisepass|travel document|documento viaje",
  },
  {
    name: "driver-number",
    category: "DRIVER_LICENSE",
    digits: 5,
    spaced: true,
    words:
      "driver license|drivers license|driver s license|driver licence|drivers licence|driver s licence|driving licence|driving license|license number|licence number|license no|licence no|license id|dl number|dl no|dln|driver id|driver abstract|state id|photo id|georgia id|texas id|licencia conducir|licencia manejo|licencia conductor|numero licencia|licencia numero|permiso conducir|permiso conduccion|permiso circulacion conductor|carnet conducir|carne conducir|brevete|registro conducir|registro conductor|cnh|numero cnh|habilitacao|carta conducao|permis conduire|permis|permis b|numero permis",
  },
  {
    name: "driver-number-loose",
    category: "DRIVER_LICENSE",
    digits: 6,
    spaced: true,
    loose: true,
    words: "licencia|licence|license|permiso|permis",
  },
  {
    name: "practitioner-number",
    category: "MEDICAL_LICENSE",
    digits: 5,
    words:
      "cedula profesional|ced prof|cedprof|cedula especialidad|ced esp|numero colegiado|num colegiado|colegiado|colegiada|colegiado numero|colegiatura|cmp|matricula profesional|matricula nacional|matricula provincial|m n|m p|reg med|registro medico|registro profesional|tarjeta profesional|crm|rne|coren|cro|ordem medicos|cedula ordem|npi|dea|gmc|gmc no|gmc number|gmc reference|gmc ref|nmc|nmc pin|nmc number|gdc|hcpc|rpps|adeli|medical license|medical licence|license rn|rn license|rn|lic|state license|nursing license|cert no|bar number|bar no|sra id|crm sp|crm rj|crm mg|crm rs|crm pr|crm sc|crm ba|crm df",
  },
  {
    name: "device-number",
    category: "DEVICE_ID",
    digits: 4,
    words:
      "imei|imsi|meid|iccid|serial|serial no|serial number|serial nr|device serial|numero serie|n s|device id|device identifier|device|dispositivo|udid|android id|idfa|asset tag|asset id|hostname|workstation|computer name|laptop|anydesk|teamviewer|marcapasos|pacemaker|implant serial|pump serial|numero serial|aparelho|appareil",
  },
  {
    name: "identity-number",
    category: "ID_NUMBER",
    digits: 5,
    spaced: true,
    words:
      "juror no|juror number|resident card|resident card no|residence card|residence permit|visa no|visa sticker|visa number|cuspp|voter no|employee id|employee no|employee number|staff id|staff no|staff number|badge|badge no|badge number|badge id|payroll number|service number|numero empleado|empleado numero|empleado no|id empleado|codigo empleado|numero trabajador|numero funcionario|numero personal|registro personal|numero registro personal|nrp|ficha empleado|legajo empleado|matricula funcional|matricula servidor|siape|known traveler|ktn|redress|redress no|redress number|global entry|passid|alien number|green card|uscis number|visa number|i 94|carnet extranjeria|carne extranjeria|permiso residencia|tarjeta residencia|ptp|permiso temporal|crnm|rnm|rne estrangeiro|titre sejour|numero etranger|seguranca social|niss|numero niss|pis|pasep|pis pasep|nit trabalhador|titulo eleitor|cartao cidadao|rg|id number|id no|numero id|numero identificacion|numero documento identidad|folio fiscal persona|share code|voter id|tribal id|military id|dod id",
  },
  {
    name: "bank-number",
    category: "BANK_ACCOUNT",
    digits: 6,
    letters: "none",
    spaced: true,
    words:
      "a c|account number|account no|acct|acct no|acct number|account nr|bank account|beneficiary account|beneficiary acct|checking account|savings account|checking|savings|direct deposit|cuenta corriente|cuenta ahorro|cuenta ahorros|cuenta vista|cuenta rut|cuenta sueldo|cuenta nomina|cuenta cheques|cuenta bancaria|cuenta deposito|numero cuenta|cuenta numero|cuenta no|cuenta bcp|cuenta bbva|cuenta interbank|cuenta banamex|cuenta bancomer|cuenta banorte|cuenta santander|caja ahorro|caja ahorros|cta|cta cte|cta corriente|cta ahorro|cta ahorros|numero cta|conta|conta corrente|conta poupanca|numero conta|conta numero|poupanca|compte|compte courant|numero compte|compte numero|rib",
  },
  {
    name: "bank-number-to",
    category: "BANK_ACCOUNT",
    digits: 7,
    spaced: true,
    loose: true,
    letters: "none",
    words:
      "deposita|deposite|depositar|depositen|deposito|deposit|transferir|transfiere|transfiera|transferi|bank details|datos bancarios|dados bancarios|abonar|coordonnees bancaires|virement",
  },
  {
    name: "bank-number-loose",
    category: "BANK_ACCOUNT",
    digits: 6,
    letters: "none",
    spaced: true,
    loose: true,
    words: "cuenta|account|bancomer|banamex|banorte|bbva|bcp|interbank",
  },
];

/** Phrases are also keys in one word: "memberId", "account_number". */
function withKeys(words: string): string {
  const phrases = words.split("|");
  return [
    ...new Set([
      ...phrases,
      ...phrases.filter((phrase) => / /.test(phrase) && phrase.length > 6).map((phrase) => phrase.replaceAll(" ", "")),
    ]),
  ].join("|");
}

/** A label of any kind and the letters and digits behind it. */
export const LABELLED: readonly Detector[] = LABELS.map(({ category, name, score, words, ...shape }) => ({
  name,
  category,
  trigger: "word" as const,
  words: withKeys(words),
  match: labelled(shape),
  against: ["unit"] as const,
  weak: true,
  scores: [0, shape.loose === true ? 0.8 : 0.845, 0, score ?? (shape.loose === true ? 0.86 : 0.9)] as const,
}));
