import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { count, report } from "@spec-wizard/core/metrics"
import { Table, TransactionFailedError, type Write } from "@spec-wizard/core/table"
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest"
import { startDynamoDB } from "../src/engine/dynamodb.ts"
import { ensureTable } from "../src/engine/table.ts"
import { dice } from "./faults/dice.ts"
import { FaultProxy } from "./faults/proxy.ts"

let engine: Awaited<ReturnType<typeof startDynamoDB>>
let proxy: FaultProxy
beforeAll(async () => {
  for (const name of ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) vi.stubEnv(name, "local")
  ;[engine, proxy] = await Promise.all([startDynamoDB({}), FaultProxy.open()])
  proxy.connect(engine.endpoint)
  await ensureTable(engine.endpoint, "metrics")
})
afterAll(async () => {
  proxy.close()
  await engine.stop()
})
afterEach(() => {
  proxy.rule = () => undefined
})

const seed = () => Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31))

/** Cancels transactions for the sake of others, as DynamoDB does and the engine never. */
class Crowded extends Table {
  roll: () => number = () => 1
  override async transact(writes: Write[]) {
    if (this.roll() < 0.2) throw new TransactionFailedError(writes.map(() => "TransactionConflict"))
    return await super.transact(writes)
  }
}

let day = Date.UTC(2031, 0, 1)
/** Two days that no other run has, and the records of what happened on them: none of them asks for anything of the table. */
function happenings(roll: () => number) {
  day += 2 * 86_400_000
  const dates = [day, day + 86_400_000].map((at) => new Date(at).toISOString())
  const expected = { messages: 0, replies: 0, inputTokens: 0, sessions: 0, submissions: 0 }
  const asked = { asked: 0, answered: 0, skipped: 0 }
  const records = Array.from({ length: 40 + Math.floor(roll() * 160) }, (_, index) => {
    const at = dates[Math.floor(roll() * 2)] ?? ""
    const one = (eventName: string, NewImage: object, OldImage?: object) => ({
      eventID: `${day}-${index}`,
      eventName,
      dynamodb: { SequenceNumber: String(index), NewImage, ...(OldImage && { OldImage }) },
    })
    const kind = Math.floor(roll() * 5)
    if (kind === 0) {
      expected.sessions++
      return one("INSERT", { pk: S("session#a"), sk: S("session"), createdAt: S(at) })
    }
    if (kind === 1) {
      expected.messages++
      return one("INSERT", { pk: S("session#a"), sk: S("event#0000000001"), events: { L: [said(at)] } })
    }
    if (kind === 2) {
      expected.replies++
      expected.inputTokens += index
      return one("INSERT", { pk: S("session#a"), sk: S("event#0000000001"), events: { L: [completed(at, index)] } })
    }
    if (kind === 3) {
      const fate = roll() < 0.5 ? "answered" : "skipped"
      asked.asked++
      asked[fate]++
      const turn = { pk: S("session#a"), sk: S("turn#a"), status: S("running"), createdAt: S(at) }
      const traced = { M: { asked: S("users"), [fate]: S("purpose") } }
      return one("MODIFY", { ...turn, status: S("completed"), traced }, turn)
    }
    return one("INSERT", { pk: S(`counted#${index}`), sk: S("counted") })
  })
  const range = { from: dates[0]?.slice(0, 10) ?? "", to: dates[1]?.slice(0, 10) ?? "" }
  return { records, expected, asked, range }
}

const S = (text: string) => ({ S: text })
const N = (number: number) => ({ N: String(number) })
const ID = (prefix: string) => S(`${prefix}_01J0000000000000000000000A`)
const fact = (at: string, type: string) => ({ seq: N(1), id: ID("evt"), at: S(at), type: S(type) })
const said = (at: string) => {
  const message = { id: ID("msg"), seq: N(1), role: S("visitor"), text: S("Bread."), at: S(at) }
  return { M: { ...fact(at, "message.appended"), message: { M: message } } }
}
const completed = (at: string, inputTokens: number) => {
  const usage = { M: { inputTokens: N(inputTokens), outputTokens: N(0) } }
  const turn = { turnId: ID("trn"), attempt: N(1), messageId: ID("msg"), model: S("guided") }
  return { M: { ...fact(at, "turn.completed"), ...turn, usage } }
}

function shuffled<T>(all: readonly T[], roll: () => number): T[] {
  return all
    .map((one) => ({ one, at: roll() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

/** In parts of any size. */
function parted<T>(all: readonly T[], roll: () => number): T[][] {
  const parts: T[][] = []
  for (let at = 0; at < all.length; ) {
    const size = 1 + Math.floor(roll() * 120)
    parts.push(all.slice(at, at + size))
    at += size
  }
  return parts
}

test.each([1, 2, 3, 4, 5, 6])(
  "every change counts exactly once, however often, in whatever parts and order it is told, and whatever fails (%i)",
  async () => {
    const roll = dice(seed())
    const { records, expected, asked, range } = happenings(roll)
    const clock = { now: () => day }
    const table = new Crowded({ name: "metrics", clock, client: new DynamoDBClient({ endpoint: proxy.url }) })
    table.roll = roll
    proxy.rule = ({ target }) => {
      const dice = target === "TransactWriteItems" ? roll() : 1
      return dice < 0.1
        ? { refuse: 500 }
        : dice < 0.2
          ? { loseAnswer: true }
          : dice < 0.3
            ? { double: true }
            : undefined
    }
    // In order, all of it again in disorder, some of it many times; several at once.
    const some = records.filter(() => roll() < 0.3)
    const told = [...parted(records, roll), ...parted(shuffled([...records, ...some, ...some], roll), roll)]
    const hands = Array.from({ length: 3 }, async () => {
      for (let part = told.shift(); part; part = told.shift()) {
        const { failedFrom } = await count({ table, clock }, part)
        const at = part.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === failedFrom)
        if (failedFrom !== undefined) told.push(part.slice(at)) // as the stream does
      }
    })
    await Promise.all(hands)
    proxy.rule = () => undefined
    table.roll = () => 1
    const { days, funnel } = await report({ table, clock }, range)
    const total = (name: keyof typeof expected) => days.reduce((sum, day) => sum + day[name], 0)
    expect(
      Object.fromEntries(Object.keys(expected).map((name) => [name, total(name as keyof typeof expected)])),
    ).toEqual(expected)
    const of = (question: string) => funnel.find((step) => step.question === question)
    expect(of("users")?.asked ?? 0).toBe(asked.asked)
    expect(of("purpose")?.answered ?? 0).toBe(asked.answered)
    expect(of("purpose")?.skipped ?? 0).toBe(asked.skipped)
  },
)

test("what cannot be written now comes again from there on, and what was written before it stays", async () => {
  const { records, expected, range } = happenings(dice(seed()))
  const clock = { now: () => day }
  const table = new Table({ name: "metrics", clock, client: new DynamoDBClient({ endpoint: proxy.url }) })
  const later = vi.spyOn(Date, "now")
  let written = 0
  proxy.rule = ({ target }) => {
    if (target !== "TransactWriteItems" || ++written === 1) return undefined
    later.mockReturnValue(8.64e15) // no more patience
    return { refuse: 500 }
  }
  const all = Array.from({ length: 3 }, (_, copy) =>
    records.map((record) => ({
      ...record,
      eventID: `${record.eventID}-${copy}`,
      dynamodb: { ...record.dynamodb, SequenceNumber: `${copy}-${record.dynamodb.SequenceNumber}` },
    })),
  ).flat()
  const { failedFrom, tallies } = await count({ table, clock }, all)
  later.mockRestore()
  proxy.rule = () => undefined
  expect(tallies).toHaveLength(50)
  const rest = all.slice(all.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === failedFrom))
  expect(rest.length).toBeLessThan(all.length)
  expect(await count({ table, clock }, rest)).not.toHaveProperty("failedFrom")
  const { days } = await report({ table, clock }, range)
  expect(days.reduce((sum, day) => sum + day.messages, 0)).toBe(3 * expected.messages)
})

test("a change that cannot be read stops no other, and is told of", async () => {
  const { records, expected, range } = happenings(dice(seed()))
  const clock = { now: () => day }
  const table = new Table({ name: "metrics", clock, client: new DynamoDBClient({ endpoint: engine.endpoint }) })
  const spoiled = [
    { pk: S("session#a"), sk: S("event#0000000001"), packed: { B: "AAAA" } },
    { pk: S("session#a"), sk: S("session"), createdAt: S("yesterday") },
    { pk: S("session#a"), sk: { X: "?" } },
    { pk: S("submission#a"), sk: S("submission") },
  ].map((NewImage, at) => ({ eventID: `x${at}`, eventName: "INSERT", dynamodb: { SequenceNumber: "0", NewImage } }))
  const { unreadable, failedFrom } = await count({ table, clock }, [...spoiled, null, { eventID: 7 }, ...records])
  expect({ unreadable, failedFrom }).toEqual({ unreadable: 6, failedFrom: undefined })
  const { days } = await report({ table, clock }, range)
  expect(days.reduce((sum, day) => sum + day.messages, 0)).toBe(expected.messages)
})
