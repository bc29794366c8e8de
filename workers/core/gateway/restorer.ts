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

/** Told of every token met: whether its value was put back. */
export type OnToken = (isRestored: boolean) => void;

/**
 * Restores tokens of an exchange where provenance and links allow it. Unknown tokens stay as they are; so do known
 * ones that may not be restored here. Inside a link a value is percent-encoded.
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
      else put(/:\/\/|www\./.test(context.text) ? encodeURIComponent(value.toWellFormed()) : value);
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
