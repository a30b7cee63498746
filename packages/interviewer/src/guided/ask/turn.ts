import type { Fate } from "@spec-wizard/core/interviewer/question"
import type { Document } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"
import * as Memory from "../memory.ts"
import { isBrief, pick } from "./affirm.ts"
import * as Choose from "./choose.ts"
import { closing } from "./closing.ts"
import { liveOf, placeOf } from "./lines.ts"
import type { Phrases } from "./phrases.ts"
import { again, type Question, say } from "./say.ts"
import type { Theirs } from "./theirs.ts"

/** What one reply is made of. `memory` is its own copy; `document` is as the message leaves it; `waiting` is the question it may answer. */
export type Turn = {
  memory: Memory.Info
  message: Message.Info
  document: Document
  spoken: Phrases
  waiting: Memory.Waiting | undefined
  theirs: Theirs
}

export type Said = Question & { fate: Fate }

/** Says `lead`, then asks what matters most now. */
export function onward(turn: Turn, lead: string, fate: Fate): Said {
  const { memory, document, waiting } = turn
  memory.strayed = 0
  // One that was never shown is put now.
  if (waiting !== memory.waiting && memory.waiting) return asked(turn, memory.waiting, lead, fate)
  const next = Choose.next(memory, document)
  return asking(turn, sorting(turn, next) ?? next, lead, fate)
}

/** Says `lead`, then puts that question. */
export function asking(turn: Turn, next: Memory.Waiting, lead: string, fate: Fate): Said {
  put(turn.memory, next)
  return asked(turn, next, lead, fate)
}

function asked({ spoken, document }: Turn, question: Memory.Waiting, lead: string, fate: Fate): Said {
  const { text, choices } = say(question, spoken, document)
  return { text: `${lead}\n\n${text}`, choices, fate }
}

/** A remark beside the matter: the question waits for it twice, then the interview goes on. */
export function strayed(turn: Turn, lead: string): Said {
  const { memory, spoken, waiting } = turn
  memory.strayed++
  if (!waiting) return onward(turn, lead, "answered")
  if (memory.strayed > MAX_STRAYED) {
    const topic = Memory.topicOf(waiting)
    if (topic) memory.topics[topic] ??= "asked"
    return onward(turn, pick(spoken.skipped, memory.turn), "skipped")
  }
  const { text, choices } = again(waiting, spoken)
  return { text: `${lead}\n\n${text}`, choices, fate: "waiting" }
}

const MAX_STRAYED = 2

export function close({ memory, document, spoken, waiting }: Turn, fate: Fate, lead?: string): Said {
  delete memory.waiting
  memory.isClosed = true
  const text = closing(memory, document, spoken)
  return { text: lead ? `${lead}\n\n${text}` : text, choices: [], fate: waiting ? fate : "answered" }
}

/** So many sentences that were not sorted are asked about: of a brief, later, and before the offer to sum up. */
const LEAST = { brief: 2, later: 3, wrap: 2 }
const BEFORE_SORTING = 6

/** Once: after a brief was read and before any of its gaps is asked, or else when enough of them wait. */
function sorting(turn: Turn, next: Memory.Waiting): Memory.Waiting | undefined {
  const { memory, message, document } = turn
  if (memory.hasSorted) return undefined
  if (isBrief(message, document)) {
    const ofBrief = unsortedOf(turn, ({ messageId }) => messageId === message.id)
    if (ofBrief && ofBrief.places.length >= LEAST.brief) return ofBrief
  }
  const question = unsortedOf(turn)
  const waits = question?.places.length ?? 0
  const isTime = next.question === "wrap" ? waits >= LEAST.wrap : memory.asked >= BEFORE_SORTING && waits >= LEAST.later
  return isTime && next.question !== "dispute" && next.question !== "else" ? question : undefined
}

/** Asks which of the sentences that were not sorted only tell how things are. */
export function unsortedOf(
  { document }: Turn,
  isMeant: (place: Memory.Place) => boolean = () => true,
): Memory.Waiting | undefined {
  const places = liveOf(document, "unsorted").flatMap((line) => placeOf(line) ?? [])
  const meant = places.filter(isMeant).slice(0, Memory.MAX_SHOWN)
  return meant.length > 0 ? { ...Choose.plain("unsorted"), places: meant } : undefined
}

/** Remembers that a question was put. */
function put(memory: Memory.Info, waiting: Memory.Waiting): void {
  if (memory.waiting) memory.previous = memory.waiting
  memory.waiting = waiting
  const { question, wording, places } = waiting
  const topic = Memory.topicOf(waiting)
  if (topic && !memory.opened.includes(topic)) memory.opened.push(topic)
  if (topic && wording === "more") memory.narrowed.push(topic)
  if (question === "unsorted") memory.hasSorted = true
  if (question === "else") memory.hasAskedElse = true
  if (question === "criterion") memory.criteria.push(...places)
  if (question === "dispute") memory.disputes.push(...places)
  if (question !== "wrap") memory.asked++
}
