import type { PhraseBank, Slot } from "../domains/data.ts";
import { addBusinessDays, dayOf, formatDay, parseDay } from "../tools/calendar.ts";
import type { Language } from "../tools/simulation.ts";
import { CODES, fold, makeCode, makeId, price } from "../tools/simulation.ts";
import type { Constraint } from "./constraint.ts";
import { slotBounds } from "./constraint.ts";
import type { Random } from "./random.ts";

/** What a conversation talks about: values by slot name, as tools take them, and how each is written. */
export type Slots = Map<string, { value: string | number; style: Style }>;
export type Style = "text" | "money" | "number" | "date";

export type SlotInput = {
  bank: PhraseBank;
  language: Language;
  constraints: readonly Constraint[];
  currency: string;
  /** All text of the seed: values that it names are preferred, so that the dialogue is about the seed's own subject. */
  seedText: string;
  random: Random;
  today: string;
};

/** Draws every slot of the bank within the seed's bounds. Each slot has its own generator, so one does not shift another. */
export function drawSlots(input: SlotInput): Slots {
  const slots: Slots = new Map();
  const said = ` ${words(input.seedText)} `;
  for (const [name, rows] of Object.entries(input.bank.records)) {
    const random = input.random.fork(`record:${name}`);
    const matches = rows.map((row) => Object.values(row).filter((value) => isNamed(value, said)).length);
    const most = Math.max(...matches);
    const taken = new Set([...slots.values()].map((slot) => slot.value));
    const named = rows.filter((_, i) => matches[i] === most);
    // Two records must not name the same thing: nobody compares a model with itself.
    const isFree = (each: (typeof rows)[number]) =>
      Object.keys(each).length > 1 || !Object.values(each).some((value) => taken.has(String(value)));
    const free = named.some(isFree) ? named.filter(isFree) : rows.filter(isFree);
    const row = random.pick(free.length > 0 ? free : named);
    for (const [column, value] of Object.entries(row)) slots.set(column, written(value, input.language));
  }
  for (const [name, slot] of Object.entries(input.bank.slots)) {
    slots.set(name, drawSlot(slot, input, said, slots, input.random.fork(`slot:${name}`)));
  }
  return slots;
}

type Written = { value: string | number; style: Style };

function drawSlot(slot: Slot, input: SlotInput, said: string, drawn: Slots, random: Random): Written {
  if (slot.id) {
    const { prefix, size } = slot.id;
    return {
      value: size === null ? makeCode(prefix, random.int(0, CODES - 1)) : makeId(prefix, random.int(1, size)),
      style: "text",
    };
  }
  if (slot.day) {
    return {
      value: formatDay(addBusinessDays(dayOf(input.today), random.int(slot.day.from, slot.day.to))),
      style: "date",
    };
  }
  const { min, max } = slotBounds(slot, input.constraints);
  if (slot.range) {
    const unit = slot.range.of === undefined ? 1 : Number(drawn.get(slot.range.of)?.value ?? 1);
    const range = { ...slot.range, from: slot.range.from * unit, to: slot.range.to * unit };
    return drawRange(range, min, max, input.currency, random);
  }
  const values = slot.values!;
  const allowed = values.filter((value) => typeof value !== "number" || (value >= min && value <= max));
  const named = values.filter((value) => isNamed(value, said));
  if (allowed.length === 0) return { value: clamp(Number(values[0]), min, max), style: "number" };
  const preferred = named.filter((value) => allowed.includes(value) && typeof value !== "number");
  return written(random.pick(preferred.length > 0 ? preferred : allowed), input.language);
}

function drawRange(
  range: NonNullable<Slot["range"]>,
  min: number,
  max: number,
  currency: string,
  random: Random,
): Written {
  const scale = (value: number) => (range.money ? price({ currency }, value) : value);
  const step = range.money ? Math.max(1, scale(range.step)) : range.step;
  let [low, high] = [scale(range.from), scale(range.to)];
  // A bound outside the usual range moves the range: the seed knows better what its case costs.
  if (max < high) high = max;
  if (min > low) low = min;
  if (low > high) low = Number.isFinite(max) && max < low ? max * 0.75 : low;
  if (low > high) high = Number.isFinite(max) ? max : low * 1.25;
  const value = step * Math.round((low + random.next() * (high - low)) / step);
  return { value: clamp(value, Math.max(low, min), Math.min(high, max)), style: range.money ? "money" : "number" };
}

function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, value));
}

function written(value: string | number | readonly [string, string], language: Language): Written {
  if (typeof value === "number") return { value, style: "number" };
  return { value: typeof value === "string" ? value : value[language === "en" ? 1 : 0], style: "text" };
}

/** Whether the seed's text says the value, whole words, in either language. */
function isNamed(value: string | number | readonly [string, string], said: string): boolean {
  const forms = typeof value === "object" ? value : [String(value)];
  return forms.some((form) => words(form).length > 2 && said.includes(` ${words(form)} `));
}

function words(text: string): string {
  return (fold(text).match(/[\p{L}\p{N}-]+/gu) ?? []).join(" ");
}

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  es: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** Enum values of the tools' contract, which are Spanish on the wire, as English says them. */
const ENGLISH_ENUMS = new Map(
  Object.entries({
    bajo: "low",
    medio: "medium",
    alto: "high",
    baja: "low",
    media: "medium",
    alta: "high",
    critica: "critical",
    vigente: "open",
    proximo_a_vencer: "about to expire",
    vencido: "expired",
    ascendente: "rising",
    descendente: "falling",
    estable: "steady",
    preventivo: "preventive",
    correctivo: "corrective",
    predictivo: "predictive",
    marginal: "marginal",
    condicion_insegura: "unsafe condition",
    cuasi_accidente: "near miss",
    acto_inseguro: "unsafe act",
    accidente: "accident",
    virtual: "virtual",
    presencial: "in person",
    hibrida: "hybrid",
    basico: "basic",
    intermedio: "intermediate",
    avanzado: "advanced",
  }),
);

/** Writes a value for a sentence: 345,000 MXN; 12.5; 3 de diciembre / December 3. */
export function writeValue(
  value: unknown,
  filter: string | null,
  style: Style,
  language: Language,
  currency: string,
): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value)) {
    const items = value
      .map((item) => writeValue(item, filter, style, language, currency))
      .filter((item) => item !== null);
    return items.length === 0 ? null : joinList(items, language);
  }
  if (typeof value === "boolean") return null;
  const kind = filter ?? style;
  if (typeof value === "number") {
    if (kind === "plain") return String(value);
    // "There are 1 options" is not said: the phrase is for two and more.
    if (kind === "many") return value > 1 ? groupDigits(value) : null;
    const number = groupDigits(value);
    return kind === "money" ? `${Number.isInteger(value) ? number : groupDigits(value, 2)} ${currency}` : number;
  }
  if (typeof value !== "string") return null;
  if (kind === "date") return writeDate(value, language) ?? value;
  if (kind === "time") return /T(\d{2}:\d{2})/.exec(value)?.[1] ?? null;
  if (kind === "words") return (language === "en" ? ENGLISH_ENUMS.get(value) : undefined) ?? value.replaceAll("_", " ");
  return kind === "lower" ? value.slice(0, 1).toLowerCase() + value.slice(1).replace(/\.$/, "") : value;
}

function writeDate(iso: string, language: Language): string | null {
  if (parseDay(iso) === null) return null;
  const month = MONTHS[language][Number(iso.slice(5, 7)) - 1]!;
  const day = Number(iso.slice(8, 10));
  return language === "es" ? `${day} de ${month}` : `${month} ${day}`;
}

/** Thousands with commas, as in Mexico and in English; at most three decimals, or exactly `decimals`. */
export function groupDigits(value: number, decimals?: number): string {
  const [whole, fraction] = (
    decimals === undefined ? String(Math.round(value * 1000) / 1000) : value.toFixed(decimals)
  ).split(".");
  const grouped = whole!.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction ? `${grouped}.${fraction}` : grouped;
}

function joinList(items: readonly string[], language: Language): string {
  if (items.length === 1) return items[0]!;
  const last = items.at(-1)!;
  const and = language === "en" ? "and" : /^h?i(?![aeiou])/i.test(last) ? "e" : "y";
  return `${items.slice(0, -1).join(", ")} ${and} ${last}`;
}

/** The value at a dotted path ("vehiculos.0.precio"; a number indexes an array), undefined when there is none. */
export function readPath(value: unknown, path: string): unknown {
  let current = value;
  for (const key of path.split(".")) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Record<string, unknown>)[key];
  }
  return current;
}
