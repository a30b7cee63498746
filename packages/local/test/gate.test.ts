import { once } from "node:events"
import { createServer, request, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb"
import { afterEach, beforeEach, expect, test } from "vitest"
import { Access } from "../src/access.ts"
import { dynamodb } from "../src/engine/rights.ts"
import { LEDGER_NAME, TABLE_NAME } from "../src/environment.ts"
import { type Gate, openGate } from "../src/gate.ts"

type Passed = { target: string; key: string; body: string }

/** Any bytes an engine may answer with. */
const ANSWER = Buffer.from('{ "Item" : {"b":{"S":"\\u00e9é"}} }\n')

let engine: Server
let gate: Gate
let passed: Passed[]
let sockets: number
beforeEach(async () => {
  passed = []
  sockets = 0
  engine = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const { headers } = incoming
    const key = /Credential=([^/]+)/.exec(String(headers.authorization))?.[1] ?? ""
    passed.push({ target: String(headers["x-amz-target"]), key, body: Buffer.concat(chunks).toString() })
    outgoing.writeHead(200, { "content-type": "application/x-amz-json-1.0", "x-amz-crc32": "123" })
    outgoing.end(ANSWER)
  }).listen(0, "127.0.0.1")
  engine.on("connection", () => sockets++)
  await once(engine, "listening")
  const { port } = engine.address() as AddressInfo // it listens on TCP
  const access = new Access({
    Reader: { table: ["GetItem", "Query"] },
    Writer: { table: ["PutItem", "UpdateItem"], index: ["Query"] },
    Keeper: { table: ["BatchWriteItem"], ledger: ["PutItem", "Query"] },
  })
  gate = await openGate(`http://127.0.0.1:${port}`, access, dynamodb)
})
afterEach(async () => {
  await gate.stop()
  engine.closeAllConnections()
  engine.close()
})

function clientOf(accessKeyId: string): DynamoDBClient {
  const credentials = { accessKeyId, secretAccessKey: "local" }
  return new DynamoDBClient({ endpoint: gate.url, region: "us-east-1", credentials, maxAttempts: 1 })
}
const Key = { pk: { S: "a" }, sk: { S: "b" } }
const get = new GetItemCommand({ TableName: TABLE_NAME, Key })
const query = (IndexName?: string) =>
  new QueryCommand({ TableName: TABLE_NAME, IndexName, KeyConditionExpression: "pk = :a" })

test("what is granted passes byte for byte, both ways, under the house's own key, on a line that is kept", async () => {
  const body = `{ "TableName":"${TABLE_NAME}","Key" : {"pk":{"S":"\\u00e9é"}} }\n`
  const headers = {
    "x-amz-target": "DynamoDB_20120810.GetItem",
    "content-type": "application/x-amz-json-1.0",
    authorization: "AWS4-HMAC-SHA256 Credential=local-Reader/20260101/us-east-1/dynamodb/aws4_request, Signature=0",
  }
  for (let call = 0; call < 3; call++) {
    const answer = await fetch(gate.url, { method: "POST", headers, body })
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(ANSWER)
    expect(answer.headers.get("x-amz-crc32")).toBe("123")
  }
  expect(passed).toEqual(Array(3).fill({ target: headers["x-amz-target"], key: "local", body }))
  expect(sockets).toBe(1)
})

test("actions beyond the rights are refused as DynamoDB refuses them, and never arrive", async () => {
  const refused = { name: "AccessDeniedException", $metadata: { httpStatusCode: 400 } }
  await expect(clientOf("local-Writer").send(get)).rejects.toMatchObject(refused)
  await expect(clientOf("local-Reader").send(query("gsi1"))).rejects.toMatchObject(refused)
  await expect(clientOf("local-Writer").send(query())).rejects.toMatchObject(refused)
  await expect(clientOf("local-Reader").send(new ScanCommand({ TableName: TABLE_NAME }))).rejects.toMatchObject(refused)
  await expect(clientOf("local-Reader").send(new GetItemCommand({ TableName: "another", Key }))).rejects.toMatchObject(
    refused,
  )
  expect(passed).toEqual([])
  await clientOf("local-Reader").send(get)
  await clientOf("local-Writer").send(query("gsi1"))
  expect(passed).toHaveLength(2)
})

test("a transaction needs the right of each of its writes", async () => {
  const TableName = TABLE_NAME
  const put = { Put: { TableName, Item: Key } }
  const update = { Update: { TableName, Key, UpdateExpression: "SET #a = :a" } }
  const others = [
    { Delete: { TableName, Key } },
    { ConditionCheck: { TableName, Key, ConditionExpression: "attribute_exists(pk)" } },
    { Put: { TableName: "another", Item: Key } },
  ]
  const send = (...TransactItems: object[]) =>
    clientOf("local-Writer").send(new TransactWriteItemsCommand({ TransactItems }))
  for (const other of others)
    await expect(send(put, other, update)).rejects.toMatchObject({ name: "AccessDeniedException" })
  expect(passed).toEqual([])
  await send(put, update)
  expect(passed).toHaveLength(1)
})

test("the ledger has rights of its own", async () => {
  const put = (TableName: string) => new PutItemCommand({ TableName, Item: Key })
  const denied = { name: "AccessDeniedException" }
  await expect(clientOf("local-Writer").send(put(LEDGER_NAME))).rejects.toMatchObject(denied)
  await expect(clientOf("local-Keeper").send(put(TABLE_NAME))).rejects.toMatchObject(denied)
  const query = { TableName: LEDGER_NAME, KeyConditionExpression: "pk = :a" }
  const index = new QueryCommand({ ...query, IndexName: "gsi1" })
  await expect(clientOf("local-Keeper").send(index)).rejects.toMatchObject(denied)
  const both = [{ Put: { TableName: LEDGER_NAME, Item: Key } }, { Put: { TableName: TABLE_NAME, Item: Key } }]
  const transaction = new TransactWriteItemsCommand({ TransactItems: both })
  await expect(clientOf("local-Writer").send(transaction)).rejects.toMatchObject(denied)
  expect(passed).toEqual([])
  await clientOf("local-Keeper").send(put(LEDGER_NAME))
  await clientOf("local-Keeper").send(new QueryCommand(query))
  expect(passed).toHaveLength(2)
})

test("a batch needs the right to it for each of its tables", async () => {
  const requests = [{ DeleteRequest: { Key } }]
  const write = (key: string, ...tables: string[]) =>
    clientOf(key).send(
      new BatchWriteItemCommand({ RequestItems: Object.fromEntries(tables.map((table) => [table, requests])) }),
    )
  const denied = { name: "AccessDeniedException" }
  await expect(write("local-Writer", TABLE_NAME)).rejects.toMatchObject(denied)
  await expect(write("local-Keeper", TABLE_NAME, LEDGER_NAME)).rejects.toMatchObject(denied)
  await expect(write("local-Keeper", "another")).rejects.toMatchObject(denied)
  const read = new BatchGetItemCommand({ RequestItems: { [TABLE_NAME]: { Keys: [Key] } } })
  await expect(clientOf("local-Reader").send(read)).rejects.toMatchObject(denied)
  expect(passed).toEqual([])
  await write("local-Keeper", TABLE_NAME)
  expect(passed).toHaveLength(1)
})

test("a call that is not signed, or by a key from elsewhere, is refused", async () => {
  const unknown = { name: "UnrecognizedClientException" }
  for (const key of ["stranger", "local-Nobody", "local-reader", "locale"])
    await expect(clientOf(key).send(get)).rejects.toMatchObject(unknown)
  const headers = { "x-amz-target": "DynamoDB_20120810.GetItem" }
  expect((await fetch(gate.url, { method: "POST", headers, body: "{}" })).status).toBe(400)
  expect(passed).toEqual([])
})

test("no web page gets through, neither under its own name nor under a rebound one", async () => {
  const authorization = "AWS4-HMAC-SHA256 Credential=local/x"
  const status = (headers: Record<string, string>) =>
    new Promise((resolve, reject) => {
      const call = request(gate.url, { method: "POST", headers: { authorization, ...headers } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
      call.on("error", reject)
      call.end("{}")
    })
  expect(await status({ origin: "https://evil.example" })).toBe(403)
  expect(await status({ host: "evil.example" })).toBe(403)
  expect(passed).toEqual([])
  expect(await status({})).toBe(200)
})

test("an engine out of reach is a cut line, not an answer", async () => {
  engine.closeAllConnections()
  engine.close()
  await once(engine, "close")
  await expect(clientOf("local-Reader").send(get)).rejects.toMatchObject({ code: "ECONNRESET" })
})
