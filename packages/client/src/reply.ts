import type * as Server from "@spec-wizard/core/protocol/server-frame"
import type * as Turn from "@spec-wizard/core/protocol/turn"

/** Pieces that arrived before what precedes them; beyond this the next `turn` frame or the stored message closes the gap. */
const MAX_HELD = 500

/** The running reply, text always a prefix of what this attempt has said. Attempt 0: accepted, not yet begun. */
export type Reply = {
  readonly turnId: Turn.ID
  readonly attempt: number
  readonly text: string
  /** By `offset`, all of them beyond the end of `text`: while there are any, there is a gap. */
  readonly held: readonly Held[]
}
type Held = { readonly offset: number; readonly text: string }

/** A higher attempt discards what a lower one said. */
export function begin(reply: Reply | undefined, turnId: Turn.ID, attempt: number): Reply {
  if (reply?.turnId === turnId && reply.attempt >= attempt) return reply
  return { turnId, attempt, text: "", held: [] }
}

/** A piece of the reply: what we have is clipped off, what we cannot place yet is held. */
export function delta(reply: Reply, piece: Server.Delta): Reply {
  if (piece.attempt < reply.attempt) return reply
  const current = begin(reply, piece.turnId, piece.attempt)
  const end = piece.offset + piece.text.length
  if (end <= current.text.length) return current
  if (piece.offset > current.text.length) return hold(current, piece)
  return settle({ ...current, text: current.text + piece.text.slice(current.text.length - piece.offset) })
}

/** The reply so far. It counts only where it says more than we have; it fills a gap then too. */
export function soFar(reply: Reply, frame: Server.TurnSoFar): Reply {
  if (frame.attempt < reply.attempt) return reply
  const current = begin(reply, frame.turnId, frame.attempt)
  return frame.text.length > current.text.length ? settle({ ...current, text: frame.text }) : current
}

function hold(reply: Reply, { offset, text }: Held): Reply {
  if (reply.held.length >= MAX_HELD || reply.held.some((held) => held.offset === offset && held.text === text))
    return reply
  return { ...reply, held: [...reply.held, { offset, text }].sort((a, b) => a.offset - b.offset) }
}

/** Appends the held pieces that have become reachable. */
function settle(reply: Reply): Reply {
  let text = reply.text
  let next = 0
  for (const held of reply.held) {
    if (held.offset > text.length) break
    text += held.text.slice(Math.min(held.text.length, text.length - held.offset))
    next++
  }
  return { ...reply, text, held: reply.held.slice(next) }
}
