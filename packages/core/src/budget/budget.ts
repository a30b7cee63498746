import { type Clock, ttl } from "../clock.ts"
import { UnavailableError } from "../error.ts"
import * as Limit from "../limit/limit.ts"
import type * as Session from "../protocol/session.ts"
import type * as Turn from "../protocol/turn.ts"
import { WHOLE_MS } from "../protocol/turn.ts"
import { again, retrying } from "../retrying.ts"
import { dayAfter, dayOf } from "../session/due.ts"
import { SessionNotFoundError } from "../session/error.ts"
import { ALIVE, key as headKey } from "../session/item.ts"
import {
  ABSENT,
  ConditionFailedError,
  type Key,
  type Table,
  TransactionFailedError,
  type Write,
} from "../table/table.ts"
import { book } from "./book.ts"
import { BudgetExhaustedError, ReservationEndedError } from "./error.ts"
import { attemptsOf, fromItem, key, MicroUsd, networkKey, Reservation, sessionKey, stageKey, toItem } from "./item.ts"
import { anyShard, shareOf, whereLeft } from "./stage.ts"
import { isOff } from "./switch.ts"

export { sweep } from "./book.ts"
export type { Reservation } from "./item.ts"
export { isOff, switchOff, switchOn } from "./switch.ts"

export type Deps = { table: Table; clock: Clock }

/** The most that may be spent, in micro-USD: on a turn, all its attempts together; in a session; on a UTC day by a network, and by all. */
export type Caps = { turn: number; session: number; ipDay: number; stageDay: number }

export type Request = {
  turnId: Turn.ID
  /** Counted by the turn's leases. */
  attempt: number
  sessionId: Session.ID
  ip: string
  /** The most that its calls can cost. */
  microUsd: number
  caps: Caps
}

/** For the end of a turn whose time is up, and for clocks that differ. */
const MARGIN_MS = 120_000
/** A worker that has recorded nothing for so long has crashed, however long its turn; a sweep every minute has its money back within eight. */
export const LEASE_MS = WHOLE_MS + MARGIN_MS
/** How long a reservation goes on against others who take from the same counters. */
const PATIENCE_MS = 10_000
const IP_KEPT_DAYS = 2
/** A month's bill can be compared with its days. */
const STAGE_KEPT_DAYS = 35

/**
 * Takes the money for a turn's attempt from session, network and stage, all or nothing, before anything is spent. Asked again for the same
 * attempt, it gives the same reservation.
 * @throws {BudgetExhaustedError} that names the cap @throws {SessionNotFoundError} when the session was erased
 * @throws {UnavailableError} when the table is out of reach
 */
export async function reserve(deps: Deps, request: Request): Promise<Reservation> {
  const { turnId, attempt, sessionId, caps } = request
  const microUsd = MicroUsd.parse(request.microUsd)
  if (await isOff(deps)) throw new BudgetExhaustedError("off")
  const before = attempt > 1 ? await spentBefore(deps, turnId, attempt) : 0
  if (before + microUsd > caps.turn) throw new BudgetExhaustedError("turn")
  const now = deps.clock.now()
  const day = dayOf(now)
  const network = Limit.network(request.ip)
  const tomorrow = { retryAfter: Math.ceil((Date.parse(dayAfter(day, 1)) - now) / 1000) }
  if (microUsd > caps.session) throw new BudgetExhaustedError("session")
  if (microUsd > caps.ipDay) throw new BudgetExhaustedError("ip", tomorrow)
  const find = () => whereLeft(deps, day, microUsd, caps.stageDay)

  let stage = anyShard(microUsd, caps.stageDay) ?? (await find())
  return retrying({ patienceMs: PATIENCE_MS }, async () => {
    if (!stage) return await standing(deps, request, new BudgetExhaustedError("stage", tomorrow))
    const reservation: Reservation = { turnId, attempt, microUsd, sessionId, network, day, stage }
    try {
      await deps.table.transact([
        { put: toItem(reservation, now + LEASE_MS), when: ABSENT },
        { check: headKey(sessionId), when: ALIVE },
        take(sessionKey(sessionId), microUsd, caps.session),
        take(networkKey(network, day), microUsd, caps.ipDay, dayAfter(day, IP_KEPT_DAYS)),
        ...stage.map((part) => {
          const share = shareOf(caps.stageDay, part.shard)
          return take(stageKey(day, part.shard), part.microUsd, share, dayAfter(day, STAGE_KEPT_DAYS))
        }),
      ])
      return reservation
    } catch (error) {
      if (error instanceof TransactionFailedError) {
        const [isTaken, isErased, session, ip, ...shards] = error.reasons.map((one) => one === "ConditionalCheckFailed")
        if (isTaken) return await standing(deps, request)
        if (isErased) throw new SessionNotFoundError()
        if (session) throw new BudgetExhaustedError("session")
        if (ip) throw new BudgetExhaustedError("ip", tomorrow)
        if (shards.includes(true)) stage = await find()
      } else if (!(error instanceof UnavailableError)) throw error // else it may have landed: then the next try finds it
      return again(error)
    }
  })
}

/** The count and its ceiling are one conditional write. What is taken is never more than the cap, which the caller has made sure of. */
function take(counter: Key, microUsd: number, cap: number, until?: string): Write {
  const change = {
    add: { takenMicroUsd: microUsd, spentMicroUsd: 0 },
    ...(until !== undefined && { set: { ttl: ttl(Date.parse(until)) } }),
  }
  const isLeft = "attribute_not_exists(#takenMicroUsd) OR #takenMicroUsd <= :room"
  return { update: counter, change, when: { if: isLeft, values: { room: cap - microUsd } } }
}

/** An attempt has one reservation: who asks again gets it, unless it has ended. @throws `none` when it never had one */
async function standing(deps: Deps, request: Request, none?: Error): Promise<Reservation> {
  const item = await deps.table.get(key(request))
  if (!item && none) throw none
  const stored = item && fromItem(item)
  if (stored?.status !== "open") throw new BudgetExhaustedError("turn")
  return Reservation.parse(stored)
}

/** What the turn's earlier attempts have spent. Their workers are fenced: what they still hold is given back at once. */
async function spentBefore(deps: Deps, turnId: Turn.ID, attempt: number): Promise<number> {
  const all = (await deps.table.query(attemptsOf(turnId))).map(fromItem)
  const earlier = all.filter((stored) => stored.attempt < attempt)
  for (const stored of earlier) if (stored.status === "open") await book(deps, Reservation.parse(stored), "lapsed")
  return earlier.reduce((sum, { spentMicroUsd }) => sum + spentMicroUsd, 0)
}

/** What an attempt may have cost by now, in all. `number` counts how often that was recorded. */
export type Expense = { number: number; microUsd: number }

/**
 * Records it, more or less than was recorded before, so that a crash is not free, and renews the lease: before every call to a model with
 * the most that it can cost, and after it. What comes late, behind a higher number, changes nothing.
 * @throws {ReservationEndedError} @throws {UnavailableError}
 */
export async function record(deps: Deps, reservation: Reservation, { number, microUsd }: Expense): Promise<void> {
  const isNewest = { if: "#status = :open AND #records <= :number", values: { open: "open", number } }
  const set = { spentMicroUsd: MicroUsd.parse(microUsd), records: number, leaseUntil: deps.clock.now() + LEASE_MS }
  try {
    await deps.table.update(key(reservation), { set }, isNewest)
  } catch (error) {
    if (error instanceof ConditionFailedError) throw new ReservationEndedError("it has ended", { cause: error })
    throw error
  }
}

/**
 * The end of an attempt: books what it cost and gives back the rest, or books the excess; once, however often it is called.
 * @throws {UnavailableError} when the table is out of reach: then the sweep books what was recorded
 */
export const settle = async (deps: Deps, reservation: Reservation, usedMicroUsd: number): Promise<void> =>
  book(deps, reservation, "settled", MicroUsd.parse(usedMicroUsd))
