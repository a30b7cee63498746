import { readdirSync } from "node:fs"
import { lint } from "@spec-wizard/core/document/lint"
import { isOpen, readiness } from "@spec-wizard/core/document/readiness"
import { type Document, type Item, type ItemOf, isLive, type Kind } from "@spec-wizard/core/protocol/document"
import { describe, expect, test } from "vitest"
import { brief, type Step, write } from "./guided-document.ts"
import { play, questions } from "./guided-play.ts"

const folder = new URL("./guided-briefs/", import.meta.url)
const briefs = readdirSync(folder).map((name) => ({ name: name.replace(".txt", "") }))

const last = (steps: readonly Step[]): Document => {
  const document = steps.at(-1)?.document
  if (!document) throw new Error("nobody said anything")
  return document
}
const live = ({ items }: Document) => items.filter(isLive)
const of = <K extends Kind>(document: Document, kind: K) =>
  document.items.filter((item): item is ItemOf<K> => item.kind === kind)
const quotes = ({ sources }: Item) => sources.map(({ quote }) => quote)

describe.each(briefs)("the document of $name", ({ name }) => {
  const messages = brief(name)

  test("is never refused, has every id once, and every quote stands in its message, letter for letter", async () => {
    const steps = await write(messages)
    const texts = new Map(steps.map(({ messageId, said }) => [messageId, said]))
    const { items } = last(steps)
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    for (const { id, sources } of items) {
      expect(sources.length, id).toBeGreaterThan(0)
      for (const { messageId, quote, start, end } of sources)
        expect(texts.get(messageId)?.slice(start, end), id).toBe(quote)
    }
  })

  test("has no line that depends on one that no longer counts", async () => {
    for (const { document } of await write(messages)) {
      const standing = new Set(live(document).map(({ id }) => id))
      for (const item of live(document)) {
        for (const id of item.dependsOn) expect(standing, `${item.id} on ${id}`).toContain(id)
        if (item.kind === "requirement" && item.feature) expect(standing, item.id).toContain(item.feature)
        if (isOpen(item)) for (const id of item.blocks ?? []) expect(standing, `${item.id} blocks ${id}`).toContain(id)
      }
    }
  })

  test("shows of every requirement how it goes well and how it does not, in what one can see", async () => {
    const document = last(await write(messages))
    for (const item of of(document, "requirement")) {
      expect(
        item.criteria.some((criterion) => criterion.case === "happy"),
        item.id,
      ).toBe(true)
      expect(
        item.criteria.some((criterion) => criterion.case !== "happy"),
        item.id,
      ).toBe(true)
    }
    const found = lint(document).map(({ rule }) => rule)
    expect(found).not.toContain("unobservable")
    expect(found.length, JSON.stringify(lint(document))).toBeLessThanOrEqual(4)
  })

  test("says nothing twice, and is the same when it is told again", async () => {
    const document = last(await write(messages))
    const said = live(document).map(({ kind, text }) => `${kind} ${text}`)
    expect(new Set(said).size).toBe(said.length)
    expect(last(await write(messages))).toEqual(document)
  })

  test("does not change when its first message is said again", async () => {
    const [first] = messages
    const document = last(await write(first === undefined ? [] : [first, first]))
    const again = last(await write(first === undefined ? [] : [first]))
    expect(live(document).map(({ text }) => text)).toEqual(live(again).map(({ text }) => text))
  })
})

describe("the bakery", () => {
  test("is ready for a rough estimate, and has a line of every kind that was spoken of", async () => {
    const document = last(await write(brief("bakery")))
    expect(readiness(document).level).toBe("estimate")
    const kinds = new Set(live(document).map(({ kind }) => kind))
    for (const kind of [
      "summary",
      "goal",
      "measure",
      "role",
      "exclusion",
      "journey",
      "feature",
      "requirement",
      "rule",
      "entity",
      "quality",
    ])
      expect(kinds).toContain(kind)
    expect(of(document, "measure")).toMatchObject([
      { metric: "Phone orders", baseline: "about 30 a day", target: "under 5 a day, within three months" },
    ])
    expect(of(document, "exclusion")).toMatchObject([
      { text: "No delivery", reason: expect.stringContaining("disaster") },
    ])
  })

  test("refuses the thirteenth cake", async () => {
    const document = last(await write(brief("bakery")))
    const rule = of(document, "rule").find(({ text }) => text.includes("12 celebration cakes"))
    const held = of(document, "requirement").find(({ dependsOn }) => rule && dependsOn.includes(rule.id))
    expect(held).toMatchObject({
      evidence: "inferred",
      state: "proposed",
      text: expect.stringContaining(`${rule?.id} (12`),
    })
    const [happy, edge] = held?.criteria ?? []
    expect(happy).toMatchObject({ case: "happy", given: expect.stringContaining("11") })
    expect(edge).toMatchObject({
      case: "edge",
      given: expect.stringContaining("12"),
      when: expect.stringContaining("13"),
    })
  })

  test("answers the open question about success when the number comes after all", async () => {
    const steps = await write(brief("bakery"))
    const isAbout = (item: Item) => item.kind === "question" && item.title?.includes("success") === true
    expect(steps[4]?.document.items.filter(isAbout)).toMatchObject([{ state: "proposed" }])
    expect(last(steps).items.filter(isAbout)).toMatchObject([
      { state: "accepted", answer: expect.stringContaining("phone orders") },
    ])
  })
})

describe("the pasted brief of the clinic", () => {
  /** Numbered clauses of the brief; the sentences of its unnumbered lines count under their title. */
  const clauses = (brief("clinic-pasted")[0] ?? "")
    .split("\n")
    .flatMap((line, index, all) => {
      const [, number, text] = /^(\d\.\d) (.+)$/.exec(line) ?? []
      if (number && text) return [{ number, text }]
      const title = all.slice(0, index).findLast((one) => /^\d\. /.test(one))
      if (title === undefined || line === "" || /^\d\. /.test(line)) return []
      return line
        .replace(/^- /, "")
        .split(/(?<=[.;]) (?=[A-Z])/)
        .map((one) => ({ number: title.slice(0, 1), text: one }))
    })
    .map(({ number, text }) => ({ number, text: text.replace(/[.;]$/, "") }))

  test("stands in it, clause by clause, with quotes and numbers intact", async () => {
    const [read] = await write(brief("clinic-pasted").slice(0, 1))
    const items = read ? live(read.document) : []
    const kept = clauses.filter(({ text }) => {
      const own = items.filter((item) => quotes(item).some((quote) => text.includes(quote) || quote.includes(text)))
      const numbers = text.match(/\d[\d.,]*\d|\d/g) ?? []
      return own.length > 0 && numbers.every((number) => own.some((item) => JSON.stringify(item).includes(number)))
    })
    expect(clauses.length).toBeGreaterThan(17)
    expect(kept.length / clauses.length).toBeGreaterThanOrEqual(0.9)
    const references = items.flatMap((item) => (item.kind === "requirement" ? (item.reference ?? []) : []))
    expect(references).toEqual(expect.arrayContaining(["3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7"]))
    expect(items.every(({ evidence }) => evidence === "from_document" || evidence === "inferred")).toBe(true)
  })

  test("is corrected: the new limit takes the old one's place, its number and its criteria", async () => {
    const document = last(await write(brief("clinic-pasted")))
    const [old, now] = of(document, "requirement").filter(({ reference }) => reference === "3.2")
    expect(old).toMatchObject({ state: "superseded", supersededBy: now?.id })
    expect(now).toMatchObject({ state: "accepted", evidence: "stated", text: expect.stringContaining("at most five") })
    expect(now && quotes(now)).toHaveLength(2)
    expect(now?.criteria.map(({ given }) => given).join()).toMatch(/\b4\b.*\b5\b/)
  })

  test("asks for what it left to be chosen, until it is left to us", async () => {
    const steps = await write(brief("clinic-pasted"))
    const [integration] = of(last(steps), "integration").filter(({ text }) => text.includes("SMS"))
    const [question] = steps[0] ? of(steps[0].document, "question") : []
    expect(question).toMatchObject({ state: "proposed", blocks: [integration?.id] })
    expect(of(last(steps), "question")).toMatchObject([{ state: "accepted" }])
  })
})

describe("a contradiction", () => {
  test("stands as one question with both quotes and the lines it holds up; deciding it answers and clears away", async () => {
    const steps = await write(brief("allotment-contradictory"))
    const [raised, decided] = [steps[1]?.document, steps[2]?.document]
    const question = raised && of(raised, "question")[0]
    expect(question && quotes(question)).toEqual(["members should log in and see their plot", "no accounts though"])
    expect(question?.blocks?.length).toBeGreaterThanOrEqual(2)
    expect(decided && of(decided, "question")[0]).toMatchObject({ state: "accepted", answer: "No accounts" })
    expect(decided && of(decided, "decision")).toMatchObject([{ text: expect.stringContaining("o accounts") }])
    const standing = decided ? live(decided).filter(({ kind }) => kind === "requirement" || kind === "journey") : []
    expect(standing.length).toBeGreaterThan(0)
    for (const { text } of standing) expect(text).not.toContain("log in")
    // What was not in dispute is not lost with it.
    expect(standing.map(({ text }) => text).join()).toContain("the work days")
  })

  test("left open stays open, and is not asked a second time", async () => {
    const document = last(await write(brief("allotment-contradictory")))
    const open = document.items.filter(isOpen).filter(({ text }) => text.includes("bank transfer"))
    expect(open).toHaveLength(1)
    expect(open[0] && quotes(open[0])).toHaveLength(2)
  })

  test("between a rule and its exceptions is asked with all their quotes", async () => {
    const document = last(await write(brief("allotment-contradictory")))
    const [rule] = of(document, "rule")
    expect(rule).toMatchObject({ exception: expect.stringContaining("small children") })
    const question = document.items.filter(isOpen).find(({ blocks }) => rule && blocks?.includes(rule.id))
    expect(question && quotes(question)).toEqual([
      "whoever is first gets the next plot",
      "unless they have small children, then they come first",
      "or if the board decides",
    ])
  })

  test("of that kind is named in the chat, and not asked at once", async () => {
    const reply = (await play(brief("allotment-contradictory")))[3]
    expect(reply?.text).toContain("A rule with exceptions: whoever is first gets the next plot.")
    expect(questions(reply?.text ?? "")).toBe(1)
  })

  test("with a locked line is left to the visitor", async () => {
    const steps = await write(
      ["We deliver everywhere in town.", "No delivery after all.", "no delivery after all"],
      "en",
      [
        {
          before: 2,
          act: ({ items }) => items.flatMap(({ id, kind }) => (kind === "requirement" ? [{ op: "lock", id }] : [])),
        },
      ],
    )
    const before = steps[1]?.document.items
      .filter(({ kind }) => kind === "requirement")
      .map(({ text, state }) => ({ text, state }))
    expect(
      last(steps)
        .items.filter(({ kind }) => kind === "requirement")
        .map(({ text, state }) => ({ text, state })),
    ).toEqual(before)
  })
})

describe("whoever is not sure", () => {
  const start = "I run a bike shop and want customers to book repairs online."
  const ask = async (messages: string[]) => last(await write([start, ...messages]))

  test("gets the usual answer as an assumption where there is one, and an open question where there is none", async () => {
    const document = await ask(new Array<string>(9).fill("not sure"))
    const assumed = of(document, "assumption")
    expect(assumed.length).toBeGreaterThan(1)
    for (const item of assumed)
      expect(item).toMatchObject({
        evidence: "default",
        state: "proposed",
        used: expect.any(String),
        impact: expect.any(String),
      })
    const open = document.items.filter(isOpen)
    expect(open.length).toBeGreaterThan(1)
    for (const { why, impact, uncertainty, choices } of open) {
      expect(why).toBeDefined()
      expect((impact ?? 0) * (uncertainty ?? 0)).toBeGreaterThan(0)
      expect(choices?.length).toBeGreaterThanOrEqual(2)
    }
  })

  test("leaves no line by skipping", async () => {
    const before = await ask([])
    expect((await ask(["skip", "skip"])).items).toEqual(before.items)
  })

  test("replaces an assumption by saying it after all", async () => {
    const steps = await write([
      start,
      ...new Array<string>(9).fill("not sure"),
      "We store name, address and the frame number.",
    ])
    const assumed = (document: Document) => of(document, "assumption").find(({ title }) => title?.includes("details"))
    expect(steps.at(-2) && assumed(steps.at(-2)?.document ?? last(steps))).toMatchObject({ state: "proposed" })
    expect(assumed(last(steps))).toMatchObject({ state: "superseded" })
  })
})

describe("what the visitor did by hand", () => {
  const said = [
    "We run 3 swimming pools and want people to book lanes online.",
    "A swimmer may hold at most three future bookings.",
    "sorry, five not three",
  ]

  test("a locked line is not changed; the correction becomes a question with both quotes", async () => {
    const lock = (document: Document) => of(document, "rule").map(({ id }) => ({ op: "lock" as const, id }))
    const steps = await write(said, "en", [{ before: 2, act: lock }])
    expect(of(last(steps), "rule")).toMatchObject([{ state: "accepted", text: expect.stringContaining("three") }])
    const question = last(steps).items.filter(isOpen).at(-1)
    expect(question && quotes(question)).toEqual([
      "A swimmer may hold at most three future bookings",
      "sorry, five not three",
    ])
  })

  test("a retired line does not come back in the same words", async () => {
    const retire = (document: Document) =>
      of(document, "rule").map(({ id }) => ({ op: "retire" as const, id, reason: "no" }))
    const [, rule = ""] = said
    const steps = await write([...said.slice(0, 2), rule], "en", [{ before: 2, act: retire }])
    expect(of(last(steps), "rule").map(({ state }) => state)).toEqual(["retired"])
  })
})

test.each([
  ["viajes-es", "es", /^(?:El sistema debe|Si .+ el sistema debe)/, /la persona|muestra|aparece/],
  ["tischlerei-de", "de", /Das System muss/, /die Person|abgelehnt|zeigt/],
  ["association-fr", "fr", /e système doit/, /la personne|refusé|affiche|voit/],
])(
  "%s is written in the visitor's language, criteria and questions included",
  async (name, language, sentence, result) => {
    const document = last(await write(brief(name)))
    expect(document.language).toBe(language)
    for (const item of of(document, "requirement")) {
      expect(item.text).toMatch(sentence)
      expect(item.criteria.map(({ then }) => then).join()).toMatch(result)
    }
    expect(JSON.stringify(document)).not.toMatch(/the person|Not known yet|Which of the two/)
  },
)
