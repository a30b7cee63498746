import * as Connection from "@spec-wizard/core/connection"
import * as Broadcast from "@spec-wizard/core/connection/broadcast"
import * as Event from "@spec-wizard/core/event"
import type { Context } from "@spec-wizard/core/interviewer"
import * as Log from "@spec-wizard/core/log"
import { Key } from "@spec-wizard/core/protocol/client-frame"
import { open } from "@spec-wizard/core/secret/seal"
import * as Session from "@spec-wizard/core/session"
import * as Specification from "@spec-wizard/core/specification"
import { cleaner } from "@spec-wizard/core/text"
import * as Turn from "@spec-wizard/core/turn"
import * as End from "@spec-wizard/core/turn/end"
import * as Worker from "@spec-wizard/core/turn/worker"
import { interviewerFor } from "@spec-wizard/interviewer"
import { ModelFailedError } from "@spec-wizard/interviewer/model/failure"
import { worker as deps } from "./deps.ts"
import { Pulse } from "./pulse.ts"
import { Relay } from "./relay.ts"

/** Messages the interviewer sees. */
const WINDOW = 20
/** How long the end of a reply waits for slow listeners; a stop must be done within 2 s in all. */
const PATIENCE_MS = { completed: 3_000, stopped: 500 }

/** `key`: the visitor's own, sealed for this turn. */
type Started = { sessionId: Session.ID; turnId: Turn.ID; key?: string }

/**
 * The worker: takes a turn's lease, lets the interviewer speak, relays what it says, and ends the turn. Invoked asynchronously and
 * without retries; how often a turn is tried is counted by its leases.
 */
export async function handler(event: Started): Promise<void> {
  const lease = await Worker.lease(deps, event.sessionId, event.turnId)
  if (!lease) return
  const { turn } = lease
  const relay = new Relay(deps, turn)
  const pulse = new Pulse(deps, turn, relay)
  try {
    const [context, listeners] = await Promise.all([contextOf(turn), Connection.listeners(deps, turn.sessionId)])
    relay.add(listeners)
    const told = Broadcast.tell(deps, listeners, lease.events)
    const key = await keyOf(event)
    // What crossed with the first start is nowhere else: a turn that is started again has to ask for it.
    const isGone = turn.isKeyed && !key
    const ended = isGone ? { turn, outcome: KEY_GONE } : await speak(turn, context, relay, pulse, key)
    await told
    if (ended) await conclude(ended.turn, { ...ended.outcome, transcript: context.transcript })
  } catch (error) {
    const isOver = error instanceof Turn.FencedError || error instanceof Session.SessionNotFoundError // erased meanwhile
    if (!isOver) throw error
    Log.info("reply.fenced", { turnId: turn.id, attempt: turn.attempt })
  } finally {
    pulse.end()
    relay.abandon()
  }
}

const KEY_GONE = { status: "failed", text: "", code: "key.gone", retryable: true } as const

async function keyOf({ key: sealed, turnId }: Started): Promise<Turn.Key | undefined> {
  const opened = sealed && (await open(deps, sealed, { use: turnId, now: deps.clock.now() }))
  return opened ? Key.parse(JSON.parse(opened)) : undefined
}

/** The turn as it stands then, and how it ends. Undefined when the lease was lost: then nothing more may be written. */
async function speak(
  leased: Turn.Stored,
  context: Context,
  relay: Relay,
  pulse: Pulse,
  key: Turn.Key | undefined,
): Promise<{ turn: Turn.Stored; outcome: End.Outcome } | undefined> {
  let turn = leased
  const interviewer = await interviewerFor(deps, turn, key)
  const clean = cleaner()
  const heard: Pick<End.Outcome, "choices" | "learned" | "changes" | "course"> = {}
  let usage: Turn.Usage = { inputTokens: 0, outputTokens: 0 }
  const completed = (): End.Outcome => {
    return { status: "completed", text: relay.text, ...heard, usage, speaker: interviewer.speaker }
  }
  try {
    for await (const part of interviewer.reply(context, pulse.signal)) {
      if (pulse.signal.aborted) break
      if (part.type === "usage") usage = part.usage
      else if (part.type === "course") heard.course = part.course
      else if (part.type === "changes") heard.changes = part.changes
      else if (part.type === "learned") {
        heard.learned = { memory: part.memory }
        if (part.changes) heard.changes = part.changes
      } else if (turn.reply === undefined) {
        if (part.type === "text") relay.push(clean(part.text))
        else if (part.type === "choices") heard.choices = part.choices
        else if (relay.text !== "") turn = await say(turn, relay, heard.choices)
      }
    }
  } catch (error) {
    if (error instanceof Turn.FencedError) throw error
    if (!pulse.signal.aborted) {
      Log.error("reply.interviewer_failed", { turnId: turn.id, attempt: turn.attempt }, error)
      if (turn.reply !== undefined) return { turn, outcome: completed() }
      await relay.finish(PATIENCE_MS.completed)
      const code = error instanceof ModelFailedError ? error.code : "interviewer.failed"
      return { turn, outcome: { status: "failed", text: relay.text, code, retryable: true } }
    }
  }
  if (pulse.lost) return undefined
  // Whoever has the whole reply has nothing to stop, and nothing to try again: what was not written down stays unsorted.
  if (turn.reply !== undefined) return { turn, outcome: completed() }
  if (pulse.signal.aborted) {
    await relay.finish(PATIENCE_MS.stopped)
    const { choices: _, ...kept } = heard
    return { turn, outcome: { status: "stopped", text: relay.text, ...kept, speaker: interviewer.speaker } }
  }
  await relay.finish(PATIENCE_MS.completed)
  if (relay.text === "")
    return { turn, outcome: { status: "failed", text: "", code: "interviewer.silent", retryable: true } }
  return { turn, outcome: completed() }
}

/** The reply is whole before its turn is: everybody gets it as a message, and may go on. */
async function say(turn: Turn.Stored, relay: Relay, choices: End.Outcome["choices"]): Promise<Turn.Stored> {
  await relay.finish(PATIENCE_MS.completed)
  const said = await End.say(deps, turn, { text: relay.text, choices })
  await Broadcast.broadcast(deps, turn.sessionId, said.events)
  return said.turn
}

async function conclude(turn: Turn.Stored, outcome: End.Outcome): Promise<void> {
  const events = await End.end(deps, turn, outcome)
  await Broadcast.broadcast(deps, turn.sessionId, events)
  for (const event of events)
    if (event.type === "specification.patched") await Specification.keep(deps, turn.sessionId, event.version)
  Log.info("reply.ended", {
    turnId: turn.id,
    attempt: turn.attempt,
    status: outcome.status,
    length: outcome.text.length,
  })
}

async function contextOf(turn: Turn.Stored): Promise<Context> {
  const { sessionId, messageSeq } = turn
  const [session, transcript, memory, reply] = await Promise.all([
    Session.get(deps, sessionId),
    Event.transcript(deps, sessionId, { upTo: messageSeq, limit: WINDOW }),
    Worker.memory(deps, turn),
    End.replyOf(deps, turn),
  ])
  const message = transcript.at(-1)
  if (!message) throw new Error("a turn without its message")
  return {
    session: { id: session.id, title: session.title, locale: session.locale },
    message,
    transcript,
    memory,
    ...(reply && { reply }),
    authors: authorsOf(session),
    document: async () => Specification.load(deps, await Session.get(deps, sessionId)),
  }
}

/** Sessions from before authors were kept: what a model has answered in it may have written, too. */
const authorsOf = ({ authors, models = [] }: Awaited<ReturnType<typeof Session.get>>) =>
  authors ?? models.map((model) => ({ model, since: 1 }))
