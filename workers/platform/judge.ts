import type { JudgePort } from "../services/ports/models.ts";

/** As much of Workers AI as is used here. */
export interface TextModels {
  run(model: string, input: Record<string, unknown>): Promise<unknown>;
}

const MAX_TOKENS = 2000;
const TIMEOUT_MS = 60_000;

/** What models of Workers AI answer: `{response}`, or OpenAI's shape, with text or an object that is parsed already. */
function readText(answer: unknown): string {
  const fields = (answer ?? {}) as { response?: unknown; choices?: { message?: { content?: unknown } }[] };
  const content = fields.response ?? fields.choices?.[0]?.message?.content ?? null;
  return typeof content === "string" ? content : JSON.stringify(content);
}

/** A judge on Workers AI: temperature 0, output constrained by the schema, an outage is an error after a minute. */
export function makeWorkersAiJudge(models: TextModels, model: string): JudgePort {
  return {
    model,
    async ask({ system, user }, schema) {
      const request = models.run(model, {
        messages: [
          { role: "system", content: system },
          { role: "user", content: user },
        ],
        temperature: 0,
        max_tokens: MAX_TOKENS,
        response_format: { type: "json_schema", json_schema: schema },
      });
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error("the judge did not answer in time")), TIMEOUT_MS);
      });
      try {
        return readText(await Promise.race([request, late]));
      } finally {
        if (timer !== undefined) clearTimeout(timer);
      }
    },
  };
}
