import { advance } from "@spec-wizard/core/document/apply"
import { type Document, empty } from "@spec-wizard/core/protocol/document"
import { afterAll, describe, expect, test } from "vitest"
import { checked } from "../src/model/proposal/check.ts"
import { proposals } from "../src/model/proposal/propose.ts"
import { read } from "../src/model/proposal/read.ts"
import { documentOf, line, message } from "./model-play.ts"

const BEFORE = "We run a library with two branches. Members borrow books for 21 days. No fines."
const NOW =
  "Reservations are kept for 3 days. Members get a mail when the book is there, and no text messages. Staff must log in. Loans are extended at the desk."
const said = [message(1, BEFORE), message(2, "How long is a book kept for somebody?", "wizard"), message(3, NOW)]

const from = (quote: string) => {
  const start = BEFORE.indexOf(quote)
  return { evidence: "stated", sources: [{ messageId: message(1, "").id, quote, start, end: start + quote.length }] }
}
const grown = documentOf(
  [
    line("Fewer calls", { kind: "goal" }),
    line("Members borrow books for 21 days", from("Members borrow books for 21 days")),
    line("We close on Sundays"),
    line("Member", { kind: "entity", attributes: ["name", "phone"] }),
    line("Opening hours", { kind: "feature" }),
    line("A reader can ask for a book", { kind: "requirement", criteria: [] }),
    line("How long is a book kept?", { kind: "question" }),
    line("A library, for readers", { kind: "summary" }),
  ],
  BEFORE,
)
const first = BEFORE.slice(0, 35)
const unsorted = {
  ...{ kind: "unsorted", id: "U-1", text: first, sources: from(first).sources, dependsOn: [], state: "accepted" },
  ...{ evidence: "stated", locked: "none", addedIn: 1, changedIn: 1 },
}
const document: Document = advance(grown, {
  version: 2,
  operations: [
    { op: "add", item: unsorted as never },
    { op: "lock", id: "RULE-2" },
  ], // an unsorted line, as code makes it
})

const quote = "Reservations are kept for 3 days"
const rule = {
  ...{ op: "add", kind: "rule", text: "Reservations are kept for 3 days", evidence: "stated" },
  quotes: [{ message: 3, quote }],
}
const guess = (kind: string, details: object, more: object = {}) => ({
  ...{ op: "add", kind, text: "A guess", evidence: "inferred", details, ...more },
})
const quality = (details: object) => ({
  ...rule,
  kind: "quality",
  text: "Staff must log in",
  quotes: [{ message: 3, quote: "Staff must log in" }],
  details,
})
const question = (details: object) => guess("question", details)
const requirement = (more: object) => ({ ...rule, kind: "requirement", ...more })
const one = (input: unknown) => ({ input })
const pair = (as: string, name: string) => ({
  changes: [
    { ...guess("goal", {}), as },
    { ...rule, dependsOn: [name] },
  ],
})

/** One mistake each in a proposal that is right otherwise: a change, several, or the whole of what the tool was called with. */
const MISTAKES: [mistake: string, proposal: object, fate: "taken" | "refused"][] = [
  // how a quote is written
  [
    "a full stop at the end of the quote that is not there",
    { ...rule, quotes: [{ message: 3, quote: "Members get a mail." }], text: "Members get a mail" },
    "taken",
  ],
  ["quotation marks around the quote", { ...rule, quotes: [{ message: 3, quote: `“${quote}”` }] }, "taken"],
  ["straight quotation marks around the quote", { ...rule, quotes: [{ message: 3, quote: `"${quote}"` }] }, "taken"],
  ["dots at the ends of the quote", { ...rule, quotes: [{ message: 3, quote: `… ${quote} ...` }] }, "taken"],
  [
    "dots where the quote leaves something out",
    { ...rule, quotes: [{ message: 3, quote: "Reservations are … for 3 days" }] },
    "taken",
  ],
  ["the mark of a list before the quote", { ...rule, quotes: [{ message: 3, quote: `- ${quote}` }] }, "taken"],
  ["capitals in the quote", { ...rule, quotes: [{ message: 3, quote: quote.toUpperCase() }] }, "taken"],
  ["half a word at the end of the quote", { ...rule, quotes: [{ message: 3, quote: quote.slice(0, -1) }] }, "taken"],
  ["the number of another message", { ...rule, quotes: [{ message: 1, quote }] }, "taken"],
  ["no number of a message", { ...rule, quotes: [{ quote }] }, "taken"],
  ["the number as text", { ...rule, quotes: [{ message: "3", quote }] }, "taken"],
  ["the number with its word", { ...rule, quotes: [{ message: "message 3", quote }] }, "taken"],
  ["one quote in place of a list", { ...rule, quotes: { message: 3, quote } }, "taken"],
  ["a text as quotes", { ...rule, quotes: quote }, "taken"],
  ["a field for one quote", { ...rule, quotes: undefined, quote }, "taken"],
  ["quotes as JSON in a text", { ...rule, quotes: JSON.stringify(rule.quotes) }, "taken"],
  [
    "other words for the quote",
    { ...rule, quotes: [{ message: 3, quote: "We keep reservations three days" }] },
    "refused",
  ],
  [
    "the wizard quoted",
    { ...rule, text: "A book is kept", quotes: [{ message: 2, quote: "How long is a book kept" }] },
    "refused",
  ],
  ["said, and no quote", { ...rule, quotes: [] }, "refused"],
  // what the call is wrapped in
  ["JSON in a text", one(JSON.stringify(JSON.stringify({ changes: [rule] }))), "taken"],
  ["JSON in a fence", one(`\`\`\`json\n${JSON.stringify({ changes: [rule] })}\n\`\`\``), "taken"],
  ["changes as JSON in a text", { changes: JSON.stringify([rule]) }, "taken"],
  ["a change as JSON in a text", { changes: [JSON.stringify(rule)] }, "taken"],
  ["one change in place of a list", { changes: rule }, "taken"],
  ["a change without the list", one(JSON.stringify(rule)), "taken"],
  ["the list without its name", one(JSON.stringify([rule])), "taken"],
  ["an envelope around the call", { input: { changes: [rule] } }, "taken"],
  ["the language by its name", { language: "English", changes: [rule] }, "taken"],
  ["the language of nobody", { language: "Klingon", changes: [rule] }, "taken"],
  // how a field is written
  ["a capital operation", { ...rule, op: "Add" }, "taken"],
  ["an operation with a line in it", { op: "add_to", id: "ENT-1", field: "attributes", values: ["mail"] }, "taken"],
  ["a capital kind", { ...rule, kind: "Rule" }, "taken"],
  ["a kind in the plural", { ...rule, kind: "rules" }, "taken"],
  ["a kind by its prefix", { ...rule, kind: "FR" }, "taken"],
  ["capital evidence", { ...rule, evidence: "Stated" }, "taken"],
  ["evidence in two words", { ...rule, evidence: "from document" }, "taken"],
  ["no evidence", { ...guess("goal", {}), evidence: undefined }, "taken"],
  ["a capital priority", { ...rule, priority: "Must" }, "taken"],
  ["a priority in other words", { ...rule, priority: "high" }, "taken"],
  ["a priority that is none", { ...rule, priority: "blue" }, "taken"],
  ["a small id", { op: "retire", id: "goal-1", reason: "gone" }, "taken"],
  ["an id without its hyphen", { op: "retire", id: "GOAL 1", reason: "gone" }, "taken"],
  ["a handle without its sign", pair("1", "$1"), "taken"],
  ["a handle named without its sign", pair("$1", "1"), "taken"],
  ["one line named in place of a list", { ...rule, dependsOn: "GOAL-1" }, "taken"],
  ["a number as text", question({ impact: "6", uncertainty: "8" }), "taken"],
  ["a number beyond ten", question({ impact: 12, uncertainty: 8 }), "taken"],
  ["a word for a number", question({ impact: "high", uncertainty: 8 }), "taken"],
  ["yes for true", guess("entity", { personal: "yes" }), "taken"],
  ["a list as text", guess("entity", { attributes: "name\nphone" }), "taken"],
  ["a capital category", quality({ category: "Security" }), "taken"],
  ["no category", quality({}), "refused"],
  ["a category of nobody", quality({ category: "deliciousness" }), "refused"],
  ["a title that is too long", { ...rule, title: "word ".repeat(40) }, "taken"],
  ["a detail that the kind does not have", { ...rule, details: { steps: ["a"] } }, "taken"],
  ["a detail beside the details", { ...guess("entity", {}), attributes: ["name"] }, "taken"],
  ["a field of nobody", { ...rule, confidence: 0.9 }, "taken"],
  ["null where nothing is", { ...rule, title: null, ears: null, details: null }, "taken"],
  // requirements
  ["a requirement without its parts", requirement({}), "taken"],
  [
    "parts with their words",
    requirement({
      text: undefined,
      ears: { when: "When 3 days pass,", system: "the system", shall: "shall free the book" },
      quotes: [{ message: 3, quote: "for 3 days" }],
    }),
    "taken",
  ],
  ["a criterion as text", requirement({ criteria: "The book is free again" }), "taken"],
  ["a case in other words", requirement({ criteria: [{ case: "Unhappy path", then: "A refusal is shown" }] }), "taken"],
  // which line
  [
    "a line that is there already",
    { ...rule, text: "Fewer calls", kind: "goal", evidence: "inferred", quotes: [] },
    "taken",
  ],
  ["set for a line that is not sorted", { op: "set", id: "U-1", kind: "context" }, "taken"],
  [
    "a list told anew with one more",
    { op: "set", id: "ENT-1", details: { attributes: ["name", "phone", "mail"] } },
    "taken",
  ],
  ["a list told anew with one less", { op: "set", id: "ENT-1", details: { attributes: ["name", "mail"] } }, "refused"],
  ["a line that is not there", { op: "set", id: "FR-9", text: "x" }, "refused"],
  ["a handle that nobody gives", { ...rule, dependsOn: ["$7"] }, "refused"],
  ["a locked line", { op: "set", id: "RULE-2", text: "We close on Mondays" }, "refused"],
  // what only a person may say
  ["confirmed in the visitor's place", { ...rule, evidence: "confirmed" }, "refused"],
  [
    "accepted in the visitor's place",
    { op: "set", id: "GOAL-1", text: "None", details: { state: "accepted" } },
    "refused",
  ],
]

let refused = 0
afterAll(() => process.stdout.write(`${refused} of ${MISTAKES.length} single mistakes are refused\n`))

describe("a single mistake in a proposal", () => {
  test.each(MISTAKES)("%s", (_, proposal, fate) => {
    const input =
      "input" in proposal && typeof proposal.input === "string"
        ? proposal.input
        : JSON.stringify("op" in proposal ? { changes: [proposal] } : proposal)
    const understood = read([{ id: "1", name: "propose", input }], { messages: said, document })
    const { good, waiting, faulty } = checked(understood.changes, { document, messages: said })
    const faults = [...understood.faults, ...faulty].map(({ fault }) => fault)
    if (fate === "refused") {
      refused++
      expect(faults).toHaveLength(1)
      return
    }
    expect(faults).toEqual([])
    expect(waiting).toEqual([])
    expect(good.length).toBeGreaterThan(0)
    proposals(good, document)
  })

  test("is refused where its meaning cannot be known, which is seldom", () => {
    expect(MISTAKES).toHaveLength(71)
    expect(refused).toBeLessThanOrEqual(12)
  })

  test("that is repaired says what was meant", () => {
    const operations = (proposal: object) => {
      const { changes } = read([{ id: "1", name: "propose", input: JSON.stringify({ changes: [proposal] }) }], {
        messages: said,
        document,
      })
      return proposals(changes, document)
    }
    expect(operations({ ...rule, priority: "high", kind: "rules", title: "word ".repeat(40) })).toMatchObject([
      {
        op: "add",
        item: { kind: "rule", priority: "must", title: expect.stringMatching(/^(word )+word…$/), sources: [{ quote }] },
      },
    ])
    expect(operations(question({ impact: "6", uncertainty: 12 }))).toMatchObject([
      { op: "ask", item: { impact: 6, uncertainty: 10 } },
    ])
    expect(operations({ ...rule, quotes: [{ quote: "Reservations are … for 3 days" }] })).toMatchObject([
      { item: { sources: [{ quote: "Reservations are" }, { quote: "for 3 days" }] } },
    ])
    expect(operations({ op: "set", id: "ENT-1", details: { attributes: ["name", "phone", "mail"] } })).toMatchObject([
      { op: "addTo", id: "ENT-1", field: "attributes", values: ["mail"] },
    ])
    expect(operations({ ...guess("goal", {}), evidence: undefined, quotes: [{ quote }] })).toMatchObject([
      { item: { evidence: "inferred" } },
    ])
    expect(operations({ ...rule, kind: "summary", evidence: "inferred" })).toMatchObject([{ op: "set", id: "SUM-1" }])
    expect(operations({ ...rule, priority: "blue" })[0]).not.toHaveProperty("item.priority")
  })
})

test("what is right is taken, so that the table says something", () => {
  const { changes, faults } = read([{ id: "1", name: "propose", input: JSON.stringify({ changes: [rule] }) }], {
    messages: said,
    document: empty("en"),
  })
  expect(faults).toEqual([])
  expect(changes).toMatchObject([{ op: "add", sources: [{ quote, start: 0 }] }])
})
