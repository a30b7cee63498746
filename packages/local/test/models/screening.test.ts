import { wayBack } from "@spec-wizard/interviewer/model/screen"
import { expect, test } from "vitest"
import { interviewing } from "../../src/stand-in/interviewer/interviewing.ts"
import { printed, summed } from "../printed.ts"
import { answers, said, withModels } from "./asking.ts"

const asked = withModels({ MODEL_PROVIDER: "anthropic" })

/** The small model is asked without tools; the large one has some. */
const judged = () => asked.standIn.calls.filter(({ call }) => call.tools.length === 0).length
const heard = () => asked.standIn.calls.filter(({ call }) => call.tools.length > 0).length

test("a first message that asks for something else is led back, and the large model hears nothing of it", async () => {
  asked.standIn.play((call) => (call.tools.length > 0 ? interviewing(call) : { text: ['{"onTopic": false}'] }))
  const { chat } = await asked.begin()
  const before = heard()
  await said(chat, "Can you tell me how ladders are made these days?")
  expect(answers(chat)).toEqual([wayBack.en])
  expect(heard()).toBe(before)
})

test("the same words are judged once, in whatever session, and what that saves is counted", async () => {
  const text = "How do people lend out ladders to each other?"
  const before = judged()
  const told = printed("cache.looked")
  for (let visitor = 0; visitor < 3; visitor++) {
    const { chat } = await asked.begin()
    await said(chat, text)
  }
  told.stop()
  expect(judged() - before).toBe(1)
  expect(summed(told.lines, "VerdictCacheHits")).toBe(2)
  expect(summed(told.lines, "CacheSavedUsd")).toBeGreaterThan(0)
})
