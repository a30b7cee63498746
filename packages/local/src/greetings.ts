import { SILENT_MS } from "@spec-wizard/core/connection/silent"
import type { MovableClock } from "./clock.ts"

const SECOND = 1_000

/**
 * Deployed, the sweeper comes every minute, and finds a connection that says no hello up to a minute late. Here it also comes as soon as one may
 * be found: so long after each was opened. While frames are under way it waits: a hello may be among them, and the machine slow.
 */
export class Greetings {
  readonly #clock: MovableClock
  readonly #isBusy: () => boolean
  readonly #sweep: () => void
  /** By when each is due: those that were opened within the same second share one. */
  readonly #ends = new Map<number, () => void>()

  constructor(options: { clock: MovableClock; isBusy: () => boolean; sweep: () => void }) {
    this.#clock = options.clock
    this.#isBusy = options.isBusy
    this.#sweep = options.sweep
  }

  opened(): void {
    this.#sweepIn(SILENT_MS)
  }

  #sweepIn(ms: number): void {
    const dueAt = Math.ceil((Date.now() + ms) / SECOND) * SECOND
    if (this.#ends.has(dueAt)) return
    const due = () => {
      end()
      if (this.#isBusy()) this.#sweepIn(SECOND)
      else this.#sweep()
    }
    const timer = setTimeout(due, dueAt - Date.now())
    const forget = this.#clock.onMove(() => Date.now() >= dueAt && due())
    const end = () => {
      clearTimeout(timer)
      forget()
      this.#ends.delete(dueAt)
    }
    this.#ends.set(dueAt, end)
  }

  stop(): void {
    for (const end of this.#ends.values()) end()
  }
}
