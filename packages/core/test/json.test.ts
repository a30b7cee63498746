import { expect, test } from "vitest"
import { parse } from "../src/json.ts"

const refused = { code: "frame.invalid", kind: "input" }

test.each([
  ["nothing", ""],
  ["no JSON", "hello"],
  ["an array", "[1]"],
  ["null", "null"],
  ["a number", "1"],
  ["17 levels", `${'{"a":'.repeat(17)}1${"}".repeat(17)}`],
  ["100,000 levels", "[".repeat(100_000)],
  ["1,002 values", `{"a":[${Array(1_002).fill(1).join(",")}]}`],
])("refuses %s", (_, text) => {
  expect(() => parse(text, "frame.invalid")).toThrow(expect.objectContaining(refused))
})

test("does not count brackets inside strings, escaped quotes included", () => {
  const text = JSON.stringify({ text: '[{"'.repeat(2_000) })
  expect(parse(text, "frame.invalid")).toEqual({ text: '[{"'.repeat(2_000) })
})

test("a prototype key stays an own property and reaches nobody's prototype", () => {
  const value = parse('{"__proto__":{"admin":true}}', "frame.invalid")
  expect(Object.hasOwn(value, "__proto__")).toBe(true)
  expect(({} as Record<string, unknown>)["admin"]).toBeUndefined()
})

test("the refusal does not repeat what was sent", () => {
  expect(() => parse("my secret words", "frame.invalid")).toThrow(expect.not.stringContaining("secret"))
})
