// The coverage table: every position the walkers know, and what happens to text there. Generated from their tables.
import { SHAPES } from "./positions.ts";
import type { Position } from "./positions.ts";
import { TABLES } from "./tables.ts";
import type { Direction, GatewayDialect } from "./types.ts";

export interface CoverageRow {
  dialect: GatewayDialect;
  direction: Direction;
  streamed: boolean;
  path: string;
  /** The speaker; `context` where the surrounding message tells. */
  role: string;
  treatment: string;
}

const TREATMENTS: Readonly<Record<string, string>> = {
  text: "scanned as text; the values of JSON inside one by one",
  json: "scanned as JSON: values and long numbers, keys that are no identifiers",
  name: "scanned as a name, identifiers read as words",
  role: "left alone if it is a role, else scanned",
  logprob: "scanned joined with its neighbours; emptied in streams",
  bytes: "removed with the token it spells",
  opaque: "scanned if it is text or base64 of text, else sealed data",
  number: "numbers left alone, strings scanned",
  image: "media policy; text inside encodings scanned",
  audio: "media policy; text inside encodings scanned",
  file: "media policy; text inside encodings scanned",
  tokens: "text scanned; token numbers go by the media policy",
};

function treatmentOf(position: Position): string {
  if (Object.hasOwn(SHAPES, position.kind)) return `left alone if it has the shape of ${position.kind}, else scanned`;
  const treatment = TREATMENTS[position.kind]!;
  return position.sealed === true ? `${treatment}; tokens stay, the provider signs it` : treatment;
}

/** One row per position and dialect, `**` for whatever no table names. Sorted by dialect, direction and path. */
export function coverageTable(): CoverageRow[] {
  const rows: CoverageRow[] = [];
  for (const [dialect, { request, response, stream }] of Object.entries(TABLES)) {
    for (const [table, direction, streamed] of [
      [request, "request", false],
      [response, "response", false],
      [stream, "response", true],
    ] as const) {
      if (table === null) continue;
      // A later row for a path takes the place of an earlier one, as it does in the walker.
      const byPath = new Map<string, Position>();
      for (const position of table.positions) byPath.set(position.path, position);
      byPath.set("**", { path: "**", kind: "text", role: "other" });
      for (const position of [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1))) {
        rows.push({
          dialect: dialect as GatewayDialect,
          direction,
          streamed,
          path: position.path,
          role: position.role ?? "context",
          treatment: treatmentOf(position),
        });
      }
    }
  }
  return rows;
}
