import { type Clock, iso } from "../clock.ts"
import type * as Session from "../protocol/session.ts"
import type { Reference } from "../protocol/submission.ts"
import * as Audit from "../submission/audit.ts"
import { CONTENT, key, range, type Stored } from "../submission/item.ts"
import type { Table, Write } from "../table/table.ts"
import type { Ledger } from "./ledger.ts"

export { ofSession } from "../submission/submission.ts"

/** As far back as a table can be restored. */
const RESTORABLE_MS = 35 * 86_400_000

/**
 * Whether a session that has expired was deleted by a person before, and is back by a restore. Only then its submission goes with it; and
 * for that the ledger must not hold the sessions that were submitted and merely expired.
 */
export async function wasDeleted(deps: { ledger: Ledger; clock: Clock }, sessionId: Session.ID): Promise<boolean> {
  const now = deps.clock.now()
  for await (const erased of deps.ledger.erasedSince(iso(now - RESTORABLE_MS), iso(now)))
    if (erased === sessionId) return true
  return false
}

/** Takes the content from a submission: what is left is its reference, its history, and the fingerprint of an address. */
export function write(deps: { clock: Clock }, { reference, status, version }: Stored): Write[] {
  const set = { status: "erased", version: version + 1, updatedAt: iso(deps.clock.now()) }
  const unchanged = { if: "#version = :seen", values: { seen: version } }
  return [
    { update: key(reference), change: { set, remove: CONTENT }, when: unchanged },
    Audit.write(deps, reference, { who: "visitor", did: "erased", from: status, to: "erased" }),
  ]
}

/** Removes the document and what was said about it; may be done again at any time. */
export async function remove(deps: { table: Table }, reference: Reference): Promise<void> {
  const items = await Promise.all(["document#", "message#"].map((prefix) => deps.table.query(range(reference, prefix))))
  await deps.table.deleteAll(items.flat())
}
