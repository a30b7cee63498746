import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { createSession } from "@spec-wizard/core/access/create-session"
import { system } from "@spec-wizard/core/clock"
import * as Device from "@spec-wizard/core/device"
import { advance } from "@spec-wizard/core/document/apply"
import * as Event from "@spec-wizard/core/event"
import type { Changes } from "@spec-wizard/core/interviewer"
import { empty, isLive } from "@spec-wizard/core/protocol/document"
import type { Proposal } from "@spec-wizard/core/protocol/operation"
import * as Session from "@spec-wizard/core/session"
import * as Settings from "@spec-wizard/core/settings"
import * as Specification from "@spec-wizard/core/specification"
import * as Change from "@spec-wizard/core/specification/change"
import { Table } from "@spec-wizard/core/table"
import * as Turn from "@spec-wizard/core/turn"
import * as End from "@spec-wizard/core/turn/end"
import * as Recover from "@spec-wizard/core/turn/recover"
import * as Worker from "@spec-wizard/core/turn/worker"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { unplaced } from "../../core/test/unplaced.ts"
import { startDynamoDB } from "../src/engine/dynamodb.ts"
import { ensureTable } from "../src/engine/table.ts"
import { frameId } from "./raw.ts"

let engine: Awaited<ReturnType<typeof startDynamoDB>>
beforeAll(async () => {
  for (const name of ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) vi.stubEnv(name, "local")
  engine = await startDynamoDB({})
  await ensureTable(engine.endpoint, "conserved")
})
afterAll(() => engine.stop())

const TEXT = "Hello! We repair bicycles.\n- Create a ticket\nDrivers may not edit prices, of course."
const usage = { inputTokens: 0, outputTokens: 0 }
const speaker = { model: "a test", promptVersion: "1" }

async function newSession() {
  const time = { movedMs: 0 }
  const clock = { now: () => system.now() + time.movedMs }
  const table = new Table({ name: "conserved", clock, client: new DynamoDBClient({ endpoint: engine.endpoint }) })
  const deps = {
    table,
    clock,
    settings: Settings.parse({}),
    gateway: { post: async () => "sent" as const, close: async () => {} },
    start: async () => {},
  }
  const { device, writes } = Device.create(deps, "a test")
  const { id } = await createSession(deps, { device, writes })
  const from = { sessionId: id, ip: "192.0.2.1" }
  const say = async (text = TEXT) =>
    (await Turn.accept(deps, from, { action: "sendMessage", id: frameId(), text })).ack.turnId
  const lease = async (turnId: Turn.ID) => {
    const taken = await Worker.lease(deps, id, turnId)
    if (!taken) throw new Error("the lease was free")
    return taken.turn
  }
  const retry = async (turnId: Turn.ID) =>
    (await Turn.retry(deps, from, { action: "retry", id: frameId(), turnId })).ack.turnId
  const document = async () => Specification.load(deps, await Session.get(deps, id))
  /** The log's own word: every message has its place by the document and the asides of the ends. */
  const law = async () => {
    const events = await Event.list(deps, id, { after: 0, limit: 200 })
    const asides = events.flatMap((event) => ("asides" in event ? event.asides : []))
    const ends = events.filter((event) => event.type.startsWith("turn.") && event.type !== "turn.started")
    expect(ends.every((event) => "asides" in event)).toBe(true)
    const items = await document()
    // Whoever folds the patches knows nothing else of it, its language neither.
    const folded = events.reduce(
      (before, event) => (event.type === "specification.patched" ? advance(before, event) : before),
      empty("fr"),
    )
    expect(folded).toEqual(items)
    for (const event of events)
      if (event.type === "message.appended" && event.message.role === "visitor")
        expect(unplaced(items, event.message, asides), event.message.text).toBe("")
    return items.items.filter(isLive)
  }
  return { deps, id, say, lease, retry, document, law, time }
}

/** One that quotes `quote` as a rule, and knows a greeting when it sees one. */
function quoting(quote: string, text: string, messageId: `msg_${string}`): Changes {
  const start = text.indexOf(quote)
  const source = { messageId, quote, start, end: start + quote.length }
  const proposals: Proposal[] = [
    { op: "add", item: { kind: "rule", text: quote, evidence: "stated", sources: [source], dependsOn: [] } },
    {
      op: "add",
      item: { kind: "rule", text: "Drivers may edit prices", evidence: "stated", sources: [source], dependsOn: [] },
    },
  ]
  return {
    language: "en",
    asides: [{ start: 0, end: 6, act: "greeting" }],
    isVerbatim: true,
    propose: () => proposals,
  }
}

const messageId = async ({ deps, id }: Awaited<ReturnType<typeof newSession>>) => {
  const [event] = await Event.list(deps, id, { after: 0, limit: 1 })
  if (event?.type !== "message.appended") throw new Error("the message comes first")
  return event.message.id
}

test("a turn that is completed keeps what was understood, and all the rest unsorted; words that nobody said are refused alone", async () => {
  const session = await newSession()
  const turn = await session.lease(await session.say())
  const changes = quoting("Drivers may not edit prices", TEXT, await messageId(session))
  await End.end(session.deps, turn, { status: "completed", text: "I see.", usage, speaker, changes })
  const lines = await session.law()
  expect(lines.map(({ kind, text }) => [kind, text])).toEqual([
    ["rule", "Drivers may not edit prices"],
    ["unsorted", "We repair bicycles."],
    ["unsorted", "- Create a ticket"],
  ])
})

test.each(["failed", "stopped"] as const)(
  "a turn that %s keeps every word, and the next try sorts it and adds nothing twice",
  async (status) => {
    const session = await newSession()
    const turnId = await session.say()
    const end = status === "failed" ? { status, code: "model.unavailable", retryable: true } : { status }
    await End.end(session.deps, await session.lease(turnId), { ...end, text: "" })
    expect((await session.law()).map(({ kind }) => kind)).toEqual(["unsorted", "unsorted", "unsorted", "unsorted"])
    const again = await session.lease(await session.retry(turnId))
    const changes = quoting("Drivers may not edit prices", TEXT, await messageId(session))
    await End.end(session.deps, again, { status: "completed", text: "I see.", usage, speaker, changes })
    const lines = await session.law()
    expect(lines.filter(({ kind }) => kind === "rule")).toHaveLength(1)
    expect(lines.filter(({ kind }) => kind === "unsorted").map(({ text }) => text)).toEqual([
      "We repair bicycles.",
      "- Create a ticket",
    ])
  },
)

test("a turn that its handler stops, and one that the sweeper gives up, keep every word", async () => {
  const pending = await newSession()
  await Recover.stop(pending.deps, pending.id, await pending.say())
  expect(await pending.law()).toHaveLength(4)

  const lost = await newSession()
  const turnId = await lost.say()
  for (let attempt = 0; attempt < Worker.MAX_ATTEMPTS; attempt++) {
    await lost.lease(turnId)
    lost.time.movedMs += 60_000
  }
  await Recover.sweep(lost.deps)
  expect(await Turn.get(lost.deps, lost.id, turnId)).toMatchObject({ status: "failed" })
  expect(await lost.law()).toHaveLength(4)
})

test("what was told aside stays aside when the next try fails before it reads anything", async () => {
  const session = await newSession()
  const turnId = await session.say()
  const changes = quoting("Drivers may not edit prices", TEXT, await messageId(session))
  await End.end(session.deps, await session.lease(turnId), { status: "stopped", text: "I", changes })
  const before = await session.document()
  const again = await session.lease(await session.retry(turnId))
  await End.end(session.deps, again, { status: "failed", text: "", code: "model.unavailable", retryable: true })
  await session.law()
  expect(await session.document()).toEqual(before)
})

test("undoing what an interviewer made of a message leaves its words", async () => {
  const session = await newSession()
  const turn = await session.lease(await session.say())
  const changes = quoting("Drivers may not edit prices", TEXT, await messageId(session))
  await End.end(session.deps, turn, { status: "completed", text: "I see.", usage, speaker, changes })
  const { version } = await session.document()
  await Change.edit(session.deps, session.id, { baseVersion: version, operations: [{ op: "undo" }] })
  const lines = await session.law()
  expect(lines.map(({ kind }) => kind)).toEqual(["unsorted", "unsorted", "unsorted"])
})

test("several unsorted lines are sorted by hand in one version, and a line that has its kind is not", async () => {
  const session = await newSession()
  await End.end(session.deps, await session.lease(await session.say()), { status: "stopped", text: "" })
  const { version } = await session.document()
  const sort = (id: string, kind: "requirement" | "context") => ({ op: "sort", id, kind }) as const
  const operations = [sort("U-2", "context"), sort("U-3", "requirement")]
  await Change.edit(session.deps, session.id, { baseVersion: version, operations })
  const lines = await session.law()
  expect((await session.document()).version).toBe(version + 1)
  expect(lines.find(({ kind }) => kind === "context")).toMatchObject({
    text: "We repair bicycles.",
    evidence: "confirmed",
  })
  expect(lines.find(({ kind }) => kind === "requirement")).toMatchObject({
    text: "- Create a ticket",
    state: "accepted",
  })
  const twice = Change.edit(session.deps, session.id, {
    baseVersion: version + 1,
    operations: [sort("CTX-1", "requirement")],
  })
  await expect(twice).rejects.toMatchObject({ code: "specification.edit_invalid" })
})

test("visitors' messages are numbered from one, also when earlier ones were not", async () => {
  const session = await newSession()
  const numbers = async () =>
    (await Event.list(session.deps, session.id, { after: 0, limit: 50 })).flatMap((event) =>
      event.type === "message.appended" && event.message.role === "visitor" ? [event.message.number] : [],
    )
  for (const text of ["One", "Two"])
    await End.end(session.deps, await session.lease(await session.say(text)), { status: "stopped", text: "" })
  expect(await numbers()).toEqual([1, 2])
  const key = { pk: `session#${session.id}`, sk: "session" }
  await session.deps.table.update(key, { remove: ["messages"] }, { if: "attribute_exists(#pk)" })
  await session.say("Three")
  expect(await numbers()).toEqual([1, 2, 3])
})
