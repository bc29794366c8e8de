// Numbers of customers and of students.
import { range } from "../detector.ts";
import type { Detector } from "../detector.ts";
import { FILLER, hasFiveDigits, isReference, referenceAfter } from "./references.ts";

export const MEMBERSHIPS: readonly Detector[] = [
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
    name: "cups-spain",
    category: "ACCOUNT_NUMBER",
    trigger: "code",
    starts: [20, 22],
    match: /ES\d{16}[A-Z]{2}(?:\d[A-Z])?/y,
    scores: [0.9, 0, 0, 0],
  },
];
