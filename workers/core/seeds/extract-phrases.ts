import type { Domain } from "../../contract/domain.ts";
import type { Phrase, SeedLanguage } from "./languages.ts";

type Four = readonly [es: string, en: string, pt: string, fr: string];
const phrase = ([es, en, pt, fr]: Four): Phrase => ({ es, en, pt, fr });

/** What a conversation of each domain is, as the beginning of a context. */
export const SCENES: Readonly<Record<Domain, Phrase>> = {
  "automotive.sales": phrase([
    "Conversación de una agencia de venta de automóviles",
    "Conversation of a car dealership",
    "Conversa de uma concessionária de automóveis",
    "Conversation d'une concession automobile",
  ]),
  "medical.consultation": phrase([
    "Conversación de un servicio de consulta médica",
    "Conversation of a medical consultation service",
    "Conversa de um serviço de consulta médica",
    "Conversation d'un service de consultation médicale",
  ]),
  "legal.advisory": phrase([
    "Conversación de un despacho de asesoría legal",
    "Conversation of a legal advisory practice",
    "Conversa de um escritório de assessoria jurídica",
    "Conversation d'un cabinet de conseil juridique",
  ]),
  "finance.advisory": phrase([
    "Conversación de un servicio de asesoría financiera",
    "Conversation of a financial advisory service",
    "Conversa de um serviço de assessoria financeira",
    "Conversation d'un service de conseil financier",
  ]),
  "industrial.support": phrase([
    "Conversación de un servicio de soporte industrial",
    "Conversation of an industrial support service",
    "Conversa de um serviço de suporte industrial",
    "Conversation d'un service de support industriel",
  ]),
  "education.tutoring": phrase([
    "Conversación de un servicio de tutoría educativa",
    "Conversation of an educational tutoring service",
    "Conversa de um serviço de tutoria educacional",
    "Conversation d'un service de tutorat",
  ]),
};

/** What the professional side keeps to in each domain, whatever a source said. */
export const DOMAIN_RULES: Readonly<Record<Domain, Phrase>> = {
  "automotive.sales": phrase([
    "Toda cifra de precio o crédito se presenta como cotización sujeta a confirmación",
    "Every price or credit figure is presented as a quote subject to confirmation",
    "Todo valor de preço ou crédito é apresentado como cotação sujeita a confirmação",
    "Tout chiffre de prix ou de crédit est présenté comme un devis à confirmer",
  ]),
  "medical.consultation": phrase([
    "No se cambia una dosis ni se da un diagnóstico definitivo sin valoración",
    "No dose is changed and no final diagnosis is given without an examination",
    "Nenhuma dose é alterada nem diagnóstico definitivo é dado sem avaliação",
    "Aucune dose n'est modifiée ni diagnostic définitif posé sans examen",
  ]),
  "legal.advisory": phrase([
    "Se orienta sobre opciones y plazos sin asegurar el resultado del asunto",
    "Options and time limits are explained without assuring an outcome",
    "Orienta-se sobre opções e prazos sem garantir o resultado",
    "Les options et délais sont expliqués sans assurer l'issue",
  ]),
  "finance.advisory": phrase([
    "Se explican costos y riesgos antes de recomendar un producto",
    "Costs and risks are explained before a product is recommended",
    "Custos e riscos são explicados antes de recomendar um produto",
    "Les coûts et risques sont expliqués avant toute recommandation",
  ]),
  "industrial.support": phrase([
    "La seguridad del personal va antes que la continuidad del equipo",
    "People's safety comes before keeping the equipment running",
    "A segurança das pessoas vem antes da continuidade do equipamento",
    "La sécurité des personnes passe avant la continuité de l'équipement",
  ]),
  "education.tutoring": phrase([
    "Se guía el razonamiento con preguntas antes de dar la respuesta",
    "Reasoning is guided by questions before an answer is given",
    "O raciocínio é guiado com perguntas antes de dar a resposta",
    "Le raisonnement est guidé par des questions avant de donner la réponse",
  ]),
};

/** What no conversation of an extracted seed may do. */
export const NEGATIVE_RULES: readonly Phrase[] = [
  phrase([
    "No usar nombres, teléfonos, direcciones ni identificadores reales",
    "Use no real names, phone numbers, addresses or identifiers",
    "Não usar nomes, telefones, endereços nem identificadores reais",
    "N'utiliser aucun nom, téléphone, adresse ni identifiant réel",
  ]),
];

/** Objective by the need that opens the conversation: `{c}` and `{p}` are the two sides, `{t}` the main topics. */
export const OBJECTIVES: Readonly<Record<string, Phrase>> = {
  ask: phrase([
    "Resolver las dudas que {c} tiene sobre {t}",
    "Resolve the questions that {c} has about {t}",
    "Resolver as dúvidas que {c} tem sobre {t}",
    "Répondre aux questions que {c} se pose sur {t}",
  ]),
  request: phrase([
    "Atender lo que {c} solicita sobre {t}",
    "Handle what {c} requests regarding {t}",
    "Atender o que {c} solicita sobre {t}",
    "Traiter ce que {c} demande concernant {t}",
  ]),
  complain: phrase([
    "Resolver el problema que {c} reporta sobre {t}",
    "Resolve the problem that {c} reports about {t}",
    "Resolver o problema que {c} relata sobre {t}",
    "Résoudre le problème que {c} signale au sujet de {t}",
  ]),
  narrate: phrase([
    "Dar la orientación que {c} necesita sobre {t}",
    "Give the guidance that {c} needs about {t}",
    "Dar a orientação que {c} precisa sobre {t}",
    "Donner l'orientation dont {c} a besoin sur {t}",
  ]),
};

/** How the conversation turns out, appended to the objective, by the last act of the professional side that decides it. */
export const OUTCOMES: Readonly<Record<string, Phrase>> = {
  confirm: phrase([
    " y confirmar lo acordado",
    " and confirm what was agreed",
    " e confirmar o combinado",
    " et confirmer ce qui est convenu",
  ]),
  register: phrase([
    " y dejar registrada la operación",
    " and put the operation on record",
    " e deixar registrada a operação",
    " et enregistrer l'opération",
  ]),
  refuse: phrase([
    ", aunque haya que explicar una limitación",
    ", even though a limitation has to be explained",
    ", mesmo explicando uma limitação",
    ", même s'il faut expliquer une limite",
  ]),
  propose: phrase([
    " con opciones que comparar",
    " with options to compare",
    " com opções para comparar",
    " avec des options à comparer",
  ]),
  instruct: phrase([
    " con los pasos a seguir",
    " with the steps to follow",
    " com os passos a seguir",
    " avec les étapes à suivre",
  ]),
  explain: phrase([
    " con información clara",
    " with clear information",
    " com informações claras",
    " avec des informations claires",
  ]),
};

/** The matter in general, where no topic is known. */
export const GENERAL_MATTER: Phrase = phrase([
  "el asunto de la consulta",
  "the matter at hand",
  "o assunto da consulta",
  "le sujet de la consultation",
]);

/** Sentences of the context. */
export const CONTEXT: Readonly<Record<"between" | "topics" | "obstacle" | "data", Phrase>> = {
  between: phrase([
    "{s} entre {c} y {p}.",
    "{s} between {c} and {p}.",
    "{s} entre {c} e {p}.",
    "{s} entre {c} et {p}.",
  ]),
  topics: phrase([" Se tratan {t}.", " It covers {t}.", " São tratados {t}.", " Elle porte sur {t}."]),
  obstacle: phrase([
    " Surge un obstáculo sobre {t} que hay que resolver.",
    " An obstacle regarding {t} comes up and has to be resolved.",
    " Surge um obstáculo sobre {t} que precisa ser resolvido.",
    " Un obstacle concernant {t} survient et doit être résolu.",
  ]),
  data: phrase([
    " Se piden datos personales, siempre enmascarados.",
    " Personal details are asked for, always masked.",
    " São pedidos dados pessoais, sempre mascarados.",
    " Des données personnelles sont demandées, toujours masquées.",
  ]),
};

/** What each side does, for the description of its role. */
export const ROLE_DESCRIPTIONS: Readonly<Record<"client" | "professional", Phrase>> = {
  client: phrase([
    "Persona que acude por {t}",
    "Person who comes about {t}",
    "Pessoa que procura atendimento sobre {t}",
    "Personne qui consulte au sujet de {t}",
  ]),
  professional: phrase([
    "Profesional que atiende y orienta sobre {t}",
    "Professional who assists and advises on {t}",
    "Profissional que atende e orienta sobre {t}",
    "Professionnel qui accompagne et conseille sur {t}",
  ]),
};

const FORMAL: Readonly<Record<SeedLanguage, string>> = {
  es: "usted ustedes estimado estimada cordialmente senor senora disculpe permitame indiqueme digame podria quedo+a+sus atentamente gusto+en+atender licenciado ingeniero doctora su$",
  en: "sir madam mr mrs dear regards sincerely kindly certainly may+i would+you+please",
  pt: "senhor senhora prezado prezada atenciosamente gostaria poderia",
  fr: "vous monsieur madame cordialement veuillez pourriez",
};
const INFORMAL: Readonly<Record<SeedLanguage, string>> = {
  es: "jaja jeje va$ sale$ oye$ che$ wey pues$ tranqui q$ xq pa$ porfa dale$ buenisimo genial tu$ tienes puedes quieres vos$ bro$ parcero listo+pues",
  en: "hey yeah yep nope gonna wanna lol haha thx cool awesome guys dude",
  pt: "kk kkk oi$ blz vc$ valeu tranquilo beleza ta$",
  fr: "salut coucou tu$ toi$ mdr cool ouais super$",
};

/** Stems of formal and informal address, in the form of cues. */
export const TONE_CUES = { formal: FORMAL, informal: INFORMAL };
