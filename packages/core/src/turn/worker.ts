import { randomBytes } from "node:crypto"
import * as Event from "../event/event.ts"
import * as Id from "../id.ts"
import type { Changes, Speaker } from "../interviewer/port.ts"
import { type Course, traced } from "../interviewer/question.ts"
import type * as Message from "../protocol/message.ts"
import type * as Session from "../protocol/session.ts"
import type * as Schema from "../protocol/turn.ts"
import { heard as spoken, wrote } from "../session/item.ts"
import { take } from "../specification/change.ts"
import { ConditionFailedError, type Table } from "../table/table.ts"
import { FencedError } from "./error.ts"
import { beatOf, fromItem, keyOf, type Learned, learnedIn, pack, type Stored, TRANSIENT, unchanged } from "./item.ts"
import { get, running } from "./turn.ts"

export type { Learned } from "./item.ts"

/** Leases a turn may use up before it fails. */
export const MAX_ATTEMPTS = 2

/** A worker's hold on a turn: its `epoch` fences everything the worker writes. `events` are what others must hear of it. */
export type Lease = { turn: Stored; events: Event.Known[] }

/** Undefined when there is nothing to do: the turn has ended, somebody else works on it, or its attempts are used up. */
export async function lease(deps: Event.Deps, sessionId: Session.ID, turnId: Schema.ID): Promise<Lease | undefined> {
  const turn = await get(deps, sessionId, turnId)
  if (!turn || !available(turn, deps.clock.now())) return undefined
  const taken: Stored = {
    ...turn,
    status: "running",
    attempt: turn.attempt + 1,
    epoch: turn.epoch + 1,
    holder: randomBytes(6).toString("base64url"),
    ...times(deps),
  }
  const events = turn.attempt === 0 ? await takeFirst(deps, turn, taken) : await takeOver(deps, turn, taken)
  return events && { turn: taken, events }
}

/** The first attempt's start stands in the log since the message was accepted, so this is one plain write. */
async function takeFirst(deps: Event.Deps, turn: Stored, taken: Stored): Promise<Event.Known[] | undefined> {
  try {
    await deps.table.update(keyOf(turn), leased(taken), unchanged(turn))
    return []
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error
    const now = await get(deps, turn.sessionId, turn.id)
    return now?.holder === taken.holder ? [] : undefined
  }
}

/** A later attempt is told to everybody: it starts the reply over. */
async function takeOver(deps: Event.Deps, turn: Stored, taken: Stored): Promise<Event.Known[] | undefined> {
  const started = { type: "turn.started", turnId: turn.id, attempt: taken.attempt, stages: turn.stages ?? 1 } as const
  try {
    const { events } = await Event.append(deps, turn.sessionId, () => ({
      events: [started],
      writes: [{ update: keyOf(turn), change: leased(taken), when: unchanged(turn) }],
    }))
    return events
  } catch (error) {
    if (error instanceof Event.PlanRefusedError) return undefined
    throw error
  }
}

const leased = ({ status, attempt, epoch, holder, leaseUntil, heartbeatAt }: Stored) => ({
  set: { status, attempt, epoch, holder, leaseUntil, heartbeatAt },
  remove: ["text"],
})

function available(turn: Stored, now: number): boolean {
  if (!running(turn) || turn.stopRequested || turn.attempt >= MAX_ATTEMPTS) return false
  return turn.status === "pending" || (turn.leaseUntil ?? 0) <= now
}

/**
 * Renews the lease, stores the text so far, and learns whether a stop was asked for.
 * @throws {FencedError}
 */
export async function heartbeat(deps: Event.Deps, turn: Stored, text: string): Promise<{ stop: boolean }> {
  try {
    const item = await deps.table.update(keyOf(turn), { set: beatOf(text, times(deps)) }, unchanged(turn))
    return { stop: fromItem(item).stopRequested === true }
  } catch (error) {
    if (error instanceof ConditionFailedError) throw new FencedError("the lease was lost", { cause: error })
    throw error
  }
}

function times({ clock, settings }: Event.Deps) {
  const heartbeatAt = clock.now()
  return { heartbeatAt, leaseUntil: heartbeatAt + settings.leaseMs }
}

/** How a turn ends. `text` is exactly what was sent; it becomes the wizard's message unless it is empty. */
export type Outcome = {
  text: string
  choices?: Message.Choice[]
  learned?: Learned
  changes?: Changes
  /** The messages that quotes are compared with, the one that was answered last; read anew where a worker has none. */
  transcript?: readonly Message.Info[]
  course?: Course
} & (
  | { status: "completed"; usage: Schema.Usage; speaker: Speaker }
  | { status: "stopped"; speaker?: Speaker }
  | { status: "failed"; code: string; retryable: boolean }
)

/**
 * The turn's single end: message, the document's patch, events, outcome and head in one transaction. Whoever else moves the log meanwhile,
 * the patch is made anew for the document as it then stands.
 * @throws {FencedError} when somebody else took it over or ended it: nothing was written
 */
export async function end(deps: Event.Deps, turn: Stored, outcome: Outcome): Promise<Event.Known[]> {
  const { id: turnId, attempt } = turn
  const { text, choices, learned, changes, course } = outcome
  const by = outcome.status === "failed" ? undefined : outcome.speaker
  const transcript = outcome.transcript ?? (await messageOf(deps, turn))
  const answered = transcript.at(-1)
  if (!answered) throw new Error("a turn without its message")
  const heard = { message: answered, transcript, asides: turn.asides, turnId }
  const message = {
    id: Id.create("msg", deps.clock.now()),
    role: "wizard",
    text,
    turnId,
    ...(choices && { choices }),
  } as const
  const said: Event.Draft[] = text === "" ? [] : [{ type: "message.appended", message }]
  try {
    const { events } = await Event.append(deps, turn.sessionId, async (head) => {
      const { patch, asides, isLearned } = await take(deps, head, heard, changes)
      const patched: Event.Draft[] = patch ? [{ type: "specification.patched", ...patch }] : []
      return {
        events: [...said, ...patched, ending(outcome, { turnId, attempt, asides }, message.id)],
        writes: [
          {
            update: keyOf(turn),
            change: {
              set: {
                status: outcome.status,
                epoch: turn.epoch + 1,
                learned: learned && pack(learned),
                asides: asides.length > 0 ? asides : undefined,
                traced: course && !turn.isRepeated ? traced(course, head.question) : undefined,
                ...(outcome.status === "completed" && outcome.speaker),
              },
              remove: TRANSIENT,
            },
            when: unchanged(turn),
          },
        ],
        head: {
          remove: course && !course.asks ? ["turnId", "question"] : ["turnId"],
          set: {
            question: course?.asks,
            ...(learned && { memoryTurnId: turnId }),
            ...(outcome.status === "completed" && spoken(head, outcome.speaker)),
            ...(patch && { version: patch.version }),
            ...(isLearned && { learnedSeq: turn.messageSeq }),
            ...(isLearned && patch && by && { authors: wrote(head, by.model, patch.version) }),
          },
        },
      }
    })
    return events
  } catch (error) {
    if (error instanceof Event.PlanRefusedError) throw new FencedError("the turn is no longer ours", { cause: error })
    throw error
  }
}

/** What the turn answers, as the log has it. */
async function messageOf(deps: { table: Table }, { sessionId, messageSeq }: Stored): Promise<Message.Info[]> {
  const [event] = await Event.list(deps, sessionId, { after: messageSeq - 1, limit: 1 })
  return event?.type === "message.appended" ? [event.message] : []
}

function ending(
  outcome: Outcome,
  turn: { turnId: Schema.ID; attempt: number; asides: Schema.Aside[] },
  messageId: Message.ID,
): Event.Draft {
  switch (outcome.status) {
    case "completed":
      return { type: "turn.completed", ...turn, messageId, usage: outcome.usage, model: outcome.speaker.model }
    case "stopped":
      return { type: "turn.stopped", ...turn }
    case "failed":
      return { type: "turn.failed", ...turn, code: outcome.code, retryable: outcome.retryable }
  }
}

/** What the interviewer remembers from the turns up to this one; undefined before the first. */
export async function memory(deps: { table: Table }, turn: Stored): Promise<unknown> {
  const base = turn.baseTurnId && (await get(deps, turn.sessionId, turn.baseTurnId))
  return base && learnedIn(base)?.memory
}
