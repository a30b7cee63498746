import { expect, test } from "vitest"
import { broken } from "./checker.ts"

type Log = Parameters<typeof broken>[0]

const at = "2026-01-01T00:00:00.000Z"
const events: object[] = [
  { type: "message.appended", message: { role: "visitor", text: "hi", clientId: "frame_01" } },
  { type: "turn.started", turnId: "trn_1", attempt: 1 },
  { type: "message.appended", message: { role: "wizard", text: "Hello there", turnId: "trn_1" } },
  { type: "turn.completed", turnId: "trn_1", attempt: 1 },
]
/** A history that keeps every promise, to be spoiled in one place by each test. */
const log = (list = events) =>
  list.map((event, index) => ({ seq: index + 1, id: `evt_${index + 1}`, at, ...event })) as Log // built by hand
const seen = (over: object = {}) => ({
  name: "first",
  events: log(),
  acks: [{ text: "hi", id: "frame_01", seq: 1 }],
  replies: new Map([["trn_1#1", "Hello"]]),
  ...over,
})

test("a history that keeps the promises passes", () => {
  expect(broken(log(), [seen()])).toEqual([])
})

const [said, started, answered, completed] = events as [object, object, object, object] // the four above

test.each([
  ["a gap in the log", log().map((event) => (event.seq === 4 ? { ...event, seq: 5 } : event)), seen()],
  ["an acknowledged message that is not there", log(), seen({ acks: [{ text: "x", id: "frame_02", seq: 1 }] })],
  ["an ack with another number", log(), seen({ acks: [{ text: "hi", id: "frame_01", seq: 2 }] })],
  ["a message twice", log([said, said, started, answered, completed]), seen()],
  ["a client that misses an event", log(), seen({ events: log().slice(0, 3) })],
  ["a client with another order", log(), seen({ events: [...log()].reverse() })],
  ["a client that applied an event twice", log(), seen({ events: [...log(), ...log().slice(3)] })],
  ["a turn without an end", log([said, started]), seen({ events: log([said, started]) })],
  ["a turn with two ends", log([said, started, answered, completed, completed]), seen()],
  ["a message after its turn's end", log([said, started, completed, answered]), seen()],
  ["a start after its turn's end", log([said, started, answered, completed, started]), seen()],
  ["a reply that showed what was not stored", log(), seen({ replies: new Map([["trn_1#1", "Hello you"]]) })],
])("the checker catches %s", (_, history, witness) => {
  expect(broken(history as Log, [witness])).not.toEqual([])
})

test("an attempt that lost may have shown anything", () => {
  expect(broken(log(), [seen({ replies: new Map([["trn_1#0", "Something else"]]) })])).toEqual([])
})
