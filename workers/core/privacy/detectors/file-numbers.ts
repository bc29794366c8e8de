// Policies, and files and orders of courts, authorities and firms.
import type { Detector } from "../detector.ts";
import { FILLER, isReference, referenceAfter } from "./references.ts";

export const FILE_NUMBERS: readonly Detector[] = [
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
    name: "cadastral-reference",
    category: "CADASTRAL_REF",
    trigger: "code",
    starts: [20],
    match: /\d{7}[A-Z]{2}\d{4}[A-Z]\d{4}[A-Z]{2}/y,
    cues: ["cadastral"],
    scores: [0.9, 0.98, 0, 0],
  },
];
