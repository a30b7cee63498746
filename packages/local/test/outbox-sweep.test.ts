import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import * as Outbox from "@spec-wizard/core/outbox"
import { Table } from "@spec-wizard/core/table"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { startDynamoDB } from "../src/engine/dynamodb.ts"
import { ensureTable } from "../src/engine/table.ts"

const MINUTE = 60_000

let engine: Awaited<ReturnType<typeof startDynamoDB>>
beforeAll(async () => {
  for (const name of ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) vi.stubEnv(name, "local")
  engine = await startDynamoDB({})
})
afterAll(() => engine.stop())

/** An outbox with one entry, and a clock that stands. `minutes` pass, each with its sweep; gives those in which it was enqueued. */
async function open(name: string) {
  await ensureTable(engine.endpoint, name)
  let now = Date.now()
  const clock = { now: () => now }
  const table = new Table({ name, clock, client: new DynamoDBClient({ endpoint: engine.endpoint }) })
  const { entry, write } = Outbox.entry({ clock }, { kind: "reminder", sessionId: "ses_01ARZ3NDEKTSV4RRFFQ69G5FAV" })
  await table.transact([write])
  let passed = 0
  const pass = async (minutes: number): Promise<number[]> => {
    const told: number[] = []
    for (const end = passed + minutes; passed < end; ) {
      passed++
      now += MINUTE
      await Outbox.sweep({ table, clock, enqueue: async ({ id }) => void (id === entry.id && told.push(passed)) })
    }
    return told
  }
  return { deps: { table, clock }, entry, pass }
}

test("what nobody takes is enqueued ever more seldom, once an hour at last", async () => {
  const { pass } = await open("nobody")
  expect(await pass(300)).toEqual([1, 2, 4, 7, 13, 24, 46, 89, 149, 209, 269])
})

test("what is taken and given back is left to its queue for some minutes, and then comes again", async () => {
  const { deps, entry, pass } = await open("given-back")
  expect(await pass(5)).toEqual([1, 2, 4])
  const taken = await Outbox.claim(deps, entry.id)
  if (!taken) throw new Error("nobody has it")
  await Outbox.release(deps, taken)
  expect(await pass(6)).toEqual([9, 10])
})

test("what is set aside is not enqueued, and done by whoever is told of it", async () => {
  const { deps, entry, pass } = await open("aside")
  const taken = await Outbox.claim(deps, entry.id)
  if (!taken) throw new Error("nobody has it")
  await Outbox.setAside(deps, taken)
  expect(await pass(60)).toEqual([])
  expect(await Outbox.claim(deps, entry.id)).toMatchObject({ status: "sending", attempt: 2 })
})
