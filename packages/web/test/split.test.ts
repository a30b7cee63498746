import { expect, test } from "vitest"
import { split } from "../src/source/split.ts"

const TEXT = "Käse 🎂!"
const line = (start: number, end: number, id: string) => ({ start, end, as: "line", line: id }) as const
const as = (start: number, end: number, what: "gone" | "aside") => ({ start, end, as: what }) as const
const shown = (text: string, ...args: Parameters<typeof split> extends [string, ...infer Rest] ? Rest : never) =>
  split(text, ...args).map((piece) => [text.slice(piece.start, piece.end), piece.as, ...piece.lines])

test("whatever the ranges say, the pieces are the message to the letter", () => {
  const edges = Array.from({ length: TEXT.length + 4 }, (_, index) => index - 2)
  for (const start of edges)
    for (const end of edges)
      for (const other of edges) {
        const pieces = split(TEXT, [line(start, end, "FR-1"), line(2, other, "FR-2")], [3])
        expect(pieces.map((piece) => TEXT.slice(piece.start, piece.end)).join("")).toBe(TEXT)
      }
})

test("a stretch that two lines were made of names both, its neighbours one", () => {
  expect(shown("one two three", [line(0, 7, "FR-1"), line(4, 13, "RULE-1")])).toEqual([
    ["one ", "line", "FR-1"],
    ["two", "line", "FR-1", "RULE-1"],
    [" three", "line", "RULE-1"],
  ])
})

test("a line that quotes the same words twice is named once", () => {
  expect(shown("one", [line(0, 3, "FR-1"), line(0, 3, "FR-1")])).toEqual([["one", "line", "FR-1"]])
})

test("what stands in a line is shown as that, whatever else it was: then what waits, then what is beside the matter", () => {
  const waits = { start: 0, end: 2, as: "unsorted", line: "U-1" } as const
  const text = "abcd"
  expect(shown(text, [as(0, 4, "gone"), as(0, 3, "aside"), waits, line(0, 1, "FR-1")])).toEqual([
    ["a", "line", "U-1", "FR-1"],
    ["b", "unsorted", "U-1"],
    ["c", "aside"],
    ["d", "gone"],
  ])
})
