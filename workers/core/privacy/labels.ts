import { charClass, DIGIT, foldText, isDigit, isWordChar, LETTER } from "./characters.ts";
import type { Matcher } from "./detector.ts";

/** What a value behind a label looks like. */
export interface LabelledShape {
  /** Digits that the value has at least. */
  digits: number;
  /** Letters and digits that it has at least; four when absent. */
  length?: number;
  /** Its groups may stand apart by single spaces ("P60295 30716 52935"). */
  spaced?: boolean;
  /**
   * The label names no number ("licence", "cartilla"): words between it and the value must belong to it, and a plain
   * short number is no value unless a sign (`:`, `#`, "n.º") announces it.
   */
  loose?: boolean;
  /** The label names a thing that has many numbers ("router"): a word for a number must stand beside it. */
  announced?: boolean;
  /** Whether letters must stand in it, or must not. */
  letters?: "none" | "some";
  /** Files are numbered by year: "733/2023". */
  byYear?: boolean;
}

/** How far behind its label a value begins. */
const REACH = 72;
/** Words between a label and its value, besides articles, prepositions and what announces a number. */
const MOST_WORDS = 3;
const LONGEST_VALUE = 48;
const LONGEST_PREFIX = 7;

/** What announces the value itself. */
const ANNOUNCING = new Set(
  "es is are was era son est e sont numero num no n nro nr number numbers nbr reads read says shows dice lee sigue siendo seria termina sera id ids code codigo cod ref folio asignado asignada assigned listed registrado registrada".split(
    " ",
  ),
);
/** Those among them that name a number. */
const NUMBERS = new Set("numero num no n nro nr number nbr id ids code codigo cod ref serial serie sn".split(" "));
/** What joins a label to the words that belong to it. */
const JOINING = new Set(
  "de del d c da do das dos du des la el las los le les l the a an of for para pour por em en in on to at back under my mi mis su sus tu your his her their our its s y mon ma notre votre seu sua meu minha nosso nossa nuestro nuestra vuestro vuestra dele dela mio mia suyo suya hers este esta este that this ese esa con with as como".split(
    " ",
  ),
);
/** Kinds that a single letter names: "licencia tipo A 0044820931". */
const KINDS = new Set("tipo type clase class clas categoria category cat serie".split(" "));
/** What opens an answer. */
const ANSWERING = new Set(
  "si yes yeah yep sim oui claro ok okay sure uh um eh it s its agent caller cliente customer user claro mire mira apunte anote pues bueno well so creo que think believe guess parece debe ser seria acho je crois would be".split(
    " ",
  ),
);
/** Those of them that nothing but speech begins with. */
const SPEAKING = new Set(
  "si yes yeah yep sim oui claro ok okay sure uh um mire mira apunte anote pues bueno well so creo acho je".split(" "),
);
/** Words that begin another statement, or say that the number behind them is an amount, a time or another thing. */
const ENDING = new Set(
  (
    "tel telf tlf telefono telefonos telefone telephone phone phones cel celu celular movil mobile portable fax whatsapp wasap zap email mail correo e-mail courriel " +
    "dni nif nie curp rfc cpf cnpj rut run cuit cuil ssn nss nino nir iban clabe cbu cvu ein itin imei vin zip cp cep postcode postal swift bic url ip " +
    "fecha date data nacimiento nac nacido nacida dob born birth birthday nascimento naissance vence vencimiento caduca expira exp expires expiry valid " +
    "desde hasta since until till from hace ago antes despues before after durante during entre between cada each " +
    "ano anos year years month months mes meses dia dias day days hora horas hour hours minutos minutes semana semanas week weeks " +
    "edad age aged idade pesos euros dolares dollars usd mxn eur monto importe amount total precio price saldo balance costo cost cuesta costs debe owes cobra cobro pago pague pagar paid pay gano gana compro compre vende vendio " +
    "pagina page pp pag articulo art ley law lei loi decreto seccion section version ver km kg ml mg talla size modelo model calle avenida street piso sala room mesa cama bed " +
    "pero but que which cuando when donde where porque because si if and o or ni sin without mas menos more less tiene has have tengo hay fue cubre covers cost " +
    "pasaporte passport passaporte passeport poliza policy apolice licencia licence license permiso permis expediente matricula placa placas plate patente social tin callback parte part pieza " +
    "key keys software plugin prueba pruebas demo test tests ejemplo example exemple teste pide requiere necesita tarda tarde lleva kilometros puntos points veces times " +
    "arancelaria arancelario tarifaria presupuestal presupuestaria"
  ).split(" "),
);

/** Numbers that are written like nothing else: days, times, amounts. */
const NO_CODE =
  /^(?:(?:DEMO|TEST|SAMPLE|EJEMPLO|PRUEBA)\b.*|[vV]\d+(?:\.\d+)+.*|tty.*|\d{1,4}x\d{1,4}(?:x\d{1,4})?|\d{1,4}k-\d{1,4}k|\d{1,2}[/-]\d{1,3}|(?:0?[1-9]|1[0-2])[/-]20[2-3]\d|20[2-4]\d-(?:0[1-9]|1[0-2])|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}|(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}|(?:19|20)\d\d(?:[-/](?:19|20)\d\d)?|\d{3}[- ]\d{2}[- ]\d{4}|\d{1,3}(?:[.,]\d{3}){1,3}[.,]\d{1,2}|\d{1,6}[.,]\d{1,2})$/;
/** Numbers as telephones are written, unless something says that they are the label's. */
const AS_PHONE = /^(?:1-)?\d{3}-\d{3}-\d{4}$/;
/** A period of a year, which only files are numbered by. */
const OF_YEAR = /^(?:\d{1,5}\/(?:19|20)\d\d|(?:19|20)\d\d-\d{2}|(?:nhc|hc|mrn|dni|cmp|nass)[-/ ].*)$/i;
/** Letters before a space that are a label of their own. */
export const NO_PREFIX: ReadonlySet<string> = new Set(
  (
    "cip cipa nia cc mp col nhs mn ucas dni nie nif rut curp rfc cpf ssn tel cel nunc spoa cui ra s/n n/s p/n nhc ocr cic uid mbr nss nuss naf nie cas ucas pid emp gwf nut esp mex arg chl per bra fra gbr usa ury ecu ven " +
    "ioma pami sura imss cuij tin dos dob mbi npi mit bsd aok osde bcp bbva bcn no nr nro num ref id mn mp cmp crm exp hc nuc rit nig pin cvv qty uma sat sap rn usd ars clp cop " +
    "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc " +
    "sp rj mg rs pr ba df es go pe ce caf cpam msa urssaf hcn phn"
  ).split(" "),
);
const THOUSANDS = /^\d{1,3}(?:\.\d{3})+$/;
/** What makes an amount of the number before it. */
const MEASURED =
  /^\s?(?:%|€|\$|£|°|(?:pesos|euros|eur|usd|mxn|d[oó]lares|dollars|reais|soles|a[nñ]os|years|anos|ans|d[ií]as|days|horas|hours|meses|months|semanas|weeks|minutos|minutes|km|kg|mg|ml|gb|mb|mil|millones|million|personas|people|unidades|units|cajas|piezas|items|puntos|points|veces|times)(?![\p{L}\d]))/iu;

interface Code {
  end: number;
  digits: number;
  letters: number;
  joints: number;
}

function isAscii(code: number): boolean {
  return code < 128;
}

/** Whether the group of letters and digits at `at` can go on a value over a space: capitals and digits, one digit at least. */
function isSpacedGroup(text: string, at: number): boolean {
  let digits = 0;
  let i = at;
  for (; i < text.length && i - at < 20 && isWordChar(text.charCodeAt(i)); i++) {
    const code = text.charCodeAt(i);
    if (!isAscii(code) || (code >= 97 && code <= 122)) return false;
    if (isDigit(code)) digits++;
  }
  // "XEH 884 M 20417"
  if (digits === 0 && i === at + 1) return text.charCodeAt(i) === 32 && isDigit(text.charCodeAt(i + 1));
  return digits > 0 && !MEASURED.test(text.slice(i, i + 12)) && !(text[i] === ":" && isDigit(text.charCodeAt(i + 1)));
}

/** "which is", "que es": what follows is still the value of the label. */
const RELATIVE = new Set(["which", "que", "qui"]);
const BEING = /^\s(?:es|is|era|was|est|é|dice|reads|says|ser[ií]a)\s/iu;

/** A single capital letter at the end of a value and of its part of the sentence: "4418207 K." */
function isLastLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 64 && code < 91 && /^(?:[.,;:)\n|]|\s[—–|-]|$)/.test(text.slice(at + 1, at + 3));
}

function isPrefix(letters: string): boolean {
  const word = foldText(letters);
  return !NO_PREFIX.has(word) && !ENDING.has(word) && !ANNOUNCING.has(word);
}

/** Reads letters and digits in groups, joined by single `-`, `/`, `.`, and by spaces where they may stand apart. */
function readCode(text: string, at: number, spaced: boolean, prefixed = true): Code | null {
  let digits = 0;
  let letters = 0;
  let joints = 0;
  let end = at;
  let isLower = false;
  let groupDigits = 0;
  const stop = Math.min(text.length, at + LONGEST_VALUE);
  for (let i = at; i < stop; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) {
      digits++;
      groupDigits++;
      end = i + 1;
    } else if (isAscii(code) && (charClass(code) & LETTER) !== 0) {
      letters++;
      if (code >= 97) isLower = true;
      // A word is no value.
      if (digits === 0 && (letters > LONGEST_PREFIX || (isLower && letters > 4))) return null;
      end = i + 1;
    } else if (isWordChar(code)) return null;
    else {
      const next = text.charCodeAt(i + 1);
      const isJoint = (code === 45 || code === 47 || code === 46) && isAscii(next) && isWordChar(next);
      if (isJoint) {
        if (code === 46 && !isDigit(next)) break;
        // A word with a hyphen, or one behind a slash, ends it.
        if (code !== 46 && next >= 97 && text.charCodeAt(i + 2) >= 97) break;
        joints++;
        groupDigits = 0;
        continue;
      }
      if (code !== 32) break;
      const mayGoOn =
        digits === 0
          ? prefixed && !isLower && letters > 0 && isPrefix(text.slice(at, i))
          : spaced && (groupDigits > 0 || letters > 0);
      if (digits > 4 && isLastLetter(text, i + 1)) {
        letters++;
        end = i + 2;
        break;
      }
      if (!mayGoOn || !isSpacedGroup(text, i + 1)) break;
      if (digits > 0) joints++;
      groupDigits = 0;
    }
  }
  if (digits === 0 || (end < text.length && end === stop && isWordChar(text.charCodeAt(end)))) return null;
  return { end, digits, letters, joints };
}

/** Within these of the place behind a label a digit stands, or the label has no value: what tells most uses of one. */
export const LABELLED_REACH = REACH + LONGEST_PREFIX;

/** The end of a question and what opens its answer: "the CVV please? Caller: yeah it's 612". For patterns with `u`. */
export const ANSWER =
  "(?:[^.?!\\d\\n]{0,30}\\?[\"”]?\\s{1,2}(?:[-–—]\\s)?(?:\\p{L}{1,12}\\s?:\\s)?[\"“]?(?:(?:yeah|yes|yep|sure|ok|okay|uh|um|so|it['’]?s|it is|is|s[ií]|claro|mire|apunte|pues|bueno|es|el|la|son|oui|sim|é|c['’]est)[\\s,]{1,2}){0,4})?";

/** The label was the value of a field, and the next field begins: `"servicio":"juicio","honorarios":39000`. */
const NEXT_FIELD = /",\s?"?$/;
function isNextField(text: string, at: number): boolean {
  const hasQuote = text.charCodeAt(at - 2) === 34 || text.charCodeAt(at - 3) === 34 || text.charCodeAt(at - 4) === 34;
  return hasQuote && NEXT_FIELD.test(text.slice(Math.max(0, at - 4), at));
}

/** Who answers a question of the line above: "¿su número de cédula?\n cliente: 52345678". */
const ANSWERER = /\?["”»*_]{0,2}\s{0,3}\n\s{0,3}(?:[-–—*>]{1,3}\s?)?(?:\p{L}{3,14})\s?:\s{0,2}$/u;
const ANSWERER_CHARS = 32;
function isAnswerer(text: string, at: number): boolean {
  return (
    (text.charCodeAt(at - 1) === 58 || text.charCodeAt(at - 2) === 58) &&
    ANSWERER.test(text.slice(Math.max(0, at - ANSWERER_CHARS), at))
  );
}

const SIGN_BEFORE =
  /(?:[:=#º°>]|(?<![\p{L}\d])(?:es|is|son|est|no|n|nº|nro|num|núm|number|n[uú]mero)\.?)["'\s(]{0,3}$/iu;
const SIGN_CHARS = 12;
const NUMBER_SIGN = /(?:#|(?<![\p{L}\d])(?:n|no|nº|nro|num|núm|number|n[uú]mero|id)\.?)["'\s:]{0,3}$/iu;
/** What makes a number of the label that follows it: "n.º de afiliado", "id del asegurado", "folio de la multa". */
const NUMBERED_BEFORE =
  /(?<![\p{L}\d])(?:n[uú]m(?:ero)?s?|num[eé]ro|numbers?|nos?|nr|nro|n[º°o]|ids?|c[oó]d(?:igo)?|code|clave|folio|ref(?:erencia|erence)?)[.:]?\s(?:(?:de|del|da|do|du|of|the|la|el|le|su|sua|mi|tu|my|your|d['’]|l['’])\s?){0,3}[\p{L}.]{2,20}(?:\s[\p{L}]{2,20})?(?:[\s:=#"'(]{1,4}(?:es|is|era|was|é|est)?[\s:=#"'(]{0,4})$/iu;
const NUMBERED_CHARS = 64;

function isNumbered(text: string, at: number): boolean {
  return NUMBERED_BEFORE.test(text.slice(Math.max(0, at - NUMBERED_CHARS), at));
}

function followsSign(sign: RegExp, text: string, at: number): boolean {
  return sign.test(text.slice(Math.max(0, at - SIGN_CHARS), at));
}

/**
 * Reads the value that a label explains, over the words that belong to the label ("póliza de gastos médicos GMM-62950-3",
 * "GMC reference of the locum is 7020330") or over the end of a question ("¿Su número de afiliado? Sí, 4471829").
 * `checked` tells that nothing but articles and signs stands between. Bounded.
 */
export function labelled(shape: LabelledShape): Matcher {
  const { announced = false, byYear = false, digits: least, length = 4, letters, spaced = false } = shape;
  const mayBeLoose = shape.loose === true;

  const accepts = (
    text: string,
    start: number,
    code: Code,
    words: number,
    strong: boolean,
    joined: boolean,
    loose: boolean,
  ): boolean => {
    const value = text.slice(start, code.end);
    if (code.digits < least || code.digits + code.letters < length || !/\d{2}/.test(value) || NO_CODE.test(value))
      return false;
    if (letters !== undefined && code.letters > 0 !== (letters === "some")) return false;
    if (letters === "none" && !/\d{3}/.test(value)) return false;
    if (AS_PHONE.test(value) && !(words === 0 && strong)) return false;
    if (!byYear && OF_YEAR.test(value)) return false;
    if (code.letters === 0 && MEASURED.test(text.slice(code.end, code.end + 12))) return false;
    // "s/n 28013 Madrid": a postal code and its town.
    if (
      code.digits === 5 &&
      code.end - start === 5 &&
      /^\.?\s\p{Lu}[\p{Ll}'’]/u.test(text.slice(code.end, code.end + 4))
    )
      return false;
    const before = text[start - 1];
    if (before === "$" || before === "€" || before === "£") return false;
    const after = text[code.end];
    if ((after === ":" || after === ",") && isDigit(text.charCodeAt(code.end + 1)) && code.letters === 0) return false;
    if (after === "%" || after === "@" || after === "_") return false;
    if (THOUSANDS.test(value) && !(words === 0 && (strong || !loose))) return false;
    const isCode =
      (code.letters > 0 && code.digits > 2) ||
      (code.joints > 0 && code.digits > 4) ||
      code.digits > 7 ||
      (text[start] === "0" && code.digits > 4);
    if (words === 0) return !loose || strong || isCode;
    return isCode ? joined || strong || !loose : code.digits > 4 && strong;
  };

  return (text, at) => {
    if (isNextField(text, at) || (mayBeLoose && isAnswerer(text, at))) return null;
    const stop = Math.min(text.length, at + REACH);
    let words = 0;
    /** Null until a word or a sign behind the label tells: then it is as what stands before the place says. */
    let strong: boolean | null = null;
    let named = !announced;
    /** Every word between belongs to the label. */
    let joined = true;
    let afterJoining = false;
    let asked = false;
    let afterComma = false;
    let afterKind = false;
    let wordLength = 0;
    let quoted = text[at - 1] === '"';
    for (let i = at; i < stop;) {
      const code = text.charCodeAt(i);
      const kind = charClass(code);
      if (kind === 0) {
        // An answer may stand on a line of its own.
        if ((code === 10 && !asked) || code === 59 || code === 124 || code === 36) return null;
        if (code === 58 || code === 61 || code === 35) strong = true;
        else if (code === 34) quoted = true;
        else if (code === 63) {
          asked = true;
          strong = true;
          words = 0;
        } else if (
          code === 44 &&
          ((words > 0 && !asked) || text.charCodeAt(i + 1) === 34 || text.charCodeAt(i - 1) === 34)
        )
          return null;
        else if (code === 44) afterComma = true;
        else if (code === 46 && wordLength > 5 && !asked && words > 0) return null;
        i++;
        continue;
      }
      const start = i;
      if (afterKind && text.charCodeAt(i + 1) === 32) {
        i += 2;
        afterKind = false;
        continue;
      }
      const read = readCode(text, start, spaced, words === 0);
      if (read !== null) {
        const numbered = (mayBeLoose || announced) && isNumbered(text, at);
        if (!named && !numbered && !followsSign(NUMBER_SIGN, text, at)) return null;
        strong ??= followsSign(SIGN_BEFORE, text, at);
        if (!accepts(text, start, read, words, strong, joined, mayBeLoose && !numbered)) return null;
        return { start, end: read.end, checked: words === 0 && !asked };
      }
      if ((kind & DIGIT) !== 0) return null;
      while (i < text.length && isWordChar(text.charCodeAt(i))) i++;
      wordLength = i - start;
      const word = foldText(text.slice(start, i));
      if (asked && ANSWERING.has(word)) continue;
      // "cliente: claro, 52345678": the label is who speaks.
      if (mayBeLoose && strong === null && words === 0 && SPEAKING.has(word) && text[at - 2] === ":") return null;
      if (ANNOUNCING.has(word)) {
        strong = true;
        named ||= NUMBERS.has(word);
        continue;
      }
      if (RELATIVE.has(word) && BEING.test(text.slice(i, i + 8))) continue;
      if (JOINING.has(word)) {
        afterJoining = true;
        continue;
      }
      // `"causa":"sensor PT-1000"`: the value of the field is a sentence.
      // What follows a comma is another part of the sentence.
      if (ENDING.has(word) || ++words > MOST_WORDS || (afterComma && !asked)) return null;
      if (quoted && mayBeLoose && !isNumbered(text, at)) return null;
      if (!afterJoining && words > 1) joined = false;
      strong = false;
      afterJoining = false;
      afterKind = KINDS.has(word);
    }
    return null;
  };
}

/** What says that the label behind it names the value before it: "4471 es mi nip". */
const NAMING = new Set("es is era was sera seria e est sont son are".split(" "));
/** Words between it and the label. */
const NAMED = new Set(
  "mi my el la the su tu his her your our o a meu minha seu sua mon ma le un una de del of do da numero num no nro nr number codigo code id nuevo nueva new actual".split(
    " ",
  ),
);
const LONGEST_NAMING = 6;
const LONGEST_NAMING_WORD = 16;
/** Within these before the label a digit stands, or no value does. */
export const LABELLED_BEFORE_REACH = LONGEST_NAMING * (LONGEST_NAMING_WORD + 1) + 1 + LONGEST_VALUE;

/** The start of the word that ends at `end`. */
function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST_NAMING_WORD && isWordChar(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Reads the value that a label explains from behind: "4471 es mi nip", "QX-20931 is my member id". Bounded. */
export function labelledBefore(shape: LabelledShape): Matcher {
  const { digits: least, letters, length = 4 } = shape;
  return (text, at) => {
    let i = at;
    let named = false;
    for (let words = 0; words < LONGEST_NAMING && !named; words++) {
      if (text.charCodeAt(i - 1) !== 32) return null;
      const start = wordStart(text, i - 1);
      const word = foldText(text.slice(start, i - 1));
      if (NAMING.has(word)) named = true;
      else if (!NAMED.has(word)) return null;
      i = start;
    }
    if (!named || text.charCodeAt(i - 1) !== 32) return null;
    const end = i - 1;
    let start = end;
    while (start > 0 && end - start < LONGEST_VALUE) {
      const code = text.charCodeAt(start - 1);
      const isJoint =
        code === 45 ||
        code === 47 ||
        code === 46 ||
        (code === 32 && isDigit(text.charCodeAt(start)) && isDigit(text.charCodeAt(start - 2)));
      if (!isWordChar(code) && !isJoint) break;
      start--;
    }
    const value = readCode(text, start, true);
    if (value === null || value.end !== end || value.digits < least || value.digits + value.letters < length)
      return null;
    if ((letters === "none" && value.letters > 0) || (letters === "some" && value.letters === 0)) return null;
    const written = text.slice(start, end);
    return NO_CODE.test(written) || AS_PHONE.test(written) ? null : { start, end, checked: true };
  };
}
