import type { Language } from "../tools/simulation.ts";
import { fold } from "../tools/simulation.ts";

/** A flow step, read: who acts, and what is done as a phrase that can stand in a sentence of that side. */
export type Step = {
  text: string;
  /** The side that the step names as its subject, when it names one. */
  actor: "assistant" | "user" | null;
  /** `verb`: an infinitive ("explicar la garantía", "explain the warranty"); `noun`: a thing ("opciones de crédito"). */
  kind: "verb" | "noun";
  phrase: string;
  /** Folded content stems of the step. */
  stems: ReadonlySet<string>;
};

const STOP: Readonly<Record<Language, ReadonlySet<string>>> = {
  es: new Set(
    "a al ante con como cual cuando de del desde donde e el ella en entre es esta este esto hacia ha han hasta la las le les lo los mas me mi muy no o para pero por que se ser si sin sobre son su sus tambien te tiene tu u un una uno y ya debe deben usted antes cada todo toda todos todas".split(
      " ",
    ),
  ),
  en: new Set(
    "a about an and any are as at be before by for from has have how if in into is it its must of on or our should so that the their them they this to up was we what when where which who will with you your all each can".split(
      " ",
    ),
  ),
};

/** Folded word stems that carry meaning: stop words out, words cut to six letters, so that inflections meet. */
export function contentStems(text: string, language: Language): Set<string> {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 1 && !STOP[language].has(word)).map((word) => word.slice(0, 6)));
}

/** Share of `wanted` that the text says; 1 when nothing is wanted. */
export function coverage(wanted: ReadonlySet<string>, text: string, language: Language): number {
  if (wanted.size === 0) return 1;
  const said = contentStems(text, language);
  let hits = 0;
  for (const stem of wanted) if (said.has(stem)) hits++;
  return hits / wanted.size;
}

/** Third persons whose infinitive does not follow from the ending (-a: -ar, -e: -er). */
const SPANISH_VERBS = new Map(
  Object.entries({
    pide: "pedir",
    sugiere: "sugerir",
    describe: "describir",
    resume: "resumir",
    transfiere: "transferir",
    refiere: "referir",
    despide: "cerrar",
    define: "definir",
    decide: "decidir",
    recibe: "recibir",
    comparte: "compartir",
    discute: "discutir",
    advierte: "advertir",
    insiste: "insistir",
    corrige: "corregir",
    dirige: "dirigir",
    cubre: "cubrir",
    elige: "elegir",
    confirma: "confirmar",
    muestra: "mostrar",
    cierra: "cerrar",
    recomienda: "recomendar",
    propone: "proponer",
    expone: "exponer",
    plantea: "plantear",
    da: "dar",
    hace: "hacer",
    dice: "decir",
    solicita: "solicitar",
    agradece: "agradecer",
    ofrece: "ofrecer",
    cuenta: "contar",
    prueba: "probar",
    acuerda: "acordar",
    demuestra: "demostrar",
    comienza: "comenzar",
    empieza: "empezar",
    inicia: "iniciar",
    vuelve: "volver",
    resuelve: "resolver",
    establece: "establecer",
    reconoce: "reconocer",
    quiere: "pedir",
    mantiene: "mantener",
    obtiene: "obtener",
    atiende: "atender",
    entiende: "entender",
    responde: "responder",
    aprende: "aprender",
    lee: "leer",
    revela: "revelar",
    convierte: "convertir",
    consigue: "conseguir",
    sigue: "seguir",
    mide: "medir",
    repite: "repetir",
    escribe: "escribir",
    permite: "permitir",
    admite: "admitir",
    emite: "emitir",
    remite: "remitir",
    instruye: "instruir",
    incluye: "incluir",
    concluye: "concluir",
    construye: "construir",
    distingue: "distinguir",
    traduce: "traducir",
    reduce: "reducir",
    introduce: "introducir",
    produce: "producir",
    conduce: "conducir",
    asiste: "asistir",
    prescribe: "prescribir",
    dispone: "disponer",
    compone: "componer",
    reune: "reunir",
    une: "unir",
    detiene: "detener",
    contiene: "contener",
    sostiene: "sostener",
    previene: "prevenir",
  }),
);

/** Regular -ar verbs of flow steps, known so that a second verb ("pregunta y confirma") is turned as well. */
const REGULAR_AR = new Set(
  "acepta aclara acompaña adapta agenda ajusta analiza anota aplica asigna aumenta autoriza ayuda busca calcula cancela captura clasifica comenta compara completa comunica consulta contacta contesta coordina cotiza crea cuestiona dedica desglosa detalla detecta determina diagnostica disculpa documenta ejemplifica elabora entrega enumera envia escala escucha especifica espera estima evalua examina explica explora expresa facilita fija formula genera guia identifica indaga indica informa inspecciona intenta interpreta investiga invita justifica lista llama menciona monitorea motiva negocia notifica objeta ordena orienta pasa planifica practica pregunta prepara presenta programa proporciona proyecta reafirma realiza rechaza redacta registra reporta repasa reserva retoma revisa saluda selecciona señala simula solicita soluciona tranquiliza utiliza valida valora verifica".split(
    " ",
  ),
);

const ENGLISH_VERBS = new Map(
  Object.entries({
    is: "be",
    has: "have",
    does: "do",
    goes: "go",
    says: "say",
    apologizes: "apologize",
    apologises: "apologise",
    closes: "close",
    proposes: "propose",
    discloses: "disclose",
    uses: "use",
    diagnoses: "diagnose",
    analyzes: "analyze",
    raises: "raise",
    summarizes: "summarize",
    summarises: "summarise",
    advises: "advise",
    voices: "voice",
    chooses: "choose",
    promises: "promise",
    recognizes: "recognize",
    practises: "practise",
    practices: "practice",
    sizes: "size",
    prices: "price",
    places: "place",
    traces: "trace",
    notices: "notice",
    reduces: "reduce",
    balances: "balance",
    introduces: "introduce",
    requires: "require",
  }),
);

const SUBJECTS: Readonly<Record<Language, RegExp>> = {
  es: /^(?:el|la|los|las|un|una)\s+([\p{L}_]+(?:\s+(?:virtual|financier[oa]|de\s+(?:ventas|soporte|cuenta)|t[eé]cnic[oa]|legal|m[eé]dic[oa]))?)\s+(?:(?:le|les|lo|la|se)\s+)?(\p{L}+)\b\s*(.*)$/iu,
  en: /^(?:the|an?)\s+([\p{L}_]+(?:\s+(?:advisor|adviser|engineer|agent|representative|technician|assistant))?)\s+(\p{L}+)\b\s*(.*)$/iu,
};

/** Words for the two sides that seeds use whatever their roles are called. */
const USER_WORDS =
  /^(client|customer|usuari|user|pacient|patient|alumn|estudiant|student|learner|operador|operator|comprador|buyer|visitante|caller|solicitante|padre|madre|parent|acompanante|interesad|quien\s+consulta|tecnico_planta)/;

/** Reads a flow step. `assistantRole` is the seed's; any other subject that is a role of the seed is the other side's. */
export function readStep(text: string, language: Language, roles: readonly string[], assistantRole: string): Step {
  const clean = text
    .replaceAll("_", " ")
    .replace(/^\s*\d+\s*[.)-]\s*/, "")
    .trim()
    .replace(/[.;:]+$/, "");
  const stems = contentStems(clean, language);
  const named = /^([\p{L} ]{2,40}):\s+(.+)$/u.exec(clean);
  const namedActor = named ? sideOf(named[1]!, roles, assistantRole) : null;
  const body = namedActor === null ? clean : named![2]!;
  const subject = readSubject(body, language, roles);
  const subjectSide = subject ? sideOf(subject[1]!, roles, assistantRole) : null;
  // "The customer is identified": whoever does it, it is not done by the subject, and the sentence cannot be turned.
  if (subject && /^(es|son|esta|estan|is|are|gets?)$/.test(fold(subject[2]!)))
    return { text: clean, actor: null, kind: "noun", phrase: "", stems };
  const actor = namedActor ?? subjectSide;
  const words =
    subject && subjectSide !== null ? `${infinitive(subject[2]!, language)} ${subject[3] ?? ""}`.trim() : body;
  const kind = subject && subjectSide !== null ? "verb" : startsWithVerb(words, language) ? "verb" : "noun";
  const started = kind === "verb" && !subjectSide ? firstVerb(words, language) : words;
  const phrase = addressed(lowerFirst(kind === "verb" ? furtherVerbs(started, language) : started), language, actor);
  return { text: clean, actor, kind, phrase, stems };
}

/**
 * The subject of a step with its verb and the rest, as groups 1 to 3. A role of the seed is taken whole ("the care
 * manager asks"), then in English whatever stands before a verb that is known.
 */
function readSubject(
  body: string,
  language: Language,
  roles: readonly string[],
): readonly (string | undefined)[] | null {
  const start = (language === "es" ? /^(?:el|la|los|las|un|una)\s+/iu : /^(?:the|an?)\s+/iu).exec(body);
  if (start === null) return null;
  const words = body.slice(start[0].length).split(/\s+/).slice(0, 200);
  const isVerb = (word: string | undefined) => word !== undefined && /^\p{L}+$/u.test(word);
  const split = (size: number) => [body, words.slice(0, size).join(" "), words[size], words.slice(size + 1).join(" ")];
  const names = new Set(roles.map((role) => fold(role).replaceAll("_", " ")));
  for (let size = Math.min(5, words.length - 1); size >= 2; size--) {
    const clitic = /^(?:le|les|lo|la|se)$/iu.test(words[size]!);
    if (!names.has(fold(words.slice(0, size).join(" ")))) continue;
    if (language === "es" && clitic) words.splice(size, 1);
    if (isVerb(words[size])) return split(size);
  }
  if (language === "en") {
    const size = [1, 2, 3].find((place) => isFiniteVerb(words[place]));
    if (size !== undefined) return split(size);
  }
  return SUBJECTS[language].exec(body);
}

/** Whether an English word is a known verb in the third person. */
function isFiniteVerb(word: string | undefined): boolean {
  if (word === undefined || !word.endsWith("s")) return false;
  const base = englishBase(fold(word));
  return ENGLISH_BASE.has(base) && base !== fold(word);
}

/** Which side a role name or a general word for a role stands for; null when it is no role at all. */
function sideOf(name: string, roles: readonly string[], assistantRole: string): Step["actor"] {
  const folded = fold(name).replaceAll("_", " ").trim();
  const plain = (role: string) => fold(role).replaceAll("_", " ");
  const role =
    roles.find((candidate) => plain(candidate) === folded) ??
    roles.find((candidate) => plain(candidate).split(" ").includes(folded)) ??
    roles.find((candidate) => folded.includes(" ") && folded.split(" ").at(-1) === plain(candidate));
  if (role !== undefined) return role === assistantRole ? "assistant" : "user";
  if (USER_WORDS.test(folded)) return "user";
  const professional =
    /^(asesor|agente|vendedor|medic|doctor|abogad|tutor|ingenier|tecnic|profesional|especialista|asistent|ejecutiv|profesor|docent|advis|agent|seller|salesperson|sales|physician|lawyer|attorney|engineer|technician|professional|assistant|teacher|consult|support|nurse|clinician|counsel|specialist|coach|analyst|representative|executive|bot)/;
  return professional.test(folded) ? "assistant" : null;
}

function startsWithVerb(text: string, language: Language): boolean {
  const first = fold(text.split(/\s+/)[0] ?? "");
  return language === "es"
    ? /(ar|er|ir|arle|erle|irle|arse|erse|irse)$/.test(first) && first.length > 3
    : ENGLISH_BASE.has(first) || ENGLISH_BASE.has(englishBase(first));
}

/** "Explains the plan" and "Explain the plan" are the same step. */
function firstVerb(text: string, language: Language): string {
  if (language === "es") return text;
  const [first = "", ...rest] = text.split(/\s+/);
  return [ENGLISH_BASE.has(fold(first)) ? first : englishBase(fold(first)), ...rest].join(" ");
}

/** "preguntar el plazo y confirma la tasa": the verbs behind the first take its form. */
function furtherVerbs(text: string, language: Language): string {
  if (language === "es") {
    return text.replace(/( [ye] |, )(?:(?:le|les|se|lo|la)\s+)?(\p{L}+)\b/gu, (all, joint: string, word: string) => {
      const known = SPANISH_VERBS.has(fold(word)) || REGULAR_AR.has(word.toLowerCase()) || REGULAR_AR.has(fold(word));
      return known ? `${joint}${infinitive(word, language)}` : all;
    });
  }
  return text.replace(/( and |, )(\p{L}+s)\b/gu, (all, joint: string, word: string) => {
    const base = englishBase(fold(word));
    return ENGLISH_BASE.has(base) && !ENGLISH_BASE.has(fold(word)) && !NOUNS_TOO.has(base) ? `${joint}${base}` : all;
  });
}

/** Words that are a plural thing more often than a deed behind "and". */
const NOUNS_TOO = new Set(
  "address book note order place plan process record report request share start state support test use work offer".split(
    " ",
  ),
);

const ENGLISH_BASE = new Set(
  "acknowledge address advise agree analyze answer apologize apply arrange ask assess book build calculate check clarify close collect compare confirm correct define describe detail determine diagnose disclose discuss document encourage ensure escalate establish estimate evaluate examine explain explore express file find follow gather generate get give go greet guide help highlight identify inform inquire interpret introduce investigate listen look make map mention negotiate note offer open order organize outline perform place plan practice prepare present process propose provide quote raise reassure recognize recommend record redirect refer reject remind report request resolve respond review run schedule search secure select send set share show simulate start state suggest sum summarize support take teach test thank try understand update use validate verify walk warn welcome work express voice bring receive refuse decline isolate trace replace adjust measure monitor assign notify".split(
    " ",
  ),
);

function englishBase(verb: string): string {
  const known = ENGLISH_VERBS.get(verb);
  if (known) return known;
  if (verb.endsWith("ies")) return `${verb.slice(0, -3)}y`;
  if (/(ss|sh|ch|x|zz|o)es$/.test(verb)) return verb.slice(0, -2);
  return verb.endsWith("s") && !verb.endsWith("ss") ? verb.slice(0, -1) : verb;
}

function infinitive(verb: string, language: Language): string {
  const folded = fold(verb);
  if (language === "en") return englishBase(folded);
  const known = SPANISH_VERBS.get(folded);
  if (known) return known;
  if (/(ar|er|ir)$/.test(folded)) return verb;
  if (/(a|an)$/.test(folded)) return `${folded.replace(/an?$/, "")}ar`;
  if (/(e|en)$/.test(folded)) return `${folded.replace(/en?$/, "")}er`;
  return verb;
}

type Rewrite = readonly [RegExp, string];

const ROLE_ES = "(?:cliente|clienta|paciente|usuari[oa]|alumn[oa]|estudiante|operador[a]?|comprador[a]?)";
const ROLE_EN = "(?:customer|client|patient|user|student|learner|operator|buyer)";
const PRO_EN = "(?:advisor|agent|physician|doctor|tutor|engineer|technician|lawyer)";

/** Said to the other side: mentions of the other side turn into the form of address. */
const TO_USER: Readonly<Record<Language, readonly Rewrite[]>> = {
  es: [
    [new RegExp(`\\b(?:el|la)\\s+(\\p{L}+(?:\\s+\\p{L}+)?)\\s+de(?:l| la)\\s+${ROLE_ES}\\b`, "giu"), "su $1"],
    [new RegExp(`\\b(?:los|las)\\s+(\\p{L}+(?:\\s+\\p{L}+)?)\\s+de(?:l| la)\\s+${ROLE_ES}\\b`, "giu"), "sus $1"],
    [new RegExp(`\\s+(?:a la|al|de la|del|con el|con la)\\s+${ROLE_ES}\\b`, "giu"), ""],
    [new RegExp(`\\b(?:el|la)\\s+${ROLE_ES}\\b`, "giu"), "usted"],
    [/\bde el\b/giu, "del"],
  ],
  en: [
    [new RegExp(`\\b(?:the\\s+)?${ROLE_EN}['’]s\\b`, "giu"), "your"],
    [new RegExp(`\\b(?:the\\s+)${ROLE_EN}\\b`, "giu"), "you"],
    [/\byou (already |also |now )?(know|need|want|prefer|expect|see|feel|understand|ask|say|learn)s\b/giu, "you $1$2"],
    [/\byou has\b/giu, "you have"],
    [/\byou is\b/giu, "you are"],
    [/\btheir\b/giu, "your"],
    [/\bthem\b/giu, "you"],
  ],
};

/** Said by the other side: mentions of the professional turn into the form of address, its own into the first person. */
const BY_USER: Readonly<Record<Language, readonly Rewrite[]>> = {
  es: [
    [/\bsu\b/giu, "mi"],
    [/\bsus\b/giu, "mis"],
    [/\bde el\b/giu, "del"],
    [/\s+al?\s+(?:la\s+)?(?:asesor[a]?|agente|médic[oa]|doctor[a]?|tutor[a]?|ingenier[oa]|abogad[oa])\b/giu, ""],
  ],
  en: [
    [/\b(?:their|his|her)\b/giu, "my"],
    [/\bthem\b/giu, "me"],
    [new RegExp(`\\bthe\\s+${PRO_EN}\\b`, "giu"), "you"],
  ],
};

function addressed(text: string, language: Language, actor: Step["actor"]): string {
  const rewrites = actor === "user" ? BY_USER[language] : TO_USER[language];
  return rewrites
    .reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text)
    .replace(/\s+/g, " ")
    .trim();
}

function lowerFirst(text: string): string {
  // An acronym ("CRM", "KYC") keeps its capitals.
  return /^\p{Lu}{2}/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}
