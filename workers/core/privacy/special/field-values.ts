import { columnOf } from "./columns.ts";
import { TELLING_LABELS } from "./field-labels.ts";
import type { SpecialCategory } from "./vocabulary.ts";

/** Words of the value behind a label. */
const VALUE_WORDS = 8;

/** What stands between a label and its value on one line. */
const LABEL_END = /(?:\s{0,2}\([^()\n]{1,30}\))?["'»”]?\s{0,3}(?:[:=]|\?|\s-)\s{0,3}["'«“]?/y;
const VALUE = /[^\n;|.?]{1,80}/y;
const NOTHING =
  /^(?:n\/?a|no|none|nil|nada|ningun[ao]?s?|no aplica|opcional|optional|-+|no consta|no refiere|sin .*|unknown|.|campo.*|prefer not.*|datos?.*|[\d\s.,/-]*|_+|\.+|\[.*|<.*|\{.*|\(.*|no se .*|se desconoce|pendiente|pending|ver .*|see .*)$/i;

/**
 * What the label at `start` to `stop` explains: what stands behind its colon, behind its question, or in its column. None
 * where it is no label.
 */
export function valuesOf(text: string, start: number, stop: number): readonly { start: number; end: number }[] {
  const column = columnOf(text, start, stop);
  if (column !== null) return column;
  LABEL_END.lastIndex = stop;
  if (!LABEL_END.test(text)) return [];
  const from = LABEL_END.lastIndex;
  VALUE.lastIndex = from;
  return VALUE.test(text) ? [{ start: from, end: VALUE.lastIndex }] : [];
}

/** Whether a value tells something whatever it is, for its `label`, in small letters without accents. */
export function tellsByLabel(category: SpecialCategory, label: string, said: string): boolean {
  if (said === "" || !TELLING_LABELS[category].test(label)) return false;
  const isNothing = category === "BIOMETRIC_DATA" ? said.length < 6 : NOTHING.test(said);
  return !isNothing && said.split(/\s+/).length <= VALUE_WORDS;
}
