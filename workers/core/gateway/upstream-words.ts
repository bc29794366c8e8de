// What a provider says is wrong with a request, as far as the caller may read it.
import type { ProviderWords } from "../models/failures.ts";
import { createAnswerLog } from "./answer.ts";
import { SHAPES } from "./positions.ts";
import { createProseChannel } from "./prose-channel.ts";
import type { Exchange } from "./session.ts";
import type { Session } from "./types.ts";

/** A field of a request: `messages[0].content`. */
const FIELD = /^(?!.*\d{7})[A-Za-z_][\w.[\]-]{0,127}$/;

/** A provider's words after the scan, and what was found in them. */
export interface ScannedWords extends ProviderWords {
  counts: Record<string, number>;
}

/**
 * Scans a provider's words about a request with the policy for answers. Tokens stay as they are, since errors end up in
 * logs. A message with a value that must not leave is left out (""), and so is one whose values the mode does not mask.
 */
export function scanWords(session: Session, words: ProviderWords): ScannedWords {
  const exchange = session as Exchange;
  const log = createAnswerLog(exchange);
  const scan = (path: string, text: string): string => {
    const channel = createProseChannel({ exchange, log, place: "sealed", path, role: "other" });
    return channel.push(text) + channel.end();
  };
  const isClean = (path: string, text: string): boolean => {
    const before = log.findings.length;
    return scan(path, text) === text && log.findings.length === before;
  };
  const message = scan("error.message", words.message);
  const { code, param } = words;
  const isUnmasked = !exchange.policy.enforces && log.findings.length > 0;
  return {
    message: log.blocked || isUnmasked ? "" : message,
    code: code !== null && SHAPES.enum.test(code) && isClean("error.code", code) ? code : null,
    param: param !== null && FIELD.test(param) && isClean("error.param", param) ? param : null,
    counts: log.counts(),
  };
}
