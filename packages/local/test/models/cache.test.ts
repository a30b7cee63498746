import { createSession } from "@spec-wizard/core/access/create-session"
import * as Device from "@spec-wizard/core/device"
import type * as Session from "@spec-wizard/core/session"
import * as Settings from "@spec-wizard/core/settings"
import { Table } from "@spec-wizard/core/table"
import type { Part } from "@spec-wizard/interviewer/model/language-model"
import { languageModel } from "@spec-wizard/interviewer/model/provider"
import { remembering } from "@spec-wizard/interviewer/paid/remembering"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { startDynamoDB } from "../../src/engine/dynamodb.ts"
import { ensureTable } from "../../src/engine/table.ts"
import { interviewing } from "../../src/stand-in/interviewer/interviewing.ts"
import { openStandIn, type StandIn } from "../../src/stand-in/stand-in.ts"
import { printed } from "../printed.ts"

let engine: Awaited<ReturnType<typeof startDynamoDB>>
let standIn: StandIn
let ahead = 0
const clock = { now: () => Date.now() + ahead }
beforeAll(async () => {
  for (const name of ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) vi.stubEnv(name, "local")
  ;[engine, standIn] = await Promise.all([startDynamoDB({}), openStandIn({ script: interviewing })])
  vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", engine.endpoint)
  await ensureTable(engine.endpoint, "models")
})
afterAll(async () => {
  await standIn.close()
  await engine.stop()
})

const depsOf = () => {
  const table = new Table({ name: "models", clock })
  return { table, clock, stage: "a-stage", settings: Settings.parse({ CACHE_TTL_S: "60" }) }
}
async function newSession(): Promise<Session.ID> {
  const deps = depsOf()
  const { device, writes } = Device.create(deps, "a test")
  return (await createSession(deps, { device, writes })).id
}

/** Asks as the worker does: what was said, in pieces, and what it cost in tokens. */
async function ask(sessionId: Session.ID, text: string) {
  const open = remembering(depsOf(), sessionId, languageModel, () => 500)
  const model = await open({ provider: "anthropic", model: "claude-sonnet-5-5", baseUrl: standIn.baseUrls.anthropic })
  const prompt = [{ role: "user" as const, content: [{ type: "text" as const, text }] }]
  const { stream } = await model.doStream({ prompt, maxOutputTokens: 500 })
  const parts: Part[] = []
  for await (const part of stream) parts.push(part)
  const said = parts.map((part) => (part.type === "text-delta" ? part.delta : "")).join("")
  const end = parts.at(-1)
  return { said, tokens: end?.type === "finish" ? end.usage.inputTokens.total : undefined }
}

test("the same question of a session is asked once, and gets the same answer for nothing", async () => {
  const sessionId = await newSession()
  const before = standIn.calls.length
  const told = printed("cache.looked")
  const first = await ask(sessionId, "We run a bakery.")
  const second = await ask(sessionId, "We run a bakery.")
  told.stop()
  expect(standIn.calls.length - before).toBe(1)
  expect(first.said).not.toBe("")
  expect(second.said).toBe(first.said)
  expect(first.tokens).toBeGreaterThan(0)
  expect(second.tokens).toBe(0)
  expect(told.lines).toMatchObject([{ ReplyCacheMisses: 1 }, { ReplyCacheHits: 1, CacheSavedUsd: 0.0005 }])
})

test("another question, another session, or an hour later: then the model is asked", async () => {
  const sessionId = await newSession()
  await ask(sessionId, "We keep bees.")
  const before = standIn.calls.length
  await ask(sessionId, "We keep bees!")
  await ask(await newSession(), "We keep bees.")
  ahead += 61_000
  await ask(sessionId, "We keep bees.")
  expect(standIn.calls.length - before).toBe(3)
})

test("an answer that broke off is not remembered", async () => {
  const sessionId = await newSession()
  standIn.play((call) => ({ ...interviewing(call), fault: { errorAfter: 10 } }))
  await ask(sessionId, "We sell cars.").catch(() => undefined)
  standIn.play(interviewing)
  const before = standIn.calls.length
  expect((await ask(sessionId, "We sell cars.")).said.length).toBeGreaterThan(10)
  expect(standIn.calls.length - before).toBe(1)
})
