import type * as Event from "@spec-wizard/core/protocol/event"
import fc from "fast-check"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { Chat } from "../src/index.ts"
import { type Outcome, openHouse, outcome, pass } from "./house.ts"
import { id, problem, type ReferenceServer } from "./reference-server.ts"

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A small generator of its own, so that one seed gives one history. @see https://en.wikipedia.org/wiki/Xorshift */
function randomFrom(seed: number) {
  let state = seed | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** Answers every turn in pieces, now and then dying on the way and starting over, failing, or being stopped. */
function employ(server: ReferenceServer, random: () => number) {
  let turns = 0
  server.accepted = () => {
    const turn = server.turn
    const words = Array.from({ length: 3 + Math.floor(random() * 20) }, (_, n) => `word${++turns}-${n} \u{1F382} `)
    const mine = () => turn !== undefined && server.turn?.id === turn.id
    let next = -1
    const work = () => {
      if (!mine()) return
      if (next === -1 || (random() < 0.03 && (turn?.attempt ?? 0) < 2)) {
        server.start()
        next = 0
      } else if (next < words.length) server.say(words[next++] ?? "")
      else return server.finish(random() < 0.2 ? "failed" : "completed")
      setTimeout(work, 20 + random() * 400)
    }
    setTimeout(work, random() * 500)
  }
}

function breakThings(server: ReferenceServer, random: () => number, harshness: number) {
  const bad = () => random() < harshness
  server.wire = () => {
    const at = () => 5 + (bad() ? random() * 1_500 : 0)
    if (bad()) return []
    return bad() ? [at(), at()] : [at()]
  }
  server.refuse = (frame) => {
    if (random() > harshness / 2) return undefined
    if ("id" in frame && random() < 0.5) return { code: "rate.limited", detail: "Slower.", id: frame.id, retryAfter: 1 }
    return random() < 0.5 ? "gateway" : "silence"
  }
  server.intercept = () => (bad() ? (random() < 0.5 ? "offline" : problem(503, "unavailable")) : undefined)
  const trouble = setInterval(() => {
    const socket = server.sockets[Math.floor(random() * server.sockets.length)]
    if (bad() && socket) {
      if (random() < 0.5) socket.dies()
      else socket.mute = true
    }
    server.upgrades = !bad()
  }, 2_000)
  return () => {
    clearInterval(trouble)
    server.wire = () => [5]
    server.refuse = () => undefined
    server.intercept = () => undefined
    server.upgrades = true
  }
}

/** What somebody who only prints the pieces would have on paper, by turn. */
function paper(chat: Chat) {
  const printed = new Map<string, { attempt: number; text: string }>()
  chat.on("delta", ({ turnId, attempt, offset, text }) => {
    const sheet = offset === 0 ? undefined : printed.get(turnId)
    const fits = offset === 0 || (sheet?.attempt === attempt && sheet.text.length === offset)
    printed.set(turnId, { attempt, text: fits ? (sheet?.text ?? "") + text : "torn" })
  })
  return printed
}

type Person = {
  chat: Chat
  seen: Event.Info[]
  printed: ReturnType<typeof paper>
  said: { text: string; fate: Outcome }[]
}

async function history(seed: number, harshness: number, skewed: boolean) {
  const random = randomFrom(seed)
  const { server, open } = openHouse()
  if (skewed) server.mintTurnId = (n) => id("trn", 1_000_000 - n)
  employ(server, random)
  const heal = breakThings(server, random, harshness)
  const people = [1, 2].map((): Person => {
    const chat = open({ timing: { random } })
    const seen: Event.Info[] = []
    chat.on("event", (event) => seen.push(event))
    return { chat, seen, printed: paper(chat), said: [] }
  })
  for (let n = 0; n < 6; n++)
    for (const [who, { chat, said }] of people.entries()) {
      const text = `Message ${n} of person ${who}.`
      said.push({ text, fate: outcome(chat.send(text)) })
      if (random() < 0.2) chat.stop()
      await pass(random() * 6_000)
    }
  heal()
  await pass(400_000)
  return { server, people }
}

test("every client ends with the same log, every message in it once, every reply printed as it is stored", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.constantFrom(0.02, 0.1, 0.3), fc.boolean(), async (seed, harshness, skewed) => {
      const { server, people } = await history(seed, harshness, skewed)
      for (const { chat, seen, printed, said } of people) {
        expect(seen).toEqual(server.log)
        expect(chat.state).toMatchObject({ connection: "live", pending: [], appliedSeq: server.log.length })
        expect(chat.state.turn).toBeUndefined()
        const messages = server.log.flatMap((event) => ("message" in event ? [event.message] : []))
        expect(chat.state.messages).toEqual(messages)
        for (const { text, fate } of said) {
          expect(fate.ack).toBeDefined()
          expect(chat.state.messages.filter((message) => message.text === text)).toHaveLength(1)
        }
        const own = chat.state.messages.filter(({ text }) => said.some((message) => message.text === text))
        expect(own.map(({ text }) => text)).toEqual(said.map(({ text }) => text))
        for (const { turnId, text } of chat.state.messages) {
          const sheet = turnId === undefined ? undefined : printed.get(turnId)
          if (sheet) expect(sheet.text).toBe(text)
        }
        chat.close()
      }
      await pass(2_000)
      expect(vi.getTimerCount()).toBe(0)
    }),
    { numRuns: 30, verbose: 1 },
  )
})
