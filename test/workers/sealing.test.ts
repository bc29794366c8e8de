import { describe, expect, it } from "vitest";
import { makeSecrets } from "../../workers/platform/secrets.ts";
import { parseSettings } from "../../workers/platform/config.ts";
import { ask, freshTenant, startIsolate } from "./gateway-isolate.ts";
import { bindings } from "./support.ts";

const ROOT = "a root secret of these tests";
const OLD = { id: "2025", secret: "the sealing secret of 2025" };
const NEW = { id: "2026", secret: "the sealing secret of 2026" };
const KEY = "sk-test-key-of-a-provider";

async function sealedKeys(organizationId: string): Promise<string[]> {
  const query = "SELECT sealed_key FROM providers WHERE organization_id = ? ORDER BY id";
  const { results } = await bindings.DB.prepare(query).bind(organizationId).all<{ sealed_key: string }>();
  return results.map(({ sealed_key }) => sealed_key);
}

describe("what is sealed", () => {
  it("names its root; the newest seals, older ones and the root secret still open, unknown ones do not", async () => {
    const byRoot = await makeSecrets(ROOT).seal("org", "label", "value", "row");
    const byOld = await makeSecrets(ROOT, [OLD]).seal("org", "label", "value", "row");
    const now = makeSecrets(ROOT, [NEW, OLD]);
    const byNew = await now.seal("org", "label", "value", "row");
    expect([byRoot, byOld, byNew].map((sealed) => sealed.split(".")[0])).toEqual(["v1", "v1:2025", "v1:2026"]);
    expect([byRoot, byOld, byNew].map((sealed) => now.isCurrent(sealed))).toEqual([false, false, true]);
    for (const sealed of [byRoot, byOld, byNew]) expect(await now.open("org", "label", sealed, "row")).toBe("value");
    await expect(makeSecrets(ROOT, [NEW]).open("org", "label", byOld, "row")).rejects.toThrow("not known");
    await expect(
      makeSecrets(ROOT, [{ ...OLD, secret: NEW.secret }]).open("org", "label", byOld, "row"),
    ).rejects.toThrow();
    // The version is bound to the text: a relabelled one does not open even under its own key.
    await expect(now.open("org", "label", byOld.replace("v1:2025", "v1:2026"), "row")).rejects.toThrow();
    await expect(now.open("org", "label", byRoot.replace("v1", "v1:2025"), "row")).rejects.toThrow();
    expect(await now.tenantKey("org", "label", 16)).toEqual(await makeSecrets(ROOT).tenantKey("org", "label", 16));
  });

  it("is sealed anew in the background when its organisation's gateway is used, and by the route", async () => {
    const before = await startIsolate({ secrets: makeSecrets(ROOT, [OLD]) });
    const { tenant } = await freshTenant(before);
    const { client: idle, tenant: idleTenant } = await freshTenant(before);
    const [old] = await sealedKeys(tenant.id);
    expect(old).toMatch(/^v1:2025\./);

    const secrets = makeSecrets(ROOT, [NEW, OLD]);
    const rotated = await startIsolate({ secrets });
    const chat = { model: "gpt-4o-mini", messages: [{ role: "user", content: "hola" }] };
    for (let turn = 0; turn < 2; turn++) {
      expect((await ask(rotated, tenant, chat)).status).toBe(200);
      expect(rotated.sent.at(-1)!.headers.get("authorization")).toBe(`Bearer ${KEY}`);
      expect((await sealedKeys(tenant.id))[0]).toMatch(/^v1:2026\./);
    }
    expect((await sealedKeys(idleTenant.id))[0]).toMatch(/^v1:2025\./);
    const client = rotated.app.client(idleTenant.admin);
    expect(await client.providers.reseal()).toEqual({ resealed: 1, current: 1, failed: 0 });
    expect(await client.providers.reseal()).toEqual({ resealed: 0, current: 1, failed: 0 });
    await expect(rotated.app.client(idleTenant.write).providers.reseal()).rejects.toMatchObject({ status: 403 });
    expect((await idle.providers.list()).items.some(({ name }) => name === "main")).toBe(true);

    const only = makeSecrets(ROOT, [NEW]);
    const without = await startIsolate({ secrets: only });
    expect((await ask(without, tenant, chat)).status).toBe(200);
  });

  it("leaves a key alone that no known root opens, and says so", async () => {
    const before = await startIsolate({ secrets: makeSecrets(ROOT, [OLD]) });
    const { tenant } = await freshTenant(before);
    const kept = await sealedKeys(tenant.id);
    const lost = await startIsolate({ secrets: makeSecrets(ROOT, [NEW]) });
    expect(await lost.app.client(tenant.admin).providers.reseal()).toEqual({ resealed: 0, current: 0, failed: 1 });
    expect(await sealedKeys(tenant.id)).toEqual(kept);
  });
});

describe("UNCASE_SEALING_KEYS", () => {
  const parse = (keys: string) => parseSettings({ UNCASE_ENV: "development", UNCASE_SEALING_KEYS: keys }).sealingKeys;

  it("is a list of ids and secrets, the newest first", () => {
    expect(parse(`${NEW.id}:${NEW.secret}, ${OLD.id}:${OLD.secret}`)).toEqual([NEW, OLD]);
    expect(parseSettings({ UNCASE_ENV: "development" }).sealingKeys).toEqual([]);
  });

  it.each(["short:secret", "no-id-at-all-in-here", `a:${NEW.secret},a:${OLD.secret}`])(
    "stops the start when it is wrong, without repeating it: %s",
    (keys) => {
      expect(() => parse(keys)).toThrow(/UNCASE_SEALING_KEYS/);
      expect(() => parse(keys)).not.toThrow(/secret of 20/);
    },
  );
});
