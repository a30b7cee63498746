import type { Criterion, Source } from "@spec-wizard/core/protocol/document"
import { expect, test } from "vitest"
import { placesOf } from "../src/source/places.ts"
import { documentOf, line, requirement, unsorted } from "./document.ts"

const SAID = "msg_01ARZ3NDEKTSV4RRFFQ69G5FAV"
const source = (start: number, end: number): Source => ({ messageId: SAID, quote: "x".repeat(end - start), start, end })
const rangesIn = (...args: Parameters<typeof placesOf>) => placesOf(...args).get(SAID)?.ranges

test("each line has the words it was made of, those beside it, and those of its checks", () => {
  const check: Criterion = {
    id: "AC-1.1",
    case: "happy",
    text: "It waits.",
    evidence: "stated",
    sources: [source(8, 9)],
  }
  const made = requirement("FR-1", { sources: [source(0, 3), { ...source(4, 6), context: true }], criteria: [check] })
  expect(rangesIn(documentOf(made, unsorted("U-1", { sources: [source(10, 12)] })), new Map())).toEqual([
    { start: 0, end: 3, as: "line", line: "FR-1" },
    { start: 4, end: 6, as: "beside", line: "FR-1" },
    { start: 8, end: 9, as: "line", line: "FR-1" },
    { start: 10, end: 12, as: "unsorted", line: "U-1" },
  ])
})

test("words of lines that do not count any more keep their place, and lead nowhere", () => {
  const document = documentOf(
    line("RULE-1", { sources: [source(0, 3)], state: "retired" }),
    unsorted("U-1", { sources: [source(4, 6)], state: "superseded" }),
  )
  expect(rangesIn(document, new Map())).toEqual([
    { start: 0, end: 3, as: "gone" },
    { start: 4, end: 6, as: "gone" },
  ])
})

test("a message is settled as soon as its turn has told what was beside the matter, be it nothing", () => {
  expect(placesOf(documentOf(line("RULE-1", { sources: [source(0, 3)] })), new Map()).get(SAID)?.isSettled).toBe(false)
  expect(placesOf(undefined, new Map([[SAID, []]])).get(SAID)).toEqual({ ranges: [], isSettled: true })
  const hello = { start: 0, end: 5, act: "greeting" } as const
  expect(rangesIn(undefined, new Map([[SAID, [hello]]]))).toEqual([{ start: 0, end: 5, as: "aside" }])
})
