import { foldText, isWordChar } from "./characters.ts";
import type { Match, Matcher } from "./detector.ts";

/** How far behind its label a password or an account name stands, and over how many words. */
const REACH = 90;
const MOST_WORDS = 7;
/** What announces it. */
const ANNOUNCING = new Set(
  "es is era was est e sera siendo ser con with its it s ponle pon puse pusieron entra uso usa use ingresa teclea poner use".split(
    " ",
  ),
);
/** Words that say that what follows is something else. */
const ENDING = new Set(
  "correo email mail telefono tel cel phone link url enlace version minimo maximo least most caracteres characters digits letras dias days horas hours minutos minutes intentos attempts error ticket folio pedido order".split(
    " ",
  ),
);
/** Words that say that the token behind them is the name and not the secret: "my pw, user is dkeller2, ...". */
const NAMES = new Set("user username usuario login usr utilizador identifiant".split(" "));
const SPECIAL = /[!#$%&*+^~@_]/;
/** Tokens with letters and digits that name things: sizes, ordinals, versions, programs. */
const NO_SECRET =
  /^(?:\d+[\p{L}ªº]{1,4}|\d+-[\p{L}]+|v?\d+(?:\.\d+)+\w*|(?:wi-?fi|covid|office|windows|win|iphone|galaxy|python|web|http|sha|utf|base|mp|ps|ios|android|b2b|2fa|mfa|usb|h2o|wpa|aes|md|ipv|rfc)[\s-]?\d*|https?:.*|.*:\/\/.*|[\w.+-]+@[\w-]+\.\w.*|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d+(?:[.,:]\d+)*%?)$/iu;

function isSecret(token: string): boolean {
  if (token.length < 6 || token.length > 40 || NO_SECRET.test(token)) return false;
  const hasLetter = /\p{L}/u.test(token);
  if (!hasLetter) return /\d/.test(token) && SPECIAL.test(token);
  return /\d/.test(token) || (SPECIAL.test(token.slice(0, -1)) && !/^[@#]/.test(token) && !/_/.test(token));
}

/** A single word as a user may be called: digits, dots or underscores in it, or a beginning that no word has. */
const PLAIN_ONSET =
  /^(?:[^aeiouyáéíóúàâêôãõ]?[aeiouyáéíóúàâêôãõ]|[bcdfgkptv][lrhn]|ll|rr|[cst]h|sh|wh|wr|s[ckmnpqtw]|sch|scr|shr|sp[lr]|str|squ|thr|tw|dw|kn|gn|gh|ph|ps|pn|qu|gü?u|tz|ts|zw|chr|phr|mc|mb)/u;

/** Common family names that are no common words, folded. */
const FAMILIES = new Set(
  [
    "garcia gonzalez rodriguez fernandez lopez martinez sanchez perez gomez jimenez ruiz hernandez diaz moreno munoz",
    "alvarez romero alonso gutierrez navarro torres dominguez vazquez vasquez ramirez serrano molina morales",
    "suarez ortega delgado castro ortiz rubio sanz nunez iglesias medina garrido cortes castillo santos lozano guerrero",
    "prieto mendez calvo gallego marquez herrera flores cabrera campos fuentes carrasco diez",
    "reyes caballero nieto aguilar pascual santana herrero montero lorenzo hidalgo gimenez ibanez ferrer duran santiago",
    "vargas benitez arias carmona crespo roman saez velasco moya soler parra esteban gallardo rojas silva",
    "rivera salazar mendoza guzman contreras espinoza espinosa acosta figueroa sandoval avila cardenas juarez valdez",
    "quintero ochoa robles escobar zapata ospina mejia quispe mamani huaman condori tapia sepulveda pizarro araya bustos",
    "smith johnson williams brown jones davis miller wilson moore taylor anderson thomas jackson harris thompson clark",
    "lewis robinson wright adams nelson carter mitchell roberts turner phillips",
    "campbell parker evans edwards collins stewart morris murphy rogers morgan cooper peterson bailey kelly howard",
    "souza sousa oliveira pereira ferreira ribeiro carvalho gomes martins araujo barbosa almeida",
    "nguyen tran pham chen wang zhang huang choi patel singh kumar sharma gupta khan ahmed hassan hussain ibrahim",
    "ivanov petrov kowalski novak muller schmidt schneider fischer weber meyer wagner becker hoffmann voss rossi russo",
    "ferrari bianchi romano ricci jansen devries cordova paredes villegas valencia zamora cervantes macias galindo trejo",
    "soares vieira fernandes nascimento monteiro mendes dupont durand dubois bernard lefebvre leroy rousseau",
  ].flatMap((names) => names.split(" ")),
);

/** Initials and a family name, as offices make account names: "agonzalez", "mrsilva2". */
function isOfFamily(token: string): boolean {
  const name = /^[a-z]{1,3}[._-]?[a-z]{4,}(?=\d{0,4}$)/.exec(token)?.[0];
  if (name === undefined) return false;
  for (let initials = 1; initials <= 4; initials++) if (FAMILIES.has(name.slice(initials))) return true;
  return false;
}

function isAccountName(token: string): boolean {
  if (!/^[\p{L}\d][\p{L}\d._-]{2,31}$/u.test(token) || /^[\d.,-]+$/.test(token) || NO_SECRET.test(token)) return false;
  if (/^[\p{L}]+-[\p{L}]+$/u.test(token) || /^\p{L}\.\p{L}\.?$/u.test(token)) return false;
  return /[\d_]|[\p{L}\d]\.[\p{L}\d]/u.test(token) || (/^\p{Ll}{5,}$/u.test(token) && !PLAIN_ONSET.test(token));
}

/**
 * The first token behind a label that looks as `accepts` asks, over the words that tell what it opens ("contraseña del
 * portal del SAT: ...") or over the end of the question. Bounded.
 */
function tokenBehind(
  accepts: (token: string, announced: boolean, direct: boolean) => boolean,
  skipsNames = false,
): Matcher {
  return (text, at): Match | null => {
    const stop = Math.min(text.length, at + REACH);
    let announced = /(?:[:=]|(?<![\p{L}])(?:es|is|e|est))["'\s]{0,3}$/iu.test(text.slice(Math.max(0, at - 6), at));
    let words = 0;
    let named = false;
    for (let i = at; i < stop;) {
      const code = text.charCodeAt(i);
      if (code === 10 || code === 59 || code === 124) return null;
      if (code <= 32 || code === 34 || code === 39 || code === 171 || code === 8220 || code === 60 || code === 61) {
        if (code === 61) announced = true;
        i++;
        continue;
      }
      let end = i;
      while (end < text.length && end - i < 64 && !/[\s"'<>,;|«»“”]/.test(text[end]!)) end++;
      let last = end;
      while (last > i && /[.:?!)\]…]/.test(text[last - 1]!)) last--;
      const token = text.slice(i, last);
      const closing = text.slice(last, end);
      const word = foldText(token);
      if (token !== "" && accepts(token, announced, words === 0)) {
        if (!named) return { start: i, end: last };
        named = false;
      }
      if (skipsNames && NAMES.has(word)) named = true;
      if (words > 0 && ENDING.has(word)) return null;
      if (token === "→" || token === "->" || token === "=>") announced = true;
      else if (ANNOUNCING.has(word.replace(/^.*['’]/, "")) || closing.includes(":")) announced = true;
      else if (closing.includes("?")) {
        announced = true;
        words = 0;
      } else if (closing.includes(".") && closing.length === 1 && token.length > 3) return null;
      if (isWordChar(token.charCodeAt(0) || 32) && ++words > MOST_WORDS) return null;
      i = Math.max(end, i + 1);
    }
    return null;
  };
}

/** A password behind its label; a word with digits counts when something announces it. */
export const matchPassword: Matcher = tokenBehind(
  (token, announced, direct) =>
    isSecret(token) &&
    (announced ||
      (/\d/.test(token) && /\p{Ll}/u.test(token) && /\p{Lu}/u.test(token) && token.length > 8 && token.includes("-")) ||
      (direct && /\d/.test(token) && /[\p{Lu}-]/u.test(token)) ||
      (/\d/.test(token) && SPECIAL.test(token) && !token.includes("%"))),
  true,
);

const OPENS_ACCOUNT = /(?:[^\S\n]|["'=<«“:>–-]){0,6}([a-z]{1,3}[._-]?[a-z]{4,20}\d{0,4})(?=[\s"'<>,;|«»“”.:?!)\]…]|$)/y;

/** An account name that is made of a family name, right behind whatever names who did something. */
export const matchFamilyAccount: Matcher = (text, at) => {
  OPENS_ACCOUNT.lastIndex = at;
  const name = OPENS_ACCOUNT.exec(text)?.[1];
  if (name === undefined || !isOfFamily(name)) return null;
  const end = OPENS_ACCOUNT.lastIndex;
  return { start: end - name.length, end };
};

/** An account name behind its label, where something announces it. */
export const matchAccountName: Matcher = tokenBehind(
  (token, announced, direct) => (announced && isAccountName(token)) || ((announced || direct) && isOfFamily(token)),
);
