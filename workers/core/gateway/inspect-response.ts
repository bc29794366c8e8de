import { createAnswerLog, placeOf } from "./answer.ts";
import type { AnswerLog } from "./answer.ts";
import { blockedAnswer } from "./blocked-answer.ts";
import { leavesOf, readDocument, rewrite, segmentPath } from "./document.ts";
import type { Document, Segment } from "./document.ts";
import type { Frame } from "./json-slots.ts";
import { createDigest } from "./memory.ts";
import { restoreText } from "./restorer.ts";
import { createSegmentScanner } from "./segment-scan.ts";
import type { Exchange, RestorePlace } from "./session.ts";
import { TABLES, treeOf } from "./tables.ts";
import type { GatewayDialect, ResponseInspection, Session } from "./types.ts";

/** The outermost segment that a segment lies in. */
function outermost(document: Document, segment: Segment): Segment {
  return document.parent === null || document.outer === null ? segment : outermost(document.outer, document.parent);
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

function apply(text: string, edits: readonly Edit[]): string {
  let out = "";
  let at = 0;
  for (const edit of edits) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

/** Pieces of one text, such as the tokens of `logprobs`, by the answer they belong to. */
function piecesOf(leaves: readonly { segment: Segment }[]): Segment[][] {
  const groups = new Map<unknown, Segment[]>();
  for (const { segment } of leaves) {
    const { frame, row, speaker } = segment.slot;
    if (row.kind !== "logprob" && row.joined !== true) continue;
    // Alternatives to a token are no part of the text.
    const isAlternative = row.path.includes("top_logprobs");
    const key = row.kind === "logprob" ? (isAlternative ? segment : frame?.parent) : (speaker ?? frame?.parent);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [segment]);
    else group.push(segment);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function collectEdits(document: Document, segment: Segment, exchange: Exchange, log: AnswerLog): Edit[] {
  const edits: Edit[] = [];
  for (const finding of segment.findings) {
    const value = finding.whole ?? segment.text.slice(finding.start, finding.end);
    const isPiece = segment.slot.row.kind === "logprob";
    if (finding.isContinued === true) {
      if (
        exchange.policy.enforces &&
        exchange.policy.actionFor("response", finding.category) !== "allow" &&
        exchange.ownValue(finding.category, value) === null
      )
        edits.push({ start: finding.start, end: finding.end, text: "" });
      continue;
    }
    const written = log.treat(finding.category, value, finding.score, segmentPath(document, segment), segment.role);
    if (written !== null) edits.push({ start: finding.start, end: finding.end, text: isPiece ? "" : written });
  }
  return edits;
}

/**
 * Scans an answer at every position, masks what the caller never sent and puts the caller's own values back. Works on
 * answers and on the upstream's error bodies. Never throws on hostile bodies; linear in the body.
 */
export function inspectResponse(session: Session, body: string, dialect: GatewayDialect): ResponseInspection {
  const exchange = session as Exchange;
  const { policy } = exchange;
  const log = createAnswerLog(exchange);
  const result = (verdict: ResponseInspection["verdict"], text: string, scannedChars: number): ResponseInspection => ({
    verdict,
    body: text,
    findings: log.findings,
    counts: log.counts(),
    restored: log.restored,
    withheld: log.withheld,
    scannedChars,
  });

  const document = readDocument(body, treeOf(TABLES[dialect].response));
  if (document === null) return result("invalid", "", 0);
  const leaves = [...leavesOf(document)];
  const scanner = createSegmentScanner({
    engine: exchange.engine,
    policy,
    direction: "response",
    hash: exchange.keys.segments,
    digest: createDigest(exchange.keys.segments),
    memory: null,
    reader: exchange.reader(),
  });
  for (const { segment } of leaves) scanner.scan(segment);
  for (const group of piecesOf(leaves)) scanner.scanJoined(group);

  const edits = new Map<Segment, Edit[]>();
  const maskedPieces = new Set<Frame>();
  for (const leaf of leaves) {
    const own = collectEdits(leaf.document, leaf.segment, exchange, log);
    const { frame, row } = leaf.segment.slot;
    if (own.length > 0 && row.kind === "logprob" && frame !== null) maskedPieces.add(frame);
    edits.set(leaf.segment, own);
  }
  // The alternatives to a masked piece are spelled like it.
  for (const { segment } of leaves) {
    const entry = segment.slot.row.kind === "logprob" ? segment.slot.frame?.parent?.parent : undefined;
    if (entry !== undefined && entry !== null && maskedPieces.has(entry))
      edits.set(segment, [{ start: 0, end: segment.text.length, text: "" }]);
  }
  if (log.blocked) return result("block", blockedAnswer(body, dialect), scanner.scannedChars);
  if (!policy.enforces) return result("pass", body, scanner.scannedChars);

  const places = new Map<Segment, RestorePlace>();
  let args = "";
  for (const leaf of leaves) {
    const top = outermost(leaf.document, leaf.segment);
    const place = leaf.segment.slot.row.kind === "logprob" ? "sealed" : placeOf(top.slot.row, top.role);
    places.set(leaf.segment, place);
    if (place === "arguments") args += `${leaf.segment.text}\n`;
  }
  const mayFill = exchange.links.mayFill(args);
  const changed = rewrite(document, (segment) => {
    const own = edits.get(segment) ?? [];
    const place = places.get(segment) ?? "prose";
    const masked = apply(segment.text, own);
    const text = restoreText(exchange, place === "arguments" && !mayFill ? "sealed" : place, masked, log.onToken);
    return text === segment.text ? null : text;
  });
  return result(changed === body ? "pass" : "rewrite", changed, scanner.scannedChars);
}
