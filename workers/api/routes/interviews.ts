import {
  InterviewProgressResponse,
  InterviewStartRequest,
  InterviewStartResponse,
  InterviewTurnRequest,
  InterviewTurnResponse,
} from "../../contract/interview.ts";
import { z } from "../../contract/zod.ts";
import { endInterview, getInterviewProgress, openInterview, takeTurn } from "../../services/interviews.ts";
import type { Api } from "../context.ts";
import { body, declare, json } from "../declare.ts";

const base = "/api/v1/seeds/extract";
const tags = ["seeds"];
const SessionParams = z.object({ session_id: z.string().max(128) });

const start = declare("write", ["validation_failed"], {
  method: "post",
  path: `${base}/start`,
  operationId: "startInterview",
  tags,
  summary: "Start an interview that ends with a seed",
  description: "A session that nobody uses for an hour is deleted.",
  request: { body: body(InterviewStartRequest) },
  responses: { 201: json(InterviewStartResponse, "The session and its first question") },
});

const turn = declare("write", ["not_found", "validation_failed", "pii_detected"], {
  method: "post",
  path: `${base}/turn`,
  operationId: "answerInterview",
  tags,
  summary: "Answer the interview's question",
  description:
    "Personal data in the message is masked before the interview sees it. The last message is a summary with the seed; the session is then deleted. `listo`, `terminar`, `done` or `stop` end the interview early.",
  request: { body: body(InterviewTurnRequest) },
  responses: { 200: json(InterviewTurnResponse, "The next question, or the summary") },
});

const progress = declare("read", ["not_found"], {
  method: "get",
  path: `${base}/{session_id}/progress`,
  operationId: "getInterviewProgress",
  tags,
  summary: "How far an interview is",
  request: { params: SessionParams },
  responses: { 200: json(InterviewProgressResponse, "The progress") },
});

const remove = declare("write", ["not_found"], {
  method: "delete",
  path: `${base}/{session_id}`,
  operationId: "deleteInterview",
  tags,
  summary: "End an interview without a seed",
  request: { params: SessionParams },
  responses: { 204: { description: "Deleted" } },
});

/** Registered before the seeds, whose `{seed_id}` would match `extract`. */
export function registerInterviews(api: Api): void {
  api.openapi(start, async (c) =>
    c.json(await openInterview(c.get("deps"), c.get("principal"), c.req.valid("json")), 201),
  );

  api.openapi(turn, async (c) => c.json(await takeTurn(c.get("deps"), c.get("principal"), c.req.valid("json")), 200));

  api.openapi(progress, async (c) => {
    const { session_id } = c.req.valid("param");
    return c.json(await getInterviewProgress(c.get("deps"), c.get("principal"), session_id), 200);
  });

  api.openapi(remove, async (c) => {
    await endInterview(c.get("deps"), c.get("principal"), c.req.valid("param").session_id);
    return c.body(null, 204);
  });
}
