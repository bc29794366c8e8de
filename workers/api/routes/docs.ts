import { OPENAPI_INFO } from "../openapi-info.ts";
import type { Api } from "../context.ts";

/** Nothing on the page may call anywhere but this server: no hosted fonts, agents, sharing or telemetry. */
const SCALAR_OPTIONS = JSON.stringify({
  agent: { disabled: true },
  hideClientButton: true,
  mcp: { disabled: true },
  showDeveloperTools: "never",
  telemetry: false,
  withDefaultFonts: false,
});

/** The page holds no inline script: the reference reads its source and options from data attributes. */
const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>UNCASE API</title>
  </head>
  <body>
    <noscript>This page needs JavaScript. The document itself is at <a href="/openapi.json">/openapi.json</a>.</noscript>
    <script id="api-reference" data-url="/openapi.json" data-configuration='${SCALAR_OPTIONS}'></script>
    <script src="/docs-assets/scalar.js"></script>
  </body>
</html>
`;

const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'";

export function registerDocs(api: Api): void {
  for (const path of ["/docs", "/redoc"]) {
    api.get(path, (c) => c.html(PAGE, 200, { "Content-Security-Policy": POLICY }));
  }
  api.openAPIRegistry.registerComponent("securitySchemes", "apiKey", {
    type: "apiKey",
    in: "header",
    name: "X-API-Key",
  });
  api.openAPIRegistry.registerComponent("securitySchemes", "bearer", { type: "http", scheme: "bearer" });
  api.doc31("/openapi.json", OPENAPI_INFO);
}
