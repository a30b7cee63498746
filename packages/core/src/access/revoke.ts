import { fingerprints } from "../address/address.ts"
import type { Gateway } from "../connection/gateway.ts"
import * as Leave from "../connection/leave.ts"
import { DeviceNotFoundError } from "../device/error.ts"
import * as Grant from "../device/grant.ts"
import * as Verified from "../device/verified.ts"
import type * as Device from "../protocol/device.ts"
import { again, retrying } from "../retrying.ts"
import type { KeyRing } from "../secret/key-ring.ts"
import type { Head } from "../session/item.ts"
import { type Table, TransactionFailedError } from "../table/table.ts"

/**
 * Signs a device out of a session: it may not open it any more, its tickets are worthless, its sockets close. Should it have proved to be at
 * the session's address, that is forgotten too, or it would let itself in again.
 * @throws {DeviceNotFoundError}
 */
export async function revoke(
  deps: { table: Table; gateway: Gateway; keyRing: KeyRing },
  head: Head,
  deviceId: Device.ID,
): Promise<void> {
  // By every key of the ring, for the session may be saved again under the next one.
  const addresses = head.email === undefined ? [] : await fingerprints(deps, head.email)
  const proven = new Set([...addresses, ...(head.address === undefined ? [] : [head.address])])
  await retrying({ tries: 5 }, async () => {
    try {
      await deps.table.transact([
        ...Grant.withdraw({ sessionId: head.id, deviceId }),
        ...[...proven].map((address) => Verified.withdraw(deviceId, address)),
      ])
    } catch (error) {
      if (!(error instanceof TransactionFailedError)) throw error
      if (!error.contended) throw new DeviceNotFoundError()
      return again(error)
    }
  })
  await Leave.close(deps, head.id, [deviceId], "signed_out")
}
