import { type Clock, ttl } from "../clock.ts"
import { VisibleError } from "../error.ts"
import type { Settings } from "../settings.ts"
import { type Change, type Condition, ConditionFailedError, type Table } from "../table/table.ts"

/** How many of something one source may do in a window. All are multiplied by LIMIT_SCALE. */
export const rules = {
  "code-ip": { max: 20, windowMs: 3_600_000 },
  "edit-session": { max: 60, windowMs: 60_000 },
  "export-address": { max: 20, windowMs: 3_600_000 },
  "export-ip": { max: 20, windowMs: 3_600_000 },
  "export-session": { max: 20, windowMs: 3_600_000 },
  "frame-connection": { max: 120, windowMs: 60_000 },
  "link-address": { max: 20, windowMs: 3_600_000 },
  "link-browser": { max: 1, windowMs: 60_000 },
  "link-ip": { max: 20, windowMs: 3_600_000 },
  "mail-stranger": { max: 3, windowMs: 86_400_000 },
  "message-ip": { max: 60, windowMs: 60_000 },
  "message-model-ip": { max: 10, windowMs: 60_000 },
  "message-session": { max: 20, windowMs: 60_000 },
  "lookup-address": { max: 20, windowMs: 3_600_000 },
  "lookup-ip": { max: 20, windowMs: 3_600_000 },
  "operator-ip": { max: 20, windowMs: 3_600_000 },
  "session-ip": { max: 20, windowMs: 3_600_000 },
  "submission-address": { max: 20, windowMs: 3_600_000 },
  "submission-ip": { max: 20, windowMs: 3_600_000 },
  "ticket-device": { max: 60, windowMs: 60_000 },
} as const

export type Rule = keyof typeof rules

export class RateLimitedError extends VisibleError {
  readonly rule: Rule

  constructor(rule: Rule, retryAfter: number) {
    super("rate", "rate.limited", `That was a lot at once. Please go on in ${retryAfter} seconds.`, { retryAfter })
    this.rule = rule
  }
}

type Deps = { table: Table; clock: Clock; settings: Settings }

/** What is written for a use, and on which condition, when at most `max` may be. */
type Use = (max: number) => { change: Change; when: Condition }

/**
 * Counts one use; never lets more than the limit through, however many ask at once: the count and its ceiling are one conditional write.
 * @throws {RateLimitedError} with the seconds until the window ends
 */
export const take = (deps: Deps, rule: Rule, who: string): Promise<void> =>
  use(deps, rule, who, (max) => ({
    change: { add: { count: 1 } },
    when: { if: "attribute_not_exists(#count) OR #count < :max", values: { max } },
  }))

/**
 * As `take`, for what is tried again until it is done: the same `id` counts once in a window. Only for limits small enough to keep the ids.
 * @throws {RateLimitedError}
 */
export const takeOnce = (deps: Deps, rule: Rule, who: string, id: string): Promise<void> =>
  use(deps, rule, who, (max) => ({
    change: { add: { ids: new Set([id]) } },
    when: { if: "attribute_not_exists(#ids) OR contains(#ids, :id) OR size(#ids) < :max", values: { max, id } },
  }))

async function use(deps: Deps, rule: Rule, who: string, how: Use): Promise<void> {
  const { max, windowMs } = rules[rule]
  const now = deps.clock.now()
  const start = now - (now % windowMs)
  const end = start + windowMs
  const { change, when } = how(Math.ceil(max * deps.settings.limitScale))
  try {
    const key = { pk: `limit#${rule}#${who}`, sk: `window#${start}` }
    await deps.table.update(key, { ...change, set: { ttl: ttl(end) } }, when)
  } catch (error) {
    if (error instanceof ConditionFailedError)
      throw new RateLimitedError(rule, Math.max(1, Math.ceil((end - now) / 1000)))
    throw error
  }
}

/** Who an address stands for: IPv4 as it is, IPv6 by its /64, because one household has 2⁶⁴ of them. */
export function network(ip: string): string {
  const address = ip.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "")
  if (!address.includes(":")) return address
  const [head = "", tail] = address.split("::", 2)
  const left = head.split(":").filter(Boolean)
  const right = tail?.split(":").filter(Boolean) ?? []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array<string>(zeros).fill("0"), ...right]
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""))
    .join(":")
}
