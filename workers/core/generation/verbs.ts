import type { Language } from "../tools/simulation.ts";
import { fold } from "../tools/simulation.ts";

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
    redirige: "redirigir",
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
    recuerda: "recordar",
    comprueba: "comprobar",
    aprueba: "aprobar",
    encuentra: "encontrar",
    confiesa: "confesar",
    exige: "exigir",
    predice: "predecir",
    prohibe: "prohibir",
    impide: "impedir",
    abre: "abrir",
    defiende: "defender",
    descubre: "descubrir",
    reescribe: "reescribir",
    acierta: "acertar",
    teme: "temer",
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

/** Words that are a plural thing more often than a deed behind "and". */
export const NOUNS_TOO = new Set(
  "address book note order place plan process record report request share start state support test use work offer".split(
    " ",
  ),
);

export const ENGLISH_BASE = new Set(
  "acknowledge address advise agree analyze answer apologize apply arrange ask assess book build calculate check clarify close collect compare confirm correct define describe detail determine diagnose disclose discuss document encourage ensure escalate establish estimate evaluate examine explain explore express file find follow gather generate get give go greet guide help highlight identify inform inquire interpret introduce investigate listen look make map mention negotiate note offer open order organize outline perform place plan practice prepare present process propose provide quote raise reassure recognize recommend record redirect refer reject remind report request resolve respond review run say pick choose finish sort spell learn pay sign keep rewrite raise solve schedule search secure select send set share show simulate start state suggest sum summarize support take teach test thank try understand update use validate verify walk warn welcome work express voice bring receive refuse decline isolate trace replace adjust measure monitor assign notify list arrange draft".split(
    " ",
  ),
);

export function englishBase(verb: string): string {
  const known = ENGLISH_VERBS.get(verb);
  if (known) return known;
  if (verb.endsWith("ies")) return `${verb.slice(0, -3)}y`;
  if (/(ss|sh|ch|x|zz|o)es$/.test(verb)) return verb.slice(0, -2);
  return verb.endsWith("s") && !verb.endsWith("ss") ? verb.slice(0, -1) : verb;
}

export function infinitive(verb: string, language: Language): string {
  const folded = fold(verb);
  if (language === "en") return englishBase(folded);
  const known = SPANISH_VERBS.get(folded);
  if (known) return known;
  if (/(ar|er|ir)$/.test(folded)) return verb;
  if (/(a|an)$/.test(folded)) return `${folded.replace(/an?$/, "")}ar`;
  if (/(e|en)$/.test(folded)) return `${folded.replace(/en?$/, "")}er`;
  return verb;
}

/** "preguntar el plazo y confirma la tasa": the verbs behind the first take its form. */
export function furtherVerbs(text: string, language: Language): string {
  if (language === "es") {
    return text.replace(/( [ye] |, )(?:(?:le|les|se|lo|la)\s+)?(\p{L}+)\b/gu, (all, joint: string, word: string) => {
      return isThirdPerson(word, language) ? `${joint}${infinitive(word, language)}` : all;
    });
  }
  return text.replace(/( and |, )(\p{L}+s)\b/gu, (all, joint: string, word: string) => {
    const base = englishBase(fold(word));
    return ENGLISH_BASE.has(base) && !ENGLISH_BASE.has(fold(word)) && !NOUNS_TOO.has(base) ? `${joint}${base}` : all;
  });
}

const INFINITIVES: ReadonlySet<string> = new Set([
  ...SPANISH_VERBS.values(),
  ...[...REGULAR_AR].map((verb) => `${fold(verb)}r`),
]);

/** Whether a word begins a deed of its own behind "and": an infinitive that flow steps use, a known English verb. */
export function isKnownVerb(word: string, language: Language): boolean {
  const folded = fold(word);
  if (language === "en") return ENGLISH_BASE.has(folded);
  return INFINITIVES.has(folded.replace(/(?:le|les|se|lo|la)$/, ""));
}

/** Whether a word is a verb of flow steps in the third person, as far as that can be known. */
export function isThirdPerson(word: string, language: Language): boolean {
  const folded = fold(word);
  if (language === "es")
    return SPANISH_VERBS.has(folded) || REGULAR_AR.has(word.toLowerCase()) || REGULAR_AR.has(folded);
  const base = englishBase(folded);
  return base !== folded && ENGLISH_BASE.has(base);
}

/** First persons whose form does not follow from the infinitive by the rule. */
const FIRST_PERSONS = new Map(
  Object.entries({
    decir: "digo",
    predecir: "predigo",
    hacer: "hago",
    dar: "doy",
    pedir: "pido",
    impedir: "impido",
    medir: "mido",
    repetir: "repito",
    elegir: "elijo",
    corregir: "corrijo",
    exigir: "exijo",
    dirigir: "dirijo",
    redirigir: "redirijo",
    seguir: "sigo",
    conseguir: "consigo",
    distinguir: "distingo",
    contar: "cuento",
    mostrar: "muestro",
    demostrar: "demuestro",
    probar: "pruebo",
    comprobar: "compruebo",
    aprobar: "apruebo",
    acordar: "acuerdo",
    recordar: "recuerdo",
    encontrar: "encuentro",
    resolver: "resuelvo",
    volver: "vuelvo",
    sugerir: "sugiero",
    referir: "refiero",
    transferir: "transfiero",
    preferir: "prefiero",
    advertir: "advierto",
    convertir: "convierto",
    recomendar: "recomiendo",
    confesar: "confieso",
    comenzar: "comienzo",
    empezar: "empiezo",
    cerrar: "cierro",
    acertar: "acierto",
    atender: "atiendo",
    entender: "entiendo",
    defender: "defiendo",
    proponer: "propongo",
    exponer: "expongo",
    disponer: "dispongo",
    componer: "compongo",
    mantener: "mantengo",
    obtener: "obtengo",
    detener: "detengo",
    contener: "contengo",
    sostener: "sostengo",
    prevenir: "prevengo",
    reconocer: "reconozco",
    agradecer: "agradezco",
    ofrecer: "ofrezco",
    establecer: "establezco",
    traducir: "traduzco",
    reducir: "reduzco",
    introducir: "introduzco",
    producir: "produzco",
    conducir: "conduzco",
    incluir: "incluyo",
    concluir: "concluyo",
    construir: "construyo",
    instruir: "instruyo",
    enviar: "envío",
    guiar: "guío",
    evaluar: "evalúo",
    reunir: "reúno",
    prohibir: "prohíbo",
    plantear: "planteo",
    leer: "leo",
  }),
);

/** "explicar" -> "explico". Infinitives of other forms come back as they are. */
export function firstPerson(verb: string): string {
  return FIRST_PERSONS.get(fold(verb)) ?? verb.replace(/(?:ar|er|ir)$/iu, "o");
}

/** "acordar" -> "acordamos". */
export function firstPlural(verb: string): string {
  return verb.replace(/([aei])r$/iu, "$1mos");
}
