// What every country has: passports and driver licences.
import { range } from "../detector.ts";
import type { Detector } from "../detector.ts";

export const TRAVEL_DOCUMENTS: readonly Detector[] = [
  {
    name: "passport",
    category: "PASSPORT",
    trigger: "word",
    words:
      "pasaporte|passport|passaporte|passeport|passport number|passport no|numero pasaporte|pasaporte numero|pp no",
    match:
      /(?:(?:number|n[uú]mero|es|is|no|mexicano|espa[nñ]ol|americano|book)[\s:.#]{1,2}){0,2}(\d{2}[A-Z]{2}\d{5}|(?=[A-Z0-9]{0,4}\d)[A-Z]{0,3}[ -]?\d{5,9}[A-Z]?)/iy,
    scores: [0, 0.92, 0, 0],
  },
  {
    name: "passport-shape",
    category: "PASSPORT",
    trigger: "code",
    starts: [...range(7, 10)],
    match: /[A-Z]{1,3}\d{6,8}/y,
    cues: ["passport"],
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "passport-digits",
    category: "PASSPORT",
    trigger: "number",
    starts: [9],
    match: /\d{9}(?![.-]?\d)/y,
    cues: ["passport"],
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "driver-licence",
    category: "DRIVER_LICENSE",
    trigger: "word",
    words:
      "licencia conducir|licencia manejo|licencia conductor|driver license|drivers license|driver licence|drivers licence|driving licence|driving license|driver s license|license number|licence number|dl|dln|dl number|permiso conducir|permiso conduccion|carnet conducir|brevete|cnh|habilitacao|permis conduire|carta conducao|s license|s licence",
    match:
      /(?:(?:[Nn]umber|NUMBER|[Nn][uú]mero|[Nn]o|[Nn][oº°]|NO|es|is|[Nn]um|del[ea]|d[ea]|su|sua|his|her)[\s:.#]{1,2}){0,2}((?=(?:[A-Za-z -]{0,5}\d){5})(?:[A-Z]{0,5}[ -]?|[a-z]{0,3})\d[A-Za-z0-9]{2,18}(?:[ -](?=[A-Z]{0,5}\d|[a-z]\d)[A-Za-z0-9]{2,8}){0,3}(?<=\d[A-Za-z]{0,3}))/y,
    scores: [0, 0.88, 0, 0],
  },
  {
    name: "driver-licence-uk",
    category: "DRIVER_LICENSE",
    trigger: "code",
    starts: [16],
    match: /[A-Z9]{5}\d[0156]\d[0-3]\d\d[A-Z9]{2}\d[A-Z]{2}/iy,
    cues: ["driver"],
    scores: [0.85, 0.97, 0, 0],
  },
  {
    name: "driver-licence-uk-spaced",
    category: "DRIVER_LICENSE",
    trigger: "code",
    starts: [5],
    match: /[A-Z]{2,5}9{0,3}[ -]\d{6}[ -][A-Z9]{2}\d[A-Z]{2}/y,
    cues: ["driver"],
    scores: [0.85, 0.97, 0, 0],
  },
  {
    name: "driver-licence-shape",
    category: "DRIVER_LICENSE",
    trigger: "code",
    starts: range(7, 16),
    match: /[A-Z]{1,3}\d{5,14}/y,
    cues: ["driver"],
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "driver-licence-state",
    category: "DRIVER_LICENSE",
    trigger: "code",
    starts: [2],
    match:
      /(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])[ -]([A-Z]?\d{7,9})(?![.-]?\d)/y,
    cues: ["driver"],
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "driver-licence-digits",
    category: "DRIVER_LICENSE",
    trigger: "number",
    starts: range(7, 12),
    match: /\d{7,12}(?![.-]?\d)/y,
    cues: ["driver"],
    scores: [0, 0.75, 0, 0],
  },
];
