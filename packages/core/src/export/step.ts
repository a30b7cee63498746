import type * as Event from "../protocol/event.ts"
import { Info } from "../protocol/export.ts"
import { ABSENT, type Write } from "../table/table.ts"
import { key, type Stored, toItem } from "./item.ts"

/** What an append stores of an export. */
export type Step = { events: Event.Draft[]; writes: Write[] }

type Change = Partial<Pick<Stored, "status" | "sizeBytes" | "error" | "file" | "mailId">>

const told = (stored: Stored): Event.Draft => ({ type: "export.changed", export: Info.parse(stored) })

export const begin = (stored: Stored): Step => ({
  events: [told(stored)],
  writes: [{ put: toItem(stored), when: ABSENT }],
})

/** One change after the other; each new status is a fact of its own. Refused when somebody else has gone a step meanwhile. */
export function go(before: Stored, ...changes: Change[]): Step {
  let stored = before
  const events: Event.Draft[] = []
  for (const change of changes) {
    const { error, ...next } = { ...stored, ...change }
    const isNews = next.status !== stored.status
    stored = next.status === "failed" && error ? { ...next, error } : next // what a second try mended is forgotten
    if (isNews) events.push(told(stored))
  }
  const { status, sizeBytes, error, file, mailId } = stored
  const write: Write = {
    update: key(before.sessionId, before.id),
    change: { set: { status, sizeBytes, error, file, mailId }, remove: error ? [] : ["error"] },
    when: { if: "#status = :seen", values: { seen: before.status } },
  }
  return { events, writes: [write] }
}
