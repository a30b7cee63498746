import * as Question from "@spec-wizard/core/interviewer/question"
import * as Topic from "@spec-wizard/core/interviewer/topic"
import { empty, Language } from "@spec-wizard/core/protocol/document"
import { describe, expect, test } from "vitest"
import { again, say } from "../src/guided/ask/say.ts"
import { phrases } from "../src/guided/languages/phrases.ts"
import { questions, wordsIn } from "./guided-play.ts"

const MOST_WORDS = 30

describe.each(Language.options)("in %s", (language) => {
  const spoken = phrases[language]
  const wordings = Question.ID.options.flatMap((question) =>
    (["ask", "more"] as const).map((wording) => ({
      question,
      wording,
      ...say({ question, wording, places: [] }, spoken, empty(language)),
    })),
  )

  test.each(wordings)(
    "$question ($wording) is one question of at most thirty words, with two to five choices",
    ({ question, text, choices }) => {
      expect(questions(text), text).toBe(1)
      expect(wordsIn(text.split("\n\n").at(-1) ?? "").length, text).toBeLessThanOrEqual(MOST_WORDS)
      expect(choices.length).toBeGreaterThanOrEqual(2)
      expect(choices.length).toBeLessThanOrEqual(5)
      expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length)
      for (const { label, value } of choices) expect([label, label.length <= 45]).toEqual([value, true])
      if (question !== "criterion" && question !== "dispute") expect(text).not.toMatch(/undefined|\$\{| {2}| [,.]/)
    },
  )

  test("two different questions never read alike", () => {
    const texts = new Set(wordings.map(({ question, text }) => `${question}\n${text}`))
    expect(new Set([...texts].map((text) => text.slice(text.indexOf("\n")))).size).toBe(texts.size)
  })

  test.each(Question.ID.options)("%s has a why, an example, and is shorter when it comes again", (question) => {
    const { ask, why, example } = spoken.questions[question]
    expect(why).toMatch(/\.$/)
    expect(questions(`${why} ${spoken.forExample(example)}`)).toBe(0)
    const short = again({ question, wording: "ask", places: [] }, spoken).text
    expect(questions(short)).toBe(1)
    expect(wordsIn(short).length).toBeLessThanOrEqual(Math.min(10, wordsIn(ask).length))
  })

  test.each(Topic.ID.options)("%s offers answers of its own, not sure, and to skip it", (topic) => {
    const { choices } = say({ question: topic, wording: "ask", places: [] }, spoken, empty(language))
    expect(choices.slice(-2).map(({ value }) => value)).toEqual([spoken.notSure, spoken.skip])
    expect(choices.length).toBeGreaterThanOrEqual(3)
  })

  test("what is said beside questions asks nothing", () => {
    const { noted, unsure, skipped, settled, stray, hello, begun, corrected, thanks, fewWords, affirm, closing } =
      spoken
    const said = [...noted, ...unsure, ...skipped, ...settled, ...stray, ...Object.values(affirm)]
    const one = [spoken.brief, hello, begun, corrected, thanks, fewWords, spoken.kept(5), closing.end, closing.again]
    for (const text of [...said, ...one]) expect([text, text.includes("?")]).toEqual([text, false])
  })

  test("an offer to sum up is taken by its own choices", () => {
    expect(spoken.sums.test(spoken.sum)).toBe(true)
    expect(spoken.mores.test(spoken.more)).toBe(true)
    expect(spoken.sums.test(spoken.more) || spoken.mores.test(spoken.sum)).toBe(false)
  })

  test("a word that means two things is asked about as one question", () => {
    for (const word of Object.keys(spoken.twofold)) {
      const { text, choices } = say({ question: "terms", wording: "ask", places: [], word }, spoken, empty(language))
      expect(questions(text)).toBe(1)
      expect(wordsIn(text).length).toBeLessThanOrEqual(MOST_WORDS)
      expect(choices).toHaveLength(4)
    }
  })
})
