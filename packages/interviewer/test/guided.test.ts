import type { Part } from "@spec-wizard/core/interviewer"
import { describe, expect, test } from "vitest"
import type { Delay } from "../src/guided/ask/stream.ts"
import { guided } from "../src/guided/guided.ts"
import { play, Visit } from "./guided-play.ts"

const SAID = "I run a small bakery and want people to order bread online."

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
  expect(replies.map(({ changes }) => changes?.language)).toEqual(["de", "de", "en"])
})

test("an unknown language gets the session's, an unknown locale English", async () => {
  const [polish] = await play(["Prowadzimy piekarnię"], "pl-PL")
  expect(polish?.changes?.language).toBe("en")
  const [german] = await play(["Bäckerei"], "de-AT")
  expect(german?.changes?.language).toBe("de")
})

test("the same conversation gets the same replies", async () => {
  const messages = [SAID, "About 200 customers.", "skip", "It must never lose an order."]
  const told = async () => (await play(messages)).map(({ text, memory, document }) => ({ text, memory, document }))
  expect(await told()).toEqual(await told())
})

describe("streaming", () => {
  test("learned comes first and once, then text in small pieces, then choices", async () => {
    const [reply] = await play([SAID])
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
    for await (const part of guided({ pace }).reply(new Visit().hear(SAID), new AbortController().signal))
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
    for await (const part of guided({ pace: 0.001 }).reply(new Visit().hear(SAID), stop.signal)) {
      parts.push(part)
      if (part.type === "text") queueMicrotask(() => stop.abort())
    }
    expect(parts.map((part) => part.type)).toEqual(["learned", "course", "text"])
  })
})
