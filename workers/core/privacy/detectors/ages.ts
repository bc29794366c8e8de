import type { Detector, Match, Matcher } from "../detector.ts";
import { range } from "../detector.ts";
import { endingAt, patternOf } from "../patterns.ts";
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

/** An age by its pattern, unless what is before it says that it is none of a person. */
function ageOf(pattern: RegExp): (text: string, at: number) => Match | null {
  return (text, at) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return null;
    if (THING_BEFORE(text, at) || ANIMAL(text, at)) return null;
    const end = at + match[0].length;
    const isSpan = SPAN_BEHIND.test(text.slice(end, end + SPAN_CHARS)) || SPAN_BEFORE(text, at);
    return isSpan ? null : { start: at, end };
  };
}
const NUMBER = `(?:\\d{1,3}|${SPOKEN_DAY})`;

/** Who is said to be months old. */
const INFANT =
  "(?:lactante|ni[nñ][oa]|beb[eé]|hij[oa]|niet[oa]|baby|infant|(?:my|his|her|our|the)\\s(?:son|daughter))\\s(?:(?:var[oó]n|mujer|de sexo \\p{L}{4,9}|boy|girl|is|tiene|ya)\\s)?(?:de\\s)?";

/** Ages of ninety and more are a category of their own. */
const OLD = /^(?:9\d|1[01]\d|noventa|ninety|nonagint|noventa|quatre-vingt-dix)/iu;

/** Whether what must stand before a place does. */
type Before = (text: string, at: number) => boolean;

/**
 * The age that `pattern` finds around `at`: its last group; `before` is what must stand before the place. For one of the
 * two categories.
 */
function bareAge(pattern: RegExp, isOld: boolean, before?: Before): Matcher {
  return (text, at) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return null;
    const value = match[1] ?? match[0];
    if (OLD.test(value) !== isOld || before?.(text, at) === false) return null;
    const end = at + match[0].length;
    return { start: end - value.length, end };
  };
}

/** Both categories of a row. */
function forBothAges(
  row: Omit<Detector, "category" | "match" | "name"> & { name: string },
  pattern: RegExp,
  before?: Before,
): Detector[] {
  return [
    { ...row, category: "AGE", match: bareAge(pattern, false, before) },
    { ...row, name: `${row.name}-old`, category: "AGE_OVER_89", match: bareAge(pattern, true, before) },
  ];
}

/** What ends a bare number that is an age. */
const AGE_END = "(?![.,:/-]?\\d|\\s?[%$€°])";
const STATEMENT_END =
  '(?=\\s?(?:[.,;!?)\\]\\n"”]|$)|\\s(?:y|and|e|et|on|in|this|next|now|but|pero|so|aunque|lol|haha|jaja\\p{L}*|xd|rn|btw|el|en|añ)(?![\\p{L}]))';
const KIN =
  "owner|gran|granny|nan|me|mom|mum|dad|mother|father|wife|husband|son|daughter|sister|brother|grandma|grandpa|nan|tutor|tutora|hijo|hija|hijos|hijas|esposa|esposo|madre|padre|mama|papa|hermano|hermana|nieto|nieta|abuela|abuelo|alumno|alumna|menor|filho|filha|marido|mulher|esposo|fils|fille|mari|femme|enrollee|applicant|dependent|dependiente|beneficiario|beneficiaria|conductor|conductora|driver|male|female|masculino|femenino|varon|mujer|hombre|nino|nina|joven|boy|girl|man|woman|spouse|partner|child|kid|homem|menino|menina|garcon|acompanante|titular|paciente|patient|pt|px";
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
  /(?<!(?:evoluci|duraci|hace|desde|durante|tratamiento|plazo|contrato|garant|experien|antig|cr[eé]dito|hipoteca|condena|prisi|c[aá]rcel|pena|carrera|vigencia|vida|roble|whisk|ron|trayector|mandat|servicio|term|loan|lease|warranty|mortgage|sentence|history|for|over|last|past|next|after|within|every|cada|m[aá]s|menos|prescri|conserv|amortiz|career)[\p{L}]{0,10}[^.;\n]{0,16})(?:(?<=[\p{L}\d)"”])(?<!(?:19|20)\d\d)(?:[,;]\s|\s\()|[,;]\sde\s|(?:approx|aprox|about|around|unos|client|cliente|clienta|pasajer[oa]|passenger|estudiante|student|trabajador[a]?|empleado|empleada|worker|patient|paciente|user|usuari[oa])\.?\s(?:de\s)?|(?:admitted|ingres[oó]|operad[oa]|died|muri[oó]|cas[oó]|diagnosed|diagnosticad[oa])\s(?:at|a los)\s|\sagain\sat\s|:\s)$/iu,
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
const AGE_ROWS: readonly Detector[] = [
  {
    name: "age-of",
    category: "AGE",
    trigger: "word",
    words: AGE_WORDS,
    side: "before",
    match: ageOf(
      patternOf(
        `${NUMBER}[\\s-]{0,2}${YEARS_OLD}(?:,?\\s(?:(?:y|and|e|et)\\s)?\\d{1,2}\\s?${MONTHS_OLD})?(?![\\p{L}])(?:(?=\\s(?:de edad|de idade|d['’][aâ]ge)(?![\\p{L}]))|[- ]?old(?![\\p{L}])(?!\\s${THING})|(?<=itos))`,
        "iuy",
      ),
    ),
    scores: [0, 0.93, 0, 0],
  },
  {
    name: "age-of-sex",
    category: "AGE",
    trigger: "word",
    words: "yo|y o|yr|yrs",
    side: "before",
    match:
      /\d{1,2}\s?(?:yo|y\/o|y\.o\.|yrs?)(?=\s(?:m|f|male|female|man|woman|boy|girl|wm|wf|bm|bf|hm|hf|caucasian|white|black|hispanic|asian|latino|latina|who|presents|presenting|c\/o|w\/|pt|patient|gentleman|lady)(?![\p{L}]))/iuy,
    scores: [0, 0.88, 0, 0],
  },
  {
    name: "age-infant",
    category: "AGE",
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
    category: "AGE",
    trigger: "word",
    words: AGE_WORDS,
    side: "before",
    match: ageOf(
      patternOf(
        `${NUMBER}[\\s-]{0,2}${YEARS_OLD}(?:,?\\s(?:(?:y|and|e|et)\\s)?\\d{1,2}\\s?${MONTHS_OLD})?(?![\\p{L}])(?![ -]old\\s${THING})(?!\\s(?:de (?:antig|experiencia|servicio|plazo|garant|contrato)|trabajando|laborando|ago|warranty|contract|experience|term|fixed|loan|plan|lease|mortgage|deal|bond|note|of))`,
        "iuy",
      ),
    ),
    cues: ["age"],
    scores: [0, 0.78, 0, 0],
  },
  {
    name: "age-over-89",
    category: "AGE_OVER_89",
    trigger: "word",
    words: AGE_WORDS,
    side: "before",
    match:
      /(?:9\d|1[01]\d|noventa(?: y [a-z]{3,6})?|ninety(?:[ -][a-z]{3,5})?)[\s-]{0,2}(?:a[nñ]os|years?|yrs?|yo|ans|anos|a[nñ]itos)(?![\p{L}])(?:[- ]old(?![\p{L}]))?/iuy,
    cues: ["age"],
    scores: [0, 0.95, 0, 0],
  },
  {
    name: "age-over-89-said",
    category: "AGE_OVER_89",
    trigger: "word",
    words: AGE_WORDS,
    side: "before",
    match:
      /(?:9\d|1[01]\d|noventa(?: y [a-z]{3,6})?|ninety(?:[ -][a-z]{3,5})?)[\s-]{0,2}(?:a[nñ]os|years?|yrs?|ans|anos)(?![\p{L}])(?:[- ]old(?![\p{L}])|(?=\sde (?:edad|idade)))/iuy,
    scores: [0, 0.95, 0, 0],
  },
  ...forBothAges(
    { name: "age-at-death", trigger: "word", words: "anos|ans|years", side: "before", scores: [0, 0.85, 0, 0] },
    patternOf(`${NUMBER}\\s(?:a[nñ]os|anos|ans)(?![\\p{L}])`, "iuy"),
    endingAt(/(?:fallec|muri[oó]|muere|difunt|occis|mort|d[eé]c[eé]d|faleci|morreu).{0,40}(?:a los|aos|à)\s$/iu),
  ),
  {
    name: "age-of-infant",
    category: "AGE",
    trigger: "word",
    words: "meses|months|month|mois|semanas|weeks|wks",
    side: "before",
    match: matchInfantAge,
    weak: true,
    cues: ["age"],
    scores: [0, 0.78, 0.85, 0.9],
  },
  ...forBothAges(
    { name: "age-apart", trigger: "word", words: AGE_WORDS, side: "before", scores: [0, 0.74, 0, 0] },
    patternOf(
      `(?:\\d{1,3}|${SPOKEN_DAY})\\s(?:a[nñ]os|years|yrs|anos|ans)(?![\\p{L}])(?:\\sold(?![\\p{L}]))?(?=\\s?[,;.)]|\\sand again\\s|$)`,
      "iuy",
    ),
    AGE_APART,
  ),
  {
    // "enuresis hasta los 7 años", "menarquia a los 13 años": when something happened in a life.
    name: "age-when",
    category: "AGE",
    trigger: "word",
    words: "anos",
    side: "before",
    match: whenOf(patternOf(`${NUMBER}\\sa[nñ]os(?![\\p{L}])`, "iuy")),
    scores: [0, 0.4, 0, 0],
  },
  {
    name: "age-code",
    category: "AGE",
    trigger: "code",
    starts: range(3, 6),
    opens: "123456789",
    match: /[1-8]?\d(?:yo|yrs?old|yrold|yr|yrs)(?![A-Za-z])/iy,
    scores: [0.85, 0.85, 0, 0],
  },
  {
    name: "age-code-old",
    category: "AGE_OVER_89",
    trigger: "code",
    starts: range(4, 6),
    opens: "19",
    match: /(?:9\d|1[01]\d)(?:yo|yrs?old|yrold|yr|yrs)(?![A-Za-z])/iy,
    scores: [0.85, 0.85, 0, 0],
  },
  {
    name: "age-code-cued",
    category: "AGE",
    trigger: "code",
    starts: [3],
    opens: "12345678",
    match: /[1-8]\d(?:a(?=[,;)]|\s\p{Ll})|[FM](?=[,;)]|\s(?:with|c\/o|presents|w\/|con|p\/w)))/uy,
    cues: ["age"],
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "age-years-short",
    category: "AGE",
    trigger: "number",
    starts: [2],
    next: " ",
    match: /[1-8]\d a(?:\.(?=[,;)])|(?=[,;)]|\s(?:con|y|de|sin|,)\s))/y,
    cues: ["sex"],
    scores: [0, 0.8, 0, 0],
  },
  ...forBothAges(
    { name: "age-by-sex", trigger: "number", starts: [1, 2, 3], follows: "/", scores: [0.8, 0.85, 0, 0] },
    /\d{1,3}(?![\d/.-])(?=[,;.)\s]|$)/y,
    SLASH_SEX,
  ),
  ...forBothAges(
    {
      name: "age-answered",
      trigger: "word",
      words: "edad|age|idade|how old|cuantos anos|que edad|quel age|quantos anos",
      scores: [0, 0.85, 0, 0],
    },
    patternOf(
      `(?:[\\p{L}' ]{0,30}[?:])["”]?\\s{0,2}(?:[-–—]\\s?)?(?:[\\p{L}]{2,9}\\s?:\\s?)?(?:(?:tengo|tiene|i['’]m|he['’]s|she['’]s|he is|she is|tenho|tem|uh|um|pues|like|de|son)\\s){0,2}((?:\\d{1,3}|${SPOKEN_DAY})${AGE_END})(?![\\p{L}]|\\s(?:\\p{L}{3,}s|de)(?![\\p{L}]))`,
      "iuy",
    ),
  ),
  ...forBothAges(
    {
      name: "age-said",
      trigger: "word",
      words:
        "she s|he s|she is|he is|who is|who s|shes|hes|i m|i am|turns|turned|turning|cumple|cumplio|tiene|tengo|tem|tenho|cumplir|cumplira|cumplen|va cumplir|soy|yo soy",
      scores: [0, 0.74, 0, 0],
    },
    patternOf(
      `(?:(?:now|only|just|almost|already|ya|solo|apenas|casi|só|already)\\s)?(\\d{1,3}${AGE_END})${STATEMENT_END}`,
      "iuy",
    ),
  ),
  ...forBothAges(
    {
      name: "age-said-years",
      trigger: "word",
      words: "soy|yo soy|turned|turns|turning|i m|i am|just turned",
      scores: [0, 0.76, 0, 0],
    },
    /(?:(?:de|ya|just|only)\s)?(\d{1,3}\s(?:years|a[nñ]os))(?![\p{L}])(?!\s(?:of|de (?:experiencia|servicio)))/iuy,
  ),
  ...forBothAges(
    {
      name: "age-of-kin-bare",
      trigger: "word",
      words: KIN,
      side: "here",
      scores: [0, 0.74, 0, 0],
    },
    patternOf(
      `[\\p{L}]{2,14}(?:\\s?\\(|\\sde\\s|\\s|,\\s)((?:\\d{1,3}|(?<=\\()(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)${AGE_END})(?=\\s?[,;)]|\\.\\s|\\.$)`,
      "iuy",
    ),
  ),
  {
    name: "age-labelled",
    category: "AGE",
    trigger: "word",
    words: "edad|age|aged|idade",
    match: new RegExp(
      `(?:(?:de|is|es|of)\\s)?((?:\\d{1,3}(?!\\d|[.,/]\\d|\\s?%)|${SPOKEN_DAY})(?:\\s?(?:${YEARS_OLD}(?:\\s(?:y|and|e)\\s\\d{1,2}\\s${MONTHS_OLD})?|${MONTHS_OLD})(?![\\p{L}])(?!\\s(?:atr[aá]s|antes|despu[eé]s))(?:\\sy\\smedio(?![\\p{L}]))?)?)`,
      "iuy",
    ),
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "age-spoken",
    category: "AGE",
    trigger: "word",
    words: "cumple|cumplio|cumplira|cumplo|tiene|tengo|tenia",
    match: new RegExp(`(?:ya\\s)?(${SPOKEN_DAY})(?=\\s?[.,;!?\\n]|$)`, "iuy"),
    scores: [0, 0.42, 0, 0],
  },
  {
    name: "age-turning",
    category: "AGE",
    trigger: "word",
    words: "cumple|cumplio|cumplira|cumplir|cumplo|cumplen|tiene|tengo|tenia|turning|turned|turns",
    match:
      /(?:(?:ya|los|apenas|tu|mi|abuelita|solo|hoy)[\s,]{1,3}){0,2}(\d{1,2})(?![\d.,:/%-]*\d|[ ]?(?:%|[a-zà-ÿ$€]{4,}|mb|gb|km|hr|m\b|h\b))/y,
    scores: [0, 0.42, 0, 0],
  },
  {
    name: "age-stated",
    category: "AGE",
    trigger: "word",
    words: "i m|i am|im|turning|turned|turns|tengo|cumple|cumplio|cumplo|tenho",
    match: /\d{2}(?![.,]\d)(?=\s?[.,;!?\n)]|$|\s(?:y|and|e)\s\p{L})/uy,
    scores: [0, 0.72, 0, 0],
  },
  {
    name: "age-of-kin",
    category: "AGE",
    trigger: "word",
    words: "is|tiene|tem|has",
    side: "here",
    match: /[a-z]{2,5}\s(?:ya\s|now\s)?(\d{1,2})(?![.,]\d)(?=\s?[.,;!?\n)]|$|\s(?:y|and|e)\s\p{L})/iuy,
    cues: ["age"],
    scores: [0, 0.72, 0, 0],
  },
  {
    name: "age-in-words",
    category: "AGE",
    trigger: "word",
    words: "i m|i am|she is|he is|she s|he s|she was|he was|turning|turned|just turned",
    match:
      /(?:(?:only|just|about|almost|nearly)\s)?((?:thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)(?:\syears\sold)?)(?=\s?[.,;!?\n]|$|\s(?:and|now|but|so|in|next|last|this|years|yesterday|today)(?![a-z]))(?!\s(?:minutes|hours|percent|dollars|miles|times))/iuy,
    scores: [0, 0.78, 0, 0],
  },
  {
    name: "age-in-words-old",
    category: "AGE_OVER_89",
    trigger: "word",
    words:
      "i m|i am|she is|he is|she s|he s|she was|he was|turning|turned|just turned|is|was|tiene|tenia|cumplio|cumple",
    match:
      /(?:(?:only|just|about|almost|nearly|ya|los|casi)\s){0,2}((?:ninety(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|noventa(?:\sy\s(?:uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))?|a hundred and \p{L}{3,5})(?:\s(?:years\sold|a[nñ]os))?)(?=\s?[.,;!?\n]|$|\s(?:and|now|but|so|y|pero)(?![\p{L}]))/iuy,
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "age-coming",
    category: "AGE_OVER_89",
    trigger: "word",
    words:
      "will be|would be|would have been|va a cumplir|por cumplir|cumplira|turns|turned|turning|made it to|lived to|llego a|hara",
    match: /(?:los\s)?(9\d|10\d)(?![.,:/%]?\d|\s?(?:%|\p{L}{3,}s(?![\p{L}])))/uy,
    cues: ["age"],
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "age-of-another",
    category: "AGE",
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
    category: "AGE",
    trigger: "word",
    words: "tiene|tienen",
    match:
      /\d{1,2}(?: a[nñ]os)?,?\s(?:y|e)\s(?:(?:el|la|mi|su)\s)?[\p{L}]{2,20}\s(\d{1,2})(?![\d.,:/%-]*\d|\s?(?:%|[\p{L}$€]))/iuy,
    scores: [0, 0.45, 0, 0],
  },
  {
    name: "age-asked",
    category: "AGE",
    trigger: "word",
    words: "cuantos anos|que edad",
    match: /(?:tienen?|tendr[aá]|tenía)\s[^.?!\d\n]{0,40}?(\d{1,3})(?=\s?[?.,\n]|$)/iuy,
    scores: [0, 0.6, 0, 0],
  },
];

/** Rows whose numbers are ages of any kind: from ninety on they are of the other category. */
const ANY_AGE = new Set(["age-labelled", "age-turning", "age-stated", "age-of-kin", "age-of-kin-word"]);

function leavesOld(row: Detector, isOld: boolean): Detector {
  const pattern = row.match as RegExp;
  return {
    ...row,
    name: isOld ? `${row.name}-old` : row.name,
    category: isOld ? "AGE_OVER_89" : "AGE",
    match: bareAge(pattern, isOld),
  };
}

export const AGES: readonly Detector[] = AGE_ROWS.flatMap((row) =>
  ANY_AGE.has(row.name) ? [leavesOld(row, false), leavesOld(row, true)] : [row],
);
