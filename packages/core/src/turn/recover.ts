import * as Broadcast from "../connection/broadcast.ts"
import type { Gateway } from "../connection/gateway.ts"
import type * as Event from "../event/event.ts"
import * as Log from "../log.ts"
import * as Turn from "../protocol/turn.ts"
import { partitionPrefix } from "../session/item.ts"
import * as Session from "../session/session.ts"
import { ConditionFailedError, type Key } from "../table/table.ts"
import { end, type Outcome } from "./end.ts"
import { FencedError } from "./error.ts"
import { keyOf, openShards, type Stored, TRANSIENT, turnPrefix, unchanged } from "./item.ts"
import { get, running } from "./turn.ts"
import { MAX_ATTEMPTS } from "./worker.ts"

/** Starts a worker for a turn, without waiting for it. `key`: the visitor's own, sealed for this turn. */
export type Start = (turn: { sessionId: Session.ID; turnId: Turn.ID; key?: string }) => Promise<void>

type Deps = Event.Deps & { gateway: Gateway; start: Start }

/** A turn accepted this long ago and still pending has lost its start. */
const PENDING_MS = 3_000
/** A worker asked to stop that has not been heard of for this long will not end the turn itself. */
const SILENT_MS = 5_000

/** From any device. A pending turn ends here; a running one is told, and ends within 2 s. Silence when it has already ended. */
export async function stop(deps: Deps, sessionId: Session.ID, turnId: Turn.ID): Promise<void> {
  const turn = await get(deps, sessionId, turnId)
  if (!turn || !running(turn)) return
  if (turn.status === "pending") {
    if (await endFor(deps, turn, { status: "stopped", text: "" })) return
    return stop(deps, sessionId, turnId) // a worker took it this moment
  }
  try {
    const stillRuns = { if: "#status = :running", values: { running: "running" } }
    await deps.table.update(keyOf(turn), { set: { stopRequested: true } }, stillRuns)
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error // it ended this moment
  }
  await recover(deps, sessionId, turnId)
}

/**
 * What `sync` and the sweeper do for a turn that its worker may have abandoned: start it again, end it as asked, or, after two attempts,
 * let it fail. Does nothing while a worker is at it, so anybody may call it at any time.
 */
export async function recover(deps: Deps, sessionId: Session.ID, turnId: Turn.ID): Promise<void> {
  const turn = await get(deps, sessionId, turnId)
  if (!turn || !running(turn)) return
  const now = deps.clock.now()
  if (turn.status === "pending") {
    if (now - Date.parse(turn.createdAt) >= PENDING_MS) await deps.start({ sessionId, turnId })
    return
  }
  const text = turn.text ?? ""
  const silent = now - (turn.heartbeatAt ?? 0) >= SILENT_MS
  if (turn.stopRequested && silent) {
    await endFor(deps, turn, { status: "stopped", text })
    return
  }
  if ((turn.leaseUntil ?? 0) > now) return
  if (turn.attempt < MAX_ATTEMPTS) await deps.start({ sessionId, turnId })
  else await endFor(deps, turn, { status: "failed", text, code: "turn.abandoned", retryable: turn.reply === undefined })
}

/** Recovers every turn that has not ended. The index lags, so each is read again before anything is done. */
export async function sweep(deps: Deps): Promise<void> {
  await Promise.all(
    openShards.map(async (shard) => {
      for await (const key of deps.table.listKeys(shard)) await take(deps, key)
    }),
  )
}

async function take(deps: Deps, { pk, sk }: Key): Promise<void> {
  const sessionId = Session.ID.safeParse(pk.slice(partitionPrefix.length))
  const turnId = Turn.ID.safeParse(sk.slice(turnPrefix.length))
  if (!sessionId.success || !turnId.success) return
  try {
    await Session.get(deps, sessionId.data)
    await recover(deps, sessionId.data, turnId.data)
  } catch (error) {
    if (error instanceof Session.SessionNotFoundError) await bury(deps, sessionId.data, turnId.data)
    else Log.warn("sweep.turn_failed", { sessionId: sessionId.data, turnId: turnId.data }, error)
  }
}

/** A turn whose session has expired can have no end in a log nobody may read: it leaves the list of open ones. */
async function bury(deps: Deps, sessionId: Session.ID, turnId: Turn.ID): Promise<void> {
  const turn = await get(deps, sessionId, turnId)
  if (!turn || !running(turn)) return
  try {
    await deps.table.update(keyOf(turn), { set: { status: "failed" }, remove: TRANSIENT }, unchanged(turn))
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error // its worker still writes; the next sweep looks again
  }
}

/**
 * Ends a turn in its worker's place. What clients saw of the lost attempt may be longer than the checkpoint, so the end counts as an
 * attempt of its own, whose text is the checkpoint. False when somebody else was faster.
 */
async function endFor(deps: Deps, turn: Stored, outcome: Outcome): Promise<boolean> {
  try {
    const { text } = outcome
    const attempt = turn.attempt + 1
    const events = await end(deps, { ...turn, attempt }, outcome)
    await Broadcast.broadcast(deps, turn.sessionId, events)
    if (text !== "") Log.info("turn.ended_from_checkpoint", { turnId: turn.id, attempt, length: text.length })
    return true
  } catch (error) {
    if (error instanceof FencedError) return false
    throw error
  }
}
