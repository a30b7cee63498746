import { once } from "node:events"
import { mkdtemp, rm } from "node:fs/promises"
import { type AddressInfo, createServer } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"
import { DescribeTableCommand, DescribeTimeToLiveCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { DynamoDBDocumentClient, GetCommand, PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb"
import { afterEach, beforeEach, expect, test } from "vitest"
import { installClock } from "../src/clock.ts"
import { type Engine, startDynamoDB } from "../src/engine/dynamodb.ts"
import { createExpiry } from "../src/engine/expiry.ts"
import { ensureLedger, ensureTable } from "../src/engine/table.ts"
import { setEnvironment } from "../src/environment.ts"
import { isAlive, until } from "./until.ts"

const TABLE = "spec-wizard-test"
let undo: () => void
let dataDir: string
const engines: Engine[] = []

beforeEach(async () => {
  undo = setEnvironment({
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    LOG_LEVEL: "silent",
  })
  dataDir = await mkdtemp(path.join(tmpdir(), "table-"))
})
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop()
  await rm(dataDir, { recursive: true })
  undo()
})

async function start(options: Parameters<typeof startDynamoDB>[0]) {
  const engine = await startDynamoDB(options)
  engines.push(engine)
  await ensureTable(engine.endpoint, TABLE)
  const client = new DynamoDBClient({ endpoint: engine.endpoint })
  return { engine, client, documents: DynamoDBDocumentClient.from(client) }
}

const put = (documents: DynamoDBDocumentClient, item: Record<string, unknown>) =>
  documents.send(new PutCommand({ TableName: TABLE, Item: item }))

test("the table has its keys, its index and its ttl, and is made once", async () => {
  const { engine, client } = await start({})
  await Promise.all([ensureTable(engine.endpoint, TABLE), ensureTable(engine.endpoint, TABLE)])
  const { Table: table } = await client.send(new DescribeTableCommand({ TableName: TABLE }))
  expect(table?.KeySchema).toEqual([
    { AttributeName: "pk", KeyType: "HASH" },
    { AttributeName: "sk", KeyType: "RANGE" },
  ])
  expect(table?.GlobalSecondaryIndexes).toMatchObject([
    { IndexName: "gsi1", Projection: { ProjectionType: "KEYS_ONLY" } },
  ])
  expect(table?.StreamSpecification).toEqual({ StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" })
  const { TimeToLiveDescription: ttl } = await client.send(new DescribeTimeToLiveCommand({ TableName: TABLE }))
  expect(ttl).toMatchObject({ AttributeName: "ttl", TimeToLiveStatus: "ENABLED" })
})

test("the ledger has the same key, no index and nothing that expires, and is made once", async () => {
  const { engine, client } = await start({})
  const LEDGER = `${TABLE}-ledger`
  await Promise.all([ensureLedger(engine.endpoint, LEDGER), ensureLedger(engine.endpoint, LEDGER)])
  const { Table: ledger } = await client.send(new DescribeTableCommand({ TableName: LEDGER }))
  const { Table: table } = await client.send(new DescribeTableCommand({ TableName: TABLE }))
  expect(ledger?.KeySchema).toEqual(table?.KeySchema)
  expect(ledger?.GlobalSecondaryIndexes ?? []).toEqual([])
  const { TimeToLiveDescription: ttl } = await client.send(new DescribeTimeToLiveCommand({ TableName: LEDGER }))
  expect(ttl?.TimeToLiveStatus).toBe("DISABLED")
})

test("an engine killed with SIGKILL comes back on its port with every row", async () => {
  const { engine, documents } = await start({ dataDir })
  await Promise.all(Array.from({ length: 50 }, (_, at) => put(documents, { pk: "a", sk: String(at) })))
  const pid = engine.pid() ?? 0
  process.kill(pid, "SIGKILL")
  await until(() => engine.pid() !== pid && fetch(engine.endpoint).then(({ ok }) => ok))
  const { Count: count } = await documents.send(new ScanCommand({ TableName: TABLE, ConsistentRead: true }))
  expect(count).toBe(50)
})

test("rows outlive the engine's stop, and a stopped engine leaves no process", async () => {
  const first = await start({ dataDir })
  await put(first.documents, { pk: "a", sk: "b", text: "kept" })
  const pid = first.engine.pid() ?? 0
  await first.engine.stop()
  await until(() => !isAlive(pid))
  const second = await start({ dataDir })
  const { Item: item } = await second.documents.send(new GetCommand({ TableName: TABLE, Key: { pk: "a", sk: "b" } }))
  expect(item).toEqual({ pk: "a", sk: "b", text: "kept" })
})

test("a data directory serves one engine at a time", async () => {
  const { engine } = await start({ dataDir })
  await expect(startDynamoDB({ dataDir })).rejects.toThrow(/^DATA_DIR .* is in use by another start/)
  await engine.stop()
  await start({ dataDir })
})

test("a port that is taken is said at once", async () => {
  const taken = createServer()
  taken.listen(0, "127.0.0.1")
  await once(taken, "listening")
  const { port } = taken.address() as AddressInfo // it listens on TCP
  await expect(startDynamoDB({ port })).rejects.toThrow(`Is port ${port} taken`)
  taken.close()
  await once(taken, "close")
})

test("the sweep removes exactly what has passed its ttl by the movable clock", async () => {
  const { engine, documents } = await start({})
  const clock = installClock()
  const soon = Math.ceil(Date.now() / 1000) + 60
  await put(documents, { pk: "short", sk: "1", ttl: soon })
  await put(documents, { pk: "long", sk: "1", ttl: soon + 3_600 })
  await put(documents, { pk: "forever", sk: "1" })
  const expiry = createExpiry(engine.endpoint, TABLE)
  expect(await expiry.sweep()).toBe(0)
  clock.advance(120_000)
  expect(await expiry.sweep()).toBe(1)
  const { Items: items = [] } = await documents.send(new ScanCommand({ TableName: TABLE }))
  expect(items.map(({ pk }) => pk).sort()).toEqual(["forever", "long"])
  expiry.stop()
  clock.uninstall()
})
