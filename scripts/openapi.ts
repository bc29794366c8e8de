// npm run openapi: writes openapi.json from the declared routes; --check fails when the committed file is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createApi } from "../workers/api/app.ts";
import { OPENAPI_INFO } from "../workers/api/openapi-info.ts";
import type { Deps } from "../workers/services/deps.ts";
import { ROOT } from "./runtime/local-worker.ts";
import { readOptions } from "./runtime/options.ts";

/** The document of the API, as `/openapi.json` answers it. Declaring routes touches no dependency. */
export function openApiDocument(): string {
  const api = createApi({} as Deps, {
    environment: "production",
    corsOrigins: [],
    openRegistration: false,
    bootstrapToken: null,
  });
  return `${JSON.stringify(api.getOpenAPI31Document(OPENAPI_INFO), null, 2)}\n`;
}

const path = join(ROOT, "openapi.json");
if (process.argv[1]?.endsWith("openapi.ts") === true) {
  const { check } = readOptions(import.meta.filename, { check: { type: "boolean", default: false } });
  const document = openApiDocument();
  if (check) {
    const fresh = readFileSync(path, "utf8") === document;
    console.log(fresh ? "openapi.json is fresh" : "openapi.json is stale: run npm run openapi");
    process.exitCode = fresh ? 0 : 1;
  } else {
    writeFileSync(path, document);
    console.log("openapi.json written");
  }
}
