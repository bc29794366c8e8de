import { AppError, invalidField } from "../contract/error.ts";
import type {
  InterviewProgressResponse,
  InterviewStartRequest,
  InterviewStartResponse,
  InterviewTurnRequest,
  InterviewTurnResponse,
} from "../contract/interview.ts";
import { interviewSchema, startInterview } from "../core/seeds/interview/machine.ts";
import { maskAnswer } from "../core/seeds/interview/mask-answer.ts";
import { INDUSTRIES, INTERVIEW_LOCALES } from "../core/seeds/interview/schema.ts";
import type { Industry, InterviewLocale } from "../core/seeds/interview/schema.ts";
import type { Deps, Principal } from "./deps.ts";
import type { InterviewPort } from "./ports/jobs.ts";
import { storeInterviewSeed } from "./seeds.ts";

const SESSION_BYTES = 32;

/** 32 random bytes as 43 characters of base64url. */
function newSessionId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SESSION_BYTES));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The object of a session. The tenant is part of its name: with another's session id one finds an empty object. */
const sessionOf = (deps: Deps, principal: Principal, sessionId: string): InterviewPort =>
  deps.interview(`${principal.organizationId}/${sessionId}`);

const missing = (): AppError => new AppError("not_found", "Interview not found; it may have expired");

function readIndustry(name: string): Industry {
  const found = INDUSTRIES.find((industry) => industry === name || interviewSchema(industry).domain === name);
  if (found !== undefined) return found;
  const domains = INDUSTRIES.map((industry) => interviewSchema(industry).domain);
  throw invalidField("body.industry", `must be one of ${[...INDUSTRIES, ...domains].join(", ")}`);
}

function readLocale(tag: string): InterviewLocale {
  const language = tag.split(/[-_]/u)[0]!.toLowerCase();
  const found = INTERVIEW_LOCALES.find((locale) => locale === language);
  if (found === undefined) throw invalidField("body.locale", `must be one of ${INTERVIEW_LOCALES.join(", ")}`);
  return found;
}

/** @throws validation_failed for an industry or a language without an interview. */
export async function openInterview(
  deps: Deps,
  principal: Principal,
  input: InterviewStartRequest,
): Promise<InterviewStartResponse> {
  const locale = readLocale(input.locale);
  const { state, message } = startInterview({
    industry: readIndustry(input.industry),
    locale,
    maxTurns: input.max_turns,
  });
  const sessionId = newSessionId();
  const terms = { locale, seedId: deps.newId(), store: input.store };
  await sessionOf(deps, principal, sessionId).open(terms, state);
  return { session_id: sessionId, message };
}

/**
 * One turn. The message is masked before the session sees it. The last turn answers with the seed, stores it when the
 * interview was started so, and ends the session; a turn that fails to store leaves it, to be repeated.
 * @throws not_found for a session that is missing, expired or another tenant's; unavailable when the second recogniser
 * does not answer and must.
 */
export async function takeTurn(
  deps: Deps,
  principal: Principal,
  input: InterviewTurnRequest,
): Promise<InterviewTurnResponse> {
  const session = sessionOf(deps, principal, input.session_id);
  const terms = await session.terms();
  if (terms === null) throw missing();
  const key = await deps.secrets.tenantKey(principal.organizationId, "surrogates", 16);
  const others = await deps.secondRecogniser?.analyze([input.user_message], terms.locale);
  const masked = maskAnswer(input.user_message, terms.locale, deps.privacy, key, others?.[0]);
  const reply = await session.answer(masked);
  if (reply === null) throw missing();
  const { message, complete, seed } = reply;
  if (!complete || seed === undefined) return { session_id: input.session_id, message, is_complete: false };
  const finished = await storeInterviewSeed(deps, principal, seed, terms.store);
  await session.end();
  return { session_id: input.session_id, message: { ...message, seed: finished }, is_complete: true };
}

/** @throws not_found */
export async function getInterviewProgress(
  deps: Deps,
  principal: Principal,
  sessionId: string,
): Promise<InterviewProgressResponse> {
  const progress = await sessionOf(deps, principal, sessionId).progress();
  if (progress === null) throw missing();
  return progress;
}

/** @throws not_found */
export async function endInterview(deps: Deps, principal: Principal, sessionId: string): Promise<void> {
  if (!(await sessionOf(deps, principal, sessionId).end())) throw missing();
}
