import { type Quantity, quantitiesOf } from "./quantities.ts";
import { foldText, NEGATIONS, type Stemmer, wordsOf } from "./text.ts";

/** What a rule allows a quantity to be. */
export interface QuantityRule {
  comparison: "minimum" | "maximum" | "exact" | "range" | "one_of";
  quantity: Pick<Quantity, "kind" | "unit">;
  /** One bound, two of a range, or the allowed values. */
  values: readonly number[];
}

/** A rule of a seed, compiled. */
export interface Assertion {
  text: string;
  kind: "quantity" | "currency" | "must_mention" | "must_not" | "free";
  /** Stems of what the rule is about, without its comparators, numbers and modal words. */
  subject: readonly string[];
  /** Stems of words that name what the rule is about, its own among them: `interest` and `rate` where it says either. */
  synonyms: readonly string[];
  rules: readonly QuantityRule[];
  /** Currency that prices must be in, for `currency`. */
  currency: string;
  /** Text that must be said word for word, folded words; empty when the wording is free. */
  verbatim: readonly string[];
  /** Whether the rule itself is negative (`no se aceptan ...`). */
  negative: boolean;
}

const MINIMUM =
  /\b(?:minim[oa]s?|minimum|al menos|como minimo|por lo menos|a partir de|desde|no menos de|no less than|at least|superior(?:es)? al?|mayor(?:es)? (?:al?|del?|que)|mas de|more than|over|older than|starting at|from|au moins|no minimo)\b/;
const MINIMUM_AFTER =
  /^\W{0,3}(?:o mas|o superior(?:es)?|o mayor(?:es)?|o posterior(?:es)?|o mas recientes?|en adelante|como minimo|minim[oa]s?|or more|or newer|or later|or above|and up|minimum|ou plus)\b/;
const MAXIMUM =
  /\b(?:maxim[oa]s?|maximum|hasta|como maximo|a lo sumo|no mas de|no (?:debe |puede )?(?:exced|super|rebas)\w*|tope(?: de)?|limite(?: de)?|menos de|menor(?:es)? (?:al?|del?|que)|inferior(?:es)? al?|less than|up to|at most|no more than|under|below|within|not exceed|en menos de|dentro de|au plus|no maximo)\b/;
const MAXIMUM_AFTER =
  /^\W{0,3}(?:o menos|o inferior(?:es)?|o menor(?:es)?|o anterior(?:es)?|como maximo|maxim[oa]s?|or less|or fewer|maximum|at most|ou moins)\b/;
const ONE_OF = /\b(?:solo|solamente|unicamente|exclusivamente|only|either|seulement|apenas|opciones|options|plazos)\b/;
const MUST_MENTION =
  /\b(?:mencion|inclu[iy]|inform|advert|advier|aclar|indic|explic|avis|record|recuerd|lee[r]?\b|declar|comunic|notific|state|mention|include|inform|disclose|remind|warn|tell|advise|explain|clarif)\w*/;
const OBLIGATION =
  /\b(?:debe(?:n|ra|ran)?|siempre|obligatori\w+|hay que|es necesario|tiene que|must|always|shall|should|required?|has to|needs? to|doit|deve)\b/;
const PROHIBITION =
  /^(?:no|nunca|jamas|evit\w+|abst(?:en|ie)\w+|prohibid\w+|never|do not|dont|must not|avoid\w*|refrain\w*|not|nao|ne)\b|\b(?:no (?:se )?(?:debe|puede|permit|acept|ofrec|promet|garantiz|vend|otorg|divulg|compart|recomend|prescrib|diagnostic|da\b|dar)\w*|must not|should not|may not|cannot|can not|not allowed|is prohibited|are prohibited|prohibid\w+|esta prohibido)\b/;
const CURRENCY_RULE = /\b(?:pesos mexicanos|mxn|pesos|dolares|usd|euros|eur|soles|us dollars|dollars)\b/;
/** Words that something is priced by. */
export const PRICE_SUBJECT =
  /\b(?:preci|cost|monto|importe|cifra|cantidad|cotiz|price|amount|quote|fee|tarif|moneda|currency|valor)\w*/;

const CURRENCY_CODES: readonly (readonly [RegExp, string])[] = [
  [/mxn|pesos/, "peso"],
  [/usd|dolares|dollars/, "usd"],
  [/eur/, "eur"],
  [/soles/, "pen"],
];

/** Words of rules that say nothing about their subject, in stems of no language: matched by beginning. */
const MODAL =
  /^(?:deb|siempr|obligat|necesari|must|always|shall|should|requir|minim|maxim|meno|mayor|superior|inferior|hast|desd|partir|exced|solo|unic|exclus|only|least|most|pued|permit|acept|mencion|inclu|inform|indic|adelant|posterior|recient|newer|later|aproxim|entre|between|never|nunc|evit|avoid|absten|refrain|prohib|allow|limit|tope|according|segun|client|usuari|customer|user|asesor|agent)/;

/** Compiles one rule. Never fails: what is no typed assertion becomes a free one. */
export function compileAssertion(text: string, stemmer: Stemmer): Assertion {
  const folded = foldText(text);
  const words = wordsOf(folded);
  const quantities = quantitiesOf(folded);
  const subject = subjectStems(wordsOf(withoutUnits(folded, quantities)), stemmer, quantities.length > 0);
  const negative = PROHIBITION.test(folded.trim());
  const quote = /["“«]([^"“”«»]{8,600})["”»]/u.exec(text)?.[1];
  const synonyms = synonymsOf(subject, stemmer);
  const base = { text, subject, synonyms, rules: [], currency: "", verbatim: [], negative };
  if (quote !== undefined && wordsOf(foldText(quote)).length >= 3 && !negative) {
    return { ...base, kind: "must_mention", verbatim: wordsOf(foldText(quote)) };
  }
  const rules = quantityRules(folded, quantities, negative);
  if (rules.length > 0 && subject.length > 0) return { ...base, kind: "quantity", rules };
  if (CURRENCY_RULE.test(folded) && PRICE_SUBJECT.test(folded) && quantities.length === 0) {
    return { ...base, kind: "currency", currency: CURRENCY_CODES.find(([pattern]) => pattern.test(folded))![1] };
  }
  if (negative) return { ...base, kind: "must_not" };
  if (OBLIGATION.test(folded) && MUST_MENTION.test(folded)) return { ...base, kind: "must_mention" };
  if (MUST_MENTION.test(words.slice(0, 2).join(" "))) return { ...base, kind: "must_mention" };
  return { ...base, kind: "free" };
}

/** Words that people use for one another of things that have a measure. */
const SYNONYMS = [
  "tasa interés",
  "rate interest apr",
  "enganche anticipo",
  "downpayment upfront",
  "descuento rebaja bonificación",
  "discount reduction rebate",
  "garantía cobertura",
  "warranty guarantee coverage",
  "renta alquiler arriendo",
  "rent lease",
  "sueldo salario",
  "salary wage pay",
  "multa penalización recargo",
  "penalty fine",
  "entrega envío",
  "delivery shipping",
  "anticipación antelación",
  "cita sesión consulta turno clase",
  "appointment session visit class lesson",
  "fianza depósito",
].map((row) => row.split(" ").map(foldText));

function synonymsOf(subject: readonly string[], stemmer: Stemmer): string[] {
  const rows = SYNONYMS.map((row) => row.map((word) => stemmer.stem(word)));
  return [...new Set(rows.filter((row) => row.some((stem) => subject.includes(stem))).flat())];
}

/** Units and currencies: they tell what is counted, and any number of the kind has them. */
const UNIT_WORDS =
  /^(?:mxn|usd|eur|cop|pesos?|dolar(?:es)?|dollars?|euros?|soles|km|kilometros?|meses|mes|months?|anos?|years?|dias?|days?|horas?|hours?|minutos?|minutes?|semanas?|weeks?|por|ciento|per|percent|cada|noches?|nights?|state|states)$/;

/** The text with its measures blanked: their words are units. What a number counts (`3 documents`) is left in. */
function withoutUnits(folded: string, quantities: readonly Quantity[]): string {
  let rest = folded;
  for (const { kind, start, end } of quantities) {
    if (kind !== "noun" && kind !== "number") rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
  }
  return rest;
}

/** Verbs that say that something has a measure: everything that is counted costs, lasts or takes. */
const MEASURE_VERBS =
  /^(?:cuesta[ns]?|costar|vale[n]?|cobra[ns]?|dura[ns]?|tarda[ns]?|demora[ns]?|llega[ns]?|mide[n]?|pesa[ns]?|toma[ns]?|lleva[ns]?|sale[ns]?|queda[ns]?|costs?|takes?|lasts?|arrives?|weighs?|measures?|runs?)$/;

/** Whether a folded word only says that a measure follows: `dura`, `costs`, `at most`. */
export function isMeasureWord(word: string): boolean {
  return MEASURE_VERBS.test(word) || MODAL.test(word);
}

function subjectStems(words: readonly string[], stemmer: Stemmer, measured: boolean): string[] {
  const content = words.filter(
    (word) =>
      stemmer.isContent(word) &&
      !NEGATIONS.has(word) &&
      !/^\d/.test(word) &&
      !MODAL.test(word) &&
      !UNIT_WORDS.test(word),
  );
  const things = measured ? content.filter((word) => !MEASURE_VERBS.test(word)) : content;
  return [...new Set((things.length > 0 ? things : content).map((word) => stemmer.stem(word)))];
}

function quantityRules(folded: string, quantities: readonly Quantity[], negative: boolean): QuantityRule[] {
  const range = rangeRule(folded, quantities);
  if (range !== null) return [range];
  const first = quantities[0];
  if (first === undefined) return [];
  const sameKind = quantities.filter(
    (quantity) => quantity.kind === first.kind || quantity.kind === "number" || first.kind === "number",
  );
  if (sameKind.length > 1 && sameKind.length === quantities.length && (ONE_OF.test(folded) || sameKind.length > 2)) {
    // In `12, 24 o 36 meses` only the last number carries the unit.
    const typed = sameKind.findLast((quantity) => quantity.kind !== "number") ?? first;
    const scale = typed.kind === "time" ? typed.value / leadingNumber(folded.slice(typed.start, typed.end)) : 1;
    return [
      {
        comparison: "one_of",
        quantity: typed,
        values: sameKind.map((q) => (q.kind === "number" ? q.value * scale : q.value)),
      },
    ];
  }
  return quantities.map((quantity) => ({
    comparison: comparisonOf(folded, quantity, negative),
    quantity,
    values: [quantity.value],
  }));
}

function leadingNumber(text: string): number {
  return Number(/\d+/.exec(text)?.[0] ?? 1) || 1;
}

function comparisonOf(folded: string, quantity: Quantity, negative: boolean): "minimum" | "maximum" | "exact" {
  const before = folded.slice(Math.max(0, quantity.start - 60), quantity.start);
  const after = folded.slice(quantity.end, quantity.end + 24);
  const low = Math.max(lastIndex(before, MINIMUM), MINIMUM_AFTER.test(after) ? before.length : -1);
  const high = Math.max(lastIndex(before, MAXIMUM), MAXIMUM_AFTER.test(after) ? before.length : -1);
  if (low < 0 && high < 0) return "exact";
  const flips =
    negative &&
    !/\bno (?:mas|menos) de|no (?:debe |puede )?(?:exced|super|rebas)|no (?:more|less) than|not exceed/.test(folded);
  // `No se venden a menores de 18` asks for at least 18; `no se dan descuentos de mas de 10 %` for at most 10.
  const isLow = low > high || (low === high && !/no mas|no more/.test(before));
  return isLow !== flips ? "minimum" : "maximum";
}

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1;
  for (const match of text.matchAll(new RegExp(pattern.source, "g"))) last = match.index;
  return last;
}

const RANGE = /\b(?:entre|between|de|from|del|desde|rango de)\b[^.]{0,20}$/;
const RANGE_JOIN = /^\s{0,2}(?:y|and|a|to|al|hasta|-|–)\s{0,2}(?:el |las |los |la )?(?:\$|us\$)?\s?$/;

function rangeRule(folded: string, quantities: readonly Quantity[]): QuantityRule | null {
  for (let i = 0; i + 1 < quantities.length; i++) {
    const low = quantities[i]!;
    const high = quantities[i + 1]!;
    const compatible = low.kind === high.kind || low.kind === "number" || low.kind === "noun";
    if (!compatible) continue;
    if (!RANGE_JOIN.test(folded.slice(low.end, high.start))) continue;
    if (!RANGE.test(folded.slice(0, low.start)) && !/-|–| a | to /.test(folded.slice(low.end - 2, high.start + 1)))
      continue;
    const scale =
      high.kind === "time" && low.kind !== "time" ? high.value / leadingNumber(folded.slice(high.start, high.end)) : 1;
    const values = [low.value * scale, high.value];
    if (values[0]! < values[1]!) return { comparison: "range", quantity: high, values };
  }
  return null;
}

/** Whether a value keeps a rule, within half a percent; years, to the year. */
export function keepsRule(rule: QuantityRule, value: number): boolean {
  const [a, b] = rule.values;
  const slack = rule.quantity.kind === "year" ? 0 : 0.005;
  switch (rule.comparison) {
    case "minimum":
      return value >= a! * (1 - slack);
    case "maximum":
      return value <= a! * (1 + slack);
    case "range":
      return value >= a! * (1 - slack) && value <= b! * (1 + slack);
    case "exact":
    case "one_of":
      return rule.values.some((allowed) => Math.abs(value - allowed) <= slack * Math.max(1, Math.abs(allowed)));
  }
}
