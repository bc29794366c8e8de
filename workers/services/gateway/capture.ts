// Content kept beside the log where a tenant asks for it: conversations that went through Layer 0, as sources of seeds,
// or what was sent and answered, sealed, until a date.
import type { GatewayCaptureContent, GatewayCaptureListResponse } from "../../contract/gateway-capture.ts";
import type { GatewayFlywheelRequest, GatewayFlywheelResponse } from "../../contract/gateway-capture.ts";
import { AppError } from "../../contract/error.ts";
import type { JsonObject } from "../../contract/ids.ts";
import type { PageQuery } from "../../contract/page.ts";
import { readTranscript } from "../../core/gateway/transcript.ts";
import { conversationFingerprint } from "../../core/ingest/identity.ts";
import { openFrames, sealFrames } from "../../core/ingest/sealed-frames.ts";
import { deleteConversation } from "../conversations.ts";
import type { Deps, Principal } from "../deps.ts";
import { describeError } from "../failure.ts";
import { importBatch } from "../import-batch.ts";
import { extractAndStore, toSeedResponse } from "../seeds.ts";
import { readLine, writeLines, eraseLine } from "../segments.ts";
import type { StoredTurns } from "../conversations.ts";
import type { Defer } from "./access.ts";
import type { Endpoint } from "./endpoints.ts";
import type { CaptureRecord } from "./ports.ts";
import type { Tenant } from "./remembered.ts";

/** UTF-16 code units of request and answer together; what is longer is not kept. */
const MAX_CHARS = 1024 * 1024;
const CONTENT = "exchange";
const DAY_MS = 24 * 60 * 60 * 1000;

/** Where the sealed bytes of one request stand. */
const prefixOf = (organizationId: string, requestId: string): string => `captures/${organizationId}/${requestId}/`;

export interface Captured {
  principal: Principal;
  tenant: Tenant;
  endpoint: Endpoint;
  requestId: string;
  streamed: boolean;
  /** The body as the caller sent it. */
  text: string;
}

/** Collects the answer as the caller gets it; `done` keeps the exchange, after the answer. */
export interface CaptureTape {
  add(text: string): void;
  done(defer: Defer): void;
}

/** Null where nothing is kept. `draw` is in [0, 1). */
export function openTape(deps: Deps, captured: Captured, draw: number): CaptureTape | null {
  const { endpoint, tenant, text } = captured;
  const { mode, share } = tenant.settings.capture;
  if (mode === "off" || draw >= share || endpoint.name === "embeddings" || endpoint.name === "count_tokens")
    return null;
  const pieces: string[] = [];
  let chars = text.length;
  return {
    add(piece) {
      chars += piece.length;
      if (chars > MAX_CHARS) pieces.length = 0;
      else pieces.push(piece);
    },
    done(defer) {
      const { requestId } = captured;
      if (chars > MAX_CHARS) return deps.log.write("warn", "gateway_capture_too_long", { request_id: requestId });
      const work = mode === "anonymised" ? keepAnonymised : keepEncrypted;
      defer(
        work(deps, captured, pieces.join("")).catch((error: unknown) =>
          deps.log.write("error", "gateway_capture_failed", { request_id: requestId, ...describeError(error) }),
        ),
      );
    },
  };
}

function recordOf(deps: Deps, { principal, requestId }: Captured): CaptureRecord {
  return {
    request_id: requestId,
    key_id: principal.keyId,
    kind: "anonymised",
    conversation_id: null,
    turns: 0,
    size_bytes: 0,
    seed_id: null,
    created_at: deps.clock.now().toISOString(),
    expires_at: null,
  };
}

/** The conversation goes the way of an import: Layer 0 at the gate point, fingerprints of its source, then storage. */
async function keepAnonymised(deps: Deps, captured: Captured, answer: string): Promise<void> {
  const { endpoint, principal, requestId, streamed, text } = captured;
  const { organizationId } = principal;
  const transcript = readTranscript(endpoint.client, JSON.parse(text) as JsonObject, answer, streamed);
  if (transcript === null) return;
  const record = recordOf(deps, captured);
  const { ids, fresh } = await importBatch(deps, organizationId, [transcript.conversation], {
    importId: requestId,
    objectName: requestId,
    firstOrdinal: 0,
    now: record.created_at,
  });
  const conversationId = ids[0]!;
  await deps.gatewayCaptures.put(organizationId, {
    ...record,
    conversation_id: conversationId,
    turns: transcript.conversation.turns.length,
    size_bytes: JSON.stringify(fresh).length,
  });
  if (transcript.earlier === null) return;
  // A conversation sends its history with every turn: what the turn before left is a part of this one.
  const identityKey = await deps.secrets.tenantKey(organizationId, "source-identity", 16);
  const earlierId = conversationFingerprint(transcript.earlier, identityKey);
  if (
    earlierId === conversationId ||
    !(await deps.gatewayCaptures.supersede(organizationId, earlierId, conversationId))
  )
    return;
  await deleteConversation(deps, principal, earlierId).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });
}

/** The key lies in the object of the request's id alone; its alarm deletes key and bytes when the time has come. */
async function keepEncrypted(deps: Deps, captured: Captured, answer: string): Promise<void> {
  const { endpoint, principal, requestId, tenant, text } = captured;
  const { organizationId } = principal;
  const record = recordOf(deps, captured);
  const expiresMs = Date.parse(record.created_at) + tenant.settings.capture.retention_days * DAY_MS;
  const prefix = prefixOf(organizationId, requestId);
  const box = deps.ledger(requestId);
  const key = await box.openStaging(prefix, expiresMs);
  const bytes = new TextEncoder().encode(JSON.stringify({ dialect: endpoint.dialect, request: text, answer }));
  const chunks = async function* () {
    yield bytes;
  };
  const randomIv = () => crypto.getRandomValues(new Uint8Array(12));
  try {
    await deps.blobs.putStream(prefix + CONTENT, sealFrames(key, CONTENT, chunks(), randomIv));
    const expires_at = new Date(expiresMs).toISOString();
    await deps.gatewayCaptures.put(organizationId, {
      ...record,
      kind: "encrypted",
      size_bytes: bytes.length,
      expires_at,
    });
  } catch (error) {
    await box.dropStaging();
    throw error;
  }
}

async function findCapture(deps: Deps, { organizationId }: Principal, requestId: string): Promise<CaptureRecord> {
  const found = await deps.gatewayCaptures.get(organizationId, requestId, deps.clock.now().toISOString());
  if (found === null) throw new AppError("not_found", "Nothing was captured of this request");
  return found;
}

const note = (deps: Deps, { organizationId, keyId }: Principal, event: string, requestId: string): void =>
  deps.log.write("info", event, { organization_id: organizationId, key_id: keyId, request_id: requestId });

export async function listCaptures(
  deps: Deps,
  principal: Principal,
  page: PageQuery,
): Promise<GatewayCaptureListResponse> {
  const now = deps.clock.now().toISOString();
  const { items, total } = await deps.gatewayCaptures.list(principal.organizationId, page, now);
  return { items: items.map(({ key_id: _key, ...item }) => item), total };
}

/** What was sent and answered. @throws not_found, for what was anonymised as well, as only its conversation is left */
export async function readCapture(deps: Deps, principal: Principal, requestId: string): Promise<GatewayCaptureContent> {
  const { kind, size_bytes: size } = await findCapture(deps, principal, requestId);
  const key = kind === "encrypted" ? await deps.ledger(requestId).stagingKey() : null;
  if (key === null) throw new AppError("not_found", "Nothing encrypted was captured of this request");
  const name = prefixOf(principal.organizationId, requestId) + CONTENT;
  const decoder = new TextDecoder();
  let text = "";
  const frames = openFrames(key, CONTENT, size, (offset, length) => deps.blobs.getRange(name, offset, length));
  for await (const chunk of frames) text += decoder.decode(chunk, { stream: true });
  const { dialect, request, answer } = JSON.parse(text + decoder.decode()) as Record<string, string>;
  note(deps, principal, "gateway_capture_read", requestId);
  return { request_id: requestId, dialect: dialect!, request: JSON.parse(request!) as JsonObject, answer: answer! };
}

/** Deletes what was kept for good: of an anonymised request its conversation. @throws not_found */
export async function deleteCapture(deps: Deps, principal: Principal, requestId: string): Promise<void> {
  const { kind, conversation_id: conversationId } = await findCapture(deps, principal, requestId);
  if (kind === "encrypted") await deps.ledger(requestId).dropStaging();
  else if (conversationId !== null) {
    await deleteConversation(deps, principal, conversationId).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
    });
  }
  await deps.gatewayCaptures.delete(principal.organizationId, requestId);
  note(deps, principal, "gateway_capture_deleted", requestId);
}

/** Ratings of conversations, 0..5, for those of answers, -1..1. */
const RATINGS: Readonly<Record<string, number>> = { "-1": 1, "0": 3, "1": 5 };

/**
 * Carries feedback into the captured conversation: its rating, and the correction in the place of the answer. What is
 * given was anonymised already. Does nothing where no conversation was captured.
 */
export async function applyFeedback(
  deps: Deps,
  { organizationId }: Principal,
  requestId: string,
  rating: number,
  correction: string | null,
): Promise<void> {
  const now = deps.clock.now().toISOString();
  const capture = await deps.gatewayCaptures.get(organizationId, requestId, now);
  if (capture === null || capture.conversation_id === null) return;
  const record = await deps.conversations.get(organizationId, capture.conversation_id);
  if (record === null) return;
  const changed = { ...record, rating: RATINGS[rating] ?? record.rating, updated_at: now };
  const stored = correction === null ? null : await readLine<StoredTurns>(deps.blobs, record.segment);
  const answer = stored?.turnos[capture.turns - 1];
  if (stored === null || answer === undefined) return deps.conversations.update(organizationId, changed);
  answer.contenido = correction!;
  const [segment] = await writeLines(deps.blobs, `conversations/${organizationId}/${deps.newId()}`, [stored]);
  await deps.conversations.update(organizationId, { ...changed, segment: segment! });
  await eraseLine(deps.blobs, record.segment);
}

/** Makes seeds of captured conversations that were rated well enough, the oldest first; each becomes one seed, once. */
export async function turnFlywheel(
  deps: Deps,
  principal: Principal,
  { domain, limit, min_rating: least }: GatewayFlywheelRequest,
): Promise<GatewayFlywheelResponse> {
  const { organizationId } = principal;
  const answer: GatewayFlywheelResponse = { seeds: [], errors: [] };
  for (const conversationId of await deps.gatewayCaptures.unseeded(organizationId, least, limit)) {
    const outcome = await extractAndStore(deps, principal, conversationId, domain).catch((error: unknown) => {
      if (error instanceof AppError && error.code === "not_found") return { refused: error.message };
      throw error;
    });
    if ("refused" in outcome) answer.errors.push({ conversation_id: conversationId, error: outcome.refused });
    else {
      await deps.gatewayCaptures.markSeeded(organizationId, conversationId, outcome.seed.seed_id);
      answer.seeds.push(toSeedResponse(outcome));
    }
  }
  return answer;
}
