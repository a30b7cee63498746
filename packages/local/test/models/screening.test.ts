import * as Tally from "@spec-wizard/core/cache/tally"
import { system } from "@spec-wizard/core/clock"
import { dayOf } from "@spec-wizard/core/session/due"
import { Table } from "@spec-wizard/core/table"
import { wayBack } from "@spec-wizard/interviewer/model/screen"
import { expect, test } from "vitest"
import { TABLE_NAME } from "../../src/environment.ts"
import { interviewing } from "../../src/stand-in/interviewer/interviewing.ts"
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
  for (let visitor = 0; visitor < 3; visitor++) {
    const { chat } = await asked.begin()
    await said(chat, text)
  }
  expect(judged() - before).toBe(1)
  const deps = { table: new Table({ name: TABLE_NAME, clock: system }), clock: system }
  const counted = async () => await Tally.ofDay(deps, dayOf(Date.now()))
  await expect.poll(counted).toMatchObject({ verdictHits: 2 })
  expect((await counted()).savedMicroUsd).toBeGreaterThan(0)
})
