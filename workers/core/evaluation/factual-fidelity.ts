import type { SeedSchema } from "../../contract/seed.ts";
import {
  type Assertion,
  compileAssertion,
  isMeasureWord,
  keepsRule,
  PRICE_SUBJECT,
  type QuantityRule,
} from "./assertions.ts";
import { computed, type MetricOutcome } from "./outcome.ts";
import { currencyOf, type Quantity, quantitiesOf, sameCurrency } from "./quantities.ts";
import type { ConstraintVerdict } from "./semantic-fidelity.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { foldText, NEGATIONS, roundScore, sentencesOf, type Stemmer, textLanguage, wordsOf } from "./text.ts";
import { spokenTurns, type Transcript, type TranscriptTurn } from "./transcript.ts";

export type ConstraintStatus = "satisfied" | "violated" | "missing" | "not_addressed";

/** Share of a free rule's stems that a sentence must hold to be about it. */
const ABOUT = 0.5;
/** The same for a prohibition, whose breach has to be plain. */
const BREACH = 0.7;
/** Share of the stems of a rule that has to be said, over a window of three turns. */
const SAID = 0.5;
const VIOLATION_CAP = 0.5;
/** Characters between a number and the subject that it is said of. */
const NEAR = 60;

/** A sentence of the transcript as rules read it. */
interface Statement {
  turn: TranscriptTurn;
  text: string;
  question: boolean;
  words: readonly string[];
  stems: ReadonlySet<string>;
  /** Stems of this sentence, and of the question before it when it answers one. */
  context: ReadonlySet<string>;
  quantities: Quantity[];
}

export interface Compliance {
  rule: string;
  kind: string;
  status: ConstraintStatus;
  turn: number | null;
  by: "assertion" | "coverage" | "judge";
}

/** The seed's rules: constraints, prohibitions, and the sentences of its context and instructions that state a number. */
export function seedRules(seed: SeedSchema, stemmer: Stemmer): Assertion[] {
  const facts = seed.parametros_factuales;
  const stated = [facts.contexto, ...seed.instrucciones_dominio]
    .flatMap((text) => sentencesOf(text).map((sentence) => sentence.text))
    .map((text) => compileAssertion(text, stemmer))
    .filter(
      (assertion) => assertion.verbatim.length > 0 || (assertion.kind === "quantity" && assertion.rules.length === 1),
    );
  const rules = facts.restricciones.map((text) => compileAssertion(text, stemmer));
  const negatives = seed.restricciones_negativas.map((text) => asProhibition(compileAssertion(text, stemmer)));
  return [...rules, ...negatives, ...stated].slice(0, 100);
}

/** Entries of `restricciones_negativas` forbid what they name, with or without a `no` of their own. */
function asProhibition(assertion: Assertion): Assertion {
  return assertion.kind === "quantity" ? assertion : { ...assertion, kind: "must_not", verbatim: [], negative: true };
}

/**
 * `satisfied / n` over the seed's rules. A conditional rule that the dialogue never touches leaves n, a rule that must
 * be said always counts, a prohibition nobody breaks is satisfied, and any violation caps the score at 0.5. With
 * nothing applicable the score is 1. Free rules are decided by the judge's verified verdicts, else by coverage and
 * contradiction cues.
 */
export function scoreFactualFidelity(
  transcript: Transcript,
  rules: readonly Assertion[],
  verdicts: readonly ConstraintVerdict[] | null,
  structure: unknown,
): MetricOutcome {
  const statements = readStatements(transcript);
  const compliance = rules.map((rule) => {
    const verdict = verdicts?.find((candidate) => candidate.constraint === rule.text && candidate.verified);
    if (verdict !== undefined && rule.kind !== "quantity" && rule.kind !== "currency") {
      return complianceOf(rule, verdict.verdict, verdict.turn, "judge");
    }
    return checkRule(rule, statements, transcript);
  });
  const applicable = compliance.filter((entry) => entry.status !== "not_addressed");
  const satisfied = applicable.filter((entry) => entry.status === "satisfied").length;
  const violated = applicable.some((entry) => entry.status === "violated");
  const share = applicable.length === 0 ? 1 : satisfied / applicable.length;
  const free = compliance.some((entry) => entry.by === "coverage");
  const method = `typed-assertions/1${verdicts !== null ? "+judge" : free ? "+coverage-without-judge" : ""}`;
  return computed(roundScore(violated ? Math.min(share, VIOLATION_CAP) : share), method, [
    ...compliance,
    { structure },
  ]);
}

function complianceOf(
  rule: Assertion,
  status: ConstraintStatus,
  turn: number | null,
  by: Compliance["by"],
): Compliance {
  return { rule: rule.text, kind: rule.kind, status, turn, by };
}

function readStatements(transcript: Transcript): Statement[] {
  const statements: Statement[] = [];
  let asked: ReadonlySet<string> = new Set();
  for (const turn of spokenTurns(transcript)) {
    const lastTurn = statements.at(-1)?.turn;
    if (lastTurn !== undefined && lastTurn.side !== turn.side) {
      const questions = statements.filter((statement) => statement.turn === lastTurn && statement.question);
      asked = new Set(questions.flatMap((statement) => [...statement.stems]));
    }
    for (const { folded, question, words } of turn.sentences) {
      const stems = new Set(transcript.stemmer.contentStems(words));
      const context = asked.size === 0 ? stems : new Set([...stems, ...asked]);
      statements.push({ turn, text: folded, question, words, stems, context, quantities: quantitiesOf(folded) });
    }
  }
  return statements;
}

function checkRule(rule: Assertion, statements: readonly Statement[], transcript: Transcript): Compliance {
  switch (rule.kind) {
    case "quantity":
      return checkQuantities(rule, headOf(rule, transcript), statements);
    case "currency":
      return checkCurrency(rule, statements);
    case "must_mention":
      return checkMention(rule, transcript);
    case "must_not":
      return checkProhibition(rule, statements);
    case "free":
      return checkFree(rule, statements);
  }
}

/** Statements that bind: made by the assistant's side, not asked. */
function binds(statement: Statement): boolean {
  return statement.turn.side === "assistant" && !statement.question;
}

function checkQuantities(rule: Assertion, head: string, statements: readonly Statement[]): Compliance {
  const plain = !hasNegation(wordsOf(foldText(rule.text)));
  let kept: number | null = null;
  for (const statement of statements) {
    if (!binds(statement)) continue;
    const stated = coverage(rule.subject, statement.stems).share;
    const isNamed = stated >= ABOUT || namesOtherwise(rule, head, statement);
    if (!isNamed && coverage(rule.subject, statement.context).share < ABOUT) continue;
    for (const quantity of statement.quantities) {
      const applicable = rule.rules.filter((candidate) => appliesTo(candidate, quantity));
      if (applicable.length === 0 || belongsElsewhere(rule, statement, quantity)) continue;
      if (applicable.some((candidate) => keepsRule(candidate, quantity.value))) {
        // `The rate is not 12 %` denies a rule that says just this number, where the rule itself is no negation.
        if (plain && isNegated(statement, quantity)) {
          if (stated >= BREACH && applicable.every(({ comparison }) => comparison === "exact")) {
            return complianceOf(rule, "violated", statement.turn.index + 1, "assertion");
          }
        } else kept ??= statement.turn.index + 1;
      }
      // A number that only answers a question about the subject may count something else, and so may one in a
      // sentence with half the rule's words or with others for them: there it has to be said of them and of nothing else.
      else if (
        (stated > ABOUT || (isNamed && isSaidOfHalf(rule, head, statement, quantity))) &&
        nearestSubject(rule, statement.text, quantity) <= NEAR &&
        !isDenied(statement, quantity)
      ) {
        return complianceOf(rule, "violated", statement.turn.index + 1, "assertion");
      }
    }
  }
  if (kept !== null) return complianceOf(rule, "satisfied", kept, "assertion");
  // A bound that is restated or negated without its number is judged like any other rule.
  const contradicted = statements.find(
    (s) => binds(s) && coverage(rule.subject, s.stems).share >= BREACH && negatesRule(rule, s),
  );
  if (contradicted !== undefined && contradicted.quantities.length === 0) {
    return complianceOf(rule, "violated", contradicted.turn.index + 1, "coverage");
  }
  return complianceOf(rule, "not_addressed", null, "assertion");
}

/**
 * Whether a sentence is about a rule's subject in other words, which count as one: `an interest of 18 %` of a rule about
 * the annual interest rate, of which only `annual` is missing.
 */
function namesOtherwise({ subject, synonyms }: Assertion, head: string, { stems }: Statement): boolean {
  if (!synonyms.includes(head) || !synonyms.some((stem) => stems.has(stem))) return false;
  const others = subject.filter((stem) => !synonyms.includes(stem));
  return (1 + others.filter((stem) => stems.has(stem)).length) / (1 + others.length) >= ABOUT;
}

function appliesTo(rule: QuantityRule, quantity: Quantity): boolean {
  if (rule.quantity.kind !== quantity.kind) return false;
  if (rule.quantity.kind === "noun") return rule.quantity.unit === quantity.unit;
  if (rule.quantity.kind !== "money") return rule.quantity.kind !== "number";
  return rule.quantity.unit === "" || quantity.unit === "" || sameCurrency(rule.quantity.unit, quantity.unit);
}

/**
 * Whether a sentence with half of a rule's words says a number of what the rule is about: of a prohibition anywhere,
 * else of its head (`the term lasts 84 months`) or straight of another word (`financing over 84 months`). A measure of
 * another order counts something else: a plan of ten weeks leaves `8 hours a week` alone.
 */
function isSaidOfHalf(rule: Assertion, head: string, { text }: Statement, quantity: Quantity): boolean {
  if (rule.negative) return true;
  const isFar = rule.rules.every(({ values }) =>
    values.every((value) => Math.max(quantity.value, value) > FAR * Math.min(quantity.value, value)),
  );
  if (isFar) return false;
  const heads = rule.synonyms.includes(head) ? rule.synonyms : [head];
  return [...rule.subject, ...rule.synonyms].some((stem) => {
    const before = text.lastIndexOf(stem, quantity.start - 1);
    const after = text.indexOf(stem, quantity.end);
    return (
      (before >= 0 &&
        before + stem.length <= quantity.start &&
        leadsTo(text.slice(before, quantity.start), heads.includes(stem))) ||
      (after >= 0 && joins(text.slice(quantity.end, after)))
    );
  });
}

const FAR = 100;

/**
 * Whether the words behind the first only lead on to a number: `plazo es de`, and `plazo que le ofrezco` not. That it
 * `lasts` or `costs` so much is said of this very word: only of a head does it count.
 */
function leadsTo(text: string, isHead: boolean): boolean {
  const [, ...between] = wordsOf(text);
  return between.every((word) => FUNCTION_WORDS.has(word) || (isHead && isMeasureWord(word)));
}

/** The thing that a rule is about: English names it last (`the loan rate`), the other languages first (`la tasa del crédito`). */
function headOf(rule: Assertion, transcript: Transcript): string {
  return rule.subject.at(textLanguage(transcript.language) === "en" ? -1 : 0)!;
}

/** Whether a number and a word behind it belong together: `84 meses de plazo`, not `9,000 pesos y el deducible`. */
function joins(between: string): boolean {
  return (
    !/[,;:.()]/.test(between) && wordsOf(between).every((word) => FUNCTION_WORDS.has(word) && !CONJUNCTIONS.has(word))
  );
}

const CONJUNCTIONS: ReadonlySet<string> = new Set(["y", "e", "o", "u", "pero", "and", "or", "but", "et", "ou", "mas"]);

const FUNCTION_WORDS: ReadonlySet<string> = new Set(Object.values(STOP_WORDS).flatMap((words) => [...words]));

/** Whether the words right before a number name another subject: `enganche de 20 % con tasa de 12 %`. */
function belongsElsewhere(rule: Assertion, statement: Statement, quantity: Quantity): boolean {
  const rivals = statement.quantities.filter((other) => other !== quantity && other.kind === quantity.kind);
  if (rivals.length === 0) return false;
  const distance = (target: Quantity) => nearestSubject(rule, statement.text, target);
  const own = distance(quantity);
  return rivals.some((rival) => distance(rival) < own);
}

/**
 * Characters between a number and the nearest word of the rule's subject; infinite when the sentence has none. The only
 * word of a subject counts behind the number just where it belongs to it: not in `10 minutes before the appointment`.
 */
function nearestSubject(rule: Assertion, text: string, quantity: Quantity): number {
  let nearest = Infinity;
  for (const stem of [...rule.subject, ...rule.synonyms]) {
    for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
      if (at < quantity.start) nearest = Math.min(nearest, quantity.start - at);
      else if (rule.subject.length > 1 || joins(text.slice(quantity.end, at))) {
        nearest = Math.min(nearest, (at - quantity.end) * 1.5);
      }
      if (nearest === 0) return 0;
    }
  }
  return nearest;
}

const DENIAL =
  /\b(?:exced|super[ae]|rebas|fuera de|por encima|por debajo|arriba de|no alcanza|no cumple|en lugar de|en vez de|instead of|rather than|over your|above your|beyond|outside|exceed|anterior|antes era|previous|used to|ejemplo|example)/;

/** A number that the sentence rejects or only compares with: `no aceptamos 10 %`, `excede su presupuesto`. */
function isDenied(statement: Statement, quantity: Quantity): boolean {
  return isNegated(statement, quantity) || DENIAL.test(statement.text);
}

/** Whether a negation stands before a number in its clause. */
function isNegated(statement: Statement, quantity: Quantity): boolean {
  const before = statement.text
    .slice(Math.max(0, quantity.start - 70), quantity.start)
    .split(CLAUSE)
    .at(-1)!;
  return wordsOf(before).slice(-7).some(isNegation);
}

/** Where a negation ends: at a comma that no number follows, and at words that turn to what holds instead. */
const CLAUSE = /[;:]|,(?!\s?\d)|(?<!\p{L})(?:sino|pero|solo|solamente|but|only|just)(?!\p{L})/u;

const OTHER_CURRENCIES = new Set(["usd", "eur", "gbp", "pen", "brl", "other", "peso", "mxn", "cop", "ars", "clp"]);

function checkCurrency(rule: Assertion, statements: readonly Statement[]): Compliance {
  let kept: number | null = null;
  for (const statement of statements) {
    if (statement.turn.side !== "assistant") continue;
    for (const quantity of statement.quantities) {
      if (quantity.kind !== "money") continue;
      if (
        OTHER_CURRENCIES.has(quantity.unit) &&
        !sameCurrency(rule.currency, quantity.unit) &&
        !statement.question &&
        !isDenied(statement, quantity)
      ) {
        return complianceOf(rule, "violated", statement.turn.index + 1, "assertion");
      }
      kept ??= statement.turn.index + 1;
    }
    const isAbout = coverage(rule.subject, statement.stems).share >= ABOUT || PRICE_SUBJECT.test(statement.text);
    if (binds(statement) && isAbout && deniesCurrency(rule, statement)) {
      return complianceOf(rule, "violated", statement.turn.index + 1, "coverage");
    }
  }
  return complianceOf(rule, kept === null ? "not_addressed" : "satisfied", kept, "assertion");
}

/** `No son en pesos`, `cobramos en rublos`: the rule's currency denied, or another one named in its place. */
function deniesCurrency(rule: Assertion, statement: Statement): boolean {
  if (OPPOSITES.test(statement.text)) return true;
  const named = statement.words.flatMap((word, i) => {
    const unit = currencyOf(word);
    return unit === null ? [] : [{ unit, denied: statement.words.slice(Math.max(0, i - 4), i).some(isNegation) }];
  });
  return named.some(({ unit, denied }) => sameCurrency(rule.currency, unit) === denied);
}

function checkMention(rule: Assertion, transcript: Transcript): Compliance {
  const turns = spokenTurns(transcript).filter((turn) => turn.side === "assistant");
  if (rule.verbatim.length > 0) {
    const turn = turns.find((candidate) => holdsRun(candidate.words, rule.verbatim));
    return complianceOf(
      rule,
      turn === undefined ? "missing" : "satisfied",
      turn === undefined ? null : turn.index + 1,
      "assertion",
    );
  }
  for (let i = 0; i < turns.length; i++) {
    const stems = new Set(turns.slice(i, i + 3).flatMap((turn) => turn.stems));
    const wanted = rule.subject.filter((stem) => stem !== "");
    if (coverage(wanted, stems).share >= SAID) return complianceOf(rule, "satisfied", turns[i]!.index + 1, "coverage");
  }
  return complianceOf(rule, "missing", null, "coverage");
}

function holdsRun(words: readonly string[], run: readonly string[]): boolean {
  for (let i = 0; i + run.length <= words.length; i++) if (run.every((word, k) => words[i + k] === word)) return true;
  return false;
}

/** Words by which a sentence keeps away from what it names: stating a prohibition is not breaking it. */
const REFUSAL =
  /\b(?:evit(?:ar|o|a|amos|an|e|emos|en|ando)|abst(?:en|ie)\w+|prohibid[oa]s?|avoid(?:s|ed|ing)?|refrain(?:s|ed|ing)?|prohibited|forbidden|not allowed)\b/;

function checkProhibition(rule: Assertion, statements: readonly Statement[]): Compliance {
  const needed = rule.subject.length <= 2 ? 1 : BREACH;
  const breach = statements.find(
    (statement) =>
      binds(statement) &&
      rule.subject.length > 0 &&
      coverage(rule.subject, statement.stems).share >= needed &&
      !hasNegation(statement.words) &&
      !REFUSAL.test(statement.text),
  );
  return breach === undefined
    ? complianceOf(rule, "satisfied", null, "coverage")
    : complianceOf(rule, "violated", breach.turn.index + 1, "coverage");
}

function checkFree(rule: Assertion, statements: readonly Statement[]): Compliance {
  let touched: number | null = null;
  for (const statement of statements) {
    if (!binds(statement)) continue;
    const { share, matched } = coverage(rule.subject, statement.stems);
    if (share >= BREACH && matched >= 2 && negatesRule(rule, statement)) {
      return complianceOf(rule, "violated", statement.turn.index + 1, "coverage");
    }
    if (share >= ABOUT && matched >= Math.min(2, rule.subject.length)) touched ??= statement.turn.index + 1;
  }
  return complianceOf(rule, touched === null ? "not_addressed" : "satisfied", touched, "coverage");
}

const OPPOSITES =
  /\b(?:al contrario|no es necesario|no hace falta|sin necesidad|ignore|ignora|ignore[ns]?|no need|not necessary|not required|contrary|doesnt matter|no importa|da igual)\b/;

/** Whether a sentence about the rule has the other polarity. */
function negatesRule(rule: Assertion, statement: Statement): boolean {
  if (OPPOSITES.test(statement.text)) return true;
  return !rule.negative && hasNegation(statement.words) && !hasNegation(wordsOf(foldText(rule.text)));
}

function isNegation(word: string): boolean {
  return NEGATIONS.has(word);
}

function hasNegation(words: readonly string[]): boolean {
  return words.some(isNegation);
}

function coverage(subject: readonly string[], stems: ReadonlySet<string>): { share: number; matched: number } {
  const matched = subject.filter((stem) => stems.has(stem)).length;
  return { matched, share: subject.length === 0 ? 0 : matched / subject.length };
}
