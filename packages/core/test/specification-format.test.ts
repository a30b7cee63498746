import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { render } from "../src/document/format/format.ts"
import { isGuess } from "../src/document/format/group.ts"
import { summarized } from "../src/document/format/history.ts"
import { rankOf } from "../src/document/rank.ts"
import { EVIDENCE_ICONS } from "../src/document/wording.ts"
import { wordings } from "../src/document/wordings.ts"
import { type Document, type Evidence, empty, Item, isLive, Language } from "../src/protocol/document.ts"
import { FORMATS } from "../src/protocol/format.ts"
import { twins } from "./specification-format-arbitrary.ts"
import { bakery, bakeryHistory, bakeryNumbers } from "./specification-format-bakery.ts"
import { check, line } from "./specification-format-line.ts"

const input = { title: "Cake orders", date: "2026-11-21", form: "full" } as const
const print = (format: (typeof FORMATS)[number], form: "short" | "full" = "full", document = bakery) =>
  render(document, { ...input, format, form, history: bakeryHistory, numbers: bakeryNumbers }).text

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
    for (const words of ["Said", "Serves", "FR-6", "FR-7", "Q-2", "msg", "message 4"])
      expect.soft(text).not.toContain(words)
  })

  test("what was not sorted yet and how things are stand in both forms", () => {
    for (const form of ["short", "full"] as const) {
      const [, background = ""] = print("markdown", form).split(`## ${sections.background}\n`)
      expect(background.split("\n## ")[0]).toContain("We have two shops.")
      const [, unsorted = ""] = print("markdown", form).split(`## ${sections.unsorted}\n`)
      expect(unsorted.split("\n## ")[0]).toContain("The thing with the orders from the school.")
    }
  })

  test("a message has a number people can read, and without one nothing stands in its place", () => {
    for (const language of Language.options) {
      const text = print("markdown", "full", { ...bakery, language })
      const { message } = wordings[language]
      expect(text.match(new RegExp(message(4), "g"))?.length).toBeGreaterThan(5)
      expect(text).toContain(`Spec Wizard, ${message(1)} |`)
    }
    const unnumbered = render(bakery, { ...input, format: "markdown", history: bakeryHistory }).text
    expect(unnumbered).not.toMatch(/msg|message \d|\(\)|: $/m)
    expect(unnumbered).toContain("| 1 | 18 November 2026 | Spec Wizard |")
    expect(unnumbered).toContain("“12 cakes a day is all we can do”")
  })

  test("words that stand in the line itself are not said a second time, and marks beside them not at all", () => {
    const [, line = ""] = print("markdown").split("- **FR-8**")
    const [own = ""] = line.split("\n- ")
    expect(own.match(/It still works in the cellar/g)).toHaveLength(1)
    expect(own).toContain("- Said: message 1")
    expect(own.match(/Said with it.*/g)).toEqual(["Said with it: *“that is what Anna says”* (message 1)"])
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
    expect(after).toContain("SCOPE-2, FEAT-2, AC-1.1, AC-2.1, FR-4, AC-9.1, NFR-1, ASM-1")
  })
})

describe("openspec", () => {
  test("passes its validator's rules: a purpose, different names, SHALL in every body, a scenario each", () => {
    fc.assert(
      fc.property(twins, ({ hostile }) => {
        const alike = { ...hostile, items: hostile.items.map((item) => ({ ...item, title: "TODO" })) }
        const [head = "", body = ""] = print("openspec", "full", alike).split(/^## Requirements$/m)
        const purpose =
          head
            .split(/^## Purpose$/m)[1]
            ?.split(/^## /m)[0]
            ?.trim() ?? ""
        expect(purpose.length).toBeGreaterThanOrEqual(50)
        expect(purpose).not.toMatch(/^(?:TBD|TODO)/i)
        const [, ...blocks] = (body.split(/^## /m)[0] ?? "").split(/^### Requirement: /m)
        expect(new Set(blocks.map((block) => block.split("\n")[0])).size).toBe(blocks.length)
        for (const block of blocks) {
          const [text = "", ...scenarios] = block.split(/^#### Scenario: /m)
          expect(text.split("\n").slice(1).join("")).toMatch(/\bSHALL\b/)
          expect(scenarios.length).toBeGreaterThan(0)
          // What `openspec` keeps them apart by: ids, which stay whatever is said later.
          expect(new Set(scenarios.map((one) => one.split("\n")[0])).size).toBe(scenarios.length)
          for (const scenario of scenarios) {
            expect(scenario).toMatch(/^(?:AC-\d+\.\d+|RULE-\d+|NFR-\d+)\n/)
            expect(scenario).toMatch(/\n- \*\*THEN\*\* .|\n[^-\n].* \(Open Questions\)\.\n/)
          }
        }
      }),
    )
  })

  test("a change names what is new, what is different, what is gone and what is called something else", () => {
    const text = (document: Document, since: Document) => render(document, { ...input, format: "openspec", since }).text
    const everything = text(bakery, empty("en"))
    expect(everything.match(/^## .*$/gm)).toEqual([
      "## Purpose",
      "## Background",
      "## ADDED Requirements",
      "## Open Questions",
      "## Not Sorted Yet",
    ])
    expect(text(bakery, bakery)).not.toMatch(/^###? (?:Purpose|.* Requirements|Requirement:)/m)
    const changed = change(bakery, {
      "FR-1": { title: "Places left", criteria: [check("AC-1.1", "9 is shown.")] },
      "FR-2": { state: "superseded", supersededBy: "FR-10" },
      "FR-3": { priority: "wont" },
      "FR-8": { text: "It works without a signal.", criteria: [] },
    })
    const delta = text(
      { ...changed, items: [...changed.items, line("FR-10", { text: "It names the next free day.", criteria: [] })] },
      bakery,
    )
    const part = (name: string) => delta.split(`## ${name} Requirements\n`)[1]?.split(/^## /m)[0] ?? ""
    expect(part("RENAMED")).toContain(
      "- FROM: ### Requirement: FR-1 Free places\n- TO: ### Requirement: FR-1 Places left",
    )
    expect(part("REMOVED")).toMatch(/FR-2 .*\n\n\*\*Reason\*\*: replaced by FR-10\n\n/)
    expect(part("REMOVED")).toMatch(/FR-3 .*\n\n\*\*Reason\*\*: not this time\n\n/)
    expect(part("ADDED")).toMatch(/^\n### Requirement: FR-10 It names the next free day\n\nTHE SYSTEM SHALL/)
    // A changed requirement keeps every scenario it had: `openspec archive` refuses to lose one.
    expect(part("MODIFIED").match(/^#+ .*$/gm)).toEqual([
      "### Requirement: FR-8 It works without a signal",
      "#### Scenario: AC-8.1",
      "### Requirement: FR-1 Places left",
      "#### Scenario: AC-1.1",
      "#### Scenario: AC-1.2",
    ])
    expect(part("MODIFIED")).toContain("#### Scenario: AC-1.2\n\ndropped\n")
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
    const { check } = wordings.en
    for (const own of ["(AC-1.1)", "(AC-1.2)", check("FR-3"), check("FR-4")])
      expect.soft(told.split(own)).toHaveLength(2)
  })
})

describe("kiro", () => {
  test("criteria are EARS with its keywords, whatever the language, where the sentence has these parts", () => {
    expect(print("kiro")).toMatch(/^1\. IF the 13th cake .*, THEN THE SYSTEM SHALL refuse it.* \(FR-2\)$/m)
    expect(print("kiro")).toMatch(
      /^2\. WHERE .*, WHEN .*, THE SYSTEM SHALL send a text message \(FR-3\) \(in dispute\)$/m,
    )
    expect(print("kiro")).toMatch(
      /^1\. THE SYSTEM SHALL comply with FR-8: It still works in the cellar, where there is no signal!$/m,
    )
  })
})

describe("nobody's mouth", () => {
  test("a user story is one that somebody told, in their words", () => {
    const stories = {
      en: "As a baker, I want to tick off a cake.",
      de: "Als Bäckerin möchte ich eine Torte abhaken.",
      es: "Como panadera, quiero marcar una tarta.",
      fr: "En tant que boulangère, je veux cocher un gâteau.",
    }
    for (const language of Language.options)
      for (const document of [bakery, ...Object.values(stories).map((text) => change(bakery, { "FR-9": { text } }))]) {
        const told = print("kiro", "full", { ...document, language }).match(/(?<=^\*\*User Story:\*\* ).*$/gm) ?? []
        const said = document.items.find(({ id }) => id === "FR-9")?.text
        expect(told).toEqual(said === stories[language] || (language === "en" && document === bakery) ? [said] : [])
      }
    for (const format of FORMATS) expect(print(format)).not.toMatch(/as a user, I want|I want (?:FR|NFR|RULE)-/i)
  })

  test.each(["gherkin", "kiro", "openspec"] as const)(
    "no question of ours stands in %s but how a line is checked",
    (format) => {
      fc.assert(
        fc.property(twins, ({ harmless }) => {
          const { gaps } = wordings[harmless.language]
          for (const gap of Object.values(gaps)) expect(print(format, "full", harmless)).not.toContain(gap)
        }),
      )
    },
  )

  test.each(["gherkin", "kiro", "openspec", "spec-kit"] as const)(
    "%s asks how to check what nobody has agreed a check for, and invents none",
    (format) => {
      for (const language of Language.options) {
        const text = print(format, "full", { ...bakery, language })
        const { check } = wordings[language]
        for (const id of ["FR-2", "FR-3", "FR-4", "FR-9"]) expect.soft(text).toContain(check(id))
        for (const id of ["FR-1", "FR-5", "FR-8"]) expect.soft(text).not.toContain(check(id))
      }
      const bare = bakery.items.filter(({ kind }) => kind === "requirement").map(({ id }) => [id, { criteria: [] }])
      const text = print(format, "full", change(bakery, Object.fromEntries(bare)))
      expect(text).not.toMatch(/Scenario: AC-.*\n+.*(?:Given|When|Then)|^\d\. \*\*|^ +- AC-|Scenario: FR-/im)
    },
  )

  test("a check's own words are its outcome where a tool wants steps, unless its steps say all of it", () => {
    expect(print("gherkin")).toMatch(/Scenario: AC-8\.1 .*\n +Then The list opens with the phone in flight mode\.\n/)
    expect(print("gherkin")).toMatch(/Scenario: AC-1\.2 .*\n +When two customers .*\n +Then one of them is told/)
    const text =
      "At the till, when two customers order the last cake at once, one of them is told so, and the other is thanked."
    const more = change(bakery, {
      "FR-1": {
        criteria: [
          check("AC-1.1", text, { when: "two customers order the last cake at once", then: "one of them is told so" }),
        ],
      },
    })
    for (const format of ["gherkin", "openspec", "spec-kit"] as const)
      expect(print(format, "full", more)).toMatch(
        /\*{0,2}(?:Then|THEN)\*{0,2} At the till, when two customers .* the other is thanked\./,
      )
  })
})

describe("what nobody said", () => {
  test.each(["markdown", "gherkin", "spec-kit", "kiro", "openspec"] as const)(
    "is marked on its line in %s",
    (format) => {
      fc.assert(
        fc.property(twins, ({ harmless }) => {
          const { evidence } = wordings[harmless.language]
          const marked = (one: { evidence: Evidence }) => `${EVIDENCE_ICONS[one.evidence]} ${evidence[one.evidence]}`
          const lines = print(format, "full", harmless).split("\n")
          // Each text is a word of its own. Headings and quotes of it have the line itself below them.
          for (const item of harmless.items.filter(isGuess))
            for (const line of lines.filter((one) => one.includes(item.text) && !REPEATED.test(one)))
              expect(line).toContain(marked(item))
          const live = harmless.items.filter((item) => item.kind === "requirement" && isLive(item))
          for (const item of live)
            for (const criterion of item.kind === "requirement" && rankOf(item) !== "wont" ? item.criteria : []) {
              const isGuess = ["inferred", "default"].includes(criterion.evidence)
              const at = lines.findIndex(
                (one) =>
                  one.includes(`@${criterion.id} `) ||
                  one.includes(`**${criterion.id}**`) ||
                  (HEADS.test(one) && one.includes(criterion.id)),
              )
              const near = lines.slice(Math.max(0, at - 1), at + 6).join("\n")
              if (isGuess) expect(near, criterion.id).toContain(marked(criterion))
            }
        }),
      )
    },
  )
})

const REPEATED = /^(?:#+ (?!FR)|\*\*Why|- \*\*THEN\*\*| {2}Rule: |Feature: |\s*(?:Regel|Regla|Règle): )/
const HEADS = /^(?:#### Scenario: |\d+\. \*\*|\s+- AC)/

/** With other fields in some of its lines. */
const change = (document: Document, fields: Record<string, object>): Document => ({
  ...document,
  items: document.items.map((item) => Item.parse({ ...item, ...fields[item.id] })),
})

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
