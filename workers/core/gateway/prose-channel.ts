// One text of a streamed answer: scanned, masked and restored while it comes in pieces.
import { createStreamScanner } from "../privacy/stream.ts";
import type { StreamScanner } from "../privacy/stream.ts";
import type { AnswerLog } from "./answer.ts";
import { createRestorer } from "./restorer.ts";
import { outsideTokens } from "./segment-scan.ts";
import type { Exchange, RestorePlace } from "./session.ts";
import type { SlotRole } from "./types.ts";

/** Marks where a blocked value stood; no text of a model holds it, and if one did it would only end there. */
const CUT = "\uffff";

/** Takes a text in pieces and gives out what the caller may see. After a blocked value nothing more comes. */
export interface Channel {
  push(text: string): string;
  end(): string;
  /** Characters taken and not given out yet. */
  readonly held: number;
}

export interface ChannelOptions {
  exchange: Exchange;
  log: AnswerLog;
  place: RestorePlace;
  /** For the record of findings. */
  path: string;
  role: SlotRole;
}

/** Prose, or one value inside JSON. `cue` says what the value is, as in `email: `. */
export function createProseChannel(options: ChannelOptions, cue = ""): Channel {
  const { exchange, log, path, place, role } = options;
  const { engine, policy } = exchange;
  const reader = exchange.reader();
  let isCut = false;
  const scanner: StreamScanner = createStreamScanner({
    scan: (window, isStart) => {
      const before = isStart ? cue : "";
      const found = engine.scan(before + window, { policy: policy.scan.response, bypassWords: policy.allowList });
      if (found.length === 0) return found;
      const inside = found.flatMap((finding) =>
        finding.end <= before.length
          ? []
          : [{ ...finding, start: Math.max(0, finding.start - before.length), end: finding.end - before.length }],
      );
      return outsideTokens(window, inside, reader);
    },
    replace: (finding, value) => {
      const written = log.treat(finding.category, value, finding.score, path, role);
      if (!log.blocked) return written ?? value;
      isCut = true;
      return CUT;
    },
  });
  const restorer = createRestorer(exchange, place, log.onToken);
  let isOver = false;

  const pass = (text: string): string => {
    if (isOver) return "";
    if (!isCut) return restorer.push(text);
    isOver = true;
    return restorer.push(text.slice(0, text.indexOf(CUT))) + restorer.end();
  };
  return {
    push: (text) => (isOver ? "" : pass(scanner.push(text))),
    end() {
      if (isOver) return "";
      const out = pass(scanner.end());
      return isOver ? out : out + restorer.end();
    },
    get held() {
      return isOver ? 0 : scanner.held + restorer.held;
    },
  };
}
