import fc from "fast-check"
import { expect, test } from "vitest"
import { isVerbatim } from "../src/document/verbatim.ts"

const quoting = (...quotes: string[]) => quotes.map((quote) => ({ quote }))

test.each([
  ["the words themselves", "Drivers may not edit prices.", ["drivers may not edit prices"]],
  ["without the mark of a list", "Create a ticket.", ["- Create a ticket"]],
  ["a part that leaves nothing of weight out", "Drivers edit prices.", ["Well, drivers edit prices I think"]],
  ["a heading and what stands below it", "Dispatcher: cannot edit anything.", ["Dispatcher", "cannot edit anything"]],
])("is said: %s", (_, text, quotes) => {
  expect(isVerbatim(text, quoting(...quotes), "en")).toBe(true)
})

test.each([
  ["a word of ours", "The system shall let drivers edit prices.", ["drivers edit prices"]],
  ["a word of ours at the end", "Drivers edit prices daily.", ["drivers edit prices"]],
  ["without its “not”", "Drivers may edit prices.", ["Drivers may not edit prices"]],
  ["without its number", "At most cakes a day.", ["At most", "12 cakes a day"]],
  ["in another order", "Prices edit drivers.", ["Drivers edit prices"]],
  ["with words left out between", "Drivers prices.", ["Drivers edit prices"]],
  ["nothing at all is quoted", "Drivers edit prices.", []],
])("is not said: %s", (_, text, quotes) => {
  expect(isVerbatim(text, quoting(...quotes), "en")).toBe(false)
})

test("any run of words out of what was said is said, and with one word more it is not", () => {
  const word = fc.stringMatching(/^[a-z]{3,8}$/)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (said, from, to) => {
      const [start, end] = [from % said.length, to % said.length].sort((a, b) => a - b) as [number, number] // two went in
      const run = said.slice(start, end + 1).join(" ")
      const sources = quoting(said.join(" "))
      const isOfWeight = ["not", "nor", "none", "never", "without", "nothing", "nobody"].some((one) =>
        said.includes(one),
      )
      fc.pre(!isOfWeight)
      expect(isVerbatim(run, sources, "en")).toBe(true)
      expect(isVerbatim(`${run} zzzzzzzzzz`, sources, "en")).toBe(false)
    }),
  )
})
