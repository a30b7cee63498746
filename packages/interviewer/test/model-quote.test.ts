import * as fc from "fast-check"
import { expect, test } from "vitest"
import { quotes } from "../src/model/proposal/quote.ts"
import { message } from "./model-play.ts"

const find = (text: string, quote: string) => {
  const said = message(1, text)
  return quotes([said])(said.id, quote)
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
  expect([1, 2, 3].map(() => locate(said.id, "yes to")?.start)).toEqual([0, 13, 0])
})

test("a message that is not there has no quotes", () => {
  expect(quotes([])("msg_x", "a")).toBeUndefined()
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
