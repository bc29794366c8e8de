import type { Domain } from "../../../contract/domain.ts";

export const INTERVIEW_LOCALES = ["es", "en"] as const;
export type InterviewLocale = (typeof INTERVIEW_LOCALES)[number];

export const INDUSTRIES = ["automotive", "medical", "finance", "legal", "industrial", "education"] as const;
export type Industry = (typeof INDUSTRIES)[number];

export type Bilingual = Readonly<Record<InterviewLocale, string>>;

/** What a field holds; `flag` is a yes or no that shapes the flow, `rule` a text that becomes a constraint. */
export type FieldKind = "enum" | "text" | "list" | "bool" | "int" | "flag" | "rule" | "rules";

export interface InterviewField {
  /** Dot path, group first. */
  readonly path: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** Values that an enum may take; see the vocabulary for their names. */
  readonly options: readonly string[];
  readonly label: Bilingual;
  /** The question that asks for it; null for a field that is only taken when it comes up. */
  readonly question: Bilingual | null;
  /** What a flag is when nobody says. */
  readonly fallback: boolean;
}

/** One step of the resulting flow; `flag` names the flag field that decides whether it is taken. */
export interface InterviewStep {
  readonly actor: "client" | "professional";
  readonly flag: string | null;
  readonly text: Bilingual;
}

/** Everything that one industry's interview needs, as data. */
export interface InterviewSchema {
  readonly industry: Industry;
  readonly domain: Domain;
  readonly clientRole: string;
  readonly assistantRole: string;
  readonly roleDescriptions: { readonly client: Bilingual; readonly professional: Bilingual };
  /** `{a}` and `{b}` are the values of `objectiveFields`. */
  readonly objective: Bilingual;
  readonly objectiveFields: readonly [a: string, b: string];
  readonly toneField: string;
  readonly complexityField: string;
  /** Turn range by complexity; `""` is the range where it is unknown. */
  readonly turns: Readonly<Record<string, readonly [min: number, max: number]>>;
  readonly fields: readonly InterviewField[];
  readonly flow: readonly InterviewStep[];
  readonly instructions: Bilingual;
}

/**
 * A row of a table of fields. The path ends in `*` when required, a kind is followed by its options, and the questions
 * are left out where the field is never asked for.
 */
export type FieldRow = readonly [path: string, kind: string, es: string, en: string, askEs?: string, askEn?: string];

/** Reads rows such as `["escenario.canal*", "enum a|b", "canal", "channel", "¿...?", "...?"]`. */
export function readFields(rows: readonly FieldRow[]): InterviewField[] {
  return rows.map(([path, kind, es, en, askEs, askEn]) => {
    const [name, detail = ""] = kind.split(" ");
    return {
      path: path.replace("*", ""),
      kind: name as FieldKind,
      required: path.endsWith("*"),
      options: name === "enum" ? detail.split("|") : [],
      label: { es, en },
      question: askEs === undefined || askEn === undefined ? null : { es: askEs, en: askEn },
      fallback: name === "flag" && detail === "yes",
    };
  });
}

/** Reads rows of a flow: actor, flag or an empty text, and the sentence in both languages. */
export function readFlow(
  rows: readonly (readonly [actor: "client" | "professional", flag: string, es: string, en: string])[],
): InterviewStep[] {
  return rows.map(([actor, flag, es, en]) => ({ actor, flag: flag === "" ? null : flag, text: { es, en } }));
}
