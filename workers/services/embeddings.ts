// Vectors for `embedding_drift`, from Workers AI or a provider of the tenant, each calibrated on one set of dialogues.
import type { Conversation } from "../contract/conversation.ts";
import type { SeedSchema } from "../contract/seed.ts";
import { calibrateBackend, calibrationTexts } from "../core/evaluation/embedding-calibration.ts";
import { evaluationUnits } from "../core/evaluation/embedding-drift.ts";
import type { EmbeddingBackend } from "../core/evaluation/embeddings.ts";
import { conversationFields, scanText } from "../core/evaluation/privacy-score.ts";
import { ADAPTERS } from "../core/models/adapters.ts";
import type { Deps } from "./deps.ts";
import type { ProviderConnection } from "./ports/models.ts";
import { describeError } from "./failure.ts";
import { listConnections } from "./providers.ts";

/** Texts of one call. */
const BATCH = 96;
/** What is read of one text: models cut longer ones in ways of their own. */
const MAX_CHARS = 6000;
const TIMEOUT_MS = 30_000;
const MAX_CALIBRATIONS = 100;

type Points = readonly (readonly [number, number])[];
type Vectors = ReadonlyMap<string, readonly number[]>;

interface Embedder {
  connection: ProviderConnection;
  model: string;
}

/** Kept in the isolate: a model's calibration depends on the model alone. */
const calibrations = new Map<string, Promise<Points | null>>();

/** The configured source of vectors; null where there is none for this tenant. */
async function embedderOf(deps: Deps, organizationId: string): Promise<Embedder | null> {
  const wanted = deps.config.embeddings;
  if (wanted === null) return null;
  if (wanted.source === "workers_ai") {
    const { embeddingModel } = ADAPTERS.workers_ai;
    const connection: ProviderConnection = {
      id: "installation:workers_ai",
      name: "Workers AI",
      organizationId,
      type: "workers_ai",
      apiBase: null,
      sealedKey: null,
      defaultModel: wanted.model ?? embeddingModel!,
      maxTokens: 1,
      temperature: 0,
    };
    return { connection, model: wanted.model ?? embeddingModel! };
  }
  const connections = await listConnections(deps, organizationId);
  const connection =
    wanted.provider === null
      ? connections[0]
      : connections.find(({ id, name }) => id === wanted.provider || name === wanted.provider);
  const model = wanted.model ?? (connection === undefined ? null : ADAPTERS[connection.type].embeddingModel);
  return connection === undefined || model === null ? null : { connection, model };
}

async function embed(deps: Deps, { connection, model }: Embedder, texts: readonly string[]): Promise<Vectors> {
  const vectors = new Map<string, readonly number[]>();
  for (let at = 0; at < texts.length; at += BATCH) {
    const batch = texts.slice(at, at + BATCH);
    const found = await deps.models.embed(
      connection,
      model,
      batch.map((text) => text.slice(0, MAX_CHARS) || " "),
      { timeouts: { totalMs: TIMEOUT_MS }, waitsForRest: true },
    );
    batch.forEach((text, i) => vectors.set(text, found[i]!));
  }
  return vectors;
}

function calibrationOf(deps: Deps, embedder: Embedder): Promise<Points | null> {
  const { connection, model } = embedder;
  const key = `${connection.organizationId}\n${connection.id}\n${connection.apiBase}\n${model}`;
  const known = calibrations.get(key);
  if (known !== undefined) return known;
  const made = embed(deps, embedder, calibrationTexts()).then((vectors) =>
    calibrateBackend((text) => vectors.get(text)!),
  );
  if (calibrations.size >= MAX_CALIBRATIONS) calibrations.clear();
  calibrations.set(key, made);
  made.catch(() => calibrations.delete(key));
  return made;
}

/**
 * The backend that holds the vectors of one conversation and its seed, or of the steps of the scenario drawn. Null where
 * none is configured. For a model that does not tell subjects apart, and for a conversation in which Layer 0 finds
 * anything, which is sent nowhere, it has no vectors: the local method stands in, and the report says so. An outage is
 * one, and makes the metric `failed`.
 */
export async function embedConversation(
  deps: Deps,
  organizationId: string,
  conversation: Conversation,
  seed: SeedSchema,
  flowSteps?: readonly string[],
): Promise<EmbeddingBackend | null> {
  const embedder = await embedderOf(deps, organizationId);
  if (embedder === null) return null;
  const name = `${embedder.connection.type}/${embedder.model}`;
  const none = (reason: string): EmbeddingBackend => ({ name, vector: () => null, unavailable: reason });
  const personal = conversationFields(conversation).some(({ text }) => scanText(text, deps.privacy).length > 0);
  if (personal) return none("the conversation holds personal data and was not sent to the model");
  try {
    const calibration = await calibrationOf(deps, embedder);
    if (calibration === null) return none("the model does not tell the subjects of the calibration set apart");
    const vectors = await embed(deps, embedder, evaluationUnits(conversation, seed, flowSteps));
    return { name, calibration, vector: (text) => vectors.get(text) ?? null };
  } catch (error) {
    const { name: failure, where } = describeError(error);
    deps.log.write("warn", "embeddings_failed", { model: name, name: failure, where });
    return { name, vector: () => null, outage: "the model gave no vectors" };
  }
}
