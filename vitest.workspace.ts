import { defineConfig } from "vitest/config"

/** A project per package, run as `vitest run --config vitest.workspace.ts`: a bare `vitest` does not find this file. */
const project = (
  name: string,
  root: string,
  include: string,
  options: { exclude?: string[]; testTimeout?: number; retry?: number; env?: Record<string, string> } = {},
) => ({
  extends: true as const,
  test: { name, root, include: [include], ...options },
})

const everything = "test/**/*.test.ts"

/**
 * One of packages/local: real processes, sockets and browsers. Where CI shares a machine with others, what fails there gets a second go, and
 * `.ci/run` names what needed it.
 */
const stack = (name: string, include: string, options: Parameters<typeof project>[3] = {}) =>
  project(name, "packages/local", include, { retry: process.env["CI"] ? 1 : 0, ...options })

export default defineConfig({
  test: {
    // A test that fails tells its own story; the handlers' log lines would bury it.
    // And on a busy machine the table may be slow to answer.
    env: { LOG_LEVEL: "silent", TABLE_TIMEOUT_MS: "4000" },
    // How long to wait for what will come on the busiest machine; what does not come costs a failing test its time, no other.
    testTimeout: 60_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 20_000 } },
    // Most tests wait for processes, leases or a browser, so three at a time are quicker even on two cores.
    maxWorkers: 3,
    projects: [
      ...["core", "interviewer", "chat", "sessions", "exports", "client", "web"].map((name) =>
        project(name, `packages/${name}`, everything),
      ),
      project("infra", "infra", everything, { exclude: ["test/plan.test.ts"] }),
      stack("local", everything, {
        exclude: ["test/{faults,chaos,storm,models}/**", "test/bundled.test.ts", "test/page-*.test.ts"],
      }),
      // Real processes that are killed, frozen and cut off: they wait for leases, and longer on a busy machine. Minutes long, so only when
      // asked for: `pnpm test:faults`.
      ...(process.env["FAULTS"] ? [stack("faults", "test/faults/**/*.test.ts", { testTimeout: 90_000 })] : []),
      // Every stage is planned, and every promise of the plan broken once. Minutes long, so only when asked for: `pnpm test:plan`.
      ...(process.env["PLAN"] ? [project("plan", "infra", "test/plan.test.ts")] : []),
      // The same conversations and faults once more, against what is deployed: processes for each function, so only when asked
      // for, and one file at a time: `pnpm test:bundled`.
      ...(process.env["BUNDLED"]
        ? [
            stack(
              "bundled",
              "test/{bundled,conversation,connect,frames,api,link,erasure,origin-secret,specification-http,faults/{server,worker,network}}.test.ts",
              { testTimeout: 90_000, env: { LOCAL_WORKERS: "bundled" } },
            ),
          ]
        : []),
      // The page in detail, one browser at a time. Minutes long, so only when asked for: `pnpm test:page`.
      ...(process.env["PAGE"]
        ? [
            stack("page", "test/page-*.test.ts", {
              exclude: ["test/page*-access.test.ts"],
              testTimeout: 120_000,
            }),
          ]
        : []),
      // The page for everybody: axe in both themes and widths, and the keyboard alone. Minutes long, so only when asked for:
      // `pnpm test:access`.
      ...(process.env["ACCESS"] ? [stack("access", "test/page*-access.test.ts", { testTimeout: 120_000 })] : []),
      // Conversations with models, played by a stand-in. Minutes long, so only when asked for: `pnpm test:models`.
      ...(process.env["MODELS"] ? [stack("models", "test/models/*.test.ts", { testTimeout: 120_000 })] : []),
      // Minutes long, so only when asked for: `pnpm test:storm`.
      ...(process.env["STORM"] ? [stack("storm", "test/storm/*.test.ts", { testTimeout: 900_000 })] : []),
      // Minutes long, so only when asked for: `pnpm test:chaos`.
      ...(process.env["CHAOS"] ? [stack("chaos", "test/chaos/*.test.ts", { testTimeout: 400_000 })] : []),
    ],
  },
})
