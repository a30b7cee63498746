import type { Daily, Report, Step } from "@spec-wizard/core/protocol/metrics"
import { afterAll, beforeAll, expect, test } from "vitest"
import { Stream } from "../src/engine/stream.ts"
import { StreamDelivery } from "../src/engine/stream-delivery.ts"
import { StreamPlace } from "../src/engine/stream-place.ts"
import { TABLE_NAME } from "../src/environment.ts"
import { ROOT } from "../src/functions.ts"
import { type House, startHouse } from "../src/house.ts"
import { Lambda } from "../src/lambda.ts"
import { handlerOf, inProcess } from "../src/lambda-handler.ts"
import { Jar } from "./jar.ts"
import { code, newAddress, socketOf } from "./keeper.ts"
import { rows } from "./rows.ts"
import { contactOf, OPERATOR_TOKEN, OPERATOR_TOKEN_HASH, submit } from "./submitting.ts"

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { OPERATOR_TOKEN_HASH } })
})
afterAll(() => house.stop())

const DAY = 86_400_000
const authorization = `Bearer ${OPERATOR_TOKEN}`
const ask = (query = "") => new Jar(house.url).call("GET", `/v1/operator/metrics${query}`, undefined, { authorization })
const report = async (query = "") => (await ask(query)).body as Report // what the route answers
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const today = () => dayOf(Date.now())
const ofToday = () => report(`?from=${today()}&to=${today()}`)

const NOTHING = {
  sessions: 0,
  messages: 0,
  replies: 0,
  failures: 0,
  submissions: 0,
  exports: 0,
  submittedSeconds: 0,
  inputTokens: 0,
  outputTokens: 0,
  costUsd: 0,
}

/** Today's figures, once one of them is so high. */
async function counted(name: Exclude<keyof Daily, "day">, value: number): Promise<Daily | undefined> {
  await expect.poll(async () => (await ofToday()).days[0]?.[name]).toBe(value)
  return (await ofToday()).days[0]
}

let said = 0

/** A visitor who says one thing after the other, each when the one before has been answered. */
async function conversation(...texts: string[]) {
  const jar = new Jar(house.url)
  const sessionId = await jar.begin()
  const socket = await socketOf(house, jar, sessionId)
  for (const text of texts) {
    const id = `metrics-${process.pid}-${++said}`
    socket.send({ action: "sendMessage", id, text })
    const { turnId } = await socket.next((frame) => frame.type === "ack" && frame["id"] === id)
    const isEnd = ({ type, turnId: of }: { type?: unknown; turnId?: unknown }) =>
      type === "turn.completed" && of === turnId
    await socket.next(({ type, event, events }) => {
      const told = type === "event" ? [event] : type === "events" ? events : []
      return (told as { type?: unknown }[]).some(isEnd) // events, as the protocol has them
    })
  }
  socket.close()
  return { jar, sessionId }
}

const BEGINNING = "We run a bakery with two shops and want orders online."

test("a conversation and its submission are counted, each thing once and on its day", async () => {
  house.clock.advance(DAY) // on which nothing has happened yet
  const { jar, sessionId } = await conversation(BEGINNING, "skip", "Customers order bread and our bakers bake it.")
  house.clock.advance(90_000)
  expect((await submit(jar, sessionId, contactOf(newAddress()))).status).toBe(201)
  const { submittedSeconds, ...figures } = { submittedSeconds: 0, ...(await counted("submissions", 1)) }
  const { submittedSeconds: _, ...none } = NOTHING
  expect(figures).toEqual({ ...none, day: today(), sessions: 1, messages: 3, replies: 3, submissions: 1 })
  expect(submittedSeconds).toBeGreaterThanOrEqual(90)
  expect(submittedSeconds).toBeLessThan(150)

  house.clock.advance(DAY)
  await conversation(BEGINNING)
  expect(await counted("replies", 1)).toEqual({ ...NOTHING, day: today(), sessions: 1, messages: 1, replies: 1 })
  const { days } = await report(`?from=${dayOf(Date.now() - 2 * DAY)}&to=${today()}`)
  expect(days.map(({ messages }) => messages)).toEqual([0, 3, 1])
})

test("a file counts when it is asked for, however often the request comes", async () => {
  house.clock.advance(DAY)
  const { jar, sessionId } = await conversation(BEGINNING)
  const request = () =>
    jar.call("POST", `/v1/sessions/${sessionId}/exports`, { format: "pdf" }, { "idempotency-key": "metrics-export" })
  expect([(await request()).status, (await request()).status]).toEqual([202, 202])
  expect(await counted("exports", 1)).toMatchObject({ sessions: 1, messages: 1, submissions: 0 })
})

const step = (funnel: Step[], question: string) => funnel.find((one) => one.question === question)

test("the funnel has what was asked, answered and skipped, and where visitors left", async () => {
  house.clock.advance(DAY)
  const asked = async (...texts: string[]) => {
    const { sessionId } = await conversation(...texts)
    const turns = (await rows(TABLE_NAME)).filter(({ pk, sk }) => pk.endsWith(sessionId) && sk.startsWith("turn#"))
    return turns.map(({ item }) => item["traced"] as { asked: string; answered?: string; skipped?: string }) // as stored
  }
  const [first, second] = await asked(BEGINNING, "skip")
  expect(first).toEqual({ asked: expect.any(String) })
  expect(second).toEqual({ asked: expect.any(String), skipped: first?.asked })
  expect((await asked(BEGINNING, "not sure"))[1]).toEqual(second)
  const [, answered] = await asked(BEGINNING, "Mostly regulars who come every week, about 200 of them.")
  expect(answered).toEqual({ asked: expect.any(String), answered: first?.asked })
  expect((await asked(BEGINNING, "?"))[1]).toEqual({}) // the question waits
  expect((await asked(BEGINNING, "that's all"))[1]).toEqual({ skipped: first?.asked })
  await asked(BEGINNING)
  await counted("replies", 11)

  const { funnel } = await ofToday()
  expect(step(funnel, first?.asked ?? "")).toEqual({
    question: first?.asked,
    asked: 6,
    answered: 1,
    skipped: 3,
    left: 2,
  })
  expect(step(funnel, second?.asked ?? "")?.left).toBeGreaterThanOrEqual(2)
  const order = funnel.map(({ question }) => question)
  expect(order.toSorted((a, b) => QUESTIONS.indexOf(a) - QUESTIONS.indexOf(b))).toEqual(order)
})
const QUESTIONS = ["purpose", "users", "journey", "rules", "success", "scope", "reason", "volume", "data", "wrap"]

test("told of everything a second time, by the same function, it counts nothing", async () => {
  const { jar, sessionId } = await conversation(BEGINNING, "Our customers.")
  expect((await submit(jar, sessionId, contactOf(newAddress()))).status).toBe(201)
  await expect.poll(async () => (await ofToday()).days[0]?.submissions).toBeGreaterThan(0)
  const lambda = new Lambda({
    Count: {
      execute: inProcess(handlerOf({ directory: ROOT, handler: "packages/sessions/src/count.handler" })),
      timeoutMs: 30_000,
    },
  })
  const to = { functionName: "Count", batchSize: 37, retries: 5 }
  const endpoint = process.env["AWS_ENDPOINT_URL_DYNAMODB"] ?? ""
  const again = new StreamDelivery({
    stream: new Stream(endpoint, TABLE_NAME),
    lambda,
    places: new StreamPlace(undefined),
    to,
  })
  await again.deliver() // whatever the house's own has not reached yet, too
  const query = `?from=${dayOf(Date.now() - 20 * DAY)}&to=${today()}`
  const before = await report(query)
  const once = new StreamDelivery({
    stream: new Stream(endpoint, TABLE_NAME),
    lambda,
    places: new StreamPlace(undefined),
    to,
  })
  const started = lambda.invocations["Count"] ?? 0
  await once.deliver()
  expect(lambda.invocations["Count"]).toBeGreaterThan(started)
  expect(await report(query)).toEqual(before)
})

test("its counters and marks hold no session's id and nothing that was said", async () => {
  house.clock.advance(DAY)
  await conversation("We run a zebra farm.")
  await counted("replies", 1)
  const ours = (await rows(TABLE_NAME)).filter(({ pk }) => /^(metrics|counted)#/.test(pk))
  expect(ours.length).toBeGreaterThan(2)
  for (const { text } of ours) expect(text).not.toMatch(/zebra|ses_|msg_|trn_|SPEC-/)
  for (const { pk, item } of ours.filter(({ pk }) => pk.startsWith("counted#"))) {
    expect(Object.keys(item).sort(), pk).toEqual(["pk", "sk", "ttl"])
    expect(Number(item["ttl"]) * 1000).toBeGreaterThan(Date.now() - 15 * DAY)
  }
})

test("without a word it is the last thirty days, at most a year, a line for every day", async () => {
  const { from, to, days } = await report()
  expect({ from, to }).toEqual({ from: dayOf(Date.now() - 29 * DAY), to: today() })
  expect(days.map(({ day }) => day)).toEqual(
    Array.from({ length: 30 }, (_, back) => dayOf(Date.now() - (29 - back) * DAY)),
  )
  const empty = await report("?from=2020-02-28&to=2020-03-01")
  expect(empty.days).toEqual(["2020-02-28", "2020-02-29", "2020-03-01"].map((day) => ({ day, ...NOTHING })))
  expect(empty.funnel).toEqual([])
  expect((await report("?from=2023-07-01&to=2024-06-30")).days).toHaveLength(366)
  expect((await report("?to=2023-07-01")).days).toHaveLength(30)
  for (const wrong of [
    "?from=2023-07-01&to=2024-07-01",
    "?from=2024-02-02&to=2024-02-01",
    "?from=2023-02-30&to=2023-03-01",
    "?from=2023-2-3",
    "?to=yesterday",
    "?from=2999-01-01",
    "?day=2023-01-01",
  ])
    expect(code(await ask(wrong)), wrong).toBe("query.invalid")
})

test("who looked at the figures is kept", async () => {
  await report("?from=2021-05-05&to=2021-05-06")
  const kept = (await rows(TABLE_NAME)).filter(({ pk, text }) => pk.startsWith("audit#") && text.includes("2021-05-05"))
  expect(kept).toMatchObject([
    { item: { who: "operator", did: "measured", from: "2021-05-05", to: "2021-05-06", at: expect.any(String) } },
  ])
})
