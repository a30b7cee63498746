import { advance } from "@spec-wizard/core/document/apply"
import type * as Specification from "@spec-wizard/core/protocol/document"
import { empty } from "@spec-wizard/core/protocol/document"
import * as Event from "@spec-wizard/core/protocol/event"
import type * as Export from "@spec-wizard/core/protocol/export"
import type * as Message from "@spec-wizard/core/protocol/message"
import type * as Server from "@spec-wizard/core/protocol/server-frame"
import type * as Turn from "@spec-wizard/core/protocol/turn"
import * as Reply from "./reply.ts"
import type { EndedTurn, Piece, RunningTurn } from "./state.ts"

/** What a person sees of a session: the log's events folded together with the running reply. Events come in order, frames in any. */
export class Conversation {
  ended: EndedTurn | undefined
  /** The turn whose reply is whole while it goes on: what was said is being written down. */
  noting: Turn.ID | undefined
  /** The log's end has been reached once: what comes now is news, not history. */
  caughtUp = false
  #messages: Message.Info[] = []
  #snapshot: readonly Message.Info[] | undefined
  #reply: Reply.Reply | undefined
  /** Replies that a later turn's frames overtook before the log told their end. */
  readonly #overtaken = new Map<string, Reply.Reply>()
  #turn: RunningTurn | undefined
  /** Turns of which a piece was given out, so that the rest has to follow even while we catch up. */
  readonly #shown = new Set<string>()
  #patches: readonly Event.SpecificationPatched[] = []
  #document: Specification.Document | undefined
  #exports: readonly Export.Info[] = []
  #asides: ReadonlyMap<Message.ID, readonly Turn.Aside[]> = new Map()
  /** Turns whose reply is in the log: nothing that is still on its way can bring them back. */
  readonly #settled = new Set<string>()

  /** The same array until there is another message. */
  get messages(): readonly Message.Info[] {
    this.#snapshot ??= [...this.#messages]
    return this.#snapshot
  }

  /** Every change of the document, oldest first; the same array until there is another. */
  get patches(): readonly Event.SpecificationPatched[] {
    return this.#patches
  }

  /** Undefined while nothing stands in it. */
  get document(): Specification.Document | undefined {
    return this.#document
  }

  /** The newest first; the same array until one of them changes. */
  get exports(): readonly Export.Info[] {
    return this.#exports
  }

  /** By visitor's message, once a turn for it has ended; the same map until another one ends. */
  get asides(): ReadonlyMap<Message.ID, readonly Turn.Aside[]> {
    return this.#asides
  }

  get turn(): RunningTurn | undefined {
    const reply = this.#reply
    if (!reply) return undefined
    if (this.#turn?.id !== reply.turnId || this.#turn.attempt !== reply.attempt || this.#turn.text !== reply.text)
      this.#turn = {
        id: reply.turnId,
        attempt: reply.attempt,
        text: reply.text,
        status: reply.text === "" ? "waiting" : "answering",
      }
    return this.#turn
  }

  /** A turn goes on: the server takes no message until it ends. */
  get isBusy() {
    return this.#reply !== undefined || this.noting !== undefined
  }

  /** A piece of the running reply has not arrived, a later one has. */
  get gap() {
    return this.#reply !== undefined && this.#reply.held.length > 0
  }

  reset() {
    this.#messages = []
    this.#snapshot = undefined
    this.#patches = []
    this.#document = undefined
    this.#exports = []
    this.#asides = new Map()
    this.ended = undefined
    this.noting = undefined
    this.#reply = undefined
    this.caughtUp = false
    this.#overtaken.clear()
    this.#shown.clear()
    this.#settled.clear()
  }

  /** Gives the rest of a reply, when the log has all of it and the pieces did not. */
  apply(event: Event.Known): Piece | undefined {
    if (event.type === "message.appended") return this.#append(event.message)
    if (event.type === "turn.started") this.#started(event.turnId, event.attempt)
    else if (event.type === "specification.patched") this.#patch(event)
    else if (event.type === "export.changed") this.#export(event.export)
    else if (Event.isEnd(event)) this.#end(event)
    return undefined
  }

  /** An accepted turn, before its first event. */
  accepted(turnId: Turn.ID) {
    if (this.#mayBegin(turnId)) this.#begin(turnId, 0)
  }

  delta(frame: Server.Delta): Piece | undefined {
    if (!this.#mayBegin(frame.turnId)) return undefined
    return this.#advance(Reply.delta(this.#begin(frame.turnId, 0), frame))
  }

  soFar(frame: Server.TurnSoFar): Piece | undefined {
    if (!this.#mayBegin(frame.turnId)) return undefined
    return this.#advance(Reply.soFar(this.#begin(frame.turnId, 0), frame))
  }

  /**
   * Sessions have one turn at a time, so a later turn's frame says that ours is over. Ids sort by time, but the clocks that made them
   * may differ: a wrong guess costs some pieces, which the log makes good.
   */
  #mayBegin(turnId: Turn.ID) {
    return !this.#settled.has(turnId) && (!this.#reply || turnId >= this.#reply.turnId)
  }

  /** Turns follow each other in the log, so an unfinished reply of another turn is of a later one: the log has yet to get there. */
  #started(turnId: Turn.ID, attempt: number) {
    if (this.#settled.has(turnId)) return // its reply is whole; only the document is left to do
    if (!this.#reply || this.#reply.turnId === turnId) this.#begin(turnId, attempt)
  }

  #begin(turnId: Turn.ID, attempt: number): Reply.Reply {
    const other = this.#reply?.turnId === turnId ? undefined : this.#reply
    if (other) this.#overtaken.set(other.turnId, other)
    this.#reply = Reply.begin(this.#replyOf(turnId), turnId, attempt)
    this.ended = undefined
    return this.#reply
  }

  #advance(next: Reply.Reply): Piece | undefined {
    const before = this.#reply
    this.#reply = next
    const { turnId, attempt, text } = next
    const offset = before?.turnId === turnId && before.attempt === attempt ? before.text.length : 0
    if (text.length === offset) return undefined
    this.#shown.add(turnId)
    return { turnId, attempt, offset, text: text.slice(offset) }
  }

  /** Once a wizard's message is here, the reply is not running any more, though its turn may be. */
  #append(message: Message.Info): Piece | undefined {
    const { role, turnId, text } = message
    this.#messages.push(message)
    this.#snapshot = undefined
    if (turnId === undefined) return undefined
    if (role === "visitor") {
      this.accepted(turnId)
      return undefined
    }
    const reply = this.#replyOf(turnId)
    const heard = this.caughtUp || this.#shown.delete(turnId)
    this.#settle(turnId)
    this.noting = turnId
    if (!heard || !reply || reply.text === text) return undefined
    const offset = text.startsWith(reply.text) ? reply.text.length : 0
    return { turnId, attempt: reply.attempt, offset, text: text.slice(offset) }
  }

  #patch(event: Event.SpecificationPatched) {
    this.#patches = [...this.#patches, event]
    this.#document = advance(this.#document ?? empty("en"), event) // the first patch says in which language
  }

  #export(changed: Export.Info) {
    this.#exports = [changed, ...this.#exports.filter(({ id }) => id !== changed.id)].sort(newestFirst)
  }

  #end(event: Event.End) {
    // Turns follow each other, so it was about what was said last; a later turn for the same message tells what the earlier one told too.
    const said = this.#messages.findLast(({ role }) => role === "visitor")
    if (said) this.#asides = new Map(this.#asides).set(said.id, event.asides)
    this.#settle(event.turnId)
    this.noting = undefined
    if (this.#reply) return
    if (event.type === "turn.completed") this.ended = undefined
    else if (event.type === "turn.stopped") this.ended = { turnId: event.turnId, type: "stopped", retryable: true }
    else this.ended = { turnId: event.turnId, type: "failed", code: event.code, retryable: event.retryable }
  }

  #replyOf(turnId: string) {
    return this.#reply?.turnId === turnId ? this.#reply : this.#overtaken.get(turnId)
  }

  #settle(turnId: Turn.ID) {
    this.#settled.add(turnId)
    this.#overtaken.delete(turnId)
    if (this.#reply?.turnId === turnId) this.#reply = undefined
  }
}

/** Ids sort by time. */
const newestFirst = (a: Export.Info, b: Export.Info) => (a.id < b.id ? 1 : -1)

/** The event as this version knows it; undefined for one of a later version, which only keeps its place. */
export const known = (event: Event.Info): Event.Known | undefined => Event.Known.safeParse(event).data
