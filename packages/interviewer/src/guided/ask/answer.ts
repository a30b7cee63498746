import { sentences } from "@spec-wizard/core/document/sentence"
import type { Document } from "@spec-wizard/core/protocol/document"
import type * as Operation from "@spec-wizard/core/protocol/operation"
import type { Aside } from "@spec-wizard/core/protocol/turn"
import { lexicons } from "../languages/languages.ts"
import { phrases } from "../languages/phrases.ts"
import type * as Memory from "../memory.ts"
import { phrase } from "../read/phrase.ts"
import type { Reading } from "../read/reading.ts"
import { type Said, sourceOf } from "../write/draft.ts"
import { disputeAt, lineAt } from "./lines.ts"
import { tokensOf } from "./picked.ts"
import { sortingIn } from "./sorting.ts"

type Answer = { waiting: Memory.Waiting; message: Said; reading: Reading; spoken: Reading["language"] }
/** What an answer does, undefined where it does not answer the question. */
type Effect = (document: Document) => Operation.Proposal[] | undefined

/** A message as it is read by whoever has asked about lines: what it does to them, and else what it says. */
export function answered(
  document: Document,
  waiting: Memory.Waiting | undefined,
  message: Said,
  reading: Reading,
  spoken: Reading["language"],
): Reading {
  if (!waiting || (reading.act && reading.act !== "confirm")) return reading
  const answer = { waiting, message, reading, spoken }
  if (waiting.question === "unsorted") return reading.act ? reading : sorting(answer)
  const effect =
    waiting.question === "dispute" ? settling(answer) : waiting.question === "criterion" ? checking(answer) : undefined
  if (!effect?.(document)) return reading
  const { act: _, ...rest } = reading
  return { ...rest, answered: true, proposals: (now) => effect(now) ?? reading.proposals(now) }
}

/** Which of some sentences tell how things are, and which do not matter at all: these are retired by the visitor's word. */
function sorting({ waiting: { places }, message, reading, spoken }: Answer): Reading {
  const { sorted, isTry } = sortingIn(message.text, places.length, phrases[spoken].heard, spoken)
  if (!isTry) return reading
  const aside: Aside = { start: 0, end: message.text.length, act: sorted ? "confirm" : "off_topic" }
  return {
    asides: [aside],
    answered: sorted !== undefined,
    isPlain: false,
    topics: [],
    language: spoken,
    proposals: (document) =>
      places.flatMap((place, at): Operation.Proposal[] => {
        const id = lineAt(document, place, "unsorted")?.id
        const kind = sorted?.get(at + 1)
        if (!id || !kind) return []
        return [kind === "drop" ? retired(id, message) : { op: "sort", id, kind, evidence: "confirmed" }]
      }),
  }
}

const MAX_REASON = 300

const retired = (id: string, { text }: Said) =>
  ({ op: "retire", id, reason: text.slice(0, MAX_REASON).toWellFormed() }) as const

const wordsIn = ({ text }: Said) => ({
  start: text.length - text.trimStart().length,
  end: text.trimEnd().length,
})

/** Which of two sayings holds: one is picked or said again, both hold, or what was said takes the place of one and leaves no other beside it. */
function settling({ waiting: { places }, message, reading }: Answer): Effect {
  const { text } = message
  return (document) => {
    const dispute = disputeAt(document, places)
    if (!dispute) return undefined
    const sides = dispute.dependsOn
    const quote = text.length > MAX_REASON ? [] : [sourceOf(message, wordsIn(message))]
    const answer = {
      op: "answer",
      id: dispute.id,
      text: text.slice(0, MAX_TEXT).toWellFormed(),
      sources: quote,
    } as const
    const leaving = (isLeft: (id: string, at: number) => boolean) =>
      sides.flatMap((id, at) => (isLeft(id, at) ? [] : [retired(id, message)]))
    const content = reading.act ? [] : reading.proposals(document)
    if (phrase(phrases[reading.language].heard.both).test(text)) return [...(quote.length > 0 ? [] : content), answer]
    const meant = pickedIn(text, sides.length, reading.language) ?? meantBy(text, dispute.choices ?? [])
    if (meant !== undefined) return [answer, ...leaving((_, at) => at === meant)]
    const replaced = sides.filter((id) => content.some((one) => one.op === "supersede" && one.id === id))
    if (replaced.length === 0) return undefined
    return [...content, { ...answer, sources: [] }, ...leaving((id) => replaced.includes(id))]
  }
}

const MAX_TEXT = 2_000
const MAX_WORDS = 14
/** Other words beside the one that picks. */
const MAX_BESIDE = 6

/** The place that one sentence of an answer names, whatever else it says: "That makes no sense, the first obviously. I was grumbling." */
function pickedIn(text: string, count: number, language: Reading["language"]): number | undefined {
  const said = sentences(text, language).map(({ start, end }) => text.slice(start, end))
  const places = new Set(said.flatMap((one) => picked(one, count, language) ?? []))
  return places.size === 1 ? [...places][0] : undefined
}

/** The place, from 0, that a sentence names, and no amount. */
function picked(text: string, count: number, language: Reading["language"]): number | undefined {
  const { slots } = lexicons[language]
  const isAmount = [slots.date, slots.duration, slots.money].some((words) => phrase(words, slots.numbers).test(text))
  if (isAmount || text.includes("?") || text.split(/\s+/).length > MAX_WORDS) return undefined
  const tokens = tokensOf(text, count, phrases[language].heard, lexicons[language])
  const numbers = tokens.flatMap((token) => token.numbers ?? [])
  const [number = 0] = numbers
  const isPlain = tokens.filter(({ isStop }) => !isStop).length - numbers.length <= MAX_BESIDE
  return numbers.length === 1 && number >= 1 && number <= count && isPlain ? number - 1 : undefined
}

/** So much of an answer stands in the side it means, and no more than that in the other. */
const MEANT = 0.8
const BESIDE = 0.6

/** Which of the two sides an answer says again. */
function meantBy(text: string, sides: readonly string[]): number | undefined {
  const wordsOf = (one: string) => new Set(one.toLowerCase().match(/[\p{L}\p{N}]+/gu))
  const said = wordsOf(text)
  if (said.size < 2 || text.length > MAX_REASON) return undefined
  const shares = sides.map((side) => {
    const there = wordsOf(side)
    return [...said].filter((word) => there.has(word)).length / Math.min(said.size, there.size)
  })
  const at = shares.findIndex((share) => share >= MEANT)
  return at >= 0 && shares.every((share, other) => other === at || share < BESIDE) ? at : undefined
}

/** A check of the requirement that was asked about, in their words: what somebody does and sees, unless it says itself that it is something else. */
function checking({ waiting: { places }, message, reading }: Answer): Effect {
  const isTrial = phrase(phrases[reading.language].heard.trial).test(message.text)
  return (document) => {
    const [place] = places
    const line = place && lineAt(document, place, "requirement")
    if (!line || reading.act || !(reading.isPlain || isTrial)) return undefined
    const number = Math.max(0, ...line.criteria.map(({ id }) => Number(id.split(".")[1]))) + 1
    const id = `AC-${line.id.slice(line.id.indexOf("-") + 1)}.${number}`
    const text = message.text.trim().slice(0, MAX_TEXT).toWellFormed()
    const check = {
      id,
      case: "happy",
      text,
      evidence: "stated",
      sources: [sourceOf(message, wordsIn(message))],
    } as const
    return [{ op: "set", id: line.id, fields: { criteria: [...line.criteria, check] } }]
  }
}
