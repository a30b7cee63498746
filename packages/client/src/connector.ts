import type * as Client from "@spec-wizard/core/protocol/client-frame"
import type { Api } from "./api.ts"
import { ApiError } from "./error.ts"
import type { Incoming } from "./frame.ts"
import { Link, type WebSocketConstructor } from "./link.ts"
import type { Network, Visibility } from "./presence.ts"
import { isFinal, type Loss, rotateMs, waitMs } from "./reconnect.ts"
import type { Connection } from "./state.ts"
import { Timers } from "./timers.ts"
import type { Timing } from "./timing.ts"

export type ConnectorOptions = {
  api: Api
  sessionId: string
  WebSocket: WebSocketConstructor
  timing: Timing
  visibility: Visibility
  network: Network
  hello(): Client.Hello
  opened(): void
  frame(link: Link, frame: Incoming): void
  /** `connection` or `hidden` may be another. */
  changed(): void
  /** The connection is gone: what was in flight has an unknown fate. */
  lost(error?: ApiError): void
  /** For good, see `isFinal`. */
  refused(error: ApiError): void
  /** Somebody looks at the page again. */
  seen(): void
}

/** After so many it is hardly chance. */
const MOST_SHUT = 3

const blocked = () =>
  new ApiError({ status: 0, code: "socket.blocked", detail: "This network lets no live connection through." })

/** Keeps one connection alive: reconnects, replaces an old one in time, gives it back while nobody looks. */
export class Connector {
  connection: Connection = "connecting"
  readonly #options: ConnectorOptions
  readonly #timers = new Timers<"reconnect" | "rotate" | "stable" | "hidden">()
  readonly #leave: (() => void)[]
  #current: Link | undefined
  /** Being opened to take the place of `#current`. */
  #next: Link | undefined
  #tries = 0
  /** Sockets in a row that were let through by nobody, though the service gave a ticket for each. */
  #shut = 0
  #spreadMs: number

  constructor(options: ConnectorOptions) {
    this.#options = options
    this.#spreadMs = options.timing.spreadMs
    this.#leave = [
      options.visibility.subscribe(() => this.#visibility()),
      options.network.subscribe(() => this.#network()),
    ]
  }

  start() {
    this.#connect()
    if (this.hidden) this.#visibility()
  }

  get live() {
    return this.connection === "live"
  }

  get hidden() {
    return this.#options.visibility.hidden()
  }

  /** `hello` has been sent, so anything may follow. */
  get ready() {
    return this.#current?.ready ?? false
  }

  send(frame: Client.Info): boolean {
    return this.#current?.send(frame) ?? false
  }

  /** The server has answered `hello`: from here on `link` is the connection. True when it took the place of an old one. */
  welcome(link: Link, spreadMs: number): boolean {
    const { timing } = this.#options
    const replaced = link === this.#next
    if (replaced) {
      this.#current?.close()
      this.#current = link
      this.#next = undefined
    }
    this.#spreadMs = spreadMs
    this.#timers.set("stable", timing.stableMs, () => {
      this.#tries = 0
    })
    this.#timers.set("rotate", rotateMs(timing), () => this.#rotate())
    this.#become("live")
    return replaced
  }

  /** The connection is of no use any more: `bye`, or a handler that cannot greet. */
  drop(link: Link, loss: Loss = {}) {
    link.close()
    this.#lost(link, loss)
  }

  close() {
    for (const leave of this.#leave) leave()
    this.#timers.clear()
    this.#hangUp()
    this.connection = "closed"
  }

  #connect() {
    this.#timers.stop("reconnect")
    if (this.#current || this.connection === "closed") return
    this.#current = this.#open()
  }

  #open(): Link {
    const { api, sessionId, WebSocket, timing, hello, opened, frame } = this.#options
    return new Link({
      api,
      sessionId,
      WebSocket,
      answerMs: timing.answerMs,
      hello,
      opened: (link) => link === this.#current && opened(),
      frame,
      lost: (link, error) => this.#lost(link, {}, error),
    })
  }

  #lost(link: Link, loss: Loss, cause?: ApiError) {
    const { timing, refused, lost } = this.#options
    this.#shut = cause || link.welcomed ? 0 : this.#shut + 1
    const error = cause ?? (this.#shut < MOST_SHUT ? undefined : blocked())
    if (error && isFinal(error)) return refused(error)
    if (link === this.#next) {
      this.#next = undefined
      this.#timers.set("rotate", waitMs(1, this.#spreadMs, loss, timing), () => this.#rotate())
      return
    }
    if (link !== this.#current) return
    this.#timers.stop("stable", "rotate")
    this.#current = this.#next
    this.#next = undefined
    if (!this.#current) {
      const asked = error?.retryAfter === undefined ? loss : { retryAfterMs: error.retryAfter * 1_000 }
      this.#wait(asked)
    }
    this.#become(error?.code === "offline" || !this.#options.network.online() ? "offline" : "reconnecting")
    lost(error)
  }

  #wait(asked: Loss) {
    const wait = waitMs(this.#tries++, this.#spreadMs, asked, this.#options.timing)
    this.#timers.set("reconnect", wait, () => this.#connect())
  }

  /** The new one is open and welcomed before the old one closes, so nothing is missed in between. */
  #rotate() {
    if (this.live && !this.#next) this.#next = this.#open()
  }

  #visibility() {
    if (this.hidden) {
      this.#timers.set("hidden", this.#options.timing.hiddenMs, () => this.#rest())
      return this.#options.changed()
    }
    this.#timers.stop("hidden")
    if (!this.#current) this.#resume()
    this.#options.changed()
    this.#options.seen()
  }

  #network() {
    if (!this.#options.network.online()) {
      this.#rest()
      this.#wait({})
    } else if (!this.#current && !(this.hidden && !this.#timers.has("hidden"))) this.#resume()
  }

  /** No connection, and no try at one, until the page is seen or somebody asks for one. */
  #rest() {
    const had = this.#current !== undefined
    this.#timers.stop("reconnect", "rotate", "stable")
    this.#hangUp()
    this.#become("offline")
    if (had) this.#options.lost()
  }

  #resume() {
    this.#become(this.#options.network.online() ? "reconnecting" : "offline")
    this.#connect()
  }

  #hangUp() {
    this.#current?.close()
    this.#next?.close()
    this.#current = undefined
    this.#next = undefined
  }

  #become(connection: Connection) {
    if (connection === this.connection) return
    this.connection = connection
    this.#options.changed()
  }
}
