import { createAnswerLog, placeOf } from "./answer.ts";
import type { AnswerLog } from "./answer.ts";
import { blockedAnswer } from "./blocked-answer.ts";
import { applyEdits, leavesOf, outermost, readDocument, rewrite, segmentPath } from "./document.ts";
import type { Edit, Segment } from "./document.ts";
import type { Frame } from "./json-slots.ts";
import { restoreText } from "./restorer.ts";
import { createSegmentScanner } from "./segment-scan.ts";
import type { Exchange, RestorePlace } from "./session.ts";
import { TABLES, treeOf } from "./tables.ts";
import type { GatewayDialect, ResponseInspection, Session } from "./types.ts";

/** Pieces of one text, such as the tokens of `logprobs`, by the answer they belong to. */
function piecesOf(leaves: readonly Segment[]): Segment[][] {
  const groups = new Map<unknown, Segment[]>();
  for (const segment of leaves) {
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

function collectEdits(segment: Segment, exchange: Exchange, log: AnswerLog): Edit[] {
  const edits: Edit[] = [];
  for (const finding of segment.findings) {
    const value = finding.whole ?? segment.text.slice(finding.start, finding.end);
    const isPiece = segment.slot.row.kind === "logprob";
    if (finding.isContinued === true) {
      if (
        exchange.policy.enforces &&
        exchange.policy.actionFor("response", finding.category) !== "allow" &&
        !exchange.isOwn(finding.category, value)
      )
        edits.push({ start: finding.start, end: finding.end, text: "" });
      continue;
    }
    const written = log.treat(finding.category, value, finding.score, segmentPath(segment), segment.role);
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
  const leaves = leavesOf(document);
  const reader = exchange.reader();
  const scanner = createSegmentScanner({
    engine: exchange.engine,
    policy,
    direction: "response",
    texts: exchange.keys.texts,
    memory: null,
    reader,
  });
  for (const segment of leaves) scanner.scan(segment);
  for (const group of piecesOf(leaves)) scanner.scanJoined(group);

  const edits = new Map<Segment, Edit[]>();
  const maskedPieces = new Set<Frame>();
  for (const segment of leaves) {
    if (segment.findings.length === 0) continue;
    const own = collectEdits(segment, exchange, log);
    if (own.length === 0) continue;
    edits.set(segment, own);
    const { frame, row } = segment.slot;
    if (row.kind === "logprob" && frame !== null) maskedPieces.add(frame);
  }
  if (maskedPieces.size > 0) {
    // The alternatives to a masked piece are spelled like it.
    for (const segment of leaves) {
      const entry = segment.slot.row.kind === "logprob" ? segment.slot.frame?.parent?.parent : undefined;
      if (entry !== undefined && entry !== null && maskedPieces.has(entry))
        edits.set(segment, [{ start: 0, end: segment.text.length, text: "" }]);
    }
  }
  if (log.blocked) return result("block", blockedAnswer(body, dialect), scanner.scannedChars);
  if (!policy.enforces) return result("pass", body, scanner.scannedChars);

  const restore = reader.isEmpty ? null : restorerFor(exchange, leaves, log);
  const changed = rewrite(document, (segment) => {
    const own = edits.get(segment);
    if (restore === null) return own ?? null;
    const text = restore(segment, own === undefined ? segment.text : applyEdits(segment.text, own));
    return text === segment.text ? null : text;
  });
  return result(changed === body ? "pass" : "rewrite", changed, scanner.scannedChars);
}

/** What the tokens in a segment's text stand for is put back, as far as the segment's place allows it. */
function restorerFor(
  exchange: Exchange,
  leaves: readonly Segment[],
  log: AnswerLog,
): (segment: Segment, text: string) => string {
  const placeFor = (segment: Segment): RestorePlace => {
    if (segment.slot.row.kind === "logprob") return "sealed";
    const { role, slot } = outermost(segment);
    return placeOf(slot.row, role);
  };
  let args = "";
  for (const segment of leaves) if (placeFor(segment) === "arguments") args += `${segment.text}\n`;
  const placeOfCall = exchange.placeOfCall(args);
  return (segment, text) => {
    const place = placeFor(segment);
    return restoreText(exchange, place === "arguments" ? placeOfCall : place, text, log.onToken);
  };
}
