import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { createSession } from "@spec-wizard/core/access/create-session"
import { system } from "@spec-wizard/core/clock"
import * as Device from "@spec-wizard/core/device"
import * as Event from "@spec-wizard/core/event"
import * as Settings from "@spec-wizard/core/settings"
import { Table } from "@spec-wizard/core/table"
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest"
import { startDynamoDB } from "../src/engine/dynamodb.ts"
import { ensureTable } from "../src/engine/table.ts"
import { FaultProxy } from "./faults/proxy.ts"

let engine: Awaited<ReturnType<typeof startDynamoDB>>
let proxy: FaultProxy
beforeAll(async () => {
  for (const name of ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) vi.stubEnv(name, "local")
  ;[engine, proxy] = await Promise.all([startDynamoDB({}), FaultProxy.open()])
  proxy.connect(engine.endpoint)
  await ensureTable(engine.endpoint, "log")
})
afterAll(async () => {
  proxy.close()
  await engine.stop()
})
afterEach(() => {
  proxy.rule = () => undefined
})

async function newLog() {
  const table = new Table({ name: "log", clock: system, client: new DynamoDBClient({ endpoint: proxy.url }) })
  const deps = { table, clock: system, settings: Settings.parse({}) }
  const { device, writes } = Device.create(deps, "a test")
  const { id } = await createSession(deps, { device, writes })
  return { deps, id }
}

/** Longer than forty take on a busy machine. */
const PATIENCE_MS = 100_000

const turnId = "trn_01J0000000000000000000000A"
const events: Event.Draft[] = [
  { type: "turn.started", turnId, attempt: 1, stages: 1 },
  { type: "turn.stopped", turnId, attempt: 1, asides: [] },
]

test("forty appends at once leave a log without gaps, doubles or losses", async () => {
  const { deps, id } = await newLog()
  const appends = await Promise.all(
    Array.from({ length: 40 }, () => Event.append(deps, id, () => ({ events, writes: [] }), PATIENCE_MS)),
  )
  const log = await Event.list(deps, id, { after: 0, limit: 500 })
  expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: 80 }, (_, index) => index + 1))
  expect(new Set(log.map((event) => event.id)).size).toBe(80)
  const told = appends.flatMap((append) => append.events.map((event) => event.id))
  expect(new Set(told)).toEqual(new Set(log.map((event) => event.id)))
})

test("an append whose answers are all lost is found again by its id, not written twice", async () => {
  const { deps, id } = await newLog()
  let lost = 0
  proxy.rule = ({ target }) => (target === "TransactWriteItems" && ++lost <= 4 ? { loseAnswer: true } : undefined)
  const appended = await Event.append(deps, id, () => ({ events, writes: [] }))
  const log = await Event.list(deps, id, { after: 0, limit: 500 })
  expect(lost).toBeGreaterThanOrEqual(2)
  expect(log).toEqual(appended.events)
})

test("a page may begin and end inside an append", async () => {
  const { deps, id } = await newLog()
  for (let n = 0; n < 3; n++) await Event.append(deps, id, () => ({ events, writes: [] }))
  const seqs = async (after: number, limit: number) =>
    (await Event.list(deps, id, { after, limit })).map(({ seq }) => seq)
  expect(await seqs(1, 3)).toEqual([2, 3, 4])
  expect(await seqs(4, 1)).toEqual([5])
  expect(await seqs(6, 10)).toEqual([])
})

test("a plan whose own condition does not hold is refused, and nothing of it is stored", async () => {
  const { deps, id } = await newLog()
  const impossible = { check: { pk: "nothing", sk: "here" }, when: { if: "attribute_exists(#pk)" } }
  await expect(Event.append(deps, id, () => ({ events, writes: [impossible] }))).rejects.toThrow(Event.PlanRefusedError)
  expect(await Event.list(deps, id, { after: 0, limit: 10 })).toEqual([])
})
