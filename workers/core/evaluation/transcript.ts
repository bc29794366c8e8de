import type { Conversation, ConversationTurn } from "../../contract/conversation.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import type { ToolCall, ToolResult } from "../../contract/tool.ts";
import { decideAssistantRole } from "../seeds/assistant-role.ts";
import { conceptsIn } from "./concepts.ts";
import { actsOf } from "./dialogue-acts.ts";
import { createStemmer, foldText, sentencesOf, type Stemmer, wordsOf } from "./text.ts";

export type Side = "assistant" | "user" | "tool" | "system";

/** A sentence of a spoken turn. */
export interface SpokenSentence {
  folded: string;
  question: boolean;
  words: readonly string[];
}

/** One turn as every metric reads it: tokenised once. */
export interface TranscriptTurn {
  /** Position in the conversation, from 0. */
  index: number;
  role: string;
  side: Side;
  text: string;
  folded: string;
  /** Folded words of the content. */
  words: string[];
  /** Content stems of the words. */
  stems: string[];
  /** Words of the content, then names and arguments of calls and names of results: what the turn is about. */
  aboutWords: string[];
  /** Content stems of `aboutWords`. */
  aboutStems: readonly string[];
  /** Concepts that `aboutWords` express. */
  concepts: ReadonlySet<number>;
  /** What it does, in ascending order. */
  acts: readonly number[];
  /** Its sentences; none where nobody speaks. */
  sentences: readonly SpokenSentence[];
  calls: ToolCall[];
  results: ToolResult[];
}

export interface Transcript {
  turns: TranscriptTurn[];
  stemmer: Stemmer;
  /** The conversation's language tag. */
  language: string;
}

const FIXED_SIDES = new Map<string, Side>([
  ["herramienta", "tool"],
  ["tool", "tool"],
  ["system", "system"],
  ["sistema", "system"],
  ["assistant", "assistant"],
  ["asistente", "assistant"],
  ["user", "user"],
  ["usuario", "user"],
]);

/** Reads a conversation once; `seed` says which role is the assistant's. */
export function readTranscript(conversation: Conversation, seed: SeedSchema): Transcript {
  const stemmer = createStemmer(conversation.idioma);
  const assistantRole = foldText(seed.rol_asistente ?? decideAssistantRole(seed.roles));
  const turns = conversation.turnos.map((turn, index): TranscriptTurn => {
    const role = foldText(turn.rol);
    const folded = foldText(turn.contenido);
    const words = wordsOf(folded);
    const stems = stemmer.contentStems(words);
    const payload = payloadWords(turn);
    const isWhole = words.length <= WORDS_READ && payload.length === 0;
    const aboutWords = isWhole ? words : [...words.slice(0, WORDS_READ), ...payload];
    const side = role === assistantRole ? "assistant" : (FIXED_SIDES.get(role) ?? "user");
    const spoken = {
      side,
      text: turn.contenido,
      words,
      calls: turn.tool_calls ?? [],
      results: turn.tool_results ?? [],
    };
    return {
      index,
      role,
      folded,
      stems,
      aboutWords,
      aboutStems: isWhole ? stems : stemmer.contentStems(aboutWords),
      concepts: conceptsIn(aboutWords),
      acts: actsOf(spoken),
      sentences: side === "assistant" || side === "user" ? readSentences(turn.contenido) : [],
      ...spoken,
    };
  });
  return { turns, stemmer, language: conversation.idioma };
}

function readSentences(text: string): SpokenSentence[] {
  return sentencesOf(text).map((sentence) => {
    const folded = foldText(sentence.text);
    return { folded, question: sentence.question, words: wordsOf(folded) };
  });
}

/** Longer turns (pasted documents) are read in part where only their subject matters. */
const WORDS_READ = 400;

function payloadWords(turn: ConversationTurn): string[] {
  const parts: string[] = [];
  for (const call of turn.tool_calls ?? []) {
    parts.push(call.tool_name, ...jsonLeaves(call.arguments).map((leaf) => `${leaf.path} ${leaf.text}`));
  }
  for (const result of turn.tool_results ?? []) parts.push(result.tool_name);
  if (parts.length === 0) return [];
  return wordsOf(foldText(parts.join(" ").replaceAll(/[_/]/g, " "))).slice(0, WORDS_READ);
}

/** Turns that people speak: neither tool nor system. */
export function spokenTurns(transcript: Transcript): TranscriptTurn[] {
  return transcript.turns.filter((turn) => turn.side === "assistant" || turn.side === "user");
}

const JSON_DEPTH = 12;
const JSON_LEAVES = 500;

/** Keys and scalar leaves of a JSON value as text, in document order, bounded in depth and number. */
export function jsonLeaves(value: unknown): { path: string; text: string }[] {
  const leaves: { path: string; text: string }[] = [];
  const visit = (node: unknown, path: string, depth: number) => {
    if (leaves.length >= JSON_LEAVES || depth > JSON_DEPTH || node === null || node === undefined) return;
    if (Array.isArray(node)) node.forEach((item, i) => visit(item, `${path}/${i}`, depth + 1));
    else if (typeof node === "object") {
      for (const [key, item] of Object.entries(node)) visit(item, `${path}/${key}`, depth + 1);
    } else leaves.push({ path, text: String(node) });
  };
  visit(value, "", 0);
  return leaves;
}

/** Text of a seed's rule that must appear word for word: what stands between quotation marks, three words or more. */
export function mandatedTexts(seed: SeedSchema): string[] {
  const texts: string[] = [];
  for (const rule of [...seed.parametros_factuales.restricciones, ...seed.instrucciones_dominio]) {
    for (const match of rule.matchAll(/["“«]([^"“”«»]{8,600})["”»]/gu)) {
      if (wordsOf(foldText(match[1]!)).length >= 3) texts.push(match[1]!);
    }
  }
  return texts;
}
