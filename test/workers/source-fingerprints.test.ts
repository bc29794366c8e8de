import { expect, it } from "vitest";
import type { ImportResult } from "../../workers/contract/import.ts";
import { FULL_SEED } from "./planted.ts";
import { bindings, makeTenant, sendJson, startApp, upload } from "./support.ts";

const TEXT =
  "Compré la lavadora en la tienda del centro el mes pasado y desde el primer lavado hace un ruido horrible cuando centrifuga la ropa de cama";
const CSV = `conversation_id,turn_number,role,content\nc1,1,cliente,${TEXT}\nc1,2,asesora,Con gusto lo revisamos\n`;

it("a source counts from its import on, and after its deletion neither its row nor its fingerprints are there", async () => {
  const app = await startApp();
  const tenant = await makeTenant(app);
  const memorised = async () => {
    const turnos = [
      { turno: 1, rol: "cliente", contenido: TEXT },
      { turno: 2, rol: "asesora", contenido: "Con gusto lo revisamos" },
    ];
    const conversation = { conversation_id: "copy", seed_id: FULL_SEED.seed_id, dominio: FULL_SEED.dominio, turnos };
    const response = await app.fetch("/api/v1/evaluations", sendJson(tenant.write, { conversation, seed: FULL_SEED }));
    const report = await response.json<{ metrics: { memorizacion: number } }>();
    return report.metrics.memorizacion;
  };
  const fingerprints = async () => {
    const { objects } = await bindings.BLOBS.list({ prefix: `sources/${tenant.id}/` });
    return Promise.all(objects.map(async ({ key }) => (await bindings.BLOBS.get(key))!.text()));
  };

  expect(await memorised()).toBe(0);
  const imported = await upload<ImportResult>(app, tenant.write, "/api/v1/import/csv", CSV);
  const { conversation_id } = imported.body.conversations[0]!;
  expect(await memorised()).toBeGreaterThan(0.5);
  expect((await fingerprints()).join()).toContain("identifiers");

  const init = { method: "DELETE", headers: { "X-API-Key": tenant.write } };
  expect((await app.fetch(`/api/v1/conversations/${conversation_id}`, init)).status).toBe(204);
  expect(await memorised()).toBe(0);
  expect((await fingerprints()).join().trim()).toBe("");
});
