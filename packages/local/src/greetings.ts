import { SILENT_MS } from "@spec-wizard/core/connection/silent"
import type { MovableClock } from "./clock.ts"

/**
 * Deployed, the sweeper comes every minute, and finds a connection that says no hello up to a minute late. Here it also comes as soon as one may
 * be found: so long after each was opened.
 */
export class Greetings {
  readonly #clock: MovableClock
  readonly #sweep: () => void
  /** By when each is due: those that were opened within the same second share one. */
  readonly #ends = new Map<number, () => void>()

  constructor(clock: MovableClock, sweep: () => void) {
    this.#clock = clock
    this.#sweep = sweep
  }

  opened(): void {
    const dueAt = Math.ceil((Date.now() + SILENT_MS) / 1_000) * 1_000
    if (this.#ends.has(dueAt)) return
    const due = () => {
      end()
      this.#sweep()
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
