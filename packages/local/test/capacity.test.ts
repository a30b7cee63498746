import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { createSession } from "@spec-wizard/core/access/create-session"
import { system } from "@spec-wizard/core/clock"
import * as Device from "@spec-wizard/core/device"
import * as Event from "@spec-wizard/core/event"
import * as Id from "@spec-wizard/core/id"
import type { Changes } from "@spec-wizard/core/interviewer"
import { empty } from "@spec-wizard/core/protocol/document"
import * as Session from "@spec-wizard/core/session"
import * as Settings from "@spec-wizard/core/settings"
import * as Specification from "@spec-wizard/core/specification"
import { Table } from "@spec-wizard/core/table"
import * as Turn from "@spec-wizard/core/turn"
import * as End from "@spec-wizard/core/turn/end"
import * as Worker from "@spec-wizard/core/turn/worker"
import { guided } from "@spec-wizard/interviewer/guided"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { budgeted } from "../../interviewer/src/paid/budgeted.ts"
import { startDynamoDB } from "../src/engine/dynamodb.ts"
import { ensureTable } from "../src/engine/table.ts"
import { frameId } from "./raw.ts"

let engine: Awaited<ReturnType<typeof startDynamoDB>>
beforeAll(async () => {
  for (const name of ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) vi.stubEnv(name, "local")
  engine = await startDynamoDB({})
  await ensureTable(engine.endpoint, "capacity")
})
afterAll(() => engine.stop())

/** What DynamoDB would charge, in write units, as it reports it. */
function meter() {
  const meter = { writes: 0 }
  const client = new DynamoDBClient({ endpoint: engine.endpoint })
  client.middlewareStack.add(
    (next, context) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: "TOTAL" })
      const result = await next(args)
      const { ConsumedCapacity: consumed } = result.output as { ConsumedCapacity?: object | object[] } // asked for above
      const units = [consumed ?? []]
        .flat()
        .map((each) => Number((each as { CapacityUnits?: number }).CapacityUnits ?? 0))
      if (!/^(Get|Query)/.test(String(context.commandName))) meter.writes += units.reduce((sum, each) => sum + each, 0)
      return result
    },
    { step: "initialize" },
  )
  return { meter, table: new Table({ name: "capacity", clock: system, client }) }
}

test("an exchange writes at most 32 units, and the hundredth no more than the first ones", async () => {
  const { meter: counted, table } = meter()
  const deps = { table, clock: system, settings: Settings.parse({ LIMIT_SCALE: "1000" }) }
  const { device, writes } = Device.create(deps, "a test")
  const { id: sessionId } = await createSession(deps, { device, writes })
  const interviewer = guided({ pace: 0 })
  const cost: number[] = []
  for (let exchange = 1; exchange <= 100; exchange++) {
    const before = counted.writes
    const text = `Answer ${exchange}: ${"the customers of our two shops want bread and cakes on Saturdays. ".repeat(6)}`
    const frame = { action: "sendMessage", id: frameId(), text } as const
    const { ack } = await Turn.accept(deps, { sessionId, ip: "192.0.2.1" }, frame)
    const lease = await Worker.lease(deps, sessionId, ack.turnId)
    if (!lease) throw new Error("the lease was free")
    await Worker.heartbeat(deps, lease.turn, "x".repeat(700)) // a reply of 300 tokens beats four or five times
    await Worker.heartbeat(deps, lease.turn, "x".repeat(1_400))
    const { messageSeq } = lease.turn
    const transcript = await Event.transcript(deps, sessionId, { upTo: messageSeq, limit: 20 })
    const message = transcript.at(-1)
    if (!message) throw new Error("the message was stored")
    const context = {
      session: { id: sessionId, title: "", locale: "en" },
      message,
      transcript,
      memory: await Worker.memory(deps, lease.turn),
      document: async () => Specification.load(deps, await Session.get(deps, sessionId)),
    }
    let learned: End.Learned | undefined
    let changes: Changes | undefined
    for await (const part of interviewer.reply(context, new AbortController().signal))
      if (part.type === "learned") {
        learned = { memory: part.memory }
        changes = part.changes
      }
    const usage = { inputTokens: 0, outputTokens: 0 }
    const events = await End.end(deps, lease.turn, {
      status: "completed",
      text: "x".repeat(1_500),
      usage,
      speaker: interviewer.speaker,
      ...(learned && { learned }),
      ...(changes && { changes }),
      transcript,
    })
    for (const event of events)
      if (event.type === "specification.patched") await Specification.keep(deps, sessionId, event.version)
    cost.push(counted.writes - before)
  }
  const mean = (part: number[]) => part.reduce((sum, each) => sum + each, 0) / part.length
  console.log(`write units: first ten ${mean(cost.slice(0, 10))}, last ten ${mean(cost.slice(-10))}`)
  expect(Math.max(...cost)).toBeLessThanOrEqual(32)
  expect(mean(cost.slice(-10))).toBeLessThanOrEqual(mean(cost.slice(10, 30)) * 1.1)
})

test.each([1, 2, 3])(
  "the money of an answer for which a model is asked %i times writes at most 20 units and 2 a call",
  async (calls) => {
    const { meter: counted, table } = meter()
    const settings = Settings.parse({ MODEL_PROVIDER: "anthropic", LIMIT_SCALE: "1000" })
    const deps = { table, clock: system, settings }
    const { device, writes } = Device.create(deps, "a test")
    const { id: sessionId } = await createSession(deps, { device, writes })
    const frame = { action: "sendMessage", id: frameId(), text: "We sell bread." } as const
    const { ack } = await Turn.accept(deps, { sessionId, ip: "192.0.2.1" }, frame)
    const turn = (await Worker.lease(deps, sessionId, ack.turnId))?.turn
    if (!turn || !settings.model) throw new Error("the lease was free, and a model is set")
    const choice = { provider: "anthropic", model: settings.model.name } as const
    const used = { inputTokens: 5_000, outputTokens: 300, cacheReadTokens: 0, cacheWriteTokens: 0, isEstimated: false }
    const paid = budgeted(deps, turn, settings.model, (paying) => ({
      speaker: { model: "a model", promptVersion: "1" },
      async *reply() {
        for (let call = 0; call < calls; call++) {
          await paying.begin({ choice, inputTokens: 8_000, maxTokens: 4_000 })
          await paying.end({ stage: "answer", model: "anthropic/claude-sonnet-5-5", outcome: "completed", ...used })
        }
        yield { type: "text", text: "Which bread?" } as const
      },
    }))
    const before = counted.writes
    const message = {
      id: Id.create("msg", system.now()),
      seq: 1,
      role: "visitor",
      text: frame.text,
      at: turn.createdAt,
    } as const
    const context = {
      session: { id: sessionId, title: "", locale: "en" },
      message,
      transcript: [message],
      memory: undefined,
      document: async () => empty("en"),
    }
    for await (const _ of paid.reply(context, new AbortController().signal));
    console.log(`write units of the money, ${calls} calls: ${counted.writes - before}`)
    expect(counted.writes - before).toBeLessThanOrEqual(20 + 2 * calls)
  },
)
