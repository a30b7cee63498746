import { execFileSync } from "node:child_process"
import { mkdtempSync, rmdirSync } from "node:fs"
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { createApi } from "@spec-wizard/client"
import type { Health } from "@spec-wizard/core/protocol/http"
import { afterEach, expect, test } from "vitest"
import { startDynamoDB } from "../src/engine/dynamodb.ts"
import { FaultProxy } from "./faults/proxy.ts"
import { started } from "./started.ts"

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function aDirectory(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), "health-"))
  open.push(() => rm(directory, { recursive: true }))
  return directory
}

/** A server, what it says of its health, and whether sessions can begin. */
async function serving(directory: string, env: Record<string, string> = {}) {
  const { url, kill } = await started(directory, env)
  open.push(kill)
  const health = async () => {
    const answer = await fetch(`${url}/v1/health`)
    const { status, checks } = (await answer.json()) as Health // the route's answer
    return { code: answer.status, status, ...checks }
  }
  const begins = () =>
    createApi({ baseUrl: url })
      .sessions.create()
      .then(
        () => true,
        () => false,
      )
  return { url, health, begins }
}

/** Longer than what was found once is believed. */
async function later(url: string): Promise<void> {
  const body = JSON.stringify({ advanceMs: 60_000 })
  await fetch(`${url}/_local/clock`, { method: "POST", body, headers: { "content-type": "application/json" } })
}

const WELL = { code: 200, status: "ok", table: "ok", secrets: "ok" }
const ILL = { code: 503, status: "failing", table: "failing", secrets: "ok" }
const WRITES = /^(PutItem|UpdateItem|TransactWriteItems)$/

test("where the table answers and takes nothing, health says that it fails; whoever asks often costs one write in ten seconds", async () => {
  const [proxy, engine] = await Promise.all([FaultProxy.open(), startDynamoDB({})])
  open.push(
    () => engine.stop(),
    () => proxy.close(),
  )
  proxy.connect(engine.endpoint)
  let isFull = false
  let writes = 0
  proxy.rule = ({ target, body }) => {
    if (!WRITES.test(target)) return undefined
    if (body.includes('"health"')) writes++
    return isFull ? { refuse: 500 } : undefined
  }
  const { url, health } = await serving(await aDirectory(), { AWS_ENDPOINT_URL_DYNAMODB: proxy.url })
  for (let time = 0; time < 20; time++) expect(await health()).toEqual(WELL)
  expect(writes).toBeLessThan(4)
  isFull = true
  await later(url)
  expect(await health()).toEqual(ILL)
  isFull = false
  expect(await health()).toEqual(WELL)
})

/** A disk for a directory alone. @throws where this user may have none */
function mount(directory: string): void {
  execFileSync("/bin/sh", ["-c", 'mount -t tmpfs -o size=24m tmpfs "$0"', directory], { stdio: "ignore" })
}

const unmount = (directory: string) => execFileSync("/bin/sh", ["-c", 'umount -l "$0"', directory])

function canMount(): boolean {
  const directory = mkdtempSync(path.join(tmpdir(), "health-"))
  try {
    mount(directory)
    unmount(directory)
    return true
  } catch {
    return false
  } finally {
    rmdirSync(directory)
  }
}

/** Takes what is left, to the last page. */
async function fill(directory: string): Promise<void> {
  for (const sizeBytes of [2 ** 20, 2 ** 12])
    for (let n = 0; ; n++) {
      const file = path.join(directory, `full-${sizeBytes}-${n}`)
      const isTaken = await writeFile(file, Buffer.alloc(sizeBytes)).then(
        () => true,
        () => false,
      )
      if (!isTaken) break
    }
}

async function empty(directory: string): Promise<void> {
  for (const name of await readdir(directory)) if (name.startsWith("full-")) await rm(path.join(directory, name))
}

test.runIf(canMount())("on a full disk health says that it fails, and with room again that it works", async () => {
  const directory = await aDirectory()
  mount(directory)
  open.push(() => unmount(directory))
  const { url, health, begins } = await serving(directory)
  expect([await begins(), await health()]).toEqual([true, WELL])
  await fill(directory)
  await later(url)
  expect([await begins(), await health()]).toEqual([false, ILL])
  await empty(directory)
  expect([await begins(), await health()]).toEqual([true, WELL])
})
