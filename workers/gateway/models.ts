// Lists of models in the two wire formats.
import type { JsonObject } from "../contract/ids.ts";
import type { DialectName } from "../core/gateway/dialects/errors.ts";
import type { OfferedModel } from "../services/gateway/models.ts";

/** Neither a provider nor an alias says since when a model is there, and both formats ask. */
const UNKNOWN_TIME = "1970-01-01T00:00:00Z";

export function writeModel(dialect: DialectName, { id, provider }: OfferedModel): JsonObject {
  return dialect === "anthropic-messages"
    ? { type: "model", id, display_name: id, created_at: UNKNOWN_TIME }
    : { id, object: "model", created: 0, owned_by: provider ?? "alias" };
}

export function writeModels(dialect: DialectName, models: readonly OfferedModel[]): JsonObject {
  const data = models.map((model) => writeModel(dialect, model));
  if (dialect !== "anthropic-messages") return { object: "list", data };
  return { data, has_more: false, first_id: models[0]?.id ?? null, last_id: models.at(-1)?.id ?? null };
}
