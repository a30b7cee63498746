import * as Connection from "@spec-wizard/core/connection"
import * as ServerFrame from "@spec-wizard/core/protocol/server-frame"
import type * as Turn from "@spec-wizard/core/turn"
import type { WorkerDeps } from "./deps.ts"
import { prefix } from "./prefix.ts"

/** Milliseconds between the beginnings of two posts to one connection: quick at first, then as slow as reading allows. With a round trip added, 150 keeps the 95th percentile of a word's delay under 165 ms. */
const WINDOW = { first: 50, last: 150, growth: 1.15 }
/** This much unsent text does not wait for its window. UTF-16 units. */
const FULL = 1_024
/** A listener that fails this often in a row is left to `sync`. */
const MAX_FAILURES = 5

/** One listener's part of the stream. `sent` counts what it has for certain; a delta that may have arrived is sent again, and clipped there. */
type Stream = {
  connection: Connection.Info
  sent: number
  /** It joined late: its first frame is the whole reply so far. */
  late: boolean
  post: Promise<void> | undefined
  timer: NodeJS.Timeout | undefined
  began: number
  windowMs: number
  failures: number
}

/**
 * Carries the text of one attempt to everybody who listens. To each connection at most one post is under way; the first text leaves at
 * once, later text when its window has passed, when it is 1 KB, or at the end. Connections do not wait for each other.
 */
export class Relay {
  readonly #deps: WorkerDeps
  readonly #turn: Turn.Stored
  readonly #streams = new Map<string, Stream>()
  #text = ""
  #finishing = false

  constructor(deps: WorkerDeps, turn: Turn.Stored) {
    this.#deps = deps
    this.#turn = turn
  }

  /** All that was taken in so far: what will have been sent when `finish` returns. */
  get text(): string {
    return this.#text
  }

  /** Streams to connections that are not streamed to yet. */
  add(connections: Connection.Info[]): void {
    for (const connection of connections) {
      if (this.#streams.has(connection.connectionId)) continue
      const stream: Stream = {
        connection,
        sent: 0,
        late: this.#text !== "",
        post: undefined,
        timer: undefined,
        began: Number.NEGATIVE_INFINITY,
        windowMs: WINDOW.first,
        failures: 0,
      }
      this.#streams.set(connection.connectionId, stream)
      this.#flush(stream)
    }
  }

  push(text: string): void {
    this.#text += text
    for (const stream of this.#streams.values()) this.#flush(stream)
  }

  /** Sends the rest without waiting for windows. Gives slow listeners `patienceMs`; what they miss comes with the stored message. */
  async finish(patienceMs: number): Promise<void> {
    this.#finishing = true
    const drained = Promise.all([...this.#streams.values()].map((stream) => this.#drain(stream)))
    await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())])
    this.abandon()
  }

  /** Sends nothing more. */
  abandon(): void {
    for (const stream of this.#streams.values()) clearTimeout(stream.timer)
    this.#streams.clear()
  }

  async #drain(stream: Stream): Promise<void> {
    do {
      this.#flush(stream)
      await stream.post
    } while (stream.sent < this.#text.length && this.#streams.has(stream.connection.connectionId))
  }

  /** Posts if there is something to post and it is time; otherwise sees to it that it will be. */
  #flush(stream: Stream): void {
    const unsent = this.#text.length - stream.sent
    if (stream.post || unsent === 0 || !this.#streams.has(stream.connection.connectionId)) return
    const waitMs = stream.began + stream.windowMs - performance.now()
    clearTimeout(stream.timer)
    if (waitMs > 0 && unsent < FULL && !this.#finishing) {
      stream.timer = setTimeout(() => this.#flush(stream), waitMs)
      return
    }
    if (Number.isFinite(stream.began)) stream.windowMs = Math.min(WINDOW.last, stream.windowMs * WINDOW.growth)
    stream.began = performance.now()
    stream.post = this.#post(stream).then(() => {
      stream.post = undefined
      this.#flush(stream)
    })
  }

  async #post(stream: Stream): Promise<void> {
    const { id: turnId, attempt } = this.#turn
    const text = prefix(this.#text.slice(stream.sent), ServerFrame.MAX_TEXT_BYTES)
    const frame: ServerFrame.Delta | ServerFrame.TurnSoFar = stream.late
      ? { type: "turn", turnId, attempt, text }
      : { type: "delta", turnId, attempt, offset: stream.sent, text }
    const outcome = await Connection.post(this.#deps, stream.connection, frame)
    if (outcome === "sent") {
      stream.sent += text.length
      stream.late = false
      stream.failures = 0
    } else if (outcome === "gone" || ++stream.failures === MAX_FAILURES) {
      this.#streams.delete(stream.connection.connectionId)
    }
  }
}
