import { expect, test } from "vitest"
import { count } from "../src/source/count.ts"
import type { Range } from "../src/source/places.ts"

const TEXT = "Hello!\n\nWe bake cakes. They wait, e.g. on Saturdays.\n---\n- No delivery"
const at = (
  words: string,
  range: { as: "line" | "beside" | "unsorted"; line: string } | { as: "gone" | "aside" },
): Range => {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length, ...range }
}
const hello = at("Hello!", { as: "aside" })
const cakes = at("We bake cakes.", { as: "line", line: "CTX-1" })

test("counts sentences, each placed when all of it is: in a line, beside one, in one that is gone, unsorted, or an aside", () => {
  expect(count(TEXT, [], "en")).toEqual({ sentences: 4, placed: 0, unsorted: 0 })
  expect(count(TEXT, [hello, cakes], "en")).toEqual({ sentences: 4, placed: 2, unsorted: 0 })
  const wait = at("They wait", { as: "line", line: "FR-1" })
  expect(count(TEXT, [hello, cakes, wait], "en")).toMatchObject({ placed: 2 })
  const rest = at(", e.g. on Saturdays.", { as: "beside", line: "FR-1" })
  const dropped = at("No delivery", { as: "gone" })
  const dash = at("- No", { as: "aside" })
  expect(count(TEXT, [hello, cakes, wait, rest, dropped, dash], "en")).toEqual({ sentences: 4, placed: 4, unsorted: 0 })
})

test("says in how many sentences something waits, be it a word, and not of one whose words a line has taken over", () => {
  const waits = at("They wait, e.g. on Saturdays.", { as: "unsorted", line: "U-1" })
  expect(count(TEXT, [hello, cakes, waits], "en")).toEqual({ sentences: 4, placed: 3, unsorted: 1 })
  expect(count(TEXT, [waits, { ...waits, as: "line", line: "FR-1" }], "en")).toMatchObject({ unsorted: 0, placed: 1 })
  const word = at("Saturdays", { as: "line", line: "FR-1" })
  expect(count(TEXT, [waits, word], "en")).toMatchObject({ unsorted: 1, placed: 1 })
})
