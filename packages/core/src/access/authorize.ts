import { type Clock, iso } from "../clock.ts"
import type * as Device from "../device/device.ts"
import * as Grant from "../device/grant.ts"
import * as Verified from "../device/verified.ts"
import * as SessionItem from "../session/item.ts"
import * as Session from "../session/session.ts"
import { ConditionFailedError, PRESENT, type Table, TransactionFailedError } from "../table/table.ts"

type Deps = { table: Table; clock: Clock }

/** An hour: how stale a grant's `lastSeenAt` may be before a request writes it anew. */
const SEEN_MS = 3_600_000

/**
 * The session, for a device that may see it: because it was granted, or because it is saved to an address the device proved to be at,
 * which grants it from now on.
 * @throws {SessionNotFoundError} also for a session that exists but is somebody else's; both take the same reads
 */
export async function authorize(deps: Deps, device: Device.Info, sessionId: Session.ID): Promise<Session.Head> {
  const [head, grant] = await Promise.all([Session.find(deps, sessionId), Grant.get(deps, sessionId, device.id)])
  if (head && grant) {
    if (deps.clock.now() - Date.parse(grant.lastSeenAt) > SEEN_MS) await seen(deps, grant)
    return head
  }
  const addresses = await Verified.addresses(deps, device.id)
  if (!head?.address || !addresses.includes(head.address)) throw new Session.SessionNotFoundError()
  await adopt(deps, device, head.id, head.address)
  return head
}

async function adopt(deps: Deps, device: Device.Info, sessionId: Session.ID, address: string): Promise<void> {
  const at = iso(deps.clock.now())
  const grant = { sessionId, deviceId: device.id, name: device.name, createdAt: at, lastSeenAt: at, address }
  try {
    const alive = { if: "#address = :address", values: { address } }
    await deps.table.transact([{ check: SessionItem.key(sessionId), when: alive }, ...Grant.write(grant)])
  } catch (error) {
    if (!(error instanceof TransactionFailedError)) throw error // another request of the same device was first, or it was erased
  }
}

async function seen(deps: Deps, grant: Grant.Info): Promise<void> {
  const at = iso(deps.clock.now())
  await deps.table
    .update(Grant.key(grant.sessionId, grant.deviceId), { set: { lastSeenAt: at } }, PRESENT)
    .catch((error: unknown) => {
      if (!(error instanceof ConditionFailedError)) throw error // signed out this moment
    })
}
