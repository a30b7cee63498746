import { expect, test } from "vitest"
import { rangesOf, split } from "../src/source/split.ts"
import { documentOf, line } from "./document.ts"

const TEXT = "Käse 🎂!"

test("whatever the ranges say, the pieces are the message to the letter", () => {
  const edges = Array.from({ length: TEXT.length + 4 }, (_, index) => index - 2)
  for (const start of edges)
    for (const end of edges)
      for (const other of edges) {
        const pieces = split(TEXT, [
          { start, end, line: "FR-1" },
          { start: 2, end: other, line: "FR-2" },
        ])
        expect(pieces.map(({ text }) => text).join("")).toBe(TEXT)
      }
})

test("a stretch that two lines were made of names both, its neighbours one", () => {
  const pieces = split("one two three", [
    { start: 0, end: 7, line: "FR-1" },
    { start: 4, end: 13, line: "RULE-1" },
  ])
  expect(pieces).toEqual([
    { text: "one ", lines: ["FR-1"] },
    { text: "two", lines: ["FR-1", "RULE-1"] },
    { text: " three", lines: ["RULE-1"] },
  ])
})

test("a line that quotes the same words twice is named once", () => {
  const range = { start: 0, end: 3, line: "FR-1" }
  expect(split("one", [range, range])).toEqual([{ text: "one", lines: ["FR-1"] }])
})

test("lines that do not count any more light nothing up", () => {
  const source = { messageId: "msg_01ARZ3NDEKTSV4RRFFQ69G5FAV", quote: "one", start: 0, end: 3 } as const
  const live = line("RULE-1", { sources: [source] })
  const retired = line("RULE-2", { sources: [source], state: "retired" })
  expect([...rangesOf(documentOf(live, retired))]).toEqual([[source.messageId, [{ start: 0, end: 3, line: "RULE-1" }]]])
  expect(rangesOf(undefined).size).toBe(0)
})
