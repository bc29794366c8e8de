import type { JsonObject } from "../../../contract/ids.ts";
import { addBusinessDays, dayOf, formatDay } from "../calendar.ts";
import type { Bilingual, Simulator, SimulatorContext } from "../simulation.ts";
import {
  SimulationFailure,
  annuity,
  codeNumber,
  fold,
  idNumber,
  makeCode,
  makeId,
  price,
  readNumber,
  readText,
  round,
  say,
  worldRandom,
} from "../simulation.ts";

const VEHICLES = 600;

type Model = {
  brand: string;
  model: string;
  type: string;
  pesos: number;
  kmPerLitre: number;
  warrantyYears: number;
  safety: number;
};

const MODELS: readonly Model[] = (
  [
    ["Nissan", "Versa", "sedan", 345_000, 19.2, 3, 4],
    ["Nissan", "Sentra", "sedan", 460_000, 16.8, 3, 5],
    ["Nissan", "Kicks", "SUV", 480_000, 17.1, 3, 4],
    ["Nissan", "NP300", "pickup", 465_000, 12.4, 3, 3],
    ["Toyota", "Yaris", "hatchback", 335_000, 19.6, 3, 4],
    ["Toyota", "Corolla", "sedan", 470_000, 18.3, 3, 5],
    ["Toyota", "RAV4", "SUV", 690_000, 17.4, 3, 5],
    ["Toyota", "Hilux", "pickup", 560_000, 12.9, 3, 5],
    ["Toyota", "Sienna", "minivan", 980_000, 15.3, 3, 5],
    ["Honda", "City", "sedan", 410_000, 18.9, 3, 5],
    ["Honda", "Civic", "sedan", 565_000, 17.5, 3, 5],
    ["Honda", "HR-V", "SUV", 560_000, 15.6, 3, 5],
    ["Honda", "CR-V", "SUV", 780_000, 14.8, 3, 5],
    ["Mazda", "Mazda 2", "hatchback", 370_000, 19.4, 3, 4],
    ["Mazda", "Mazda 3", "sedan", 480_000, 17.0, 3, 5],
    ["Mazda", "CX-5", "SUV", 640_000, 14.9, 3, 5],
    ["Mazda", "MX-5", "coupe", 720_000, 15.2, 3, 4],
    ["Volkswagen", "Jetta", "sedan", 470_000, 17.6, 3, 5],
    ["Volkswagen", "Taos", "SUV", 560_000, 15.1, 3, 5],
    ["Volkswagen", "Polo", "hatchback", 360_000, 18.0, 3, 4],
    ["Chevrolet", "Aveo", "sedan", 315_000, 19.0, 3, 4],
    ["Chevrolet", "Tracker", "SUV", 495_000, 16.2, 3, 4],
    ["Chevrolet", "S10", "pickup", 520_000, 11.8, 3, 4],
    ["Mitsubishi", "L200", "pickup", 690_000, 15.7, 3, 5],
    ["Volkswagen", "Saveiro", "pickup", 760_000, 11.6, 3, 5],
    ["Toyota", "GR86", "coupe", 1_050_000, 10.9, 3, 5],
    ["Kia", "K3", "hatchback", 350_000, 18.4, 7, 4],
    ["Kia", "Forte", "sedan", 455_000, 17.2, 7, 4],
    ["Kia", "Sportage", "SUV", 640_000, 14.2, 7, 5],
    ["Honda", "Odyssey", "minivan", 930_000, 11.2, 3, 5],
    ["Hyundai", "Creta", "SUV", 480_000, 16.4, 5, 4],
    ["Hyundai", "Tucson", "SUV", 630_000, 14.6, 5, 5],
  ] as const
).map(([brand, model, type, pesos, kmPerLitre, warrantyYears, safety]) => ({
  brand,
  model,
  type,
  pesos,
  kmPerLitre,
  warrantyYears,
  safety,
}));

const COLORS: readonly Bilingual[] = [
  ["blanco", "off-white"],
  ["gris plata", "grey"],
  ["gris oscuro", "dark grey"],
  ["rojo", "red"],
  ["azul marino", "blue"],
  ["azul claro", "light blue"],
];

/** Comfort and safety features; a model's list grows with its price. */
const FEATURES: readonly Bilingual[] = [
  ["aire acondicionado", "air conditioning"],
  ["cámara de reversa", "rear camera"],
  ["pantalla táctil", "touch screen"],
  ["seis bolsas de aire", "six airbags"],
  ["control crucero adaptativo", "smart speed control"],
  ["quemacocos", "sunroof"],
  ["asientos calefactables", "heated seats"],
];

type Vehicle = {
  id: string;
  model: Model;
  year: number;
  pesos: number;
  color: Bilingual;
  km: number;
  available: boolean;
};

function vehicle(number: number, today: string): Vehicle {
  const random = worldRandom("vehicle", number);
  const model = random.pick(MODELS);
  const age = random.weighted([0, 1, 2, 3, 4, 5, 6], (years) => (years === 0 ? 4 : 1));
  return {
    id: makeId("VEH", number),
    model,
    year: Number(today.slice(0, 4)) - age,
    // Straight-line approximation of the used market: 12 % a year, five per cent either way by condition.
    pesos: model.pesos * 0.88 ** age * (0.95 + random.next() / 10),
    color: random.pick(COLORS),
    km: age === 0 ? 0 : Math.round((age * (9000 + random.int(0, 8000))) / 100) * 100,
    available: random.next() < 0.85,
  };
}

const searchStock: Simulator = (args, context) => {
  const [brand, model, type] = [readText(args, "marca"), readText(args, "modelo"), readText(args, "tipo")];
  const [yearMin, yearMax, priceMax] = [
    readNumber(args, "anio_min"),
    readNumber(args, "anio_max"),
    readNumber(args, "precio_max"),
  ];
  const found: Vehicle[] = [];
  for (let number = 1; number <= VEHICLES; number++) {
    const candidate = vehicle(number, context.today);
    const fits =
      (!brand || fold(candidate.model.brand) === fold(brand)) &&
      (!model || fold(candidate.model.model) === fold(model)) &&
      (!type || candidate.model.type === type) &&
      (yearMin === undefined || candidate.year >= yearMin) &&
      (yearMax === undefined || candidate.year <= yearMax) &&
      (priceMax === undefined || price(context, candidate.pesos) <= priceMax);
    if (fits) found.push(candidate);
  }
  const shown = context.random
    .shuffle(found)
    .sort((a, b) => Number(b.available) - Number(a.available))
    .slice(0, 4)
    .sort((a, b) => Number(b.available) - Number(a.available) || a.pesos - b.pesos);
  return {
    vehiculos: shown.map((item) => ({
      vehiculo_id: item.id,
      marca: item.model.brand,
      modelo: item.model.model,
      anio: item.year,
      precio: price(context, item.pesos),
      color: say(context, item.color),
      tipo: item.model.type,
      kilometraje: item.km,
      estatus: item.available ? "disponible" : "apartado",
    })),
    total_resultados: found.length,
  };
};

const ACCESSORIES: readonly (readonly [Bilingual, number])[] = [
  [["tapetes de uso rudo", "heavy-duty floor mats"], 2400],
  [["película de seguridad", "security window film"], 4800],
  [["sensores de reversa", "parking sensors"], 6200],
  [["rines de 17 pulgadas", "17-inch wheels"], 14_500],
];

const quoteVehicle: Simulator = (args, context) => {
  const id = String(args["vehiculo_id"]);
  const number = idNumber(id, "VEH", VEHICLES);
  if (number === null) return new SimulationFailure(`vehiculo_id ${id}: no existe en el inventario`);
  const item = vehicle(number, context.today);
  const base = price(context, item.pesos);
  const extras =
    args["incluir_accesorios"] === true ? worldRandom("accessories", number).shuffle(ACCESSORIES).slice(0, 2) : [];
  const accessories = extras.map(([name, pesos]) => ({ concepto: say(context, name), monto: price(context, pesos) }));
  const plan = readText(args, "plan_financiamiento") ?? say(context, ["contado", "cash"]);
  const cash = /contado|cash/.test(fold(plan));
  const discount = cash ? price(context, item.pesos * 0.02) : 0;
  const discounts =
    discount > 0 ? [{ concepto: say(context, ["pago de contado", "cash payment"]), monto: discount }] : [];
  const total = base - discount + accessories.reduce((sum, extra) => sum + extra.monto, 0);
  return {
    vehiculo_id: item.id,
    precio_base: base,
    descuentos: discounts,
    accesorios: accessories,
    precio_final: total,
    moneda: context.currency,
    vigencia: formatDay(addBusinessDays(dayOf(context.today), 10)),
    plan_financiamiento: plan,
    notas: say(context, [
      "No incluye tenencia, placas ni seguro.",
      "Registration, plates and insurance are not included.",
    ]),
  };
};

const PLANS: readonly (readonly [Bilingual, number, number])[] = [
  [["tradicional", "standard"], 13.9, 0.02],
  [["tasa reducida", "reduced rate"], 11.9, 0.03],
  [["sin comisión", "no opening fee"], 15.5, 0],
];

/** Annuity per plan; the CAT adds the opening fee and value-added tax on interest, spread over the term. */
const financing: Simulator = (args, context) => {
  const amount = readNumber(args, "monto") ?? 0;
  if (amount <= 0) return new SimulationFailure("monto: debe ser mayor que 0");
  const months = readNumber(args, "plazo_meses") ?? 48;
  const downPercent = readNumber(args, "enganche_porcentaje") ?? 20;
  if (months < 6 || months > 84) return new SimulationFailure("plazo_meses: debe estar entre 6 y 84");
  if (downPercent < 0 || downPercent >= 100)
    return new SimulationFailure("enganche_porcentaje: debe estar entre 0 y 99");
  const down = round((amount * downPercent) / 100);
  const principal = round(amount - down);
  return {
    monto_solicitado: amount,
    enganche: down,
    monto_a_financiar: principal,
    planes: PLANS.map(([name, rate, fee]) => {
      const monthly = round(annuity(principal, rate, months));
      return {
        plan: say(context, name),
        plazo_meses: months,
        tasa: rate,
        mensualidad: monthly,
        cat: round(rate * 1.16 + (fee * 100 * 12) / months, 1),
        total_a_pagar: round(monthly * months + principal * fee + down),
      };
    }),
    moneda: context.currency,
  };
};

const compareModels: Simulator = (args, context) => {
  const names = (args["modelos"] as unknown[]).map(String);
  const models = names.map((name) => MODELS.find((model) => matchesModel(model, name)));
  const missing = names.filter((_, i) => !models[i]);
  if (missing.length > 0) return new SimulationFailure(`modelos: no hay ficha de ${missing.join(", ")}`);
  const found = models as Model[];
  const criteria = new Set(Array.isArray(args["criterios"]) ? args["criterios"].map(String) : []);
  const best = [...found].sort((a, b) => score(b, criteria) - score(a, criteria))[0]!;
  return {
    comparacion: found.map((model) => ({
      modelo: `${model.brand} ${model.model}`,
      precio: price(context, model.pesos),
      rendimiento_km_l: model.kmPerLitre,
      garantia_anios: model.warrantyYears,
      calificacion_seguridad: model.safety,
      equipamiento: features(model, context),
    })),
    recomendacion: say(context, [
      `${best.brand} ${best.model} ofrece el mejor balance según los criterios pedidos.`,
      `${best.brand} ${best.model} offers the best balance for the criteria given.`,
    ]),
  };
};

function matchesModel(model: Model, name: string): boolean {
  const wanted = fold(name);
  return wanted === fold(model.model) || wanted === fold(`${model.brand} ${model.model}`);
}

function features(model: Model, context: SimulatorContext): string[] {
  return FEATURES.slice(0, Math.max(2, Math.min(FEATURES.length, Math.round(model.pesos / 120_000)))).map((feature) =>
    say(context, feature),
  );
}

/** Each criterion weighs the attribute it names; without criteria all four weigh the same. */
function score(model: Model, criteria: ReadonlySet<string>): number {
  const parts: [string[], number][] = [
    [["precio", "mantenimiento", "valor_reventa"], 400_000 / model.pesos],
    [["rendimiento"], model.kmPerLitre / 16],
    [["garantia"], model.warrantyYears / 3],
    [["seguridad"], model.safety / 4],
    [["espacio", "confort", "tecnologia", "equipamiento", "potencia"], model.pesos / 500_000],
  ];
  return parts.reduce(
    (sum, [names, value]) => (criteria.size === 0 || names.some((name) => criteria.has(name)) ? sum + value : sum),
    0,
  );
}

/** The customer's profile; contact fields stay empty, since the fictional world holds no personal data. */
const customerRecord: Simulator = (args, context) => {
  const id = readText(args, "cliente_id");
  if (!id) return new SimulationFailure("cliente_id: la consulta de prueba solo admite el identificador de cliente");
  const number = codeNumber(id, "CLI");
  if (number === null) return new SimulationFailure(`cliente_id ${id}: no existe`);
  const random = worldRandom("customer", number);
  const today = dayOf(context.today);
  const purchases = Array.from({ length: random.int(0, 2) }, () => {
    const model = random.pick(MODELS);
    const year = Number(context.today.slice(0, 4)) - random.int(1, 7);
    return {
      vehiculo: `${model.brand} ${model.model} ${year}`,
      anio: year,
      monto: price(context, model.pesos * 0.9),
    } satisfies JsonObject;
  });
  const open =
    random.next() < 0.5
      ? [{ cotizacion_id: makeId("COT", random.int(1, 9999)), vehiculo_id: makeId("VEH", random.int(1, VEHICLES)) }]
      : [];
  return {
    cliente_id: makeCode("CLI", number),
    nombre: null,
    telefono: null,
    email: null,
    direccion: null,
    historial_compras: purchases,
    cotizaciones_activas: open,
    ultima_interaccion: formatDay(today - random.int(3, 240)),
  };
};

export const AUTOMOTIVE_SIMULATORS: Readonly<Record<string, Simulator>> = {
  buscar_inventario: searchStock,
  cotizar_vehiculo: quoteVehicle,
  consultar_financiamiento: financing,
  comparar_modelos: compareModels,
  consultar_crm: customerRecord,
};
