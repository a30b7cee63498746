import { randomBytes } from "node:crypto"
import { type IncomingMessage, STATUS_CODES } from "node:http"
import type { Duplex } from "node:stream"
import { setTimeout as delay } from "node:timers/promises"
import { type RawData, type WebSocket, WebSocketServer } from "ws"
import type { Lambda } from "../lambda.ts"
import { limitFrames } from "./frame-limit.ts"
import { isHandshake, refuse } from "./handshake.ts"
import { INTEGRATION_MS, integrate } from "./integration.ts"
import * as Event from "./websocket-event.ts"

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html */
const MAX_FRAME_BYTES = 32 * 1024
export const MAX_MESSAGE_BYTES = 128 * 1024
const QUOTAS = { idleMs: 10 * 60_000, lifetimeMs: 2 * 3_600_000, integrationMs: INTEGRATION_MS }
export type Quotas = typeof QUOTAS

/**
 * Frames of one socket that handlers may be busy with, so that one visitor's flood leaves this process to the others. Beyond, reading pauses:
 * at most what one read brought waits here, the rest with the sender.
 */
const MAX_IN_FLIGHT = 16
/** What may wait for a client that does not read, before posting to it is refused. */
const MAX_UNSENT_BYTES = 1024 * 1024
/** How long `stop` waits for clients to say goodbye. */
const GOODBYE_MS = 300

type Connection = Event.Identity & {
  socket: WebSocket
  idle: NodeJS.Timeout
  lastActiveAt: number
  inFlight: number
  waiting: Frame[]
}

type Frame = { data: RawData; isBinary: boolean }

/** Function names by route. A frame whose `action` is not listed goes to `default`. */
export type Routes = { connect: string; disconnect: string; default: string; actions: Record<string, string> }

/** API Gateway's WebSocket side: sockets in, invocations out. */
export class WebSocketGateway {
  readonly #lambda: Lambda
  readonly #routes: Routes
  readonly #quotas: Quotas
  readonly #opened: () => void
  readonly #connections = new Map<string, Connection>()
  readonly #protocols = new WeakMap<IncomingMessage, string>()
  readonly #server: WebSocketServer
  readonly #goodbyes = new Set<Promise<unknown>>()

  /** `opened` is told of each socket. */
  constructor(lambda: Lambda, routes: Routes, quotas: Partial<Quotas> = {}, opened = () => {}) {
    this.#opened = opened
    this.#lambda = lambda
    this.#routes = routes
    this.#quotas = { ...QUOTAS, ...quotas }
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: MAX_MESSAGE_BYTES,
      handleProtocols: (_offered, request) => this.#protocols.get(request) ?? false,
    })
  }

  /** Ids of the open connections, oldest first. */
  get connectionIds(): string[] {
    return [...this.#connections.keys()]
  }

  /** Whether handlers are busy with frames. */
  get isBusy(): boolean {
    return [...this.#connections.values()].some(({ inFlight }) => inFlight > 0)
  }

  /** Asks `$connect` first: a refused visitor never gets a socket. */
  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on("error", () => {}) // a vanished client; "close" follows
    if (!isHandshake(request)) return refuse(socket, 400, { message: "Bad Request" })
    const identity: Event.Identity = {
      connectionId: `${randomBytes(11).toString("base64url")}=`,
      connectedAt: Date.now(),
      sourceIp: request.socket.remoteAddress ?? "",
      userAgent: request.headers["user-agent"] ?? "",
      domainName: request.headers.host ?? "",
    }
    const event = Event.connect(identity, request)
    const { statusCode, protocol } = Event.answerOf(await this.#integrate(this.#routes.connect, event))
    if (statusCode >= 400) {
      const { connectionId, requestId } = event.requestContext
      return refuse(socket, statusCode, { message: STATUS_CODES[statusCode] ?? "", connectionId, requestId })
    }
    if (socket.destroyed) return this.#disconnected(identity, 1006, "")
    if (protocol !== undefined) this.#protocols.set(request, protocol)
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#open(identity, opened, socket))
  }

  /** Undefined before `$connect` has returned and after the close. */
  get(connectionId: string): (Event.Identity & { lastActiveAt: number }) | undefined {
    return this.#live(connectionId)
  }

  /** A client that does not read its frames is `busy`, as one that is posted to too fast. */
  post(connectionId: string, data: Buffer, text: boolean): "sent" | "gone" | "busy" {
    const connection = this.#live(connectionId)
    if (!connection) return "gone"
    if (connection.socket.bufferedAmount > MAX_UNSENT_BYTES) return "busy"
    active(connection)
    connection.socket.send(data, { binary: !text }, () => {}) // a failure closes the socket, and the close is handled
    return "sent"
  }

  /** Whether there was one to close. */
  close(connectionId: string): boolean {
    const connection = this.#live(connectionId)
    connection?.socket.close(1000)
    return connection !== undefined
  }

  /** Closes every socket and waits a moment for the `$disconnect`s. */
  async stop(): Promise<void> {
    const open = [...this.#connections.values()]
    for (const { socket } of open) socket.close(1001, "Going away")
    const closed = Promise.all(open.map(({ socket }) => new Promise((resolve) => socket.once("close", resolve))))
    await Promise.race([closed, delay(GOODBYE_MS, undefined, { ref: false })])
    for (const { socket } of open) socket.terminate()
    await Promise.race([Promise.all(this.#goodbyes), delay(GOODBYE_MS, undefined, { ref: false })])
  }

  #open(identity: Event.Identity, socket: WebSocket, raw: Duplex): void {
    const goingAway = () => socket.close(1001, "Going away")
    const idle = setTimeout(goingAway, this.#quotas.idleMs)
    const lifetime = setTimeout(goingAway, this.#quotas.lifetimeMs)
    const connection: Connection = { ...identity, socket, idle, lastActiveAt: Date.now(), inFlight: 0, waiting: [] }
    this.#connections.set(identity.connectionId, connection)
    limitFrames(raw, MAX_FRAME_BYTES, () => socket.close(1009, "Message too big"))

    socket.on("message", (data, isBinary) => this.#received(connection, { data, isBinary }))
    socket.on("error", () => {}) // ws itself closes, with the right code
    socket.on("close", (code, reason) => {
      clearTimeout(idle)
      clearTimeout(lifetime)
      this.#connections.delete(identity.connectionId)
      void this.#disconnected(identity, code, reason.toString())
    })
    this.#opened()
  }

  #received(connection: Connection, frame: Frame): void {
    if (connection.socket.readyState !== connection.socket.OPEN) return
    active(connection)
    if (connection.inFlight < MAX_IN_FLIGHT) return void this.#serve(connection, frame)
    connection.waiting.push(frame)
    connection.socket.pause()
  }

  /** Frames of one socket run beside each other: a later one may be done first. */
  async #serve(connection: Connection, first: Frame): Promise<void> {
    connection.inFlight++
    for (let frame: Frame | undefined = first; frame; frame = connection.waiting.shift())
      await this.#invoke(connection, frame)
    connection.inFlight--
    connection.socket.resume()
  }

  async #invoke(connection: Connection, { data, isBinary }: Frame): Promise<void> {
    const bytes = Buffer.isBuffer(data) ? data : Buffer.concat(Array.isArray(data) ? data : [Buffer.from(data)])
    const body = bytes.toString(isBinary ? "base64" : "utf8")
    const { actions } = this.#routes
    const route = isBinary ? "$default" : Event.routeOf(body, Object.keys(actions))
    const event = Event.message(connection, route, body, isBinary)
    const outcome = await this.#integrate(actions[route] ?? this.#routes.default, event)
    if (outcome.ok) return
    const { connectionId, requestId } = event.requestContext
    connection.socket.send(JSON.stringify({ message: "Internal server error", connectionId, requestId }), () => {})
  }

  /** Best effort, as on AWS: nobody waits for it and nobody hears of its failure. */
  async #disconnected(identity: Event.Identity, code: number, reason: string): Promise<void> {
    const goodbye = this.#integrate(this.#routes.disconnect, Event.disconnect(identity, code, reason))
    this.#goodbyes.add(goodbye)
    await goodbye
    this.#goodbyes.delete(goodbye)
  }

  #live(connectionId: string): Connection | undefined {
    const connection = this.#connections.get(connectionId)
    return connection?.socket.readyState === connection?.socket.OPEN ? connection : undefined
  }

  #integrate(name: string, event: unknown) {
    return integrate(this.#lambda, name, event, this.#quotas.integrationMs)
  }
}

function active(connection: Connection): void {
  connection.lastActiveAt = Date.now()
  connection.idle.refresh()
}
