import type * as Event from "@spec-wizard/core/protocol/event"

/** Enough for pushes that overtake each other; whatever is missed beyond that is fetched. */
const MAX_HELD = 1_000

/**
 * A session's log as far as this client has it, strictly in order: a push is only a hint that may be lost, doubled or reordered.
 * `events[n]` has `seq` n + 1.
 */
export class EventLog {
  events: Event.Info[] = []
  /** Names one life of the log on the server. */
  logId: string | undefined
  /** Counts the lives seen here, so that a reader notices that it has to start over. */
  life = 0
  readonly #held = new Map<number, Event.Info>()

  get applied() {
    return this.events.length
  }

  /** Something after `applied` has arrived, what comes before it has not. */
  get gap() {
    return this.#held.size > 0
  }

  /**
   * Hears what the server says about its log, in answer to a question that named `asked` as our last `seq`. True when it is not the log
   * we know: then everything is dropped and the reading starts from 0. (Compared with `asked`, because a push may have overtaken the answer.)
   */
  meet(logId: string, headSeq: number, asked: number): boolean {
    const same = this.logId === undefined ? headSeq >= asked : this.logId === logId && headSeq >= asked
    this.logId = logId
    if (same) return false
    this.events = []
    this.#held.clear()
    this.life++
    return true
  }

  /** What could be applied now, in order, each event exactly once. */
  receive(events: readonly Event.Info[]): Event.Info[] {
    const before = this.applied
    for (const event of events) {
      if (event.seq > this.applied + 1) {
        if (this.#held.size < MAX_HELD) this.#held.set(event.seq, event)
      } else if (event.seq === this.applied + 1) {
        this.events.push(event)
        this.#release()
      }
    }
    return this.events.slice(before)
  }

  #release() {
    for (let next = this.#held.get(this.applied + 1); next; next = this.#held.get(this.applied + 1)) {
      this.#held.delete(next.seq)
      this.events.push(next)
    }
  }
}
