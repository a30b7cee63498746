import type { Api } from "./api.ts"
import { ApiError } from "./error.ts"
import type { EventLog } from "./log.ts"
import { isFinal } from "./reconnect.ts"
import { retryMs } from "./refusal.ts"
import { Timers } from "./timers.ts"
import type { Timing } from "./timing.ts"

export type SyncOptions = {
  api: Api
  sessionId: string
  log: EventLog
  timing: Timing
  /** Sends the `sync` frame. */
  ask(): void
  /** Applies what was fetched. */
  receive(events: EventLog["events"]): void
  /** It is another log than the one we knew. */
  reset(): void
  refused(error: ApiError): void
}

type Mode = "turn" | "idle" | "off"

/** Asks again and again what was missed, because a lost last push is followed by nothing that would show it. */
export class Sync {
  readonly #options: SyncOptions
  readonly #timers = new Timers<"ask" | "gap">()
  readonly #abort = new AbortController()
  #mode: Mode = "off"
  #gap = false
  #stumbles = 0
  #fetching = false

  constructor(options: SyncOptions) {
    this.#options = options
  }

  update(now: { live: boolean; turn: boolean; hidden: boolean; gap: boolean }) {
    const mode = !now.live ? "off" : now.turn ? "turn" : now.hidden ? "off" : "idle"
    if (mode !== this.#mode) {
      this.#mode = mode
      this.#schedule()
    }
    const gap = now.gap && now.live
    if (gap === this.#gap) return
    this.#gap = gap
    // Frames that overtake each other close their gap themselves; a lost one is asked for once, then by the rhythm.
    if (gap) this.#timers.set("gap", this.#options.timing.gapMs, () => this.now())
    else this.#timers.stop("gap")
  }

  now() {
    if (this.#mode === "off") return
    this.#options.ask()
    this.#schedule()
  }

  /** A request of ours may not have been answered: ask soon, and ever less often while that goes on. */
  stumbled() {
    if (this.#mode !== "off") this.#timers.set("ask", retryMs("gateway", ++this.#stumbles) ?? 0, () => this.now())
  }

  synced(headSeq: number) {
    this.#stumbles = 0
    if (headSeq > this.#options.log.applied) void this.#fetch()
  }

  close() {
    this.#timers.clear()
    this.#abort.abort()
    this.#mode = "off"
  }

  #schedule() {
    const { syncTurnMs, syncIdleMs } = this.#options.timing
    if (this.#mode === "off") this.#timers.stop("ask", "gap")
    else this.#timers.set("ask", this.#mode === "turn" ? syncTurnMs : syncIdleMs, () => this.now())
  }

  /** The rest of the log, a page at a time; the only way for large events. A failure is made good by the next `synced`. */
  async #fetch() {
    if (this.#fetching) return
    this.#fetching = true
    try {
      while (await this.#page()) if (this.#abort.signal.aborted) return
    } catch (error) {
      if (error instanceof ApiError && isFinal(error)) this.#options.refused(error)
    } finally {
      this.#fetching = false
    }
  }

  /** True when there is more. */
  async #page(): Promise<boolean> {
    const { api, sessionId, log, receive, reset } = this.#options
    const { life, applied } = log
    const page = await api.sessions.events(sessionId, { after: applied, limit: 200, signal: this.#abort.signal })
    if (this.#abort.signal.aborted) return false
    if (life !== log.life) return true
    if (log.meet(page.logId, page.headSeq, applied)) {
      reset()
      return true
    }
    receive(page.events)
    return log.applied > applied && log.applied < page.headSeq
  }
}
