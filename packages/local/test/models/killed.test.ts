import { type Api, type Chat, createApi, openChat } from "@spec-wizard/client"
import { LEASE_MS } from "@spec-wizard/core/budget"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { startDynamoDB } from "../../src/engine/dynamodb.ts"
import { TABLE_NAME } from "../../src/environment.ts"
import { type House, startHouse } from "../../src/house.ts"
import { interviewing } from "../../src/stand-in/interviewer/interviewing.ts"
import { openStandIn, type StandIn } from "../../src/stand-in/stand-in.ts"
import { type Call, FaultProxy } from "../faults/proxy.ts"
import { rows } from "../rows.ts"
import { run } from "../run.ts"
import { answers, SERVER_KEY, said } from "./asking.ts"

/** What an answer of a model costs that takes 2 and 10 USD for a million tokens. */
const USAGE = { input: 20_000, output: 3_000 }
const COST = 20_000 * 2 + 3_000 * 10
/** All that a call may say: an answer; a verdict of the small model, which takes 0.5 USD for a million tokens. */
const [SAID, JUDGED] = [4_000 * 10, 500 * 0.5]

const BRIEF = "We run a bakery with two shops and want orders online."
const ODD = "How do people lend out ladders to each other?"
const WORKER_LEASE_MS = 15_000

let engine: Awaited<ReturnType<typeof startDynamoDB>>
let table: FaultProxy
let standIn: StandIn
let house: House
const chats: Chat[] = []
beforeAll(async () => {
  ;[engine, table, standIn] = await Promise.all([
    startDynamoDB({}),
    FaultProxy.open(),
    openStandIn({ script: interviewing }),
  ])
  table.connect(engine.endpoint)
  house = await startHouse({
    port: 0,
    env: {
      LOCAL_WORKERS: "process",
      AWS_ENDPOINT_URL_DYNAMODB: table.url,
      LEASE_MS: String(WORKER_LEASE_MS),
      MODEL_PROVIDER: "anthropic",
      MODEL: "claude-sonnet-5-5",
      MODEL_MAX_TOKENS: "4000",
      MODEL_BASE_URL: standIn.baseUrls.anthropic,
      MODEL_API_KEY: SERVER_KEY,
      BUDGET_TURN_USD: "0.15", // enough for an attempt, and for no other one after an answer
    },
  })
})
afterEach(() => {
  for (const chat of chats.splice(0)) chat.close()
  standIn.play(interviewing)
  table.rule = () => undefined
})
afterAll(async () => {
  await house.stop()
  await standIn.close()
  table.close()
  await engine.stop()
})

async function visitor(): Promise<{ api: Api; chat: Chat; sessionId: string }> {
  const api = createApi({ baseUrl: house.url })
  const { session } = await api.sessions.create({ locale: "en" })
  const chat = openChat({ api, sessionId: session.id })
  chats.push(chat)
  return { api, chat, sessionId: session.id }
}

function kill(): void {
  for (const { pid } of house.workers("Reply")) process.kill(pid, "SIGKILL")
}

const isSettlement = ({ target, body }: Call) => target === "TransactWriteItems" && body.includes('{"S":"settled"}')

/** The call has ended, and what it cost stands nowhere but where it was recorded. Resolves when the worker is dead. */
function killBeforeSettlement(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  // No question: whoever has asked one has the reply in the log by then, and the next attempt does not ask anew.
  standIn.play((call) => ({ ...interviewing(call), text: "I see.", usage: USAGE }))
  table.rule = (call) => {
    if (!isSettlement(call)) return undefined
    kill()
    resolve()
    return { refuse: 500 }
  }
  return promise
}

/** The provider has been asked, and nobody hears its answer. */
function killInCall(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  standIn.play(() => {
    kill()
    resolve()
    return { fault: { slowMs: Number.POSITIVE_INFINITY } }
  })
  return promise
}

type Sum = { spent: number; taken: number }

/** What the counters of a session hold, and those of all sessions and days. */
async function money(sessionId: string): Promise<{ session: Sum; stage: Sum }> {
  const all = await rows(TABLE_NAME)
  const sumOf = (found: typeof all): Sum => {
    const sum = (name: string) => found.reduce((total, { item }) => total + Number(item[name] ?? 0), 0)
    return { spent: sum("spentMicroUsd"), taken: sum("takenMicroUsd") }
  }
  return {
    session: sumOf(all.filter(({ pk, sk }) => pk === `session#${sessionId}` && sk === "budget")),
    stage: sumOf(all.filter(({ pk }) => pk.startsWith("budget#stage#"))),
  }
}

type Case = { when: string; says: string; arm: () => Promise<void>; least: number; most: number }
const answering: Case[] = [
  { when: "after a call", says: BRIEF, arm: killBeforeSettlement, least: COST, most: COST },
  { when: "in the middle of a call", says: BRIEF, arm: killInCall, least: SAID, most: SAID + COST },
]
const judging: Case = {
  when: "while a message is judged",
  says: ODD,
  arm: killInCall,
  least: JUDGED,
  most: 10 * JUDGED,
}

/** What the session has spent lies where it should, nothing is held for it any more, and the stage's days have it too. */
async function expectPaid(sessionId: string, { least, most }: Case, before: Sum): Promise<void> {
  const { session, stage } = await money(sessionId)
  expect(session.spent).toBeGreaterThanOrEqual(least)
  expect(session.spent).toBeLessThanOrEqual(most)
  expect(session.taken).toBe(session.spent)
  expect([stage.spent - before.spent, stage.taken - before.taken]).toEqual([session.spent, session.spent])
}

test.each(answering)("a worker killed $when has paid for it, and the next attempt has that much less", async (one) => {
  const { chat, sessionId } = await visitor()
  const { stage: before } = await money(sessionId)
  const asked = standIn.calls.length
  const killed = one.arm()
  const ended = said(chat, one.says)
  await killed
  house.clock.advance(WORKER_LEASE_MS)
  await run("Sweep")
  expect(await ended).toMatchObject({ type: "turn.completed", attempt: 2, model: "guided" })
  expect(answers(chat).at(-1)).toContain("What may be spent on the AI is used up for now")
  expect(standIn.calls.length - asked).toBe(1)
  await expectPaid(sessionId, one, before)
})

test.each([...answering, judging])("a worker killed $when has paid for it once the sweep has run", async (one) => {
  const { chat, sessionId } = await visitor()
  const { stage: before } = await money(sessionId)
  const killed = one.arm()
  const ended = said(chat, one.says)
  await killed
  chat.stop() // so that no other attempt follows
  const isStopped = async () =>
    (await rows(TABLE_NAME)).some(({ pk, item }) => pk === `session#${sessionId}` && item["stopRequested"] === true)
  await expect.poll(isStopped).toBe(true)
  expect((await money(sessionId)).session.spent).toBe(0)
  house.clock.advance(LEASE_MS)
  await run("Sweep")
  expect(await ended).toMatchObject({ type: "turn.stopped" })
  await expectPaid(sessionId, one, before)
})
