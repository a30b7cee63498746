import { partition } from "../session/item.ts"
import type * as Session from "../session/schema.ts"
import type { Item, Key } from "../table/table.ts"
import * as Event from "./schema.ts"

/** Ten digits, so that the order of keys is the order of numbers. */
const sk = (seq: number) => `event#${String(seq).padStart(10, "0")}`

export const key = (sessionId: Session.ID, seq: number): Key => ({ pk: partition(sessionId), sk: sk(seq) })

/** The range of keys from `after + 1` to the end of the log. */
export const rangeAfter = (sessionId: Session.ID, after: number) => ({
  pk: partition(sessionId),
  from: sk(after + 1),
  to: "event#~",
})

export const rangeBefore = (sessionId: Session.ID, seq: number) => ({
  pk: partition(sessionId),
  from: sk(0),
  to: sk(seq),
})

export const toItem = (sessionId: Session.ID, event: Event.Known): Item => ({ ...key(sessionId, event.seq), ...event })
export const fromItem = (item: Item): Event.Known => Event.Known.parse(item)
