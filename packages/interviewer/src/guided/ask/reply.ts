import type { Changes, Context } from "@spec-wizard/core/interviewer"
import type { Course } from "@spec-wizard/core/interviewer/question"
import { type Document, Language } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"
import { phrases } from "../languages/phrases.ts"
import * as Memory from "../memory.ts"
import * as Read from "../read/reading.ts"
import { acted } from "./acted.ts"
import { answered } from "./answer.ts"
import { after } from "./lines.ts"
import { openQuestions } from "./open.ts"
import { theirs } from "./theirs.ts"
import { told } from "./told.ts"
import type { Turn } from "./turn.ts"
import { asideOf, wishOf } from "./wish.ts"

export type Reply = { memory: Memory.Info; changes: Changes; course: Course; text: string; choices: Message.Choice[] }

/** What the interviewer says to a message, what the message does to the document, and which question waits then. */
export async function reply(context: Context): Promise<Reply> {
  const { message } = context
  const memory = Memory.parse(context.memory)
  const before = await context.document()
  const waiting = isShown(context) ? memory.waiting : undefined
  const reading = readingOf(context, memory, waiting, before)
  const language = languageOf(message, memory, reading)
  const spoken = phrases[language]
  const wish = wishOf(message.text.trim(), waiting, spoken, language)
  const asked = theirs(message, { before, reading, waiting, memory, spoken, language })
  const changes: Changes = {
    language,
    isVerbatim: true,
    ...(wish
      ? { asides: [{ start: 0, end: message.text.length, act: asideOf[wish] }], propose: () => [] }
      : {
          asides: [...reading.asides, ...asked.asides],
          propose: (document) => [
            ...reading.proposals(document),
            ...asked.proposals,
            ...openQuestions(document, { waiting, reading, spoken }),
          ],
        }),
  }
  const document = after(before, message, changes)
  const turn: Turn = { memory, message, document, spoken, waiting, theirs: asked }
  memory.language = language
  memory.turn++
  const act = wish ?? reading.act
  const { text, choices, fate } = act ? acted(act, turn, reading) : told(turn, reading)
  const asks = memory.waiting?.question
  return { memory, changes, course: { fate, ...(asks && { asks }) }, text: spoken.typeset?.(text) ?? text, choices }
}

function readingOf(
  { message, session }: Context,
  { language, turn }: Memory.Info,
  waiting: Memory.Waiting | undefined,
  document: Document,
): Read.Reading {
  const spoken = language ?? Language.safeParse(session.locale.slice(0, 2).toLowerCase()).data ?? document.language
  const reading = Read.read(message, { language: spoken, asked: waiting?.question, isFirst: turn === 0 })
  return answered(document, waiting, message, reading, spoken)
}

/** A few words in another language do not change the conversation's. */
const languageOf = ({ text }: Message.Info, { language }: Memory.Info, reading: Read.Reading): Language =>
  language === undefined || text.trim().split(/\s+/).length >= FEW ? reading.language : language

const FEW = 6

/** A reply that was stopped before its question was said has asked nothing. */
const isShown = ({ transcript }: Context): boolean => {
  const before = transcript.at(-2)
  return before === undefined || (before.role === "wizard" && before.text.includes("?"))
}
