import { isGuess } from "@spec-wizard/core/document/format/group"
import { expect, test } from "vitest"
import { outline } from "../src/document/outline.ts"
import { documentOf, feature, line, requirement, unsorted } from "./document.ts"

const ids = (...args: Parameters<typeof outline>) =>
  outline(...args).map(({ lines }) => lines.map(({ item }) => item.id))

test("shows the sections that have lines, numbered without gaps: background first, what is not sorted after the rest", () => {
  const background = { ...line("CTX-1"), kind: "context" as const }
  const parts = outline(documentOf(unsorted("U-1"), requirement("FR-1"), line("RULE-1"), background))
  expect(parts.map(({ number, name }) => [number, name])).toEqual([
    [1, "background"],
    [2, "requirements"],
    [3, "rules"],
    [4, "unsorted"],
  ])
})

test("shows the lines of a section in the order in which they were said, so that those of one heading stay together", () => {
  const said = (start: number) => [
    { messageId: "msg_01ARZ3NDEKTSV4RRFFQ69G5FAV", quote: "x", start, end: start + 1 } as const,
  ]
  expect(ids(documentOf(line("RULE-1", { sources: said(9) }), line("RULE-2", { sources: said(2) })))).toEqual([
    ["RULE-2", "RULE-1"],
  ])
})

test("puts requirements below their feature, those of none and of a lost one last", () => {
  const document = documentOf(
    feature("FEAT-1"),
    feature("FEAT-2"),
    requirement("FR-1"),
    requirement("FR-2", { feature: "FEAT-2" }),
    requirement("FR-3", { feature: "FEAT-1" }),
    requirement("FR-4", { feature: "FEAT-9" }),
  )
  expect(ids(document)).toEqual([["FEAT-1", "FR-3", "FEAT-2", "FR-2", "FR-1", "FR-4"]])
  expect(outline(document)[0]?.lines.map(({ isNested }) => isNested)).toEqual([false, true, false, true, false, false])
})

test("leaves out what no longer counts, but never the line somebody is writing in", () => {
  const gone = line("RULE-2", { state: "retired" })
  const document = documentOf(line("RULE-1"), gone)
  expect(ids(document)).toEqual([["RULE-1"]])
  const opened = line("RULE-2")
  expect(ids(document, opened)).toEqual([["RULE-1", "RULE-2"]])
  expect(ids(documentOf(line("RULE-1")), opened)).toEqual([["RULE-1", "RULE-2"]]) // taken away by an undo
})

test("what nobody said or confirmed is a guess", () => {
  const evidence = ["stated", "confirmed", "from_document", "inferred", "default"] as const
  expect(evidence.filter((one) => isGuess(line("RULE-1", { evidence: one })))).toEqual(["inferred", "default"])
})
