import { type Clock, iso } from "../clock.ts"
import { ConditionFailedError, type Table } from "../table/table.ts"

type Deps = { table: Table; clock: Clock }

const KEY = { pk: "budget#switch", sk: "off" }

/** So long a process goes on with what it read: the switch works everywhere within 10 s, and costs a turn next to nothing. */
const FRESH_MS = 10_000
/** What was read last, for as long as the process keeps its table. */
const known = new WeakMap<Table, { isOff: boolean; readAt: number }>()

/** Whether somebody has switched the models off, for all sessions. */
export async function isOff(deps: Deps): Promise<boolean> {
  const now = deps.clock.now()
  const last = known.get(deps.table)
  if (last && Math.abs(now - last.readAt) < FRESH_MS) return last.isOff
  const item = await deps.table.get(KEY)
  return remember(deps, item?.["isOff"] === true)
}

export const switchOff = (deps: Deps): Promise<void> => turn(deps, true)
export const switchOn = (deps: Deps): Promise<void> => turn(deps, false)

async function turn(deps: Deps, isOff: boolean): Promise<void> {
  try {
    const isNews = { if: "attribute_not_exists(#isOff) OR #isOff <> :isOff", values: { isOff } }
    await deps.table.update(KEY, { set: { isOff, since: iso(deps.clock.now()) } }, isNews)
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error // it is so already
  }
  remember(deps, isOff)
}

function remember(deps: Deps, isOff: boolean): boolean {
  known.set(deps.table, { isOff, readAt: deps.clock.now() })
  return isOff
}
