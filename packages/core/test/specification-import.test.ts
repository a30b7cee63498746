import fc from "fast-check"
import { expect, test } from "vitest"
import { advance } from "../src/document/apply.ts"
import { render } from "../src/document/format/format.ts"
import { type Document, empty } from "../src/protocol/document.ts"
import { Patch } from "../src/protocol/patch.ts"
import { hashOf } from "../src/specification/hash.ts"
import { patchesOf, readImport } from "../src/specification/import.ts"
import { clean } from "../src/text.ts"
import { twins } from "./specification-format-arbitrary.ts"
import { bakery } from "./specification-format-bakery.ts"
import { joinery } from "./specification-format-joinery.ts"

const fold = (document: Document): Document => patchesOf(document).reduce(advance, empty("fr"))
const exported = (document: Document, title = "Cakes") =>
  render(document, { format: "json", title, date: "2026-11-21", form: "full", hash: hashOf(document) }).text

test.each([
  ["a bakery's", bakery],
  ["a joinery's", joinery],
  ["an empty one", empty("de")],
  ["one of which nothing is left but its numbers", { ...empty("de"), version: 2, used: { goal: 3 } }],
])("the patches of %s document make the document", (_, document) => {
  expect(readImport(exported(document)).document).toEqual(document)
  if (patchesOf(document).length > 0) expect(fold(document)).toEqual(document)
  else expect(document.version).toBe(0)
})

test("whatever stands in a document, its patches make it, and are those that a log can have", () => {
  fc.assert(
    fc.property(twins, ({ hostile }) => {
      const version = Math.max(1, hostile.version)
      expect(fold({ ...hostile, version })).toEqual({ ...hostile, version })
      for (const patch of patchesOf(hostile)) expect(Patch.parse(JSON.parse(JSON.stringify(patch)))).toEqual(patch)
    }),
    { numRuns: 100 },
  )
})

test("what deceives the eye does not come in with a file", () => {
  const [line, ...rest] = bakery.items
  if (!line) throw new Error("there is a line")
  const document = { ...bakery, items: [{ ...line, text: "Safe\u202e\r\nand sound" }, ...rest] }
  const { text } = readImport(exported(document)).document.items[0] ?? {}
  expect(text).toBe("Safe\nand sound")
  expect(clean(JSON.stringify(bakery))).toBe(JSON.stringify(bakery))
})

test("a document is called what it was called, and nothing where it had no name", () => {
  expect(readImport(exported(bakery, "Cakes")).title).toBe("Cakes")
  expect(readImport(exported({ ...bakery, language: "en" }, "Specification"))).not.toHaveProperty("title")
})
