import { type Api, type ChatState, type Contact, openChat, type Problem, storageOutbox } from "@spec-wizard/client"
import type { Edit } from "@spec-wizard/core/protocol/operation"
import { ownKey } from "./key/own-key.ts"
import { problemOf } from "./problem.ts"
import type { SessionId } from "./session.ts"
import { storage } from "./storage.ts"
import { adopt, keepMine, recallMine } from "./tab.ts"

/** A conversation as the page uses it, whether or not its session exists yet. */
export interface Talk {
  readonly sessionId: SessionId | undefined
  readonly state: ChatState
  /** The last turn that was begun, if it has two stages. */
  readonly drafted: string | undefined
  subscribe(listener: () => void): () => void
  /** Rejects when the message will not be sent again; until then it is kept. */
  send(text: string): Promise<unknown>
  /** For a message that waits in `pending` and cannot be sent: it leaves the conversation. */
  discard(id: string): void
  stop(): void
  /** Rejects when there is nothing to try again, or it was refused. */
  retry(): Promise<unknown>
  /** The visitor's own changes of the document as `state` has it. Rejects with an `ApiError`, and then nothing has changed. */
  edit(operations: readonly Edit[]): Promise<void>
  /** Hands the document over, as it stands. Rejects with an `ApiError`; then try again, with the same key. */
  submit(contact: Contact, options: { key: string }): Promise<void>
  /** For good: it connects no more. */
  close(): void
}

export function openTalk(api: Api, sessionId: SessionId): Talk {
  const chat = openChat({ api, sessionId, outbox: storageOutbox(storage, sessionId) })
  let drafted: string | undefined
  chat.on("turn.started", ({ turnId, stages }) => {
    drafted = stages === 2 ? turnId : undefined
  })
  return {
    sessionId,
    get state() {
      return chat.state
    },
    get drafted() {
      return drafted
    },
    subscribe(listener) {
      const ends = [chat.subscribe(listener), chat.on("turn.started", listener)]
      return () => {
        for (const end of ends) end()
      }
    },
    send: (text) => chat.send(text, own()),
    discard: (id) => chat.discard(id),
    stop: () => chat.stop(),
    retry: () => chat.retry(undefined, own()),
    edit: (operations) => chat.edit(operations),
    submit: (contact, options) => chat.submit(contact, options),
    close: () => chat.close(),
  }
}

function own() {
  const key = ownKey()
  return key ? { key } : {}
}

const RETRY_S = 5
const UNSENT = "unsent"

/** For the next conversation, after what already waits for it. */
export const keepUnsent = (texts: string[]) =>
  keepMine(UNSENT, [recallMine(UNSENT), ...texts].filter(Boolean).join("\n\n"))

/** First messages whose session could not be created before the page was left, and what a closed conversation did not take any more. */
export function takeUnsent(): string | undefined {
  const text = recallMine(UNSENT)
  keepMine(UNSENT, "")
  return text
}

/** The same of tabs that were closed. */
export const adoptUnsent = (): Promise<string[]> => adopt(UNSENT)

/**
 * The session is created with the first message, not before: a visit alone leaves no trace on the server. While it cannot be created
 * the messages wait, and with them the tries go on.
 */
export function newTalk(api: Api, locale: string, onCreated: (sessionId: SessionId) => void): Talk {
  const listeners = new Set<() => void>()
  const waiting: { text: string; resolve: (sent: unknown) => void }[] = []
  let talk: Talk | undefined
  let creating = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let state: ChatState = {
    connection: "connecting",
    messages: [],
    patches: [],
    asides: new Map(),
    exports: [],
    pending: [],
    appliedSeq: 0,
  }

  function tell() {
    for (const listener of listeners) listener()
  }

  function show(change: Partial<ChatState>) {
    const { problem: _, ...rest } = state
    state = { ...rest, ...change, pending: waiting.map(({ text }, index) => ({ id: `first-${index}`, text })) }
    tell()
  }

  async function create() {
    clearTimeout(timer)
    if (creating || talk) return
    creating = true
    try {
      const { session } = await api.sessions.create({ locale })
      begin(session.id)
    } catch (cause) {
      creating = false
      wait(problemOf(cause))
    }
  }

  function begin(sessionId: SessionId) {
    const begun = openTalk(api, sessionId)
    talk = begun
    for (const { text, resolve } of waiting) resolve(begun.send(text))
    keepMine(UNSENT, "")
    begun.subscribe(tell)
    onCreated(sessionId)
    tell()
  }

  function wait(problem: Problem) {
    const offline = problem.code === "offline"
    if (offline) addEventListener("online", create, { once: true })
    if (offline || problem.retryAfter !== undefined) timer = setTimeout(create, (problem.retryAfter ?? RETRY_S) * 1_000)
    show({ connection: offline ? "offline" : "connecting", ...(!offline && { problem }) })
  }

  return {
    get sessionId() {
      return talk?.sessionId
    },
    get state() {
      return talk?.state ?? state
    },
    get drafted() {
      return talk?.drafted
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    send(text) {
      if (talk) return talk.send(text)
      return new Promise((resolve) => {
        waiting.push({ text, resolve })
        keepMine(UNSENT, waiting.map((message) => message.text).join("\n\n"))
        show({})
        void create()
      })
    },
    discard: (id) => talk?.discard(id),
    stop: () => talk?.stop(),
    retry: () => talk?.retry() ?? create(),
    edit: (operations) => talk?.edit(operations) ?? tooEarly(),
    submit: (contact, options) => talk?.submit(contact, options) ?? tooEarly(),
    close: () => talk?.close(),
  }
}

const tooEarly = () => Promise.reject(new Error("there is no document before its session"))
