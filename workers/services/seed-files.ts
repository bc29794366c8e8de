import { AppError } from "../contract/error.ts";
import type { SeedImportResult } from "../contract/seed.ts";
import { SeedSchema } from "../contract/seed.ts";
import { parseJson, RefusedValue } from "../core/parsing/values.ts";
import { normaliseSeedInput } from "../core/seeds/normalise.ts";
import type { Deps, Principal } from "./deps.ts";
import type { SeedFilter, SeedRecord } from "./ports/seeds.ts";
import { admitSeed, newRecord } from "./seeds.ts";

const MAX_SEEDS = 1000;
const MAX_DEPTH = 64;
const EXPORT_PAGE = 100;
const MAX_ISSUES = 5;

/** What a seed file holds of a seed: all of it but what belongs to the installation, fields in the contract's order. */
function fileForm(seed: SeedSchema): string {
  const { organization_id: _owner, created_at: _created, updated_at: _updated, ...rest } = SeedSchema.parse(seed);
  return JSON.stringify(rest);
}

interface Entry {
  /** Line of a JSONL file, or place in an array, from 1. */
  line: number;
  read(): unknown;
}

function entriesOf(text: string): Entry[] {
  const start = text.trimStart();
  if (start === "") throw new AppError("import_failed", "The file is empty");
  if (start.startsWith("[")) {
    try {
      const items = parseJson(text, MAX_DEPTH) as unknown[];
      return items.map((item, index) => ({ line: index + 1, read: () => item }));
    } catch (error) {
      if (error instanceof RefusedValue) throw new AppError("import_failed", error.message);
      throw error;
    }
  }
  return text
    .split("\n")
    .map((json, index) => ({ line: index + 1, read: () => parseJson(json, MAX_DEPTH), blank: json.trim() === "" }))
    .filter((entry) => !entry.blank);
}

/** One entry as a valid seed of the caller's. @throws RefusedValue, AppError */
async function readSeed(deps: Deps, principal: Principal, entry: Entry, now: string): Promise<SeedSchema> {
  const value = entry.read();
  const named = typeof value === "object" && value !== null && !Array.isArray(value) && !("seed_id" in value);
  const parsed = SeedSchema.safeParse(normaliseSeedInput(named ? { ...value, seed_id: deps.newId() } : value));
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, MAX_ISSUES);
    throw new RefusedValue(issues.map(({ path, message }) => `${path.join(".") || "seed"}: ${message}`).join("; "));
  }
  await admitSeed(deps, parsed.data);
  return { ...parsed.data, organization_id: principal.organizationId, created_at: now, updated_at: now };
}

function reasonOf(error: unknown): string {
  if (error instanceof RefusedValue) return error.message;
  if (!(error instanceof AppError)) throw error;
  const fields = (error.errors ?? []).map(({ field, message }) => `${field.replace(/^body\./u, "")}: ${message}`);
  return [error.message, ...fields.slice(0, MAX_ISSUES)].join("; ");
}

/**
 * Takes in a file of seeds, a JSON array or JSONL, in full or in short form. What is wrong is listed, the rest is
 * stored; a seed that is there already with the same content is counted as a duplicate, with another content refused.
 * @throws import_failed when nothing of the file can be read.
 */
export async function importSeeds(deps: Deps, principal: Principal, bytes: Uint8Array): Promise<SeedImportResult> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new AppError("import_failed", "The file is not UTF-8 text");
  }
  const entries = entriesOf(text);
  if (entries.length > MAX_SEEDS) throw new AppError("import_failed", `A file may hold ${MAX_SEEDS} seeds`);
  const now = deps.clock.now().toISOString();
  const errors: SeedImportResult["errors"] = [];
  const seeds = new Map<string, { line: number; seed: SeedSchema }>();
  let duplicates = 0;

  const settle = (line: number, seed: SeedSchema, known: SeedSchema): void => {
    if (fileForm(seed) === fileForm(known)) duplicates += 1;
    else errors.push({ line, error: "seed_id: a seed of this id exists already, with another content" });
  };
  for (const entry of entries) {
    try {
      const seed = await readSeed(deps, principal, entry, now);
      const earlier = seeds.get(seed.seed_id);
      if (earlier === undefined) seeds.set(seed.seed_id, { line: entry.line, seed });
      else settle(entry.line, seed, earlier.seed);
    } catch (error) {
      errors.push({ line: entry.line, error: reasonOf(error) });
    }
  }
  const created = await deps.seeds.createMany(
    principal.organizationId,
    [...seeds.values()].map(({ seed }) => newRecord(seed, null, now)),
  );
  const left = [...seeds.keys()].filter((id) => !created.has(id));
  for (const { seed: known } of await deps.seeds.getMany(principal.organizationId, left)) {
    const { line, seed } = seeds.get(known.seed_id)!;
    settle(line, seed, known);
  }
  errors.sort((a, b) => a.line - b.line);
  return { seeds_imported: created.size, duplicates, seed_ids: [...seeds.keys()], errors };
}

/** The caller's seeds as JSONL, ordered by id; importing it elsewhere and exporting again gives the same bytes. */
export function exportSeeds(deps: Deps, principal: Principal, filter: SeedFilter): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let after = "";
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const records: SeedRecord[] = await deps.seeds.listAfter(principal.organizationId, filter, after, EXPORT_PAGE);
      const last = records.at(-1);
      if (last === undefined) return controller.close();
      after = last.seed.seed_id;
      controller.enqueue(encoder.encode(records.map(({ seed }) => `${fileForm(seed)}\n`).join("")));
    },
  });
}
