import { readFileSync } from "node:fs"
import type { Part } from "@spec-wizard/core/interviewer"
import { describe, expect, test } from "vitest"
import { guided } from "../src/guided/guided.ts"
import * as Memory from "../src/guided/memory.ts"
import type { Delay } from "../src/guided/stream.ts"
import { contextFor, play, questions } from "./guided-play.ts"

const brief = (name: string) =>
  readFileSync(new URL(`./guided-briefs/${name}.txt`, import.meta.url), "utf8")
    .split(/^---$/m)
    .map((message) => message.trim())

const briefs = [
  { name: "bakery", language: "en" },
  { name: "allotment-contradictory", language: "en" },
  { name: "clinic-pasted", language: "en" },
  { name: "viajes-es", language: "es" },
  { name: "tischlerei-de", language: "de" },
  { name: "association-fr", language: "fr" },
  { name: "developer-terse", language: "en" },
  { name: "list-numbered", language: "en" },
]

describe.each(briefs)("the visitor of $name", ({ name, language }) => {
  const messages = brief(name)
  const closes = messages.findIndex(
    (_, index) => index === messages.length - 1 || /^that's all/.test(messages[index] ?? ""),
  )

  test("is asked exactly one question at a time, with 2 to 5 choices, and it ends in a closing without a question", async () => {
    const replies = await play(messages)
    for (const reply of replies.slice(0, closes)) {
      expect.soft(questions(reply.text), reply.text).toBe(1)
      expect.soft(reply.choices.length).toBeGreaterThanOrEqual(2)
      expect.soft(reply.choices.length).toBeLessThanOrEqual(5)
    }
    const closing = replies[closes]
    expect(closing && questions(closing.text)).toBe(0)
    expect(closing?.choices).toEqual([])
    expect(closing?.text.split("\n").filter((line) => line.startsWith("- ")).length).toBeGreaterThanOrEqual(3)
    expect(closing?.text.split(/\s+/).length).toBeLessThan(220)
  })

  test("is never asked about a topic twice, unless by going back or to explain", async () => {
    const replies = await play(messages)
    const asked: string[] = []
    for (const reply of replies.slice(0, closes)) {
      // The question that going back interrupts was not answered: it may return in its turn.
      if (reply.said === "go back") asked.pop()
      if (/^(go back|what do you mean|thanks)/.test(reply.said)) continue
      const { last } = Memory.parse(reply.memory)
      if (last) asked.push(last.topic === "dispute" ? `dispute ${last.dispute?.about}` : last.topic)
    }
    const repeated = asked.filter((topic, index) => asked.indexOf(topic) !== index)
    expect(repeated).toEqual([])
  })

  test("is answered in their own language", async () => {
    const replies = await play(messages)
    for (const reply of replies) expect(Memory.parse(reply.memory).language).toBe(language)
  })

  test("finds every note's quote at its place in their message", async () => {
    for (const { said, notes } of await play(messages))
      for (const { source } of notes) expect(said.slice(source.start, source.end)).toBe(source.quote)
  })

  test("gets the same replies when they say the same again", async () => {
    expect(await play(messages)).toEqual(await play(messages))
  })
})

test("a pasted brief is read clause by clause and leaves fewer than eight questions", async () => {
  const [pasted = ""] = brief("clinic-pasted")
  const replies = await play([pasted, ...new Array<string>(12).fill("not sure")])
  const asked = replies.filter((reply) => reply.choices.length > 0)
  expect(asked.length).toBeLessThan(8)
  const notes = replies[0]?.notes ?? []
  expect(notes.map((note) => note.reference)).toEqual(
    expect.arrayContaining(["2", "3.1", "3.2", "3.7", "4", "5", "6", "7", "8"]),
  )
  expect(notes.find((note) => note.reference === "3.2")).toMatchObject({
    kind: "rule",
    quantities: [{ value: 3, unit: "future appointments", bound: "max" }],
  })
  expect(notes.filter((note) => note.reference === "7").map((note) => note.kind)).toEqual(["exclusion", "exclusion"])
  expect(notes.find((note) => note.reference === "8")?.quantities).toEqual([
    { value: 60_000, unit: "EUR", bound: "min" },
    { value: 80_000, unit: "EUR", bound: "max" },
  ])
})

test("a number without a word counts what the number before it counted, if that can be", async () => {
  const counted = async (said: string) => (await play([said]))[0]?.notes.flatMap(({ quantities }) => quantities)
  expect(await counted("Maybe 40 orders a day, on Saturdays up to 150.")).toMatchObject([
    { value: 40, unit: expect.stringContaining("orders") },
    { value: 150, unit: expect.stringContaining("orders") },
  ])
  const shops = await counted("We run a bakery with two shops and want orders online, at most 150 on Saturdays.")
  expect(shops?.find(({ value }) => value === 150)).toEqual({ value: 150, bound: "max" })
})

test("a contradiction is shown with both quotes before anything else is asked, and only once", async () => {
  const replies = await play([
    "members should log in and see their plot. no accounts though, our members are old",
    "I said no accounts. But they need to see what they owe.",
    "paying is by bank transfer only",
    "Actually card would be nice too",
    "idk",
  ])
  expect(replies[0]?.text).toContain("members should log in")
  expect(replies[0]?.text).toContain("no accounts though")
  expect(replies[1]?.text).toContain("Without accounts")
  expect(replies[1]?.notes[0]).toMatchObject({ kind: "decision", corrects: expect.stringContaining("log in") })
  expect(replies[3]?.text).toContain("bank transfer only")
  expect(replies[3]?.text).toContain("card would be nice too")
  expect(replies[4]?.text).not.toContain("bank transfer")
})

test("a tapped choice decides a contradiction", async () => {
  const first = await play(["We deliver everywhere in town.", "No delivery after all."])
  const choice = first[1]?.choices[1]
  expect(choice).toBeDefined()
  const replies = await play(["We deliver everywhere in town.", "No delivery after all.", choice?.value ?? ""])
  expect(replies[2]?.notes[0]).toMatchObject({ kind: "decision", text: expect.stringContaining("No delivery") })
})

test("a corrected number says what it replaces", async () => {
  const replies = await play([
    "We run 3 swimming pools and want people to book lanes online.",
    "A swimmer may hold at most three future bookings.",
    "sorry, five not three",
  ])
  expect(replies[2]?.notes[0]).toMatchObject({
    corrects: "A swimmer may hold at most three future bookings",
    quantities: [{ value: 5, bound: "exact" }],
  })
})

test("a vague wish is followed up once with the measure it lacks", async () => {
  const replies = await play([
    "I run a small hotel and want guests to book rooms online.",
    "make it fast and easy",
    "2 seconds",
  ])
  expect(replies[1]?.text).toContain("“fast”")
  expect(replies[1]?.text).toContain("seconds")
  expect(replies[2]?.text).not.toContain("“fast”")
})

test("not sure leaves an open question, you decide an assumption, skip nothing, and none is asked again", async () => {
  const replies = await play([
    "I run a bike shop and want people to book repairs online.",
    "not sure",
    "you decide",
    "skip",
  ])
  expect(replies[1]?.notes[0]).toMatchObject({ kind: "question", evidence: "inferred" })
  expect(replies[2]?.notes[0]).toMatchObject({ kind: "assumption", evidence: "default" })
  expect(replies[3]?.notes).toEqual([])
})

test("go back offers the question before again", async () => {
  const replies = await play([
    "I run a bike shop and want people to book repairs online.",
    "mostly regulars",
    "go back",
  ])
  const before = replies[0]?.text.split("\n\n").at(-1) ?? "?"
  expect(replies[2]?.text).toContain(before)
  expect(replies[2]?.choices).toEqual(replies[0]?.choices)
})

test("asked what is missing, it names at most three gaps and asks about the first", async () => {
  const [, reply] = await play([
    "I run a bike shop and want people to book repairs online.",
    "What do you still need from me?",
  ])
  const listed = reply?.text.split("\n").filter((line) => line.startsWith("- ")) ?? []
  expect(listed.length).toBeGreaterThan(0)
  expect(listed.length).toBeLessThanOrEqual(3)
  expect(reply?.choices.length).toBeGreaterThan(2)
})

test("after the closing a message is still taken in, without another question", async () => {
  const replies = await play([
    "I run a bike shop and want people to book repairs online.",
    "that's all",
    "No weekend repairs.",
  ])
  expect(replies[2]?.notes[0]).toMatchObject({ kind: "exclusion" })
  expect(replies[2]?.choices).toEqual([])
  expect(questions(replies[2]?.text ?? "?")).toBe(0)
})

test.each([
  ["en", "hello", "What"],
  ["de", "hallo", "Was"],
  ["es", "hola", "¿Qué"],
  ["fr", "bonjour", "Que"],
])("a greeting in a session in %s is answered in kind", async (locale, greeting, question) => {
  const [reply] = await play([greeting], locale)
  expect(reply?.text).toContain(question)
})

test("the conversation follows a visitor who changes the language, not one who says ok", async () => {
  const replies = await play([
    "Wir sind ein Verein und wollen unsere Plätze online vergeben.",
    "ok",
    "Actually we would like to do this in English from here on.",
  ])
  expect(replies.map((reply) => Memory.parse(reply.memory).language)).toEqual(["de", "de", "en"])
})

test("an unknown language gets the session's, an unknown locale English", async () => {
  const [polish] = await play(["Prowadzimy piekarnię"], "pl-PL")
  expect(Memory.parse(polish?.memory).language).toBe("en")
  const [german] = await play(["Bäckerei"], "de-AT")
  expect(Memory.parse(german?.memory).language).toBe("de")
})

describe("streaming", () => {
  const text = "I run a small bakery and want people to order bread online."

  test("learned comes first and once, then text in small pieces, then choices", async () => {
    const [reply] = await play([text])
    expect(reply?.order[0]).toBe("learned")
    expect(reply?.order.filter((type) => type === "learned")).toHaveLength(1)
    expect(reply?.order.slice(-2)).toEqual(["choices", "usage"])
    expect(Math.max(...(reply?.pieces.map((piece) => piece.trim().split(/\s+/).length) ?? []))).toBeLessThanOrEqual(4)
  })

  test("the first piece needs no waiting, forty words take about a second", async () => {
    const waits: number[] = []
    const pace: Delay = async (ms) => void waits.push(ms)
    let waitedBeforeText = -1
    let words = 0
    for await (const part of guided({ pace }).reply(contextFor(text, undefined), new AbortController().signal))
      if (part.type === "text") {
        if (waitedBeforeText < 0) waitedBeforeText = waits.length
        words += part.text.trim().split(/\s+/).length
      }
    expect(waitedBeforeText).toBe(0)
    const perFortyWords = (waits.reduce((sum, ms) => sum + ms, 0) / words) * 40
    expect(perFortyWords).toBeGreaterThan(600)
    expect(perFortyWords).toBeLessThan(1400)
  })

  test("an aborted reply stops in the middle of a wait and says nothing more", async () => {
    const stop = new AbortController()
    const parts: Part[] = []
    for await (const part of guided({ pace: 0.001 }).reply(contextFor(text, undefined), stop.signal)) {
      parts.push(part)
      if (part.type === "text") queueMicrotask(() => stop.abort())
    }
    expect(parts.map((part) => part.type)).toEqual(["learned", "course", "text"])
  })
})
