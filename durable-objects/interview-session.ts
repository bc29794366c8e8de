import { DurableObject } from "cloudflare:workers";
import { answer, interviewProgress } from "../workers/core/seeds/interview/machine.ts";
import type {
  InterviewProgress,
  InterviewReply,
  InterviewState,
  InterviewTerms,
} from "../workers/core/seeds/interview/machine.ts";

/** An interview that nobody touches for this long is deleted. */
export const SESSION_MS = 60 * 60 * 1000;

interface Session {
  terms: InterviewTerms;
  state: InterviewState;
  expiresAt: number;
}

const KEY = "session";

/**
 * One interview, named by its tenant and its session id together, so that no other tenant's request can reach it. It
 * holds masked answers only and deletes everything by its alarm when it is not used any more.
 */
export class InterviewSessionObject<Env> extends DurableObject<Env> {
  async open(terms: InterviewTerms, state: InterviewState): Promise<void> {
    await this.#keep({ terms, state, expiresAt: 0 });
  }

  /** Null when there is no such interview (any more). */
  async terms(): Promise<InterviewTerms | null> {
    return this.#session()?.terms ?? null;
  }

  /** Takes one masked answer. A finished interview repeats its summary until it is ended. */
  async answer(maskedMessage: string): Promise<InterviewReply | null> {
    const session = this.#session();
    if (session === null) return null;
    const reply = answer(session.state, maskedMessage, { seedId: session.terms.seedId });
    await this.#keep({ ...session, state: reply.state });
    return reply;
  }

  async progress(): Promise<InterviewProgress | null> {
    const session = this.#session();
    if (session === null) return null;
    await this.#keep(session);
    return interviewProgress(session.state);
  }

  /** False when there was none. */
  async end(): Promise<boolean> {
    const existed = this.#session() !== null;
    await this.#forget();
    return existed;
  }

  override async alarm(): Promise<void> {
    const session = this.#session();
    if (session === null) await this.#forget();
    else await this.ctx.storage.setAlarm(session.expiresAt);
  }

  #session(): Session | null {
    const session = this.ctx.storage.kv.get<Session>(KEY);
    return session === undefined || session.expiresAt <= Date.now() ? null : session;
  }

  async #keep(session: Session): Promise<void> {
    const expiresAt = Date.now() + SESSION_MS;
    this.ctx.storage.kv.put(KEY, { ...session, expiresAt });
    await this.ctx.storage.setAlarm(expiresAt);
  }

  async #forget(): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }
}
