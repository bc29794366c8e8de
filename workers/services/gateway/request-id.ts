import type { Deps } from "../deps.ts";

/** 32 hexadecimal characters that begin with the instant, so that ids sort by time; the rest is random. */
export function newRequestId(deps: Deps): string {
  const instant = deps.clock.now().getTime().toString(16).padStart(12, "0");
  return instant + deps.newId().slice(0, 20);
}
