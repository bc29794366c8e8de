import { compileCues, matchCues } from "./cues.ts";
import type { Phrase } from "./languages.ts";

export type Side = "client" | "professional";

/**
 * One dialogue act of one side: the cues that show it, how much a flow loses without it, and the sentence that states
 * it, with `{a}` the actor and `{t}` the topics; `bare` is the sentence when no topic is known.
 */
export interface Act {
  readonly id: string;
  readonly side: Side;
  readonly cues: string;
  readonly weight: number;
  readonly step: Phrase;
  readonly bare: Phrase;
}

type Four = readonly [es: string, en: string, pt: string, fr: string];

const act = (id: string, side: Side, weight: number, cues: string, step: Four, bare: Four): Act => ({
  id,
  side,
  cues,
  weight,
  step: { es: step[0], en: step[1], pt: step[2], fr: step[3] },
  bare: { es: bare[0], en: bare[1], pt: bare[2], fr: bare[3] },
});

/** Every act; within a side, an earlier row wins over a later one when a turn shows both. */
export const ACTS: readonly Act[] = [
  act(
    "register",
    "professional",
    5,
    "",
    [
      "{a} registra en el sistema {t}",
      "{a} records {t} in the system",
      "{a} registra no sistema {t}",
      "{a} enregistre {t} dans le système",
    ],
    [
      "{a} registra la operación en el sistema",
      "{a} records the operation in the system",
      "{a} registra a operação no sistema",
      "{a} enregistre l'opération dans le système",
    ],
  ),
  act(
    "lookup",
    "professional",
    5,
    "",
    [
      "{a} consulta en el sistema {t}",
      "{a} looks up {t} in the system",
      "{a} consulta no sistema {t}",
      "{a} consulte {t} dans le système",
    ],
    [
      "{a} consulta la información en el sistema",
      "{a} looks the information up in the system",
      "{a} consulta as informações no sistema",
      "{a} consulte les informations dans le système",
    ],
  ),
  act(
    "refuse",
    "professional",
    4,
    "lament desafortun unfortunat sorry no+tenemos no+hay no+puedo no+podemos no+es+posible unable cannot can+t+do nao+temos nao+posso infelizmente desole malheureus not+available not+possible couldn no+manej",
    [
      "{a} explica una limitación sobre {t} y ofrece una alternativa",
      "{a} explains a limitation regarding {t} and offers an alternative",
      "{a} explica uma limitação sobre {t} e oferece uma alternativa",
      "{a} explique une limite concernant {t} et propose une alternative",
    ],
    [
      "{a} explica una limitación y ofrece una alternativa",
      "{a} explains a limitation and offers an alternative",
      "{a} explica uma limitação e oferece uma alternativa",
      "{a} explique une limite et propose une alternative",
    ],
  ),
  act(
    "confirm",
    "professional",
    5,
    "queda$ quedas$ quedo$ quedaron confirm listo$ anotad registrad agendad apartad programad reservad booked scheduled all+set done$ successfully pedido+realizado confirme$ enregistre$ marcad ficou",
    [
      "{a} confirma {t} y resume lo acordado",
      "{a} confirms {t} and sums up what was agreed",
      "{a} confirma {t} e resume o combinado",
      "{a} confirme {t} et résume ce qui est convenu",
    ],
    [
      "{a} confirma lo acordado y lo resume",
      "{a} confirms what was agreed and sums it up",
      "{a} confirma o combinado e o resume",
      "{a} confirme ce qui est convenu et le résume",
    ],
  ),
  act(
    "propose",
    "professional",
    4,
    "tenemos contamos+con le+ofrezco te+ofrezco opcion opciones option options i+found found$ available$ how+about we+have puedo+ofrecer le+presento podria+ser disponemos temos$ opcao nous+avons je+vous+propose would+you+like te+agendo le+conviene podemos$ puedes+elegir",
    [
      "{a} presenta opciones sobre {t}",
      "{a} presents options regarding {t}",
      "{a} apresenta opções sobre {t}",
      "{a} présente des options concernant {t}",
    ],
    [
      "{a} presenta las opciones disponibles",
      "{a} presents the available options",
      "{a} apresenta as opções disponíveis",
      "{a} présente les options disponibles",
    ],
  ),
  act(
    "instruct",
    "professional",
    3,
    "debe$ deben$ debes$ tiene+que tienes+que traiga traer$ trae$ lleve$ llevale llegue llega+con presente evite suspend tome$ tomar$ necesit+traer please+bring you+need you+should you+must make+sure no+pongan haz$ haga$ registr pide$ deve$ precisa$ vous+devez il+faut apunt recuerde",
    [
      "{a} indica los pasos y requisitos sobre {t}",
      "{a} gives the steps and requirements regarding {t}",
      "{a} indica os passos e requisitos sobre {t}",
      "{a} indique les étapes et exigences concernant {t}",
    ],
    [
      "{a} indica los pasos que siguen",
      "{a} gives the next steps",
      "{a} indica os próximos passos",
      "{a} indique les prochaines étapes",
    ],
  ),
  act(
    "ask",
    "professional",
    3,
    "",
    [
      "{a} pregunta por {t} para precisar la necesidad",
      "{a} asks about {t} to clarify the need",
      "{a} pergunta sobre {t} para esclarecer a necessidade",
      "{a} pose des questions sur {t} pour préciser le besoin",
    ],
    [
      "{a} hace preguntas para precisar la necesidad",
      "{a} asks questions to clarify the need",
      "{a} faz perguntas para esclarecer a necessidade",
      "{a} pose des questions pour préciser le besoin",
    ],
  ),
  act(
    "close",
    "professional",
    1,
    "hasta+luego nos+vemos bye$ goodbye have+a have+a+great a+sus+ordenes gracias+por+llam buen+dia+y de+nada ate+logo au+revoir anything+else algo+mas+en con+mucho+gusto good+day",
    [
      "{a} se despide y queda a disposición para {t}",
      "{a} says goodbye and remains available for {t}",
      "{a} se despede e fica à disposição para {t}",
      "{a} prend congé et reste disponible pour {t}",
    ],
    [
      "{a} se despide y queda a disposición",
      "{a} says goodbye and remains available",
      "{a} se despede e fica à disposição",
      "{a} prend congé et reste disponible",
    ],
  ),
  act(
    "greet",
    "professional",
    1,
    "hola$ buenos+dias buenas+tardes buenas+noches buenas$ bienvenid hello$ hi$ hey$ good+morning good+afternoon good+evening welcome ola$ bom+dia boa+tarde bonjour bonsoir le+atiende habla$ en+que+puedo how+can+i how+may+i",
    [
      "{a} saluda y ofrece ayuda con {t}",
      "{a} greets and offers help with {t}",
      "{a} cumprimenta e oferece ajuda com {t}",
      "{a} salue et propose son aide pour {t}",
    ],
    [
      "{a} saluda y ofrece ayuda",
      "{a} greets and offers help",
      "{a} cumprimenta e oferece ajuda",
      "{a} salue et propose son aide",
    ],
  ),
  act(
    "explain",
    "professional",
    3,
    "",
    [
      "{a} informa sobre {t}",
      "{a} gives information about {t}",
      "{a} informa sobre {t}",
      "{a} donne des informations sur {t}",
    ],
    [
      "{a} responde y aclara la situación",
      "{a} answers and clarifies the situation",
      "{a} responde e esclarece a situação",
      "{a} répond et clarifie la situation",
    ],
  ),
  act(
    "complain",
    "client",
    5,
    "queja$ quejarme reclam pesimo enoja molest hart+de hasta+cuando no+es+posible+que unacceptable ridiculous frustrat upset$ angry terrible disappoint awful plainte ras+le+bol absurdo$ ya+van nadie+me complain",
    [
      "{a} expresa su molestia por {t}",
      "{a} voices frustration about {t}",
      "{a} expressa insatisfação com {t}",
      "{a} exprime son mécontentement au sujet de {t}",
    ],
    [
      "{a} expresa su molestia por el servicio",
      "{a} voices frustration about the service",
      "{a} expressa insatisfação com o atendimento",
      "{a} exprime son mécontentement au sujet du service",
    ],
  ),
  act(
    "object",
    "client",
    4,
    "muy+caro mucho+dinero too+expensive no+me+conv no+me+alcanza no+puedo no+quiero actually instead rather$ not+really don+t+want don+t+like isn+t mejor+no prefiero preferiria cambie+de en+lugar$ nao+quero caro+demais trop+cher changed+my+mind no+estoy+segur no+creo what+if me+da+miedo",
    [
      "{a} plantea una objeción o un cambio sobre {t}",
      "{a} raises an objection or a change regarding {t}",
      "{a} levanta uma objeção ou mudança sobre {t}",
      "{a} soulève une objection ou un changement concernant {t}",
    ],
    [
      "{a} plantea una objeción o un cambio",
      "{a} raises an objection or a change",
      "{a} levanta uma objeção ou uma mudança",
      "{a} soulève une objection ou un changement",
    ],
  ),
  act(
    "ask",
    "client",
    3,
    "",
    ["{a} pregunta por {t}", "{a} asks about {t}", "{a} pergunta sobre {t}", "{a} pose une question sur {t}"],
    ["{a} plantea una duda", "{a} asks a question", "{a} apresenta uma dúvida", "{a} pose une question"],
  ),
  act(
    "request",
    "client",
    5,
    "quiero queria quisiera necesit busco$ buscando ocupo$ me+gustaria solicit requiero i+need i+want i+would+like i+d+like looking+for i+m+looking can+you could+you please book$ reserve$ find+me preciso gostaria procuro je+voudrais je+cherche j+ai+besoin ayud help+me me+puede me+pued me+podr podria podrias",
    [
      "{a} solicita ayuda con {t}",
      "{a} requests help with {t}",
      "{a} solicita ajuda com {t}",
      "{a} demande de l'aide pour {t}",
    ],
    ["{a} expone lo que necesita", "{a} states the need", "{a} expõe o que precisa", "{a} expose son besoin"],
  ),
  act(
    "close",
    "client",
    1,
    "gracias thanks thank$ bye$ goodbye hasta+luego nos+vemos see+you that+is+all that+s+all obrigad merci au+revoir adios hasta+pronto",
    [
      "{a} agradece y cierra el tema de {t}",
      "{a} gives thanks and closes the matter of {t}",
      "{a} agradece e encerra o assunto sobre {t}",
      "{a} remercie et clôt le sujet concernant {t}",
    ],
    [
      "{a} agradece y se despide",
      "{a} gives thanks and says goodbye",
      "{a} agradece e se despede",
      "{a} remercie et prend congé",
    ],
  ),
  act(
    "accept",
    "client",
    2,
    "si$ ok$ okay$ va$ vale$ dale$ claro perfecto perfect de+acuerdo listo$ sounds+good sounds+great that+works great$ yes$ yep$ yeah sure$ sim$ oui$ d+accord me+parece esta+bien martes$ that+would+be fine$",
    [
      "{a} acepta lo propuesto sobre {t}",
      "{a} accepts what was proposed about {t}",
      "{a} aceita o proposto sobre {t}",
      "{a} accepte ce qui est proposé concernant {t}",
    ],
    [
      "{a} acepta lo propuesto",
      "{a} accepts what was proposed",
      "{a} aceita o que foi proposto",
      "{a} accepte ce qui est proposé",
    ],
  ),
  act(
    "greet",
    "client",
    1,
    "hola$ buenos+dias buenas+tardes buenas+noches buenas$ hello$ hi$ hey$ good+morning good+afternoon good+evening ola$ bom+dia boa+tarde bonjour bonsoir",
    [
      "{a} saluda y plantea el tema de {t}",
      "{a} greets and brings up {t}",
      "{a} cumprimenta e levanta o tema sobre {t}",
      "{a} salue et aborde le sujet concernant {t}",
    ],
    [
      "{a} saluda e inicia la conversación",
      "{a} greets and opens the conversation",
      "{a} cumprimenta e inicia a conversa",
      "{a} salue et engage la conversation",
    ],
  ),
  act(
    "provide",
    "client",
    2,
    "",
    [
      "{a} proporciona la información sobre {t}",
      "{a} provides the information about {t}",
      "{a} fornece as informações sobre {t}",
      "{a} fournit les informations sur {t}",
    ],
    [
      "{a} proporciona los datos solicitados",
      "{a} provides the requested details",
      "{a} fornece os dados solicitados",
      "{a} fournit les informations demandées",
    ],
  ),
  act(
    "narrate",
    "client",
    3,
    "",
    [
      "{a} describe su situación sobre {t}",
      "{a} describes the situation regarding {t}",
      "{a} descreve sua situação sobre {t}",
      "{a} décrit sa situation concernant {t}",
    ],
    [
      "{a} describe su situación",
      "{a} describes the situation",
      "{a} descreve sua situação",
      "{a} décrit sa situation",
    ],
  ),
];

const cueIndex = compileCues(ACTS.map((row) => row.cues));

const QUESTION = /[?¿]/u;
const QUESTION_STARTS: ReadonlySet<string> = new Set(
  "que cual cuales cuanto cuanta cuantos cuantas como donde cuando quien what which when where who how do does did is are can could would may have any tem qual quanto quando onde combien quel quelle est".split(
    " ",
  ),
);

/** The act row of a side by its id. */
export function actOf(id: string, side: Side): Act {
  return ACTS.find((row) => row.id === id && row.side === side)!;
}

/**
 * The main act of one turn or of a speaker's run of turns: `words` folded, `answersQuestion` when the other side asked
 * just before. Cues decide first, then the form of a question, then what the side does by default.
 */
export function classifyAct(text: string, words: readonly string[], side: Side, answersQuestion: boolean): Act {
  const hits = matchCues(cueIndex, words);
  const shown = ACTS.filter((row, index) => row.side === side && hits.has(index));
  const asks = QUESTION.test(text) || (words.length > 2 && QUESTION_STARTS.has(words[0]!));
  const courtesy = shown.every((row) => row.weight <= 1);
  const strong = shown.find((row) => row.weight > 1 && row.id !== "accept" && row.id !== "request");
  if (side === "professional") {
    if (strong !== undefined && !(asks && strong.id === "instruct")) return strong;
    if (asks && !(shown.length > 0 && courtesy)) return actOf("ask", side);
    if (shown.length > 0 && courtesy && words.length <= 14) return shown[0]!;
    return actOf(asks ? "ask" : "explain", side);
  }
  if (strong !== undefined) return strong;
  const requests = shown.some((row) => row.id === "request");
  if (asks && !requests) return actOf("ask", side);
  if (requests && words.length > 3) return actOf("request", side);
  if (shown.some((row) => row.id === "close") && words.length <= 12) return actOf("close", side);
  if (shown.some((row) => row.id === "accept") && words.length <= 8) return actOf("accept", side);
  if (shown.length > 0 && courtesy && words.length <= 6) return shown[0]!;
  return actOf(answersQuestion ? "provide" : "narrate", side);
}
