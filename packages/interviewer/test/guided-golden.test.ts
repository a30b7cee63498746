import { parseExport, render } from "@spec-wizard/core/document/format"
import { FORMATS, type Format } from "@spec-wizard/core/protocol/format"
import { describe, expect, test } from "vitest"
import { expectGolden } from "../../core/test/golden.ts"
import { brief, write } from "./guided-document.ts"

/** JSON is kept as text: the formatter would lay it out differently. */
const extensions: Partial<Record<Format, string>> = { json: "txt" }

describe.each(["bakery", "clinic-pasted", "allotment-contradictory", "viajes-es"])("the brief %s", (name) => {
  const written = write(brief(name), name.endsWith("-es") ? "es" : "en")
  const input = { title: name, date: "2026-11-21" }

  test.each(FORMATS)("becomes what somebody has read and found good, as %s", async (format) => {
    const document = (await written).at(-1)?.document
    if (!document) throw new Error("nothing was written")
    const { text, extension } = render(document, { format, form: "full", ...input })
    expectGolden(text, new URL(`golden/briefs/${name}/${format}.${extensions[format] ?? extension}`, import.meta.url))
    if (format === "json") expect(parseExport(text)).toEqual(document)
  })
})
