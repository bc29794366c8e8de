import type { ConversationTurn } from "../../contract/conversation.ts";
import type { ToolCall, ToolResult } from "../../contract/tool.ts";
import type { Frame, PhraseBank } from "../domains/data.ts";
import type { Language } from "../tools/simulation.ts";
import type { Side } from "./perspective.ts";
import type { Random } from "./random.ts";
import type { Slots } from "./slots.ts";
import { readPath, writeValue } from "./slots.ts";
import { expand, tidy } from "./spintax.ts";
import type { Step } from "./step.ts";
import { coverage } from "./step.ts";

/** Role of the turns that carry tool results. */
export const TOOL_ROLE = "herramienta";

type Draft = { side: Side | "tool"; parts: string[]; call: ToolCall | null; result: ToolResult | null };

export type SpeechInput = {
  bank: PhraseBank;
  language: Language;
  slots: Slots;
  currency: string;
  random: Random;
};

/** Values of a template that are not slots of the conversation; null makes the template unusable. */
export type Extra = Readonly<Record<string, unknown>>;

/** Picks lines, fills them and puts them down as turns: what one side says in a row is one turn. */
export type Speech = ReturnType<typeof createSpeech>;

export function createSpeech({ bank, language, slots, currency, random }: SpeechInput) {
  const frames = bank.frames![language];
  const drafts: Draft[] = [];
  const spoken = new Set<string>();

  const lookup = (extra: Extra) => (name: string, filter: string | null) => {
    if (name.startsWith("r."))
      return writeValue(readPath(extra["r"], name.slice(2)), filter, "number", language, currency);
    if (Object.hasOwn(extra, name)) return writeValue(extra[name], filter, "text", language, currency);
    const slot = slots.get(name);
    return slot ? writeValue(slot.value, filter, slot.style, language, currency) : null;
  };

  /** One of the lines, filled: unsaid ones first, and among a few draws the one that says most of the step. */
  const line = (lines: readonly string[] | undefined, extra: Extra = {}, step: Step | null = null): string | null => {
    if (!lines) return null;
    const fresh = random.shuffle(lines.filter((template) => !spoken.has(template)));
    let best: { text: string; template: string; score: number } | null = null;
    for (const template of [...fresh, ...random.shuffle(lines)].slice(0, Math.max(4, fresh.length))) {
      const text = expand(template, random, lookup(extra));
      if (text === null) continue;
      const score = step === null ? 1 : coverage(step.stems, text, language);
      if (best === null || score > best.score) best = { text, template, score };
      if (best.score >= 0.5) break;
    }
    if (best) spoken.add(best.template);
    return best?.text ?? null;
  };

  return {
    line,
    frame: (name: Frame, extra: Extra = {}): string => line(frames[name], extra) ?? "",

    say(side: Side, words: string): void {
      if (words === "") return;
      const text = /[.?!)]$/.test(words) ? words : `${words}.`;
      const last = drafts.at(-1);
      if (last && last.side === side && last.call === null) last.parts.push(text);
      else drafts.push({ side, parts: [text], call: null, result: null });
    },

    /** The professional says the words and calls; the result is the turn that follows. */
    call(words: string, call: ToolCall, result: ToolResult): void {
      this.say("assistant", words);
      drafts.at(-1)!.call = call;
      drafts.push({ side: "tool", parts: [], call: null, result });
    },

    lastSide: (): Side | "tool" | null => drafts.at(-1)?.side ?? null,
    /** Sentences that stand in the turn that is being said. */
    lastParts: (): number => drafts.at(-1)?.parts.length ?? 0,
    length: (): number => drafts.length,

    /** The turns. Further roles of the user's side speak now and then; the first one opens and closes. */
    finish(assistantRole: string, userRoles: readonly string[]): ConversationTurn[] {
      let speaker = 0;
      return drafts.map((draft, i) => {
        if (draft.side === "user")
          speaker = i > 2 && i < drafts.length - 3 && random.next() < 0.3 ? random.int(0, userRoles.length - 1) : 0;
        const rol =
          draft.side === "tool" ? TOOL_ROLE : draft.side === "assistant" ? assistantRole : userRoles[speaker]!;
        const answered = draft.result?.result;
        return {
          turno: i + 1,
          rol,
          contenido:
            answered === undefined
              ? tidy(draft.parts.join(" "))
              : typeof answered === "string"
                ? answered
                : JSON.stringify(answered),
          herramientas_usadas: draft.call ? [draft.call.tool_name] : [],
          tool_calls: draft.call ? [draft.call] : null,
          tool_results: draft.result ? [draft.result] : null,
          metadata: {},
        };
      });
    },
  };
}
