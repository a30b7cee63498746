import { execFile } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import * as z from "zod/mini"
import { environment } from "../../src/environment.ts"
import { bundle } from "../bundle.ts"
import { loopback } from "../loopback.ts"
import type { Line, Row, Say } from "../row.ts"
import { median, spread } from "../statistics.ts"

const RUNS = 15
const PROBE = path.join(import.meta.dirname, "../child/start-probe.mjs")
const KB = 1024

const CONNECTION = { requestContext: { connectionId: "none=", requestId: "none", identity: { sourceIp: "127.0.0.1" } } }
const TICKET = { "sec-websocket-protocol": `spec-wizard.v1, ticket.${"x".repeat(43)}` }
const HEALTH = {
  rawPath: "/v1/health",
  headers: {},
  requestContext: { requestId: "none", http: { method: "GET", path: "/v1/health", sourceIp: "127.0.0.1" } },
}
const TURN = { sessionId: "ses_01K00000000000000000000000", turnId: "trn_01K00000000000000000000000" }

/** Where each function starts, and a first call that reaches the table and finds nothing. */
const FUNCTIONS = {
  empty: { module: import.meta.resolve("../floor/empty.ts"), event: {} },
  "two clients": { module: import.meta.resolve("../floor/clients.ts"), event: {} },
  $connect: { module: import.meta.resolve("@spec-wizard/chat/connect"), event: { ...CONNECTION, headers: TICKET } },
  $disconnect: { module: import.meta.resolve("@spec-wizard/chat/disconnect"), event: CONNECTION },
  sendMessage: { module: import.meta.resolve("@spec-wizard/chat/send-message"), event: { ...CONNECTION, body: "{}" } },
  $default: { module: import.meta.resolve("@spec-wizard/chat/default"), event: { ...CONNECTION, body: "{}" } },
  reply: { module: import.meta.resolve("@spec-wizard/chat/reply"), event: TURN },
  "HTTP API": { module: import.meta.resolve("@spec-wizard/sessions/router"), event: HEALTH },
} as const

type Name = keyof typeof FUNCTIONS
const NAMES = Object.keys(FUNCTIONS) as Name[] // the keys of a literal

/** What the budgets name: at most so many KB, and so many times a floor: the empty handler's wall time, or the two clients' CPU time. */
const BUDGETS: Partial<Record<Name, { kb: number; wall?: number; cpu?: number }>> = {
  $connect: { kb: 400, wall: 3 },
  $disconnect: { kb: 400, wall: 3 },
  sendMessage: { kb: 450, cpu: 1.15 },
}

/** Bundled as SST does by itself: a floor that our plugins lowered would make light of what they leave out. */
const PLAIN: readonly Name[] = ["empty", "two clients"]

export const bundles: Row = {
  name: "bundles",
  title: "Bundles: size and start",
  how: `Each function of ours is bundled as it is deployed: by esbuild with SST's options, which keep names, and the plugins of
infra/lambda-bundle.mjs. The floor "two clients" is bundled plainly, with SST's defaults and no plugins, as it was where the budgets come
from; "plain" is the same for ours. A KB is 1,024 bytes. Start is a fresh Node process to the end of the bundle's import: AWS clients are
loaded by then, but made at the first call. Wall time is the whole process, from its start to its end; its ratio is the median of the ratios
to the empty handler in the same round, as the budget was measured. CPU time is user and system. "First call" goes on to
the end of a call that asks the table for something that is not there; sendMessage then closes the connection. Medians of ${RUNS} processes
each, in turns.`,
  async run(say) {
    const directory = await mkdtemp(path.join(os.tmpdir(), "spec-wizard-bundles-"))
    const aws = await loopback(0)
    try {
      say("building")
      const functions = await Promise.all(NAMES.map((name) => built(name, directory)))
      await startEach(functions, aws.url, say)
      const find = (name: Name) => {
        const found = functions.find((one) => one.name === name)
        if (!found) throw new Error(`${name} was not built`)
        return found
      }
      const own = functions.filter(({ name }) => name !== "empty")
      return [
        ...own.map(sizeLine),
        ...own.map((one) => wallLine(one, find("empty"))),
        ...own.map((one) => cpuLine(one, find(BUDGETS[one.name]?.cpu ? "two clients" : "empty"))),
        ...own.map((one) => callLine(one, find("two clients"))),
      ]
    } finally {
      await aws.stop()
      await rm(directory, { recursive: true, force: true })
    }
  },
}

const Probe = z.object({ imported: z.number(), called: z.number() })

/** Milliseconds: the wall and CPU time of a start, and the CPU time of a start and a first call. */
type Run = { wall: number; cpu: number; called: number }
type Built = { name: Name; file: string; bytes: number; plainBytes: number; runs: Run[] }

async function built(name: Name, directory: string): Promise<Built> {
  const { module } = FUNCTIONS[name]
  const file = path.join(directory, `${NAMES.indexOf(name)}.mjs`)
  const plainBytes = await bundle(module, file, { plugins: false })
  const bytes = PLAIN.includes(name) ? plainBytes : await bundle(module, file, { plugins: true })
  return { name, file, bytes, plainBytes, runs: [] }
}

async function startEach(functions: Built[], url: string, say: Say): Promise<void> {
  const house = environment({}, { port: Number(new URL(url).port), dynamodb: url })
  const env = { ...house, LOG_LEVEL: "silent", NODE_DISABLE_COMPILE_CACHE: "1" }
  for (let run = 0; run < RUNS; run++) {
    say(`starting each, ${run + 1} of ${RUNS}`)
    // Who comes first changes, so that no function is always measured after the same other.
    const first = run % functions.length
    const order = [...functions.slice(first), ...functions.slice(0, first)]
    for (const one of order) one.runs.push({ ...(await started(one.file, env)), called: Number.NaN })
    for (const { name, file, runs } of order) {
      const last = runs.at(-1)
      if (last) last.called = (await probed([file, JSON.stringify(FUNCTIONS[name].event)], env)).called
    }
  }
}

async function started(file: string, env: NodeJS.ProcessEnv): Promise<{ wall: number; cpu: number }> {
  const before = performance.now()
  const { imported } = await probed([file], env)
  return { wall: performance.now() - before, cpu: imported }
}

async function probed(args: string[], env: NodeJS.ProcessEnv): Promise<z.infer<typeof Probe>> {
  const { stdout } = await promisify(execFile)(process.execPath, [PROBE, ...args], { env })
  return Probe.parse(JSON.parse(stdout))
}

function sizeLine({ name, bytes, plainBytes }: Built): Line {
  const kb = BUDGETS[name]?.kb
  const measured = `${(bytes / KB).toFixed(1)} KB${PLAIN.includes(name) ? "" : `, plain ${(plainBytes / KB).toFixed(1)} KB`}`
  const line = { what: `${name}: size`, measured }
  return kb === undefined ? line : { ...line, budget: `≤ ${kb} KB`, met: bytes <= kb * KB }
}

function wallLine(own: Built, empty: Built): Line {
  const paired = own.runs.map(({ wall }, round) => wall / (empty.runs[round]?.wall ?? Number.NaN))
  const line = { ...against(own, empty, "wall", "start, wall time", "ms"), ratio: median(paired) }
  return within(line, BUDGETS[own.name]?.wall)
}

const cpuLine = (own: Built, floor: Built): Line =>
  within(against(own, floor, "cpu", "start, CPU", "ms CPU"), BUDGETS[own.name]?.cpu)

const callLine = (own: Built, floor: Built): Line =>
  against(own, floor, "called", "start and first call, CPU", "ms CPU")

const within = (line: Line & { ratio: number }, most: number | undefined): Line =>
  most === undefined ? line : { ...line, budget: `≤ ${most} ×`, met: line.ratio <= most }

function against(own: Built, floor: Built, kind: keyof Run, words: string, unit: string) {
  const [ours, held] = [own.runs.map((run) => run[kind]), floor.runs.map((run) => run[kind])]
  return {
    what: `${own.name}: ${words}`,
    measured: spread(ours, unit, 0),
    floor: `${floor.name}: ${spread(held, "ms", 0)}`,
    ratio: median(ours) / median(held),
  }
}
