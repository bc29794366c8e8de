import { compileCues, matchCues } from "../seeds/cues.ts";

/**
 * What a turn does, as the coherence model sees it: cues in es, en, pt and fr in the notation of `compileCues` (a folded
 * beginning of a word, `$` for a whole word, `+` for consecutive words). The order is part of the model's format.
 */
const CUED_ACTS: readonly (readonly [act: string, cues: string])[] = [
  [
    "greet",
    "hola$ hello$ hi$ hey$ buen$ buenos+dias buenas$ buenas+tardes buenas+noches good+morning good+afternoon good+evening bienvenid welcome ola$ bonjour salut$ bom+dia boa+tarde",
  ],
  [
    "bye",
    "adios bye$ goodbye good+bye hasta+luego hasta+pronto nos+vemos have+a+good have+a+nice have+a+great que+tenga que+este tchau ate+logo au+revoir bonne+journee que+le+vaya cuidese take+care",
  ],
  ["thanks", "gracias thank thanks$ thx$ agradezco agradec obrigad merci mil+gracias appreciate"],
  [
    "courtesy",
    "con+gusto de+nada un+placer mucho+gusto my+pleasure you+re+welcome youre+welcome no+problem para+servir a+sus+ordenes a+la+orden",
  ],
  [
    "ack",
    "ok$ okay$ okey$ va$ vale$ sale$ listo$ orale$ perfecto$ perfect$ great$ excelente excellent claro$ sure$ of+course por+supuesto entendido entiendo understood got+it de+acuerdo alright right$ muy+bien sounds+good bueno$ ah$ d+accord tudo+bem",
  ],
  ["yes", "si$ yes$ yeah$ yep$ yup$ sim$ oui$ asi+es correcto$ correct$ exacto$ exactly$ that+s+right afirmativo"],
  ["no", "no$ nope$ nah$ nao$ non$ tampoco nunca negativo"],
  [
    "apology",
    "disculp perdon$ lo+siento sorry$ lament apolog unfortunately desafortunadamente lamentablemente por+desgracia desculpe desole infelizmente",
  ],
  [
    "refuse",
    "no+puedo no+podemos no+es+posible cannot$ can+not cant$ unable no+se+puede unavailable no+disponible not+available no+tenemos no+hay don+t+understand no+entiendo",
  ],
  [
    "more",
    "algo+mas anything+else something+else alguna+otra+duda otra+cosa mais+alguma autre+chose otra+consulta further+assistance",
  ],
  [
    "assist",
    "how+can+i+help how+may+i en+que+puedo en+que+le en+que+te como+puedo+ayud what+can+i digame cuenteme como+le+ayudo can+i+help como+posso",
  ],
  [
    "request",
    "quiero$ quisiera necesito necesitamos me+gustaria busco$ ando+buscando i+want i+need i+d+like id+like i+would+like looking+for quero preciso je+voudrais me+interesa want+to need+to would+like",
  ],
  ["please", "por+favor please$ porfa$ pls$ porfavor s+il+vous"],
  ["askoffer", "could+you can+you would+you puede$ podria$ puedes$ podrias$ me+podria me+puede pourriez poderia"],
  [
    "offer",
    "le+ofrezco le+recomiendo te+recomiendo le+sugiero recommend suggest tenemos$ contamos+con we+have there+is there+are le+puedo i+can i+could recomiendo sugiero would+you+like le+gustaria te+gustaria quiere+que desea+que",
  ],
  [
    "wait",
    "un+momento permitame dejeme permita+me dame+un one+moment let+me give+me hold+on un+segundo espere one+second",
  ],
  [
    "done",
    "queda+agendad queda+registr quedo$ agendad registrad reservad booked$ scheduled$ confirmed$ confirmad successfully all+set done$ enviad procesad aprobad hecho$ ya+esta le+confirmo arranged completed sent$ submitted",
  ],
  [
    "found",
    "encontre found$ i+see veo+que aparece tiene$+un according segun$ el+resultado resulto muestra$ le+marca i+have+found",
  ],
  ["intro", "soy$ me+llamo mi+nombre my+name i+am im$ this+is le+atiende habla$ le+habla sou$ je+suis meu+nome i+m"],
  [
    "opinion",
    "me+parece creo+que i+think pienso+que me+preocupa seems$ me+gusta i+like i+love prefiero prefer$ mejor$",
  ],
  [
    "problem",
    "problema problem$ falla$ fallo$ no+funciona not+working duele$ dolor$ error$ issue$ me+preocupa broken stolen fraude fraud perdi$ lost$",
  ],
  [
    "imperative",
    "traiga$ lleve$ envie$ mande$ tome$ venga$ revise$ firme$ llame$ evite$ bring$ send$ take$ call$ check$ make+sure recuerde remember$ please+bring anote guarde apague",
  ],
  ["conditional", "si+usted si+no si+se si+quiere si+empeora if+you in+case en+caso siempre+y+cuando depende depends$"],
  ["reason", "porque$ because$ ya+que debido since$ pues$ es+que para+que so+that therefore por+eso"],
  ["contrast", "pero$ but$ sin+embargo however$ aunque$ although though$ mas$ en+cambio instead$ mejor+no actually$"],
  [
    "qwho",
    "a+nombre+de con+quien who$ quien$ your+name su+nombre tu+nombre como+se+llama nombre+completo full+name may+i+have+your",
  ],
  [
    "qwhen",
    "cuando$ when$ que+dia que+hora what+time what+day which+day que+fecha what+date a+que+hora desde+cuando how+long cuanto+tiempo hace+cuanto horario",
  ],
  ["qwhere", "donde$ where$ en+que+ciudad en+que+sucursal what+city which+location adonde de+donde"],
  [
    "qmuch",
    "cuanto$ cuanta$ cuantos$ cuantas$ how+many how+much que+precio cual+es+el+precio what+is+the+price cuanto+cuesta",
  ],
  ["qwhich", "cual$ cuales$ which$ what+kind que+tipo que+modelo what+type what+sort"],
  ["qwhat", "que$ what$ como$ how$ qual$ quel$ quelle$ what+is what+are what+s"],
  ["qwhy", "por+que why$ a+que+se motivo razon+de"],
  [
    "day",
    "lunes$ martes$ miercoles$ jueves$ viernes$ sabado$ domingo$ monday tuesday wednesday thursday friday saturday sunday manana$ tomorrow hoy$ today ayer$ yesterday tarde$ noche$ morning$ semana$ week$ weekend tonight enero febrero marzo abril mayo$ junio julio agosto septiembre octubre noviembre diciembre january february march april june july august september october november december",
  ],
  ["contact", "telefono celular correo mail$ email whatsapp phone$ numero$ direccion address domicilio"],
  [
    "money",
    "pesos$ precio cuesta costo mxn dolares euros price cost$ dollars credits tasa$ mensualidad enganche descuento pago$ payment fee$ credito",
  ],
  [
    "credential",
    "cuenta$ account pin$ curp rfc$ nss$ dni$ folio$ expediente poliza policy contrasena password security+question identificacion",
  ],
  ["self", "yo$ mi$ mis$ me$ i$ my$ mine$ nosotros nuestro we$ our$ eu$ je$ mon$"],
  ["other", "usted$ ustedes$ su$ sus$ tu$ tus$ le$ te$ you$ your$ yours$ voce$ vous$ votre$"],
  ["laugh", "jaja jeje haha lol$ jijiji kkkk"],
];

const index = compileCues(CUED_ACTS.map(([, cues]) => cues));

/** Acts that the form of a turn shows, after the cued ones. */
const FORM_ACTS = [
  "question",
  "number",
  "clock",
  "amount",
  "name",
  "at_sign",
  "exclaims",
  "tiny",
  "short",
  "long",
  "call",
  "result",
] as const;

const FORM_BASE = CUED_ACTS.length;
const form = (name: (typeof FORM_ACTS)[number]) => FORM_BASE + FORM_ACTS.indexOf(name);

/** Number of acts there are. */
export const ACT_COUNT = CUED_ACTS.length + FORM_ACTS.length;

/** Position of an act in the model's order. Throws for an unknown name, which is a programming error. */
export function actId(name: string): number {
  const cued = CUED_ACTS.findIndex(([act]) => act === name);
  if (cued >= 0) return cued;
  const shown = FORM_ACTS.findIndex((act) => act === name);
  if (shown < 0) throw new RangeError(`unknown act ${name}`);
  return FORM_BASE + shown;
}

const WORDS_READ = 200;

/** What of a turn its acts are read from; `words` are folded. */
interface ActingTurn {
  side: string;
  text: string;
  words: readonly string[];
  calls: readonly unknown[];
  results: readonly unknown[];
}

/** Acts of a turn in ascending order. Long turns are read up to 200 words. */
export function actsOf(turn: ActingTurn): number[] {
  const words = turn.words.length > WORDS_READ ? turn.words.slice(0, WORDS_READ) : turn.words;
  const acts = [...matchCues(index, words).keys()];
  const text = turn.text.length > 2000 ? turn.text.slice(0, 2000) : turn.text;
  if (text.includes("?") || text.includes("¿")) acts.push(form("question"));
  if (/\d/.test(text)) acts.push(form("number"));
  if (/\d\s?(?:am|pm|a\.\s?m|p\.\s?m|hrs|h\b)|\d:\d\d/i.test(text)) acts.push(form("clock"));
  if (/[$€£%]|\d[\d.,]{3,}/.test(text)) acts.push(form("amount"));
  if (/[\p{Ll},]\s\p{Lu}\p{Ll}/u.test(text)) acts.push(form("name"));
  if (text.includes("@")) acts.push(form("at_sign"));
  if (text.includes("!")) acts.push(form("exclaims"));
  acts.push(words.length <= 2 ? form("tiny") : words.length <= 8 ? form("short") : form("long"));
  if (turn.calls.length > 0) acts.push(form("call"));
  if (turn.results.length > 0 || turn.side === "tool") acts.push(form("result"));
  return acts.sort((a, b) => a - b);
}
