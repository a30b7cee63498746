import { advance } from "@spec-wizard/core/document/apply"
import { Document, empty } from "@spec-wizard/core/protocol/document"
import { Patch } from "@spec-wizard/core/protocol/patch"
import type { logOf, Witness } from "./history.ts"

type Log = Awaited<ReturnType<typeof logOf>>
type Seen = Pick<Witness, "name" | "events" | "acks" | "replies">

/** Which of the protocol's promises a history breaks, in words; empty when it keeps them all. */
export function broken(log: Log, witnesses: Seen[]): string[] {
  return [
    ...gaps(log),
    ...acknowledged(log, witnesses),
    ...sameLog(log, witnesses),
    ...oneEnd(log),
    ...document(log),
    ...nothingAfterTheEnd(log),
    ...repliesAsStored(log, witnesses),
  ]
}

/** `seq` starts at 1 and has no gaps. */
const gaps = (log: Log) =>
  log.flatMap((event, index) => (event.seq === index + 1 ? [] : [`log: ${event.seq} at ${index + 1}`]))

/** Promise 1: what was acknowledged is in the log exactly once; whatever a client sent, at most once. */
function acknowledged(log: Log, witnesses: Seen[]): string[] {
  const counts = new Map<string, number[]>()
  for (const event of log) {
    if (event.type !== "message.appended" || !("message" in event)) continue
    const { clientId } = event.message as { clientId?: string } // the narrowed union keeps an unknown member
    if (clientId) counts.set(clientId, [...(counts.get(clientId) ?? []), event.seq])
  }
  const doubled = [...counts].filter(([, seqs]) => seqs.length > 1).map(([id]) => `message ${id} twice in the log`)
  const lost = witnesses.flatMap(({ name, acks }) =>
    acks
      .filter(({ id, seq }) => !counts.get(id)?.includes(seq))
      .map(({ id }) => `${name}: acknowledged message ${id} is not where its ack says`),
  )
  return [...doubled, ...lost]
}

/** Promise 2: every client has applied the same log in the same order. */
function sameLog(log: Log, witnesses: Seen[]): string[] {
  const expected = log.map(({ id }) => id).join()
  return witnesses
    .filter(({ events }) => events.map(({ id }) => id).join() !== expected)
    .map(({ name }) => `${name}: another log`)
}

/** Promise 3: each turn that was started has exactly one end. */
function oneEnd(log: Log): string[] {
  const turns = new Map<string, number>()
  for (const event of log) {
    const id = turnOf(event)
    if (id === undefined || event.type === "message.appended") continue
    turns.set(id, (turns.get(id) ?? 0) + (isEnd(event) ? 1 : 0))
  }
  return [...turns].filter(([, ends]) => ends !== 1).map(([id, ends]) => `turn ${id} has ${ends} ends`)
}

/**
 * The document's versions follow each other, each can be applied, and no message is learned from twice. A try that failed has only kept its words,
 * unsorted.
 */
function document(log: Log): string[] {
  const learned = new Set<string>()
  let current = empty("en")
  return log.flatMap((event) => {
    if (event.type !== "specification.patched") return []
    const patch = Patch.safeParse(event).data
    if (!patch) return [`version ${current.version + 1} of the document cannot be read`]
    const wrong: string[] = []
    if (patch.version !== current.version + 1) wrong.push(`version ${patch.version} after ${current.version}`)
    const isLearned = patch.operations.some((one) => one.op === "add" && one.item.kind !== "unsorted")
    if (patch.messageId && isLearned && learned.has(patch.messageId))
      wrong.push(`${patch.messageId} was learned from twice`)
    if (patch.messageId && isLearned) learned.add(patch.messageId)
    current = advance(current, patch)
    if (!Document.safeParse(current).success) wrong.push(`version ${patch.version} of the document is broken`)
    return wrong
  })
}

/** Promise 5: once a turn has ended, nothing of it follows. */
function nothingAfterTheEnd(log: Log): string[] {
  const ended = new Set<string>()
  return log.flatMap((event) => {
    const id = turnOf(event)
    if (id === undefined) return []
    const late = ended.has(id) ? [`turn ${id}: ${event.type} after its end`] : []
    if (isEnd(event)) ended.add(id)
    return late
  })
}

/** Promise 4: what a client joined of the winning attempt is the beginning of the stored message; it may have missed the rest. */
function repliesAsStored(log: Log, witnesses: Seen[]): string[] {
  const stored = new Map<string, string>()
  const winner = new Map<string, number>()
  for (const event of log) {
    const id = turnOf(event)
    if (id === undefined) continue
    if (event.type === "message.appended" && "message" in event)
      stored.set(id, (event.message as { text: string }).text) // as above
    else if ("attempt" in event && isEnd(event)) winner.set(id, Number(event.attempt))
  }
  return witnesses.flatMap(({ name, replies }) =>
    [...replies].flatMap(([key, text]) => {
      const [id = "", attempt] = key.split("#")
      if (winner.get(id) !== Number(attempt)) return []
      return (stored.get(id) ?? "").startsWith(text) ? [] : [`${name}: turn ${id} showed what was not stored`]
    }),
  )
}

const isEnd = ({ type }: Log[number]) => /^turn\.(completed|failed|stopped)$/.test(type)

function turnOf(event: Log[number]): string | undefined {
  if (event.type === "message.appended" && "message" in event) return (event.message as { turnId?: string }).turnId // as above
  return "turnId" in event ? String(event.turnId) : undefined
}
