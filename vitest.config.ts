import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          environment: "node",
          include: ["test/{core,services,cli,sdk,scripts}/**/*.test.ts", "test/architecture.test.ts"],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
