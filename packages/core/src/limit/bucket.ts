import type { Clock } from "../clock.ts"
import type { Settings } from "../settings.ts"
import { RateLimitedError, type Rule, rules } from "./limit.ts"

/** Of so many sources the state is kept; the one that was seen first goes. */
const MAX_SOURCES = 10_000

type Level = { used: number; at: number; refused: number }

/**
 * A limit that is counted in this process, for what is too frequent and too cheap to be counted in the table: `max` at once, and as many more
 * as a window brings. Several processes count apart, so that together they let more through.
 */
export class Bucket {
  readonly #levels = new Map<string, Level>()
  readonly #rule: Rule

  constructor(rule: Rule) {
    this.#rule = rule
  }

  /** @throws {RateLimitedError} */
  take(deps: { clock: Clock; settings: Settings }, who: string): void {
    const { max, windowMs } = rules[this.#rule]
    const limit = Math.ceil(max * deps.settings.limitScale)
    const now = deps.clock.now()
    const last = this.#levels.get(who) ?? { used: 0, at: now, refused: 0 }
    const used = Math.max(0, last.used - (Math.max(0, now - last.at) / windowMs) * limit)
    const isOver = used + 1 > limit
    // Who goes on at half the pace has heard.
    const refused = isOver ? last.refused + 1 : used < limit / 2 ? 0 : last.refused
    this.#levels.set(who, { used: isOver ? used : used + 1, at: now, refused })
    const [oldest] = this.#levels.keys()
    if (this.#levels.size > MAX_SOURCES && oldest !== undefined) this.#levels.delete(oldest)
    if (isOver) throw new RateLimitedError(this.#rule, Math.max(1, Math.ceil(windowMs / limit / 1000)))
  }

  /** How often it was refused since it was last slow; this counts as once more. */
  refuse(who: string): number {
    const last = this.#levels.get(who)
    if (!last) return 0
    last.refused++
    return last.refused
  }

  refused(who: string): number {
    return this.#levels.get(who)?.refused ?? 0
  }
}
