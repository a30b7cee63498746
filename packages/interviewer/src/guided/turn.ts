import type { Context } from "@spec-wizard/core/interviewer"
import type * as Note from "@spec-wizard/core/interviewer/note"
import type * as Topic from "@spec-wizard/core/interviewer/topic"
import type * as Message from "@spec-wizard/core/protocol/message"
import { pick } from "./affirm.ts"
import * as Ask from "./ask.ts"
import * as Memory from "./memory.ts"
import type { Phrases } from "./phrase/phrases.ts"
import type { Language } from "./read/language.ts"
import { summary } from "./summary.ts"

/** `text` comes late, because the closing reads the notes from the table while `notes` and `memory` can already be kept. */
export type Reply = {
  notes: Note.Info[]
  memory: Memory.Info
  text: () => Promise<string>
  choices: Message.Choice[]
}

/** Everything one reply needs at hand. `memory` is this reply's own copy. */
export type Turn = { memory: Memory.Info; message: Message.Info; language: Language; spoken: Phrases; context: Context }

export const pending = (memory: Memory.Info): Topic.ID | undefined =>
  memory.last && memory.last.topic !== "dispute" && memory.last.topic !== "wrap" ? memory.last.topic : undefined

/** Says `lead`, then asks what matters most now; closes when nothing does. */
export function onward(turn: Turn, lead: string, notes: Note.Info[], justTold: Topic.ID | undefined): Reply {
  const { memory, language, spoken } = turn
  const question = Ask.next(memory, language, justTold)
  if (!question) return closing(turn, notes, lead)
  const hint = memory.asked.length === 5 && memory.turn > 4 ? ` ${spoken.enoughIfYouLike}` : ""
  return said(memory, notes, `${lead}${hint}\n\n${question.text}`, question.choices)
}

/** A remark beside the matter. The question waits for it once or twice, then the interview goes on. */
export function strayed(turn: Turn, lead: string): Reply {
  const { memory, language, spoken } = turn
  memory.strayed++
  if (!memory.last) return onward(turn, lead, [], undefined)
  if (memory.strayed > 2) return onward(turn, pick(spoken.skipped, memory.turn), [], undefined)
  const question = Ask.phrase(memory, language, memory.last)
  return said(memory, [], `${lead}\n\n${question.text}`, question.choices)
}

export function closing(turn: Turn, notes: Note.Info[], lead?: string): Reply {
  const { memory, language, context } = turn
  Memory.leaveOpen(memory, memory.last?.dispute)
  memory.closed = true
  const text = async () => {
    const earlier = (await context.notes()).filter((note) => note.source.messageId !== context.message.id)
    const body = summary(memory, [...earlier, ...notes], language)
    return lead === undefined ? body : `${lead}\n\n${body}`
  }
  return { notes, memory: Memory.bounded(memory), text, choices: [] }
}

export const said = (memory: Memory.Info, notes: Note.Info[], text: string, choices: Message.Choice[]): Reply => ({
  notes,
  memory: Memory.bounded(memory),
  text: async () => text,
  choices,
})
