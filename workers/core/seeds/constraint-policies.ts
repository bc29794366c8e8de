import type { Phrase } from "./languages.ts";

/**
 * A kind of policy statement. Both sets of cues have to occur in one sentence of the professional side; `quantity`
 * lists the units whose number the assertion states (`{n}`), as a whole number; without a number `plain` is used, and
 * with a negation in the sentence `negated`, where the row has one.
 */
export interface PolicyRow {
  readonly id: string;
  readonly about: string;
  readonly states: string;
  readonly quantity: readonly QuantityUnit[];
  readonly withNumber: Phrase | null;
  readonly plain: Phrase | null;
  readonly negated: Phrase | null;
  /** Whether asking shows the policy as well as stating it. */
  readonly inQuestions: boolean;
}

/** What the number of a policy counts. */
export type QuantityUnit = "minutos" | "horas" | "dias" | "semanas" | "meses" | "anios" | "porcentaje";
type Four = readonly [es: string, en: string, pt: string, fr: string];

const phrase = (four: Four | null): Phrase | null =>
  four === null ? null : { es: four[0], en: four[1], pt: four[2], fr: four[3] };

const policy = (
  id: string,
  about: string,
  states: string,
  quantity: readonly QuantityUnit[],
  withNumber: Four | null,
  plain: Four | null,
  negated: Four | null = null,
  inQuestions = false,
): PolicyRow => ({
  id,
  about,
  states,
  quantity,
  withNumber: phrase(withNumber),
  plain: phrase(plain),
  negated: phrase(negated),
  inQuestions,
});

const SPANS: readonly QuantityUnit[] = ["dias", "semanas", "meses", "anios"];

/** Kinds of statement of the professional side; of more than a seed takes, the earlier ones are kept. */
export const POLICIES: readonly PolicyRow[] = [
  policy(
    "garantia",
    "garanti warrant",
    "",
    SPANS,
    ["La garantía es de {n}", "The warranty lasts {n}", "A garantia é de {n}", "La garantie est de {n}"],
    [
      "La garantía se explica con su alcance",
      "The warranty is explained with its scope",
      "A garantia é explicada com seu alcance",
      "La garantie est expliquée avec sa portée",
    ],
  ),
  policy(
    "identificacion",
    "identificac ine$ dni$ pasaporte passport licencia$ id$ cedula identidade identite photo",
    "necesit trae traer traiga llev present requ piden pide bring need require show con+licencia",
    [],
    null,
    [
      "Se requiere identificación oficial vigente",
      "A valid official ID is required",
      "É necessária identificação oficial válida",
      "Une pièce d'identité valide est requise",
    ],
  ),
  policy(
    "verificacion",
    "security verify verific pin$ identity account+number mother birthday fecha+de+nacimiento",
    "",
    [],
    null,
    [
      "La identidad se verifica antes de dar información de la cuenta",
      "The identity is verified before any account information is given",
      "A identidade é verificada antes de informar dados da conta",
      "L'identité est vérifiée avant toute information sur le compte",
    ],
    null,
    true,
  ),
  policy(
    "documentos",
    "documento comprobante constancia certificado acta$ escritura recibo papeles document paperwork proof certificat justificatif",
    "necesit trae traiga llev present requ piden pide hace+falta need require bring send mand envi compart",
    [],
    null,
    [
      "Se entregan los documentos requeridos antes de continuar",
      "The required documents are handed in before going on",
      "Os documentos exigidos são entregues antes de continuar",
      "Les documents requis sont remis avant de continuer",
    ],
  ),
  policy(
    "enganche",
    "enganche down+payment entrada$ anticipo pie$ acompte",
    "",
    ["porcentaje"],
    ["El enganche es del {n}", "The down payment is {n}", "A entrada é de {n}", "L'apport est de {n}"],
    [
      "Se requiere un enganche o anticipo",
      "A down payment is required",
      "É exigida uma entrada",
      "Un apport est exigé",
    ],
  ),
  policy(
    "apartado",
    "apartar apartado deposito deposit anticipo sena$ fianza arrhes",
    "",
    ["porcentaje"],
    [
      "El anticipo para reservar es del {n}",
      "The deposit to reserve is {n}",
      "O sinal para reservar é de {n}",
      "L'acompte pour réserver est de {n}",
    ],
    [
      "Se pide un anticipo para reservar",
      "A deposit is required to reserve",
      "É pedido um sinal para reservar",
      "Un acompte est demandé pour réserver",
    ],
  ),
  policy(
    "plazo_credito",
    "plazo$ plazos$ credito financ mensualidad cuotas loan term$ installment prestamo",
    "",
    ["meses", "anios"],
    [
      "El plazo del financiamiento es de {n}",
      "The financing term is {n}",
      "O prazo do financiamento é de {n}",
      "La durée du financement est de {n}",
    ],
    null,
  ),
  policy(
    "tasa",
    "tasa$ interes$ apr$ interest rate$ cat$ tae$ taxa$ taux rendimiento$",
    "",
    ["porcentaje"],
    [
      "La tasa se informa como {n} anual",
      "The rate is quoted as {n} a year",
      "A taxa é informada como {n} ao ano",
      "Le taux annoncé est de {n} par an",
    ],
    null,
  ),
  policy(
    "comision",
    "comision commission fee$ fees$ anualidad",
    "",
    ["porcentaje"],
    ["La comisión es del {n}", "The commission is {n}", "A comissão é de {n}", "La commission est de {n}"],
    [
      "Las comisiones se informan antes de contratar",
      "Fees are disclosed before contracting",
      "As comissões são informadas antes da contratação",
      "Les frais sont communiqués avant la souscription",
    ],
    [
      "La operación no genera comisión",
      "The operation carries no fee",
      "A operação não gera comissão",
      "L'opération ne génère pas de frais",
    ],
  ),
  policy(
    "impuesto",
    "iva$ vat$ tax$ taxes$ impuestos",
    "inclu mas$ plus$",
    ["porcentaje"],
    [
      "El impuesto aplicable es del {n}",
      "The applicable tax is {n}",
      "O imposto aplicável é de {n}",
      "La taxe applicable est de {n}",
    ],
    ["El precio incluye impuestos", "The price includes taxes", "O preço inclui impostos", "Le prix inclut les taxes"],
    [
      "El precio no incluye impuestos",
      "The price does not include taxes",
      "O preço não inclui impostos",
      "Le prix n'inclut pas les taxes",
    ],
  ),
  policy(
    "descuento",
    "descuento discount rebaja desconto remise bonific",
    "",
    ["porcentaje"],
    [
      "El descuento máximo es del {n}",
      "The maximum discount is {n}",
      "O desconto máximo é de {n}",
      "La remise maximale est de {n}",
    ],
    [
      "Los descuentos se sujetan a las condiciones vigentes",
      "Discounts are subject to the conditions in force",
      "Os descontos dependem das condições vigentes",
      "Les remises dépendent des conditions en vigueur",
    ],
    [
      "No se ofrecen descuentos adicionales",
      "No further discounts are offered",
      "Não são oferecidos descontos adicionais",
      "Aucune remise supplémentaire n'est accordée",
    ],
  ),
  policy(
    "entrega",
    "entreg envio enviamos llega$ deliver ship arriv livraison",
    "tard tiempo entre$ dias$ semanas$ days$ weeks$ horas$ hours$ jours$",
    ["horas", "dias", "semanas"],
    ["La entrega tarda {n}", "Delivery takes {n}", "A entrega leva {n}", "La livraison prend {n}"],
    null,
  ),
  policy(
    "plazo_legal",
    "plazo$ habiles business vence$ deadline recurso requerim alegac notificac prazo delai",
    "",
    ["dias", "meses"],
    [
      "El plazo para actuar es de {n}",
      "The time limit to act is {n}",
      "O prazo para agir é de {n}",
      "Le délai pour agir est de {n}",
    ],
    null,
  ),
  policy(
    "respuesta",
    "respuesta respond contest resol$ resuelv revis aclaracion answer review get+back process",
    "dias$ habiles horas$ semanas$ days$ hours$ weeks$ jours$ minutos$ minutes$",
    ["minutos", "horas", "dias", "semanas"],
    [
      "La respuesta se da en un plazo de {n}",
      "An answer is given within {n}",
      "A resposta é dada no prazo de {n}",
      "La réponse est donnée sous {n}",
    ],
    null,
  ),
  policy(
    "cita_previa",
    "cita$ citas$ appointment agend turno$ rendez reserv",
    "necesit requiere previa$ solo$ only$ required antes$ llegue llega$ arrive minutos$ minutes$",
    ["minutos"],
    [
      "Se llega {n} antes de la cita",
      "Arrival is {n} before the appointment",
      "A chegada é {n} antes do horário marcado",
      "L'arrivée se fait {n} avant le rendez-vous",
    ],
    [
      "La atención es con cita previa",
      "Service is by appointment",
      "O atendimento é com hora marcada",
      "L'accueil se fait sur rendez-vous",
    ],
  ),
  policy(
    "ayuno",
    "ayuno$ ayunas fasting jejum jeun",
    "",
    ["horas"],
    [
      "El estudio requiere ayuno de {n}",
      "The test requires fasting for {n}",
      "O exame exige jejum de {n}",
      "L'examen exige un jeûne de {n}",
    ],
    ["El estudio requiere ayuno", "The test requires fasting", "O exame exige jejum", "L'examen exige d'être à jeun"],
    [
      "El estudio no requiere ayuno",
      "The test does not require fasting",
      "O exame não exige jejum",
      "L'examen n'exige pas d'être à jeun",
    ],
  ),
  policy(
    "valoracion_medica",
    "diagnostico diagnos",
    "doctor medic revis explor consult physician cuando review see",
    [],
    null,
    [
      "El diagnóstico se da solo después de la valoración médica",
      "A diagnosis is given only after a medical examination",
      "O diagnóstico só é dado após avaliação médica",
      "Le diagnostic n'est donné qu'après un examen médical",
    ],
  ),
  policy(
    "urgencias",
    "urgencias$ emergencia emergency hospital$ ambulanc 911 112 urgences",
    "si$ if$ acud vay go$ call$ llam inmediat empeor worse",
    [],
    null,
    [
      "Ante signos de alarma se acude a urgencias",
      "Warning signs mean going to the emergency room",
      "Diante de sinais de alarme, procura-se o pronto-socorro",
      "En cas de signes d'alerte, il faut aller aux urgences",
    ],
  ),
  policy(
    "suspender",
    "suspend dejar+de deje$ stop+taking no+tome evite avoid",
    "medic pastilla toma tratamiento crema medication pill",
    [],
    null,
    [
      "El tratamiento se ajusta solo por indicación profesional",
      "Treatment is changed only on professional advice",
      "O tratamento só é ajustado por orientação profissional",
      "Le traitement n'est modifié que sur avis professionnel",
    ],
  ),
  policy(
    "sin_promesa",
    "promesa prometo garantizo garantizar promise guarantee promesse",
    "no$ not$ nunca never nao pas$",
    [],
    null,
    [
      "No se prometen resultados ni rendimientos",
      "No results or returns are promised",
      "Não se prometem resultados nem rendimentos",
      "Aucun résultat ni rendement n'est promis",
    ],
  ),
  policy(
    "datos_sensibles",
    "contrasena password pin$ clave$ nip$ tarjeta$ token$ codigo+de datos",
    "no+me no+compart nunca+compart never+share don+t+share mejor+no no+mand no+lo+env no+env",
    [],
    null,
    [
      "No se piden ni comparten claves por este medio",
      "Passwords and codes are never shared through this channel",
      "Senhas e códigos não são compartilhados por este canal",
      "Les mots de passe et codes ne sont pas partagés par ce canal",
    ],
  ),
  policy(
    "bloqueo",
    "bloque candado etiqueta$ lockout fuera+de+operacion desenergi apag parad no+pongan detener",
    "equipo maquina operac carga linea energia power machine equipment marcha seguridad",
    [],
    null,
    [
      "El equipo se bloquea antes de intervenirlo",
      "The equipment is locked out before any work on it",
      "O equipamento é bloqueado antes da intervenção",
      "L'équipement est consigné avant toute intervention",
    ],
  ),
  policy("horario", "abrimos abierto cerramos horario open$ hours$ horaires atendemos abre$", "", [], null, [
    "La atención se da dentro del horario de servicio",
    "Service is given within business hours",
    "O atendimento ocorre no horário de funcionamento",
    "Le service est assuré aux heures d'ouverture",
  ]),
  policy(
    "cancelacion",
    "cancel anular reembolso refund devolu",
    "",
    ["porcentaje"],
    [
      "La cancelación tiene una penalización del {n}",
      "Cancelling carries a penalty of {n}",
      "O cancelamento tem multa de {n}",
      "L'annulation entraîne une pénalité de {n}",
    ],
    [
      "La cancelación sigue la política vigente",
      "Cancellation follows the policy in force",
      "O cancelamento segue a política vigente",
      "L'annulation suit la politique en vigueur",
    ],
  ),
  policy(
    "sesion",
    "clase$ sesion$ session lesson class$ aula$ cours$ consulta$",
    "dura$ lasts minutos$ minutes$ hora$ hour$ dur$",
    ["minutos", "horas"],
    ["Cada sesión dura {n}", "Each session lasts {n}", "Cada sessão dura {n}", "Chaque séance dure {n}"],
    null,
  ),
  policy("prueba_manejo", "prueba+de+manejo test+drive essai", "licencia license", [], null, [
    "La prueba de manejo requiere licencia vigente",
    "The test drive requires a valid licence",
    "O test drive exige habilitação válida",
    "L'essai routier exige un permis valide",
  ]),
  policy(
    "autorizacion",
    "autoriz aproba approv gerente manager supervisor",
    "necesit requier sujet need require subject consult",
    [],
    null,
    [
      "La operación está sujeta a autorización",
      "The operation is subject to approval",
      "A operação está sujeita a autorização",
      "L'opération est soumise à autorisation",
    ],
  ),
  policy("avaluo", "avaluo valuac perito appraisal inspeccion inspection peritaje", "", [], null, [
    "La valuación se hace después de una inspección",
    "The valuation follows an inspection",
    "A avaliação é feita após uma inspeção",
    "L'évaluation suit une inspection",
  ]),
];
