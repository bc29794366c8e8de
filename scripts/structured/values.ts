import * as checksums from "../../workers/core/privacy/checksums.ts";

/** Seeded choices; the same seed gives the same values. */
export interface Random {
  int(below: number): number;
  pick<T>(from: readonly T[]): T;
  digits(count: number): string;
  /** Characters of `alphabet`. */
  chars(count: number, alphabet?: string): string;
}

/** mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const int = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  const chars = (count: number, alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"): string =>
    Array.from({ length: count }, () => alphabet[int(alphabet.length)]!).join("");
  return { int, pick: (from) => from[int(from.length)]!, digits: (count) => chars(count, "0123456789"), chars };
}

type Make = (r: Random) => string;

/** A body from `make` with the first ending of `tails` for which the check holds. */
function withCheck(make: Make, tails: readonly string[], check: (value: string) => boolean): Make {
  return (r) => {
    for (;;) {
      const body = make(r);
      const tail = tails.find((each) => check(body + each));
      if (tail !== undefined) return body + tail;
    }
  };
}
const ONE = [..."0123456789"];
const TWO = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, "0"));

const pad = (value: number, width = 2): string => String(value).padStart(width, "0");

/** Digits of a value put into a picture: `#` takes the next character. */
function picture(value: string, shape: string): string {
  let at = 0;
  return shape.replace(/#/g, () => value[at++] ?? "");
}
const shaped =
  (make: Make, ...shapes: string[]): Make =>
  (r) =>
    picture(make(r), r.pick(shapes));

/** `N` a digit from 2 to 9, `#` any digit; everything else as it is. */
const drawn =
  (...shapes: string[]): Make =>
  (r) =>
    r.pick(shapes).replace(/[N#]/g, (mark) => (mark === "N" ? String(2 + r.int(8)) : r.digits(1)));

const GIVEN =
  "ana luis marta jorge carla pedro lucia diego paula raul emma oliver noah ines hugo clara bruno camila thiago manon".split(
    " ",
  );
const FAMILY =
  "perez lopez garcia rojas mendez castro vega ortiz silva costa dupont moreau bernard walsh turner hughes navarro ibarra pinto serrano".split(
    " ",
  );
const HOSTS =
  "gmail.com hotmail.com outlook.es yahoo.com.mx icloud.com proton.me correo.unam.mx empresa.com.ar acme-corp.io uol.com.br orange.fr live.co.uk mail.clinica-sur.es sapo.pt".split(
    " ",
  );
const email: Make = (r) => {
  const [a, b] = [r.pick(GIVEN), r.pick(FAMILY)];
  const local = r.pick([
    `${a}.${b}`,
    `${a}${b}${r.int(100)}`,
    `${a[0]}${b}`,
    `${a}_${b}`,
    `${b}-${a}`,
    `${a}.${b}+news`,
    `${a}${1960 + r.int(50)}`,
    `${a.toUpperCase()}.${b.toUpperCase()}`,
  ]);
  return `${local}@${r.pick(HOSTS)}`;
};
const SAID_HOSTS = ["gmail", "hotmail", "yahoo", "outlook", "empresa", "correo"];

const card: Make = (r) => {
  const [prefix, length] = r.pick([
    ["4", 16],
    ["51", 16],
    ["55", 16],
    ["2221", 16],
    ["6011", 16],
    ["34", 15],
    ["37", 15],
    ["3528", 16],
  ] as const);
  const digits = withCheck((s) => prefix + s.digits(length - prefix.length - 1), ONE, checksums.creditCard)(r);
  const groups = length === 15 ? [4, 6, 5] : [4, 4, 4, 4];
  const mark = r.pick([" ", "-", ""]);
  let at = 0;
  return groups.map((size) => digits.slice(at, (at += size))).join(mark);
};

const IBAN_BODIES: readonly (readonly [country: string, body: Make])[] = [
  ["ES", (r) => r.digits(20)],
  ["DE", (r) => r.digits(18)],
  ["FR", (r) => r.digits(10) + r.digits(11) + r.digits(2)],
  ["GB", (r) => r.chars(4) + r.digits(14)],
  ["PT", (r) => r.digits(21)],
  ["IT", (r) => r.chars(1) + r.digits(22)],
  ["NL", (r) => r.chars(4) + r.digits(10)],
  ["BE", (r) => r.digits(12)],
];
const iban: Make = (r) => {
  const [country, body] = r.pick(IBAN_BODIES);
  const account = body(r);
  const check = TWO.find((each) => checksums.iban(country + each + account))!;
  const compact = country + check + account;
  return r.int(2) === 0 ? compact : compact.replace(/(.{4})(?=.)/g, "$1 ");
};

const CONSONANTS = "BCDFGHJKLMNPQRSTVWXYZ";
const shortDate: Make = (r) => pad(40 + r.int(60)) + pad(1 + r.int(12)) + pad(1 + r.int(28));
const curp = withCheck(
  (r) =>
    r.chars(1) +
    r.chars(1, "AEIOU") +
    r.chars(2) +
    shortDate(r) +
    r.pick(["H", "M"]) +
    r.pick(["DF", "JC", "NL", "MC", "VZ", "PL", "OC", "SR"]) +
    r.chars(3, "BCDFGHJKLMNPQRSTVWXYZ") +
    r.pick(["0", "A"]),
  ONE,
  checksums.curp,
);
const homoclave = [...ONE, "A"];
const rfc = withCheck(
  (r) => r.chars(1) + r.chars(1, "AEIOU") + r.chars(2) + shortDate(r) + r.chars(2, "ABCDEFGHJKLMNPQRSTUVWXYZ123456789"),
  homoclave,
  checksums.rfc,
);
const rfcCompany = withCheck(
  (r) => r.chars(3) + shortDate(r) + r.chars(2, "ABCDEFGHJKLMNPQRSTUVWXYZ123456789"),
  homoclave,
  checksums.rfc,
);

const dni = withCheck((r) => r.digits(8), [..."TRWAGMYFPDXBNJZSQVHLCKE"], checksums.dni);
const nie = withCheck((r) => r.pick(["X", "Y", "Z"]) + r.digits(7), [..."TRWAGMYFPDXBNJZSQVHLCKE"], checksums.dni);
const cif = withCheck((r) => r.chars(1, "ABEH") + r.digits(7), ONE, checksums.cif);
const spanishSocial = withCheck((r) => pad(1 + r.int(50)) + r.digits(8), TWO, checksums.spanishSocialSecurity);
const clabe = withCheck((r) => r.pick(["002", "012", "014", "072", "021"]) + r.digits(14), ONE, checksums.clabe);
const cbu: Make = (r) => {
  const first = withCheck(
    (s) => `0${r.pick(["17", "11", "07"])}${s.digits(4)}`,
    ONE,
    (value) => checksums.cbu(`${value}00000000000000`),
  )(r);
  return withCheck((s) => first + s.digits(13), ONE, checksums.cbu)(r);
};
const ssn: Make = (r) => `${pad(100 + r.int(560), 3)}${pad(1 + r.int(99))}${pad(1 + r.int(9998), 4)}`;
const cpf = withCheck((r) => r.digits(9), TWO, checksums.cpf);
const cnpj = withCheck((r) => `${r.digits(8)}0001`, TWO, checksums.cnpj);
const cuit = withCheck((r) => r.pick(["20", "23", "27", "30"]) + r.digits(8), ONE, checksums.cuit);
const rut = withCheck((r) => String(5 + r.int(20)).padStart(2, "1") + r.digits(6), [...ONE, "K"], checksums.rut);
const nit = withCheck((r) => r.pick(["8", "9"]) + r.digits(8), ONE, checksums.nit);
const nhs = withCheck((r) => `4${r.digits(8)}`, ONE, checksums.nhs);
const nir = withCheck(
  (r) =>
    r.pick(["1", "2"]) +
    pad(30 + r.int(69)) +
    pad(1 + r.int(12)) +
    pad(1 + r.int(95)) +
    pad(1 + r.int(900), 3) +
    pad(1 + r.int(990), 3),
  TWO,
  checksums.nir,
);
const npi = withCheck((r) => `1${r.digits(8)}`, ONE, checksums.npi);
const dea = withCheck((r) => r.pick(["A", "B", "F", "M"]) + r.chars(1) + r.digits(6), ONE, checksums.dea);
const nss = withCheck((r) => pad(1 + r.int(97)) + r.digits(8), ONE, checksums.nss);
const imei = withCheck((r) => `35${r.digits(12)}`, ONE, checksums.imei);
const vin: Make = (r) => {
  for (;;) {
    const text =
      r.pick(["1HG", "3VW", "JTD", "WVW", "9BW", "1FT"]) +
      r.chars(5, "ABCDEFGHJKLMNPRSTUVWXYZ0123456789") +
      "#" +
      r.chars(4, "ABCDEFGHJKLMNPRSTUVWXYZ0123456789") +
      r.digits(4);
    const check = [...ONE, "X"].find((each) => checksums.vin(text.replace("#", each)));
    if (check !== undefined) return text.replace("#", check);
  }
};
const routing = withCheck((r) => r.pick(["02", "12", "06", "31", "07"]) + r.digits(6), ONE, checksums.abaRouting);
const portugueseNif = withCheck((r) => r.pick(["1", "2"]) + r.digits(7), ONE, checksums.portugueseNif);

const MONTHS = {
  es: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
  pt: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split(" "),
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
};
const day = (r: Random): number => 1 + r.int(28);
const year = (r: Random): number => 1940 + r.int(84);
const dates: Readonly<Record<string, Make>> = {
  numeric: (r) => {
    const mark = r.pick(["/", "-", "."]);
    return r.pick([
      `${pad(day(r))}${mark}${pad(1 + r.int(12))}${mark}${year(r)}`,
      `${day(r)}/${1 + r.int(12)}/${year(r)}`,
      `${pad(day(r))}/${pad(1 + r.int(12))}/${pad(r.int(100))}`,
    ]);
  },
  iso: (r) => `${year(r)}-${pad(1 + r.int(12))}-${pad(day(r))}`,
  es: (r) =>
    r.pick([
      `${day(r)} de ${r.pick(MONTHS.es)} de ${year(r)}`,
      `${day(r)} de ${r.pick(MONTHS.es)} del ${year(r)}`,
      `${day(r)} ${r.pick(MONTHS.es).slice(0, 3)} ${year(r)}`,
      `${day(r)} de ${r.pick(MONTHS.es)}`,
      `${pad(day(r))}-${r.pick(MONTHS.es).slice(0, 3)}-${year(r)}`,
    ]),
  en: (r) =>
    r.pick([
      `${r.pick(MONTHS.en)} ${day(r)}, ${year(r)}`,
      `${day(r)} ${r.pick(MONTHS.en)} ${year(r)}`,
      `${r.pick(MONTHS.en).slice(0, 3)} ${day(r)}, ${year(r)}`,
      `${day(r)}th of ${r.pick(MONTHS.en)} ${year(r)}`,
      `${day(r)}-${r.pick(MONTHS.en).slice(0, 3)}-${year(r)}`,
    ]),
  pt: (r) => `${day(r)} de ${r.pick(MONTHS.pt)} de ${year(r)}`,
  fr: (r) => `${day(r)} ${r.pick(MONTHS.fr)} ${year(r)}`,
};

const STREETS = {
  mx: ["Insurgentes Sur", "Benito Juárez", "5 de Mayo", "Río Lerma", "las Palmas", "Vicente Guerrero", "Reforma"],
  es: ["Alcalá", "Gran Vía", "Serrano", "San Bernardo", "Velázquez", "la Princesa", "Fuencarral"],
  us: ["Maple", "Oak Hill", "Washington", "Sunset", "Elm", "Lincoln", "Cedar Creek", "Main"],
  fr: ["de la République", "Victor Hugo", "des Lilas", "du Moulin", "Jean Jaurès"],
  br: ["das Flores", "Augusta", "Sete de Setembro", "Barão de Itapetininga"],
  ar: ["Av. Corrientes", "Av. Rivadavia", "Calle Florida", "Av. Santa Fe"],
};
const addresses: Readonly<Record<string, Make>> = {
  mx: (r) =>
    `${r.pick(["Calle", "Av.", "Avenida", "Calz."])} ${r.pick(STREETS.mx)} ${r.pick(["", "No. ", "#", "núm. "])}${10 + r.int(2000)}${r.pick(["", ", Int. 4", ", Depto. 302", " int. 5B"])}, ${r.pick(["Col.", "Colonia"])} ${r.pick(["Roma Norte", "Del Valle", "Centro", "Narvarte Poniente", "Condesa"])}, ${r.pick(["", "C.P. "])}0${r.digits(4)}, ${r.pick(["Ciudad de México", "Guadalajara", "Monterrey", "Puebla"])}`,
  es: (r) =>
    `${r.pick(["Calle", "C/", "Avda.", "Paseo de"])} ${r.pick(STREETS.es)}${r.pick([", ", " ", " nº "])}${1 + r.int(200)}${r.pick(["", ", 3º B", ", 2º izda.", ", piso 4, puerta 2"])}, ${pad(1 + r.int(50))}${r.digits(3)} ${r.pick(["Madrid", "Sevilla", "Valencia", "Zaragoza", "Bilbao"])}`,
  us: (r) =>
    `${100 + r.int(9000)} ${r.pick(["", "N ", "West "])}${r.pick(STREETS.us)} ${r.pick(["St", "Street", "Ave", "Road", "Blvd", "Drive", "Lane"])}${r.pick(["", ", Apt 4B", " Apt. 12", ", Suite 300", " Unit 7"])}, ${r.pick(["Springfield, IL", "Austin, TX", "Portland, OR", "Boston, MA", "San Diego, CA"])} ${r.digits(5)}`,
  fr: (r) =>
    `${1 + r.int(180)}${r.pick(["", " bis", ","])} ${r.pick(["rue", "avenue", "boulevard"])} ${r.pick(STREETS.fr)}, ${pad(1 + r.int(90))}${r.digits(3)} ${r.pick(["Lyon", "Paris", "Nantes", "Toulouse"])}`,
  br: (r) =>
    `${r.pick(["Rua", "Av.", "Avenida"])} ${r.pick(STREETS.br)}, ${10 + r.int(2000)}${r.pick(["", ", apto 52", " - Centro"])}, ${r.pick(["São Paulo", "Recife", "Curitiba"])} - ${r.pick(["SP", "PE", "PR"])}, ${r.digits(5)}-${r.digits(3)}`,
  co: (r) =>
    `${r.pick(["Carrera", "Calle", "Cra.", "Cl."])} ${1 + r.int(120)}${r.pick(["", "A"])} # ${1 + r.int(99)}-${1 + r.int(99)}${r.pick(["", ", apto 301", ", torre 2"])}, ${r.pick(["Bogotá", "Medellín", "Cali"])}`,
  ar: (r) =>
    `${r.pick(STREETS.ar)} ${100 + r.int(6000)}${r.pick(["", ", piso 3", " 5º A", ", 2do B"])}, ${r.pick(["Buenos Aires", "CABA", "Rosario"])}`,
  uk: (r) =>
    `${1 + r.int(200)} ${r.pick(["High", "Church", "Victoria", "King's"])} ${r.pick(["Street", "Road", "Lane"])}, ${r.pick(["London", "Leeds", "Bristol"])} ${r.pick(["SW", "LS", "BS"])}${1 + r.int(9)} ${1 + r.int(9)}${r.chars(2, "ABDEFGHJLNPQRSTUWXYZ")}`,
};

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const ALNUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const HEX = "0123456789abcdef";

const DIGITS_ES = "cero uno dos tres cuatro cinco seis siete ocho nueve".split(" ");
const DIGITS_EN = "zero one two three four five six seven eight nine".split(" ");
const said =
  (make: Make, words: readonly string[]): Make =>
  (r) =>
    [...make(r).replace(/\D/g, "")].map((digit) => words[Number(digit)]).join(" ");

const PHONES: Readonly<Record<string, Make>> = {
  mx: drawn(
    "55 NN## ####",
    "(33) NN##-####",
    "+52 81 NN## ####",
    "+52 1 55 NN## ####",
    "55-NN##-####",
    "444 NN# ## ##",
    "+5255NN######",
  ),
  es: drawn(
    "6NN ### ###",
    "+34 6NN ## ## ##",
    "91 NN# ## ##",
    "0034 6NN ### ###",
    "6NN-###-###",
    "6NN ## ## ##",
    "+346NN######",
  ),
  us: drawn(
    "(212) 5N#-####",
    "415-5N#-####",
    "+1 (303) 4N#-####",
    "617.5N#.####",
    "1-202-5N#-####",
    "+1 206 4N# ####",
    "+13054N#####",
  ),
  ar: drawn("+54 9 11 NN##-####", "011 4N##-####", "(0351) 4N#-####", "11 5N##-####", "+54 11 4N## ####"),
  co: drawn("+57 31# N## ####", "310 N## ## ##", "300 N## ####", "(601) N## ####"),
  cl: drawn("+56 9 NN## ####", "9 NN## ####", "+569NN######", "(2) 2N## ####"),
  pe: drawn("+51 9N# ### ###", "9N# ### ###", "(01) 4N#-####"),
  br: drawn("(11) 9NN##-####", "+55 21 9NN##-####", "11 9NN## ####", "+55 (31) 3N##-####"),
  fr: drawn("06 N# ## ## ##", "+33 6 N# ## ## ##", "01.4N.##.##.##", "07 N# ## ## ##", "+33 (0)1 4N ## ## ##"),
  pt: drawn("91N ### ###", "+351 96N ### ###", "21 N## ## ##".replace("N##", "4##")),
  gb: drawn(
    "07700 9#####".replace("9#####", "9####0"),
    "+44 7911 1#####",
    "020 7N## ####",
    "(0161) 4N# ####",
    "+44 20 7N## ####",
  ),
  int: drawn(
    "+49 30 9N######",
    "+39 06 6N## ####",
    "+91 98N## #####",
    "+81 90-1N##-####",
    "+61 4N# ### ###",
    "+41 79 N## ## ##",
    "+31 6 N#######",
    "+972 54-N##-####",
    "+7 912 N##-##-##",
    "+353 87 N## ####",
  ),
};

/** What a slot of a line stands for: the category it must be found as, and how its values are drawn. */
export interface Kind {
  category: string;
  make: Make;
}

export const KINDS = new Map<string, Kind>();
const add = (name: string, category: string, make: Make): void => void KINDS.set(name, { category, make });

add("email", "EMAIL", email);
add(
  "email-es",
  "EMAIL",
  (r) =>
    `${r.pick(GIVEN)} ${r.pick(["punto", "guion bajo", "guión"])} ${r.pick(FAMILY)} arroba ${r.pick(SAID_HOSTS)} punto ${r.pick(["com", "es", "mx"])}`,
);
add(
  "email-en",
  "EMAIL",
  (r) =>
    `${r.pick(GIVEN)} ${r.pick(["dot", "underscore"])} ${r.pick(FAMILY)} at ${r.pick(SAID_HOSTS)} dot ${r.pick(["com", "org"])}`,
);
add(
  "email-at",
  "EMAIL",
  (r) =>
    `${r.pick(GIVEN)}${r.pick(["[at]", " (at) ", " [at] ", "(at)"])}${r.pick(SAID_HOSTS)}${r.pick(["[dot]", " (dot) ", " [dot] ", "(dot)"])}com`,
);
for (const [region, make] of Object.entries(PHONES)) add(`phone-${region}`, "PHONE", make);
add("phone", "PHONE", (r) => r.pick(Object.values(PHONES))(r));
add("phone-us-ext", "PHONE", (r) => `${PHONES.us!(r)} ${r.pick(["ext.", "x", "ext"])} ${r.digits(3)}`);
add("phone-plain-mx", "PHONE", drawn("55NN######", "33NN######", "81NN######"));
add("phone-plain-es", "PHONE", drawn("6NN######", "91N######"));
add("phone-plain-us", "PHONE", drawn("4155N#####", "2125N#####"));
add("phone-plain-br", "PHONE", drawn("119NN######"));
add("phone-plain-fr", "PHONE", drawn("06N#######"));
add("phone-said-es", "PHONE", said(drawn("55NN######", "6NN######"), DIGITS_ES));
add("phone-said-en", "PHONE", said(drawn("4155N#####"), DIGITS_EN));
add(
  "url-secret",
  "URL",
  (r) =>
    `https://${r.pick(["admin", "root", r.pick(GIVEN)])}:${r.chars(8, ALNUM)}@${r.pick(["intranet", "db", "files"])}.acme.io/${r.pick(["", "login", "backup"])}`,
);
add(
  "url-id",
  "URL",
  (r) =>
    `https://${r.pick(["portal", "app", "www"])}.${r.pick(["banco", "clinica", "shop"])}.com/${r.pick([`users/${r.digits(6)}`, `profile?user=${r.pick(GIVEN)}${r.digits(2)}`, `reset?token=${r.chars(20, ALNUM)}`, `patients/${r.digits(7)}/file`])}`,
);
add(
  "ip4",
  "IP_ADDRESS",
  (r) => `${r.pick([10, 192, 172, 84, 203, 187])}.${r.int(255)}.${r.int(255)}.${1 + r.int(254)}`,
);
add("ip6", "IP_ADDRESS", (r) =>
  r.pick([
    `2001:db8:${r.chars(4, HEX)}::${r.chars(3, HEX)}`,
    `fe80::${r.chars(4, HEX)}:${r.chars(4, HEX)}:${r.chars(4, HEX)}:${r.chars(4, HEX)}`,
    Array.from({ length: 8 }, () => r.chars(4, HEX))
      .join(":")
      .replace(/^./, "2"),
  ]),
);
add("mac", "MAC_ADDRESS", (r) => Array.from({ length: 6 }, () => r.chars(2, HEX)).join(r.pick([":", "-"])));
add("card", "CREDIT_CARD", card);
add("card-last", "CREDIT_CARD", (r) => r.digits(4));
add("card-masked", "CREDIT_CARD", (r) =>
  r.pick([
    `**** **** **** ${r.digits(4)}`,
    `XXXX-XXXX-XXXX-${r.digits(4)}`,
    `4${r.digits(3)} **** **** ${r.digits(4)}`,
  ]),
);
add("cvv", "CARD_SECURITY_CODE", (r) => r.digits(3));
add("expiry", "CARD_EXPIRY", (r) => `${pad(1 + r.int(12))}/${26 + r.int(6)}`);
add("iban", "IBAN", iban);
add("clabe", "BANK_ACCOUNT", shaped(clabe, "##################", "### ### ########### #", "##################"));
add("cbu", "BANK_ACCOUNT", cbu);
add("routing", "BANK_ACCOUNT", routing);
add("account", "BANK_ACCOUNT", (r) => r.digits(8 + r.int(4)).replace(/^0/, "4"));
add("sort-code", "BANK_ACCOUNT", drawn("20-##-##", "40-##-##"));
add(
  "swift",
  "SWIFT",
  (r) =>
    r.chars(4) + r.pick(["ES", "MX", "US", "FR", "BR", "GB"]) + r.pick(["MM", "2X", "33", "21"]) + r.pick(["", "XXX"]),
);
add("btc", "CRYPTO", (r) => r.pick(["1", "3"]) + r.chars(33, BASE58));
add("eth", "CRYPTO", (r) => `0x${r.chars(40, HEX)}`);
add("ssn", "SSN", shaped(ssn, "###-##-####", "###-##-####", "### ## ####"));
add("ssn-plain", "SSN", ssn);
add("ssn-last", "SSN", (r) => r.digits(4));
add("itin", "ITIN", drawn("9##-7#-####", "9##-8#-####".replace("8#", "81")));
add("ein", "EIN", drawn("12-#######", "84-#######"));
add("curp", "CURP", curp);
add("curp-lower", "CURP", (r) => curp(r).toLowerCase());
add("rfc", "RFC", rfc);
add("rfc-company", "RFC", rfcCompany);
add("nss", "NSS", shaped(nss, "###########", "## ## ## #### #", "##-##-##-####-#"));
add("ine", "INE", (r) => r.chars(6, CONSONANTS) + shortDate(r) + pad(1 + r.int(32)) + r.pick(["H", "M"]) + r.digits(3));
add("dni", "DNI", shaped(dni, "#########", "########-#", "######## #", "##.###.###-#"));
add("nif", "DNI", shaped(dni, "#########", "########-#", "########-#"));
add("nie", "NIE", shaped(nie, "#########", "#-#######-#", "########-#"));
add("cif", "CIF", shaped(cif, "#########", "#-########"));
add("ss-es", "NSS", shaped(spanishSocial, "############", "## ######## ##", "##/########/##"));
add("cpf", "CPF", shaped(cpf, "###.###.###-##"));
add("cpf-plain", "CPF", cpf);
add("cnpj", "CNPJ", shaped(cnpj, "##.###.###/####-##", "##############"));
add("rg", "ID_NUMBER", drawn("2#.###.###-#"));
add("nir", "NIR", shaped(nir, "# ## ## ## ### ### ##", "###############", "# ## ## ## ### ### ##"));
add("cuit", "CUIT", shaped(cuit, "##-########-#", "##-########-#", "###########"));
add("cuit-hyphens", "CUIT", shaped(cuit, "##-########-#"));
add("dni-ar", "DNI", drawn("2#.###.###", "3#.###.###", "3#######"));
add("rut", "RUT", shaped(rut, "##.###.###-#", "########-#"));
add("cedula", "CEDULA", drawn("1.0##.###.###", "5#.###.###", "10########", "79######"));
add("nit", "NIT", shaped(nit, "###.###.###-#", "#########-#"));
add("nif-pt", "NIF", shaped(portugueseNif, "#########", "### ### ###"));
add("nhs", "NHS_NUMBER", shaped(nhs, "### ### ####", "##########", "###-###-####"));
add("nino", "NINO", (r) => {
  const digits = r.digits(6);
  const head = r.pick(["AB", "JG", "CE", "SK", "PN"]);
  return head + picture(digits, r.pick([" ## ## ## ", "######"])) + r.chars(1, "ABCD");
});
add("passport-us", "PASSPORT", (r) => r.pick([r.digits(9), r.chars(1) + r.digits(8)]));
add("passport-es", "PASSPORT", (r) =>
  r.pick([`${r.chars(3)}${r.digits(6)}`, `${r.chars(2)}${r.digits(7)}`, `G${r.digits(8)}`]),
);
add("passport-fr", "PASSPORT", (r) => `${r.digits(2)}${r.chars(2)}${r.digits(5)}`);
add("driver-us", "DRIVER_LICENSE", (r) =>
  r.pick([
    `${r.chars(1)}${r.digits(7)}`,
    `${r.chars(1)}${r.digits(3)}-${r.digits(4)}-${r.digits(4)}`,
    r.digits(8),
    `${r.chars(2)}${r.digits(6)}`,
  ]),
);
add("driver-es", "DRIVER_LICENSE", (r) =>
  r.pick([`${r.chars(1)}${r.digits(8)}`, r.digits(9), `${r.chars(3)}${r.digits(7)}`]),
);
add(
  "driver-uk",
  "DRIVER_LICENSE",
  (r) => `${r.chars(5)}${r.digits(1)}${pad(1 + r.int(12))}${pad(day(r))}${r.digits(1)}${r.chars(2)}9${r.chars(2)}`,
);
add("npi", "MEDICAL_LICENSE", npi);
add("dea", "MEDICAL_LICENSE", dea);
add("cedula-prof", "MEDICAL_LICENSE", drawn("NN#####", "1#######"));
add("colegiado", "MEDICAL_LICENSE", drawn("28#######".slice(0, 9), "08#####", "28/28/#####"));
add("crm", "MEDICAL_LICENSE", drawn("1#####", "9####"));
add("mrn", "MEDICAL_RECORD", (r) =>
  r.pick([r.digits(7), `MRN-${r.digits(6)}`, `${r.chars(2)}${r.digits(6)}`, `${r.digits(4)}-${r.digits(4)}`]),
);
add("nhc", "MEDICAL_RECORD", (r) =>
  r.pick([r.digits(6).replace(/^0/, "3"), `HC-${r.digits(6)}`, `${r.digits(6)}/${19 + r.int(6)}`]),
);
add("health-plan", "HEALTH_PLAN", (r) => r.pick([`${r.chars(3)}${r.digits(9)}`, `W${r.digits(8)}`, r.digits(10)]));
add("policy", "POLICY_NUMBER", (r) =>
  r.pick([`${r.chars(3)}-${r.digits(7)}`, r.digits(9), `${r.chars(2)}${r.digits(8)}`]),
);
add("imei", "DEVICE_ID", imei);
add("serial", "DEVICE_ID", (r) =>
  r.pick([
    `${r.chars(2)}${r.digits(8)}`,
    `C02${r.chars(9, "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789")}7`,
    `SN${r.digits(9)}`,
  ]),
);
add("vin", "VIN", vin);
add("plate-mx", "LICENSE_PLATE", (r) =>
  r.pick([
    `${r.chars(3)}-${r.digits(3)}-${r.chars(1)}`,
    `${r.chars(3)}-${r.digits(2)}-${r.digits(2)}`,
    `${r.chars(3)}${r.digits(3)}${r.chars(1)}`,
  ]),
);
add("plate-es", "LICENSE_PLATE", (r) => `${r.digits(4)}${r.pick(["", " ", "-"])}${r.chars(3, "BCDFGHJKLMNPRSTVWXYZ")}`);
add("plate-us", "LICENSE_PLATE", (r) =>
  r.pick([`${r.digits(1)}${r.chars(3)}${r.digits(3)}`, `${r.chars(3)} ${r.digits(4)}`, `${r.chars(3)}-${r.digits(4)}`]),
);
add(
  "plate-uk",
  "LICENSE_PLATE",
  (r) => `${r.chars(2, "ABCDEFGHKLMN")}${r.pick(["12", "19", "65", "71"])} ${r.chars(3, "ABCDEFGHJKLMNPRST")}`,
);
add("plate-fr", "LICENSE_PLATE", (r) => `${r.chars(2, "ABCDEFGH")}-${r.digits(3)}-${r.chars(2, "ABCDEFGH")}`);
add("plate-br", "LICENSE_PLATE", (r) =>
  r.pick([`${r.chars(3)}${r.digits(1)}${r.chars(1)}${r.digits(2)}`, `${r.chars(3)}-${r.digits(4)}`]),
);
add("plate-ar", "LICENSE_PLATE", (r) =>
  r.pick([
    `${r.chars(2)} ${r.digits(3)} ${r.chars(2)}`,
    `${r.chars(2)}${r.digits(3)}${r.chars(2)}`,
    `${r.chars(3)} ${r.digits(3)}`,
  ]),
);
for (const [name, make] of Object.entries(dates)) {
  add(`date-${name}`, "DATE", make);
  add(`dob-${name}`, "DATE_OF_BIRTH", make);
}
const DATED_YEARS = { es: dates.es!, en: dates.en! };
add("dob-es", "DATE_OF_BIRTH", (r) => {
  for (;;) {
    const value = DATED_YEARS.es(r);
    if (/\d{4}/.test(value)) return value;
  }
});
add("age", "AGE", (r) => String(18 + r.int(70)));
add("age-es", "AGE", (r) => `${18 + r.int(70)} años`);
add("age-en", "AGE", (r) =>
  `${18 + r.int(70)} ${r.pick(["years", "year", "yr"])}`.replace(" year", r.pick(["-year", " year"])),
);
add("age-en-old", "AGE", (r) => `${18 + r.int(70)}${r.pick([" years", "-year", " year", " yr"])} old`);
add("age-old-en-old", "AGE_OVER_89", (r) => `${90 + r.int(15)} years old`);
add("age-old-es", "AGE_OVER_89", (r) => `${90 + r.int(15)} años`);
add("age-old-en", "AGE_OVER_89", (r) => `${90 + r.int(15)} years`);
add("zip-us", "ZIP", (r) => r.pick([r.digits(5), `${r.digits(5)}-${r.digits(4)}`]));
add("zip-mx", "ZIP", (r) => `0${r.digits(4)}`);
add("zip-es", "ZIP", (r) => `28${r.digits(3)}`);
add(
  "zip-uk",
  "ZIP",
  (r) => `${r.pick(["SW1A", "M1", "LS2", "EC1A", "B33"])} ${r.digits(1)}${r.chars(2, "ABDEFGHJLNPQRSTUWXYZ")}`,
);
add("cep", "ZIP", (r) => `${r.digits(5)}-${r.digits(3)}`);
for (const [name, make] of Object.entries(addresses)) add(`address-${name}`, "ADDRESS", make);
add("username", "USERNAME", (r) =>
  r.pick([
    `${r.pick(GIVEN)}_${r.pick(FAMILY)}`,
    `${r.pick(GIVEN)}${r.digits(2)}`,
    `${r.pick(GIVEN)}.${r.pick(FAMILY)}${r.digits(1)}`,
  ]),
);
add("handle", "USERNAME", (r) => `@${r.pick(GIVEN)}_${r.pick(FAMILY)}${r.digits(2)}`);
add("password", "PASSWORD", (r) =>
  r.pick([
    `${r.chars(1)}${r.chars(6, "abcdefgh")}${r.digits(3)}!`,
    `${r.chars(10, ALNUM)}7#`,
    `Sol.${r.digits(4)}x`,
    `${r.pick(GIVEN)}${r.digits(4)}*`,
  ]),
);
add("pin", "PASSWORD", (r) => r.digits(4));
add("api-key", "API_KEY", (r) =>
  r.pick([
    `sk-${r.chars(40, ALNUM)}`,
    `ghp_${r.chars(36, ALNUM)}`,
    `AKIA${r.chars(16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}`,
    `sk_live_${r.chars(24, ALNUM)}`,
    `xoxb-${r.digits(11)}-${r.chars(24, ALNUM)}`,
  ]),
);
add(
  "coords",
  "COORDINATES",
  (r) => `${r.pick(["", "-"])}${10 + r.int(50)}.${r.digits(5)}1, ${r.pick(["", "-"])}${10 + r.int(90)}.${r.digits(5)}3`,
);

/** Look-alikes: nothing of them may be found. */
const NONE = "";
add("-order", NONE, (r) =>
  r.pick([
    `${2020 + r.int(6)}-${r.digits(5)}`,
    `A${r.digits(6)}`,
    `#${r.digits(6)}`,
    `PED-${r.digits(5)}`,
    `MX-${r.digits(5)}`,
  ]),
);
add("-price", NONE, (r) =>
  r.pick([
    `${1 + r.int(99)},${r.digits(3)}.${r.digits(2)}`,
    `${1 + r.int(999)}.${r.digits(2)}`,
    `${1 + r.int(99)}.${r.digits(3)},${r.digits(2)}`,
    `${1000 + r.int(90000)}`,
  ]),
);
add("-version", NONE, (r) =>
  r.pick([
    `${r.int(20)}.${r.int(20)}.${r.int(30)}`,
    `${r.int(20)}.${r.int(20)}.${1000 + r.int(9000)}.${r.int(99)}`,
    `v${r.int(9)}.${r.int(20)}`,
    `${r.int(9)}.${r.int(9)}.${r.int(9)}-rc.${r.int(9)}`,
  ]),
);
add("-part", NONE, (r) =>
  r.pick([
    `${r.chars(2)}-${r.digits(4)}`,
    `${r.digits(3)}-${r.digits(3)}-${r.digits(2)}`,
    `${r.chars(3)}${r.digits(4)}${r.chars(1)}`,
    `${r.digits(4)}-${r.chars(3)}`,
  ]),
);
add("-number", NONE, (r) => String(1 + r.int(100000)));
add("-small", NONE, (r) => String(2 + r.int(60)));
add("-percent", NONE, (r) => `${r.int(100)}${r.pick(["", `.${r.digits(1)}`, `,${r.digits(1)}`])}%`);
add("-time", NONE, (r) => `${r.int(24)}:${pad(r.int(60))}`);
add("-year", NONE, (r) => String(1950 + r.int(80)));
add("-isbn", NONE, (r) =>
  r.pick([`978-${r.digits(1)}-${r.digits(4)}-${r.digits(4)}-${r.digits(1)}`, `978${r.digits(10)}`]),
);
add("-hash", NONE, (r) => r.chars(r.pick([7, 40, 64]), HEX));
add("-uuid", NONE, (r) => [8, 4, 4, 4, 12].map((size) => r.chars(size, HEX)).join("-"));
add("-big", NONE, (r) => `${1 + r.int(900)},${r.digits(3)},${r.digits(3)}`);
add("-dots", NONE, (r) => `${1 + r.int(900)}.${r.digits(3)}.${r.digits(3)}`);
add("-tracking", NONE, (r) =>
  r.pick([`1Z${r.chars(6, "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789")}${r.digits(10)}`, `RR${r.digits(9)}MX`]),
);
add("-score", NONE, (r) => `${r.int(7)}-${r.int(7)}`);
add("-model", NONE, (r) =>
  r.pick([
    `Galaxy S${20 + r.int(6)}`,
    `RTX ${3000 + r.int(3) * 1000 + 70}`,
    `iPhone ${11 + r.int(7)}`,
    `ThinkPad T${r.digits(3)}`,
    `GPT-${3 + r.int(3)}`,
  ]),
);
