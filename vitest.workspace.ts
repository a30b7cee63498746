import { defineConfig } from "vitest/config"

/** A project per package, run as `vitest run --config vitest.workspace.ts`: a bare `vitest` does not find this file. */
const packages = ["core", "chat", "sessions", "client", "local"]

export default defineConfig({
  test: {
    // Tests that fail print their own story; the handlers' log lines would bury it.
    env: { LOG_LEVEL: "silent" },
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: packages.map((name) => ({
      extends: true as const,
      test: { name, root: `packages/${name}`, include: ["test/**/*.test.ts"] },
    })),
  },
})
