import { type Api, createApi } from "@spec-wizard/client"
import { WebSocket } from "ws"

/** Longer than any answer takes on a busy machine; a test's own limit is longer still. */
const PATIENCE_MS = 240_000

type Frame = { type?: string; [key: string]: unknown }

/** One socket with nothing clever about it: what comes is kept in order, and a test says itself what it sends. */
export class RawSocket {
  readonly frames: Frame[] = []
  readonly closed: Promise<number>
  readonly #socket: WebSocket
  readonly #waiting = new Set<() => void>()

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on("message", (data) => {
      this.frames.push(JSON.parse(data.toString()))
      for (const check of this.#waiting) check()
    })
    this.closed = new Promise((resolve) => socket.on("close", resolve))
  }

  /** Resolves with the HTTP status when the gateway refuses the upgrade. */
  static connect(url: string, protocols: string[], headers: Record<string, string> = {}): Promise<RawSocket | number> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url, protocols, { headers })
      const raw = new RawSocket(socket)
      socket.once("open", () => resolve(raw))
      socket.once("unexpected-response", (_, response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
      socket.once("error", reject)
    })
  }

  send(frame: unknown): void {
    this.#socket.send(typeof frame === "string" || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame))
  }

  /** The first frame that matches, past or to come. */
  async next(matches: (frame: Frame) => boolean): Promise<Frame> {
    const known = this.frames.find(matches)
    if (known) return known
    const { promise, resolve, reject } = Promise.withResolvers<Frame>()
    const check = () => {
      const found = this.frames.find(matches)
      if (found) resolve(found)
    }
    this.#waiting.add(check)
    const late = setTimeout(() => reject(new Error(`no such frame among ${JSON.stringify(this.frames)}`)), PATIENCE_MS)
    void this.closed.then((code) => reject(new Error(`closed with ${code}`)))
    try {
      return await promise
    } finally {
      clearTimeout(late)
      this.#waiting.delete(check)
    }
  }

  /** Cuts the line without a word, as a network does. */
  drop(): void {
    this.#socket.terminate()
  }

  close(): void {
    this.#socket.close()
  }
}

/** A new session with its credential. */
export async function newSession(url: string, create = (api: Api) => api.sessions.create({ locale: "en" })) {
  const api = createApi({ baseUrl: url })
  const { session, token = "" } = await create(api)
  return { api, session, token, ticket: () => api.sessions.ticket(session.id) }
}

/** A raw socket on a session, not greeted yet. */
export async function open(visitor: Awaited<ReturnType<typeof newSession>>): Promise<RawSocket> {
  const { url, protocol, ticket } = await visitor.ticket()
  const socket = await RawSocket.connect(url, [protocol, `ticket.${ticket}`])
  if (typeof socket === "number") throw new Error(`refused with ${socket}`)
  return socket
}

/** A raw socket that has been greeted and has caught up. */
export async function greeted(visitor: Awaited<ReturnType<typeof newSession>>, lastSeq = 0): Promise<RawSocket> {
  const socket = await open(visitor)
  socket.send({ action: "hello", v: 1, lastSeq })
  await socket.next(({ type }) => type === "synced")
  return socket
}

let counter = 0
export const frameId = () => `frame_${process.pid}_${++counter}`
