import { advance } from "@spec-wizard/core/document/apply"
import { conserve } from "@spec-wizard/core/document/conserve"
import { accept } from "@spec-wizard/core/document/propose"
import type { Changes, Context } from "@spec-wizard/core/interviewer"
import type { Course } from "@spec-wizard/core/interviewer/question"
import { type Document, empty } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"
import { guided } from "../src/guided/guided.ts"
import * as Memory from "../src/guided/memory.ts"

/** One message and the reply to it. `document` is as it stands after it; `order` has the types of the parts as they came. */
export type Exchange = {
  said: string
  text: string
  pieces: string[]
  choices: Message.Choice[]
  memory: unknown
  changes: Changes | undefined
  course: Course | undefined
  document: Document
  order: string[]
}

/** A visitor's side of a conversation: it keeps what core would keep from one message to the next. */
export class Visit {
  readonly exchanges: Exchange[] = []
  readonly transcript: Message.Info[] = []
  document: Document
  memory: unknown
  readonly #locale: string

  constructor(locale = "en") {
    this.#locale = locale
    this.document = empty("en")
  }

  /** The context of one more message. */
  hear(text: string): Context {
    const message = this.#message("visitor", text)
    return {
      session: { id: "ses_00000000000000000000000001", title: "", locale: this.#locale },
      message,
      transcript: this.transcript.slice(-20),
      memory: this.memory,
      document: async () => this.document,
    }
  }

  /** `pieces`: after how many of the reply the visitor stops it; what was learned before is kept, as core does. */
  async say(text: string, { pieces = Number.POSITIVE_INFINITY } = {}): Promise<Exchange> {
    const context = this.hear(text)
    const stop = new AbortController()
    const exchange: Exchange = {
      said: text,
      text: "",
      pieces: [],
      choices: [],
      memory: undefined,
      changes: undefined,
      course: undefined,
      document: this.document,
      order: [],
    }
    for await (const part of guided({ pace: 0 }).reply(context, stop.signal)) {
      exchange.order.push(part.type)
      if (part.type === "learned") {
        // What is stored comes back as JSON.
        this.memory = JSON.parse(JSON.stringify(part.memory))
        exchange.memory = this.memory
        exchange.changes = part.changes
        this.document = this.#taken(context, part.changes)
      }
      if (part.type === "course") exchange.course = part.course
      if (part.type === "text") exchange.pieces.push(part.text)
      if (exchange.pieces.length >= pieces) stop.abort()
      if (part.type === "choices") exchange.choices = part.choices
    }
    exchange.text = exchange.pieces.join("")
    exchange.document = this.document
    if (exchange.text !== "") this.#message("wizard", exchange.text)
    this.exchanges.push(exchange)
    return exchange
  }

  #message(role: Message.Role, text: string): Message.Info {
    const seq = this.transcript.length + 1
    const id = `msg_${String(seq).padStart(26, "0")}` as const
    const message: Message.Info = { id, seq, role, text, at: "2026-11-21T09:00:00.000Z" }
    this.transcript.push(message)
    return message
  }

  /** The document as a turn's end leaves it. */
  #taken({ message }: Context, changes: Changes | undefined): Document {
    if (!changes) return this.document
    const isEmpty = this.document.items.every(({ kind }) => kind === "unsorted")
    const before = isEmpty ? { ...this.document, language: changes.language } : this.document
    const texts = new Map(this.transcript.map(({ id, text }) => [id as string, text]))
    const facts = { textOf: (id: string) => texts.get(id), isVerbatim: changes.isVerbatim }
    const { operations, refused } = accept(before, changes.propose(before), facts)
    if (refused.length > 0) throw new Error(`refused: ${refused.map((error) => error.message).join("; ")}`)
    const version = before.version + 1
    const changed = advance(before, { version, operations })
    return advance(changed, { version, operations: conserve(changed, message, changes.asides ?? []) })
  }
}

export async function play(messages: readonly string[], locale?: string): Promise<Exchange[]> {
  const visit = new Visit(locale)
  for (const message of messages) await visit.say(message)
  return visit.exchanges
}

/** The question marks a reader sees as questions: those in quotes are the visitor's. */
export const questions = (text: string): number => (text.replace(/[“„«][^”“»]*[”“»]/g, "").match(/\?/g) ?? []).length

/** The last paragraph, which is what is asked; and the first, which says what was understood. */
export const asked = ({ text }: Exchange): string => text.split("\n\n").at(-1) ?? ""
export const lead = ({ text }: Exchange): string => text.split("\n\n")[0] ?? ""

export const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}'’-]+/gu) ?? []

export const waitingIn = ({ memory }: Exchange) => Memory.parse(memory).waiting?.question
