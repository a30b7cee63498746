import { expect, test } from "vitest"
import { openingOf, titleOf } from "../src/protocol/message.ts"

test("a short message is its own title, on one line", () => {
  expect(openingOf("  A bakery\n\nwith cakes ")).toBe("A bakery with cakes")
})

test("a long one is cut between two words", () => {
  const title = openingOf("I run a bakery. People order celebration cakes by phone, and on Saturdays we lose track.")
  expect(title).toBe("I run a bakery. People order celebration cakes…")
})

test("a word without an end is cut all the same", () => {
  expect(openingOf("x".repeat(500))).toHaveLength(48)
})

test.each([
  ["## Dispatch for *Nordlift*\n\nWe maintain lifts.", "Dispatch for Nordlift"],
  ["- Create a ticket\n- Close a ticket", "Create a ticket"],
  ["We run a bakery. People order cakes by phone.", "We run a bakery"],
  ["", ""],
])("a conversation that begins with %j is called %j", (text, title) => {
  expect(titleOf(text)).toBe(title)
})

test("a title has at most sixty characters and ends between two words", () => {
  const title = titleOf("We need something for the people who look after the meadows along the river in spring")
  expect(title).toBe("We need something for the people who look after the meadows…")
  expect(title.length).toBeLessThanOrEqual(60)
})
