// Addresses of machines (IP, MAC), and of tags and badges, which are written like them.
import { isWordChar } from "../characters.ts";
import type { Detector, Match } from "../detector.ts";

const IPV4 = /(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?!\.?\d)(?:\/\d{1,2}(?!\d))?/y;
const IPV6 =
  /(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,7}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?|::(?:ffff:)?(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}|\d{1,3}(?:\.\d{1,3}){3}))(?![0-9a-z:])/iy;

/** The machine itself, every machine, and masks of networks. */
const NOBODY = /^(?:127\.|0\.0\.0\.0|255\.255\.)/;

function matchIpv4(text: string, at: number): Match | null {
  const before = text[at - 1];
  if (before === "." || before === "#") return null;
  IPV4.lastIndex = at;
  const match = IPV4.exec(text);
  // "numpy==1.2.3.4" is a version.
  if (match === null || (before === "=" && text[at - 2] === "=")) return null;
  return { start: at, end: at + match[0].length, checked: !NOBODY.test(match[0]) };
}

/** Whether two colons stand among the first characters: "10:30" is no address, and need not be tried. */
function hasTwoColons(text: string, at: number): boolean {
  let seen = 0;
  for (let i = at; i < at + 10; i++) if (text.charCodeAt(i) === 58 && ++seen === 2) return true;
  return false;
}

function matchIpv6(text: string, at: number): Match | null {
  if (!hasTwoColons(text, at)) return null;
  if (at > 0 && (text[at - 1] === ":" || isWordChar(text.charCodeAt(at - 1)))) return null;
  IPV6.lastIndex = at;
  const match = IPV6.exec(text);
  // `a::b` is a name of a program rather than an address.
  if (match === null || !/\d/.test(match[0]) || match[0].length < 4) return null;
  return { start: at, end: at + match[0].length, checked: true };
}

const MAC = /[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5}(?![-:]?[0-9A-Fa-f])/y;

/** `ec-bd-3f-f2-57-bd`: the pairs before the first with a digit are words to the scanner. */
function matchHyphenMac(text: string, at: number): Match | null {
  let start = at;
  while (at - start < 15 && text[start - 1] === "-" && /^[A-Fa-f]{2}$/.test(text.slice(start - 3, start - 1)))
    start -= 3;
  if (start === at || isWordChar(text.charCodeAt(start - 1))) return null;
  MAC.lastIndex = start;
  return MAC.test(text) ? { start, end: start + 17 } : null;
}

export const MACHINE_ADDRESSES: readonly Detector[] = [
  {
    name: "ipv4",
    category: "IP_ADDRESS",
    next: ".",
    trigger: "number",
    starts: [1, 2, 3],
    minDigits: 4,
    match: matchIpv4,
    weak: true,
    against: ["version"],
    scores: [0.1, 0.1, 0.95, 0.95],
  },
  { name: "ipv6", category: "IP_ADDRESS", trigger: "colon", match: matchIpv6, scores: [0, 0, 0.93, 0.93] },
  {
    name: "mac",
    category: "MAC_ADDRESS",
    next: ":-",
    trigger: "number",
    starts: [2],
    // Six numbers with hyphens may be anything that is drawn or counted.
    match: /(?!\d\d(?:-\d\d){5})[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}(?![:-])/y,
    scores: [0.95, 0.95, 0, 0],
  },
  {
    name: "mac-letters",
    category: "MAC_ADDRESS",
    trigger: "code",
    starts: [2, 4, 12],
    match:
      /(?:[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}(?![:-])|[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4})/y,
    scores: [0.95, 0.95, 0, 0],
  },
  {
    name: "mac-letters-first",
    category: "MAC_ADDRESS",
    trigger: "code",
    starts: [2],
    follows: "-",
    match: matchHyphenMac,
    scores: [0.95, 0.95, 0, 0],
  },
  {
    name: "mac-digits-later",
    category: "MAC_ADDRESS",
    trigger: "number",
    starts: [2],
    next: "-",
    follows: "-",
    match: matchHyphenMac,
    scores: [0.95, 0.95, 0, 0],
  },
  {
    name: "mac-labelled",
    category: "MAC_ADDRESS",
    trigger: "word",
    words:
      "mac|bssid|ether|hwaddr|hw addr|mac address|direccion mac|mac addr|station|wlan mac|adresse mac|endereco mac|client mac",
    match:
      /(?:(?:address|addr|filter|filtro|client|cliente|is|es)[\s:]{1,2})?((?=[A-Fa-f]{0,12}[\d.:-])(?:[0-9A-Fa-f]{12}|(?:[0-9A-Fa-f]{2}[.:-]){5}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{4}[.:]){2}[0-9A-Fa-f]{4}))(?![0-9A-Fa-f.:-][0-9A-Fa-f])/y,
    scores: [0, 0.96, 0, 0],
  },
  {
    name: "mac-dotted-digits",
    category: "MAC_ADDRESS",
    next: ".",
    trigger: "number",
    starts: [4],
    match:
      /\d{4}\.[0-9A-Fa-f]{4}\.(?=[0-9A-Fa-f]{0,3}[A-Fa-f]|(?<=[A-Fa-f][0-9A-Fa-f]{0,3}\.))[0-9A-Fa-f]{4}(?![0-9A-Fa-f.])/y,
    scores: [0.92, 0.95, 0, 0],
  },
  {
    // Tags of seven bytes and of four: badges and cards without contact.
    name: "uid-of-tag",
    category: "DEVICE_ID",
    trigger: "word",
    words: "badge|nfc|rfid|uid|tag|card uid|tarjeta|carte|fob|llavero",
    match:
      /(?:(?:uid|id|perdu|perdido|lost|n[º°o]|no|nr)[\s:.#]{1,2}){0,3}((?:[0-9A-Fa-f]{2}:){6}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{2}:){3}[0-9A-Fa-f]{2})(?![:0-9A-Fa-f])/y,
    scores: [0, 0.97, 0, 0],
  },
  {
    name: "mac-colon",
    category: "MAC_ADDRESS",
    trigger: "colon",
    match: /[0-9A-Fa-f]{2}:(?:[0-9A-Fa-f]{2}:){4}[0-9A-Fa-f]{2}(?!:)/y,
    scores: [0.95, 0.95, 0, 0],
  },
];
