import type { Api, Chat } from "@spec-wizard/client"

type Event = Awaited<ReturnType<Api["sessions"]["events"]>>["events"][number]

/** How long a test waits for the product to come to rest, unless it says otherwise. */
const PATIENCE_MS = 240_000

/** What one client saw, recorded from the moment it was opened. */
export class Witness {
  readonly name: string
  readonly chat: Chat
  readonly events: Event[] = []
  readonly acks: { text: string; id: string; seq: number }[] = []
  /** Pieces of replies as the page would join them, by turn and attempt. */
  readonly replies = new Map<string, string>()

  readonly #patienceMs: number

  constructor(name: string, chat: Chat, patienceMs = PATIENCE_MS) {
    this.name = name
    this.chat = chat
    this.#patienceMs = patienceMs
    chat.on("event", (event) => this.events.push(event))
    chat.subscribe(({ turn }) => {
      if (turn && turn.text !== "") this.replies.set(`${turn.id}#${turn.attempt}`, turn.text)
    })
  }

  async send(text: string): Promise<void> {
    const { id, seq } = await this.chat.send(text)
    this.acks.push({ text, id, seq })
  }

  /** Until `condition` holds for what this client saw. */
  async until(condition: (witness: Witness) => boolean, what: string): Promise<void> {
    if (condition(this)) return
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const check = () => condition(this) && resolve()
    const offs = [this.chat.on("event", check), this.chat.subscribe(check)]
    const late = setTimeout(
      () =>
        reject(new Error(`${this.name} waited in vain until ${what}: ${JSON.stringify(this.chat.state.connection)}`)),
      this.#patienceMs,
    )
    try {
      await promise
    } finally {
      clearTimeout(late)
      for (const off of offs) off()
    }
  }

  /** Until `turns` turns have ended and nothing runs. */
  rest(turns: number): Promise<void> {
    return this.until(({ events }) => ends(events).length >= turns, `${turns} turns have ended`)
  }
}

const isEnd = ({ type }: Event) => /^turn\.(completed|failed|stopped)$/.test(type)
export const ends = (events: Event[]) => events.filter(isEnd)

/** The whole log, as stored. */
export async function logOf(api: Api, sessionId: string): Promise<Event[]> {
  const log: Event[] = []
  for (;;) {
    const { events, next } = await api.sessions.events(sessionId, { after: log.at(-1)?.seq ?? 0, limit: 500 })
    log.push(...events)
    if (next === undefined) return log
  }
}
