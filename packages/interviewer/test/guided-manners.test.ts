import { readdirSync, readFileSync } from "node:fs"
import * as Message from "@spec-wizard/core/protocol/message"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { reply } from "../src/guided/ask/reply.ts"
import { phrases } from "../src/guided/languages/phrases.ts"
import * as Memory from "../src/guided/memory.ts"
import { asked, lead, play, questions, Visit, waitingIn, wordsIn } from "./guided-play.ts"

const folder = new URL("./guided-briefs/", import.meta.url)
const briefs = readdirSync(folder).map((name) => ({
  name,
  language: /-(de|es|fr)\./.exec(name)?.[1] ?? "en",
  messages: readFileSync(new URL(name, folder), "utf8")
    .split(/^---$/m)
    .map((message) => message.trim()),
}))

const withoutQuotes = (text: string) => text.replace(/[“„«][^”“»]*[”“»]/g, "")

describe.each(briefs)("the visitor of $name", ({ messages, language }) => {
  const talk = () => play(messages, language)

  test("is asked exactly one question at a time, with two to five choices, until a closing that asks none", async () => {
    const replies = await talk()
    const closes = replies.findIndex(({ memory }) => Memory.parse(memory).isClosed)
    for (const reply of closes < 0 ? replies : replies.slice(0, closes)) {
      expect.soft([questions(reply.text), reply.text]).toEqual([1, reply.text])
      expect.soft(wordsIn(asked(reply)).length).toBeLessThanOrEqual(30)
      expect.soft(reply.choices.length).toBeGreaterThanOrEqual(2)
      expect.soft(reply.choices.length).toBeLessThanOrEqual(5)
    }
    if (closes < 0) return
    const { text = "", choices } = replies[closes] ?? {}
    expect([questions(text), choices]).toEqual([0, []])
    expect(wordsIn(withoutQuotes(text)).length).toBeLessThan(80)
  })

  test("is never asked the same question twice, unless in other words after a remark beside the matter", async () => {
    const replies = (await talk()).filter(({ choices }) => choices.length > 0)
    // The question that going back interrupts comes again in its turn.
    const texts = replies.filter((_, index) => replies[index + 1]?.said !== "go back").map(asked)
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([])
  })

  test("is affirmed briefly, and never given more than four of their own words in a row back outside of quotes", async () => {
    for (const reply of await talk()) {
      if (reply.choices.length === 0 || reply.course?.fate === "waiting") continue
      expect(wordsIn(lead(reply)).length, lead(reply)).toBeLessThanOrEqual(22)
      const [told, said] = [` ${wordsIn(withoutQuotes(reply.text)).join(" ")} `, wordsIn(reply.said)]
      for (let at = 0; at + 5 <= said.length; at++) expect(told).not.toContain(` ${said.slice(at, at + 5).join(" ")} `)
    }
  })

  test("is answered in their own language, and the same when they say the same again", async () => {
    const [first, second] = [await talk(), await talk()]
    for (const { memory } of first) expect(Memory.parse(memory).language).toBe(language)
    expect(second.map(({ text, memory, document }) => [text, memory, document])).toEqual(
      first.map(({ text, memory, document }) => [text, memory, document]),
    )
  })
})

test.each([
  ["en", "hello"],
  ["de", "hallo"],
  ["es", "hola"],
  ["fr", "bonjour"],
] as const)(
  "a greeting in a session in %s is answered in kind, and asked what it is about",
  async (language, greeting) => {
    const [reply] = await play([greeting], language)
    const { hello, questions, typeset = (text: string) => text } = phrases[language]
    expect(reply && [lead(reply), asked(reply), waitingIn(reply)]).toEqual([
      typeset(hello),
      typeset(questions.purpose.ask),
      "purpose",
    ])
  },
)

test("an unknown language gets the session's, an unknown locale English", async () => {
  const [polish] = await play(["Prowadzimy piekarnię"], "pl-PL")
  expect(Memory.parse(polish?.memory).language).toBe("en")
  const [german] = await play(["Bäckerei"], "de-AT")
  expect(Memory.parse(german?.memory).language).toBe("de")
})

test("the conversation follows a visitor who changes the language, not one who says ok", async () => {
  const replies = await play([
    "Wir sind ein Verein und wollen unsere Plätze online vergeben.",
    "ok",
    "Actually we would like to do this in English from here on.",
  ])
  expect(replies.map(({ memory }) => Memory.parse(memory).language)).toEqual(["de", "de", "en"])
})

test("go back puts the question before once more, and the one that waited comes again", async () => {
  const replies = await play([
    "I run a bike shop and want people to book repairs online.",
    "skip",
    "go back",
    "mostly regulars",
  ])
  const [first, second, third, fourth] = replies.map(waitingIn)
  expect([third, fourth]).toEqual([first, second])
  expect(replies[2]?.document.items).toEqual(replies[1]?.document.items)
})

test("a bare yes says nothing to an open question, which waits for it", async () => {
  const replies = await play(["I run a bike shop and want people to book repairs online.", "yes"])
  expect(replies[1] && [lead(replies[1]), waitingIn(replies[1])]).toEqual([
    phrases.en.fewWords,
    waitingIn(replies[0] ?? raise()),
  ])
})

test("a word that means two things is checked, once", async () => {
  const visit = new Visit()
  await visit.say("We have a stock that changes every day, and people ask for it.")
  for (let turn = 0; turn < 30; turn++) await visit.say(turn % 4 === 3 ? "More detail" : `The ${turn}th box is green.`)
  const checks = visit.exchanges.filter(({ text }) => text.includes("“stock”"))
  expect(checks).toHaveLength(1)
  expect(checks[0]?.choices.map(({ value }) => value).slice(0, 2)).toEqual(["stock: goods on a shelf", "stock: shares"])
})

test("an answer out of two that an open question asks leaves the other to be asked", async () => {
  const visit = new Visit()
  await visit.say("We hire out boats.")
  for (let turn = 0; turn < 12 && waitingIn(visit.exchanges.at(-1) ?? raise()) !== "migration"; turn++)
    await visit.say(`The ${turn}th boat is green.`)
  await visit.say("Today we write everything into a book.")
  const later: unknown[] = []
  for (let turn = 0; turn < 20; turn++) {
    const said = waitingIn(visit.exchanges.at(-1) ?? raise()) === "wrap" ? phrases.en.more : "skip"
    later.push(waitingIn(await visit.say(said)))
  }
  expect(later).toContain("migration")
})

const raise = (): never => {
  throw new Error("no reply")
}

const fragments = fc.constantFrom(
  "3.1 A member may hold at most three bookings.",
  "not sure",
  "skip",
  "go back",
  "we want it fast and secure",
  "no delivery",
  "— EUR 60,000–80,000, 99.5 % by 6 pm",
  "Wir haben keine Konten, höchstens 5 pro Tag.",
  "¿Cuándo? No lo sé.",
  "Désolé, je corrige : 4 outils, pas trois.",
  "what do you still need from me?",
  "that's all",
  "👩‍👩‍👧 <b>bold</b> [x](javascript:alert(1)) `code` | # head",
  "__proto__ constructor toString",
  "1.\n2)\n- \n* \n# ",
)
const message = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 300 }),
  fc.array(fragments, { minLength: 1, maxLength: 8 }).map((parts) => parts.join("\n")),
  fc.array(fragments, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(" ")),
)

test("memory stays under 8 KB and valid, and each reply asks one question or none, whatever is said", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: 60, maxLength: 60 }), async (messages) => {
      for (const { memory, text, choices } of await play(messages)) {
        expect(Buffer.byteLength(JSON.stringify(memory))).toBeLessThanOrEqual(8_000)
        expect(Memory.Info.safeParse(memory).error?.issues).toBeUndefined()
        expect([questions(text), text]).toEqual([choices.length > 0 ? 1 : 0, text])
      }
    }),
    { numRuns: 5 },
  )
}, 120_000)

test("any memory is accepted, its own or somebody else's", async () => {
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (memory) => {
      const visit = new Visit()
      visit.memory = memory
      expect((await reply(visit.hear("We run a bakery."))).choices.length).toBeGreaterThan(0)
    }),
    { numRuns: 100 },
  )
})

test.each([
  ["letters", "a"],
  ["digits and dots", "1."],
  ["list marks", "- "],
  ["markup", "<script>alert(1)</script>"],
  ["questions", "what? "],
  ["one-word sentences", "no. "],
  ["quotes", "“a” "],
  ["prose", "Members book a slot at least 3 days before, unless the board decides otherwise; then they pay by card. "],
])("16,000 characters of %s are answered with one question, and no markup", async (_, unit) => {
  const text = unit.repeat(Math.ceil(Message.MAX_LENGTH / unit.length)).slice(0, Message.MAX_LENGTH)
  const [reply] = await play([text])
  expect(questions(reply?.text ?? "")).toBe(1)
  expect(reply?.text).not.toMatch(/(?<!\\)[<>[\]`]/)
})
