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

export interface Entry {
  entity: string;
  category: string;
  /** What is put back: as the user wrote it where the user did, else as it was met first. */
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
  /** The entry of a value that the user's own turns brought, if this is one. */
  ownValue(category: string, value: string): Entry | null;
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
  const entries = new Map<string, Entry>();
  const byToken = new Map<string, Entry>();
  const entities = new Map<string, string>();
  let pseudonyms: Pseudonyms | null = null;
  let reader: TokenReader | null = null;

  for (const { category, entity, provenance, token, value } of vault) {
    if (category !== LITERAL) registry.entityOf(category, value);
    minter.know(token, category, entity);
    const entry: Entry = { entity, category, value, provenance, token };
    entries.set(entity, entry);
    byToken.set(token, entry);
  }

  /** The key of a value's entity. A conversation repeats its values; of persons the answer changes with each new name. */
  const entityOf = (category: string, value: string): string => {
    if (category === "PERSON") return registry.entityOf(category, value).id;
    const name = `${category}\n${value}`;
    let entity = entities.get(name);
    if (entity === undefined) entities.set(name, (entity = registry.entityOf(category, value).id));
    return entity;
  };

  const entryOf = (entity: string, category: string, value: string, role: SlotRole): Entry => {
    const bit = BITS[role];
    let entry = entries.get(entity);
    if (entry === undefined) {
      entry = { entity, category, value, provenance: bit, token: null };
      entries.set(entity, entry);
      return entry;
    }
    // The user's way of writing counts; of a person, the fullest name.
    const isFirstOfUser = bit === PROVENANCE.USER && (entry.provenance & PROVENANCE.USER) === 0;
    const isFuller = category === "PERSON" && bit === PROVENANCE.USER && value.length > entry.value.length;
    if (isFirstOfUser || isFuller) entry.value = value;
    entry.provenance |= bit;
    return entry;
  };

  const tokenOf = (entry: Entry): string => {
    if (entry.token === null) {
      entry.token = minter.mint(entry.category, entry.entity);
      byToken.set(entry.token, entry);
      reader = null;
    }
    return entry.token;
  };

  /** Replacements that nobody can undo. */
  const replace = (category: string, value: string, entity: string, action: CategoryAction): string => {
    if (action === "hash") return `[${tokenName(category)}:${sipHex(keys.values, entity)}]`;
    if (action === "pseudonym")
      return (pseudonyms ??= createPseudonyms(keys.values, policy.languages[0])).surrogate(category, value, entity);
    return placeholder(category);
  };

  const mayRestore = ({ provenance, value }: Entry, place: RestorePlace): boolean => {
    // A tool's link may be called, and takes nothing along.
    if (place === "arguments-away")
      return provenance === PROVENANCE.TOOL && LINK.test(value) && policy.toolValues !== "never";
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
    note: (category, value, role) => entryOf(entityOf(category, value), category, value, role),
    replaceInRequest: (entry, action) =>
      action === "token" ? tokenOf(entry) : replace(entry.category, entry.value, entry.entity, action),
    ownValue(category, value) {
      const entry = entries.get(registry.entityOf(category, value).id);
      return entry !== undefined && mayRestore(entry, "prose") ? entry : null;
    },
    replaceInResponse: (category, value, action) =>
      replace(category, value, registry.entityOf(category, value).id, action),
    escapeLiteral: (text, role) => tokenOf(entryOf(`${LITERAL}:${text}`, LITERAL, text, role)),
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
      return entry !== undefined && mayRestore(entry, place) ? entry.value : null;
    },
    valueHashes(limit) {
      const hash = createSipHash(deriveKey(keys.segments, "value-hashes"));
      const out = new Map<string, Set<string>>();
      for (const { category, entity } of entries.values()) {
        if (category === LITERAL || policy.actionFor("request", category) === "allow") continue;
        let hashes = out.get(category);
        if (hashes === undefined) out.set(category, (hashes = new Set()));
        if (hashes.size < limit) hashes.add(sipHex(hash, entity));
      }
      return Object.fromEntries([...out].map(([category, hashes]) => [category, [...hashes].sort()]));
    },
    vault: () =>
      [...entries.values()].flatMap(({ category, entity, provenance, token, value }) =>
        token === null ? [] : [{ token, category, value, provenance, entity }],
      ),
  };
}
