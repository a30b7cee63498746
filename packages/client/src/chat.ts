import type * as Client from "@spec-wizard/core/protocol/client-frame"
import type * as Event from "@spec-wizard/core/protocol/event"
import type { Edit } from "@spec-wizard/core/protocol/operation"
import type { Api } from "./api.ts"
import type { Contact } from "./contact.ts"
import type { WebSocketConstructor } from "./link.ts"
import type { Outbox } from "./outbox.ts"
import type { Network, Visibility } from "./presence.ts"
import type { Ack, ChatEvents, ChatState } from "./state.ts"
import type { Timing } from "./timing.ts"

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
  /**
   * The visitor's own changes of the document as `state` has it, all or nothing; they come back as `specification.patched`.
   * @throws {ApiError} `specification.conflict` when somebody changed it meanwhile: it arrives by itself, then try again
   */
  edit(operations: readonly Edit[]): Promise<void>
  /**
   * `api.sessions.submit` for this session; what it was submitted as is in `state` from then on, here and with everybody else.
   * @throws {ApiError}
   */
  submit(input: Contact, options: { key: string }): Promise<void>
  /** Nothing is left running. What was not acknowledged stays in the outbox. */
  close(): void
}
