import { foldText } from "./languages.ts";
import type { SeedLanguage } from "./languages.ts";
import type { Side } from "./acts.ts";

/** One piece of information that a conversation carries: what kind it is and in what range, never its value. */
export interface Slot {
  readonly key: string;
  readonly description: string;
  readonly turns: readonly number[];
}

interface Observation {
  readonly unit: UnitRow;
  readonly value: number;
  readonly side: Side;
  readonly turn: number;
}

interface UnitRow {
  readonly id: string;
  readonly label: Readonly<Record<SeedLanguage, string>>;
  readonly words: string;
}

const unit = (id: string, words: string, es: string, en: string, pt: string, fr: string): UnitRow => ({
  id,
  words,
  label: { es, en, pt, fr },
});

/** Units that give a number its meaning, by the folded words and signs that follow or precede it. */
const UNITS: readonly UnitRow[] = [
  unit("monto_mxn", "mxn mn", "pesos mexicanos", "Mexican pesos", "pesos mexicanos", "pesos mexicains"),
  unit("monto_eur", "€ eur euro euros", "euros", "euros", "euros", "euros"),
  unit("monto_usd", "usd dolar dolares dollar dollars us$", "dólares", "US dollars", "dólares", "dollars"),
  unit("monto_brl", "r$ brl reais real", "reales", "reais", "reais", "reais"),
  unit("monto_pen", "s/ sol soles pen", "soles", "soles", "sóis", "soles"),
  unit("monto", "$ peso pesos credits lana mil", "moneda local", "local currency", "moeda local", "monnaie locale"),
  unit("porcentaje", "% porciento percent", "por ciento", "percent", "por cento", "pour cent"),
  unit("minutos", "min mins minuto minutos minute minutes", "minutos", "minutes", "minutos", "minutes"),
  unit("horas", "h hr hrs hora horas hour hours heure heures", "horas", "hours", "horas", "heures"),
  unit("dias", "dia dias day days jour jours", "días", "days", "dias", "jours"),
  unit("noches", "noche noches night nights nuit nuits noite noites", "noches", "nights", "noites", "nuits"),
  unit("semanas", "semana semanas week weeks semaine semaines", "semanas", "weeks", "semanas", "semaines"),
  unit("meses", "mes meses month months mois cuotas mensualidades", "meses", "months", "meses", "mois"),
  unit("anios", "ano anos year years an ans", "años", "years", "anos", "ans"),
  unit(
    "personas",
    "persona personas people guests guest person personne personnes pessoas",
    "personas",
    "people",
    "pessoas",
    "personnes",
  ),
  unit(
    "kilometraje",
    "km kms kilometros kilometers miles millas",
    "kilómetros",
    "kilometres",
    "quilômetros",
    "kilomètres",
  ),
  unit("masa", "kg kilos kilo lb lbs gramos", "kilogramos", "kilograms", "quilogramas", "kilogrammes"),
  unit(
    "dosis",
    "mg ml mcg",
    "mg o ml",
    "milligrams or millilitres",
    "miligramas ou mililitros",
    "milligrammes ou millilitres",
  ),
  unit("presion", "psi bar mmhg kpa", "presión", "pressure", "pressão", "pression"),
  unit("temperatura", "°c °f grados degrees graus degres", "grados", "degrees", "graus", "degrés"),
  unit(
    "electrico",
    "v volts voltios amp amps amperes hz kw",
    "magnitud eléctrica",
    "electrical reading",
    "grandeza elétrica",
    "grandeur électrique",
  ),
  unit(
    "piezas",
    "piezas pieza unidades unidad units pieces ejercicios exercises preguntas questions",
    "piezas",
    "units",
    "unidades",
    "unités",
  ),
];

const unitByWord = new Map<string, UnitRow>();
for (const row of UNITS) for (const word of row.words.split(" ")) if (!unitByWord.has(word)) unitByWord.set(word, row);

/** Masked value of Layer 0: `[PERSON]`, `[PHONE_2]`. */
const MASK = /\[([A-Z][A-Z_]{1,30}?)(?:_\d{1,6})?\]/gu;
const NUMBER =
  /(r\$|us\$|s\/|[$€])?\s{0,2}(\d{1,12}(?:[.,]\d{1,6}){0,4})\s{0,2}(mil\b|k\b|millones\b|million\b)?\s{0,2}([$€%]|°c|°f|[a-z]{1,14})?/gu;

const SAYS: Readonly<Record<SeedLanguage, Readonly<Record<Side, string>>>> = {
  es: { client: "lo indica quien consulta", professional: "lo indica quien atiende" },
  en: { client: "stated by the person asking", professional: "stated by the professional" },
  pt: { client: "informado por quem consulta", professional: "informado por quem atende" },
  fr: { client: "indiqué par la personne qui consulte", professional: "indiqué par le professionnel" },
};
const RANGE: Readonly<Record<SeedLanguage, (low: string, high: string, unit: string) => string>> = {
  es: (low, high, label) => `entre ${low} y ${high} ${label}`,
  en: (low, high, label) => `between ${low} and ${high} ${label}`,
  pt: (low, high, label) => `entre ${low} e ${high} ${label}`,
  fr: (low, high, label) => `entre ${low} et ${high} ${label}`,
};
const MASKED: Readonly<Record<SeedLanguage, string>> = {
  es: "dato personal enmascarado, sin valor real",
  en: "masked personal value, never a real one",
  pt: "dado pessoal mascarado, sem valor real",
  fr: "donnée personnelle masquée, sans valeur réelle",
};

/** Text without its masks, and the categories that they named. */
export function splitMasks(text: string): { text: string; categories: string[] } {
  const categories: string[] = [];
  const rest = text.replace(MASK, (_, category: string) => {
    categories.push(category);
    return " · ";
  });
  return { text: rest, categories };
}

/** The number that digits with separators mean: a last group of one or two digits is a fraction. */
export function parseAmount(digits: string): number {
  const groups = digits.split(/[.,]/u);
  const last = groups.at(-1)!;
  if (groups.length > 1 && last.length !== 3) return Number(`${groups.slice(0, -1).join("")}.${last}`);
  return Number(groups.join(""));
}

/** The bounds of the 1-2-5 series around a positive number, so that a bucket is never narrower than half its top. */
export function bucketOf(value: number): [low: number, high: number] {
  if (!(value > 0) || !Number.isFinite(value)) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(value));
  const leading = value / power;
  const tidy = (bound: number): number => Number(bound.toPrecision(6));
  if (leading < 2) return [tidy(power), tidy(2 * power)];
  if (leading < 5) return [tidy(2 * power), tidy(5 * power)];
  return [tidy(5 * power), tidy(10 * power)];
}

function formatBound(value: number, language: SeedLanguage): string {
  const [whole, fraction] = String(value).split(".");
  const separator = language === "en" || language === "es" ? "," : ".";
  const grouped = whole!.replace(/\B(?=(?:\d{3})+$)/gu, separator);
  return fraction === undefined ? grouped : `${grouped}${separator === "," ? "." : ","}${fraction}`;
}

/** Numbers with a known unit in one text, as its unit and value. */
export function readQuantities(text: string): { unit: string; value: number }[] {
  return observe(text, "client", 0).map(({ unit, value }) => ({ unit: unit.id, value }));
}

function observe(text: string, side: Side, turn: number): Observation[] {
  const found: Observation[] = [];
  for (const [, prefix, digits, scale, suffix] of foldText(text).matchAll(NUMBER)) {
    const row =
      unitByWord.get(suffix ?? "") ??
      unitByWord.get(prefix ?? "") ??
      (scale === undefined ? undefined : unitByWord.get("$"));
    if (row === undefined) continue;
    const factor = scale === undefined ? 1 : scale === "mil" || scale === "k" ? 1000 : 1_000_000;
    found.push({ unit: row, value: parseAmount(digits!) * factor, side, turn });
  }
  return found;
}

/**
 * The information schema of a conversation: for every unit that numbers carry, the bucket that holds them all and who
 * states them; for every masked category, that it is asked for. `turns` are turn numbers.
 */
export function extractSlots(
  turns: readonly { turn: number; side: Side; text: string; categories: readonly string[] }[],
  language: SeedLanguage,
): Slot[] {
  const byUnit = new Map<string, Observation[]>();
  const byCategory = new Map<string, Set<number>>();
  for (const { turn, side, text, categories } of turns) {
    for (const observation of observe(text, side, turn)) {
      const list = byUnit.get(observation.unit.id);
      if (list === undefined) byUnit.set(observation.unit.id, [observation]);
      else list.push(observation);
    }
    for (const category of categories) {
      const list = byCategory.get(category);
      if (list === undefined) byCategory.set(category, new Set([turn]));
      else list.add(turn);
    }
  }
  const slots: Slot[] = [];
  for (const [id, observations] of byUnit) {
    const buckets = observations.map(({ value }) => bucketOf(value));
    const low = Math.min(...buckets.map(([bound]) => bound));
    const high = Math.max(...buckets.map(([, bound]) => bound));
    const { unit: row, side } = observations[0]!;
    const range = RANGE[language](formatBound(low, language), formatBound(high, language), row.label[language]);
    slots.push({
      key: `rango_${id}`,
      description: `${range}; ${SAYS[language][side]}`,
      turns: [...new Set(observations.map(({ turn }) => turn))],
    });
  }
  for (const [category, numbers] of byCategory) {
    slots.push({ key: `dato_${category.toLowerCase()}`, description: MASKED[language], turns: [...numbers] });
  }
  return slots;
}
