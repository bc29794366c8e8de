import { z } from "../../contract/zod.ts";
import { analyzeText, anonymizeText } from "../../services/presidio.ts";
import type { Api } from "../context.ts";
import { body, declare, json } from "../declare.ts";

const tags = ["presidio"];

const Finding = z
  .object({
    entity_type: z.string(),
    start: z.number().int().min(0),
    end: z.number().int().min(0),
    score: z.number().min(0).max(1),
  })
  .openapi("PresidioFinding");

const AnalyzeRequest = z
  .object({
    text: z.union([z.string(), z.array(z.string()).max(1000)]),
    language: z.string().max(16).optional(),
    entities: z.array(z.string().max(80)).max(200).nullable().optional(),
    score_threshold: z.number().min(0).max(1).nullable().optional(),
  })
  .openapi("PresidioAnalyzeRequest");

const AnonymizeRequest = z
  .object({
    text: z.string(),
    analyzer_results: z.array(Finding.loose()).max(100_000),
    anonymizers: z
      .record(
        z.string(),
        z.object({
          type: z.enum(["replace", "redact", "mask", "hash", "keep"]),
          new_value: z.string().max(1000).optional(),
          masking_char: z.string().length(1).optional(),
          chars_to_mask: z.number().int().min(0).optional(),
          from_end: z.boolean().optional(),
          hash_type: z.string().optional(),
        }),
      )
      .optional(),
  })
  .openapi("PresidioAnonymizeRequest");

const AnonymizeResponse = z
  .object({
    text: z.string(),
    items: z.array(
      z.object({ start: z.number(), end: z.number(), entity_type: z.string(), text: z.string(), operator: z.string() }),
    ),
  })
  .openapi("PresidioAnonymizeResponse");

const analyze = declare("read", ["validation_failed"], {
  method: "post",
  path: "/analyze",
  operationId: "presidioAnalyze",
  tags,
  summary: "Presidio's analyzer contract",
  request: { body: body(AnalyzeRequest) },
  responses: { 200: json(z.union([z.array(Finding), z.array(z.array(Finding))]), "Findings; offsets in code points") },
});

const anonymize = declare("read", ["validation_failed"], {
  method: "post",
  path: "/anonymize",
  operationId: "presidioAnonymize",
  tags,
  summary: "Presidio's anonymizer contract",
  request: { body: body(AnonymizeRequest) },
  responses: { 200: json(AnonymizeResponse, "The anonymised text") },
});

export function registerPresidio(api: Api): void {
  api.openapi(analyze, (c) => {
    const { text, ...options } = c.req.valid("json");
    const { privacy } = c.get("deps");
    if (typeof text === "string") return c.json(analyzeText(privacy, text, options), 200);
    return c.json(
      text.map((one) => analyzeText(privacy, one, options)),
      200,
    );
  });

  api.openapi(anonymize, async (c) => {
    const { text, analyzer_results, anonymizers } = c.req.valid("json");
    return c.json(await anonymizeText(text, analyzer_results, anonymizers ?? {}), 200);
  });
}
