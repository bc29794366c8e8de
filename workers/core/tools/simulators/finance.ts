import type { Bilingual, Simulator, SimulatorContext } from "../simulation.ts";
import {
  SimulationFailure,
  codeNumber,
  makeCode,
  price,
  readNumber,
  readText,
  round,
  say,
  worldRandom,
} from "../simulation.ts";

/** Expected yearly return and volatility (in percent) and allocation by risk profile. */
type Profile = {
  mean: number;
  volatility: number;
  score: number;
  mix: readonly [fixed: number, equity: number, alternatives: number, cash: number];
};

const PROFILES: Readonly<Record<string, Profile>> = {
  conservador: { mean: 7, volatility: 4, score: 28, mix: [70, 15, 5, 10] },
  moderado: { mean: 9, volatility: 9, score: 55, mix: [45, 40, 10, 5] },
  agresivo: { mean: 12, volatility: 17, score: 82, mix: [15, 65, 17, 3] },
};

/** One-sided 95 % quantile of the normal distribution. */
const Z95 = 1.645;
const INFLATION = 4;

const DISCLAIMER: Bilingual = [
  "Los rendimientos son estimaciones y no están garantizados.",
  "Returns are estimates and are not guaranteed.",
];

type Instrument = { symbol: string; name: Bilingual; kind: string; market: string; pesos: number; volatility: number };

/** Invented instruments: none of these symbols is listed. */
const INSTRUMENTS: readonly Instrument[] = [
  {
    symbol: "AC01",
    name: ["acción industrial del norte", "northern industrial share"],
    kind: "acciones",
    market: "bmv",
    pesos: 84,
    volatility: 22,
  },
  {
    symbol: "AC02",
    name: ["acción de comercio minorista", "retail share"],
    kind: "acciones",
    market: "bmv",
    pesos: 46,
    volatility: 26,
  },
  {
    symbol: "GB10",
    name: ["bono del gobierno a 10 años", "10-year government bond"],
    kind: "bonos",
    market: "bmv",
    pesos: 98,
    volatility: 6,
  },
  {
    symbol: "CB05",
    name: ["bono corporativo a 5 años", "5-year corporate bond"],
    kind: "bonos",
    market: "bmv",
    pesos: 101,
    volatility: 5,
  },
  { symbol: "FD01", name: ["fondo de deuda", "debt fund"], kind: "fondos", market: "bmv", pesos: 12, volatility: 3 },
  {
    symbol: "FM02",
    name: ["fondo mixto", "balanced fund"],
    kind: "fondos",
    market: "bmv",
    pesos: 18,
    volatility: 8,
  },
  {
    symbol: "EX01",
    name: ["ETF de índice amplio", "broad index ETF"],
    kind: "etf",
    market: "nyse",
    pesos: 1250,
    volatility: 16,
  },
  {
    symbol: "EX02",
    name: ["ETF de tecnología", "technology ETF"],
    kind: "etf",
    market: "nasdaq",
    pesos: 2100,
    volatility: 24,
  },
  {
    symbol: "CR01",
    name: ["criptoactivo de referencia", "reference crypto asset"],
    kind: "acciones",
    market: "crypto",
    pesos: 640_000,
    volatility: 62,
  },
];

const portfolio: Simulator = (args, context) => {
  const id = String(args["cliente_id"]);
  const number = codeNumber(id, "CLI");
  if (number === null) return new SimulationFailure(`cliente_id ${id}: no existe`);
  const wanted = readText(args, "tipo_activo") ?? "todos";
  const random = worldRandom("portfolio", number);
  const held = random
    .shuffle(INSTRUMENTS.filter((item) => item.market !== "crypto"))
    .slice(0, 4)
    .map((item) => {
      const units = random.int(20, 400);
      const change = round((random.next() - 0.35) * item.volatility, 1);
      return { item, value: round(price(context, item.pesos * 100) * 0.01 * units), change };
    })
    .filter(({ item }) => wanted === "todos" || item.kind === wanted);
  const total = round(held.reduce((sum, position) => sum + position.value, 0));
  const weighted = held.reduce((sum, position) => sum + position.value * position.change, 0);
  return {
    cliente_id: makeCode("CLI", number),
    nombre_cliente: null,
    portafolio: held.map(({ item, value, change }) => ({
      instrumento: say(context, item.name),
      simbolo: item.symbol,
      tipo_activo: item.kind,
      valor: value,
      porcentaje: total === 0 ? 0 : round((value / total) * 100, 1),
      rendimiento_porcentaje: change,
    })),
    valor_total_portafolio: total,
    rendimiento_global: total === 0 ? 0 : round(weighted / total, 2),
    fecha_consulta: context.today,
  };
};

/** Parametric VaR at 95 % without drift, over the horizon or one year, whichever is shorter: amount x z sigma sqrt(t). */
const risk: Simulator = (args, context) => {
  const name = String(args["perfil_inversion"]);
  const amount = readNumber(args, "monto_inversion") ?? 0;
  if (amount <= 0) return new SimulationFailure("monto_inversion: debe ser mayor que 0");
  const months = readNumber(args, "horizonte_meses") ?? 12;
  if (months < 1) return new SimulationFailure("horizonte_meses: debe ser 1 o más");
  const profile = PROFILES[name]!;
  const lossShare = (Z95 * profile.volatility * Math.sqrt(Math.min(months, 12) / 12)) / 100;
  const [fixed, equity, alternatives, cash] = profile.mix;
  return {
    perfil_riesgo: name,
    score_riesgo: profile.score,
    var_95: round(amount * Math.min(1, lossShare)),
    max_drawdown: round(Math.min(95, profile.volatility * 2.2), 1),
    recomendaciones: [
      say(context, [
        "Mantener un fondo de emergencia de seis meses de gastos.",
        "Keep an emergency fund of six months of expenses.",
      ]),
      say(context, ["Rebalancear la cartera una vez al año.", "Rebalance the portfolio once a year."]),
    ],
    distribucion_sugerida: { renta_fija: fixed, renta_variable: equity, alternativas: alternatives, liquidez: cash },
    disclaimer: say(context, DISCLAIMER),
  };
};

const market: Simulator = (args, context) => {
  const [symbol, place] = [readText(args, "simbolo")?.toUpperCase(), readText(args, "mercado")];
  if (!symbol && !place) return new SimulationFailure("se requiere simbolo o mercado");
  const item = INSTRUMENTS.find((each) => (!symbol || each.symbol === symbol) && (!place || each.market === place));
  if (!item)
    return new SimulationFailure(
      `simbolo ${symbol ?? ""}: no cotiza en ${place ?? "ningún mercado"}`.replace("  ", " "),
    );
  const random = worldRandom("quote", `${item.symbol}:${context.today}`);
  const current = money(context, item.pesos * (0.9 + random.next() * 0.2));
  const change = round((random.next() - 0.5) * (item.volatility / 5), 2);
  return {
    simbolo: item.symbol,
    nombre: say(context, item.name),
    mercado: item.market,
    precio_actual: current,
    cambio_porcentaje: change,
    volumen: random.int(10, 900) * 1000,
    maximo_52s: round(current * (1 + item.volatility / 100)),
    minimo_52s: round(current * (1 - item.volatility / 160)),
    indicadores: {
      volatilidad_anual: item.volatility,
      rendimiento_30d: round((random.next() - 0.45) * item.volatility * 0.5, 1),
    },
    ultima_actualizacion: context.today,
  };
};

function money(context: SimulatorContext, pesos: number): number {
  return round(price(context, pesos * 1000) / 1000);
}

/** Pesos from which an operation asks for more: identification of the origin of funds, and authorisation. */
const ORIGIN_FROM = 500_000;
const AUTHORISE_FROM = 1_500_000;

const PENDING: readonly Bilingual[] = [
  ["comprobante de domicilio con antigüedad menor a tres meses", "proof of address less than three months old"],
  ["identificación oficial vigente", "valid official identification"],
  ["constancia de situación fiscal", "tax status certificate"],
];

const compliance: Simulator = (args, context) => {
  const id = String(args["cliente_id"]);
  const number = codeNumber(id, "CLI");
  if (number === null) return new SimulationFailure(`cliente_id ${id}: no existe`);
  const operation = String(args["tipo_operacion"]);
  const amount = readNumber(args, "monto") ?? 0;
  const random = worldRandom("kyc", number);
  const pending = random.next() < 0.4 ? [random.pick(PENDING)] : [];
  const large = amount >= price(context, ORIGIN_FROM);
  const abroad = operation === "transferencia_internacional";
  const level = large && abroad ? "alto" : large || abroad ? "medio" : "bajo";
  const documents = [
    ...pending,
    ...(large ? [["declaración de origen de los recursos", "statement of the origin of funds"] as const] : []),
  ];
  return {
    cliente_id: makeCode("CLI", number),
    tipo_operacion: operation,
    cumple_kyc: pending.length === 0,
    cumple_pld: level !== "alto",
    nivel_riesgo_pld: level,
    documentos_pendientes: documents.map((document) => say(context, document)),
    alertas:
      level === "alto"
        ? [
            say(context, [
              "operación relevante: requiere revisión del oficial de cumplimiento",
              "relevant operation: the compliance officer has to review it",
            ]),
          ]
        : [],
    requiere_autorizacion: level === "alto" || amount >= price(context, AUTHORISE_FROM),
    normativa_aplicable: [
      say(context, [
        "disposiciones de carácter general en materia de prevención de lavado de dinero",
        "general provisions on the prevention of money laundering",
      ]),
      say(context, ["política interna de conocimiento del cliente", "internal know-your-customer policy"]),
    ],
  };
};

/** Yearly fee of the simulation, in percent of the final amount. */
const FEE = 1;

/** Future value with monthly compounding and contributions at the end of each month. */
const simulate: Simulator = (args, context) => {
  const start = readNumber(args, "monto_inicial") ?? 0;
  const monthly = readNumber(args, "aportacion_mensual") ?? 0;
  const months = readNumber(args, "plazo_meses") ?? 0;
  if (start < 0 || monthly < 0 || start + monthly <= 0)
    return new SimulationFailure("monto_inicial y aportacion_mensual: al menos uno debe ser mayor que 0");
  if (months < 1 || months > 600) return new SimulationFailure("plazo_meses: debe estar entre 1 y 600");
  const profile = PROFILES[String(args["perfil"])]!;
  const paid = start + monthly * months;
  const scenario = (annual: number) => {
    const rate = annual / 1200;
    const growth = (1 + rate) ** months;
    const final = round(start * growth + (rate === 0 ? monthly * months : (monthly * (growth - 1)) / rate));
    return {
      rendimiento_anual: annual,
      monto_final: final,
      ganancia: round(final - paid),
      rendimiento_total_porcentaje: round(((final - paid) / paid) * 100),
    };
  };
  const base = scenario(profile.mean);
  return {
    monto_inicial: start,
    aportacion_mensual: monthly,
    plazo_meses: months,
    escenarios: {
      pesimista: scenario(round(profile.mean - profile.volatility / 2, 1)),
      base,
      optimista: scenario(round(profile.mean + profile.volatility / 2, 1)),
    },
    comisiones_estimadas: round((base.monto_final * FEE * (months / 12)) / 100),
    inflacion_estimada: INFLATION,
    poder_adquisitivo_real: round(base.monto_final / (1 + INFLATION / 100) ** (months / 12)),
    disclaimer: say(context, DISCLAIMER),
  };
};

export const FINANCE_SIMULATORS: Readonly<Record<string, Simulator>> = {
  consultar_portafolio: portfolio,
  analizar_riesgo: risk,
  consultar_mercado: market,
  verificar_cumplimiento: compliance,
  simular_inversion: simulate,
};
