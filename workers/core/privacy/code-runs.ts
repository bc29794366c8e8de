import { isDigit, isWordChar } from "./characters.ts";

/** How often letters and digits take turns in a code; in "5to", "B12" and "4a2" they do so less often. */
const CODE_TURNS = 3;
/** So far a run is looked at on either side of a place. */
const REACH = 64;

/** Whether the run of letters and digits around a place is a code ("6d70424c"), as digests and keys are. */
function isCode(text: string, at: number): boolean {
  const from = Math.max(0, at - REACH);
  const to = Math.min(text.length, at + REACH);
  let start = at;
  while (start > from && isWordChar(text.charCodeAt(start - 1))) start--;
  let turns = 0;
  for (let i = start + 1; i < to && isWordChar(text.charCodeAt(i)); i++)
    if (isDigit(text.charCodeAt(i)) !== isDigit(text.charCodeAt(i - 1)) && ++turns === CODE_TURNS) return true;
  return false;
}

/** Whether a word goes on over a place. */
function isInsideRun(text: string, at: number): boolean {
  return at > 0 && at < text.length && isWordChar(text.charCodeAt(at - 1)) && isWordChar(text.charCodeAt(at));
}

function hasGap(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isWordChar(text.charCodeAt(i))) return true;
  return false;
}

/**
 * Whether what was taken for a name is a piece of a code: it begins or ends inside of one, or is one. A name of several
 * words may hold a whole one.
 */
export function isPieceOfCode(text: string, start: number, end: number): boolean {
  const isOneRun = !hasGap(text, start, end);
  return (
    ((isOneRun || isInsideRun(text, start)) && isCode(text, start)) || (isInsideRun(text, end) && isCode(text, end))
  );
}
