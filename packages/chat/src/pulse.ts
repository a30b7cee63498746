import * as Connection from "@spec-wizard/core/connection"
import * as Log from "@spec-wizard/core/log"
import * as Turn from "@spec-wizard/core/turn"
import * as Worker from "@spec-wizard/core/turn/worker"
import type { WorkerDeps } from "./deps.ts"
import type { Relay } from "./relay.ts"

/** A stop is noticed at a beat, and must be done within 2 s. */
const BEAT_MS = 1_000

/**
 * A worker's heartbeat, text or not: renews the lease, stores the checkpoint, learns of a stop, and finds listeners that came meanwhile.
 * `signal` aborts on a stop and when the lease is lost; `lost` tells which.
 */
export class Pulse {
  readonly #abort = new AbortController()
  readonly #timer: NodeJS.Timeout
  lost = false

  constructor(deps: WorkerDeps, turn: Turn.Stored, relay: Relay) {
    let beating = false
    this.#timer = setInterval(async () => {
      if (beating) return // the table is slow; the next beat carries more
      beating = true
      await this.#beat(deps, turn, relay)
      beating = false
    }, BEAT_MS)
  }

  get signal(): AbortSignal {
    return this.#abort.signal
  }

  end(): void {
    clearInterval(this.#timer)
  }

  async #beat(deps: WorkerDeps, turn: Turn.Stored, relay: Relay): Promise<void> {
    try {
      const { stop } = await Worker.heartbeat(deps, turn, relay.text)
      if (stop) return this.#abort.abort()
      relay.add(await Connection.listeners(deps, turn.sessionId))
    } catch (error) {
      if (error instanceof Turn.FencedError) {
        this.lost = true
        relay.abandon()
        this.#abort.abort()
      } else Log.warn("reply.beat_failed", { turnId: turn.id, attempt: turn.attempt }, error)
    }
  }
}
