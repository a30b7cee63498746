import { type Clock, iso } from "../clock.ts"
import type * as Device from "../device/device.ts"
import * as Grant from "../device/grant.ts"
import * as Event from "../event/event.ts"
import * as Id from "../id.ts"
import * as Due from "../session/due.ts"
import { toItem } from "../session/item.ts"
import * as Session from "../session/session.ts"
import type { Settings } from "../settings.ts"
import { ABSENT, type Table, type Write } from "../table/table.ts"

export type Deps = { table: Table; clock: Clock; settings: Settings }

/** Who begins a session. `writes` are stored with it, all or nothing: the token of a device that is new. */
export type Beginner = { device: Pick<Device.Info, "id" | "name">; writes?: Write[] | undefined }

/** What a session has from its first moment on: the beginning of its log, and what its head knows of that. */
type First = { events: Event.Draft[]; head: Pick<Session.Head, "version" | "models" | "promptVersion"> }

/** A new session that `device` may see. */
export async function createSession(
  deps: Deps,
  input: Session.Create & Beginner & { first?: First },
): Promise<Session.Head> {
  const { first = { events: [], head: {} }, device, writes = [] } = input
  const now = deps.clock.now()
  const head: Session.Head = {
    id: Id.create("ses", now),
    title: input.title ?? "",
    locale: input.locale ?? "en",
    status: "open",
    logId: Id.create("log", now),
    headSeq: first.events.length,
    createdAt: iso(now),
    updatedAt: iso(now),
    expiresAt: Session.expiry(deps, {}, now),
    ...first.head,
  }
  await deps.table.transact([
    { put: toItem(head), when: ABSENT },
    ...Grant.write({
      sessionId: head.id,
      deviceId: device.id,
      name: device.name,
      createdAt: iso(now),
      lastSeenAt: iso(now),
    }),
    Due.write(head.id, Due.expiryDay(head)),
    ...Event.begin(deps, head.id, first.events),
    ...writes,
  ])
  return head
}
