import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { createSession } from "@spec-wizard/core/access/create-session"
import { system } from "@spec-wizard/core/clock"
import * as Device from "@spec-wizard/core/device"
import * as Event from "@spec-wizard/core/event"
import type * as Session from "@spec-wizard/core/session"
import * as Settings from "@spec-wizard/core/settings"
import { Table } from "@spec-wizard/core/table"
import * as Turn from "@spec-wizard/core/turn"
import * as End from "@spec-wizard/core/turn/end"
import * as Recover from "@spec-wizard/core/turn/recover"
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

/** A session whose clock a test moves. Workers are started by the test itself; nobody listens. */
async function newSession() {
  const time = { movedMs: 0 }
  const clock = { now: () => system.now() + time.movedMs }
  const table = new Table({ name: "turns", clock, client: new DynamoDBClient({ endpoint: engine.endpoint }) })
  const started: string[] = []
  const deps = {
    table,
    clock,
    settings: Settings.parse({}),
    gateway: { post: async () => "sent" as const, close: async () => {} },
    start: async ({ turnId }: { turnId: string }) => {
      started.push(turnId)
    },
  }
  const { device, writes } = Device.create(deps, "a test")
  const { id } = await createSession(deps, { device, writes })
  const from = { sessionId: id, ip: "192.0.2.1" }
  const say = async (text: string) =>
    (await Turn.accept(deps, from, { action: "sendMessage", id: frameId(), text })).ack.turnId
  return { deps, id, from, say, started, time }
}

async function leased(deps: Parameters<typeof Worker.lease>[0], id: Session.ID, turnId: Turn.ID) {
  const lease = await Worker.lease(deps, id, turnId)
  if (!lease) throw new Error("the lease was free")
  return lease.turn
}

const usage = { inputTokens: 0, outputTokens: 0 }

test("what a message taught is known after it, and not before, though its reply was stopped and tried again", async () => {
  const { deps, id, from, say } = await newSession()
  const learned = { memory: { asked: 1 } }
  const first = await say("No delivery")
  await End.end(deps, await leased(deps, id, first), { status: "stopped", text: "I", learned })
  const { ack } = await Turn.retry(deps, from, { action: "retry", id: frameId(), turnId: first })
  const again = await leased(deps, id, ack.turnId)
  expect(await Worker.memory(deps, again)).toBeUndefined() // as before the message
  await End.end(deps, again, {
    status: "completed",
    text: "I see.",
    learned,
    usage,
    speaker: { model: "guided", promptVersion: "guided-1" },
  })
  expect(await Turn.get(deps, id, again.id)).toMatchObject({ model: "guided", promptVersion: "guided-1" })
  expect(await Worker.memory(deps, await leased(deps, id, await say("And?")))).toEqual({ asked: 1 })
})

test("a reply that is whole stands in the log before its turn ends; whoever takes the turn over ends it, and says nothing twice", async () => {
  const { deps, id, say, time } = await newSession()
  const turnId = await say("No delivery")
  const first = await leased(deps, id, turnId)
  const reply = { text: "I see. Who orders?", choices: [{ label: "Everybody", value: "Everybody" }] }
  const said = await End.say(deps, first, reply)
  expect(said.events).toMatchObject([{ type: "message.appended", message: { role: "wizard", turnId, ...reply } }])
  await expect(say("Bakers")).rejects.toThrow(Turn.TurnActiveError)

  time.movedMs += 60_000
  const second = await leased(deps, id, turnId)
  expect(await End.replyOf(deps, second)).toMatchObject(reply)
  await expect(End.say(deps, first, reply)).rejects.toThrow(Turn.FencedError)
  const speaker = { model: "guided", promptVersion: "guided-1" }
  await End.end(deps, second, { status: "completed", text: "", usage, speaker })
  const events = await Event.list(deps, id, { after: 0, limit: 20 })
  const messages = events.flatMap((event) => (event.type === "message.appended" ? [event.message] : []))
  expect(messages.map(({ text }) => text)).toEqual(["No delivery", reply.text])
  expect(events.at(-1)).toMatchObject({ type: "turn.completed", turnId, attempt: 2, messageId: messages[1]?.id })
  await say("Bakers")
})

test("a turn that is given up after its reply keeps the reply, once, and every word; there is nothing to try again", async () => {
  const { deps, id, say, time } = await newSession()
  const turnId = await say("No delivery")
  await End.say(deps, await leased(deps, id, turnId), { text: "I see." })
  time.movedMs += 60_000
  const second = await leased(deps, id, turnId)
  await Worker.heartbeat(deps, second, "I see.")
  time.movedMs += 60_000
  await Recover.recover(deps, id, turnId)
  const events = await Event.list(deps, id, { after: 0, limit: 20 })
  expect(events.filter(({ type }) => type === "message.appended")).toHaveLength(2)
  expect(events.at(-2)).toMatchObject({ type: "specification.patched" })
  expect(events.at(-1)).toMatchObject({ type: "turn.failed", code: "turn.abandoned", retryable: false })
})

test("a lease is taken by one of twenty workers", async () => {
  const { deps, id, say } = await newSession()
  const turnId = await say("Hello")
  const leases = await Promise.all(Array.from({ length: 20 }, () => Worker.lease(deps, id, turnId)))
  expect(leases.filter(Boolean)).toHaveLength(1)
})

test("the sweeper starts a turn that lost its start, and leaves one alone whose worker is at it", async () => {
  const { deps, id, say, started, time } = await newSession()
  const turnId = await say("Hello")
  await Recover.sweep(deps)
  expect(started).not.toContain(turnId) // not pending for 3 s yet
  time.movedMs += 3_000
  await Recover.sweep(deps)
  expect(started).toContain(turnId)
  started.length = 0
  await leased(deps, id, turnId)
  await Recover.sweep(deps)
  expect(started).not.toContain(turnId)
})

test("a turn whose session expired before its end leaves the sweeper's list", async () => {
  const { deps, id, say, time } = await newSession()
  const turnId = await say("Hello")
  await leased(deps, id, turnId)
  time.movedMs += 31 * 86_400_000
  await Recover.sweep(deps)
  expect(await Turn.get(deps, id, turnId)).toMatchObject({ status: "failed" })
  for (let shard = 0; shard < 8; shard++)
    for await (const { sk } of deps.table.listKeys(`open#${shard}`)) expect(sk).not.toBe(`turn#${turnId}`)
})
