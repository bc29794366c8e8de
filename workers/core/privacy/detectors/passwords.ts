// Passwords, PINs and codes of doors, and the user names that stand before them.
import { isWordChar } from "../characters.ts";
import { matchPassword } from "../credentials.ts";
import type { Detector, Match } from "../detector.ts";
import { ANSWER } from "../labels.ts";
import { spokenBehind } from "../spoken.ts";

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

/** A password behind "wifi", unless the name of the network stands there. */
function matchWifiPassword(text: string, at: number, regions: readonly string[]): Match | null {
  const match = matchPassword(text, at, regions);
  return match === null ||
    /(?<!\p{L})(?:red|network|ssid|rede|r[ée]seau|nombre|name|nome)(?!\p{L})/iu.test(text.slice(at, match.start))
    ? null
    : match;
}

/** Words that say something of a password, or lead on to what is said: no pass phrase has them. */
const OF_SENTENCES =
  "no|not|n't|never|nunca|jamais|jamás|ya|already|just|still|again|a[uú]n|todav[ií]a|muy|too|very|so|tan|trop|tr[èe]s|muito|bastante|quite|rather|pretty|really|more|less|m[aá]s|menos|mais|plus|moins|the|a|an|el|la|los|las|lo|un|una|uno|unos|unas|le|les|une|o|os|as|um|uma|my|your|his|her|its|our|their|mi|tu|su|mis|tus|sus|meu|minha|seu|sua|mon|ton|son|notre|votre|this|that|these|those|este|esta|ese|esa|esto|eso|it|what|which|who|when|where|why|how|if|que|qu[eé]|cu[aá]l|cuando|donde|como|si|quand|comme|and|or|but|nor|y|e|u|ni|pero|mas|sino|et|ou|mais|to|of|for|from|in|on|at|by|with|without|as|than|until|de|del|al|en|con|sin|por|para|desde|hasta|entre|sobre|du|des|do|da|em|com|sem|pelo|pela|pour|par|avec|sans|be|been|being|is|are|was|were|has|have|had|do|does|did|will|would|can|could|should|must|may|es|son|est[aá]|estaba|ser[aá]|fue|era|hay|tiene|puede|debe|please|por favor|gracias|thanks|igual|same|only|also|solo|s[oó]lo|tambi[eé]n|now|ahora|hoy|today|then|here|there|aqu[ií]|all|always|siempre|toujours|sempre|everywhere|required|obligatori[oa]|optional|opcional|case|sensitive|secure|safe|insecure|secret|secret[oa]|weak|strong|long|short|wrong|right|invalid|valid|empty|blank|null|none|unique|temporary|default|personal|private|public|different|new|old|d[eé]bil|fuerte|segur[oa]|insegur[oa]|larg[oa]|cort[oa]|f[aá]cil|dif[ií]cil|v[aá]lid[oa]|inv[aá]lid[oa]|inv[aá]lide|incorrect[oa]?|correct[oa]|err[oó]ne[oa]|errad[oa]|equivocad[oa]|vac[ií][oa]|[uú]nic[oa]|m[ií][oa]|tuy[oa]|suy[oa]|mine|yours|personal|temporal|nuev[oa]|viej[oa]|antigu[oa]|diferente|distint[oa]|mism[oa]|mala|buena|mal|bien|fort|faible|longue|courte|vide|fraca|forte|longa|curta|sir|ma'am|se[nñ]or|se[nñ]ora|character|characters|caracteres|d[ií]gitos|digits|letters|letras|words|palabras";
/** Forms of verbs and adverbs. */
const FORMED = "\\p{Ll}+(?:ed|ing|ly|able|ible|ado|ada|ido|ida|ando|iendo|mente|ment|oria|orio|[áéí]|ción|sión|tion)";
/** "my password is correct horse battery staple": words that say nothing of it, up to the end of what is said. */
const PHRASE_OF_WORDS = new RegExp(
  `(?:(?:de|del|da|do|du|of|for|para|to|on|a)\\s(?:(?:la|el|los|las|mi|my|the|le|su|your|minha|meu|mon)\\s)?[\\p{L}-]{2,14}(?:\\s[\\p{L}-]{2,12})?\\s|anterior\\s|nueva\\s|actual\\s)?(?:es|is|era|was|é|est)\\s["“'«]?((?:(?!(?:${OF_SENTENCES}|${FORMED})(?![\\p{L}]))\\p{L}\\p{Ll}{2,13}(?:[ -](?=\\p{L})|(?=["”'»]?\\s?(?:[.,;!\\n]|$)))){2,7}(?<![ -]))(?=["”'»]?\\s?(?:[.,;!\\n]|$))`,
  "uy",
);

function matchPhraseOfWords(text: string, at: number): Match | null {
  let from = at;
  while (from < text.length && isWordChar(text.charCodeAt(from))) from++;
  PHRASE_OF_WORDS.lastIndex = from + 1;
  const match = PHRASE_OF_WORDS.exec(text);
  if (match === null || match[1]!.search(/[ -]/) < 0) return null;
  const start = from + 1 + match[0].lastIndexOf(match[1]!);
  return { start, end: start + match[1]!.length };
}

export const PASSWORDS: readonly Detector[] = [
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
    name: "passphrase-of-words",
    category: "PASSWORD",
    trigger: "word",
    words: "password|passcode|contrasena|contrasenia|senha|mot passe|passphrase|clave wifi|clave acceso|palavra passe",
    side: "here",
    match: matchPhraseOfWords,
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
];
