import type { Log } from "../services/deps.ts";
import type { Settings } from "./config.ts";

const LEVELS = ["debug", "info", "warn", "error"] as const;

/** Writes one JSON line per event to the console, which Workers Logs and the local runtime collect. */
export function makeLog(level: Settings["logLevel"]): Log {
  return {
    write(eventLevel, event, fields = {}) {
      if (LEVELS.indexOf(eventLevel) < LEVELS.indexOf(level)) return;
      // oxlint-disable-next-line no-console -- the one place that writes logs
      console.log(JSON.stringify({ level: eventLevel, event, ...fields }));
    },
  };
}
