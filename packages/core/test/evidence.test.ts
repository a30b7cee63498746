import { describe, expect, test } from "vitest"
import { advance } from "../src/document/apply.ts"
import { accept } from "../src/document/propose.ts"
import { type Document, empty, type Item, type Source } from "../src/protocol/document.ts"
import type * as Operation from "../src/protocol/operation.ts"

const messageId = "msg_01J00000000000000000000000"
const later = "msg_01J00000000000000000000001"
const said: Record<string, string> = {
  [messageId]:
    "We bake cakes, at most 12 a day. No delivery. Late fee\nDrivers may not edit prices. Only staff may refund. Ana\nFirst she picks a cake, then she pays.",
  [later]: "Sorry, at most 15 a day. We do deliver now. No refunds at all, forget them. The shop closes at six.",
}
const textOf = (id: string) => said[id]

function quote(words: string, of = messageId): Source {
  const start = said[of]?.indexOf(words) ?? -1
  if (start < 0) throw new Error(`nobody said ${words}`)
  return { messageId: of as Source["messageId"], quote: words, start, end: start + words.length }
}
const again = (words: string) => quote(words, later)

/** `more` fits the kind it names. */
const line = (text: string, words: string | undefined, more: object = {}) =>
  ({
    ...{ kind: "rule", text, evidence: words === undefined ? "inferred" : "stated", dependsOn: [] },
    ...{ sources: words === undefined ? [] : [quote(words)], ...more },
  }) as Operation.Draft
const add = (item: Operation.Draft): Operation.Proposal => ({ op: "add", item })

function taken(before: Document, ...proposals: Operation.Proposal[]) {
  const { operations, refused } = accept(before, proposals, { textOf })
  return { after: advance(before, { version: before.version + 1, operations }), operations, refused }
}
function grown(before: Document, ...proposals: Operation.Proposal[]): Document {
  const { after, refused } = taken(before, ...proposals)
  expect(refused).toEqual([])
  return after
}
const faults = (before: Document, ...proposals: Operation.Proposal[]) =>
  taken(before, ...proposals).refused.map(({ fault }) => fault)
const lineOf = ({ items }: Document, id: string) => items.find((item) => item.id === id)

const none = empty("en")
const cap = grown(none, add(line("At most 12 cakes a day", "at most 12 a day")))

describe("a line that claims to be said has the numbers and negations of its quotes", () => {
  test.each<[string, Operation.Draft]>([
    [
      "other words, the same number",
      line("No more than 12 cakes can be ordered for a day", "at most 12 a day. No delivery"),
    ],
    ["a number in words for one in digits", line("A dozen is 12, twelve", "at most 12 a day")],
    ["a negation by another word", line("Prices cannot be changed by drivers", "Drivers may not edit prices")],
    ["no negation among what is left out", line("Delivery", "No delivery", { kind: "exclusion" })],
    [
      "a negation as what a role may not",
      line("Drivers", "Drivers may not edit prices", { kind: "role", mayNot: ["edit prices"] }),
    ],
  ])("is taken: %s", (_, item) => {
    expect(grown(none, add(item)).items).toMatchObject([{ state: "accepted" }])
  })

  test.each<[string, Operation.Draft, string]>([
    ["a number of ours", line("25 euro per day", "Late fee"), "words"],
    ["a number in words of ours", line("We save one million euro", "We bake cakes"), "words"],
    ["another number", line("At most 13 cakes a day", "at most 12 a day"), "words"],
    ["the number left out", line("Only so many cakes a day", "at most 12 a day"), "words"],
    ["the negation left out", line("Drivers may edit prices", "Drivers may not edit prices"), "words"],
    ["a negation of ours", line("Cakes are not baked", "We bake cakes"), "words"],
    ["who may do it left out", line("Staff may refund", "Only staff may refund"), "words"],
    ["a number of ours in a field", line("Cakes", "We bake cakes", { kind: "measure", target: "150" }), "words"],
    ["a number of ours in the reason", line("Cakes", "We bake cakes", { rationale: "saves 3 hours" }), "words"],
    ["no quote at all", line("We bake", undefined, { evidence: "stated" }), "quote"],
    ["a quote of one word", line("Cakes", "cakes"), "short"],
    ["a quote of one letter", line("Cakes", "e"), "short"],
    ["half a number", line("2 a day", "2 a day"), "short"],
  ])("is refused: %s", (_, item, fault) => {
    expect(faults(none, add(item))).toEqual([fault])
  })

  test("one word is enough where it is a line, a cell or a sentence", () => {
    for (const [text, word] of [
      ["Staff\n- Drivers\n- Cooks", "Drivers"],
      ["| Drivers | Cooks |", "Cooks"],
      ["Who pays? Nobody. Really", "Nobody"],
      ["Users: drivers", "drivers"],
      ["Yes", "Yes"],
    ] as const) {
      const start = text.indexOf(word)
      const source = { messageId, quote: word, start, end: start + word.length } as const
      const item = { ...line(word, undefined), evidence: "stated", sources: [source] } as Operation.Draft // as above
      expect(accept(none, [add(item)], { textOf: () => text }).refused, text).toEqual([])
    }
  })

  test("a guess may say what it likes, and is marked as one", () => {
    const document = grown(none, add(line("25 euro a day", undefined)))
    expect(document.items).toMatchObject([{ state: "proposed", evidence: "inferred" }])
  })
})

describe("what was said changes with a new quote that carries the change, and not without", () => {
  const set = (fields: object, ...sources: Source[]): Operation.Proposal => ({
    ...{ op: "set", id: "RULE-1", fields: { ...fields } },
    ...(sources.length > 0 && { sources }),
  })

  test.each<[string, Operation.Proposal, string]>([
    ["its text", set({ text: "Save one million euro a year." }), "unquoted"],
    [
      "its text, by its own quote once more",
      set({ text: "Any number of cakes" }, quote("at most 12 a day")),
      "unquoted",
    ],
    ["its text, by a quote with another number", set({ text: "At most 20 a day" }, again("at most 15 a day")), "words"],
    [
      "its text, by a quote whose number it lacks",
      set({ text: "Cakes are counted" }, again("at most 15 a day")),
      "words",
    ],
    ["a field", set({ example: "Easter" }), "unquoted"],
    ["the reason for it", set({ rationale: "the oven is small" }), "unquoted"],
    ["its name, with a number", set({ title: "15 cakes" }), "words"],
    ["it is dropped", { op: "retire", id: "RULE-1", reason: "not wanted" }, "unquoted"],
    [
      "it is dropped for what it says itself",
      { op: "retire", id: "RULE-1", reason: "x", sources: [quote("12 a day")] },
      "unquoted",
    ],
    ["a guess in its place", { op: "supersede", id: "RULE-1", item: line("Any number", undefined) }, "unquoted"],
  ])("refused: %s", (_, proposal, fault) => {
    const { after, refused } = taken(cap, proposal)
    expect(refused.map((one) => one.fault)).toEqual([fault])
    expect(after.items).toEqual(cap.items)
  })

  test("the new quote joins those it had", () => {
    const after = grown(cap, set({ text: "At most 15 cakes a day" }, again("at most 15 a day")))
    expect(after.items).toMatchObject([
      {
        text: "At most 15 cakes a day",
        state: "accepted",
        evidence: "stated",
        sources: [{ quote: "at most 12 a day" }, { messageId: later, quote: "at most 15 a day" }],
      },
    ])
  })

  test("a requirement's parts count as its words", () => {
    const ears = { pattern: "ubiquitous", system: "the shop", shall: "bake cakes" } as const
    const asked = grown(none, add(line("We bake cakes", "We bake cakes", { kind: "requirement", ears, criteria: [] })))
    const to = (shall: string): Operation.Proposal => ({ op: "set", id: "FR-1", fields: { ears: { ...ears, shall } } })
    expect(faults(asked, to("bake 900 cakes"))).toEqual(["unquoted"])
    expect(faults(asked, to("bake bread"))).toEqual(["unquoted"])
  })

  test("what takes a line back is kept with the line that goes", () => {
    const sources = [again("forget them")]
    const retire: Operation.Proposal = { op: "retire", id: "RULE-1", reason: "dropped", sources }
    expect(grown(cap, retire).items).toMatchObject([
      { state: "retired", remark: "dropped", sources: [{ quote: "at most 12 a day" }, { quote: "forget them" }] },
    ])
  })

  test("what was never sorted goes by its own words, and not without them", () => {
    const [item] = cap.items
    const waiting = { ...none, version: 1, items: [{ ...item, id: "U-1", kind: "unsorted" } as Item] }
    const retire = { op: "retire", id: "U-1", reason: "small talk" } as const
    expect(faults(waiting, retire)).toEqual(["unquoted"])
    const gone = grown(waiting, { ...retire, sources: [quote("at most 12 a day")] })
    expect(gone.items).toMatchObject([{ state: "retired", sources: [{ quote: "at most 12 a day" }] }])
  })

  test("a guess changes and goes without a quote", () => {
    const guess = grown(none, add(line("Any number", undefined)))
    expect(grown(guess, set({ text: "At most 20" })).items).toMatchObject([
      { text: "At most 20", evidence: "inferred" },
    ])
    expect(grown(guess, { op: "retire", id: "RULE-1", reason: "x" }).items).toMatchObject([{ state: "retired" }])
  })

  test("what the visitor agreed to is held like what they said", () => {
    const guess = grown(none, add(line("Any number", undefined)))
    const agreed = advance(guess, { version: 2, operations: [{ op: "confirm", id: "RULE-1" }] })
    expect(faults(agreed, set({ text: "At most 20" }))).toEqual(["unquoted"])
  })

  test("an answer says no more than what was quoted for it", () => {
    const open = grown(none, { op: "ask", item: line("How many?", undefined, { kind: "question" }) as never }) // a question
    const answer = (text: string, ...sources: Source[]): Operation.Proposal => ({
      op: "answer",
      id: "Q-1",
      text,
      sources,
    })
    expect(faults(open, answer("Fifteen"))).toEqual(["unquoted"])
    expect(faults(open, answer("Sixteen", again("at most 15 a day")))).toEqual(["words"])
    expect(grown(open, answer("Fifteen", again("at most 15 a day"))).items).toMatchObject([{ state: "accepted" }])
  })
})

describe("lists grow and shrink by what is named", () => {
  const customer = grown(none, add(line("Cake", "picks a cake", { kind: "entity", attributes: ["size", "taste"] })))
  const change = (op: "addTo" | "removeFrom", values: string[], ...sources: Source[]): Operation.Proposal => ({
    ...{ op, id: "ENT-1", field: "attributes", values, sources },
  })

  test("what is added joins the others, what is taken leaves them, both with a quote where the line was said", () => {
    const more = grown(customer, change("addTo", ["price", "size"], quote("edit prices")))
    expect(more.items).toMatchObject([{ attributes: ["size", "taste", "price"] }])
    expect(grown(more, change("removeFrom", ["taste"], again("forget them"))).items).toMatchObject([
      { attributes: ["size", "price"] },
    ])
    expect(faults(customer, change("addTo", ["price"]), change("removeFrom", ["taste"]))).toEqual([
      "unquoted",
      "unquoted",
    ])
    expect(faults(customer, change("removeFrom", ["colour"], again("forget them")))).toEqual(["unknown"])
  })

  test("two changes of one list in a patch are both made", () => {
    const guess = grown(none, add(line("Cake", undefined, { kind: "entity", attributes: ["size"] })))
    const both = grown(guess, change("addTo", ["taste"]), change("addTo", ["price"]), change("removeFrom", ["size"]))
    expect(both.items).toMatchObject([{ attributes: ["taste", "price"] }])
  })

  test("criteria are numbered on, and a number that was taken away is not used again", () => {
    const asked = grown(none, add(line("We bake cakes", "We bake cakes", { kind: "requirement", criteria: [] })))
    const criterion = (text: string) => ({ case: "happy", text, evidence: "inferred", sources: [] })
    const addTo = (...texts: string[]): Operation.Proposal => ({
      ...{ op: "addTo", id: "FR-1", field: "criteria", values: texts.map(criterion) },
    })
    const two = grown(asked, addTo("a", "b"))
    const one = grown(two, { op: "removeFrom", id: "FR-1", field: "criteria", values: ["AC-1.2"] })
    expect(grown(one, addTo("c")).items).toMatchObject([{ criteria: [{ id: "AC-1.1" }, { id: "AC-1.3", text: "c" }] }])
  })
})

describe("what has evidence of its own is a guess until somebody says it", () => {
  test("a check is theirs in their words alone", () => {
    const check = (text: string, evidence: string, ...sources: Source[]) => ({ case: "happy", text, evidence, sources })
    const asked = (criterion: object) =>
      add(line("We bake cakes", "We bake cakes", { kind: "requirement", criteria: [criterion] }))
    expect(faults(none, asked(check("She pays", "stated")))).toEqual(["words"])
    expect(faults(none, asked(check("Payment is made", "stated", quote("then she pays"))))).toEqual(["words"])
    expect(faults(none, asked(check("She pays", "confirmed")))).toEqual(["evidence"])
    expect(grown(none, asked(check("Then she pays.", "stated", quote("then she pays")))).items).toHaveLength(1)
  })

  const rank = (priority: string, ...sources: Source[]): Operation.Proposal => ({
    ...{ op: "set", id: "RULE-1", fields: { priority } },
    ...(sources.length > 0 && { sources }),
  })

  test("a priority nobody gave is marked; one that somebody gave is not outdone by a guess", () => {
    const guessed = grown(cap, rank("could"))
    expect(guessed.items).toMatchObject([{ priority: "could", guesses: { priority: true } }])
    const ranked = grown(guessed, rank("must", again("No refunds at all")))
    expect(ranked.items).toMatchObject([{ priority: "must", guesses: {} }])
    expect(faults(ranked, rank("could"))).toEqual(["unquoted"])
    const both = {
      ...add(line("We bake cakes", "We bake cakes", { priority: "must" })),
      ranked: [quote("No delivery")],
    }
    expect(grown(none, both).items[0]).not.toHaveProperty("guesses")
  })

  test("steps that do not stand in the quotes are marked, and what the visitor confirms is not", () => {
    const steps = ["picks a cake", "gets a receipt"]
    const journey = grown(
      none,
      add(line("She picks a cake and pays", "First she picks a cake, then she pays", { kind: "journey", steps })),
    )
    expect(journey.items).toMatchObject([{ steps, guesses: { steps: ["gets a receipt"] } }])
    const more: Operation.Proposal = {
      op: "addTo",
      id: "UJ-1",
      field: "steps",
      values: ["closes"],
      sources: [again("The shop closes")],
    }
    const grownOn = grown(journey, more, { op: "addTo", id: "UJ-1", field: "steps", values: ["leaves"] })
    expect(grownOn.items).toMatchObject([{ guesses: { steps: ["gets a receipt", "leaves"] } }])
    const agreed = advance(grownOn, { version: 3, operations: [{ op: "confirm", id: "UJ-1" }] })
    expect(agreed.items[0]).not.toHaveProperty("guesses")
  })
})

test("what named a line names the one in its place, but for a locked line", () => {
  const kinds: [Item["kind"], object][] = [
    ["feature", {}],
    ["requirement", { feature: "FEAT-1", criteria: [] }],
    ["question", { blocks: ["FEAT-1"] }],
    ["goal", { dependsOn: ["FEAT-1"] }],
    ["rule", { dependsOn: ["FEAT-1"] }],
  ]
  const before = grown(none, ...kinds.map(([kind, more]) => add(line("x", undefined, { kind, ...more }))))
  const locked = advance(before, { version: 2, operations: [{ op: "lock", id: "RULE-1" }] })
  const after = grown(
    locked,
    { op: "supersede", id: "FEAT-1", item: line("y", undefined, { kind: "feature" }) },
    add(line("z", undefined, { kind: "goal", dependsOn: ["FEAT-1"] })),
  )
  expect(lineOf(after, "FR-1")).toMatchObject({ feature: "FEAT-2" })
  expect(lineOf(after, "Q-1")).toMatchObject({ blocks: ["FEAT-2"] })
  expect(lineOf(after, "GOAL-1")).toMatchObject({ dependsOn: ["FEAT-2"] })
  expect(lineOf(after, "GOAL-2")).toMatchObject({ dependsOn: ["FEAT-2"] })
  expect(lineOf(after, "RULE-1")).toEqual(lineOf(locked, "RULE-1"))
})

describe("a contradiction", () => {
  const dispute = (ids: string[], ...sources: Source[]): Operation.Proposal => ({ op: "dispute", ids, sources })

  test("is asked with both quotes, and leaves the line in doubt until it is answered", () => {
    const doubted = grown(cap, dispute(["RULE-1"], again("at most 15 a day")))
    expect(lineOf(doubted, "RULE-1")).toMatchObject({ state: "disputed" })
    expect(lineOf(doubted, "Q-1")).toMatchObject({
      ...{
        state: "proposed",
        cue: "contradiction",
        blocks: ["RULE-1"],
        choices: ["at most 12 a day", "at most 15 a day"],
      },
      ...{ text: "Which of these holds: “at most 12 a day” or “at most 15 a day”?" },
      sources: [{ messageId }, { messageId: later }],
    })
    const answered = grown(doubted, {
      op: "answer",
      id: "Q-1",
      text: "at most 15",
      sources: [again("at most 15 a day")],
    })
    expect(lineOf(answered, "RULE-1")).toMatchObject({ state: "accepted" })
  })

  test("between two lines holds until one of them goes", () => {
    const two = grown(cap, add(line("No delivery", "No delivery")))
    const doubted = grown(two, dispute(["RULE-1", "RULE-2"]))
    const answer: Operation.Proposal = {
      op: "answer",
      id: "Q-1",
      text: "They deliver",
      sources: [again("We do deliver")],
    }
    expect(grown(doubted, answer).items.map(({ state }) => state)).toEqual(["disputed", "disputed", "accepted"])
    const gone = grown(doubted, answer, { op: "retire", id: "RULE-2", reason: "x", sources: [again("We do deliver")] })
    expect(gone.items.map(({ state }) => state)).toEqual(["accepted", "retired", "accepted"])
  })

  test("needs two quotes; a locked line is asked about and stays as it is", () => {
    expect(faults(cap, dispute(["RULE-1"]), dispute(["RULE-1"], quote("12 a day")), dispute([]))).toEqual(
      Array(3).fill("quote"),
    )
    const locked = advance(cap, { version: 2, operations: [{ op: "lock", id: "RULE-1" }] })
    const after = grown(locked, dispute(["RULE-1"], again("at most 15 a day")))
    expect(after.items).toMatchObject([{ state: "accepted", locked: "visitor" }, { kind: "question" }])
  })
})

test("one that is refused is told by its place among all, and takes only what depends on it", () => {
  const all = [add(line("a", undefined)), add(line("b", "e")), add(line("c", undefined)), add(line("d", "cakes"))]
  const { refused, after } = taken(none, ...all)
  expect(refused.map(({ place, fault }) => [place, fault])).toEqual([
    [1, "short"],
    [3, "short"],
  ])
  expect(after.items.map(({ text }) => text)).toEqual(["a", "c"])
})
