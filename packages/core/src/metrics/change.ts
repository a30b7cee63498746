import { decodeTime } from "ulid"
import * as z from "zod/mini"
import * as Reservation from "../budget/item.ts"
import * as EventItem from "../event/item.ts"
import { Traced } from "../interviewer/question.ts"
import type * as Event from "../protocol/event.ts"
import type { Day } from "../protocol/metrics.ts"
import * as Session from "../protocol/session.ts"
import { dayOf } from "../session/due.ts"
import { partitionPrefix as sessionPrefix } from "../session/item.ts"
import type { Item } from "../table/table.ts"
import { turnPrefix } from "../turn/item.ts"
import { type Image, itemOf } from "./image.ts"
import { fellBack, nameOf, type Sums } from "./item.ts"

const Whole = z.custom<Image>((image) => typeof image === "object" && image !== null)

/** A record of the table's stream, as Lambda gets it. */
export const Change = z.object({
  eventID: z.string(),
  eventName: z.enum(["INSERT", "MODIFY", "REMOVE"]),
  dynamodb: z.object({ SequenceNumber: z.string(), NewImage: z.optional(Whole), OldImage: z.optional(Whole) }),
})
export type Change = z.infer<typeof Change>

/** What a change adds, and to which day. */
export type Tally = { day: Day; sums: Sums }

/**
 * What a change adds to the figures: undefined for most of them, our own counting among those. A thing counts for the day on which it says
 * that it happened, however late the stream tells of it.
 */
export function tallyOf({ eventName, dynamodb }: Change): Tally | undefined {
  if (eventName === "REMOVE") return undefined
  const [after, before] = [dynamodb.NewImage, dynamodb.OldImage].map((image) => image && itemOf(image))
  if (!after) return undefined
  const { pk, sk } = after
  if (eventName === "INSERT") {
    if (pk.startsWith("submission#")) return sk === "submission" ? ofSubmission(after) : undefined
    if (!pk.startsWith(sessionPrefix)) return undefined
    if (sk === "session")
      return { day: dayOf(Session.Info.shape.createdAt.parse(after["createdAt"])), sums: { sessions: 1 } }
    return sk.startsWith("event#") ? ofEvents(EventItem.fromItem(after)) : undefined
  }
  if (!before) return undefined
  if (pk.startsWith(sessionPrefix) && sk.startsWith(turnPrefix)) return ofTurn(before, after)
  return pk.startsWith("reservation#") ? ofReservation(before, after) : undefined
}

/** All of one append, so of one moment. */
function ofEvents(events: Event.Known[]): Tally | undefined {
  const [first] = events
  const sums = events.reduce((total, event) => added(total, ofEvent(event)), {})
  return first && Object.keys(sums).length > 0 ? { day: dayOf(first.at), sums } : undefined
}

function ofEvent(event: Event.Known): Sums {
  switch (event.type) {
    case "message.appended":
      return event.message.role === "visitor" ? { messages: 1 } : {}
    case "turn.completed":
      return { replies: 1, inputTokens: event.usage.inputTokens, outputTokens: event.usage.outputTokens }
    case "turn.failed":
      return { failures: 1 }
    case "export.changed":
      return event.export.status === "queued" ? { exports: 1 } : {}
    default:
      return {}
  }
}

const Submitted = z.object({ createdAt: z.string(), sessionId: z.optional(Session.ID) })

/** A session's id tells when it began, so that nothing has to be read. */
function ofSubmission(item: Item): Tally {
  const { createdAt, sessionId } = Submitted.parse(item)
  const began = sessionId === undefined ? undefined : timeOf(sessionId)
  const seconds = began === undefined ? 0 : Math.max(0, Math.round((Date.parse(createdAt) - began) / 1000))
  return { day: dayOf(createdAt), sums: { submissions: 1, submittedSeconds: seconds } }
}

const Ended = z.object({ createdAt: z.string(), traced: z.optional(Traced), because: z.optional(z.string()) })

/** A turn is told who answered it, and gets its trace, when it ends, and it ends once. */
function ofTurn(before: Item, after: Item): Tally | undefined {
  const isNew = (field: keyof z.infer<typeof Ended>) => field in after && !(field in before)
  if (!isNew("traced") && !isNew("because")) return undefined
  const { createdAt, traced, because } = Ended.parse(after)
  const { asked, answered, skipped } = (isNew("traced") && traced) || {}
  const sums: Sums = {
    ...(because !== undefined && isNew("because") && { [fellBack(because)]: 1 }),
    ...(asked && { [nameOf("asked", asked)]: 1 }),
    ...(answered && { [nameOf("answered", answered)]: 1 }),
    ...(skipped && { [nameOf("skipped", skipped)]: 1 }),
  }
  return { day: dayOf(createdAt), sums }
}

/** What is spent is known when a reservation ends, and once more when a worker that was thought lost comes back. */
function ofReservation(before: Item, after: Item): Tally | undefined {
  const [old, ended] = [before, after].map(Reservation.fromItem)
  if (!old || !ended || ended.status === "open") return undefined
  const costMicroUsd = ended.spentMicroUsd - (old.status === "open" ? 0 : old.spentMicroUsd)
  if (costMicroUsd === 0) return undefined
  return { day: old.status === "open" ? old.day : dayOf(timeOf(ended.turnId)), sums: { costMicroUsd } }
}

const timeOf = (id: string) => decodeTime(id.slice(id.indexOf("_") + 1))

export function added(one: Sums, other: Sums): Sums {
  const sums: Record<string, number> = { ...one }
  for (const [name, value] of Object.entries(other)) sums[name] = (sums[name] ?? 0) + value
  return sums
}
