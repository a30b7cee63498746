import { expect, test } from "vitest"
import { groups } from "../src/document/format/group.ts"
import { inOrder } from "../src/document/format/order.ts"
import { documentOf, line } from "./specification-format-line.ts"

const FIRST = "msg_01K9ZXW0000000000000000001"
const LATER = "msg_01K9ZXW0000000000000000002"
const at = (start: number, messageId = FIRST) => ({ sources: [{ messageId, quote: "x", start, end: start + 1 }] })
const ids = (...lines: ReturnType<typeof line>[]) => inOrder(documentOf("en", 1, lines)).map(({ id }) => id)

test("lines stand where they were said, also one that was sorted later", () => {
  expect(
    ids(
      line("RULE-1", { text: "a", ...at(10) }),
      line("RULE-2", { text: "c", ...at(90) }),
      line("RULE-3", { text: "d", ...at(0, LATER) }),
      line("RULE-4", { text: "b", ...at(40) }),
      line("U-1", { text: "b", ...at(40), state: "superseded", supersededBy: "RULE-4" }),
    ),
  ).toEqual(["RULE-1", "RULE-4", "RULE-2", "RULE-3"])
})

test("what took a line's place stands where that one stood, also in its turn", () => {
  expect(
    ids(
      line("RULE-1", { text: "a", ...at(10), state: "superseded", supersededBy: "RULE-3" }),
      line("RULE-2", { text: "b", ...at(20) }),
      line("RULE-3", { text: "a, better", ...at(0, LATER), state: "superseded", supersededBy: "RULE-4" }),
      line("RULE-4", { text: "a, best", ...at(9, LATER) }),
    ),
  ).toEqual(["RULE-4", "RULE-2"])
})

test("a line that nobody said follows the one before it, kinds stay apart, and what stood beside is no place", () => {
  const beside = { sources: [{ messageId: FIRST, quote: "x", start: 0, end: 1, context: true }, ...at(50).sources] }
  expect(
    ids(
      line("GOAL-1", { text: "g", ...at(99) }),
      line("RULE-1", { text: "b", ...at(20) }),
      line("RULE-2", { text: "b, too" }),
      line("RULE-3", { text: "c", ...beside }),
      line("RULE-4", { text: "a", ...at(10) }),
    ),
  ).toEqual(["GOAL-1", "RULE-4", "RULE-1", "RULE-2", "RULE-3"])
})

test("a file in which lines take each other's place in a circle can be printed too", () => {
  expect(
    ids(
      line("RULE-1", { text: "a", ...at(10), supersededBy: "RULE-2" }),
      line("RULE-2", { text: "b", ...at(20), supersededBy: "RULE-1" }),
    ),
  ).toHaveLength(2)
})

test("a feature has its requirements together, in that order", () => {
  const under = (start: number) => ({ feature: "FEAT-1", criteria: [], ...at(start) })
  const [tickets, rest] = groups(
    documentOf("en", 1, [
      line("FEAT-1", { text: "Tickets", ...at(0) }),
      line("FR-1", { text: "Create a ticket", ...under(10) }),
      line("FR-2", { text: "Something else", criteria: [], ...at(80) }),
      line("FR-3", { text: "Close a ticket", ...under(30) }),
      line("FR-4", { text: "Assign a ticket", ...under(20) }),
    ]),
  )
  expect(tickets?.requirements.map(({ id }) => id)).toEqual(["FR-1", "FR-4", "FR-3"])
  expect(rest?.requirements.map(({ id }) => id)).toEqual(["FR-2"])
})
