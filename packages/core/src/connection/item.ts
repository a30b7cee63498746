import * as z from "zod/mini"
import * as Device from "../protocol/device.ts"
import * as Session from "../protocol/session.ts"
import { partition } from "../session/item.ts"
import type { Item, Key } from "../table/table.ts"

/** One open WebSocket. Stored twice: under its own id, to find its session, and in the session, to find its listeners. */
export const Info = z.object({
  connectionId: z.string(),
  sessionId: Session.ID,
  deviceId: Device.ID,
  createdAt: z.string(),
  /** What its client said. */
  minor: z.optional(z.int()),
})
export type Info = z.infer<typeof Info>

export const key = (connectionId: string): Key => ({ pk: `connection#${connectionId}`, sk: "connection" })

export const listenerKey = (sessionId: Session.ID, connectionId: string): Key => ({
  pk: partition(sessionId),
  sk: `connection#${connectionId}`,
})

export const listenersOf = (sessionId: Session.ID) => ({
  pk: partition(sessionId),
  from: "connection#",
  to: "connection#~",
})

/** Where a connection is listed, the oldest first, until it has said hello. */
export const SILENT = "silent"

export const toItems = (connection: Info, ttl: number): [Item, Item] => [
  { ...key(connection.connectionId), ...connection, ttl },
  {
    ...listenerKey(connection.sessionId, connection.connectionId),
    ...connection,
    ready: false,
    gsi1pk: SILENT,
    gsi1sk: connection.createdAt,
    ttl,
  },
]
