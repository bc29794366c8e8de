import type { Finding } from "./types.ts";

/**
 * Parts of the body, signs, stains, scales and operations that carry the name of whoever described them: "asa de
 * Bricker", "signo de Trousseau", "tinción de Gram". Only heads that nobody says of a person he knows ("la enfermedad de
 * Ana", "la prueba de Luis" stay what they are).
 */
const HEAD =
  /(?<!\p{L})(?:s[ií]ndrome|signo|maniobra|tinci[oó]n(?:es)?|escala|[ií]ndice|asas?|conductos?|hiato|c[aá]psula|tend[oó]n|ligamento|trompas?|fondo de saco|fibras?|angina|f[eé]rula|t[eé]cnica|clasificaci[oó]n|criterios|ac[uú]mulo|malformaci[oó]n|anillo|gl[aá]ndulas?|pitiriasis rosada|factor v|en y)\sde\s(?:\p{Lu}[\p{L}]{2,16}[ -])?$/iu;
const HEAD_CHARS = 40;

/** One surname, or two with a hyphen. */
const SINGLE_NAME = /^\p{Lu}[\p{L}’']{2,16}(?:-\p{Lu}[\p{L}’']{2,16}){0,2}$/u;

/** Without names that are those of a finding or a method in medicine. */
export function withoutEponyms(text: string, findings: Finding[]): Finding[] {
  return findings.filter(
    ({ end, source, start }) =>
      source !== "recogniser" ||
      !SINGLE_NAME.test(text.slice(start, end)) ||
      !HEAD.test(text.slice(Math.max(0, start - HEAD_CHARS), start)),
  );
}
