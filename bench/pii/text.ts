// Text for the benchmark: thousands of messages of which no two are the same, with many different words.
import { readdirSync, readFileSync } from "node:fs";
import { en, es, es_MX, Faker, fr, pt_BR } from "@faker-js/faker";
import { createRandom } from "../../workers/core/generation/random.ts";
import type { Random } from "../../workers/core/generation/random.ts";

const SEEDS = new URL("../../seeds/", import.meta.url);
const SHORTEST = 18;
const LONGEST = 60;

/** What people write around a value. `{slot}` is drawn anew each time. */
const SENTENCES = [
  "soy {name}, les hablé ayer por el {order}",
  "mi correo es {email} por si lo necesita",
  "me puede marcar al {phone} despues de las {hour}?",
  "quedo a nombre de {name}, verdad?",
  "vivo en {street}, {city}, cerca del parque",
  "el deposito fue de {amount} pesos el {date}",
  "la factura va a nombre de {name}, RFC {code}",
  "mi hermana {first} paga con la terminacion {four}",
  "hola {first}, le habla {name} de la sucursal {city}",
  "pagué con la tarjeta {card} y no se refleja",
  "my name is {name} and the order is {order}",
  "you can reach {first} at {phone} or {email}",
  "we moved to {number} {last} Street in {city} last month",
  "the total was {amount} dollars on {date}, paid with {card}",
  "please tell {name} that the meeting is at {hour}",
  "{first} said the parcel {order} never arrived in {city}",
  "meu nome é {name} e moro em {city} desde {year}",
  "o telefone da {first} é {phone}, pode ligar às {hour}",
  "je m'appelle {name} et j'habite à {city}",
  "la reunión con {name} queda para el {date} a las {hour}",
];

type Slot = (random: Random, faker: Faker) => string;

function digits(random: Random, count: number): string {
  let out = String(random.int(1, 9));
  while (out.length < count) out += String(random.int(0, 9));
  return out;
}

/** A number of 16 digits with its check digit. */
function cardNumber(random: Random): string {
  const body = `4${digits(random, 14)}`;
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const doubled = Number(body[i]) * (i % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return `${body}${(10 - (sum % 10)) % 10}`.replace(/(.{4})(?=.)/g, "$1 ");
}

const SLOTS: Readonly<Record<string, Slot>> = {
  name: (_, faker) => `${faker.person.firstName()} ${faker.person.lastName()}`,
  first: (_, faker) => faker.person.firstName(),
  last: (_, faker) => faker.person.lastName(),
  city: (_, faker) => faker.location.city(),
  street: (random, faker) => `calle ${faker.person.lastName()} ${random.int(1, 900)}`,
  email: (random, faker) =>
    `${faker.person
      .firstName()
      .toLowerCase()
      .normalize("NFD")
      .replace(/[^a-z]/g, "")}${random.int(1, 999)}@mail.example`,
  phone: (random) =>
    random.pick([
      () => `55 ${digits(random, 4)} ${digits(random, 4)}`,
      () => `+34 6${digits(random, 2)} ${digits(random, 3)} ${digits(random, 3)}`,
      () => `(202) 555-01${digits(random, 2)}`,
    ])(),
  order: (random) => `${random.pick(["A", "PED-", "#", "ORD-", "MX"])}${digits(random, 6)}`,
  code: (random) => `${random.pick(["GOMA", "PELR", "XAXX"])}${digits(random, 6)}${random.pick(["AB1", "K27", "000"])}`,
  card: cardNumber,
  four: (random) => digits(random, 4),
  number: (random) => String(random.int(1, 9999)),
  amount: (random) => `${random.int(1, 99)},${digits(random, 3)}`,
  year: (random) => String(random.int(1990, 2026)),
  hour: (random) => `${random.int(1, 12)}:${random.pick(["00", "15", "30", "45"])}`,
  date: (random) =>
    random.pick([
      () => `${random.int(1, 28)} de ${random.pick(["enero", "marzo", "mayo", "agosto", "octubre"])}`,
      () => `${random.int(1, 28)}/${random.int(1, 12)}/${random.int(2019, 2026)}`,
      () => `${random.pick(["May", "June", "October"])} ${random.int(1, 28)}`,
    ])(),
};

/** The phrases of our own seeds and of the builtin generator's banks, in Spanish and English. */
function phrases(): string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === "string") {
      if (value.length >= SHORTEST && value.includes(" ") && !/[{}|[\]<>_]/.test(value)) found.add(value);
    } else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
  };
  for (const folder of ["domains/", "library/"]) {
    const url = new URL(folder, SEEDS);
    for (const file of readdirSync(url).toSorted()) walk(JSON.parse(readFileSync(new URL(file, url), "utf8")));
  }
  return [...found];
}

/** Two neighbouring letters of a word change places, as people type: a word that nobody has seen. */
function mistyped(text: string, random: Random): string {
  const at = random.int(0, text.length - 2);
  return /^\p{L}{2}$/u.test(text.slice(at, at + 2))
    ? text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2)
    : text;
}

/**
 * `count` different messages of about 84 bytes. One in four has someone's name or number in it, two in five are in lower case
 * throughout, one in five has a typing error. The same seed gives the same messages.
 */
export function writeMessages(count: number, seed: string): string[] {
  const random = createRandom(seed);
  const fakers = [[es_MX], [es], [en], [pt_BR], [fr]].map((locale) => {
    const faker = new Faker({ locale: [...locale, en] });
    faker.seed(random.int(0, 2 ** 31));
    return faker;
  });
  const bank = phrases();
  const messages = new Set<string>();
  while (messages.size < count) {
    const wanted = random.int(38, 80);
    const faker = random.pick(fakers);
    let text = "";
    if (random.next() < 0.25)
      text = random.pick(SENTENCES).replace(/\{(\w+)\}/g, (_, slot: string) => SLOTS[slot]!(random, faker));
    while (text.length < wanted) {
      const phrase = random.pick(bank);
      const cut = phrase.length > LONGEST ? phrase.slice(0, phrase.lastIndexOf(" ", LONGEST)) : phrase;
      text += (text === "" ? "" : random.pick([", ", ". ", " y ", ", and ", " - ", "? "])) + cut;
    }
    if (random.next() < 0.4) text = text.toLowerCase();
    messages.add(random.next() < 0.2 ? mistyped(text, random) : text);
  }
  return [...messages];
}
