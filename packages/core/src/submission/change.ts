import { iso } from "../clock.ts"
import * as Broadcast from "../connection/broadcast.ts"
import type { Gateway } from "../connection/gateway.ts"
import * as Event from "../event/event.ts"
import * as Id from "../id.ts"
import * as Outbox from "../outbox/outbox.ts"
import * as Submission from "../protocol/submission.ts"
import { again, retrying } from "../retrying.ts"
import { SessionNotFoundError } from "../session/error.ts"
import { TransactionFailedError, type Write } from "../table/table.ts"
import * as Audit from "./audit.ts"
import { StatusBackwardError, SubmissionClosedError, SubmissionConflictError, SubmissionErasedError } from "./error.ts"
import { key, messageItem, type Stored } from "./item.ts"
import { get, toInfo } from "./submission.ts"

type Deps = Event.Deps & { gateway: Gateway; enqueue: Outbox.Enqueue }

/** How often it is tried against others who change the same one. */
const MAX_TRIES = 10

/**
 * The owner's hand: moves a submission forward, or asks its submitter something, and sends a mail that points to it. A question also goes
 * into the conversation, while there is one. What is so already changes nothing and sends nothing.
 * @throws {SubmissionNotFoundError} @throws {SubmissionErasedError} @throws {SubmissionConflictError} @throws {StatusBackwardError}
 * @throws {SubmissionClosedError}
 */
export async function change(deps: Deps, reference: Submission.Reference, input: Submission.Change): Promise<Stored> {
  const id = Id.create("msg", deps.clock.now())
  return retrying({ tries: MAX_TRIES }, async () => {
    const stored = await get(deps, reference)
    if (stored.status === "erased") throw new SubmissionErasedError()
    if (isSo(stored, input)) return stored
    check(stored, input)
    const planned = plan(deps, stored, input, id)
    try {
      await store(deps, stored, planned)
    } catch (error) {
      if (!(error instanceof Event.PlanRefusedError || error instanceof TransactionFailedError)) throw error
      return again(error)
    }
    await Outbox.announce(deps, planned.entry)
    return await get(deps, reference)
  })
}

/** A request that comes twice finds its own work. */
const isSo = (stored: Stored, input: Submission.Change): boolean =>
  "question" in input
    ? stored.isQuestion === true && stored.message === input.question
    : stored.status === input.status &&
      (input.message === undefined || (stored.isQuestion !== true && stored.message === input.message))

const ORDER = Submission.Status.options

function check({ status, version }: Stored, input: Submission.Change): void {
  if (input.version !== undefined && input.version !== version) throw new SubmissionConflictError()
  if ("question" in input) {
    if (status === "closed") throw new SubmissionClosedError()
  } else if (ORDER.indexOf(input.status) < ORDER.indexOf(status)) throw new StatusBackwardError(status)
}

type Planned = { writes: Write[]; entry: Outbox.Stored; after: Stored; said?: Submission.Said }

/** Everything, under the condition that nobody else was first. */
function plan(deps: Deps, stored: Stored, input: Submission.Change, id: Submission.Said["id"]): Planned {
  const { reference, status: from } = stored
  const isQuestion = "question" in input
  const to = isQuestion ? from : input.status
  const text = isQuestion ? input.question : input.message
  const at = iso(deps.clock.now())
  const kind = isQuestion ? "question" : "message"
  const said = text === undefined ? undefined : ({ id, at, kind, status: to, text } as const)
  const { entry, write } = Outbox.entry(deps, { kind: "answer", reference, ...(said && { messageId: id }) })
  const set = {
    status: to,
    version: stored.version + 1,
    updatedAt: at,
    message: text,
    isQuestion: isQuestion || undefined,
  }
  const remove = [...(text === undefined ? ["message"] : []), ...(isQuestion ? [] : ["isQuestion"])]
  const writes: Write[] = [
    {
      update: key(reference),
      change: { set, remove },
      when: { if: "#version = :seen", values: { seen: stored.version } },
    },
    Audit.write(deps, reference, { who: "operator", did: isQuestion ? "asked" : "changed", from, to }),
    ...(said ? [{ put: messageItem(reference, said) }] : []),
    write,
  ]
  const { message: _, ...rest } = stored
  const after = { ...rest, status: to, ...(text !== undefined && { message: text }) }
  return { writes, entry, after, ...(said && { said }) }
}

/** Every device of the session hears of it, as long as there is one; a question goes into the conversation. */
async function store(deps: Deps, { sessionId }: Stored, { writes, said, after }: Planned): Promise<void> {
  if (!sessionId) return await deps.table.transact(writes)
  const news: Event.Draft = { type: "submission.changed", submission: toInfo(after) }
  const question: Event.Draft[] =
    said?.kind === "question"
      ? [{ type: "message.appended", message: { id: said.id, role: "wizard", text: said.text } }]
      : []
  try {
    await Broadcast.publish(deps, sessionId, () => ({ events: [news, ...question], writes }))
  } catch (error) {
    if (!(error instanceof SessionNotFoundError)) throw error
    await deps.table.transact(writes) // the session has expired: the mail alone
  }
}
