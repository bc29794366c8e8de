import { extractAndStore } from "../seeds.ts";
import { generationItems, runConfig } from "./run.ts";
import { finished, type Stage } from "./stage.ts";

interface ExtractedSeed {
  seed_id: string | null;
  refused: string | null;
}

/** One item per source conversation: its seed is extracted and stored. */
export const seedsStage: Stage = {
  async work({ deps, principal, job }, item) {
    const { conversation_id } = item.payload as { conversation_id: string };
    const outcome = await extractAndStore(deps, principal, conversation_id, runConfig(job).domain);
    const body: ExtractedSeed =
      "refused" in outcome
        ? { seed_id: null, refused: outcome.refused }
        : { seed_id: outcome.seed.seed_id, refused: null };
    const counter = body.seed_id === null ? "seeds_refused" : "seeds";
    return { body, tally: { [counter]: 1 } };
  },
  async next({ deps, ledger, job }) {
    const seedIds: string[] = [];
    const reasons = new Set<string>();
    for await (const page of finished<ExtractedSeed>(ledger, "seeds")) {
      for (const { body } of page) {
        if (body.seed_id !== null) seedIds.push(body.seed_id);
        else reasons.add(body.refused ?? "");
      }
    }
    if (seedIds.length === 0) {
      const why = [...reasons, ...(await ledger.failures()).map((failure) => failure.error)].slice(0, 3).join("; ");
      return { finish: "failed", result: null, error: `No seed could be extracted: ${why}` };
    }
    const config = runConfig(job);
    const total = seedIds.length * config.count;
    return { items: await generationItems(deps, job.organizationId, config, seedIds, total) };
  },
};
