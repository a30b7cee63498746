import { type Clock, iso } from "../clock.ts"
import type * as Device from "../protocol/device.ts"
import type { Settings } from "../settings.ts"
import type { Key, Table, Write } from "../table/table.ts"
import { lifetime } from "./device.ts"
import { partition } from "./item.ts"

/**
 * The addresses, as fingerprints, that a device has opened a link for: it may see every session that is saved to one of them. Forgotten as
 * long after the last link as a token lives unused.
 */
const key = (deviceId: Device.ID, address: string): Key => ({
  pk: partition(deviceId),
  sk: `address#${address}`,
})

export const write = (deps: { clock: Clock; settings: Settings }, deviceId: Device.ID, address: string): Write => ({
  put: { ...key(deviceId, address), at: iso(deps.clock.now()), ttl: lifetime(deps) },
})

export const withdraw = (deviceId: Device.ID, address: string): Write => ({ delete: key(deviceId, address) })

export async function addresses(deps: { table: Table }, deviceId: Device.ID): Promise<string[]> {
  const items = await deps.table.query({ pk: partition(deviceId), from: "address#", to: "address#~" })
  return items.map(({ sk }) => sk.slice("address#".length))
}
