import type * as Device from "../protocol/device.ts"
import type * as Session from "../protocol/session.ts"
import type { Table } from "../table/table.ts"
import { dismiss } from "./connection.ts"
import type { Gateway } from "./gateway.ts"
import { Info, listenersOf } from "./item.ts"

type Deps = { table: Table; gateway: Gateway }

/**
 * Closes a session's sockets, those of some devices or all. Who may no longer open one must have been written before. A socket that cannot
 * be reached is one that has left.
 */
export async function close(
  deps: Deps,
  sessionId: Session.ID,
  devices: readonly Device.ID[] | "all",
  reason: "signed_out" | "erased",
): Promise<void> {
  if (devices.length === 0) return
  const items = await deps.table.query(listenersOf(sessionId))
  const leaving = items
    .map((item) => Info.parse(item))
    .filter((one) => devices === "all" || devices.includes(one.deviceId))
  await Promise.all(leaving.map((connection) => dismiss(deps, connection, { reason, reconnectAfterMs: 0 })))
}
