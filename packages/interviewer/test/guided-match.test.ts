import { empty, Item } from "@spec-wizard/core/protocol/document"
import { expect, test } from "vitest"
import { en } from "../src/guided/languages/en/en.ts"
import { matches } from "../src/guided/write/match.ts"

/** A document with one requirement, which has this number in the visitor's own brief. */
const numbered = (reference: string) => ({
  ...empty("en"),
  items: [
    Item.parse({
      id: "FR-1",
      kind: "requirement",
      text: "Orders are kept.",
      state: "accepted",
      evidence: "stated",
      locked: "none",
      sources: [],
      dependsOn: [],
      criteria: [],
      reference,
      addedIn: 1,
      changedIn: 1,
    }),
  ],
})

const isNamed = (reference: string, sentence: string) =>
  matches(numbered(reference), sentence, en).some((match) => match.isNamed)

test("a number of the visitor's own is looked for as it was written, whatever signs are in it", () => {
  expect(isNamed("R.2", "Drop R.2 again")).toBe(true)
  expect(isNamed("R.2", "Drop R52 again")).toBe(false)
  for (const reference of ["R(", "R[", "R\\", "R**", "R{1", "R|x", "(?<!R"])
    expect(isNamed(reference, `Drop ${reference}`)).toBe(true)
})
