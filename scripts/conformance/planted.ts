// What is planted, in which disguises, and how it is recognised again in any of them.

export interface Planted {
  /** Names the disguise. */
  name: string;
  /** A sentence that holds the values. */
  text: string;
}

/** Values that nobody has. */
export const VALUES = {
  person: "Macarena Iturriaga",
  email: "mac.iturriaga@correo-privado.mx",
  phone: "+52 55 4891 2736",
  card: "4539 1488 0343 6467",
} as const;

const SENTENCE = `Hola, me llamo ${VALUES.person}, mi correo es ${VALUES.email}, mi celular ${VALUES.phone} y mi tarjeta ${VALUES.card}`;

const each = (text: string, change: (char: string) => string): string => Array.from(text, change).join("");
const LOOK_ALIKES: Readonly<Record<string, string>> = { a: "а", e: "е", o: "о", c: "с", p: "р", i: "і" };
const HTML: Readonly<Record<string, string>> = { "@": "&#64;", ".": "&#x2e;", "4": "&#52;" };

/** The values in their disguises. A name is not asked for where nobody could read one. */
export const DISGUISES: readonly Planted[] = [
  { name: "open", text: SENTENCE },
  {
    name: "zero-width",
    text: `correo ${each(VALUES.email, (char) => `${char}\u200b`)} tarjeta ${each(VALUES.card, (char) => `${char}\u200d`)}`,
  },
  { name: "look-alikes", text: `correo ${each(VALUES.email, (char) => LOOK_ALIKES[char] ?? char)}` },
  {
    name: "full-width",
    text: `correo ${each(VALUES.email, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))} tarjeta ${each(VALUES.card, (char) => (/\d/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char))}`,
  },
  {
    name: "HTML entities",
    text: `correo ${each(VALUES.email, (char) => HTML[char] ?? char)} tarjeta ${each(VALUES.card, (char) => HTML[char] ?? char)}`,
  },
  {
    name: "percent escapes",
    text: `correo ${each(VALUES.email, (char) => (/[@.]/.test(char) ? `%${char.charCodeAt(0).toString(16)}` : char))}`,
  },
  {
    name: "base64",
    text: `datos ${Buffer.from(`correo ${VALUES.email} tarjeta ${VALUES.card}`).toString("base64")} fin`,
  },
];

/** The text without disguises, as far as they can be taken off without knowing where they begin. */
function unmasked(text: string): string {
  const back = new Map(Object.entries(LOOK_ALIKES).map(([plain, other]) => [other, plain]));
  return each(
    text
      .replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
      .replace(/[\u200b\u200d]/g, "")
      .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex?: string, number?: string) =>
        String.fromCharCode(hex === undefined ? Number(number) : parseInt(hex, 16)),
      )
      .replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    (char) => {
      const code = char.charCodeAt(0);
      return back.get(char) ?? (code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char);
    },
  ).toLowerCase();
}

/** Whether a planted value can be read in a text, in whatever disguise. */
export function showsPlanted(text: string): boolean {
  const plain = unmasked(text);
  const decoded = [...plain.matchAll(/[a-z0-9+/]{24,}/gi)].length === 0 ? "" : base64Texts(text);
  for (const seen of [plain, unmasked(decoded)]) {
    if (seen.includes("iturriaga") || seen.includes("correo-privado")) return true;
    const digits = seen.replace(/[^0-9a-z]/g, "");
    if (digits.includes("4539148803436467") || digits.includes("5548912736")) return true;
  }
  return false;
}

function base64Texts(text: string): string {
  return [...text.matchAll(/[A-Za-z0-9+/_-]{16,}={0,2}/g)]
    .map(([found]) => Buffer.from(found, "base64").toString("utf8"))
    .join(" ");
}
