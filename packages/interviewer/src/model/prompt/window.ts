import type { Context } from "@spec-wizard/core/interviewer"
import type { Document } from "@spec-wizard/core/protocol/document"
import type { Prompt } from "../language-model.ts"
import { data, inert, shortened } from "./data.ts"
import { outline } from "./document.ts"
import { system } from "./system.ts"

/** What an older message may take; the one that is answered is sent whole. */
export const MAX_OLDER = 2_000

/**
 * Where a conversation that is longer than the window begins: at multiples of so many numbers of the log. So the beginning stays the same
 * for a few turns, and a provider's cache can keep it.
 */
export const STEP = 25

/** Anthropic caches what stands before such a mark; the others find a common beginning by themselves. */
const cached = { anthropic: { cacheControl: { type: "ephemeral" } } }

/**
 * All that a model is told: who it is, the lines that are settled, the latest messages, what else stands in the document, and the message that
 * it answers. Bounded, however long the conversation and the document are. What changes with every turn comes last; what it is to do is yet to be
 * said.
 */
export function window({ message, transcript }: Context, document: Document, skipped: readonly string[] = []): Prompt {
  const older = recent(transcript.filter(({ id }) => id !== message.id))
  const { settled, now } = outline(document)
  const opening = settled === "" ? [] : [data("settled lines of the document", settled)]
  const history = older.map(({ role, seq, text }, index) => {
    const kept = shortened(text, MAX_OLDER)
    // Some providers want the other side to speak first, and none to speak twice.
    if (index === 0)
      return user([...opening, role === "visitor" ? told(seq, kept) : data("what you said before", kept)].join("\n\n"))
    return role === "visitor" ? user(told(seq, kept)) : wizard(kept)
  })
  const [first, last] = [history[0], history.at(-1)]
  if (first && opening.length > 0) first.providerOptions = cached
  if (last) last.providerOptions = cached
  const parts = [
    ...(first ? [] : opening),
    data("document", now),
    ...(skipped.length > 0 ? [data("skipped questions", skipped.join("\n"))] : []),
    told(message.seq, message.text),
  ]
  return [{ role: "system", content: system, providerOptions: cached }, ...history, user(parts.join("\n\n"))]
}

/** The same, with more to say after everything else. */
export function continued(prompt: Prompt, text: string): Prompt {
  const last = prompt.at(-1)
  const before = last?.role === "user" ? last.content.flatMap((part) => (part.type === "text" ? part.text : [])) : []
  return [...(before.length > 0 ? prompt.slice(0, -1) : prompt), user([...before, text].join("\n\n"))]
}

function recent<M extends Context["transcript"][number]>(messages: readonly M[]): M[] {
  const [first] = messages
  const step = first && messages.length >= FULL ? Math.ceil(first.seq / STEP) * STEP : 0
  const from = Math.min(step, messages.at(-FEWEST)?.seq ?? 0)
  return messages.filter(({ seq }) => seq >= from)
}
/** A transcript of 20, without the message that is answered: there may be more before it. */
const FULL = 19
const FEWEST = 8

const told = (number: number, text: string) => data(`message ${number}`, text)
const user = (text: string): Prompt[number] => ({ role: "user", content: [{ type: "text", text }] })
const wizard = (text: string): Prompt[number] => ({ role: "assistant", content: [{ type: "text", text: inert(text) }] })
