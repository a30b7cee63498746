import * as z from "zod/mini"
import * as Question from "../interviewer/question.ts"
import * as Session from "../protocol/session.ts"
import * as Turn from "../protocol/turn.ts"
import type { Change, Condition, Item, Key } from "../table/table.ts"

export const partitionPrefix = "session#"
export const partition = (id: Session.ID) => `${partitionPrefix}${id}`
export const key = (id: Session.ID): Key => ({ pk: partition(id), sk: "session" })

export const MAX_MODELS = 10
const MAX_AUTHORS = 20

/** A session as stored: what clients see, and what only the server needs. */
export const Head = z.object({
  ...Session.Info.shape,
  /** The turn that runs now, if one does. */
  turnId: z.optional(Turn.ID),
  /** The last turn accepted: the only one that can be retried. */
  lastTurnId: z.optional(Turn.ID),
  /** The last turn whose `memory` the interviewer goes on from. */
  memoryTurnId: z.optional(Turn.ID),
  /** The document's; absent while it is empty. */
  version: z.optional(z.int()),
  /** The visitor's message that the interviewer last changed the document for: a turn that is tried again changes nothing twice. */
  learnedSeq: z.optional(z.int()),
  /** Visitors' messages so far; absent until one was counted. */
  messages: z.optional(z.int()),
  /** The question that waits for an answer. */
  question: z.optional(Question.ID),
  /** Who answered so far, the last one last, and by which prompt that one. */
  models: z.optional(z.array(z.string())),
  promptVersion: z.optional(z.string()),
  /** Who wrote lines of the document, from which version on; whoever wrote last stands last. Absent until somebody did. */
  authors: z.optional(z.array(z.object({ model: z.string(), since: z.int() }))),
  /** The fingerprint of `email`: under it the index lists the sessions of an address. */
  address: z.optional(z.string()),
})
export type Head = z.infer<typeof Head>

/** Where the index lists what is saved to an address. */
export const addressIndex = (address: string) => `address#${address}`

/** The session was not erased. What writes beside the log stands under this condition on its head. */
export const ALIVE: Condition = { if: "attribute_exists(#headSeq)" }

/** What is left of a session that was erased: its log has no head any more, so nothing can be appended. */
export const isErased = (item: Item) => "erasedAt" in item

/** What a head keeps of who has answered. */
export const heard = ({ models = [] }: Head, { model, promptVersion }: { model: string; promptVersion: string }) => ({
  models: [...models.filter((one) => one !== model), model].slice(-MAX_MODELS),
  promptVersion,
})

/** What a head keeps of who wrote its document, once somebody has written that version. Of many, the oldest become one. */
export function wrote({ authors = [] }: Head, model: string, version: number): NonNullable<Head["authors"]> {
  if (authors.at(-1)?.model === model) return authors
  const all = [...authors, { model, since: version }]
  return all.length > MAX_AUTHORS ? all.toSpliced(1, 1) : all
}

export const toItem = (head: Head): Item => ({ ...key(head.id), ...head })
export const fromItem = (item: Item): Head => Head.parse(item)

/** The head as a change makes it. */
export function after(head: Head, { set = {}, remove = [] }: Change): Head {
  const given = Object.entries(set).filter(([, value]) => value !== undefined)
  const kept = Object.entries({ ...head, ...Object.fromEntries(given) }).filter(([name]) => !remove.includes(name))
  return Head.parse(Object.fromEntries(kept))
}

export const toInfo = (head: Head): Session.Info => Session.Info.parse(head)
