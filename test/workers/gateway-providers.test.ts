import { createExecutionContext } from "cloudflare:test";
import { expect, it } from "vitest";
import { createGateway } from "../../workers/gateway/app.ts";
import { parseSettings } from "../../workers/platform/config.ts";
import { makeTenant, sendJson, startApp } from "./support.ts";

it("serves a provider from the moment it is registered, changed or deleted, however warm the key is", async () => {
  const app = await startApp({
    allowedHosts: [{ host: "127.0.0.1", port: null }],
  });
  const tenant = await makeTenant(app);
  const gateway = createGateway(app.deps, parseSettings({ UNCASE_ENV: "development" }));
  const owners = async () => {
    const request = new Request("http://localhost/v1/models", { headers: { Authorization: `Bearer ${tenant.read}` } });
    const response = await gateway.fetch(request, {}, createExecutionContext());
    const body = await response.json<{ data: { id: string; owned_by: string }[] }>();
    return body.data.map((model) => `${model.owned_by}/${model.id}`).sort();
  };
  const row = { provider_type: "vllm", api_base: "http://127.0.0.1:9/v1", api_key: "k" };

  expect(await owners()).toEqual([]);
  const asked = await app.fetch(
    "/api/v1/providers",
    sendJson(tenant.admin, { ...row, name: "first", default_model: "a" }),
  );
  expect(asked.status).toBe(201);
  const { id } = await asked.json<{ id: string }>();
  expect(await owners()).toEqual(["first/a"]);

  await app.fetch("/api/v1/providers", sendJson(tenant.admin, { ...row, name: "second", default_model: "b" }));
  expect(await owners()).toEqual(["first/a", "second/b"]);
  const changed = await app.fetch(`/api/v1/providers/${id}`, sendJson(tenant.admin, { default_model: "c" }, "PUT"));
  expect([changed.status, await changed.json()]).toMatchObject([200, { default_model: "c" }]);
  expect(await owners()).toEqual(["first/c", "second/b"]);
  await app.fetch(`/api/v1/providers/${id}`, { ...sendJson(tenant.admin, {}, "DELETE") });
  expect(await owners()).toEqual(["second/b"]);
});
