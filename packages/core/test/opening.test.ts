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
  ["We need a C# library for the order_id field.", "We need a C# library for the order_id field"],
  ["**Boats** and _oars_ for `club`", "Boats and oars for club"],
  ["Wir bekommen ca. 1.500 Bestellungen. Im Sommer mehr.", "Wir bekommen ca. 1.500 Bestellungen"],
  ["Nous vendons env. 1 500 places. Plus en été.", "Nous vendons env. 1 500 places"],
  ["We hire out boats, e.g. canoes. Mrs. Smith keeps the list.", "We hire out boats, e.g. canoes"],
  ["Our practice is run by Dr. Smith and his wife", "Our practice is run by Dr. Smith and his wife"],
  ["", ""],
])("a conversation that begins with %j is called %j", (text, title) => {
  expect(titleOf(text)).toBe(title)
})

test("a title that is cut within people of several signs ends with whole ones", () => {
  const title = titleOf(`${"👨‍👩‍👧‍👦".repeat(40)} must see orders`)
  expect(title).toMatch(/^(?:👨‍👩‍👧‍👦)+(?:👨(?:‍👩(?:‍👧)?)?)?…$/u)
})

test("a title has at most sixty characters and ends between two words", () => {
  const title = titleOf("We need something for the people who look after the meadows along the river in spring")
  expect(title).toBe("We need something for the people who look after the meadows…")
  expect(title.length).toBeLessThanOrEqual(60)
})
