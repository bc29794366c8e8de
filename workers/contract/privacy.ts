import { z } from "./zod.ts";

export const PIIEntityResponse = z
  .object({
    category: z.string(),
    /** UTF-16 code units. */
    start: z.number().int().min(0),
    end: z.number().int().min(0),
    score: z.number().min(0).max(1),
    source: z.enum(["pattern", "recogniser", "presidio"]),
  })
  .openapi("PIIEntityResponse");

export const PIIScanResponse = z
  .object({
    text_length: z.number().int(),
    pii_found: z.boolean(),
    entity_count: z.number().int(),
    entities: z.array(PIIEntityResponse),
    anonymized_preview: z.string(),
    scanner_mode: z.enum(["edge", "edge+presidio"]),
  })
  .openapi("PIIScanResponse");
export type PIIScanResponse = z.infer<typeof PIIScanResponse>;
