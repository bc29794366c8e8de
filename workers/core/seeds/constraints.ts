import { POLICIES } from "./constraint-policies.ts";
import type { QuantityUnit } from "./constraint-policies.ts";
import { compileCues, matchCues } from "./cues.ts";
import { wordsOf } from "./languages.ts";
import type { Phrase, SeedLanguage } from "./languages.ts";
import { readQuantities } from "./slots.ts";

/** Something that the professional side laid down, as a typed assertion without the source's words. */
export interface Constraint {
  readonly id: string;
  readonly text: string;
  /** The same in fewer words, for when the sentence happens to stand in the source; null when it is short already. */
  readonly brief: string | null;
  readonly turns: readonly number[];
}

/** Names of the policies that may carry a number, for the brief form `label: number`. */
const BRIEF_LABELS: Readonly<Record<string, Phrase>> = Object.fromEntries(
  (
    [
      ["garantia", ["Garantía", "Warranty", "Garantia", "Garantie"]],
      ["enganche", ["Enganche", "Down payment", "Entrada", "Apport"]],
      ["apartado", ["Anticipo", "Deposit", "Sinal", "Acompte"]],
      ["plazo_credito", ["Plazo del crédito", "Financing term", "Prazo do crédito", "Durée du crédit"]],
      ["tasa", ["Tasa anual", "Yearly rate", "Taxa anual", "Taux annuel"]],
      ["comision", ["Comisión", "Commission", "Comissão", "Commission"]],
      ["impuesto", ["Impuesto", "Tax", "Imposto", "Taxe"]],
      ["descuento", ["Descuento máximo", "Maximum discount", "Desconto máximo", "Remise maximale"]],
      ["entrega", ["Tiempo de entrega", "Delivery time", "Prazo de entrega", "Délai de livraison"]],
      ["plazo_legal", ["Plazo para actuar", "Time limit", "Prazo para agir", "Délai pour agir"]],
      ["respuesta", ["Plazo de respuesta", "Answer time", "Prazo de resposta", "Délai de réponse"]],
      ["cita_previa", ["Llegada anticipada", "Early arrival", "Chegada antecipada", "Arrivée en avance"]],
      ["ayuno", ["Ayuno", "Fasting", "Jejum", "Jeûne"]],
      [
        "cancelacion",
        ["Penalización por cancelar", "Cancellation penalty", "Multa por cancelamento", "Pénalité d'annulation"],
      ],
      ["sesion", ["Duración de la sesión", "Session length", "Duração da sessão", "Durée de la séance"]],
    ] as const
  ).map(([id, [es, en, pt, fr]]) => [id, { es, en, pt, fr }]),
);

const aboutIndex = compileCues(POLICIES.map((row) => row.about));
const statesIndex = compileCues(POLICIES.map((row) => row.states));
const NEGATION: ReadonlySet<string> = new Set(
  "no ni sin nunca not never without don doesn isn nao nem sem ne pas sans".split(" "),
);

const UNIT_WORDS: Readonly<Record<QuantityUnit, Readonly<Record<SeedLanguage, readonly [one: string, many: string]>>>> =
  {
    minutos: {
      es: ["minuto", "minutos"],
      en: ["minute", "minutes"],
      pt: ["minuto", "minutos"],
      fr: ["minute", "minutes"],
    },
    horas: { es: ["hora", "horas"], en: ["hour", "hours"], pt: ["hora", "horas"], fr: ["heure", "heures"] },
    dias: { es: ["día", "días"], en: ["day", "days"], pt: ["dia", "dias"], fr: ["jour", "jours"] },
    semanas: {
      es: ["semana", "semanas"],
      en: ["week", "weeks"],
      pt: ["semana", "semanas"],
      fr: ["semaine", "semaines"],
    },
    meses: { es: ["mes", "meses"], en: ["month", "months"], pt: ["mês", "meses"], fr: ["mois", "mois"] },
    anios: { es: ["año", "años"], en: ["year", "years"], pt: ["ano", "anos"], fr: ["an", "ans"] },
    porcentaje: { es: ["%", "%"], en: ["%", "%"], pt: ["%", "%"], fr: ["%", "%"] },
  };

/** A policy's number: whole, and at most 120, so that neither an amount nor an identifier can pass as one. */
function stateNumber(sentence: string, units: readonly QuantityUnit[], language: SeedLanguage): string | null {
  for (const { unit, value } of readQuantities(sentence)) {
    const known = units.find((each) => each === unit);
    if (known === undefined || value < 1 || value > 120) continue;
    const rounded = Math.round(value);
    const [one, many] = UNIT_WORDS[known][language];
    return `${rounded} ${rounded === 1 ? one : many}`;
  }
  return null;
}

/** Sentences of a text, cut after an end mark that a space follows, and at line breaks. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+|\n+/u);
}

/**
 * The constraints that the professional side states, at most `limit`, in the order of the table of policies. Only kinds
 * of policy and small whole numbers of time or percent leave this function; no word of the source does.
 */
export function extractConstraints(
  turns: readonly { turn: number; text: string }[],
  language: SeedLanguage,
  limit: number,
): Constraint[] {
  const found = new Map<number, { text: string; amount: string | null; turns: number[] }>();
  for (const { turn, text } of turns) {
    for (const sentence of sentencesOf(text)) {
      const asks = sentence.trimEnd().endsWith("?");
      const words = wordsOf(sentence);
      const states = matchCues(statesIndex, words);
      for (const row of matchCues(aboutIndex, words).keys()) {
        const policyRow = POLICIES[row]!;
        if (policyRow.states !== "" && !states.has(row)) continue;
        if (asks && !policyRow.inQuestions) continue;
        const amount = policyRow.withNumber === null ? null : stateNumber(sentence, policyRow.quantity, language);
        const negated = policyRow.negated !== null && words.some((word) => NEGATION.has(word));
        const template = amount !== null ? policyRow.withNumber : negated ? policyRow.negated : policyRow.plain;
        if (template === null) continue;
        const assertion = template[language].replace("{n}", amount ?? "");
        const earlier = found.get(row);
        if (earlier === undefined) found.set(row, { text: assertion, amount, turns: [turn] });
        else {
          if (!earlier.turns.includes(turn)) earlier.turns.push(turn);
          if (amount !== null && earlier.amount === null) found.set(row, { ...earlier, text: assertion, amount });
        }
      }
    }
  }
  return [...found]
    .toSorted(([a], [b]) => a - b)
    .slice(0, limit)
    .map(([row, { text, amount, turns: numbers }]) => {
      const { id } = POLICIES[row]!;
      const label = BRIEF_LABELS[id]?.[language];
      return { id, text, brief: amount === null || label === undefined ? null : `${label}: ${amount}`, turns: numbers };
    });
}
