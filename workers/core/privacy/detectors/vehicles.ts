import { vin } from "../checksums.ts";
import type { Detector } from "../detector.ts";
import { range } from "../detector.ts";

/** Shapes of the plates of many countries; what an engine or a car is called is none. */
const PLATE_OF_LETTERS =
  "[A-Z]{3}[- ]?\\d{3,4}|[A-Z]{3}[- ]?\\d{2,3}[- ]?[A-Z]|[A-Z]{2}[- ]?\\d{3}[- ]?[A-Z]{2}|[A-Z]{3}\\d[A-Z]\\d{2}|[A-Z]{2}\\d{2} ?[A-Z]{3}|[A-Z]\\d{2,3}[- ]?[A-Z]{3}|[A-Z]\\d [A-Z]{3}|[A-Z]{2}[.·-][A-Z]{2}[.·-]\\d{2}|[A-Z]{1,3}[- ]\\d{3,4}[- ][A-Z]{1,3}|[A-Z]{2,3}[- ]\\d{2}[- ]\\d{2}|[A-Z]{2}[- ]?\\d{5}|[A-Z]{2}[- ]\\d{4}|[A-Z]{3}\\d{4}[A-Z]|[A-Z]\\d{6}[A-Z]|[A-Z]{4}[- .·]?\\d{2}|[A-Z]{3}-\\d{2}-\\d{2}-[A-Z]|\\d[A-Z]{2}-[A-Z]\\d{2}|[A-Z]\\d[A-Z]-\\d{3}|[A-Z]{3}[.·]\\d{3,4}";
const PLATE_OF_DIGITS =
  "\\d{3,4}[- ]?(?!(?:GTI|TDI|TSI|HDI|CDI|TCE|DCI|GTD|GTS|CVT|SUV|KMS?|MXN|USD|EUR|CLP|ARS|COP|PEN|BRL|GBP|RPM|LBS|HRS|MIN|AND|CCM?|HP|CV|NM)(?![A-Z]))[A-Z]{3}|\\d{2}[- ]\\d{2}[- ][A-Z]{2}|\\d{5}-[A-Z]{2}|\\d{2}[- ][A-Z]{2}[- ]\\d{2}|\\d[A-Z]{3}\\d{3}";
const NO_PLATE =
  '(?<!id"\\s?:\\s?")(?![A-D] \\d{4} [A-Z]{3})(?![A-Z]{1,4}-0)(?!(?:VEH|EQ|EQP|MX|TGV|ICE|AVE|TER|UNI|STK|INV|LOT|MOD|PED|ORD|COT|FAC|TCK|TKT|OT|RP|PZ|CR|CX|RAV|GLA|GLC|GLE|NP|SR|GT|RS|XC|KM|USD|EUR|MXN|CLP|COP|ARS|SOL|HDI|TDI|GTI|SUV|VIN|DNI|RFC|CPF|RUT|NIE|NIF|SOS|ABS|GPS|API|SKU|REF|NUM|TEL|CEL|INE|IVA|SN)[- ]?\\d)';
const PLATE_END = "(?![-.]?[\\dA-Za-z]| \\d)";

/** Vehicles: chassis numbers and plates. */
export const VEHICLES: readonly Detector[] = [
  {
    name: "vin",
    category: "VIN",
    trigger: "code",
    starts: [17],
    match: /(?<![A-Za-z]-)(?=[A-HJ-NPR-Z0-9]{0,16}[A-HJ-NPR-Z])[A-HJ-NPR-Z0-9]{11}[0-9A-HJ-NPR-Z]{2}\d{4}/y,
    check: vin,
    cues: ["vin"],
    scores: [0.55, 0.92, 0.92, 0.99],
  },
  {
    // In small letters it may be any id ("i-09d4a30eaa6063750"): one in eleven has the check digit by chance.
    name: "vin-labelled",
    category: "VIN",
    trigger: "code",
    starts: [17],
    match: /(?=[A-HJ-NPR-Z0-9]{0,16}[A-HJ-NPR-Z])[A-HJ-NPR-Z0-9]{11}[0-9A-HJ-NPR-Z]{2}\d{4}/iy,
    check: vin,
    cues: ["vin"],
    scores: [0, 0.92, 0, 0.99],
  },
  {
    name: "plate-labelled",
    category: "LICENSE_PLATE",
    trigger: "word",
    words:
      "placa|placas|patente|dominio|matricula|matriculas|plate|plates|license plate|licence plate|number plate|" +
      "immatriculation|immatriculee|immatricule|license tag|tag number|plaque|chapa|plate number|" +
      "license plate number|temp tag|dealer tag|paper tag|tag no|temp plate|registration plate|vrn|vrm|vehicle reg|" +
      "vehicle registration|car reg|placa numero|numero placa|numero placas|numero matricula vehiculo|" +
      "matricula coche|matricula vehiculo|plaque immatriculation|matricula carro|placa carro|placa moto|" +
      "placa veiculo|placa vehiculo",
    match:
      /(?:(?:number|n[uú]mero|no|es|is|son|las|la|del|de|auto|coche|carro|veh[ií]culo|camioneta|moto|car|vehicle|truck|federales|mexicanas|nuevas)[\s:.#]{1,2}){0,3}((?=[A-Za-z0-9 .·-]{0,5}\d)(?=[A-Za-z0-9 .·-]{0,7}[A-Za-z])[A-Za-z0-9]{1,4}(?:[ .·-]?(?:[A-Z0-9]{1,4}|(?=[a-z]{0,3}\d)[a-z0-9]{1,4}|(?<![ ])[a-z]{1,3})){1,3}(?<! [A-Za-z])(?![A-Za-z0-9%]))/y,
    weak: true,
    // "La matrícula sube 7", "la placa dice 75": a word and a number of one or two digits are none.
    check: (value) =>
      !/^[a-zñáéíóú]{3,4} \d{1,2}$/.test(value) &&
      /^(?=.*\d)(?=.*[A-Z])(?!\d+x\d+$|[A-Z]+\d+(?:MM|CM|KG|ML|KM|GB)$)[A-Z0-9]{5,8}$/i.test(
        value.replace(/[ .·-]/g, ""),
      ),
    scores: [0, 0, 0, 0.85],
  },
  {
    // "tag 7ABX 219", "Florida tag QRB E42": what else is called a tag is not in capitals.
    name: "plate-of-tag",
    category: "LICENSE_PLATE",
    trigger: "word",
    words: "tag|tags|veh|plate said|tag said|placa unica|reg",
    match:
      /(?:(?:said|read|was|is|no|number|#)[\s:.]{1,2}){0,2}((?=[A-Z]{0,4}[ ·-]?[A-Z]?\d)(?=\d{0,4}[ ·-]?\d?[A-Z])[A-Z0-9]{1,4}[ ·-]?[A-Z0-9]{2,4}(?<=\d.{0,6})(?<=[A-Z].{0,6}))(?![-.]?[\dA-Za-z])/y,
    cues: ["vehicle"],
    scores: [0, 0.86, 0, 0],
  },
  {
    name: "plate-letters-digits",
    category: "LICENSE_PLATE",
    trigger: "code",
    starts: [3, 4],
    match:
      /(?:[A-Z]{3}-\d{3}(?:-[A-Z])?|[A-Z]{3}-\d{2}-\d{2}|[A-Z]{4}-\d{2}|[A-Z]{2}-\d{2}-\d{3}|(?!(?:ALT|AST|CEA|AFP|CPK|FSH|GGT|GOT|GPT|HCG|HDL|IGA|IGE|IGG|IGM|INR|LDH|LDL|PCR|PSA|PTH|TGO|TGP|TSH|VCM|VES|VHS|VLDL|VSG|CRP|ESR|BNP|FEV|BUN|IVA|IGV|VAT|NOM|ISO|IEC|USD|EUR|GBP|MXN|COP|CLP|ARS|PEN|BRL)\s)[A-Z]{3} \d{3})(?![-.]?[\dA-Za-z])/y,
    cues: ["plate"],
    against: ["product"],
    scores: [0.32, 0.8, 0, 0],
  },
  {
    name: "plate-spain",
    category: "LICENSE_PLATE",
    trigger: "number",
    starts: [4],
    match: /\d{4}[ -]?[BCDFGHJKLMNPRSTVWXYZ]{3}(?![A-Za-z0-9-])/y,
    cues: ["plate"],
    against: ["product"],
    scores: [0.6, 0.88, 0, 0],
  },
  {
    name: "plate-uk",
    category: "LICENSE_PLATE",
    trigger: "code",
    starts: [4, 7],
    match: /[A-HJ-PR-Y]{2}(?:0[1-9]|[1-7]\d) ?[A-HJ-PR-Z]{3}/y,
    cues: ["plate"],
    against: ["product"],
    scores: [0.3, 0.9, 0, 0],
  },
  {
    name: "plate-uk-spaced",
    category: "LICENSE_PLATE",
    trigger: "code",
    starts: [4],
    match: /[A-HJ-PR-Y]{2}(?:0[2-9]|1\d|2[0-6]|5[1-9]|6\d|7[0-6]) [A-HJ-PR-Z]{3}(?![A-Za-z0-9])/y,
    cues: ["plate"],
    against: ["product"],
    scores: [0.55, 0.9, 0, 0],
  },
  {
    name: "plate-spain-province",
    category: "LICENSE_PLATE",
    trigger: "code",
    starts: [1, 2],
    match: /[A-Z]{1,2}[- ]\d{4}[- ][A-Z]{1,2}(?![-.]?[\dA-Za-z])/y,
    cues: ["plate"],
    against: ["product"],
    scores: [0.4, 0.88, 0, 0],
  },
  {
    name: "plate-california",
    category: "LICENSE_PLATE",
    trigger: "code",
    starts: [7],
    opens: "123456789",
    match: /[1-9][A-Z]{3}\d{3}/y,
    cues: ["plate", "parking"],
    against: ["product"],
    scores: [0.4, 0.85, 0, 0],
  },
  {
    name: "plate-india",
    category: "LICENSE_PLATE",
    trigger: "code",
    starts: [2],
    match: /[A-Z]{2}[ -]\d{1,2}[ -][A-Z]{1,3}[ -]\d{4}(?!\d)/y,
    cues: ["plate"],
    scores: [0.5, 0.9, 0, 0],
  },
  {
    name: "plate-spelled",
    category: "LICENSE_PLATE",
    trigger: "word",
    words: "placa|placas|matricula|patente|plate|plates|registration|reg|plaque|immatriculation",
    match:
      /(?:(?:alf|bravo|charlie|delta|echo|eco|foxtrot|golf|hotel|india|juliett?|kilo|lima|mike|november|noviembre|oscar|[oó]scar|pap[aá]|quebec|romeo|sierra|tango|uniform|uniforme|v[ií]ctor|whiskey|whisky|x-?ray|yankee|zulu)a?[ ,-]{1,2}){2,4}\d{1,4}(?:[ -]\d{1,4}){0,3}(?!\d)/iy,
    scores: [0, 0.88, 0, 0],
  },
  {
    name: "plate-spain-joined",
    category: "LICENSE_PLATE",
    trigger: "code",
    starts: [7],
    match: /\d{4}[BCDFGHJKLMNPRSTVWXYZ]{3}/y,
    cues: ["plate"],
    against: ["product", "order", "file"],
    scores: [0.55, 0.88, 0, 0],
  },
  {
    name: "plate-joined",
    category: "LICENSE_PLATE",
    trigger: "code",
    starts: [6, 7],
    match: /(?:[A-Z]{3}\d{3}[A-Z]?|[A-Z]{2}\d{3}[A-Z]{2}|\d{4}[BCDFGHJKLMNPRSTVWXYZ]{3}|[A-Z]{3}\d[A-Z]\d{2})/y,
    cues: ["plate"],
    against: ["product"],
    scores: [0.15, 0.75, 0, 0],
  },
  {
    name: "plate-spaced",
    category: "LICENSE_PLATE",
    trigger: "code",
    starts: [2],
    match: /[A-Z]{2} \d{3} [A-Z]{2}(?![-.]?[\dA-Za-z])/y,
    cues: ["plate"],
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "plate-groups",
    category: "LICENSE_PLATE",
    trigger: "code",
    starts: [2, 3],
    match: /(?:[A-Z]{2}-\d{3}-[A-Z]{2}|[A-Z]\d{2}-[A-Z]{3})(?![-.]?[\dA-Za-z])/y,
    cues: ["plate"],
    against: ["product"],
    scores: [0.4, 0.85, 0, 0],
  },
  {
    name: "plate-of-letters",
    category: "LICENSE_PLATE",
    trigger: "code",
    starts: range(1, 8),
    match: new RegExp(`${NO_PLATE}(?:${PLATE_OF_LETTERS})${PLATE_END}`, "y"),
    cues: ["vehicle"],
    against: ["product", "order", "file"],
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "plate-of-digits",
    category: "LICENSE_PLATE",
    trigger: "number",
    starts: [2, 3, 4, 5],
    match: new RegExp(`(?:${PLATE_OF_DIGITS})${PLATE_END}`, "y"),
    cues: ["vehicle"],
    against: ["product", "order", "file"],
    scores: [0, 0.8, 0, 0],
  },
];
