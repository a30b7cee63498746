import type * as Message from "../../message/schema.ts"
import type * as Note from "../note.ts"
import type { Context } from "../port.ts"
import { affirm, pick } from "./affirm.ts"
import * as Ask from "./ask.ts"
import * as Choose from "./choose.ts"
import * as Dispute from "./dispute.ts"
import { learn, statement } from "./learn.ts"
import type { Intent } from "./lexicon/lexicon.ts"
import * as Memory from "./memory.ts"
import { mirrored } from "./mirror.ts"
import type { Phrases } from "./phrase/phrases.ts"
import { phrases } from "./phrase/phrases.ts"
import { clauses } from "./read/clause.ts"
import { intent } from "./read/intent.ts"
import type { Language } from "./read/language.ts"
import { detect } from "./read/language.ts"
import { tokens } from "./read/token.ts"
import { words } from "./read/words.ts"
import { summary } from "./summary.ts"
import type * as Topic from "./topic.ts"

/** `text` comes late, because the closing reads the notes from the table while `notes` and `memory` can already be kept. */
type Reply = {
  notes: Note.Info[]
  memory: Memory.Info
  text: () => Promise<string>
  choices: Message.Choice[]
}

/** Everything one reply needs at hand. `memory` is this reply's own copy. */
type Turn = { memory: Memory.Info; message: Message.Info; language: Language; spoken: Phrases; context: Context }

/** What the interviewer says to a message, and what it takes from it. */
export function reply(context: Context): Reply {
  const memory = Memory.parse(context.memory)
  const { message } = context
  const found = tokens(message.text)
  const language = detect(found, memory.language, context.session.locale)
  memory.language = language
  memory.turn++
  const turn: Turn = { memory, message, language, spoken: phrases[language], context }
  const wanted = intent(found, language)
  if (memory.closed && wanted !== "gaps" && wanted !== "back") return afterwards(turn, wanted)
  memory.closed = false
  if (memory.last?.topic === "dispute" && wanted !== "finish" && wanted !== "back" && wanted !== "gaps") {
    const resolved = Dispute.resolve(memory, message, language, wanted)
    if (resolved?.follow) {
      const question = Ask.ask(memory, language, { topic: resolved.follow, wording: "open" })
      return said(memory, resolved.notes, `${resolved.lead}\n\n${question.text}`, question.choices)
    }
    if (resolved) return onward(turn, resolved.lead, resolved.notes, undefined)
  }
  if (wanted) {
    const answer = requests[wanted]?.(turn)
    if (answer) return answer
  }
  if (isStray(turn)) return strayed(turn, turn.spoken.stray)
  return told(turn)
}

type Request = (turn: Turn) => Reply | undefined

/** What can be asked of the interviewer. Undefined: it makes no sense here, so the message is read as content. */
const requests: Record<Intent, Request> = {
  finish: (turn) => closing(turn, []),
  skip: (turn) => giveUp(turn, "skipped"),
  unsure: (turn) => giveUp(turn, "unsure"),
  back: ({ memory, language, spoken, ...turn }) => {
    const back = memory.previous
    if (!back) return strayed({ memory, language, spoken, ...turn }, spoken.noPrevious)
    // The interrupted question was never answered, so it may come again in its turn.
    const interrupted = memory.last?.topic
    memory.asked = memory.asked.filter((topic) => topic !== interrupted || topic === back.topic)
    delete memory.previous
    memory.last = back
    reopen(memory, back)
    const question = Ask.phrase(memory, language, back)
    return said(memory, [], `${spoken.previous} ${question.text}`, question.choices)
  },
  gaps: (turn) => {
    const { memory, language, spoken } = turn
    const missing = Choose.gaps(memory).slice(0, 3)
    const first = missing[0]
    if (first === undefined) return closing(turn, [], spoken.noGaps)
    memory.wantsMore = true
    const list = spoken.gaps(missing.map((topic) => spoken.questions[topic].label))
    const question = Ask.ask(memory, language, { topic: first, wording: Choose.wordingOf(memory, first) })
    return said(memory, [], `${list}\n\n${question.text}`, question.choices)
  },
  delegate: (turn) => {
    const { memory, spoken } = turn
    const topic = pending(memory)
    if (topic === undefined) return onward(turn, pick(spoken.delegated, memory.turn), [], undefined)
    Memory.cover(memory, topic, 0.85, spoken.questions[topic].label)
    const usual = UNGUESSABLE.has(topic)
      ? undefined
      : Ask.phrase(memory, turn.language, { topic, wording: "open" }).choices[0]?.value
    const text = spoken.leftToTeam(spoken.questions[topic].label, usual)
    return onward(turn, pick(spoken.delegated, memory.turn), [whole(turn, topic, "assumption", text, "default")], topic)
  },
  greeting: (turn) => {
    const { memory, spoken, language } = turn
    if (memory.last) return strayed(turn, spoken.stray)
    const question = Ask.next(memory, language, undefined)
    return question && said(memory, [], `${spoken.welcome} ${question.text}`, question.choices)
  },
  thanks: (turn) => (turn.memory.last ? strayed(turn, turn.spoken.thanks) : requests.greeting(turn)),
  explain: (turn) => {
    const topic = pending(turn.memory)
    return strayed(
      turn,
      topic === undefined ? turn.spoken.stray : turn.spoken.explain(turn.spoken.questions[topic].label),
    )
  },
  continue: (turn) => {
    turn.memory.wantsMore = true
    return onward(turn, turn.spoken.thanks, [], undefined)
  },
  both: () => undefined,
}

/** Nobody can guess these for a visitor. */
const UNGUESSABLE = new Set<Topic.ID>(["purpose", "reason", "success", "budget", "deadline", "volume", "terms"])

const pending = (memory: Memory.Info): Topic.ID | undefined =>
  memory.last && memory.last.topic !== "dispute" && memory.last.topic !== "wrap" ? memory.last.topic : undefined

function told(turn: Turn): Reply {
  const { memory, message, language, spoken } = turn
  if (memory.last?.topic === "wrap") {
    const [first] = tokens(message.text)
    if (tokens(message.text).length <= 2 && first && YES.has(first.word)) return closing(turn, [])
    memory.wantsMore = true
  }
  const learned = learn(memory, message, language)
  memory.strayed = 0
  if (learned.notes.length === 0) return strayed(turn, spoken.stray)
  if (endsIt(message.text, language)) return closing(turn, learned.notes)
  const affirmation = learned.main?.delegated
    ? pick(spoken.delegated, memory.turn)
    : affirm(learned, memory.turn, language)
  if (learned.dispute) {
    const question = Dispute.raise(memory, learned.dispute, language)
    return said(memory, learned.notes, question.text, question.choices)
  }
  return onward(turn, affirmation, learned.notes, learned.main?.topic)
}
const YES = new Set(["yes", "yep", "sure", "ja", "gerne", "si", "claro", "oui", "volontiers"])

/** Says `lead`, then asks what matters most now; closes when nothing does. */
function onward(turn: Turn, lead: string, notes: Note.Info[], justTold: Topic.ID | undefined): Reply {
  const { memory, language, spoken } = turn
  const question = Ask.next(memory, language, justTold)
  if (!question) return closing(turn, notes, lead)
  const hint = memory.asked.length === 5 && memory.turn > 4 ? ` ${spoken.enoughIfYouLike}` : ""
  return said(memory, notes, `${lead}${hint}\n\n${question.text}`, question.choices)
}

function giveUp(turn: Turn, status: "unsure" | "skipped"): Reply {
  const { memory, spoken } = turn
  if (memory.last?.topic === "wrap") return closing(turn, [])
  const topic = pending(memory)
  const lead = pick(status === "unsure" ? spoken.unsure : spoken.skipped, memory.turn)
  if (topic === undefined) return onward(turn, lead, [], undefined)
  Memory.close(memory, topic, status)
  const text = spoken.openQuestion(spoken.questions[topic].label)
  return onward(turn, lead, status === "unsure" ? [whole(turn, topic, "question", text, "inferred")] : [], undefined)
}

/** A remark beside the matter. The question waits for it once or twice, then the interview goes on. */
function strayed(turn: Turn, lead: string): Reply {
  const { memory, language } = turn
  memory.strayed++
  if (!memory.last || memory.strayed > 2) return onward(turn, lead, [], undefined)
  const question = Ask.phrase(memory, language, memory.last)
  return said(memory, [], `${lead}\n\n${question.text}`, question.choices)
}

/** A short question that has nothing to do with any topic, or no word at all. */
function isStray({ memory, message, language }: Turn): boolean {
  const found = tokens(message.text)
  if (!found.some((token) => /[\p{L}\p{N}]/u.test(token.word))) return true
  if (found.length > 12 || !message.text.trimEnd().endsWith("?") || memory.last === undefined) return false
  const known = words(language)
  return known.topics(found).length + known.roles(found).length + known.activities(found).length === 0
}

function afterwards(turn: Turn, wanted: Intent | undefined): Reply {
  const { memory, message, language, spoken } = turn
  if (wanted !== undefined && wanted !== "both") return said(memory, [], spoken.closedAlready, [])
  delete memory.last
  const learned = learn(memory, message, language)
  const main = learned.main && mirrored(statement(learned.main), language)
  const dispute = learned.dispute
  if (dispute) memory.unresolved = Dispute.leaveOpen(memory.unresolved, dispute)
  return said(memory, learned.notes, learned.notes.length === 0 ? spoken.closedAlready : spoken.added(main), [])
}

function closing(turn: Turn, notes: Note.Info[], lead?: string): Reply {
  const { memory, language, context } = turn
  if (memory.last?.dispute) memory.unresolved = Dispute.leaveOpen(memory.unresolved, memory.last.dispute)
  memory.closed = true
  const text = async () => {
    const earlier = (await context.notes()).filter((note) => note.source.messageId !== context.message.id)
    const body = summary(memory, [...earlier, ...notes], language)
    return lead === undefined ? body : `${lead}\n\n${body}`
  }
  return { notes, memory: Memory.bounded(memory), text, choices: [] }
}

const said = (memory: Memory.Info, notes: Note.Info[], text: string, choices: Message.Choice[]): Reply => ({
  notes,
  memory: Memory.bounded(memory),
  text: async () => text,
  choices,
})

/** "…. That's all." at the end of a message that also said something. */
function endsIt(text: string, language: Language): boolean {
  const all = clauses(text)
  const last = all.at(-1)
  return all.length > 1 && last !== undefined && intent(tokens(last.text), language) === "finish"
}

/** Asked again because the visitor wants to answer anew: what the first answer settled is open. */
function reopen(memory: Memory.Info, back: Memory.Asked): void {
  if (back.topic === "dispute" || back.topic === "wrap") return
  memory.topics[back.topic] = { status: "open", coverage: 0 }
}

/** A note whose source is the whole message: "not sure" and "you decide" say nothing smaller. */
function whole(turn: Turn, topic: Topic.ID, kind: Note.Kind, text: string, evidence: Note.Info["evidence"]): Note.Info {
  const { id, text: quote } = turn.message
  return { kind, topic, text, evidence, source: { messageId: id, quote, start: 0, end: quote.length }, quantities: [] }
}
