import { addBusinessDays, businessDaysBetween, dayOf, formatDay, parseDay } from "../calendar.ts";
import type { Bilingual, Simulator } from "../simulation.ts";
import {
  SimulationFailure,
  codeNumber,
  fold,
  makeCode,
  mentions,
  price,
  readNumber,
  readText,
  round,
  say,
  worldRandom,
} from "../simulation.ts";

const VAT = 0.16;

type Precedent = { matter: string; year: number; court: Bilingual; title: Bilingual; summary: Bilingual };

/** Fictional rulings (no official registry number), written to be searched. */
const PRECEDENTS: readonly Precedent[] = [
  {
    matter: "civil",
    year: 2021,
    court: ["tribunal colegiado civil", "civil collegiate court"],
    title: ["Arrendamiento: aviso previo para terminar el contrato", "Lease: prior notice to end the contract"],
    summary: [
      "El aviso de terminación debe constar por escrito y con la anticipación pactada.",
      "Notice of termination must be in writing and as far ahead as agreed.",
    ],
  },
  {
    matter: "civil",
    year: 2019,
    court: ["tribunal colegiado civil", "civil collegiate court"],
    title: ["Incumplimiento de contrato: prueba del daño", "Breach of contract: proof of damage"],
    summary: [
      "Quien reclama daños debe probar el nexo con el incumplimiento del contrato.",
      "Whoever claims damages must prove their link to the breach of contract.",
    ],
  },
  {
    matter: "mercantil",
    year: 2022,
    court: ["tribunal colegiado mercantil", "commercial collegiate court"],
    title: ["Pagaré: intereses usurarios", "Promissory note: usurious interest"],
    summary: [
      "El juez puede reducir de oficio los intereses desproporcionados del pagaré.",
      "The judge may reduce disproportionate interest on a note on its own motion.",
    ],
  },
  {
    matter: "mercantil",
    year: 2020,
    court: ["tribunal colegiado mercantil", "commercial collegiate court"],
    title: ["Factura electrónica: valor probatorio del adeudo", "Electronic invoice: proof of debt"],
    summary: [
      "La factura con acuse de entrega acredita la relación comercial y el adeudo.",
      "An invoice with proof of delivery shows the commercial relation and the debt.",
    ],
  },
  {
    matter: "laboral",
    year: 2023,
    court: ["tribunal colegiado laboral", "labour collegiate court"],
    title: ["Despido injustificado: carga de la prueba", "Unfair dismissal: burden of proof"],
    summary: [
      "Corresponde al patrón probar que no hubo despido o que fue justificado.",
      "The employer must prove that there was no dismissal or that it was fair.",
    ],
  },
  {
    matter: "laboral",
    year: 2018,
    court: ["tribunal colegiado laboral", "labour collegiate court"],
    title: ["Horas extra: registro de jornada", "Overtime: working-time records"],
    summary: [
      "Sin registro de jornada se presume cierto el horario que afirma el trabajador.",
      "Without records, the worker's stated hours are presumed true.",
    ],
  },
  {
    matter: "familiar",
    year: 2022,
    court: ["tribunal colegiado familiar", "family collegiate court"],
    title: ["Pensión alimenticia: proporcionalidad", "Child support: proportionality"],
    summary: [
      "Los alimentos se fijan según la necesidad de quien los pide y la posibilidad de quien los da.",
      "Support follows the need of one side and the means of the other.",
    ],
  },
  {
    matter: "familiar",
    year: 2020,
    court: ["tribunal colegiado familiar", "family collegiate court"],
    title: ["Guarda y custodia: interés superior de la niñez", "Custody: best interest of the child"],
    summary: [
      "La custodia se decide por el interés superior de la niñez y con su opinión.",
      "Custody is decided by the child's best interest and with the child's opinion.",
    ],
  },
  {
    matter: "administrativo",
    year: 2021,
    court: ["sala administrativa", "administrative chamber"],
    title: ["Multa administrativa: debida fundamentación", "Administrative fine: grounds required"],
    summary: [
      "Una multa sin fundar ni motivar la cuantía es nula.",
      "A fine that does not give the grounds for its amount is void.",
    ],
  },
  {
    matter: "penal",
    year: 2019,
    court: ["tribunal colegiado penal", "criminal collegiate court"],
    title: ["Suspensión condicional del proceso: requisitos", "Conditional suspension of proceedings: requirements"],
    summary: [
      "Procede cuando se repara el daño y no hay oposición fundada de la víctima.",
      "It is granted when the damage is repaired and the victim has no founded objection.",
    ],
  },
];

const searchPrecedents: Simulator = (args, context) => {
  const [terms, matter, court, from] = [
    readText(args, "terminos"),
    readText(args, "materia"),
    readText(args, "tribunal"),
    readText(args, "fecha_desde"),
  ];
  if (!terms && !matter) return new SimulationFailure("se requiere terminos o materia");
  const fromDay = from ? parseDay(from) : null;
  if (from && fromDay === null) return new SimulationFailure(`fecha_desde ${from}: se espera AAAA-MM-DD`);
  const found = PRECEDENTS.filter(
    (item) =>
      (!matter || item.matter === matter) &&
      (!terms || mentions(`${item.title.join(" ")} ${item.summary.join(" ")}`, terms)) &&
      (!court || mentions(item.court.join(" "), court)) &&
      (!from || item.year >= Number(from.slice(0, 4))),
  );
  return {
    resultados: found.map((item) => ({
      titulo: say(context, item.title),
      materia: item.matter,
      tribunal: say(context, item.court),
      anio: item.year,
      resumen: say(context, item.summary),
    })),
    total_resultados: found.length,
  };
};

const STAGES: readonly Bilingual[] = [
  ["demanda admitida", "claim admitted"],
  ["emplazamiento", "service of process"],
  ["contestación presentada", "answer filed"],
  ["desahogo de pruebas", "taking of evidence"],
  ["alegatos", "closing arguments"],
  ["citado para sentencia", "awaiting judgment"],
];

const CASE_KINDS: readonly (readonly [string, Bilingual])[] = [
  ["civil", ["incumplimiento de contrato", "breach of contract"]],
  ["mercantil", ["cobro de adeudo", "debt collection"]],
  ["laboral", ["despido injustificado", "unfair dismissal"]],
  ["familiar", ["pensión alimenticia", "child support"]],
  ["administrativo", ["nulidad de multa", "annulment of a fine"]],
];

/** The parties are named by their position in the case, never by name. */
const caseFile: Simulator = (args, context) => {
  const id = String(args["expediente_id"]);
  const number = codeNumber(id, "EXP");
  if (number === null) return new SimulationFailure(`expediente_id ${id}: no existe`);
  const random = worldRandom("case", number);
  const [matter, kind] = random.pick(CASE_KINDS);
  const stage = random.int(1, STAGES.length - 1);
  const start = dayOf(context.today) - random.int(60, 600);
  const gap = Math.max(5, Math.floor((dayOf(context.today) - start) / (stage + 2)));
  const acts = STAGES.slice(0, stage + 1).map((name, i) => ({
    fecha: formatDay(addBusinessDays(start + i * gap, 0)),
    descripcion: say(context, name),
  }));
  return {
    expediente_id: makeCode("EXP", number),
    tipo_asunto: say(context, kind),
    materia: matter,
    juzgado: say(context, [`juzgado ${matter} de primera instancia`, `${matter} court of first instance`]),
    estado_procesal: say(context, STAGES[stage]!),
    partes: [say(context, ["parte actora", "claimant"]), say(context, ["parte demandada", "defendant"])],
    fecha_inicio: acts[0]!.fecha,
    ultima_actuacion: acts.at(-1)!.fecha,
    actuaciones: args["incluir_actuaciones"] === false ? [] : acts,
  };
};

type Term = { cues: string; days: number; basis: string };

/** Business days of the usual procedural terms of Mexican federal law, with the article that sets them. */
const TERMS: readonly Term[] = [
  { cues: "amparo indirecto directo", days: 15, basis: "ley de amparo, artículo 17" },
  { cues: "revision recurso", days: 10, basis: "ley de amparo, artículo 86" },
  { cues: "queja", days: 5, basis: "ley de amparo, artículo 98" },
  { cues: "contestacion contestar demanda answer", days: 15, basis: "Código de Comercio, artículo 1378" },
  { cues: "apelacion apelar appeal", days: 9, basis: "Código de Comercio, artículo 1079" },
  { cues: "revocacion reconsideration", days: 3, basis: "Código de Comercio, artículo 1079" },
  {
    cues: "nulidad contencioso annulment",
    days: 30,
    basis: "Ley Federal de Procedimiento Contencioso Administrativo, artículo 13",
  },
];
const GENERAL_TERM: Term = { cues: "", days: 3, basis: "Código Federal de Procedimientos Civiles, artículo 297" };

const deadline: Simulator = (args, context) => {
  const action = String(args["tipo_accion"]);
  const notified = parseDay(String(args["fecha_notificacion"]));
  if (notified === null)
    return new SimulationFailure(`fecha_notificacion ${String(args["fecha_notificacion"])}: se espera AAAA-MM-DD`);
  const today = dayOf(context.today);
  if (notified > today) return new SimulationFailure("fecha_notificacion: no puede ser posterior a hoy");
  const term = TERMS.find((item) => mentions(item.cues, action)) ?? GENERAL_TERM;
  const limit = addBusinessDays(notified, term.days);
  const left = businessDaysBetween(today, limit);
  return {
    tipo_accion: action,
    plazo_dias: term.days,
    fecha_limite: formatDay(limit),
    dias_restantes: left,
    fundamentacion_legal: term.basis,
    alerta: left < 0 ? "vencido" : left <= 3 ? "proximo_a_vencer" : "vigente",
  };
};

type Statute = { law: string; article: string; matter: string; text: Bilingual };

/** Short paraphrases of provisions, to be searched; the wording in force is the official gazette's. */
const STATUTES: readonly Statute[] = [
  {
    law: "Código Civil Federal",
    article: "1796",
    matter: "civil",
    text: [
      "Los contratos obligan a lo expresamente pactado y a sus consecuencias según la buena fe.",
      "Contracts bind to what was agreed and to its consequences in good faith.",
    ],
  },
  {
    law: "Código Civil Federal",
    article: "2104",
    matter: "civil",
    text: [
      "Quien incumple una obligación responde de los daños y perjuicios.",
      "Whoever breaches an obligation answers for damages.",
    ],
  },
  {
    law: "Código de Comercio",
    article: "78",
    matter: "mercantil",
    text: [
      "En los contratos mercantiles cada quien se obliga en los términos en que quiso obligarse.",
      "In commercial contracts each side is bound as it wished to be bound.",
    ],
  },
  {
    law: "Ley General de Títulos y Operaciones de Crédito",
    article: "170",
    matter: "mercantil",
    text: ["Requisitos que debe contener el pagaré.", "Requirements of a promissory note."],
  },
  {
    law: "Ley Federal del Trabajo",
    article: "47",
    matter: "laboral",
    text: [
      "Causas de rescisión de la relación de trabajo sin responsabilidad del patrón (despido).",
      "Causes for ending employment without liability of the employer (dismissal).",
    ],
  },
  {
    law: "Ley Federal del Trabajo",
    article: "48",
    matter: "laboral",
    text: [
      "Acciones del trabajador despedido: reinstalación o indemnización de tres meses.",
      "Claims of a dismissed worker: reinstatement or compensation of three months.",
    ],
  },
  {
    law: "Código Civil Federal",
    article: "311",
    matter: "familiar",
    text: [
      "Los alimentos (pensión) son proporcionales a la posibilidad de quien los da y la necesidad de quien los recibe.",
      "Support is proportional to means and need.",
    ],
  },
  {
    law: "Ley Federal de Procedimiento Administrativo",
    article: "3",
    matter: "administrativo",
    text: [
      "Elementos y requisitos del acto administrativo, entre ellos fundar y motivar la multa o resolución.",
      "Elements of the administrative act, among them grounds and reasons of a fine or ruling.",
    ],
  },
  {
    law: "Código Nacional de Procedimientos Penales",
    article: "191",
    matter: "penal",
    text: ["Suspensión condicional del proceso.", "Conditional suspension of proceedings."],
  },
];

const searchStatutes: Simulator = (args, context) => {
  const [terms, law, article, matter] = [
    readText(args, "terminos"),
    readText(args, "ley"),
    readText(args, "articulo"),
    readText(args, "materia"),
  ];
  if (!terms && !law && !article && !matter)
    return new SimulationFailure("se requiere al menos un criterio de búsqueda");
  const found = STATUTES.filter(
    (item) =>
      (!matter || item.matter === matter) &&
      (!law || fold(item.law).includes(fold(law))) &&
      (!article || item.article === article.replace(/\D/g, "")) &&
      (!terms || mentions(`${item.law} ${item.text.join(" ")}`, terms)),
  );
  return {
    resultados: found.map((item) => ({
      ley: item.law,
      articulo: item.article,
      materia: item.matter,
      texto: say(context, item.text),
    })),
    total_resultados: found.length,
  };
};

/** Base fee in pesos, and share of the amount in dispute in percent. */
const FEES: Readonly<Record<string, readonly [base: number, share: number]>> = {
  consulta: [1500, 0],
  contrato: [8000, 0.5],
  mediacion: [12_000, 2],
  arbitraje: [40_000, 4],
  juicio: [30_000, 6],
  amparo: [35_000, 3],
};
const COMPLEXITY: Readonly<Record<string, number>> = { baja: 1, media: 1.3, alta: 1.8 };

const fees: Simulator = (args, context) => {
  const service = String(args["tipo_servicio"]);
  const amount = readNumber(args, "cuantia") ?? 0;
  if (amount < 0) return new SimulationFailure("cuantia: no puede ser negativa");
  const [base, share] = FEES[service]!;
  const local = round(price(context, base) * (COMPLEXITY[readText(args, "complejidad") ?? "baja"] ?? 1));
  const estimate = round(local + (amount * share) / 100);
  const tax = round(estimate * VAT);
  return {
    tipo_servicio: service,
    honorarios_base: local,
    cuota_adicional_porcentaje: share,
    honorarios_estimados: estimate,
    iva: tax,
    total_con_iva: round(estimate + tax),
    moneda: context.currency,
    notas: say(context, [
      "Estimación sujeta a revisión del expediente; no incluye gastos ni derechos.",
      "Estimate subject to review of the file; expenses and court fees are not included.",
    ]),
    fundamentacion: say(context, [
      "Tarifa del despacho por tipo de servicio, complejidad y cuantía.",
      "The firm's scale by service, complexity and amount in dispute.",
    ]),
  };
};

export const LEGAL_SIMULATORS: Readonly<Record<string, Simulator>> = {
  buscar_jurisprudencia: searchPrecedents,
  consultar_expediente: caseFile,
  verificar_plazos: deadline,
  buscar_legislacion: searchStatutes,
  calcular_honorarios: fees,
};
