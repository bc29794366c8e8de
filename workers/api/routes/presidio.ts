import {
  PresidioAnalyzed,
  PresidioAnalyzeRequest,
  PresidioAnonymizeRequest,
  PresidioAnonymizeResponse,
  PresidioDeanonymizeRequest,
} from "../../contract/presidio.ts";
import { z } from "../../contract/zod.ts";
import { createAnalyzer, PRESIDIO_RECOGNIZERS, supportedEntities } from "../../services/presidio/analyzer.ts";
import { ANONYMIZERS, anonymizeText, DEANONYMIZERS, deanonymizeText } from "../../services/presidio/anonymizer.ts";
import type { Api } from "../context.ts";
import { body, declare, json } from "../declare.ts";

const tags = ["presidio"];

const analyze = declare("read", ["validation_failed"], {
  method: "post",
  path: "/analyze",
  operationId: "presidioAnalyze",
  tags,
  summary: "Presidio's analyzer contract",
  request: { body: body(PresidioAnalyzeRequest) },
  responses: {
    200: json(
      z.union([z.array(PresidioAnalyzed), z.array(z.array(PresidioAnalyzed))]),
      "Findings; offsets in code points",
    ),
  },
});

const anonymize = declare("read", ["validation_failed"], {
  method: "post",
  path: "/anonymize",
  operationId: "presidioAnonymize",
  tags,
  summary: "Presidio's anonymizer contract",
  request: { body: body(PresidioAnonymizeRequest) },
  responses: { 200: json(PresidioAnonymizeResponse, "The anonymised text") },
});

const deanonymize = declare("read", ["validation_failed"], {
  method: "post",
  path: "/deanonymize",
  operationId: "presidioDeanonymize",
  tags,
  summary: "Presidio's deanonymizer contract: takes back what encrypt wrote",
  request: { body: body(PresidioDeanonymizeRequest) },
  responses: { 200: json(PresidioAnonymizeResponse, "The text with its values") },
});

const names = (path: string, operationId: string, summary: string) =>
  declare("read", [], {
    method: "get",
    path,
    operationId,
    tags,
    summary,
    responses: { 200: json(z.array(z.string()), "Names") },
  });

const languageQuery = z.object({ language: z.string().max(16).optional() });

const byLanguage = (path: string, operationId: string, summary: string) =>
  declare("read", ["validation_failed"], {
    method: "get",
    path,
    operationId,
    tags,
    summary,
    request: { query: languageQuery },
    responses: { 200: json(z.array(z.string()), "Names, the same for every language") },
  });

export function registerPresidio(api: Api): void {
  api.openapi(analyze, (c) => {
    const { text, ...options } = c.req.valid("json");
    const analyzeOne = createAnalyzer(c.get("deps").privacy, options);
    return c.json(typeof text === "string" ? analyzeOne(text) : text.map(analyzeOne), 200);
  });

  api.openapi(anonymize, async (c) => {
    const { text, analyzer_results, anonymizers } = c.req.valid("json");
    return c.json(await anonymizeText(text, analyzer_results, anonymizers ?? {}), 200);
  });

  api.openapi(deanonymize, async (c) => {
    const { text, anonymizer_results, deanonymizers } = c.req.valid("json");
    return c.json(await deanonymizeText(text, anonymizer_results, deanonymizers), 200);
  });

  api.openapi(byLanguage("/supportedentities", "presidioSupportedEntities", "Entity types that /analyze finds"), (c) =>
    c.json(supportedEntities(), 200),
  );
  api.openapi(byLanguage("/recognizers", "presidioRecognizers", "What /analyze finds them with"), (c) =>
    c.json([...PRESIDIO_RECOGNIZERS], 200),
  );
  api.openapi(names("/anonymizers", "presidioAnonymizers", "Operators of /anonymize"), (c) =>
    c.json([...ANONYMIZERS], 200),
  );
  api.openapi(names("/deanonymizers", "presidioDeanonymizers", "Operators of /deanonymize"), (c) =>
    c.json([...DEANONYMIZERS], 200),
  );
}
