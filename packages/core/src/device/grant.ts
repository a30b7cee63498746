import * as z from "zod/mini"
import * as Device from "../protocol/device.ts"
import * as Session from "../protocol/session.ts"
import { partition as sessionPartition } from "../session/item.ts"
import { ABSENT, type Item, type Key, PRESENT, type Table, type Write } from "../table/table.ts"
import { partition } from "./item.ts"

/**
 * That a device may see a session. It stands in the session's partition, where everything about a session is found and erased, and as a
 * pointer in the device's, for the list of its sessions.
 */
export const Info = z.object({
  sessionId: Session.ID,
  deviceId: Device.ID,
  name: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  /** The address that the device proved to be at, for this session. */
  address: z.optional(z.string()),
})
export type Info = z.infer<typeof Info>

export const key = (sessionId: Session.ID, deviceId: Device.ID): Key => ({
  pk: sessionPartition(sessionId),
  sk: `device#${deviceId}`,
})

export const pointerKey = (sessionId: Session.ID, deviceId: Device.ID): Key => ({
  pk: partition(deviceId),
  sk: `session#${sessionId}`,
})

/** Grants what is not granted yet. */
export const write = (grant: Info): Write[] => [
  { put: { ...key(grant.sessionId, grant.deviceId), ...grant }, when: ABSENT },
  { put: pointerKey(grant.sessionId, grant.deviceId) },
]

/** Grants it, or renews what was granted. */
export const overwrite = (grant: Info): Write[] => write(grant).map((one) => ("put" in one ? { put: one.put } : one))

/** Takes it back. @throws by the transaction when it was not granted */
export const withdraw = ({ sessionId, deviceId }: Pick<Info, "sessionId" | "deviceId">): Write[] => [
  { delete: key(sessionId, deviceId), when: PRESENT },
  { delete: pointerKey(sessionId, deviceId) },
]

export async function get(
  deps: { table: Table },
  sessionId: Session.ID,
  deviceId: Device.ID,
): Promise<Info | undefined> {
  const item = await deps.table.get(key(sessionId, deviceId))
  return item && fromItem(item)
}

/** Everybody who may see a session, oldest first. */
export async function ofSession(deps: { table: Table }, sessionId: Session.ID): Promise<Info[]> {
  const items = await deps.table.query({ pk: sessionPartition(sessionId), from: "device#", to: "device#~" })
  return items.map(fromItem)
}

/** The sessions that a device was granted. */
export async function ofDevice(deps: { table: Table }, deviceId: Device.ID): Promise<Session.ID[]> {
  const items = await deps.table.query({ pk: partition(deviceId), from: "session#", to: "session#~" })
  return items.map(({ sk }) => Session.ID.parse(sk.slice("session#".length)))
}

export const fromItem = (item: Item): Info => Info.parse(item)
