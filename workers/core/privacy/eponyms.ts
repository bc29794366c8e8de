import { isSpace } from "./characters.ts";
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

/** Whether "de" ends just before a place. */
function endsInOf(text: string, at: number): boolean {
  return (
    isSpace(text.charCodeAt(at - 1)) &&
    (text.charCodeAt(at - 2) | 32) === 101 &&
    (text.charCodeAt(at - 3) | 32) === 100 &&
    isSpace(text.charCodeAt(at - 4))
  );
}

/** Whether "de" may stand before a name, with a word between or not: all heads end in it, and most names follow none. */
function mayFollowHead(text: string, start: number): boolean {
  if (endsInOf(text, start)) return true;
  const joint = text.charCodeAt(start - 1);
  if (joint !== 32 && joint !== 45) return false;
  let at = start - 1;
  const least = Math.max(0, start - HEAD_CHARS);
  while (at > least && !isSpace(text.charCodeAt(at - 1))) at--;
  return endsInOf(text, at);
}

/** Without names that are those of a finding or a method in medicine. */
export function withoutEponyms(text: string, findings: Finding[]): Finding[] {
  return findings.filter(
    ({ end, source, start }) =>
      source !== "recogniser" ||
      !mayFollowHead(text, start) ||
      !SINGLE_NAME.test(text.slice(start, end)) ||
      !HEAD.test(text.slice(Math.max(0, start - HEAD_CHARS), start)),
  );
}
