import type { Part } from "@spec-wizard/core/interviewer"
import { describe, expect, test } from "vitest"
import { guided } from "../src/guided/guided.ts"
import * as Memory from "../src/guided/memory.ts"
import { asked, play, Visit, waitingIn } from "./guided-play.ts"

const OPENING = "We hire out rowing boats on a lake and need a small program for it."

async function partsOf(visit: Visit, text: string, interviewer = guided({ pace: 0 })): Promise<Part[]> {
  return listed(interviewer.reply(visit.hear(text), new AbortController().signal))
}

async function listed(parts: AsyncIterable<Part>): Promise<Part[]> {
  const all: Part[] = []
  for await (const part of parts) all.push(part)
  return all
}

describe("what is remembered", () => {
  test("stays below 8 KB, however much is said", async () => {
    const visit = new Visit()
    const brief = Array.from(
      { length: 250 },
      (_, at) => `The ${at}th key hangs on the wall beside the door of its boat.`,
    )
    await visit.say(brief.join(" ").slice(0, 16_000))
    for (let turn = 0; turn < 60; turn++)
      await visit.say(turn % 3 ? `Boat ${turn} must be back after ${turn} hours at most.` : "skip")
    for (const { memory } of visit.exchanges)
      expect(Buffer.byteLength(JSON.stringify(memory))).toBeLessThanOrEqual(8_000)
  })

  test.each([[undefined], [null], ["x"], [{ v: 1, turn: 4 }], [{ v: 2, turn: "4" }]])(
    "%j, of nobody or of an older version, begins anew and keeps the document",
    async (memory) => {
      const visit = new Visit()
      await visit.say(OPENING)
      const before = visit.document.items.length
      visit.memory = memory
      const reply = await visit.say("The boats must be back at 6 pm.")
      expect(Memory.parse(reply.memory).turn).toBe(1)
      expect(reply.choices.length).toBeGreaterThan(0)
      expect(visit.document.items.length).toBeGreaterThan(before)
    },
  )

  test("parsing gives a copy: a reply that fails has changed nothing", () => {
    const stored = JSON.parse(JSON.stringify(Memory.parse(undefined)))
    const memory = Memory.parse(stored)
    memory.topics.users = "answered"
    memory.opened.push("users")
    expect(Memory.parse(stored)).toEqual(Memory.parse(undefined))
  })
})

describe("a reply", () => {
  test("says what was learned and asked before its first word, and the choices after its last", async () => {
    const [{ order = [] } = {}] = await play([OPENING])
    expect(order.slice(0, 2)).toEqual(["learned", "course"])
    expect(order.slice(-2)).toEqual(["choices", "usage"])
    expect(new Set(order.slice(2, -2))).toEqual(new Set(["text"]))
  })

  test("is the same when the turn is tried again", async () => {
    const visit = new Visit()
    for (const message of [OPENING, "Members and two wardens use it.", "not sure"]) await visit.say(message)
    const context = visit.hear("skip")
    const again = () => listed(guided({ pace: 0 }).reply(context, new AbortController().signal))
    const [first, second] = [await again(), await again()]
    const told = (parts: Part[]) => JSON.parse(JSON.stringify(parts))
    expect(told(second)).toEqual(told(first))
  })

  test("changes a document the same way however often it is asked, and not the document it is given", async () => {
    const visit = new Visit()
    await visit.say(OPENING)
    const [learned] = await partsOf(visit, "Nobody under 16 may take a boat out.")
    if (learned?.type !== "learned" || !learned.changes) throw new Error("nothing was learned")
    const before = JSON.stringify(visit.document)
    const [first, second] = [learned.changes.propose(visit.document), learned.changes.propose(visit.document)]
    expect(second).toEqual(first)
    expect(JSON.stringify(visit.document)).toBe(before)
  })

  test("that was stopped before its question was said asks it once more", async () => {
    for (const pieces of [0, 1, 3]) {
      const visit = new Visit()
      const first = await visit.say(OPENING, { pieces })
      expect(first.text).not.toContain("?")
      const second = await visit.say("The boats must be back at 6 pm.")
      expect(waitingIn(second)).toBe(waitingIn(first))
      expect(second.course?.fate).toBe("answered")
      expect(asked(second)).toContain("?")
      const third = await visit.say("skip")
      expect(waitingIn(third)).not.toBe(waitingIn(second))
    }
  })

  test("that nobody waits for any more says nothing", async () => {
    const stopped = AbortSignal.abort()
    expect(await listed(guided({ pace: 0 }).reply(new Visit().hear(OPENING), stopped))).toEqual([])
  })

  test("comes in pieces that make up the whole, at the pace that was asked for", async () => {
    const waits: number[] = []
    const paced = guided({
      pace: async (ms) => {
        waits.push(ms)
      },
    })
    const parts = await partsOf(new Visit(), OPENING, paced)
    const pieces = parts.flatMap((part) => (part.type === "text" ? [part.text] : []))
    const [whole] = await play([OPENING])
    expect(pieces.join("")).toBe(whole?.text)
    expect(waits).toHaveLength(pieces.length - 1)
    expect(Math.min(...waits)).toBeGreaterThan(0)
  })

  test("is by the guided interviewer, in a version of its words", () => {
    expect(guided({ pace: 0 }).speaker).toEqual({ model: "guided", promptVersion: "guided-2" })
  })
})
