import { expect, it } from "vitest";
import type { PIIScanResponse } from "../../workers/contract/privacy.ts";
import { makeTenant, sendJson, startApp } from "./support.ts";

it("a scan follows the operator's threshold, which a check digit does not need", async () => {
  const text = "Me llamo Ana Torres y mi tarjeta es 4539 1488 0343 6467";
  const categories = async (piiThreshold: number | null) => {
    const app = await startApp({ piiThreshold });
    const tenant = await makeTenant(app);
    const response = await app.fetch("/api/v1/connectors/scan-pii", sendJson(tenant.read, { text }));
    return (await response.json<PIIScanResponse>()).entities.map(({ category }) => category);
  };
  expect(await categories(null)).toEqual(["PERSON", "CREDIT_CARD"]);
  expect(await categories(1)).toEqual(["CREDIT_CARD"]);
});
