import { expect, test } from "vitest"
import { answeredBy } from "../src/data/answered.ts"

const turn = (model: string, costUsd?: number) => ({
  model,
  usage: { inputTokens: 100, outputTokens: 10, ...(costUsd !== undefined && { costUsd }) },
})

test("the guided interviewer is nobody, and costs nothing", () => {
  expect(answeredBy([turn("guided", 0), turn("guided", 0)])).toEqual({ companies: [], tokens: 0 })
})

test("each company is named once, also one that answered in two stages, or whose models have slashes in their names", () => {
  const { companies } = answeredBy([
    turn("anthropic/small+anthropic/large"),
    turn("guided"),
    turn("openai-compatible/meta/llama"),
    turn("anthropic/large"),
  ])
  expect(companies).toEqual(["anthropic", "openai-compatible"])
})

test("a cost is told only where it is known of every answer that cost something", () => {
  const known = [turn("anthropic/large", 0.02), turn("guided", 0), turn("anthropic/large", 0.01)]
  expect(answeredBy(known)).toMatchObject({ costUsd: expect.closeTo(0.03), tokens: 220 })
  const partly = answeredBy([...known, turn("openai-compatible/llama")])
  expect(partly).toEqual({ companies: ["anthropic", "openai-compatible"], tokens: 330 })
})
