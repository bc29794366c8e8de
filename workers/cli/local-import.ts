import type { ImportErrorDetail, ImportFormat } from "../contract/import.ts";
import { buildConversation } from "../core/ingest/conversation.ts";
import type { BuiltConversation } from "../core/ingest/conversation.ts";
import { conversationFingerprint } from "../core/ingest/identity.ts";
import { parseStream } from "../core/parsing/parse.ts";
import type { ParseOptions } from "../core/parsing/parse.ts";
import type { PrivacyEngine } from "../core/privacy/engine.ts";
import { InputError } from "./failure.ts";
import { openInput } from "./input.ts";
import { localKey } from "./local-key.ts";

export interface LocalImportOptions {
  format: ImportFormat;
  domain: string | null;
  language: string | null;
  /** Refuse the whole file when any of it is wrong. */
  strict: boolean;
}

/** What an import says besides its conversations, in the API's names. */
export interface LocalImportSummary {
  conversations_imported: number;
  conversations_failed: number;
  errors: ImportErrorDetail[];
  duplicates: number;
  format: string;
  pii: Record<string, number>;
  warnings: string[];
}

/** Bytes of an input, again for each call. */
type Source = () => Promise<AsyncIterable<Uint8Array>>;

/**
 * Reads a file of real conversations, or the standard input, and yields each one anonymised as soon as it is complete:
 * memory does not grow with the file. Returns the summary. With `strict`, a file with anything wrong yields nothing.
 */
export async function* importFile(
  path: string | undefined,
  options: LocalImportOptions,
  privacy: PrivacyEngine,
): AsyncGenerator<BuiltConversation, LocalImportSummary, undefined> {
  const summary: LocalImportSummary = {
    conversations_imported: 0,
    conversations_failed: 0,
    errors: [],
    duplicates: 0,
    format: "unknown",
    pii: {},
    warnings: [],
  };
  const source = await repeatable(path, options.strict);
  if (options.strict) {
    const checked = await check(source, options.format);
    if (checked.errors.length > 0) return { ...summary, ...checked };
  }

  const identityKey = localKey("source-identity");
  const surrogateKey = localKey("surrogates");
  const now = new Date().toISOString();
  const seen = new Set<string>();
  const events = parseStream(await source(), { format: options.format, ...again(path, source) });
  for (;;) {
    const step = await events.next();
    if (step.done === true) {
      summary.format = step.value.format;
      summary.conversations_failed = step.value.errors;
      summary.warnings = step.value.warnings;
      return summary;
    }
    const event = step.value;
    if (event.type === "error") summary.errors.push(event.error);
    if (event.type !== "conversation") continue;
    const conversationId = conversationFingerprint(event.conversation, identityKey);
    if (seen.has(conversationId)) {
      summary.duplicates += 1;
      continue;
    }
    seen.add(conversationId);
    const { domain, language } = options;
    const built = buildConversation(event.conversation, {
      privacy,
      key: surrogateKey,
      conversationId,
      domain,
      language,
      now,
    });
    for (const [category, count] of Object.entries(built.counts)) {
      summary.pii[category] = (summary.pii[category] ?? 0) + count;
    }
    summary.conversations_imported += 1;
    yield built;
  }
}

/** Everything of one file at once. Throws an InputError that says why when nothing could be read. */
export async function importWhole(
  path: string | undefined,
  options: LocalImportOptions,
  privacy: PrivacyEngine,
): Promise<{ built: BuiltConversation[]; summary: LocalImportSummary }> {
  const built: BuiltConversation[] = [];
  const conversations = importFile(path, options, privacy);
  for (;;) {
    const step = await conversations.next();
    if (step.done === true) {
      refuseNothing(path, step.value);
      return { built, summary: step.value };
    }
    built.push(step.value);
  }
}

/** Throws when a file gave no conversation at all. */
export function refuseNothing(path: string | undefined, summary: LocalImportSummary): void {
  if (summary.conversations_imported > 0) return;
  const [first] = summary.errors;
  const reason = first === undefined ? "it holds no conversation" : describeError(first);
  const more = summary.conversations_failed > 1 ? ` (and ${summary.conversations_failed - 1} more errors)` : "";
  throw new InputError(`${path ?? "the standard input"}: nothing was imported: ${reason}${more}`);
}

/** One error of a file as a line of text. */
export function describeError({ line, column, error }: ImportErrorDetail): string {
  return `line ${line}${column === null ? "" : `, ${column}`}: ${error}`;
}

async function check(source: Source, format: ImportFormat) {
  const errors: ImportErrorDetail[] = [];
  const events = parseStream(await source(), { format });
  for (;;) {
    const step = await events.next();
    if (step.done === true) {
      return {
        errors,
        conversations_failed: step.value.errors,
        format: step.value.format,
        warnings: step.value.warnings,
      };
    }
    if (step.value.type === "error") errors.push(step.value.error);
  }
}

/** A file can be read again where its first part does not tell its dates; a pipe cannot. */
function again(path: string | undefined, source: Source): Pick<ParseOptions, "again"> {
  if (path === undefined || path === "-") return {};
  return {
    again: async function* () {
      yield* await source();
    },
  };
}

/** A pipe can be read once only, so it is held when it must be read twice. */
async function repeatable(path: string | undefined, twice: boolean): Promise<Source> {
  if (!twice || (path !== undefined && path !== "-")) return () => openInput(path);
  const chunks: Uint8Array[] = [];
  for await (const chunk of await openInput(path)) chunks.push(chunk);
  return async () =>
    (async function* () {
      yield* chunks;
    })();
}
