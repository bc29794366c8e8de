import type { Side } from "./role-words.ts";

/** What a side says that the other does not. Weights add up over a speaker's turns. */
interface Cue {
  side: Side;
  weight: number;
  /** Alternatives of a regular expression on the folded text (lower case, no accents). */
  phrases: readonly string[];
}

/** Cues in the texts, in es, en, pt and fr. */
const TEXT_CUES: readonly Cue[] = [
  {
    side: "professional",
    weight: 4,
    phrases: [
      "(?:en que|como) (?:le |te |les |lo |la )?(?:puedo|podemos) (?:ayudar|servir|apoyar|atender)",
      "(?:le|te) (?:atiende|saluda|habla) \\w",
      "con quien tengo el gusto",
      "gracias por (?:comunicarse|comunicarte|contactar|llamar|escribir|su preferencia|su compra|su espera)",
      "(?:a|quedo a) sus? ordenes",
      "bienvenid[oa]s? a",
      "how (?:can|may) (?:i|we) (?:help|assist)",
      "what can i (?:do|help you)",
      "thank(?:s| you) for (?:calling|contacting|reaching|your patience|holding|choosing)",
      "(?:may|could|can) i (?:have|get|see|take) your",
      "(?:is there )?anything else (?:that )?(?:i|we) can",
      "(?:em que|como) posso (?:ajudar|ajuda-l[oa])",
      "obrigad[oa] por (?:entrar em contato|ligar|aguardar)",
      "comment puis-je vous aider",
      "en quoi puis-je",
      "merci (?:de|d') (?:votre|avoir|nous)",
    ],
  },
  {
    side: "professional",
    weight: 2,
    phrases: [
      "(?:le|les|se lo|se la|se los) (?:agendo|mando|envio|confirmo|ofrezco|cotizo|comparto|aparto|anoto|busco|reviso|recomiendo|comento)",
      "(?:contamos|cuento) con",
      "tenemos (?:disponible|varias|varios|opciones|espacio|citas|promocion)",
      "(?:tengo|hay) (?:espacio|disponible|disponibilidad)",
      "(?:me (?:confirma|regala|comparte|proporciona|permite|da)|digame|indiqueme|permitame) ",
      "(?:necesitaria|necesito|me falta) su (?:nombre|correo|telefono|numero|rfc|curp)",
      "(?:lo|la|los|las) esperamos",
      "(?:usted|su (?:cita|pedido|orden|expediente|auto|vehiculo|credito|solicitud|poliza|cuenta))\\b",
      "con gusto",
      "(?:ofrezco|ofrecemos) una disculpa",
      "(?:i|we) (?:will|can|'ll) (?:book|schedule|send you|check|look into|lend|refund|transfer you)",
      "your (?:order|account|appointment|reservation|policy|application|quote|copay|vehicle)",
      "i(?:'m| am) sorry (?:to hear|about|for)",
      "(?:our|we) (?:have|offer|office|team|driver|store|hours)",
      "(?:seu|sua) (?:pedido|consulta|conta|cadastro|agendamento)",
      "votre (?:commande|compte|rendez-vous|dossier|contrat)",
      "je vous (?:propose|envoie|confirme|rappelle)",
    ],
  },
  {
    side: "customer",
    weight: 3,
    phrases: [
      "(?:vi|vengo por|llamo por|escribo por) (?:su|el|la|un) (?:anuncio|publicacion|promocion|anuncion)",
      "(?:quiero|quisiera|queria|necesito|busco|ando buscando|me interesa|me gustaria) (?!su )\\w",
      "(?:cuanto|q precio|que precio) (?:cuesta|vale|sale|seria|es|me|tiene|queda)",
      "(?:tienen|manejan|venden|aceptan|hacen) \\w",
      "(?:mi|mis) (?:cita|pedido|orden|hij[oa]|carro|coche|auto|camioneta|receta|resultados|credito|cuenta|poliza|contrato|factura|esposa|esposo|mama|papa|jefe)",
      "me (?:duele|cobraron|dijeron|llego|pasaron|robaron)",
      "(?:i'm|i am|im) (?:looking for|calling about|interested|trying to|having)",
      "i(?:'d| would)? (?:need|want|like) (?:to|a|an|my|some)",
      "i was (?:charged|told|wondering)",
      "my (?:car|order|account|card|appointment|son|daughter|wife|husband|insurance|bill|refill|boss)",
      "(?:do|can|could) you (?:have|offer|help me|tell me|take|do|email me)",
      "how much (?:is|are|does|would|do)",
      "(?:quero|queria|preciso|gostaria|procuro) ",
      "(?:meu|minha) (?:pedido|conta|consulta|carro|filh[oa])",
      "(?:je (?:voudrais|cherche|souhaite|veux)|j'ai besoin|j'aimerais)",
      "(?:mon|ma) (?:commande|compte|rendez-vous|voiture|fils|fille)",
    ],
  },
];

const COMPILED = TEXT_CUES.map((cue) => ({
  side: cue.side,
  weight: cue.weight,
  pattern: new RegExp(`(?:^|[^\\p{L}])(?:${cue.phrases.join("|")})`, "u"),
}));

/** Words in a speaker's name that make it the name of a business. Compared folded, whole words. */
const BUSINESS_WORDS = new Set(
  (
    "autos,auto,automotriz,motors,motor,agencia,seminuevos,refaccionaria,taller,garage,dealer,dealership,cars," +
    "ocasion,concesionario,concesionaria,taxi,transportes,viajes,restaurante,ferreteria,muebles,electronica,telecom,gas,agua,luz,aire," +
    "clinica,clinic,hospital,consultorio,laboratorio,lab,farmacia,pharmacy,dental,medical,medica,salud,health," +
    "banco,bank,financiera,finanzas,finance,credito,creditos,credit,seguros,insurance,afore,caja,cooperativa," +
    "despacho,bufete,notaria,legal,abogados,law,attorneys,juridico,escuela,colegio,instituto,academia,academy," +
    "universidad,university,school,college,campus,planta,fabrica,industrial,industrias,manufacturing,inmobiliaria," +
    "realty,hotel,tienda,store,shop,ventas,sales,soporte,support,servicio,service,services,atencion,contacto,oficial," +
    "official,recepcion,reception,admisiones,cobranza,bot,sa,cv,sl,ltda,inc,llc,corp,gmbh,sarl,grupo,group,empresa,company,centro,center"
  ).split(","),
);

/** How much a text speaks for a side. Positive: professional. At most one hit of each cue per text. */
export function scoreText(foldedText: string): number {
  let score = 0;
  for (const cue of COMPILED) {
    if (cue.pattern.test(foldedText)) score += cue.side === "professional" ? cue.weight : -cue.weight;
  }
  return score;
}

/** True when the speaker's name holds a word of business: `Autos Peñasco`, `Recepción Clínica Santa Lidia`. */
export function isBusinessName(foldedName: string): boolean {
  return foldedName.split(/[^\p{L}]+/u).some((word) => BUSINESS_WORDS.has(word));
}
