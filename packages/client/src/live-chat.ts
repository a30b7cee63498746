import type * as Client from "@spec-wizard/core/protocol/client-frame"
import type * as Event from "@spec-wizard/core/protocol/event"
import * as Message from "@spec-wizard/core/protocol/message"
import type { Edit } from "@spec-wizard/core/protocol/operation"
import type * as Server from "@spec-wizard/core/protocol/server-frame"
import type * as Session from "@spec-wizard/core/protocol/session"
import type * as Submission from "@spec-wizard/core/protocol/submission"
import * as Turn from "@spec-wizard/core/protocol/turn"
import { MINOR } from "@spec-wizard/core/protocol/version"
import type { Chat, ChatOptions, Key } from "./chat.ts"
import { Connector } from "./connector.ts"
import type { Contact } from "./contact.ts"
import { Conversation, known } from "./conversation.ts"
import { Emitter } from "./emitter.ts"
import { type ApiError, ChatError } from "./error.ts"
import { Bell, follow } from "./follow.ts"
import { createId, fits, type Incoming } from "./frame.ts"
import type { Link } from "./link.ts"
import { EventLog } from "./log.ts"
import { memoryOutbox } from "./outbox.ts"
import { browserNetwork, pageVisibility } from "./presence.ts"
import { Queue } from "./queue.ts"
import { Sender } from "./sender.ts"
import type { Ack, ChatEvents, ChatState, Piece, Problem } from "./state.ts"
import { Sync } from "./sync.ts"
import { DEFAULT, type Timing } from "./timing.ts"

/** Composes the parts: a frame comes in, the log, the conversation and the queue take what is theirs, and one new state goes out. */
export class LiveChat implements Chat {
  readonly #options: ChatOptions
  readonly #log = new EventLog()
  readonly #conversation = new Conversation()
  readonly #queue: Queue
  readonly #sender: Sender
  readonly #connector: Connector
  readonly #sync: Sync
  readonly #emitter = new Emitter<ChatEvents & { state: ChatState }>()
  readonly #bell = new Bell()
  readonly #abort = new AbortController()
  #state: ChatState
  #session: Session.Info | undefined
  #submission: Submission.Info | undefined
  #problem: Problem | undefined
  #bye: string | undefined
  /** The turn that a person wants to end. */
  #stopping: Turn.ID | undefined
  #closed: ChatError | undefined

  constructor(options: ChatOptions) {
    const { api, sessionId } = options
    const log = this.#log
    const timing: Timing = { ...DEFAULT, ...options.timing }
    const refused = (error: ApiError) => this.#end(new ChatError(error.code, error.detail), problemOf(error))
    this.#options = options
    this.#queue = new Queue(options.outbox ?? memoryOutbox())
    this.#sender = new Sender({
      queue: this.#queue,
      ackMs: timing.ackMs,
      now: () => ({
        ready: this.#connector.ready,
        welcomed: this.#connector.live,
        turn: this.#conversation.isBusy,
      }),
      send: (frame) => this.#connector.send(frame),
      due: () => this.#settle(),
    })
    this.#sync = new Sync({
      api,
      sessionId,
      log,
      timing,
      ask: () => this.#ask(),
      receive: (events) => this.#receive(events),
      reset: () => this.#reset(),
      refused,
    })
    this.#connector = new Connector({
      api,
      sessionId,
      WebSocket: options.WebSocket ?? WebSocket,
      timing,
      visibility: options.visibility ?? pageVisibility(),
      network: options.network ?? browserNetwork(),
      hello: () => ({
        action: "hello",
        v: 1,
        minor: MINOR,
        lastSeq: log.applied,
        ...(log.logId && { logId: log.logId }),
      }),
      opened: () => this.#sender.flush(),
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
    signal?.addEventListener("abort", () => this.#bell.ring(), { signal: this.#abort.signal })
    return follow(this.#log, this.#bell, after, () => {
      if (signal?.aborted) return true
      if (this.#closed && this.#closed.code !== "chat.closed") throw this.#closed
      return this.#closed !== undefined
    })
  }

  send(text: string, { key }: { key?: Key } = {}): Promise<Ack> {
    if (text.trim() === "") return refuse("message.empty", "There is nothing in this message yet.")
    if (text.length > Message.MAX_LENGTH)
      return refuse("message.too_long", `A message can have ${Message.MAX_LENGTH.toLocaleString("en")} characters.`)
    return this.#say({ action: "sendMessage", id: createId(), text, ...(key && { key }) })
  }

  retry(turnId = this.#conversation.ended?.turnId, { key }: { key?: Key } = {}): Promise<Ack> {
    const turn = Turn.ID.safeParse(turnId)
    if (!turn.success) return refuse("turn.not_retryable", "There is no reply that could be tried again.")
    return this.#say({ action: "retry", id: createId(), turnId: turn.data, ...(key && { key }) })
  }

  discard(id: string) {
    this.#queue.discard(id)
    this.#settle()
  }

  stop() {
    this.#stopping = this.#conversation.turn?.id
    this.#sayStop()
  }

  close() {
    this.#end(new ChatError("chat.closed", "The conversation was closed."))
  }

  #say(frame: Client.SendMessage | Client.Retry): Promise<Ack> {
    if (this.#closed) return refuse(this.#closed.code, this.#closed.detail)
    if (!fits(frame))
      return refuse(
        "frame.too_large",
        "This message is too large to send in one piece. Please upload it as a document.",
      )
    const fate = this.#queue.add(frame)
    this.#settle()
    return fate
  }

  #frame(link: Link, frame: Incoming) {
    switch (frame.type) {
      case "welcome":
        return this.#welcome(link, frame)
      case "events":
        return this.#receive(frame.events)
      case "event":
        return this.#receive([frame.event])
      case "synced":
        this.#conversation.caughtUp ||= this.#log.applied >= frame.headSeq
        return this.#sync.synced(frame.headSeq)
      case "delta":
        return this.#settle([this.#conversation.delta(frame)])
      case "turn":
        return this.#settle([this.#conversation.soFar(frame)])
      case "ack":
        this.#queue.acknowledge({ id: frame.id, seq: frame.seq, turnId: frame.turnId })
        this.#conversation.accepted(frame.turnId)
        this.#problem = undefined
        return this.#settle()
      case "error":
        return this.#refused(frame)
      case "bye":
        this.#bye = frame.reason
        return this.#connector.drop(link, { retryAfterMs: frame.reconnectAfterMs })
      case "gateway":
        if (!link.welcomed) return this.#connector.drop(link)
        this.#sync.stumbled()
        this.#sender.later(this.#queue.stumble())
        return this.#settle()
      case "pong":
        return
    }
  }

  #welcome(link: Link, { logId, headSeq, reconnectSpreadMs }: Server.Welcome) {
    if (this.#log.meet(logId, headSeq, link.asked)) this.#reset()
    this.#bye = undefined
    this.#problem = undefined
    if (this.#connector.welcome(link, reconnectSpreadMs)) this.#queue.interrupt()
    this.#sayStop()
    if (!this.#session || this.#isSubmissionOwed) void this.#describe()
    this.#settle()
  }

  #receive(events: readonly Event.Info[]) {
    const news: (() => void)[] = []
    for (const event of this.#log.receive(events)) {
      const fact = known(event)
      const rest = fact && this.#conversation.apply(fact)
      if (rest) news.push(() => this.#emitter.emit("delta", rest))
      if (fact?.type === "message.appended") this.#queue.logged(fact.message, fact.seq)
      else if (fact && fact.type !== "turn.started") this.#queue.release("turn.active")
      if (fact?.type === "session.changed") this.#session = fact.session
      if (fact?.type === "submission.changed") this.#submission = fact.submission
      // `fact` is one member of the union, and so is the listener's type; TypeScript cannot see that it is the same one.
      if (fact) news.push(() => this.#emitter.emit(fact.type, fact as never))
      news.push(() => this.#emitter.emit("event", event))
    }
    if (news.length > 0 && this.#isSubmissionOwed) void this.#describe()
    this.#bell.ring()
    this.#settle()
    for (const tell of news) tell()
  }

  /** The event says that it was submitted, and not as what. */
  get #isSubmissionOwed() {
    return this.#session?.status === "submitted" && !this.#submission
  }

  #refused(refusal: Server.Problem) {
    const { code, detail, id, retryAfter } = refusal
    const problem = problemOf(refusal)
    this.#problem = problem
    const waitMs = this.#queue.refuse({
      code,
      detail,
      ...(id !== undefined && { id }),
      ...(retryAfter && { retryAfter }),
    })
    if (code === "turn.active") this.#sync.now()
    this.#sender.later(waitMs)
    this.#settle()
    this.#emitter.emit("problem", problem)
  }

  #lost(error?: ApiError) {
    this.#queue.interrupt()
    if (error && error.code !== "offline") this.#problem = problemOf(error)
    this.#settle()
  }

  #reset() {
    this.#conversation.reset()
    this.#queue.forget()
    this.#bell.ring()
  }

  #end(reason: ChatError, problem?: Problem) {
    if (this.#closed) return
    this.#closed = reason
    if (problem) this.#problem = problem
    this.#abort.abort()
    this.#sender.close()
    this.#sync.close()
    this.#connector.close()
    this.#queue.close(reason)
    this.#bell.ring()
    this.#publish()
  }

  async edit(operations: readonly Edit[]): Promise<void> {
    const { api, sessionId } = this.#options
    const baseVersion = this.#conversation.document?.version ?? 0
    const signal = this.#abort.signal
    await api.sessions.edit(sessionId, { baseVersion, operations: [...operations] }, { signal })
    this.#sync.now() // the push may be on its way, or lost
  }

  async submit(input: Contact, { key }: { key: string }): Promise<void> {
    const { api, sessionId } = this.#options
    const { submission } = await api.sessions.submit(sessionId, input, { key, signal: this.#abort.signal })
    this.#submission = submission
    this.#publish()
    this.#sync.now() // the push may be on its way, or lost
  }

  #ask() {
    this.#connector.send({ action: "sync", lastSeq: this.#log.applied })
    this.#sayStop()
  }

  #sayStop() {
    if (this.#stopping === undefined) return
    if (this.#stopping === this.#conversation.turn?.id) this.#connector.send({ action: "stop", turnId: this.#stopping })
    else this.#stopping = undefined
  }

  /** Title, language and expiry, and what it was submitted as. Nothing depends on it: without it the next `welcome` tries again. */
  async #describe() {
    const { api, sessionId } = this.#options
    try {
      const { session, submission } = await api.sessions.get(sessionId, { signal: this.#abort.signal })
      this.#session ??= session
      this.#submission ??= submission
      this.#publish()
    } catch {
      // the socket tells what matters
    }
  }

  /** After every change: say what can be said now, tell who listens. */
  #settle(pieces: (Piece | undefined)[] = []) {
    this.#sender.flush()
    this.#publish()
    for (const piece of pieces) if (piece) this.#emitter.emit("delta", piece)
  }

  #publish() {
    const conversation = this.#conversation
    const live = this.#connector.live
    this.#sync.update({
      live,
      turn: conversation.isBusy,
      hidden: this.#connector.hidden,
      gap: this.#log.gap || conversation.gap,
    })
    const before = this.#state
    const state = this.#snapshot()
    if (same(before, state)) return
    this.#state = state
    this.#emitter.emit("state", state)
    if (before.connection !== state.connection) this.#emitter.emit("connection", state.connection)
  }

  #snapshot(): ChatState {
    const { messages, turn, noting, ended, document, patches, asides, exports } = this.#conversation
    return {
      connection: this.#connector.connection,
      ...(this.#session && { session: this.#session }),
      ...(this.#submission && { submission: this.#submission }),
      messages,
      ...(document && { document }),
      patches,
      asides,
      exports,
      pending: this.#queue.pending,
      ...(turn && { turn }),
      ...(noting && { noting }),
      ...(ended && { ended }),
      ...(this.#problem && { problem: this.#problem }),
      ...(this.#bye !== undefined && { bye: this.#bye }),
      appliedSeq: this.#log.applied,
    }
  }
}

function problemOf({ code, detail, requestId, retryAfter }: ApiError | Server.Problem): Problem {
  return { code, detail, ...(requestId && { requestId }), ...(retryAfter !== undefined && { retryAfter }) }
}

/** Nobody has to listen: an ignored refusal is not an unhandled rejection. */
function refuse(code: string, detail: string): Promise<never> {
  const refusal = Promise.reject(new ChatError(code, detail))
  refusal.catch(() => {})
  return refusal
}

function same(a: ChatState, b: ChatState): boolean {
  const keys = Object.keys(b) as (keyof ChatState)[] // built by `#snapshot` alone, so it has no others
  return keys.length === Object.keys(a).length && keys.every((key) => a[key] === b[key])
}
