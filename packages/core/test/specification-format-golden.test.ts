import { describe, expect, test } from "vitest"
import { render } from "../src/document/format/format.ts"
import { Evidence, Kind, State } from "../src/protocol/document.ts"
import { FORMATS, type Format } from "../src/protocol/format.ts"
import { expectGolden } from "./golden.ts"
import { bakery, bakeryHistory, bakeryNumbers } from "./specification-format-bakery.ts"
import { joinery } from "./specification-format-joinery.ts"

const inputs = {
  bakery: {
    document: bakery,
    title: "Cake orders",
    date: "2026-11-21T10:00:00.000Z",
    history: bakeryHistory,
    numbers: bakeryNumbers,
    reference: "SW-7K3M-22",
    hash: "5f1d".repeat(16),
    promptVersion: "guided-1",
    models: ["guided"],
  },
  joinery: { document: joinery, title: "Aufmaß auf der Baustelle", date: "2026-11-21" },
} as const

/** JSON is kept as text: the formatter would lay it out differently. */
const extensions: Partial<Record<Format, string>> = { json: "txt" }

describe.each(["bakery", "joinery"] as const)("the %s", (name) => {
  const { document, ...input } = inputs[name]

  test.each(FORMATS)("reads as it did when somebody read it, as %s", (format) => {
    const { text, extension } = render(document, { format, form: "full", ...input })
    expectGolden(text, new URL(`golden/${name}/${format}.${extensions[format] ?? extension}`, import.meta.url))
  })

  test("reads as it did, in the buyer's form", () => {
    expectGolden(
      render(document, { format: "markdown", form: "short", ...input }).text,
      new URL(`golden/${name}/markdown-short.md`, import.meta.url),
    )
  })
})

test("the bakery has a line of every kind, in every state, of every evidence", () => {
  const seen = new Set(bakery.items.flatMap(({ kind, state, evidence }) => [kind, state, evidence]))
  expect([...seen]).toEqual(expect.arrayContaining([...Kind.options, ...State.options, ...Evidence.options]))
})
