import { sentences } from "@spec-wizard/core/document/sentence"
import type * as Topic from "@spec-wizard/core/interviewer/topic"
import type { Document } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"
import type * as Memory from "../memory.ts"
import type { Phrases } from "./phrases.ts"
import { topics } from "./topics.ts"

/** A text of so many sentences, or so long, is a brief: what it says is not asked again. */
const BRIEF = 6
const LONG = 600

export const isBrief = ({ text }: Message.Info, { language }: Document): boolean =>
  text.length >= LONG || sentences(text, language).length >= BRIEF

/** One short sentence that shows what was understood. Nothing of theirs is played back. `answers`: the topic that was asked and answered. */
export function affirm(
  memory: Memory.Info,
  message: Message.Info,
  document: Document,
  spoken: Phrases,
  answers?: Topic.ID,
): string {
  if (isBrief(message, document)) return spoken.brief
  if (memory.turn === 1) return spoken.begun
  const made = document.items.filter(
    ({ addedIn, kind, sources }) =>
      addedIn === document.version && kind !== "question" && sources.some(({ messageId }) => messageId === message.id),
  )
  if (made.some(({ id }) => document.items.some(({ supersededBy }) => supersededBy === id))) return spoken.corrected
  const [kind, ...others] = new Set(made.map(({ kind }) => kind))
  const fits = kind && others.length === 0 && answers && topics[answers].kind === kind
  return (fits && spoken.affirm[kind]) || pick(spoken.noted, memory.turn)
}

/** The same turn always picks the same words: a repeated reply reads as the first. */
export function pick(options: readonly string[], turn: number): string {
  return options[turn % options.length] ?? ""
}
