import { readiness } from "@spec-wizard/core/document/readiness"
import type { Document } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"
import type * as Memory from "../memory.ts"
import { disputeAt, lineAt } from "./lines.ts"
import type { Phrases } from "./phrases.ts"

export type Question = { text: string; choices: Message.Choice[] }

/** A question in words. The one about more than one thing shows what it is about before it asks. */
export function say(waiting: Memory.Waiting, spoken: Phrases, document: Document): Question {
  const { question, wording, places, word } = waiting
  const { ask, more = ask, short } = spoken.questions[question]
  const choices = choicesOf(waiting, spoken)
  const meanings = word === undefined ? undefined : spoken.twofold[word]
  if (word !== undefined && meanings) return { text: spoken.whichMeaning(word, ...meanings), choices }
  const asked = { ask, more, short }[wording]
  const quoted = (words: string | undefined) => shownOf(words ?? "", spoken)
  switch (question) {
    case "unsorted": {
      const lines = places.map((place, index) => `${index + 1}. ${quoted(lineAt(document, place, question)?.text)}`)
      return { text: [spoken.kept(lines.length), lines.join("\n"), asked].join("\n\n"), choices }
    }
    case "criterion": {
      const [line] = places.map((place) => lineAt(document, place, "requirement"))
      return { text: `${spoken.about(quoted(line?.text))}\n\n${asked}`, choices }
    }
    case "dispute": {
      const [older, newer] = disputeAt(document, places)?.choices ?? []
      return { text: `${spoken.against(quoted(older), quoted(newer))}\n\n${asked}`, choices }
    }
    case "wrap": {
      const what = lacksOf(document, spoken)
      const standing = what.length > 0 ? spoken.lacking(what.join(", ")) : spoken.enough
      return { text: wording === "ask" ? `${standing}\n\n${asked}` : asked, choices }
    }
    default:
      return { text: asked, choices }
  }
}

/** What the document lacks for an estimate. */
export const lacksOf = (document: Document, { lacks }: Phrases): string[] => [
  ...new Set(readiness(document).missing.flatMap(({ code }) => lacks[code] ?? [])),
]

/** The same question in few words, once it has been explained. */
export const again = (waiting: Memory.Waiting, spoken: Phrases): Question => ({
  text: spoken.questions[waiting.question].short,
  choices: choicesOf(waiting, spoken),
})

function choicesOf({ question, wording, word }: Memory.Waiting, spoken: Phrases): Message.Choice[] {
  const { notSure, skip } = spoken
  const meanings = word === undefined ? undefined : spoken.twofold[word]
  const own = (): readonly string[] => {
    switch (question) {
      case "unsorted":
        return [spoken.all, spoken.none, spoken.drop, notSure]
      case "dispute":
        return [spoken.first, spoken.second, spoken.both, notSure]
      case "wrap":
        return wording === "more" ? [spoken.sum, spoken.done] : [spoken.sum, spoken.more]
      case "else":
        return [spoken.goOn, spoken.sum]
      default:
        return [
          ...(meanings?.map((meaning) => `${word}: ${meaning}`) ?? spoken.questions[question].choices),
          notSure,
          skip,
        ]
    }
  }
  return own().map((label) => ({ label, value: label }))
}

/** Their words inside our sentence: without a question mark of their own, so that it stays clear what is asked. */
export function shownOf(text: string, spoken: Phrases): string {
  const plain = text
    .replace(/[?¿]/g, "")
    .replace(/[“”„"«»]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
  const end = plain.lastIndexOf(" ", MAX_SHOWN)
  const cut = `${plain.slice(0, end > MAX_SHOWN / 2 ? end : MAX_SHOWN).toWellFormed()}…`
  return spoken.quoted((plain.length <= MAX_SHOWN ? plain : cut).replace(MARKUP, "\\$&"))
}

const MAX_SHOWN = 160
/** The page reads what it is told as Markdown. */
const MARKUP = /[\\`*_[\]<>|~]/g
