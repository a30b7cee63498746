import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { installClock, type MovableClock } from "../src/clock.ts"
import { Lambda } from "../src/lambda.ts"
import { WorkerPool } from "../src/lambda-process.ts"
import { isAlive, until } from "./until.ts"

let clock: MovableClock
let pool: WorkerPool
let lambda: Lambda

beforeEach(() => {
  clock = installClock()
  pool = new WorkerPool({ directory: import.meta.dirname, handler: "handlers/worker.handler" }, clock)
  lambda = new Lambda({ Reply: { execute: pool.execute, timeoutMs: 2_000 } })
})
afterEach(() => {
  pool.stop()
  clock.uninstall()
})

const run = async (what: string): Promise<{ pid: number; now: number; created: string; left: number }> => {
  const outcome = await lambda.invoke("Reply", { do: what })
  if (!outcome.ok) throw new Error(outcome.reason)
  return JSON.parse(outcome.payload)
}

test("a worker is reused when idle, and concurrent invocations get one each", async () => {
  const first = await run("answer")
  expect((await run("answer")).pid).toBe(first.pid)
  expect(first.pid).not.toBe(process.pid)
  const patient = new Lambda({ Reply: { execute: pool.execute, timeoutMs: 60_000 } })
  const at = await mkdtemp(path.join(tmpdir(), "spec-wizard-meeting-"))
  const both = await Promise.all([1, 2].map(() => patient.invoke("Reply", { do: "meet", at })))
  await rm(at, { recursive: true })
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  expect(pool.workers).toHaveLength(2)
})

test("a worker killed with SIGKILL takes its invocation with it and nothing else", async () => {
  const { pid } = await run("answer")
  const hanging = lambda.invoke("Reply", { do: "hang" })
  const other = run("wait")
  await Promise.resolve()
  expect(pool.workers.find((worker) => worker.pid === pid)?.busy).toBe(true)
  process.kill(pid, "SIGKILL")
  expect(await hanging).toMatchObject({ ok: false, reason: "crash" })
  expect((await other).pid).not.toBe(pid)
  expect((await run("answer")).pid).not.toBe(pid)
})

test("a worker killed while idle is replaced", async () => {
  const { pid } = await run("answer")
  process.kill(pid, "SIGKILL")
  const next = await run("answer").catch(() => run("answer"))
  expect(next.pid).not.toBe(pid)
})

test("a worker that exits, throws, spins or is frozen is contained, and killed at the timeout", async () => {
  expect(await lambda.invoke("Reply", { do: "exit" })).toMatchObject({ ok: false, reason: "crash" })
  expect(await lambda.invoke("Reply", { do: "throw" })).toMatchObject({ ok: false, type: "TypeError" })
  const quick = new Lambda({ Reply: { execute: pool.execute, timeoutMs: 300 } })
  expect(await quick.invoke("Reply", { do: "spin" })).toMatchObject({ ok: false, reason: "timeout" })

  const { pid } = await run("answer")
  process.kill(pid, "SIGSTOP")
  expect(await quick.invoke("Reply", { do: "answer" })).toMatchObject({ ok: false, reason: "timeout" })
  expect(pool.workers.map((worker) => worker.pid)).not.toContain(pid)
})

test("a worker sees the movable clock, also when it moves later", async () => {
  clock.advance(3_600_000)
  const first = await run("answer")
  expect(Math.abs(first.now - Date.now())).toBeLessThan(5_000)
  expect(Math.abs(Date.parse(first.created) - Date.now())).toBeLessThan(5_000)
  clock.advance(3_600_000)
  const second = await run("answer")
  expect(second.pid).toBe(first.pid)
  expect(Math.abs(second.now - Date.now())).toBeLessThan(5_000)
})

test("a module that cannot be loaded fails the invocation", async () => {
  const broken = new WorkerPool({ directory: import.meta.dirname, handler: "handlers/nowhere.handler" }, clock)
  const lambda = new Lambda({ Reply: { execute: broken.execute, timeoutMs: 5_000 } })
  expect(await lambda.invoke("Reply", {})).toMatchObject({ ok: false, reason: "error" })
  broken.stop()
})

test("of many invocations at once, those that are soon done share few workers, and none that hangs keeps others waiting", async () => {
  const hanging = lambda.invoke("Reply", { do: "hang" })
  const pids = new Set((await Promise.all(Array.from({ length: 40 }, () => run("answer")))).map(({ pid }) => pid))
  expect(pids.size).toBeLessThan(20)
  expect(await hanging).toMatchObject({ ok: false, reason: "timeout" })
  expect((await run("answer")).pid).toBeGreaterThan(0)
})

test("a worker has the directory, the environment and the heap it is given, and nothing else", async () => {
  const handler = "environment.handler"
  const directory = path.join(import.meta.dirname, "handlers")
  const small = new WorkerPool({ directory, handler, env: { SST_RESOURCE_App: "{}" }, heapMb: 64 }, clock)
  const lambda = new Lambda({ F: { execute: small.execute, timeoutMs: 5_000 } })
  const outcome = await lambda.invoke("F", {})
  small.stop()
  const told = outcome.ok && JSON.parse(outcome.payload)
  expect(told).toMatchObject({ env: { SST_RESOURCE_App: "{}" }, directory })
  expect(Object.keys(told.env)).toEqual(["SST_RESOURCE_App"])
  expect(told.heapMb).toBeLessThan(300) // with 192 MB for what is young
})

test("a worker that had as many invocations as it may is replaced, and none is lost", async () => {
  const workers = new WorkerPool({ directory: import.meta.dirname, handler: "handlers/worker.handler" }, clock, {
    maxInvocations: 3,
  })
  const lambda = new Lambda({ Reply: { execute: workers.execute, timeoutMs: 20_000 } })
  const given = new Map<number, number>()
  const answer = async () => {
    const outcome = await lambda.invoke("Reply", { do: "answer" })
    const pid = outcome.ok ? JSON.parse(outcome.payload).pid : 0
    given.set(pid, (given.get(pid) ?? 0) + 1)
  }
  // A start that is late gets a second one beside it, so how many workers there are is for the machine to say.
  for (let at = 0; at < 7; at++) await answer()
  await Promise.all(Array.from({ length: 10 }, answer))
  expect(given.has(0)).toBe(false)
  expect(Math.max(...given.values())).toBe(3)
  const spent = [...given].flatMap(([pid, count]) => (count === 3 ? [pid] : []))
  expect(workers.workers.filter(({ pid }) => spent.includes(pid))).toEqual([])
  await until(() => spent.every((pid) => !isAlive(pid)))
  workers.stop()
  await until(() => [...given.keys()].every((pid) => !isAlive(pid)))
})

test("stop leaves no process behind", async () => {
  const { pid } = await run("answer")
  pool.stop()
  await until(() => !isAlive(pid))
  expect(pool.workers).toEqual([])
})
