import * as Claim from "../claim/claim.ts"
import { iso } from "../clock.ts"
import { digestOfText } from "../digest.ts"
import * as Event from "../event/event.ts"
import * as Id from "../id.ts"
import * as Limit from "../limit/limit.ts"
import * as Message from "../message/message.ts"
import type * as ClientFrame from "../protocol/client-frame.ts"
import type * as ServerFrame from "../protocol/server-frame.ts"
import type * as Schema from "../protocol/turn.ts"
import type * as SessionItem from "../session/item.ts"
import * as Session from "../session/session.ts"
import { ABSENT, type Table, type Write } from "../table/table.ts"
import { MessageIdReusedError, TurnActiveError, TurnNotRetryableError } from "./error.ts"
import { Answer, fromItem, key, type Stored, toItem } from "./item.ts"
import { keyed } from "./key.ts"

export * from "../protocol/turn.ts"
export * from "./error.ts"
export type { Stored } from "./item.ts"
export type { Key } from "./key.ts"

/** A visitor who is waiting for an answer is rather told to try again. */
const PATIENCE_MS = 3_000

/** `fresh` is false when the frame had come before: then there is nothing to start and nothing to tell. */
export type Accepted = { ack: ServerFrame.Ack; events: Event.Known[]; fresh: boolean }

/**
 * Stores a visitor's message and the turn that will answer it. The same frame gets the same answer however often it comes.
 * @throws {TurnActiveError} while another turn of the session runs
 */
export async function accept(
  deps: Event.Deps,
  from: { sessionId: Session.ID; ip: string },
  frame: ClientFrame.SendMessage,
): Promise<Accepted> {
  const text = Message.accept(frame.text)
  return once(deps, from, frame, `sendMessage:${text}`, async (head) => {
    const number = 1 + (await messagesOf(deps, head))
    const message = {
      id: Id.create("msg", deps.clock.now()),
      number,
      role: "visitor",
      text,
      clientId: frame.id,
    } as const
    const turn = { messageSeq: head.headSeq + 1, baseTurnId: head.memoryTurnId }
    const title = head.title === "" ? Message.titleOf(text) : undefined
    return { turn, events: [{ type: "message.appended", message }], head: { messages: number, title } }
  })
}

/**
 * A new turn for the message of the session's last turn, when that failed or was stopped.
 * @throws {TurnNotRetryableError} @throws {TurnActiveError}
 */
export async function retry(
  deps: Event.Deps,
  from: { sessionId: Session.ID; ip: string },
  frame: ClientFrame.Retry,
): Promise<Accepted> {
  return once(deps, from, frame, `retry:${frame.turnId}`, async (head) => {
    const last = head.lastTurnId === frame.turnId ? await get(deps, from.sessionId, frame.turnId) : undefined
    if (!last || (last.status !== "failed" && last.status !== "stopped")) throw new TurnNotRetryableError()
    const { messageSeq, baseTurnId, asides } = last
    const isRepeated = last.traced !== undefined || last.isRepeated === true
    return { turn: { messageSeq, baseTurnId, asides, ...(isRepeated && { isRepeated }) }, events: [] }
  })
}

export async function get(
  deps: { table: Table },
  sessionId: Session.ID,
  turnId: Schema.ID,
): Promise<Stored | undefined> {
  const item = await deps.table.get(key(sessionId, turnId))
  return item && fromItem(item)
}

/** The turn that runs in a session, as a client may see it. */
export function toInfo({ id, status, attempt, text = "" }: Stored): Schema.Info {
  return { id, status, attempt, text }
}

export const running = (turn: { status: Schema.Status }) => turn.status === "pending" || turn.status === "running"

type NewTurn = Pick<Stored, "messageSeq" | "baseTurnId" | "isRepeated" | "asides">

/** Looks the claim up, then at the running turn, then takes from the limits, then stores claim, events, turn and head in one transaction. */
async function once(
  deps: Event.Deps,
  { sessionId, ip }: { sessionId: Session.ID; ip: string },
  frame: ClientFrame.SendMessage | ClientFrame.Retry,
  content: string,
  plan: (head: SessionItem.Head) => Promise<Begin> | Begin,
): Promise<Accepted> {
  const claim: Claim.Info<Answer> = {
    key: Claim.key(sessionId, frame.id),
    digest: digestOfText(content),
    answer: Answer,
    Reused: MessageIdReusedError,
  }
  const known = await answered(deps, claim, frame)
  if (known) return known
  const ways = keyed(deps.settings, frame.key)
  // A message that will be refused anyway must not use up what others at the same address may send.
  if ((await Session.get(deps, sessionId)).turnId) throw new TurnActiveError()
  await Limit.take(deps, "message-session", sessionId)
  const isPaid = frame.key !== undefined || deps.settings.model !== undefined
  await Limit.take(deps, isPaid ? "message-model-ip" : "message-ip", Limit.network(ip))

  const turnId = Id.create("trn", deps.clock.now())
  let seq = 0
  try {
    const { events } = await Event.append(
      deps,
      sessionId,
      async (head) => {
        if (head.turnId) throw new TurnActiveError()
        const begin = await plan(head)
        seq = begin.turn.messageSeq
        const turn: Stored = {
          id: turnId,
          sessionId,
          status: "pending",
          attempt: 0,
          epoch: 0,
          createdAt: iso(deps.clock.now()),
          network: Limit.network(ip),
          ...ways,
          ...begin.turn,
        }
        const started = { type: "turn.started", turnId, attempt: 1, stages: ways.stages ?? 1 } as const
        const writes: Write[] = [Claim.write(claim, { seq, turnId }), { put: toItem(turn), when: ABSENT }]
        return {
          events: [...begin.events, started],
          writes,
          head: { set: { turnId, lastTurnId: turnId, ...begin.head } },
        }
      },
      PATIENCE_MS,
    )
    return { ack: { type: "ack", id: frame.id, seq, turnId }, events, fresh: true }
  } catch (error) {
    // The same frame may have come twice at once, or our own write landed although its answer was lost.
    const landed = await answered(deps, claim, frame)
    if (landed) return landed
    throw error
  }
}

type Begin = { turn: NewTurn; events: Event.Draft[]; head?: { messages: number; title: string | undefined } }

/** How many messages visitors have written. Those of a session from before they were counted are counted once. */
async function messagesOf(deps: { table: Table }, { id, messages, headSeq }: SessionItem.Head): Promise<number> {
  if (messages !== undefined || headSeq === 0) return messages ?? 0
  let count = 0
  for (let after = 0; after < headSeq; ) {
    const events = await Event.list(deps, id, { after, limit: 200 })
    count += events.filter((event) => event.type === "message.appended" && event.message.role === "visitor").length
    after = events.at(-1)?.seq ?? headSeq
  }
  return count
}

async function answered(
  deps: { table: Table },
  claim: Claim.Info<Answer>,
  { id }: { id: string },
): Promise<Accepted | undefined> {
  const answer = await Claim.find(deps, claim)
  return answer && { ack: { type: "ack", id, ...answer }, events: [], fresh: false }
}
