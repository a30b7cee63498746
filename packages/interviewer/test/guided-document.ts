import { readFileSync } from "node:fs"
import { apply } from "@spec-wizard/core/document/apply"
import { resolve } from "@spec-wizard/core/document/propose"
import type { Changes } from "@spec-wizard/core/interviewer"
import type * as Note from "@spec-wizard/core/interviewer/note"
import { type Document, empty } from "@spec-wizard/core/protocol/document"
import type * as Operation from "@spec-wizard/core/protocol/operation"
import { guided } from "../src/guided/guided.ts"
import { contextFor } from "./guided-play.ts"

/** What its visitor says, message by message. */
export const brief = (name: string): string[] =>
  readFileSync(new URL(`./guided-briefs/${name}.txt`, import.meta.url), "utf8")
    .split(/^---$/m)
    .map((message) => message.trim())

export type Step = {
  said: string
  messageId: string
  proposals: Operation.Proposal[]
  operations: Operation.Info[]
  document: Document
}

/** Something a visitor does to the document by hand before message `before`. */
export type Hand = { before: number; act: (document: Document) => Operation.Info[] }

/** One visitor's whole conversation, and the document after each message. A refused proposal throws. */
export async function write(messages: readonly string[], locale = "en", hands: readonly Hand[] = []): Promise<Step[]> {
  const interviewer = guided({ pace: 0 })
  const steps: Step[] = []
  const texts = new Map<string, string>()
  const notes: Note.Info[] = []
  let memory: unknown
  let document: Document | undefined
  for (const [index, said] of messages.entries()) {
    const context = contextFor(said, memory, index + 1, locale, [...notes])
    texts.set(context.message.id, said)
    let changes: Changes | undefined
    for await (const part of interviewer.reply(context, new AbortController().signal))
      if (part.type === "learned") {
        memory = JSON.parse(JSON.stringify(part.memory))
        notes.push(...part.notes)
        changes = part.changes
      }
    if (!changes) throw new Error("nothing learned")
    document ??= empty(changes.language)
    if (document.items.length === 0) document = { ...document, language: changes.language }
    for (const { before, act } of hands)
      if (before === index) document = apply(document, act(document), document.version + 1)
    const proposals = changes.propose(document)
    const operations = resolve(document, proposals, { textOf: (id) => texts.get(id) })
    if (operations.length > 0) document = apply(document, operations, document.version + 1)
    steps.push({ said, messageId: context.message.id, proposals, operations, document })
  }
  return steps
}
