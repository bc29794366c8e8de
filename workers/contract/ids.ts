import { z } from "./zod.ts";

/** Identifier of the wire contract: 32 lowercase hexadecimal characters. */
export const Id = z.string().regex(/^[0-9a-f]{32}$/, "must be 32 lowercase hexadecimal characters");

/**
 * Identifier that a client chose or brought from elsewhere (conversation ids, featured seeds).
 * Letters, digits and `._:-`, so that it is safe in paths, object keys and logs.
 */
export const ExternalId = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]*$/, "letters, digits and . _ : - only, starting with a letter or digit");

/** ISO-8601 instant in UTC, as in `2026-01-15T12:00:00.000Z`. */
export const Timestamp = z.iso.datetime({ offset: true });

/** The reference's `metadata` maps: strings to strings. */
export const StringMap = z.record(z.string(), z.string());

/** Free JSON object. */
export const JsonObject = z.record(z.string(), z.unknown());
export type JsonObject = Record<string, unknown>;
