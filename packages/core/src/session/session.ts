import type { Clock } from "../clock.ts"
import { iso } from "../clock.ts"
import * as Grant from "../device/grant.ts"
import type * as Device from "../device/schema.ts"
import * as Id from "../id.ts"
import * as Message from "../message/message.ts"
import type { Settings } from "../settings.ts"
import { ABSENT, type Table, type Write } from "../table/table.ts"
import { SessionNotFoundError } from "./error.ts"
import { fromItem, type Head, key, toItem } from "./item.ts"
import type * as Schema from "./schema.ts"

export { SessionNotFoundError } from "./error.ts"
export { type Head, toInfo } from "./item.ts"
export * from "./schema.ts"

/**
 * A new session that `deviceId` may see. `writes` are stored with it, all or nothing: the token of a device that is new, too.
 */
export async function create(
  deps: { table: Table; clock: Clock; settings: Settings },
  input: Schema.Create & { deviceId: Device.ID; writes?: Write[] },
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
    expiresAt: expiry(deps, now),
  }
  await deps.table.transact([
    { put: toItem(head), when: ABSENT },
    { put: Grant.toItem({ sessionId: head.id, deviceId: input.deviceId, createdAt: iso(now) }), when: ABSENT },
    ...(input.writes ?? []),
  ])
  return head
}

/** @throws {SessionNotFoundError} when it never existed or has expired */
export async function get(deps: { table: Table; clock: Clock }, id: Schema.ID): Promise<Head> {
  const item = await deps.table.get(key(id))
  if (!item) throw new SessionNotFoundError()
  const head = fromItem(item)
  if (Date.parse(head.expiresAt) <= deps.clock.now()) throw new SessionNotFoundError()
  return head
}

/** When a session used at `now` expires. */
export const expiry = (deps: { settings: Settings }, now: number) => iso(now + deps.settings.sessionDays * 86_400_000)
