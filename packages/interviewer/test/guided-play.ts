import type { Context } from "@spec-wizard/core/interviewer"
import type * as Note from "@spec-wizard/core/interviewer/note"
import { empty } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"
import { guided } from "../src/guided/guided.ts"

export type Reply = {
  said: string
  text: string
  pieces: string[]
  choices: Message.Choice[]
  notes: Note.Info[]
  memory: unknown
  /** Types of the parts, in the order they came. */
  order: string[]
}

/** One visitor's whole conversation with the interviewer, without waiting between words. */
export async function play(messages: readonly string[], locale = "en"): Promise<Reply[]> {
  const interviewer = guided({ pace: 0 })
  const replies: Reply[] = []
  let memory: unknown
  for (const [index, said] of messages.entries()) {
    const earlier = replies.flatMap((reply) => reply.notes)
    const reply: Reply = { said, text: "", pieces: [], choices: [], notes: [], memory: undefined, order: [] }
    const context = contextFor(said, memory, index + 1, locale, earlier)
    for await (const part of interviewer.reply(context, new AbortController().signal)) {
      reply.order.push(part.type)
      if (part.type === "learned") {
        reply.notes = part.notes
        // What is stored comes back as JSON.
        reply.memory = JSON.parse(JSON.stringify(part.memory))
      }
      if (part.type === "text") {
        reply.pieces.push(part.text)
        reply.text += part.text
      }
      if (part.type === "choices") reply.choices = part.choices
    }
    memory = reply.memory
    replies.push(reply)
  }
  return replies
}

export function contextFor(text: string, memory: unknown, seq = 1, locale = "en", notes: Note.Info[] = []): Context {
  const message: Message.Info = {
    id: `msg_${String(seq).padStart(26, "0")}`,
    seq,
    role: "visitor",
    text,
    at: "2026-11-21T09:00:00.000Z",
  }
  return {
    session: { id: "ses_00000000000000000000000001", title: "", locale },
    message,
    transcript: [message],
    memory,
    document: async () => empty("en"),
    notes: async () => notes,
  }
}

/** The question marks a reader sees as questions: those in quotes are the visitor's. */
export const questions = (text: string) => (text.replace(/[“„«][^”“»]*[”“»]/g, "").match(/\?/g) ?? []).length
