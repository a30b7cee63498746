import { SILENT_MS } from "@spec-wizard/core/connection/silent"
import type { MovableClock } from "./clock.ts"

/**
 * Deployed, the sweeper comes every minute, and finds a connection that says no hello up to a minute late. Here it also comes as soon as one may
 * be found: so long after each was opened.
 */
export class Greetings {
  readonly #clock: MovableClock
  readonly #sweep: () => void
  readonly #ends = new Set<() => void>()

  constructor(clock: MovableClock, sweep: () => void) {
    this.#clock = clock
    this.#sweep = sweep
  }

  opened(): void {
    const dueAt = Date.now() + SILENT_MS
    const due = () => {
      end()
      this.#sweep()
    }
    const timer = setTimeout(due, SILENT_MS)
    const forget = this.#clock.onMove(() => Date.now() >= dueAt && due())
    const end = () => {
      clearTimeout(timer)
      forget()
      this.#ends.delete(end)
    }
    this.#ends.add(end)
  }

  stop(): void {
    for (const end of this.#ends) end()
  }
}
