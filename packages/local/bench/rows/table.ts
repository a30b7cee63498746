import { system } from "@spec-wizard/core/clock"
import { ABSENT, type Item, PRESENT, Table } from "@spec-wizard/core/table"
import { startDynamoDB } from "../../src/engine/dynamodb.ts"
import { ensureTable } from "../../src/engine/table.ts"
import { environment, setEnvironment, TABLE_NAME } from "../../src/environment.ts"
import { post } from "../loopback.ts"
import type { Line, Row } from "../row.ts"
import { median, spread } from "../statistics.ts"

const BLOCKS = 11
const WARM_UP = 3
const OPERATIONS = 200
const BUDGET = 5.5

/** The engine wants to see a signature and does not verify it: a constant one costs nothing. */
const SIGNED =
  "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=0"

const ITEM: Item = {
  pk: "session#bench",
  sk: "event#0000000001",
  seq: 1,
  type: "message.appended",
  at: "2026-01-01T00:00:00.000Z",
  message: { role: "visitor", text: "We bake bread. ".repeat(27).slice(0, 400) },
}
const KEY = { pk: ITEM.pk, sk: ITEM.sk }

export const table: Row = {
  name: "table",
  title: "CPU of a table operation",
  how: `\`Table.put\` and \`Table.get\` (DynamoDB's document client, signing) against the same requests written by hand and sent over a kept
connection by node:http, not signed. The engine is a process of its own; what counts is the CPU of this one. ${BLOCKS} blocks of ${OPERATIONS}, in turns.`,
  async run(say) {
    const engine = await startDynamoDB({})
    const restore = setEnvironment(
      environment({}, { port: engine.port, dynamodb: engine.endpoint, files: engine.endpoint }),
    )
    try {
      await ensureTable(engine.endpoint, TABLE_NAME)
      const ours = new Table({ name: TABLE_NAME, clock: system })
      await ours.put(ITEM, ABSENT)
      say("putting")
      const put = await compared(
        "put",
        () => ours.put(ITEM, PRESENT),
        () => rawPut(engine.endpoint),
      )
      say("getting")
      const get = await compared(
        "get",
        () => ours.get(KEY),
        () => rawGet(engine.endpoint),
      )
      return [put, get]
    } finally {
      restore()
      await engine.stop()
    }
  },
}

async function compared(what: string, ours: () => Promise<unknown>, floor: () => Promise<unknown>): Promise<Line> {
  const [own, held]: [number[], number[]] = [[], []]
  for (let block = 0; block < WARM_UP + BLOCKS; block++) {
    const [one, other] = [await cpuOf(ours), await cpuOf(floor)]
    if (block < WARM_UP) continue
    own.push(one)
    held.push(other)
  }
  const ratio = median(own) / median(held)
  return {
    what,
    measured: spread(own, "µs CPU", 0),
    floor: `raw: ${spread(held, "µs", 0)}`,
    ratio,
    budget: `≤ ${BUDGET} ×`,
    met: ratio <= BUDGET,
  }
}

/** Microseconds of CPU an operation. */
async function cpuOf(operation: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  for (let index = 0; index < OPERATIONS; index++) await operation()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / OPERATIONS
}

const raw = (endpoint: string, operation: string, request: unknown) =>
  post(
    endpoint,
    {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": `DynamoDB_20120810.${operation}`,
      "x-amz-date": "20260101T000000Z",
      authorization: SIGNED,
    },
    JSON.stringify(request),
  )

async function rawPut(endpoint: string): Promise<void> {
  const { seq, message, ...strings } = ITEM
  const { role, text } = message as { role: string; text: string } // as written above
  const typed = Object.fromEntries(Object.entries(strings).map(([name, value]) => [name, { S: value }]))
  await raw(endpoint, "PutItem", {
    TableName: TABLE_NAME,
    Item: { ...typed, seq: { N: String(seq) }, message: { M: { role: { S: role }, text: { S: text } } } },
    ConditionExpression: PRESENT.if,
    ExpressionAttributeNames: { "#pk": "pk" },
  })
}

async function rawGet(endpoint: string): Promise<void> {
  const answer = await raw(endpoint, "GetItem", {
    TableName: TABLE_NAME,
    Key: { pk: { S: KEY.pk }, sk: { S: KEY.sk } },
    ConsistentRead: true,
  })
  if (!(answer as { Item?: unknown }).Item) throw new Error("the item is not there") // DynamoDB's answer
}
