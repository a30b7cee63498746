import type { Cap } from "@spec-wizard/core/budget/error"
import type { Report } from "@spec-wizard/core/protocol/metrics"
import { expect, test } from "vitest"
import type { Code as ModelCode } from "../../../interviewer/src/model/failure.ts"
import { operatorWords } from "../../../web/src/words/operator.ts"
import { interviewing } from "../../src/stand-in/interviewer/interviewing.ts"
import { Jar } from "../jar.ts"
import { OPERATOR_TOKEN, OPERATOR_TOKEN_HASH } from "../submitting.ts"
import { said, VISITOR_KEY, withModels } from "./asking.ts"

const asked = withModels({ MODEL_PROVIDER: "anthropic", OPERATOR_TOKEN_HASH })

async function report(): Promise<Report> {
  const day = new Date().toISOString().slice(0, 10)
  const headers = { authorization: `Bearer ${OPERATOR_TOKEN}` }
  const path = `/v1/operator/metrics?from=${day}&to=${day}`
  return (await new Jar(asked.house.url).call("GET", path, undefined, headers)).body as Report // what the route answers
}

test("the figures have what the owner paid, the tokens of all replies, and the questions a model names", async () => {
  let asks = "users"
  asked.standIn.play((call) => {
    const { tools = [], ...play } = interviewing(call)
    return {
      ...play,
      tools: tools.map(({ name, input }) => ({
        name,
        input: name === "propose" ? { ...(input as object), asks } : input,
      })), // a tool's is an object
    }
  })
  const { chat } = await asked.begin()
  const usages: { inputTokens: number; outputTokens: number; costUsd?: number | undefined }[] = []
  chat.on("turn.completed", ({ usage }) => usages.push(usage))
  await said(chat, "We sell bread in two shops.")
  asks = "volume"
  await said(chat, "Our customers order it by phone.")
  const paid = usages.reduce((sum, { costUsd = Number.NaN }) => sum + costUsd, 0)
  expect(paid).toBeGreaterThan(0)
  await said(chat, "skip", { provider: "anthropic", apiKey: VISITOR_KEY })

  await expect.poll(async () => (await report()).days[0]?.replies).toBe(3)
  await expect.poll(async () => (await report()).days[0]?.costUsd).toBeCloseTo(paid, 6)
  const { days, funnel } = await report()
  const total = (name: "inputTokens" | "outputTokens") => usages.reduce((sum, usage) => sum + usage[name], 0)
  expect(days).toMatchObject([
    { sessions: 1, messages: 3, replies: 3, inputTokens: total("inputTokens"), outputTokens: total("outputTokens") },
  ])
  expect(funnel).toMatchObject([
    { question: "users", asked: 1, answered: 1, skipped: 0, left: 0 },
    { question: "volume", asked: 1, answered: 0, skipped: 1, left: 0 },
  ])
})

test("the figures have the reasons why the built-in interviewer stood in, each reply once", async () => {
  const { chat } = await asked.begin()
  asked.standIn.play(() => ({ fault: { status: 401 } }))
  await said(chat, "We lend boats.")
  await said(chat, "Our members book them.")
  await expect.poll(async () => (await report()).fallbacks).toEqual([{ because: "model.key_refused", replies: 2 }])
})

test("every reason has words for the owner", () => {
  const reasons: Record<ModelCode | `budget.${Cap}`, string> = operatorWords.fallbacks.reasons // the compiler knows them all
  expect(new Set(Object.values(reasons)).size).toBe(Object.keys(reasons).length)
})
