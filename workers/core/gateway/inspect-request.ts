import { decideShield } from "../shield/shield.ts";
import type { Shield, ShieldDecision } from "../shield/shield.ts";
import type { ShieldCategory } from "../shield/model.ts";
import { applyEdits, leavesOf, outermost, readDocument, segmentPath, splicesOf } from "./document.ts";
import type { Edit, Found, Media, Segment } from "./document.ts";
import { splice } from "./json-slots.ts";
import type { AskSkip, Splice } from "./json-slots.ts";
import { conversationKeys, identityOf, tenantHashes } from "./keys.ts";
import type { TenantDigest } from "./keys.ts";
import type { SegmentMemory } from "./memory.ts";
import { createMentionLog, createRecall, gatherTurns, lessonOf, readTurnText, valueAt } from "./past-turns.ts";
import type { Recall } from "./past-turns.ts";
import type { CompiledPolicy } from "./policy.ts";
import { createSegmentScanner, digestOf } from "./segment-scan.ts";
import { createExchange } from "./session.ts";
import type { Entry, Exchange } from "./session.ts";
import { TABLES, treeOf } from "./tables.ts";
import { hexOf } from "./text-digest.ts";
import { bareToken, findTokenLike } from "./tokens.ts";
import type { Turns } from "./turn-memory.ts";
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
interface ScanOrder {
  system: Segment[];
  turns: Segment[];
  others: Segment[];
}

function inScanOrder(leaves: readonly Segment[]): ScanOrder {
  const order: ScanOrder = { system: [], turns: [], others: [] };
  for (const segment of leaves)
    order[segment.turn ? "turns" : segment.role === "system" ? "system" : "others"].push(segment);
  return order;
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

/**
 * Anthropic's `source` holds images and documents alike, and the walker cannot know which: the block's type tells, and
 * the source's own says where plain text stands, which was read.
 */
function nameSources(media: readonly Media[], body: string): Media[] {
  const isSource = ({ kind, path }: Media): boolean => kind === "file" && SOURCE.test(path);
  if (!media.some(isSource)) return [...media];
  const root: unknown = JSON.parse(body);
  return media.filter((part) => {
    if (!isSource(part)) return true;
    let block = root;
    for (const key of SOURCE.exec(part.path)![1]!.split(/[.[\]]+/)) {
      if (key === "") continue;
      const isInside = typeof block === "object" && block !== null && Object.hasOwn(block, key);
      block = isInside ? (block as Record<string, unknown>)[key] : null;
    }
    const { source, type } = (block ?? {}) as { type?: unknown; source?: { type?: unknown } | null };
    if (type === "image") part.kind = "image";
    return !(part.isText && type === "document" && source?.type === "text" && part.path.endsWith(".data"));
  });
}

/** Where a segment begins in the body. */
const startOf = (segment: Segment): number => outermost(segment).slot.start;

const isTrusted = (segment: Segment): boolean => !segment.untrusted && segment.role !== "tool";

interface Scan {
  /** The scanner's digest before the first turn. */
  opening: string;
  scannedChars: number;
  rememberedChars: number;
  /** Of the turns that are kept for the next request: their characters, and the scanner's digest behind them. */
  keptChars: number;
  keptChain: string;
}

/**
 * Scans every leaf, in the order of scanning; findings lie in the segments afterwards. `past` are turns that come before
 * the others, each mention of theirs with its value; turns that begin before `keptEnd` are kept for the next request.
 * Null where those turns came behind other system text.
 */
function scanLeaves(
  { others, system, turns }: ScanOrder,
  parts: readonly (readonly Segment[])[],
  input: RequestInput,
  policy: CompiledPolicy,
  texts: TenantDigest,
  past: { turns: Turns; values: readonly string[] } | null,
  keptEnd: number,
): Scan | null {
  const { engine } = input;
  const scanner = createSegmentScanner({ engine, policy, direction: "request", texts, memory: input.memory ?? null });
  for (const segment of system) scanner.scan(segment);
  const opening = scanner.chain;
  if (past !== null && past.turns.opening !== opening) return null;
  if (past !== null) {
    const { chain, mentions, preceding } = past.turns;
    scanner.resume(
      chain,
      mentions.flatMap((mention, index) => {
        const value = lessonOf(mention, past.values[index]!);
        return value === null ? [] : [{ category: mention.category, role: mention.role, value }];
      }),
      preceding.map((text) => readTurnText(input.body, text)),
    );
  }
  let keptChars = past?.turns.chars ?? 0;
  let keptChain = scanner.chain;
  for (const segment of turns) {
    const before = scanner.scannedChars;
    scanner.scan(segment);
    if (startOf(segment) >= keptEnd) continue;
    keptChars += scanner.scannedChars - before;
    keptChain = scanner.chain;
  }
  for (const segment of others) scanner.scan(segment);
  for (const group of parts) {
    const before = scanner.scannedChars;
    scanner.scanJoined(group);
    if (group[0]!.turn && startOf(group[0]!) < keptEnd) keptChars += scanner.scannedChars - before;
  }
  const pastChars = past?.turns.chars ?? 0;
  return {
    opening,
    scannedChars: scanner.scannedChars + pastChars,
    rememberedChars: scanner.rememberedChars + pastChars,
    keptChars,
    keptChain,
  };
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

/** Findings per category, added to those of `before`. */
function countsOf(
  policy: CompiledPolicy,
  leaves: readonly Pick<Segment, "findings">[],
  before: ReadonlyMap<string, number> = new Map(),
): Map<string, number> {
  const counts = new Map(before);
  for (const { findings } of leaves) {
    for (const { category, isContinued } of findings) {
      if (isContinued !== true && policy.actionFor("request", category) !== "allow")
        counts.set(category, (counts.get(category) ?? 0) + 1);
    }
  }
  return counts;
}

function diffOf(
  live: CompiledPolicy,
  candidate: CompiledPolicy,
  before: Record<string, number>,
  leaves: readonly Pick<Segment, "findings">[],
): CandidateDiff {
  const after = Object.fromEntries(countsOf(candidate, leaves));
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
  segments: readonly Segment[],
  policy: CompiledPolicy,
  texts: TenantDigest,
  memory: SegmentMemory | null,
): ShieldReport {
  const report: ShieldReport = { action: "pass", threats: [] };
  for (const segment of segments) {
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

function joinReports(reports: readonly ShieldReport[]): ShieldReport {
  const joined: ShieldReport = { action: "pass", threats: [] };
  for (const { action, threats } of reports) {
    joined.threats.push(...threats);
    if (SEVERITY.indexOf(action) > SEVERITY.indexOf(joined.action)) joined.action = action;
  }
  return joined;
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

/** Members of one list that stand before the turns, that are turns to be kept, and that come behind. */
interface Regions<T> {
  head: T[];
  kept: T[];
  rest: T[];
}

/** What may know the turns that a request begins with, where nothing but its body and its policy decides about them. */
function recallFor(input: RequestInput, texts: TenantDigest): Recall | null {
  const { candidate, conversation, dialect, memory, policy, shield, turns, vault } = input;
  if (turns === undefined || turns === null || memory === undefined || memory === null) return null;
  if ((candidate !== undefined && candidate !== null) || (vault !== undefined && vault.length > 0)) return null;
  const rest = `${dialect}/${shield === undefined || shield === null ? "" : "shield"}/${conversation ?? ""}`;
  return createRecall(input.body, turns, texts, texts.prefix(policy.identity, "turns") + texts.digest(rest));
}

/**
 * Scans a request body at every position and says what to do with it. Never throws on hostile bodies; linear in the
 * body. Throws RangeError unless the tenant key has 16 bytes.
 */
export function inspectRequest(input: RequestInput): RequestInspection {
  const { texts } = tenantHashes(input.tenantKey);
  const recall = recallFor(input, texts);
  const inspection = inspectBody(input, texts, recall, false);
  if (inspection !== null) return inspection;
  // The turns are the same and what they were read behind is not: they are kept anew.
  const { name, turns } = recall!.past!;
  recall!.next ??= { name, count: turns.count, end: turns.end };
  return inspectBody(input, texts, recall, true)!;
}

/**
 * One inspection, which goes on behind the turns that `recall` knows unless `isWhole`. Null where they turn out not to
 * be as they were, because of what stands behind them in the body.
 */
function inspectBody(
  input: RequestInput,
  texts: TenantDigest,
  recall: Recall | null,
  isWhole: boolean,
): RequestInspection | null {
  const { body: json, policy } = input;
  const ask: AskSkip | null = recall === null || isWhole ? null : recall.ask;
  const document = json.trimStart().startsWith("{")
    ? readDocument(json, treeOf(TABLES[input.dialect].request), ask)
    : null;
  if (document === null) return invalid(input);
  const past = isWhole ? null : (recall?.past?.turns ?? null);
  const keptEnd = recall?.next?.end ?? 0;
  const divide = <T>(list: readonly T[], placeOf: (member: T) => number): Regions<T> => {
    const regions: Regions<T> = { head: [], kept: [], rest: [] };
    for (const member of list) {
      const place = recall === null ? 0 : placeOf(member);
      regions[place < (recall?.start ?? Infinity) ? "head" : place < keptEnd ? "kept" : "rest"].push(member);
    }
    return regions;
  };
  const sources = nameSources(document.media, json);
  const leaves = leavesOf(document);
  const regions = divide(leaves, startOf);
  const order = inScanOrder(leaves);
  const isOfUser = ({ role, slot }: Segment): boolean => role === "user" && !slot.isKey;
  const digestFirst = (from: readonly Segment[]): string | null => {
    const first = from.find(isOfUser);
    return first === undefined ? null : digestOf(first, texts);
  };
  const identity = identityOf(input.conversation, () =>
    hexOf(past?.firstUser ?? digestFirst(leaves) ?? texts.digest("")),
  );
  const keys = conversationKeys(input.tenantKey, identity);
  const exchange = createExchange(policy, input.engine, keys, input.vault ?? []);
  const parts = joinedParts(leaves);

  const askAbout = (segments: readonly Segment[]): ShieldReport =>
    input.shield === undefined || input.shield === null
      ? { action: "pass", threats: [] }
      : askShield(input.shield, segments, policy, texts, input.memory ?? null);
  const asked = divide(document.segments, startOf);
  const keptShield = joinReports([...(past === null ? [] : [past.shield]), askAbout(asked.kept)]);
  const shield = joinReports([askAbout(asked.head), keptShield, askAbout(asked.rest)]);

  let candidate: CandidateDiff | null = null;
  let onTrial: Pick<Segment, "findings">[] | null = null;
  if (input.candidate !== undefined && input.candidate !== null) {
    scanLeaves(order, parts, input, input.candidate, texts, null, 0);
    onTrial = leaves.map(({ findings }) => ({ findings }));
  }
  const values = past?.mentions.map((mention) => valueAt(json, mention)) ?? [];
  const scan = scanLeaves(order, parts, input, policy, texts, past === null ? null : { turns: past, values }, keptEnd);
  if (scan === null) return null;
  const brought = texts.digest(
    order.system
      .flatMap((segment) => segment.findings.map((finding) => `${finding.category}:${valueOf(segment, finding)}\n`))
      .join(""),
  );
  if (past !== null && past.brought !== brought) return null;
  const allCounts = countsOf(policy, leaves, past?.counts);
  const counts = Object.fromEntries(allCounts);
  if (onTrial !== null) candidate = diffOf(policy, input.candidate!, counts, onTrial);

  const toUninspected = ({ kind, path }: Media): Uninspected => ({
    path,
    kind,
    action: policy.enforces && policy.media[kind] === "refuse" ? "refuse" : "pass",
  });
  const media = divide(sources, ({ start }) => start);
  const keptMedia = [...(past?.uninspected ?? []), ...media.kept.map(toUninspected)];
  const uninspected = [...media.head.map(toUninspected), ...keptMedia, ...media.rest.map(toUninspected)];

  /** What the findings of a segment stand for; null for the later pieces of a value. */
  const entries = new Map<Segment, (Entry | null)[]>();
  /** Those that get a token, in the order of scanning. */
  const minting: Entry[] = [];
  const noteEntry = (category: string, value: string, role: SlotRole): Entry => {
    const entry = exchange.note(category, value, role);
    if (policy.actionFor("request", category) === "token") minting.push(entry);
    return entry;
  };
  const noteAll = (segments: readonly Segment[]): void => {
    for (const segment of segments) {
      if (segment.role !== "assistant") exchange.links.note(segment.text, isTrusted(segment));
      if (segment.findings.length === 0) continue;
      entries.set(
        segment,
        segment.findings.map((finding) =>
          finding.isContinued === true ? null : noteEntry(finding.category, valueOf(segment, finding), segment.role),
        ),
      );
    }
  };
  const log = createMentionLog();
  noteAll(order.system);
  if (past !== null) {
    past.mentions.forEach((mention, index) => {
      const value = values[index]!;
      noteEntry(mention.category, value, mention.role);
      log.isNews(mention.category, mention.role, value, lessonOf(mention, value));
    });
    exchange.links.noteLater(past.hasUntrusted, () => {
      const whole = readDocument(json, treeOf(TABLES[input.dialect].request));
      for (const segment of whole === null ? [] : leavesOf(whole)) {
        const isPast = segment.turn && startOf(segment) < past.end;
        if (isPast && segment.role !== "assistant") exchange.links.note(segment.text, isTrusted(segment));
      }
    });
  }
  noteAll(order.turns);
  noteAll(order.others);

  let verdict = verdictOf(policy, leaves);
  if (uninspected.some(({ action }) => action === "refuse")) verdict = "refuse";
  if (shield.action === "block") verdict = "block";
  let body = json;
  let splices: Splice[] = [];
  if (policy.enforces && verdict !== "block" && verdict !== "refuse") {
    // Tokens are minted in the order of scanning, so that a longer conversation only adds to a shorter one.
    for (const entry of minting) exchange.replaceInRequest(entry, "token");
    if (past !== null) {
      if (!past.kept.every((token) => exchange.isMinted(token))) return null;
      for (const literal of past.literals) exchange.escapeLiteral(valueAt(json, literal), literal.role);
    }
    splices = splicesOf(document, (segment) => editsIn(segment, exchange, entries.get(segment) ?? []));
    if (past !== null) {
      const isBefore = ({ start }: Splice): boolean => start < past.end;
      const head = splices.filter(isBefore);
      splices = [...head, ...past.splices, ...splices.slice(head.length)];
    }
    body = splice(json, splices);
    verdict = body === json ? "pass" : "rewrite";
  }
  const passes = verdict === "pass" || verdict === "rewrite";
  const next = recall?.next ?? null;
  const named = input.conversation ?? "";
  const firstUser = past?.firstUser ?? digestFirst(leaves.filter((segment) => startOf(segment) < keptEnd));
  // Until the conversation has its name the next request may give it another one, and other tokens with it.
  if (passes && next !== null && (named !== "" || firstUser !== null)) {
    const turns = gatherTurns(
      {
        count: next.count,
        end: next.end,
        opening: scan.opening,
        brought,
        chain: scan.keptChain,
        firstUser,
        chars: scan.keptChars,
        counts: countsOf(policy, regions.kept, past?.counts),
        findings: [...(past?.findings ?? []), ...listFindings(policy, regions.kept)],
        uninspected: keptMedia,
        shield: keptShield,
        splices: splices.filter(({ start }) => start >= recall!.start && start < next.end),
      },
      past,
      regions.kept,
      log,
      exchange,
      policy,
    );
    if (turns !== null) input.turns!.keep(next.name, turns, past === null ? null : recall!.past!.name);
  }
  let findings: SlotFinding[] | null = null;
  return {
    verdict,
    body: passes ? body : "",
    get findings() {
      return (findings ??= [
        ...listFindings(policy, regions.head),
        ...(past?.findings ?? []),
        ...listFindings(policy, regions.kept),
        ...listFindings(policy, regions.rest),
      ]);
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
    scannedChars: scan.scannedChars,
    rememberedChars: scan.rememberedChars,
    session: exchange,
  };
}
