import { DOMAINS } from "../contract/domain.ts";
import type { Domain } from "../contract/domain.ts";
import type { SeedSchema } from "../contract/seed.ts";
import type { BuiltConversation } from "../core/ingest/conversation.ts";
import { extractSeed } from "../core/seeds/extract.ts";
import { loadDomain } from "./domain-files.ts";
import { InputError } from "./failure.ts";

export interface LocalExtraction {
  seeds: SeedSchema[];
  /** Per seed: the turns behind each field. */
  evidence: Record<string, Record<string, number[]>>;
  /** Conversations that can give no seed, and why. */
  errors: { conversation_id: string; error: string }[];
}

/** One seed from each conversation. `domain` null takes what each conversation says. */
export async function extractSeeds(
  built: readonly Pick<BuiltConversation, "conversation" | "assistantRole">[],
  domain: Domain | null,
): Promise<LocalExtraction> {
  const result: LocalExtraction = { seeds: [], evidence: {}, errors: [] };
  for (const { conversation, assistantRole } of built) {
    const own = domain ?? DOMAINS.find((each) => each === conversation.dominio);
    if (own === undefined) {
      throw new InputError(`--domain is missing, and the file does not say it; expected one of ${DOMAINS.join(", ")}`);
    }
    const seedId = `seed-${conversation.conversation_id}`;
    const { tools } = await loadDomain(own);
    const extracted = extractSeed({ conversation, domain: own, assistantRole, seedId, tools });
    if ("refused" in extracted) {
      result.errors.push({ conversation_id: conversation.conversation_id, error: extracted.refused });
      continue;
    }
    result.seeds.push(extracted.seed);
    result.evidence[seedId] = extracted.evidence;
  }
  return result;
}
