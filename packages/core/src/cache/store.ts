import { type Clock, ttl } from "../clock.ts"
import * as Log from "../log.ts"
import { ConditionFailedError, type Item, type Key, type Table } from "../table/table.ts"
import { figuresOf, type Kind } from "./figures.ts"

/** `stage` is whose figures it counts for. */
export type Reader = { table: Table; stage: string }
export type Deps = { table: Table; clock: Clock; settings: { cacheTtlS: number } }

/** What was cached and has not expired, counted as a hit or a miss. A cache may always have nothing: a failure is logged, and is a miss. */
export async function look<T>(
  deps: Reader,
  kind: Kind,
  key: Key,
  read: (item: Item) => { value: T; microUsd: number },
): Promise<T | undefined> {
  let found: { value: T; microUsd: number } | undefined
  try {
    const item = await deps.table.get(key)
    found = item && read(item)
  } catch (error) {
    Log.warn("cache.not_read", { kind }, error)
  }
  Log.figures("cache.looked", deps.stage, figuresOf(kind, found && { savedMicroUsd: found.microUsd }))
  return found?.value
}

/** Of several that come at once the first one is kept, until it expires. True when it was this one. Never throws. */
export async function keep(deps: Deps, kind: Kind, item: Item): Promise<boolean> {
  const now = deps.clock.now()
  const isFree = "attribute_not_exists(#pk) OR #ttl <= :now" // what has expired may still lie there
  try {
    const end = ttl(now + deps.settings.cacheTtlS * 1000)
    await deps.table.put({ ...item, ttl: end }, { if: isFree, values: { now: Math.floor(now / 1000) } })
    return true
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) Log.warn("cache.not_kept", { kind }, error)
    return false
  }
}
