import * as z from "zod/mini"
import { type Clock, ttl } from "../clock.ts"
import * as Log from "../log.ts"
import { type Day, dayAfter, dayOf } from "../session/due.ts"
import type { Table } from "../table/table.ts"

type Deps = { table: Table; clock: Clock }

export type Kind = "reply" | "verdict"

/** What the caches did on a day. `savedMicroUsd` is what the answers cost when they were made. */
export const Info = z.object({
  replyHits: z._default(z.int(), 0),
  replyMisses: z._default(z.int(), 0),
  verdictHits: z._default(z.int(), 0),
  verdictMisses: z._default(z.int(), 0),
  savedMicroUsd: z._default(z.int(), 0),
})
export type Info = z.infer<typeof Info>

const SHARDS = 8
const KEPT_DAYS = 35
const partitionOf = (day: Day) => `cache#${day}`

/**
 * Counts one look-up. Never throws, so nobody needs to wait for it. Figures, not money: one whose answer was lost may be counted twice, or
 * not at all.
 */
export async function count(deps: Deps, kind: Kind, found?: { savedMicroUsd: number }): Promise<void> {
  const day = dayOf(deps.clock.now())
  const until = ttl(Date.parse(dayAfter(day, KEPT_DAYS)))
  const add = found
    ? { [`${kind}Hits`]: 1, savedMicroUsd: found.savedMicroUsd }
    : { [`${kind}Misses`]: 1, savedMicroUsd: 0 }
  try {
    await deps.table.update(
      { pk: partitionOf(day), sk: `shard#${Math.floor(Math.random() * SHARDS)}` },
      { add, set: { ttl: until } },
      { if: "attribute_not_exists(#ttl) OR #ttl = :until", values: { until } },
    )
  } catch (error) {
    Log.warn("cache.not_counted", { kind }, error)
  }
}

/** A day's figures. */
export async function ofDay(deps: { table: Table }, day: Day): Promise<Info> {
  const items = await deps.table.query({ pk: partitionOf(day), from: "shard#", to: "shard#~" })
  const shards = items.map((item) => Info.parse(item))
  const sum = (name: keyof Info) => shards.reduce((total, shard) => total + shard[name], 0)
  return {
    replyHits: sum("replyHits"),
    replyMisses: sum("replyMisses"),
    verdictHits: sum("verdictHits"),
    verdictMisses: sum("verdictMisses"),
    savedMicroUsd: sum("savedMicroUsd"),
  }
}
