import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import type { ItemOf } from "@spec-wizard/core/protocol/document"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Brief, readBriefs } from "../../src/evaluate/brief.ts"
import { readOptions } from "../../src/evaluate/options.ts"
import { type Played, play } from "../../src/evaluate/play.ts"
import { isSame, questionsOf } from "../../src/evaluate/question.ts"
import { failures, table } from "../../src/evaluate/report.ts"
import { score } from "../../src/evaluate/score.ts"
import { hasEach } from "../../src/evaluate/stem.ts"
import { createVisitor } from "../../src/evaluate/visitor.ts"
import { type House, startHouse } from "../../src/house.ts"
import { StartError } from "../../src/settings.ts"
import { createScreen } from "../../src/talk/screen.ts"

const BRIEF: Brief = {
  name: "kiosk",
  language: "en",
  messages: ["We run a kiosk by the lake and want pedal boats to be rented online. Cash only."],
  find: [
    { name: "boats are rented", words: [["rent", "hire"], ["boat"]] },
    { name: "at most 12", words: [["12"]] },
  ],
  contradictions: [{ name: "cash and card", sides: [["cash"], ["card"]], say: "Card, too." }],
  facts: [
    { topic: "limit", asked: ["limit", "how many"], say: ["At most 12 boats.", "Never after 8 in the evening."] },
    { topic: "people", asked: ["who"], say: ["Families."] },
  ],
  skips: [{ topic: "budget", asked: ["budget"] }],
}

describe("stems", () => {
  test.each([
    ["Rental of boats", "rent", true],
    ["a parent", "rent", false],
    ["120 boats, 1.12 and 12,5", "12", false],
    ["exactly 12.", "12", true],
    ["Das Lastenrad", "*rad", true],
    ["Das Lastenrad", "rad", false],
    ["Gerät GESPERRT, Straße", "strasse", true],
    ["Verspätung", "verspat", true],
    ["Deposits (CSV  file)", "csv file", true],
    ["less than 1 % of all", "1 %", true],
  ])("%j has %j: %s", (text, stem, has) => {
    expect(hasEach(text, [[stem]])).toBe(has)
  })

  test("of each group one is enough, and of each one is needed", () => {
    expect(hasEach("We hire out boats", [["rent", "hire"], ["boat"]])).toBe(true)
    expect(hasEach("We hire out", [["rent", "hire"], ["boat"]])).toBe(false)
  })
})

describe("questions", () => {
  test("are counted outside of quotations alone", () => {
    expect(questionsOf("You asked “how much?” and „wie viel?“. Noted.\n\nWho will use it day to day?")).toEqual([
      "Who will use it day to day?",
    ])
    expect(questionsOf("Who rents them in the summer? And how many boats are there altogether?")).toHaveLength(2)
  })

  test("that say nothing alone are told apart by the sentence before", () => {
    const [first = ""] = questionsOf("Earlier you said “cash only”, and then “card”. Which of the two holds?")
    const [second = ""] = questionsOf("Earlier you said “open on Sundays”, and then “never”. Which of the two holds?")
    expect(isSame(first, second)).toBe(false)
    expect(isSame(first, first)).toBe(true)
  })

  test("are the same when most words are, in any order", () => {
    expect(isSame("Which limits or deadlines must always hold?", "Which deadlines or limits must hold, always?")).toBe(
      true,
    )
    expect(isSame("Which limits or deadlines must always hold?", "Who will use it every day?")).toBe(false)
  })
})

describe("the visitor", () => {
  test("tells what they know bit by bit, then is not sure, and notices being asked for more than there is", () => {
    const visitor = createVisitor(BRIEF)
    expect(visitor.answer("Is there a limit for boats in a day?")).toBe("At most 12 boats.")
    expect(visitor.answer("Which other limit is there in the evening hours?")).toBe("Never after 8 in the evening.")
    expect(visitor.repeated).toEqual([])
    expect(visitor.answer("And how many children?")).toBe("Not sure")
    expect(visitor.repeated).toEqual(["And how many children?"])
  })

  test("skips a topic once, and notices when it comes back in other words", () => {
    const visitor = createVisitor(BRIEF)
    expect(visitor.answer("What is your budget for it?")).toBe("Skip")
    expect(visitor.answer("Would the budget be below 5,000?")).toBe("Skip")
    expect(visitor.repeated).toEqual(["Would the budget be below 5,000?"])
  })

  test("notices the same question about something they do not know", () => {
    const visitor = createVisitor(BRIEF)
    for (const lead of ["Fine.", "Good."])
      expect(visitor.answer(`${lead} Which devices will they prefer?`)).toBe("Not sure")
    expect(visitor.repeated).toEqual(["Which devices will they prefer?"])
  })

  test("settles a contradiction that is named, goes on when nothing is asked, and leaves when it is offered", () => {
    const visitor = createVisitor(BRIEF)
    expect(visitor.answer("You said “cash only”, and then “by card”. Which of the two holds?")).toBe("Card, too.")
    expect(visitor.answer("Noted.")).toBe("At most 12 boats.")
    expect(visitor.answer("I have enough. Shall I sum up?")).toBeUndefined()
    expect(visitor.repeated).toEqual([])
  })
})

const ID = "msg_01J00000000000000000000000"
const OTHER = "msg_01J00000000000000000000001"
const AT = "2026-11-21T00:00:00.000Z"

const rule = (text: string, over: Partial<ItemOf<"rule">> = {}): ItemOf<"rule"> => ({
  kind: "rule",
  id: "RULE-1",
  text,
  state: "accepted",
  evidence: "stated",
  locked: "none",
  sources: [],
  dependsOn: [],
  addedIn: 1,
  changedIn: 1,
  ...over,
})

const source = (quote: string, start: number, messageId: typeof ID | typeof OTHER = ID) => ({
  messageId,
  quote,
  start,
  end: start + quote.length,
})

const completed = (model: string, costUsd?: number): Played["ends"][number] => ({
  type: "turn.completed",
  seq: 3,
  id: "evt_01J00000000000000000000000",
  at: AT,
  turnId: "trn_01J00000000000000000000000",
  attempt: 1,
  messageId: OTHER,
  model,
  usage: { inputTokens: 100, outputTokens: 20, ...(costUsd !== undefined && { costUsd }) },
})

const played = (
  over: Partial<Omit<Played, "specification">> & { items?: ItemOf<"rule">[]; reply?: string } = {},
): Played => ({
  messages: [
    { id: ID, seq: 1, role: "visitor", text: "Boats are rented for cash.", at: AT },
    { id: OTHER, seq: 2, role: "wizard", text: over.reply ?? "Noted: boats are rented.", at: AT },
  ],
  ends: over.ends ?? [completed("guided", 0)],
  specification: {
    version: 1,
    language: "en",
    items: over.items ?? [],
    used: {},
    readiness: { level: "not-yet", missing: [{ code: "goal" }, { code: "disputed", line: "RULE-1" }] },
  },
  repeated: [],
  seconds: 1,
})

describe("the score", () => {
  test("finds a requirement in a line that says it, not in its quote, in a guess or in a retired line", () => {
    const found = (item: ItemOf<"rule">) => score(BRIEF, played({ items: [item] }), true).missed
    expect(found(rule("Boats can be hired."))).toEqual(["at most 12"])
    expect(found(rule("They are hired.", { example: "A boat for 12." }))).toEqual([])
    const both = ["boats are rented", "at most 12"]
    expect(found(rule("Boats for 12 are hired.", { evidence: "default" }))).toEqual(both)
    expect(found(rule("Boats for 12 are hired.", { state: "retired" }))).toEqual(both)
    expect(found(rule("Nothing.", { sources: [source("Boats are rented for 12", 0)] }))).toEqual(both)
  })

  test("a quote is valid only to the letter, at its place, and in the visitor's own message", () => {
    const quotes = (...sources: ReturnType<typeof source>[]) => {
      const { quotes, quoted, misquoted } = score(BRIEF, played({ items: [rule("It is so.", { sources })] }), true)
      return [quotes, quoted, misquoted]
    }
    expect(quotes(source("Boats are rented", 0))).toEqual([1, 1, []])
    expect(quotes(source("boats are rented", 0), source("rented", 10))).toEqual([0.5, 2, ["RULE-1"]])
    expect(quotes(source("rented", 9))).toEqual([0, 1, ["RULE-1"]])
    expect(quotes(source("boats are rented", 7, OTHER))).toEqual([0, 1, ["RULE-1"]])
    expect(quotes()).toEqual([1, 0, []])
  })

  test("a contradiction is named by a question or a disputed line with both sides, not by a summary", () => {
    const named = (over: Parameters<typeof played>[0]) => score(BRIEF, played(over), true).named
    expect(named({ reply: "You said “cash”, and then “card”. Which of the two?" })).toBe(1)
    expect(named({ reply: "In short: cash and card." })).toBe(0)
    expect(named({ reply: "Noted: cash.\n\nWhich card do you mean?" })).toBe(0)
    expect(named({ items: [rule("Cash."), rule("Card.")] })).toBe(0)
    expect(named({ items: [rule("Cash.", { state: "disputed" }), rule("Card.", { state: "disputed" })] })).toBe(1)
  })

  test("counts questions, crowded replies, gaps, findings and evidence", () => {
    const items = [rule("Pages are fast."), rule("Boats.", { evidence: "inferred" })]
    expect(
      score(BRIEF, played({ items, reply: "Who is it for, mostly? How many are there in summer?" }), true),
    ).toMatchObject({
      questions: 2,
      crowded: 1,
      readiness: "not-yet",
      gaps: ["goal", "disputed RULE-1"],
      lines: 2,
      findings: 1,
      evidence: { stated: 1, confirmed: 0, from_document: 0, inferred: 1, default: 0 },
    })
  })

  test("turns that failed or were answered by another than the model are counted, and a price is known only when each is", () => {
    const failed = { ...completed("guided"), type: "turn.failed", code: "model.failed", retryable: true } as const
    const of = (ends: Played["ends"], isGuided = false) => score(BRIEF, played({ ends }), isGuided)
    const figures = { turns: 3, failed: 1, stoodIn: 1, inputTokens: 200, outputTokens: 40, costUsd: undefined }
    expect(of([completed("openai/x", 0.5), completed("guided"), failed])).toMatchObject(figures)
    expect(of([completed("openai/x", 0.5), completed("openai/x", 0.25)])).toMatchObject({ costUsd: 0.75, stoodIn: 0 })
    expect(of([completed("guided", 0)], true)).toMatchObject({ stoodIn: 0, costUsd: 0 })
  })
})

describe("the verdict", () => {
  const good = score(BRIEF, played({ items: [rule("12 boats are hired.")], reply: "Cash or card?" }), true)

  test("is good when nothing failed and each threshold is met by the mean", () => {
    expect(failures([good], [{ share: "found", least: 1 }])).toEqual([])
    expect(failures([good, { ...good, found: 0.2 }], [{ share: "found", least: 0.6 }])).toEqual([])
    expect(failures([good, { ...good, found: 0.2 }], [{ share: "found", least: 0.61 }])).toHaveLength(1)
  })

  test.each([{ quotes: 0.99 }, { failed: 1 }, { stoodIn: 1 }])("%j fails it", (over) => {
    expect(failures([{ ...good, ...over }], [])).toEqual([expect.stringContaining("kiosk: ")])
  })

  test("the table is aligned, and names below what is missing", () => {
    const [header = "", first = "", second = "", means = "", , ...remarks] = table([
      good,
      { ...good, brief: "a longer name", missed: ["the limit"], costUsd: undefined },
    ]).split("\n")
    for (const column of ["found", "readiness", "cost"]) {
      const at = header.indexOf(column)
      for (const row of [first, second]) expect(row.slice(at - 1, at + 1)).toMatch(/^ \S$/)
    }
    expect(means.split(/ +/)).toEqual(["mean", "1.00", "1.00", "1.00"])
    expect(remarks).toEqual(["a longer name: not found: the limit"])
  })
})

test.each([["--at-least=found"], ["--at-least=lines=1"], ["--at-least=found=2"], ["--turns=-1"], ["--brief=x"]])(
  "%s is refused with the usage",
  (arg) => {
    expect(() => readOptions([arg])).toThrow(StartError)
    expect(() => readOptions([arg])).toThrow(/^Usage/)
  },
)

describe("our own briefs", async () => {
  const briefs = await readBriefs([])

  test("are a few, in more than one language, and one contradicts itself", () => {
    expect(briefs.length).toBeGreaterThanOrEqual(4)
    expect(new Set(briefs.map(({ language }) => language)).size).toBeGreaterThan(1)
    expect(briefs.some(({ contradictions }) => contradictions.length > 0)).toBe(true)
  })

  test.each(briefs)(
    "$name says all that is expected to be found or named",
    ({ messages, facts, find, contradictions }) => {
      const told = [...messages, ...facts.flatMap(({ say }) => say)]
      for (const { name, words } of find)
        expect(
          told.some((text) => hasEach(text, words)),
          name,
        ).toBe(true)
      for (const { name, sides } of contradictions)
        for (const side of sides)
          expect(
            messages.some((text) => hasEach(text, [side])),
            name,
          ).toBe(true)
    },
  )
})

describe("played", () => {
  let house: House
  beforeAll(async () => {
    house = await startHouse({ port: 0, env: { MODEL_PROVIDER: "guided" } })
  })
  afterAll(() => house.stop())

  test("the guided interviewer scores the same each time", async () => {
    const at = { url: house.url, turns: 2, screen: createScreen({ write: () => {} }) }
    const [first, second] = await Promise.all([play(BRIEF, at), play(BRIEF, at)])
    const scores = [first, second].map((one) => ({ ...score(BRIEF, one, true), seconds: 0 }))
    expect(scores[0]).toEqual(scores[1])
    expect(scores[0]).toMatchObject({ quotes: 1, failed: 0, stoodIn: 0, turns: 4, repeated: [] })
    expect(first.messages.at(-2)?.text).toBe("That's all")
  })
})

describe("pnpm evaluate", () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "evaluate-"))
    const { name, messages, ...expected } = BRIEF
    await writeFile(path.join(folder, `${name}.md`), messages.join("\n---\n"))
    await writeFile(path.join(folder, `${name}.json`), JSON.stringify(expected))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const run = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const script = path.join(import.meta.dirname, "../../run.mjs")
      const env = { ...process.env, INIT_CWD: folder }
      const child = execFile(process.execPath, [script, "evaluate", ...args], { env }, (_, out, err) =>
        resolve({ code: child.exitCode ?? -1, out, err }),
      )
    })

  test("asks the stand-in, prints the table, writes the scores, and fails when a threshold is missed", async () => {
    const args = ["kiosk.md", "--stand-in", "--turns", "1", "--out", "scores.json", "--at-least", "quotes=1"]
    const good = await run(...args)
    expect(good).toMatchObject({ code: 0, out: expect.stringMatching(/^stand-in.*\n\nbrief +found +quotes/) })
    const { scores } = JSON.parse(await readFile(path.join(folder, "scores.json"), "utf8"))
    expect(scores).toMatchObject([{ brief: "kiosk", quotes: 1, failed: 0, stoodIn: 0, turns: 3 }])
    expect(scores[0].inputTokens).toBeGreaterThan(0)

    const bad = await run(...args, "--at-least", "found=1")
    expect(bad).toMatchObject({ code: 1, err: expect.stringContaining("which is below 1.") })
  })

  test("a brief without what is expected of it is one line, and exit 1", async () => {
    await writeFile(path.join(folder, "alone.md"), "Hello")
    expect(await run("alone.md")).toEqual({
      code: 1,
      out: "",
      err: expect.stringMatching(/^[^\n]*alone\.json[^\n]*\n$/),
    })
  })
})
