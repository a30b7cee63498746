import { type Clock, iso } from "../clock.ts"
import type { Draft } from "../protocol/event.ts"
import type * as Session from "../protocol/session.ts"
import type { Settings } from "../settings.ts"
import type { Change } from "../table/table.ts"
import { type Head, toInfo } from "./item.ts"
import { expiry } from "./session.ts"

/** The event and the head of a session that becomes another, for an append. Nothing when it is so already. */
export function changed(
  deps: { clock: Clock; settings: Settings },
  head: Head,
  change: Partial<Pick<Session.Info, "title" | "email" | "status">>,
): { events: Draft[]; head: Pick<Change, "set"> } {
  const before = toInfo(head)
  const isNews = Object.entries(change).some(([name, value]) => before[name as keyof typeof change] !== value) // its own keys
  if (!isNews) return { events: [], head: {} }
  const now = deps.clock.now()
  const expiresAt = expiry(deps, { ...before, ...change }, now)
  const session = { ...before, ...change, headSeq: head.headSeq + 1, updatedAt: iso(now), expiresAt }
  return { events: [{ type: "session.changed", session }], head: { set: change } }
}
