import type { Detector, Match } from "../detector.ts";
import { range } from "../detector.ts";
import { charClass, isWordChar } from "../characters.ts";
import {
  matchGroupedPhone,
  matchInternationalPhone,
  matchPhoneBehindWord,
  matchPhoneWithExtension,
  matchPlainPhone,
  matchShortPhone,
  matchSpokenPhone,
  matchZeroPhone,
} from "../phones.ts";
import { matchSpokenEmail } from "../spoken.ts";
import { matchAccountName, matchFamilyAccount } from "../credentials.ts";

const DOMAIN = /(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,62})\.){1,8}\p{L}{2,24}/uy;
const ADDRESS_LITERAL = /\[[0-9a-fA-F:.]{7,45}\]/y;
const LOCAL_MAX = 96;
const HIDDEN = /(?:[\p{L}\d._]{1,12}\*{1,12}|\*{3,12})$/u;

function isLocalChar(code: number): boolean {
  // ! # $ % & ' * + - . / = ? ^ _ ` { | } ~ are legal, but most of them separate in prose: the usual ones only.
  return charClass(code) !== 0 || code === 46 || code === 95 || code === 43 || code === 45 || code === 37;
}

/** The apostrophe of `o'neil`, but not one that opens a quotation. */
function isIrishName(text: string, at: number): boolean {
  return (
    text[at] === "'" && (text.charCodeAt(at - 1) | 32) === 111 && (at === 1 || charClass(text.charCodeAt(at - 2)) === 0)
  );
}

/** An address around an `@`: the local part is read backwards, the domain forwards. */
export function matchEmail(text: string, at: number): Match | null {
  let start = at;
  const least = Math.max(0, at - LOCAL_MAX);
  while (start > least && (isLocalChar(text.charCodeAt(start - 1)) || isIrishName(text, start - 1))) start--;
  // "m***r@gmail.com": letters that have been hidden.
  const hidden = HIDDEN.exec(text.slice(Math.max(0, start - 24), start));
  if (hidden !== null) start -= hidden[0].length;
  while (start < at && (text[start] === "." || text[start] === "-" || text[start] === "%")) start++;
  if (start === at) {
    // "Juan Pérez"@example.org: a quoted local part.
    if (text[at - 1] !== '"') return null;
    const quote = text.lastIndexOf('"', at - 2);
    if (quote < 0 || at - quote > LOCAL_MAX) return null;
    start = quote;
  }
  DOMAIN.lastIndex = at + 1;
  const domain = DOMAIN.exec(text);
  if (domain !== null) return { start, end: at + 1 + domain[0].length, checked: true };
  ADDRESS_LITERAL.lastIndex = at + 1;
  const literal = ADDRESS_LITERAL.exec(text);
  return literal === null ? null : { start, end: at + 1 + literal[0].length, checked: true };
}

const SPACED_DOMAIN =
  /[ \t]{1,2}([\p{L}\p{N}-]{1,40}(?:[ \t]{0,2}\.[ \t]{0,2}[\p{L}\p{N}-]{1,24}){0,2}[ \t]{0,2}\.[ \t]{0,2}\p{L}{2,24})/uy;

/** `juan @ gmail . com`: spaces put around the sign to hide the address. */
export function matchSpacedEmail(text: string, at: number): Match | null {
  let end = at;
  while (end > 0 && at - end < 2 && text[end - 1] === " ") end--;
  let start = end;
  while (start > 0 && end - start < LOCAL_MAX && isLocalChar(text.charCodeAt(start - 1))) start--;
  if (start === end) return null;
  SPACED_DOMAIN.lastIndex = at + 1;
  const domain = SPACED_DOMAIN.exec(text);
  return domain === null ? null : { start, end: at + 1 + domain[0].length, checked: true };
}

/** Words that stand where a name might, behind "user:" in a transcript or a form. */
const NO_NAME =
  "(?:and|the|y|e|et|or|o|a[nñ]adido|activo|inactivo|active|inactive|failed|ok|okay|none|null|n\\/a|hello|hi|hey|hola|buen[oa]s|yes|no|s[ií]|gracias|thanks|required|obligatorio|unknown|desconocido|invalid|inv[aá]lido|new|nuevo|nueva|final|name|nombre|id|bloqueado|blocked|locked|input|query|message|pregunta|mensaje|admin|anonymous|an[oó]nimo|guest|invitado)(?![\\p{L}\\p{N}._-])";
const PASSWORD_WORD = "(?:pass|pwd|clave|contra|senha|mot de passe|mdp)";

/** Where people have account names. */
const PLATFORMS =
  "discord|disc|twitch|steam|psn|xbox|gamertag|gamer tag|roblox|riot id|battletag|battle net|epic|fortnite|minecraft|instagram|insta|ig|twitter|tiktok|telegram|tg|snap|snapchat|reddit|github|gitlab|bitbucket|linkedin|facebook|fb|messenger|threads|mastodon|bluesky|youtube|vinted|wallapop|ebay|etsy|strava|spotify|soundcloud|skype|kik|signal|venmo|cash app|twitter x|onlyfans|patreon|pinterest|tinder|bumble|grindr|duolingo|chess com|lichess|letterboxd|goodreads|tumblr|wattpad|mercadolibre|mercado libre|olx|poshmark|depop|airbnb|couchsurfing|handle|screen name|nickname|nick|apodo|alias|pseudo|acc|new acc|cuenta nueva|new account|usuario|user|username";
const TAG_BEFORE = /[\p{L}\d][\p{L}\d._]{2,23}#$/u;

/** "VoidPanda#7305": the name stands before the number that is the trigger. */
function matchTag(text: string, at: number): Match | null {
  const name = TAG_BEFORE.exec(text.slice(Math.max(0, at - 26), at));
  if (name === null) return null;
  let end = at;
  while (end < text.length && end - at < 6 && isWordChar(text.charCodeAt(end))) end++;
  return { start: at - name[0].length, end, checked: /\p{Ll}\p{Lu}|\d/u.test(name[0]) };
}

/** A name that is no word: two parts with `_` or `.` between, or letters and digits. */
const ACCOUNT =
  "(?=[\\p{L}\\d.-]{0,24}[\\d_]|[\\p{L}\\d-]{1,24}\\.\\p{L})(?=[\\d._-]{0,24}\\p{L})(?!\\p{L}\\.\\p{L}\\.|v\\d|\\d+(?:st|nd|rd|th|h|hs|am|pm|k|m|x|gb|mb|tb|fps|p|v|usd|eur)(?![\\p{L}\\d._]))[\\p{L}\\d][\\p{L}\\d._-]{2,30}(?<![.-])";
const ON_PLATFORM = new RegExp(
  `(?:['’]?s\\s)?(?:(?:is|es|est|é|era|as|como|user|usuario|handle|name|nombre|id|tag|account|cuenta|[:=–—-])[\\s:]{1,2}){0,3}["'@]?(${ACCOUNT})(?![\\p{L}\\d@/(])(?!\\.(?:com|net|org|io|mx|es|ar))`,
  "uy",
);
const BEFORE_PLATFORM = new RegExp(
  `(?<![\\p{L}\\d@._/-])(${ACCOUNT})["']?\\s(?:(?:on|en|no|na|sur|in|de|at|is|es|est)\\s(?:(?:my|mi|mon|meu|el|the|la)\\s(?:(?:new|nuevo|nueva)\\s)?)?)$`,
  "u",
);

function matchOnPlatform(text: string, at: number): Match | null {
  ON_PLATFORM.lastIndex = at;
  const match = ON_PLATFORM.exec(text);
  if (match === null) return null;
  const end = at + match[0].length;
  return { start: end - match[1]!.length, end };
}

/** "voidpanda_live on twitch". */
function matchBeforePlatform(text: string, at: number): Match | null {
  const before = text.slice(Math.max(0, at - 56), at);
  if (!before.endsWith(" ")) return null;
  const match = BEFORE_PLATFORM.exec(before);
  if (match === null) return null;
  const start = at - before.length + match.index;
  return { start, end: start + match[1]!.length };
}

/** E-mail, telephone and account names. */
export const CONTACT: readonly Detector[] = [
  { name: "email", category: "EMAIL", trigger: "at", match: matchEmail, openEnd: true, scores: [0, 0.6, 0, 0.99] },
  { name: "email-spaced", category: "EMAIL", trigger: "at", match: matchSpacedEmail, scores: [0, 0.5, 0, 0.85] },
  {
    name: "email-spoken",
    category: "EMAIL",
    trigger: "word",
    words: "arroba|aroba|arobase|arobas|at",
    side: "here",
    match: matchSpokenEmail,
    scores: [0, 0.5, 0, 0.95],
  },
  {
    name: "handle",
    category: "USERNAME",
    trigger: "at",
    match: /(?<![A-Za-z0-9_.])@(?!\d+(?![\w]))[A-Za-z0-9_](?:[A-Za-z0-9_]|\.(?=[A-Za-z0-9_])){2,30}/y,
    cues: ["username", "follow"],
    scores: [0.4, 0.75, 0, 0],
  },
  {
    name: "phone-international",
    category: "PHONE",
    trigger: "number",
    follows: "+ ",
    match: matchInternationalPhone,
    minDigits: 7,
    cues: ["phone"],
    scores: [0.55, 0.85, 0.96, 0.99],
  },
  {
    name: "phone-zero-prefix",
    weak: true,
    category: "PHONE",
    trigger: "number",
    opens: "0",
    starts: range(2, 15),
    minDigits: 10,
    match: matchZeroPhone,
    cues: ["phone"],
    against: ["money", "product", "measure", "order", "file"],
    scores: [0, 0, 0.9, 0.98],
  },
  {
    name: "phone-grouped",
    weak: true,
    category: "PHONE",
    trigger: "number",
    starts: range(1, 5),
    next: " -.,)",
    minDigits: 7,
    match: matchGroupedPhone,
    cues: ["phone"],
    against: ["money", "product", "measure", "order", "file", "unit"],
    scores: [0.3, 0.8, 0.66, 0.95],
  },
  {
    name: "phone-with-extension",
    category: "PHONE",
    trigger: "number",
    starts: range(1, 5),
    minDigits: 9,
    match: matchPhoneWithExtension,
    weak: true,
    scores: [0, 0, 0.95, 0.97],
  },
  {
    name: "phone-behind-word",
    weak: true,
    category: "PHONE",
    trigger: "word",
    words: "al|ao|au|no|at|del|desde|from",
    side: "here",
    match: matchPhoneBehindWord,
    shape: /(?:al|ao|au|no|at|del|desde|from)\s[(\d]/i,
    scores: [0, 0, 0, 0.9],
  },
  {
    name: "phone-plain",
    weak: true,
    category: "PHONE",
    trigger: "number",
    starts: range(7, 12),
    match: matchPlainPhone,
    cues: ["phone"],
    against: ["money", "product", "measure", "order", "file", "unit"],
    scores: [0, 0.75, 0.42, 0.92],
  },
  {
    name: "phone-short",
    category: "PHONE",
    trigger: "word",
    words: "extension|ext|extn",
    match: matchShortPhone,
    scores: [0, 0.7, 0, 0],
  },
  {
    name: "phone-short-cued",
    category: "PHONE",
    trigger: "word",
    words: "interno|anexo|ramal|poste",
    match: matchShortPhone,
    cues: ["phone"],
    scores: [0, 0.7, 0, 0],
  },
  {
    name: "phone-last-digits",
    category: "PHONE",
    trigger: "word",
    words:
      "termina|terminada|terminado|terminacion|acaba|acabado|ending|ends|ultimos cuatro|ultimos digitos|last four|last digits",
    match: /(?:(?:en|in|con|with|d[ií]gitos|digits|es|is|are|son|:)[\s:]{1,2}){0,4}(\d{4})(?![\d.,:/-]*\d|[ -]\d)/y,
    cues: ["phone"],
    scores: [0, 0.86, 0, 0],
  },
  {
    name: "phone-spoken",
    weak: true,
    category: "PHONE",
    trigger: "spoken",
    match: matchSpokenPhone,
    cues: ["phone"],
    scores: [0.5, 0.9, 0.75, 0.96],
  },
  {
    name: "username-labelled",
    category: "USERNAME",
    trigger: "word",
    words:
      "usuario|user|username|usr|login|userid|user id|user name|nombre usuario|nome usuario|account name|screen name|nickname|nick|apodo|alias|utilizador|identifiant|pseudo|instagram|insta|ig|tiktok|telegram|discord|handle",
    match:
      /(?=[A-Za-z0-9._-]{0,30}(?:\d|[._][A-Za-z0-9]))(?![\d.,:]+(?![\w]))[A-Za-z0-9][A-Za-z0-9._-]{2,30}(?<![.-])/y,
    scores: [0, 0.92, 0, 0],
  },
  {
    name: "username-after-colon",
    category: "USERNAME",
    trigger: "word",
    words: "usuario|user|username|usr|login|userid|user id|nickname|nick|apodo|utilizador|identifiant",
    side: "here",
    match: new RegExp(
      `[A-Za-z]{2,12}(?: id)?"?\\s{0,2}[:=]\\s{0,2}"?((?!${NO_NAME})[A-Za-z0-9][A-Za-z0-9._-]{2,30}(?<![.-]))(?!\\s{1,2}(?!${PASSWORD_WORD})\\p{L})`,
      "iuy",
    ),
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "username-farther",
    category: "USERNAME",
    trigger: "word",
    words:
      "usuario|username|user name|user|login|logon|nickname|nick|apodo|handle|nombre usuario|nome usuario|identifiant|pseudo|utilizador|usr|entre con|ingrese con|ingreso con|login as|logged in as|inicie sesion con|entrar con",
    match: matchAccountName,
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "username-entered",
    category: "USERNAME",
    trigger: "word",
    words:
      "entre con|ingrese con|ingreso con|entro con|entrar con|login as|logged in as|logs in as|inicie sesion con|logueo con",
    match: /(?=[\p{L}\d-]{1,24}[._\d])(?!\d+(?![\p{L}\d]))[\p{L}\d](?:[\p{L}\d_-]|\.(?=[\p{L}\d])){2,30}/uy,
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "username-also",
    category: "USERNAME",
    trigger: "code",
    match:
      /(?!base\d|sha\d|utf|http|python|node|win|ios|android|covid|ipv|md5|oauth|web|mp\d|log4|log\d|utf|iso|rfc|cat\d|usb|ps\d)[a-z]{4,20}\d{2,4}(?![A-Za-z0-9-]|\.\p{L}|["']\s?:)/uy,
    cues: ["username"],
    against: ["product", "version", "password"],
    scores: [0, 0.62, 0, 0],
  },
  {
    name: "username-of-key",
    category: "USERNAME",
    trigger: "word",
    words:
      "assigned to|assignee|owner|created by|updated by|modified by|requested by|approved by|actor|principal|uid|sub|author|requester|reporter|badge|operator|operador|cajero|registro|autor|creado por|usuario id|sesion|session|by|agent|agente|account|cuenta",
    side: "here",
    match: new RegExp(
      `[A-Za-z]{2,12}"?=\\s?["']?((?!${NO_NAME}|true|false|\\d{1,3}(?![\\p{L}\\d._-]))(?=[\\p{L}\\d.-]{0,30}\\p{L})[\\p{L}\\d][\\p{L}\\d._-]{2,30}(?<![.-]))(?![\\p{L}\\d@/])`,
      "uy",
    ),
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "username-of-label",
    category: "USERNAME",
    trigger: "word",
    words:
      "assigned to|assignee|owner|created by|updated by|modified by|requested by|approved by|actor|principal|uid|sub|author|requester|reporter|badge|operator|operador|cajero|registro|autor|creado por|usuario id|sesion|session|agent|agente|account|cuenta",
    side: "here",
    match:
      /[A-Za-z]{2,12}"?\s?:\s?["']?((?=[\p{L}\d-]{1,30}[._]\p{L})[\p{Ll}\d][\p{Ll}\d._-]{3,30}(?<![.-])|[a-z0-9-]{4,14}\|[A-Za-z0-9]{6,40})(?![\p{L}\d@/])/uy,
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "username-of-family",
    category: "USERNAME",
    trigger: "word",
    words:
      "owner|assignee|author|admin|operator|operador|account|reporter|requester|user|usuario|login|autor|" +
      "created by|assigned to|modified by|approved by|propietario|responsable",
    match: matchFamilyAccount,
    scores: [0, 0.84, 0, 0],
  },
  {
    // "account hollis_m signed in"
    name: "username-joined",
    category: "USERNAME",
    trigger: "word",
    words: "account|admin|owner",
    match:
      /(?!\w*_(?:id|ids|key|name|type|number|no|at|date|status|code|ref|token|count|test|prod|dev|admin|service|api|config)(?![a-z\d]))(?=[a-z\d]{2,20}_[a-z\d])[a-z][a-z\d_]{3,30}(?=\s(?!=)\p{L}|[,;]|\.(?:\s|$)|$)(?!\s(?:table|column|field|column|variable|is required|tabla|campo|columna))/uy,
    cues: ["login"],
    scores: [0, 0.78, 0, 0],
  },
  {
    name: "username-of-sudo",
    category: "USERNAME",
    trigger: "word",
    words: "sudo",
    side: "here",
    match: /sudo(?:\[\d+\])?:\s{1,6}([a-z_][a-z\d._-]{1,30})(?=\s{1,2}:)/y,
    scores: [0, 0.92, 0, 0],
  },
  {
    name: "username-in-path",
    category: "USERNAME",
    trigger: "word",
    words: "users|user|home|usuarios|perfil|profile|profiles",
    side: "here",
    match: new RegExp(
      `(?<=[/\\\\])[A-Za-z]{4,8}[/\\\\]{1,2}((?!(?:[Ss]hared|[Pp]ublic|[Dd]efault|[Gg]uest|[Aa]dministrator|[Aa]dmin|runner|node|root|app|ubuntu|me|self|list|search|login|logout|new|all|current|create|edit|count|ec2-user|vagrant|pi|git|bin|local|lib|settings|\\d+(?![\\p{L}\\d._-])|v\\d)(?![\\p{L}\\d._-])|${NO_NAME})[\\p{L}\\d][\\p{L}\\d._-]{2,30})(?=[/\\\\?\\s"']|$)`,
      "uy",
    ),
    scores: [0, 0.82, 0, 0],
  },
  {
    name: "username-underscored",
    category: "USERNAME",
    trigger: "word",
    words: "como|as|por|by|usuario|user",
    match: /(?=[a-z0-9-]{1,24}_[a-z0-9])[a-z][a-z0-9_-]{3,30}/y,
    cues: ["login"],
    scores: [0, 0.75, 0, 0],
  },
  {
    name: "cashtag",
    category: "USERNAME",
    trigger: "word",
    words: "cash app|cashapp|cashtag|cash",
    match: /(?:(?:is|es|:)\s)?(\$[A-Za-z][A-Za-z0-9_-]{2,19})/y,
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "payment-handle",
    category: "USERNAME",
    trigger: "word",
    words:
      "venmo|zelle|bizum|paypal|mercado pago|revolut|twitch|ig|instagram|tiktok|slack|soy|sou|telegram|tg|discord|" +
      "twitter|threads|snap|snapchat|handle|dm|escribeme|escribime|buscame|find me|sigueme|seguime|follow|i m|i am|" +
      "je suis|add me|agregame|youtube|wechat|kick|github|gitlab|bluesky|mastodon|linkedin|facebook|fb|insta|" +
      "perfil|profile|pseudo|mencionen|etiqueten|etiquetar",
    match: /(?<![\w.])@[A-Za-z0-9](?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9_-])){2,30}/y,
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "username-tag",
    category: "USERNAME",
    trigger: "number",
    starts: [3, 4, 5],
    follows: "#",
    match: matchTag,
    weak: true,
    cues: ["username", "follow"],
    against: ["product", "order", "file"],
    scores: [0, 0.88, 0.6, 0.9],
  },
  {
    name: "username-on-platform",
    category: "USERNAME",
    trigger: "word",
    words: PLATFORMS,
    match: matchOnPlatform,
    scores: [0, 0.84, 0, 0],
  },
  {
    // `"discord": "pixelnun"`: whatever stands in the field is the name.
    name: "username-in-field",
    category: "USERNAME",
    trigger: "word",
    words: PLATFORMS,
    side: "here",
    match: /[A-Za-z_]{2,16}["']\s?:\s?["']@?([\p{L}\d][\p{L}\d._-]{2,30})(?=["'])/uy,
    scores: [0, 0.86, 0, 0],
  },
  {
    // "user=CORP\\jsalcedo": a name in its domain.
    name: "username-of-domain",
    category: "USERNAME",
    trigger: "word",
    words: "user|usuario|username|usr|login|account|logon|as|como|samaccountname",
    match: /[A-Za-z][A-Za-z0-9-]{1,20}\\{1,2}[A-Za-z][A-Za-z0-9._-]{1,30}/y,
    scores: [0, 0.95, 0, 0],
  },
  {
    name: "username-of-log",
    category: "USERNAME",
    trigger: "word",
    words: "user|sudo|autor|author|autora|committed by|pushed by|accepts|accepted|router login|login|as",
    match:
      /(?:(?:for|invalid|user|still|accepts)\s){0,3}((?=[a-z\d.]{1,24}[._-][a-z\d]|[a-z]{3,20}\d)[a-z][a-z\d._-]{2,30}(?<![.-]))(?=\s(?:from|with|port|\/|con|desde|accepted)\s|[\s,;)]|$)(?!\s?[\p{L}])/uy,
    cues: ["login"],
    scores: [0, 0.82, 0, 0],
  },
  {
    name: "username-of-server-log",
    category: "USERNAME",
    trigger: "word",
    words:
      "failed password|accepted password|accepted publickey|invalid user|session opened|authentication failure|" +
      "login failed|failed login|session closed|session closed for user|connection closed|disconnected from user|" +
      "disconnected from|logged out|logout|account locked|cuenta bloqueada|sesion cerrada|sesion iniciada|login ok|" +
      "login correcto|new session|removed session|auth failure|auth failed|conexion cerrada",
    match:
      /(?:(?:for|invalid|user|by|user=)\s?){0,3}((?!root\b|admin\b)[a-z_][a-z\d._-]{2,30})(?=\s(?:from|by|with|port|on)\s|[\s,;)]|$)/uy,
    scores: [0, 0.86, 0, 0],
  },
  {
    name: "username-before-platform",
    category: "USERNAME",
    trigger: "word",
    words: PLATFORMS,
    side: "here",
    match: matchBeforePlatform,
    scores: [0, 0.84, 0, 0],
  },
  {
    // "mi acceso al SIGA: ncordero, contraseña ...": the name stands before the word for the secret.
    name: "username-before-password",
    category: "USERNAME",
    trigger: "word",
    words: "acceso|accesos|login|credenciales|credentials|cuenta|account|portal|acesso|conta|compte",
    match: new RegExp(
      `[^,;:\\n]{0,24}(?::|\\s(?:es|is))\\s((?!${NO_NAME})[a-z][a-z0-9._-]{3,30})(?=,?\\s{1,2}(?:(?:y|and|e|et|con|with)\\s)?(?:el\\s|la\\s|mi\\s|the\\s)?(?:pass|pwd|clave|contrase|senha|mot de passe|mdp))`,
      "uy",
    ),
    scores: [0, 0.82, 0, 0],
  },
  {
    name: "username-with-password",
    category: "USERNAME",
    trigger: "word",
    words: "usuario|user|username|login",
    side: "here",
    match: new RegExp(
      `[A-Za-z]{4,8}\\s{1,2}((?!${NO_NAME})[A-Za-z0-9][A-Za-z0-9._-]{2,30})(?=,?\\s{1,2}(?:y|and|e|et)?\\s{0,2}(?:el\\s|la\\s|mi\\s|the\\s)?${PASSWORD_WORD})`,
      "iuy",
    ),
    scores: [0, 0.92, 0, 0],
  },
];
