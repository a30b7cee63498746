import { expect, test } from "vitest"
import { referenceIn } from "../src/status/reference-in.ts"

test.each([
  ["SPEC-K7MT-4XQ9", "SPEC-K7MT-4XQ9"],
  ["  spec k7mt 4xq9 ", "spec k7mt 4xq9"],
  ["Please name this reference: SPEC-K7MT-4XQ9.", "SPEC-K7MT-4XQ9"],
  ["Ihre Spezifikation SPEC–K7MT–4XQ9 ist da", "SPEC–K7MT–4XQ9"],
  ["k7mt4xq9", "k7mt4xq9"],
  ["ＳＰＥＣ－Ｋ７ＭＴ－４ＸＱ９。", "SPEC-K7MT-4XQ9"],
  ["SPEC\u2011K7MT\u20114XQ9\u200B", "SPEC\u2010K7MT\u20104XQ9"],
  ["our specification", "our specification"],
  ["", ""],
])("in %j it finds %j", (text, reference) => {
  expect(referenceIn(text)).toBe(reference)
})

test("what is no reference is never longer than what the server reads", () => {
  expect(referenceIn("x ".repeat(500)).length).toBeLessThanOrEqual(40)
})
