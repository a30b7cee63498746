import type { Table } from "../table/table.ts"
import { Counter, type Reservation, stageOf } from "./item.ts"

/** So many turns take and give at once without meeting at one item. */
const SHARDS = 16

type Parts = Reservation["stage"]

/** A shard's part of the cap, in whole micro-USD; all of them together are the cap. */
export const shareOf = (cap: number, shard: number): number => Math.floor(cap / SHARDS) + (shard < cap % SHARDS ? 1 : 0)

/** Any one shard, blindly: while there is money, it usually has enough. Undefined when no shard can have enough. */
export function anyShard(microUsd: number, cap: number): Parts | undefined {
  const shard = Math.floor(Math.random() * SHARDS)
  return microUsd <= shareOf(cap, SHARDS - 1) ? [{ shard, microUsd }] : undefined
}

/**
 * Where the money can be had as it stands: in one shard, or else in several. Undefined when all of them together have not enough. Everybody
 * begins to look at another one, so that those who look at once do not all choose the same.
 */
export async function whereLeft(
  deps: { table: Table },
  day: string,
  microUsd: number,
  cap: number,
): Promise<Parts | undefined> {
  const taken = new Map<number, number>()
  for (const item of await deps.table.query(stageOf(day)))
    taken.set(Number(item.sk.slice("shard#".length)), Counter.parse(item).takenMicroUsd)
  const first = Math.floor(Math.random() * SHARDS)
  const left = Array.from({ length: SHARDS }, (_, index) => {
    const shard = (first + index) % SHARDS
    return { shard, microUsd: Math.max(0, shareOf(cap, shard) - (taken.get(shard) ?? 0)) }
  })
  const one = left.find((part) => part.microUsd >= microUsd)
  if (one) return [{ shard: one.shard, microUsd }]
  const parts: Parts = []
  let missing = microUsd
  for (const { shard, microUsd: most } of left) {
    const here = Math.min(most, missing)
    if (here > 0) parts.push({ shard, microUsd: here })
    missing -= here
  }
  return missing === 0 ? parts : undefined
}

/** Divides another amount over the same parts: each is filled before the next, and what is too much goes to the last. */
export function divided(parts: readonly number[], microUsd: number): number[] {
  let rest = microUsd
  return parts.map((most, index) => {
    const here = index === parts.length - 1 ? rest : Math.min(most, rest)
    rest -= here
    return here
  })
}
