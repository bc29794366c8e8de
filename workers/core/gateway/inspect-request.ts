import { decideShield } from "../shield/shield.ts";
import type { Shield, ShieldDecision } from "../shield/shield.ts";
import type { ShieldCategory } from "../shield/model.ts";
import { applyEdits, leavesOf, outermost, readDocument, rewrite, segmentPath } from "./document.ts";
import type { Document, Edit, Found, Media, Segment } from "./document.ts";
import { conversationKeys, identityOf, tenantHashes } from "./keys.ts";
import type { TenantDigest } from "./keys.ts";
import type { SegmentMemory } from "./memory.ts";
import type { CompiledPolicy } from "./policy.ts";
import { createSegmentScanner, digestOf } from "./segment-scan.ts";
import { createExchange } from "./session.ts";
import type { Entry, Exchange } from "./session.ts";
import { TABLES, treeOf } from "./tables.ts";
import { hexOf } from "./text-digest.ts";
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

/** System text first, then the turns, then the rest: what comes later never changes how earlier text is written. */
function inScanOrder(leaves: readonly Segment[]): Segment[] {
  const system: Segment[] = [];
  const turns: Segment[] = [];
  const others: Segment[] = [];
  for (const segment of leaves) (segment.turn ? turns : segment.role === "system" ? system : others).push(segment);
  return [...system, ...turns, ...others];
}

/** Segments that are parts of one text. */
function joinedParts(leaves: readonly Segment[]): Segment[][] {
  const groups = new Map<unknown, Segment[]>();
  for (const segment of leaves) {
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

/** Scans every leaf, in the order of scanning; findings lie in the segments afterwards. */
function scanLeaves(
  ordered: readonly Segment[],
  parts: readonly (readonly Segment[])[],
  input: RequestInput,
  policy: CompiledPolicy,
  texts: TenantDigest,
): { scannedChars: number; rememberedChars: number } {
  const { engine } = input;
  const scanner = createSegmentScanner({ engine, policy, direction: "request", texts, memory: input.memory ?? null });
  for (const segment of ordered) scanner.scan(segment);
  for (const group of parts) scanner.scanJoined(group);
  const { rememberedChars, scannedChars } = scanner;
  return { scannedChars, rememberedChars };
}

function valueOf(segment: Segment, finding: Found): string {
  return finding.whole ?? segment.text.slice(finding.start, finding.end);
}

function verdictOf(policy: CompiledPolicy, leaves: readonly Pick<Segment, "findings">[]): Verdict {
  if (!policy.enforces) return "pass";
  let verdict: Verdict = "pass";
  for (const { findings } of leaves) {
    for (const { category } of findings) {
      const action = policy.actionFor("request", category);
      if (action === "block") return "block";
      if (action !== "allow") verdict = "rewrite";
    }
  }
  return verdict;
}

function countsOf(policy: CompiledPolicy, leaves: readonly Pick<Segment, "findings">[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { findings } of leaves) {
    for (const { category, isContinued } of findings) {
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
  leaves: readonly Pick<Segment, "findings">[],
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
  texts: TenantDigest,
  memory: SegmentMemory | null,
): ShieldReport {
  const report: ShieldReport = { action: "pass", threats: [] };
  for (const segment of document.segments) {
    const own = SHIELD_SOURCES[segment.role];
    if (own === undefined || segment.slot.isKey || segment.slot.isNumber) continue;
    const isDocument = segment.untrusted && segment.role !== "tool";
    const mode = policy.shield[isDocument ? "documents" : own.mode];
    if (mode === "off") continue;
    const source: "prompt" | "document" | "tool_result" = isDocument ? "document" : own.source;
    const name = memory === null ? "" : texts.prefix(policy.fingerprint, source) + digestOf(segment, texts);
    let threats = memory?.get(name)?.threats;
    if (threats === undefined) {
      threats = shield
        .inspect(segment.text, { source, thresholds: policy.shield.thresholds })
        .threats.map(({ category, confidence }) => ({ category, confidence }));
      memory?.set(name, { findings: [], threats });
    }
    if (threats.length === 0) continue;
    const path = segmentPath(segment);
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

/** What is replaced in a segment, or null when nothing is. */
function editsIn(segment: Segment, exchange: Exchange, entries: readonly (Entry | null)[]): Edit[] | string | null {
  const { findings, text } = segment;
  const literals = findTokenLike(text);
  if (findings.length === 0 && literals.length === 0) return null;
  const isBare = segment.slot.row.kind === "name";
  const edits: Edit[] = [];
  findings.forEach((finding, index) => {
    const action = exchange.policy.actionFor("request", finding.category);
    if (action === "allow") return;
    const entry = entries[index] ?? null;
    const written = entry === null ? "" : exchange.replaceInRequest(entry, action);
    edits.push({
      start: finding.start,
      end: finding.end,
      text: isBare && action === "token" ? bareToken(written) : written,
    });
  });
  for (const literal of literals) {
    // The assistant's earlier words may hold tokens of this conversation: those it may keep.
    if (segment.role === "assistant" && exchange.isMinted(literal.text)) continue;
    if (edits.some((edit) => edit.start < literal.end && edit.end > literal.start)) continue;
    edits.push({ start: literal.start, end: literal.end, text: exchange.escapeLiteral(literal.text, segment.role) });
  }
  if (edits.length === 0) return null;
  edits.sort((a, b) => a.start - b.start);
  // A part that held nothing else stays: providers refuse empty text.
  if (edits.every((edit) => edit.text.trim() === "") && applyEdits(text, edits).trim() === "" && text.trim() !== "")
    return "…";
  return edits;
}

function invalid(input: RequestInput): RequestInspection {
  const keys = conversationKeys(input.tenantKey, "");
  return {
    verdict: "invalid",
    body: "",
    findings: [],
    finds: () => false,
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

/** Every finding that the policy does not allow, in document order. */
function listFindings(policy: CompiledPolicy, leaves: readonly Segment[]): SlotFinding[] {
  const list: SlotFinding[] = [];
  for (const segment of leaves) {
    for (const finding of segment.findings) {
      const action = policy.actionFor("request", finding.category);
      if (finding.isContinued === true || action === "allow") continue;
      list.push({
        path: segmentPath(segment),
        role: segment.role,
        direction: "request",
        category: finding.category,
        score: finding.score,
        length: valueOf(segment, finding).length,
        action: policy.enforces ? action : "report",
      });
    }
  }
  return list;
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
  const leaves = leavesOf(document);
  const ordered = inScanOrder(leaves);
  const { texts } = tenantHashes(input.tenantKey);
  const identity = identityOf(input.conversation, () => {
    const first = leaves.find(({ role, slot }) => role === "user" && !slot.isKey);
    return hexOf(first === undefined ? texts.digest("") : digestOf(first, texts));
  });
  const keys = conversationKeys(input.tenantKey, identity);
  const exchange = createExchange(policy, input.engine, keys, input.vault ?? []);
  const parts = joinedParts(leaves);

  const shield =
    input.shield === undefined || input.shield === null
      ? ({ action: "pass", threats: [] } satisfies ShieldReport)
      : askShield(input.shield, document, policy, texts, input.memory ?? null);

  let candidate: CandidateDiff | null = null;
  let onTrial: Pick<Segment, "findings">[] | null = null;
  if (input.candidate !== undefined && input.candidate !== null) {
    scanLeaves(ordered, parts, input, input.candidate, texts);
    onTrial = leaves.map(({ findings }) => ({ findings }));
  }
  const { rememberedChars, scannedChars } = scanLeaves(ordered, parts, input, policy, texts);
  const counts = countsOf(policy, leaves);
  if (onTrial !== null) candidate = diffOf(policy, input.candidate!, counts, onTrial);

  const uninspected: Uninspected[] = document.media.map(({ kind, path }) => ({
    path,
    kind,
    action: policy.enforces && policy.media[kind] === "refuse" ? "refuse" : "pass",
  }));

  /** What the findings of a segment stand for; null for the later pieces of a value. */
  const entries = new Map<Segment, (Entry | null)[]>();
  for (const segment of ordered) {
    const isTrusted = !segment.untrusted && segment.role !== "tool";
    if (segment.role !== "assistant") exchange.links.note(segment.text, isTrusted);
    if (segment.findings.length === 0) continue;
    entries.set(
      segment,
      segment.findings.map((finding) =>
        finding.isContinued === true ? null : exchange.note(finding.category, valueOf(segment, finding), segment.role),
      ),
    );
  }

  let verdict = verdictOf(policy, leaves);
  if (uninspected.some(({ action }) => action === "refuse")) verdict = "refuse";
  if (shield.action === "block") verdict = "block";
  let { body } = input;
  if (policy.enforces && verdict !== "block" && verdict !== "refuse") {
    // Tokens are minted in the order of scanning, so that a longer conversation only adds to a shorter one.
    for (const [segment, own] of entries) {
      own.forEach((entry, index) => {
        const action = policy.actionFor("request", segment.findings[index]!.category);
        if (entry !== null && action === "token") exchange.replaceInRequest(entry, action);
      });
    }
    body = rewrite(document, (segment) => editsIn(segment, exchange, entries.get(segment) ?? []));
    verdict = body === input.body ? "pass" : "rewrite";
  }
  let findings: SlotFinding[] | null = null;
  return {
    verdict,
    body: verdict === "block" || verdict === "refuse" ? "" : body,
    get findings() {
      return (findings ??= listFindings(policy, leaves));
    },
    finds: (member) =>
      leaves.some((segment) => {
        if (segment.findings.length === 0) return false;
        const { frame, label } = outermost(segment).slot;
        return label === member && frame?.parent === null;
      }),
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
