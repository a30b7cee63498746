import { readdirSync, readFileSync } from "node:fs"
import * as Topic from "@spec-wizard/core/interviewer/topic"
import { describe, expect, test } from "vitest"
import * as Ask from "../src/guided/ask.ts"
import * as Memory from "../src/guided/memory.ts"
import { phrases } from "../src/guided/phrase/phrases.ts"
import { alone, point } from "../src/guided/point.ts"
import { Language } from "../src/guided/read/language.ts"
import { reply } from "../src/guided/reply.ts"
import type { Reply } from "./guided-play.ts"
import { contextFor, play, questions } from "./guided-play.ts"

const folder = new URL("./guided-briefs/", import.meta.url)
const briefs = readdirSync(folder).map((name) => ({
  name,
  messages: readFileSync(new URL(name, folder), "utf8")
    .split(/^---$/m)
    .map((message) => message.trim()),
}))

const lead = ({ text }: Reply) => text.split("\n\n")[0] ?? ""
const asked = ({ text }: Reply) => text.split("\n\n").at(-1) ?? ""
const words = (text: string) => text.split(/\s+/).filter(Boolean)
const isClosing = ({ memory }: Reply) => Memory.parse(memory).closed
const items = ({ text }: Reply) =>
  text
    .split("\n")
    .filter((line) => line.startsWith("- "))
    .flatMap((line) => line.slice(line.indexOf(":") + 1).split(";"))
    .map((item) => item.trim())
    // "and 2 more"
    .filter((item) => !/^(and|und|y|et) \d+ /.test(item))

describe.each(briefs)("the visitor of $name", ({ messages }) => {
  test("is never given more than ten of their own words in a row back", async () => {
    for (const reply of await play(messages)) {
      if (reply.choices.length === 0) continue
      const [first, said] = [words(lead(reply)).join(" "), words(reply.said)]
      for (let at = 0; at + 11 <= said.length; at++) expect(first).not.toContain(said.slice(at, at + 11).join(" "))
    }
  })

  test("is affirmed briefly", async () => {
    for (const reply of await play(messages)) {
      const isAsked = reply.choices.length > 0 && !Memory.parse(reply.memory).last?.dispute
      if (!isAsked || reply.said.length > 400 || lead(reply).includes(":\n") || lead(reply) === asked(reply)) continue
      const { enoughIfYouLike } = phrases[Memory.parse(reply.memory).language ?? "en"]
      expect(words(lead(reply).replace(enoughIfYouLike, "")).length, lead(reply)).toBeLessThanOrEqual(20)
    }
  })

  test("reads whole thoughts in the closing, none twice and none that leans on a sentence not shown", async () => {
    const closing = (await play(messages)).find(isClosing)
    expect(closing).toBeDefined()
    const shown = closing ? items(closing) : []
    expect(new Set(shown.map((item) => item.toLowerCase())).size).toBe(shown.length)
    for (const item of shown) {
      expect(item).not.toMatch(/^(but|and|actually|so|aber|und|pero|y|mais|et)\b/i)
      expect(item).not.toMatch(/[^ ]…$/)
    }
  })

  test("leaves a memory of less than 4 KB", async () => {
    for (const { memory } of await play(messages)) expect(JSON.stringify(memory).length).toBeLessThan(4096)
  })
})

test("a word in passing is not taken for what it is all about", async () => {
  const replies = await play([
    "we have a club house and want to know who has the key",
    "only the members, of course",
    "in order to open it they ask me, I work out of the back office",
    "not sure",
    "not sure",
    "not sure",
  ])
  for (const reply of replies) expect(asked(reply)).not.toMatch(/course|order|booking/)
})

test("questions use the visitor's own word for what they count", async () => {
  const replies = await play([
    "we look after 40 beehives and want to write down what we see",
    "me and my brother go round the beehives every week",
    ...new Array<string>(6).fill("not sure"),
  ])
  expect(replies.map(asked).join("\n")).toContain("beehives")
})

describe("a contradiction", () => {
  const start = ["We deliver everywhere in town.", "No delivery after all."]
  const later = ["No delivery, really.", "We deliver everywhere in town.", "not sure", "go back"]

  test.each([
    ["decided", "no delivery after all"],
    ["decided by position", "the second one"],
    ["left open", "not sure"],
    ["left open by changing the subject", "It should be ready in March."],
    ["kept as it is", "both"],
  ])("that was %s does not come up again", async (_, answer) => {
    const replies = await play([...start, answer, ...later])
    expect(Memory.parse(replies[1]?.memory).last?.topic).toBe("dispute")
    for (const reply of replies.slice(2)) expect(Memory.parse(reply.memory).last?.topic).not.toBe("dispute")
  })

  test("between two things of a kind does not come up again the other way round", async () => {
    const replies = await play([
      "Paying is by bank transfer only.",
      "Card would be nice too, paying by card.",
      "the second one",
      "Paying is by bank transfer only.",
      "Payment by card is fine.",
    ])
    expect(Memory.parse(replies[1]?.memory).last?.topic).toBe("dispute")
    for (const reply of replies.slice(2)) expect(Memory.parse(reply.memory).last?.topic).not.toBe("dispute")
  })

  test("left open is named once in the closing", async () => {
    const replies = await play([...start, "not sure", "that's all"])
    expect(replies[3]?.text.match(/whether/g)).toHaveLength(1)
  })
})

/** The reply to a message right after a question about `topic`. */
const answer = (topic: Topic.ID, text: string) =>
  reply(contextFor(text, { ...Memory.parse(undefined), turn: 3, last: { topic, wording: "open" } }))

test.each([
  ["integrations", "no", "no other program"],
  ["deadline", "nope", "no fixed date"],
  ["privacy", "yes", "sensitive"],
  ["accessibility", "not really", "usual"],
  ["budget", "the second one", "25,000"],
] as const)("asked about %s, “%s” is an answer, quoted as it was said", (topic, said, meant) => {
  const [note] = answer(topic, said).notes
  expect(note).toMatchObject({ topic, evidence: "stated", source: { quote: said, start: 0, end: said.length } })
  expect(note?.text).toContain(meant)
})

test("a bare yes or no that says nothing is not written down, and the question waits for it", async () => {
  const replies = await play(["I run a bike shop and want people to book repairs online.", "yes", "no"])
  for (const reply of replies.slice(1)) {
    expect(reply.notes).toEqual([])
    expect(asked(reply)).toBe(asked(replies[0] ?? reply))
  }
})

test.each([
  ["integrations", "no other program"],
  ["rules", "no further rules"],
  ["accessibility", "usual"],
] as const)("what the team may decide about %s is assumed as small as is usual", (topic, assumed) => {
  const [note] = answer(topic, "you decide").notes
  expect(note).toMatchObject({ kind: "assumption", evidence: "default" })
  expect(note?.text).toContain(assumed)
})

test("nobody guesses what a visitor pays or who their people are", () => {
  for (const topic of ["payment", "users", "budget", "purpose"] as const)
    expect(answer(topic, "you decide").notes[0]?.text).toContain("Left to the team")
})

describe.each(Language.options)("in %s", (language) => {
  test.each(Topic.ID.options)("%s is one question with two or three choices of its own", (topic) => {
    for (const wording of ["open", "more", "vague"] as const) {
      const memory = Memory.parse(undefined)
      const { text, choices } = Ask.phrase(memory, language, { topic, wording, vague: "x" })
      expect(questions(text), text).toBe(1)
      const own = choices.slice(0, -2)
      expect(own.length).toBeGreaterThanOrEqual(2)
      expect(own.length).toBeLessThanOrEqual(3)
      expect(new Set(own.map(({ value }) => value)).size).toBe(own.length)
      for (const { label } of own) expect(label.length).toBeLessThanOrEqual(32)
      expect(text).not.toMatch(/undefined| {2}| [,.]/)
    }
  })
})

test.each([
  ["en", "But, actually, we need it, of course", "we need it"],
  ["en", "No delivery", "No delivery"],
  ["en", "no, sorry, five", "five"],
  ["de", "Aber eigentlich dürfen es sechs sein", "eigentlich dürfen es sechs sein"],
  ["es", "Si hay viento cancelamos", "Si hay viento cancelamos"],
  ["fr", "Mais où est-ce", "où est-ce"],
] as const)("in %s “%s” stands alone as “%s”", (language, text, expected) => {
  expect(alone(text, language)).toBe(expected)
})

test("a sentence is shortened at a joint, and an exception that falls away is told", () => {
  const fits = (text: string) => text.length <= 40
  expect(point("They choose a bike in the list, and then they tell us when they come", "en", { fits })).toEqual({
    text: "They choose a bike in the list",
    rest: "more",
  })
  expect(point("Cancelling is free for all members, unless it is the same day", "en", { fits })?.rest).toBe("exception")
  expect(
    point("If something goes wrong in the night, they call the number on the door", "en", { fits }),
  ).toBeUndefined()
})
