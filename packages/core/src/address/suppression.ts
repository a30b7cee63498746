import { type Clock, iso, ttl } from "../clock.ts"
import { ConditionFailedError, type Table } from "../table/table.ts"

const key = (address: string) => ({ pk: `address#${address}`, sk: "suppression" })

/** Long enough not to bother anybody, short enough that a mailbox that was full for a week is found again. */
const LIFETIME_MS = 30 * 86_400_000

export type Reason = "bounced" | "complained"

/** Nothing is sent to an address, given by its fingerprint, that bounced or complained. */
export async function suppress(deps: { table: Table; clock: Clock }, address: string, reason: Reason): Promise<void> {
  const now = deps.clock.now()
  const item = { ...key(address), reason, at: iso(now), ttl: ttl(now + LIFETIME_MS) }
  try {
    await deps.table.put(item, { if: "attribute_not_exists(#pk) OR #at < :at", values: { at: item.at } })
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error // told twice
  }
}

export const isSuppressed = async (deps: { table: Table }, address: string): Promise<boolean> =>
  (await deps.table.get(key(address))) !== undefined
