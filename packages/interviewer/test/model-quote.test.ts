import * as fc from "fast-check"
import { expect, test } from "vitest"
import { quotes } from "../src/model/proposal/quote.ts"
import { message } from "./model-play.ts"

const find = (text: string, quote: string) => {
  const said = message(1, text)
  return quotes([said])(said.id, quote)[0]
}

test.each([
  ["to the letter", "No delivery. Ever.", "No delivery", "No delivery"],
  ["with an emoji before it", "🎂🎂 Cakes for 👩‍👩‍👧, please", "Cakes for 👩‍👩‍👧", "Cakes for 👩‍👩‍👧"],
  ["composed, where the message is decomposed", "Le cafe\u0301 ferme", "café", "cafe\u0301"],
  ["decomposed, where the message is composed", "Le café ferme", "cafe\u0301", "café"],
  [
    "with straight quotation marks and dashes",
    "It’s “urgent” – really",
    `It's "urgent" - really`,
    "It’s “urgent” – really",
  ],
  ["on one line, where it stands on two", "- no cash\n  no cheques", "no cash no cheques", "no cash\n  no cheques"],
  ["beginning with a capital", "we bake", "We bake", "we bake"],
  ["with brackets that were made plain", "a ⟦b⟧ c", "a [b] c", "a ⟦b⟧ c"],
  ["with blanks around it", "we bake", " we bake\n", "we bake"],
  ["at the very end", "we bake 🎂", "bake 🎂", "bake 🎂"],
  ["with a full stop that is not there", "We bake cakes, and bread", "We bake cakes.", "We bake cakes"],
  ["between quotation marks", "We bake cakes", "“We bake cakes”", "We bake cakes"],
  ["with dots at its ends", "We bake cakes daily", "... bake cakes …", "bake cakes"],
  ["with the mark of a list", "We bake cakes daily", "- We bake cakes", "We bake cakes"],
  ["that ends in the middle of a word", "No delivery yet", "no deliver", "No delivery"],
  ["that begins in the middle of a number", "At most 150 a day", "50 a day", "150 a day"],
])("finds a quote %s, and keeps the message's own text", (_, text, quote, kept) => {
  const source = find(text, quote)
  expect(source?.quote).toBe(kept)
  expect(text.slice(source?.start, source?.end)).toBe(kept)
})

test.each([
  ["was not said", "We bake", "We deliver"],
  ["is a part of a character", "👩‍👩‍👧", "👩"],
  ["lacks an accent", "Le café", "cafe"],
  ["is empty", "We bake", " "],
  ["is longer than a source may be", "x".repeat(5_000), "x".repeat(4_500)],
])("does not find what %s", (_, text, quote) => {
  expect(find(text, quote)).toBeUndefined()
})

test("words that stand twice are found in both places, and in the first again after that", () => {
  const said = message(1, "yes to cash, yes to cards")
  const locate = quotes([said])
  expect([1, 2, 3].map(() => locate(said.id, "yes to")[0]?.start)).toEqual([0, 13, 0])
})

test("what leaves something out in the middle is two quotes, if both were said", () => {
  const said = message(1, "We bake cakes, to order, and bread.")
  const of = (quote: string) => quotes([said])(said.id, quote).map((source) => source.quote)
  expect(of("We bake … and bread.")).toEqual(["We bake", "and bread."])
  expect(of("We bake [...] and rolls")).toEqual([])
})

test("a message that is not there has no quotes", () => {
  expect(quotes([])("msg_x", "a")).toEqual([])
})

test("any passage of any text is found, however it is normalised, and always between whole characters", () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom("é", "e\u0301", "🎂", "👩‍👧", "\n", " ", "ß", "İ", "한", "한", "“", "a"),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
    maxLength: 30,
  })
  const segments = (value: string) => [...new Intl.Segmenter().segment(value)].map(({ segment }) => segment)
  void fc.assert(
    fc.property(text, fc.nat(), fc.nat(), fc.constantFrom("NFC", "NFD", undefined), (value, from, length, form) => {
      const all = segments(value)
      const start = from % all.length
      const quote = all.slice(start, start + 1 + (length % 10)).join("")
      fc.pre(quote.trim() !== "")
      const source = find(value, form ? quote.normalize(form) : quote)
      expect(source).toBeDefined()
      expect(value.slice(source?.start, source?.end)).toBe(source?.quote)
    }),
    { numRuns: 300 },
  )
})
