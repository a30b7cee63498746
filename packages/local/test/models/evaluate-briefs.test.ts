import path from "node:path"
import type { Kind } from "@spec-wizard/core/protocol/document"
import { describe, expect, test } from "vitest"
import { type Brief, readBriefs } from "../../src/evaluate/corpus/brief.ts"
import { metrics, type Name } from "../../src/evaluate/corpus/metrics.ts"
import { score } from "../../src/evaluate/corpus/score.ts"
import { tap } from "../../src/evaluate/corpus/tap.ts"
import { readJson } from "../../src/evaluate/files.ts"
import { type Line, Written } from "../../src/evaluate/run.ts"
import { perfect } from "./perfect.ts"

const here = (folder: string) => path.join(import.meta.dirname, "evaluation", folder)

const [kiosk] = await readBriefs({ folders: [here("briefs")], only: "" })
if (!kiosk) throw new Error("the kiosk is missing")

/** What each metric of a run prints. */
const printed = (written: Written, brief: Brief = kiosk): Record<string, string> => {
  const { figures } = score(written, brief)
  const names = Object.keys(metrics) as Name[] // no others are in it
  return Object.fromEntries(names.map((name) => [name, metrics[name].of.print(figures[name])]))
}

test("a saved run has the figures it always had", async () => {
  const saved = await readJson(path.join(here("saved-briefs"), "kiosk.json"), Written)
  expect(printed(saved)).toEqual({
    conservation: "89.2%",
    facts: "7/8",
    kind: "4/8",
    wrong: "3/8",
    stray: "2",
    lumped: "1",
    subject: "3/3",
    outs: "0/1",
    inversions: "2",
    noise: "2",
    roles: "1/3",
    invented: "1",
    contradictions: "1/1",
    corrections: "0/1",
    numbers: "2/3",
    duplicates: "1",
    generated: "22.2%",
    criteria: "42.9%",
    repeated: "1",
    known: "1",
    turns: "5",
  })
  expect(score(saved, kiosk).notes).toEqual([
    "wrong kind: SUM-1 GOAL-1 | Nobody rents a boat after 8 in the evening.",
    "inverted: GOAL-1 | Nobody rents a boat after 8 in the evening.",
    "wrong kind: SUM-1 | Lifeguards see which boats are out.",
    "lumped: SUM-1 | Lifeguards see which boats are out.",
    "wrong kind: SUM-1 | Guests may pay by card.",
    "lost: The kiosk is closed from October to March.",
    "not an exclusion: We do not want to sell ice cream.",
    "inverted: FR-3 | We do not want to sell ice cream.",
    "noise: SUM-1 | Hello there, thanks for your time.",
    "noise: SUM-1 | It has been warm lately.",
    "role missing: families",
    "role missing: lifeguard",
    "role invented: ROLE-2 | Boats | a known trap",
    "correction ignored: SUM-1 | I said at most 12 boats, it is 14 boats.",
    "number lost: October",
    "not conserved: kiosk closed October March",
    "asked twice: what should be left out?",
    "already answered: who would use it?",
  ])
})

test("a run of another brief is no run of this one", () => {
  const other = { messages: [{ id: "m0", role: "visitor" as const, text: "We sell ice cream." }], items: [] }
  expect(() => score(other, kiosk)).toThrow("nobody said: The warden")
})

describe("a perfect document", async () => {
  const briefs = [kiosk, ...(await readBriefs({ folders: [], only: "" }))]

  test("there are eight of our own, two in each language", () => {
    expect(
      briefs
        .map(({ language }) => language)
        .toSorted()
        .join(" "),
    ).toBe("de de en en en es es fr fr")
  })

  test.each(briefs)("written from the key of $name has every share whole, and nothing else", (brief) => {
    const { notes, figures } = score(perfect(brief), brief)
    expect(notes).toEqual([])
    for (const name of ["wrong", "generated", "criteria"] as const) expect([name, figures[name][0]]).toEqual([name, 0])
    for (const name of [
      "conservation",
      "facts",
      "kind",
      "subject",
      "outs",
      "roles",
      "contradictions",
      "corrections",
      "numbers",
    ] as const)
      expect([name, figures[name][0]]).toEqual([name, figures[name][1]])
    for (const name of [
      "stray",
      "lumped",
      "inversions",
      "noise",
      "invented",
      "duplicates",
      "repeated",
      "known",
    ] as const)
      expect([name, figures[name]]).toEqual([name, [0]])
    expect(figures.conservation[1]).toBeGreaterThan(100)
  })
})

describe("one thing wrong with it is seen", () => {
  const whole = perfect(kiosk)
  const has = (line: Line, quote: string) => line.sources.some((source) => source.quote === quote)
  const change = (quote: string, to: Partial<Line>): Written => ({
    ...whole,
    items: whole.items.map((line) => (has(line, quote) && line.text !== "?" ? { ...line, ...to } : line)),
  })
  const without = (is: (line: Line) => boolean): Written => ({ ...whole, items: whole.items.filter((one) => !is(one)) })
  const withLine = (kind: Kind, text: string, quote?: string): Written => {
    const [like] = whole.items.filter((one) => quote !== undefined && has(one, quote))
    const line: Line = { id: "X-1", kind, state: "accepted", evidence: "stated", text, sources: like?.sources ?? [] }
    return { ...whole, items: [...whole.items, line] }
  }
  const asking = (...replies: string[]): Written => ({
    ...whole,
    messages: whole.messages.flatMap((message, at) => {
      const text = replies[at]
      return text === undefined ? [message] : [message, { id: `w${at}`, role: "wizard" as const, text }]
    }),
  })

  const families = "Families must be able to book a boat on their phone."
  const closed = "The kiosk is closed from October to March."
  const out = "We do not want to sell ice cream."
  const old = "At most 12 boats may be on the lake."
  const swim = "Do you like swimming?"

  const lost = { conservation: "89.2%", facts: "7/8", kind: "7/8", numbers: "2/3" }
  test.each<[string, Written, Partial<Record<Name, string>>]>([
    ["a fact is lost", without((line) => has(line, closed)), lost],
    ["a line is retired", change(closed, { state: "retired" }), lost],
    ["a line was superseded", change(closed, { state: "superseded" }), { facts: "7/8", kind: "7/8", numbers: "2/3" }],
    ["a fact is not sorted", change(families, { kind: "unsorted", title: "" }), { kind: "7/8", subject: "2/3" }],
    ["a fact is of a wrong kind", change(families, { kind: "risk" }), { kind: "7/8", wrong: "1/8", stray: "1" }],
    [
      "a fact is what it must never be",
      change(families, { kind: "exclusion" }),
      { kind: "7/8", wrong: "1/8", stray: "1", inversions: "1" },
    ],
    ["a second line of it is of a wrong kind", withLine("risk", families, families), { stray: "1" }],
    ["it stands there twice", withLine("requirement", families, families), { duplicates: "1" }],
    ["what is not wanted is a requirement", change(out, { kind: "requirement" }), { outs: "0/1", inversions: "1" }],
    [
      "what is not wanted is a requirement that will not be",
      change(out, { kind: "requirement", priority: "wont" }),
      {},
    ],
    ["small talk is content", change(swim, { kind: "risk" }), { noise: "1" }],
    ["a role is missing", without(({ text }) => text === "lifeguard"), { roles: "2/3" }],
    ["a role is nobody's", withLine("role", "boats"), { invented: "1" }],
    ["a role may be one", withLine("role", "guests"), {}],
    ["a contradiction is not shown", without(({ text }) => text === "?"), { contradictions: "0/1" }],
    ["what was corrected still stands", change(old, { state: "accepted" }), { corrections: "0/1" }],
    ["what was corrected is disputed", change(old, { state: "disputed", text: `${old} 14` }), {}],
    [
      "words nobody said stand in a line",
      change(families, { text: "Families must reserve beforehand" }),
      { generated: "5.3%" },
    ],
    ["they stand in a guess", change(families, { text: "Reserve beforehand", evidence: "inferred" }), {}],
    [
      "they stand in a criterion",
      change(families, { criteria: [{ when: "a boat is booked", then: "a mail arrives" }] }),
      { criteria: "75.0%" },
    ],
    ["a question comes twice", asking("Which?", "", "", "Which?"), { repeated: "1", turns: "4" }],
    ["a question comes back after small talk", asking("Which?", "Which?"), { turns: "2" }],
    ["a question was answered", asking("Who will use it?"), { known: "1", turns: "1" }],
  ])("%s", (_, written, differing) => {
    const before = printed(whole)
    const after = printed(written)
    expect(Object.fromEntries(Object.entries(after).filter(([name, figure]) => before[name] !== figure))).toEqual(
      differing,
    )
  })
})

describe("the visitor's taps", () => {
  const whole = perfect(kiosk)
  const unsorted: Line[] = whole.items.map((line) => (line.state === "accepted" ? { ...line, kind: "unsorted" } : line))

  test("sort each unsorted line by the first kind of its fact that can be tapped, and leave small talk", () => {
    const kinds = new Map(tap(unsorted, kiosk).map((edit) => [edit.id, edit.kind]))
    const kindOf = (text: string) => kinds.get(unsorted.find((line) => line.text === text)?.id ?? "")
    expect(kindOf("Families must be able to book a boat on their phone.")).toBe("requirement")
    expect(kindOf("We do not want to sell ice cream.")).toBe("exclusion")
    expect(kindOf("The kiosk is closed from October to March.")).toBe("constraint") // a question cannot be tapped
    expect(kindOf("Do you like swimming?")).toBeUndefined()
  })

  test("take a part of a fact for the fact, and no line that is sorted or gone", () => {
    const [line] = unsorted
    if (!line) throw new Error("no line")
    const part = (quote: string): Line => ({ ...line, sources: line.sources.map((source) => ({ ...source, quote })) })
    expect(tap([part("pedal boats by the hour")], kiosk)).toEqual([{ op: "sort", id: line.id, kind: "requirement" }])
    expect(tap([part("the hour")], kiosk)).toEqual([])
    expect(
      tap(
        [
          { ...line, state: "retired" },
          { ...line, kind: "rule" },
        ],
        kiosk,
      ),
    ).toEqual([])
  })
})
