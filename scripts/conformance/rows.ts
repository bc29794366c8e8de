// The rows of the coverage table as cases, and what is looked at in what comes out.
import type { CoverageRow } from "../../workers/core/gateway/coverage.ts";
import { TABLES } from "../../workers/core/gateway/tables.ts";
import type { PrivacyMode } from "../../workers/core/gateway/types.ts";
import { FRAMES, merge, placeAt, STREAMS } from "./bodies.ts";

export const MODES: readonly PrivacyMode[] = ["audit", "warn", "redact", "block"];
/** Same members, same lengths: what a client relies on. */
export function sameShape(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => sameShape(item, b[i]));
  if (typeof a === "object" && a !== null && typeof b === "object" && b !== null) {
    const keys = Object.keys(a);
    return (
      keys.join() === Object.keys(b).join() && keys.every((key) => sameShape((a as never)[key], (b as never)[key]))
    );
  }
  return typeof a === typeof b || a === null || b === null;
}

/** Text that is taken for a word of the protocol is no text; bytes go with the token they spell. */
export function isPlantable(row: CoverageRow): boolean {
  return !row.treatment.startsWith("removed with");
}

/** Positions where the model speaks to the user, so that values are put back. */
export function isSpoken(row: CoverageRow): boolean {
  return (
    (row.role === "context" || row.role === "assistant") &&
    /^(?:scanned as text|scanned as JSON)/.test(row.treatment) &&
    !row.treatment.includes("tokens stay")
  );
}

/** Text that comes in pieces, which a client joins. */
export function isChannel(row: CoverageRow): boolean {
  return TABLES[row.dialect].stream?.positions.findLast(({ path }) => path === row.path)?.channel === true;
}

/** Tokens of streams repeat the text beside them: they are emptied, and not looked at where nothing is changed. */
export function isEmptied(row: CoverageRow): boolean {
  return row.streamed && row.treatment.includes("emptied");
}

export function eventOf(row: CoverageRow, value: unknown): Record<string, unknown> {
  return merge(FRAMES[row.dialect].event, placeAt(row.path, value)) as Record<string, unknown>;
}

/** A whole stream of the dialect with these events in its middle. */
export function streamOf(dialect: CoverageRow["dialect"], events: readonly unknown[]): string {
  const { after, before } = STREAMS[dialect];
  return [...before, ...events, ...after]
    .map((event) => `data: ${typeof event === "string" ? event : JSON.stringify(event)}\n\n`)
    .join("");
}

/** All strings of the events, one behind the other: what pieces say together. */
export function spokenIn(stream: string): string {
  const said: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === "string") said.push(value);
    else if (typeof value === "object" && value !== null) for (const item of Object.values(value)) collect(item);
  };
  for (const [, data] of stream.matchAll(/^data: (\{.*)$/gm)) {
    const event = JSON.parse(data!) as Record<string, unknown>;
    for (const envelope of ["id", "object", "type", "model", "item_id"])
      if (String(event[envelope]).length < 60) delete event[envelope];
    collect(event);
  }
  return said.join("");
}

export function framesAreJson(stream: string): boolean {
  try {
    for (const [, data] of stream.matchAll(/^data: (.*)$/gm)) if (data !== "[DONE]") JSON.parse(data!);
    return stream === "" || stream.endsWith("\n\n");
  } catch {
    return false;
  }
}
