import { type Clock, iso, ttl } from "../clock.ts"
import * as Grant from "../device/grant.ts"
import * as Log from "../log.ts"
import type * as ServerFrame from "../protocol/server-frame.ts"
import type * as Session from "../protocol/session.ts"
import { again, retrying } from "../retrying.ts"
import * as SessionItem from "../session/item.ts"
import { ABSENT, ConditionFailedError, PRESENT, type Table, TransactionFailedError } from "../table/table.ts"
import type { Gateway } from "./gateway.ts"
import { Info, key, listenerKey, listenersOf, toItems } from "./item.ts"
import * as Ticket from "./ticket.ts"

export type { Info } from "./item.ts"

type Deps = { table: Table; clock: Clock; gateway: Gateway }

/** The gateway closes a connection after 2 h; the rows outlive it by a little. */
const LIFETIME_MS = 2.25 * 3_600_000

/** A connection this young may answer 410 because `$connect` has not returned yet. */
const SETTLING_MS = 5_000

/**
 * Spends the ticket and stores the connection, all or nothing. False when the ticket is spent or expired, the device was signed out, or
 * the session is gone: the caller refuses without saying which.
 * @throws {UnavailableError}
 */
export async function open(
  deps: { table: Table; clock: Clock },
  input: { ticket: string; connectionId: string; grant: Ticket.Info },
): Promise<boolean> {
  const now = deps.clock.now()
  const { sessionId, deviceId, minor } = input.grant
  const { connectionId } = input
  const connection = { connectionId, sessionId, deviceId, createdAt: iso(now), ...(minor !== undefined && { minor }) }
  const [pointer, listener] = toItems(connection, ttl(now + LIFETIME_MS))
  return retrying({ tries: 3 }, async () => {
    try {
      await deps.table.transact([
        { delete: Ticket.key(input.ticket), when: { if: "#expiresAt > :now", values: { now: iso(now) } } },
        { check: Grant.key(sessionId, deviceId), when: PRESENT },
        { check: SessionItem.key(sessionId), when: { if: "#expiresAt > :now", values: { now: iso(now) } } },
        { put: pointer, when: ABSENT },
        { put: listener, when: ABSENT },
      ])
      return true
    } catch (error) {
      if (!(error instanceof TransactionFailedError)) throw error
      return error.reasons.includes("ConditionalCheckFailed") ? false : again(error) // the session's head was being written
    }
  })
}

export async function get(deps: { table: Table }, connectionId: string): Promise<Info | undefined> {
  const item = await deps.table.get(key(connectionId))
  return item && Info.parse(item)
}

/** What its client has said in `hello` that it speaks, for the frames that follow. */
export async function speaks(deps: { table: Table }, connection: Info, minor: number): Promise<void> {
  try {
    await deps.table.update(key(connection.connectionId), { set: { minor } }, PRESENT)
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error // it has left meanwhile
  }
}

/** From here on events and replies are pushed to it. Call it after `welcome` was posted. */
export async function ready(deps: { table: Table }, connection: Info): Promise<void> {
  try {
    await deps.table.update(
      listenerKey(connection.sessionId, connection.connectionId),
      { set: { ready: true }, remove: ["gsi1pk", "gsi1sk"] },
      PRESENT,
    )
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error // it has left meanwhile
  }
}

export async function remove(deps: { table: Table }, connection: Info): Promise<void> {
  await deps.table.transact([
    { delete: key(connection.connectionId) },
    { delete: listenerKey(connection.sessionId, connection.connectionId) },
  ])
}

/** The server's last word: forgotten first, so that nothing is pushed to it any more, then told, then closed. */
export async function dismiss(
  deps: { table: Table; gateway: Gateway },
  connection: Info,
  bye: Omit<ServerFrame.Bye, "type">,
): Promise<void> {
  const { connectionId } = connection
  try {
    await remove(deps, connection)
    await deps.gateway.post(connectionId, { type: "bye", ...bye })
    await deps.gateway.close(connectionId)
  } catch (error) {
    Log.warn("connection.close_failed", { connectionId }, error)
  }
}

/** The connections of a session that have said hello. */
export async function listeners(deps: { table: Table }, sessionId: Session.ID): Promise<Info[]> {
  const items = await deps.table.query(listenersOf(sessionId))
  return items.filter((item) => item["ready"] === true).map((item) => Info.parse(item))
}

/**
 * Posts one frame. Never throws: a push is a hint, and whoever misses it asks by `sync`. "gone" connections are removed, unless they are
 * so young that the gateway may not know them yet.
 */
export async function post(deps: Deps, connection: Info, frame: ServerFrame.Info): Promise<"sent" | "gone" | "failed"> {
  try {
    const outcome = await deps.gateway.post(connection.connectionId, frame)
    if (outcome === "gone" && deps.clock.now() - Date.parse(connection.createdAt) > SETTLING_MS)
      await remove(deps, connection)
    return outcome
  } catch (error) {
    Log.warn("connection.post_failed", { connectionId: connection.connectionId, frame: frame.type }, error)
    return "failed"
  }
}
