import type { Document } from "@spec-wizard/core/protocol/document"
import type * as Event from "@spec-wizard/core/protocol/event"
import type * as Export from "@spec-wizard/core/protocol/export"
import type * as Message from "@spec-wizard/core/protocol/message"
import type * as Session from "@spec-wizard/core/protocol/session"
import type * as Submission from "@spec-wizard/core/protocol/submission"
import type * as Turn from "@spec-wizard/core/protocol/turn"

/**
 * `offline`: no network, or the page is hidden and has given its connection back. `closed` is final: by `close()`, or because this
 * device may no longer read the session (then `problem` says why).
 */
export type Connection = "connecting" | "live" | "reconnecting" | "offline" | "closed"

/** `requestId` names the request that was refused, for whoever is asked about it. */
export type Problem = { code: string; detail: string; requestId?: string; retryAfter?: number }

/** Sent by us and not yet in the log. With a `problem` it waits: for the running reply to end, for a limit, or (`key.gone`) for a person. */
export type Pending = { id: string; text: string; problem?: { code: string; detail: string } }

/** `waiting` until the first piece of the reply. */
export type RunningTurn = { id: Turn.ID; attempt: number; text: string; status: "waiting" | "answering" }

export type EndedTurn = { turnId: Turn.ID; type: "failed" | "stopped"; code?: string; retryable: boolean }

/** An immutable snapshot; what did not change keeps its identity. */
export type ChatState = {
  readonly connection: Connection
  readonly session?: Session.Info
  /** What the session was submitted as, once that is known; `session.status` may say so first. */
  readonly submission?: Submission.Info
  readonly messages: readonly Message.Info[]
  /** The specification as far as it has come; undefined while nothing stands in it. Its readiness is in the last patch. */
  readonly document?: Document
  /** Every change of the document, oldest first: folding those up to one gives its version. A file that the session began with brought the first. */
  readonly patches: readonly Event.SpecificationPatched[]
  /**
   * What of a visitor's message was beside the matter, by the message's id: there as soon as a turn for it has ended, and empty for ends from
   * before that was told.
   */
  readonly asides: ReadonlyMap<Message.ID, readonly Turn.Aside[]>
  /** The files that were asked for, the newest first. */
  readonly exports: readonly Export.Info[]
  /** Oldest first. */
  readonly pending: readonly Pending[]
  readonly turn?: RunningTurn
  /** The turn whose reply is whole while what was said is still being written down: what is sent now goes out when that is done. */
  readonly noting?: Turn.ID
  /** How the last turn ended, when it was not completed; gone as soon as the next one begins. */
  readonly ended?: EndedTurn
  /** The last refusal; gone with the next success. */
  readonly problem?: Problem
  /** Why the server closed the last connection (`signed_out`, `erased`), until there is another one. */
  readonly bye?: string
  /** The last event of the log that this client has. */
  readonly appliedSeq: number
}

/**
 * The next piece of the reply, clipped and in order: joining the pieces of a turn's highest attempt gives the stored message. A piece
 * with `offset` 0 starts the text over.
 */
export type Piece = { turnId: Turn.ID; attempt: number; offset: number; text: string }

/** `turnId` is missing when the log, not an `ack`, said that the message arrived. */
export type Ack = { id: string; seq: number; turnId?: Turn.ID }

type Durable = { [Type in Event.Known["type"]]: Extract<Event.Known, { type: Type }> }

/** What `on` can listen to. `event` is every durable event, those of unknown types included. */
export type ChatEvents = Durable & { event: Event.Info; delta: Piece; problem: Problem; connection: Connection }
