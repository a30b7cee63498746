import type * as Topic from "@spec-wizard/core/interviewer/topic"
import { affirm, pick } from "./affirm.ts"
import * as Ask from "./ask.ts"
import * as Choose from "./choose.ts"
import { about } from "./labelled.ts"
import { learn } from "./learn.ts"
import type { Intent } from "./lexicon/lexicon.ts"
import * as Memory from "./memory.ts"
import { whole } from "./note.ts"
import type { Reply, Turn } from "./turn.ts"
import { closing, onward, pending, said, strayed } from "./turn.ts"
import { isAssumable, usual } from "./usual.ts"

type Request = (turn: Turn) => Reply | undefined

/** What can be asked of the interviewer. Undefined: it makes no sense here, so the message is read as content. */
export const requests: Record<Intent, Request> = {
  finish: (turn) => closing(turn, []),
  skip: (turn) => giveUp(turn, "skipped"),
  unsure: (turn) => giveUp(turn, "unsure"),
  back: ({ memory, language, spoken, ...turn }) => {
    const back = memory.previous
    if (!back) return strayed({ memory, language, spoken, ...turn }, spoken.noPrevious)
    // The interrupted question was never answered, so it may come again in its turn.
    const interrupted = memory.last?.topic
    memory.asked = memory.asked.filter((topic) => topic !== interrupted || topic === back.topic)
    Memory.leaveOpen(memory, memory.last?.dispute)
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
    Memory.cover(memory, topic, 0.85)
    const assumed = usual(memory, topic, turn.language)
    const { label } = spoken.questions[topic]
    const text = assumed === undefined ? spoken.leftToTeam(label) : about(topic, assumed, turn.language)
    const note = whole(turn.message, { kind: "assumption", topic, text, evidence: "default" })
    return onward(turn, pick(spoken.delegated, memory.turn), [note], topic)
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
  older: (turn) => asChoice(turn, 0),
  newer: (turn) => asChoice(turn, 1),
  yes: (turn) => bare(turn, YES, "yes"),
  no: (turn) => bare(turn, NO, "no"),
}

/** For a topic, the place of one of its choices. */
type Meaning = Partial<Record<Topic.ID, number>>

/** Which of a question's choices a bare "yes" or "no" stands for. Elsewhere it says nothing. */
const YES: Meaning = { privacy: 1, accessibility: 0, terms: 1 }
const NO: Meaning = {
  users: 2,
  rules: 2,
  exclusions: 2,
  payment: 2,
  notifications: 2,
  integrations: 2,
  privacy: 0,
  reports: 2,
  security: 2,
  deadline: 2,
  accessibility: 1,
  terms: 0,
}

function bare(turn: Turn, meaning: Meaning, said: "yes" | "no"): Reply | undefined {
  const { memory, spoken } = turn
  const { last } = memory
  if (!last) return requests.greeting(turn)
  // "Is there anything else?" – "Yes." waits for it; any other short answer to the last question ends the interview.
  if (last.topic === "wrap" && !(said === "yes" && last.wording === "more")) return closing(turn, [])
  const topic = pending(memory)
  const index = topic === undefined || last.wording === "vague" ? undefined : meaning[topic]
  // "No" to the open "who will use it" is no answer, only to "who else".
  const isAnswer = index !== undefined && (topic !== "users" || last.wording === "more")
  return (isAnswer ? asChoice(turn, index) : undefined) ?? strayed(turn, spoken.sayMore)
}

/** Read as if they had tapped that choice; the quote is what they really said. */
function asChoice(turn: Turn, index: number): Reply | undefined {
  const { memory, message, language } = turn
  const topic = pending(memory)
  const choice = topic && memory.last && Ask.phrase(memory, language, memory.last).choices[index]
  if (!choice) return undefined
  const learned = learn(memory, { ...message, text: choice.value }, language)
  const source = { messageId: message.id, quote: message.text, start: 0, end: message.text.length }
  const notes = learned.notes.map((note) => ({ ...note, source }))
  return onward(turn, affirm(learned, memory.turn, language), notes, topic)
}

function giveUp(turn: Turn, status: "unsure" | "skipped"): Reply {
  const { memory, spoken } = turn
  if (memory.last?.topic === "wrap") return closing(turn, [])
  const topic = pending(memory)
  const isAssumed = topic !== undefined && isAssumable(topic)
  const lead = pick(status === "skipped" ? spoken.skipped : isAssumed ? spoken.assumed : spoken.unsure, memory.turn)
  if (topic === undefined) return onward(turn, lead, [], undefined)
  Memory.close(memory, topic, status)
  const text = spoken.openQuestion(spoken.questions[topic].label)
  const note = whole(turn.message, { kind: "question", topic, text, evidence: "inferred" })
  return onward(turn, lead, status === "unsure" ? [note] : [], undefined)
}

/** Asked again because the visitor wants to answer anew: what the first answer settled is open. */
function reopen(memory: Memory.Info, back: Memory.Asked): void {
  if (back.topic === "dispute" || back.topic === "wrap") return
  memory.topics[back.topic] = { status: "open", coverage: 0 }
}
