import { sentences } from "@spec-wizard/core/document/sentence"
import type { Document, Kind, Language } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"
import type * as Operation from "@spec-wizard/core/protocol/operation"
import { phrases } from "../languages/phrases.ts"
import type * as Memory from "../memory.ts"
import { phrase } from "../read/phrase.ts"
import type { Reading } from "../read/reading.ts"
import { sentenceCase, sourceOf } from "../write/draft.ts"
import { criterion } from "../write/reply.ts"
import { askedOf } from "./asked.ts"
import { type Heard, isRepeat } from "./heard.ts"
import { disputeAt, lineAt, liveOf, overlaps, quotedIn } from "./lines.ts"
import { sortingIn } from "./sorting.ts"

/** What a message does to the document, given the question it answers; and whether it answers one that is about lines. */
export function answering(
  document: Document,
  waiting: Memory.Waiting | undefined,
  message: Message.Info,
  reading: Reading,
): { proposals: Operation.Proposal[]; isAnswer: boolean } {
  const proposals = reading.proposals(document)
  const answer =
    waiting?.question === "dispute"
      ? settled(document, waiting, message, proposals, reading.language)
      : waiting?.question === "criterion"
        ? checked(document, waiting, message, proposals, reading.language)
        : waiting?.question === "purpose" || waiting?.question === "goal"
          ? named(document, waiting.question, message, reading, proposals)
          : undefined
  return { proposals: answer ?? proposals, isAnswer: answer !== undefined }
}

/** The answer which of some sentences tell how things are, and which do not matter at all: these are retired by the visitor's word. */
export function sorting(
  waiting: Memory.Waiting | undefined,
  message: Message.Info,
  reading: Reading,
  heard: Heard,
  language: Language,
): Reading | undefined {
  if (waiting?.question !== "unsorted" || reading.act) return undefined
  const { sorted, isTry } = sortingIn(message.text, waiting.places.length, heard, language)
  if (!isTry) return undefined
  const reason = message.text.slice(0, MAX_REASON).toWellFormed()
  return {
    asides: [{ start: 0, end: message.text.length, act: sorted ? "confirm" : "off_topic" }],
    answered: sorted !== undefined,
    topics: [],
    language,
    proposals: (document) =>
      waiting.places.flatMap((place, at): Operation.Proposal[] => {
        const id = lineAt(document, place, "unsorted")?.id
        const kind = sorted?.get(at + 1)
        if (!id || !kind) return []
        return [kind === "drop" ? { op: "retire", id, reason } : { op: "sort", id, kind, evidence: "confirmed" }]
      }),
  }
}

/** These may be how somebody says what it is, or what should be better. */
const LOOSE = new Set<Kind>(["context", "requirement", "exclusion", "rule", "quality", "journey"])
const FIRM = /^(?:story|table|heading)/
/** A longer answer says more than what was asked for. */
const MAX_NAMING = 4

/** What answers "what is it" or "what should be better" is that, where nothing firmer says what it is: of the first, one sentence. */
function named(
  document: Document,
  question: "purpose" | "goal",
  message: Message.Info,
  reading: Reading,
  proposals: Operation.Proposal[],
): Operation.Proposal[] | undefined {
  const kind = question === "purpose" ? "summary" : "goal"
  const isThere = (proposal: Operation.Proposal) => proposal.op === "add" && proposal.item.kind === kind
  const { language } = reading
  const spans = sentences(message.text, language)
  const says = (quote: string) => !/\?\s*$/.test(quote) && isRepeat(quote, phrases[language].heard, language) !== "all"
  if (proposals.some(isThere) || spans.length > MAX_NAMING) return undefined
  const taken = [...quotedIn(proposals, message), ...reading.asides]
  const free = spans.filter(
    (span) => says(message.text.slice(span.start, span.end)) && !taken.some((one) => overlaps(one, span)),
  )
  const made = free.map((span): Operation.Proposal => {
    const text = sentenceCase(message.text.slice(span.start, span.end))
    return { op: "add", item: { kind, text, sources: [sourceOf(message, span)], ...STATED, cue: `asked: ${question}` } }
  })
  const turned = proposals.map((proposal): Operation.Proposal => {
    if (proposal.op !== "add" || !LOOSE.has(proposal.item.kind) || FIRM.test(proposal.item.cue ?? "")) return proposal
    const { text, sources } = proposal.item
    if (!says(text)) return proposal
    return { ...proposal, item: { kind, text, sources, ...STATED, cue: `asked: ${question}` } }
  })
  if (question === "goal") return turned.some(isThere) || made.length > 0 ? [...turned, ...made] : undefined
  if (liveOf(document, kind).length > 0) return undefined
  const at = turned.findIndex(isThere)
  if (at >= 0) return proposals.map((proposal, index) => (index === at ? (turned[index] ?? proposal) : proposal))
  return made.length > 0 ? [...proposals, ...made.slice(0, 1)] : undefined
}

const STATED = { evidence: "stated", dependsOn: [] as [] } as const

/** So much of an answer stands in the side it means, and no more than that in the other. */
const MEANT = 0.8
const BESIDE = 0.6

/**
 * A contradiction whose answer is a sentence: one that says a side again means that side; one that takes the place of a side leaves no other
 * beside it.
 */
function settled(
  document: Document,
  { places }: Memory.Waiting,
  message: Message.Info,
  proposals: Operation.Proposal[],
  language: Language,
): Operation.Proposal[] | undefined {
  const dispute = disputeAt(document, places)
  if (!dispute || proposals.some((proposal) => proposal.op === "answer" && proposal.id === dispute.id)) return undefined
  const sides = dispute.dependsOn
  const whole = { start: 0, end: message.text.length }
  const retire = (id: string) =>
    ({ op: "retire", id, reason: message.text.slice(0, MAX_REASON).toWellFormed() }) as const
  const answer = { op: "answer", id: dispute.id, text: message.text } as const
  const isLong = message.text.length > MAX_REASON
  if (phrase(phrases[language].heard.both).test(message.text))
    return isLong ? [...proposals, { ...answer, sources: [] }] : [{ ...answer, sources: [sourceOf(message, whole)] }]
  const meant = meantBy(message.text, dispute.choices ?? [])
  if (meant !== undefined) {
    return [{ ...answer, sources: [sourceOf(message, whole)] }, ...sides.filter((_, at) => at !== meant).map(retire)]
  }
  const replaced = sides.filter((id) => proposals.some((proposal) => proposal.op === "supersede" && proposal.id === id))
  if (replaced.length === 0) return undefined
  return [...proposals, { ...answer, sources: [] }, ...sides.filter((id) => !replaced.includes(id)).map(retire)]
}

const MAX_REASON = 300

/** Which of the two sides an answer says again. */
function meantBy(text: string, sides: readonly string[]): number | undefined {
  const said = wordsOf(text)
  if (said.size < 2 || text.length > MAX_REASON) return undefined
  const shares = sides.map((side) => {
    const there = wordsOf(side)
    return [...said].filter((word) => there.has(word)).length / Math.min(said.size, there.size)
  })
  const at = shares.findIndex((share) => share >= MEANT)
  return at >= 0 && shares.every((share, other) => other === at || share < BESIDE) ? at : undefined
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))

/** What somebody does and sees is a check of the requirement that was asked about; a rule or a limit is not, unless it is told as a trial. */
const NARRATED = new Set<Kind>(["requirement", "context", "role", "journey", "entity", "quality", "integration"])
const MAX_CHECK = 400

function checked(
  document: Document,
  waiting: Memory.Waiting,
  message: Message.Info,
  proposals: Operation.Proposal[],
  language: Language,
): Operation.Proposal[] | undefined {
  const asked = askedOf(waiting, document)
  if (asked?.topic !== "criterion") return undefined
  const isTrial = phrase(phrases[language].heard.trial).test(message.text)
  const isNarrated = proposals.every(
    (proposal) => proposal.op === "add" && (NARRATED.has(proposal.item.kind) || isTrial),
  )
  if (!isNarrated || message.text.length > MAX_CHECK) return undefined
  const check = criterion(asked, message)(document)
  return check.length > 0 ? check : undefined
}
