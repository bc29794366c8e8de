import type { Domain } from "../contract/domain.ts";
import type { SeedResponse } from "../contract/seed.ts";
import { UNCASEClient } from "./client.ts";
import { UNCASEError } from "./error.ts";
import type { CallOptions, ClientOptions } from "./transport.ts";

/** The most conversations that one call of the extraction takes. */
const BATCH = 100;

/** Seeds from real conversations. */
export class SeedEngine {
  readonly client: UNCASEClient;

  constructor(client: UNCASEClient | ClientOptions = {}) {
    this.client = client instanceof UNCASEClient ? client : new UNCASEClient(client);
  }

  /** Imports a transcript (`Role: text` lines, a chat, JSON lines) and extracts a seed from each conversation in it. */
  async fromText(text: string, domain: Domain, options?: CallOptions): Promise<SeedResponse[]> {
    const imported = await this.client.imports.file(text, { domain }, options);
    if ("job_id" in imported) {
      throw new UNCASEError({
        status: 0,
        code: "payload_too_large",
        detail: `The text became job ${imported.job_id}; wait for it, then extract from its conversations`,
      });
    }
    const ids = imported.conversation_ids;
    if (ids.length === 0) {
      const reason = imported.errors[0];
      throw new UNCASEError({
        status: 0,
        code: "import_failed",
        detail: reason ?? "The text holds no conversation",
      });
    }
    return this.fromConversations(ids, domain, options);
  }

  /** Extracts a seed from each imported conversation; one that cannot give any is an error that names it. */
  async fromConversations(ids: readonly string[], domain: Domain, options?: CallOptions): Promise<SeedResponse[]> {
    const seeds: SeedResponse[] = [];
    for (let start = 0; start < ids.length; start += BATCH) {
      const conversation_ids = ids.slice(start, start + BATCH);
      const answer = await this.client.seeds.fromConversations({ conversation_ids, domain }, options);
      const failed = answer.errors[0];
      if (failed) {
        const detail = `${failed.conversation_id}: ${failed.error}`;
        throw new UNCASEError({ status: 0, code: "validation_failed", detail });
      }
      seeds.push(...answer.seeds);
    }
    return seeds;
  }
}
