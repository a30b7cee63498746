import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { DatabaseSync } from "node:sqlite"
import { DescribeTableCommand, DynamoDBClient, UpdateTableCommand } from "@aws-sdk/client-dynamodb"
import { ABSENT, Table } from "@spec-wizard/core/table"
import { afterEach, beforeEach, expect, test } from "vitest"
import { startDynamoDB } from "../src/engine/dynamodb.ts"
import { Stream } from "../src/engine/stream.ts"
import { StreamDelivery } from "../src/engine/stream-delivery.ts"
import { tidyStreamLog } from "../src/engine/stream-log.ts"
import { StreamPlace } from "../src/engine/stream-place.ts"
import { ensureTable } from "../src/engine/table.ts"
import { setEnvironment } from "../src/environment.ts"
import { ROOT } from "../src/functions.ts"
import { Lambda } from "../src/lambda.ts"
import { handlerOf, inProcess } from "../src/lambda-handler.ts"

const TABLE = "metrics-delivery"
let undo: () => void
let dataDir: string
beforeEach(async () => {
  undo = setEnvironment({
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    SST_RESOURCE_App: JSON.stringify({ name: "spec-wizard", stage: "local" }),
    SST_RESOURCES_JSON: JSON.stringify({ Table: { name: TABLE } }),
  })
  dataDir = await mkdtemp(path.join(tmpdir(), "stream-"))
})
const engines: Awaited<ReturnType<typeof startDynamoDB>>[] = []
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop()
  await rm(dataDir, { recursive: true })
  undo()
})

async function start(directory?: string) {
  const engine = await startDynamoDB(directory === undefined ? {} : { dataDir: directory })
  engines.push(engine)
  await ensureTable(engine.endpoint, TABLE)
  const client = new DynamoDBClient({ endpoint: engine.endpoint })
  return { engine, client, table: new Table({ name: TABLE, clock: { now: () => Date.now() }, client }) }
}

type Event = { Records: { eventID: string; eventName: string; dynamodb: { SequenceNumber: string; Keys: Keys } }[] }
type Keys = { sk: { S: string } }

/** A function that says of each record whether it can deal with it, and what it was told. */
function listening(endpoint: string, places: StreamPlace, answer: (names: string[], event: Event) => unknown) {
  const told: string[][] = []
  const execute = async (event: string) => {
    const parsed: Event = JSON.parse(event)
    const names = parsed.Records.map(({ dynamodb }) => dynamodb.Keys.sk.S)
    told.push(names)
    return { ok: true as const, payload: JSON.stringify((await answer(names, parsed)) ?? null) }
  }
  const lambda = new Lambda({
    Count: { timeoutMs: 5_000, execute: (event) => execute(event).catch(() => FAILED) },
  })
  const to = { functionName: "Count", batchSize: 8, retries: 2 }
  return { told, delivery: new StreamDelivery({ stream: new Stream(endpoint, TABLE), lambda, places, to }) }
}
const FAILED = { ok: false, reason: "error", type: "Error", message: "It fails." } as const

const put = (table: Table, name: string) => table.put({ pk: "a", sk: name }, ABSENT)
const names = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `n${from + index}`)

test("what changes is told in order, in batches, with its images as Lambda has them, and once", async () => {
  const { engine, table } = await start()
  const events: Event[] = []
  const { told, delivery } = listening(engine.endpoint, new StreamPlace(undefined), (_, event) => events.push(event))
  for (const name of names(19)) await put(table, name)
  await delivery.deliver()
  expect(told.map(({ length }) => length)).toEqual([8, 8, 3])
  expect(told.flat()).toEqual(names(19))
  await table.update(
    { pk: "a", sk: "n0" },
    { set: { bytes: Buffer.from("abc"), number: 1.5 } },
    { if: "#pk = :a", values: { a: "a" } },
  )
  await delivery.deliver()
  expect(events.at(-1)?.Records).toMatchObject([
    {
      eventName: "MODIFY",
      eventSource: "aws:dynamodb",
      eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
      dynamodb: {
        OldImage: { pk: { S: "a" }, sk: { S: "n0" } },
        NewImage: { pk: { S: "a" }, sk: { S: "n0" }, bytes: { B: "YWJj" }, number: { N: "1.5" } },
        SequenceNumber: expect.any(String),
        StreamViewType: "NEW_AND_OLD_IMAGES",
      },
    },
  ])
  await delivery.deliver()
  expect(told).toHaveLength(4)
})

test("a record that nobody can deal with is left out in the end, and the others are told", async () => {
  const { engine, table } = await start()
  const dealt: string[] = []
  const { told, delivery } = listening(engine.endpoint, new StreamPlace(undefined), (batch) => {
    if (batch.includes("n5")) throw new Error("poison")
    dealt.push(...batch)
  })
  for (const name of names(20)) await put(table, name)
  while (dealt.length < 19) await delivery.deliver()
  expect(dealt).toEqual(names(20).filter((name) => name !== "n5"))
  expect(told.filter((batch) => batch.length === 1 && batch[0] === "n5")).toHaveLength(3)
})

test("where a function got stuck it goes on, and what it had dealt with is not told again", async () => {
  const { engine, table } = await start()
  let isStuck = true
  const { told, delivery } = listening(engine.endpoint, new StreamPlace(undefined), (batch, { Records: records }) => {
    const at = isStuck ? batch.indexOf("n3") : -1
    return { batchItemFailures: at < 0 ? [] : [{ itemIdentifier: records[at]?.dynamodb.SequenceNumber }] }
  })
  for (const name of names(6)) await put(table, name)
  await delivery.deliver()
  await delivery.deliver()
  isStuck = false
  await delivery.deliver()
  expect(told[0]).toEqual(names(6))
  expect(told.slice(1).flat()).not.toContain("n2")
  expect(told.slice(2).flat()).toEqual(expect.arrayContaining(["n3", "n4", "n5"]))
})

test("a restart goes on where it stopped, and a place that was lost means being told again", async () => {
  const first = await start(dataDir)
  for (const name of names(10)) await put(first.table, name)
  const before = listening(first.engine.endpoint, new StreamPlace(dataDir), () => undefined)
  await before.delivery.deliver()
  await put(first.table, "n10")
  await first.engine.stop()

  const second = await start(dataDir)
  await put(second.table, "n11")
  const after = listening(second.engine.endpoint, new StreamPlace(dataDir), () => undefined)
  await after.delivery.deliver()
  expect(after.told.flat()).toEqual(["n10", "n11"])
  const lost = listening(second.engine.endpoint, new StreamPlace(undefined), () => undefined)
  await lost.delivery.deliver()
  expect(lost.told.flat()).toEqual(names(12))
})

test("the engine's log loses what is older than a day, and counts on from its last record", async () => {
  const { engine, table } = await start(dataDir)
  const file = path.join(dataDir, "table.db")
  for (const name of names(5)) await put(table, name)
  tidyStreamLog(file)
  const heard = async () => {
    const { told, delivery } = listening(engine.endpoint, new StreamPlace(undefined), () => undefined)
    await delivery.deliver()
    return told.flat()
  }
  expect(await heard()).toEqual(names(5))
  const reader = listening(engine.endpoint, new StreamPlace(dataDir), () => undefined)
  await reader.delivery.deliver()
  const database = new DatabaseSync(file)
  database.exec("UPDATE _stream_records SET created_at = unixepoch() - 86500")
  database.close()
  tidyStreamLog(file)
  expect(await heard()).toEqual(["n4"])
  await put(table, "n5")
  await reader.delivery.deliver()
  expect(reader.told.flat()).toEqual(names(6))
})

test("a table that was made without a stream gets one, and keeps it", async () => {
  const { engine, client, table } = await start()
  await client.send(new UpdateTableCommand({ TableName: TABLE, StreamSpecification: { StreamEnabled: false } }))
  await ensureTable(engine.endpoint, TABLE)
  await ensureTable(engine.endpoint, TABLE)
  const { Table: found } = await client.send(new DescribeTableCommand({ TableName: TABLE }))
  expect(found?.StreamSpecification?.StreamEnabled).toBe(true)
  await put(table, "n0")
  const { told, delivery } = listening(engine.endpoint, new StreamPlace(undefined), () => undefined)
  await delivery.deliver()
  expect(told.flat()).toEqual(["n0"])
})

test("what it writes itself it does not count: it comes to rest", async () => {
  const { engine, table } = await start()
  undo()
  undo = setEnvironment({
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    SST_RESOURCE_App: JSON.stringify({ name: "spec-wizard", stage: "local" }),
    SST_RESOURCES_JSON: JSON.stringify({ Table: { name: TABLE } }),
  })
  const createdAt = "2031-01-01T12:00:00.000Z"
  for (const name of names(20)) await table.put({ pk: `session#${name}`, sk: "session", createdAt }, ABSENT)
  const execute = inProcess(handlerOf({ directory: ROOT, handler: "packages/sessions/src/count.handler" }))
  const lambda = new Lambda({ Count: { execute, timeoutMs: 30_000 } })
  const stream = new Stream(engine.endpoint, TABLE)
  const to = { functionName: "Count", batchSize: 100, retries: 5 }
  const delivery = new StreamDelivery({ stream, lambda, places: new StreamPlace(undefined), to })
  await delivery.deliver()
  const started = lambda.invocations["Count"]
  await delivery.deliver()
  expect(lambda.invocations["Count"]).toBe(started)
  const shards = await table.query({ pk: "metrics#2031-01", from: "day#", to: "day#~" })
  expect(shards.reduce((sum, { sessions }) => sum + Number(sessions), 0)).toBe(20)
})
