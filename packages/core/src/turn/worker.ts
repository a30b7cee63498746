import { randomBytes } from "node:crypto"
import * as Event from "../event/event.ts"
import type * as Session from "../protocol/session.ts"
import type * as Schema from "../protocol/turn.ts"
import { ConditionFailedError, type Table } from "../table/table.ts"
import { FencedError } from "./error.ts"
import { beatOf, fromItem, keyOf, learnedIn, type Stored, unchanged } from "./item.ts"
import { get, running } from "./turn.ts"

/** Leases a turn may use up before it fails. */
export const MAX_ATTEMPTS = 2

/** A worker's hold on a turn: its `epoch` fences everything the worker writes. `events` are what others must hear of it. */
export type Lease = { turn: Stored; events: Event.Known[] }

/** Undefined when there is nothing to do: the turn has ended, somebody else works on it, or its attempts are used up. */
export async function lease(deps: Event.Deps, sessionId: Session.ID, turnId: Schema.ID): Promise<Lease | undefined> {
  const turn = await get(deps, sessionId, turnId)
  if (!turn || !available(turn, deps.clock.now())) return undefined
  const taken: Stored = {
    ...turn,
    status: "running",
    attempt: turn.attempt + 1,
    epoch: turn.epoch + 1,
    holder: randomBytes(6).toString("base64url"),
    ...times(deps),
  }
  const events = turn.attempt === 0 ? await takeFirst(deps, turn, taken) : await takeOver(deps, turn, taken)
  return events && { turn: taken, events }
}

/** The first attempt's start stands in the log since the message was accepted, so this is one plain write. */
async function takeFirst(deps: Event.Deps, turn: Stored, taken: Stored): Promise<Event.Known[] | undefined> {
  try {
    await deps.table.update(keyOf(turn), leased(taken), unchanged(turn))
    return []
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error
    const now = await get(deps, turn.sessionId, turn.id)
    return now?.holder === taken.holder ? [] : undefined
  }
}

/** A later attempt is told to everybody: it starts the reply over. */
async function takeOver(deps: Event.Deps, turn: Stored, taken: Stored): Promise<Event.Known[] | undefined> {
  const started = { type: "turn.started", turnId: turn.id, attempt: taken.attempt, stages: turn.stages ?? 1 } as const
  try {
    const { events } = await Event.append(deps, turn.sessionId, () => ({
      events: [started],
      writes: [{ update: keyOf(turn), change: leased(taken), when: unchanged(turn) }],
    }))
    return events
  } catch (error) {
    if (error instanceof Event.PlanRefusedError) return undefined
    throw error
  }
}

const leased = ({ status, attempt, epoch, holder, leaseUntil, heartbeatAt }: Stored) => ({
  set: { status, attempt, epoch, holder, leaseUntil, heartbeatAt },
  remove: ["text"],
})

function available(turn: Stored, now: number): boolean {
  if (!running(turn) || turn.stopRequested || turn.attempt >= MAX_ATTEMPTS) return false
  return turn.status === "pending" || (turn.leaseUntil ?? 0) <= now
}

/**
 * Renews the lease, stores the text so far, and learns whether a stop was asked for.
 * @throws {FencedError}
 */
export async function heartbeat(deps: Event.Deps, turn: Stored, text: string): Promise<{ stop: boolean }> {
  try {
    const item = await deps.table.update(keyOf(turn), { set: beatOf(text, times(deps)) }, unchanged(turn))
    return { stop: fromItem(item).stopRequested === true }
  } catch (error) {
    if (error instanceof ConditionFailedError) throw new FencedError("the lease was lost", { cause: error })
    throw error
  }
}

function times({ clock, settings }: Event.Deps) {
  const heartbeatAt = clock.now()
  return { heartbeatAt, leaseUntil: heartbeatAt + settings.leaseMs }
}

/** What the interviewer remembers from the turns up to this one; undefined before the first. */
export async function memory(deps: { table: Table }, turn: Stored): Promise<unknown> {
  const base = turn.baseTurnId && (await get(deps, turn.sessionId, turn.baseTurnId))
  return base && learnedIn(base)?.memory
}
