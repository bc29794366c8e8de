import { type Schema, Validator } from "@cfworker/json-schema";
import type { ToolDefinition } from "../../contract/tool.ts";
import { computed, type MetricOutcome } from "./outcome.ts";
import { foldText, lcsLength, roundScore } from "./text.ts";
import { jsonLeaves, type Transcript, type TranscriptTurn } from "./transcript.ts";

const METHOD = "json-schema-2019-09/1";

/** One yes-or-no check of a call; the score of a call is its share of passed checks, 0 for an unknown tool. */
interface Check {
  name: string;
  passed: boolean;
  detail?: string;
}

export interface ToolExpectations {
  tools: readonly ToolDefinition[];
  /** Names that the seed lists, whether or not a definition was found. */
  listed: readonly string[];
  /** Expected order of calls of the scenario drawn; empty when none is expected. */
  sequence: readonly string[];
}

/**
 * Tool calls against their definitions: known names, arguments and results valid by JSON Schema, unique ids, one result
 * for every call and none without, arguments grounded in earlier turns, the next assistant turn using the result, and
 * the order against the expected sequence. The score is the lowest of the calls' mean, half way from the worst call to 1,
 * and the order's score; without
 * tools in seed and conversation it is 1, not applicable.
 */
export function scoreToolCalls(
  transcript: Transcript,
  used: readonly string[],
  expected: ToolExpectations,
): MetricOutcome {
  const { turns } = transcript;
  const calls = turns.flatMap((turn) => turn.calls.map((call) => ({ turn, call })));
  const results = turns.flatMap((turn) => turn.results.map((result) => ({ turn, result })));
  const known = new Map(expected.tools.map((tool) => [tool.name, tool]));
  const names = new Set([...known.keys(), ...expected.listed]);
  if (names.size === 0 && calls.length === 0 && results.length === 0 && used.length === 0) {
    return computed(1, METHOD, [{ note: "not applicable: no tools in seed or conversation" }]);
  }
  const seenIds = new Set<string>();
  const callIds = new Set(calls.map(({ call }) => call.tool_call_id));
  const evidence: unknown[] = [];
  const scores: number[] = [];
  for (const { turn, call } of calls) {
    const definition = known.get(call.tool_name);
    const matching = results.filter(({ result }) => result.tool_call_id === call.tool_call_id);
    const checks: Check[] = [
      { name: "known_tool", passed: names.has(call.tool_name) },
      { name: "unique_id", passed: !seenIds.has(call.tool_call_id) },
      { name: "one_result", passed: matching.length === 1 && matching[0]!.turn.index >= turn.index },
    ];
    seenIds.add(call.tool_call_id);
    if (definition !== undefined) checks.push(schemaCheck("arguments", definition.input_schema, call.arguments));
    const answer = matching[0];
    if (answer !== undefined) {
      checks.push({ name: "result_tool", passed: answer.result.tool_name === call.tool_name });
      if (definition !== undefined && answer.result.status === "success" && hasKeys(definition.output_schema)) {
        checks.push(schemaCheck("result", definition.output_schema, parseResult(answer.result.result)));
      }
      checks.push(...usageChecks(turns, answer.turn, answer.result.result));
    }
    checks.push(...groundingChecks(turns, turn, call.arguments));
    const passed = checks.filter((check) => check.passed).length;
    scores.push(checks[0]!.passed ? callScore(checks) : 0);
    if (passed < checks.length) {
      evidence.push({ turn: turn.index + 1, tool: call.tool_name, failed: checks.filter((check) => !check.passed) });
    }
  }
  for (const { turn, result } of results) {
    if (callIds.has(result.tool_call_id)) continue;
    scores.push(0);
    evidence.push({
      turn: turn.index + 1,
      tool: result.tool_name,
      failed: [{ name: "result_without_call", passed: false }],
    });
  }
  const called = calls.map(({ call }) => call.tool_name);
  for (const name of new Set(used)) {
    if (called.includes(name)) continue;
    scores.push(names.has(name) ? 1 : 0);
    if (!names.has(name)) evidence.push({ tool: name, failed: [{ name: "known_tool", passed: false }] });
  }
  const order = sequenceScore(expected.sequence, called.length > 0 ? called : used);
  if (order.score < 1) evidence.push({ expected: expected.sequence, called, relation: order.relation });
  const mean = scores.length === 0 ? 1 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
  // One useless call among many good ones is still a dialogue that teaches a useless call.
  const worst = scores.reduce((low, score) => Math.min(low, score), 1);
  return computed(roundScore(Math.min(mean, 0.5 + worst / 2, order.score)), METHOD, [
    { calls: calls.length, results: results.length, order: order.relation },
    ...evidence,
  ]);
}

/** Checks whose failure makes a call useless; any other failure costs a little. */
const SOFT_COST = 0.06;
const HARD_CHECKS: ReadonlySet<string> = new Set(["unique_id", "one_result", "result_tool", "arguments", "result"]);

function callScore(checks: readonly Check[]): number {
  const hard = checks.filter((check) => HARD_CHECKS.has(check.name));
  const hardShare = hard.filter((check) => check.passed).length / Math.max(1, hard.length);
  const softFailures = checks.filter((check) => !check.passed && !HARD_CHECKS.has(check.name)).length;
  return Math.max(0, (hardShare === 1 ? 1 : hardShare / 2) - SOFT_COST * softFailures);
}

/** How the calls relate to the expected sequence: exact, subset (extra calls between), partial order, or missing. */
export function sequenceScore(
  expected: readonly string[],
  called: readonly string[],
): { score: number; relation: string } {
  if (expected.length === 0) return { score: 1, relation: "none_expected" };
  // Repeating a call (a second search) keeps the order, so immediate repetitions beyond the expected count once.
  const collapsed = called.filter((name, i) => name !== called[i - 1]);
  const wanted = expected.filter((name, i) => name !== expected[i - 1]);
  if (expected.length === called.length && expected.every((name, i) => name === called[i])) {
    return { score: 1, relation: "exact" };
  }
  const inOrder = lcsLength(expected, called);
  if (inOrder === expected.length || lcsLength(wanted, collapsed) === wanted.length)
    return { score: 1, relation: "subset" };
  return { score: inOrder / expected.length, relation: inOrder > 0 ? "partial_order" : "missing" };
}

function schemaCheck(name: string, schema: Record<string, unknown>, value: unknown): Check {
  if (!hasKeys(schema)) return { name, passed: true };
  try {
    const result = new Validator(withoutRiskyPatterns(schema, 0) as Schema, "2019-09").validate(value);
    const first = result.errors.at(-1);
    return result.valid
      ? { name, passed: true }
      : { name, passed: false, detail: `${first?.instanceLocation ?? "#"} ${first?.keyword ?? ""}` };
  } catch {
    // An unresolvable reference or a malformed pattern is the definition's fault, which tool registration reports.
    return { name, passed: true, detail: "schema not usable" };
  }
}

function hasKeys(schema: Record<string, unknown>): boolean {
  return Object.keys(schema).length > 0;
}

/** A tenant's pattern with a repeated group that repeats inside, or one that is very long, could take for ever. */
function withoutRiskyPatterns(node: unknown, depth: number): unknown {
  if (node === null || typeof node !== "object" || depth > 24) return node;
  if (Array.isArray(node)) return node.map((item) => withoutRiskyPatterns(item, depth + 1));
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === "patternProperties" || (key === "pattern" && typeof value === "string" && isRisky(value))) continue;
    copy[key] = withoutRiskyPatterns(value, depth + 1);
  }
  return copy;
}

function isRisky(pattern: string): boolean {
  return (
    pattern.length > 200 ||
    /\)[*+{]/.test(pattern) ||
    /\\[1-9]/.test(pattern) ||
    (pattern.match(/[*+]/g) ?? []).length > 3
  );
}

function parseResult(result: unknown): unknown {
  if (typeof result !== "string") return result;
  try {
    return JSON.parse(result);
  } catch {
    return result;
  }
}

/** Values that can only come from the conversation: strings with a digit, and numbers of three digits or more. */
function isSpecific(text: string): boolean {
  const digits = (text.match(/\d/g) ?? []).length;
  return digits >= 3 && text.length <= 40;
}

const compact = (text: string) => foldText(text).replace(/[^\p{L}\p{N}]+/gu, "");

/** Specific argument values that no earlier turn, call or result mentions are invented, unless they are a rounding. */
function groundingChecks(turns: readonly TranscriptTurn[], turn: TranscriptTurn, args: unknown): Check[] {
  const specific = jsonLeaves(args).filter((leaf) => isSpecific(leaf.text) && !/\d{4}-\d\d/.test(leaf.text));
  if (specific.length === 0) return [];
  const before = turns.slice(0, turn.index + 1);
  const text = before.map((earlier) => earlier.text).join(" ");
  const payload = before
    .flatMap((earlier) => [
      ...earlier.results.flatMap((result) => jsonLeaves(parseResult(result.result))),
      ...(earlier === turn ? [] : earlier.calls.flatMap((call) => jsonLeaves(call.arguments))),
    ])
    .map((leaf) => leaf.text)
    .join(" ");
  const haystack = compact(`${text} ${payload}`);
  const missing = specific.filter((leaf) => !isGrounded(compact(leaf.text), haystack));
  return [
    {
      name: "grounded_arguments",
      passed: missing.length * 2 <= specific.length,
      ...(missing.length > 0 ? { detail: missing.map((leaf) => leaf.path).join(" ") } : {}),
    },
  ];
}

/** `240000` is grounded in `240 mil`, `240k` or `240`: trailing zeros may be a scale word. */
function isGrounded(value: string, haystack: string): boolean {
  if (haystack.includes(value)) return true;
  const significant = value.replace(/0{3,}$/, "");
  return significant !== value && significant.length > 0 && haystack.includes(significant);
}

/** Whether the next assistant turn says something that the result returned, when the result has anything to say. */
function usageChecks(turns: readonly TranscriptTurn[], resultTurn: TranscriptTurn, result: unknown): Check[] {
  const next = turns.find(
    (turn) =>
      turn.index >= resultTurn.index &&
      turn.side === "assistant" &&
      (turn.index > resultTurn.index || turn.results.length > 0),
  );
  if (next === undefined) return [{ name: "result_used", passed: false }];
  if (next.calls.length > 0) return [];
  const leaves = jsonLeaves(parseResult(result)).map((leaf) => foldText(leaf.text));
  const said = compact(next.text);
  const words = new Set(next.words);
  const informative = leaves.filter((leaf) => leaf.length >= 2 && leaf !== "true" && leaf !== "false");
  if (informative.length === 0) return [];
  const used = informative.some(
    (leaf) =>
      said.includes(compact(leaf)) ||
      leaf.split(/[^\p{L}\p{N}]+/u).some((word) => word.length > 3 && words.has(word)) ||
      mentionsNumber(next.folded, leaf),
  );
  return [{ name: "result_used", passed: used || (next.words.length >= 3 && informative.length <= 2) }];
}

/** `169210.75` is used by `169 mil` or `169,211`: the first three significant digits suffice. */
function mentionsNumber(text: string, leaf: string): boolean {
  if (!/^-?\d+(\.\d+)?$/.test(leaf)) return false;
  const head = leaf.replace(/\D/g, "").slice(0, 3);
  return head.length >= 2 && text.replace(/[.,\s]/g, "").includes(head);
}
