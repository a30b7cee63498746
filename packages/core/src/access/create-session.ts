import { type Clock, iso } from "../clock.ts"
import type * as Device from "../device/device.ts"
import * as Grant from "../device/grant.ts"
import * as Id from "../id.ts"
import * as Due from "../session/due.ts"
import { toItem } from "../session/item.ts"
import * as Session from "../session/session.ts"
import type { Settings } from "../settings.ts"
import { ABSENT, type Table, type Write } from "../table/table.ts"
import { clean } from "../text.ts"

/** A new session that `device` may see. `writes` are stored with it, all or nothing: the token of a device that is new, too. */
export async function createSession(
  deps: { table: Table; clock: Clock; settings: Settings },
  input: Session.Create & { device: Pick<Device.Info, "id" | "name">; writes?: Write[] },
): Promise<Session.Head> {
  const now = deps.clock.now()
  const head: Session.Head = {
    id: Id.create("ses", now),
    title: clean(input.title ?? "").trim(),
    locale: input.locale ?? "en",
    status: "open",
    logId: Id.create("log", now),
    headSeq: 0,
    createdAt: iso(now),
    updatedAt: iso(now),
    expiresAt: Session.expiry(deps, {}, now),
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
