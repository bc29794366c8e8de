import { isBinary, openEncoding } from "./encodings.ts";
import type { Enclosed } from "./encodings.ts";
import { collectSlots, pathOf, readSlot, roleOf, splice, writeSlot } from "./json-slots.ts";
import type { Slot, Splice } from "./json-slots.ts";
import { UNKNOWN } from "./positions.ts";
import type { PositionNode } from "./positions.ts";
import type { MediaKind, SlotRole } from "./types.ts";

/** JSON inside JSON inside JSON: deeper, it is scanned as text. */
const MAX_NESTING = 4;
const MEDIA = new Set(["image", "audio", "file"]);

/** A stretch of a segment that something is to be put in the place of. */
export interface Found {
  category: string;
  start: number;
  end: number;
  score: number;
  validated: boolean;
  /** Set for a value that reaches over segments; true for its later pieces, which go without a replacement. */
  isContinued?: boolean;
  /** That value. */
  whole?: string;
}

/** One text to be scanned: a slot's, decoded. */
export interface Segment {
  slot: Slot;
  text: string;
  role: SlotRole;
  untrusted: boolean;
  /** It belongs to the conversation, in its order. */
  turn: boolean;
  /** JSON inside: its segments take the place of this one. */
  inner: Document | null;
  enclosed: Enclosed | null;
  findings: Found[];
}

export interface Media {
  path: string;
  kind: MediaKind;
}

/** A JSON text with everything in it that can be scanned. */
export interface Document {
  json: string;
  segments: Segment[];
  media: Media[];
  /** The segment that this JSON is the text of. */
  parent: Segment | null;
  outer: Document | null;
}

/** Names a segment's place: known keys and indices, `*` for others. */
export function segmentPath(document: Document, segment: Pick<Segment, "slot">): string {
  const own = pathOf(segment.slot);
  if (document.parent === null || document.outer === null) return own;
  const outer = segmentPath(document.outer, document.parent);
  return own.startsWith("[") ? outer + own : `${outer}.${own}`;
}

function readsAsJson(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 123 || code === 91) return true;
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return false;
  }
  return false;
}

/**
 * Reads a JSON text into segments, nested JSON and encoded text included. Null when it is no JSON, or has escapes that
 * JSON does not know. `root` says what stands where.
 */
export function readDocument(json: string, root: PositionNode): Document | null {
  return read(json, root, null, null, 0);
}

function read(
  json: string,
  root: PositionNode,
  parent: Segment | null,
  outer: Document | null,
  nesting: number,
): Document | null {
  const walked = collectSlots(json, root);
  if (walked === null) return null;
  const document: Document = { json, segments: [], media: [], parent, outer };
  for (const slot of walked.tokens) document.media.push({ path: pathOf(slot), kind: "tokens" });
  for (const slot of walked.slots) {
    const text = readSlot(json, slot);
    if (text === null) return null;
    const segment: Segment = {
      slot,
      text,
      role: parent?.role ?? roleOf(slot),
      untrusted: parent?.untrusted ?? slot.row.untrusted === true,
      turn: parent?.turn ?? slot.speaker?.context.turn === true,
      inner: null,
      enclosed: null,
      findings: [],
    };
    const { kind } = slot.row;
    if (!slot.isNumber && !slot.isKey) {
      if (MEDIA.has(kind) || kind === "opaque") {
        segment.enclosed = openEncoding(text);
        if (segment.enclosed !== null) segment.text = segment.enclosed.text;
        else {
          const sealed = isBinary(text);
          if (kind !== "opaque") document.media.push({ path: segmentPath(document, segment), kind: kind as MediaKind });
          if (sealed) continue;
        }
      }
      if (kind !== "logprob" && nesting < MAX_NESTING && readsAsJson(segment.text)) {
        segment.inner = read(segment.text, UNKNOWN, segment, document, nesting + 1);
        if (segment.inner !== null) document.media.push(...segment.inner.media);
      }
    }
    document.segments.push(segment);
  }
  return document;
}

/** Every segment that is scanned itself, with the document it belongs to, in document order. */
export function* leavesOf(document: Document): Generator<{ document: Document; segment: Segment }> {
  for (const segment of document.segments) {
    if (segment.inner === null) yield { document, segment };
    else yield* leavesOf(segment.inner);
  }
}

/**
 * The document's text with every segment rewritten. `write` gives a segment's new text, or null to leave it. The very
 * string that was read is returned when nothing changes.
 */
export function rewrite(document: Document, write: (segment: Segment) => string | null): string {
  const splices: Splice[] = [];
  for (const segment of document.segments) {
    let text: string | null;
    if (segment.inner === null) text = write(segment);
    else {
      const changed = rewrite(segment.inner, write);
      text = changed === segment.inner.json ? null : changed;
    }
    if (text === null) continue;
    splices.push(writeSlot(segment.slot, segment.enclosed === null ? text : segment.enclosed.enclose(text)));
    if (segment.slot.bytes !== null) splices.push({ ...segment.slot.bytes, raw: "null" });
  }
  return splice(document.json, splices);
}
