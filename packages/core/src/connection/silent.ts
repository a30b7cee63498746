import { type Clock, iso } from "../clock.ts"
import * as Log from "../log.ts"
import type { Table } from "../table/table.ts"
import { dismiss } from "./connection.ts"
import type { Gateway } from "./gateway.ts"
import { Info, SILENT } from "./item.ts"

/** How long a connection may be open before it says hello. */
export const SILENT_MS = 10_000

/**
 * Closes those that have been open for so long and have said no hello. The index lags, so each is read again; it has the oldest first, so the
 * first that is young enough is the last to be looked at.
 */
export async function sweep(deps: { table: Table; clock: Clock; gateway: Gateway }): Promise<void> {
  const since = iso(deps.clock.now() - SILENT_MS)
  for await (const key of deps.table.listKeys(SILENT)) {
    const item = await deps.table.get(key)
    if (!item || item["ready"] === true) continue
    const connection = Info.parse(item)
    if (connection.createdAt > since) return
    Log.info("connection.silent", { connectionId: connection.connectionId })
    await dismiss(deps, connection, { reason: "no_hello", reconnectAfterMs: 0 })
  }
}
