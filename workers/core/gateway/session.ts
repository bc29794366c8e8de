// What one exchange knows: entities with their tokens and where they came from, and what may be put back where.
import { createEntityRegistry } from "../privacy/entities.ts";
import { placeholder, tokenName } from "../privacy/placeholders.ts";
import type { PrivacyEngine } from "../privacy/engine.ts";
import { createSipHash, sipHex } from "../privacy/siphash.ts";
import { createPseudonyms } from "../privacy/surrogates.ts";
import type { Pseudonyms } from "../privacy/surrogates.ts";
import { deriveKey } from "./keys.ts";
import type { ConversationKeys } from "./keys.ts";
import { createLinkGuard } from "./link-guard.ts";
import type { LinkGuard } from "./link-guard.ts";
import type { CompiledPolicy } from "./policy.ts";
import { createMinter, createTokenReader, LITERAL } from "./tokens.ts";
import type { TokenReader } from "./tokens.ts";
import { PROVENANCE } from "./types.ts";
import type { CategoryAction, Session, SlotRole, VaultEntry } from "./types.ts";

const BITS: Readonly<Record<SlotRole, number>> = {
  user: PROVENANCE.USER,
  tool: PROVENANCE.TOOL,
  system: PROVENANCE.SYSTEM,
  definition: PROVENANCE.SYSTEM,
  assistant: PROVENANCE.ASSISTANT,
  other: PROVENANCE.OTHER,
};

/**
 * Where a token stands on the way back. `arguments-away` are those of a call that leads to a host which only untrusted
 * text named.
 */
export type RestorePlace = "prose" | "arguments" | "arguments-away" | "echo" | "sealed";

/** A value that is a link. */
const LINK = /[\\/]{2}|www\./i;

/** What a value names, however it is written. */
interface Entity {
  id: string;
  category: string;
  /** As the user wrote it where the user did, else as it was met first; of a person, the fullest name. */
  value: string;
  provenance: number;
  /** The token of the spelling that got one first. */
  token: string | null;
}

/** One spelling of a value. */
export interface Entry {
  entity: Entity;
  /** What is put back. */
  value: string;
  provenance: number;
  /** Null while no token was needed. */
  token: string | null;
}

/** The inside of a `Session`. */
export interface Exchange extends Session {
  readonly engine: PrivacyEngine;
  readonly keys: ConversationKeys;
  readonly links: LinkGuard;
  /** Notes a value of the request and where it stands. */
  note(category: string, value: string, role: SlotRole): Entry;
  /** What stands in the request in the place of a value that was noted. */
  replaceInRequest(entry: Entry, action: CategoryAction): string;
  /** Whether the user's own turns brought this value, in whatever spelling. */
  isOwn(category: string, value: string): boolean;
  /** What stands in the answer in the place of a value that the caller never sent. */
  replaceInResponse(category: string, value: string, action: CategoryAction): string;
  /** The token for text that looks like one, so that only tokens minted here reach the provider. */
  escapeLiteral(text: string, role: SlotRole): string;
  /** Whether this very token was minted in this exchange. */
  isMinted(token: string): boolean;
  /** Reads the tokens of this exchange. */
  reader(): TokenReader;
  /** What the arguments of a call are, by the hosts they name; links that its tokens stand for count as well. */
  placeOfCall(args: string): RestorePlace;
  /** The value of a token, or null where it may not be put back. */
  restore(token: string, place: RestorePlace): string | null;
}

/** Throws nothing; entries of earlier requests keep their tokens and provenance. */
export function createExchange(
  policy: CompiledPolicy,
  engine: PrivacyEngine,
  keys: ConversationKeys,
  vault: readonly VaultEntry[],
): Exchange {
  const registry = createEntityRegistry();
  const minter = createMinter(keys.values);
  const entities = new Map<string, Entity>();
  /** By entity and spelling. */
  const entries = new Map<string, Entry>();
  const byToken = new Map<string, Entry>();
  const ids = new Map<string, string>();
  let pseudonyms: Pseudonyms | null = null;
  let reader: TokenReader | null = null;

  /** The key of a value's entity. A conversation repeats its values; of persons the answer changes with each new name. */
  const idOf = (category: string, value: string): string => {
    if (category === "PERSON") return registry.entityOf(category, value).id;
    const name = `${category}\n${value}`;
    let id = ids.get(name);
    if (id === undefined) ids.set(name, (id = registry.entityOf(category, value).id));
    return id;
  };

  const entityOf = (id: string, category: string, value: string, provenance: number): Entity => {
    let entity = entities.get(id);
    if (entity === undefined) {
      entities.set(id, (entity = { id, category, value, provenance, token: null }));
      return entity;
    }
    const isOfUser = (provenance & PROVENANCE.USER) !== 0;
    const isFuller = category === "PERSON" && value.length > entity.value.length;
    if (isOfUser && (isFuller || (entity.provenance & PROVENANCE.USER) === 0)) entity.value = value;
    entity.provenance |= provenance;
    return entity;
  };

  const entryOf = (id: string, category: string, value: string, provenance: number): Entry => {
    const entity = entityOf(id, category, value, provenance);
    const name = `${id}\n${value}`;
    let entry = entries.get(name);
    if (entry === undefined) entries.set(name, (entry = { entity, value, provenance, token: null }));
    else entry.provenance |= provenance;
    return entry;
  };

  for (const { category, entity: id, provenance, token, value } of vault) {
    if (category !== LITERAL) registry.entityOf(category, value);
    minter.know(token, category, id, value);
    const entry = entryOf(id, category, value, provenance);
    entry.token = token;
    // The shortest is the one that the others were made of.
    if (entry.entity.token === null || token.length < entry.entity.token.length) entry.entity.token = token;
    byToken.set(token, entry);
  }

  const tokenOf = (entry: Entry): string => {
    if (entry.token === null) {
      const { entity, value } = entry;
      entry.token =
        entity.token === null ? minter.mint(entity.category, entity.id) : minter.mintSpelling(entity.token, value);
      entity.token ??= entry.token;
      byToken.set(entry.token, entry);
      reader = null;
    }
    return entry.token;
  };

  /** Replacements that nobody can undo. */
  const replace = (category: string, value: string, id: string, action: CategoryAction): string => {
    if (action === "hash") return `[${tokenName(category)}:${sipHex(keys.values, id)}]`;
    if (action === "pseudonym")
      return (pseudonyms ??= createPseudonyms(keys.values, policy.languages[0])).surrogate(category, value, id);
    return placeholder(category);
  };

  const mayRestore = (provenance: number, place: RestorePlace): boolean => {
    if (place === "sealed" || (provenance & PROVENANCE.SYSTEM) !== 0) return false;
    if ((provenance & PROVENANCE.USER) !== 0) return true;
    if (place === "echo") return (provenance & PROVENANCE.OTHER) !== 0;
    if ((provenance & PROVENANCE.TOOL) === 0) return false;
    return policy.toolValues === "everywhere" || (policy.toolValues === "arguments" && place === "arguments");
  };

  const links = createLinkGuard(policy.barUntrusted);
  const readTokens = (): TokenReader => (reader ??= createTokenReader(byToken.keys()));

  return {
    policy,
    engine,
    keys,
    links,
    note: (category, value, role) => entryOf(idOf(category, value), category, value, BITS[role]),
    replaceInRequest(entry, action) {
      const { category, id, value } = entry.entity;
      return action === "token" ? tokenOf(entry) : replace(category, value, id, action);
    },
    isOwn(category, value) {
      const entity = entities.get(registry.entityOf(category, value).id);
      return entity !== undefined && mayRestore(entity.provenance, "prose");
    },
    replaceInResponse: (category, value, action) =>
      replace(category, value, registry.entityOf(category, value).id, action),
    escapeLiteral: (text, role) => tokenOf(entryOf(`${LITERAL}:${text}`, LITERAL, text, BITS[role])),
    isMinted: (token) => byToken.has(token),
    reader: readTokens,
    placeOfCall(args) {
      if (!links.hasForeign()) return "arguments";
      const tokens = readTokens().find(args, false);
      const values = tokens.map(({ token }) => (token === null ? "" : byToken.get(token)!.value));
      const read = [args, ...values.filter((value) => LINK.test(value))].join("\n");
      return links.mayFill(read) ? "arguments" : "arguments-away";
    },
    restore(token, place) {
      const entry = byToken.get(token);
      if (entry === undefined) return null;
      const { entity, provenance, value } = entry;
      // A tool's link may be called, and takes nothing along.
      if (place === "arguments-away")
        return entity.provenance === PROVENANCE.TOOL && LINK.test(value) && policy.toolValues !== "never"
          ? value
          : null;
      if (!mayRestore(entity.provenance, place)) return null;
      // A spelling that may not be shown itself comes back as the user's own.
      return mayRestore(provenance, place) || (provenance & PROVENANCE.ASSISTANT) !== 0 ? value : entity.value;
    },
    valueHashes(limit) {
      const hash = createSipHash(deriveKey(keys.segments, "value-hashes"));
      const out = new Map<string, Set<string>>();
      for (const { category, id } of entities.values()) {
        if (category === LITERAL || policy.actionFor("request", category) === "allow") continue;
        let hashes = out.get(category);
        if (hashes === undefined) out.set(category, (hashes = new Set()));
        if (hashes.size < limit) hashes.add(sipHex(hash, id));
      }
      return Object.fromEntries([...out].map(([category, hashes]) => [category, [...hashes].sort()]));
    },
    vault: () =>
      [...entries.values()].flatMap(({ entity: { category, id }, provenance, token, value }) =>
        token === null ? [] : [{ token, category, value, provenance, entity: id }],
      ),
  };
}
