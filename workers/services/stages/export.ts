import { buildDataset } from "../dataset-build.ts";
import { runConfig, runResult, type RunSummary } from "./run.ts";
import { firstFailure, onlyResult, type Stage } from "./stage.ts";

/** One item: the run's certified conversations as a dataset. */
export const exportStage: Stage = {
  async work({ deps, job }) {
    const config = runConfig(job);
    const record = await buildDataset(deps, job.organizationId, {
      ...config.export!,
      id: job.id,
      name: `Run ${job.id.slice(0, 8)}`,
      job_id: job.id,
      include_failed: false,
      license: "other",
      createdAt: config.createdAt,
    });
    const { id, sha256, size_bytes, conversation_count, skipped, warnings } = record;
    return { body: { dataset_id: id, sha256, size_bytes, conversation_count, skipped, warnings }, tally: {} };
  },
  async next({ ledger, job }) {
    const summary = await onlyResult<RunSummary>(ledger, "finalise");
    const exported = await onlyResult<Record<string, unknown>>(ledger, "export");
    const result = await runResult({ job, ledger }, summary!, exported ?? null);
    if (exported !== undefined) return { finish: "completed", result, error: null };
    return { finish: "failed", result, error: `The export failed: ${(await firstFailure(ledger)) ?? "unknown"}` };
  },
};
