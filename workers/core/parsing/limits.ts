/**
 * Every cap of the importers, in one table. A value over a cap ends in an error entry that names the cap; nothing is
 * cut silently. Sizes are UTF-16 code units unless the name says bytes.
 */
export interface ParseLimits {
  /** Longest line of a line-based format (WhatsApp, transcript, JSONL). */
  maxLineChars: number;
  /** Longest CSV record or JSON value, which may span lines. */
  maxRecordChars: number;
  /** Longest text of one turn. */
  maxTurnChars: number;
  /** Longest name of a speaker. */
  maxSpeakerChars: number;
  /** Most turns of one conversation; the wire contract's own limit. */
  maxTurns: number;
  /** Deepest nesting of a JSON value. */
  maxJsonDepth: number;
  /** Most error events handed on; the report counts all of them. */
  maxErrors: number;
  /** Errors in a row, without a good row or conversation between them, after which the rest is not read. */
  maxErrorsInARow: number;
  /** Most warnings kept. */
  maxWarnings: number;
  /**
   * How much of a chat may be held back to decide the order of day and month, before the whole of it is surveyed.
   * Larger than a file imported in one request.
   */
  dateWindowChars: number;
  /** How much text of unfinished conversations is held while their rows arrive mixed up. */
  rowWindowChars: number;
  /** Most conversations held unfinished at a time. */
  rowWindowConversations: number;
  /** Ids of finished conversations that are remembered, to refuse rows that arrive too late. */
  rememberedIds: number;
  /** Part of a file that decides its format. */
  sniffChars: number;
  /** Most entries of an archive. */
  maxArchiveEntries: number;
  /** Most bytes that an archive may unpack to. */
  maxArchiveBytes: number;
  /** Highest ratio of unpacked to packed bytes, checked once 16 MiB are unpacked. */
  maxArchiveRatio: number;
}

export const PARSE_LIMITS: Readonly<ParseLimits> = {
  maxLineChars: 8_388_608,
  maxRecordChars: 8_388_608,
  maxTurnChars: 262_144,
  maxSpeakerChars: 120,
  maxTurns: 2_000,
  maxJsonDepth: 64,
  maxErrors: 1_000,
  maxErrorsInARow: 50_000,
  maxWarnings: 50,
  dateWindowChars: 8_388_608,
  rowWindowChars: 2_097_152,
  rowWindowConversations: 4_096,
  rememberedIds: 65_536,
  sniffChars: 65_536,
  maxArchiveEntries: 10_000,
  maxArchiveBytes: 4_294_967_296,
  maxArchiveRatio: 200,
};
