import type * as Event from "@spec-wizard/core/protocol/event"
import type { EventLog } from "./log.ts"

/** Readers wait for it between two events. */
export class Bell {
  #waiting: (() => void)[] = []

  ring() {
    const waiting = this.#waiting
    this.#waiting = []
    for (const wake of waiting) wake()
  }

  next(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve))
  }
}

/**
 * The log from `after` on and then as it grows, each event once. A log that starts over (restored on the server) is read from its start.
 * @param over ends the reading where it returns true, or by throwing.
 */
export async function* follow(
  log: EventLog,
  bell: Bell,
  after: number,
  over: () => boolean,
): AsyncGenerator<Event.Info> {
  let { life } = log
  let read = after
  while (!over()) {
    if (life !== log.life) {
      life = log.life
      read = 0
    }
    const event = log.events[read]
    if (event) {
      read++
      yield event
    } else await bell.next()
  }
}
