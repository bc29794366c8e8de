/** A value of a table in a text, and the name of its column. */
export interface Cell {
  header: string;
  start: number;
  end: number;
}

const MOST_LINE = 2000;
const MOST_CELL = 120;
const LEAST_COLUMNS = 2;
/** A comma with a space behind stands in sentences as well. */
const LEAST_COLUMNS_SPACED = 3;
/** How the first line of a table begins: the name of a column and what separates it from the next. */
const FIRST_NAME = /(?:\|[ \t]{0,8})?["']?[A-Za-zÀ-ÿ_#][A-Za-zÀ-ÿ\d_ .\-/#()º°ª]{0,30}["']?[ ]{0,8}([,;|\t])/y;
const NAME = /^["']?[A-Za-zÀ-ÿ_#][A-Za-zÀ-ÿ\d_.\-/#()º°ª]{0,30}(?: [A-Za-zÀ-ÿ\d_.\-/#()º°ª]{1,20}){0,3}["']?$/;
const QUOTE = 34;

/** The fields of a line, a separator in double quotes being part of its field. */
function fieldsOf(text: string, from: number, to: number, separator: number): number[] {
  const borders = [from];
  let quoted = false;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) quoted = !quoted;
    else if (code === separator && !quoted) borders.push(i + 1);
  }
  borders.push(to + 1);
  return borders;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** The names of the columns when the line is the first of a table, null otherwise. */
function headerOf(text: string, from: number, to: number, separator: number): string[] | null {
  const borders = fieldsOf(text, from, to, separator);
  const names: string[] = [];
  for (let i = 0; i + 1 < borders.length; i++) names.push(text.slice(borders[i], borders[i + 1]! - 1).trim());
  // A table of Markdown has a stroke at both ends.
  const inside = text[from] === "|" ? names.slice(1, names.at(-1) === "" ? -1 : names.length) : names;
  const isSpaced = separator === 44 && text.charCodeAt(borders[1]!) === 32;
  if (inside.length < (isSpaced ? LEAST_COLUMNS_SPACED : LEAST_COLUMNS)) return null;
  return inside.every((name) => NAME.test(name)) ? names : null;
}

/**
 * The cells with a digit of the tables in a text (CSV with any separator, Markdown): a line of names, and the lines
 * behind it that have as many fields. Linear: a line is read once as a row and once as a header.
 */
export function cellsIn(text: string): readonly Cell[] {
  const cells: Cell[] = [];
  for (let from = 0, to = text.indexOf("\n"); to >= 0; to = text.indexOf("\n", from)) {
    FIRST_NAME.lastIndex = from;
    const first = to - from > MOST_LINE ? null : FIRST_NAME.exec(text);
    const separator = first === null ? 0 : first[1]!.charCodeAt(0);
    const names = first === null || from + first[0].length > to ? null : headerOf(text, from, to, separator);
    from = to + 1;
    if (names === null) continue;
    while (from < text.length) {
      const end = endOfLine(text, from);
      const borders = end - from > MOST_LINE ? [] : fieldsOf(text, from, end, separator);
      if (borders.length !== names.length + 1) break;
      addCells(cells, text, borders, names);
      from = end + 1;
    }
  }
  return cells;
}

function addCells(cells: Cell[], text: string, borders: readonly number[], names: readonly string[]): void {
  names.forEach((header, index) => {
    const field = text.slice(borders[index], borders[index + 1]! - 1);
    const value = field.trim();
    if (header === "" || value.length > MOST_CELL || !/\d/.test(value)) return;
    const start = borders[index]! + field.indexOf(value);
    cells.push({ header, start, end: start + value.length });
  });
}
