// What the tokens of a named conversation stand for, kept from one request to the next where its tenant asks for it.
import { conversationKeys, identityOf } from "../../core/gateway/keys.ts";
import type { Session, VaultEntry } from "../../core/gateway/types.ts";
import type { Deps } from "../deps.ts";
import { describeError } from "../failure.ts";
import type { Defer } from "./access.ts";
import type { Tenant } from "./remembered.ts";

/** Purpose of the key that the entries are sealed with. */
const LABEL = "gateway-vault";

export interface Vault {
  /** Of earlier requests of the conversation. */
  entries: VaultEntry[];
  /** Keeps what this request added, after the answer. */
  keep(session: Session, defer: Defer): void;
}

const isSame = (a: VaultEntry | undefined, b: VaultEntry): boolean =>
  a !== undefined && a.value === b.value && a.provenance === b.provenance;

/**
 * The vault of the conversation that the caller names; null where the tenant keeps none or the caller names none. A
 * vault that cannot be read counts as empty: its tokens then stay tokens.
 */
export async function openVault(deps: Deps, tenant: Tenant, conversation: string | null): Promise<Vault | null> {
  const ttlMs = tenant.settings.conversation_ttl_s * 1000;
  if (ttlMs === 0 || conversation === null || conversation === "") return null;
  const { organizationId, tokenKey } = tenant;
  const place = `${organizationId}/${
    conversationKeys(
      tokenKey,
      identityOf(conversation, () => ""),
    ).name
  }`;
  const port = deps.gatewayVault(place);
  const lost = (error: unknown): void => deps.log.write("error", "gateway_vault_failed", describeError(error));

  const known = new Map<string, VaultEntry>();
  try {
    for (const sealed of await port.read()) {
      const batch = JSON.parse(await deps.secrets.open(organizationId, LABEL, sealed, place)) as VaultEntry[];
      for (const entry of batch) known.set(entry.token, entry);
    }
  } catch (error) {
    lost(error);
  }
  return {
    entries: [...known.values()],
    keep(session, defer) {
      const added = session.vault().filter((entry) => !isSame(known.get(entry.token), entry));
      const work = async (): Promise<void> => {
        const sealed =
          added.length === 0 ? null : await deps.secrets.seal(organizationId, LABEL, JSON.stringify(added), place);
        await port.add(sealed, ttlMs);
      };
      defer(work().catch(lost));
    },
  };
}
