import { z } from "zod";
import { AppError } from "../contract/error.ts";
import { fromPresidio } from "../core/privacy/presidio.ts";
import type { Finding } from "../core/privacy/types.ts";
import type { Log, SecondRecogniser } from "../services/deps.ts";

export interface PresidioSettings {
  /** Of the analyzer server, without `/analyze`. */
  url: string;
  /** Whether to go on with our own findings when the server fails. */
  failOpen: boolean;
  timeoutMs: number;
}

/** What Presidio answers per finding; offsets count code points. */
const Answer = z.array(
  z.object({
    // Recognisers of the server's own may name types as they like; ours are written into texts.
    entity_type: z
      .string()
      .regex(/^[A-Za-z].{0,63}$/su)
      .transform((name) => name.toUpperCase().replace(/[^A-Z0-9_]/g, "_")),
    start: z.number().int().min(0),
    end: z.number().int().min(1),
    score: z.number().min(0).max(1),
  }),
);

/** Texts are sent joined, as Presidio takes one at a time; no pattern or name crosses an empty line. */
const SEPARATOR = "\n\n";
/** UTF-16 units of one request: about a second of work for a spaCy model. */
const MAX_REQUEST_CHARS = 50_000;

/**
 * A Presidio analyzer server as second recogniser: `POST {url}/analyze` with `{text, language}`. Time-limited; when it
 * fails, the log says why in one word, and it either counts for nothing or stops the request.
 */
export function makePresidio(settings: PresidioSettings, log: Log, send: typeof fetch = fetch): SecondRecogniser {
  const endpoint = `${settings.url.replace(/\/+$/, "")}/analyze`;

  const ask = async (text: string, language: string): Promise<z.infer<typeof Answer>> => {
    const response = await send(endpoint, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ text, language }),
      redirect: "manual",
      signal: AbortSignal.timeout(settings.timeoutMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new PresidioFailure(`status ${response.status}`);
    }
    // Read under the same time limit as the answer's head.
    const body = await response.text();
    let parsed: unknown;
    try {
      parsed = JSON.parse(body);
    } catch {
      throw new PresidioFailure("the answer is not JSON");
    }
    const answer = Answer.safeParse(parsed);
    if (!answer.success) throw new PresidioFailure("the answer is not Presidio's");
    return answer.data;
  };

  return {
    async analyze(texts, language) {
      try {
        const found: Finding[][] = texts.map(() => []);
        for (const batch of batches(texts)) {
          const joined = batch.map((index) => texts[index]!).join(SEPARATOR);
          if (joined.trim() !== "")
            hand(await ask(joined, language.slice(0, 2).toLowerCase()), joined, batch, texts, found);
        }
        return found;
      } catch (error) {
        const reason = reasonOf(error);
        log.write(settings.failOpen ? "warn" : "error", "presidio_failed", { reason, fail_open: settings.failOpen });
        if (settings.failOpen) return texts.map(() => []);
        throw new AppError(
          "unavailable",
          `The second recogniser (PRESIDIO_URL) failed: ${reason}; nothing was stored`,
          {
            headers: { "Retry-After": "5" },
          },
        );
      }
    },
  };
}

/** A failure in words that hold nothing of the texts. */
class PresidioFailure extends Error {}

function reasonOf(error: unknown): string {
  if (error instanceof PresidioFailure) return error.message;
  if (error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError"))
    return "no answer in time";
  return "it cannot be reached";
}

/** Consecutive texts whose sum stays under the limit; a longer text goes alone. */
function* batches(texts: readonly string[]): Generator<number[]> {
  let batch: number[] = [];
  let size = 0;
  for (const [index, text] of texts.entries()) {
    if (batch.length > 0 && size + text.length > MAX_REQUEST_CHARS) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(index);
    size += text.length + SEPARATOR.length;
  }
  if (batch.length > 0) yield batch;
}

/** UTF-16 offset of every code point, and of the end. */
function utf16Offsets(text: string): number[] {
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) offsets.push(at);
  offsets.push(text.length);
  return offsets;
}

/** Gives each text its findings, in its own offsets; a finding over several texts is cut where they end. */
function hand(
  answer: z.infer<typeof Answer>,
  joined: string,
  batch: readonly number[],
  texts: readonly string[],
  found: Finding[][],
): void {
  const offsets = utf16Offsets(joined);
  const sorted = answer.toSorted((a, b) => a.start - b.start);
  let first = 0;
  let base = 0;
  for (const { entity_type, start, end, score } of sorted) {
    if (start >= end || end >= offsets.length) throw new PresidioFailure("its offsets lie outside of the text");
    const from = offsets[start]!;
    const to = offsets[end]!;
    while (base + texts[batch[first]!]!.length + SEPARATOR.length <= from) {
      base += texts[batch[first]!]!.length + SEPARATOR.length;
      first += 1;
    }
    for (let index = first, at = base; index < batch.length && at < to; index += 1) {
      const { length } = texts[batch[index]!]!;
      const finding: Finding = {
        category: fromPresidio(entity_type),
        start: Math.max(0, from - at),
        end: Math.min(length, to - at),
        score,
        source: "presidio",
        validated: false,
      };
      if (finding.start < finding.end) found[batch[index]!]!.push(finding);
      at += length + SEPARATOR.length;
    }
  }
}
