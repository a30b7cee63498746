import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { authorize } from "@spec-wizard/core/access/authorize"
import { createSession } from "@spec-wizard/core/access/create-session"
import { system } from "@spec-wizard/core/clock"
import * as Device from "@spec-wizard/core/device"
import * as Session from "@spec-wizard/core/session"
import * as Settings from "@spec-wizard/core/settings"
import { Table } from "@spec-wizard/core/table"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { startDynamoDB } from "../src/engine/dynamodb.ts"
import { ensureTable } from "../src/engine/table.ts"
import { FaultProxy } from "./faults/proxy.ts"

let engine: Awaited<ReturnType<typeof startDynamoDB>>
let proxy: FaultProxy
beforeAll(async () => {
  for (const name of ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) vi.stubEnv(name, "local")
  ;[engine, proxy] = await Promise.all([startDynamoDB({}), FaultProxy.open()])
  proxy.connect(engine.endpoint)
  await ensureTable(engine.endpoint, "doors")
})
afterAll(async () => {
  proxy.close()
  await engine.stop()
})

test("somebody else's session, one that has expired and one that never was are refused alike, after the same reads", async () => {
  const time = { movedMs: 0 }
  const clock = { now: () => system.now() + time.movedMs }
  const table = new Table({ name: "doors", clock, client: new DynamoDBClient({ endpoint: proxy.url }) })
  const deps = { table, clock, settings: Settings.parse({}) }
  const [mine, other] = [Device.create(deps, "mine"), Device.create(deps, "other")]
  const expired = await createSession(deps, other)
  time.movedMs = 400 * 86_400_000
  const own = await createSession(deps, mine)
  const theirs = await createSession(deps, { device: other.device })

  const refused = async (id: Session.ID) => {
    const calls: string[] = []
    proxy.rule = ({ target, body }) => {
      calls.push(`${target} ${body.replaceAll(id, "it")}`)
      return undefined
    }
    await expect(authorize(deps, mine.device, id)).rejects.toThrow(Session.SessionNotFoundError)
    return calls.sort()
  }
  const reads = await refused(theirs.id)
  expect(reads).toHaveLength(3)
  for (const id of [expired.id, "ses_01J0000000000000000000000A"] as const) expect(await refused(id)).toEqual(reads)
  proxy.rule = () => undefined
  expect((await authorize(deps, mine.device, own.id)).id).toBe(own.id)
})
