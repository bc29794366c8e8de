import type { MetricName, QualityReport } from "../../contract/quality.ts";

type Language = "es" | "en";
type Details = QualityReport["details"];

/** One metric's instruction: it reads the metric's evidence so that it names what went wrong. */
interface FeedbackRow {
  metric: MetricName;
  es: (evidence: readonly Record<string, unknown>[]) => string;
  en: (evidence: readonly Record<string, unknown>[]) => string;
}

const LISTED = 4;

/** Values of a key over the evidence that satisfies a condition, quoted and joined. */
function list(
  evidence: readonly Record<string, unknown>[],
  key: string,
  keep: (entry: Record<string, unknown>) => boolean,
): string {
  const values = evidence
    .filter((entry) => entry[key] !== undefined && entry[key] !== null && keep(entry))
    .map((entry) => `"${String(entry[key])}"`);
  return [...new Set(values)].slice(0, LISTED).join(", ");
}

const missingSteps = (evidence: readonly Record<string, unknown>[]) =>
  list(evidence, "step", (entry) => entry.in_order === false);
const brokenRules = (evidence: readonly Record<string, unknown>[]) =>
  list(evidence, "rule", (entry) => entry.status === "violated" || entry.status === "missing");
const weakTurns = (evidence: readonly Record<string, unknown>[]) =>
  evidence
    .flatMap((entry) => (entry.weak_link === undefined ? [] : [(entry.weak_link as { turn: number }).turn]))
    .slice(0, LISTED)
    .join(", ");
const faultyTools = (evidence: readonly Record<string, unknown>[]) =>
  list(evidence, "tool", (entry) => entry.failed !== undefined);
const leaks = (evidence: readonly Record<string, unknown>[]) => list(evidence, "category", () => true);
const weakGrades = (evidence: readonly Record<string, unknown>[]) =>
  list(evidence, "criterion", (entry) => typeof entry.grade === "number" && entry.grade <= 3);

const naming = (prefix: string, names: string) => (names === "" ? "" : `${prefix}${names}`);

const ROWS: readonly FeedbackRow[] = [
  {
    metric: "rouge_l",
    es: (e) =>
      `Realiza todos los pasos del flujo, en su orden${naming(". Faltan o están fuera de orden: ", missingSteps(e))}.`,
    en: (e) =>
      `Carry out every step of the flow, in its order${naming(". Missing or out of order: ", missingSteps(e))}.`,
  },
  {
    metric: "fidelidad_factual",
    es: (e) =>
      `Respeta los datos y las restricciones de la especificación${naming(". No se cumplieron: ", brokenRules(e))}.`,
    en: (e) => `Keep to the facts and constraints of the specification${naming(". Not kept: ", brokenRules(e))}.`,
  },
  {
    metric: "diversidad_lexica",
    es: () =>
      "Usa un vocabulario más variado: no repitas frases dentro de la conversación ni las de conversaciones anteriores.",
    en: () => "Use a richer vocabulary: do not repeat phrases within the conversation or from earlier conversations.",
  },
  {
    metric: "coherencia_dialogica",
    es: (e) =>
      `Haz que cada turno responda al anterior y retome lo ya dicho${naming("; revisa los turnos ", weakTurns(e))}.`,
    en: (e) =>
      `Make every turn answer the one before it and build on what was said${naming("; look at turns ", weakTurns(e))}.`,
  },
  {
    metric: "tool_call_validity",
    es: (e) =>
      `Llama solo a las herramientas definidas, con argumentos completos y del tipo correcto tomados de la conversación, y usa su resultado${naming(". Con errores: ", faultyTools(e))}.`,
    en: (e) =>
      `Call only the defined tools, with complete arguments of the right type taken from the conversation, and use their results${naming(". Faulty: ", faultyTools(e))}.`,
  },
  {
    metric: "privacy_score",
    es: (e) =>
      `No escribas datos que parezcan de una persona real; usa solo los ficticios que se te dieron${naming(". Se encontró: ", leaks(e))}.`,
    en: (e) =>
      `Write nothing that looks like a real person's data; use only the fictitious values given to you${naming(". Found: ", leaks(e))}.`,
  },
  {
    metric: "memorizacion",
    es: () => "Escribe con palabras propias: hay pasajes iguales a una conversación de origen.",
    en: () => "Write in words of your own: some passages equal a source conversation.",
  },
  {
    metric: "semantic_fidelity",
    es: (e) =>
      `Acerca la conversación a su objetivo, con papeles constantes y habla natural${naming(". Puntos débiles: ", weakGrades(e))}.`,
    en: (e) =>
      `Bring the conversation closer to its objective, with steady roles and natural speech${naming(". Weak points: ", weakGrades(e))}.`,
  },
  {
    metric: "embedding_drift",
    es: () =>
      "Mantén la conversación en el tema de la especificación de principio a fin; quita los turnos que se desvían.",
    en: () =>
      "Keep the conversation on the subject of the specification from start to end; drop the turns that drift away.",
  },
];

/** One specific instruction for the next attempt for every metric that failed, in the framework's order. */
export function feedbackInstructions(
  report: { failures: readonly string[]; details: Details },
  language: Language,
): string[] {
  const failed = new Set(report.failures.map((failure) => failure.slice(0, failure.indexOf("="))));
  return ROWS.filter((row) => failed.has(row.metric)).map((row) => {
    const evidence = (report.details[row.metric]?.evidence ?? []).filter(
      (entry): entry is Record<string, unknown> => typeof entry === "object" && entry !== null,
    );
    return row[language](evidence);
  });
}
