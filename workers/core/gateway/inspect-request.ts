import { sipHex } from "../privacy/siphash.ts";
import type { SipHash } from "../privacy/siphash.ts";
import { decideShield } from "../shield/shield.ts";
import type { Shield, ShieldDecision } from "../shield/shield.ts";
import type { ShieldCategory } from "../shield/model.ts";
import { leavesOf, readDocument, rewrite, segmentPath } from "./document.ts";
import type { Document, Found, Media, Segment } from "./document.ts";
import { conversationKeys, identityOf, tenantHashes } from "./keys.ts";
import { createDigest } from "./memory.ts";
import type { Digest, SegmentMemory } from "./memory.ts";
import type { CompiledPolicy } from "./policy.ts";
import { createSegmentScanner } from "./segment-scan.ts";
import { createExchange } from "./session.ts";
import type { Entry, Exchange } from "./session.ts";
import { TABLES, treeOf } from "./tables.ts";
import { bareToken, findTokenLike } from "./tokens.ts";
import type {
  CandidateDiff,
  RequestInput,
  RequestInspection,
  ShieldReport,
  SlotFinding,
  SlotRole,
  Uninspected,
  Verdict,
} from "./types.ts";

interface Leaf {
  document: Document;
  segment: Segment;
}

/** System text first, then the turns, then the rest: what comes later never changes how earlier text is written. */
function scanOrder({ segment }: Leaf): number {
  if (segment.turn) return 1;
  return segment.role === "system" ? 0 : 2;
}

/** Segments that are parts of one text. */
function joinedParts(leaves: readonly Leaf[]): Segment[][] {
  const groups = new Map<unknown, Segment[]>();
  for (const { segment } of leaves) {
    const { slot } = segment;
    if (slot.row.joined !== true) continue;
    const key = slot.speaker ?? slot.frame?.parent;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [segment]);
    else group.push(segment);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

const SOURCE = /^(.+)\.source\.(?:data|url|file_id)$/;

/** Anthropic's `source` holds images and documents alike, and the walker cannot know which: the block's type tells. */
function nameSources(media: Media[], body: string): void {
  const sources = media.filter(({ kind, path }) => kind === "file" && SOURCE.test(path));
  if (sources.length === 0) return;
  const root: unknown = JSON.parse(body);
  for (const part of sources) {
    let block = root;
    for (const key of SOURCE.exec(part.path)![1]!.split(/[.[\]]+/)) {
      if (key === "") continue;
      const isInside = typeof block === "object" && block !== null && Object.hasOwn(block, key);
      block = isInside ? (block as Record<string, unknown>)[key] : null;
    }
    if ((block as { type?: unknown } | null)?.type === "image") part.kind = "image";
  }
}

/** Scans every leaf; findings lie in the segments afterwards. */
function scanLeaves(
  leaves: readonly Leaf[],
  parts: readonly (readonly Segment[])[],
  input: RequestInput,
  policy: CompiledPolicy,
  hash: SipHash,
  digest: Digest,
): { scannedChars: number; rememberedChars: number } {
  const scanner = createSegmentScanner({
    engine: input.engine,
    policy,
    direction: "request",
    hash,
    digest,
    memory: input.memory ?? null,
  });
  for (const rank of [0, 1, 2]) {
    for (const leaf of leaves) if (scanOrder(leaf) === rank) scanner.scan(leaf.segment);
  }
  for (const group of parts) scanner.scanJoined(group);
  const { rememberedChars, scannedChars } = scanner;
  return { scannedChars, rememberedChars };
}

function valueOf(segment: Segment, finding: Found): string {
  return finding.whole ?? segment.text.slice(finding.start, finding.end);
}

function verdictOf(policy: CompiledPolicy, leaves: readonly Leaf[]): Verdict {
  if (!policy.enforces) return "pass";
  let verdict: Verdict = "pass";
  for (const { segment } of leaves) {
    for (const { category } of segment.findings) {
      const action = policy.actionFor("request", category);
      if (action === "block") return "block";
      if (action !== "allow") verdict = "rewrite";
    }
  }
  return verdict;
}

function countsOf(policy: CompiledPolicy, leaves: readonly Leaf[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { segment } of leaves) {
    for (const { category, isContinued } of segment.findings) {
      if (isContinued !== true && policy.actionFor("request", category) !== "allow")
        counts.set(category, (counts.get(category) ?? 0) + 1);
    }
  }
  return Object.fromEntries(counts);
}

function diffOf(
  live: CompiledPolicy,
  candidate: CompiledPolicy,
  before: Record<string, number>,
  leaves: readonly Leaf[],
): CandidateDiff {
  const after = countsOf(candidate, leaves);
  const diff: CandidateDiff = { action: verdictOf(candidate, leaves), added: {}, removed: {}, changed: {} };
  for (const category of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const more = (after[category] ?? 0) - (before[category] ?? 0);
    if (more > 0) diff.added[category] = more;
    if (more < 0) diff.removed[category] = -more;
    const actions = [live, candidate].map((policy) =>
      policy.enforces ? policy.actionFor("request", category) : "report",
    );
    if (actions[0] !== actions[1]) diff.changed[category] = actions.join(">");
  }
  return diff;
}

const SHIELD_SOURCES: Readonly<
  Partial<Record<SlotRole, { source: "prompt" | "tool_result"; mode: "user" | "toolResults" }>>
> = {
  user: { source: "prompt", mode: "user" },
  tool: { source: "tool_result", mode: "toolResults" },
};
const SEVERITY = ["pass", "record", "warn", "block"] as const;

/** Asks the shield about the text of the user, of documents and of tools. */
function askShield(
  shield: Shield,
  document: Document,
  policy: CompiledPolicy,
  hash: SipHash,
  digest: Digest,
  memory: SegmentMemory | null,
): ShieldReport {
  const report: ShieldReport = { action: "pass", threats: [] };
  const prefixes = new Map<string, string>();
  for (const segment of document.segments) {
    const own = SHIELD_SOURCES[segment.role];
    if (own === undefined || segment.slot.isKey || segment.slot.isNumber) continue;
    const isDocument = segment.untrusted && segment.role !== "tool";
    const mode = policy.shield[isDocument ? "documents" : own.mode];
    if (mode === "off") continue;
    const source: "prompt" | "document" | "tool_result" = isDocument ? "document" : own.source;
    let prefix = prefixes.get(source);
    if (prefix === undefined) prefixes.set(source, (prefix = sipHex(hash, `shield/${policy.fingerprint}/${source}`)));
    const name = prefix + digest(segment.text);
    let threats = memory?.get(name)?.threats;
    if (threats === undefined) {
      threats = shield
        .inspect(segment.text, { source, thresholds: policy.shield.thresholds })
        .threats.map(({ category, confidence }) => ({ category, confidence }));
      memory?.set(name, { findings: [], threats });
    }
    if (threats.length === 0) continue;
    const path = segmentPath(document, segment);
    const found = threats.map(({ category, confidence }) => ({
      path,
      category: category as ShieldCategory,
      confidence,
      source,
    }));
    report.threats.push(...found);
    const decision: ShieldDecision = decideShield(
      found.map((threat) => ({ ...threat, start: 0, end: 0, rule: "" })),
      mode,
    );
    if (SEVERITY.indexOf(decision.action) > SEVERITY.indexOf(report.action)) report.action = decision.action;
  }
  return report;
}

/** The text of a segment with its findings replaced, or null when nothing is. */
function replaceIn(segment: Segment, exchange: Exchange, entries: ReadonlyMap<Found, Entry>): string | null {
  const isBare = segment.slot.row.kind === "name";
  const edits: { start: number; end: number; text: string }[] = [];
  for (const finding of segment.findings) {
    const action = exchange.policy.actionFor("request", finding.category);
    if (action === "allow") continue;
    const written = finding.isContinued === true ? "" : exchange.replaceInRequest(entries.get(finding)!, action);
    edits.push({
      start: finding.start,
      end: finding.end,
      text: isBare && action === "token" ? bareToken(written) : written,
    });
  }
  for (const literal of findTokenLike(segment.text)) {
    // The assistant's earlier words may hold tokens of this conversation: those it may keep.
    if (segment.role === "assistant" && exchange.isMinted(literal.text)) continue;
    if (edits.some((edit) => edit.start < literal.end && edit.end > literal.start)) continue;
    edits.push({ start: literal.start, end: literal.end, text: exchange.escapeLiteral(literal.text, segment.role) });
  }
  if (edits.length === 0) return null;
  let out = "";
  let at = 0;
  for (const edit of edits.sort((a, b) => a.start - b.start)) {
    out += segment.text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  out += segment.text.slice(at);
  // A part that held nothing else stays: providers refuse empty text.
  return out.trim() === "" && segment.text.trim() !== "" ? "…" : out;
}

function invalid(input: RequestInput): RequestInspection {
  const keys = conversationKeys(input.tenantKey, "");
  return {
    verdict: "invalid",
    body: "",
    findings: [],
    counts: {},
    uninspected: [],
    shield: { action: "pass", threats: [] },
    candidate: null,
    conversation: keys.name,
    scannedChars: 0,
    rememberedChars: 0,
    session: createExchange(input.policy, input.engine, keys, []),
  };
}

/**
 * Scans a request body at every position and says what to do with it. Never throws on hostile bodies; linear in the
 * body. Throws RangeError unless the tenant key has 16 bytes.
 */
export function inspectRequest(input: RequestInput): RequestInspection {
  const { policy } = input;
  const document = input.body.trimStart().startsWith("{")
    ? readDocument(input.body, treeOf(TABLES[input.dialect].request))
    : null;
  if (document === null) return invalid(input);
  nameSources(document.media, input.body);
  const leaves = [...leavesOf(document)];
  const firstUser = leaves.find(({ segment }) => segment.role === "user" && !segment.slot.isKey);
  const digest = createDigest(tenantHashes(input.tenantKey).segments);
  const identity = identityOf(input.conversation, digest(firstUser?.segment.text ?? ""));
  const keys = conversationKeys(input.tenantKey, identity);
  const exchange = createExchange(policy, input.engine, keys, input.vault ?? []);
  const parts = joinedParts(leaves);

  const shield =
    input.shield === undefined || input.shield === null
      ? ({ action: "pass", threats: [] } satisfies ShieldReport)
      : askShield(input.shield, document, policy, keys.segments, digest, input.memory ?? null);

  let candidate: CandidateDiff | null = null;
  let candidateLeaves: Leaf[] | null = null;
  if (input.candidate !== undefined && input.candidate !== null) {
    scanLeaves(leaves, parts, input, input.candidate, keys.segments, digest);
    candidateLeaves = leaves.map(({ document: owner, segment }) => ({ document: owner, segment: { ...segment } }));
  }
  const { rememberedChars, scannedChars } = scanLeaves(leaves, parts, input, policy, keys.segments, digest);
  const counts = countsOf(policy, leaves);
  if (candidateLeaves !== null) candidate = diffOf(policy, input.candidate!, counts, candidateLeaves);

  const uninspected: Uninspected[] = document.media.map(({ kind, path }) => ({
    path,
    kind,
    action: policy.enforces && policy.media[kind] === "refuse" ? "refuse" : "pass",
  }));

  const findings: SlotFinding[] = [];
  const entries = new Map<Found, Entry>();
  for (const rank of [0, 1, 2]) {
    for (const leaf of leaves) {
      if (scanOrder(leaf) !== rank) continue;
      const { segment } = leaf;
      const isTrusted = !segment.untrusted && segment.role !== "tool";
      if (segment.role !== "assistant") exchange.links.note(segment.text, isTrusted);
      for (const finding of segment.findings) {
        if (finding.isContinued === true) continue;
        entries.set(finding, exchange.note(finding.category, valueOf(segment, finding), segment.role));
      }
    }
  }
  for (const { document: owner, segment } of leaves) {
    for (const finding of segment.findings) {
      const action = policy.actionFor("request", finding.category);
      if (finding.isContinued === true || action === "allow") continue;
      findings.push({
        path: segmentPath(owner, segment),
        role: segment.role,
        direction: "request",
        category: finding.category,
        score: finding.score,
        length: valueOf(segment, finding).length,
        action: policy.enforces ? action : "report",
      });
    }
  }

  let verdict = verdictOf(policy, leaves);
  if (uninspected.some(({ action }) => action === "refuse")) verdict = "refuse";
  if (shield.action === "block") verdict = "block";
  let { body } = input;
  if (policy.enforces && verdict !== "block" && verdict !== "refuse") {
    // Tokens are minted in the order of scanning, so that a longer conversation only adds to a shorter one.
    for (const rank of [0, 1, 2]) {
      for (const leaf of leaves) {
        if (scanOrder(leaf) !== rank) continue;
        for (const finding of leaf.segment.findings) {
          const entry = entries.get(finding);
          const action = policy.actionFor("request", finding.category);
          if (entry !== undefined && action === "token") exchange.replaceInRequest(entry, action);
        }
      }
    }
    body = rewrite(document, (segment) => replaceIn(segment, exchange, entries));
    verdict = body === input.body ? "pass" : "rewrite";
  }
  return {
    verdict,
    body: verdict === "block" || verdict === "refuse" ? "" : body,
    findings,
    counts,
    uninspected,
    shield,
    candidate,
    conversation: keys.name,
    scannedChars,
    rememberedChars,
    session: exchange,
  };
}
