import type { RawConversation } from "../../core/parsing/model.ts";
import { importBatch } from "../import-batch.ts";
import { importConfig, importResult, type ParsedFile, type ParsedPart, partName, stagingOf } from "./import-run.ts";
import { finished, firstFailure, onlyResult, type Shift, type Stage } from "./stage.ts";

/** What one part gave. */
interface StoredPart {
  imported: number;
  duplicates: number;
  pii: Record<string, number>;
}

/** One item per sealed part of the file: Layer 0, fingerprints and storage for its conversations. */
export const anonymiseStage: Stage = {
  async work(shift, item) {
    const { deps, job } = shift;
    const payload = item.payload as ParsedPart;
    const { domain, language, createdAt } = importConfig(job);
    const objectName = (start: number) => `${job.id}-${String(payload.part).padStart(5, "0")}-${start}`;
    const { imported, duplicates, pii, objects } = await importBatch(
      deps,
      job.organizationId,
      await readPart(shift, payload),
      {
        importId: job.id,
        objectName: objectName(item.start),
        firstOrdinal: payload.firstOrdinal,
        domain,
        language,
        now: createdAt,
      },
    );
    // A start that was killed may have written conversations that no row points to.
    for (let start = 1; start < item.start; start += 1) {
      const prefix = `conversations/${job.organizationId}/${objectName(start)}-`;
      if (![...objects].some((key) => key.startsWith(prefix))) await deps.blobs.deletePrefix(prefix);
    }
    const body: StoredPart = { imported, duplicates, pii };
    return { body, tally: { imported, duplicates } };
  },

  async next({ ledger, job }, { failed }) {
    const parsed = await onlyResult<ParsedFile>(ledger, "parse");
    const stored = { conversations_imported: 0, duplicates: 0, pii: {} as Record<string, number> };
    for await (const page of finished<StoredPart>(ledger, "anonymise")) {
      for (const { body } of page) {
        stored.conversations_imported += body.imported;
        stored.duplicates += body.duplicates;
        for (const [category, count] of Object.entries(body.pii)) {
          stored.pii[category] = (stored.pii[category] ?? 0) + count;
        }
      }
    }
    const result = { ...importResult(job, parsed!, stored) };
    if (failed === 0) return { finish: "completed", result, error: null };
    const why = (await firstFailure(ledger)) ?? "unknown";
    return { finish: "failed", result, error: `${failed} parts of the file could not be stored: ${why}` };
  },
};

async function readPart(shift: Shift, { part, plainBytes }: ParsedPart): Promise<RawConversation[]> {
  const staging = await stagingOf(shift);
  const bytes = new Uint8Array(plainBytes);
  let filled = 0;
  for await (const chunk of staging.read(partName(part), plainBytes)) {
    bytes.set(chunk, filled);
    filled += chunk.length;
  }
  const lines = new TextDecoder().decode(bytes).split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as RawConversation);
}
