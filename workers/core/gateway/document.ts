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
  /** The JSON that it stands in. */
  document: Document;
  slot: Slot;
  text: string;
  /** Keyed digest of the text, once somebody asked. */
  digest: string | null;
  role: SlotRole;
  untrusted: boolean;
  /** It belongs to the conversation, in its order. */
  turn: boolean;
  /** JSON inside: its segments take the place of this one. */
  inner: Document | null;
  enclosed: Enclosed | null;
  findings: readonly Found[];
}

/** A stretch of a segment's text, and what takes its place. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The text with its edits, which are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = "";
  let at = 0;
  for (const edit of edits) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
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
}

/** Names a segment's place: known keys and indices, `*` for others. */
export function segmentPath({ document, slot }: Pick<Segment, "document" | "slot">): string {
  const own = pathOf(slot);
  if (document.parent === null) return own;
  const outer = segmentPath(document.parent);
  return own.startsWith("[") ? outer + own : `${outer}.${own}`;
}

/** The outermost segment that a segment lies in. */
export function outermost(segment: Segment): Segment {
  const { parent } = segment.document;
  return parent === null ? segment : outermost(parent);
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
  return read(json, root, null, 0);
}

function read(json: string, root: PositionNode, parent: Segment | null, nesting: number): Document | null {
  const walked = collectSlots(json, root);
  if (walked === null) return null;
  const document: Document = { json, segments: [], media: [], parent };
  for (const slot of walked.tokens) document.media.push({ path: pathOf(slot), kind: "tokens" });
  for (const slot of walked.slots) {
    const text = readSlot(json, slot);
    if (text === null) return null;
    const segment: Segment = {
      document,
      slot,
      text,
      digest: null,
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
          if (kind !== "opaque") document.media.push({ path: segmentPath(segment), kind: kind as MediaKind });
          if (sealed) continue;
        }
      }
      if (kind !== "logprob" && nesting < MAX_NESTING && readsAsJson(segment.text)) {
        segment.inner = read(segment.text, UNKNOWN, segment, nesting + 1);
        if (segment.inner !== null) document.media.push(...segment.inner.media);
      }
    }
    document.segments.push(segment);
  }
  return document;
}

/** Every segment that is scanned itself, in document order. */
export function leavesOf(document: Document, leaves: Segment[] = []): Segment[] {
  for (const segment of document.segments) {
    if (segment.inner === null) leaves.push(segment);
    else leavesOf(segment.inner, leaves);
  }
  return leaves;
}

/**
 * The document's text with every segment rewritten. `write` gives a segment's new text, or the stretches of it that
 * change (in order, not overlapping), or null to leave it. The very string that was read is returned when nothing
 * changes.
 */
export function rewrite(document: Document, write: (segment: Segment) => string | readonly Edit[] | null): string {
  const splices: Splice[] = [];
  for (const segment of document.segments) {
    const { enclosed, inner, slot } = segment;
    let text: string | readonly Edit[] | null;
    if (inner === null) text = write(segment);
    else {
      const changed = rewrite(inner, write);
      text = changed === inner.json ? null : changed;
    }
    if (text === null) continue;
    if (typeof text !== "string" && !slot.isEscaped && !slot.isNumber && enclosed === null) {
      // What stands in the JSON is the text itself: the rest of it stays where it is.
      for (const edit of text) {
        const raw = JSON.stringify(edit.text).slice(1, -1);
        splices.push({ start: slot.start + edit.start, end: slot.start + edit.end, raw });
      }
    } else {
      const whole = typeof text === "string" ? text : applyEdits(segment.text, text);
      splices.push(writeSlot(slot, enclosed === null ? whole : enclosed.enclose(whole)));
    }
    if (slot.bytes !== null) splices.push({ ...slot.bytes, raw: "null" });
  }
  return splice(document.json, splices);
}
