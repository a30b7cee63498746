import { vi } from "vitest"
import { type Chat, type ChatOptions, type ChatState, createApi, openChat, type Visibility } from "../src/index.ts"
import { ReferenceServer } from "./reference-server.ts"

/** A reference server and chats with it. Needs fake timers; `random` is the middle, so that every wait is known. */
export function openHouse(server = new ReferenceServer()) {
  const api = createApi({ baseUrl: "http://reference", token: "t", fetch: server.fetch })
  const open = (options: Partial<ChatOptions> = {}): Chat =>
    openChat({
      api,
      sessionId: server.sessionId,
      WebSocket: server.WebSocket,
      ...options,
      timing: { random: () => 0.5, ...options.timing },
    })
  return { server, api, open }
}

export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

/** Long enough for a ticket, a socket, and `hello` answered. */
export const GREETING_MS = 50

export const texts = ({ messages }: ChatState) => messages.map(({ text }) => text)

/** A page or a network that a test shows, hides, cuts and mends. */
export class Presence implements Visibility {
  #there = true
  readonly #listeners = new Set<() => void>()

  hidden = () => !this.#there
  online = () => this.#there

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  set(there: boolean) {
    this.#there = there
    for (const listener of this.#listeners) listener()
  }

  get listeners() {
    return this.#listeners.size
  }
}

export type Outcome = { ack?: unknown; code?: string }

/** How a promise has ended, so far. */
export function outcome(promise: Promise<unknown>): Outcome {
  const result: Outcome = {}
  promise.then(
    (ack) => {
      result.ack = ack
    },
    (error: { code: string }) => {
      result.code = error.code
    },
  )
  return result
}
