import * as z from "zod/mini"
import { type Clock, iso, ttl } from "../clock.ts"
import * as Token from "../device/token.ts"
import * as Device from "../protocol/device.ts"
import * as Session from "../protocol/session.ts"
import { ABSENT, type Key, type Table } from "../table/table.ts"

/** What a ticket opens. `bearer` tickets may come without an Origin, because programs send none. */
export const Info = z.object({
  sessionId: Session.ID,
  deviceId: Device.ID,
  bearer: z.boolean(),
  /** What its client said. */
  minor: z.optional(z.int()),
  expiresAt: z.string(),
})
export type Info = z.infer<typeof Info>

export const LIFETIME_MS = 30_000

export const key = (ticket: string): Key => ({ pk: `ticket#${Token.hash(ticket)}`, sk: "ticket" })

/** For one WebSocket connection within 30 s. Stored as its hash. */
export async function issue(
  deps: { table: Table; clock: Clock },
  grant: Omit<Info, "expiresAt">,
): Promise<{ ticket: string; expiresAt: string }> {
  const ticket = Token.mint()
  const expires = deps.clock.now() + LIFETIME_MS
  const info: Info = { ...grant, expiresAt: iso(expires) }
  await deps.table.put({ ...key(ticket), ...info, ttl: ttl(expires) }, ABSENT)
  return { ticket, expiresAt: info.expiresAt }
}

/** Undefined when it was never issued, is spent or has expired. Does not spend it: Connection.open does. */
export async function find(deps: { table: Table; clock: Clock }, ticket: string): Promise<Info | undefined> {
  const item = await deps.table.get(key(ticket))
  if (!item) return undefined
  const info = Info.parse(item)
  return Date.parse(info.expiresAt) > deps.clock.now() ? info : undefined
}
