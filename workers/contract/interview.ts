import { SeedSchema } from "./seed.ts";
import { z } from "./zod.ts";

export const InterviewStartRequest = z
  .strictObject({
    industry: z.string().min(1).max(40).default("automotive").openapi({
      description: "automotive, medical, finance, legal, industrial or education, or the domain's full name",
    }),
    max_turns: z.number().int().min(3).max(50).default(15),
    locale: z.string().min(2).max(16).default("en").openapi({ description: "es or en" }),
    store: z.boolean().default(true).openapi({ description: "Keep the finished seed among the organisation's seeds" }),
  })
  .openapi("InterviewStartRequest");
export type InterviewStartRequest = z.infer<typeof InterviewStartRequest>;

export const InterviewTurnRequest = z
  .strictObject({ session_id: z.string().min(1).max(128), user_message: z.string().min(1).max(8000) })
  .openapi("InterviewTurnRequest");
export type InterviewTurnRequest = z.infer<typeof InterviewTurnRequest>;

export const InterviewProgressResponse = z
  .object({
    turn: z.number().int(),
    max_turns: z.number().int(),
    total_fields: z.number().int(),
    filled_fields: z.number().int(),
    required_total: z.number().int(),
    required_filled: z.number().int(),
    is_complete: z.boolean(),
    fields: z.record(
      z.string(),
      z.object({
        status: z.enum(["empty", "extracted", "confirmed", "ambiguous"]),
        confidence: z.number(),
        is_required: z.boolean(),
      }),
    ),
  })
  .openapi("InterviewProgressResponse");
export type InterviewProgressResponse = z.infer<typeof InterviewProgressResponse>;

export const InterviewMessage = z
  .object({
    type: z.enum(["question", "summary"]),
    content: z.string(),
    progress: InterviewProgressResponse,
    seed: SeedSchema.optional().openapi({ description: "In the summary only" }),
  })
  .openapi("InterviewMessage");
export type InterviewMessage = z.infer<typeof InterviewMessage>;

export const InterviewStartResponse = z
  .object({ session_id: z.string(), message: InterviewMessage })
  .openapi("InterviewStartResponse");
export type InterviewStartResponse = z.infer<typeof InterviewStartResponse>;

export const InterviewTurnResponse = z
  .object({ session_id: z.string(), message: InterviewMessage, is_complete: z.boolean() })
  .openapi("InterviewTurnResponse");
export type InterviewTurnResponse = z.infer<typeof InterviewTurnResponse>;
