/** The day on which generated conversations take place (YYYY-MM-DD): fixed, so that a run repeats whenever it runs. */
export const FICTIONAL_TODAY = "2026-01-15";

/** The local time that chat formats with a date print when nothing else says it: exports must not depend on the day. */
export const RENDER_NOW = `${FICTIONAL_TODAY}T12:00:00`;
