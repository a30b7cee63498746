import type * as Event from "@spec-wizard/core/protocol/event"
import fc from "fast-check"
import { expect, test } from "vitest"
import { EventLog } from "../src/log.ts"
import { AT, id } from "./reference-server.ts"

const event = (seq: number): Event.Info => ({ seq, id: id("evt", seq), at: AT, type: "x.fact" })
const truth = (length: number) => Array.from({ length }, (_, index) => event(index + 1))

test("ends in the server's log whatever the wire lost, doubled and reordered", () => {
  const history = fc.integer({ min: 1, max: 40 }).chain((length) =>
    fc.record({
      length: fc.constant(length),
      pushes: fc.array(fc.array(fc.integer({ min: 1, max: length }), { maxLength: 8 }), { maxLength: 40 }),
    }),
  )
  fc.assert(
    fc.property(history, ({ length, pushes }) => {
      const log = new EventLog()
      const applied: Event.Info[] = []
      for (const push of pushes) {
        applied.push(...log.receive(push.map(event)))
        expect(log.events).toEqual(truth(log.applied))
      }
      applied.push(...log.receive(truth(length).slice(log.applied)))
      expect(log.events).toEqual(truth(length))
      expect(applied).toEqual(truth(length))
      expect(log.gap).toBe(false)
    }),
  )
})

test("says that something is missing until it has come", () => {
  const log = new EventLog()
  expect(log.receive([event(2), event(3)])).toEqual([])
  expect(log.gap).toBe(true)
  expect(log.receive([event(1)])).toEqual(truth(3))
  expect(log.gap).toBe(false)
})

test("drops everything when the log has another name or has become shorter than what we had asked from", () => {
  for (const [logId, headSeq] of [
    ["log-b", 9],
    ["log-a", 2],
  ] as const) {
    const log = new EventLog()
    log.meet("log-a", 3, 0)
    log.receive(truth(3))
    expect(log.meet(logId, headSeq, 3)).toBe(true)
    expect(log).toMatchObject({ applied: 0, life: 1, logId })
  }
})

test("keeps what a push brought after the question was asked", () => {
  const log = new EventLog()
  log.meet("log-a", 2, 0)
  log.receive(truth(3))
  expect(log.meet("log-a", 2, 2)).toBe(false)
  expect(log.applied).toBe(3)
})
