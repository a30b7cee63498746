import * as z from "zod/mini"
import type { Item, Key } from "../table/table.ts"
import * as Turn from "../turn/schema.ts"
import * as Session from "./schema.ts"

export const partitionPrefix = "session#"
export const partition = (id: Session.ID) => `${partitionPrefix}${id}`
export const key = (id: Session.ID): Key => ({ pk: partition(id), sk: "session" })

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
})
export type Head = z.infer<typeof Head>

export const toItem = (head: Head): Item => ({ ...key(head.id), ...head })
export const fromItem = (item: Item): Head => Head.parse(item)

export const toInfo = (head: Head): Session.Info => Session.Info.parse(head)
