import { expect, test } from "vitest"
import { broken } from "./checker.ts"

type Log = Parameters<typeof broken>[0]

const at = "2026-01-01T00:00:00.000Z"
const TURN = "trn_01J00000000000000000000000"
const events: object[] = [
  { type: "message.appended", message: { role: "visitor", text: "hi", clientId: "frame_01" } },
  { type: "turn.started", turnId: TURN, attempt: 1 },
  { type: "message.appended", message: { role: "wizard", text: "Hello there", turnId: TURN } },
  {
    type: "specification.patched",
    version: 1,
    operations: [],
    readiness: { level: "not-yet", missing: [] },
    by: "interviewer",
    turnId: TURN,
    messageId: "msg_01J00000000000000000000000",
  },
  { type: "turn.completed", turnId: TURN, attempt: 1 },
]
/** A history that keeps every promise, to be spoiled in one place by each test. */
const log = (list = events) =>
  list.map((event, index) => ({ seq: index + 1, id: `evt_${index + 1}`, at, ...event })) as Log // built by hand
const seen = (over: object = {}) => ({
  name: "first",
  events: log(),
  acks: [{ text: "hi", id: "frame_01", seq: 1 }],
  replies: new Map([[`${TURN}#1`, "Hello"]]),
  ...over,
})

const adding = (id: string) => {
  const made = { state: "accepted", evidence: "stated", locked: "none", addedIn: 1, changedIn: 1 }
  return {
    operations: [{ op: "add", item: { kind: "rule", id, text: "At most 12.", sources: [], dependsOn: [], ...made } }],
  }
}

test("a history that keeps the promises passes", () => {
  expect(broken(log(), [seen()])).toEqual([])
})

const [said, started, answered, patched, completed] = events as [object, object, object, object, object] // the five above

test.each([
  ["a gap in the log", log().map((event) => (event.seq === 4 ? { ...event, seq: 5 } : event)), seen(), "log: 5 at 4"],
  [
    "an acknowledged message that is not there",
    log(),
    seen({ acks: [{ text: "x", id: "frame_02", seq: 1 }] }),
    "is not where its ack says",
  ],
  [
    "an ack with another number",
    log(),
    seen({ acks: [{ text: "hi", id: "frame_01", seq: 2 }] }),
    "is not where its ack says",
  ],
  ["a message twice", log([said, said, started, answered, completed]), seen(), "twice in the log"],
  ["a client that misses an event", log(), seen({ events: log().slice(0, 4) }), "another log"],
  ["a client with another order", log(), seen({ events: [...log()].reverse() }), "another log"],
  ["a client that applied an event twice", log(), seen({ events: [...log(), ...log().slice(4)] }), "another log"],
  ["a turn without an end", log([said, started]), seen({ events: log([said, started]) }), "has 0 ends"],
  ["a turn with two ends", log([said, started, answered, completed, completed]), seen(), "has 2 ends"],
  ["a message after its turn's end", log([said, started, completed, answered]), seen(), "after its end"],
  [
    "a change of the document after its turn's end",
    log([said, started, answered, completed, patched]),
    seen(),
    "specification.patched after its end",
  ],
  [
    "a version of the document left out",
    log([said, started, answered, { ...patched, version: 2 }, completed]),
    seen(),
    "version 2 after 0",
  ],
  [
    "a message that is learned from twice",
    log([said, { ...patched, ...adding("RULE-1") }, { ...patched, ...adding("RULE-2"), version: 2 }]),
    seen(),
    "was learned from twice",
  ],
  [
    "a change of the document that cannot be read",
    log([said, { ...patched, operations: [{ op: "x" }] }]),
    seen(),
    "cannot be read",
  ],
  [
    "a start after its turn's end",
    log([said, started, answered, completed, started]),
    seen(),
    "turn.started after its end",
  ],
  [
    "a reply that showed what was not stored",
    log(),
    seen({ replies: new Map([[`${TURN}#1`, "Hello you"]]) }),
    "showed what was not stored",
  ],
])("the checker catches %s", (_, history, witness, words) => {
  expect(broken(history as Log, [witness]).join("\n")).toContain(words)
})

test("an attempt that lost may have shown anything", () => {
  expect(broken(log(), [seen({ replies: new Map([[`${TURN}#0`, "Something else"]]) })])).toEqual([])
})
