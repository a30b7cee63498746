import type * as Client from "@spec-wizard/core/protocol/client-frame"
import type { Queue } from "./queue.ts"
import { Timers } from "./timers.ts"

export type SenderOptions = {
  queue: Queue
  ackMs: number
  now(): { ready: boolean; welcomed: boolean; turn: boolean }
  send(frame: Client.Info): void
  /** What had to wait may be said again. */
  due(): void
}

/** Takes from the queue what can be said now, and says it again when nobody answers. */
export class Sender {
  readonly #options: SenderOptions
  readonly #timers = new Timers<"ack" | "resend">()

  constructor(options: SenderOptions) {
    this.#options = options
  }

  flush() {
    const { queue, ackMs, now, send } = this.#options
    const { ready, welcomed, turn } = now()
    const frame = ready ? queue.next({ welcomed, turn }) : undefined
    if (!frame) return
    send(frame)
    this.#timers.set("ack", ackMs, () => {
      queue.interrupt()
      this.flush()
    })
  }

  later(waitMs: number | undefined) {
    if (waitMs === undefined) return
    this.#timers.set("resend", waitMs, () => {
      this.#options.queue.release()
      this.#options.due()
    })
  }

  close() {
    this.#timers.clear()
  }
}
