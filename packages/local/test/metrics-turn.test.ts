import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { createSession } from "@spec-wizard/core/access/create-session"
import { system } from "@spec-wizard/core/clock"
import * as Device from "@spec-wizard/core/device"
import * as Session from "@spec-wizard/core/session"
import * as Settings from "@spec-wizard/core/settings"
import { Table } from "@spec-wizard/core/table"
import * as Turn from "@spec-wizard/core/turn"
import * as End from "@spec-wizard/core/turn/end"
import * as Worker from "@spec-wizard/core/turn/worker"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { startDynamoDB } from "../src/engine/dynamodb.ts"
import { ensureTable } from "../src/engine/table.ts"
import { frameId } from "./raw.ts"

let engine: Awaited<ReturnType<typeof startDynamoDB>>
beforeAll(async () => {
  for (const name of ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) vi.stubEnv(name, "local")
  engine = await startDynamoDB({})
  await ensureTable(engine.endpoint, "turns")
})
afterAll(() => engine.stop())

type Course = NonNullable<End.Outcome["course"]>

/** A session in which a test says itself what an interviewer makes of each message. */
async function newSession() {
  const table = new Table({ name: "turns", clock: system, client: new DynamoDBClient({ endpoint: engine.endpoint }) })
  const deps = { table, clock: system, settings: Settings.parse({}) }
  const { device, writes } = Device.create(deps, "a test")
  const { id } = await createSession(deps, { device, writes })
  const from = { sessionId: id, ip: "192.0.2.1" }
  const end = async (turnId: Turn.ID, outcome: End.Outcome) => {
    const lease = await Worker.lease(deps, id, turnId)
    if (!lease) throw new Error("the lease was free")
    await End.end(deps, lease.turn, outcome)
    return (await Turn.get(deps, id, turnId))?.traced
  }
  return {
    waiting: async () => (await Session.get(deps, id)).question,
    async say(outcome: End.Outcome) {
      const { ack } = await Turn.accept(deps, from, { action: "sendMessage", id: frameId(), text: "Bread." })
      return { turnId: ack.turnId, traced: await end(ack.turnId, outcome) }
    },
    async retry(turnId: Turn.ID, outcome: End.Outcome) {
      const { ack } = await Turn.retry(deps, from, { action: "retry", id: frameId(), turnId })
      return { turnId: ack.turnId, traced: await end(ack.turnId, outcome) }
    },
  }
}

const completed = (course?: Course): End.Outcome => ({
  status: "completed",
  text: "Got it. And?",
  usage: { inputTokens: 0, outputTokens: 0 },
  speaker: { model: "guided", promptVersion: "guided-1" },
  ...(course && { course }),
})
const stopped = (course: Course): End.Outcome => ({ status: "stopped", text: "Got", course })
const failed: End.Outcome = { status: "failed", text: "Got", code: "model.timeout", retryable: true }

test("the question that waits is known to the next turn, whoever asked it", async () => {
  const { say, waiting } = await newSession()
  expect((await say(completed({ fate: "answered", asks: "purpose" }))).traced).toEqual({ asked: "purpose" })
  expect(await waiting()).toBe("purpose")
  expect((await say(completed({ fate: "waiting", asks: "purpose" }))).traced).toEqual({})
  expect((await say(completed())).traced).toBeUndefined() // an answer of one who cannot tell
  expect(await waiting()).toBe("purpose")
  const next = await say(completed({ fate: "skipped", asks: "wrap" }))
  expect(next.traced).toEqual({ asked: "wrap", skipped: "purpose" })
  expect((await say(completed({ fate: "skipped" }))).traced).toEqual({ answered: "wrap" })
  expect(await waiting()).toBeUndefined()
})

test("a message whose reply was stopped and tried again counts once, however often", async () => {
  const { say, retry, waiting } = await newSession()
  await say(completed({ fate: "answered", asks: "purpose" }))
  const course = { fate: "answered", asks: "users" } as const
  const first = await say(stopped(course))
  expect(first.traced).toEqual({ asked: "users", answered: "purpose" })
  const second = await retry(first.turnId, stopped(course))
  const third = await retry(second.turnId, failed)
  const fourth = await retry(third.turnId, completed(course))
  expect([second.traced, third.traced, fourth.traced]).toEqual([undefined, undefined, undefined])
  expect(await waiting()).toBe("users")
})

test("a reply that failed asked nothing: the one that is tried again counts", async () => {
  const { say, retry } = await newSession()
  await say(completed({ fate: "answered", asks: "purpose" }))
  const first = await say(failed)
  expect(first.traced).toBeUndefined()
  const again = await retry(first.turnId, completed({ fate: "answered", asks: "users" }))
  expect(again.traced).toEqual({ asked: "users", answered: "purpose" })
})
