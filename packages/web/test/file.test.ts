import { expect, test } from "vitest"
import { fileName } from "../src/data/file.ts"

const at = new Date(2026, 10, 1, 23, 59)

test.each([
  ["Bakery orders", "bakery-orders-2026-11-01.json"],
  ["", "spec-wizard-2026-11-01.json"],
  ["  ../../etc/passwd\u0000 ", "etc-passwd-2026-11-01.json"],
  ["Torten & Brötchen: „Käse“", "torten-brötchen-käse-2026-11-01.json"],
  ["ケーキの注文", "ケーキの注文-2026-11-01.json"],
  ["🧁", "spec-wizard-2026-11-01.json"],
])("a file of %j has a name that every system takes", (title, name) => {
  expect(fileName(title, at)).toBe(name)
})

test("a long title makes a name of bearable length", () => {
  for (const title of ["word ".repeat(40), "x".repeat(300)])
    expect(fileName(title, at)).toMatch(/^[\w-]{40,60}-2026-11-01\.json$/)
})

test("a name that is cut ends with a whole character", () => {
  for (const start of ["a", "ab"]) expect(fileName(start + "𠮷".repeat(40), new Date(0)).isWellFormed()).toBe(true)
})
