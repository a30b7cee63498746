import { mkdtemp, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { publicKeyOf } from "@spec-wizard/core/secret/seal-key"
import { artefact, bundle, ROOT } from "@spec-wizard/infra/bundle"
import { type Definition, functions } from "@spec-wizard/infra/functions"
import { environment, resources } from "../../src/environment.ts"
import { functionEnvironment } from "../../src/function-environment.ts"
import { loopback } from "../loopback.ts"
import { probed } from "../probe.ts"
import type { Line, Row, Say } from "../row.ts"
import { median, spread } from "../statistics.ts"

const RUNS = 15
const FLOOR = path.join(import.meta.dirname, "../floor")
const KB = 1024

/** Seals every `resource.enc`. */
const KEY = Buffer.alloc(32).toString("base64")

const CONNECTION = { requestContext: { connectionId: "none=", requestId: "none", identity: { sourceIp: "127.0.0.1" } } }
const TICKET = { "sec-websocket-protocol": `spec-wizard.v1, ticket.${"x".repeat(43)}` }
const HEALTH = {
  rawPath: "/v1/health",
  headers: {},
  requestContext: { requestId: "none", http: { method: "GET", path: "/v1/health", sourceIp: "127.0.0.1" } },
}
const TURN = { sessionId: "ses_01K00000000000000000000000", turnId: "trn_01K00000000000000000000000" }

/** A function of ours or a floor's source, and a first call that reaches the table and finds nothing. */
const FUNCTIONS = {
  empty: { floor: "empty.ts", event: {} },
  "two clients": { floor: "clients.ts", event: {} },
  $connect: { ours: "Connect", event: { ...CONNECTION, headers: TICKET } },
  $disconnect: { ours: "Disconnect", event: CONNECTION },
  sendMessage: { ours: "SendMessage", event: { ...CONNECTION, body: "{}" } },
  $default: { ours: "Default", event: { ...CONNECTION, body: "{}" } },
  reply: { ours: "Reply", event: TURN },
  "HTTP API": { ours: "Api", event: HEALTH },
} as const

type Name = keyof typeof FUNCTIONS
const NAMES = Object.keys(FUNCTIONS) as Name[] // the keys of a literal

/** What the budgets name: at most so many KB, and so many times a floor: the empty handler's wall time, or the two clients' CPU time. */
const BUDGETS: Partial<Record<Name, { kb: number; wall?: number; cpu?: number }>> = {
  $connect: { kb: 400, wall: 3 },
  $disconnect: { kb: 400, wall: 3 },
  sendMessage: { kb: 450, cpu: 1.15 },
}

export const bundles: Row = {
  name: "bundles",
  title: "Bundles: size and start",
  how: `Each function of ours is the folder that is deployed: bundled by esbuild with SST's options, which keep names, and the plugins of
infra/bundle/plugins.mjs, with its sealed resources, started there with its own environment. The floors are bundled plainly, with SST's
defaults and no plugins, as they were where the budgets come from; "plain" is the same for ours. A KB is 1,024 bytes. Start is a fresh Node process to the end of the bundle's import: AWS clients are
loaded by then, but made at the first call. Wall time is the whole process, from its start to its end; its ratio is the median of the ratios
to the empty handler in the same round, as the budget was measured. CPU time is user and system. "First call" goes on to
the end of a call that asks the table for something that is not there; sendMessage then closes the connection. Medians of ${RUNS} processes
each, in turns.`,
  async run(say) {
    const directory = await mkdtemp(path.join(os.tmpdir(), "spec-wizard-bundles-"))
    const aws = await loopback(0)
    try {
      say("building")
      const functions = await Promise.all(NAMES.map((name) => built(name, path.join(directory, name), aws.url)))
      await startEach(functions, say)
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

/** Milliseconds: the wall and CPU time of a start, and the CPU time of a start and a first call. */
type Run = { wall: number; cpu: number; called: number }
type Built = {
  name: Name
  /** Where it is started, what with, and in what environment. */
  directory: string
  file: string
  env: Record<string, string>
  bytes: number
  plainBytes: number
  runs: Run[]
}

async function built(name: Name, directory: string, url: string): Promise<Built> {
  const source = FUNCTIONS[name]
  const house = {
    ...environment({}, { port: Number(new URL(url).port), dynamodb: url, files: url }),
    LOG_LEVEL: "silent",
  }
  const place = { name, memoryMb: 1024, directory, key: KEY, dynamodb: url }
  const plain = path.join(directory, "plain.mjs")
  if ("floor" in source) {
    const bytes = await bundle(path.join(FLOOR, source.floor), plain, { plugins: false })
    const env = functionEnvironment(house, { ...place, handler: "plain.handler" })
    return { name, directory, file: plain, env, bytes, plainBytes: bytes, runs: [] }
  }
  const { handler, linked, split = false }: Definition = functions[source.ours]
  const known = resources(Number(new URL(url).port), house, publicKeyOf("bench"))
  const base = handler.replace(/\.handler$/, "")
  const plainBytes = await bundle(path.join(ROOT, `${base}.ts`), plain, { plugins: false })
  const linkedTo = Object.fromEntries(linked.map((link) => [link, known[link]]))
  const { bytes } = await artefact({ handler, split, resources: linkedTo }, directory, KEY)
  const env = functionEnvironment(house, { ...place, handler })
  return { name, directory, file: path.join(directory, `${base}.mjs`), env, bytes, plainBytes, runs: [] }
}

async function startEach(functions: Built[], say: Say): Promise<void> {
  for (let run = 0; run < RUNS; run++) {
    say(`starting each, ${run + 1} of ${RUNS}`)
    // Who comes first changes, so that no function is always measured after the same other.
    const first = run % functions.length
    const order = [...functions.slice(first), ...functions.slice(0, first)]
    for (const one of order) one.runs.push({ ...(await started(one)), called: Number.NaN })
    for (const one of order) {
      const last = one.runs.at(-1)
      if (last) last.called = (await probed(one, FUNCTIONS[one.name].event)).called
    }
  }
}

async function started(one: Built): Promise<{ wall: number; cpu: number }> {
  const before = performance.now()
  const { imported } = await probed(one)
  return { wall: performance.now() - before, cpu: imported }
}

function sizeLine({ name, bytes, plainBytes }: Built): Line {
  const kb = BUDGETS[name]?.kb
  const measured = `${(bytes / KB).toFixed(1)} KB${"floor" in FUNCTIONS[name] ? "" : `, plain ${(plainBytes / KB).toFixed(1)} KB`}`
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
