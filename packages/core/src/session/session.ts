import type { Clock } from "../clock.ts"
import { iso } from "../clock.ts"
import type * as Device from "../device/device.ts"
import * as Grant from "../device/grant.ts"
import * as Id from "../id.ts"
import * as Message from "../message/message.ts"
import type { Settings } from "../settings.ts"
import { ABSENT, type Table, type Write } from "../table/table.ts"
import * as Due from "./due.ts"
import { SessionNotFoundError } from "./error.ts"
import { fromItem, type Head, isErased, key, toItem } from "./item.ts"
import type * as Schema from "./schema.ts"

export { SessionNotFoundError } from "./error.ts"
export { type Head, toInfo } from "./item.ts"
export * from "./schema.ts"

/** A new session that `device` may see. `writes` are stored with it, all or nothing: the token of a device that is new, too. */
export async function create(
  deps: { table: Table; clock: Clock; settings: Settings },
  input: Schema.Create & { device: Pick<Device.Info, "id" | "name">; writes?: Write[] },
): Promise<Head> {
  const now = deps.clock.now()
  const head: Head = {
    id: Id.create("ses", now),
    title: Message.clean(input.title ?? "").trim(),
    locale: input.locale ?? "en",
    status: "open",
    logId: Id.create("log", now),
    headSeq: 0,
    createdAt: iso(now),
    updatedAt: iso(now),
    expiresAt: expiry(deps, {}, now),
  }
  const { id: deviceId, name } = input.device
  await deps.table.transact([
    { put: toItem(head), when: ABSENT },
    ...Grant.write({ sessionId: head.id, deviceId, name, createdAt: iso(now), lastSeenAt: iso(now) }),
    Due.write(head.id, Due.expiryDay(head)),
    ...(input.writes ?? []),
  ])
  return head
}

/** @throws {SessionNotFoundError} when it never existed or has expired */
export async function get(deps: { table: Table; clock: Clock }, id: Schema.ID): Promise<Head> {
  const item = await deps.table.get(key(id))
  if (!item || isErased(item)) throw new SessionNotFoundError()
  const head = fromItem(item)
  if (Date.parse(head.expiresAt) <= deps.clock.now()) throw new SessionNotFoundError()
  return head
}

/** When a session used at `now` expires: later when it is saved. */
export const expiry = ({ settings }: { settings: Settings }, { email }: { email?: string | undefined }, now: number) =>
  iso(now + (email === undefined ? settings.sessionDays : settings.savedSessionDays) * 86_400_000)
