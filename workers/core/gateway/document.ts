import { isBinary, openEncoding } from "./encodings.ts";
import type { Enclosed } from "./encodings.ts";
import { collectSlots, pathOf, rawPlaces, readSlot, roleOf, splice, writeSlot } from "./json-slots.ts";
import type { AskSkip, Slot, Splice } from "./json-slots.ts";
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
  /** Where its outermost segment begins. */
  start: number;
  /** No bytes and no encoding of them: scanned like any text. */
  isText: boolean;
}

/** A JSON text with everything in it that can be scanned. */
export interface Document {
  json: string;
  segments: Segment[];
  media: Media[];
  /** The segment that this JSON is the text of. */
  parent: Segment | null;
}

/** Where the text of a segment is found again in the same JSON. */
export interface Source extends Pick<Slot, "start" | "end" | "isEscaped"> {
  /** Of the segment whose text is the JSON that it stands in. */
  outer: Source | null;
}

/** Null for text inside another encoding. */
export function sourceOf({ document, enclosed, slot }: Segment): Source | null {
  const { parent } = document;
  const { end, isEscaped, start } = slot;
  const outer = parent === null ? null : sourceOf(parent);
  return enclosed !== null || (parent !== null && outer === null) ? null : { outer, start, end, isEscaped };
}

/** The text of the segment that `source` was taken of, in JSON that is the same up to its end. */
export function readSource(json: string, source: Source): string {
  return readSlot(source.outer === null ? json : readSource(json, source.outer), source) ?? "";
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
 * JSON does not know. `root` says what stands where; turns that `askSkip` names are left out.
 */
export function readDocument(json: string, root: PositionNode, askSkip: AskSkip | null = null): Document | null {
  return read(json, root, null, 0, askSkip);
}

function read(
  json: string,
  root: PositionNode,
  parent: Segment | null,
  nesting: number,
  askSkip: AskSkip | null,
): Document | null {
  const walked = collectSlots(json, root, askSkip);
  if (walked === null) return null;
  const document: Document = { json, segments: [], media: [], parent };
  for (const slot of walked.tokens) {
    document.media.push({ path: pathOf(slot), kind: "tokens", start: slot.start, isText: false });
  }
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
          if (kind !== "opaque") {
            const path = segmentPath(segment);
            const { start } = outermost(segment).slot;
            document.media.push({ path, kind: kind as MediaKind, start, isText: !sealed });
          }
          if (sealed) continue;
        }
      }
      if (kind !== "logprob" && nesting < MAX_NESTING && readsAsJson(segment.text)) {
        segment.inner = read(segment.text, UNKNOWN, segment, nesting + 1, null);
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

/** A segment's new text, or the stretches of it that change (in order, not overlapping), or null to leave it. */
export type Write = (segment: Segment) => string | readonly Edit[] | null;

/** What changes in the document's text when every segment is rewritten: the stretches that change, and no more. */
export function splicesOf(document: Document, write: Write): Splice[] {
  const { json } = document;
  const splices: Splice[] = [];
  for (const segment of document.segments) {
    const { enclosed, inner, slot } = segment;
    const text = inner === null ? write(segment) : toEdits(splicesOf(inner, write));
    if (text === null) continue;
    if (typeof text !== "string" && !slot.isNumber && enclosed === null) {
      const places = text.flatMap(({ end, start }) => [start, end]);
      const raw = slot.isEscaped ? rawPlaces(json, slot, places) : places.map((place) => slot.start + place);
      text.forEach((edit, index) =>
        splices.push({ start: raw[2 * index]!, end: raw[2 * index + 1]!, raw: JSON.stringify(edit.text).slice(1, -1) }),
      );
    } else {
      const whole = typeof text === "string" ? text : applyEdits(segment.text, text);
      splices.push(writeSlot(slot, enclosed === null ? whole : enclosed.enclose(whole)));
    }
    if (slot.bytes !== null) splices.push({ ...slot.bytes, raw: "null" });
  }
  return splices;
}

/** What changes in JSON, as a change of the text that it is. */
function toEdits(splices: readonly Splice[]): Edit[] | null {
  if (splices.length === 0) return null;
  return splices.toSorted((a, b) => a.start - b.start).map(({ end, raw, start }) => ({ start, end, text: raw }));
}

/** The document's text with every segment rewritten; the very string that was read when nothing changes. */
export function rewrite(document: Document, write: Write): string {
  return splice(document.json, splicesOf(document, write));
}
