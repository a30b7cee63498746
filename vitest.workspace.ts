import path from "node:path"
import { defineConfig } from "vitest/config"
import { BaseSequencer, type TestSpecification } from "vitest/node"

/** What Node has compiled once is not compiled again: not for the next file, and not in the processes that tests start. */
process.env["NODE_COMPILE_CACHE"] ??= path.join(import.meta.dirname, "node_modules/.cache/compiled")

/** A project per package, run as `vitest run --config vitest.workspace.ts`: a bare `vitest` does not find this file. */
const project = (
  name: string,
  root: string,
  include: string,
  options: {
    exclude?: string[]
    isolate?: boolean
    testTimeout?: number
    retry?: number
    env?: Record<string, string>
  } = {},
) => ({
  extends: true as const,
  test: { name, root, include: [include], ...options },
})

const everything = "test/**/*.test.ts"

const { CI, LONGER } = process.env

/**
 * One of packages/local: real processes, sockets and browsers. Where CI shares a machine with others, what fails there gets a second go, and
 * `.ci/run` names what needed it.
 */
const stack = (name: string, include: string, options: Parameters<typeof project>[3] = {}) =>
  project(name, "packages/local", include, { retry: CI ? 1 : 0, testTimeout: 300_000, ...options })

/** Those that mostly wait, for leases and processes. */
const WAITING = ["chaos", "storm", "faults"]

/** The longest first, and every third of them one that waits: so the machine is neither idle nor overrun, and nothing long is left for the end. */
class Order extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project }: TestSpecification) => longer.findIndex(({ test }) => test.name === project.name)
    const isLonger = (file: TestSpecification) => rank(file) >= 0
    const sorted = await super.sort(files)
    const [first, last] = [
      sorted.filter(isLonger).sort((one, other) => rank(one) - rank(other)),
      sorted.filter((file) => !isLonger(file)),
    ]
    const waiting = first.filter(({ project }) => WAITING.includes(project.name))
    const working = [...first.filter((file) => !waiting.includes(file)), ...last]
    return working
      .flatMap((file, index) => (index % 2 === 0 ? [...waiting.splice(0, 1), file] : [file]))
      .concat(waiting)
  }
}

/** What takes minutes, each with a command of its own in package.json: `pnpm test:faults`. */
const longer = [
  // Twenty visitors in a storm of faults.
  stack("chaos", "test/chaos/*.test.ts", { testTimeout: 400_000 }),
  // Hundreds of whatever is limited at once; exports whose mail, storage and workers fail.
  stack("storm", "test/storm/*.test.ts", { testTimeout: 900_000 }),
  // Real processes that are killed, frozen and cut off: they wait for leases, and longer on a busy machine.
  // Where everything runs, two of these run bundled alone, which asks more of them.
  stack("faults", "test/faults/**/*.test.ts", { exclude: CI ? ["test/faults/{server,worker}.test.ts"] : [] }),
  // Every stage is planned, and every promise of the plan broken once.
  project("plan", "infra", "test/plan.test.ts"),
  // The same conversations once more, against what is deployed: processes for each function.
  stack(
    "bundled",
    "test/{bundled,conversation,connect,api,link,erasure,origin-secret,specification-http,faults/{server,worker}}.test.ts",
    {
      env: { LOCAL_WORKERS: "bundled" },
    },
  ),
  // Conversations with models, played by a stand-in.
  stack("models", "test/models/*.test.ts"),
  // The page in detail.
  stack("page", "test/page-*.test.ts", { exclude: ["test/page*-access.test.ts"] }),
  // The page for everybody: axe in both themes and widths, and the keyboard alone.
  stack("access", "test/page*-access.test.ts"),
]

export default defineConfig({
  test: {
    // A test that fails tells its own story; the handlers' log lines would bury it. And on a busy machine the table may be slow to answer.
    env: { LOG_LEVEL: "silent", TABLE_TIMEOUT_MS: "4000" },
    // How long to wait for what will come on the busiest machine; what does not come costs a failing test its time, no other.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000, interval: 150 } },
    // Most tests wait for processes, leases or a browser, so four at a time are quicker even on two cores.
    maxWorkers: 4,
    sequence: { sequencer: Order },
    projects: [
      ...["core", "interviewer", "chat", "sessions", "exports", "client", "web"].map(
        (name) => project(name, `packages/${name}`, everything, { isolate: false }), // they share nothing that one could leave to another
      ),
      project("infra", "infra", everything, { exclude: ["test/plan.test.ts"], isolate: false }),
      stack("local", everything, {
        exclude: ["test/{faults,chaos,storm,models}/**", "test/bundled.test.ts", "test/page-*.test.ts"],
      }),
      ...(LONGER ? longer : []),
    ],
  },
})
