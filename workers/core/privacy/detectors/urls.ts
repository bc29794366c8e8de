// Pages that lead to one person, and addresses with a credential in them.
import { charClass, foldText } from "../characters.ts";
import type { Detector, Match } from "../detector.ts";
import { TLDS } from "../tlds.ts";

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

export const URLS: readonly Detector[] = [
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
];
