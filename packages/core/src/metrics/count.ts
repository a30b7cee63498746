import { type Clock, ttl } from "../clock.ts"
import { UnavailableError } from "../error.ts"
import * as Log from "../log.ts"
import type { Day } from "../protocol/metrics.ts"
import { again, retrying } from "../retrying.ts"
import { ABSENT, type Table, TransactionFailedError, type Write } from "../table/table.ts"
import { added, Change, type Tally, tallyOf } from "./change.ts"
import { markKey, type Sums, shardKey } from "./item.ts"

type Deps = { table: Table; clock: Clock }

/** A mark outlives every redelivery: the stream forgets its records after a day. */
const MARK_KEPT_MS = 3 * 86_400_000

/** Marks in a transaction, which has room for a hundred writes; the rest is for the days. */
const MAX_MARKS = 50

/** Less than the function has. */
const PATIENCE_MS = 15_000

type Found = Tally & { changeId: string; sequence: string }

/** `failedFrom`: that change and those after it could not be counted, and must come again. */
export type Counted = { tallies: Tally[]; unreadable: number; failedFrom?: string }

/**
 * Counts changes of the table, each exactly once, however often, in whatever parts and order they come: a change's mark and what it adds are
 * one transaction. What cannot be read is left out, since it never will be; `records` are parsed here for that reason.
 */
export async function count(deps: Deps, records: readonly unknown[]): Promise<Counted> {
  const { found, unreadable } = read(records)
  const deadline = Date.now() + PATIENCE_MS
  const tallies: Tally[] = []
  for (let from = 0; from < found.length; from += MAX_MARKS) {
    const part = found.slice(from, from + MAX_MARKS)
    try {
      tallies.push(...(await store(deps, part, deadline)))
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error
      Log.warn("count.failed", { changes: part.length }, error)
      const [first] = part
      return { tallies, unreadable, ...(first && { failedFrom: first.sequence }) }
    }
  }
  return { tallies, unreadable }
}

function read(records: readonly unknown[]): { found: Found[]; unreadable: number } {
  const found = new Map<string, Found>() // by id, for a transaction takes no item twice
  let unreadable = 0
  for (const record of records) {
    try {
      const change = Change.parse(record)
      const tally = tallyOf(change)
      if (!tally || Object.keys(tally.sums).length === 0) continue
      found.set(change.eventID, { ...tally, changeId: change.eventID, sequence: change.dynamodb.SequenceNumber })
    } catch (error) {
      unreadable++
      Log.error("count.unreadable", {}, error)
    }
  }
  return { found: [...found.values()], unreadable }
}

/** What was counted now, and not before. An answer that was lost is told by the marks on the next try. */
async function store(deps: Deps, part: readonly Found[], deadline: number): Promise<readonly Found[]> {
  if (part.length === 0) return part
  return retrying({ patienceMs: deadline - Date.now() }, async () => {
    const marks = part.map(({ changeId }): Write => {
      const until = ttl(deps.clock.now() + MARK_KEPT_MS)
      return { put: { ...markKey(changeId), ttl: until }, when: ABSENT }
    })
    const days = [...byDay(part)].map(([day, add]): Write => ({ update: shardKey(day), change: { add } }))
    try {
      await deps.table.transact([...marks, ...days])
      return part
    } catch (error) {
      if (!(error instanceof TransactionFailedError || error instanceof UnavailableError)) throw error
      const reasons = error instanceof TransactionFailedError ? error.reasons : []
      const fresh = part.filter((_, index) => reasons[index] !== "ConditionalCheckFailed")
      return fresh.length < part.length ? await store(deps, fresh, deadline) : again(error)
    }
  })
}

function byDay(found: readonly Found[]): Map<Day, Sums> {
  const days = new Map<Day, Sums>()
  for (const { day, sums } of found) days.set(day, added(days.get(day) ?? {}, sums))
  return days
}
