import { type Clock, iso, ttl } from "../clock.ts"
import * as Id from "../id.ts"
import * as Log from "../log.ts"
import { ABSENT, type Change, ConditionFailedError, type Table, type Write } from "../table/table.ts"
import { fromItem, type ID, key, openIndexes, type Stored, type Task, toItem } from "./item.ts"

export { ExportTask, ID, PrintTask, type Stored, Task } from "./item.ts"

type Deps = { table: Table; clock: Clock }

/** Tells a queue that something waits in the outbox. */
export type Enqueue = (entry: Pick<Stored, "id" | "task">) => Promise<void>

/** Longer than whoever took a task may run: then it is free for another. Files are waited for by who takes them. */
const LEASE_MS = 60_000
const FILE_LEASE_MS = 110_000
/** A queue brings back what failed by itself, within its visibility timeout at the latest. */
const RETURNED_MS = 200_000
/** Something still pending after so long was never enqueued, or its message was lost. */
const PENDING_MS = 20_000
/** Whoever took it was lost so often: it is the task that kills. */
const MAX_LOST = 5
/** What could not be done by then will not be. */
const GIVEN_UP_MS = 2 * 86_400_000
/** What only those have that are not done. */
const WAITING = ["leaseUntil", "handOuts", "nextHandOutAt", "gsi1pk", "gsi1sk"]
/** How long what is done can be looked at. */
const KEPT_MS = 14 * 86_400_000

/** A side effect, written in the transaction of its business change: `write`. After the commit, `enqueue` it. */
export function entry(deps: { clock: Clock }, task: Task): { entry: Stored; write: Write } {
  const now = deps.clock.now()
  const stored: Stored = { id: Id.create("out", now), task, status: "pending", attempt: 0, createdAt: iso(now) }
  return { entry: stored, write: { put: toItem(stored), when: ABSENT } }
}

/** Undefined when it was done so long ago that it is not kept any more. */
export async function find(deps: { table: Table }, id: ID): Promise<Stored | undefined> {
  const item = await deps.table.get(key(id))
  return item && fromItem(item)
}

/** Never throws: what could not be enqueued is found by the sweep. */
export async function announce(deps: { enqueue: Enqueue }, entry: Pick<Stored, "id" | "task">): Promise<void> {
  try {
    await deps.enqueue(entry)
  } catch (error) {
    Log.warn("outbox.not_enqueued", { outboxId: entry.id, kind: entry.task.kind }, error)
  }
}

/** Takes a task for a while. Undefined when it is done or in other hands; with status `failed` when it is given up just now. */
export async function claim(deps: Deps, id: ID): Promise<Stored | undefined> {
  const stored = await find(deps, id)
  if (!stored) return undefined
  const now = deps.clock.now()
  const isLost = stored.status === "sending" && (stored.leaseUntil ?? 0) <= now
  if (stored.status !== "pending" && !isLost) return undefined
  if ((isLost && stored.attempt >= MAX_LOST) || now - Date.parse(stored.createdAt) > GIVEN_UP_MS) {
    await settle(deps, stored, { status: "failed" })
    return { ...stored, status: "failed" }
  }
  const leaseUntil = now + (isFile(stored.task) ? FILE_LEASE_MS : LEASE_MS)
  const taken = { status: "sending", attempt: stored.attempt + 1, leaseUntil } as const
  const isAmbiguous = isLost || stored.isAmbiguous
  const set = { ...taken, ...(isAmbiguous && { isAmbiguous }) }
  const isTaken = await change(deps, stored, { set, remove: ["handOuts", "nextHandOutAt"] })
  return isTaken ? { ...stored, ...set } : undefined
}

const isFile = ({ kind }: Task) => kind === "export" || kind === "print"

/** Gives a task back that certainly was not done. Its queue brings it again; the sweep leaves it alone for longer, and longer each time. */
export async function release(deps: Deps, stored: Stored): Promise<void> {
  const leaseUntil = deps.clock.now() + Math.max(RETURNED_MS, later(stored.attempt))
  await change(deps, stored, { set: { status: "pending", leaseUntil } })
}

const later = (times: number) => Math.min(3_600_000, PENDING_MS * 2 ** times)

/** Leaves a task that was tried often enough to whoever finds its message laid aside: put back into its queue, it is tried once more. */
export async function setAside(deps: Deps, stored: Stored): Promise<void> {
  const set = { status: "pending", ttl: ttl(deps.clock.now() + KEPT_MS) }
  await change(deps, stored, { set, remove: WAITING })
}

/** The end of a task. */
export async function settle(deps: Deps, stored: Stored, outcome: Pick<Stored, "status" | "messageId">): Promise<void> {
  const set = { ...outcome, ttl: ttl(deps.clock.now() + KEPT_MS) }
  await change(deps, stored, { set, remove: WAITING })
}

/**
 * What SES told later of a mail. That it was sent is known from then on, also where the answer to the one who sent it was lost: then it is
 * not sent again. Gives what the mail was for, if that is known.
 */
export async function report(
  deps: Deps,
  id: ID,
  status: "delivered" | "bounced" | "complained",
): Promise<Task | undefined> {
  // A delivery that is told after the complaint about it changes nothing.
  const isNews = { if: "attribute_exists(#pk) AND NOT #status IN (:bounced, :complained)" }
  const values = { bounced: "bounced", complained: "complained" }
  const ended = { set: { status, ttl: ttl(deps.clock.now() + KEPT_MS) }, remove: WAITING }
  await deps.table.update(key(id), ended, { ...isNews, values }).catch((error: unknown) => {
    if (!(error instanceof ConditionFailedError)) throw error
  })
  return (await find(deps, id))?.task
}

/**
 * Everything that waits and that nobody takes care of, enqueued again. It counts how often, and waits longer each time: whoever should take it
 * may not be able to start, and then counts nothing.
 */
export async function sweep(deps: Deps & { enqueue: Enqueue }): Promise<void> {
  for (const index of openIndexes)
    for await (const { pk, sk } of deps.table.listKeys(index)) {
      const item = await deps.table.get({ pk, sk })
      if (!item) continue
      const stored = fromItem(item)
      const now = deps.clock.now()
      const freeAt = stored.leaseUntil ?? Date.parse(stored.createdAt) + PENDING_MS
      if (freeAt > now || (stored.nextHandOutAt ?? 0) > now) continue
      const handOuts = (stored.handOuts ?? 0) + 1
      if (await change(deps, stored, { set: { handOuts, nextHandOutAt: now + later(handOuts) } }))
        await announce(deps, stored)
    }
}

/** False when somebody else has taken it meanwhile. */
async function change(deps: Deps, stored: Stored, change: Change): Promise<boolean> {
  const values = { attempt: stored.attempt, status: stored.status }
  try {
    await deps.table.update(key(stored.id), change, { if: "#attempt = :attempt AND #status = :status", values })
    return true
  } catch (error) {
    if (error instanceof ConditionFailedError) return false
    throw error
  }
}
