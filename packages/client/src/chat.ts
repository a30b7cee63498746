import type * as Event from "@spec-wizard/core/event/schema"
import * as Message from "@spec-wizard/core/message/schema"
import type * as Client from "@spec-wizard/core/protocol/client-frame"
import type * as Server from "@spec-wizard/core/protocol/server-frame"
import * as Turn from "@spec-wizard/core/turn/schema"
import type { Api } from "./api.ts"
import { Connector } from "./connector.ts"
import { Conversation, changedSession, known } from "./conversation.ts"
import { Emitter } from "./emitter.ts"
import { type ApiError, ChatError } from "./error.ts"
import { Bell, follow } from "./follow.ts"
import { createId, fits, type Incoming } from "./frame.ts"
import type { Link, WebSocketConstructor } from "./link.ts"
import { EventLog } from "./log.ts"
import { memoryOutbox, type Outbox } from "./outbox.ts"
import { browserNetwork, type Network, pageVisibility, type Visibility } from "./presence.ts"
import { Queue } from "./queue.ts"
import type { Ack, ChatEvents, ChatState, Piece, Problem } from "./state.ts"
import { Sync } from "./sync.ts"
import { Timers } from "./timers.ts"
import { DEFAULT, type Timing } from "./timing.ts"

export type ChatOptions = {
  api: Api
  sessionId: string
  /** Where unsent messages wait; in memory unless said otherwise. */
  outbox?: Outbox
  /** The platform's, unless said otherwise; so are `visibility` and `network`. */
  WebSocket?: WebSocketConstructor
  visibility?: Visibility
  network?: Network
  timing?: Partial<Timing>
}

export type Key = NonNullable<Client.SendMessage["key"]>

export interface Chat {
  /** A new object with each change. */
  readonly state: ChatState
  subscribe(listener: (state: ChatState) => void): () => void
  on<Type extends keyof ChatEvents>(type: Type, listener: (value: ChatEvents[Type]) => void): () => void
  /**
   * Durable events, strictly in order and exactly once, from `after` (0) and then live. Ends with `close()` or `signal`.
   * @throws {ChatError} when the session can no longer be read.
   */
  events(options?: { after?: number; signal?: AbortSignal }): AsyncIterable<Event.Info>
  /**
   * Resolves when the server has stored the message, however long that takes and over however many connections.
   * @throws {ChatError} for a final refusal: then it will not be sent, and the text is the caller's again.
   */
  send(text: string, options?: { key?: Key }): Promise<Ack>
  /** Takes back a message that is still in `pending`; one that has reached the server stays said. */
  discard(id: string): void
  /** Ends the running reply. Repeated until the turn has ended. */
  stop(): void
  /** A new turn for the message of a failed or stopped one; the last such, unless named. */
  retry(turnId?: string, options?: { key?: Key }): Promise<Ack>
  /** Nothing is left running. What was not acknowledged stays in the outbox. */
  close(): void
}

export const openChat = (options: ChatOptions): Chat => new OpenChat(options)

class OpenChat implements Chat {
  readonly #api: Api
  readonly #sessionId: string
  readonly #timing: Timing
  readonly #log = new EventLog()
  readonly #conversation = new Conversation()
  readonly #queue: Queue
  readonly #connector: Connector
  readonly #sync: Sync
  readonly #emitter = new Emitter<ChatEvents & { state: ChatState }>()
  readonly #timers = new Timers<"ack" | "resend">()
  readonly #bell = new Bell()
  readonly #abort = new AbortController()
  #state: ChatState
  #problem: Problem | undefined
  /** The turn that a person wants to end. */
  #stopping: Turn.ID | undefined
  /** What is being read is no longer history. */
  #current = false
  #closed: ChatError | undefined

  constructor(options: ChatOptions) {
    const { api, sessionId } = options
    this.#api = api
    this.#sessionId = sessionId
    this.#timing = { ...DEFAULT, ...options.timing }
    this.#queue = new Queue(options.outbox ?? memoryOutbox())
    const refused = (error: ApiError) => this.#end(new ChatError(error.code, error.detail), error)
    this.#sync = new Sync({
      api,
      sessionId,
      log: this.#log,
      timing: this.#timing,
      ask: () => this.#ask(),
      receive: (events) => this.#receive(events),
      reset: () => this.#reset(),
      refused,
    })
    this.#connector = new Connector({
      api,
      sessionId,
      WebSocket: options.WebSocket ?? WebSocket,
      timing: this.#timing,
      visibility: options.visibility ?? pageVisibility(),
      network: options.network ?? browserNetwork(),
      hello: () => ({
        action: "hello",
        v: 1,
        lastSeq: this.#log.applied,
        ...(this.#log.logId !== undefined && { logId: this.#log.logId }),
      }),
      opened: () => this.#flush(),
      frame: (link, frame) => this.#frame(link, frame),
      changed: () => this.#publish(),
      lost: (error) => this.#lost(error),
      refused,
      seen: () => this.#sync.now(),
    })
    this.#state = this.#snapshot()
    this.#connector.start()
  }

  get state() {
    return this.#state
  }

  subscribe(listener: (state: ChatState) => void) {
    return this.#emitter.on("state", listener)
  }

  on<Type extends keyof ChatEvents>(type: Type, listener: (value: ChatEvents[Type]) => void) {
    return this.#emitter.on<Type>(type, listener)
  }

  events({ after = 0, signal }: { after?: number; signal?: AbortSignal } = {}) {
    signal?.addEventListener("abort", () => this.#bell.ring(), { once: true, signal: this.#abort.signal })
    return follow(this.#log, this.#bell, after, () => {
      if (this.#closed && this.#closed.code !== CLOSED.code) throw this.#closed
      return this.#closed !== undefined || signal?.aborted === true
    })
  }

  async send(text: string, { key }: { key?: Key } = {}): Promise<Ack> {
    if (text.length > Message.MAX_LENGTH) throw TOO_LONG
    if (text.trim() === "") throw EMPTY
    return this.#say({ action: "sendMessage", id: createId(), text, ...(key && { key }) })
  }
}
