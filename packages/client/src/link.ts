import type * as Client from "@spec-wizard/core/protocol/client-frame"
import { PROTOCOL } from "@spec-wizard/core/protocol/socket"
import type { Api } from "./api.ts"
import { ApiError } from "./error.ts"
import { type Incoming, read } from "./frame.ts"
import { Timers } from "./timers.ts"

/** The part of the platform's `WebSocket` that is used. */
export type Socket = {
  readonly readyState: number
  send(data: string): void
  close(code?: number): void
  addEventListener(type: "open" | "close" | "error", listener: () => void): void
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void
}
export type WebSocketConstructor = new (url: string, protocols: string[]) => Socket

export type LinkOptions = {
  api: Api
  sessionId: string
  WebSocket: WebSocketConstructor
  answerMs: number
  /** Asked at the moment it is sent: the log grows while a socket opens. */
  hello(): Client.Hello
  /** `hello` is on its way; messages may follow at once. */
  opened(link: Link): void
  frame(link: Link, frame: Incoming): void
  /** Once, and not after `close()`. `error` when there was no ticket. */
  lost(link: Link, error?: ApiError): void
}

/** One connection: ticket, socket, `hello`, frames. It never comes back; a new one takes its place. */
export class Link {
  welcomed = false
  /** The last `seq` we said we had. */
  asked = 0
  readonly #options: LinkOptions
  readonly #timers = new Timers<"answer">()
  readonly #abort = new AbortController()
  #socket: Socket | undefined
  #open = false
  #done = false

  constructor(options: LinkOptions) {
    this.#options = options
    void this.#connect()
  }

  get ready() {
    return this.#open && !this.#done && this.#socket?.readyState === 1
  }

  /** False when it cannot be sent now. A frame that is answered makes the silence after it mean something. */
  send(frame: Client.Info): boolean {
    if (!this.ready) return false
    this.#socket?.send(JSON.stringify(frame))
    if (frame.action !== "stop" && !this.#timers.has("answer")) this.#expect()
    return true
  }

  close() {
    if (this.#done) return
    this.#done = true
    this.#timers.clear()
    this.#abort.abort()
    this.#socket?.close(1000)
  }

  async #connect() {
    const { api, sessionId, WebSocket } = this.#options
    this.#expect()
    try {
      const { ticket, url } = await api.sessions.ticket(sessionId, { signal: this.#abort.signal })
      if (this.#done) return
      const socket = new WebSocket(url, [PROTOCOL, `ticket.${ticket}`])
      this.#socket = socket
      this.#expect()
      socket.addEventListener("open", () => this.#greet())
      socket.addEventListener("message", ({ data }) => this.#receive(data))
      socket.addEventListener("close", () => this.#lose())
      socket.addEventListener("error", () => this.#lose())
    } catch (error) {
      this.#lose(error instanceof ApiError ? error : undefined)
    }
  }

  #greet() {
    if (this.#done) return
    const hello = this.#options.hello()
    this.asked = hello.lastSeq
    this.#open = true
    this.#expect()
    this.send(hello)
    this.#options.opened(this)
  }

  #receive(data: unknown) {
    if (this.#done) return
    const frame = read(data)
    if (frame?.type === "welcome") this.welcomed = true
    if (this.welcomed) this.#timers.stop("answer")
    if (frame) this.#options.frame(this, frame)
  }

  #expect() {
    this.#timers.set("answer", this.#options.answerMs, () => this.#lose())
  }

  #lose(error?: ApiError) {
    if (this.#done) return
    this.close()
    this.#options.lost(this, error)
  }
}
