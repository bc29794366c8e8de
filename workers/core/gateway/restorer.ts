import { createLinkContext } from "./link-context.ts";
import type { Exchange, RestorePlace } from "./session.ts";
import { isTokenWordChar } from "./tokens.ts";
import type { TokenReader } from "./tokens.ts";

/** Puts values back in the place of their tokens, in a text that comes in pieces. */
export interface Restorer {
  push(text: string): string;
  end(): string;
  /** Characters taken and not given out yet. */
  readonly held: number;
}

/** The link that a text ends in, or null: one in brackets is over behind them. */
function openLink(text: string): string | null {
  const link = /(?::\/\/|\bwww\.)[^\s"'<>]*$/.exec(text)?.[0];
  if (link === undefined) return null;
  let depth = 0;
  for (const char of link) {
    if (char === "(") depth++;
    else if (char === ")" && depth-- === 0) return null;
  }
  return link;
}

/** Percent-encoded, but for what is so already. */
function escapeForLink(value: string): string {
  return value
    .toWellFormed()
    .split(/(%[0-9a-f]{2})/i)
    .map((part, index) => (index % 2 === 1 ? part : encodeURIComponent(part)))
    .join("");
}

/** Told of every token met: whether its value was put back. */
export type OnToken = (isRestored: boolean) => void;

/**
 * Restores tokens of an exchange where provenance and links allow it. Unknown tokens stay as they are; so do known
 * ones that may not be restored here. Inside a link a value is percent-encoded, unless it stood there as it is.
 */
export function createRestorer(exchange: Exchange, place: RestorePlace, onToken: OnToken): Restorer {
  const reader: TokenReader = exchange.reader();
  let pending = "";
  const context = createLinkContext(exchange.links.isForeign);
  let afterWord = false;

  const follow = (text: string): void => {
    if (text === "") return;
    context.follow(text);
    afterWord = isTokenWordChar(text.charCodeAt(text.length - 1));
  };

  /** A value as it stands behind `before`: in a link without what would break it, unless the request wrote it so. */
  const inLink = (before: string, value: string): string => {
    const link = openLink(before);
    return link === null || exchange.links.hasNoted(link + value) ? value : escapeForLink(value);
  };

  const write = (text: string, isOpen: boolean): string => {
    let out = "";
    let at = 0;
    const put = (piece: string): void => {
      out += piece;
      follow(piece);
    };
    for (const span of reader.find(text, isOpen, afterWord)) {
      put(text.slice(at, span.start));
      if (span.token === null) {
        pending = text.slice(span.start);
        return out;
      }
      const isBarred = context.isBad || !exchange.links.mayFollow(context.text);
      const value = isBarred ? null : exchange.restore(span.token, place);
      onToken(value !== null);
      if (value === null) put(text.slice(span.start, span.end));
      else put(inLink(context.text, value));
      // What follows a token begins anew, whatever its value ends with.
      afterWord = false;
      at = span.end;
    }
    put(text.slice(at));
    pending = "";
    return out;
  };

  return {
    push: (text) => (reader.isEmpty ? text : write(pending + text, true)),
    end: () => (reader.isEmpty ? "" : write(pending, false)),
    get held() {
      return pending.length;
    },
  };
}

/** The whole of a text at once. */
export function restoreText(exchange: Exchange, place: RestorePlace, text: string, onToken: OnToken): string {
  const restorer = createRestorer(exchange, place, onToken);
  return restorer.push(text) + restorer.end();
}
