import { advance } from "@spec-wizard/core/document/apply"
import { conserve } from "@spec-wizard/core/document/conserve"
import { accept } from "@spec-wizard/core/document/propose"
import { type Document, empty } from "@spec-wizard/core/protocol/document"
import { describe, expect, test } from "vitest"
import { checked } from "../src/model/proposal/check.ts"
import { proposals } from "../src/model/proposal/propose.ts"
import { read } from "../src/model/proposal/read.ts"
import { message } from "./model-play.ts"

const EARLIER = "We lend bicycles. No delivery. A bicycle has a number and a size. Riders pay one euro a day."
const NOW =
  "Sorry, we do deliver now. Riders pay two euro a day. The ride ends at the shop. Keep the colour as well. Late is a must."
const earlier = message(1, EARLIER)
const now = message(3, NOW)
const said = (quote: string) => [{ message: 3, quote }]
const before = (quote: string) => [{ message: 1, quote }]

/** What changes come to, read with the messages that are at hand; the document has what nobody said of `EARLIER` unsorted. */
function play(document: Document, changes: object[], messages = [now], title?: string) {
  const input = JSON.stringify({ changes, ...(title && { title }) })
  const understood = read([{ id: "1", name: "propose", input }], { messages, document })
  const { good, waiting, faulty } = checked(understood.changes, { document, messages })
  const texts = new Map(messages.map(({ id, text }) => [id as string, text]))
  const { operations } = accept(document, proposals(good, document), { textOf: (id) => texts.get(id) })
  const faults = [...understood.faults, ...faulty].map(({ fault }) => fault)
  return { after: advance(document, { version: document.version + 1, operations }), faults, waiting, operations }
}

function made(document: Document, changes: object[], messages = [now], title?: string): Document {
  const { after, faults, waiting } = play(document, changes, messages, title)
  expect(faults).toEqual([])
  expect(waiting).toEqual([])
  return after
}

const add = (kind: string, text: string, more: object = {}) => ({
  op: "add",
  kind,
  text,
  evidence: "inferred",
  ...more,
})
const stated = (kind: string, text: string, quotes: object[], more: object = {}) => ({
  ...add(kind, text, more),
  ...{ evidence: "stated", quotes },
})

const first = made(
  empty("en"),
  [
    add("goal", "Fewer calls", { as: "$1" }),
    stated("exclusion", "Delivery", before("No delivery"), { details: { reason: "no van" } }),
    stated("entity", "Bicycle", before("A bicycle has a number and a size"), {
      details: { attributes: ["number", "size"] },
    }),
    stated("rule", "Riders pay one euro a day", before("Riders pay one euro a day"), {
      dependsOn: ["$1"],
      priority: "must",
      rationale: "as ever",
    }),
    add("requirement", "Riders can book", {
      criteria: [{ case: "happy", then: "a booking is shown" }],
      dependsOn: ["RULE-1"],
    }),
  ],
  [earlier],
)
const quotesOf = (document: Document, id: string) =>
  lineOf(document, id)?.sources.flatMap(({ quote, context }) => (context ? [] : [quote]))
const lineOf = ({ items }: Document, id: string) => items.find((item) => item.id === id)
const version = first.version
const document = advance(first, { version, operations: conserve(first, earlier, []) })

describe("a line that takes another's place has what it is not told", () => {
  const pays = stated("rule", "Riders pay two euro a day", said("Riders pay two euro a day"))

  test("priority, reason, what it serves and the fields of its kind", () => {
    const after = made(document, [{ ...pays, op: "supersede", id: "RULE-1", kind: undefined }])
    expect(lineOf(after, "RULE-1")).toMatchObject({ state: "superseded", supersededBy: "RULE-2" })
    expect(lineOf(after, "RULE-2")).toMatchObject({
      ...{ text: "Riders pay two euro a day", state: "accepted", priority: "must", rationale: "as ever" },
      ...{ dependsOn: ["GOAL-1"], guesses: { priority: true } },
    })
    expect(lineOf(after, "FR-1")).toMatchObject({ dependsOn: ["RULE-2"] })
  })

  test("lists, which grow by what it names, and criteria", () => {
    const bicycle = stated("entity", "Bicycle", said("Keep the colour as well"), {
      details: { attributes: ["colour"] },
    })
    const booking = add("requirement", "Riders book", { criteria: [{ case: "error", then: "a refusal is shown" }] })
    const after = made(document, [
      { ...bicycle, op: "supersede", id: "ENT-1" },
      { ...booking, op: "supersede", id: "FR-1" },
    ])
    expect(lineOf(after, "ENT-2")).toMatchObject({ attributes: ["number", "size", "colour"] })
    expect(lineOf(after, "FR-2")).toMatchObject({
      criteria: [
        { id: "AC-2.1", case: "happy" },
        { id: "AC-2.2", case: "error" },
      ],
    })
  })
})

test("an entry that says one of the old ones anew takes its place", () => {
  const rider = (may: string[]) => add("role", "Rider", { evidence: "inferred", details: { may } })
  const before = made(document, [rider(["keep it until nine pm", "read the map"])])
  const id = before.items.findLast(({ kind }) => kind === "role")?.id
  const after = made(before, [{ ...rider(["keep it until ten pm"]), op: "supersede", id }])
  const role = after.items.findLast(({ kind }) => kind === "role")
  expect(role).toMatchObject({ may: ["read the map", "keep it until ten pm"] })
})

describe("a quote may name a line whose message is no longer at hand", () => {
  test("and stands for what the line keeps of it", () => {
    const after = made(document, [stated("rule", "Riders pay one euro", [{ line: "RULE-1" }])])
    expect(lineOf(after, "RULE-2")).toMatchObject({
      sources: [{ messageId: earlier.id, quote: "Riders pay one euro a day" }],
    })
    const part = made(document, [stated("context", "There is a size", [{ line: "ENT-1", quote: "a size" }])])
    expect(lineOf(part, "CTX-1")).toMatchObject({ sources: [{ quote: "a size", start: EARLIER.indexOf("a size") }] })
    const unnamed = made(document, [stated("context", "A euro, one", [{ message: 1, quote: "one euro" }])])
    expect(lineOf(unnamed, "CTX-1")).toMatchObject({ sources: [{ messageId: earlier.id, quote: "one euro" }] })
  })

  test("but nothing of what the line was said by changes it", () => {
    const change = { op: "set", id: "RULE-1", text: "Riders pay nothing", quotes: [{ line: "RULE-1" }] }
    expect(play(document, [change]).faults).toEqual([expect.stringContaining("changes only with a new quote")])
    expect(play(document, [stated("rule", "Riders pay", [{ line: "GOAL-1" }])]).faults).toHaveLength(1)
  })
})

test("a contradiction becomes a question with both quotes, and its answer settles it", () => {
  const disputed = made(document, [{ op: "dispute", ids: ["OUT-1"], quotes: said("we do deliver now") }])
  expect(lineOf(disputed, "OUT-1")).toMatchObject({ state: "disputed" })
  expect(lineOf(disputed, "Q-1")).toMatchObject({ choices: ["No delivery", "we do deliver now"], blocks: ["OUT-1"] })
  const after = made(disputed, [
    { op: "answer", id: "Q-1", quotes: said("we do deliver now") },
    { op: "retire", id: "OUT-1", reason: "they deliver", quotes: said("we do deliver now") },
  ])
  expect(lineOf(after, "Q-1")).toMatchObject({ state: "accepted", answer: "we do deliver now" })
  expect(lineOf(after, "OUT-1")).toMatchObject({ state: "retired" })
  expect(quotesOf(after, "OUT-1")).toEqual(["No delivery", "we do deliver now"])
})

test("a guess that they say becomes a line of theirs, with all it had", () => {
  const guess = made(document, [add("rule", "Rides end at the shop", { rationale: "as ever" })])
  const after = made(guess, [
    { op: "set", id: "RULE-2", evidence: "stated", quotes: said("The ride ends at the shop") },
  ])
  expect(lineOf(after, "RULE-2")).toMatchObject({ state: "superseded" })
  expect(lineOf(after, "RULE-3")).toMatchObject({
    ...{ text: "Rides end at the shop", evidence: "stated", state: "accepted", rationale: "as ever" },
    sources: [{ quote: "The ride ends at the shop" }],
  })
})

test("a priority is theirs when they are quoted for it", () => {
  const guessed = made(document, [
    stated("rule", "Rides end at the shop", said("The ride ends at the shop"), { priority: "must" }),
  ])
  expect(lineOf(guessed, "RULE-2")).toMatchObject({ priority: "must", guesses: { priority: true } })
  const more = { priority: "must", priorityQuotes: said("Late is a must") }
  const ranked = made(document, [stated("rule", "Rides end at the shop", said("The ride ends at the shop"), more)])
  expect(lineOf(ranked, "RULE-2")).not.toHaveProperty("guesses")
})

test("a criterion is theirs in their words, and a guess in ours", () => {
  const criteria = [
    { case: "happy", text: "The ride ends at the shop", quotes: said("The ride ends at the shop") },
    { case: "error", given: "a flat tyre", when: "they call", then: "a van comes" },
  ]
  expect(lineOf(made(document, [{ op: "set", id: "FR-1", criteria }]), "FR-1")).toMatchObject({
    criteria: [
      { evidence: "inferred" },
      { evidence: "stated", sources: [{ messageId: now.id }] },
      { evidence: "inferred", sources: [] },
    ],
  })
})

describe("what nobody had sorted", () => {
  test("gets its kind by its number, several at once, with its words and quotes", () => {
    expect(lineOf(document, "U-1")).toMatchObject({ text: "We lend bicycles." })
    const after = made(document, [{ op: "sort", ids: ["U-1"], kind: "context" }])
    expect(lineOf(after, "CTX-1")).toMatchObject({ text: "We lend bicycles.", evidence: "stated", state: "accepted" })
    expect(lineOf(after, "U-1")).toMatchObject({ state: "superseded" })
  })

  test("has its place when it is said in other words, by its line or by the quote alone", () => {
    for (const change of [
      { ...stated("scope", "Bicycles are lent", [{ line: "U-1" }]), op: "supersede", id: "U-1" },
      stated("scope", "Bicycles are lent", [{ line: "U-1" }]),
      stated("scope", "Bicycles are lent", [{ quote: "We lend bicycles." }]),
    ])
      expect(lineOf(made(document, [change]), "U-1"), JSON.stringify(change)).toMatchObject({ state: "superseded" })
  })
})

test("there is one summary, with the name of what they want", () => {
  const one = made(document, [add("summary", "Lending bicycles")], [now], "Wheels")
  expect(lineOf(one, "SUM-1")).toMatchObject({ title: "Wheels", text: "Lending bicycles" })
  const two = made(one, [add("summary", "Lending bicycles to riders")], [now], "Spokes")
  expect(two.items.filter(({ kind }) => kind === "summary")).toMatchObject([
    { title: "Spokes", text: "Lending bicycles to riders" },
  ])
  expect(lineOf(made(two, [], [now], "Rims"), "SUM-1")).toMatchObject({ title: "Rims" })
})

test("what stands there already is not written again, and a new quote for it is kept", () => {
  const same = made(document, [add("goal", "fewer calls!")])
  expect(same.items.filter(({ kind }) => kind === "goal")).toHaveLength(1)
  const quoted = made(document, [stated("exclusion", "Delivery", said("Keep the colour"))])
  expect(quotesOf(quoted, "OUT-1")).toEqual(["No delivery", "Keep the colour"])
  expect(lineOf(quoted, "OUT-2")).toBeUndefined()
})
