import { ulid } from "ulid"
import { type Clock, iso } from "../clock.ts"
import type { Day, Report } from "../protocol/metrics.ts"
import { dayAfter, dayOf } from "../session/due.ts"
import { ABSENT, type Item, type Table } from "../table/table.ts"
import { dailyOf, dayIn, daysOf, fallbacksOf, funnelOf } from "./item.ts"

export * from "../protocol/metrics.ts"
export { count } from "./count.ts"
export { figuresOf } from "./figures.ts"

type Deps = { table: Table; clock: Clock }

const DEFAULT_DAYS = 30
const MAX_DAYS = 366

/** The days that are asked for: without a word the last thirty. Undefined when they are too many, or run backwards. */
export function rangeOf(deps: { clock: Clock }, query: { from?: Day | undefined; to?: Day | undefined }) {
  const to = query.to ?? dayOf(deps.clock.now())
  const from = query.from ?? dayAfter(to, 1 - DEFAULT_DAYS)
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  return days >= 1 && days <= MAX_DAYS ? { from, to } : undefined
}

/** What happened from one day to another. That somebody looked is written down first. */
export async function report(deps: Deps, range: { from: Day; to: Day }): Promise<Report> {
  await audited(deps, range)
  const items = (await Promise.all(monthsOf(range).map((month) => deps.table.query(daysOf(month, range))))).flat()
  const byDay = Map.groupBy(items, dayIn)
  const days = [...daysIn(range)].map((day) => dailyOf(day, byDay.get(day) ?? []))
  return { ...range, days, funnel: funnelOf(items), fallbacks: fallbacksOf(items) }
}

function* daysIn({ from, to }: { from: Day; to: Day }): Generator<Day> {
  for (let day = from; day <= to; day = dayAfter(day, 1)) yield day
}

const monthsOf = (range: { from: Day; to: Day }) => [...new Set([...daysIn(range)].map((day) => day.slice(0, 7)))]

async function audited({ table, clock }: Deps, range: { from: Day; to: Day }): Promise<void> {
  const at = iso(clock.now())
  const item: Item = {
    pk: `audit#${at.slice(0, 7)}`,
    sk: `audit#${ulid(clock.now())}`,
    at,
    who: "operator",
    did: "measured",
    ...range,
  }
  await table.put(item, ABSENT)
}
