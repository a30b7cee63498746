import { type Clock, ttl } from "../clock.ts"
import { UnavailableError } from "../error.ts"
import * as Log from "../log.ts"
import { again, retrying } from "../retrying.ts"
import { type Key, PRESENT, type Table, TransactionFailedError, type Write } from "../table/table.ts"
import { fromItem, key, networkKey, OPEN_ONLY, openIndexes, Reservation, sessionKey, stageKey } from "./item.ts"
import { divided } from "./stage.ts"

type Deps = { table: Table; clock: Clock }

const PATIENCE_MS = 10_000
/** For so long an end is remembered, so that it comes once. */
const KEPT_MS = 86_400_000

/**
 * Ends a reservation and puts what was spent into its counters in place of what was reserved, in one transaction. Without `usedMicroUsd` it
 * is what was recorded. One that has lapsed may still be settled; nothing happens to one that is settled.
 * @throws {UnavailableError}
 */
export async function book(
  deps: Deps,
  reservation: Reservation,
  to: "lapsed" | "settled",
  usedMicroUsd?: number,
): Promise<void> {
  const gone = new Set<string>()
  await retrying({ patienceMs: PATIENCE_MS }, async () => {
    try {
      const item = await deps.table.get(key(reservation))
      const stored = item && fromItem(item)
      if (!stored || stored.status === "settled" || stored.status === to) return
      const recorded = stored.spentMicroUsd
      const spent = usedMicroUsd ?? recorded
      const isOpen = stored.status === "open"
      const from = isOpen ? { taken: reservation.microUsd, spent: 0 } : { taken: recorded, spent: recorded }
      const counters = changes(reservation, from, spent).filter(({ counter }) => !gone.has(nameOf(counter)))
      await deps.table
        .transact([
          {
            update: key(reservation),
            change: {
              set: { status: to, spentMicroUsd: spent, ttl: ttl(deps.clock.now() + KEPT_MS) },
              remove: OPEN_ONLY,
            },
            when: {
              if: "#status = :status AND #spentMicroUsd = :recorded",
              values: { status: stored.status, recorded },
            },
          },
          ...counters.map(({ counter, add }): Write => ({ update: counter, change: { add }, when: PRESENT })),
        ])
        .catch((error: unknown) => {
          // A session that was erased and a day long past have no counter any more, and get none.
          const [, ...reasons] = error instanceof TransactionFailedError ? error.reasons : []
          for (const [index, { counter }] of counters.entries())
            if (reasons[index] === "ConditionalCheckFailed") gone.add(nameOf(counter))
          throw error
        })
    } catch (error) {
      if (!(error instanceof TransactionFailedError || error instanceof UnavailableError)) throw error
      return again(error) // an answer that was lost is told by the status that is read next
    }
  })
}

const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`

type Held = { taken: number; spent: number }

/** What is to be added to each counter that holds `from` for a reservation, so that it holds `spent`. */
function changes({ sessionId, network, day, stage, microUsd }: Reservation, from: Held, spent: number) {
  const places: { counter: Key; microUsd: number }[][] = [
    [{ counter: sessionKey(sessionId), microUsd }],
    [{ counter: networkKey(network, day), microUsd }],
    stage.map((part) => ({ counter: stageKey(day, part.shard), microUsd: part.microUsd })),
  ]
  return places.flatMap((place) => {
    const of = (amount: number) =>
      divided(
        place.map((part) => part.microUsd),
        amount,
      )
    const [after, taken, before] = [of(spent), of(from.taken), of(from.spent)]
    return place.map(({ counter }, index) => {
      const now = after[index] ?? 0
      return {
        counter,
        add: { takenMicroUsd: now - (taken[index] ?? 0), spentMicroUsd: now - (before[index] ?? 0) },
      }
    })
  })
}

/** Gives back what is held by workers that were lost. The index lags, so each is read again. One that fails holds up no other. */
export async function sweep(deps: Deps): Promise<void> {
  for (const index of openIndexes)
    for await (const { pk, sk } of deps.table.listKeys(index)) {
      try {
        const item = await deps.table.get({ pk, sk })
        const stored = item && fromItem(item)
        if (stored?.status !== "open" || stored.leaseUntil > deps.clock.now()) continue
        await book(deps, Reservation.parse(stored), "lapsed")
        Log.warn("budget.lapsed", {
          turnId: stored.turnId,
          attempt: stored.attempt,
          spentMicroUsd: stored.spentMicroUsd,
        })
      } catch (error) {
        Log.warn("budget.not_released", {}, error)
      }
    }
}
