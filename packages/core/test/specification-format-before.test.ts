import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { apply } from "../src/document/apply.ts"
import { diff } from "../src/document/diff.ts"
import { parseExport, render } from "../src/document/format/format.ts"
import { lint } from "../src/document/lint.ts"
import { readiness } from "../src/document/readiness.ts"
import { Document, type ItemOf } from "../src/protocol/document.ts"
import { FORMATS } from "../src/protocol/format.ts"

const input = { title: "Cake orders", date: "2026-11-21", form: "full" } as const

/** Exported before criteria had a text and evidence, and before lines could wait to be sorted. */
const file = (name: string) => readFileSync(new URL(`golden/before/${name}.txt`, import.meta.url), "utf8")

describe.each(["bakery", "joinery"])("the %s from before", (name) => {
  const document = parseExport(file(name))

  test("is read line for line, and its criteria as what nobody has said", () => {
    const { items: before, ...head } = JSON.parse(file(name))
    expect(document).toMatchObject({ version: head.version, language: head.language, used: head.used })
    expect(document.items).toMatchObject(before)
    const criteria = document.items.flatMap((item) => (item.kind === "requirement" ? item.criteria : []))
    expect(criteria.length).toBeGreaterThan(1)
    for (const criterion of criteria) expect(criterion).toMatchObject({ evidence: "inferred", sources: [] })
  })

  test("is the same as a snapshot that was stored then, and read back from what it is exported as now", () => {
    const { version, language, used, items } = JSON.parse(file(name))
    expect(Document.parse({ version, language, used, items })).toEqual(document)
    const again = parseExport(render(document, { ...input, format: "json" }).text)
    expect(again).toEqual(document)
    expect(diff(document, again)).toMatchObject({ added: [], changed: [], removed: [] })
  })

  test("is printed in every format, with the steps of its criteria", () => {
    const [first] = document.items.filter((item): item is ItemOf<"requirement"> => item.kind === "requirement")
    const [criterion] = first?.criteria ?? []
    for (const format of FORMATS) {
      const { text } = render(document, { ...input, format })
      for (const said of [first?.id, criterion?.id, criterion?.given, criterion?.when, criterion?.then])
        expect.soft(text, format).toContain(said)
      expect(text).not.toMatch(/undefined|\[object/)
    }
    expect(lint(document).map(({ rule }) => rule)).toContain("vague")
  })

  test("is no longer enough to build where nobody agreed to its criteria", () => {
    const { level, missing } = readiness(document)
    expect(level).not.toBe("build")
    for (const code of ["criterion.agreed", "guess"]) expect(missing).toContainEqual({ code, line: "FR-1" })
  })

  test("tells the difference to itself once something has changed", () => {
    const after = apply(document, [{ op: "set", id: "FR-1", fields: { text: "Other words." } }], document.version + 1)
    expect(diff(document, after)).toMatchObject({ added: [], changed: [{ after: { id: "FR-1" } }], removed: [] })
  })
})
