// References of institutions, in letters and digits: the pattern behind a label, and what a value must have.
import { NO_PREFIX } from "../labels.ts";

/** A reference of an institution: letters and digits in groups. The lookahead asks for a digit near the start. */
const REFERENCE = `(?!(?:${[...NO_PREFIX].join("|").toUpperCase()})\\s)(?=[A-Za-z]{0,8}[-/ ]?\\d)(?:[A-Z]{1,8}[-/ ]|[a-z]{1,4}[-/]|[A-Za-z]{0,8})\\d[0-9A-Za-z]*(?:[-/.][0-9A-Za-z]{1,20}){0,5}`;

/** A pattern that reads a reference, its group 1, over up to three words of `filler`, which is the source of a pattern. */
export function referenceAfter(filler: string): RegExp {
  return new RegExp(`(?:(?:${filler})[\\s:.#ºo°]{1,3}){0,3}(${REFERENCE})`, "y");
}

/** At least four letters or digits, three of them digits, and not just a year or an amount. */
export function isReference(value: string): boolean {
  const digits = value.replace(/\D/g, "").length;
  return (
    digits >= 3 && value.replace(/[^0-9A-Za-z]/g, "").length >= 4 && !/^(?:(?:19|20)\d\d|\d{1,3}\/\d{1,3})$/.test(value)
  );
}

/** Five digits at least: fewer are a year, an amount or a floor. */
export function hasFiveDigits(value: string): boolean {
  return value.replace(/\D/g, "").length >= 5;
}

/** What stands between a label and its reference. */
export const FILLER =
  "[nN][uú]mero|[nN]umber|[nN][uú]m|[nN][oO]|n|N|es|is|de|del|the|la|el|id|cl[ií]nic[oa]|m[eé]dic[oa]|electr[oó]nico|nuevo|seguro|gr[uú]a|aclaraci[oó]n|sigue|siendo|mi|your";
