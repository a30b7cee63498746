import type * as Client from "@spec-wizard/core/protocol/client-frame"
import type * as Message from "@spec-wizard/core/protocol/message"
import type * as Server from "@spec-wizard/core/protocol/server-frame"
import { ChatError } from "./error.ts"
import type { Outbox } from "./outbox.ts"
import { retryMs } from "./refusal.ts"
import type { Ack, Pending } from "./state.ts"

type Entry = {
  readonly frame: Client.SendMessage | Client.Retry
  /** It may have reached the server: only the server or the log can say what became of it. */
  tried: boolean
  acked: boolean
  /** Until its time has come, or the running reply has ended. */
  waiting: boolean
  /** Refused for good with nobody there to be told: it stays until a person decides. */
  stuck: boolean
  refusals: number
  problem?: { code: string; detail: string }
  settle?: { resolve(ack: Ack): void; reject(error: ChatError): void }
}

/** What we have to say, one at a time and in order, each entry unchanged and with the same id until its fate is known. */
export class Queue {
  readonly #outbox: Outbox
  #entries: Entry[] = []
  #inFlight: Entry | undefined
  #pending: readonly Pending[] | undefined

  constructor(outbox: Outbox) {
    this.#outbox = outbox
    for (const { id, text, keyed } of outbox.load()) {
      const entry: Entry = { ...fresh({ action: "sendMessage", id, text }), tried: true }
      if (keyed) Object.assign(entry, { stuck: true, problem: KEY_GONE })
      this.#entries.push(entry)
    }
  }

  get pending(): readonly Pending[] {
    this.#pending ??= this.#entries.flatMap(({ frame, problem }) =>
      frame.action === "sendMessage" ? [{ id: frame.id, text: frame.text, ...(problem && { problem }) }] : [],
    )
    return this.#pending
  }

  /** Settled when its fate is known. Nobody has to listen: an ignored refusal is not an unhandled rejection. */
  add(frame: Client.SendMessage | Client.Retry): Promise<Ack> {
    const fate = new Promise<Ack>((resolve, reject) => {
      this.#entries.push({ ...fresh(frame), settle: { resolve, reject } })
    })
    fate.catch(() => {})
    this.#changed()
    return fate
  }

  /**
   * What to send now. A message is not tried while a reply runs, for it would be refused; but one that was tried may be the very one
   * that is being answered, so its fate is asked for at once, after `welcome`.
   */
  next(now: { welcomed: boolean; turn: boolean }): Client.SendMessage | Client.Retry | undefined {
    if (this.#inFlight) return undefined
    const head = this.#entries.find((entry) => !entry.acked && !entry.stuck)
    if (!head || head.waiting) return undefined
    if (head.tried ? !now.welcomed : now.turn && head.frame.action === "sendMessage") return undefined
    this.#inFlight = head
    head.tried = true
    return head.frame
  }

  /** The frame in flight has an unknown fate now; it is sent again. */
  interrupt() {
    this.#inFlight = undefined
  }

  /** The waiting is over: for everything, or for what waited for the end of a reply. */
  release(code?: "turn.active") {
    for (const entry of this.#entries) if (code === undefined || entry.problem?.code === code) entry.waiting = false
  }

  /** Acknowledged by a log that no longer exists: say it again. */
  forget() {
    this.#inFlight = undefined
    for (const entry of this.#entries) entry.acked = false
  }

  acknowledge(ack: Ack) {
    const entry = this.#find(ack.id)
    if (!entry) return
    this.#accept(entry, ack)
    // A message is shown as pending until the log has it; a retry has no message of its own.
    if (entry.frame.action === "retry") this.#remove(entry)
    else this.#changed()
  }

  /** The log has it: that counts as acknowledgement, should the other have been lost. */
  logged({ clientId, turnId }: Message.Info, seq: number) {
    const entry = clientId === undefined ? undefined : this.#find(clientId)
    if (!entry || clientId === undefined) return
    this.#accept(entry, { id: clientId, seq, ...(turnId && { turnId }) })
    this.#remove(entry)
  }

  /** Milliseconds until the refused frame may be sent again; undefined when there is nothing to wait for. */
  refuse({ code, detail, id, retryAfter }: Pick<Server.Problem, "code" | "detail" | "id" | "retryAfter">) {
    const entry = id !== undefined ? this.#find(id) : code.startsWith("frame.") ? this.#inFlight : undefined
    if (!entry || entry.acked) return undefined
    if (this.#inFlight === entry) this.#inFlight = undefined
    entry.refusals++
    const late = entry.frame.action === "retry" && code === "turn.active"
    const waitMs = late ? undefined : retryMs(code, entry.refusals, retryAfter)
    entry.problem = { code, detail }
    entry.waiting = waitMs !== undefined
    if (waitMs === undefined) this.#fail(entry, new ChatError(code, detail))
    else this.#changed()
    return waitMs
  }

  /** The gateway failed, perhaps with our frame. */
  stumble() {
    const entry = this.#inFlight
    this.#inFlight = undefined
    if (!entry) return undefined
    entry.waiting = true
    return retryMs("gateway", ++entry.refusals)
  }

  discard(id: string) {
    const entry = this.#find(id)
    if (!entry) return
    this.#remove(entry)
    entry.settle?.reject(new ChatError("message.discarded", "The message was taken back before it was sent."))
  }

  /** What is in the outbox stays there, for the next time. */
  close(error: ChatError) {
    for (const { settle, acked } of this.#entries) if (!acked) settle?.reject(error)
  }

  #find(id: string) {
    return this.#entries.find(({ frame }) => frame.id === id)
  }

  #accept(entry: Entry, ack: Ack) {
    if (this.#inFlight === entry) this.#inFlight = undefined
    entry.acked = true
    delete entry.problem
    entry.settle?.resolve(ack)
  }

  #fail(entry: Entry, error: ChatError) {
    entry.stuck = true
    if (entry.settle) this.#remove(entry)
    else this.#changed()
    entry.settle?.reject(error)
  }

  #remove(entry: Entry) {
    if (this.#inFlight === entry) this.#inFlight = undefined
    this.#entries = this.#entries.filter((other) => other !== entry)
    this.#changed()
  }

  #changed() {
    this.#pending = undefined
    this.#outbox.save(
      this.#entries.flatMap(({ frame }) =>
        frame.action === "sendMessage"
          ? [{ id: frame.id, text: frame.text, ...(frame.key && { keyed: true as const }) }]
          : [],
      ),
    )
  }
}

const fresh = (frame: Entry["frame"]): Entry => ({
  frame,
  tried: false,
  acked: false,
  waiting: false,
  stuck: false,
  refusals: 0,
})

const KEY_GONE = {
  code: "key.gone",
  detail: "This was written with your own key, which is not kept anywhere. Please send it again.",
}
