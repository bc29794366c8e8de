// Identity, tax and social security numbers of Mexico.
import { isShortDate } from "../calendar.ts";
import { compact, curp, nss, rfc } from "../checksums.ts";
import { range } from "../detector.ts";
import type { Detector } from "../detector.ts";
import { spokenNumber } from "../spoken.ts";

const STATES = "AS|BC|BS|CC|CL|CM|CS|CH|DF|DG|GT|GR|HG|JC|MC|MN|MS|NT|NL|OC|PL|QT|QR|SP|SL|SR|TC|TS|TL|VZ|YN|ZS|NE";

/** The parts of a CURP that its shape promises: a day of the calendar; the check digit comes on top. */
function isCurp(value: string): boolean {
  return isShortDate(value.slice(4, 10)) && curp(value);
}

function isRfc(value: string): boolean {
  const text = compact(value);
  return isShortDate(text.slice(text.length - 9, text.length - 3)) && rfc(text);
}

function isRfcDate(value: string): boolean {
  const text = compact(value);
  return isShortDate(text.slice(text.length - 9, text.length - 3));
}

export const IDENTITY_MEXICO: readonly Detector[] = [
  {
    name: "nss-spoken",
    category: "NSS",
    trigger: "spoken",
    match: spokenNumber(11, 11, nss),
    cues: ["nss"],
    scores: [0, 0.91, 0, 0.98],
  },
  {
    name: "curp",
    category: "CURP",
    trigger: "code",
    starts: [18],
    match: new RegExp(`[A-Z][AEIOUX][A-Z]{2}\\d{6}[HMX](?:${STATES})[B-DF-HJ-NP-TV-ZÑX]{3}[0-9A-Z]\\d`, "iy"),
    check: isCurp,
    cues: ["curp"],
    scores: [0.85, 0.93, 0.99, 0.995],
  },
  {
    name: "curp-spaced",
    category: "CURP",
    trigger: "code",
    starts: [4, 10, 11, 13, 16],
    match: new RegExp(
      `[A-Z][AEIOUX][A-Z]{2}[ .-]?\\d{6}[ .-]?[HMX][ .-]?(?:${STATES})[ .-]?[A-ZÑ]{3}[ .-]?[0-9A-Z][ .-]?\\d`,
      "iy",
    ),
    check: (value) => isCurp(compact(value)),
    cues: ["curp"],
    scores: [0.7, 0.9, 0.99, 0.995],
  },
  {
    name: "curp-labelled",
    category: "CURP",
    trigger: "word",
    words: "curp",
    match: /(?=[A-Z]{0,6}\d)[A-Z0-9]{16,19}/iy,
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "rfc",
    category: "RFC",
    trigger: "code",
    starts: [12, 13],
    match: /[A-ZÑ&]{3,4}\d{6}[A-Z0-9]{2}[0-9A]/iy,
    check: isRfc,
    cues: ["rfc"],
    scores: [0, 0.85, 0.97, 0.99],
  },
  {
    name: "rfc-unchecked",
    category: "RFC",
    trigger: "code",
    starts: [12, 13],
    match: /[A-ZÑ&]{3,4}\d{6}[A-Z0-9]{3}/y,
    check: isRfcDate,
    weak: true,
    cues: ["rfc"],
    against: ["product"],
    scores: [0, 0.8, 0.6, 0.95],
  },
  {
    name: "rfc-spaced",
    category: "RFC",
    trigger: "code",
    starts: [3, 4, 9, 10],
    match: /[A-ZÑ&]{3,4}(?:[ .-]\d{6}(?:[ .-]?[A-Z0-9]{3})?|\d{6}[ .-][A-Z0-9]{3})/iy,
    check: isRfcDate,
    weak: true,
    cues: ["rfc"],
    scores: [0, 0.7, 0, 0.92],
  },
  {
    name: "rfc-short",
    category: "RFC",
    trigger: "word",
    words: "rfc|r f c",
    match: /[A-ZÑ&]{3,4}\d{6}(?:[A-Z0-9]{1,3})?/iy,
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "nss",
    category: "NSS",
    trigger: "number",
    starts: [2, 3, 4, 10, 11],
    minDigits: 11,
    match:
      /(?:\d{10}-?\d|\d{3}([ -])\d{3}\1\d{3}\1\d{2}|\d{2}[ -]\d{2}[ -]\d{2}[ -]\d{4}[ -]\d|\d{4}[ -]\d{2}[ -]\d{4}[ -]\d)(?![.-]?\d)/y,
    check: nss,
    cues: ["nss"],
    scores: [0.2, 0.88, 0.35, 0.98],
  },
  {
    // As the card of the institute writes it: 2-2-2-4-1.
    name: "nss-groups",
    category: "NSS",
    trigger: "number",
    starts: [2],
    next: " -",
    minDigits: 11,
    match: /\d{2}([ -])\d{2}\1\d{2}\1\d{4}\1\d(?![.-]?\d)/y,
    check: nss,
    cues: ["nss"],
    scores: [0, 0.9, 0.92, 0.99],
  },
  {
    name: "ine-back",
    category: "INE",
    trigger: "word",
    words: "reverso|atras|detras|ocr|cic|idmex|vertical",
    match: /(?:(?:es|trae|dice|tiene|el|la|n[uú]mero|folio|IDMEX)[\s:]{1,2}){0,3}((?:IDMEX)?\d{9,13})(?!\d)/y,
    cues: ["ine"],
    scores: [0, 0.92, 0, 0],
  },
  {
    name: "ine-idmex",
    category: "INE",
    trigger: "code",
    starts: range(14, 20),
    opens: "I",
    match: /IDMEX\d{9,13}/y,
    scores: [0.93, 0.95, 0, 0],
  },
  {
    name: "ine-elector",
    category: "INE",
    trigger: "code",
    starts: [18],
    match: /[A-ZÑ]{6}\d{8}[HM]\d{3}/iy,
    cues: ["ine"],
    scores: [0.95, 0.98, 0, 0],
  },
  {
    name: "ine-number",
    category: "INE",
    trigger: "word",
    words: "ine|ife|credencial elector|ocr|cic|clave elector",
    match: /(?:(?:n[uú]mero|folio|cic|ocr|credencial)[\s:.#]{1,2}){0,2}([A-Z]{0,6}\d{9,13})/iy,
    scores: [0, 0.85, 0, 0],
  },
];
