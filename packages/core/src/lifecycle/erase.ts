import * as z from "zod/mini"
import { type Clock, iso, ttl } from "../clock.ts"
import type { Gateway } from "../connection/gateway.ts"
import * as Leave from "../connection/leave.ts"
import * as Grant from "../device/grant.ts"
import { rangeOf as exportsOf } from "../export/item.ts"
import type { Cdn } from "../file/cdn.ts"
import type { Files } from "../file/file.ts"
import { key as linkKey } from "../link/item.ts"
import * as Live from "../link/live.ts"
import * as Outbox from "../outbox/outbox.ts"
import type * as Session from "../protocol/session.ts"
import { again, retrying } from "../retrying.ts"
import { isErased, key, partition } from "../session/item.ts"
import { type Item, type Key, type Table, TransactionFailedError } from "../table/table.ts"
import * as Submission from "./erase-submission.ts"
import type { Ledger } from "./ledger.ts"

type Deps = { table: Table; clock: Clock; ledger: Ledger; enqueue: Outbox.Enqueue }

/** What stands in the head's place; `savedTo` is the address's fingerprint, `submission` a reference whose content goes too. */
const Tombstone = z.object({
  erasedAt: z.string(),
  savedTo: z.optional(z.string()),
  submission: z.optional(z.string()),
})
type Tombstone = z.infer<typeof Tombstone>

/** Longer than point-in-time recovery goes back. */
const TOMBSTONE_MS = 40 * 86_400_000

/** Of the head, only what is looked at: one that cannot be read whole must be erasable. */
const Standing = z.object({ address: z.optional(z.string()), status: z.string(), expiresAt: z.string() })

/**
 * From here on the session exists for nobody: its head is a tombstone, without which nothing is appended, granted or opened. What it left
 * behind is removed by `remove`, soon. Nothing happens to one that is gone already. What it was submitted as goes with it, but stays when
 * the session merely expired.
 */
export async function erase(deps: Deps, sessionId: Session.ID): Promise<void> {
  const now = deps.clock.now()
  const { entry, write } = Outbox.entry(deps, { kind: "erasure", sessionId })
  const isNews = await retrying({ tries: 10 }, async () => {
    const head = await deps.table.get(key(sessionId))
    if (!head || isErased(head)) return false
    const { address: savedTo, status, expiresAt } = Standing.parse(head)
    const submission = status === "submitted" ? await Submission.ofSession(deps, sessionId) : undefined
    const isKept = submission && Date.parse(expiresAt) <= now && !(await Submission.wasDeleted(deps, sessionId))
    const leaving = isKept ? undefined : submission
    const tombstone: Tombstone = {
      erasedAt: iso(now),
      ...(savedTo !== undefined && { savedTo }),
      ...(leaving && { submission: leaving.reference }),
    }
    // First: better erased twice than forgotten by a restore. A session that expires again is found again without it.
    if (!isKept) await deps.ledger.record(sessionId, iso(now))
    try {
      await deps.table.transact([
        {
          put: { ...key(sessionId), ...tombstone, ttl: ttl(now + TOMBSTONE_MS) },
          when: { if: "attribute_exists(#headSeq) AND #status = :status", values: { status } }, // not submitted meanwhile
        },
        write,
        ...(leaving ? Submission.write(deps, leaving) : []),
      ])
      return true
    } catch (error) {
      if (!(error instanceof TransactionFailedError)) throw error
      return again(error) // written to meanwhile
    }
  })
  if (isNews) await Outbox.announce(deps, entry)
}

/** Closes the session's sockets and removes all there is but the tombstone; may be done again at any time. */
export async function remove(
  deps: { table: Table; gateway: Gateway; files: Files; cdn: Cdn },
  sessionId: Session.ID,
): Promise<void> {
  const head = await deps.table.get(key(sessionId))
  if (head && !isErased(head)) throw new Error("a session that lives is not removed")
  const { savedTo, submission } = head ? Tombstone.parse(head) : {}
  const owners = submission === undefined ? [sessionId] : [sessionId, submission]
  for (const owner of owners) await deps.files.removeAll(owner)
  const exports = await deps.table.query({ ...exportsOf(sessionId), limit: 1 })
  if (exports.length > 0 || submission !== undefined) await deps.cdn.forget(owners, sessionId) // while that can still be seen
  if (submission !== undefined) await Submission.remove(deps, submission)
  if (savedTo !== undefined) await Live.drop(deps, savedTo)
  await Leave.close(deps, sessionId, "all", "erased")
  for (;;) {
    const items = await deps.table.query({
      pk: partition(sessionId),
      from: " ",
      to: "~",
      limit: 500,
      evenExpired: true,
    })
    const rest = items.filter(({ sk }) => sk !== key(sessionId).sk)
    if (rest.length === 0) return
    await deps.table.deleteAll(rest.flatMap((item) => [...elsewhere(sessionId, item), item]))
  }
}

/** What else stands in the table because of an item of the session. */
function elsewhere(sessionId: Session.ID, { sk, ...item }: Item): Key[] {
  if (sk.startsWith("device#")) return [Grant.pointerKey(sessionId, Grant.fromItem({ sk, ...item }).deviceId)]
  if (sk.startsWith("link#")) return [linkKey(sk.slice("link#".length))]
  return []
}
