import { type Clock, iso } from "../clock.ts"
import { UnavailableError } from "../error.ts"
import * as Id from "../id.ts"
import type * as Event from "../protocol/event.ts"
import type * as Message from "../protocol/message.ts"
import { again, retrying } from "../retrying.ts"
import * as SessionItem from "../session/item.ts"
import * as Session from "../session/session.ts"
import type { Settings } from "../settings.ts"
import { ABSENT, type Change, type Table, TransactionFailedError, type Write } from "../table/table.ts"
import { fromItem, key, rangeAfter, rangeUpTo, toItem } from "./item.ts"

export * from "../protocol/event.ts"

export type Deps = { table: Table; clock: Clock; settings: Settings }

/** What one append stores, all or nothing: events, other writes, and changes of the session's head. */
export type Plan = { events: Event.Draft[]; writes: Write[]; head?: Change }

export type Appended = { head: SessionItem.Head; events: Event.Known[] }

/** A write of the plan, other than the log's own, was refused: its condition did not hold. Nothing was stored. */
export class PlanRefusedError extends Error {}

/** How long an append goes on against others who move the same log, and against a table that fails. */
const PATIENCE_MS = 10_000

/**
 * Appends to a session's log without gaps and exactly once. `plan` sees a fresh head on every try, so it must be pure but for reads, and
 * it refuses by throwing. When an answer is lost, the event's own id tells whether the write landed.
 * @throws {SessionNotFoundError} @throws {PlanRefusedError} @throws {UnavailableError} after `patienceMs`, or when the table is out of reach
 */
export async function append(
  deps: Deps,
  sessionId: Session.ID,
  plan: (head: SessionItem.Head) => Plan | Promise<Plan>,
  patienceMs = PATIENCE_MS,
): Promise<Appended> {
  const ids: Event.ID[] = []
  const idAt = (index: number) => (ids[index] ??= Id.create("evt", deps.clock.now()))
  let unsure: Appended | undefined

  return retrying({ patienceMs }, async () => {
    const head = await Session.get(deps, sessionId)
    if (unsure && (await landed(deps, sessionId, unsure.events))) return unsure
    const { events: drafts, writes, head: change } = await plan(head)
    const now = deps.clock.now()
    const events = drafts.map((draft, index) => number(draft, head.headSeq + 1 + index, idAt(index), iso(now)))
    const headSeq = head.headSeq + events.length
    const moved = { headSeq, updatedAt: iso(now), expiresAt: Session.expiry(deps, { ...head, ...change?.set }, now) }
    const appended = { head: SessionItem.after(head, { ...change, set: { ...change?.set, ...moved } }), events }
    try {
      await deps.table.transact([
        {
          update: SessionItem.key(sessionId),
          change: { ...change, set: { ...change?.set, ...moved } },
          when: { if: "#headSeq = :head AND #logId = :log", values: { head: head.headSeq, log: head.logId } },
        },
        ...(events.length > 0 ? [{ put: toItem(sessionId, events), when: ABSENT }] : []),
        ...writes,
      ])
      return appended
    } catch (error) {
      if (error instanceof TransactionFailedError) {
        const [headReason] = error.reasons
        if (headReason === "None" && !error.contended)
          throw new PlanRefusedError("the plan's conditions did not hold", { cause: error })
      } else if (error instanceof UnavailableError) unsure = appended
      else throw error
      return again(error)
    }
  })
}

/** The first events of a log, an item each, to be stored together with the head of their session. */
export function begin(deps: { clock: Clock }, sessionId: Session.ID, drafts: readonly Event.Draft[]): Write[] {
  const now = deps.clock.now()
  return drafts.map((draft, index) => {
    const event = number(draft, index + 1, Id.create("evt", now), iso(now))
    return { put: toItem(sessionId, [event]), when: ABSENT }
  })
}

/** Events after `after`, oldest first. */
export async function list(
  deps: { table: Table },
  sessionId: Session.ID,
  range: { after: number; limit: number },
): Promise<Event.Known[]> {
  const items = await deps.table.query({ ...rangeAfter(sessionId, range.after), limit: range.limit })
  const events = items.flatMap(fromItem).filter(({ seq }) => seq > range.after)
  return events.slice(0, range.limit)
}

/** The last `limit` messages up to `seq`, oldest first. Reads a bounded part of the log, however long it is. */
export async function transcript(
  deps: { table: Table },
  sessionId: Session.ID,
  range: { upTo: number; limit: number },
): Promise<Message.Info[]> {
  // A turn appends two messages in at most three times: twice the limit is enough for turns that were tried again, too.
  const items = await deps.table.query({ ...rangeUpTo(sessionId, range.upTo), limit: range.limit * 2, reverse: true })
  const events = items.flatMap((item) => fromItem(item).reverse()).filter(({ seq }) => seq <= range.upTo)
  const messages = events.flatMap((event) => (event.type === "message.appended" ? [event.message] : []))
  return messages.slice(0, range.limit).reverse()
}

function number(draft: Event.Draft, seq: number, id: Event.ID, at: string): Event.Known {
  if (draft.type === "message.appended") return { seq, id, at, ...draft, message: { ...draft.message, seq, at } }
  return { seq, id, at, ...draft }
}

async function landed(deps: { table: Table }, sessionId: Session.ID, events: Event.Known[]): Promise<boolean> {
  const last = events.at(-1)
  if (!last) return false
  const item = await deps.table.get(key(sessionId, last.seq))
  return item !== undefined && fromItem(item).at(-1)?.id === last.id
}
