import type { SeedSchema } from "../../contract/seed.ts";
import type { Slot } from "../domains/data.ts";
import type { Language } from "../tools/simulation.ts";
import { fold } from "../tools/simulation.ts";
import { parseNumber, parsePercentage } from "../evaluation/quantities.ts";
import { contentStems } from "./step.ts";

/** A numeric bound that a constraint puts on something. */
export type Bound = { bound: "min" | "max" | "exact"; value: number; unit: Unit };
type Unit = NonNullable<Slot["limit"]>["unit"];

/** A constraint of the seed, read. */
export type Constraint = {
  text: string;
  /** What the professional can say to state it, without frame; null for a prohibition that is kept by silence. */
  statement: string | null;
  bounds: Bound[];
  stems: ReadonlySet<string>;
};

/** Money that is named for certain. */
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/\bmxn\b|pesos mexicanos|mexican pesos/, "MXN"],
  [/\bcop\b|pesos colombianos|colombian pesos/, "COP"],
  [/\bars\b|pesos argentinos|argentine pesos/, "ARS"],
  [/\bclp\b|pesos chilenos|chilean pesos/, "CLP"],
  [/\bpen\b|\bs\/|soles\b/, "PEN"],
  [/\busd\b|us\$|dolares|dollars?\b/, "USD"],
  [/\beur\b|€|euros?\b/, "EUR"],
  [/\bgbp\b|£/, "GBP"],
];

/** Countries by the words that seeds use for them, with their money. */
const COUNTRIES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:mexic|cdmx)/, "MXN"],
  [/\bcolombia/, "COP"],
  [/\bargentin/, "ARS"],
  [/\bchile/, "CLP"],
  [/\bperu/, "PEN"],
  [/\b(?:espana|espanol[ae]s?\b|spain|ireland|irish|germany|france)/, "EUR"],
  [/\buk\b|\bunited kingdom|\bbritish|\bbritain|\bengland|\bscotland|\bwales\b/, "GBP"],
  [/\bunited states|\bestados unidos|\busa\b/, "USD"],
];
const PESOS: ReadonlySet<string> = new Set(["MXN", "COP", "ARS", "CLP"]);

/**
 * ISO code of the money that a seed's conversations use: what its constraints name, then its context, then its
 * country's. Plain pesos are the country's where it has them; with no hint it is MXN, in English USD.
 */
export function seedCurrency(seed: SeedSchema, language: Language): string {
  const { contexto, restricciones } = seed.parametros_factuales;
  const rules = fold(restricciones.join(" . "));
  const about = fold([contexto, seed.objetivo, ...seed.instrucciones_dominio, ...seed.etiquetas].join(" . "));
  const named = lookUp(CURRENCIES, rules) ?? lookUp(CURRENCIES, about);
  if (named !== null) return named;
  const country = lookUp(COUNTRIES, `${about} . ${rules}`);
  if (/\bpesos\b/.test(`${rules} ${about}`)) return country !== null && PESOS.has(country) ? country : "MXN";
  return country ?? (language === "en" ? "USD" : "MXN");
}

function lookUp(table: readonly (readonly [RegExp, string])[], folded: string): string | null {
  return table.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

/** Words that multiply the number before them. */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^\s?(?:millon(?:es)?|millions?|mdp)\b(?:\s+de)?/, 1e6],
  [/^\s?(?:mil|thousand|k)\b/, 1e3],
];

const UNITS: readonly (readonly [Unit, RegExp])[] = [
  ["percent", /^\s*(%|por ?ciento|percent)/],
  ["months", /^[\s-]*(mes|month|mensualidad)/],
  ["years", /^[\s-]*(ano|year)/],
  ["days", /^[\s-]*(?:(?:business|working|calendar) )?(dia|day)/],
  ["hours", /^[\s-]*(hora|hour|hrs?\b|h\b)/],
  ["minutes", /^[\s-]*(minut|min\b)/],
  ["money", /^\s*(mxn|usd|eur|gbp|cop|ars|clp|pen|soles|pesos|dolares|dollars?|euros?|€)/],
];

const MAX =
  /maxim|maximum|hasta|tope|limite|no mayor|no mas de|no exced|menos de|menor|at most|up to|no more than|not exceed|under|below|within|cap\b|limit|a mas tardar/;
const MIN =
  /minim|minimum|al menos|por lo menos|desde|a partir|no menor|mas de|mayor|at least|no less than|from|over\b|above/;

/** Longest constraint that is searched for numbers; the rest of a longer one is prose. */
const READ_MAX = 600;

/** Reads what a constraint bounds and how a professional would say it. */
export function readConstraint(text: string, language: Language): Constraint {
  const clean = text.trim().replace(/[.;]+$/, "");
  const folded = fold(clean.slice(0, READ_MAX));
  const bounds: Bound[] = [];
  for (const match of folded.matchAll(/([$€£]\s?)?(\d{1,15}(?:[,.]\d{1,3}){0,5})/g)) {
    const end = match.index + match[0].length;
    const scale = SCALES.map(([pattern, factor]) => ({
      factor,
      words: pattern.exec(folded.slice(end, end + 16)),
    })).find(({ words }) => words !== null);
    const after = folded.slice(end + (scale?.words?.[0].length ?? 0), end + 24);
    const unit = match[1] ? "money" : (UNITS.find(([, pattern]) => pattern.test(after))?.[0] ?? "count");
    const before = folded.slice(Math.max(0, match.index - 60), match.index);
    const around = `${before} ${after}`;
    const value = (unit === "percent" ? parsePercentage : parseNumber)(match[2]!) * (scale?.factor ?? 1);
    bounds.push({
      bound: MAX.test(before)
        ? "max"
        : MIN.test(before)
          ? "min"
          : MAX.test(around)
            ? "max"
            : MIN.test(around)
              ? "min"
              : "exact",
      value,
      unit,
    });
  }
  return {
    text: clean,
    statement: statementOf(clean, folded, language),
    bounds,
    stems: contentStems(clean, language),
  };
}

const MENTION: Readonly<Record<Language, RegExp>> = {
  es: /^(?:siempre\s+)?(?:(?:se\s+)?debe[n]?\s+|hay que\s+)?(?:mencionar|mencione|aclarar|aclare|informar|informe|recordar|recuerde|advertir|explicar|indicar|comunicar|decir)(?:\s+(?:siempre|claramente|al cliente|al paciente|al usuario|al alumno))*\s+(?:de\s+)?que\s+(.+)$/iu,
  en: /^(?:always\s+)?(?:must\s+)?(?:mention|state|clarify|inform|remind|explain|disclose|tell)(?:\s+(?:always|clearly|the customer|the client|the patient|the user|the student|them))*\s+that\s+(.+)$/iu,
};
/** A prohibition of saying something: stating it aloud would break it. */
const SILENT =
  /^(no|nunca|jamas|evitar|abstenerse de|never|do not|don't|avoid|refrain from|must not)\s+(?:se\s+)?(?:debe\s+)?(?:mencion|habl|dec|revel|compart|mention|say|talk|reveal|disclose|share|discuss)/;
const PROHIBITION: Readonly<Record<Language, RegExp>> = {
  es: /^(?:no|nunca|jam[aá]s)\s+(?:se\s+(?:debe|puede)n?\s+|debe[n]?\s+|puede[n]?\s+)?(\p{L}+(?:ar|er|ir|arse|erse|irse)\b.*)$/iu,
  en: /^(?:never|do not|don['’]t|must not|cannot)\s+(.+)$/iu,
};
/** A prohibition whose verb is to stay away: it is said of oneself. */
const ABSTENTION: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  es: [
    [/^abstenerse\s+de\s+/iu, "debo abstenerme de "],
    [/^evitar\s+/iu, "debo evitar "],
  ],
  en: [
    [/^refrain\s+from\s+/iu, "I must refrain from "],
    [/^avoid\s+/iu, "we avoid "],
  ],
};
const BOUNDED: Readonly<Record<Language, RegExp>> = {
  es: /^([\p{L}\s/()-]{3,60}?\s(?:m[aá]xim[oa]|m[ií]nim[oa])(?:\s+de(?:l)?\s+[\p{L}\s]{3,30}?)?)\s*(?::|es de|de|=)?\s*([$€]?\s?\d.*)$/iu,
  en: /^((?:the\s+)?(?:maximum|minimum|max|min)\s[\p{L}\s/()-]{3,60}?)\s*(?::|is|of|=)?\s*([$€]?\s?\d.*)$/iu,
};
const FINITE: Readonly<Record<Language, RegExp>> = {
  es: /(?<!\p{L})(es|son|está|están|tiene|tienen|debe|deben|incluye|incluyen|cuesta|cuestan|requiere|requieren|aplica|aplican|puede|pueden|cubre|cubren|dura|duran|tarda|tardan|vence|vencen|vale|permite|ofrece|será|serán|se \p{L}+[aeé]n?|hay|existe|existen|corresponde|entrega|entregan|queda|quedan|toma|toman|necesita|necesitan|cobra|cobran|inicia|termina|genera|causa|paga|pagan)(?!\p{L})/iu,
  en: /(?<!\p{L})(is|are|must|should|has|have|includes?|costs?|requires?|applies|apply|may|can|cannot|covers?|lasts?|expires?|will|takes?|needs?|starts?|ends?|pays?|happens?|closes|opens|begins?|arrives?|returns?|stays?|keeps?|allows?|gives?|asks?|gets?|depends?|counts?|means?|carry|carries|ships?|binds?|holds?|goes|runs?|equals?|limits?)(?!\p{L})/iu,
};

/** An article and three words more: constraints that begin like that are sentences, whatever their verb. */
const SENTENCE: Readonly<Record<Language, RegExp>> = {
  es: /^(?:el|la|los|las|un|una|tod[oa]s?|cada|ningun[oa]?)(?:\s+\S+){4,}/iu,
  en: /^(?:the|an?|every|each|all|any|no)(?:\s+\S+){4,}/iu,
};

function statementOf(clean: string, folded: string, language: Language): string | null {
  if (SILENT.test(folded)) return null;
  const es = language === "es";
  const mention = MENTION[language].exec(clean);
  if (mention) return mention[1]!;
  const prohibition = PROHIBITION[language].exec(clean);
  if (prohibition)
    return es
      ? `por política no se puede ${prohibition[1]!.replace(/arse\b/, "ar")}`
      : `our policy is not to ${prohibition[1]!}`;
  const abstention = ABSTENTION[language].find(([pattern]) => pattern.test(clean));
  if (abstention) return clean.replace(...abstention);
  const bounded = BOUNDED[language].exec(clean);
  if (bounded && !FINITE[language].test(bounded[1]!)) {
    const head = lowerFirst(bounded[1]!.replace(/^(el|la|the)\s+/i, "").trim());
    if (!es) return `the ${head} is ${bounded[2]!}`;
    const feminine = /(máxima|mínima|maxima|minima)\b/i.test(head);
    return `${feminine ? "la" : "el"} ${head} es de ${bounded[2]!}`;
  }
  if (FINITE[language].test(clean) || SENTENCE[language].test(clean)) return lowerFirst(clean);
  if (es && /^\p{L}+(ar|er|ir)(le|les|lo|la|se)?\s/iu.test(clean)) return `debo ${lowerFirst(clean)}`;
  return es
    ? `en este caso aplica lo siguiente: ${lowerFirst(clean)}`
    : `the following applies here: ${lowerFirst(clean)}`;
}

function lowerFirst(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** The bounds that the seed's constraints put on a slot: those whose unit fits and whose words name it. */
export function slotBounds(slot: Slot, constraints: readonly Constraint[]): { min: number; max: number } {
  const limits = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
  if (!slot.limit) return limits;
  for (const constraint of constraints) {
    const folded = fold(constraint.text);
    if (!slot.limit.words.some((word) => folded.includes(word))) continue;
    for (const bound of constraint.bounds) {
      if (bound.unit !== slot.limit.unit) continue;
      if (bound.unit === "count" && !counts(folded, bound.value, slot.limit.words)) continue;
      if (bound.bound !== "min") limits.max = Math.min(limits.max, bound.value);
      if (bound.bound !== "max") limits.min = Math.max(limits.min, bound.value);
    }
  }
  return limits;
}

/** Whether a bare number counts one of the things named: "20 ejercicios", and not "60 pulsaciones" of an exercise. */
function counts(folded: string, value: number, things: readonly string[]): boolean {
  return [...folded.matchAll(/(\d{1,9})\s+\p{L}{1,20}(?:\s+\p{L}{1,20})?/gu)].some(
    (match) => Number(match[1]) === value && things.some((thing) => match[0].includes(thing)),
  );
}
