import type { JsonObject } from "../../contract/ids.ts";
import type { Random } from "../generation/random.ts";
import { createRandom } from "../generation/random.ts";

export type Language = "es" | "en";

/** What a simulator may know besides its arguments. */
export type SimulatorContext = {
  random: Random;
  /** Date of the simulated call, YYYY-MM-DD. */
  today: string;
  /** ISO 4217 code of the money in arguments and results. */
  currency: string;
  /** Language of the free text in results; names and enums are the contract's. */
  language: Language;
};

/** A refusal that the tool reports to its caller (unknown id, impossible date): becomes a result with status `error`. */
export class SimulationFailure {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

/** A tool's behaviour: its arguments have already been checked against the input schema. */
export type Simulator = (args: JsonObject, context: SimulatorContext) => JsonObject | SimulationFailure;

/** Spanish and English wording of one value. */
export type Bilingual = readonly [es: string, en: string];

export function say(context: { language: Language }, words: Bilingual): string {
  return words[context.language === "en" ? 1 : 0];
}

export function readText(args: JsonObject, name: string): string | undefined {
  const value = args[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

export function readNumber(args: JsonObject, name: string): number | undefined {
  const value = args[name];
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** Lower case without accents, so that "Híbrido" and "hibrido" are one word. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/** Whether any word (4 or more letters) of the query starts a word of the text, both folded, by a common stem. */
export function mentions(text: string, query: string): boolean {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const wanted = (fold(query).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= 4);
  return wanted.some((word) => words.some((candidate) => candidate.startsWith(word.slice(0, 6))));
}

/**
 * The number behind an id such as `VEH-0042`, or null when the prefix differs or the number is outside 1..size.
 * The fictional world is a function of its ids: every tool that is asked about the same id answers the same facts.
 */
export function idNumber(id: string, prefix: string, size: number): number | null {
  const match = /^([A-Z]{2,4})-(\d{3,5})$/.exec(id.trim().toUpperCase());
  if (!match || match[1] !== prefix) return null;
  const number = Number(match[2]);
  return number >= 1 && number <= size ? number : null;
}

export function makeId(prefix: string, number: number): string {
  return `${prefix}-${String(number).padStart(4, "0")}`;
}

/** Letters of codes: no vowels, so that no code is a word. */
const CODE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

/** How many codes a prefix has: letter, digit, letter, digit. */
export const CODES = (CODE_LETTERS.length * 10) ** 2;

/**
 * Identifier of a person, a policy or a case: `PAC-K7M2`. Record numbers of real institutions have three digits or more;
 * with two, nobody (nor the privacy gate) can take a code for one of them.
 */
export function makeCode(prefix: string, number: number): string {
  const half = CODE_LETTERS.length * 10;
  const pair = (value: number) => `${CODE_LETTERS[Math.floor(value / 10)]!}${value % 10}`;
  return `${prefix}-${pair(Math.floor(number / half) % half)}${pair(number % half)}`;
}

/** The number behind a code, or null when it is not one of this prefix. */
export function codeNumber(code: string, prefix: string): number | null {
  const match = /^([A-Z]{2,4})-([B-DF-HJ-NP-TV-XZ])(\d)([B-DF-HJ-NP-TV-XZ])(\d)$/.exec(code.trim().toUpperCase());
  if (!match || match[1] !== prefix) return null;
  const pair = (letter: string, digit: string) => CODE_LETTERS.indexOf(letter) * 10 + Number(digit);
  return pair(match[2]!, match[3]!) * CODE_LETTERS.length * 10 + pair(match[4]!, match[5]!);
}

/** The generator behind one thing of the fictional world. */
export function worldRandom(kind: string, id: string | number): Random {
  return createRandom(`world:${kind}:${id}`);
}

/** Approximate pesos per unit of the currencies that seeds name; the fictional world's prices are kept in pesos. */
const PESOS_PER_UNIT: Readonly<Record<string, number>> = {
  MXN: 1,
  USD: 18,
  EUR: 20,
  COP: 0.0045,
  ARS: 0.018,
  CLP: 0.019,
  PEN: 4.8,
  GBP: 23,
};

/** An amount of the fictional world (in pesos) in the context's currency, rounded to a step that looks like a price. */
export function price(context: { currency: string }, pesos: number): number {
  const amount = pesos / (PESOS_PER_UNIT[context.currency] ?? 1);
  const step = amount >= 100_000 ? 500 : amount >= 10_000 ? 100 : amount >= 1000 ? 10 : 1;
  return Math.round(amount / step) * step;
}

export function round(value: number, decimals = 2): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}

/** Monthly payment of a loan: P r / (1 - (1 + r)^-n), r = annual rate in percent / 1200; P / n without interest. */
export function annuity(principal: number, annualRatePercent: number, months: number): number {
  const rate = annualRatePercent / 1200;
  return rate === 0 ? principal / months : (principal * rate) / (1 - (1 + rate) ** -months);
}
