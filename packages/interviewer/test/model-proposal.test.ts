import { advance } from "@spec-wizard/core/document/apply"
import { resolve } from "@spec-wizard/core/document/propose"
import { type Document, empty, Kind } from "@spec-wizard/core/protocol/document"
import type * as Operation from "@spec-wizard/core/protocol/operation"
import { describe, expect, test } from "vitest"
import { checked } from "../src/model/proposal/check.ts"
import { proposals } from "../src/model/proposal/propose.ts"
import { read } from "../src/model/proposal/read.ts"
import { documentOf, line, message } from "./model-play.ts"

const TEXT = "At most 12 cakes a day. Staff say no when it is full, and nobody pays online."
const said = [message(1, "What is it?", "wizard"), message(2, TEXT)]
const quotes = (quote: string) => [{ message: 2, quote }]
const call = (input: unknown, name = "propose") => ({
  id: "1",
  name,
  input: typeof input === "string" ? input : JSON.stringify(input),
})
const reading = (calls: Parameters<typeof read>[0], document = empty("en"), messages = said) =>
  read(calls, { messages, document })
const understand = (document: Document, ...changes: object[]) => reading([call({ changes })], document)

function operations(changes: object[], document: Document = empty("en")): Operation.Info[] {
  const { changes: meant, faults } = understand(document, ...changes)
  const { good, waiting, faulty } = checked(meant, { document, messages: said })
  expect([...faults, ...faulty].map(({ fault }) => fault)).toEqual([])
  expect(waiting).toEqual([])
  return resolve(document, proposals(good, document), { textOf: () => TEXT })
}

/** One detail of every kind that has any, of each type there is. */
const details: Partial<Record<Kind, object>> = {
  measure: { target: "12" },
  role: { may: ["order"], job: "bake" },
  scope: { when: "later" },
  journey: { steps: ["a", "b"], failure: "c" },
  entity: { personal: true, attributes: ["name"] },
  integration: { direction: "both", onFailure: "again" },
  quality: { category: "security" },
  decision: { alternatives: ["a"], who: "b" },
  question: { impact: 9, uncertainty: 8, choices: ["a", "b"] },
  term: { meaning: "m" },
}

test.each(Kind.options.filter((kind) => kind !== "unsorted"))(
  "a %s can be proposed, with what its kind has",
  (kind) => {
    const change = {
      op: "add",
      kind,
      text: "12 cakes",
      evidence: "stated",
      quotes: quotes("12 cakes"),
      details: details[kind],
    }
    const [operation] = operations([change])
    expect(operation).toMatchObject({
      op: "add",
      item: { kind, ...details[kind], sources: [{ quote: "12 cakes", start: 8, end: 16 }] },
    })
  },
)

describe("a requirement", () => {
  const requirement = (ears: object, more: object = {}) => ({
    op: "add",
    kind: "requirement",
    evidence: "inferred",
    ears: { system: "the system", shall: "refuse it", ...ears },
    ...more,
  })
  test.each([
    ["ubiquitous", {}, "The system shall refuse it."],
    ["event", { when: "a 13th cake is ordered" }, "When a 13th cake is ordered, the system shall refuse it."],
    ["state", { while: "it is full" }, "While it is full, the system shall refuse it."],
    ["unwanted", { if: "the payment fails" }, "If the payment fails, the system shall refuse it."],
    ["optional", { where: "they pay online" }, "Where they pay online, the system shall refuse it."],
    [
      "complex",
      { while: "it is full", when: "a cake is ordered" },
      "While it is full, when a cake is ordered, the system shall refuse it.",
    ],
  ])("gets the pattern %s from its parts", (pattern, ears, text) => {
    expect(operations([requirement(ears)])).toMatchObject([{ item: { text, ears: { pattern } } }])
  })

  test("has its criteria numbered, and more are added to those it has", () => {
    const criterion = { case: "happy", given: "12 cakes", when: "one more", then: "a refusal is shown" }
    const added = operations([requirement({}, { criteria: [criterion] })])
    const document = advance(empty("en"), { version: 1, operations: added })
    const more = operations([{ op: "set", id: "FR-1", criteria: [{ ...criterion, case: "error" }] }], document)
    expect(more).toMatchObject([{ fields: { criteria: [{ id: "AC-1.1" }, { id: "AC-1.2", case: "error" }] } }])
  })
})

test("lines of one call name each other by handle wherever an id may stand, whatever the document has", () => {
  const document = documentOf([line("x", { kind: "feature" }), line("y", { kind: "question" })])
  const made = operations(
    [
      { op: "add", as: "$1", kind: "feature", text: "Orders", evidence: "inferred" },
      {
        op: "add",
        as: "2",
        kind: "requirement",
        evidence: "inferred",
        ears: { system: "it", shall: "x" },
        details: { feature: "$1" },
        dependsOn: ["$1"],
      },
      { op: "add", kind: "question", text: "Who?", evidence: "inferred", details: { blocks: ["$2"] } },
      { op: "link", id: "FEAT-1", to: "$2" },
      { op: "set", id: "FEAT-1", dependsOn: ["$1"] },
    ],
    document,
  )
  expect(made).toMatchObject([
    { item: { id: "FEAT-2" } },
    { item: { id: "FR-1", feature: "FEAT-2", dependsOn: ["FEAT-2"] } },
    { item: { id: "Q-2", blocks: ["FR-1"] } },
    { op: "link", id: "FEAT-1", to: "FR-1" },
    { op: "set", fields: { dependsOn: ["FR-1", "FEAT-2"] } },
  ])
})

test("the same changes are proposed anew for a document that has grown meanwhile", () => {
  const { changes } = understand(
    empty("en"),
    { op: "add", as: "$1", kind: "feature", text: "Orders", evidence: "inferred" },
    {
      op: "add",
      kind: "requirement",
      evidence: "inferred",
      ears: { system: "it", shall: "x" },
      details: { feature: "$1" },
    },
  )
  const before = JSON.stringify(changes)
  const grown = documentOf([line("x", { kind: "feature" })])
  for (const [document, feature] of [
    [empty("en"), "FEAT-1"],
    [grown, "FEAT-2"],
  ] as const)
    expect(resolve(document, proposals(changes, document), { textOf: () => TEXT })[1]).toMatchObject({
      item: { feature },
    })
  expect(JSON.stringify(changes)).toBe(before)
})

test("older lines are replaced, dropped, answered and made more precise", () => {
  const document = documentOf([line("a"), line("b"), line("Who?", { kind: "question" }), line("d")])
  expect(
    operations(
      [
        {
          op: "supersede",
          id: "RULE-1",
          kind: "rule",
          text: "At most 12",
          evidence: "stated",
          quotes: quotes("At most 12"),
        },
        { op: "retire", id: "RULE-2", reason: "not needed" },
        { op: "answer", id: "Q-1", text: "Staff", quotes: quotes("Staff say no") },
        { op: "set", id: "RULE-3", priority: "must", details: { example: "13 cakes" } },
      ],
      document,
    ),
  ).toMatchObject([
    { op: "supersede", id: "RULE-1", item: { id: "RULE-4", state: "accepted" } },
    { op: "retire", id: "RULE-2", reason: "not needed" },
    { op: "answer", id: "Q-1", text: "Staff", sources: [{ start: 24, end: 36 }] },
    { op: "set", id: "RULE-3", fields: { example: "13 cakes" } },
    { op: "set", id: "RULE-3", fields: { priority: "must" } },
  ])
})

test("a question that is added is asked", () => {
  const { changes } = understand(empty("en"), { op: "add", kind: "question", text: "Who?", evidence: "inferred" })
  expect(proposals(changes, empty("en"))).toMatchObject([{ op: "ask" }])
})

test("what was left empty was not said", () => {
  const [operation] = operations([
    {
      op: "add",
      id: null,
      as: "",
      kind: "role",
      title: "",
      text: "Staff",
      evidence: "inferred",
      quotes: [],
      dependsOn: null,
      ears: null,
      details: { job: null, may: [] },
    },
  ])
  expect(operation).toEqual({
    op: "add",
    item: {
      id: "ROLE-1",
      kind: "role",
      text: "Staff",
      evidence: "inferred",
      sources: [],
      dependsOn: [],
      state: "proposed",
      locked: "none",
      addedIn: 1,
      changedIn: 1,
    },
  })
})

test("a quote with the number of another message is found in the one that has it; the latest of them counts", () => {
  const change = { op: "add", kind: "rule", text: "x", evidence: "stated", quotes: [{ message: 1, quote: "12 cakes" }] }
  expect(reading([call({ changes: [change] })]).changes[0]?.sources).toMatchObject([{ messageId: said[1]?.id }])
  const twice = [...said, message(3, "12 cakes, I said")]
  expect(reading([call({ changes: [change] })], empty("en"), twice).changes[0]?.sources).toMatchObject([
    { messageId: twice[2]?.id },
  ])
})

test("characters that deceive do not get into the document", () => {
  const [operation] = operations([{ op: "add", kind: "rule", text: "a\u202eb\u{e0041}", evidence: "inferred" }])
  expect(operation).toMatchObject({ item: { text: "ab" } })
})

test.each([
  ["not JSON", "{"],
  ["without changes", {}],
  ["endlessly deep", `{"changes": ${"[".repeat(20_000)}${"]".repeat(20_000)}}`],
])("a call that is %s is a fault, not a change", (_, input) => {
  expect(reading([call(input)])).toMatchObject({
    changes: [],
    faults: [{ fault: expect.stringMatching(/not filled in/) }],
  })
})

test("of more than eighty changes the first are read, and the rest is asked for", () => {
  const rule = (index: number) => ({ op: "add", kind: "rule", text: `x${index}`, evidence: "inferred" })
  const { changes, isCut } = reading([call({ changes: Array.from({ length: 81 }, (_, index) => rule(index)) })])
  expect(changes).toHaveLength(80)
  expect(isCut).toBe(true)
})

test("no changes are none, also where the list is left out", () => {
  for (const input of [{ changes: [] }, { changes: null, language: "en" }, { asks: "users" }])
    expect(reading([call(input)])).toMatchObject({ changes: [], faults: [], isProposed: true })
})

test("several calls are one; tools that do not exist do nothing", () => {
  const rule = { op: "add", kind: "rule", text: "x", evidence: "inferred" }
  const understood = reading([
    call({ changes: [rule] }),
    call({ to: "me@example.com" }, "send_mail"),
    call({ changes: [rule] }),
  ])
  expect(understood.changes).toHaveLength(2)
  expect(understood.faults).toEqual([])
})

test.each<[string, object[], number]>([
  [
    "two to five are offered",
    [
      { label: "A", value: "a" },
      { label: "B", value: "b" },
    ],
    2,
  ],
  [
    "of more than five the first five are",
    Array.from({ length: 9 }, (_, index) => ({ label: `${index}`, value: "v" })),
    5,
  ],
  ["a single one is none", [{ label: "A", value: "a" }], 0],
  [
    "empty and endless ones do not count",
    [
      { label: " ", value: "a" },
      { label: "B", value: "b" },
      { label: "x".repeat(99), value: "c" },
    ],
    0,
  ],
  ["one without a value says its label", [{ label: "A" }, { label: "B", value: "b" }], 2],
  ["one that cannot be used is left out alone", [{ label: "A" }, { label: "x".repeat(99) }, { value: "c" }], 2],
])("of choices, %s", (_, choices, count) => {
  expect(reading([call({ choices }, "offer_choices")]).choices).toHaveLength(count)
})
