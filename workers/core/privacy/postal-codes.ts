import { hasDigit } from "./characters.ts";
import type { Finding } from "./types.ts";

/** A postal code right before a town: with its country ("E-41013"), or said to be one ("CP 66260"), or bare. */
const CODE_BEFORE =
  /(?<![\p{L}\p{N}$€£#/+-]|[\p{N}][.,])(?:((?:c\.?\s?p\.?|cep|c[oó]digo postal|code postal)[\s:]{1,2})|([A-Z]{1,2}-|[A-HJ-NP-Z](?=\d{4}[.,]?\s)))?(\d{4,6}(?:-\d{3})?)[.,]?\s(?:-\s)?$/iu;
const CODE_CHARS = 32;
/** Only articles that begin a town's name, which the recogniser may have left out. */
const TOWN_ARTICLE = /(?<=\d[.,]?\s)(?:La|Las|Los|El|L['’]|A|O|As|Os|Sa|Es)\s?$/u;
/** What says that the number is none of a postal code's: thousands are counted or priced. */
const ROUND = /000$/;
/** What stands behind a town that ends an address: the end of the part, another part, or the label of what follows. */
const TOWN_ENDS =
  /^\s{0,2}(?:[.,;()\n/]|-\s|$|(?:e-?mail|correo|tel[eé]?f?|telf|tfno|tlfno?|m[oó]vil|fax|espa[nñ]a|m[eé]xico)(?![\p{L}]))/iu;
/** A capitalised word, or a sign that ends a part, before the code. */
const PART_ENDS = /(?:^|[.,;:)\n-]\s{0,2}|(?<=\p{L}\s)\p{Lu}[\p{L}’']{3,}\s{1,2})$/u;
/** A postal code right behind a town that goes on an address: "Barcelona 08014". */
const CODE_AFTER = /^,?\s(\d{5,6}|\d{5}-\d{3})(?![\p{L}\p{N}/-]|[.,]\d)/u;
const NEAR = /^[\s.,;()-]{0,6}$/;
const NEAR_CHARS = 6;
/** A place takes its code from this score on. */
const LEAST_SCORE = 0.5;

/** Whether a place or a part of an address ends just before `at`. */
function goesOn(text: string, before: Finding | undefined, at: number): boolean {
  if (before === undefined || (before.category !== "ADDRESS" && before.category !== "LOCATION")) return false;
  if (before.end >= at) return before.start < at;
  return at - before.end <= NEAR_CHARS && NEAR.test(text.slice(before.end, at));
}

/** Where the code before a town begins; the town's own start when there is none. */
function codeStart(text: string, before: Finding | undefined, { end, start }: Finding): number {
  if (!hasDigit(text, start - CODE_CHARS, start)) return start;
  if (!/\p{Lu}/u.test(text[start]!) && !/^(?:de|del|la|el)\s/u.test(text.slice(start, start + 4))) return start;
  const head = text.slice(Math.max(0, start - CODE_CHARS), start);
  const article = TOWN_ARTICLE.exec(head);
  const code = CODE_BEFORE.exec(article === null ? head : head.slice(0, article.index));
  if (code === null) return start;
  const [whole, label, country, digits] = code;
  const at = start - (article?.[0].length ?? 0) - whole.length + (label?.length ?? 0);
  if (label !== undefined || (country !== undefined && digits!.length > 3)) return at;
  const isBare = digits!.length === 5 && !ROUND.test(digits!);
  if (goesOn(text, before, at)) return isBare || digits!.includes("-") || !/^(?:19|20)\d\d$/.test(digits!) ? at : start;
  const isCode = (isBare && Number(digits!.slice(0, 2)) < 53) || digits!.includes("-");
  return isCode &&
    PART_ENDS.test(text.slice(Math.max(0, at - CODE_CHARS), at)) &&
    TOWN_ENDS.test(text.slice(end, end + 12))
    ? at
    : start;
}

/**
 * Towns with the postal codes beside them, which no pattern can know alone: "47010 Medina del Campo", "E-41013 Sevilla",
 * "s/n. 5500 Mendoza", "Gran Vía 111, Barcelona 08014". `ordered` is sorted by place. Linear.
 */
export function withPostalCodes(text: string, ordered: readonly Finding[]): Finding[] {
  let before: Finding | undefined;
  return ordered.map((finding) => {
    if (finding.category !== "LOCATION" && finding.category !== "ADDRESS") return finding;
    let taken = finding;
    if (finding.category === "LOCATION" && finding.source === "recogniser" && finding.score >= LEAST_SCORE) {
      const start = codeStart(text, before, finding);
      const after = goesOn(text, before, start)
        ? CODE_AFTER.exec(text.slice(finding.end, finding.end + CODE_CHARS))
        : null;
      const end = finding.end + (after?.[0].length ?? 0);
      if (start < finding.start || end > finding.end) taken = { ...finding, start, end };
    }
    if (before === undefined || taken.end > before.end) before = taken;
    return taken;
  });
}
