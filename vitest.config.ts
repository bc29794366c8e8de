import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

// Tests of core/ run in Node and again in workerd, the runtime they are for; files named *.node.test.ts need Node's own
// modules. Tests of the Worker run in workerd with real bindings; e2e tests start the whole runtime as a process.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          environment: "node",
          include: ["test/{core,services,cli,sdk,scripts}/**/*.test.ts", "test/architecture.test.ts"],
          testTimeout: 90_000,
        },
      },
      {
        plugins: [cloudflareTest({ miniflare: { compatibilityDate: "2026-10-20" } })],
        test: {
          name: "core-workerd",
          include: ["test/core/**/*.test.ts"],
          exclude: ["test/**/*.node.test.ts"],
          testTimeout: 120_000,
          // Pure functions cannot disturb each other: one isolate serves all files.
          isolate: false,
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: "./wrangler.toml" },
            remoteBindings: false,
            miniflare: {
              bindings: {
                UNCASE_ENV: "development",
                UNCASE_LOG_LEVEL: "error",
                TEST_MIGRATIONS: await readD1Migrations("./migrations"),
              },
            },
          }),
        ],
        test: { name: "workers", include: ["test/workers/**/*.test.ts"], testTimeout: 120_000, isolate: false },
      },
      {
        test: {
          name: "e2e",
          environment: "node",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
