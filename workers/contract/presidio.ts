// Presidio's REST contract. What it takes and we cannot do is refused by name: a list of words or an operator that is
// passed over in silence leaves personal data in a text.
import { z } from "./zod.ts";

export const PresidioFinding = z
  .object({
    entity_type: z.string().min(1),
    start: z.number().int().min(0),
    end: z.number().int().min(0),
    score: z.number().min(0).max(1),
  })
  .openapi("PresidioFinding");
export type PresidioFinding = z.infer<typeof PresidioFinding>;

export const PresidioAnalyzed = PresidioFinding.extend({
  analysis_explanation: z
    .object({
      recognizer: z.string(),
      original_score: z.number(),
      score: z.number(),
      textual_explanation: z.string(),
      /** True where a checksum, a calendar or a numbering plan confirmed the value. */
      validation_result: z.boolean().nullable(),
    })
    .nullable(),
}).openapi("PresidioAnalyzed");
export type PresidioAnalyzed = z.infer<typeof PresidioAnalyzed>;

/** UTF-16 code units of all words of a request's deny lists together. */
const MAX_LISTED_CHARS = 100_000;
const NO_EXPRESSIONS =
  "regular expressions of a request are not run here, because nothing bounds their time; list words in deny_list";

const AdHocRecognizer = z.strictObject({
  name: z.string().max(200).nullish(),
  supported_entity: z.string().min(1).max(80),
  supported_language: z.string().max(16).nullish(),
  version: z.string().max(40).nullish(),
  deny_list: z.array(z.string().min(1).max(400)).min(1),
  deny_list_score: z.number().min(0).max(1).nullish(),
  patterns: z.array(z.unknown()).max(0, NO_EXPRESSIONS).nullish(),
  context: z
    .array(z.unknown())
    .max(0, "context words of one recognizer are not weighed here; send the request's context")
    .nullish(),
});

export const PresidioAnalyzeRequest = z
  .object({
    text: z.union([z.string(), z.array(z.string()).max(1000)]),
    language: z.string().max(16).nullish(),
    /** Presidio's entity types, or our categories; all when empty or absent. */
    entities: z.array(z.string().max(80)).max(200).nullish(),
    score_threshold: z.number().min(0).max(1).nullish(),
    /** Findings whose text is one of these are left out. */
    allow_list: z.array(z.string()).max(10_000).nullish(),
    allow_list_match: z.literal("exact", NO_EXPRESSIONS.replace("deny_list", "allow_list")).nullish(),
    regex_flags: z.number().int().nullish(),
    /** Words that stand near the text where it comes from, such as the name of its column. */
    context: z.array(z.string().max(400)).max(100).nullish(),
    ad_hoc_recognizers: z
      .array(AdHocRecognizer)
      .max(100)
      .refine(
        (recognizers) =>
          recognizers.flatMap(({ deny_list }) => deny_list).reduce((sum, word) => sum + word.length, 0) <=
          MAX_LISTED_CHARS,
        `deny lists hold at most ${MAX_LISTED_CHARS} characters in all`,
      )
      .nullish(),
    return_decision_process: z.boolean().nullish(),
    correlation_id: z.string().max(200).nullish(),
  })
  .openapi("PresidioAnalyzeRequest");
export type PresidioAnalyzeRequest = z.infer<typeof PresidioAnalyzeRequest>;

const key = z
  .string()
  .refine((text) => [16, 24, 32].includes(new TextEncoder().encode(text).length), "must be 128, 192 or 256 bits");

const PresidioOperator = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("replace"), new_value: z.string().max(1000).nullish() }),
    z.strictObject({ type: z.literal("redact") }),
    z.strictObject({
      type: z.literal("mask"),
      masking_char: z.string().regex(/^.$/su, "must be one character").nullish(),
      chars_to_mask: z.number().int().nullish(),
      from_end: z.boolean().nullish(),
    }),
    z.strictObject({
      type: z.literal("hash"),
      hash_type: z.enum(["sha256", "sha512"]).nullish(),
      /** The same value has the same hash under one salt; without one, no two hashes are the same. */
      salt: z
        .string()
        .max(1000)
        .refine((text) => new TextEncoder().encode(text).length >= 16, "must have at least 16 bytes")
        .nullish(),
    }),
    z.strictObject({ type: z.literal("keep") }),
    z.strictObject({ type: z.literal("encrypt"), key }),
  ])
  .openapi("PresidioOperator");
export type PresidioOperator = z.infer<typeof PresidioOperator>;

export const PresidioAnonymizeRequest = z
  .object({
    text: z.string(),
    analyzer_results: z.array(PresidioFinding.loose()).max(100_000),
    /** By entity type; `DEFAULT` for the others, which are replaced by `<TYPE>` when it is absent. */
    anonymizers: z.record(z.string(), PresidioOperator).nullish(),
  })
  .openapi("PresidioAnonymizeRequest");

const PresidioReverseOperator = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("decrypt"), key }),
    z.strictObject({ type: z.literal("deanonymize_keep") }),
  ])
  .openapi("PresidioReverseOperator");
export type PresidioReverseOperator = z.infer<typeof PresidioReverseOperator>;

const Place = PresidioFinding.omit({ score: true });

export const PresidioDeanonymizeRequest = z
  .object({
    text: z.string(),
    anonymizer_results: z.array(Place.loose()).max(100_000),
    deanonymizers: z.record(z.string(), PresidioReverseOperator),
  })
  .openapi("PresidioDeanonymizeRequest");

/** The items stand from the last to the first, as Presidio has them. */
export const PresidioAnonymizeResponse = z
  .object({
    text: z.string(),
    items: z.array(Place.extend({ text: z.string(), operator: z.string() })),
  })
  .openapi("PresidioAnonymizeResponse");
export type PresidioAnonymizeResponse = z.infer<typeof PresidioAnonymizeResponse>;
