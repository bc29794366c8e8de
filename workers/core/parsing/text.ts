const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;
const ALL_CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Removes control characters other than tab and line feed, and replaces lone surrogates by U+FFFD. */
export function cleanText(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
  return CONTROLS.test(wellFormed) ? wellFormed.replace(ALL_CONTROLS, "") : wellFormed;
}

/** Removes the marks and isolates that exporters put around names and numbers to fix their direction. */
export function stripDirectionMarks(text: string): string {
  return text.replace(DIRECTION_MARKS, "");
}

/** A label for comparing: lower case, without accents, single spaces for `_`, `-` and runs of white space. */
export function foldLabel(label: string): string {
  return label
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();
}

/** Cleaned speaker name on one line, without direction marks, markup or the `~` that marks an unsaved contact. */
export function cleanSpeaker(name: string): string {
  return stripDirectionMarks(name)
    .replace(/\s+/g, " ")
    .replace(/^[~*\s]+/, "")
    .trimEnd();
}

/** True for a table cell that a spreadsheet would run as a formula: `=...`, `@SUM(...)`, `+1+cmd|'...'!A0`. */
export function isFormula(cell: string): boolean {
  const first = cell.charCodeAt(0);
  if (first === 0x3d) return cell.length > 1;
  if (first !== 0x40 && first !== 0x2b && first !== 0x2d) return false;
  return /^[@+-][A-Za-z0-9.+*/-]{1,40}[(|!]/.test(cell);
}
