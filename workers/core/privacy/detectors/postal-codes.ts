// Postal codes that stand alone: the streets' rows take their own in.
import { range } from "../detector.ts";
import type { Detector } from "../detector.ts";
import { ANSWER } from "../labels.ts";
import { STATE_US } from "./address-parts.ts";

export const POSTAL_CODES: readonly Detector[] = [
  {
    name: "zip-labelled",
    category: "ZIP",
    trigger: "word",
    words:
      "eircode|cp|c p|codigo postal|cod postal|zip|zipcode|zip code|postcode|post code|postal code|cep|code postal",
    match:
      /(?:(?:code|es|is|el|é|est|daqui|aqui|de aqu[ií]|mi|meu|postal)[\s:]{1,2}){0,2}((?:\d{5}-\d{3,4}|\d{4}-\d{3}(?!\d)|\d{4} [A-Z]{2}(?![\p{L}\d])|\d{4,6}|[A-Z]\d{4}(?:[A-Z]{3})?(?![A-Z\d])|[A-Z]{1,2}\d[A-Z0-9]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]\d[\dW] [A-Z\d]{4}))(?![\d.,]*\d)/iuy,
    scores: [0, 0.9, 0, 0],
  },
  {
    name: "zip-answered",
    category: "ZIP",
    trigger: "word",
    words: "codigo postal|zip|zip code|zipcode|postcode|postal code|cep|code postal|cp",
    match: new RegExp(
      `${ANSWER}(\\d{5}(?:-\\d{3,4})?|\\d{4}-\\d{3}|[A-Z]{1,2}\\d[A-Z0-9]? ?\\d[A-Z]{2})(?![\\d.,]*\\d)`,
      "iuy",
    ),
    scores: [0, 0.9, 0, 0],
  },
  {
    name: "zip-of-home",
    category: "ZIP",
    trigger: "word",
    words:
      "vivo|vivimos|vive|viven|viviendo|vivia|vivi|mudamos|mude|mudo|mora|moramos|morava|moro|j habite|habite|habitons|lives|live|living|lived|resides|residing|reside|residen|resido|moved|moving|based|located|zona|barrio|distrito|relais|avs|home zip|billing zip|shipping zip|zip billing|ship zip",
    match:
      /(?:(?:en|in|no|au|dans|a|al|to|at|near|cerca de|area|zona|el|la|le|on|mismatch|\p{Lu}\p{Ll}{2,14})\s){0,3}(\d{5})(?=\s?[.,;)?]|\s(?:y|and|et|e)\s|$)/uy,
    scores: [0, 0.78, 0, 0],
  },
  {
    name: "zip-billing",
    category: "ZIP",
    trigger: "word",
    words: "billing|facturacion",
    match: /\d{5}(?![\d.,/-]*\d)/y,
    scores: [0, 0.7, 0, 0],
  },
  {
    name: "zip-india",
    category: "ZIP",
    trigger: "word",
    words: "pincode|pin code",
    match: /[1-9]\d{2} ?\d{3}(?!\d)/y,
    scores: [0, 0.9, 0, 0],
  },
  {
    name: "zip-uk",
    category: "ZIP",
    trigger: "code",
    starts: range(2, 4),
    match: /[A-Z]{1,2}\d[A-Z0-9]? \d[ABD-HJLNP-UW-Z]{2}/y,
    cues: ["zip", "address"],
    scores: [0.5, 0.9, 0, 0],
  },
  {
    name: "zip-plus-four",
    category: "ZIP",
    next: "-",
    trigger: "number",
    starts: [5],
    minDigits: 9,
    match: /\d{5}-\d{4}(?![-\d])/y,
    cues: ["zip", "address"],
    against: ["product"],
    scores: [0.4, 0.9, 0, 0],
  },
  {
    name: "zip-state",
    category: "ZIP",
    opens: "ACDFGHIKLMNOPRSTUVW",
    trigger: "word",
    words:
      "al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|dc",
    side: "here",
    match: new RegExp(`${STATE_US} (\\d{5}(?:-\\d{4})?)(?!\\d)`, "y"),
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "zip-cued",
    category: "ZIP",
    trigger: "number",
    starts: [5],
    match: /\d{5}(?![\d.,/-]*\d)/y,
    cues: ["zip"],
    scores: [0, 0.75, 0, 0],
  },
];
