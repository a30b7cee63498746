import type * as Id from "@spec-wizard/core/id"
import * as Client from "@spec-wizard/core/protocol/client-frame"
import type * as Event from "@spec-wizard/core/protocol/event"
import type * as Message from "@spec-wizard/core/protocol/message"
import type * as Server from "@spec-wizard/core/protocol/server-frame"
import { MAX_FRAME_BYTES, PROTOCOL } from "@spec-wizard/core/protocol/socket"
import type { Socket } from "../src/index.ts"

const LATENCY_MS = 5
const MAX_PUSHED_BYTES = 12_000

/** What the wire does to one frame of the server: when each copy of it arrives, in milliseconds. None: it is lost. */
export type Wire = (frame: Server.Info) => number[]

/**
 * Plays the server's side of the protocol, with a log that is the truth and a wire that can be told to misbehave. Time is the test's.
 */
export class ReferenceServer {
  readonly sessionId = id("ses", 1)
  logId: string = id("log", 1)
  log: Event.Info[] = []
  turn: { id: Id.Of<"trn">; attempt: number; text: string } | undefined
  submission: { reference: string; status: string; createdAt: string } | undefined
  wire: Wire = () => [LATENCY_MS]
  /** A refusal instead of the handling. */
  refuse: (frame: Client.Info) => Omit<Server.Problem, "type" | "requestId"> | "gateway" | "silence" | undefined = () =>
    undefined
  /** An HTTP answer instead of the usual one. */
  intercept: (method: string, path: string) => Response | "offline" | undefined = () => undefined
  /** Called after each message and retry that begins a turn. */
  accepted: () => void = () => {}
  mintTurnId = (n: number) => id("trn", n)
  reconnectSpreadMs = 2_000
  /** A refused upgrade: every socket closes before it opens. */
  upgrades = true
  readonly sockets: FakeSocket[] = []
  readonly received: Client.Info[] = []
  readonly requests: { method: string; path: string; headers: Headers }[] = []
  readonly #claims = new Map<string, Server.Ack>()
  readonly #tickets = new Set<string>()
  #minted = 0

  get open() {
    return this.sockets.filter(({ readyState }) => readyState === 1)
  }

  get WebSocket() {
    const server = this
    return class extends FakeSocket {
      constructor(_url: string, protocols: string[]) {
        super(server)
        const ticket = protocols.find((protocol) => protocol.startsWith("ticket."))?.slice(7)
        const granted = server.upgrades && protocols[0] === PROTOCOL && server.#tickets.delete(ticket ?? "")
        setTimeout(() => (granted ? this.opens() : this.dies()), LATENCY_MS)
      }
    }
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(String(input), "http://reference")
    const path = url.pathname + url.search
    const method = init?.method ?? "GET"
    this.requests.push({ method, path, headers: new Headers(init?.headers) })
    await new Promise((resolve) => setTimeout(resolve, LATENCY_MS))
    if (init?.signal?.aborted) throw init.signal.reason
    const intercepted = this.intercept(method, path)
    if (intercepted === "offline") throw new TypeError("fetch failed")
    return intercepted ?? this.#answer(method, url)
  }

  /** Appends to the log and pushes. */
  append(...drafts: Draft[]): Event.Info[] {
    const events = drafts.map((draft): Event.Info => {
      const seq = this.log.length + 1
      const event = { ...draft, seq, id: id("evt", seq), at: AT } as Event.Info // a draft with what every event has
      this.log.push(event)
      return event
    })
    for (const event of events)
      if (JSON.stringify(event).length <= MAX_PUSHED_BYTES) this.push({ type: "event", event })
    return events
  }

  push(frame: Server.Info) {
    for (const socket of this.open) if (socket.ready) this.post(socket, frame)
  }

  post(socket: FakeSocket, frame: Server.Info) {
    for (const ms of this.wire(frame)) setTimeout(() => socket.hears(frame), ms)
  }

  /** A visitor's message from another device. */
  told(text: string): Server.Ack {
    return this.#accept({ action: "sendMessage", id: `other-device-${++this.#minted}`, text }, () => {})
  }

  /** The worker takes the running turn's lease. */
  start() {
    const turn = this.#running()
    turn.attempt++
    turn.text = ""
    this.append({ type: "turn.started", turnId: turn.id, attempt: turn.attempt, stages: 1 })
  }

  say(text: string) {
    const turn = this.#running()
    this.push({ type: "delta", turnId: turn.id, attempt: turn.attempt, offset: turn.text.length, text })
    turn.text += text
  }

  finish(end: "completed" | "failed" | "stopped" = "completed") {
    const { id: turnId, attempt, text } = this.#running()
    this.turn = undefined
    const message: Draft[] = text === "" ? [] : [this.#message({ role: "wizard", text, turnId })]
    if (end === "stopped") this.append(...message, { type: "turn.stopped", turnId, attempt, asides: [] })
    else if (end === "failed")
      this.append(...message, {
        type: "turn.failed",
        turnId,
        attempt,
        code: "model.timeout",
        retryable: true,
        asides: [],
      })
    else
      this.append(...message, {
        type: "turn.completed",
        turnId,
        attempt,
        messageId: id("msg", this.log.length + 1),
        usage: { inputTokens: 1, outputTokens: 1 },
        model: "reference",
        asides: [],
      })
  }

  /** The log as after a restore from a backup. */
  restore(events: number) {
    this.logId = id("log", 2)
    this.log = this.log.slice(0, events)
    this.turn = undefined
    this.#claims.clear()
  }

  /** Once, by whomever. */
  submit() {
    if (this.submission) return
    this.submission = { reference: "SPEC-2222-2222", status: "received", createdAt: AT }
    this.append({ type: "session.changed", session: this.session() })
  }

  handle(socket: FakeSocket, frame: Client.Info) {
    this.received.push(frame)
    const refusal = this.refuse(frame)
    if (refusal === "silence") return
    if (refusal === "gateway")
      return socket.hears({ message: "Internal server error", connectionId: "c", requestId: "r" })
    if (refusal) return this.post(socket, { type: "error", requestId: "r", ...refusal })
    switch (frame.action) {
      case "hello":
        this.post(socket, {
          type: "welcome",
          sessionId: this.sessionId,
          logId: this.logId,
          headSeq: this.log.length,
          now: AT,
          reconnectSpreadMs: this.reconnectSpreadMs,
        })
        socket.ready = true
        return this.#catchUp(
          socket,
          (frame.logId ?? this.logId) === this.logId && frame.lastSeq <= this.log.length ? frame.lastSeq : 0,
        )
      case "sync":
        return this.#catchUp(socket, frame.lastSeq)
      case "ping":
        return this.post(socket, { type: "pong" })
      case "stop":
        if (this.turn?.id === frame.turnId) this.finish("stopped")
        return
      case "sendMessage":
      case "retry": {
        if (this.turn && !this.#claims.has(frame.id))
          return this.post(socket, {
            type: "error",
            code: "turn.active",
            detail: "Busy.",
            id: frame.id,
            requestId: "r",
          })
        this.#accept(frame, (ack) => this.post(socket, ack))
        return
      }
    }
  }

  #accept(frame: Client.SendMessage | Client.Retry, tell: (ack: Server.Ack) => void): Server.Ack {
    const known = this.#claims.get(frame.id)
    if (known) {
      tell(known)
      return known
    }
    this.turn = { id: this.mintTurnId(++this.#minted), attempt: 0, text: "" }
    const ack: Server.Ack = { type: "ack", id: frame.id, seq: this.log.length + 1, turnId: this.turn.id }
    this.#claims.set(frame.id, ack)
    tell(ack)
    if (frame.action === "sendMessage")
      this.append(this.#message({ role: "visitor", text: frame.text, clientId: frame.id }))
    this.accepted()
    return ack
  }

  #catchUp(socket: FakeSocket, lastSeq: number) {
    const events = this.log
      .slice(lastSeq, lastSeq + 200)
      .filter((event) => JSON.stringify(event).length <= MAX_PUSHED_BYTES)
    const headSeq = this.log.length
    for (let from = 0; from < events.length; from += 20)
      this.post(socket, { type: "events", events: events.slice(from, from + 20), headSeq })
    if (this.turn && this.turn.attempt > 0)
      this.post(socket, { type: "turn", turnId: this.turn.id, attempt: this.turn.attempt, text: this.turn.text })
    this.post(socket, { type: "synced", headSeq })
  }

  #message(message: Partial<Message.Info> & Pick<Message.Info, "role" | "text">): Draft {
    const seq = this.log.length + 1
    return { type: "message.appended", message: { id: id("msg", seq), seq, at: AT, ...message } }
  }

  #running() {
    if (!this.turn) throw new Error("No turn runs on the reference server.")
    return this.turn
  }

  #answer(method: string, url: URL): Response {
    const path = url.pathname.replace(`/v1/sessions/${this.sessionId}`, "")
    if (method === "POST" && path === "/tickets") {
      const ticket = `t${++this.#minted}`
      this.#tickets.add(ticket)
      return Response.json({ ticket, url: "ws://reference/ws", protocol: PROTOCOL, expiresAt: AT }, { status: 201 })
    }
    if (path === "/events") {
      const after = Number(url.searchParams.get("after"))
      const limit = Number(url.searchParams.get("limit"))
      return Response.json({
        logId: this.logId,
        headSeq: this.log.length,
        events: this.log.slice(after, after + limit),
      })
    }
    if (path === "") {
      const { submission } = this
      return Response.json({
        session: this.session(),
        specification: EMPTY,
        exports: [],
        ...(submission && { submission }),
      })
    }
    if (method === "POST" && path === "/submission") {
      const status = this.submission ? 200 : 201
      this.submit()
      return Response.json({ submission: this.submission }, { status })
    }
    if (path === "/v1/submissions/lookup")
      return this.submission ? Response.json({ submission: this.submission }) : problem(404, "submission.not_found")
    if (path === "/v1/sessions")
      return Response.json({ session: this.session(), token: "reference-token" }, { status: 201 })
    return problem(404, "not_found")
  }

  session() {
    return {
      id: this.sessionId,
      title: "Bakery orders",
      locale: "en",
      status: this.submission ? ("submitted" as const) : ("open" as const),
      logId: this.logId,
      headSeq: this.log.length,
      createdAt: AT,
      updatedAt: AT,
      expiresAt: AT,
    }
  }
}

export const AT = "2026-11-21T09:00:00.000Z"

/** Sorts by `n`. */
export const id = <P extends Id.Prefix>(prefix: P, n: number): Id.Of<P> => `${prefix}_${String(n).padStart(26, "0")}`

export const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json(
    { type: "about:blank", title: code, status, code, detail: `Refused: ${code}.`, requestId: "req-1" },
    { status, headers: { "content-type": "application/problem+json", ...headers } },
  )

type WithoutFact<T> = T extends unknown ? Omit<T, "seq" | "id" | "at"> : never
type Draft = WithoutFact<Event.Known> | { type: `x.${string}`; [key: string]: unknown }

/** A socket whose other end is the reference server. */
export class FakeSocket implements Socket {
  readyState = 0
  /** The server has seen its `hello`. */
  ready = false
  /** Half-open: what is sent vanishes, and nothing arrives. */
  mute = false
  readonly #server: ReferenceServer
  readonly #target = new EventTarget()

  constructor(server: ReferenceServer) {
    this.#server = server
    server.sockets.push(this)
  }

  addEventListener(type: string, listener: (event: { data: unknown }) => void) {
    this.#target.addEventListener(type, (event) => listener({ data: "data" in event ? event.data : undefined }))
  }

  send(data: string) {
    if (new TextEncoder().encode(data).length > MAX_FRAME_BYTES) return this.dies()
    const frame = Client.Info.parse(JSON.parse(data))
    setTimeout(() => {
      if (this.readyState === 1 && !this.mute) this.#server.handle(this, frame)
    }, LATENCY_MS)
  }

  close() {
    this.readyState = 3
  }

  opens() {
    if (this.readyState !== 0) return
    this.readyState = 1
    this.#target.dispatchEvent(new globalThis.Event("open"))
  }

  dies() {
    if (this.readyState === 3) return
    this.readyState = 3
    this.#target.dispatchEvent(new globalThis.Event("close"))
  }

  /** Anything: an unknown type and garbage included. */
  hears(frame: unknown) {
    if (this.readyState !== 1 || this.mute) return
    this.#target.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(frame) }))
  }
}

/** A document in which nothing stands yet. */
const EMPTY = { version: 0, language: "en", items: [], used: {}, readiness: { level: "not-yet", missing: [] } }
