import { isWordChar } from "../characters.ts";
import type { Detector, Match, Matcher } from "../detector.ts";
import { range } from "../detector.ts";
import { endingAt, patternOf, setApart } from "../patterns.ts";
import { SPOKEN_DAY } from "./time.ts";

const YEARS_OLD = "(?:a[nñ]os|a[nñ]itos|a[nñ]o|years?|yrs?|yo|y\\/o|y\\.o\\.|y\\.o|anos|ans)";
const MONTHS_OLD = "(?:meses|mes|semanas|d[ií]as|months?|mths?|mos?|weeks?|wks?|days?|mois|dias)";
const AGE_WORDS = "anos|anitos|ano|years|year|yr|yrs|yo|y o|ans";
/** What is old without being a person. */
const THING =
  "(?:car|truck|van|bike|house|home|building|company|laptop|phone|machine|model|system|account|loan|mortgage|dog|cat|wine|tree|roof|software|code)(?![a-z])";
/** "the car is 20 years old", "la empresa tiene 30 años de edad". */
const THING_BEFORE = endingAt(
  /(?:car|truck|van|bike|house|home|building|company|laptop|phone|machine|model|system|account|loan|mortgage|dog|cat|wine|tree|roof|software|code|coche|carro|auto|casa|edificio|empresa|equipo|m[aá]quina|perro|perra|gato|gata|[aá]rbol|techo|compan(?:y|hia)|carro|pr[eé]dio|voiture|maison)\s{1,2}(?:is|was|has|it's|es|tiene|ten[ií]a|tem|a|est)(?:\s{1,2}(?:about|almost|over|nearly|only|ya|casi|unos|m[aá]s de|solo|s[oó]lo))?\s{1,2}$/iu,
);
/** Animals have ages too. */
const ANIMAL = endingAt(
  /(?:spayed|neutered|castrad[oa]|esterilizad[oa]|kitten|puppy|cachorr[oa]|gatit[oa]|perrit[oa])[^.\n]{0,20}$/iu,
);

/** What counts years without being an age: "hace unos 30 años", "tras dos años", "3 años antes", "dos años de evolución". */
const SPAN_BEFORE = endingAt(
  /(?<!\p{L})(?:hac[eií]a?n?|tras|durante|despu[eé]s de|luego de|al cabo de|en menos de|pasados|transcurridos|lleva|duraci[oó]n de|evoluci[oó]n de)\s(?:unos\s|casi\s|m[aá]s de\s|aproximadamente\s|los\s)?$/iu,
);
const SPAN_BEHIND =
  /^\s(?:atr[aá]s|antes|despu[eé]s|m[aá]s tarde|previos?|previamente|de (?:evoluci[oó]n|seguimiento|tratamiento|duraci[oó]n|di[aá]lisis|hemodi[aá]lisis|antig[uü]edad|experiencia|la|su)|del (?:diagn|proced|trasp|inicio|alta)|libre de)(?!\p{L}?\p{Lu})/iu;
const SPAN_CHARS = 36;

/** Whether nothing before a number of years says that it is none of a person's. */
function isOfPerson(text: string, at: number): boolean {
  return !THING_BEFORE(text, at) && !ANIMAL(text, at) && !SPAN_BEFORE(text, at);
}
const NUMBER = `(?:\\d{1,3}|${SPOKEN_DAY})`;

/** Who is said to be months old. */
const INFANT =
  "(?:lactante|ni[nñ][oa]|beb[eé]|hij[oa]|niet[oa]|baby|infant|(?:my|his|her|our|the)\\s(?:son|daughter))\\s(?:(?:var[oó]n|mujer|de sexo \\p{L}{4,9}|boy|girl|is|tiene|ya)\\s)?(?:de\\s)?";

/** Ages of ninety and more are a category of their own. */
const OLD = /^(?:9\d|1[01]\d|noventa|ninety|nonagint|quatre-vingt-dix|a hundred)/iu;

/** Nobody is as old. */
const NO_LIFE = /^(?:0\d|1[2-9]\d|[2-9]\d\d)/u;

/** Whether what must stand before a place does. */
type Before = (text: string, at: number) => boolean;

/** A row about ages: what `match` finds, by its last group, is one of the two categories. */
interface AgeRow extends Omit<Detector, "category" | "match" | "shape"> {
  match: RegExp | Matcher;
  /** What must stand before the place where the row is tried, and what may not stand behind the age. */
  before?: Before;
  behind?: RegExp;
}

/** The age that a pattern finds, unless a word goes on where it ends. */
function byPattern(source: RegExp, before?: Before, behind?: RegExp): Matcher {
  let pattern: RegExp | null = null;
  return (text, at) => {
    pattern ??= setApart(source);
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || match[0] === "" || before?.(text, at) === false) return null;
    const end = at + match[0].length;
    if (isWordChar(text.charCodeAt(end - 1)) && end < text.length && isWordChar(text.charCodeAt(end))) return null;
    if (behind?.test(text.slice(end, end + SPAN_CHARS)) === true) return null;
    const value = match[1] !== undefined && match[0].endsWith(match[1]) ? match[1] : match[0];
    return { start: end - value.length, end };
  };
}

/** A row of the table, which tells ages of ninety and more from the others. */
function asDetector({ before, behind, match, ...row }: AgeRow): Detector {
  const matcher = match instanceof RegExp ? byPattern(match, before, behind) : match;
  return {
    ...row,
    category: "AGE",
    ...(match instanceof RegExp && { shape: match }),
    match: (text, at, regions) => {
      const found = matcher(text, at, regions);
      if (found === null) return null;
      const value = text.slice(found.start, found.end);
      if (NO_LIFE.test(value)) return null;
      return OLD.test(value) ? { ...found, category: "AGE_OVER_89" } : found;
    },
  };
}

/** What ends a bare number that is an age. */
const AGE_END = "(?![.,:/-]?\\d|\\s?[%$€°])";
const STATEMENT_END =
  '(?=\\s?(?:[.,;!?)\\]\\n"”]|$)|\\s(?:y|and|e|et|on|in|this|next|now|but|pero|so|aunque|lol|haha|jaja\\p{L}*|xd|rn|btw|el|en\\s(?:ene|feb|mar|abr|may|jun|jul|ago|sep|set|oct|nov|dic)\\p{L}*|añ)(?![\\p{L}]))';
/** Who is spoken of: relatives, and people by what they are or do, in four languages. */
const PEOPLE_ES =
  "tutor|tutora|hijo|hija|hijos|hijas|esposa|esposo|madre|padre|mama|papa|hermano|hermana|nieto|nieta|bisnieto|bisnieta|abuela|abuelo|abue|abuelita|abuelito|bisabuela|bisabuelo|suegra|suegro|cunado|cunada|tio|tia|primo|prima|sobrino|sobrina|yerno|nuera|novio|novia|pareja|alumno|alumna|menor|conductor|conductora|masculino|femenino|varon|mujer|hombre|nino|nina|nene|nena|joven|chico|chica|chaval|chavala|muchacho|muchacha|senor|senora|acompanante|titular|paciente|pac|px|testigo|victima|denunciante|detenido|detenida|imputado|imputada|acusado|acusada|peaton|ciclista|chofer|pasajero|pasajera|huesped|vecino|vecina|beneficiario|beneficiaria|dependiente|asegurado|asegurada|afiliado|afiliada|usuario|usuaria|cliente|clienta|empleado|empleada|trabajador|trabajadora|candidato|candidata|aspirante|solicitante|estudiante|socio|socia|residente|interno|interna|anciano|anciana|adulto|adulta|bebe|gemelo|gemela|mellizo|melliza|inquilino|inquilina|companero|companera|contribuyente|causante|occiso|occisa|difunto|difunta";
const PEOPLE_EN =
  "owner|gran|granny|nan|nana|me|mom|mum|dad|mother|father|wife|husband|son|daughter|sister|brother|grandma|grandpa|grandmother|grandfather|grandson|granddaughter|uncle|aunt|auntie|cousin|niece|nephew|stepson|stepdaughter|girlfriend|boyfriend|gf|bf|fiance|fiancee|enrollee|applicant|dependent|driver|passenger|witness|suspect|victim|defendant|plaintiff|claimant|complainant|subject|tenant|resident|guest|client|customer|patient|pt|male|female|boy|girl|man|woman|gentleman|lady|guy|spouse|partner|child|kid|teen|teenager|toddler|infant|baby|twin|student|pupil|employee|candidate|member|neighbor|neighbour|beneficiary|insured|inmate|caller";
const PEOPLE_PT_FR =
  "filho|filha|marido|mulher|homem|menino|menina|rapaz|rapariga|moco|moca|senhor|senhora|idoso|idosa|crianca|bebe|avo|neto|neta|sogra|sogro|irmao|irma|tio|tia|utente|doente|pai|mae|aluno|aluna|testemunha|vitima|condutor|condutora|passageiro|passageira|beneficiaria|trabalhador|trabalhadora|funcionario|funcionaria|cliente|fils|fille|mari|femme|homme|garcon|enfant|bebe|pere|mere|frere|soeur|oncle|tante|neveu|niece|copain|copine|conjoint|conjointe|epoux|epouse|patiente|temoin|victime|conducteur|conductrice|eleve|etudiant|etudiante|locataire|salarie|salariee|monsieur|madame|dame|nourrisson|assure|assuree";
/** Relatives, whose age follows with nothing between; "testigo 3" and "candidata 5" are numbered. */
const KIN =
  "gran|granny|nan|nana|enrollee|applicant|me|mom|mum|dad|mother|father|wife|husband|son|daughter|sister|brother|grandma|grandpa|grandson|granddaughter|girlfriend|boyfriend|gf|bf|owner|male|female|boy|girl|man|woman|kid|child|spouse|partner|pt|hijo|hija|esposa|esposo|madre|padre|mama|papa|hermano|hermana|nieto|nieta|abuela|abuelo|novio|novia|masculino|femenino|varon|mujer|hombre|nino|nina|joven|filho|filha|marido|mulher|homem|menino|menina|fils|fille|mari|femme|homme|garcon";
const PEOPLE = `${PEOPLE_ES}|${PEOPLE_EN}|${PEOPLE_PT_FR}`;
const BEFORE_INFANT = endingAt(/(?:[,(]|(?<![\p{L}])(?:de|con|aged?|is|tiene|tem|a|an))\s?$/iu);
const NO_AGE = endingAt(
  /(?:evoluci|duraci|hace|desde|for|tratamiento|seguimiento|plazo|contrato|garant|experiencia|antig|espera|cr[eé]dito|suscri|renta|pr[oó]rroga)[\p{L}]{0,12}\s(?:de\s)?$/iu,
);
const INFANT_AGE = /\d{1,2}[\s-]?(?:meses|months?|mois|semanas|weeks?|wks?)(?![\p{L}])(?:[- ]old)?/iuy;

/** "9 months", "5 meses de edad": the age of a small child, where a comma or "de" leads to it and a comma ends it. */
function matchInfantAge(text: string, at: number): Match | null {
  INFANT_AGE.lastIndex = at;
  const match = INFANT_AGE.exec(text);
  if (match === null) return null;
  const end = at + match[0].length;
  const isSaid = /old$/iu.test(match[0]) || /^\sde (?:edad|idade|vida|nacid)/iu.test(text.slice(end, end + 10));
  if (!isSaid && (!BEFORE_INFANT(text, at) || NO_AGE(text, at) || !/^\s?(?:[,;.)]|$)/u.test(text.slice(end, end + 2))))
    return null;
  return { start: at, end, checked: isSaid };
}

/** A comma, "de" behind one or behind whoever it is, or "about" before a number of years that ends its part of a sentence. */
const AGE_APART = endingAt(
  /(?<!(?:evoluci|duraci|hace|desde|durante|tratamiento|plazo|contrato|garant|experien|antig|cr[eé]dito|hipoteca|condena|prisi|c[aá]rcel|pena|carrera|vigencia|vida|roble|whisk|ron|trayector|mandat|servicio|term|loan|lease|warranty|mortgage|sentence|history|for|over|last|past|next|after|within|every|cada|m[aá]s|menos|prescri|conserv|amortiz|career|proyecto|programa|per[ií]odo|ciclo|convenio|acuerdo|alquiler|arrend|vino|queso|bono|deuda|pr[eé]stamo|lapso|t[eé]rmino|garantie|bail|pr[êe]t|peine|dur[ée]e|emprunt|crédit|casa|coche|carro|edificio|empresa)[\p{L}]{0,10}[^.:;\n]{0,16})(?:(?<=[\p{L}\d)"”])(?<![^/.-](?:19|20)\d\d)(?:[,;]\s|\s\()|(?<=\p{L}{4})\sde\s|[,;]\sde\s|(?:approx|aprox|about|around|unos|client|cliente|clienta|pasajer[oa]|passenger|estudiante|student|trabajador[a]?|empleado|empleada|worker|patient|paciente|user|usuari[oa])\.?\s(?:de\s)?|(?:admitted|ingres[oó]|operad[oa]|died|muri[oó]|cas[oó]|diagnosed|diagnosticad[oa])\s(?:at|a los)\s|\sagain\sat\s|:\s)$/iu,
);
const SLASH_SEX = endingAt(/(?:^|[^\p{L}\p{N}])[FMHVfmhv]\/$/u);

const WHEN_BEFORE = endingAt(/(?<!\p{L})(?:a|hasta|desde)\slos\s$/iu);
/** Of something else that began: "a los dos años del diagnóstico", "a los 3 años de la intervención", "a los 5 años caduca". */
const WHEN_BEHIND =
  /^\s(?:de(?!\s(?:edad|vida))|del|tras|despu[eé]s|siguientes|desde|el paciente|la paciente)(?!\p{L})/iu;
const WHEN_CHARS = 16;

/** An age at which something happened. */
function whenOf(pattern: RegExp): Matcher {
  return (text, at) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || !WHEN_BEFORE(text, at)) return null;
    const end = at + match[0].length;
    return WHEN_BEHIND.test(text.slice(end, end + WHEN_CHARS)) ? null : { start: at, end };
  };
}

/** Ages of people: a number of years beside a word about a person, or "de edad", "years old". */
const AGE_ROWS: readonly AgeRow[] = [
  {
    name: "age-of",
    trigger: "word",
    words: AGE_WORDS,
    side: "before",
    match: new RegExp(
      `${NUMBER}[\\s-]{0,2}${YEARS_OLD}(?:,?\\s(?:(?:y|and|e|et)\\s)?\\d{1,2}\\s?${MONTHS_OLD})?(?![\\p{L}])(?:(?=\\s(?:de edad|de idade|d['’][aâ]ge|of age|reci[eé]n cumplid\\p{L}+)(?![\\p{L}]))|[- ]?old(?![\\p{L}])(?!\\s${THING})|(?<=itos)|\\syoung(?![\\p{L}]))`,
      "iuy",
    ),
    before: isOfPerson,
    behind: SPAN_BEHIND,
    scores: [0, 0.93, 0, 0],
  },
  {
    name: "age-of-sex",
    trigger: "word",
    words: "yo|y o|yr|yrs",
    side: "before",
    match:
      /\d{1,2}\s?(?:yo|y\/o|y\.o\.|yrs?)(?=\s(?:m|f|male|female|man|woman|boy|girl|wm|wf|bm|bf|hm|hf|caucasian|white|black|hispanic|asian|latino|latina|who|presents|presenting|c\/o|w\/|pt|patient|gentleman|lady)(?![\p{L}]))/iuy,
    scores: [0, 0.88, 0, 0],
  },
  {
    // "94 y/o, lives alone": never "10 y/o 12".
    name: "age-short-old",
    trigger: "word",
    words: "yo|y o",
    side: "before",
    match: /\d{2,3}[ -]?(?:y\/o|y\.o\.?|yo)(?=\s?[,;.)]|\s?$)/iuy,
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "age-infant",
    trigger: "word",
    words: "meses|semanas|dias|months|month|weeks|days|mois",
    side: "before",
    match: new RegExp(
      `(?:${NUMBER}\\sa[nñ]os?\\sy\\s)?${NUMBER}[\\s-]${MONTHS_OLD}(?:(?=\\sde (?:edad|vida|nacid[oa]|idade)|[- ]old(?!\\s${THING}))|(?<=${INFANT}.{3,24}))(?![\\p{L}])`,
      "iuy",
    ),
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "age-cued",
    trigger: "word",
    words: AGE_WORDS,
    side: "before",
    match: new RegExp(
      `${NUMBER}[\\s-]{0,2}${YEARS_OLD}(?:,?\\s(?:(?:y|and|e|et)\\s)?\\d{1,2}\\s?${MONTHS_OLD})?(?![\\p{L}])(?![ -]old\\s${THING})(?!\\s(?:de (?:antig|experiencia|servicio|plazo|garant|contrato)|trabajando|laborando|ago|warranty|contract|experience|term|fixed|loan|plan|lease|mortgage|deal|bond|note|of))`,
      "iuy",
    ),
    before: isOfPerson,
    behind: SPAN_BEHIND,
    cues: ["age"],
    scores: [0, 0.78, 0, 0],
  },
  {
    name: "age-at-death",
    trigger: "word",
    words: "anos|ans|years",
    side: "before",
    scores: [0, 0.85, 0, 0],
    match: new RegExp(`${NUMBER}\\s(?:a[nñ]os|anos|ans)(?![\\p{L}])`, "iuy"),
    before: endingAt(
      /(?:fallec|muri[oó]|muere|difunt|occis|mort|d[eé]c[eé]d|faleci|morreu).{0,40}(?:a los|aos|à)\s$/iu,
    ),
  },
  {
    name: "age-of-infant",
    trigger: "word",
    words: "meses|months|month|mois|semanas|weeks|wks",
    side: "before",
    match: matchInfantAge,
    weak: true,
    cues: ["age"],
    scores: [0, 0.78, 0.85, 0.9],
  },
  {
    name: "age-apart",
    trigger: "word",
    words: AGE_WORDS,
    side: "before",
    scores: [0, 0.74, 0, 0],
    match: new RegExp(
      `(?:\\d{1,3}|${SPOKEN_DAY})\\s(?:a[nñ]os|years|yrs|anos|ans)(?![\\p{L}])(?:\\sold(?![\\p{L}]))?(?=\\s?[,;.)]|\\sand again\\s|$)`,
      "iuy",
    ),
    before: AGE_APART,
  },
  {
    // "enuresis hasta los 7 años", "menarquia a los 13 años": when something happened in a life.
    name: "age-when",
    trigger: "word",
    words: "anos",
    side: "before",
    match: whenOf(patternOf(`${NUMBER}\\sa[nñ]os(?![\\p{L}])`, "iuy")),
    scores: [0, 0.4, 0, 0],
  },
  {
    name: "age-code",
    trigger: "code",
    starts: range(3, 6),
    opens: "123456789",
    match: /\d{1,3}(?:yo|yrs?old|yrold|yr|yrs)(?![A-Za-z])/iy,
    scores: [0.85, 0.85, 0, 0],
  },
  {
    name: "age-code-cued",
    trigger: "code",
    starts: [3],
    opens: "123456789",
    match: /[1-9]\d(?:a(?=[,;)]|\s\p{Ll})|[FM](?=[,;)]|\s?[/|]|\s(?:with|c\/o|presents|w\/|con|p\/w)))/uy,
    cues: ["age", "sex"],
    scores: [0, 0.8, 0, 0],
  },
  {
    // "17 F, DOB ...", "F 17, ..." as wards write it.
    name: "age-before-sex",
    trigger: "number",
    starts: [1, 2, 3],
    next: " ",
    match:
      /\d{1,3}(?=\s(?:[FMHV]|masc|fem|male|female)(?:\s?[,;/)|]|\s(?:with|c\/o|presents|w\/|con|p\/w|who|de|y|pt)(?!\p{L})))/uy,
    cues: ["age", "sex", "clinical", "birth"],
    scores: [0, 0.8, 0, 0],
  },
  {
    // "I (34F) and my boyfriend (29 M)".
    name: "age-in-brackets",
    trigger: "code",
    starts: [3],
    follows: "([",
    match: /[1-9]\d(?=[FMHVfm][)\]])/y,
    cues: ["age", "sex"],
    scores: [0.6, 0.82, 0, 0],
  },
  {
    name: "age-years-short",
    trigger: "number",
    starts: [2],
    next: " ",
    match: /\d{2} a(?:\.(?=[,;)])|(?=[,;)]|\s(?:con|com|y|e|de|sin|sem|,)\s))/y,
    cues: ["sex"],
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "age-by-sex",
    trigger: "number",
    starts: [1, 2, 3],
    follows: "/",
    scores: [0.8, 0.85, 0, 0],
    match: /\d{1,3}(?![\d/.-])(?=[,;.)\s]|$)/y,
    before: SLASH_SEX,
  },
  {
    name: "age-answered",
    trigger: "word",
    words: "edad|age|idade|how old|cuantos anos|que edad|quel age|quantos anos",
    scores: [0, 0.85, 0, 0],
    match: new RegExp(
      `(?:[\\p{L}' ]{0,30}[?:])["”]?\\s{0,2}(?:[-–—]\\s?)?(?:[\\p{L}]{2,9}\\s?:\\s?)?(?:(?:tengo|tiene|i['’]m|he['’]s|she['’]s|he is|she is|tenho|tem|uh|um|pues|like|de|son)\\s){0,2}((?:\\d{1,3}|${SPOKEN_DAY})${AGE_END})(?![\\p{L}]|\\s(?:\\p{L}{3,}s|de)(?![\\p{L}]))`,
      "iuy",
    ),
  },
  {
    name: "age-said",
    trigger: "word",
    words:
      "she was|he was|turn|she s|he s|she is|he is|who is|who s|shes|hes|i m|i am|turns|turned|turning|cumple|cumplio|tiene|tengo|tem|tenho|cumplir|cumplira|cumplen|va cumplir|soy|yo soy",
    scores: [0, 0.74, 0, 0],
    match: new RegExp(
      `(?:(?:now|only|just|almost|already|ya|solo|apenas|casi|só|already)\\s)?(\\d{1,3}${AGE_END})${STATEMENT_END}`,
      "iuy",
    ),
  },
  {
    name: "age-said-years",
    trigger: "word",
    words: "soy|yo soy|turned|turns|turning|i m|i am|just turned",
    scores: [0, 0.76, 0, 0],
    match:
      /(?:(?:de|ya|just|only)\s)?(\d{1,3}\s(?:years|a[nñ]os))(?![\p{L}])(?!\s(?:of|de (?:experiencia|servicio)))/iuy,
  },
  {
    name: "age-of-kin-bare",
    trigger: "word",
    words: PEOPLE,
    side: "here",
    scores: [0, 0.74, 0, 0],
    match: new RegExp(
      `[\\p{L}]{2,14}(?:\\s?[([]|(?<!m[ae][nyj]ore?s?)\\sde\\s|,\\s)((?:\\d{1,3}|(?<=\\()(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)${AGE_END})(?=\\s?[,;)\\]]|\\.\\s|\\.$|(?<=\\sde\\s\\d{2})\\s(?:y|e|que|con|com|se|no|ya|j[aá]|todav[ií]a|a[uú]n|ainda|est[aá]|tiene|tem|vive|mora|va|vai|sufre|sali[oó]|dice|trabaja|estudia)(?![\\p{L}]))`,
      "iuy",
    ),
  },
  {
    name: "age-of-kin-after",
    trigger: "word",
    words: KIN,
    side: "here",
    scores: [0, 0.74, 0, 0],
    match: new RegExp(
      `[\\p{L}]{2,14}\\s((?:\\d{1,3}|(?<=\\()(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)${AGE_END})(?=\\s?[,;)\\]]|\\.\\s|\\.$)`,
      "iuy",
    ),
  },
  {
    name: "age-labelled",
    trigger: "word",
    words: "edad|age|aged|agee|idade|edad aprox|edad aproximada|age approx",
    match: new RegExp(
      `(?:(?:de|is|es|of)\\s)?((?:\\d{1,3}(?!\\d|[.,/]\\d|\\s?%)|${SPOKEN_DAY})(?:\\s?(?:${YEARS_OLD}(?:\\s(?:y|and|e)\\s\\d{1,2}\\s${MONTHS_OLD})?|${MONTHS_OLD})(?![\\p{L}])(?!\\s(?:atr[aá]s|antes|despu[eé]s))(?:\\sy\\smedio(?![\\p{L}]))?)?)`,
      "iuy",
    ),
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "age-spoken",
    trigger: "word",
    words: "cumple|cumplio|cumplira|cumplo|tiene|tengo|tenia",
    match: new RegExp(`(?:ya\\s)?(${SPOKEN_DAY})(?=\\s?[.,;!?\\n]|$)`, "iuy"),
    scores: [0, 0.42, 0, 0],
  },
  {
    name: "age-turning",
    trigger: "word",
    words: "cumple|cumplio|cumplira|cumplir|cumplo|cumplen|tiene|tengo|tenia|turning|turned|turns",
    match:
      /(?:(?:ya|los|apenas|tu|mi|abuelita|solo|hoy)[\s,]{1,3}){0,2}(\d{1,2})(?![\d.,:/%-]*\d|[ ]?(?:%|[a-zà-ÿ$€]{4,}|mil|kg|mb|gb|km|hr|en|m\b|h\b))/y,
    scores: [0, 0.42, 0, 0],
  },
  {
    name: "age-stated",
    trigger: "word",
    words: "i m|i am|im|turning|turned|turns|tengo|cumple|cumplio|cumplo|tenho",
    match: /\d{2}(?![.,]\d)(?=\s?[.,;!?\n)]|$|\s(?:y|and|e)\s\p{L})/uy,
    scores: [0, 0.72, 0, 0],
  },
  {
    name: "age-of-kin",
    trigger: "word",
    words: "is|tiene|tem|has",
    side: "here",
    match: /[a-z]{2,5}\s(?:ya\s|now\s)?(\d{1,2})(?![.,]\d)(?=\s?[.,;!?\n)]|$|\s(?:y|and|e)\s\p{L})/iuy,
    cues: ["age"],
    scores: [0, 0.72, 0, 0],
  },
  {
    name: "age-in-words",
    trigger: "word",
    words: "i m|i am|she is|he is|she s|he s|she was|he was|turning|turned|just turned",
    match:
      /(?:(?:only|just|about|almost|nearly)\s)?((?:thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)(?:\syears\sold)?)(?=\s?[.,;!?\n]|$|\s(?:and|now|but|so|in|next|last|this|years|yesterday|today)(?![a-z]))(?!\s(?:minutes|hours|percent|dollars|miles|times))/iuy,
    scores: [0, 0.78, 0, 0],
  },
  {
    name: "age-in-words-old",
    trigger: "word",
    words:
      "i m|i am|she is|he is|she s|he s|she was|he was|turning|turned|just turned|is|was|tiene|tenia|cumplio|cumple",
    match:
      /(?:(?:only|just|about|almost|nearly|ya|los|casi)\s){0,2}((?:ninety(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|noventa(?:\sy\s(?:uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))?|a hundred and \p{L}{3,5})(?:\s(?:years\sold|a[nñ]os))?)(?=\s?[.,;!?\n]|$|\s(?:and|now|but|so|y|pero)(?![\p{L}]))/iuy,
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "age-coming",
    trigger: "word",
    words:
      "will be|would be|would have been|va a cumplir|por cumplir|cumplira|turns|turned|turning|made it to|lived to|llego a|hara",
    match: /(?:los\s)?(9\d|10\d)(?![.,:/%]?\d|\s?(?:%|\p{L}{3,}s(?![\p{L}])))/uy,
    cues: ["age"],
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "age-of-another",
    trigger: "word",
    words: AGE_WORDS,
    side: "here",
    match: new RegExp(
      `a[nñ]os\\s(?:y|e)\\s(?:(?:el|la|mi|su)\\s)?[\\p{L}]{2,20}\\s(${NUMBER})(?![\\p{L}\\d]|[.,:/]\\d|\\s?%)(?=\\s?[.,;!?\\n]|$)`,
      "iuy",
    ),
    scores: [0, 0.6, 0, 0],
  },
  {
    name: "age-of-sibling",
    trigger: "word",
    words: "tiene|tienen",
    match:
      /\d{1,2}(?: a[nñ]os)?,?\s(?:y|e)\s(?:(?:el|la|mi|su)\s)?[\p{L}]{2,20}\s(\d{1,2})(?![\d.,:/%-]*\d|\s?(?:%|[\p{L}$€]))/iuy,
    scores: [0, 0.45, 0, 0],
  },
  {
    name: "age-asked",
    trigger: "word",
    words: "cuantos anos|que edad",
    match: /(?:tienen?|tendr[aá]|tenía)\s[^.?!\d\n]{0,40}?(\d{1,3})(?=\s?[?.,\n]|$)/iuy,
    scores: [0, 0.6, 0, 0],
  },
];

export const AGES: readonly Detector[] = AGE_ROWS.map(asDetector);
