import { type Clock, iso } from "../clock.ts"
import type * as Schema from "../protocol/session.ts"
import type { Settings } from "../settings.ts"
import type { Table } from "../table/table.ts"
import { SessionNotFoundError } from "./error.ts"
import { fromItem, type Head, isErased, key } from "./item.ts"

export * from "../protocol/session.ts"
export { SessionNotFoundError } from "./error.ts"
export { type Head, toInfo } from "./item.ts"

type Deps = { table: Table; clock: Clock }

/** Undefined when it never existed, was erased or has expired. */
export async function find(deps: Deps, id: Schema.ID): Promise<Head | undefined> {
  const item = await deps.table.get(key(id))
  if (!item || isErased(item)) return undefined
  const head = fromItem(item)
  return Date.parse(head.expiresAt) > deps.clock.now() ? head : undefined
}

/** @throws {SessionNotFoundError} when there is none to find */
export async function get(deps: Deps, id: Schema.ID): Promise<Head> {
  const head = await find(deps, id)
  if (!head) throw new SessionNotFoundError()
  return head
}

/** When a session used at `now` expires: later when it is saved. */
export const expiry = ({ settings }: { settings: Settings }, { email }: { email?: string | undefined }, now: number) =>
  iso(now + (email === undefined ? settings.sessionDays : settings.savedSessionDays) * 86_400_000)
