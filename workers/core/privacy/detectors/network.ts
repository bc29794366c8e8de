import { charClass, foldText, isWordChar } from "../characters.ts";
import type { Detector, Match } from "../detector.ts";
import { range } from "../detector.ts";
import { TLDS } from "../tlds.ts";
import { matchPassword } from "../credentials.ts";
import { ANSWER } from "../labels.ts";
import { spokenBehind } from "../spoken.ts";

const URL_REST = /:\/\/[^\s<>"'`{}|\\^[\]]{1,2000}/y;

/** A whole URL around `://`, without the punctuation that ends the sentence. */
function matchUrl(text: string, at: number): Match | null {
  let start = at;
  while (start > 0 && at - start < 20 && /[A-Za-z0-9+.-]/.test(text[start - 1]!)) start--;
  while (start < at && !/[A-Za-z]/.test(text[start]!)) start++;
  if (start === at) return null;
  URL_REST.lastIndex = at;
  const rest = URL_REST.exec(text);
  if (rest === null) return null;
  let end = at + rest[0].length;
  while (end > at + 4 && /[.,;:!?)\]'*_]/.test(text[end - 1]!)) {
    if (text[end - 1] === ")" && text.slice(start, end).includes("(")) break;
    end--;
  }
  return { start, end, checked: namesSomeone(text.slice(start, end)) };
}

/** Pages of one person each, by the hosts that have them. */
const PROFILE =
  /^[a-z]{1,8}:\/\/(?:[a-z0-9-]{1,20}\.)?(?:(?:instagram|twitter|x|facebook|fb|tiktok|threads|github|gitlab|pinterest|snapchat|soundcloud|gitlab|behance|dribbble|patreon|venmo|cash|paypal|onlyfans|twitch|medium|flickr|vsco|letterboxd|strava|wattpad|etsy|ko-fi|linktr|wa)\.(?:com|net|app|ee|me|tv|co)\/(?!(?:p|reel|watch|events|groups|hashtag|explore|search|about|help|login|share|settings|legal|pricing|features|issues|topics)(?:[/?#]|$))@?\$?[\w.%-]{3,40}\/?(?:[?#]|$)|gitlab\.com\/(?!gitlab-org|explore|help|users)[\w.-]{3,40}\/|[a-z0-9-]{3,40}\.(?:myportfolio|blogspot|wordpress|tumblr|substack|github|wixsite|carrd|weebly|bandcamp|deviantart|gitlab|bsky|cargo|itch)\.(?:com|io|co|me|social|site)(?:\/|$))/i;
/** Pages of a person under short names, and places that somebody has shared. */
const PLACE =
  /^[a-z]{1,8}:\/\/(?:(?:t\.me|telegram\.me|bio\.link|beacons\.ai|about\.me|bio\.site|solo\.to|bitbucket\.org)\/(?!share|joinchat|proxy)[\w.-]{3}|maps\.app\.goo\.gl\/\w{6}|goo\.gl\/maps\/\w{6}|(?:www\.)?google\.[a-z.]{2,6}\/maps\/(?:place|@|\?q)|maps\.apple\.com\/\?|waze\.com\/ul|ul\.waze\.com|w3w\.co\/|what3words\.com\/)/i;

/** Credentials, an e-mail address, or an identifier in the path or the query make a URL personal. */
function namesSomeone(url: string): boolean {
  if (/^[a-z][a-z0-9+.-]*:\/\/[^/?#@]*:[^/?#@]*@/i.test(url)) return true;
  const tail = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "");
  return (
    /[?&#;](?:[\w.-]*(?:token|key|secret|session|sid|auth|pass|pwd|code|sig|jwt|email|mail|user|usuario|uid|id|dni|rfc|curp|phone|tel|name|nombre|account|cuenta|ref|usr|owner|cliente|client|customer|member|socio))=[^&#]{2,}/i.test(
      tail,
    ) ||
    PROFILE.test(url) ||
    PLACE.test(url) ||
    /\/(?:u|user|users|usuario|usuarios|profile|perfil|account|cuenta|clientes?|customers?|patients?|pacientes?|members?|teams?|staff|equipo|people|authors?|autor(?:es)?|employees?|empleados?|doctors?|doctores|agents?|in|orders?|pedidos?|invoices?|facturas?)\/[^/?#]{2,}/i.test(
      tail,
    ) ||
    /@|%40|\b\d{6,}\b|[0-9a-f]{8}-[0-9a-f]{4}-|\/~\w/i.test(tail)
  );
}

const HOST_BEFORE = 64;
const HOST_REST =
  /\.[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,62}){0,4}(?:\/[^\s<>"'`{}|\\^[\],;]{0,500})?/y;

/** `www.site.com/path` or `site.com.mx` without a scheme: tried once, at its first dot. */
function matchBareHost(text: string, at: number): Match | null {
  let start = at;
  while (
    start > 0 &&
    at - start < HOST_BEFORE &&
    (charClass(text.charCodeAt(start - 1)) !== 0 || text[start - 1] === "-")
  )
    start--;
  const before = text[start - 1];
  if (start === at || before === "." || before === "@" || before === "/" || before === "_") return null;
  HOST_REST.lastIndex = at;
  const rest = HOST_REST.exec(text);
  if (rest === null) return null;
  let end = at + rest[0].length;
  while (end > at && /[.,;:!?)]/.test(text[end - 1]!)) end--;
  const host = text.slice(start, end);
  const name = host.split("/", 1)[0]!;
  const last = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  if (text[start + name.length] === "@" || !TLDS.has(last) || /^\d/.test(last)) return null;
  if (!/^www\./i.test(name) && name.length < 5) return null;
  const personal = (name.length < host.length && namesSomeone(`x://${host}`)) || isOfWriter(text, start, name);
  return { start, end, checked: personal };
}

const SIGNED = /[@\d][^\n]{1,80}[|·•,–—-]\s{0,2}$/u;

/** The page at the end of a signature, called as the one who signs: "Priya Raman ... | www.priyaraman.me". */
function isOfWriter(text: string, start: number, host: string): boolean {
  const before = text.slice(Math.max(0, start - 160), start);
  if (!SIGNED.test(before)) return false;
  const folded = foldText(host);
  let letters = 0;
  for (const [word] of before.matchAll(/(?<!\p{L})\p{Lu}\p{Ll}{2,}/gu))
    if (folded.includes(foldText(word))) letters += word.length;
  return letters > 7 && letters >= folded.replace(/^www\.|\.[^.]*$/g, "").length - 1;
}

const IPV4 = /(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?!\.?\d)(?:\/\d{1,2}(?!\d))?/y;
const IPV6 =
  /(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,7}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?|::(?:ffff:)?(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}|\d{1,3}(?:\.\d{1,3}){3}))(?![0-9a-z:])/iy;

/** The machine itself, every machine, and masks of networks. */
const NOBODY = /^(?:127\.|0\.0\.0\.0|255\.255\.)/;

function matchIpv4(text: string, at: number): Match | null {
  const before = text[at - 1];
  if (before === "." || before === "#" || (before === "," && /\d/.test(text[at - 2] ?? ""))) return null;
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

/** Two fractions alone may be any measurements: places have four decimals, and one of them two digits before. */
function isPlace(value: string): boolean {
  const [first = "", second = ""] = value.split(/[,;]/);
  return [first, second].every((part) => /\.\d{4}/.test(part)) && /\d\d\./.test(value);
}

/** A pair of fractions; the sign of the first stands before the number that is the trigger. */
function matchCoordinates(text: string, at: number): Match | null {
  COORDINATES.lastIndex = at;
  const match = COORDINATES.exec(text);
  if (match === null) return null;
  const signed = /[-+−]/.test(text[at - 1] ?? "") && !isWordChar(text.charCodeAt(at - 2));
  return { start: signed ? at - 1 : at, end: at + match[0].length, checked: isPlace(match[0]) };
}

/** Latitude and longitude with nothing but a space between, or one in words of the compass. */
const SPACED_PLACE = /[-+]?[0-8]?\d\.\d{4,8} [-+]?(?:1[0-7]\d|\d{1,2})\.\d{4,8}(?![\d.])/y;

const COARSE_PLACE = /-?\d{1,2}\.\d{1,8}\s?[,;/]\s?-?\d{1,3}\.\d{1,8}(?![\d.])/y;

/** Two fractions behind a word for a place; what links the word to them has taken the sign of the first. */
function matchCoarsePlace(text: string, at: number): Match | null {
  const start = text[at - 1] === "-" ? at - 1 : at;
  COARSE_PLACE.lastIndex = start;
  const match = COARSE_PLACE.exec(text);
  return match === null ? null : { start, end: start + match[0].length };
}

function matchSpacedPlace(text: string, at: number): Match | null {
  SPACED_PLACE.lastIndex = at;
  const match = SPACED_PLACE.exec(text);
  if (match === null || !/\d\d\./.test(match[0])) return null;
  const signed = /[-+−]/.test(text[at - 1] ?? "") && !isWordChar(text.charCodeAt(at - 2));
  return { start: signed ? at - 1 : at, end: at + match[0].length, checked: signed || match[0].includes(" -") };
}

const LATITUDE = "[-+]?(?:90(?:\\.0+)?|[0-8]?\\d\\.\\d{3,8})";
const LONGITUDE = "[-+]?(?:180(?:\\.0+)?|(?:1[0-7]\\d|\\d{1,2})\\.\\d{3,8})";
const COORDINATES = new RegExp(`${LATITUDE}\\s{0,2}[,;/|]\\s{0,2}${LONGITUDE}(?![\\d.])`, "y");

const PAIR =
  /(?:[\p{L} ]{1,30}:\s)?(?:(?:es|is|con|with|user|usuario)[\s:]{1,2}){0,2}((?=[\p{L}\d-]{1,24}[._\d-]|\p{Ll})[\p{L}\d][\p{L}\d._-]{2,30})\s?\/\s?((?=\S{0,30}[\d!#$%&*@^~])(?=\S{0,30}\p{L})[^\s,;"'<>/]{6,40}(?<![.,;:?)]))(?=[\s,;.)"']|$)/uy;

/** A name and a password with a stroke between; a stroke without spaces joins words as well, and paths. */
function readPair(text: string, at: number): RegExpExecArray | null {
  PAIR.lastIndex = at;
  const match = PAIR.exec(text);
  if (match === null || (!/\s\/\s/.test(match[0]) && !/[!#$%&*@^~]/.test(match[2]!))) return null;
  return match;
}

function matchPair(text: string, at: number): Match | null {
  const match = readPair(text, at);
  return match === null ? null : { start: at + match[0].length - match[2]!.length, end: at + match[0].length };
}

function matchPairName(text: string, at: number): Match | null {
  const match = readPair(text, at);
  if (match === null) return null;
  const start = at + match[0].indexOf(match[1]!);
  return { start, end: start + match[1]!.length };
}

/** Shannon entropy, bits per character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Random-looking: long, of mixed kinds, and high in entropy for its length. */
function isRandom(value: string): boolean {
  return value.length >= 16 && /\d/.test(value) && /[A-Za-z]/.test(value) && entropy(value) >= 3.2;
}

const KEY_PREFIXES =
  "sk-ant-[A-Za-z0-9_-]{10,200}|sk-(?:proj-)?[A-Za-z0-9_-]{16,200}|[rsp]k_(?:live|test)_[A-Za-z0-9]{10,120}|gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255}|glpat-[A-Za-z0-9_-]{16,64}|xox[abposr]-[A-Za-z0-9-]{10,200}|AIza[A-Za-z0-9_-]{30,50}|ya29\\.[A-Za-z0-9_-]{20,200}|(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}|hf_[A-Za-z0-9]{20,60}|npm_[A-Za-z0-9]{30,50}|SG\\.[A-Za-z0-9_-]{10,64}\\.[A-Za-z0-9_-]{16,64}|gsk_[A-Za-z0-9]{20,80}|pypi-[A-Za-z0-9_-]{20,250}|dop_v1_[a-f0-9]{40,80}|shpat_[a-f0-9]{20,60}|EAA[A-Za-z0-9]{30,300}|APP_USR-[A-Za-z0-9-]{16,200}";

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

/** A password behind "wifi", unless the name of the network stands there. */
function matchWifiPassword(text: string, at: number, regions: readonly string[]): Match | null {
  const match = matchPassword(text, at, regions);
  return match === null ||
    /(?<!\p{L})(?:red|network|ssid|rede|r[ée]seau|nombre|name|nome)(?!\p{L})/iu.test(text.slice(at, match.start))
    ? null
    : match;
}

/** Addresses of machines and places, and secrets. */
export const NETWORK: readonly Detector[] = [
  {
    name: "url",
    category: "URL",
    trigger: "scheme",
    match: matchUrl,
    cues: ["ownPage"],
    openEnd: true,
    scores: [0.42, 0.88, 0.9, 0.92],
  },
  {
    // "mi página es https://...", "here's my site: www....": whose it is.
    name: "url-of-mine",
    category: "URL",
    trigger: "word",
    words:
      "page|gallery|registry|galeria|pagina|site|website|web|blog|tienda|sitio|portfolio|portafolio|cv|store|shop|loja",
    side: "here",
    match:
      /(?<=(?:mi|my|meu|minha|mon|ma|nuestr[ao]|our|noss[ao]|su|his|her|your|tu|<|la)\s?(?:\p{L}{3,12}\s)?)\p{L}{2,12}(?:["'>\s:,-]{1,4}(?:es|is|é|est|at|en|web|online|page|personal)?[\s:"']{0,3})((?:https?:\/\/|www\.)[^\s<>"'`{}|\\^[\],;]{4,200}(?<![.,;:!?)]))/iuy,
    openEnd: true,
    scores: [0, 0.88, 0, 0],
  },
  {
    name: "url-bare",
    category: "URL",
    trigger: "dot",
    match: matchBareHost,
    cues: ["ownPage"],
    openEnd: true,
    scores: [0.36, 0.88, 0.85, 0.9],
  },
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
  {
    name: "coordinates",
    category: "COORDINATES",
    next: ".",
    trigger: "number",
    starts: [1, 2, 3],
    minDigits: 5,
    match: matchCoordinates,
    weak: true,
    cues: ["coordinates"],
    scores: [0.3, 0.97, 0.86, 0.97],
  },
  {
    name: "coordinates-spaced",
    category: "COORDINATES",
    next: ".",
    trigger: "number",
    starts: [1, 2],
    minDigits: 8,
    match: matchSpacedPlace,
    weak: true,
    cues: ["coordinates"],
    scores: [0, 0.95, 0.85, 0.97],
  },
  {
    name: "coordinates-coarse",
    category: "COORDINATES",
    trigger: "word",
    words: "geo|gps|coords|coordenadas|coordinates|latlng|latlon|ubicacion|location|position|posicion|ping|pin",
    match: matchCoarsePlace,
    scores: [0, 0.9, 0, 0],
  },
  {
    name: "coordinates-degrees",
    category: "COORDINATES",
    next: "° ",
    trigger: "number",
    starts: [1, 2],
    match:
      /\d{1,2}\s?°\s?\d{1,2}\s?['′]\s?(?:\d{1,2}(?:\.\d{1,4})?\s?["″]\s?)?[NS][,;]?\s{1,2}\d{1,3}\s?°\s?\d{1,2}\s?['′]\s?(?:\d{1,2}(?:\.\d{1,4})?\s?["″]\s?)?[EWO]/y,
    scores: [0.95, 0.97, 0, 0],
  },
  {
    name: "coordinates-hemisphere",
    category: "COORDINATES",
    next: ".",
    trigger: "number",
    starts: [1, 2],
    match: /\d{1,2}\.\d{2,8}\s?°?\s?[NS]\s?[,;/]?\s{0,2}\d{1,3}\.\d{2,8}\s?°?\s?[EWO](?![A-Za-z])/y,
    scores: [0.95, 0.97, 0, 0],
  },
  {
    name: "coordinate-labelled",
    category: "COORDINATES",
    trigger: "word",
    words: "lat|latitude|latitud|lon|lng|long|longitude|longitud",
    match: /-?\d{1,3}\.\d{3,10}(?!\d)/y,
    scores: [0, 0.9, 0, 0],
  },
  {
    name: "password-labelled",
    category: "PASSWORD",
    trigger: "word",
    words:
      "password|passwd|pwd|pass|contrasena|contrasenia|senha|mot passe|mdp|passphrase|clave acceso|clave wifi|clave internet|clave correo|clave portal|contrasena wifi|contrasena correo|wifi password|senha wifi",
    match:
      /(?:(?:wifi|nueva|temporal|es|is|est)[\s:]{1,2}){0,2}((?![/~])(?!\S{3,40}\s(?:from|desde|port)\s)(?=[^\s]{0,40}[0-9!#$%&*+@^_~])[^\s,;"'<>]{4,64}(?<![.,;:?)]))/y,
    openEnd: true,
    scores: [0, 0.94, 0, 0],
  },
  {
    name: "password-farther",
    category: "PASSWORD",
    trigger: "word",
    words:
      "password|passwords|passwd|passw|pwd|pw|psw|pswd|passcode|pass|contrasena|contrasenia|contrasenas|" +
      "contrasena nueva|contra nueva|contraseya|senha|senhas|mot passe|mdp|passphrase|passwort|clave nueva|" +
      "clave usuario|clave cuenta|clave netflix|clave router|clave red|clave sat|clave ciec|ciec|clave fiscal|" +
      "clave buro|clave clase|clave inicio|sena|sena secreta|palabra paso|clave zoom|clave plataforma|network key|" +
      "wifi key|wpa key|security key|chave acesso|palavra chave|code wifi|cle wifi|code acces|clave temporal|" +
      "clave firma|clave acceso|clave wifi|clave internet|clave correo|clave portal|clave digital|palavra passe|" +
      "contra wifi|clave unica|clave dinamica|clave internet banco|clave cajero virtual|clave sii|clave tributaria|" +
      "clave sol|clave seguridad social|clave permanente|clave hacienda",
    match: matchPassword,
    openEnd: true,
    scores: [0, 0.84, 0, 0],
  },
  {
    name: "password-of-user",
    category: "PASSWORD",
    trigger: "word",
    words: "clave|contra|pass|senha|temp",
    match: /(?:(?:es|is|:)\s)?((?=[A-Za-z]{0,20}\d)(?=\d{0,20}[A-Za-z])[A-Za-z0-9]{6,24})(?![A-Za-z0-9-])/y,
    cues: ["login"],
    scores: [0, 0.85, 0, 0],
  },
  {
    // "usuario ..., clave X7-qmLo-29", "login ... // temp Sunrise-41": other words for it, where one logs in.
    name: "password-beside-name",
    category: "PASSWORD",
    trigger: "word",
    words: "contra|clave|llave|temp|temporal|temporary|provisional|provisoria|provisorio|provisoire|initial",
    match: matchPassword,
    cues: ["login"],
    openEnd: true,
    scores: [0, 0.82, 0, 0],
  },
  {
    // A word with a number behind it, as people choose them; keys of products and references are in capitals.
    name: "password-plain",
    category: "PASSWORD",
    trigger: "word",
    words:
      "clave|contra|contrasena|pass|passcode|password|senha|sena|pw|pwd|mdp|mot passe|enrolment key|enrollment key|network key",
    match:
      /(?:(?:es|is|era|was|[ée]|est|:)\s)?((?!(?:v|ver|version|nivel|level|art|articulo|http)\d)(?:[a-z]{3,20}|[A-Z][a-z]{2,20}|[a-z]+[A-Z][A-Za-z]{1,18}|\d{1,3}[a-z][A-Za-z]{3,20})[._-]?\d{1,8}[!*.?]?)(?![A-Za-z0-9@/-])/y,
    openEnd: true,
    scores: [0, 0.86, 0, 0],
  },
  {
    // "el wifi de la casa es abuelita1948", "Lodger-2025-in for wifi".
    name: "password-of-wifi",
    category: "PASSWORD",
    trigger: "word",
    words: "wifi|wi fi|wlan|hotspot|router|modem|guest network|home network|red invitados|red casa",
    match: matchWifiPassword,
    openEnd: true,
    scores: [0, 0.84, 0, 0],
  },
  {
    // "la contra del netflix es casita1234": the word is "against" as well, so that something must announce the secret.
    name: "password-short-label",
    category: "PASSWORD",
    trigger: "word",
    words: "contra|contras|pass|clave",
    match:
      /(?:(?:de|del|do|da|du|of|for|para|pal)\s(?:(?:la|el|los|las|mi|my|the|le)\s)?[\p{L}-]{2,14}(?:\s[\p{L}-]{2,12})?)(?:\s(?:es|era|is|was|é|est)\s|\s?[:=]\s?)((?=[^\s]{0,24}\d)(?=[^\s]{0,24}\p{L})(?=[\p{Ll}\p{Lu}]{0,3}\p{Ll}|[^\s]{0,24}[!@#$%&*?])[^\s,;"'<>:/()]{6,40}(?<![.,;:?)]))(?=[\s,;.)"']|$)/uy,
    openEnd: true,
    scores: [0, 0.84, 0, 0],
  },
  {
    name: "password-digits",
    category: "PASSWORD",
    trigger: "word",
    words: "ponle|pon|ponga|teclea|ingresa|ponele|poe|digita",
    match: /\d{4,8}(?![\d.,:/-]*\d|\s?(?:pesos|euros|%|minutos|a[nñ]os))/y,
    cues: ["password"],
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "passphrase",
    category: "PASSWORD",
    trigger: "word",
    words: "passphrase|frase clave|frase paso|frase secreta|safe word|palabra clave alarma",
    match:
      /(?!(?:is|was|must|should|required|to|for|and|the|de|que|para|no|when|policy|or|debe)\s\p{Ll}+\s(?:to|required))((?!(?:must|should|required|to|for|and|when|policy|or|de|que|para|debe|in|on)(?![\p{L}]))\p{Ll}{3,14}(?:[ -](?!(?:and|to|for|is|y|que|para|when|or|in|on)(?![\p{L}]))\p{Ll}{3,14}){1,4})(?=["”]?\s?(?:[.,;\n]|$))/uy,
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "password-after-colon",
    category: "PASSWORD",
    trigger: "word",
    words: "password|passwd|pwd|pass|contrasena|contrasenia|senha|mdp|passphrase",
    side: "here",
    match:
      /[\p{L}]{3,11}"?(?:\s{0,2}[:=]\s{0,2}"?(?![/~])(?!(?:required|obligatori[oa]|null|none|incorrect[oa]?|inv[aá]lid[oa]?|wrong|expired|true|false|string)(?![\p{L}\p{N}]))|\s(?:es|is)\s"?(?=[^\s]{0,40}[0-9!#$%&*+@^_~]))([^\s,;"'<>]{4,64}(?<![.,;:?)]))/uy,
    openEnd: true,
    scores: [0, 0.62, 0, 0],
  },
  {
    name: "password-key",
    category: "PASSWORD",
    trigger: "word",
    words: "clave|acceso|credenciales|credentials|clave nueva|nueva clave|mi clave",
    match:
      /(?:(?:es|is|nueva|temporal)[\s:]{1,2}){0,2}((?=[^\s]{0,40}\d)(?=[^\s]{0,40}[A-Za-z])(?=[^\s]{0,40}[!#$%&*@^~.][^\s]|[^\s]{0,40}[!#$%&*@^~])[^\s,;"'<>:/()-]{6,40}(?<![.,;:?)]))/y,
    openEnd: true,
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "pin",
    category: "PASSWORD",
    trigger: "word",
    words:
      "pin|nip|otp|code secret|code confidentiel|code carte|son code|mon code|votre code|codigo secreto|palabra clave|codigo verificacion|verification code|codigo seguridad|token|clave|password|contrasena|one time code|codigo acceso|passcode",
    match:
      /(?<!\b[Cc]lave\s(?=\d{7}(?!\d)))(?:(?:es|is|code|c[oó]digo|tarjeta|card|cart[aã]o|carte|banco|bank|atm|cajero|acct|account|cuenta|alarma?|puerta|door|gate|port[oó]n|locker|casillero|candado|caja|fuerte|celular|cel|phone|tel[eé]fono|sim|buz[oó]n|entrada|edificio|on|del|de|of|for|mi|my|la|the)[\s:]{1,2}){0,5}(\d{4,8}[#*]?)(?![\d.,:/-]*\d)/y,
    scores: [0, 0.72, 0, 0],
  },
  {
    // "el pin de la tarjeta, creo que era 4417", "el código de la cajita es 0917".
    name: "pin-farther",
    category: "PASSWORD",
    trigger: "word",
    words: "pin|nip",
    match:
      /[^\d.?!\n]{1,40}\s(?:es|era|is|was|é|est|ser[ií]a)\s(?:el\s|la\s)?(\d{4,8})(?![\d.,:/-]*\d|\s?(?:a[nñ]os|years|pesos|euros|d[ií]gitos|digits))/iuy,
    scores: [0, 0.76, 0, 0],
  },
  {
    name: "code-of-door",
    category: "PASSWORD",
    trigger: "word",
    words: "codigo|code|clave|combinacion|combination|combo|combinaison",
    match:
      /(?:(?:de|del|da|do|du|of|for|para|to|on)\s(?:(?:la|el|the|le)\s)?)(?:cajita|caja|caja fuerte|puerta|porter[ií]a|port[oó]n|alarma?|candado|locker|lock ?box|llavero|edificio|entrada|entr[eé]e|garage|garaje|cochera|gate|door|box|key ?safe|safe|padlock|porte|immeuble|casillero|buz[oó]n|reja|zaguan|shed|store ?room|pr[eé]dio|cofre|cadeado)s?(?:\s(?:es|is|era|é|est|son)\s|\s?:\s?|\s)(\d{3,8}[#*]?)(?![\d.,:/-]*\d)/iuy,
    scores: [0, 0.84, 0, 0],
  },
  {
    name: "pin-spoken",
    category: "PASSWORD",
    trigger: "word",
    words:
      "pin|nip|otp|clave cajero|clave|passcode|codigo acceso|codigo verificacion|verification code|one time code|codigo secreto",
    match: spokenBehind(4, 6),
    scores: [0, 0.84, 0, 0],
  },
  {
    // "mysql -u root_ro -pZx91kd!", "curl -u name:secret".
    name: "username-of-command",
    category: "USERNAME",
    trigger: "word",
    words: "u|user|username",
    side: "here",
    match:
      /(?<=\s-{1,2})(?:u|user|username)[\s=]["']?(?!(?:admin|root|user|guest)\b)([A-Za-z][\w.-]{2,30})(?=["']?\s{1,2}-{1,2}p|:\S)/y,
    scores: [0, 0.9, 0, 0],
  },
  {
    name: "password-of-command",
    category: "PASSWORD",
    trigger: "word",
    words: "u|user|username",
    side: "here",
    match:
      /(?<=\s-{1,2})(?:u|user|username)[\s=]["']?[A-Za-z][\w.-]{2,30}["']?(?:\s{1,2}-{1,2}p(?:ass|assword|w)?[\s=]?["']?|:)([^\s"']{4,40})/y,
    openEnd: true,
    scores: [0, 0.9, 0, 0],
  },
  {
    name: "pin-answered",
    category: "PASSWORD",
    trigger: "word",
    words: "pin|nip|passcode|codigo acceso|codigo verificacion|verification code|otp",
    match: new RegExp(`${ANSWER}(\\d{4,8})(?![\\d.,:/-]*\\d)`, "iuy"),
    scores: [0, 0.96, 0, 0],
  },
  {
    // "login: r.quintana / Verano#2281".
    name: "password-of-pair",
    category: "PASSWORD",
    trigger: "word",
    words:
      "identifiants|identifiant|logins|accesses|login|acceso|accesos|usuario|user|username|portal|credenciales|" +
      "credentials|access|logueo|entrar|puse|meto|ingreso|wifi|wi fi|wlan|red wifi|network|cred|creds|credencial|" +
      "user pass|usuario clave|admin|router|panel|cpanel|ftp|vpn|rdp|ssh",
    match: matchPair,
    scores: [0, 0.955, 0, 0],
  },
  {
    name: "username-of-pair",
    category: "USERNAME",
    trigger: "word",
    words:
      "identifiants|identifiant|logins|accesses|login|acceso|accesos|usuario|user|username|portal|credenciales|" +
      "credentials|access|logueo|entrar|puse|meto|ingreso|cred|creds|credencial|user pass|usuario clave|admin|" +
      "panel|cpanel|ftp|vpn|rdp|ssh",
    match: matchPairName,
    scores: [0, 0.9, 0, 0],
  },
  {
    // The tokens of bots: a number and a secret with a colon between.
    name: "api-key-of-bot",
    category: "API_KEY",
    trigger: "number",
    starts: [8, 9, 10],
    next: ":",
    match: /\d{8,10}:AA[A-Za-z0-9_-]{28,40}/y,
    openEnd: true,
    scores: [0.96, 0.97, 0, 0],
  },
  {
    name: "api-key-code",
    category: "API_KEY",
    opens: "sprgxAyhnSdE",
    trigger: "code",
    match: new RegExp(`(?:${KEY_PREFIXES})`, "y"),
    openEnd: true,
    scores: [0.97, 0.97, 0, 0],
  },
  {
    name: "api-key-word",
    category: "API_KEY",
    opens: "sprgxAyhnSdE",
    trigger: "word",
    words: "sk|pk|rk|ghp|gho|ghs|ghu|ghr|github|glpat|xoxb|xoxp|xoxa|xoxo|xoxs|xoxr|hf|npm|gsk|pypi|dop|shpat|sg|ya",
    side: "here",
    match: new RegExp(`(?:${KEY_PREFIXES})`, "y"),
    openEnd: true,
    scores: [0, 0.97, 0, 0],
  },
  {
    name: "jwt",
    category: "API_KEY",
    opens: "e",
    trigger: "code",
    match: /eyJ[A-Za-z0-9_-]{8,2000}\.[A-Za-z0-9_-]{8,2000}(?:\.[A-Za-z0-9_-]{0,2000})?/y,
    openEnd: true,
    scores: [0.97, 0.97, 0, 0],
  },
  {
    name: "secret-labelled",
    weak: true,
    category: "API_KEY",
    trigger: "word",
    words:
      "apikey|api key|api token|token|secret|secreto|bearer|access key|secret key|client secret|access token|authorization bearer|auth token",
    match:
      /(?:(?:key|token|is|es|bearer)[\s:=]{1,2}){0,2}"?((?!(?:sha\d{1,3}|md5)[:=]|[A-Z_]{3,30}=)[A-Za-z0-9_\-./+=]{12,500})/iy,
    check: (value) => isRandom(value) || /^A(?:KIA|SIA)[A-Z2-7]{16}$/.test(value),
    openEnd: true,
    scores: [0, 0, 0, 0.9],
  },
  {
    // "LIMS_KEY=lk_3f9Ta81Qz77Vb0Xe": the name of a variable.
    name: "secret-variable",
    category: "API_KEY",
    trigger: "word",
    words: "key|apikey|token|secret|llave|chave|cle",
    side: "here",
    match: /[A-Za-z]{3,6}["']?\s?[=:]\s?["']?((?=[A-Za-z_-]{0,40}\d)[A-Za-z0-9_\-.]{16,200})(?![A-Za-z0-9@/])/y,
    weak: true,
    check: isRandom,
    openEnd: true,
    scores: [0, 0, 0, 0.9],
  },
  {
    name: "high-entropy",
    weak: true,
    category: "API_KEY",
    trigger: "code",
    starts: range(32, 36),
    // A fingerprint of a key is public.
    match: /(?<!(?:sha\d{1,3}|md5)[:=-])[A-Za-z0-9_-]{32,200}/iy,
    check: (value) => isRandom(value) && entropy(value) > 3.6,
    cues: ["secret"],
    openEnd: true,
    scores: [0, 0, 0.45, 0.9],
  },
  {
    name: "private-key",
    category: "API_KEY",
    trigger: "word",
    words: "begin",
    side: "here",
    match: /BEGIN (?:RSA |EC |OPENSSH |DSA |ENCRYPTED |PGP )?PRIVATE KEY(?: BLOCK)?-----[A-Za-z0-9+/=\s:,.-]{0,8000}/y,
    openEnd: true,
    scores: [0, 0.99, 0, 0],
  },
];
