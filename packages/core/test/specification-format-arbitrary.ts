import fc from "fast-check"
import type * as z from "zod/mini"
import { plain } from "../src/document/format/plain.ts"
import * as Schema from "../src/protocol/document.ts"
import * as Message from "../src/protocol/message.ts"
import { documentOf } from "./specification-format-line.ts"

/** What makes something of a text in one of the formats, or of a reader. */
const NASTY = [
  ..."\\`*_{}[]<>()#+-.!|~&:=@$^%\"'",
  ..."\n\r\t\0\u0085\u009b\u2028\u2029\uFEFF\u202E\u2066\u200F\u{E0041}\u{E007F}\u00A0\u3000",
  ...[
    "<b>",
    "<script>alert(1)</script>",
    "<!-- ",
    "-->",
    "<a href=x>",
    "<https://a.example>",
    "</li>",
    "&lt;",
    "&#64;",
  ],
  ...[
    "[a](b)",
    "![a](b)",
    "[a]: b",
    "[^1]",
    "[ ] ",
    "https://a.example",
    "www.a.example",
    "ada@example.com",
    "ftp://a",
  ],
  ...["# ", "## Requirements", "### Requirement: x", "#### Scenario: x", "- ", "1. ", "1) ", "> ", "---", "===", "***"],
  ...[
    "```",
    "~~~",
    "    ",
    "\n\n",
    "  \n",
    "| a | b |",
    "| --- |",
    "**a**",
    "__a__",
    "~~a~~",
    "`a`",
    "$a$",
    "\\",
    "\\\\",
  ],
  ...[
    '"""',
    "@tag",
    "# language: xx",
    "Feature: a",
    "Scenario: a",
    "Given a",
    "* a",
    "Examples:",
    "Szenario: a",
    "Y a",
    "que a",
    "qu'a",
    "sei a",
  ],
  ...["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "SHALL", "**WHEN**", "[NEEDS CLARIFICATION: a]", "]", "q."],
]

/** A text of a document under test begins with this, so that it can be told from ids and states. */
const MARK = "\uE000"

const parts = fc.array(
  fc.oneof(
    fc.constantFrom(...NASTY),
    fc.string({ unit: "grapheme", maxLength: 6 }),
    fc.string({ unit: "binary", maxLength: 4 }),
  ),
  { maxLength: 8 },
)

/** In the middle of each text, so that none says what another says. */
const own = fc.noShrink(fc.nat()).map((number) => `q${letters(number)}q`)

const text = fc
  .tuple(parts, own)
  .map(([all, middle]) =>
    [...all.slice(0, all.length / 2), middle, ...all.slice(all.length / 2)]
      .join("")
      .slice(0, 100)
      .replace(/[.\s]+$/, ""),
  )
  .map((said) => MARK + said)

const ids = fc.constantFrom("FR-1", "FR-2", "UJ-1", "GOAL-1", "ROLE-1", "FEAT-1", "FEAT-2")

/** Anything the schema allows, so that a new field is attacked on the day it is added. */
function arbitrary(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (schema === Schema.ID) return ids
  if (schema === Schema.CriterionID) return fc.constant("AC-1.1")
  if (schema === Message.ID) return fc.constant("msg_01K9ZXW0000000000000000001")
  const { def } = (schema as z.core.$ZodTypes)._zod // the union of all schemas there are, as zod advises who walks them
  switch (def.type) {
    case "string":
      return text
    case "number":
      return fc.integer({ min: 1, max: 10 })
    case "boolean":
      return fc.boolean()
    case "literal":
      return fc.constantFrom(...def.values)
    case "enum":
      return fc.constantFrom(...Object.values(def.entries))
    case "array":
      return fc.array(arbitrary(def.element), { maxLength: 3 })
    case "optional":
    case "default":
      return arbitrary(def.innerType)
    case "union":
      return fc.oneof(...def.options.map(arbitrary))
    case "object": {
      const fields = Object.entries(def.shape)
      const required = fields.filter(([, field]) => !isOptional(field)).map(([name]) => name)
      // The name of a rule of ours, which nobody writes and nothing prints.
      const fieldOf = (name: string, field: z.core.$ZodType) =>
        name === "cue" ? fc.constant("heading") : arbitrary(field)
      return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, fieldOf(name, field)])), {
        requiredKeys: required,
      })
    }
    default:
      throw new Error(`no arbitrary for ${def.type}`)
  }
}

const isOptional = (schema: z.core.$ZodType) => (schema as z.core.$ZodTypes)._zod.def.type === "optional"

const item = arbitrary(Schema.Item) as fc.Arbitrary<Schema.Item> // what the walk over this schema makes

/** Numbered as documents are: each kind for itself, in the kinds' order. */
const marked = fc
  .tuple(fc.constantFrom(...Schema.Language.options), fc.array(item, { maxLength: 12 }))
  .map(([language, items]) => {
    const numbered = Schema.Kind.options.flatMap((kind) =>
      items
        .filter((one) => one.kind === kind)
        .map((one, index) => ({ ...one, id: `${Schema.prefixes[kind]}-${index + 1}` })),
    )
    return documentOf(language, 3, numbered.map(withCriteria))
  })

const withCriteria = (one: Schema.Item): Schema.Item =>
  one.kind === "requirement"
    ? {
        ...one,
        criteria: one.criteria.map((criterion, index) => ({ ...criterion, id: `AC-${one.id.slice(3)}.${index + 1}` })),
      }
    : one

/**
 * One document twice: as hostile people wrote it, and with a harmless word in place of each text. Whatever is made of the first must be what
 * is made of the second, with the texts put back.
 */
export type Twins = {
  hostile: Schema.Document
  harmless: Schema.Document
  restore(printed: string): string
  texts: string[]
}

export const twins: fc.Arbitrary<Twins> = marked.map((document) => {
  const texts: string[] = []
  const harmless = mapped(document, (said) => {
    texts.push(said)
    // A number in a text can be what readiness asks for.
    return `${/\d/.test(said) ? "1" : ""}w${letters(texts.length - 1)}w`
  })
  return {
    hostile: mapped(document, (said) => said),
    harmless,
    texts,
    restore: (printed) => printed.replace(/1?w([a-j]+)w/g, (_, word: string) => plain(texts[numberOf(word)] ?? "")),
  }
})

const letters = (index: number) => [...String(index)].map((digit) => "abcdefghij".charAt(Number(digit))).join("")
const numberOf = (word: string) => Number([...word].map((letter) => "abcdefghij".indexOf(letter)).join(""))

/** `change` is called for each text, in the order of the document. */
function mapped<T>(value: T, change: (text: string) => string): T {
  const map = (one: unknown): unknown => {
    if (typeof one === "string") return one.startsWith(MARK) ? change(one.slice(1)) : one
    if (Array.isArray(one)) return one.map(map)
    if (typeof one !== "object" || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([name, field]) => [name, map(field)]))
  }
  return map(value) as T // the same shape with other words
}
