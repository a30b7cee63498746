import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { render } from "../src/document/format/format.ts"
import { isGuess } from "../src/document/format/group.ts"
import { summarized } from "../src/document/format/history.ts"
import { EVIDENCE_ICONS } from "../src/document/wording.ts"
import { wordings } from "../src/document/wordings.ts"
import { empty, isLive, Language } from "../src/protocol/document.ts"
import { FORMATS } from "../src/protocol/format.ts"
import { twins } from "./specification-format-arbitrary.ts"
import { bakery, bakeryHistory } from "./specification-format-bakery.ts"

const input = { title: "Cake orders", date: "2026-11-21", form: "full" } as const
const print = (format: (typeof FORMATS)[number], form: "short" | "full" = "full", document = bakery) =>
  render(document, { ...input, format, form, history: bakeryHistory }).text

const { sections, evidence } = wordings.en

describe("markdown", () => {
  test("no heading stands without something below it, in any language, whatever the document holds", () => {
    const hollow = (source: string) => {
      const lines = source.split("\n").filter((line) => line !== "")
      const level = (line = "## ") => /^#+(?= )/.exec(line)?.[0].length ?? Number.POSITIVE_INFINITY
      return lines.filter((line, index) => /^##+ /.test(line) && level(lines[index + 1]) <= level(line))
    }
    for (const language of Language.options) expect(hollow(print("markdown", "full", empty(language)))).toEqual([])
    fc.assert(
      fc.property(twins, ({ harmless }) => {
        expect(hollow(print("markdown", "full", harmless))).toEqual([])
      }),
    )
  })

  test("every line that counts says who said it, in a sign and in words; an open question claims nothing", () => {
    const lines = print("markdown").split("\n")
    for (const item of bakery.items.filter(isLive)) {
      const at = lines.findIndex(
        (one) => one.startsWith(`### ${item.id} `) || one.match(`^(?:- )?\\*\\*${item.id}(?: ·|\\*)`),
      )
      const line = lines[at]?.startsWith("###") ? lines[at + 2] : lines[at]
      const mark = `${EVIDENCE_ICONS[item.evidence]} ${evidence[item.evidence]}`
      if (item.id === "Q-1") expect(line).not.toContain(mark)
      else expect.soft(line, item.id).toContain(mark)
    }
  })

  test("the buyer's form leaves out quotes, serving, history and the engineer's sections", () => {
    const text = print("markdown", "short")
    for (const name of ["rules", "data", "integrations", "risks", "glossary", "traceability", "history"] as const)
      expect.soft(text).not.toContain(`## ${sections[name]}`)
    for (const words of ["Said", "Serves", "FR-6", "FR-7", "Q-2", "msg"]) expect.soft(text).not.toContain(words)
  })

  test("what was dropped or replaced stands in the history alone, with why", () => {
    const [before, after] = print("markdown").split(`## ${sections.history}`)
    for (const id of ["**FR-6**", "**FR-7**", "**GOAL-2**", "**RULE-2**"]) expect.soft(before).not.toContain(id)
    expect(after).toContain("nobody has a fax")
    expect(after).toContain("replaced by FR-2")
  })

  test("a version names each line once: as added, as changed, or as gone", () => {
    const [one, two, three] = bakery.items
    if (!one || !two || !three) throw new Error("the bakery has lines")
    const touched = summarized([
      { op: "add", item: one },
      { op: "confirm", id: one.id },
      { op: "supersede", id: "GOAL-9", item: two },
      { op: "set", id: "ROLE-1", fields: {} },
      { op: "lock", id: "ROLE-1" },
      { op: "dispute", id: "FR-9" },
      { op: "retire", id: "FR-9" },
      { op: "undo", version: 2, items: [three], removed: ["FR-8"] },
    ])
    expect(touched).toEqual({
      added: [one.id, two.id],
      changed: ["ROLE-1", three.id],
      removed: ["GOAL-9", "FR-9", "FR-8"],
    })
  })

  test("guesses and defaults are listed under the assumptions", () => {
    const [, after] = print("markdown").split(`## ${sections.assumptions}`)
    expect(after).toContain("SCOPE-2, FEAT-2, FR-4, NFR-1")
  })
})

describe("openspec", () => {
  test("passes its validator's rules: a purpose, different names, SHALL in every body, a scenario each", () => {
    fc.assert(
      fc.property(twins, ({ hostile }) => {
        const alike = { ...hostile, items: hostile.items.map((item) => ({ ...item, title: "The same" })) }
        const [head = "", body = ""] = print("openspec", "full", alike).split(/^## Requirements$/m)
        expect(head.split(/^## Purpose$/m)[1]?.trim()).not.toBe("")
        const [, ...blocks] = (body.split(/^## /m)[0] ?? "").split(/^### Requirement: /m)
        expect(new Set(blocks.map((block) => block.split("\n")[0])).size).toBe(blocks.length)
        for (const block of blocks) {
          const [text = "", ...scenarios] = block.split(/^#### Scenario: /m)
          expect(text.split("\n").slice(1).join("")).toMatch(/\bSHALL\b/)
          expect(scenarios.length).toBeGreaterThan(0)
          for (const scenario of scenarios) expect(scenario).toMatch(/^- \*\*WHEN\*\* .+\n- \*\*THEN\*\* ./m)
        }
      }),
    )
  })
})

describe("what will not be built", () => {
  test.each(["gherkin", "kiro", "openspec", "spec-kit"] as const)("is no requirement in %s", (format) => {
    const text = print(format)
    expect(text).not.toMatch(/^(?:###|\d+\.|@).*(?:FR-5|instalments)/m)
    expect(text).not.toContain("FR-005")
    for (const gone of ["fax", "10 cakes", "More customers", "10 pies"]) expect(text).not.toContain(gone)
  })
})

describe("spec-kit", () => {
  test("what is unknown is marked where its commands look for it", () => {
    const text = print("spec-kit")
    expect(text).toContain("- **FR-001**: When a customer chooses a day")
    expect(text).toMatch(/^- \*\*FR-001\*\*.*\[NEEDS CLARIFICATION: May customers change an order\?\]$/m)
    expect(text).toContain("[NEEDS CLARIFICATION: What about personal data?]")
  })

  test("each requirement is told in one story", () => {
    const [told = ""] = print("spec-kit").split("### Edge Cases")
    for (const id of ["AC-1.1", "AC-1.2", "FR-3", "FR-4"]) expect.soft(told.split(id)).toHaveLength(2)
  })
})

describe("kiro", () => {
  test("criteria are EARS with its keywords, whatever the language", () => {
    expect(print("kiro")).toMatch(/^1\. IF the 13th cake .*, THEN THE SYSTEM SHALL refuse it/m)
    expect(print("kiro")).toMatch(/^1\. WHERE .*, WHEN .*, THE SYSTEM SHALL send a text message/m)
  })
})

describe("what nobody said", () => {
  test.each(["markdown", "gherkin", "spec-kit", "kiro", "openspec"] as const)(
    "is marked on its line in %s",
    (format) => {
      fc.assert(
        fc.property(twins, ({ harmless }) => {
          const { evidence } = wordings[harmless.language]
          const lines = print(format, "full", harmless).split("\n")
          // Each text is a word of its own. Headings and quotes of it have the line itself below them.
          for (const item of harmless.items.filter(isGuess))
            for (const line of lines.filter((one) => one.includes(item.text) && !REPEATED.test(one)))
              expect(line).toContain(`${EVIDENCE_ICONS[item.evidence]} ${evidence[item.evidence]}`)
        }),
      )
    },
  )
})

const REPEATED = /^(?:#+ (?!FR)|\*\*User Story|\*\*Why|- \*\*THEN\*\*| {2}Rule: |Feature: |\s*(?:Regel|Regla|Règle): )/

describe("every format", () => {
  test.each(FORMATS)("%s of an empty document is a file that says so, in every language", (format) => {
    for (const language of Language.options) {
      const { text } = render(empty(language), { ...input, format })
      expect(text.endsWith("\n") && !text.endsWith("\n\n")).toBe(true)
      expect(text).not.toMatch(/undefined|null,?$|\[object/)
    }
  })

  test("is the same for the same document, and leaves it alone", () => {
    fc.assert(
      fc.property(twins, ({ hostile }) => {
        const before = JSON.stringify(hostile)
        for (const format of FORMATS) expect(print(format, "full", hostile)).toBe(print(format, "full", hostile))
        expect(JSON.stringify(hostile)).toBe(before)
      }),
      { numRuns: 50 },
    )
  })
})

describe("words", () => {
  test.each(Language.options)("%s has a word for everything, and each gap is a question of its own", (language) => {
    const { gaps, ...wording } = wordings[language]
    const all = (value: unknown): string[] =>
      typeof value === "string" ? [value] : typeof value === "object" && value ? Object.values(value).flatMap(all) : []
    for (const word of [...all(wording), ...all(gaps)]) expect(word.trim()).not.toBe("")
    for (const gap of Object.values(gaps)) expect.soft(gap).toMatch(/\?$/)
    expect(new Set(Object.values(gaps)).size).toBe(Object.keys(gaps).length)
    for (const level of Object.values(wording.level)) expect(level).not.toMatch(/[.?]$/)
  })
})
