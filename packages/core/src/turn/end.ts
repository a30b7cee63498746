import * as Event from "../event/event.ts"
import * as Id from "../id.ts"
import type { Changes, Speaker } from "../interviewer/port.ts"
import { type Course, traced } from "../interviewer/question.ts"
import type * as Message from "../protocol/message.ts"
import type * as Schema from "../protocol/turn.ts"
import { heard as spoken, wrote } from "../session/item.ts"
import { take } from "../specification/change.ts"
import type { Table } from "../table/table.ts"
import { FencedError } from "./error.ts"
import { keyOf, type Learned, pack, type Stored, TRANSIENT, unchanged } from "./item.ts"

export type { Learned } from "./item.ts"

/** How a turn ends. `text` is exactly what was sent; it becomes the wizard's message unless it is empty, or stands in the log already. */
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

/** What was said, and what may be picked as an answer to it. */
type Reply = { text: string; choices?: Message.Choice[] | undefined }

/**
 * Puts the reply into the log while its turn goes on: the visitor has it and may answer, and what is left to do is for the document alone.
 * Whoever takes the turn over finds it said.
 * @throws {FencedError} when somebody else took the turn over or ended it: nothing was written
 */
export async function say(
  deps: Event.Deps,
  turn: Stored,
  reply: Reply,
): Promise<{ turn: Stored; events: Event.Known[] }> {
  const message = messageOf(deps, turn, reply)
  let seq = 0
  const events = await fenced(deps, turn, ({ headSeq }) => {
    seq = headSeq + 1
    const change = { set: { reply: { id: message.id, seq } } }
    return {
      events: [{ type: "message.appended", message }],
      writes: [{ update: keyOf(turn), change, when: unchanged(turn) }],
    }
  })
  return { turn: { ...turn, reply: { id: message.id, seq } }, events }
}

function messageOf(deps: Event.Deps, { id: turnId }: Stored, { text, choices }: Reply) {
  return { id: Id.create("msg", deps.clock.now()), role: "wizard", text, turnId, ...(choices && { choices }) } as const
}

/** Appends, unless the turn is not this worker's any more. */
async function fenced(deps: Event.Deps, { sessionId }: Stored, plan: Parameters<typeof Event.append>[2]) {
  try {
    return (await Event.append(deps, sessionId, plan)).events
  } catch (error) {
    if (error instanceof Event.PlanRefusedError) throw new FencedError("the turn is no longer ours", { cause: error })
    throw error
  }
}

/**
 * The turn's single end: message, the document's patch, events, outcome and head in one transaction. Whoever else moves the log meanwhile,
 * the patch is made anew for the document as it then stands.
 * @throws {FencedError} when somebody else took it over or ended it: nothing was written
 */
export async function end(deps: Event.Deps, turn: Stored, outcome: Outcome): Promise<Event.Known[]> {
  const { id: turnId, attempt } = turn
  const { text, choices, learned, changes, course } = outcome
  const by = outcome.status === "failed" ? undefined : outcome.speaker
  const answered = outcome.transcript?.at(-1) ?? (await messageAt(deps, turn, turn.messageSeq))
  if (!answered) throw new Error("a turn without its message")
  const transcript = outcome.transcript ?? [answered]
  const heard = { message: answered, transcript, asides: turn.asides, turnId }
  const message = messageOf(deps, turn, { text, choices })
  const isSaid = text === "" || turn.reply !== undefined
  const said: Event.Draft[] = isSaid ? [] : [{ type: "message.appended", message }]
  return fenced(deps, turn, async (head) => {
    const { patch, asides, isLearned } = await take(deps, head, heard, changes)
    const patched: Event.Draft[] = patch ? [{ type: "specification.patched", ...patch }] : []
    return {
      events: [...said, ...patched, ending(outcome, { turnId, attempt, asides }, turn.reply?.id ?? message.id)],
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
}

/** What the visitor was told already, while the turn goes on. */
export async function replyOf(deps: { table: Table }, turn: Stored): Promise<Message.Info | undefined> {
  return turn.reply && messageAt(deps, turn, turn.reply.seq)
}

async function messageAt(
  deps: { table: Table },
  { sessionId }: Stored,
  seq: number,
): Promise<Message.Info | undefined> {
  const [event] = await Event.list(deps, sessionId, { after: seq - 1, limit: 1 })
  return event?.type === "message.appended" ? event.message : undefined
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
