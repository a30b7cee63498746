import { AstBuilder, GherkinClassicTokenMatcher, Parser } from "@cucumber/gherkin"
import fc from "fast-check"
import { marked } from "marked"
import { describe, expect, test } from "vitest"
import { render } from "../src/document/format/format.ts"
import { rankOf } from "../src/document/rank.ts"
import type { Document } from "../src/protocol/document.ts"
import type { Format } from "../src/protocol/format.ts"
import { type Twins, twins } from "./specification-format-arbitrary.ts"
import { bakery } from "./specification-format-bakery.ts"

const input = { title: "A title", date: "2026-11-21", form: "full" } as const
const spaced = (text: string) => text.replace(/\s+/g, " ").trim()

/** Prints its seed and the shortest counterexample when it fails. */
const holds = (check: (twins: Twins) => void, numRuns = 200) => fc.assert(fc.property(twins, check), { numRuns })

const MARKDOWN = [
  ["markdown", "short"],
  ["markdown", "full"],
  ["spec-kit", "full"],
  ["kiro", "full"],
  ["openspec", "full"],
] as const satisfies [Format, "short" | "full"][]

/** Tags and the text between them, in order; nothing else stands in HTML. */
function parsed(source: string): { tags: string[]; text: string } {
  const html = marked.parse(source, { gfm: true, async: false })
  const tags = html.match(/<[^>]*>/g) ?? []
  const text = html
    .replace(/<[^>]*>/g, " ")
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name])
  return { tags, text: spaced(text) }
}

const ENTITIES = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" }

const OURS = /^<\/?(?:h[1-4]|p|[uo]l|li|strong|em|table|thead|tbody|tr|t[hd])>$/

describe.each(MARKDOWN)("%s, %s", (format, form) => {
  test("what people write stays text: it changes no mark-up, and every character of it is there", () => {
    holds(({ hostile, harmless, restore }) => {
      const [found, expected] = [hostile, harmless].map((one) => parsed(render(one, { ...input, format, form }).text))
      expect(found?.tags).toEqual(expected?.tags)
      expect(found?.text).toBe(spaced(restore(expected?.text ?? "")))
      for (const tag of expected?.tags ?? []) expect(tag).toMatch(OURS)
    })
  })

  test("holds no character that a reader cannot see", () => {
    holds(({ hostile }) => {
      expect(render(hostile, { ...input, format, form }).text).not.toMatch(INVISIBLE)
    })
  })

  test("a title stays a title", () => {
    for (const title of ["# x", "a\n# b", "<b>x</b>", "x #", "[x](y)", "\u202E", "1. x", "---"]) {
      const { text } = render(bakery, { ...input, title, format, form })
      const plainly = render(bakery, { ...input, format, form }).text
      expect(parsed(text).tags).toEqual(parsed(plainly).tags)
    }
  })
})

test("nobody's words pass for a tool's own marker: clarification, requirement, scenario", () => {
  const markers = /(?<!\\)\[NEEDS CLARIFICATION:|^#+ .*|^- \*\*(?:GIVEN|WHEN|THEN)\*\*|^\*\*[\w ]+(?::\*\*|\*\*:)/gm
  holds(({ hostile, harmless }) => {
    for (const format of ["spec-kit", "kiro", "openspec"] as const) {
      const [found, expected] = [hostile, harmless].map((one) => render(one, { ...input, format }).text.match(markers))
      const kinds = (marks: readonly string[] | null | undefined) => marks?.map((mark) => mark.split(/(?<=#) /)[0])
      expect(kinds(found)).toEqual(kinds(expected))
    }
  })
})

const INVISIBLE = /\p{Bidi_Control}|[\u{E0000}-\u{E007F}]|(?!\n)\p{Cc}|[\u2028\u2029\uFEFF]/u

type Child = {
  rule?: { keyword: string; name: string; description: string; children: readonly Child[] }
  scenario?: {
    tags: readonly { name: string }[]
    keyword: string
    name: string
    description: string
    steps: readonly { keyword: string; text: string; docString?: unknown; dataTable?: unknown }[]
    examples: readonly unknown[]
  }
  background?: unknown
}

/** Everything a test runner would see, in order. */
function outline(source: string): string[] {
  let id = 0
  const parser = new Parser(new AstBuilder(() => String(id++)), new GherkinClassicTokenMatcher())
  const { feature, comments } = parser.parse(source)
  const walk = ({ rule, scenario, background }: Child): string[] => {
    expect(background).toBeUndefined()
    if (rule) return [rule.keyword, rule.name, rule.description, ...rule.children.flatMap(walk)]
    if (!scenario) return []
    expect(scenario.examples).toEqual([])
    for (const step of scenario.steps) expect([step.docString, step.dataTable]).toEqual([undefined, undefined])
    return [
      ...scenario.tags.map(({ name }) => name),
      `${scenario.keyword}: ${scenario.name}`,
      scenario.description,
      ...scenario.steps.map(({ keyword, text }) => `${keyword}: ${text}`),
    ]
  }
  return [
    feature?.language ?? "",
    `${feature?.keyword}: ${feature?.name}`,
    feature?.description ?? "",
    ...(feature?.children.flatMap(walk) ?? []),
    ...comments.map(({ text }) => text),
  ].map(spaced)
}

const built = ({ items }: Document) =>
  items.flatMap((item) =>
    item.kind === "requirement" && rankOf(item) !== "wont" && item.state !== "retired" && item.state !== "superseded"
      ? item.criteria
      : [],
  )

describe("gherkin", () => {
  test("a runner sees one scenario for each criterion, with the words people wrote and no others", () => {
    holds(({ hostile, harmless, restore }) => {
      const found = outline(render(hostile, { ...input, format: "gherkin" }).text)
      const expected = outline(render(harmless, { ...input, format: "gherkin" }).text)
      expect(found).toEqual(expected.map((line) => spaced(restore(line))))
      expect(found.filter((line) => /^(?:Scenario|Szenario|Escenario|Scénario): /.test(line))).toHaveLength(
        built(hostile).length,
      )
      expect(found[0]).toBe(hostile.language)
    })
  })

  test("holds no character that a reader cannot see, and a title stays on its line", () => {
    holds(({ hostile, texts: [title = "x"] }) => {
      const { text } = render(hostile, { ...input, format: "gherkin", title })
      expect(text).not.toMatch(INVISIBLE)
      expect(outline(text).length).toBe(outline(render(hostile, { ...input, format: "gherkin" }).text).length)
    })
  })
})
