import { expect, test } from "vitest"
import { openingOf } from "../src/protocol/message.ts"

test("a short message is its own title, on one line", () => {
  expect(openingOf("  A bakery\n\nwith cakes ")).toBe("A bakery with cakes")
})

test("a long one is cut between two words", () => {
  const title = openingOf("I run a bakery. People order celebration cakes by phone, and on Saturdays we lose track.")
  expect(title).toBe("I run a bakery. People order celebration cakes…")
})

test("a word without an end is cut all the same", () => {
  expect(openingOf("x".repeat(500))).toHaveLength(49)
})
