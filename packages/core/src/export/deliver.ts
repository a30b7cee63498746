import type * as Event from "../event/event.ts"
import * as Outbox from "../outbox/outbox.ts"
import type * as Export from "../protocol/export.ts"
import type * as Session from "../protocol/session.ts"
import type { Table, Write } from "../table/table.ts"
import { advance, type Deps, type Of } from "./advance.ts"
import { list } from "./export.ts"
import type { Stored } from "./item.ts"
import * as Step from "./step.ts"

/** Why a mail did not come to anybody. */
export type Undelivered = Extract<Export.Failure, `mail.${string}`>

/** From where a mail's news are news: they come in any order, and more than once. */
const BEFORE: Record<"sent" | "delivered", readonly Export.Status[]> = {
  sent: ["stored", "unverified"],
  delivered: ["stored", "unverified", "sent"],
}

/** How far its mail has come. */
export async function tell(deps: Deps, of: Of, news: "sent" | "delivered" | Undelivered): Promise<void> {
  await advance(deps, of, (stored) => {
    if (news === "sent" || news === "delivered")
      return BEFORE[news].includes(stored.status) ? Step.go(stored, { status: news }) : undefined
    return stored.status === "failed" ? undefined : Step.go(stored, { status: "failed", error: news })
  })
}

/** What waits for an address, given by its fingerprint, to be opened will wait in vain: the link to it did not arrive. */
export async function fail(deps: Deps, sessionId: Session.ID, address: string, error: Undelivered): Promise<void> {
  for (const { id } of await waiting(deps, sessionId, [address]))
    await advance(deps, { sessionId, exportId: id }, (stored) =>
      stored.status === "unverified" ? Step.go(stored, { status: "failed", error }) : undefined,
    )
}

/** Of one session; so many fit into a transaction beside what else is in it. */
const MAX_RELEASED = 5

/** The mails that may go out now that somebody has opened a link at one of these addresses. They are stored with that. */
export async function release(
  deps: Event.Deps,
  sessionId: Session.ID,
  addresses: readonly string[],
): Promise<{ writes: Write[]; entries: Outbox.Stored[] }> {
  const all = (await waiting(deps, sessionId, addresses)).slice(0, MAX_RELEASED)
  const released = all.map((stored) => {
    const { entry, write } = Outbox.entry(deps, { kind: "exportMail", sessionId, exportId: stored.id })
    return { entry, writes: [...Step.go(stored, { mailId: entry.id }).writes, write] }
  })
  return { entries: released.map(({ entry }) => entry), writes: released.flatMap(({ writes }) => writes) }
}

async function waiting(deps: { table: Table }, sessionId: Session.ID, addresses: readonly string[]): Promise<Stored[]> {
  const all = await list(deps, sessionId)
  return all.filter(
    ({ status, address = "", mailId }) =>
      status === "unverified" && mailId === undefined && addresses.includes(address),
  )
}
