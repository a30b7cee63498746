import * as z from "zod/mini"
import * as Event from "../protocol/event.ts"
import type * as Session from "../protocol/session.ts"
import { partition } from "../session/item.ts"
import { deflated, inflated } from "../table/deflate.ts"
import type { Item, Key } from "../table/table.ts"

/**
 * What one append wrote: one item however many events, because a write is paid by the item. It stands under the number of its last
 * event, so that the events after n are in the items after `event#n`.
 */
export const Batch = z.object({ events: z.array(Event.Known).check(z.minLength(1)) })

/** One with a patch is deflated: its lines repeat the names of their fields, and the visitor's words as quotes. */
const Packed = z.object({ packed: z.instanceof(Uint8Array) })

/** More events than one append ever writes. */
const MAX_BATCH = 16

/** Ten digits, so that the order of keys is the order of numbers. */
const sk = (seq: number) => `event#${String(seq).padStart(10, "0")}`

export const key = (sessionId: Session.ID, lastSeq: number): Key => ({ pk: partition(sessionId), sk: sk(lastSeq) })

/** Holds every event after `after`, and perhaps some before. */
export const rangeAfter = (sessionId: Session.ID, after: number) => ({
  pk: partition(sessionId),
  from: sk(after + 1),
  to: "event#~",
})

/** Holds every event up to `seq`, and perhaps some after. */
export const rangeUpTo = (sessionId: Session.ID, seq: number) => ({
  pk: partition(sessionId),
  from: sk(0),
  to: sk(seq + MAX_BATCH),
})

export function toItem(sessionId: Session.ID, events: Event.Known[]): Item {
  const last = events.at(-1)
  if (!last || events.length > MAX_BATCH) throw new Error(`an append of ${events.length} events`)
  const isPatched = events.some(({ type }) => type === "specification.patched")
  return { ...key(sessionId, last.seq), ...(isPatched ? { packed: deflated(JSON.stringify(events)) } : { events }) }
}

export function fromItem(item: Item): Event.Known[] {
  const { data } = Packed.safeParse(item)
  return Batch.parse(data ? { events: JSON.parse(inflated(data.packed)) } : item).events
}
