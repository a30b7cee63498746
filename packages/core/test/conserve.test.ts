import fc from "fast-check"
import { expect, test } from "vitest"
import { advance } from "../src/document/apply.ts"
import { conserve, leave } from "../src/document/conserve.ts"
import { accept } from "../src/document/propose.ts"
import { type Document, empty, Item, isLive } from "../src/protocol/document.ts"
import type * as Operation from "../src/protocol/operation.ts"
import { clean } from "../src/text.ts"
import { unplaced } from "./unplaced.ts"

const message = (text: string, id = "msg_00000000000000000000000001") => ({ id: id as `msg_${string}`, text })

/** A line that quotes from `start` to `end`. */
const quoting = ({ id, text }: ReturnType<typeof message>, start: number, end: number): Operation.Proposal => ({
  op: "add",
  item: {
    kind: "rule",
    text: text.slice(start, end).trim() || "x",
    evidence: "inferred",
    sources: [{ messageId: id, quote: text.slice(start, end), start, end }],
    dependsOn: [],
  },
})

function take(
  document: Document,
  said: ReturnType<typeof message>,
  proposals: Operation.Proposal[],
  asides: Parameters<typeof conserve>[2] = [],
) {
  const { operations, refused } = accept(document, proposals, {
    textOf: (id) => (id === said.id ? said.text : undefined),
  })
  expect(refused).toEqual([])
  const version = document.version + 1
  const after = advance(document, { version, operations })
  return advance(document, { version, operations: [...operations, ...conserve(after, said, asides)] })
}

const textsOf = (document: Document, kind: Item["kind"] = "unsorted") =>
  document.items.filter((item) => item.kind === kind && isLive(item)).map(({ text }) => text)

const structured = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.constantFrom(
        "- ",
        "1. ",
        "FR-3\t",
        "## ",
        "…",
        "z. B. ",
        "<b>",
        "& 50 > 10",
        "한국어",
        "שלום",
        "👩‍🍳",
        "a".repeat(2_100),
        ".",
        "?\n",
        "\n\n",
        "Name: ",
        "  • ",
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => clean(parts.join("")))
  .filter((text) => text.trim() !== "")

test("whatever was quoted and told aside, every character of a message has its place, once", () => {
  fc.assert(
    fc.property(
      structured,
      fc.array(fc.tuple(fc.nat(), fc.nat(80)), { maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(20)), { maxLength: 4 }),
      fc.constantFrom("en" as const, "de" as const, "es" as const, "fr" as const),
      (text, quotes, beside, language) => {
        const said = message(text)
        const span = ([at, length]: [number, number]) => {
          const start = at % text.length
          return { start, end: Math.min(text.length, start + 1 + length) }
        }
        const proposals = quotes.map(span).map(({ start, end }) => quoting(said, start, end))
        const asides = beside.map(span)
        const document = take(empty(language), said, proposals, asides)
        expect(
          unplaced(
            document,
            said,
            asides.map((one) => ({ ...one, act: "mark" })),
          ),
        ).toBe("")
        for (const item of document.items) expect(Item.safeParse(item).error).toBeUndefined()
        expect(document.items.filter(({ kind }) => kind === "unsorted").length).toBeLessThanOrEqual(100)
        expect(conserve(document, said, asides)).toEqual([])
      },
    ),
    { numRuns: 300 },
  )
}, 120_000)

test("a sentence nobody quoted is a line of its own, word for word", () => {
  const document = take(
    empty("en"),
    message("We run a shop. It floods, e.g. in spring. Nobody likes <b> & 50 > 10."),
    [],
  )
  expect(textsOf(document)).toEqual(["We run a shop.", "It floods, e.g. in spring.", "Nobody likes <b> & 50 > 10."])
})

test("of a sentence that was quoted in part the rest stands beside the line as context", () => {
  const text = "Honestly, drivers may not edit prices, as you can imagine."
  const said = message(text)
  const document = take(empty("en"), said, [quoting(said, 10, 38)])
  expect(textsOf(document)).toEqual([])
  expect(document.items[0]?.sources).toEqual([
    { messageId: said.id, quote: "drivers may not edit prices,", start: 10, end: 38 },
    { messageId: said.id, quote: "Honestly,", start: 0, end: 9, context: true },
    { messageId: said.id, quote: "as you can imagine.", start: 39, end: text.length, context: true },
  ])
})

test("what was unsorted and is quoted later is no longer unsorted, and nothing is added twice", () => {
  const said = message("We run a shop. It floods.")
  const first = take(empty("en"), said, [])
  expect(textsOf(first)).toEqual(["We run a shop.", "It floods."])
  const again = take(first, said, [])
  expect(again.items).toEqual(first.items)
  const retried = take(first, said, [quoting(said, 15, 25)])
  expect(textsOf(retried)).toEqual(["We run a shop."])
  expect(textsOf(retried, "rule")).toEqual(["It floods."])
})

test("two hundred sentences become a hundred lines at most, and a very long one is cut between words", () => {
  const many = take(
    empty("en"),
    message(Array.from({ length: 200 }, (_, index) => `Sentence ${index} is here.`).join(" ")),
    [],
  )
  expect(textsOf(many)).toHaveLength(100)
  const long = `${"word ".repeat(900)}end`
  const cut = take(empty("en"), message(long), [])
  for (const text of textsOf(cut)) {
    expect(text.length).toBeLessThanOrEqual(2_000)
    expect(text).toMatch(/^word.*(word|end)$/)
  }
})

test("lines that go leave their words unsorted, but for what another line still quotes", () => {
  const said = message("We run a shop. It floods.")
  const document = take(empty("en"), said, [quoting(said, 0, 14), quoting(said, 15, 25), quoting(said, 15, 25)])
  const [shop, flood, other] = document.items
  if (!shop || !flood || !other) throw new Error("three lines were proposed")
  const rest = { ...document, items: [other] }
  expect(leave(rest, [shop, flood]).map((one) => one.op === "add" && one.item.text)).toEqual(["We run a shop."])
})

test("words of a check have their place in it, and are left unsorted when it goes", () => {
  const said = message("I book a room twice.")
  const source = { messageId: said.id, quote: said.text, start: 0, end: said.text.length }
  const check = {
    case: "happy" as const,
    text: said.text,
    evidence: "stated" as const,
    sources: [source],
  }
  const line = { kind: "requirement" as const, text: "Rooms are booked once.", sources: [], dependsOn: [] }
  const before = advance(empty("en"), {
    version: 1,
    operations: accept(empty("en"), [{ op: "add", item: { ...line, evidence: "inferred", criteria: [] } }], {
      textOf: () => undefined,
    }).operations,
  })
  const after = take(before, said, [{ op: "addTo", id: "FR-1", field: "criteria", values: [check] }])
  expect(textsOf(after)).toEqual([])
  expect(leave(before, after.items).map((one) => one.op === "add" && one.item.text)).toEqual([said.text])
})

test("of speech without a stop each clause that no line has is a line of its own, not context of another", () => {
  const clause = (name: string) =>
    `and then the ${name} goes down to the lake and looks at all the boats that lie there`
  const said = message(["warden", "boatman", "treasurer", "cook", "owner"].map(clause).join(" "))
  const start = said.text.indexOf("and then the boatman")
  const document = take(empty("en"), said, [quoting(said, start, said.text.indexOf(" and then the treasurer"))])
  expect(textsOf(document)).toEqual([clause("warden"), ["treasurer", "cook", "owner"].map(clause).join(" ")])
  expect(unplaced(document, said, [])).toBe("")
})

test("of such speech with commas each part between two of them is a line of its own, where it has some words", () => {
  const parts = [
    "each boat needs a number on its bow",
    "the warden writes down who took it, and when",
    "the lake freezes over in a hard winter",
  ]
  const said = message(Array.from({ length: 3 }, () => parts.join(", ")).join(", "))
  const document = take(empty("en"), said, [])
  expect(textsOf(document)).toEqual(
    Array.from({ length: 3 }, () => parts)
      .flat()
      .map((part, at) => (at < 8 ? `${part},` : part)),
  )
  expect(unplaced(document, said, [])).toBe("")
})
