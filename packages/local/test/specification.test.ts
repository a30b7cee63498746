import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { createSession } from "@spec-wizard/core/access/create-session"
import { system } from "@spec-wizard/core/clock"
import * as Device from "@spec-wizard/core/device"
import { advance } from "@spec-wizard/core/document/apply"
import { VisibleError } from "@spec-wizard/core/error"
import * as Event from "@spec-wizard/core/event"
import type { Changes } from "@spec-wizard/core/interviewer"
import { empty } from "@spec-wizard/core/protocol/document"
import type { Draft, Edit } from "@spec-wizard/core/protocol/operation"
import * as Session from "@spec-wizard/core/session"
import * as Settings from "@spec-wizard/core/settings"
import * as Specification from "@spec-wizard/core/specification"
import { edit } from "@spec-wizard/core/specification/change"
import { Table } from "@spec-wizard/core/table"
import * as Turn from "@spec-wizard/core/turn"
import * as End from "@spec-wizard/core/turn/end"
import * as Worker from "@spec-wizard/core/turn/worker"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { startDynamoDB } from "../src/engine/dynamodb.ts"
import { ensureTable } from "../src/engine/table.ts"
import { dice } from "./faults/dice.ts"
import { frameId } from "./raw.ts"

let engine: Awaited<ReturnType<typeof startDynamoDB>>
beforeAll(async () => {
  for (const name of ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) vi.stubEnv(name, "local")
  engine = await startDynamoDB({})
  await ensureTable(engine.endpoint, "specifications")
})
afterAll(() => engine.stop())

const usage = { inputTokens: 0, outputTokens: 0 }

async function newSession() {
  const clock = system
  const table = new Table({ name: "specifications", clock, client: new DynamoDBClient({ endpoint: engine.endpoint }) })
  const gateway = { post: async () => "sent" as const, close: async () => {} }
  const deps = { table, clock, settings: Settings.parse({ LIMIT_SCALE: "100" }), gateway }
  const { device, writes } = Device.create(deps, "a test")
  const { id } = await createSession(deps, { device, writes })
  const from = { sessionId: id, ip: "192.0.2.1" }

  /** Says `text`, of which the interviewer makes a rule, with the quote that is given in its place. */
  async function begin(text: string, quote = text) {
    const { ack } = await Turn.accept(deps, from, { action: "sendMessage", id: frameId(), text })
    return { turnId: ack.turnId, end: await ending(ack.turnId, quote) }
  }

  async function ending(turnId: Turn.ID, quote: string) {
    const lease = await Worker.lease(deps, id, turnId)
    if (!lease) throw new Error("the lease was free")
    const transcript = await Event.transcript(deps, id, { upTo: lease.turn.messageSeq, limit: 20 })
    const message = transcript.at(-1)
    if (!message) throw new Error("a turn without its message")
    const source = { messageId: message.id, quote, start: 0, end: quote.length }
    const item: Draft = { kind: "rule", text: quote, sources: [source], evidence: "stated", dependsOn: [] }
    const changes: Changes = { language: "en", propose: () => [{ op: "add", item }] }
    return (status: "completed" | "stopped" = "completed") => {
      const outcome = { text: "I see.", changes, transcript }
      return End.end(
        deps,
        lease.turn,
        status === "completed"
          ? { ...outcome, status, usage, speaker: { model: "guided", promptVersion: "guided-1" } }
          : { ...outcome, status },
      )
    }
  }

  const say = async (text: string, quote?: string) => (await begin(text, quote)).end()
  const head = () => Session.get(deps, id)
  const document = async (version?: number) => Specification.load(deps, await head(), version)
  const lines = async () => (await document()).items.map(({ id, text, state }) => `${id} ${state}: ${text}`)
  return { deps, id, from, begin, ending, say, head, document, lines }
}

test("what a message says stands in the document with the end of its turn, and its patch in the log", async () => {
  const { say, lines, document, deps, id } = await newSession()
  const events = await say("No delivery")
  expect(events.map(({ type }) => type)).toEqual(["message.appended", "specification.patched", "turn.completed"])
  expect(await lines()).toEqual(["RULE-1 accepted: No delivery"])
  expect(await document()).toMatchObject({ version: 1, language: "en" })
  expect(await Event.list(deps, id, { after: 0, limit: 100 })).toEqual(expect.arrayContaining(events))
})

test("a message whose reply was stopped and tried again changes the document once", async () => {
  const { deps, from, begin, ending, lines } = await newSession()
  const first = await begin("No delivery")
  await first.end("stopped")
  const { ack } = await Turn.retry(deps, from, { action: "retry", id: frameId(), turnId: first.turnId })
  const events = await (await ending(ack.turnId, "No delivery"))()
  expect(events.map(({ type }) => type)).toEqual(["message.appended", "turn.completed"])
  expect(await lines()).toEqual(["RULE-1 accepted: No delivery"])
})

test("a quote that nobody said is refused, and the message stays in the document as it was said", async () => {
  const { say, lines } = await newSession()
  await say("No delivery")
  const events = await say("No accounts", "Accounts for all")
  expect(events.map(({ type }) => type)).toEqual(["message.appended", "specification.patched", "turn.completed"])
  expect(await lines()).toEqual(["RULE-1 accepted: No delivery", "U-1 accepted: No accounts"])
})

test("an edit that lands while a turn ends loses neither of the two", async () => {
  const { deps, id, say, begin, lines, document } = await newSession()
  await say("No delivery")
  const { end } = await begin("No accounts")
  const { table } = deps
  const transact = table.transact.bind(table)
  table.transact = async (writes) => {
    table.transact = transact
    await edit(deps, id, { baseVersion: 1, operations: [{ op: "retire", id: "RULE-1" }] })
    await transact(writes)
  }
  await end()
  expect((await document()).version).toBe(3)
  expect(await lines()).toEqual(["RULE-1 retired: No delivery", "RULE-2 accepted: No accounts"])
})

test("of twenty edits of the same version one is taken, and the others are a conflict", async () => {
  const { deps, id, say, document } = await newSession()
  await say("No delivery")
  const edits = Array.from({ length: 20 }, (_, index) =>
    edit(deps, id, { baseVersion: 1, operations: [{ op: "set", id: "RULE-1", fields: { text: `Hand ${index}` } }] }),
  )
  const settled = await Promise.allSettled(edits)
  const refused = settled.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []))
  expect(refused).toEqual(Array(19).fill("specification.conflict"))
  expect(await document()).toMatchObject({ version: 2, items: [{ evidence: "confirmed" }] })
})

test("several edits at once are taken all together or not at all", async () => {
  const { deps, id, say, lines } = await newSession()
  await say("No delivery")
  const both = (second: string) =>
    edit(deps, id, {
      baseVersion: 1,
      operations: [
        { op: "lock", id: "RULE-1" },
        { op: "retire", id: second },
      ],
    })
  await expect(both("RULE-1")).rejects.toMatchObject({ code: "specification.locked" })
  await expect(both("RULE-2")).rejects.toMatchObject({ code: "specification.line_unknown" })
  expect(await lines()).toEqual(["RULE-1 accepted: No delivery"])
})

test("undo goes back step by step, and never over what was changed since", async () => {
  const { deps, id, say, lines } = await newSession()
  await say("No delivery")
  const set = (baseVersion: number, text: string) =>
    edit(deps, id, { baseVersion, operations: [{ op: "set", id: "RULE-1", fields: { text } }] })
  const undo = (baseVersion: number, version?: number) =>
    edit(deps, id, { baseVersion, operations: [{ op: "undo", ...(version && { version }) }] })
  await set(1, "Two")
  await set(2, "Three")
  await expect(undo(3, 2)).rejects.toMatchObject({ code: "specification.nothing_to_undo" })
  await undo(3)
  expect(await lines()).toEqual(["RULE-1 accepted: Two"])
  await undo(4)
  expect(await lines()).toEqual(["RULE-1 accepted: No delivery"])
  await undo(5)
  expect(await lines()).toEqual(["U-1 accepted: No delivery"]) // what was said stays
  await expect(undo(6)).rejects.toMatchObject({ code: "specification.nothing_to_undo" })
  await say("No accounts")
  expect(await lines()).toEqual(["RULE-2 accepted: No accounts", "U-1 accepted: No delivery"]) // the number of a line that was taken away is not used again
})

test("every version can be had again, with its snapshots, without them, and with half of one", async () => {
  const { deps, id, say, head, document } = await newSession()
  for (let version = 1; version <= 45; version++) {
    await say(`Rule number ${version}`)
    await Specification.keep(deps, id, version)
  }
  const { patches } = await Specification.history(deps, await head())
  expect(patches.map(({ version }) => version)).toEqual(Array.from({ length: 45 }, (_, index) => index + 1))
  const snapshots = await deps.table.query({ pk: `session#${id}`, from: "snapshot#", to: "snapshot#~" })
  expect(snapshots.map(({ sk }) => sk)).toEqual(["snapshot#00000020#000", "snapshot#00000040#000"])

  const check = async () => {
    let folded = empty("en")
    for (const patch of patches) {
      folded = advance(folded, patch)
      expect(await document(folded.version)).toEqual(folded)
    }
  }
  await check()
  const [first] = snapshots
  if (!first) throw new Error("there is a snapshot")
  await deps.table.update(
    { pk: first.pk, sk: first.sk },
    { set: { parts: 2 } },
    { if: "attribute_exists(#pk)", values: {} },
  )
  await check()
  await expect(document(46)).rejects.toMatchObject({ code: "specification.version_unknown" })
})

test("two devices that edit at random, while the interviewer adds, end with one document", async () => {
  const seed = Date.now() % 1e6
  console.info(`seed ${seed}`)
  const roll = dice(seed)
  const { deps, id, say, head, document } = await newSession()
  for (const text of ["No delivery", "No accounts", "Twelve cakes a day"]) await say(text)
  let taken = 0
  let conflicts = 0

  /** Edits the document as it last saw it, and looks again when that is no longer the latest. */
  async function device() {
    let seen = await document()
    for (let turn = 0; turn < 20; turn++) {
      const line = seen.items[Math.floor(roll() * seen.items.length)]?.id ?? "RULE-1"
      const wish = wishes(line)[Math.floor(roll() * wishes(line).length)] ?? { op: "undo" }
      try {
        await edit(deps, id, { baseVersion: seen.version, operations: [wish] })
        taken++
      } catch (error) {
        if (!(error instanceof VisibleError)) throw error
        if (error.code === "specification.conflict") conflicts++
      }
      if (roll() < 0.7) seen = await document()
    }
  }
  async function interviewer() {
    for (let turn = 0; turn < 6; turn++) await say(`Rule of turn ${turn}`)
  }
  await Promise.all([device(), device(), interviewer()])

  const { patches } = await Specification.history(deps, await head())
  const folded = patches.reduce(advance, empty("en"))
  expect(folded).toEqual(await document())
  expect(patches.map(({ version }) => version)).toEqual(patches.map((_, index) => index + 1))
  expect(patches).toHaveLength(3 + 6 + taken)
  expect(taken).toBeGreaterThan(5)
  expect(conflicts).toBeGreaterThan(0)
})

const wishes = (id: string): Edit[] => [
  { op: "confirm", id },
  { op: "set", id, fields: { text: `As changed: ${id}` } },
  { op: "retire", id },
  { op: "dispute", id },
  { op: "lock", id },
  { op: "unlock", id },
  { op: "undo" },
]
