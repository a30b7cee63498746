import fc from "fast-check"
import { expect, test } from "vitest"
import * as Reply from "../src/reply.ts"
import { id } from "./reference-server.ts"

const turnId = id("trn", 1)
const delta = (attempt: number, offset: number, text: string) => ({
  type: "delta" as const,
  turnId,
  attempt,
  offset,
  text,
})
const soFar = (attempt: number, text: string) => ({ type: "turn" as const, turnId, attempt, text })

/** A reply cut into pieces that never split a surrogate pair, as the server cuts it. */
const attempt = fc
  .array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 20 })
  .map((texts) => ({ text: texts.join(""), pieces: texts }))

const frames = (number: number, { text, pieces }: { text: string; pieces: string[] }) => {
  let offset = 0
  return pieces.flatMap((piece) => {
    const frame = delta(number, offset, piece)
    offset += piece.length
    return [frame, soFar(number, text.slice(0, offset))]
  })
}
const take = (reply: Reply.Reply, frame: ReturnType<typeof frames>[number]) =>
  frame.type === "delta" ? Reply.delta(reply, frame) : Reply.soFar(reply, frame)

test("never shows anything but a prefix of one attempt, whatever the wire loses, doubles and reorders", () => {
  fc.assert(
    fc.property(attempt, attempt, fc.infiniteStream(fc.nat()), fc.nat(60), (first, second, random, count) => {
      const all = [...frames(1, first), ...frames(2, second)]
      let reply = Reply.begin(undefined, turnId, 0)
      for (const choice of random.take(count)) {
        const frame = all[choice % all.length]
        if (frame) reply = take(reply, frame)
        const truth = [{ text: "" }, first, second][reply.attempt]
        expect(truth?.text.startsWith(reply.text)).toBe(true)
      }
      for (const frame of frames(2, second)) reply = take(reply, frame)
      expect(reply).toEqual({ turnId, attempt: 2, text: second.text, held: [] })
    }),
  )
})

test("is complete as soon as every piece has arrived, in any order", () => {
  const shuffled = attempt.chain((reply) => {
    const deltas = frames(1, reply).filter(({ type }) => type === "delta")
    return fc.tuple(fc.constant(reply), fc.shuffledSubarray(deltas, { minLength: deltas.length }))
  })
  fc.assert(
    fc.property(shuffled, ([{ text }, deltas]) => {
      const reply = deltas.reduce(take, Reply.begin(undefined, turnId, 1))
      expect(reply).toMatchObject({ text, held: [] })
    }),
  )
})

test("clips what it has, holds what it cannot place, and closes the gap with the reply so far", () => {
  let reply = Reply.delta(Reply.begin(undefined, turnId, 1), delta(1, 0, "Which "))
  reply = Reply.delta(reply, delta(1, 3, "ch day"))
  expect(reply.text).toBe("Which day")
  reply = Reply.delta(reply, delta(1, 14, "people?"))
  expect(reply).toMatchObject({ text: "Which day", held: [{ offset: 14 }] })
  reply = Reply.soFar(reply, soFar(1, "Which day do p"))
  expect(reply).toMatchObject({ text: "Which day do ppeople?", held: [] })
})

test("a higher attempt discards the lower one's text, and nothing of the lower one comes back", () => {
  let reply = Reply.delta(Reply.begin(undefined, turnId, 1), delta(1, 0, "Old"))
  reply = Reply.delta(reply, delta(2, 3, "er"))
  expect(reply).toMatchObject({ attempt: 2, text: "", held: [{ offset: 3 }] })
  reply = Reply.soFar(Reply.delta(reply, delta(1, 3, " text")), soFar(1, "Old text"))
  expect(Reply.delta(reply, delta(2, 0, "New"))).toMatchObject({ attempt: 2, text: "Newer" })
})

test("a shorter reply so far takes nothing away", () => {
  const reply = Reply.delta(Reply.begin(undefined, turnId, 1), delta(1, 0, "Which day"))
  expect(Reply.soFar(reply, soFar(1, "Which"))).toEqual(reply)
})
