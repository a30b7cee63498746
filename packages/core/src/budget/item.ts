import * as z from "zod/mini"
import * as Session from "../protocol/session.ts"
import * as Turn from "../protocol/turn.ts"
import { partition } from "../session/item.ts"
import type { Item, Key } from "../table/table.ts"

/** Money. A fraction in a counter would be there for good, so every amount that comes in is parsed. */
export const MicroUsd = z.int().check(z.gte(0))

/** What one attempt of a turn may spend, and from where it was taken. */
export const Reservation = z.object({
  turnId: Turn.ID,
  attempt: z.int(),
  microUsd: z.int(),
  sessionId: Session.ID,
  network: z.string(),
  /** The UTC day it counts for, also when it is settled after midnight. */
  day: z.string(),
  /** The stage's day is kept in shards; usually one of them has enough. */
  stage: z.array(z.object({ shard: z.int(), microUsd: z.int() })),
})
export type Reservation = z.infer<typeof Reservation>

/**
 * A reservation as stored. Open, it stands in the index, and its counters hold all of it. After that they hold what was spent, and the item
 * no longer tells whose it was. `lapsed`: its worker was lost, or slow; when it comes back after all, it may still settle.
 */
export const Stored = z.discriminatedUnion("status", [
  z.object({ ...Reservation.shape, status: z.literal("open"), spentMicroUsd: z.int(), leaseUntil: z.number() }),
  z.object({ turnId: Turn.ID, attempt: z.int(), status: z.enum(["lapsed", "settled"]), spentMicroUsd: z.int() }),
])
export type Stored = z.infer<typeof Stored>

type Name = Pick<Reservation, "turnId" | "attempt">

/** Not in the session's partition: an erasure would take it away before its money is given back. */
export const key = ({ turnId, attempt }: Name): Key => ({ pk: `reservation#${turnId}`, sk: `attempt#${attempt}` })

export const attemptsOf = (turnId: Turn.ID) => ({ pk: `reservation#${turnId}`, from: "attempt#", to: "attempt#~" })

/** What is open, spread so that no partition of the index runs hot. */
const INDEXES = 4
export const openIndexes = Array.from({ length: INDEXES }, (_, shard) => `reserved#${shard}`)
const openIndex = (turnId: Turn.ID) => `reserved#${turnId.charCodeAt(turnId.length - 1) % INDEXES}`

export const toItem = (reservation: Reservation, leaseUntil: number): Item => ({
  ...key(reservation),
  ...reservation,
  status: "open",
  spentMicroUsd: 0,
  records: 0,
  leaseUntil,
  gsi1pk: openIndex(reservation.turnId),
  gsi1sk: `${reservation.turnId}#${reservation.attempt}`,
})

export const fromItem = (item: Item): Stored => Stored.parse(item)

/** What only an open one has. `records` is the number of what was recorded last. */
export const OPEN_ONLY = [
  "gsi1pk",
  "gsi1sk",
  "leaseUntil",
  "records",
  "microUsd",
  "sessionId",
  "network",
  "day",
  "stage",
]

/** A counter: `takenMicroUsd` is reserved or spent and never above its cap, `spentMicroUsd` is spent. */
export const Counter = z.object({ takenMicroUsd: z.int(), spentMicroUsd: z.int() })

/** In the session's partition, so that it is erased with it. */
export const sessionKey = (sessionId: Session.ID): Key => ({ pk: partition(sessionId), sk: "budget" })

export const networkKey = (network: string, day: string): Key => ({ pk: `budget#ip#${network}`, sk: `day#${day}` })

/** A day's shards stand side by side, so that one query shows them all. Transactions collide by item, not by partition. */
export const stageKey = (day: string, shard: number): Key => ({
  pk: `budget#stage#${day}`,
  sk: `shard#${String(shard).padStart(2, "0")}`,
})

export const stageOf = (day: string) => ({ pk: `budget#stage#${day}`, from: "shard#", to: "shard#~" })
