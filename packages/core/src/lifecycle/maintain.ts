import { type Clock, iso } from "../clock.ts"
import * as Log from "../log.ts"
import * as Outbox from "../outbox/outbox.ts"
import * as Session from "../protocol/session.ts"
import * as Due from "../session/due.ts"
import { fromItem, type Head, isErased, key, partition, partitionPrefix } from "../session/item.ts"
import { ConditionFailedError, type Table, TransactionFailedError } from "../table/table.ts"
import { erase } from "./erase.ts"
import type { Ledger } from "./ledger.ts"

type Deps = { table: Table; clock: Clock; ledger: Ledger; enqueue: Outbox.Enqueue }

/** Nights without maintenance are made up for, as many as these. */
const BACKLOG_DAYS = 400
/** As long as a table can be had back. */
const RESTORABLE_DAYS = 35

/** What is done every night. One session that fails holds up no other, and is found again the next night. */
export async function maintain(deps: Deps): Promise<void> {
  const today = Due.dayOf(deps.clock.now())
  for (let back = BACKLOG_DAYS; back >= 0; back--)
    for await (const { pk } of deps.table.listKeys(Due.index(Due.dayAfter(today, -back))))
      await contained(pk, (sessionId) => look(deps, sessionId))
  await replay(deps)
}

/**
 * Erases again what the ledger says was erased, should a restore have brought it back, and removes what was written to it in the last moment.
 */
export async function replay(deps: Deps): Promise<void> {
  const now = deps.clock.now()
  const since = iso(now - RESTORABLE_DAYS * 86_400_000)
  for await (const sessionId of deps.ledger.erasedSince(since, iso(now)))
    await contained(partition(sessionId), async () => {
      const head = await deps.table.get(key(sessionId))
      if (head && !isErased(head)) return await erase(deps, sessionId)
      const left = await deps.table.query({ pk: partition(sessionId), from: " ", to: "~", limit: 2, evenExpired: true })
      if (left.some(({ sk }) => sk !== key(sessionId).sk)) await removeAgain(deps, sessionId)
    })
}

async function removeAgain(deps: Deps, sessionId: Session.ID): Promise<void> {
  const { entry, write } = Outbox.entry(deps, { kind: "erasure", sessionId })
  await deps.table.transact([write])
  await Outbox.announce(deps, entry)
}

async function contained(pk: string, work: (sessionId: Session.ID) => Promise<void>): Promise<void> {
  const id = Session.ID.safeParse(pk.slice(partitionPrefix.length))
  if (!id.success) return
  try {
    await work(id.data)
  } catch (error) {
    Log.error("maintenance.session_failed", { sessionId: id.data }, error)
  }
}

/** A session whose day it is: remind, erase, or look again later, because it was used since it was put on this day's list. */
async function look(deps: Deps, sessionId: Session.ID): Promise<void> {
  const item = await deps.table.get(key(sessionId))
  if (!item || isErased(item)) return // being removed
  const head = fromItem(item)
  if (Date.parse(head.expiresAt) <= deps.clock.now()) return await erase(deps, sessionId)
  const notice = Due.noticeDay(head)
  if (head.email === undefined) await postpone(deps, head, Due.expiryDay(head))
  else if (notice > Due.dayOf(deps.clock.now())) await postpone(deps, head, notice)
  else await remind(deps, head)
}

async function postpone(deps: Deps, head: Head, day: Due.Day): Promise<void> {
  try {
    await deps.table.update(
      Due.key(head.id),
      { set: Due.listed(head.id, day) },
      { if: "#gsi1pk <> :same", values: { same: Due.index(day) } },
    )
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error // it stands there already
  }
}

/** Once for each end it has: being put on the list of its last day, and the mail, are one transaction. */
async function remind(deps: Deps, head: Head): Promise<void> {
  const day = Due.expiryDay(head)
  const { entry, write } = Outbox.entry(deps, { kind: "reminder", sessionId: head.id })
  try {
    const isFirst = { if: "#gsi1pk <> :same", values: { same: Due.index(day) } }
    await deps.table.transact([
      { update: Due.key(head.id), change: { set: Due.listed(head.id, day) }, when: isFirst },
      write,
    ])
  } catch (error) {
    if (error instanceof TransactionFailedError && !error.contended) return // was reminded
    throw error
  }
  await Outbox.announce(deps, entry)
}
