import fc from "fast-check"
import { expect, test } from "vitest"
import { parseExport, render } from "../src/document/format/format.ts"
import { MAX_EXPORT_LENGTH } from "../src/document/format/json.ts"
import { hashOf } from "../src/specification/hash.ts"
import { twins } from "./specification-format-arbitrary.ts"
import { bakery } from "./specification-format-bakery.ts"

const input = { format: "json", title: "Cakes", date: "2026-11-21", form: "full" } as const
const exported = () => JSON.parse(render(bakery, input).text)
const refused = { code: "specification.export_invalid", kind: "input" }

test("what was exported is imported as it was, whatever stands in it", () => {
  fc.assert(
    fc.property(twins, ({ hostile }) => {
      const back = parseExport(
        render(hostile, { ...input, hash: hashOf(hostile), models: ["m"], promptVersion: "p" }).text,
      )
      expect(back).toStrictEqual(hostile)
      expect(hashOf(back)).toBe(hashOf(hostile))
    }),
    { numRuns: 300 },
  )
})

test("the hash is of what is said, not of the order in which fields were written", () => {
  const items = bakery.items.map((item) => Object.fromEntries(Object.entries(item).reverse()))
  expect(hashOf(JSON.parse(JSON.stringify({ items, used: bakery.used, language: "en", version: 7 })))).toBe(
    hashOf(bakery),
  )
  expect(hashOf({ ...bakery, version: 8 })).not.toBe(hashOf(bakery))
})

test.each([
  ["nothing", () => ""],
  ["no JSON", () => "{ my secret words"],
  ["another thing's JSON", () => '{"secret":"words"}'],
  ["a later schema", () => JSON.stringify({ ...exported(), schemaVersion: 2 })],
  ["a field that is none of ours", () => JSON.stringify({ ...exported(), secret: 1 })],
  ["a line's field that is none of ours", () => withLine({ secret: 1 })],
  ["a kind under another's number", () => withLine({ id: "RISK-1" })],
  ["a number twice", () => JSON.stringify({ ...exported(), items: [...exported().items, exported().items[0]] })],
  ["a number that was never given out", () => withLine({ id: "SUM-2" })],
  ["a count of a kind that does not exist", () => JSON.stringify({ ...exported(), used: { secret: 1 } })],
  ["a line without text", () => withLine({ text: "" })],
  ["more than a document can have", () => render(bakery, input).text + " ".repeat(MAX_EXPORT_LENGTH)],
  ["100,000 levels", () => "[".repeat(100_000)],
])("refuses %s, and does not repeat what stood there", (_, text) => {
  expect(() => parseExport(text())).toThrow(expect.objectContaining(refused))
  expect(() => parseExport(text())).toThrow(expect.objectContaining({ message: expect.not.stringContaining("secret") }))
})

test("a prototype key reaches nobody's prototype", () => {
  const text = render(bakery, input).text.replace('"used": {', '"used": { "__proto__": { "admin": true },')
  expect(parseExport(text)).toStrictEqual(bakery)
  expect(({} as Record<string, unknown>)["admin"]).toBeUndefined()
})

function withLine(fields: Record<string, unknown>): string {
  const [first, ...rest] = exported().items
  return JSON.stringify({ ...exported(), items: [{ ...first, ...fields }, ...rest] })
}
