const SEPARATORS = ",;|\t";
const MOST_LINE = 600;
const MOST_ROWS = 2000;

/**
 * The cells under a label that stands in a header: on the same line behind its colon ("name,age,illness: Ana,44,lupus"),
 * or on the lines that follow with as many separators. Null when the label stands in none.
 */
export function columnOf(text: string, start: number, stop: number): { start: number; end: number }[] | null {
  let lineStart = start;
  while (lineStart > 0 && start - lineStart < MOST_LINE && text.charCodeAt(lineStart - 1) !== 10) lineStart--;
  let headerEnd = stop;
  while (headerEnd < text.length && headerEnd - stop < MOST_LINE && !/[\n:]/.test(text[headerEnd]!)) headerEnd++;
  const header = text.slice(lineStart, headerEnd);
  const behind = text.slice(stop, headerEnd).trimStart()[0];
  const before = text.slice(lineStart, start).trimEnd().at(-1);
  const separator = [behind, before].find((char) => char !== undefined && SEPARATORS.includes(char));
  if (
    separator === undefined ||
    (before !== undefined && before !== separator) ||
    (behind !== undefined && behind !== separator)
  )
    return null;
  const cells = header.split(separator);
  if (cells.length < 3 || cells.some((cell) => cell.trim().length > 30 || /\d{3}/.test(cell))) return null;
  const index = text.slice(lineStart, start).split(separator).length - 1;
  const found: { start: number; end: number }[] = [];
  const addCell = (from: number, to: number): boolean => {
    const row = text.slice(from, to).split(separator);
    if (row.length !== cells.length) return false;
    let at = from;
    for (let i = 0; i < index; i++) at += row[i]!.length + 1;
    found.push({ start: at, end: at + row[index]!.length });
    return true;
  };
  let at = headerEnd + 1;
  if (text[headerEnd] === ":") {
    const end = text.indexOf("\n", at);
    return addCell(at, end < 0 ? Math.min(text.length, at + MOST_LINE) : Math.min(end, at + MOST_LINE)) ? found : null;
  }
  for (let rows = 0; rows < MOST_ROWS && at < text.length; rows++) {
    const end = text.indexOf("\n", at);
    const to = end < 0 ? text.length : end;
    if (to - at > MOST_LINE || !addCell(at, to)) break;
    at = to + 1;
  }
  return found.length === 0 ? null : found;
}
