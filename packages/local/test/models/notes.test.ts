import { expect, test } from "vitest"
import { interviewing } from "../../src/stand-in/interviewer/interviewing.ts"
import type { Play } from "../../src/stand-in/play.ts"
import { until } from "../until.ts"
import { answers, withModels } from "./asking.ts"

/** Until the silence of a model that has stopped in the middle of its notes ends its call. */
const SILENCE_MS = 10_000
const asked = withModels({
  MODEL_PROVIDER: "anthropic",
  MODEL_TIMEOUT_MS: String(SILENCE_MS),
  LOCAL_WORKERS: "process",
  LEASE_MS: "15000",
})

const BRIEF = "We run a bakery with two shops and want orders online. Nobody delivers."
const QUESTION = "A bakery with two shops. Who orders there?"
const CHOICES = [
  { label: "Customers", value: "Our customers do." },
  { label: "The shop", value: "The people in the shop." },
]
const changes = [
  {
    op: "add",
    kind: "exclusion",
    text: "Nobody delivers",
    evidence: "stated",
    quotes: [{ message: 1, quote: "Nobody delivers" }],
  },
]
const offer = { name: "offer_choices", input: { choices: CHOICES } }
const notes = { name: "propose", input: { language: "en", changes } }

/** It has asked its question and begun its notes, and gets no further. */
const stuck: Play = {
  text: QUESTION,
  tools: [offer, notes],
  fault: { stallAfter: QUESTION.length + JSON.stringify(offer.input).length + 5 },
}

test("the question can be answered before the notes are written: what is sent then is held, and answered after", async () => {
  const plays = [stuck, { text: "Thank you. And who bakes?", tools: [] }]
  asked.standIn.play((call) => plays.shift() ?? interviewing(call))
  const { chat } = await asked.begin()
  const refused: string[] = []
  chat.on("problem", ({ code }) => refused.push(code))
  await chat.send(BRIEF)
  await until(() => answers(chat).length === 1)
  expect(chat.state.messages.at(-1)).toMatchObject({ text: QUESTION, choices: CHOICES })
  expect(chat.state.turn).toBeUndefined()
  expect(chat.state.noting).toBeDefined()

  const held = chat.send("Our customers do.")
  expect(chat.state.pending).toMatchObject([{ text: "Our customers do." }])
  await held
  await until(() => answers(chat).length === 2 && !chat.state.noting)
  expect(refused).toEqual([])
  expect(chat.state.ended).toBeUndefined() // the reply is whole, whatever became of the notes
  const unsorted = chat.state.document?.items.filter(({ kind }) => kind === "unsorted").map(({ text }) => text)
  expect(unsorted).toEqual(expect.arrayContaining(["Nobody delivers."]))
})

test("a worker that is killed at its notes leaves the reply, once; the next one writes the notes and says nothing", async () => {
  asked.standIn.play(() => stuck)
  const { chat } = await asked.begin()
  await chat.send(BRIEF)
  await until(() => answers(chat).length === 1)
  asked.standIn.play(() => ({ text: "", tools: [notes] }))
  for (const { pid } of asked.house.workers("Reply")) process.kill(pid, "SIGKILL")
  const ended = await new Promise((resolve) => chat.on("turn.completed", resolve))
  expect(ended).toMatchObject({ attempt: 2, messageId: chat.state.messages.at(-1)?.id })
  expect(answers(chat)).toEqual([QUESTION])
  expect(chat.state.document?.items).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: "exclusion", text: "Nobody delivers" })]),
  )
  const again = asked.standIn.calls.at(-1)?.call.messages.at(-1)?.text
  expect(again).toContain(QUESTION)
})

test("a model that fails at the notes of a lost worker is stood in for by nobody: the question waits as it was put", async () => {
  asked.standIn.play(() => stuck)
  const { chat } = await asked.begin()
  await chat.send(BRIEF)
  await until(() => answers(chat).length === 1)
  asked.standIn.play(() => ({ fault: { status: 401 } }))
  for (const { pid } of asked.house.workers("Reply")) process.kill(pid, "SIGKILL")
  const ended = await new Promise((resolve) => chat.on("turn.completed", resolve))
  expect(ended).toMatchObject({ attempt: 2, model: expect.stringMatching(/^anthropic/) })
  expect(answers(chat)).toEqual([QUESTION])
  const kinds = new Set(chat.state.document?.items.map(({ kind }) => kind))
  expect(kinds).toEqual(new Set(["unsorted"]))
})
