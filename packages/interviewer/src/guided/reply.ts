import type { Changes, Context } from "@spec-wizard/core/interviewer"
import type { Course } from "@spec-wizard/core/interviewer/question"
import { affirm, echo, pick } from "./affirm.ts"
import * as Ask from "./ask.ts"
import { courseOf } from "./course.ts"
import * as Dispute from "./dispute.ts"
import { changes } from "./draft/draft.ts"
import { learn } from "./learn.ts"
import type { Intent } from "./lexicon/lexicon.ts"
import * as Memory from "./memory.ts"
import { phrases } from "./phrase/phrases.ts"
import { clauses } from "./read/clause.ts"
import { intent } from "./read/intent.ts"
import type { Language } from "./read/language.ts"
import { detect } from "./read/language.ts"
import type { Token } from "./read/token.ts"
import { tokens } from "./read/token.ts"
import { words } from "./read/words.ts"
import { requests } from "./request.ts"
import type { Reply, Turn } from "./turn.ts"
import { closing, onward, said, strayed } from "./turn.ts"

/** What the interviewer says to a message, what it takes from it, and what the document becomes by it. */
export function reply(context: Context): Reply & { changes: Changes; course: Course } {
  const memory = Memory.parse(context.memory)
  const waiting = memory.closed ? undefined : memory.last
  const answer = answered(context, memory)
  return { ...answer, changes: changes(context, answer), course: courseOf(waiting, answer) }
}

/** Changes `memory`, its own copy. */
function answered(context: Context, memory: Memory.Info): Reply {
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
  if (isStray(turn, found)) return strayed(turn, turn.spoken.stray)
  return told(turn)
}

function told(turn: Turn): Reply {
  const { memory, message, language, spoken } = turn
  if (memory.last?.topic === "wrap") memory.wantsMore = true
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

/** A short question that has nothing to do with any topic, or no word at all. */
function isStray({ memory, message, language }: Turn, found: Token[]): boolean {
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
  const main = learned.main && echo(learned.main, language)
  Memory.leaveOpen(memory, learned.dispute)
  return said(memory, learned.notes, learned.notes.length === 0 ? spoken.closedAlready : spoken.added(main), [])
}

/** "…. That's all." at the end of a message that also said something. */
function endsIt(text: string, language: Language): boolean {
  const all = clauses(text.slice(-LONGEST_END))
  const last = all.at(-1)
  return all.length > 1 && last !== undefined && intent(tokens(last.text), language) === "finish"
}
const LONGEST_END = 300
