import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { ABSENT, Table } from "@spec-wizard/core/table"
import { expect, test } from "vitest"
import { startDynamoDB } from "../src/engine/dynamodb.ts"
import { ensureTable } from "../src/engine/table.ts"
import { wiped } from "../src/engine/wipe.ts"
import { setEnvironment } from "../src/environment.ts"
import { filesWith } from "./files-with.ts"

const TABLE = "wipe"
const WORD = "quokka-4420"
const ROWS = 200

test("what was removed leaves the files while others write, and none of them is refused", async () => {
  const undo = setEnvironment({ AWS_REGION: "us-east-1", AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local" })
  const dataDir = await mkdtemp(path.join(tmpdir(), "wipe-"))
  const engine = await startDynamoDB({ dataDir })
  const client = new DynamoDBClient({ endpoint: engine.endpoint })
  const table = new Table({ name: TABLE, clock: { now: () => Date.now() }, timeoutMs: 20_000, client })
  await ensureTable(engine.endpoint, TABLE)
  const keys = Array.from({ length: ROWS }, (_, n) => ({ pk: "a", sk: `n${n}` }))
  for (const key of keys) await table.put({ ...key, words: `${WORD} `.repeat(10_000) }, ABSENT)
  await table.deleteAll(keys)

  let isOver = false
  const others = ["b", "c", "d", "e"].map(async (pk) => {
    for (let n = 0; !isOver; n++) await table.put({ pk, sk: `n${n}` }, ABSENT)
  })
  await wiped({ file: path.join(dataDir, "table.db"), told: { [`shardId-00000001-${TABLE}`]: String(2 * ROWS) } })
  expect(filesWith(dataDir, [WORD])).toEqual([])
  isOver = true
  await Promise.all(others)

  client.destroy()
  await engine.stop()
  await rm(dataDir, { recursive: true })
  undo()
})
