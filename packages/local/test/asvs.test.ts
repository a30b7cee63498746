import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { rules } from "@spec-wizard/core/limit"
import { expect, test } from "vitest"
import { ROOT } from "../src/functions.ts"

const read = (name: string) => readFileSync(path.join(ROOT, "docs", name), "utf8")
const rows = [...read("asvs.md").matchAll(/^\| (V\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| (.+?) \| (.+?) \|$/gm)].map(
  ([, number = "", , , mark = "", why = ""]) => ({ number, mark, why }),
)

/** How many requirements of levels 1 and 2 each of the seventeen chapters of ASVS 5.0.0 has. */
const CHAPTERS = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7]

test("docs/asvs.md has every requirement of levels 1 and 2, once", () => {
  expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length)
  const counted = CHAPTERS.map((_, at) => rows.filter(({ number }) => number.startsWith(`V${at + 1}.`)).length)
  expect(counted).toEqual(CHAPTERS)
})

test("what passes names its test, or the document or service it rests on; what does not says why", () => {
  for (const { number, mark, why } of rows) {
    expect(["pass", "**fail**", "n/a"], number).toContain(mark)
    if (mark === "pass") expect(why, number).toMatch(/`[\w./-]+\.test\.ts`|^doc: \[|^AWS: |^`pnpm-lock\.yaml`/)
    for (const [, name = ""] of why.matchAll(/`([\w./-]+\.ts)`/g)) {
      const places = ["packages", "."].map((folder) => path.join(ROOT, folder, name))
      expect(places.some(existsSync), `${number}: ${name}`).toBe(true)
    }
  }
})

test("docs/security.md names what fails, and no more", () => {
  const [, exceptions = ""] = /^## ASVS$([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(read("security.md")) ?? []
  const named = [...exceptions.matchAll(/^\| (V\d+\.\d+\.\d+) \|/gm)].map(([, number = ""]) => number)
  expect(named.sort()).toEqual(rows.flatMap(({ number, mark }) => (mark === "**fail**" ? number : [])).sort())
})

const WINDOWS: Record<number, string> = { 60000: "minute", 3600000: "hour", 86400000: "day" }

test("docs/security.md has the limits as they are", () => {
  const told = [...read("security.md").matchAll(/^\| `([\w-]+)` \| (\d+) an? (\w+) \|/gm)]
  expect(Object.fromEntries(told.map(([, rule, max, window]) => [rule, `${max} ${window}`]))).toEqual(
    Object.fromEntries(Object.entries(rules).map(([rule, { max, windowMs }]) => [rule, `${max} ${WINDOWS[windowMs]}`])),
  )
})
